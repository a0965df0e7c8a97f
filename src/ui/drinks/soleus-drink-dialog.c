/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not touched stays exactly as it is: the amount to the thousandth of a milliliter, the time to the second. No time is
 * made up for a day in the past. */
#include "config.h"

#include "ui/drinks/soleus-drink-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "ui/drinks/soleus-amount-entry.h"
#include "ui/drinks/soleus-drink-kinds.h"
#include "ui/episode/soleus-date-button.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/exchange/soleus-record-dialog.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

typedef struct
{
  SoleusContext *context;
  SoleusTime at; /* the time of a drink that is changed */
  gboolean has_at;

  /* Borrowed */
  GtkWidget *kind;
  GtkWidget *amount;
  GtkWidget *date;
  GtkWidget *time;
  GtkWidget *advice;
  GtkWidget *note;
} Form;

static void
form_free (gpointer data)
{
  Form *self = data;

  g_object_unref (self->context);
  g_free (self);
}

static char *
form_dup_state (gpointer data)
{
  Form *self = data;
  g_autofree char *note = soleus_record_dialog_dup_text (self->note);
  const char *kind = soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));

  return g_strdup_printf ("%s\n%s\n%d\n%" G_GINT64_FORMAT " %d\n%s", kind != NULL ? kind : "", soleus_amount_entry_get_text (SOLEUS_AMOUNT_ENTRY (self->amount)),
                          soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date)), soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->time)),
                          soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (self->time)), note);
}

static gboolean
take_time (Form       *self,
           SoleusRow  *values,
           char      **complaint,
           GtkWidget **where)
{
  SoleusClock *clock = soleus_context_get_clock (self->context);
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (clock);
  SoleusDate date = soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date));
  gint64 minute = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->time));
  SoleusTime at;

  *where = self->time;
  if (minute == SOLEUS_TYPED_NONE)
    {
      *complaint = g_strdup (_("Type the time of the drink, like 14:30."));
      return FALSE;
    }
  if (self->has_at && date == soleus_time_get_date (self->at) && minute == soleus_time_get_minute (self->at))
    {
      soleus_row_set_time (values, "at", self->at);
      return TRUE;
    }
  soleus_time_from_local (date, (int) minute, zone, FALSE, &at);
  if (at.utc > soleus_clock_get_now (clock).utc)
    {
      *complaint = g_strdup (_("This time is in the future."));
      return FALSE;
    }
  soleus_row_set_time (values, "at", at);
  return TRUE;
}

static gboolean
form_take (gpointer    data,
           SoleusRow  *values,
           char      **complaint,
           GtkWidget **where)
{
  Form *self = data;
  const char *kind = soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));
  gint64 amount = soleus_amount_entry_get_amount (SOLEUS_AMOUNT_ENTRY (self->amount));

  if (kind == NULL)
    {
      *complaint = g_strdup (_("Choose which drink it was."));
      *where = self->kind;
      return FALSE;
    }
  if (amount == 0)
    {
      *complaint = soleus_amount_entry_dup_advice (SOLEUS_AMOUNT_ENTRY (self->amount));
      *where = self->amount;
      return FALSE;
    }
  soleus_row_set_text (values, "drink", kind);
  soleus_row_set_number (values, "amount_ml", amount);
  return take_time (self, values, complaint, where) && soleus_record_dialog_take_text (self->note, values, "note", complaint, where);
}

static char *
form_say (gpointer      data,
          SoleusRecord *record)
{
  Form *self = data;
  g_autofree char *what = soleus_drinks_say_drink (record, soleus_drinks_get_unit (soleus_context_get_diary (self->context)));

  /* Translators: %s is a drink: "Added: water, 250 ml." */
  return g_strdup_printf (self->has_at ? _("Saved: %s.") : _("Added: %s."), what);
}

static const SoleusRecordForm form_type = {
  N_("You changed this drink but did not save it."), N_("Drink deleted."), form_take, form_say, form_dup_state, form_free
};

static void
time_changed_cb (Form *self)
{
  soleus_question_set_line (self->advice, soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (self->time)));
}

