/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It is drawn anew only while it is seen and something moves; where animations are switched off it stands still. */
#include "ui/widgets/soleus-figure-view.h"

#include <adwaita.h>
#include <math.h>

#include "ui/compat/soleus-accessible.h"

#define LEAST_HEIGHT 120
#define NATURAL_HEIGHT 240
#define LEAST_WIDTH 120

/* Wider ones are drawn smaller, so that cards have one width. */
#define MOST_ASPECT 1.6

/* What a move that is over does once more, after so many seconds. */
#define PAUSE_SECONDS 3

struct _SoleusFigureView
{
  GtkWidget parent_instance;

  const SoleusFigures *figures; /* borrowed from the library, which outlives the window */
  const SoleusFigure *figure;
  gboolean mirror;
  gboolean moving;
  gboolean night;
  int least;
  int natural;
  guint tick;
  gint64 started; /* frame time; 0 before the first frame */
  double seconds;
};

G_DEFINE_FINAL_TYPE (SoleusFigureView, soleus_figure_view, GTK_TYPE_WIDGET)

static gboolean
is_animated (SoleusFigureView *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  gboolean enabled = TRUE;

  g_object_get (settings, "gtk-enable-animations", &enabled, NULL);
  return enabled && self->moving && self->figure != NULL && soleus_figure_is_moving (self->figure);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  SoleusFigureView *self = SOLEUS_FIGURE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->started == 0)
    self->started = now;
  self->seconds = (double) (now - self->started) / G_USEC_PER_SEC;
  if (!soleus_figure_is_loop (self->figure) && self->seconds > soleus_figure_get_seconds (self->figure) + PAUSE_SECONDS)
    {
      self->started = now;
      self->seconds = 0;
    }
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
update_tick (SoleusFigureView *self)
{
  gboolean wanted = gtk_widget_get_mapped (GTK_WIDGET (self)) && is_animated (self);

  if (wanted && self->tick == 0)
    {
      self->started = 0;
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
    }
  else if (!wanted && self->tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
      self->tick = 0;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static SoleusFigureLook
get_look (SoleusFigureView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean dark = adw_style_manager_get_dark (style);

  if (self->night)
    return SOLEUS_FIGURE_LOOK_NIGHT;
  if (adw_style_manager_get_high_contrast (style))
    return dark ? SOLEUS_FIGURE_LOOK_CONTRAST_DARK : SOLEUS_FIGURE_LOOK_CONTRAST;
  return dark ? SOLEUS_FIGURE_LOOK_DARK : SOLEUS_FIGURE_LOOK_LIGHT;
}

static GtkSizeRequestMode
soleus_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_figure_view_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size,
                            int           *minimum,
                            int           *natural,
                            int           *minimum_baseline,
                            int           *natural_baseline)
{
  SoleusFigureView *self = SOLEUS_FIGURE_VIEW (widget);
  double aspect = self->figure != NULL ? MIN (soleus_figure_get_aspect (self->figure), MOST_ASPECT) : 1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN ((int) (self->least * aspect), LEAST_WIDTH);
      *natural = MAX (*minimum, (int) ceil (self->natural * aspect));
    }
  else
    {
      *minimum = self->least;
      *natural = self->natural;
      if (for_size > 0)
        *natural = MAX (self->least, MIN (self->natural, (int) ceil (for_size / aspect)));
    }
}

static void
soleus_figure_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  SoleusFigureView *self = SOLEUS_FIGURE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->figure == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  soleus_figure_draw (self->figures, self->figure, cr, width, height, is_animated (self) ? self->seconds : -1, get_look (self), self->mirror);
  cairo_destroy (cr);
}

static void
soleus_figure_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (soleus_figure_view_parent_class)->map (widget);
  update_tick (SOLEUS_FIGURE_VIEW (widget));
}

static void
soleus_figure_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (soleus_figure_view_parent_class)->unmap (widget);
  update_tick (SOLEUS_FIGURE_VIEW (widget));
}

static void
soleus_figure_view_constructed (GObject *object)
{
  SoleusFigureView *self = SOLEUS_FIGURE_VIEW (object);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  G_OBJECT_CLASS (soleus_figure_view_parent_class)->constructed (object);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-enable-animations", G_CALLBACK (update_tick), self, G_CONNECT_SWAPPED);
}

