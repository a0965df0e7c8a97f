/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawn part of the leg map view. Other widgets use SoleusLegMapView. */
#pragma once

#include "drawing/soleus-leg-map.h"
#include "ui/widgets/soleus-sites.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_LEG_MAP_CANVAS (soleus_leg_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SoleusLegMapCanvas, soleus_leg_map_canvas, SOLEUS, LEG_MAP_CANVAS, GtkWidget)

GtkWidget *soleus_leg_map_canvas_new (SoleusLegMap *map,
                                      SoleusSites  *sites);

const char *soleus_leg_map_canvas_get_status (SoleusLegMapCanvas *self);

void soleus_leg_map_canvas_set_single_view (SoleusLegMapCanvas *self,
                                            SoleusLegView       view);
gboolean soleus_leg_map_canvas_shows_both (SoleusLegMapCanvas *self,
                                           int                 width);

int soleus_leg_map_canvas_get_focused (SoleusLegMapCanvas *self);
void soleus_leg_map_canvas_move_focus (SoleusLegMapCanvas *self,
                                       SoleusLegDirection  direction);
void soleus_leg_map_canvas_toggle_focused (SoleusLegMapCanvas *self);
int soleus_leg_map_canvas_pick (SoleusLegMapCanvas *self,
                                double              x,
                                double              y);
void soleus_leg_map_canvas_get_badge (SoleusLegMapCanvas *self,
                                      int                 region,
                                      double             *x,
                                      double             *y);

G_END_DECLS
