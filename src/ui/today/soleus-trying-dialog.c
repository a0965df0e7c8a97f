/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A supplement is never suggested: whoever chooses it reads whom to ask first. */
#include "config.h"

#include "ui/today/soleus-trying-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-risks.h"
#include "app/soleus-trying.h"
#include "app/soleus-words.h"
#include "ui/episode/soleus-question.h"
#include "ui/exchange/soleus-record-dialog.h"
#include "ui/preferences/soleus-date-fields.h"
#include "ui/widgets/soleus-choice.h"

typedef struct
{
  SoleusContext *context;

  /* Borrowed */
  GtkWidget *kind;
  GtkWidget *supplement;
  GtkWidget *name;
  GtkWidget *since;
  GtkWidget *until;
  GtkWidget *note;
} Form;

static void
form_free (gpointer data)
{
  Form *self = data;

  g_object_unref (self->context);
  g_free (self);
}

/* What stands in the fields, also where it is no date yet. */
static char *
dup_date_state (GtkWidget *fields)
{
  SoleusDate date = SOLEUS_DATE_NONE;
  SoleusDateFieldsState state = soleus_date_fields_get_date (SOLEUS_DATE_FIELDS (fields), &date);

  return g_strdup_printf ("%d %d", state, state == SOLEUS_DATE_FIELDS_DATE ? date : 0);
}

static char *
form_dup_state (gpointer data)
{
  Form *self = data;
  const char *kind = soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));
  g_autofree char *name = soleus_record_dialog_dup_text (self->name), *note = soleus_record_dialog_dup_text (self->note);
  g_autofree char *since = dup_date_state (self->since), *until = dup_date_state (self->until);

  return g_strdup_printf ("%s\n%s\n%s\n%s\n%s", kind != NULL ? kind : "", name, since, until, note);
}

static gboolean
take_date (GtkWidget  *fields,
           SoleusRow  *values,
           const char *field,
           char      **complaint,
           GtkWidget **where)
{
  SoleusDate date = SOLEUS_DATE_NONE;

  *where = fields;
  soleus_row_clear (values, field);
  switch (soleus_date_fields_get_date (SOLEUS_DATE_FIELDS (fields), &date))
    {
    case SOLEUS_DATE_FIELDS_EMPTY:
      return TRUE;
    case SOLEUS_DATE_FIELDS_DATE:
      soleus_row_set_date (values, field, date);
      return TRUE;
    case SOLEUS_DATE_FIELDS_BEGUN:
    case SOLEUS_DATE_FIELDS_WRONG:
    default:
      *complaint = g_strdup (_("Enter day, month and year."));
      return FALSE;
    }
}

static gboolean
form_take (gpointer    data,
           SoleusRow  *values,
           char      **complaint,
           GtkWidget **where)
{
  Form *self = data;
  const char *kind = soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context)), stop;

  if (kind == NULL)
    {
      *complaint = g_strdup (_("Choose what it is."));
      *where = self->kind;
      return FALSE;
    }
  soleus_row_set_text (values, "routine", kind);
  if (!soleus_record_dialog_take_text (self->name, values, "name", complaint, where) ||
      !take_date (self->since, values, "start", complaint, where) || !take_date (self->until, values, "stop", complaint, where))
    return FALSE;
  if (!soleus_row_has (values, "start") || soleus_row_get_date (values, "start") > today)
    {
      *complaint = g_strdup (soleus_row_has (values, "start") ? _("This date is in the future.") : _("Enter since when you do it."));
      *where = self->since;
      return FALSE;
    }
  stop = soleus_row_get_date (values, "stop");
  if (stop != SOLEUS_DATE_NONE && stop < soleus_row_get_date (values, "start"))
    {
      *complaint = g_strdup (_("It stopped before it started. Check the two dates."));
      *where = self->until;
      return FALSE;
    }
  return soleus_record_dialog_take_text (self->note, values, "note", complaint, where);
}

static char *
form_say (gpointer      data,
          SoleusRecord *record)
{
  return g_strdup_printf (_("Saved: %s."), soleus_trying_say_name (record));
}

