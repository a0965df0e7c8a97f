/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Built each time it is opened, so that it has the unit and the containers as they are then. Choosing a kind changes what the
 * amounts add; a container that has a kind of its own keeps it. */
#include "config.h"

#include "ui/drinks/soleus-drinks-menu.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-volume-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/drinks/soleus-drink-dialog.h"
#include "ui/drinks/soleus-drink-kinds.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define MOST_HEIGHT 520
#define WIDTH 290

/* A button that adds a drink. */
typedef struct
{
  gint64 amount;
  char *container; /* NULL for an amount alone */
  char *name;      /* of the container */
  char *kind;      /* NULL for the kind that is chosen */
} Offer;

typedef struct
{
  SoleusContext *context;
  SoleusVolumeUnit unit;
  GtkWidget *popover; /* borrowed: it owns this */
  GtkWidget *kind;
  GPtrArray *buttons; /* borrowed */
} Menu;

static void
menu_free (gpointer data)
{
  Menu *self = data;

  g_object_unref (self->context);
  g_ptr_array_unref (self->buttons);
  g_free (self);
}

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_free (offer->container);
  g_free (offer->name);
  g_free (offer->kind);
  g_free (offer);
}

static Offer *
get_offer (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "offer");
}

static const char *
get_kind (Menu        *self,
          const Offer *offer)
{
  return offer->kind != NULL ? offer->kind : soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));
}

static void
offer_clicked_cb (GtkWidget *button,
                  Menu      *self)
{
  const Offer *offer = get_offer (button);
  g_autoptr (SoleusContext) context = g_object_ref (self->context);
  g_autofree char *kind = g_strdup (get_kind (self, offer)), *container = g_strdup (offer->container);
  gint64 amount = offer->amount;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  soleus_drinks_add (soleus_context_get_keeper (context), soleus_context_get_diary (context), kind, amount, container);
}

static void
open_dialog (Menu            *self,
             SoleusDrinkFocus focus)
{
  GtkRoot *root = gtk_widget_get_root (self->popover);
  g_autoptr (SoleusContext) context = g_object_ref (self->context);
  g_autofree char *kind = g_strdup (soleus_choice_get_selected (SOLEUS_CHOICE (self->kind)));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (GTK_IS_WINDOW (root))
    soleus_drink_dialog_add (GTK_WINDOW (root), context, kind, focus);
}

static void
own_amount_clicked_cb (Menu *self)
{
  open_dialog (self, SOLEUS_DRINK_FOCUS_AMOUNT);
}

static void
earlier_clicked_cb (Menu *self)
{
  open_dialog (self, SOLEUS_DRINK_FOCUS_TIME);
}

static void
open_clicked_cb (Menu *self)
{
  GtkWidget *parent = gtk_widget_get_parent (self->popover);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action (parent, "win.drinks", NULL);
}

/* What a button adds follows the kind that is chosen. */
static void
name_offers (Menu *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      const Offer *offer = get_offer (button);
      g_autofree char *amount = soleus_volume_words_read (offer->amount, self->unit), *name = NULL;
      const char *kind = soleus_drinks_say_kind (get_kind (self, offer));

      if (offer->name != NULL)
        /* Translators: a container of the person, a kind of drink, an amount: "Add My mug: tea or coffee, 300 milliliters" */
        name = g_strdup_printf (_("Add %s: %s, %s"), offer->name, kind, amount);
      else
        /* Translators: a kind of drink, then an amount: "Add water, 250 milliliters" */
        name = g_strdup_printf (_("Add %s, %s"), kind, amount);
      soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
    }
}

static void
add_offer (Menu       *self,
           GtkWidget  *box,
           const char *label,
           Offer      *offer)
{
  GtkWidget *button = soleus_build_button (label, NULL, NULL);

  g_object_set_data_full (G_OBJECT (button), "offer", offer, offer_free);
  g_signal_connect (button, "clicked", G_CALLBACK (offer_clicked_cb), self);
  g_ptr_array_add (self->buttons, button);
  if (SOLEUS_IS_FLOW (box))
    soleus_flow_append (SOLEUS_FLOW (box), button);
  else
    gtk_box_append (GTK_BOX (box), button);
}

