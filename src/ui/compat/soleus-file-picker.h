/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file to open or to save. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @path is NULL where the person chose none. */
typedef void (*SoleusFilePicked) (const char *path, gpointer data);

void soleus_file_picker_open (GtkWidget *parent, const char *title, const char *filter_name, const char *filter_pattern, SoleusFilePicked picked, gpointer data, GDestroyNotify destroy);
void soleus_file_picker_save (GtkWidget *parent, const char *title, const char *name, SoleusFilePicked picked, gpointer data, GDestroyNotify destroy);

G_END_DECLS
