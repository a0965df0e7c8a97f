/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dose that was taken at another time than it was due keeps what it was due for. */
#include "config.h"

#include "ui/medicines/soleus-dose-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-words.h"
#include "app/soleus-words.h"
#include "ui/episode/soleus-moment-field.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/widgets/soleus-choice.h"

#define AMOUNT_LENGTH 20

/* All borrowed from the dialog */
typedef struct
{
  SoleusChoice *status;
  GtkWidget *moment;
  GtkWidget *amount;
  GtkWidget *note;
} Fields;

static const char *
take (SoleusRow  *values,
      GtkWidget **where,
      gpointer    data)
{
  const Fields *self = data;
  SoleusTime at;
  const char *problem = soleus_moment_field_get_time (SOLEUS_MOMENT_FIELD (self->moment), &at);

  soleus_row_set_text (values, "status", soleus_choice_get_selected (self->status) != NULL ? soleus_choice_get_selected (self->status) : "taken");
  soleus_entry_dialog_take_text (values, "note", self->note);
  *where = self->moment;
  if (problem != NULL)
    return problem;
  soleus_row_set_time (values, "at", at);
  *where = self->amount;
  return soleus_entry_dialog_take_number (values, "amount", self->amount) ? NULL : _("Type how many as a number, such as 1 or 0.5.");
}

static char *
say (SoleusRecord *record,
     gpointer      data)
{
  return g_strdup_printf (_("Saved: dose, %s."), soleus_words_word (&soleus_dose_states, soleus_row_get_text (soleus_record_get_values (record), "status")));
}

static void
show (GtkWindow     *parent,
      SoleusContext *context,
      SoleusRecord  *record)
{
  static const SoleusEntryWork work = { .take = take, .say = say };
  const SoleusRow *values = soleus_record_get_values (record);
  g_autoptr (SoleusRecord) medicine = soleus_diary_get (soleus_context_get_diary (context), soleus_row_get_text (values, "medicine"), NULL);
  g_autofree char *title = medicine != NULL && soleus_row_has (soleus_record_get_values (medicine), "name") ? soleus_medicine_words_title (medicine) : g_strdup (_("Dose"));
  gint64 number = soleus_row_get_number (values, "amount", -1);
  g_autofree char *amount = number >= 0 ? soleus_words_number (number) : NULL;
  SoleusEntryDialog *dialog = soleus_entry_dialog_new (parent, context, record, title);
  GtkWidget *page = soleus_entry_dialog_get_page (dialog);
  SoleusTime at = soleus_clock_get_now (soleus_context_get_clock (context));
  Fields *self = g_new0 (Fields, 1);

  self->status = SOLEUS_CHOICE (soleus_choice_new (_("What became of it?")));
  for (guint i = 0; soleus_dose_states.words[i] != NULL; i++)
    soleus_choice_add (self->status, soleus_dose_states.words[i], soleus_words_word (&soleus_dose_states, soleus_dose_states.words[i]), NULL);
  soleus_choice_set_selected (self->status, soleus_row_get_text (values, "status"));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->status));

  soleus_row_get_time (values, "at", &at);
  self->moment = soleus_moment_field_new (soleus_context_get_clock (context));
  soleus_moment_field_set_time (SOLEUS_MOMENT_FIELD (self->moment), at);
  soleus_entry_dialog_add (dialog, _("When?"), self->moment);
  self->amount = soleus_entry_dialog_add_entry (dialog, _("How many, such as 1 or 0.5 (you can leave it empty)"), amount, AMOUNT_LENGTH);
  self->note = soleus_entry_dialog_add_note (dialog);
  soleus_entry_dialog_show (dialog, &work, self, g_free, self->moment);
}

/**
 * soleus_dose_dialog_add:
 * @parent: the window that asks
 * @context: an open diary
 * @dose: a dose that is not kept yet, from soleus_dose_answer()
 */
void
soleus_dose_dialog_add (GtkWindow     *parent,
                        SoleusContext *context,
                        SoleusRecord  *dose)
{
  show (parent, context, dose);
}

/**
 * soleus_dose_dialog_edit:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: a dose of the diary
 */
void
soleus_dose_dialog_edit (GtkWindow     *parent,
                         SoleusContext *context,
                         const char    *uuid)
{
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_DOSE);

  if (record != NULL)
    show (parent, context, record);
}
