/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session of stretches that the player counted keeps what was played; only its time, its length and its note can be corrected. */
#include "config.h"

#include "ui/diary/soleus-entry-dialogs.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/episode/soleus-date-button.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/episode/soleus-moment-field.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-choice.h"

#define EVENING (21 * 60)
#define SECONDS_MAX 86400

/* Borrowed from the dialog, but for the clock */
typedef struct
{
  SoleusClock *clock;
  GtkWidget *moment;
  GtkWidget *seconds;
  GtkWidget *date;
  SoleusChoice *habit;
  GtkWidget *note;
} Fields;

static void
fields_free (gpointer data)
{
  Fields *self = data;

  g_object_unref (self->clock);
  g_free (self);
}

/* Stretches */

static const char *
take_stretch (SoleusRow  *values,
              GtkWidget **where,
              gpointer    data)
{
  const Fields *self = data;
  SoleusTypedEntry *seconds = SOLEUS_TYPED_ENTRY (self->seconds);
  SoleusTime at;
  const char *problem = soleus_moment_field_get_time (SOLEUS_MOMENT_FIELD (self->moment), &at);

  soleus_entry_dialog_take_text (values, "note", self->note);
  *where = self->moment;
  if (problem != NULL)
    return problem;
  soleus_row_set_time (values, "at", at);
  *where = self->seconds;
  if (!soleus_typed_entry_is_readable (seconds) || soleus_typed_entry_get_value (seconds) > SECONDS_MAX)
    return _("This is not a number of minutes. Type it like 6.");
  soleus_row_clear (values, "seconds");
  if (soleus_typed_entry_get_value (seconds) != SOLEUS_TYPED_NONE)
    soleus_row_set_number (values, "seconds", soleus_typed_entry_get_value (seconds));
  return NULL;
}

static char *
say_stretch (SoleusRecord *record,
             gpointer      data)
{
  return g_strdup (_("Saved: stretches."));
}

/**
 * soleus_stretch_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: (nullable): a session to change, or %NULL for one that was done without the player
 * @day: for a new one: its day, or %SOLEUS_DATE_NONE for now
 */
void
soleus_stretch_dialog_show (GtkWindow     *parent,
                            SoleusContext *context,
                            const char    *uuid,
                            SoleusDate     day)
{
  static const SoleusEntryWork work = { .take = take_stretch, .say = say_stretch };
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_STRETCH);
  SoleusClock *clock = soleus_context_get_clock (context);
  SoleusTime at = soleus_clock_get_now (clock);
  SoleusEntryDialog *dialog;
  const SoleusRow *values;
  Fields *self;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  if (uuid != NULL)
    soleus_row_get_time (values, "at", &at);
  else
    {
      soleus_row_set_answer (soleus_record_get_values (record), "by_hand", SOLEUS_YES);
      if (day != SOLEUS_DATE_NONE && day != soleus_time_get_date (at))
        {
          g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (clock);

          soleus_time_from_local (day, EVENING, zone, FALSE, &at);
        }
    }
  dialog = soleus_entry_dialog_new (parent, context, record, _("Stretches"));
  self = g_new0 (Fields, 1);
  self->clock = g_object_ref (clock);
  self->moment = soleus_moment_field_new (clock);
  soleus_moment_field_set_time (SOLEUS_MOMENT_FIELD (self->moment), at);
  soleus_entry_dialog_add (dialog, _("When?"), self->moment);
  self->seconds = soleus_typed_entry_new (SOLEUS_TYPED_MINUTES, _("Minutes"));
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->seconds), soleus_row_get_number (values, "seconds", SOLEUS_TYPED_NONE));
  gtk_widget_set_halign (self->seconds, GTK_ALIGN_START);
  soleus_entry_dialog_add (dialog, _("How many minutes? You can leave it empty."), self->seconds);
  self->note = soleus_entry_dialog_add_note (dialog);
  soleus_entry_dialog_show (dialog, &work, self, fields_free, self->moment);
}

/* Habits */

static const char *
take_habit (SoleusRow  *values,
            GtkWidget **where,
            gpointer    data)
{
  const Fields *self = data;
  SoleusDate day = soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date));

  *where = self->date;
  if (day > soleus_clock_get_today (self->clock))
    return _("This is in the future.");
  soleus_row_set_date (values, "day", day);
  soleus_entry_dialog_take_text (values, "note", self->note);
  *where = GTK_WIDGET (self->habit);
  if (soleus_choice_get_selected (self->habit) == NULL)
    return _("Choose one.");
  soleus_row_set_text (values, "habit", soleus_choice_get_selected (self->habit));
  return NULL;
}

static char *
say_habit (SoleusRecord *record,
           gpointer      data)
{
  /* Translators: %s is "Hard exercise" or the like */
  return g_strdup_printf (_("Saved: %s."), soleus_words_word (&soleus_habits, soleus_row_get_text (soleus_record_get_values (record), "habit")));
}

/**
 * soleus_habit_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: a habit of a day
 */
void
soleus_habit_dialog_show (GtkWindow     *parent,
                          SoleusContext *context,
                          const char    *uuid)
{
  static const SoleusEntryWork work = { .take = take_habit, .say = say_habit };
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_HABIT);
  SoleusClock *clock = soleus_context_get_clock (context);
  SoleusEntryDialog *dialog;
  const SoleusRow *values;
  Fields *self;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  dialog = soleus_entry_dialog_new (parent, context, record, _("What the day was like"));
  self = g_new0 (Fields, 1);
  self->clock = g_object_ref (clock);
  self->habit = SOLEUS_CHOICE (soleus_choice_new (_("What the day was like")));
  for (guint i = 0; soleus_habits.words[i] != NULL; i++)
    soleus_choice_add (self->habit, soleus_habits.words[i], soleus_words_word (&soleus_habits, soleus_habits.words[i]), NULL);
  soleus_choice_set_selected (self->habit, soleus_row_get_text (values, "habit"));
  gtk_box_append (GTK_BOX (soleus_entry_dialog_get_page (dialog)), GTK_WIDGET (self->habit));
  self->date = soleus_date_button_new (clock);
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->date), soleus_row_get_date (values, "day"));
  gtk_widget_set_halign (self->date, GTK_ALIGN_START);
  soleus_entry_dialog_add (dialog, _("Which day?"), self->date);
  self->note = soleus_entry_dialog_add_note (dialog);
  soleus_entry_dialog_show (dialog, &work, self, fields_free, GTK_WIDGET (self->habit));
}
