/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a backup in the place of what the diary holds. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_restore_dialog_show (GtkWindow *parent, SoleusContext *context, void (*restored) (gpointer data), gpointer data, GDestroyNotify destroy);

G_END_DECLS
