/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line is used again for another food while a person types, which is quicker than to make a new one. */
#include "config.h"

#include "ui/food/soleus-food-line.h"

#include <glib/gi18n.h>

#include "app/soleus-meals.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/food/soleus-servings.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

/* Text longer than this wraps rather than pushing the buttons down. */
#define TEXT_CHARS 18
#define SPACING 8

struct _SoleusFoodLine
{
  GtkWidget parent_instance;

  SoleusFoodChoice *choice;
  gboolean updating;
  GtkWidget *flow;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *servings;
  GtkWidget *star; /* NULL in a line of a meal */
  GtkWidget *press;
};

G_DEFINE_FINAL_TYPE (SoleusFoodLine, soleus_food_line, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_PRESSED,
  SIGNAL_STEPPED,
  SIGNAL_MARKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_star (SoleusFoodLine *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star));

  gtk_button_set_icon_name (GTK_BUTTON (self->star), active ? "soleus-star-symbolic" : "soleus-star-outline-symbolic");
}

static void
star_toggled_cb (SoleusFoodLine *self)
{
  show_star (self);
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_MARKED], 0, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->star)));
}

static void
press_clicked_cb (SoleusFoodLine *self)
{
  g_signal_emit (self, signals[SIGNAL_PRESSED], 0);
}

static void
servings_changed_cb (SoleusFoodLine *self)
{
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0);
}

static void
soleus_food_line_dispose (GObject *object)
{
  SoleusFoodLine *self = SOLEUS_FOOD_LINE (object);

  g_clear_pointer (&self->flow, gtk_widget_unparent);
  g_clear_pointer (&self->choice, soleus_food_choice_free);

  G_OBJECT_CLASS (soleus_food_line_parent_class)->dispose (object);
}

static void
soleus_food_line_class_init (SoleusFoodLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_food_line_dispose;

  /**
   * SoleusFoodLine::pressed:
   * @self: the line
   *
   * The food is to be added, or taken out of its meal.
   */
  signals[SIGNAL_PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SoleusFoodLine::stepped:
   * @self: the line
   *
   * The person chose another number of servings.
   */
  signals[SIGNAL_STEPPED] = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SoleusFoodLine::marked:
   * @self: the line
   * @favourite: whether the food is to be a favorite
   *
   * The person pressed the star.
   */
  signals[SIGNAL_MARKED] = g_signal_new ("marked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "foodline");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_food_line_init (SoleusFoodLine *self)
{
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = soleus_build_text (text, "", "title");
  self->subtitle = soleus_build_text (text, "", "subtitle");
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), TEXT_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->subtitle), TEXT_CHARS);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  self->flow = soleus_flow_new (SPACING);
  soleus_flow_append (SOLEUS_FLOW (self->flow), text);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

static SoleusFoodLine *
make (const char *label,
      const char *icon)
{
  SoleusFoodLine *self = g_object_new (SOLEUS_TYPE_FOOD_LINE, NULL);
  GtkWidget *controls = soleus_flow_new (SPACING);

  soleus_flow_set_wrap (SOLEUS_FLOW (controls), TRUE);
  gtk_widget_set_valign (controls, GTK_ALIGN_CENTER);
  self->servings = soleus_servings_new ();
  g_signal_connect_swapped (self->servings, "changed", G_CALLBACK (servings_changed_cb), self);
  soleus_flow_append (SOLEUS_FLOW (controls), self->servings);
  if (icon == NULL)
    {
      self->star = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->star, "flat");
      gtk_widget_add_css_class (self->star, "star");
      show_star (self);
      g_signal_connect_swapped (self->star, "toggled", G_CALLBACK (star_toggled_cb), self);
      soleus_flow_append (SOLEUS_FLOW (controls), self->star);
    }
  self->press = icon != NULL ? gtk_button_new_from_icon_name (icon) : soleus_build_button (label, NULL, NULL);
  g_signal_connect_swapped (self->press, "clicked", G_CALLBACK (press_clicked_cb), self);
  soleus_flow_append (SOLEUS_FLOW (controls), self->press);
  soleus_flow_append (SOLEUS_FLOW (self->flow), controls);
  return self;
}

