/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers questions about the leg map: what is under a pointer, what an arrow key leads to. */
#include "drawing/soleus-leg-map-private.h"

#include <math.h>

/* Between the two views, when they stand side by side, in the map's own units. */
#define VIEW_GAP 20.0

/* How much a step to the side weighs against one straight ahead when the next region is looked for. */
#define ASIDE_WEIGHT 3.0

G_DEFINE_FINAL_TYPE (SoleusLegMap, soleus_leg_map, G_TYPE_OBJECT)

void
soleus_leg_region_clear (SoleusLegRegion *region)
{
  g_clear_pointer (&region->muscle, g_free);
  g_clear_pointer (&region->side, g_free);
  g_clear_pointer (&region->path, soleus_path_free);
}

void
soleus_leg_label_clear (SoleusLegLabel *label)
{
  g_clear_pointer (&label->side, g_free);
}

void
soleus_leg_sheet_clear (SoleusLegSheet *sheet)
{
  g_clear_pointer (&sheet->outline, soleus_path_free);
  g_clear_pointer (&sheet->waist, soleus_path_free);
  g_clear_pointer (&sheet->details, g_ptr_array_unref);
  g_clear_pointer (&sheet->labels, g_array_unref);
}

static void
soleus_leg_map_finalize (GObject *object)
{
  SoleusLegMap *self = SOLEUS_LEG_MAP (object);

  for (guint i = 0; i < SOLEUS_N_LEG_VIEWS; i++)
    soleus_leg_sheet_clear (&self->sheets[i]);
  g_clear_pointer (&self->regions, g_array_unref);
  g_clear_pointer (&self->list_order, g_strfreev);

  G_OBJECT_CLASS (soleus_leg_map_parent_class)->finalize (object);
}

static void
soleus_leg_map_class_init (SoleusLegMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_leg_map_finalize;
}

static void
soleus_leg_map_init (SoleusLegMap *self)
{
  self->regions = g_array_new (FALSE, FALSE, sizeof (SoleusLegRegion));
  g_array_set_clear_func (self->regions, (GDestroyNotify) soleus_leg_region_clear);
}

/**
 * soleus_leg_map_new:
 * @bytes: the text of legmap.json
 * @error: why it could not be read
 *
 * Returns: (transfer full): the map, or %NULL with @error set if the text is not a complete map
 */
SoleusLegMap *
soleus_leg_map_new (GBytes  *bytes,
                    GError **error)
{
  g_autoptr (SoleusLegMap) self = g_object_new (SOLEUS_TYPE_LEG_MAP, NULL);

  if (!soleus_leg_map_load (self, bytes, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * soleus_leg_map_get_width:
 * @self: a map
 *
 * Returns: the width of one view, in the map's units
 */
double
soleus_leg_map_get_width (SoleusLegMap *self)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (self), 0);

  return self->width;
}

/**
 * soleus_leg_map_get_height:
 * @self: a map
 *
 * Returns: the height of one view without the words above it, in the map's units
 */
double
soleus_leg_map_get_height (SoleusLegMap *self)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (self), 0);

  return self->height;
}

/**
 * soleus_leg_map_get_min_scale:
 * @self: a map
 *
 * Returns: the scale below which regions become too small to point at
 */
double
soleus_leg_map_get_min_scale (SoleusLegMap *self)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (self), 0);

  return self->min_scale;
}

/**
 * soleus_leg_map_get_list_order:
 * @self: a map
 *
 * Returns: (transfer none): the muscles in the order in which lists show them, ended by %NULL
 */
const char *const *
soleus_leg_map_get_list_order (SoleusLegMap *self)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (self), NULL);

  return (const char *const *) self->list_order;
}

/**
 * soleus_leg_map_get_n_regions:
 * @self: a map
 *
 * Returns: how many regions both views have together
 */
int
soleus_leg_map_get_n_regions (SoleusLegMap *self)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (self), 0);

  return (int) self->regions->len;
}

static const SoleusLegRegion *
get_region (SoleusLegMap *self,
            int           region)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (self), NULL);
  g_return_val_if_fail (region >= 0 && region < (int) self->regions->len, NULL);

  return &g_array_index (self->regions, SoleusLegRegion, region);
}

/**
 * soleus_leg_map_find:
 * @self: a map
 * @muscle: a muscle's word
 * @side: (nullable): "left" or "right"
 *
 * Returns: the region of that muscle, or %SOLEUS_LEG_MAP_NONE if the map shows none
 */
int
soleus_leg_map_find (SoleusLegMap *self,
                     const char   *muscle,
                     const char   *side)
{
  for (int i = 0; i < soleus_leg_map_get_n_regions (self); i++)
    {
      const SoleusLegRegion *region = get_region (self, i);

      if (g_str_equal (region->muscle, muscle) && g_strcmp0 (region->side, side) == 0)
        return i;
    }

  return SOLEUS_LEG_MAP_NONE;
}

/**
 * soleus_leg_map_get_view:
 * @self: a map
 * @region: a region
 *
 * Returns: the view that shows it
 */
SoleusLegView
soleus_leg_map_get_view (SoleusLegMap *self,
                         int           region)
{
  const SoleusLegRegion *found = get_region (self, region);

  return found != NULL ? found->view : SOLEUS_LEG_VIEW_FRONT;
}

