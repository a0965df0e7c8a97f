/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row is a choice of its own: Tab goes from row to row, the arrow keys from side to side. */
#include "ui/widgets/soleus-site-list.h"

#include "drawing/soleus-site-names.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#include <glib/gi18n.h>

#define SPACING 8
#define ROW_SPACING 12

static const char *const sides[] = { "left", "right" };
static const char *const elsewhere[] = { "belly", "back", "chest", "arm", "hand", "neck_face" };

/* A button and the place that it stands for. Its side is NULL where the body has the place once. */
typedef struct
{
  SoleusChoice *choice;
  const char *id;
  const char *muscle;
  const char *side;
} Place;

struct _SoleusSiteList
{
  GtkWidget parent_instance;

  SoleusLegMap *map;
  SoleusSites *sites;
  GtkWidget *box;
  GtkWidget *opener;
  GtkWidget *revealer;
  GArray *places; /* of Place */
  GtkSizeGroup *titles;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SoleusSiteList, soleus_site_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MAP,
  PROP_SITES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
add_place (SoleusSiteList *self,
           GtkWidget      *choice,
           const char     *id,
           const char     *label,
           const char     *muscle,
           const char     *side)
{
  Place place = { SOLEUS_CHOICE (choice), g_intern_string (id), g_intern_string (muscle), g_intern_string (side) };

  soleus_choice_add (place.choice, id, label, soleus_site_get_name (muscle, side));
  g_array_append_val (self->places, place);
}

/* A place outside the leg has one button for both sides. */
static gboolean
is_chosen (SoleusSiteList *self,
           const Place    *place)
{
  if (soleus_sites_contains (self->sites, place->muscle, place->side))
    return TRUE;

  return place->side == NULL && (soleus_sites_contains (self->sites, place->muscle, sides[0]) ||
                                 soleus_sites_contains (self->sites, place->muscle, sides[1]));
}

static void
choose (SoleusSiteList *self,
        const Place    *place,
        gboolean        chosen)
{
  if (chosen == is_chosen (self, place))
    return;

  if (chosen)
    {
      soleus_sites_add (self->sites, place->muscle, place->side);
      return;
    }

  soleus_sites_remove (self->sites, place->muscle, place->side);
  for (gsize i = 0; place->side == NULL && i < G_N_ELEMENTS (sides); i++)
    soleus_sites_remove (self->sites, place->muscle, sides[i]);
}

static void
choice_changed_cb (SoleusChoice   *choice,
                   SoleusSiteList *self)
{
  if (self->updating)
    return;

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->choice == choice)
        choose (self, place, soleus_choice_is_selected (choice, place->id));
    }
}

static void
sites_changed_cb (SoleusSiteList *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      gboolean chosen = is_chosen (self, place);

      soleus_choice_select (place->choice, place->id, chosen);
      if (chosen && gtk_widget_is_ancestor (GTK_WIDGET (place->choice), self->revealer))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->opener), TRUE);
    }
  self->updating = FALSE;
}

static void
opener_toggled_cb (GtkToggleButton *opener,
                   SoleusSiteList  *self)
{
  gboolean open = gtk_toggle_button_get_active (opener);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (opener), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static GtkWidget *
new_choice (SoleusSiteList *self,
            const char     *label,
            gboolean        fill)
{
  GtkWidget *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", label, "multiple", TRUE, "fill", fill, NULL);

  g_signal_connect_object (choice, "changed", G_CALLBACK (choice_changed_cb), self, 0);
  return choice;
}

static GtkWidget *
new_row (SoleusSiteList *self,
         const char     *title,
         GtkWidget      *suffix)
{
  GtkWidget *row = soleus_flow_new (SPACING);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "max-width-chars", 24, NULL);

  /* Equally long, so that the buttons drop below all of them or below none. */
  gtk_size_group_add_widget (self->titles, label);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  soleus_flow_append (SOLEUS_FLOW (row), label);
  soleus_flow_append (SOLEUS_FLOW (row), suffix);
  return row;
}

static GtkWidget *
new_muscle_row (SoleusSiteList *self,
                const char     *muscle)
{
  const char *name = soleus_site_get_name (muscle, NULL);
  GtkWidget *choice = new_choice (self, name, TRUE);

  gtk_widget_add_css_class (choice, "sides");
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    add_place (self, choice, sides[i], soleus_side_get_name (sides[i]), muscle, sides[i]);

  return new_row (self, name, choice);
}

