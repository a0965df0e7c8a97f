/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every drink can be corrected here, also those of days gone by. Days that are still to come cannot be opened. */
#include "config.h"

#include "ui/drinks/soleus-drinks-page.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-left-out.h"
#include "app/soleus-volume-words.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-day-section.h"
#include "ui/drinks/soleus-container-dialog.h"
#include "ui/drinks/soleus-drink-dialog.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-flow.h"

#define COLUMN 680
#define DRINKS_KINDS (SOLEUS_KIND_MASK (SOLEUS_KIND_DRINK) | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE))
#define CONTAINER_KINDS (SOLEUS_KIND_MASK (SOLEUS_KIND_CONTAINER) | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE))

struct _SoleusDrinksPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusDate day;
  GtkWidget *scroller;
  GtkWidget *heading;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *sum;
  GtkWidget *over;
  GtkWidget *evening;
  GtkWidget *goal;
  SoleusDaySection *drinks;
  SoleusDaySection *containers;
};

G_DEFINE_FINAL_TYPE (SoleusDrinksPage, soleus_drinks_page, GTK_TYPE_WIDGET)

static GtkWindow *
get_window (SoleusDrinksPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static const char *
get_uuid (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "uuid");
}

static void
edit_clicked_cb (GtkWidget        *button,
                 SoleusDrinksPage *self)
{
  soleus_drink_dialog_show (get_window (self), self->context, get_uuid (button), SOLEUS_DATE_NONE);
}

static void
edit_container_clicked_cb (GtkWidget        *button,
                           SoleusDrinksPage *self)
{
  soleus_container_dialog_show (get_window (self), self->context, get_uuid (button));
}

static void
delete_clicked_cb (GtkWidget        *button,
                   SoleusDrinksPage *self)
{
  g_autofree char *uuid = g_strdup (get_uuid (button)); /* the button goes with its row */
  g_autofree char *said = g_strdup (g_object_get_data (G_OBJECT (button), "said"));

  soleus_keeper_delete (soleus_context_get_keeper (self->context), uuid, said);
}

static void
add_clicked_cb (SoleusDrinksPage *self)
{
  soleus_drink_dialog_show (get_window (self), self->context, NULL, self->day);
}

static void
add_container_clicked_cb (SoleusDrinksPage *self)
{
  soleus_container_dialog_show (get_window (self), self->context, NULL);
}

static void
add_row (SoleusDrinksPage *self,
         SoleusDaySection *section,
         SoleusRecord     *record,
         const char       *title,
         const char       *subtitle,
         const char       *said,
         GCallback         edit)
{
  GtkWidget *row = soleus_action_row_new (title, subtitle);
  g_autofree char *change = g_strdup_printf (_("Change %s"), title), *remove = g_strdup_printf (_("Delete %s"), title);
  GtkWidget *buttons[2];

  buttons[0] = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Edit"), change);
  buttons[1] = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Delete"), remove);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    g_object_set_data_full (G_OBJECT (buttons[i]), "uuid", g_strdup (soleus_record_get_uuid (record)), g_free);
  g_object_set_data (G_OBJECT (buttons[1]), "said", (gpointer) said);
  g_signal_connect (buttons[0], "clicked", edit, self);
  g_signal_connect (buttons[1], "clicked", G_CALLBACK (delete_clicked_cb), self);
  soleus_day_section_add_row (section, row);
}

static void
add_drink (SoleusDrinksPage *self,
           SoleusRecord     *drink,
           SoleusVolumeUnit  unit)
{
  const SoleusRow *values = soleus_record_get_values (drink);
  g_autofree char *amount = soleus_volume_words_say (soleus_row_get_number (values, "amount_ml", 0), unit);
  g_autofree char *when = NULL, *title = NULL;
  SoleusTime at = { 0, 0 };

  soleus_record_get_when (drink, &at);
  when = soleus_words_time (at);
  title = g_strdup_printf ("%s · %s · %s", when, soleus_words_word (&soleus_drink_kinds, soleus_row_get_text (values, "drink")), amount);
  add_row (self, self->drinks, drink, title, soleus_record_get_note (drink), _("Drink deleted."), G_CALLBACK (edit_clicked_cb));
}

static void
show_line (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
update_drinks (SoleusDrinksPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (SoleusDrinks) drinks = soleus_drinks_new (diary, soleus_left_out_find_now (diary, soleus_context_get_warnings (self->context)), self->day, NULL);
  g_autofree char *date = soleus_words_day_title (self->day, soleus_clock_get_today (soleus_context_get_clock (self->context))), *sum = NULL, *evening = NULL;

  if (drinks == NULL)
    return;
  sum = soleus_drinks_say_sum (drinks);
  evening = soleus_drinks_say_evening (drinks);
  gtk_label_set_label (GTK_LABEL (self->heading), date);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->heading), date);
  gtk_widget_set_sensitive (self->next, !drinks->is_today);
  show_line (self->sum, sum);
  show_line (self->over, soleus_drinks_are_over (drinks) ? _("This is more than the limit you set. Ask your care team what to do.") : NULL);
  show_line (self->evening, evening);
  show_line (self->goal, drinks->goal > 0 ? _("More than you are thirsty for during long exercise can be dangerous.") : NULL);
  soleus_day_section_clear (self->drinks);
  for (guint i = 0; i < drinks->drinks->len; i++)
    add_drink (self, g_ptr_array_index (drinks->drinks, i), drinks->unit);
  soleus_day_section_finish (self->drinks);
}