static void
add_when (Form      *self,
          GtkWidget *page,
          SoleusDate date,
          int        minute)
{
  GtkWidget *flow = soleus_flow_new (8), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->date = soleus_date_button_new (soleus_context_get_clock (self->context));
  self->time = soleus_typed_entry_new (SOLEUS_TYPED_TIME, _("Time of the drink"));
  self->advice = soleus_question_new_status ();
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->date), date);
  soleus_typed_entry_set_value (SOLEUS_TYPED_ENTRY (self->time), minute);
  g_signal_connect_swapped (self->time, "changed", G_CALLBACK (time_changed_cb), self);
  soleus_flow_append (SOLEUS_FLOW (flow), self->date);
  soleus_flow_append (SOLEUS_FLOW (flow), self->time);
  gtk_box_append (GTK_BOX (box), flow);
  gtk_box_append (GTK_BOX (box), self->advice);
  gtk_box_append (GTK_BOX (page), soleus_question_new (_("When"), box));
}

static void
show (GtkWindow       *parent,
      SoleusContext   *context,
      SoleusRecord    *original,
      const char      *kind,
      SoleusDate       day,
      SoleusDrinkFocus focus)
{
  SoleusDiary *diary = soleus_context_get_diary (context);
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (context));
  Form *self = g_new0 (Form, 1);
  SoleusRecordDialog *dialog = soleus_record_dialog_new (parent, context, original != NULL ? _("Change a drink") : _("Add a drink"), SOLEUS_KIND_DRINK, original, &form_type, self);
  const SoleusRow *values = soleus_record_get_values (soleus_record_dialog_get_record (dialog));
  GtkWidget *page = soleus_record_dialog_get_page (dialog);
  gint64 most = values->fields[soleus_fields_find (values->fields, "amount_ml")].max;

  self->context = g_object_ref (context);
  self->has_at = original != NULL && soleus_record_get_when (original, &self->at);

  self->kind = soleus_drink_kinds_new (TRUE);
  if (original != NULL)
    kind = soleus_row_get_text (values, "drink");
  else if (kind == NULL)
    soleus_drinks_get_usual (diary, &kind);
  soleus_choice_set_selected (SOLEUS_CHOICE (self->kind), kind);
  gtk_box_append (GTK_BOX (page), soleus_question_new (_("Which drink"), self->kind));

  self->amount = soleus_amount_entry_new (soleus_drinks_get_unit (diary), most);
  soleus_amount_entry_set_amount (SOLEUS_AMOUNT_ENTRY (self->amount), soleus_row_get_number (values, "amount_ml", 0));
  g_signal_connect_swapped (self->amount, "activate", G_CALLBACK (soleus_record_dialog_save), dialog);
  gtk_box_append (GTK_BOX (page), soleus_question_new (_("How much"), self->amount));

  if (self->has_at)
    add_when (self, page, soleus_time_get_date (self->at), soleus_time_get_minute (self->at));
  else if (day == SOLEUS_DATE_NONE || day == soleus_time_get_date (now))
    add_when (self, page, soleus_time_get_date (now), soleus_time_get_minute (now));
  else
    add_when (self, page, day, SOLEUS_TYPED_NONE);
  self->note = soleus_record_dialog_add_note (dialog);
  soleus_record_dialog_show (dialog, NULL);
  gtk_widget_grab_focus (focus == SOLEUS_DRINK_FOCUS_TIME ? self->time : self->amount);
}

/**
 * soleus_drink_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: (nullable): a drink to change, or %NULL for a new one
 * @day: the day of a new one, whose time is then asked; %SOLEUS_DATE_NONE for now
 */
void
soleus_drink_dialog_show (GtkWindow     *parent,
                          SoleusContext *context,
                          const char    *uuid,
                          SoleusDate     day)
{
  g_autoptr (SoleusRecord) original = uuid != NULL ? soleus_diary_get (soleus_context_get_diary (context), uuid, NULL) : NULL;

  if (uuid != NULL && (original == NULL || soleus_record_get_kind (original) != SOLEUS_KIND_DRINK))
    return;
  show (parent, context, original, NULL, day, SOLEUS_DRINK_FOCUS_AMOUNT);
}

/**
 * soleus_drink_dialog_add:
 * @parent: the window that asks
 * @context: an open diary
 * @kind: a word of #soleus_drink_kinds
 * @focus: what is asked first
 *
 * Adds a drink of a kind that is known already.
 */
void
soleus_drink_dialog_add (GtkWindow       *parent,
                         SoleusContext   *context,
                         const char      *kind,
                         SoleusDrinkFocus focus)
{
  show (parent, context, NULL, kind, SOLEUS_DATE_NONE, focus);
}
