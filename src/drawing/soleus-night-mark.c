/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No tick for a night without cramps: the calendar is no score. */
#include "drawing/soleus-night-mark.h"

#include <glib/gi18n.h>

#define MIDDLE (SOLEUS_NIGHT_MARK_SIZE / 2)

/**
 * soleus_night_palette_get:
 * @dark: whether the ground is dark
 * @high_contrast: whether the person asked for more contrast
 *
 * Returns: (transfer none): the colours to paint with on a screen; the light ones suit paper
 */
const SoleusNightPalette *
soleus_night_palette_get (gboolean dark,
                          gboolean high_contrast)
{
  static const SoleusNightPalette light = {
    .no_cramp = SOLEUS_COLOR (0x145c64),
    .cramps = SOLEUS_COLOR (0xb34700),
    .count = SOLEUS_COLOR (0xffffff),
    .unsure = SOLEUS_COLOR (0x5e5c64),
    .not_recorded = SOLEUS_COLOR (0x6f6d75),
  };
  static const SoleusNightPalette night = {
    .no_cramp = SOLEUS_COLOR (0x7fd0d6),
    .cramps = SOLEUS_COLOR (0xff9d4d),
    .count = SOLEUS_COLOR (0x2b1200),
    .unsure = SOLEUS_COLOR (0xc0bfbc),
    .not_recorded = SOLEUS_COLOR (0x9a9996),
  };
  static const SoleusNightPalette contrast = {
    .no_cramp = SOLEUS_COLOR (0x0d4a51),
    .cramps = SOLEUS_COLOR (0x7a2f00),
    .count = SOLEUS_COLOR (0xffffff),
    .unsure = SOLEUS_COLOR (0x3d3846),
    .not_recorded = SOLEUS_COLOR (0x3d3846),
  };
  static const SoleusNightPalette contrast_night = {
    .no_cramp = SOLEUS_COLOR (0xa6e6ea),
    .cramps = SOLEUS_COLOR (0xffb980),
    .count = SOLEUS_COLOR (0x2b1200),
    .unsure = SOLEUS_COLOR (0xe6e5e2),
    .not_recorded = SOLEUS_COLOR (0xe6e5e2),
  };

  if (high_contrast)
    return dark ? &contrast_night : &contrast;
  return dark ? &night : &light;
}

/* Text of a given height in the mark's own units, in the middle of the mark. The digits' own box is centred, not the
 * line's, which leaves room for letters that hang down. */
static void
draw_text (cairo_t           *cr,
           PangoContext      *context,
           const char        *text,
           double             height,
           const SoleusColor *color)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoRectangle ink;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, height * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, &ink, NULL);

  soleus_color_set_source (color, cr);
  cairo_move_to (cr,
                 MIDDLE - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                 MIDDLE - (ink.y + ink.height / 2.0) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_ring (cairo_t *cr,
           double   radius,
           double   width)
{
  cairo_new_path (cr);
  cairo_arc (cr, MIDDLE, MIDDLE, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_square (cairo_t *cr)
{
  const double radius = 5;
  const double far = SOLEUS_NIGHT_MARK_SIZE - radius;

  cairo_new_path (cr);
  cairo_arc (cr, far, radius, radius, -G_PI_2, 0);
  cairo_arc (cr, far, far, radius, 0, G_PI_2);
  cairo_arc (cr, radius, far, radius, G_PI_2, G_PI);
  cairo_arc (cr, radius, radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/**
 * soleus_night_mark_draw:
 * @cr: where to draw; the mark's top left corner is at its origin
 * @context: the font of the count and the question mark
 * @state: which mark
 * @count: how many cramps; 0 leaves the square empty
 * @size: width and height in logical pixels, %SOLEUS_NIGHT_MARK_SIZE at text scale 1
 * @palette: the colours
 */
void
soleus_night_mark_draw (cairo_t                  *cr,
                        PangoContext             *context,
                        SoleusNightState          state,
                        guint                     count,
                        double                    size,
                        const SoleusNightPalette *palette)
{
  static const double dashes[] = { 3.6, 2.7 };

  cairo_save (cr);
  cairo_scale (cr, size / SOLEUS_NIGHT_MARK_SIZE, size / SOLEUS_NIGHT_MARK_SIZE);

  switch (state)
    {
    case SOLEUS_NIGHT_NO_CRAMP:
      soleus_color_set_source (&palette->no_cramp, cr);
      draw_ring (cr, 8, 2.2);
      break;

    case SOLEUS_NIGHT_CRAMPS:
      soleus_color_set_source (&palette->cramps, cr);
      draw_square (cr);
      if (count > 0 && count < SOLEUS_NIGHT_MARK_MANY)
        {
          g_autofree char *text = g_strdup_printf ("%u", count);

          draw_text (cr, context, text, 15, &palette->count);
        }
      else if (count >= SOLEUS_NIGHT_MARK_MANY)
        {
          /* Translators: ten or more cramps, in a square that has room for two signs */
          draw_text (cr, context, _("9+"), 14, &palette->count);
        }
      break;

    case SOLEUS_NIGHT_UNSURE:
      soleus_color_set_source (&palette->unsure, cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      draw_ring (cr, 9.5, 2);
      /* Translators: the sign for "not sure", in a ring */
      draw_text (cr, context, _("?"), 13, &palette->unsure);
      break;

    case SOLEUS_NIGHT_NOT_RECORDED:
    default:
      soleus_color_set_source (&palette->not_recorded, cr);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, 2.4);
      cairo_move_to (cr, MIDDLE - 5, MIDDLE);
      cairo_line_to (cr, MIDDLE + 5, MIDDLE);
      cairo_stroke (cr);
      break;
    }

  cairo_restore (cr);
}

/**
 * soleus_night_mark_dup_description:
 * @state: a state
 * @count: how many cramps, or 0 if that is not known
 *
 * Returns: (transfer full): the mark in words, for a screen reader
 */
char *
soleus_night_mark_dup_description (SoleusNightState state,
                                   guint            count)
{
  if (state == SOLEUS_NIGHT_CRAMPS && count > 0)
    /* Translators: the state of a night, and how many cramps it had */
    return g_strdup_printf (_("Cramps, %u"), count);

  return g_strdup (soleus_night_state_get_name (state));
}
