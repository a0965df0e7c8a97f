/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything about one medicine stands on one page, and each part has its own small dialog. A class that is linked with cramps is named
 * with the sentence that belongs to it, and with the one that nothing is stopped alone. */
#include "config.h"

#include "ui/medicines/soleus-medicine-page.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-plan.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-day-section.h"
#include "ui/medicines/soleus-dose-dialog.h"
#include "ui/medicines/soleus-dose-mark.h"
#include "ui/medicines/soleus-linked-note.h"
#include "ui/medicines/soleus-medicine-parts.h"
#include "ui/medicines/soleus-take-one.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-pager.h"

#define COLUMN 680
#define PREVIEW 6
#define HISTORY_DAYS 7

struct _SoleusMedicinePage
{
  GtkWidget parent_instance;

  SoleusContext *context;
  char *uuid;
  SoleusRecord *medicine;
  GtkWidget *scroller;
  GtkWidget *gone;
  GtkWidget *rest;
  SoleusDaySection *about;
  GtkWidget *linked;
  SoleusDaySection *plan;
  GtkWidget *pause;
  GtkWidget *resume;
  SoleusDaySection *changes;
  SoleusDaySection *stock;
  SoleusDaySection *doses;
  GtkWidget *stop;
};

G_DEFINE_FINAL_TYPE (SoleusMedicinePage, soleus_medicine_page, GTK_TYPE_WIDGET)

static SoleusDiary *
get_diary (SoleusMedicinePage *self)
{
  return soleus_context_get_diary (self->context);
}

static GtkWindow *
get_window (SoleusMedicinePage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* What is pressed */

static void
change_clicked_cb (SoleusMedicinePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-medicine", "s", self->uuid);
}

static void
plan_clicked_cb (SoleusMedicinePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.plan", "s", self->uuid);
}

static void
pause_clicked_cb (SoleusMedicinePage *self)
{
  soleus_pause_dialog_show (get_window (self), self->context, self->medicine);
}

static void
resume_clicked_cb (SoleusMedicinePage *self)
{
  g_autoptr (GPtrArray) versions = soleus_medicine_plan_list (get_diary (self), self->uuid, NULL);
  g_autoptr (GPtrArray) edits = versions != NULL ? soleus_medicine_plan_resume (versions, soleus_clock_get_now (soleus_context_get_clock (self->context))) : NULL;

  if (edits != NULL && edits->len > 0)
    soleus_keeper_write (soleus_context_get_keeper (self->context), edits, _("The plan goes on."), NULL, NULL);
}

static void
calendar_clicked_cb (SoleusMedicinePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.dose-calendar", "s", self->uuid);
}

static void
add_change_clicked_cb (SoleusMedicinePage *self)
{
  soleus_dose_change_dialog_show (get_window (self), self->context, self->medicine, NULL);
}

static void
edit_change_clicked_cb (GtkWidget          *button,
                        SoleusMedicinePage *self)
{
  soleus_dose_change_dialog_show (get_window (self), self->context, self->medicine, g_object_get_data (G_OBJECT (button), "soleus-uuid"));
}

static void
stock_clicked_cb (GtkWidget          *button,
                  SoleusMedicinePage *self)
{
  soleus_stock_dialog_show (get_window (self), self->context, self->medicine, g_object_get_data (G_OBJECT (button), "soleus-uuid"));
}

static void
take_clicked_cb (SoleusMedicinePage *self)
{
  soleus_take_one (GTK_WIDGET (self), self->context, self->uuid);
}

static void
add_dose_clicked_cb (SoleusMedicinePage *self)
{
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (get_diary (self), NULL);
  const SoleusMedicine *medicine = book != NULL ? soleus_medicine_book_find (book, self->uuid) : NULL;
  g_autoptr (SoleusRecord) dose = medicine != NULL ? soleus_dose_take_as_needed (medicine, soleus_medicine_book_get_now (book)) : NULL;

  if (dose != NULL)
    soleus_dose_dialog_add (get_window (self), self->context, dose);
}

static void
edit_dose_clicked_cb (GtkWidget          *button,
                      SoleusMedicinePage *self)
{
  soleus_dose_dialog_edit (get_window (self), self->context, g_object_get_data (G_OBJECT (button), "soleus-uuid"));
}

static void
stop_clicked_cb (SoleusMedicinePage *self)
{
  g_autoptr (SoleusRecord) copy = soleus_record_copy (self->medicine);
  g_autofree char *title = soleus_medicine_words_title (copy);
  g_autofree char *said = g_strdup_printf (_("Saved: %s stopped today."), title);

  soleus_row_set_date (soleus_record_get_values (copy), "stopped", soleus_clock_get_today (soleus_context_get_clock (self->context)));
  soleus_keeper_save (soleus_context_get_keeper (self->context), copy, said);
}

/* Parts */

static void
add_uuid_button (GtkWidget          *row,
                 const char         *label,
                 const char         *name,
                 const char         *uuid,
                 GCallback           clicked,
                 SoleusMedicinePage *self)
{
  GtkWidget *button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), label, name);

  g_object_set_data_full (G_OBJECT (button), "soleus-uuid", g_strdup (uuid), g_free);
  g_signal_connect (button, "clicked", clicked, self);
}

