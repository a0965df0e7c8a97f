/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search as you type, what was eaten lately, favorites, and what was typed as it is. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-food-table.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FOOD_PICKER (soleus_food_picker_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFoodPicker, soleus_food_picker, SOLEUS, FOOD_PICKER, GtkWidget)

GtkWidget       *soleus_food_picker_new       (SoleusContext *context);
SoleusFoodTable *soleus_food_picker_get_table (SoleusFoodPicker *self);
void             soleus_food_picker_set_offer (SoleusFoodPicker *self, GtkWidget *offer);
char            *soleus_food_picker_dup_typed (SoleusFoodPicker *self);
void             soleus_food_picker_set_typed (SoleusFoodPicker *self, const char *text);
void             soleus_food_picker_say       (SoleusFoodPicker *self, const char *text, gboolean is_problem, gboolean undoable);

G_END_DECLS
