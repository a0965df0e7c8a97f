/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which drink it was, as a group of buttons. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *soleus_drink_kinds_new (gboolean needed);

G_END_DECLS
