/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One day at a time, never one to come. What is known of the person's health decides which figures are shown, so the page follows that
 * as well. */
#include "config.h"

#include "ui/food/soleus-food-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-day.h"
#include "app/soleus-left-out.h"
#include "app/soleus-library.h"
#include "app/soleus-meals.h"
#include "app/soleus-minerals.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/food/soleus-food-dialog.h"
#include "ui/food/soleus-mineral-table.h"
#include "ui/food/soleus-own-food-dialog.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-late-style.h"

#define COLUMN 680
#define SPACING 12

struct _SoleusFoodPage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  SoleusDate day;
  GtkWidget *scroller;
  GtkWidget *previous;
  GtkWidget *title;
  GtkWidget *next;
  GtkWidget *meals;
  GtkWidget *add;
  GtkWidget *estimate;
  GtkWidget *own;
  GtkWidget *new_food;
};

G_DEFINE_FINAL_TYPE (SoleusFoodPage, soleus_food_page, GTK_TYPE_WIDGET)

static SoleusDate
get_today (SoleusFoodPage *self)
{
  return soleus_clock_get_today (soleus_context_get_clock (self->context));
}

static GtkWindow *
get_window (SoleusFoodPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static const char *
get_uuid (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "uuid");
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *label,
            const char *name,
            const char *uuid)
{
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), label, name);

  g_object_set_data_full (G_OBJECT (button), "uuid", g_strdup (uuid), g_free);
  return button;
}

/* The meals */

static void
edit_clicked_cb (GtkWidget      *button,
                 SoleusFoodPage *self)
{
  soleus_food_dialog_show (get_window (self), self->context, get_uuid (button), SOLEUS_DATE_NONE);
}

static void
delete_clicked_cb (GtkWidget      *button,
                   SoleusFoodPage *self)
{
  g_autofree char *uuid = g_strdup (get_uuid (button));

  gtk_widget_grab_focus (self->add);
  soleus_keeper_delete (soleus_context_get_keeper (self->context), uuid, _("Meal deleted."));
}

static void
add_clicked_cb (SoleusFoodPage *self)
{
  soleus_food_dialog_show (get_window (self), self->context, NULL, self->day);
}

static void
add_meal (SoleusFoodPage *self,
          GtkWidget      *rows,
          SoleusRecord   *meal)
{
  const SoleusRow *values = soleus_record_get_values (meal);
  const char *word = soleus_row_get_text (values, "meal"), *note = soleus_record_get_note (meal);
  g_autofree char *when = soleus_day_words_when (meal), *items = soleus_meals_say_items (soleus_context_get_diary (self->context), values);
  g_autofree char *title = g_strdup_printf ("%s, %s", word != NULL ? soleus_words_word (&soleus_meal_kinds, word) : _("Food"), when);
  g_autofree char *both = g_strconcat (items, *items != '\0' && note != NULL ? "\n" : "", note, NULL);
  g_autofree char *edit = g_strdup_printf (_("Edit %s"), title), *delete = g_strdup_printf (_("Delete %s"), title);
  GtkWidget *row = soleus_action_row_new (title, both);

  g_signal_connect (add_button (row, _("Edit"), edit, soleus_record_get_uuid (meal)), "clicked", G_CALLBACK (edit_clicked_cb), self);
  g_signal_connect (add_button (row, _("Delete"), delete, soleus_record_get_uuid (meal)), "clicked", G_CALLBACK (delete_clicked_cb), self);
  gtk_box_append (GTK_BOX (rows), row);
}

static void
show_meals (SoleusFoodPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meals = soleus_day_list (soleus_context_get_diary (self->context), SOLEUS_KIND_MEAL, self->day, &error);
  gboolean had_focus = gtk_widget_get_focus_child (self->meals) != NULL;
  GtkWidget *rows;

  soleus_build_clear (self->meals);
  if (meals == NULL)
    soleus_build_text (self->meals, error->message, NULL);
  else if (meals->len == 0)
    soleus_build_text (self->meals, self->day == get_today (self) ? _("Nothing added today.") : _("Nothing added on this day."), NULL);
  else
    {
      rows = soleus_build_rows (self->meals);
      for (guint i = 0; i < meals->len; i++)
        add_meal (self, rows, g_ptr_array_index (meals, i));
    }
  if (had_focus)
    gtk_widget_grab_focus (self->add);
}

/* What they add up to */

static void
show_sums (SoleusFoodPage *self)
{
  SoleusDiary *diary = soleus_context_get_diary (self->context);
  GPtrArray *foods = soleus_library_get_foods (soleus_context_get_library (self->context));
  gboolean with_potassium = !soleus_minerals_hide_potassium (diary, soleus_warnings_get_guidance (soleus_context_get_warnings (self->context)));
  g_autoptr (SoleusFoodTable) table = soleus_food_table_read (diary, foods, NULL);
  g_autoptr (GArray) days = table != NULL ? soleus_minerals_list_days (diary, table, self->day - SOLEUS_MINERALS_WEEK + 1, self->day, with_potassium, NULL) : NULL;
  SoleusMinerals day = { 0 }, week = { 0 };

  if (foods == NULL || days == NULL)
    {
      soleus_build_text (self->estimate, _("The food table could not be read. Your meals are kept."), NULL);
      return;
    }
  for (guint i = 0; i < days->len; i++)
    {
      const SoleusMineralDay *one = &g_array_index (days, SoleusMineralDay, i);

      soleus_minerals_add (&week, &one->minerals);
      if (one->day == self->day)
        day = one->minerals;
    }
  soleus_mineral_table_fill (self->estimate, &day, &week, days->len, with_potassium);
}

