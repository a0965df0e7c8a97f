/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where something is written to: what may not be overwritten, and how the person is told that it is done. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

gboolean soleus_target_check (GtkWidget *parent, SoleusContext *context, const char *path);
void     soleus_target_toast (GtkWindow *window, const char *text, const char *path);

G_END_DECLS
