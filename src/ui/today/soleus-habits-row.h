/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a day was like for the legs, one press each: hard exercise, long sitting or standing, heels, travel. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_HABITS_ROW (soleus_habits_row_get_type ())

G_DECLARE_FINAL_TYPE (SoleusHabitsRow, soleus_habits_row, SOLEUS, HABITS_ROW, GtkWidget)

GtkWidget *soleus_habits_row_new (SoleusContext *context, SoleusDate day);

G_END_DECLS
