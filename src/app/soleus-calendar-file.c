/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the settings and the medicines of a diary to a file. Quiet hours and a pause do not matter to a calendar, and what will be
 * recorded by then it cannot know: it reminds every time. */
#include "config.h"

#include "app/soleus-calendar-file.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-words.h"
#include "app/soleus-reminder-facts.h"
#include "app/soleus-reminder-words.h"
#include "exchange/soleus-calendar.h"
#include "store/soleus-new-file.h"

G_DEFINE_QUARK (soleus-calendar-file-error-quark, soleus_calendar_file_error)

/* Counted events of one source take the place of those that an earlier file brought, also where their times are others now. */
static void
add_events (GPtrArray         *events,
            GArray            *all,
            const char        *source,
            SoleusReminderKind kind,
            const char        *medicine,
            gboolean           full)
{
  for (guint i = 0; i < all->len; i++)
    {
      const SoleusSeries *series = &g_array_index (all, SoleusSeries, i);
      g_autofree char *id = g_strdup_printf ("%s %u", source, i), *summary = soleus_reminder_words_calendar (kind, series->minute, full, medicine);

      g_ptr_array_add (events, soleus_calendar_event_new (id, summary, series));
    }
}

static void
add_medicines (GPtrArray                *events,
               const SoleusReminderBook *book)
{
  GPtrArray *medicines = soleus_medicine_book_get_medicines (book->medicines);
  SoleusDate today = soleus_time_get_date (book->facts.now);

  for (guint i = 0; i < medicines->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (medicines, i);
      const SoleusRow *values = soleus_record_get_values (medicine->record);
      g_autoptr (GArray) series = soleus_series_list_medicine (medicine->versions, medicine->schedule, soleus_row_get_date (values, "started"), soleus_row_get_date (values, "stopped"), today);
      g_autofree char *title = soleus_medicine_words_title (medicine->record);

      add_events (events, series, soleus_record_get_uuid (medicine->record), SOLEUS_REMINDER_DOSE, title, book->rules->full);
    }
}

/**
 * soleus_calendar_file_dup_text:
 * @diary: a diary
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the reminders that are on, from today on, as a calendar; %NULL where there is none, or where the
 *   diary cannot be read
 */
char *
soleus_calendar_file_dup_text (SoleusDiary *diary,
                               GError     **error)
{
  g_autoptr (SoleusReminderBook) book = soleus_reminder_book_new (diary, error);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_calendar_event_free);

  if (book == NULL)
    return NULL;
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    {
      g_autoptr (GArray) series = soleus_series_list_rule (&book->facts, (SoleusReminderKind) kind);

      add_events (events, series, soleus_reminder_kind_get_word ((SoleusReminderKind) kind), (SoleusReminderKind) kind, NULL, book->rules->full);
    }
  if (book->rules->rules[SOLEUS_REMINDER_DOSE].on)
    add_medicines (events, book);
  if (events->len > 0)
    return soleus_calendar_write (events, book->facts.now);
  g_set_error_literal (error, SOLEUS_CALENDAR_FILE_ERROR, SOLEUS_CALENDAR_FILE_ERROR_EMPTY, _("There is no reminder to save. Turn one on first."));
  return NULL;
}

/* The system's words name files and calls. */
static gboolean
fail (const GError *cause,
      GError      **error)
{
  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error_literal (error, SOLEUS_CALENDAR_FILE_ERROR, SOLEUS_CALENDAR_FILE_ERROR_FULL, _("The disk is full. Free some space, then try again."));
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS) || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error_literal (error, SOLEUS_CALENDAR_FILE_ERROR, SOLEUS_CALENDAR_FILE_ERROR_FOLDER, _("Nothing can be saved in this folder. Choose another one."));
  else
    g_set_error_literal (error, SOLEUS_CALENDAR_FILE_ERROR, SOLEUS_CALENDAR_FILE_ERROR_IO, _("The calendar file could not be saved. Choose another name or folder."));
  return FALSE;
}

/**
 * soleus_calendar_file_write:
 * @diary: a diary
 * @path: the file to write; one that is there is replaced
 * @error: return location
 *
 * Writes the reminders that are on, from today on, to a file that only its owner may read. @path is either the whole calendar or as it
 * was.
 *
 * Returns: %FALSE on failure, which @error tells in words for the person
 */
gboolean
soleus_calendar_file_write (SoleusDiary *diary,
                            const char  *path,
                            GError     **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) cause = NULL;

  if (!soleus_new_file_may_be (path, soleus_diary_get_path (diary), error))
    return FALSE;
  text = soleus_calendar_file_dup_text (diary, error);
  if (text == NULL)
    return FALSE;
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &cause))
    return TRUE;
  return fail (cause, error);
}
