/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nights of one month as a grid of days. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MONTH_GRID (soleus_month_grid_get_type ())

G_DECLARE_FINAL_TYPE (SoleusMonthGrid, soleus_month_grid, SOLEUS, MONTH_GRID, GtkWidget)

GtkWidget  *soleus_month_grid_new        (SoleusContext *context);
SoleusDate  soleus_month_grid_get_night  (SoleusMonthGrid *self);
void        soleus_month_grid_set_night  (SoleusMonthGrid *self, SoleusDate night);
GArray     *soleus_month_grid_get_nights (SoleusMonthGrid *self);
const SoleusNight *soleus_month_grid_find_night (SoleusMonthGrid *self, SoleusDate night);
SoleusDate  soleus_month_grid_get_latest (SoleusMonthGrid *self);
GtkWidget  *soleus_month_grid_get_cell   (SoleusMonthGrid *self, SoleusDate night);
void        soleus_month_grid_reload     (SoleusMonthGrid *self);

G_END_DECLS