/* Section 6.2 of the clinical notes. */
static void
show_care (SoleusFoodPage *self)
{
  SoleusLimits limits = soleus_left_out_find_now (soleus_context_get_diary (self->context), soleus_context_get_warnings (self->context));

  if ((limits & SOLEUS_LIMIT_BLOOD_THINNER) != 0)
    soleus_build_text (self->estimate, _("If you take warfarin, keep leafy greens about the same from week to week. Ask first before you change."), NULL);
}

static void
show_estimate (SoleusFoodPage *self)
{
  soleus_build_clear (self->estimate);
  soleus_build_heading (self->estimate, _("From what you logged"), "title-4");
  show_sums (self);
  show_care (self);
}

/* Own foods */

static void
change_clicked_cb (GtkWidget      *button,
                   SoleusFoodPage *self)
{
  soleus_own_food_dialog_show (get_window (self), self->context, get_uuid (button), NULL);
}

static void
new_food_clicked_cb (SoleusFoodPage *self)
{
  soleus_own_food_dialog_show (get_window (self), self->context, NULL, NULL);
}

static void
show_own_foods (SoleusFoodPage *self)
{
  g_autoptr (GPtrArray) foods = soleus_diary_list (soleus_context_get_diary (self->context), SOLEUS_KIND_FOOD, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  gboolean had_focus = gtk_widget_get_focus_child (self->own) != NULL;
  GtkWidget *rows;

  soleus_build_clear (self->own);
  if (foods == NULL || foods->len == 0)
    soleus_build_text (self->own, _("A food that is missing in the list can be added with its minerals."), NULL);
  else
    {
      rows = soleus_build_rows (self->own);
      for (guint i = 0; i < foods->len; i++)
        {
          SoleusRecord *food = g_ptr_array_index (foods, i);
          const char *name = soleus_row_get_text (soleus_record_get_values (food), "name");
          GtkWidget *row = soleus_action_row_new (name, soleus_row_get_text (soleus_record_get_values (food), "serving"));
          g_autofree char *change = g_strdup_printf (_("Change %s"), name);

          g_signal_connect (add_button (row, _("Change"), change, soleus_record_get_uuid (food)), "clicked", G_CALLBACK (change_clicked_cb), self);
          gtk_box_append (GTK_BOX (rows), row);
        }
    }
  if (had_focus)
    gtk_widget_grab_focus (self->new_food);
}

/* The day */

static void
show_day (SoleusFoodPage *self,
          SoleusDate      day)
{
  g_autofree char *title = soleus_words_day_title (day, get_today (self));

  self->day = day;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->title), title);
  gtk_widget_set_sensitive (self->next, day < get_today (self));
  show_meals (self);
  show_estimate (self);
}

static void
previous_clicked_cb (SoleusFoodPage *self)
{
  if (self->day > soleus_date_from_ymd (1971, 1, 2))
    show_day (self, self->day - 1);
}

static void
next_clicked_cb (SoleusFoodPage *self)
{
  if (self->day + 1 >= get_today (self))
    gtk_widget_grab_focus (self->previous);
  if (self->day < get_today (self))
    show_day (self, self->day + 1);
}

static void
diary_changed_cb (SoleusFoodPage *self,
                  guint           kinds)
{
  const guint eaten = SOLEUS_KIND_MASK (SOLEUS_KIND_MEAL) | SOLEUS_KIND_MASK (SOLEUS_KIND_FOOD);

  if ((kinds & eaten) != 0)
    show_meals (self);
  if ((kinds & (eaten | SOLEUS_KIND_MASK (SOLEUS_KIND_PROFILE) | SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE))) != 0)
    show_estimate (self);
  if ((kinds & SOLEUS_KIND_MASK (SOLEUS_KIND_FOOD)) != 0)
    show_own_foods (self);
}

static void
soleus_food_page_dispose (GObject *object)
{
  SoleusFoodPage *self = SOLEUS_FOOD_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_food_page_parent_class)->dispose (object);
}

static void
soleus_food_page_class_init (SoleusFoodPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_food_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  soleus_late_style_load ();
}

static GtkWidget *
make_top (SoleusFoodPage *self)
{
  self->previous = soleus_build_icon_button ("go-previous-symbolic", _("Day before"));
  self->next = soleus_build_icon_button ("go-next-symbolic", _("Day after"));
  g_signal_connect_swapped (self->previous, "clicked", G_CALLBACK (previous_clicked_cb), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_clicked_cb), self);
  return soleus_build_turn (self->previous, self->next, "title-4", &self->title);
}

static GtkWidget *
add_box (GtkWidget *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  gtk_box_append (GTK_BOX (column), box);
  return box;
}

static void
soleus_food_page_init (SoleusFoodPage *self)
{
  GtkWidget *column;

  self->scroller = soleus_build_page (COLUMN, &column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (column), make_top (self));
  self->meals = add_box (column);
  self->add = soleus_build_button (_("Add food"), NULL, "answer");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (column), self->add);
  self->estimate = add_box (column);
  soleus_build_heading (column, _("My foods"), "title-4");
  self->own = add_box (column);
  self->new_food = soleus_build_button (_("New food"), NULL, NULL);
  gtk_widget_set_halign (self->new_food, GTK_ALIGN_START);
  g_signal_connect_swapped (self->new_food, "clicked", G_CALLBACK (new_food_clicked_cb), self);
  gtk_box_append (GTK_BOX (column), self->new_food);
}

/**
 * soleus_food_page_new:
 * @context: an open diary
 *
 * Returns: (transfer floating): the page, with the present day
 */
GtkWidget *
soleus_food_page_new (SoleusContext *context)
{
  SoleusFoodPage *self = g_object_new (SOLEUS_TYPE_FOOD_PAGE, NULL);

  self->context = g_object_ref (context);
  show_day (self, get_today (self));
  show_own_foods (self);
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
