/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both views side by side where there is room for them, else one. It is a picture to screen readers, which find the
 * same choices in the list after it; for everyone else it is one stop for Tab, with the arrow keys inside. */
#include "ui/widgets/soleus-leg-map-canvas-private.h"

#include "drawing/soleus-site-names.h"
#include "ui/compat/soleus-accessible.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define BOTH_SCALE 1.3
#define SINGLE_SCALE 1.4
#define VIEW_GAP 16
#define MARGIN 6
#define TITLE_GAP 2

G_DEFINE_FINAL_TYPE (SoleusLegMapCanvas, soleus_leg_map_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MAP,
  PROP_SITES,
  PROP_STATUS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Where the views stand at a width. */
typedef struct
{
  gboolean both;
  double scale;
  double left; /* of the first view */
  double top;  /* of the views, below the words */
} Arrangement;

static double
get_words_height (SoleusLegMapCanvas *self,
                  gboolean            both)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  double height = soleus_leg_map_get_labels_height (layout);

  /* The titles of the two views are in the same font, above. */
  return both ? 2 * height + TITLE_GAP : height;
}

static Arrangement
arrange (SoleusLegMapCanvas *self,
         int                 width)
{
  double view_width = soleus_leg_map_get_width (self->map);
  Arrangement arrangement = { 0 };

  arrangement.both = soleus_leg_map_canvas_shows_both (self, width);
  if (arrangement.both)
    {
      arrangement.scale = MIN (BOTH_SCALE, (width - VIEW_GAP - 2 * MARGIN) / (2 * view_width));
      arrangement.left = (width - VIEW_GAP - 2 * view_width * arrangement.scale) / 2;
    }
  else
    {
      arrangement.scale = MIN (SINGLE_SCALE, (width - 2 * MARGIN) / view_width);
      arrangement.left = (width - view_width * arrangement.scale) / 2;
    }
  arrangement.top = MARGIN + get_words_height (self, arrangement.both);

  return arrangement;
}

static gboolean
is_shown (SoleusLegMapCanvas *self,
          SoleusLegView       view,
          gboolean            both)
{
  return both || view == self->single_view;
}

static double
get_view_left (SoleusLegMapCanvas *self,
               const Arrangement  *arrangement,
               SoleusLegView       view)
{
  if (!arrangement->both || view == SOLEUS_LEG_VIEW_FRONT)
    return arrangement->left;

  return arrangement->left + soleus_leg_map_get_width (self->map) * arrangement->scale + VIEW_GAP;
}

/* Whether a region's view is shown at the present width. */
gboolean
soleus_leg_map_canvas_is_shown (SoleusLegMapCanvas *self,
                                int                 region)
{
  return is_shown (self, soleus_leg_map_get_view (self->map, region),
                   soleus_leg_map_canvas_shows_both (self, gtk_widget_get_width (GTK_WIDGET (self))));
}

/* Whether a region is chosen. */
gboolean
soleus_leg_map_canvas_is_selected (SoleusLegMapCanvas *self,
                                   int                 region)
{
  return soleus_sites_contains (self->sites, soleus_leg_map_get_muscle (self->map, region), soleus_leg_map_get_side (self->map, region));
}

static char *
describe (SoleusLegMapCanvas *self)
{
  int region = self->hovered != SOLEUS_LEG_MAP_NONE ? self->hovered : self->has_keyboard ? self->focused : SOLEUS_LEG_MAP_NONE;
  guint n_selected = 0;

  if (region != SOLEUS_LEG_MAP_NONE)
    {
      const char *name = soleus_site_get_name (soleus_leg_map_get_muscle (self->map, region), soleus_leg_map_get_side (self->map, region));

      /* Translators: a place on the leg, like "Left calf" */
      return soleus_leg_map_canvas_is_selected (self, region) ? g_strdup_printf (_("%s, selected"), name) : g_strdup (name);
    }

  for (int i = 0; i < soleus_leg_map_get_n_regions (self->map); i++)
    n_selected += soleus_leg_map_canvas_is_selected (self, i);
  if (n_selected == 0)
    return g_strdup (_("Press where it hurt."));

  return g_strdup_printf (g_dngettext (NULL, "%u place selected", "%u places selected", n_selected), n_selected);
}