static void
add_text_row (SoleusDaySection *section,
              const char       *text)
{
  if (text != NULL && *text != '\0')
    soleus_day_section_add_row (section, soleus_build_text (NULL, text, NULL));
}

static void
show_about (SoleusMedicinePage *self)
{
  const SoleusRow *values = soleus_record_get_values (self->medicine);
  static const struct
  {
    const char *field;
    const char *label;
  } fields[] = { { "form", N_("Form") }, { "reason", N_("For") }, { "instructions", N_("How to take it") }, { "note", N_("Note") } };
  g_autofree char *title = soleus_medicine_words_title (self->medicine), *span = soleus_medicine_words_span (self->medicine);
  GtkWidget *row = soleus_action_row_new (title, *span != '\0' ? span : NULL);

  soleus_day_section_clear (self->about);
  soleus_day_section_add_row (self->about, row);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (soleus_row_has (values, fields[i].field))
      {
        /* Translators: what it is, then what the person typed: "For: blood pressure" */
        g_autofree char *line = g_strdup_printf (_("%s: %s"), _(fields[i].label), soleus_row_get_text (values, fields[i].field));

        add_text_row (self->about, line);
      }
  soleus_day_section_finish (self->about);
  soleus_linked_note_set (SOLEUS_LINKED_NOTE (self->linked), self->medicine);
}

