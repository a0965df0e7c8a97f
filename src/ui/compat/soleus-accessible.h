/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name that a screen reader says. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void soleus_accessible_set_name (GtkAccessible *accessible, const char *name);

G_END_DECLS
