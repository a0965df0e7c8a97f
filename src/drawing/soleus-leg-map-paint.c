/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines keep their share of the drawing at every scale, so that a small map on paper looks like the large one. What is
 * chosen is told by a tick as well as by colour. */
#include "drawing/soleus-leg-map-paint.h"

#include "drawing/soleus-leg-map-private.h"
#include "drawing/soleus-site-names.h"

/* Widths in the map's own units. */
#define OUTLINE_WIDTH 1.5
#define DETAIL_WIDTH 0.9
#define EDGE_WIDTH 0.9
#define HOVER_WIDTH 1.9
#define SELECTED_WIDTH 1.7
#define TICK_RADIUS 7.6
#define TICK_WIDTH 2.1

/* In logical pixels: the ring keeps its width, as focus rings do. */
#define FOCUS_RING 2.0
#define FOCUS_GAP 2.0

/* Between the words and the top of the body, and between the two words, in logical pixels. */
#define LABEL_GAP 4.0
#define LABEL_SPACING 8.0

/**
 * soleus_leg_map_palette_get:
 * @dark: whether the ground is dark
 * @high_contrast: whether lines count for more than fills
 *
 * Returns: (transfer none): the colours to paint with on a screen; the light ones suit paper
 */
const SoleusLegMapPalette *
soleus_leg_map_palette_get (gboolean dark,
                            gboolean high_contrast)
{
  static const SoleusLegMapPalette light = {
    .ground = SOLEUS_COLOR (0xffffff),
    .body = SOLEUS_COLOR (0xe9e4de),
    .outline = SOLEUS_COLOR (0x3d3846),
    .region = SOLEUS_COLOR (0xf6f4f1),
    .edge = SOLEUS_COLOR (0x6f6a64),
    .selected = SOLEUS_COLOR (0x1b6a72),
    .selected_edge = SOLEUS_COLOR (0x3d3846),
    .tick = SOLEUS_COLOR (0xffffff),
    .focus = SOLEUS_COLOR (0x145c64),
    .text = SOLEUS_COLOR (0x2e2c33),
  };
  static const SoleusLegMapPalette night = {
    .ground = SOLEUS_COLOR (0x303030),
    .body = SOLEUS_COLOR (0x55524f),
    .outline = SOLEUS_COLOR (0xf2efec),
    .region = SOLEUS_COLOR (0x3c3a38),
    .edge = SOLEUS_COLOR (0xb0aca8),
    .selected = SOLEUS_COLOR (0x7fd0d6),
    .selected_edge = SOLEUS_COLOR (0xf2efec),
    .tick = SOLEUS_COLOR (0x10292c),
    .focus = SOLEUS_COLOR (0x7fd0d6),
    .text = SOLEUS_COLOR (0xf2efec),
  };
  static const SoleusLegMapPalette contrast = {
    .ground = SOLEUS_COLOR (0xffffff),
    .body = SOLEUS_COLOR (0xffffff),
    .outline = SOLEUS_COLOR (0x000000),
    .region = SOLEUS_COLOR (0xffffff),
    .edge = SOLEUS_COLOR (0x000000),
    .selected = SOLEUS_COLOR (0x0d4a51),
    .selected_edge = SOLEUS_COLOR (0x000000),
    .tick = SOLEUS_COLOR (0xffffff),
    .focus = SOLEUS_COLOR (0x0d4a51),
    .text = SOLEUS_COLOR (0x000000),
  };
  static const SoleusLegMapPalette contrast_night = {
    .ground = SOLEUS_COLOR (0x1e1e1e),
    .body = SOLEUS_COLOR (0x1e1e1e),
    .outline = SOLEUS_COLOR (0xffffff),
    .region = SOLEUS_COLOR (0x1e1e1e),
    .edge = SOLEUS_COLOR (0xffffff),
    .selected = SOLEUS_COLOR (0xa6e6ea),
    .selected_edge = SOLEUS_COLOR (0xffffff),
    .tick = SOLEUS_COLOR (0x04191b),
    .focus = SOLEUS_COLOR (0xa6e6ea),
    .text = SOLEUS_COLOR (0xffffff),
  };

  if (high_contrast)
    return dark ? &contrast_night : &contrast;
  return dark ? &night : &light;
}

