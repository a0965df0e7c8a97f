/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taken is a full disc, skipped a ring with a bar, not recorded a hollow triangle, due a ring, later and ahead a broken ring. Drawn in the
 * colour of the text, so that it holds in every theme. */
#include "config.h"

#include "ui/medicines/soleus-dose-mark.h"

#include <math.h>

#include "ui/widgets/soleus-build.h"

#define SIZE 22
#define LINE 2.2

struct _SoleusDoseMark
{
  GtkWidget parent_instance;

  SoleusDoseState state;
};

G_DEFINE_FINAL_TYPE (SoleusDoseMark, soleus_dose_mark, GTK_TYPE_WIDGET)

static void
soleus_dose_mark_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  *minimum = *natural = (int) (SIZE * MAX (1.0, soleus_build_text_scale (widget)) + 0.5);
}

static void
draw (cairo_t        *cr,
      SoleusDoseState state)
{
  const double dashes[] = { 3.6, 2.7 };
  const double middle = SIZE / 2.0, radius = 8;

  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (state == SOLEUS_DOSE_MISSED)
    {
      cairo_move_to (cr, middle, 3);
      cairo_line_to (cr, SIZE - 3, SIZE - 4);
      cairo_line_to (cr, 3, SIZE - 4);
      cairo_close_path (cr);
      cairo_stroke (cr);
      return;
    }
  if (state == SOLEUS_DOSE_AHEAD || state == SOLEUS_DOSE_LATER)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  cairo_arc (cr, middle, middle, radius, 0, 2 * G_PI);
  if (state == SOLEUS_DOSE_TAKEN)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
  if (state == SOLEUS_DOSE_SKIPPED)
    {
      cairo_move_to (cr, middle - 4, middle);
      cairo_line_to (cr, middle + 4, middle);
      cairo_stroke (cr);
    }
}

static void
soleus_dose_mark_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double size = MIN (width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_translate (cr, (width - size) / 2, (height - size) / 2);
  cairo_scale (cr, size / SIZE, size / SIZE);
  draw (cr, SOLEUS_DOSE_MARK (widget)->state);
  cairo_destroy (cr);
}

static void
soleus_dose_mark_class_init (SoleusDoseMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = soleus_dose_mark_measure;
  widget_class->snapshot = soleus_dose_mark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
soleus_dose_mark_init (SoleusDoseMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * soleus_dose_mark_new:
 * @state: what became of a dose
 *
 * Returns: (transfer floating): its mark, which a screen reader leaves out
 */
GtkWidget *
soleus_dose_mark_new (SoleusDoseState state)
{
  SoleusDoseMark *self = g_object_new (SOLEUS_TYPE_DOSE_MARK, NULL);

  self->state = state;
  return GTK_WIDGET (self);
}
