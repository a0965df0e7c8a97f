/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which meal it was, and when. */
#pragma once

#include <gtk/gtk.h>

#include "base/soleus-clock.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MEAL_WHEN (soleus_meal_when_get_type ())
G_DECLARE_FINAL_TYPE (SoleusMealWhen, soleus_meal_when, SOLEUS, MEAL_WHEN, GtkWidget)

GtkWidget  *soleus_meal_when_new      (SoleusClock *clock, SoleusDate day);
void        soleus_meal_when_set      (SoleusMealWhen *self, const char *word, SoleusTime at);
void        soleus_meal_when_open     (SoleusMealWhen *self);
const char *soleus_meal_when_get_word (SoleusMealWhen *self);
gboolean    soleus_meal_when_get_time (SoleusMealWhen *self, SoleusTime *at);

G_END_DECLS
