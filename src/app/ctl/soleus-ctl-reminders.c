/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders from a terminal: what comes next, what happened, on and off, and the calendar file. It only writes to the diary, and then
 * has the reminders' own program look there. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

#include "app/soleus-calendar-file.h"
#include "app/soleus-medicine-words.h"
#include "app/soleus-reminder-facts.h"
#include "app/soleus-reminder-link.h"
#include "app/soleus-reminder-settings.h"
#include "app/soleus-reminder-words.h"
#include "exchange/soleus-archive.h"
#include "store/soleus-record-table.h"

#define SECONDS_A_DAY 86400

/* What comes next */

static gboolean
is_answered (const SoleusReminderMedicine *medicine,
             const SoleusReminderMoment   *moment)
{
  for (guint i = 0; i < medicine->answered->len; i++)
    if (g_array_index (medicine->answered, gint64, i) == (gint64) moment->date * 1440 + moment->minute)
      return TRUE;
  return FALSE;
}

/* A minute that the clock skips falls on the next day's first at most. */
static gboolean
is_due (const SoleusReminderMedicine *medicine,
        const SoleusReminderMoment   *moment,
        GTimeZone                    *zone)
{
  g_autoptr (GArray) dues = NULL;
  SoleusTime time;

  soleus_time_from_local (moment->date, moment->minute, zone, FALSE, &time);
  dues = soleus_schedule_list (medicine->schedule, time.utc - SECONDS_A_DAY, time.utc + SECONDS_A_DAY);
  for (guint i = 0; i < dues->len; i++)
    {
      const SoleusDue *due = &g_array_index (dues, SoleusDue, i);

      if (due->date == moment->date && due->minute == moment->minute)
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_medicine (const SoleusRow *notice,
                const char      *uuid)
{
  for (guint i = 0; i < soleus_row_get_n_rows (notice, "doses"); i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (notice, "doses", i), "medicine"), uuid) == 0)
      return TRUE;
  return FALSE;
}