static void
stroke_path (cairo_t           *cr,
             const SoleusPath  *path,
             double             width,
             const SoleusColor *color)
{
  soleus_path_append (path, cr);
  cairo_set_line_width (cr, width);
  soleus_color_set_source (color, cr);
  cairo_stroke (cr);
}

static void
fill_path (cairo_t           *cr,
           const SoleusPath  *path,
           const SoleusColor *color)
{
  soleus_path_append (path, cr);
  soleus_color_set_source (color, cr);
  cairo_fill (cr);
}

static void
draw_body (cairo_t                   *cr,
           const SoleusLegSheet      *sheet,
           const SoleusLegMapPalette *palette)
{
  fill_path (cr, sheet->outline, &palette->body);
  stroke_path (cr, sheet->outline, OUTLINE_WIDTH, &palette->outline);
  stroke_path (cr, sheet->waist, DETAIL_WIDTH, &palette->outline);
}

/* Knees, toes and the like, over the regions. */
static void
draw_details (cairo_t                   *cr,
              const SoleusLegSheet      *sheet,
              const SoleusLegMapPalette *palette)
{
  for (guint i = 0; i < sheet->details->len; i++)
    stroke_path (cr, g_ptr_array_index (sheet->details, i), DETAIL_WIDTH, &palette->outline);
}

static void
draw_region (cairo_t                   *cr,
             const SoleusLegRegion     *region,
             SoleusLegRegionFlags       flags,
             const SoleusLegMapPalette *palette)
{
  gboolean selected = (flags & SOLEUS_LEG_REGION_SELECTED) != 0;
  gboolean hovered = (flags & SOLEUS_LEG_REGION_HOVERED) != 0;

  fill_path (cr, region->path, selected ? &palette->selected : &palette->region);
  if (selected)
    stroke_path (cr, region->path, hovered ? SELECTED_WIDTH + DETAIL_WIDTH : SELECTED_WIDTH, &palette->selected_edge);
  else
    stroke_path (cr, region->path, hovered ? HOVER_WIDTH : EDGE_WIDTH, hovered ? &palette->outline : &palette->edge);
}

/* The ring lies around the region, kept apart from it by the ground's colour, so that it is seen on every fill. */
static void
draw_focus_ring (cairo_t                   *cr,
                 const SoleusLegRegion     *region,
                 double                     scale,
                 const SoleusLegMapPalette *palette)
{
  double gap = SELECTED_WIDTH + 2 * FOCUS_GAP / scale;

  stroke_path (cr, region->path, gap + 4 * FOCUS_RING / scale, &palette->ground);
  stroke_path (cr, region->path, gap + 2 * FOCUS_RING / scale, &palette->focus);
  stroke_path (cr, region->path, gap, &palette->ground);
}

static void
draw_badge (cairo_t                   *cr,
            const SoleusLegRegion     *region,
            const SoleusLegMapPalette *palette)
{
  cairo_new_path (cr);
  cairo_arc (cr, region->badge.x, region->badge.y, TICK_RADIUS, 0, 2 * G_PI);
  soleus_color_set_source (&palette->tick, cr);
  cairo_fill (cr);

  cairo_move_to (cr, region->badge.x - 3.6, region->badge.y + 0.2);
  cairo_line_to (cr, region->badge.x - 1.1, region->badge.y + 2.8);
  cairo_line_to (cr, region->badge.x + 3.8, region->badge.y - 2.8);
  cairo_set_line_width (cr, TICK_WIDTH);
  soleus_color_set_source (&palette->selected, cr);
  cairo_stroke (cr);
}