static void
show_plan (SoleusMedicinePage   *self,
           const SoleusMedicine *medicine,
           SoleusTime            now)
{
  SoleusDate today = soleus_time_get_date (now);
  SoleusRecord *version = soleus_medicine_plan_find_current (medicine->versions, now);
  g_autofree char *plan = soleus_medicine_plan_say (version);
  gboolean over = soleus_medicine_is_over (medicine, today);
  g_autofree char *next = version != NULL && !over ? soleus_medicine_plan_say_next (medicine->schedule, version, now, PREVIEW) : NULL;
  g_autofree char *change = soleus_medicine_plan_say_clock_change (medicine->schedule, now);
  g_autofree char *paused = version != NULL ? soleus_medicine_plan_say_pause (version, today) : NULL;
  SoleusAsNeeded state;
  SoleusDue due;
  gboolean has_next = soleus_schedule_find_next (medicine->schedule, now.utc, &due);

  soleus_day_section_clear (self->plan);
  add_text_row (self->plan, plan);
  add_text_row (self->plan, paused);
  if (soleus_medicine_is_as_needed (medicine, now, &state))
    {
      g_autofree char *limits = soleus_medicine_words_limits (&state, now);
      GtkWidget *row = soleus_action_row_new (_("As needed"), *limits != '\0' ? limits : NULL);
      g_autofree char *title = soleus_medicine_words_title (self->medicine);
      g_autofree char *name = g_strdup_printf (_("Take one: %s"), title);

      g_signal_connect_swapped (soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Take one"), name), "clicked", G_CALLBACK (take_clicked_cb), self);
      soleus_day_section_add_row (self->plan, row);
    }
  else if (next != NULL && (has_next || paused == NULL))
    {
      g_autofree char *text = has_next ? g_strdup_printf (_("Next: %s"), next) : g_strdup (next);

      add_text_row (self->plan, text);
      add_text_row (self->plan, change);
    }
  soleus_day_section_finish (self->plan);
  gtk_widget_set_visible (self->pause, version != NULL && !over && paused == NULL);
  gtk_widget_set_visible (self->resume, version != NULL && !over && paused != NULL);
}

static void
show_changes (SoleusMedicinePage *self)
{
  g_autoptr (GPtrArray) changes = soleus_diary_list (get_diary (self), SOLEUS_KIND_DOSE_CHANGE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  soleus_day_section_clear (self->changes);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      SoleusRecord *change = g_ptr_array_index (changes, i);
      g_autofree char *words = NULL, *name = NULL;
      GtkWidget *row;

      if (!g_str_equal (soleus_row_get_text (soleus_record_get_values (change), "medicine"), self->uuid))
        continue;
      words = soleus_medicine_words_change (change);
      name = g_strdup_printf (_("Edit the change of dose, %s"), words);
      row = soleus_action_row_new (words, NULL);
      add_uuid_button (row, _("Edit"), name, soleus_record_get_uuid (change), G_CALLBACK (edit_change_clicked_cb), self);
      soleus_day_section_add_row (self->changes, row);
    }
  soleus_day_section_finish (self->changes);
}

static void
show_stock (SoleusMedicinePage       *self,
            const SoleusMedicineBook *book,
            const SoleusMedicine     *medicine)
{
  SoleusStock stock;
  gboolean counted = soleus_stock_find (book, medicine, &stock);
  g_autofree char *words = counted ? soleus_medicine_words_stock (&stock) : g_strdup (_("Not counted."));
  GtkWidget *row = soleus_action_row_new (words, counted && stock.is_low ? _("It will soon run out.") : NULL);

  soleus_day_section_clear (self->stock);
  add_uuid_button (row, counted ? _("Change") : _("Count"), counted ? _("Change what is left") : _("Count what is left"), counted ? soleus_record_get_uuid (stock.record) : NULL, G_CALLBACK (stock_clicked_cb), self);
  soleus_day_section_add_row (self->stock, row);
  soleus_day_section_finish (self->stock);
  soleus_stock_clear (&stock);
}

static void
add_dose (SoleusMedicinePage *self,
          const SoleusDose   *dose,
          SoleusDate          today)
{
  g_autofree char *when = soleus_dose_words_when (dose->due.date, dose->due.minute, today), *state = soleus_dose_words_state (dose);
  GtkWidget *row = soleus_action_row_new (when, state), *button;

  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), soleus_dose_mark_new (dose->state));
  if (dose->record != NULL)
    {
      g_autofree char *name = g_strdup_printf (_("Edit the dose of %s"), when);

      add_uuid_button (row, _("Edit"), name, soleus_record_get_uuid (dose->record), G_CALLBACK (edit_dose_clicked_cb), self);
    }
  else
    {
      g_autofree char *name = g_strdup_printf (_("Open the doses of %s"), when);

      button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Open"), name);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ii)", dose->due.date, dose->due.minute);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.doses");
    }
  soleus_day_section_add_row (self->doses, row);
}

/* The newest first; what is still to come stands with the plan. */
static void
show_doses (SoleusMedicinePage       *self,
            const SoleusMedicineBook *book)
{
  SoleusDate today = soleus_time_get_date (soleus_medicine_book_get_now (book));

  soleus_day_section_clear (self->doses);
  for (int back = 0; back < HISTORY_DAYS; back++)
    {
      g_autoptr (GPtrArray) doses = soleus_medicine_book_list_day (book, today - back, NULL);

      for (guint i = doses != NULL ? doses->len : 0; i-- > 0;)
        {
          const SoleusDose *dose = g_ptr_array_index (doses, i);

          if (g_str_equal (soleus_record_get_uuid (dose->medicine->record), self->uuid) && dose->state != SOLEUS_DOSE_AHEAD)
            add_dose (self, dose, today);
        }
    }
  soleus_day_section_finish (self->doses);
}

static void
show_title (SoleusMedicinePage *self)
{
  GtkWidget *pager = gtk_widget_get_ancestor (GTK_WIDGET (self), SOLEUS_TYPE_PAGER);

  if (pager != NULL && self->medicine != NULL)
    soleus_pager_set_page_title (SOLEUS_PAGER (pager), GTK_WIDGET (self), soleus_row_get_text (soleus_record_get_values (self->medicine), "name"), NULL);
}

static void
update (SoleusMedicinePage *self)
{
  g_autoptr (SoleusMedicineBook) book = soleus_context_is_open (self->context) ? soleus_medicine_book_new (get_diary (self), NULL) : NULL;
  const SoleusMedicine *medicine = book != NULL ? soleus_medicine_book_find (book, self->uuid) : NULL;

  gtk_widget_set_visible (self->gone, medicine == NULL);
  gtk_widget_set_visible (self->rest, medicine != NULL);
  if (medicine == NULL)
    return;
  g_set_object (&self->medicine, medicine->record);
  show_about (self);
  show_plan (self, medicine, soleus_medicine_book_get_now (book));
  show_changes (self);
  show_stock (self, book, medicine);
  show_doses (self, book);
  gtk_widget_set_visible (self->stop, soleus_row_get_date (soleus_record_get_values (self->medicine), "stopped") == SOLEUS_DATE_NONE);
  show_title (self);
}

