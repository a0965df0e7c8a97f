/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for no more width than its body, so that a window can always become narrow again. Whoever shows something
 * else then hears of it from an idle call, for sizes must not change while they are given out. */
#include "config.h"

#include "ui/episode/soleus-side-by-side.h"

/* What the body gets at least. */
#define BODY_WIDTH 560

struct _SoleusSideBySide
{
  GtkWidget parent_instance;

  GtkWidget *side;
  GtkWidget *body;
  gboolean wide;
  guint source;
};

G_DEFINE_FINAL_TYPE (SoleusSideBySide, soleus_side_by_side, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WIDE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
tell_cb (gpointer data)
{
  SoleusSideBySide *self = data;
  gboolean wide = gtk_widget_get_child_visible (self->side);

  self->source = 0;
  if (self->wide != wide)
    {
      self->wide = wide;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDE]);
    }
  return G_SOURCE_REMOVE;
}

static int
get_width (GtkWidget *child,
           gboolean   natural)
{
  int minimum_width = 0, natural_width = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, &natural_width, NULL, NULL);
  return natural ? natural_width : minimum_width;
}

static gboolean
fits_both (SoleusSideBySide *self,
           int               width)
{
  return width >= SOLEUS_SIDE_BY_SIDE_WIDTH && width >= get_width (self->side, FALSE) + MAX (BODY_WIDTH, get_width (self->body, FALSE));
}

static GtkSizeRequestMode
soleus_side_by_side_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
soleus_side_by_side_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  gtk_widget_measure (SOLEUS_SIDE_BY_SIDE (widget)->body, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
soleus_side_by_side_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  SoleusSideBySide *self = SOLEUS_SIDE_BY_SIDE (widget);
  gboolean both = fits_both (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side_width = 0;

  gtk_widget_set_child_visible (self->side, both);
  if (both)
    {
      side_width = CLAMP (get_width (self->side, TRUE), get_width (self->side, FALSE), width - MAX (BODY_WIDTH, get_width (self->body, FALSE)));
      gtk_widget_size_allocate (self->side, &(GtkAllocation) { rtl ? width - side_width : 0, 0, side_width, height }, -1);
    }
  gtk_widget_size_allocate (self->body, &(GtkAllocation) { rtl ? 0 : side_width, 0, width - side_width, height }, -1);

  if (both != self->wide && self->source == 0)
    self->source = g_idle_add (tell_cb, self);
}

static void
soleus_side_by_side_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WIDE:
      g_value_set_boolean (value, SOLEUS_SIDE_BY_SIDE (object)->wide);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_side_by_side_dispose (GObject *object)
{
  SoleusSideBySide *self = SOLEUS_SIDE_BY_SIDE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_side_by_side_parent_class)->dispose (object);
}

static void
soleus_side_by_side_class_init (SoleusSideBySideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_side_by_side_dispose;
  object_class->get_property = soleus_side_by_side_get_property;
  widget_class->get_request_mode = soleus_side_by_side_get_request_mode;
  widget_class->measure = soleus_side_by_side_measure;
  widget_class->size_allocate = soleus_side_by_side_size_allocate;

  /* Whether both parts are seen. */
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
soleus_side_by_side_init (SoleusSideBySide *self)
{
}

/**
 * soleus_side_by_side_new:
 * @side: (transfer floating): what stays at the side
 * @body: (transfer floating): what is always there
 *
 * Returns: (transfer floating): both
 */
GtkWidget *
soleus_side_by_side_new (GtkWidget *side,
                         GtkWidget *body)
{
  SoleusSideBySide *self = g_object_new (SOLEUS_TYPE_SIDE_BY_SIDE, NULL);

  self->side = side;
  self->body = body;
  gtk_widget_set_parent (side, GTK_WIDGET (self));
  gtk_widget_set_parent (body, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * soleus_side_by_side_is_wide:
 * @self: both
 *
 * Returns: whether both are seen
 */
gboolean
soleus_side_by_side_is_wide (SoleusSideBySide *self)
{
  g_return_val_if_fail (SOLEUS_IS_SIDE_BY_SIDE (self), FALSE);

  return self->wide;
}
