/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The newest change of dose is also the strength that the medicine bears. */
#include "config.h"

#include "ui/medicines/soleus-medicine-parts.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-plan.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-typed-number.h"
#include "app/soleus-words.h"
#include "ui/episode/soleus-date-button.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/exchange/soleus-modal.h"

#define STRENGTH_LENGTH 200
#define COUNT_MAX (100000 * 1000LL)
#define WARN_MAX 365

/* Change of dose */

/* Borrowed from the dialog, but for the medicine */
typedef struct
{
  SoleusDiary *diary;
  SoleusRecord *medicine;
  SoleusClock *clock;
  GtkWidget *date;
  GtkWidget *before;
  GtkWidget *after;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_object_unref (self->diary);
  g_object_unref (self->medicine);
  g_object_unref (self->clock);
  g_free (self);
}

static const char *
take_change (SoleusRow  *values,
             GtkWidget **where,
             gpointer    data)
{
  const Change *self = data;
  SoleusDate date = soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date));

  soleus_row_set_text (values, "medicine", soleus_record_get_uuid (self->medicine));
  soleus_row_set_date (values, "changed", date);
  soleus_entry_dialog_take_text (values, "strength_before", self->before);
  soleus_entry_dialog_take_text (values, "strength_after", self->after);
  *where = self->date;
  if (date > soleus_clock_get_today (self->clock))
    return _("This date is in the future.");
  *where = self->after;
  return soleus_row_has (values, "strength_after") ? NULL : _("Enter the new strength, such as 20 mg.");
}

static char *
say_change (SoleusRecord *record,
            gpointer      data)
{
  return g_strdup (_("Saved: change of dose."));
}

/* Whether no other change of this medicine is newer. */
static gboolean
is_newest (Change       *self,
           SoleusRecord *change)
{
  g_autoptr (GPtrArray) changes = soleus_diary_list (self->diary, SOLEUS_KIND_DOSE_CHANGE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      SoleusRecord *other = g_ptr_array_index (changes, i);
      const SoleusRow *values = soleus_record_get_values (other);

      if (g_str_equal (soleus_row_get_text (values, "medicine"), soleus_record_get_uuid (self->medicine)) && !g_str_equal (soleus_record_get_uuid (other), soleus_record_get_uuid (change)) &&
          soleus_row_get_date (values, "changed") > soleus_row_get_date (soleus_record_get_values (change), "changed"))
        return FALSE;
    }
  return TRUE;
}

static void
add_strength (GPtrArray    *edits,
              SoleusRecord *record,
              gpointer      data)
{
  Change *self = data;
  const char *strength = soleus_row_get_text (soleus_record_get_values (record), "strength_after");
  g_autoptr (SoleusRecord) copy = NULL;

  if (!is_newest (self, record) || g_strcmp0 (strength, soleus_row_get_text (soleus_record_get_values (self->medicine), "strength")) == 0)
    return;
  copy = soleus_record_copy (self->medicine);
  soleus_row_set_text (soleus_record_get_values (copy), "strength", strength);
  soleus_edits_save (edits, copy);
}

/**
 * soleus_dose_change_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @medicine: what is taken in another strength
 * @uuid: (nullable): a change to correct, or %NULL for a new one
 */