static void
soleus_figure_view_dispose (GObject *object)
{
  SoleusFigureView *self = SOLEUS_FIGURE_VIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;

  G_OBJECT_CLASS (soleus_figure_view_parent_class)->dispose (object);
}

static void
soleus_figure_view_class_init (SoleusFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = soleus_figure_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = soleus_figure_view_dispose;
  widget_class->get_request_mode = soleus_figure_view_get_request_mode;
  widget_class->measure = soleus_figure_view_measure;
  widget_class->snapshot = soleus_figure_view_snapshot;
  widget_class->map = soleus_figure_view_map;
  widget_class->unmap = soleus_figure_view_unmap;
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
soleus_figure_view_init (SoleusFigureView *self)
{
  self->least = LEAST_HEIGHT;
  self->natural = NATURAL_HEIGHT;
}

/**
 * soleus_figure_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
soleus_figure_view_new (void)
{
  return g_object_new (SOLEUS_TYPE_FIGURE_VIEW, NULL);
}

/**
 * soleus_figure_view_set_figure:
 * @self: a view
 * @figures: (nullable): all figures, which must outlive the view
 * @figure: (nullable): the one to show
 */
void
soleus_figure_view_set_figure (SoleusFigureView    *self,
                               const SoleusFigures *figures,
                               const SoleusFigure  *figure)
{
  g_return_if_fail (SOLEUS_IS_FIGURE_VIEW (self));

  if (self->figure == figure && self->figures == figures)
    return;
  self->figures = figures;
  self->figure = figures != NULL ? figure : NULL;
  self->started = 0;
  self->seconds = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), self->figure != NULL);
  if (self->figure != NULL)
    soleus_accessible_set_name (GTK_ACCESSIBLE (self), soleus_figure_get_alt (self->figure));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update_tick (self);
}

/**
 * soleus_figure_view_set_mirror:
 * @self: a view
 * @mirror: whether the left leg works instead of the right one
 */
void
soleus_figure_view_set_mirror (SoleusFigureView *self,
                               gboolean          mirror)
{
  g_return_if_fail (SOLEUS_IS_FIGURE_VIEW (self));

  self->mirror = mirror;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * soleus_figure_view_set_moving:
 * @self: a view
 * @moving: whether it moves, where animations are on; else its still frame is shown
 */
void
soleus_figure_view_set_moving (SoleusFigureView *self,
                               gboolean          moving)
{
  g_return_if_fail (SOLEUS_IS_FIGURE_VIEW (self));

  if (self->moving == moving)
    return;
  self->moving = moving;
  update_tick (self);
}

/**
 * soleus_figure_view_is_moving:
 * @self: a view
 *
 * Returns: whether it moves at present
 */
gboolean
soleus_figure_view_is_moving (SoleusFigureView *self)
{
  g_return_val_if_fail (SOLEUS_IS_FIGURE_VIEW (self), FALSE);

  return self->tick != 0;
}

/**
 * soleus_figure_view_restart:
 * @self: a view
 *
 * Begins the move anew.
 */
void
soleus_figure_view_restart (SoleusFigureView *self)
{
  g_return_if_fail (SOLEUS_IS_FIGURE_VIEW (self));

  self->started = 0;
  self->seconds = 0;
}

/**
 * soleus_figure_view_set_night:
 * @self: a view
 * @night: whether it is drawn for eyes that are used to the dark, whatever the theme
 */
void
soleus_figure_view_set_night (SoleusFigureView *self,
                              gboolean          night)
{
  g_return_if_fail (SOLEUS_IS_FIGURE_VIEW (self));

  self->night = night;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * soleus_figure_view_set_heights:
 * @self: a view
 * @least: the least height, in logical pixels
 * @natural: the height where there is room
 */
void
soleus_figure_view_set_heights (SoleusFigureView *self,
                                int               least,
                                int               natural)
{
  g_return_if_fail (SOLEUS_IS_FIGURE_VIEW (self));

  self->least = least;
  self->natural = MAX (least, natural);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