static const SoleusRecordForm form_type = {
  N_("You changed what you are trying but did not save it."), N_("Routine deleted."), form_take, form_say, form_dup_state, form_free
};

/* The fixed sentence, and a stronger one for whom a supplement can harm; section 8.4 of the clinical notes. */
static void
kind_changed_cb (Form *self)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  g_autoptr (SoleusRisks) risks = NULL;
  g_autofree char *words = NULL;

  if (guidance != NULL && soleus_choice_is_selected (SOLEUS_CHOICE (self->kind), "supplement"))
    {
      risks = soleus_risks_new (soleus_context_get_diary (self->context), soleus_clock_get_now (soleus_context_get_clock (self->context)));
      words = g_strdup (soleus_guidance_get_text (guidance, "card-supplement"));
      if (soleus_risks_forbid_supplements (risks, guidance))
        {
          char *both = g_strdup_printf ("%s %s", words, soleus_guidance_get_text (guidance, "card-supplement-doctor"));

          g_free (words);
          words = both;
        }
    }
  soleus_question_set_line (self->supplement, words);
}

static GtkWidget *
add_date (SoleusRecordDialog *dialog,
          const char         *question,
          SoleusDate          date)
{
  GtkWidget *fields = soleus_date_fields_new (question);

  soleus_date_fields_set_date (SOLEUS_DATE_FIELDS (fields), date);
  gtk_widget_set_halign (fields, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (soleus_record_dialog_get_page (dialog)), soleus_question_new (question, fields));
  return fields;
}

/**
 * soleus_trying_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: (nullable): a routine to change, or %NULL for a new one, which begins today
 */
void
soleus_trying_dialog_show (GtkWindow     *parent,
                           SoleusContext *context,
                           const char    *uuid)
{
  g_autoptr (SoleusRecord) original = uuid != NULL ? soleus_diary_get (soleus_context_get_diary (context), uuid, NULL) : NULL;
  SoleusRecordDialog *dialog;
  const SoleusRow *values;
  GtkWidget *page;
  Form *self;

  if (uuid != NULL && (original == NULL || soleus_record_get_kind (original) != SOLEUS_KIND_ROUTINE))
    return;
  self = g_new0 (Form, 1);
  self->context = g_object_ref (context);
  dialog = soleus_record_dialog_new (parent, context, original != NULL ? _("Change what you are trying") : _("Add something you are trying"), SOLEUS_KIND_ROUTINE, original, &form_type, self);
  values = soleus_record_get_values (soleus_record_dialog_get_record (dialog));
  page = soleus_record_dialog_get_page (dialog);

  self->kind = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("What is it?"), "keeps-one", TRUE, NULL);
  for (guint i = 0; soleus_routine_kinds.words[i] != NULL; i++)
    soleus_choice_add (SOLEUS_CHOICE (self->kind), soleus_routine_kinds.words[i], soleus_words_word (&soleus_routine_kinds, soleus_routine_kinds.words[i]), NULL);
  soleus_choice_set_selected (SOLEUS_CHOICE (self->kind), soleus_row_get_text (values, "routine"));
  gtk_box_append (GTK_BOX (page), soleus_question_new (_("What is it?"), self->kind));
  self->supplement = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (page), self->supplement);
  g_signal_connect_swapped (self->kind, "changed", G_CALLBACK (kind_changed_cb), self);
  kind_changed_cb (self);

  self->name = soleus_record_dialog_add_entry (dialog, _("Name, such as Calf stretch at bedtime"), soleus_row_get_text (values, "name"));
  self->since = add_date (dialog, _("Since when?"), original != NULL ? soleus_row_get_date (values, "start") : soleus_clock_get_today (soleus_context_get_clock (context)));
  self->until = add_date (dialog, _("Until when? Leave it empty while you go on."), soleus_row_get_date (values, "stop"));
  self->note = soleus_record_dialog_add_note (dialog);
  soleus_record_dialog_show (dialog, NULL);
  gtk_widget_child_focus (self->kind, GTK_DIR_TAB_FORWARD);
}
