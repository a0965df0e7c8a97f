/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas of the leg map, as its drawing and its keys and pointer share it. */
#pragma once

#include "drawing/soleus-leg-map-paint.h"
#include "ui/widgets/soleus-leg-map-canvas.h"

G_BEGIN_DECLS

struct _SoleusLegMapCanvas
{
  GtkWidget parent_instance;

  SoleusLegMap *map;
  SoleusSites *sites;
  SoleusLegView single_view;
  SoleusLegRegionFlags *flags; /* for each region */
  int hovered;
  int pressed;
  int focused;
  gboolean has_keyboard;
  double pointer_x; /* where the pointer was last seen in the window */
  double pointer_y;
  char *status;
};

gboolean soleus_leg_map_canvas_is_shown (SoleusLegMapCanvas *self,
                                         int                 region);
gboolean soleus_leg_map_canvas_is_selected (SoleusLegMapCanvas *self,
                                            int                 region);
void soleus_leg_map_canvas_update_state (SoleusLegMapCanvas *self);
void soleus_leg_map_canvas_add_controllers (SoleusLegMapCanvas *self);

G_END_DECLS
