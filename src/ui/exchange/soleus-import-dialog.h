/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an archive into the diary, after showing what that would do. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_import_dialog_show (GtkWindow *parent, SoleusContext *context);

/* For tests, which cannot use a file chooser. */
GtkWidget *soleus_import_dialog_open (GtkWindow *parent, SoleusContext *context);
void       soleus_import_dialog_read (GtkWidget *dialog, const char *path);

G_END_DECLS
