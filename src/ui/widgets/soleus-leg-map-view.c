/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas, below it what is under the pointer in words, and above it, where one view fits only, the choice of the
 * view. Back comes first, for the calf is where most cramps are. */
#include "ui/widgets/soleus-leg-map-view.h"

#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-leg-map-canvas.h"

#include <glib/gi18n.h>

#define SPACING 8

struct _SoleusLegMapView
{
  GtkWidget parent_instance;

  SoleusLegMap *map;
  SoleusSites *sites;
  GtkWidget *views;
  GtkWidget *canvas;
  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (SoleusLegMapView, soleus_leg_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MAP,
  PROP_SITES,
  PROP_STATUS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
needs_choice_of_view (SoleusLegMapView *self,
                      int               width)
{
  return width >= 0 && !soleus_leg_map_canvas_shows_both (SOLEUS_LEG_MAP_CANVAS (self->canvas), width);
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
soleus_leg_map_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_leg_map_view_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  SoleusLegMapView *self = SOLEUS_LEG_MAP_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int status = 0;

      gtk_widget_measure (self->canvas, orientation, -1, minimum, natural, NULL, NULL);
      gtk_widget_measure (self->status, orientation, -1, &status, NULL, NULL, NULL);
      *minimum = MAX (*minimum, status);
      gtk_widget_measure (self->views, orientation, -1, &status, NULL, NULL, NULL);
      *minimum = MAX (*minimum, status);
    }
  else
    {
      *minimum = get_height (self->canvas, for_size) + SPACING + get_height (self->status, for_size);
      if (needs_choice_of_view (self, for_size))
        *minimum += get_height (self->views, for_size) + SPACING;
    }

  *natural = MAX (*natural, *minimum);
}

static void
soleus_leg_map_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  SoleusLegMapView *self = SOLEUS_LEG_MAP_VIEW (widget);
  GtkWidget *const children[] = { self->views, self->canvas, self->status };
  GtkAllocation place = { 0, 0, width, 0 };
  gboolean choose = needs_choice_of_view (self, width);

  gtk_widget_set_child_visible (self->views, choose);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->views), GTK_ACCESSIBLE_STATE_HIDDEN, !choose, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    if (gtk_widget_get_child_visible (children[i]))
      {
        place.height = get_height (children[i], width);
        gtk_widget_size_allocate (children[i], &place, -1);
        place.y += place.height + SPACING;
      }
}

static void
view_changed_cb (SoleusLegMapView *self)
{
  gboolean front = g_strcmp0 (soleus_choice_get_selected (SOLEUS_CHOICE (self->views)), "front") == 0;

  soleus_leg_map_canvas_set_single_view (SOLEUS_LEG_MAP_CANVAS (self->canvas), front ? SOLEUS_LEG_VIEW_FRONT : SOLEUS_LEG_VIEW_BACK);
}

static void
status_changed_cb (SoleusLegMapView *self)
{
  gtk_label_set_label (GTK_LABEL (self->status), soleus_leg_map_view_get_status (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
soleus_leg_map_view_constructed (GObject *object)
{
  SoleusLegMapView *self = SOLEUS_LEG_MAP_VIEW (object);

  G_OBJECT_CLASS (soleus_leg_map_view_parent_class)->constructed (object);

  self->views = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("View of the legs"), "keeps-one", TRUE, NULL);
  soleus_choice_add (SOLEUS_CHOICE (self->views), "back", C_("view of the leg", "Back"), _("Back of the legs"));
  soleus_choice_add (SOLEUS_CHOICE (self->views), "front", C_("view of the leg", "Front"), _("Front of the legs"));
  soleus_choice_set_selected (SOLEUS_CHOICE (self->views), "back");
  gtk_widget_set_halign (self->views, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->views, GTK_WIDGET (self));

  self->canvas = soleus_leg_map_canvas_new (self->map, self->sites);
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));

  self->status = g_object_new (GTK_TYPE_LABEL,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "label", soleus_leg_map_view_get_status (self),
                               "justify", GTK_JUSTIFY_CENTER,
                               "wrap", TRUE,
                               NULL);
  gtk_widget_set_parent (self->status, GTK_WIDGET (self));

  g_signal_connect_object (self->views, "changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::status", G_CALLBACK (status_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_leg_map_view_dispose (GObject *object)
{
  SoleusLegMapView *self = SOLEUS_LEG_MAP_VIEW (object);

  g_clear_pointer (&self->views, gtk_widget_unparent);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_pointer (&self->status, gtk_widget_unparent);
  g_clear_object (&self->map);
  g_clear_object (&self->sites);

  G_OBJECT_CLASS (soleus_leg_map_view_parent_class)->dispose (object);
}

static void
soleus_leg_map_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SoleusLegMapView *self = SOLEUS_LEG_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, soleus_leg_map_view_get_status (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_leg_map_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SoleusLegMapView *self = SOLEUS_LEG_MAP_VIEW (object);

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
soleus_leg_map_view_class_init (SoleusLegMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = soleus_leg_map_view_constructed;
  object_class->dispose = soleus_leg_map_view_dispose;
  object_class->get_property = soleus_leg_map_view_get_property;
  object_class->set_property = soleus_leg_map_view_set_property;

  widget_class->get_request_mode = soleus_leg_map_view_get_request_mode;
  widget_class->measure = soleus_leg_map_view_measure;
  widget_class->size_allocate = soleus_leg_map_view_size_allocate;

  properties[PROP_MAP] =
    g_param_spec_object ("map", NULL, NULL, SOLEUS_TYPE_LEG_MAP, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SITES] =
    g_param_spec_object ("sites", NULL, NULL, SOLEUS_TYPE_SITES, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS] =
    g_param_spec_string ("status", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "legmapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_leg_map_view_init (SoleusLegMapView *self)
{
}

/**
 * soleus_leg_map_view_new:
 * @map: the drawing
 * @sites: what is chosen; the view shows and changes it
 *
 * Returns: (transfer floating): a view
 */
GtkWidget *
soleus_leg_map_view_new (SoleusLegMap *map,
                         SoleusSites  *sites)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (map), NULL);
  g_return_val_if_fail (SOLEUS_IS_SITES (sites), NULL);

  return g_object_new (SOLEUS_TYPE_LEG_MAP_VIEW, "map", map, "sites", sites, NULL);
}

/**
 * soleus_leg_map_view_get_status:
 * @self: a view
 *
 * Returns: (transfer none): where the pointer or the keyboard is, like "Left calf, selected"
 */
const char *
soleus_leg_map_view_get_status (SoleusLegMapView *self)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP_VIEW (self), NULL);

  return soleus_leg_map_canvas_get_status (SOLEUS_LEG_MAP_CANVAS (self->canvas));
}