void
soleus_dose_change_dialog_show (GtkWindow     *parent,
                                SoleusContext *context,
                                SoleusRecord  *medicine,
                                const char    *uuid)
{
  static const SoleusEntryWork work = { .take = take_change, .say = say_change, .add_edits = add_strength };
  g_autoptr (SoleusRecord) change = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_DOSE_CHANGE);
  SoleusEntryDialog *dialog;
  const SoleusRow *values;
  const char *before;
  Change *self;

  if (change == NULL)
    return;
  values = soleus_record_get_values (change);
  dialog = soleus_entry_dialog_new (parent, context, change, _("Change of dose"));
  self = g_new0 (Change, 1);
  self->diary = g_object_ref (soleus_context_get_diary (context));
  self->medicine = g_object_ref (medicine);
  self->clock = g_object_ref (soleus_context_get_clock (context));
  self->date = soleus_date_button_new (self->clock);
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->date), uuid != NULL ? soleus_row_get_date (values, "changed") : soleus_clock_get_today (self->clock));
  gtk_widget_set_halign (self->date, GTK_ALIGN_START);
  soleus_entry_dialog_add (dialog, _("When did it change?"), self->date);
  before = uuid != NULL ? soleus_row_get_text (values, "strength_before") : soleus_row_get_text (soleus_record_get_values (medicine), "strength");
  self->before = soleus_entry_dialog_add_entry (dialog, _("Strength before"), before, STRENGTH_LENGTH);
  self->after = soleus_entry_dialog_add_text (dialog, _("Strength now"), "strength_after");
  soleus_entry_dialog_show (dialog, &work, self, change_free, self->after);
}

/* Stock */

typedef struct
{
  SoleusRecord *medicine;
  SoleusClock *clock;
  GtkWidget *count; /* this and the next borrowed */
  GtkWidget *warn;
  char *count_shown;
} Stock;

static void
stock_free (gpointer data)
{
  Stock *self = data;

  g_object_unref (self->medicine);
  g_object_unref (self->clock);
  g_free (self->count_shown);
  g_free (self);
}

static const char *
take_stock (SoleusRow  *values,
            GtkWidget **where,
            gpointer    data)
{
  const Stock *self = data;
  g_autofree char *count = soleus_entry_dialog_dup_text (self->count);
  g_autofree char *warn = soleus_entry_dialog_dup_text (self->warn);
  gboolean warn_is_number, has_warn = *warn != '\0';
  gint64 number;
  guint64 days = 0;

  soleus_row_set_text (values, "medicine", soleus_record_get_uuid (self->medicine));
  soleus_row_clear (values, "warn_days");
  warn_is_number = has_warn && g_ascii_string_to_unsigned (warn, 10, 0, WARN_MAX, &days, NULL);
  if (warn_is_number)
    soleus_row_set_number (values, "warn_days", (gint64) days);
  *where = self->count;
  /* What is left was counted now: a number that nobody touched stays the count that it was. */
  if (g_strcmp0 (count, self->count_shown) != 0 || !soleus_row_has (values, "at"))
    {
      if (!soleus_typed_number_read (count, COUNT_MAX, &number))
        return _("Type how many are left as a number, such as 30.");
      soleus_row_set_time (values, "at", soleus_clock_get_now (self->clock));
      soleus_row_set_number (values, "amount", number);
    }
  *where = self->warn;
  return has_warn && !warn_is_number ? _("Type a number of days from 0 to 365, or leave it empty.") : NULL;
}

static char *
say_stock (SoleusRecord *record,
           gpointer      data)
{
  g_autofree char *amount = soleus_words_number (soleus_row_get_number (soleus_record_get_values (record), "amount", 0));

  return g_strdup_printf (_("Saved: %s left."), amount);
}

/**
 * soleus_stock_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @medicine: what is counted
 * @uuid: (nullable): the count that there is, or %NULL
 */
