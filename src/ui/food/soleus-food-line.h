/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One food with how many servings: something to add, or something of a meal. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-food-table.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FOOD_LINE (soleus_food_line_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFoodLine, soleus_food_line, SOLEUS, FOOD_LINE, GtkWidget)

GtkWidget              *soleus_food_line_new_to_add   (void);
GtkWidget              *soleus_food_line_new_of_meal  (void);
void                    soleus_food_line_set_choice   (SoleusFoodLine *self, const SoleusFoodChoice *choice, gboolean favourite);
const SoleusFoodChoice *soleus_food_line_get_choice   (SoleusFoodLine *self);
void                    soleus_food_line_set_servings (SoleusFoodLine *self, gint64 servings);
gint64                  soleus_food_line_get_servings (SoleusFoodLine *self);

G_END_DECLS
