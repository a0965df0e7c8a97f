/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide is wide enough is counted in characters, so that larger text puts the parts below each other. */
#include "ui/diary/soleus-columns.h"

#define COLUMN_CHARS 44
#define SPACING 24

struct _SoleusColumns
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
};

G_DEFINE_FINAL_TYPE (SoleusColumns, soleus_columns, GTK_TYPE_WIDGET)

static int
get_wide_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int column = COLUMN_CHARS * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return 2 * column + SPACING;
}

static GtkSizeRequestMode
soleus_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_columns_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  SoleusColumns *self = SOLEUS_COLUMNS (widget);
  int wide = get_wide_width (widget);
  int first, second;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->first, orientation, -1, &first, NULL, NULL, NULL);
      gtk_widget_measure (self->second, orientation, -1, &second, NULL, NULL, NULL);
      *minimum = MAX (first, second);
      *natural = MAX (*minimum, wide);
    }
  else
    {
      gboolean is_wide = for_size >= wide;
      int width = is_wide ? (for_size - SPACING) / 2 : for_size;

      gtk_widget_measure (self->first, orientation, width, &first, NULL, NULL, NULL);
      gtk_widget_measure (self->second, orientation, width, &second, NULL, NULL, NULL);
      *minimum = *natural = is_wide ? MAX (first, second) : first + SPACING + second;
    }
}

static void
soleus_columns_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  SoleusColumns *self = SOLEUS_COLUMNS (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation first = { 0, 0, width, height };
  GtkAllocation second = { 0, 0, width, height };

  if (width >= get_wide_width (widget))
    {
      first.width = second.width = (width - SPACING) / 2;
      first.x = is_rtl ? width - first.width : 0;
      second.x = is_rtl ? 0 : width - second.width;
    }
  else
    {
      gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, width, &first.height, NULL, NULL, NULL);
      second.y = first.height + SPACING;
      second.height = MAX (height - second.y, 0);
    }
  gtk_widget_size_allocate (self->first, &first, -1);
  gtk_widget_size_allocate (self->second, &second, -1);
}

static void
soleus_columns_dispose (GObject *object)
{
  SoleusColumns *self = SOLEUS_COLUMNS (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_columns_parent_class)->dispose (object);
}

static void
soleus_columns_class_init (SoleusColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_columns_dispose;
  widget_class->get_request_mode = soleus_columns_get_request_mode;
  widget_class->measure = soleus_columns_measure;
  widget_class->size_allocate = soleus_columns_size_allocate;
}

static void
soleus_columns_init (SoleusColumns *self)
{
}

/**
 * soleus_columns_new:
 * @first: (transfer floating): what stands left or above
 * @second: (transfer floating): what stands right or below
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
soleus_columns_new (GtkWidget *first,
                    GtkWidget *second)
{
  SoleusColumns *self = g_object_new (SOLEUS_TYPE_COLUMNS, NULL);

  self->first = first;
  self->second = second;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
