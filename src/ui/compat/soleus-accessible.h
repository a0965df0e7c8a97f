/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name that a screen reader says, and what it finds. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void soleus_accessible_set_name     (GtkAccessible *accessible, const char *name);
void soleus_accessible_present_only (GtkWidget *stack, GtkWidget *shown);

G_END_DECLS
