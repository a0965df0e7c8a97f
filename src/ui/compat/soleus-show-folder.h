/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a folder in the file manager. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void soleus_show_folder (GtkWidget *parent, const char *folder);
void soleus_show_folder_of (GtkWidget *parent, const char *file);

G_END_DECLS
