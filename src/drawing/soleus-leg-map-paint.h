/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints the leg map, on the screen and on paper alike. */
#pragma once

#include "drawing/soleus-color.h"
#include "drawing/soleus-leg-map.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * SoleusLegRegionFlags:
 * @SOLEUS_LEG_REGION_SELECTED: filled, with a tick
 * @SOLEUS_LEG_REGION_HOVERED: under the pointer
 * @SOLEUS_LEG_REGION_FOCUSED: where the keyboard is
 */
typedef enum
{
  SOLEUS_LEG_REGION_PLAIN = 0,
  SOLEUS_LEG_REGION_SELECTED = 1 << 0,
  SOLEUS_LEG_REGION_HOVERED = 1 << 1,
  SOLEUS_LEG_REGION_FOCUSED = 1 << 2,
} SoleusLegRegionFlags;

/**
 * SoleusLegMapPalette:
 * @ground: what is behind the map
 * @body: the legs
 * @outline: their outline and details
 * @region: a muscle
 * @edge: its line
 * @selected: a chosen muscle
 * @selected_edge: its line
 * @tick: the disc of its tick; the tick itself is in @selected
 * @focus: the focus ring
 * @text: the words above the legs
 */
typedef struct
{
  SoleusColor ground;
  SoleusColor body;
  SoleusColor outline;
  SoleusColor region;
  SoleusColor edge;
  SoleusColor selected;
  SoleusColor selected_edge;
  SoleusColor tick;
  SoleusColor focus;
  SoleusColor text;
} SoleusLegMapPalette;

const SoleusLegMapPalette *soleus_leg_map_palette_get (gboolean dark,
                                                       gboolean high_contrast);

void soleus_leg_map_draw (SoleusLegMap               *self,
                          cairo_t                    *cr,
                          SoleusLegView               view,
                          double                      scale,
                          const SoleusLegMapPalette  *palette,
                          const SoleusLegRegionFlags *flags);

double soleus_leg_map_get_labels_height (PangoLayout *layout);
void soleus_leg_map_draw_labels (SoleusLegMap              *self,
                                 cairo_t                   *cr,
                                 SoleusLegView              view,
                                 double                     scale,
                                 const SoleusLegMapPalette *palette,
                                 PangoLayout               *layout);

G_END_DECLS