/* Tells the painter and the status line what has changed. */
void
soleus_leg_map_canvas_update_state (SoleusLegMapCanvas *self)
{
  gboolean ring = self->has_keyboard && (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
  char *status;

  for (int i = 0; i < soleus_leg_map_get_n_regions (self->map); i++)
    {
      self->flags[i] = SOLEUS_LEG_REGION_PLAIN;
      if (soleus_leg_map_canvas_is_selected (self, i))
        self->flags[i] |= SOLEUS_LEG_REGION_SELECTED;
      if (i == self->hovered)
        self->flags[i] |= SOLEUS_LEG_REGION_HOVERED;
      if (i == self->focused && ring)
        self->flags[i] |= SOLEUS_LEG_REGION_FOCUSED;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));

  status = describe (self);
  if (g_strcmp0 (status, self->status) != 0)
    {
      g_free (self->status);
      self->status = g_steal_pointer (&status);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
    }
  g_free (status);
}

static GtkSizeRequestMode
soleus_leg_map_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
get_both_width (SoleusLegMapCanvas *self,
                double              scale)
{
  return (int) (2 * soleus_leg_map_get_width (self->map) * scale) + VIEW_GAP + 2 * MARGIN;
}

static void
soleus_leg_map_canvas_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  SoleusLegMapCanvas *self = SOLEUS_LEG_MAP_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (soleus_leg_map_get_width (self->map) * soleus_leg_map_get_min_scale (self->map)) + 2 * MARGIN;
      *natural = get_both_width (self, BOTH_SCALE);
    }
  else
    {
      Arrangement arrangement = arrange (self, for_size < 0 ? get_both_width (self, BOTH_SCALE) : for_size);

      *minimum = *natural = (int) (arrangement.top + soleus_leg_map_get_height (self->map) * arrangement.scale) + MARGIN;
    }
}

static void
draw_title (SoleusLegMapCanvas        *self,
            cairo_t                   *cr,
            const char                *title,
            double                     middle,
            const SoleusLegMapPalette *palette)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), title);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width = 0;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);
  soleus_color_set_source (&palette->text, cr);
  cairo_move_to (cr, middle - width / 2.0, MARGIN);
  pango_cairo_show_layout (cr, layout);
}

static void
soleus_leg_map_canvas_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  SoleusLegMapCanvas *self = SOLEUS_LEG_MAP_CANVAS (widget);
  const char *const titles[SOLEUS_N_LEG_VIEWS] = { C_("view of the leg", "Front"), C_("view of the leg", "Back") };
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const SoleusLegMapPalette *palette =
    soleus_leg_map_palette_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  int width = gtk_widget_get_width (widget);
  Arrangement arrangement = arrange (self, width);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget)));

  for (SoleusLegView view = 0; view < SOLEUS_N_LEG_VIEWS; view++)
    {
      double left = get_view_left (self, &arrangement, view);

      if (!is_shown (self, view, arrangement.both))
        continue;
      if (arrangement.both)
        draw_title (self, cr, titles[view], left + soleus_leg_map_get_width (self->map) * arrangement.scale / 2, palette);

      cairo_save (cr);
      cairo_translate (cr, left, arrangement.top);
      soleus_leg_map_draw (self->map, cr, view, arrangement.scale, palette, self->flags);
      soleus_leg_map_draw_labels (self->map, cr, view, arrangement.scale, palette, layout);
      cairo_restore (cr);
    }

  cairo_destroy (cr);
}

static void
soleus_leg_map_canvas_state_flags_changed (GtkWidget    *widget,
                                           GtkStateFlags previous)
{
  soleus_leg_map_canvas_update_state (SOLEUS_LEG_MAP_CANVAS (widget));

  GTK_WIDGET_CLASS (soleus_leg_map_canvas_parent_class)->state_flags_changed (widget, previous);
}

