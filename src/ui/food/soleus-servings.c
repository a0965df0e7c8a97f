/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Not a spin button: its arrows are too small to hit, and a typed number is more than half a serving needs. */
#include "config.h"

#include "ui/food/soleus-servings.h"

#include <glib/gi18n.h>

#include "app/soleus-meals.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"

#define SPACING 4

struct _SoleusServings
{
  GtkWidget parent_instance;

  gint64 value;
  GtkWidget *box;
  GtkWidget *fewer;
  GtkWidget *number;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SoleusServings, soleus_servings, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A button that can do nothing more hands the focus to the other one. */
static void
allow (GtkWidget *button,
       gboolean   allowed,
       GtkWidget *other)
{
  gboolean had_focus = gtk_widget_has_focus (button);

  gtk_widget_set_sensitive (button, allowed);
  if (!allowed && had_focus)
    gtk_widget_grab_focus (other);
}

static void
show_value (SoleusServings *self)
{
  g_autofree char *number = soleus_words_number (self->value), *words = soleus_meals_say_servings (self->value);

  if (g_str_equal (gtk_label_get_label (GTK_LABEL (self->number)), number))
    return;
  gtk_label_set_label (GTK_LABEL (self->number), number);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->number), words);
  allow (self->more, self->value < SOLEUS_SERVINGS_MOST, self->fewer);
  allow (self->fewer, self->value > SOLEUS_SERVINGS_STEP, self->more);
}

static void
step (SoleusServings *self,
      int             steps)
{
  self->value = soleus_meals_step_servings (self->value, steps);
  show_value (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fewer_clicked_cb (SoleusServings *self)
{
  step (self, -1);
}

static void
more_clicked_cb (SoleusServings *self)
{
  step (self, 1);
}

static void
soleus_servings_dispose (GObject *object)
{
  g_clear_pointer (&SOLEUS_SERVINGS (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_servings_parent_class)->dispose (object);
}

static void
soleus_servings_class_init (SoleusServingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_servings_dispose;

  /**
   * SoleusServings::changed:
   * @self: the number
   *
   * The person pressed one of the buttons.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_button (SoleusServings *self,
            const char     *icon,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
soleus_servings_init (SoleusServings *self)
{
  self->value = SOLEUS_SERVING;
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_set_halign (self->box, GTK_ALIGN_START);
  self->fewer = add_button (self, "value-decrease-symbolic", G_CALLBACK (fewer_clicked_cb));
  self->number = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "width-chars", 3, NULL);
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_box_append (GTK_BOX (self->box), self->number);
  self->more = add_button (self, "value-increase-symbolic", G_CALLBACK (more_clicked_cb));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  show_value (self);
}

/**
 * soleus_servings_new:
 *
 * Returns: (transfer floating): one serving
 */
GtkWidget *
soleus_servings_new (void)
{
  return g_object_new (SOLEUS_TYPE_SERVINGS, NULL);
}

/**
 * soleus_servings_set_food:
 * @self: a number
 * @name: what there are servings of
 */
void
soleus_servings_set_food (SoleusServings *self,
                          const char     *name)
{
  g_autofree char *fewer = NULL, *more = NULL;

  g_return_if_fail (SOLEUS_IS_SERVINGS (self));

  /* Translators: %s is a food */
  fewer = g_strdup_printf (_("Fewer servings of %s"), name);
  /* Translators: %s is a food */
  more = g_strdup_printf (_("More servings of %s"), name);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->fewer), fewer);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->more), more);
}

/**
 * soleus_servings_get_value:
 * @self: a number
 *
 * Returns: thousandths of a serving
 */
gint64
soleus_servings_get_value (SoleusServings *self)
{
  g_return_val_if_fail (SOLEUS_IS_SERVINGS (self), SOLEUS_SERVING);

  return self->value;
}

/**
 * soleus_servings_set_value:
 * @self: a number
 * @servings: thousandths of a serving
 *
 * Shows another number, without a signal.
 */
void
soleus_servings_set_value (SoleusServings *self,
                           gint64          servings)
{
  g_return_if_fail (SOLEUS_IS_SERVINGS (self));

  self->value = servings;
  show_value (self);
}
