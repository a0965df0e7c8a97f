/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A glass of the picture is a usual glass. With a goal the missing glasses are drawn empty; with a limit they are not, because
 * nothing there may look like something to fill. The buttons stay as they are when the numbers change, and so does the focus. */
#include "config.h"

#include "ui/drinks/soleus-drinks-row.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-left-out.h"
#include "app/soleus-volume-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/drinks/soleus-drinks-menu.h"
#include "ui/drinks/soleus-glass.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

#define MOST_GLASSES 10
#define TICK_SECONDS 20

/* Text longer than this wraps rather than pushing the buttons down. */
#define TEXT_CHARS 28

struct _SoleusDrinksRow
{
  GtkWidget parent_instance;

  SoleusContext *context;
  GtkWidget *flow;
  GtkWidget *picture;
  GtkWidget *sum;
  GtkWidget *over;
  GtkWidget *evening;
  GtkWidget *add;
  GtkWidget *add_label;
  SoleusDate shown_day;
  guint tick;
};

G_DEFINE_FINAL_TYPE (SoleusDrinksRow, soleus_drinks_row, GTK_TYPE_WIDGET)

static void
show_glasses (SoleusDrinksRow    *self,
              const SoleusDrinks *drinks,
              gint64              usual)
{
  gint64 full = drinks->sum / usual, part = drinks->sum % usual;
  gint64 n = MAX (full + (part > 0), (drinks->goal + usual - 1) / usual);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->picture)) != NULL)
    gtk_widget_unparent (child);
  for (gint64 i = 0; i < MIN (n, MOST_GLASSES); i++)
    soleus_flow_append (SOLEUS_FLOW (self->picture), soleus_glass_new (i < full ? 1 : i == full ? (double) part / (double) usual : 0));
  if (n > MOST_GLASSES)
    {
      /* Translators: so many more glasses than there is room for */
      g_autofree char *more = g_strdup_printf (_("+%d"), (int) MIN (n - MOST_GLASSES, 9999));
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "label", more, NULL);

      soleus_flow_append (SOLEUS_FLOW (self->picture), label);
    }
  gtk_widget_set_visible (self->picture, n > 0);
}

static void
show_line (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
update (SoleusDrinksRow *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context));
  g_autoptr (SoleusDrinks) drinks = soleus_drinks_new (diary, soleus_left_out_find_now (diary, soleus_context_get_warnings (self->context)), today, NULL);
  const char *kind;
  gint64 usual = soleus_drinks_get_usual (diary, &kind);
  g_autofree char *said = NULL, *heard = NULL, *evening = NULL, *amount = NULL, *spoken = NULL, *label = NULL, *name = NULL;

  if (drinks == NULL)
    return;
  self->shown_day = today;
  said = soleus_drinks_say_sum (drinks);
  heard = soleus_drinks_read_sum (drinks);
  evening = soleus_drinks_say_evening (drinks);
  show_glasses (self, drinks, usual);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->picture), heard);
  show_line (self->sum, said);
  show_line (self->over, soleus_drinks_are_over (drinks) ? _("This is more than the limit you set. Ask your care team what to do.") : NULL);
  show_line (self->evening, evening);

  amount = soleus_volume_words_say (usual, drinks->unit);
  spoken = soleus_volume_words_read (usual, drinks->unit);
  /* Translators: %s is an amount: "Add 250 ml" */
  label = g_strdup_printf (_("Add %s"), amount);
  /* Translators: a kind of drink, then an amount: "Add a drink: water, 250 milliliters" */
  name = g_strdup_printf (_("Add a drink: %s, %s"), soleus_drinks_say_kind (kind), spoken);
  gtk_label_set_label (GTK_LABEL (self->add_label), label);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->add), name);
}

static void
diary_changed_cb (SoleusDrinksRow *self,
                  guint            kinds)
{
  if ((kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_DRINK) | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE))) != 0)
    update (self);
}