static void
add_amounts (Menu      *self,
             GtkWidget *box)
{
  GtkWidget *flow = soleus_flow_new (8);

  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  for (guint i = 0; i < SOLEUS_N_QUICK_AMOUNTS; i++)
    {
      g_autofree char *label = soleus_drinks_say_quick (self->unit, i);
      Offer *offer = g_new0 (Offer, 1);

      offer->amount = soleus_drinks_get_quick (self->unit, i);
      add_offer (self, flow, label, offer);
    }
  gtk_box_append (GTK_BOX (box), soleus_question_new (_("Add how much"), flow));
}

static void
add_containers (Menu      *self,
                GtkWidget *box)
{
  g_autoptr (GPtrArray) containers = soleus_diary_list (soleus_context_get_diary (self->context), SOLEUS_KIND_CONTAINER, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  GtkWidget *list;

  if (containers == NULL || containers->len == 0)
    return;
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  for (guint i = 0; i < containers->len; i++)
    {
      SoleusRecord *container = g_ptr_array_index (containers, i);
      const SoleusRow *values = soleus_record_get_values (container);
      Offer *offer = g_new0 (Offer, 1);
      g_autofree char *amount = NULL, *label = NULL;

      offer->amount = soleus_row_get_number (values, "amount_ml", 0);
      offer->container = g_strdup (soleus_record_get_uuid (container));
      offer->name = g_strdup (soleus_row_get_text (values, "name"));
      offer->kind = g_strdup (soleus_row_get_text (values, "drink"));
      amount = soleus_volume_words_say (offer->amount, self->unit);
      /* Translators: a container of the person, then how much goes in: "My mug, 300 ml" */
      label = g_strdup_printf (_("%s, %s"), offer->name, amount);
      add_offer (self, list, label, offer);
    }
  gtk_box_append (GTK_BOX (box), soleus_question_new (_("Your glasses and bottles"), list));
}

static void
add_button (Menu       *self,
            GtkWidget  *flow,
            const char *label,
            const char *name,
            GCallback   clicked)
{
  GtkWidget *button = soleus_build_button (label, name, NULL);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  soleus_flow_append (SOLEUS_FLOW (flow), button);
}

/* A scrolled window asks for the height that its content has in the width that it would like; here it has less, and is higher. */
static void
mapped_cb (GtkScrolledWindow *scroller)
{
  int width, height;

  gtk_widget_measure (gtk_scrolled_window_get_child (scroller), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (gtk_scrolled_window_get_child (scroller), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (scroller, MIN (height, MOST_HEIGHT));
  /* Its bar is seen where there is more, and has room of its own. */
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, height > MOST_HEIGHT ? GTK_POLICY_ALWAYS : GTK_POLICY_AUTOMATIC);
}

/**
 * soleus_drinks_menu_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
soleus_drinks_menu_new (SoleusContext *context)
{
  Menu *self = g_new0 (Menu, 1);
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *flow = soleus_flow_new (8);
  const char *kind;

  self->context = g_object_ref (context);
  self->unit = soleus_drinks_get_unit (soleus_context_get_diary (context));
  self->buttons = g_ptr_array_new ();
  self->popover = gtk_popover_new ();
  g_object_set_data_full (G_OBJECT (self->popover), "drinks-menu", self, menu_free);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->popover), _("Add another drink"));

  self->kind = soleus_drink_kinds_new (TRUE);
  soleus_drinks_get_usual (soleus_context_get_diary (context), &kind);
  soleus_choice_set_selected (SOLEUS_CHOICE (self->kind), kind);
  add_amounts (self, box);
  gtk_box_append (GTK_BOX (box), soleus_question_new (_("Which drink"), self->kind));
  add_containers (self, box);
  soleus_flow_set_wrap (SOLEUS_FLOW (flow), TRUE);
  add_button (self, flow, _("Own amount…"), NULL, G_CALLBACK (own_amount_clicked_cb));
  add_button (self, flow, _("Earlier…"), _("Add an earlier drink…"), G_CALLBACK (earlier_clicked_cb));
  add_button (self, flow, _("Open"), _("Open drinks"), G_CALLBACK (open_clicked_cb));
  gtk_box_append (GTK_BOX (box), flow);
  name_offers (self);
  g_signal_connect_swapped (self->kind, "changed", G_CALLBACK (name_offers), self);

  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  g_signal_connect (scroller, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  return self->popover;
}
