/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the screen from going dark while a widget is seen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     soleus_awake_keep    (GtkWidget *widget, const char *reason);
gboolean soleus_awake_is_kept (GtkWidget *widget);

G_END_DECLS