static void
add_clicked_cb (SoleusDrinksRow *self)
{
  soleus_drinks_add_usual (soleus_context_get_keeper (self->context), soleus_context_get_diary (self->context));
}

static void
menu_wanted_cb (GtkMenuButton *button,
                gpointer       data)
{
  gtk_menu_button_set_popover (button, soleus_drinks_menu_new (SOLEUS_DRINKS_ROW (data)->context));
}

static gboolean
tick_cb (gpointer data)
{
  SoleusDrinksRow *self = data;

  if (self->shown_day != soleus_clock_get_today (soleus_context_get_clock (self->context)))
    update (self);
  return G_SOURCE_CONTINUE;
}

static void
soleus_drinks_row_map (GtkWidget *widget)
{
  SoleusDrinksRow *self = SOLEUS_DRINKS_ROW (widget);

  GTK_WIDGET_CLASS (soleus_drinks_row_parent_class)->map (widget);
  tick_cb (self);
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
soleus_drinks_row_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&SOLEUS_DRINKS_ROW (widget)->tick, g_source_remove);
  GTK_WIDGET_CLASS (soleus_drinks_row_parent_class)->unmap (widget);
}

static void
soleus_drinks_row_dispose (GObject *object)
{
  SoleusDrinksRow *self = SOLEUS_DRINKS_ROW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->flow, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_drinks_row_parent_class)->dispose (object);
}

static void
soleus_drinks_row_class_init (SoleusDrinksRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_drinks_row_dispose;
  widget_class->map = soleus_drinks_row_map;
  widget_class->unmap = soleus_drinks_row_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "drinksrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_line (GtkWidget        *words,
          GtkAccessibleRole role,
          const char       *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", TEXT_CHARS, NULL);

  gtk_box_append (GTK_BOX (words), label);
  return label;
}

static GtkWidget *
make_words (SoleusDrinksRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (add_line (words, GTK_ACCESSIBLE_ROLE_HEADING, _("Drinks")), "title");
  self->picture = g_object_new (SOLEUS_TYPE_FLOW, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "spacing", 4, "wrap", TRUE, NULL);
  gtk_box_append (GTK_BOX (words), self->picture);
  self->sum = add_line (words, GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (self->sum, "number");
  self->over = add_line (words, GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->evening = add_line (words, GTK_ACCESSIBLE_ROLE_LABEL, NULL);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static GtkWidget *
make_buttons (SoleusDrinksRow *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *more = gtk_menu_button_new ();

  self->add = soleus_build_button ("", NULL, NULL);
  self->add_label = gtk_button_get_child (GTK_BUTTON (self->add));
  gtk_widget_set_hexpand (self->add, TRUE);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "pan-down-symbolic");
  gtk_widget_add_css_class (more, "header-button");
  gtk_widget_set_tooltip_text (more, _("Add another drink"));
  soleus_accessible_set_name (GTK_ACCESSIBLE (more), _("Add another drink"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (more), menu_wanted_cb, self, NULL);
  gtk_box_append (GTK_BOX (buttons), self->add);
  gtk_box_append (GTK_BOX (buttons), more);
  gtk_widget_set_hexpand (buttons, FALSE); /* only what is in it does, where the buttons have a line to themselves */
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  return buttons;
}

static void
soleus_drinks_row_init (SoleusDrinksRow *self)
{
  self->flow = soleus_flow_new (12);
  soleus_flow_append (SOLEUS_FLOW (self->flow), make_words (self));
  soleus_flow_append (SOLEUS_FLOW (self->flow), make_buttons (self));
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), _("Drinks"));
}

/**
 * soleus_drinks_row_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): a row for a card of rows; it follows the diary and the day
 */
GtkWidget *
soleus_drinks_row_new (SoleusContext *context)
{
  SoleusDrinksRow *self = g_object_new (SOLEUS_TYPE_DRINKS_ROW, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