/**
 * soleus_leg_map_draw:
 * @self: a map
 * @cr: where to draw; the view's top left corner is at its origin
 * @view: which view
 * @scale: logical pixels for one of the map's units
 * @palette: the colours
 * @flags: (nullable) (array): for each region how it is shown, or %NULL for all plain
 */
void
soleus_leg_map_draw (SoleusLegMap               *self,
                     cairo_t                    *cr,
                     SoleusLegView               view,
                     double                      scale,
                     const SoleusLegMapPalette  *palette,
                     const SoleusLegRegionFlags *flags)
{
  const SoleusLegSheet *sheet = &self->sheets[view];
  const SoleusLegRegion *regions = (const SoleusLegRegion *) (gpointer) self->regions->data;
  int focused = SOLEUS_LEG_MAP_NONE;

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  draw_body (cr, sheet, palette);
  for (guint i = 0; i < self->regions->len; i++)
    if (regions[i].view == view)
      {
        draw_region (cr, &regions[i], flags != NULL ? flags[i] : SOLEUS_LEG_REGION_PLAIN, palette);
        if (flags != NULL && (flags[i] & SOLEUS_LEG_REGION_FOCUSED) != 0)
          focused = (int) i;
      }
  draw_details (cr, sheet, palette);

  if (focused != SOLEUS_LEG_MAP_NONE)
    {
      draw_focus_ring (cr, &regions[focused], scale, palette);
      draw_region (cr, &regions[focused], flags[focused], palette);
      cairo_save (cr);
      soleus_path_append (regions[focused].path, cr);
      cairo_clip (cr);
      draw_details (cr, sheet, palette);
      cairo_restore (cr);
    }

  for (guint i = 0; flags != NULL && i < self->regions->len; i++)
    if (regions[i].view == view && (flags[i] & SOLEUS_LEG_REGION_SELECTED) != 0)
      draw_badge (cr, &regions[i], palette);

  cairo_restore (cr);
}

/**
 * soleus_leg_map_get_labels_height:
 * @layout: a layout with the font of the words; its text is changed
 *
 * Returns: how much room the words above a view need, in logical pixels
 */
double
soleus_leg_map_get_labels_height (PangoLayout *layout)
{
  int height = 0;

  pango_layout_set_text (layout, soleus_side_get_name ("left"), -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + LABEL_GAP;
}

/**
 * soleus_leg_map_draw_labels:
 * @self: a map
 * @cr: where to draw; the view's top left corner is at its origin, the words come above it
 * @view: which view
 * @scale: logical pixels for one of the map's units
 * @palette: the colours
 * @layout: a layout with the font of the words; its text is changed
 *
 * Puts "Left" and "Right" over the legs. Long words are moved apart, never over each other.
 */
void
soleus_leg_map_draw_labels (SoleusLegMap              *self,
                            cairo_t                   *cr,
                            SoleusLegView              view,
                            double                     scale,
                            const SoleusLegMapPalette *palette,
                            PangoLayout               *layout)
{
  const SoleusLegSheet *sheet = &self->sheets[view];
  double middle = self->width * scale / 2;

  soleus_color_set_source (&palette->text, cr);
  for (guint i = 0; i < sheet->labels->len; i++)
    {
      const SoleusLegLabel *label = &g_array_index (sheet->labels, SoleusLegLabel, i);
      int width = 0;
      int height = 0;
      double x;

      pango_layout_set_text (layout, soleus_side_get_name (label->side), -1);
      pango_layout_get_pixel_size (layout, &width, &height);

      x = label->at.x * scale - width / 2.0;
      if (label->at.x * scale < middle)
        x = MIN (x, middle - LABEL_SPACING / 2 - width);
      else
        x = MAX (x, middle + LABEL_SPACING / 2);

      cairo_move_to (cr, x, -LABEL_GAP - height);
      pango_cairo_show_layout (cr, layout);
    }
}
