/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A supplement is never suggested: whoever chooses it reads whom to ask first. */
#include "config.h"

#include "ui/today/soleus-trying-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-risks.h"
#include "app/soleus-trying.h"
#include "app/soleus-words.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/episode/soleus-question.h"
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
} Fields;

static void
fields_free (gpointer data)
{
  Fields *self = data;

  g_object_unref (self->context);
  g_free (self);
}

static const char *
take (SoleusRow  *values,
      GtkWidget **where,
      gpointer    data)
{
  const Fields *self = data;
  const char *kind = soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));
  gboolean reads_since = soleus_date_fields_take (SOLEUS_DATE_FIELDS (self->since), values, "start");
  gboolean reads_until = soleus_date_fields_take (SOLEUS_DATE_FIELDS (self->until), values, "stop");
  SoleusDate stop = soleus_row_get_date (values, "stop");

  soleus_row_set_text (values, "routine", kind);
  soleus_entry_dialog_take_text (values, "name", self->name);
  soleus_entry_dialog_take_text (values, "note", self->note);
  *where = reads_since ? self->until : self->since;
  if (!reads_since || !reads_until)
    return _("Enter day, month and year.");
  *where = self->kind;
  if (kind == NULL)
    return _("Choose what it is.");
  *where = self->since;
  if (!soleus_row_has (values, "start"))
    return _("Enter since when you do it.");
  if (soleus_row_get_date (values, "start") > soleus_clock_get_today (soleus_context_get_clock (self->context)))
    return _("This date is in the future.");
  *where = self->until;
  return stop != SOLEUS_DATE_NONE && stop < soleus_row_get_date (values, "start") ? _("It stopped before it started. Check the two dates.") : NULL;
}

static char *
say (SoleusRecord *record,
     gpointer      data)
{
  return g_strdup_printf (_("Saved: %s."), soleus_trying_say_name (record));
}

/* The fixed sentence, and a stronger one for whom a supplement can harm; section 8.4 of the clinical notes. */
static void
kind_changed_cb (Fields *self)
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
add_date (SoleusEntryDialog *dialog,
          const char        *question,
          SoleusDate         date)
{
  GtkWidget *fields = soleus_date_fields_new (question);

  soleus_date_fields_set_date (SOLEUS_DATE_FIELDS (fields), date);
  gtk_widget_set_halign (fields, GTK_ALIGN_START);
  soleus_entry_dialog_add (dialog, question, fields);
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
  static const SoleusEntryWork work = { .take = take, .say = say };
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_ROUTINE);
  SoleusEntryDialog *dialog;
  const SoleusRow *values;
  Fields *self;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  dialog = soleus_entry_dialog_new (parent, context, record, uuid != NULL ? _("Change what you are trying") : _("Add something you are trying"));
  self = g_new0 (Fields, 1);
  self->context = g_object_ref (context);

  self->kind = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("What is it?"), "keeps-one", TRUE, NULL);
  for (guint i = 0; soleus_routine_kinds.words[i] != NULL; i++)
    soleus_choice_add (SOLEUS_CHOICE (self->kind), soleus_routine_kinds.words[i], soleus_words_word (&soleus_routine_kinds, soleus_routine_kinds.words[i]), NULL);
  soleus_choice_set_selected (SOLEUS_CHOICE (self->kind), soleus_row_get_text (values, "routine"));
  soleus_entry_dialog_add (dialog, _("What is it?"), self->kind);
  self->supplement = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (soleus_entry_dialog_get_page (dialog)), self->supplement);
  g_signal_connect_swapped (self->kind, "changed", G_CALLBACK (kind_changed_cb), self);
  kind_changed_cb (self);

  self->name = soleus_entry_dialog_add_text (dialog, _("Name, such as Calf stretch at bedtime"), "name");
  self->since = add_date (dialog, _("Since when?"), uuid != NULL ? soleus_row_get_date (values, "start") : soleus_clock_get_today (soleus_context_get_clock (context)));
  self->until = add_date (dialog, _("Until when? Leave it empty while you go on."), soleus_row_get_date (values, "stop"));
  self->note = soleus_entry_dialog_add_note (dialog);
  soleus_entry_dialog_show (dialog, &work, self, fields_free, self->kind);
}