/* Where the doses of that time were put off, those that were, and no others. */
static gboolean
is_left_out (const SoleusReminderFacts  *facts,
             const SoleusReminderMoment *moment,
             const char                 *uuid)
{
  gboolean any = FALSE;

  for (guint i = 0; i < facts->ledger->len; i++)
    {
      const SoleusRow *notice = soleus_record_get_values (g_ptr_array_index (facts->ledger, i));
      SoleusTime until;

      if (g_strcmp0 (soleus_row_get_text (notice, "reminder"), soleus_reminder_kind_get_word (moment->kind)) != 0 ||
          g_strcmp0 (soleus_row_get_text (notice, "state"), "snoozed") != 0 || soleus_row_get_date (notice, "due_date") != moment->date ||
          soleus_row_get_number (notice, "due_minute", -1) != moment->minute || !soleus_row_get_time (notice, "snoozed_until", &until) ||
          until.utc != moment->time.utc || soleus_row_get_n_rows (notice, "doses") == 0)
        continue;
      if (names_medicine (notice, uuid))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* The medicines of a moment; none where it is about something else. */
static GPtrArray *
list_medicines (const SoleusReminderBook   *book,
                const SoleusReminderMoment *moment)
{
  const SoleusReminderFacts *facts = &book->facts;
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; moment->kind == SOLEUS_REMINDER_DOSE && i < facts->medicines->len; i++)
    {
      const SoleusReminderMedicine *medicine = g_ptr_array_index (facts->medicines, i);
      const SoleusMedicine *found = soleus_medicine_book_find (book->medicines, medicine->uuid);

      if (found != NULL && !is_answered (medicine, moment) && is_due (medicine, moment, facts->zone) && !is_left_out (facts, moment, medicine->uuid))
        g_ptr_array_add (records, found->record);
    }
  return records;
}

static void
tell_moment (SoleusCtl                  *self,
             const SoleusReminderMoment *moment,
             GPtrArray                  *medicines)
{
  int shown = soleus_time_get_minute (moment->time);
  g_autofree char *day = soleus_date_to_iso (soleus_time_get_date (moment->time)), *date = soleus_date_to_iso (moment->date);

  fprintf (self->out, "%s %02d:%02d  %s", day, shown / 60, shown % 60, soleus_reminder_kind_get_word (moment->kind));
  for (guint i = 0; i < medicines->len; i++)
    {
      g_autofree char *title = soleus_medicine_words_title (g_ptr_array_index (medicines, i));

      fprintf (self->out, "%s%s", i > 0 ? ", " : "  ", title);
    }
  if (shown != moment->minute || soleus_time_get_date (moment->time) != moment->date)
    {
      fprintf (self->out, "  ");
      /* Translators: a date and a time */
      fprintf (self->out, _("(planned for %s %02d:%02d)"), date, moment->minute / 60, moment->minute % 60);
    }
  fprintf (self->out, "\n");
}

static void
write_moment (SoleusJsonWriter           *writer,
              const SoleusReminderMoment *moment,
              GPtrArray                  *medicines)
{
  g_autofree char *date = soleus_date_to_iso (moment->date), *time = soleus_time_to_iso (moment->time);
  g_autofree char *minute = g_strdup_printf ("%02d:%02d", moment->minute / 60, moment->minute % 60);

  soleus_json_writer_begin_object (writer);
  soleus_ctl_json_word (writer, "kind", soleus_reminder_kind_get_word (moment->kind));
  soleus_ctl_json_word (writer, "date", date);
  soleus_ctl_json_word (writer, "minute", minute);
  soleus_ctl_json_word (writer, "time", time);
  soleus_json_writer_key (writer, "medicines");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < medicines->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (medicines, i);

      soleus_json_writer_begin_object (writer);
      soleus_ctl_json_word (writer, "medicine", soleus_record_get_uuid (record));
      soleus_ctl_json_word (writer, "name", soleus_row_get_text (soleus_record_get_values (record), "name"));
      soleus_json_writer_end_object (writer);
    }
  soleus_json_writer_end_array (writer);
  soleus_json_writer_end_object (writer);
}

static SoleusCtlExit
tell_next (SoleusCtl *self)
{
  g_autoptr (SoleusReminderBook) book = NULL;
  g_autoptr (SoleusJsonWriter) writer = NULL;
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GArray) moments = NULL;
  g_autoptr (GError) error = NULL;
  guint32 count = 5;

  if (self->n_words != 2)
    return soleus_ctl_refuse (self, _("reminders next takes no words."));
  if (!soleus_ctl_allow_options (self, SOLEUS_CTL_BIT (SOLEUS_CTL_COUNT)) || !soleus_ctl_read_number (self, SOLEUS_CTL_COUNT, 1, 1000, &count))
    return SOLEUS_CTL_USAGE;
  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  book = diary != NULL ? soleus_reminder_book_new (diary, &error) : NULL;
  if (book == NULL)
    return soleus_ctl_fail (self, error);

  if (self->options[SOLEUS_CTL_JSON] != NULL)
    {
      writer = soleus_ctl_json_new (self);
      soleus_json_writer_begin_array (writer);
    }
  moments = soleus_reminder_plan_list_next (&book->facts, count);
  for (guint i = 0; i < moments->len; i++)
    {
      const SoleusReminderMoment *moment = &g_array_index (moments, SoleusReminderMoment, i);
      g_autoptr (GPtrArray) medicines = list_medicines (book, moment);

      if (writer != NULL)
        write_moment (writer, moment, medicines);
      else
        tell_moment (self, moment, medicines);
    }
  if (writer == NULL)
    return SOLEUS_CTL_DONE;
  soleus_json_writer_end_array (writer);
  return soleus_ctl_tell_json (self, writer);
}

/* What happened */

