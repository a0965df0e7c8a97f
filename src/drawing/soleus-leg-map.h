/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leg map: where the muscles lie in a front and a back view of two legs. Read once, never changed.
 *
 * A region is named by its number, from 0 up to soleus_leg_map_get_n_regions(). Its muscle and side are the words that
 * the diary keeps. Coordinates are the map's own, with y down; the scale says how many logical pixels one of them is. */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_LEG_MAP (soleus_leg_map_get_type ())
G_DECLARE_FINAL_TYPE (SoleusLegMap, soleus_leg_map, SOLEUS, LEG_MAP, GObject)

/* What soleus_leg_map_hit() and its like answer for nothing. */
#define SOLEUS_LEG_MAP_NONE (-1)

/* How far beside a region a press still counts, in logical pixels. */
#define SOLEUS_LEG_MAP_REACH 22.0

/**
 * SoleusLegView:
 * @SOLEUS_LEG_VIEW_FRONT: as when facing someone: the person's left leg is on the right
 * @SOLEUS_LEG_VIEW_BACK: from behind: the person's left leg is on the left
 */
typedef enum
{
  SOLEUS_LEG_VIEW_FRONT,
  SOLEUS_LEG_VIEW_BACK,
} SoleusLegView;

#define SOLEUS_N_LEG_VIEWS 2

/**
 * SoleusLegDirection:
 *
 * Where an arrow key points, whatever the writing direction: the map itself is never mirrored.
 */
typedef enum
{
  SOLEUS_LEG_DIRECTION_UP,
  SOLEUS_LEG_DIRECTION_DOWN,
  SOLEUS_LEG_DIRECTION_LEFT,
  SOLEUS_LEG_DIRECTION_RIGHT,
} SoleusLegDirection;

SoleusLegMap *soleus_leg_map_new (GBytes  *bytes,
                                  GError **error);

double soleus_leg_map_get_width (SoleusLegMap *self);
double soleus_leg_map_get_height (SoleusLegMap *self);
double soleus_leg_map_get_min_scale (SoleusLegMap *self);
const char *const *soleus_leg_map_get_list_order (SoleusLegMap *self);

int soleus_leg_map_get_n_regions (SoleusLegMap *self);
int soleus_leg_map_find (SoleusLegMap *self,
                         const char   *muscle,
                         const char   *side);
SoleusLegView soleus_leg_map_get_view (SoleusLegMap *self,
                                       int           region);
const char *soleus_leg_map_get_muscle (SoleusLegMap *self,
                                       int           region);
const char *soleus_leg_map_get_side (SoleusLegMap *self,
                                     int           region);
void soleus_leg_map_get_badge (SoleusLegMap *self,
                               int           region,
                               double       *x,
                               double       *y);
void soleus_leg_map_get_extents (SoleusLegMap      *self,
                                 int                region,
                                 cairo_rectangle_t *extents);

int soleus_leg_map_hit (SoleusLegMap *self,
                        SoleusLegView view,
                        double        x,
                        double        y,
                        double        scale);
int soleus_leg_map_get_neighbour (SoleusLegMap      *self,
                                  int                region,
                                  SoleusLegDirection direction,
                                  gboolean           both_views);

G_END_DECLS