static void
soleus_leg_map_canvas_constructed (GObject *object)
{
  SoleusLegMapCanvas *self = SOLEUS_LEG_MAP_CANVAS (object);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  G_OBJECT_CLASS (soleus_leg_map_canvas_parent_class)->constructed (object);

  self->flags = g_new0 (SoleusLegRegionFlags, soleus_leg_map_get_n_regions (self->map));
  g_signal_connect_object (self->sites, "changed", G_CALLBACK (soleus_leg_map_canvas_update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  soleus_leg_map_canvas_update_state (self);
}

static void
soleus_leg_map_canvas_finalize (GObject *object)
{
  SoleusLegMapCanvas *self = SOLEUS_LEG_MAP_CANVAS (object);

  g_clear_object (&self->map);
  g_clear_object (&self->sites);
  g_clear_pointer (&self->flags, g_free);
  g_clear_pointer (&self->status, g_free);

  G_OBJECT_CLASS (soleus_leg_map_canvas_parent_class)->finalize (object);
}

static void
soleus_leg_map_canvas_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  SoleusLegMapCanvas *self = SOLEUS_LEG_MAP_CANVAS (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_leg_map_canvas_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  SoleusLegMapCanvas *self = SOLEUS_LEG_MAP_CANVAS (object);

  switch (prop_id)
    {
    case PROP_MAP:
      self->map = g_value_dup_object (value);
      break;
    case PROP_SITES:
      self->sites = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_leg_map_canvas_class_init (SoleusLegMapCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = soleus_leg_map_canvas_constructed;
  object_class->finalize = soleus_leg_map_canvas_finalize;
  object_class->get_property = soleus_leg_map_canvas_get_property;
  object_class->set_property = soleus_leg_map_canvas_set_property;

  widget_class->get_request_mode = soleus_leg_map_canvas_get_request_mode;
  widget_class->measure = soleus_leg_map_canvas_measure;
  widget_class->snapshot = soleus_leg_map_canvas_snapshot;
  widget_class->state_flags_changed = soleus_leg_map_canvas_state_flags_changed;

  properties[PROP_MAP] =
    g_param_spec_object ("map", NULL, NULL, SOLEUS_TYPE_LEG_MAP, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SITES] =
    g_param_spec_object ("sites", NULL, NULL, SOLEUS_TYPE_SITES, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* Where the pointer or the keyboard is, in words. */
  properties[PROP_STATUS] =
    g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "legmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
soleus_leg_map_canvas_init (SoleusLegMapCanvas *self)
{
  self->hovered = self->pressed = self->focused = SOLEUS_LEG_MAP_NONE;
  self->single_view = SOLEUS_LEG_VIEW_BACK;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("Leg map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Leg map. The same choices are in the list after it."), -1);
  soleus_leg_map_canvas_add_controllers (self);
}

GtkWidget *
soleus_leg_map_canvas_new (SoleusLegMap *map,
                           SoleusSites  *sites)
{
  return g_object_new (SOLEUS_TYPE_LEG_MAP_CANVAS, "map", map, "sites", sites, NULL);
}

/* Where the pointer or the keyboard is, in words. */
const char *
soleus_leg_map_canvas_get_status (SoleusLegMapCanvas *self)
{
  return self->status;
}

/* Whether a canvas of this width shows both views. */
gboolean
soleus_leg_map_canvas_shows_both (SoleusLegMapCanvas *self,
                                  int                 width)
{
  return width >= get_both_width (self, soleus_leg_map_get_min_scale (self->map));
}

/* The region that a point of the widget means, or SOLEUS_LEG_MAP_NONE. */
int
soleus_leg_map_canvas_pick (SoleusLegMapCanvas *self,
                            double              x,
                            double              y)
{
  Arrangement arrangement = arrange (self, gtk_widget_get_width (GTK_WIDGET (self)));
  SoleusLegView view = self->single_view;
  double back_left = get_view_left (self, &arrangement, SOLEUS_LEG_VIEW_BACK);

  if (arrangement.both)
    view = x < back_left - VIEW_GAP / 2.0 ? SOLEUS_LEG_VIEW_FRONT : SOLEUS_LEG_VIEW_BACK;

  return soleus_leg_map_hit (self->map, view,
                             (x - get_view_left (self, &arrangement, view)) / arrangement.scale,
                             (y - arrangement.top) / arrangement.scale,
                             arrangement.scale);
}

/* Where the middle of a region is in the widget, if its view is shown. */
void
soleus_leg_map_canvas_get_badge (SoleusLegMapCanvas *self,
                                 int                 region,
                                 double             *x,
                                 double             *y)
{
  Arrangement arrangement = arrange (self, gtk_widget_get_width (GTK_WIDGET (self)));

  soleus_leg_map_get_badge (self->map, region, x, y);
  *x = get_view_left (self, &arrangement, soleus_leg_map_get_view (self->map, region)) + *x * arrangement.scale;
  *y = arrangement.top + *y * arrangement.scale;
}
