/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that appears whole or not at all: written under another name, put on the disk, then given its name. */
#pragma once

#include <glib.h>

#include "store/soleus-store-error.h"

G_BEGIN_DECLS

char    *soleus_new_file_dup_draft (const char *target);
gboolean soleus_new_file_place     (const char *draft, const char *target, GError **error);
gboolean soleus_new_file_may_be    (const char *target, const char *diary_path, GError **error);
void     soleus_new_file_sweep     (const char *folder, const char *prefix, gint64 made_before);

G_END_DECLS