/**
 * soleus_food_line_new_to_add:
 *
 * Returns: (transfer floating): a line for a food that can be added, with a star
 */
GtkWidget *
soleus_food_line_new_to_add (void)
{
  return GTK_WIDGET (make (_("Add"), NULL));
}

/**
 * soleus_food_line_new_of_meal:
 *
 * Returns: (transfer floating): a line for a food of a meal, which can be removed
 */
GtkWidget *
soleus_food_line_new_of_meal (void)
{
  return GTK_WIDGET (make (NULL, "user-trash-symbolic"));
}

static void
show_names (SoleusFoodLine *self)
{
  const char *name = self->choice->name;
  g_autofree char *star = NULL, *press = NULL;

  soleus_accessible_set_name (GTK_ACCESSIBLE (self), name);
  soleus_servings_set_food (SOLEUS_SERVINGS (self->servings), name);
  if (self->star == NULL)
    press = g_strdup_printf (_("Remove %s"), name);
  else if (self->choice->serving != NULL)
    /* Translators: the name of a button; a food and one serving of it: "Add Banana, raw, 1 medium" */
    press = g_strdup_printf (_("Add %s, %s"), name, self->choice->serving);
  else
    press = g_strdup_printf (_("Add %s"), name);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->press), press);
  if (self->star == NULL)
    {
      gtk_widget_set_tooltip_text (self->press, press);
      return;
    }
  /* Translators: the name of a star that is on or off; %s is a food */
  star = g_strdup_printf (_("Favorite: %s"), name);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->star), star);
  gtk_widget_set_tooltip_text (self->star, star);
}

/**
 * soleus_food_line_set_choice:
 * @self: a line
 * @choice: its food
 * @favourite: whether it is a favorite
 *
 * Another food begins at one serving.
 */
void
soleus_food_line_set_choice (SoleusFoodLine         *self,
                             const SoleusFoodChoice *choice,
                             gboolean                favourite)
{
  gboolean is_same;

  g_return_if_fail (SOLEUS_IS_FOOD_LINE (self));

  is_same = self->choice != NULL && g_str_equal (self->choice->key, choice->key);
  self->updating = TRUE;
  if (!is_same || !g_str_equal (self->choice->name, choice->name) || g_strcmp0 (self->choice->serving, choice->serving) != 0)
    {
      SoleusFoodChoice *copy = soleus_food_choice_copy (choice);

      soleus_food_choice_free (self->choice);
      self->choice = copy;
      gtk_label_set_label (GTK_LABEL (self->title), copy->name);
      gtk_label_set_label (GTK_LABEL (self->subtitle), copy->serving != NULL ? copy->serving : "");
      gtk_widget_set_visible (self->subtitle, copy->serving != NULL);
      show_names (self);
    }
  if (!is_same)
    soleus_servings_set_value (SOLEUS_SERVINGS (self->servings), SOLEUS_SERVING);
  if (self->star != NULL)
    {
      gtk_widget_set_visible (self->star, soleus_food_choice_get_target (self->choice) != NULL);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), favourite);
    }
  self->updating = FALSE;
}

/**
 * soleus_food_line_get_choice:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its food
 */
const SoleusFoodChoice *
soleus_food_line_get_choice (SoleusFoodLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_FOOD_LINE (self), NULL);

  return self->choice;
}

/**
 * soleus_food_line_set_servings:
 * @self: a line
 * @servings: thousandths of a serving
 */
void
soleus_food_line_set_servings (SoleusFoodLine *self,
                               gint64          servings)
{
  g_return_if_fail (SOLEUS_IS_FOOD_LINE (self));

  soleus_servings_set_value (SOLEUS_SERVINGS (self->servings), servings);
}

/**
 * soleus_food_line_get_servings:
 * @self: a line
 *
 * Returns: thousandths of a serving
 */
gint64
soleus_food_line_get_servings (SoleusFoodLine *self)
{
  g_return_val_if_fail (SOLEUS_IS_FOOD_LINE (self), SOLEUS_SERVING);

  return soleus_servings_get_value (SOLEUS_SERVINGS (self->servings));
}