static SoleusDate
get_date (SoleusRecord *notice)
{
  const SoleusRow *values = soleus_record_get_values (notice);
  SoleusTime at = { 0, 0 };

  if (soleus_row_has (values, "due_date"))
    return soleus_row_get_date (values, "due_date");
  soleus_row_get_time (values, "at", &at);
  return soleus_time_get_date (at);
}

static void
tell_notice (SoleusCtl    *self,
             SoleusRecord *notice)
{
  const SoleusRow *values = soleus_record_get_values (notice);
  int minute = (int) soleus_row_get_number (values, "due_minute", 0);
  g_autofree char *date = soleus_date_to_iso (get_date (notice)), *words = soleus_reminder_words_notice (notice);

  fprintf (self->out, "%s %02d:%02d  %s  %s\n", date, minute / 60, minute % 60, soleus_row_get_text (values, "reminder"), words);
}

static gboolean
tell_notices (SoleusCtl        *self,
              SoleusDiary      *diary,
              SoleusDate        from,
              SoleusDate        until,
              SoleusJsonWriter *writer,
              GError          **error)
{
  const SoleusSpan all = { SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, FALSE };
  g_autoptr (SoleusCursor) cursor = soleus_cursor_open (soleus_diary_get_database (diary), SOLEUS_KIND_NOTICE, &all, error);

  if (cursor == NULL)
    return FALSE;
  while (TRUE)
    {
      g_autoptr (SoleusRecord) notice = NULL;
      SoleusDate date;

      if (!soleus_cursor_next (cursor, &notice, error))
        return FALSE;
      if (notice == NULL)
        return TRUE;
      date = get_date (notice);
      if ((from != SOLEUS_DATE_NONE && date < from) || (until != SOLEUS_DATE_NONE && date > until))
        continue;
      if (writer == NULL)
        tell_notice (self, notice);
      else
        soleus_archive_write_record (writer, notice);
      if (writer != NULL && !soleus_json_writer_check (writer, error))
        return FALSE;
    }
}

static SoleusCtlExit
tell_ledger (SoleusCtl *self)
{
  SoleusDate from = SOLEUS_DATE_NONE, until = SOLEUS_DATE_NONE;
  g_autoptr (SoleusJsonWriter) writer = NULL;
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_words != 2)
    return soleus_ctl_refuse (self, _("reminders ledger takes no words."));
  if (!soleus_ctl_allow_options (self, SOLEUS_CTL_BIT (SOLEUS_CTL_FROM) | SOLEUS_CTL_BIT (SOLEUS_CTL_TO)) ||
      !soleus_ctl_read_date (self, SOLEUS_CTL_FROM, &from) || !soleus_ctl_read_date (self, SOLEUS_CTL_TO, &until))
    return SOLEUS_CTL_USAGE;
  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  if (diary == NULL)
    return soleus_ctl_fail (self, error);
  if (self->options[SOLEUS_CTL_JSON] != NULL)
    {
      writer = soleus_ctl_json_new (self);
      soleus_json_writer_begin_array (writer);
    }
  if (!tell_notices (self, diary, from, until, writer, &error))
    return soleus_ctl_fail (self, error);
  if (writer == NULL)
    return SOLEUS_CTL_DONE;
  soleus_json_writer_end_array (writer);
  return soleus_ctl_tell_json (self, writer);
}

/* On and off */

/* The program serves a person's own diary. It finds out for itself when it starts next, so that failing here is told but no failure. */
static void
wake (SoleusCtl *self)
{
  g_autoptr (GError) error = NULL;

  if (self->options[SOLEUS_CTL_DIARY] == NULL && !soleus_reminder_link_wake_now (&error))
    fprintf (self->err, "soleusctl: %s\n", _("Reminders are set, but their program could not be started here."));
}

