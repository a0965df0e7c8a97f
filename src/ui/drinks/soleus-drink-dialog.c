/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not touched stays exactly as it is: the amount to the thousandth of a milliliter, the time to the second. No time is
 * made up for a day in the past. */
#include "config.h"

#include "ui/drinks/soleus-drink-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "ui/drinks/soleus-amount-entry.h"
#include "ui/drinks/soleus-drink-kinds.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/episode/soleus-moment-field.h"
#include "ui/widgets/soleus-choice.h"

/* Borrowed from the dialog, but for the diary */
typedef struct
{
  SoleusDiary *diary;
  gboolean is_new;
  GtkWidget *kind;
  GtkWidget *amount;
  GtkWidget *moment;
  GtkWidget *note;
} Fields;

static void
fields_free (gpointer data)
{
  Fields *self = data;

  g_object_unref (self->diary);
  g_free (self);
}

static const char *
take (SoleusRow  *values,
      GtkWidget **where,
      gpointer    data)
{
  const Fields *self = data;
  const char *kind = soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));
  SoleusAmountEntry *amount = SOLEUS_AMOUNT_ENTRY (self->amount);
  const char *no_amount = soleus_amount_entry_get_problem (amount);
  SoleusTime at;
  const char *no_time = soleus_moment_field_get_time (SOLEUS_MOMENT_FIELD (self->moment), &at);

  soleus_row_set_text (values, "drink", kind);
  if (no_amount == NULL)
    soleus_row_set_number (values, "amount_ml", soleus_amount_entry_get_amount (amount));
  if (no_time == NULL)
    soleus_row_set_time (values, "at", at);
  soleus_entry_dialog_take_text (values, "note", self->note);
  *where = self->kind;
  if (kind == NULL)
    return _("Choose which drink it was.");
  *where = no_amount != NULL ? soleus_amount_entry_get_entry (amount) : self->moment;
  return no_amount != NULL ? no_amount : no_time;
}

static char *
say (SoleusRecord *record,
     gpointer      data)
{
  const Fields *self = data;
  g_autofree char *what = soleus_drinks_say_drink (record, soleus_drinks_get_unit (self->diary));

  /* Translators: %s is a drink: "Added: water, 250 ml." */
  return g_strdup_printf (self->is_new ? _("Added: %s.") : _("Saved: %s."), what);
}

static void
show (GtkWindow       *parent,
      SoleusContext   *context,
      const char      *uuid,
      const char      *kind,
      SoleusDate       day,
      SoleusDrinkFocus focus)
{
  static const SoleusEntryWork work = { .take = take, .say = say };
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_DRINK);
  SoleusDiary *diary = soleus_context_get_diary (context);
  SoleusEntryDialog *dialog;
  const SoleusRow *values;
  SoleusTime at;
  Fields *self;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  dialog = soleus_entry_dialog_new (parent, context, record, uuid != NULL ? _("Change a drink") : _("Add a drink"));
  self = g_new0 (Fields, 1);
  self->diary = g_object_ref (diary);
  self->is_new = uuid == NULL;

  self->kind = soleus_drink_kinds_new (TRUE);
  if (uuid != NULL)
    kind = soleus_row_get_text (values, "drink");
  else if (kind == NULL)
    soleus_drinks_get_usual (diary, &kind);
  soleus_choice_set_selected (SOLEUS_CHOICE (self->kind), kind);
  soleus_entry_dialog_add (dialog, _("Which drink"), self->kind);

  self->amount = soleus_amount_entry_new (soleus_drinks_get_unit (diary), values->fields[soleus_fields_find (values->fields, "amount_ml")].max);
  soleus_amount_entry_set_amount (SOLEUS_AMOUNT_ENTRY (self->amount), soleus_row_get_number (values, "amount_ml", 0));
  g_signal_connect_swapped (self->amount, "activate", G_CALLBACK (soleus_entry_dialog_save), dialog);
  soleus_entry_dialog_add (dialog, _("How much"), self->amount);

  self->moment = soleus_moment_field_new (soleus_context_get_clock (context));
  if (soleus_record_get_when (record, &at))
    soleus_moment_field_set_time (SOLEUS_MOMENT_FIELD (self->moment), at);
  else if (day != SOLEUS_DATE_NONE && day != soleus_clock_get_today (soleus_context_get_clock (context)))
    soleus_moment_field_set_day (SOLEUS_MOMENT_FIELD (self->moment), day);
  soleus_entry_dialog_add (dialog, _("When"), self->moment);
  self->note = soleus_entry_dialog_add_note (dialog);
  soleus_entry_dialog_show (dialog, &work, self, fields_free, focus == SOLEUS_DRINK_FOCUS_TIME ? self->moment : self->amount);
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
  show (parent, context, uuid, NULL, day, SOLEUS_DRINK_FOCUS_AMOUNT);
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
