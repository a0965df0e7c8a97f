/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value in a document, and where it stands: what is amiss with it is told with its place. */
#pragma once

#include <json-glib/json-glib.h>

#include "guidance/soleus-guidance-error.h"

G_BEGIN_DECLS

typedef struct _SoleusPlace SoleusPlace;

/**
 * SoleusPlace:
 * @parent: (nullable): what it stands in, or %NULL for the document
 * @key: (nullable): its key, or %NULL for an element of a list
 * @index: its place in a list
 * @node: (nullable): the value
 *
 * Lives on the stack while a document is read.
 */
struct _SoleusPlace
{
  const SoleusPlace *parent;
  const char *key;
  guint index;
  JsonNode *node;
};

gboolean    soleus_place_fail          (const SoleusPlace *self, GError **error, SoleusGuidanceError code, const char *what);
gboolean    soleus_place_check_object  (const SoleusPlace *self, const char *const *needed, const char *const *optional, GError **error);
gboolean    soleus_place_check_version (const SoleusPlace *self, gint64 version, GError **error);
gboolean    soleus_place_has_member    (const SoleusPlace *self, const char *key);
SoleusPlace soleus_place_get_member    (const SoleusPlace *self, const char *key);
SoleusPlace soleus_place_get_element   (const SoleusPlace *self, guint index);
gboolean    soleus_place_read_list     (const SoleusPlace *self, guint *length, GError **error);
gboolean    soleus_place_read_text     (const SoleusPlace *self, const char **text, GError **error);
gboolean    soleus_place_read_boolean  (const SoleusPlace *self, gboolean *value, GError **error);
gboolean    soleus_place_read_integer  (const SoleusPlace *self, gint64 least, gint64 most, guint *value, GError **error);
char      **soleus_place_read_ids      (const SoleusPlace *self, GError **error);

G_END_DECLS
