/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two parts of a page: beside each other where both are wide enough to read, otherwise one below the other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_COLUMNS (soleus_columns_get_type ())

G_DECLARE_FINAL_TYPE (SoleusColumns, soleus_columns, SOLEUS, COLUMNS, GtkWidget)

GtkWidget *soleus_columns_new (GtkWidget *first, GtkWidget *second);

G_END_DECLS