static void
diary_changed_cb (SoleusMedicinePage *self,
                  guint               kinds)
{
  const guint mine = SOLEUS_KIND_MASK (SOLEUS_KIND_MEDICINE) | SOLEUS_KIND_MASK (SOLEUS_KIND_SCHEDULE) | SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE) |
                     SOLEUS_KIND_MASK (SOLEUS_KIND_NOTICE) | SOLEUS_KIND_MASK (SOLEUS_KIND_STOCK) | SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE_CHANGE);

  if ((kinds & mine) != 0)
    update (self);
}

static void
soleus_medicine_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (soleus_medicine_page_parent_class)->root (widget);
  show_title (SOLEUS_MEDICINE_PAGE (widget));
}

static void
soleus_medicine_page_dispose (GObject *object)
{
  SoleusMedicinePage *self = SOLEUS_MEDICINE_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->medicine);
  g_clear_object (&self->context);
  g_clear_pointer (&self->uuid, g_free);

  G_OBJECT_CLASS (soleus_medicine_page_parent_class)->dispose (object);
}

static void
soleus_medicine_page_class_init (SoleusMedicinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_medicine_page_dispose;
  widget_class->root = soleus_medicine_page_root;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_medicine_page_init (SoleusMedicinePage *self)
{
}

static SoleusDaySection *
add_section (SoleusMedicinePage *self,
             const char         *title)
{
  GtkWidget *section = soleus_day_section_new (title);

  gtk_box_append (GTK_BOX (self->rest), section);
  return SOLEUS_DAY_SECTION (section);
}

static GtkWidget *
add_button (SoleusMedicinePage *self,
            SoleusDaySection   *section,
            const char         *label,
            const char         *name,
            GCallback           clicked)
{
  GtkWidget *button = soleus_day_section_add_button (section, label, name);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

/**
 * soleus_medicine_page_new:
 * @context: what the window shows
 * @uuid: a medicine
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
soleus_medicine_page_new (SoleusContext *context,
                          const char    *uuid)
{
  SoleusMedicinePage *self = g_object_new (SOLEUS_TYPE_MEDICINE_PAGE, NULL);
  GtkWidget *column;

  self->context = g_object_ref (context);
  self->uuid = g_strdup (uuid);
  self->scroller = soleus_build_page (COLUMN, &column);
  self->gone = soleus_build_text (column, _("This medicine was deleted. You can bring it back from the trash."), NULL);
  self->rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (GTK_BOX (column), self->rest);

  self->about = add_section (self, _("This medicine"));
  add_button (self, self->about, _("Change"), _("Change this medicine"), G_CALLBACK (change_clicked_cb));
  self->linked = soleus_linked_note_new (context);
  gtk_box_append (GTK_BOX (self->rest), self->linked);
  self->plan = add_section (self, _("When you take it"));
  add_button (self, self->plan, _("Change"), _("Change when you take it"), G_CALLBACK (plan_clicked_cb));
  self->pause = add_button (self, self->plan, _("Pause…"), _("Pause this plan"), G_CALLBACK (pause_clicked_cb));
  self->resume = add_button (self, self->plan, _("Resume"), _("Resume this plan"), G_CALLBACK (resume_clicked_cb));
  add_button (self, self->plan, _("Calendar"), _("Show the doses as a calendar"), G_CALLBACK (calendar_clicked_cb));
  self->doses = add_section (self, _("Doses of the last 7 days"));
  add_button (self, self->doses, _("Add"), _("Add a dose that you took"), G_CALLBACK (add_dose_clicked_cb));
  self->changes = add_section (self, _("Changes of dose"));
  add_button (self, self->changes, _("Add"), _("Add a change of dose"), G_CALLBACK (add_change_clicked_cb));
  self->stock = add_section (self, _("What is left"));

  self->stop = soleus_build_button (_("I stopped taking it"), NULL, "answer");
  g_signal_connect_swapped (self->stop, "clicked", G_CALLBACK (stop_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->rest), self->stop);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
