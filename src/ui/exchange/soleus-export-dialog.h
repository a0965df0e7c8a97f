/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the whole diary to a file of the person's choice. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_export_dialog_show (GtkWindow *parent, SoleusContext *context);

/* For tests, which cannot use a file chooser. */
GtkWidget *soleus_export_dialog_open    (GtkWindow *parent, SoleusContext *context);
void       soleus_export_dialog_save_to (GtkWidget *dialog, const char *path);

G_END_DECLS
