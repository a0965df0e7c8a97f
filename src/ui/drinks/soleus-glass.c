/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tumbler that grows with the text. A glass with something in it also has a thick bottom, so that it is told apart without
 * colour. The picture is for the eye alone: what it says stands beside it in words. */
#include "ui/drinks/soleus-glass.h"

#define WIDTH 18
#define HEIGHT 26
#define STROKE 1.6
#define BOTTOM 3.2
#define TAPER 2.4 /* how much narrower the bottom is, on each side */

/* The glass's size at a text of this many pixels, which is the desktop's usual one. */
#define USUAL_TEXT (11.0 * 96 / 72)

struct _SoleusGlass
{
  GtkWidget parent_instance;

  double level;
};

G_DEFINE_FINAL_TYPE (SoleusGlass, soleus_glass, GTK_TYPE_WIDGET)

static double
get_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double text = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    text *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (1, text / USUAL_TEXT);
}

static void
soleus_glass_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = *natural = (int) (get_scale (widget) * (orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT) + 0.5);
}

/* The inside of the glass, from the bottom up to a height between 0 and 1. */
static void
add_inside (cairo_t *cr,
            double   height)
{
  double top = STROKE / 2, bottom = HEIGHT - STROKE / 2, left = STROKE / 2, right = WIDTH - STROKE / 2;
  double y = bottom - (bottom - top) * height, taper = TAPER * (1 - height);

  cairo_move_to (cr, left + taper, y);
  cairo_line_to (cr, left + TAPER, bottom);
  cairo_line_to (cr, right - TAPER, bottom);
  cairo_line_to (cr, right - taper, y);
}

static void
soleus_glass_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  SoleusGlass *self = SOLEUS_GLASS (widget);
  double scale = get_scale (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  GdkRGBA color;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  G_GNUC_END_IGNORE_DEPRECATIONS
  cairo_scale (cr, scale, scale);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, STROKE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (self->level > 0)
    {
      add_inside (cr, self->level);
      cairo_close_path (cr);
      cairo_fill (cr);
      cairo_rectangle (cr, STROKE / 2 + TAPER, HEIGHT - BOTTOM, WIDTH - STROKE - 2 * TAPER, BOTTOM - STROKE / 2);
      cairo_fill (cr);
    }
  add_inside (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
soleus_glass_class_init (SoleusGlassClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = soleus_glass_measure;
  widget_class->snapshot = soleus_glass_snapshot;
  gtk_widget_class_set_css_name (widget_class, "glass");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
soleus_glass_init (SoleusGlass *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * soleus_glass_new:
 * @level: how full it is, from 0 to 1
 *
 * Returns: (transfer floating): a glass
 */
GtkWidget *
soleus_glass_new (double level)
{
  SoleusGlass *self = g_object_new (SOLEUS_TYPE_GLASS, NULL);

  self->level = CLAMP (level, 0, 1);
  return GTK_WIDGET (self);
}

/**
 * soleus_glass_get_level:
 * @self: a glass
 *
 * Returns: how full it is, from 0 to 1
 */
double
soleus_glass_get_level (SoleusGlass *self)
{
  g_return_val_if_fail (SOLEUS_IS_GLASS (self), 0);

  return self->level;
}