/* Not a popover: what was chosen here stays in sight, and there is room for it at every text size. */
static GtkWidget *
new_elsewhere (SoleusSiteList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *chips = new_choice (self, _("Somewhere else"), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    add_place (self, chips, elsewhere[i], soleus_site_get_name (elsewhere[i], NULL), elsewhere[i], NULL);

  gtk_box_append (GTK_BOX (inner), new_muscle_row (self, "other_leg"));
  gtk_box_append (GTK_BOX (inner), chips);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), inner);

  self->opener = gtk_toggle_button_new_with_label (C_("open a list of places on the body", "Choose"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->opener), _("Choose somewhere else"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->opener), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_signal_connect_object (self->opener, "toggled", G_CALLBACK (opener_toggled_cb), self, 0);

  gtk_box_append (GTK_BOX (box), new_row (self, _("Somewhere else"), self->opener));
  gtk_box_append (GTK_BOX (box), self->revealer);
  return box;
}

static void
soleus_site_list_constructed (GObject *object)
{
  SoleusSiteList *self = SOLEUS_SITE_LIST (object);
  const char *const *order = soleus_leg_map_get_list_order (self->map);

  G_OBJECT_CLASS (soleus_site_list_parent_class)->constructed (object);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; order[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->box), new_muscle_row (self, order[i]));
  gtk_box_append (GTK_BOX (self->box), new_elsewhere (self));

  g_signal_connect_object (self->sites, "changed", G_CALLBACK (sites_changed_cb), self, G_CONNECT_SWAPPED);
  sites_changed_cb (self);
}

static void
soleus_site_list_dispose (GObject *object)
{
  SoleusSiteList *self = SOLEUS_SITE_LIST (object);

  if (self->places != NULL)
    g_array_set_size (self->places, 0);
  self->opener = self->revealer = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->titles);
  g_clear_object (&self->map);
  g_clear_object (&self->sites);

  G_OBJECT_CLASS (soleus_site_list_parent_class)->dispose (object);
}

static void
soleus_site_list_finalize (GObject *object)
{
  SoleusSiteList *self = SOLEUS_SITE_LIST (object);

  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (soleus_site_list_parent_class)->finalize (object);
}

static void
soleus_site_list_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SoleusSiteList *self = SOLEUS_SITE_LIST (object);

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
soleus_site_list_class_init (SoleusSiteListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = soleus_site_list_constructed;
  object_class->dispose = soleus_site_list_dispose;
  object_class->finalize = soleus_site_list_finalize;
  object_class->set_property = soleus_site_list_set_property;

  properties[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, SOLEUS_TYPE_LEG_MAP, flags);
  properties[PROP_SITES] = g_param_spec_object ("sites", NULL, NULL, SOLEUS_TYPE_SITES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "sitelist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_site_list_init (SoleusSiteList *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->titles = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("List of places"));
}

/**
 * soleus_site_list_new:
 * @map: gives the muscles and their order
 * @sites: what is chosen; the list shows and changes it
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
soleus_site_list_new (SoleusLegMap *map,
                      SoleusSites  *sites)
{
  g_return_val_if_fail (SOLEUS_IS_LEG_MAP (map), NULL);
  g_return_val_if_fail (SOLEUS_IS_SITES (sites), NULL);

  return g_object_new (SOLEUS_TYPE_SITE_LIST, "map", map, "sites", sites, NULL);
}

/**
 * soleus_site_list_get_button:
 * @self: a list
 * @muscle: a muscle's word
 * @side: (nullable): "left", "right" or %NULL
 *
 * Returns: (transfer none) (nullable): the button of that place
 */
GtkWidget *
soleus_site_list_get_button (SoleusSiteList *self,
                             const char     *muscle,
                             const char     *side)
{
  g_return_val_if_fail (SOLEUS_IS_SITE_LIST (self), NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (g_strcmp0 (place->muscle, muscle) == 0 && g_strcmp0 (place->side, side) == 0)
        return soleus_choice_get_button (place->choice, place->id);
    }

  return NULL;
}
