/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when a file in a folder was written, without ever looking by itself. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_FOLDER_WATCH (soleus_folder_watch_get_type ())

G_DECLARE_FINAL_TYPE (SoleusFolderWatch, soleus_folder_watch, SOLEUS, FOLDER_WATCH, GObject)

SoleusFolderWatch *soleus_folder_watch_new (const char *file);

G_END_DECLS
