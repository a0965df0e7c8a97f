/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drinks on Today: what was drunk so far, and one press for the usual glass. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DRINKS_ROW (soleus_drinks_row_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDrinksRow, soleus_drinks_row, SOLEUS, DRINKS_ROW, GtkWidget)

GtkWidget *soleus_drinks_row_new (SoleusContext *context);

G_END_DECLS