void
soleus_stock_dialog_show (GtkWindow     *parent,
                          SoleusContext *context,
                          SoleusRecord  *medicine,
                          const char    *uuid)
{
  static const SoleusEntryWork work = { .take = take_stock, .say = say_stock };
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (soleus_context_get_diary (context), NULL);
  const SoleusMedicine *found = book != NULL ? soleus_medicine_book_find (book, soleus_record_get_uuid (medicine)) : NULL;
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_STOCK);
  SoleusStock stock;
  SoleusEntryDialog *dialog;
  g_autofree char *left = NULL, *warn = NULL;
  gint64 warn_days;
  Stock *self;

  if (record == NULL || found == NULL)
    return;
  if (soleus_stock_find (book, found, &stock))
    left = soleus_words_number (stock.left);
  soleus_stock_clear (&stock);
  warn_days = soleus_row_get_number (soleus_record_get_values (record), "warn_days", -1);
  if (warn_days >= 0)
    warn = g_strdup_printf ("%d", (int) warn_days);
  dialog = soleus_entry_dialog_new (parent, context, record, _("What is left"));
  self = g_new0 (Stock, 1);
  self->medicine = g_object_ref (medicine);
  self->clock = g_object_ref (soleus_context_get_clock (context));
  self->count_shown = g_strdup (left);
  self->count = soleus_entry_dialog_add_entry (dialog, _("How many are left now?"), left, 20);
  self->warn = soleus_entry_dialog_add_entry (dialog, _("Tell me when it is enough for so many days (you can leave it empty)"), warn, 5);
  soleus_entry_dialog_show (dialog, &work, self, stock_free, self->count);
}

/* Pause */

typedef struct
{
  SoleusContext *context;
  char *medicine;
  GtkWidget *window; /* this and the next borrowed */
  GtkWidget *date;
  GtkWidget *note;
} Pause;

static void
pause_free (gpointer data)
{
  Pause *self = data;

  g_object_unref (self->context);
  g_free (self->medicine);
  g_free (self);
}

static void
pause_until (Pause      *self,
             SoleusDate  until)
{
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context));
  g_autoptr (GPtrArray) versions = soleus_medicine_plan_list (soleus_context_get_diary (self->context), self->medicine, NULL);
  g_autoptr (GPtrArray) edits = versions != NULL ? soleus_medicine_plan_pause (versions, today, until) : NULL;

  if (until != SOLEUS_DATE_NONE && until < today)
    {
      soleus_question_set_line (self->note, _("This day is over. Choose a later one."));
      return;
    }
  if (edits != NULL && edits->len > 0)
    soleus_keeper_write (soleus_context_get_keeper (self->context), edits, _("Paused."), NULL, NULL);
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
until_clicked_cb (Pause *self)
{
  pause_until (self, soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date)));
}

static void
open_clicked_cb (Pause *self)
{
  pause_until (self, SOLEUS_DATE_NONE);
}

/**
 * soleus_pause_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @medicine: a medicine with a plan
 */
void
soleus_pause_dialog_show (GtkWindow     *parent,
                          SoleusContext *context,
                          SoleusRecord  *medicine)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (context));
  SoleusClock *clock = soleus_context_get_clock (context);
  GtkWidget *page = soleus_modal_page_new (_("Pause this plan"));
  Pause *self = g_new0 (Pause, 1);

  self->context = g_object_ref (context);
  self->medicine = g_strdup (soleus_record_get_uuid (medicine));
  self->window = soleus_modal_new (parent, _("Pause this plan"));
  g_object_set_data_full (G_OBJECT (self->window), "pause", self, pause_free);
  soleus_modal_page_add_text (page, _("While it is paused no dose is due. The last day of the pause:"));
  self->date = soleus_date_button_new (clock);
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->date), soleus_clock_get_today (clock));
  gtk_widget_set_halign (self->date, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (page), self->date);
  self->note = soleus_modal_page_add_note (page);
  gtk_widget_set_visible (self->note, FALSE);
  if (guidance != NULL)
    soleus_modal_page_add_text (page, soleus_guidance_get_text (guidance, "card-medicine-keep"));
  gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Pause"), G_CALLBACK (until_clicked_cb), self), "suggested-action");
  soleus_modal_page_add_button (page, _("Until I _resume it"), G_CALLBACK (open_clicked_cb), self);
  soleus_modal_page_add_button (page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->window);
  soleus_modal_set_page (SOLEUS_MODAL (self->window), page);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_child_focus (self->date, GTK_DIR_TAB_FORWARD);
}