/* Saving what is set already would begin the reminder anew. */
static gboolean
save (SoleusCtl         *self,
      SoleusDiary       *diary,
      SoleusReminderKind kind,
      gboolean           on,
      GError           **error)
{
  g_autoptr (SoleusReminderRules) rules = soleus_reminder_settings_read (diary, error);
  g_autoptr (SoleusRecord) record = NULL;

  if (rules == NULL)
    return FALSE;
  if (rules->rules[kind].on == on)
    return TRUE;
  record = soleus_reminder_settings_turn (diary, kind, on, error);
  if (record == NULL || !soleus_diary_save (diary, record, error))
    return FALSE;
  soleus_ctl_copy_daily (self);
  return TRUE;
}

static void
warn_of_limit (SoleusCtl   *self,
               SoleusDiary *diary)
{
  g_autoptr (SoleusReminderBook) book = soleus_reminder_book_new (diary, NULL);

  if (book != NULL && book->facts.drinks_limited)
    fprintf (self->err, "soleusctl: %s\n", _("No reminder of drinks will come, because your profile limits them."));
}

static SoleusCtlExit
turn (SoleusCtl *self,
      gboolean   on)
{
  const char *word = self->n_words == 3 ? self->words[2] : NULL;
  g_autoptr (SoleusJsonWriter) writer = NULL;
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;
  SoleusReminderKind kind;

  if (!soleus_reminder_kind_find (word, &kind))
    {
      g_autofree char *words = g_strjoinv (", ", (char **) soleus_reminder_kinds.words);

      return soleus_ctl_refuse (self, _("reminders %s needs one of these: %s."), on ? "on" : "off", words);
    }
  if (!soleus_ctl_allow_options (self, 0))
    return SOLEUS_CTL_USAGE;
  diary = soleus_ctl_open (self, on ? SOLEUS_OPEN_CREATE : SOLEUS_OPEN_WRITE, &error);
  if (diary == NULL || !save (self, diary, kind, on, &error))
    return soleus_ctl_fail (self, error);
  if (on && kind == SOLEUS_REMINDER_DRINK)
    warn_of_limit (self, diary);
  g_clear_object (&diary);
  wake (self);

  if (self->options[SOLEUS_CTL_JSON] == NULL)
    {
      fprintf (self->out, "%s: %s\n", word, on ? "on" : "off");
      return SOLEUS_CTL_DONE;
    }
  writer = soleus_ctl_json_new (self);
  soleus_json_writer_begin_object (writer);
  soleus_ctl_json_word (writer, "kind", word);
  soleus_json_writer_key (writer, "on");
  soleus_json_writer_bool (writer, on);
  soleus_json_writer_end_object (writer);
  return soleus_ctl_tell_json (self, writer);
}

/* The calendar */

static SoleusCtlExit
write_calendar (SoleusCtl *self)
{
  g_autoptr (SoleusDiary) diary = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_words != 3)
    return soleus_ctl_refuse (self, _("reminders calendar needs one file, or - for the terminal."));
  if (!soleus_ctl_allow_options (self, 0))
    return SOLEUS_CTL_USAGE;
  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  if (diary == NULL)
    return soleus_ctl_fail (self, error);
  if (!g_str_equal (self->words[2], "-"))
    return soleus_calendar_file_write (diary, self->words[2], &error) ? SOLEUS_CTL_DONE : soleus_ctl_fail (self, error);
  text = soleus_calendar_file_dup_text (diary, &error);
  if (text == NULL)
    return soleus_ctl_fail (self, error);
  fprintf (self->out, "%s", text);
  return SOLEUS_CTL_DONE;
}

/**
 * soleus_ctl_reminders:
 * @self: a call
 *
 * Shows and sets reminders.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_reminders (SoleusCtl *self)
{
  const char *what = self->n_words > 1 ? self->words[1] : "";

  if (g_str_equal (what, "next"))
    return tell_next (self);
  if (g_str_equal (what, "ledger"))
    return tell_ledger (self);
  if (g_str_equal (what, "on") || g_str_equal (what, "off"))
    return turn (self, g_str_equal (what, "on"));
  if (g_str_equal (what, "calendar"))
    return write_calendar (self);
  return soleus_ctl_refuse (self, _("reminders needs one of these: next, on, off, ledger, calendar."));
}