/**
 * soleus_leg_map_get_muscle:
 * @self: a map
 * @region: a region
 *
 * Returns: (transfer none): its muscle's word
 */
const char *
soleus_leg_map_get_muscle (SoleusLegMap *self,
                           int           region)
{
  const SoleusLegRegion *found = get_region (self, region);

  return found != NULL ? found->muscle : NULL;
}

/**
 * soleus_leg_map_get_side:
 * @self: a map
 * @region: a region
 *
 * Returns: (transfer none): "left" or "right", as the person has it
 */
const char *
soleus_leg_map_get_side (SoleusLegMap *self,
                         int           region)
{
  const SoleusLegRegion *found = get_region (self, region);

  return found != NULL ? found->side : NULL;
}

/**
 * soleus_leg_map_get_badge:
 * @self: a map
 * @region: a region
 * @x: (out): the middle of its tick
 * @y: (out): the middle of its tick
 */
void
soleus_leg_map_get_badge (SoleusLegMap *self,
                          int           region,
                          double       *x,
                          double       *y)
{
  const SoleusLegRegion *found = get_region (self, region);

  *x = found != NULL ? found->badge.x : 0;
  *y = found != NULL ? found->badge.y : 0;
}

/**
 * soleus_leg_map_get_extents:
 * @self: a map
 * @region: a region
 * @extents: (out): the smallest upright rectangle around it
 */
void
soleus_leg_map_get_extents (SoleusLegMap      *self,
                            int                region,
                            cairo_rectangle_t *extents)
{
  const SoleusLegRegion *found = get_region (self, region);

  *extents = (cairo_rectangle_t) { 0 };
  if (found != NULL)
    soleus_path_get_extents (found->path, extents);
}

static gboolean
is_in_right_half (SoleusLegMap *self,
                  double        x)
{
  return x > self->width / 2;
}

/**
 * soleus_leg_map_hit:
 * @self: a map
 * @view: which of the two views was pointed at
 * @x: the point, in the map's units
 * @y: the point, in the map's units
 * @scale: logical pixels for one unit
 *
 * Finds the region that is meant: the one that holds the point, or else the nearest of the same leg that is within
 * %SOLEUS_LEG_MAP_REACH.
 *
 * Returns: the region, or %SOLEUS_LEG_MAP_NONE
 */
int
soleus_leg_map_hit (SoleusLegMap *self,
                    SoleusLegView view,
                    double        x,
                    double        y,
                    double        scale)
{
  int nearest = SOLEUS_LEG_MAP_NONE;
  double least;

  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (self), SOLEUS_LEG_MAP_NONE);
  g_return_val_if_fail (scale > 0, SOLEUS_LEG_MAP_NONE);

  least = SOLEUS_LEG_MAP_REACH / scale;

  for (int i = 0; i < (int) self->regions->len; i++)
    {
      const SoleusLegRegion *region = get_region (self, i);
      double distance;

      if (region->view != view)
        continue;
      if (soleus_path_contains (region->path, x, y))
        return i;
      if (is_in_right_half (self, region->badge.x) != is_in_right_half (self, x))
        continue;

      distance = soleus_path_get_distance (region->path, x, y);
      if (distance <= least)
        {
          least = distance;
          nearest = i;
        }
    }

  return nearest;
}

/* The front view stands left of the back view, as they are drawn when there is room for both. */
static double
get_place_in_row (SoleusLegMap          *self,
                  const SoleusLegRegion *region)
{
  return region->badge.x + (region->view == SOLEUS_LEG_VIEW_BACK ? self->width + VIEW_GAP : 0);
}

/**
 * soleus_leg_map_get_neighbour:
 * @self: a map
 * @region: where the arrow starts
 * @direction: where it points
 * @both_views: whether both views are shown side by side, so that an arrow may lead from one to the other
 *
 * Up and down stay on the same leg; left and right go across legs and views.
 *
 * Returns: the next region, or %SOLEUS_LEG_MAP_NONE if there is none that way
 */
int
soleus_leg_map_get_neighbour (SoleusLegMap      *self,
                              int                region,
                              SoleusLegDirection direction,
                              gboolean           both_views)
{
  const SoleusLegRegion *from = get_region (self, region);
  gboolean sideways = direction == SOLEUS_LEG_DIRECTION_LEFT || direction == SOLEUS_LEG_DIRECTION_RIGHT;
  gboolean backward = direction == SOLEUS_LEG_DIRECTION_LEFT || direction == SOLEUS_LEG_DIRECTION_UP;
  int nearest = SOLEUS_LEG_MAP_NONE;
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (from != NULL, SOLEUS_LEG_MAP_NONE);

  for (int i = 0; i < (int) self->regions->len; i++)
    {
      const SoleusLegRegion *to = get_region (self, i);
      double dx = get_place_in_row (self, to) - get_place_in_row (self, from);
      double dy = to->badge.y - from->badge.y;
      double ahead = (sideways ? dx : dy) * (backward ? -1 : 1);
      double aside = fabs (sideways ? dy : dx);

      if (to->view != from->view && (!sideways || !both_views))
        continue;
      if (!sideways && !g_str_equal (to->side, from->side))
        continue;
      if (ahead <= 0 || aside > ahead)
        continue;

      if (ahead + ASIDE_WEIGHT * aside < least)
        {
          least = ahead + ASIDE_WEIGHT * aside;
          nearest = i;
        }
    }

  return nearest;
}