static void
update_containers (SoleusDrinksPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  g_autoptr (GPtrArray) containers = soleus_diary_list (diary, SOLEUS_KIND_CONTAINER, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  SoleusVolumeUnit unit = soleus_drinks_get_unit (diary);

  if (containers == NULL)
    return;
  soleus_day_section_clear (self->containers);
  for (guint i = 0; i < containers->len; i++)
    {
      SoleusRecord *container = g_ptr_array_index (containers, i);
      const SoleusRow *values = soleus_record_get_values (container);
      const char *kind = soleus_row_get_text (values, "drink");
      g_autofree char *amount = soleus_volume_words_say (soleus_row_get_number (values, "amount_ml", 0), unit);
      g_autofree char *subtitle = kind != NULL ? g_strdup_printf ("%s · %s", amount, soleus_words_word (&soleus_drink_kinds, kind)) : g_strdup (amount);

      add_row (self, self->containers, container, soleus_row_get_text (values, "name"), subtitle, _("Glass or bottle deleted."), G_CALLBACK (edit_container_clicked_cb));
    }
  if (containers->len == 0)
    soleus_day_section_add_row (self->containers, soleus_build_text (NULL, _("None yet. One press adds a drink from each."), NULL));
  soleus_day_section_finish (self->containers);
}

static void
diary_changed_cb (SoleusDrinksPage *self,
                  guint             kinds)
{
  if ((kinds & DRINKS_KINDS) != 0)
    update_drinks (self);
  if ((kinds & CONTAINER_KINDS) != 0)
    update_containers (self);
}

static void
go (SoleusDrinksPage *self,
    int               days)
{
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context));

  self->day = CLAMP (self->day + days, SOLEUS_DATE_MIN, today);
  update_drinks (self);
  if (self->day == today && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (self->previous);
}

static void
previous_clicked_cb (SoleusDrinksPage *self)
{
  go (self, -1);
}

static void
next_clicked_cb (SoleusDrinksPage *self)
{
  go (self, 1);
}

static void
soleus_drinks_page_dispose (GObject *object)
{
  SoleusDrinksPage *self = SOLEUS_DRINKS_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_drinks_page_parent_class)->dispose (object);
}

static void
soleus_drinks_page_class_init (SoleusDrinksPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_drinks_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_drinks_page_init (SoleusDrinksPage *self)
{
}

static void
add_head (SoleusDrinksPage *self,
          GtkWidget        *column)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->previous = soleus_build_icon_button ("go-previous-symbolic", _("Day before"));
  self->next = soleus_build_icon_button ("go-next-symbolic", _("Day after"));
  g_signal_connect_swapped (self->previous, "clicked", G_CALLBACK (previous_clicked_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_clicked_cb), self);
  gtk_box_append (GTK_BOX (column), soleus_build_turn (self->previous, self->next, "title-2", &self->heading));

  self->sum = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->sum, "heading");
  gtk_widget_add_css_class (self->sum, "number");
  gtk_box_append (GTK_BOX (lines), self->sum);
  self->over = soleus_build_text (lines, "", NULL);
  self->evening = soleus_build_text (lines, "", NULL);
  self->goal = soleus_build_text (lines, "", NULL);
  gtk_box_append (GTK_BOX (column), lines);
}

static SoleusDaySection *
add_section (SoleusDrinksPage *self,
             GtkWidget        *column,
             const char       *title,
             const char       *add_name,
             GCallback         clicked)
{
  GtkWidget *section = soleus_day_section_new (title);

  g_signal_connect_swapped (soleus_day_section_add_button (SOLEUS_DAY_SECTION (section), _("Add"), add_name), "clicked", clicked, self);
  gtk_box_append (GTK_BOX (column), section);
  return SOLEUS_DAY_SECTION (section);
}

/**
 * soleus_drinks_page_new:
 * @context: what the window shows
 * @day: a civil day, or %SOLEUS_DATE_NONE for today
 *
 * Returns: (transfer floating): the page, of that day at first
 */
GtkWidget *
soleus_drinks_page_new (SoleusContext *context,
                        SoleusDate     day)
{
  SoleusDrinksPage *self = g_object_new (SOLEUS_TYPE_DRINKS_PAGE, NULL);
  GtkWidget *column, *preferences = soleus_build_button (_("Units, usual drink and your own goal"), NULL, "flat");

  self->context = g_object_ref (context);
  self->day = day != SOLEUS_DATE_NONE ? day : soleus_clock_get_today (soleus_context_get_clock (context));
  self->scroller = soleus_build_page (COLUMN, &column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  add_head (self, column);
  self->drinks = add_section (self, column, _("Drinks of this day"), _("Add a drink"), G_CALLBACK (add_clicked_cb));
  self->containers = add_section (self, column, _("Your glasses and bottles"), _("Add a glass or bottle"), G_CALLBACK (add_container_clicked_cb));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (preferences), "win.preferences");
  gtk_box_append (GTK_BOX (column), preferences);
  update_drinks (self);
  update_containers (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
