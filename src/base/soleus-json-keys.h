/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The keys of the JSON objects that are open while a document is read, to refuse a key that stands twice in
 * one object. Part of SoleusJsonReader.
 */

#pragma once

#include "base/soleus-json-text.h"

G_BEGIN_DECLS

typedef struct _SoleusJsonKeys SoleusJsonKeys;

SoleusJsonKeys *soleus_json_keys_new (void);
void soleus_json_keys_free (SoleusJsonKeys *self);
gsize soleus_json_keys_open (SoleusJsonKeys *self);
gboolean soleus_json_keys_add (SoleusJsonKeys *self,
                               gsize mark,
                               const SoleusJsonStringSpan *span,
                               const char **key);
void soleus_json_keys_close (SoleusJsonKeys *self,
                             gsize mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusJsonKeys, soleus_json_keys_free)

G_END_DECLS
