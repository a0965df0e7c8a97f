/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the person is told is what was written: a press that came before writes nothing, and says nothing. */
#include "config.h"

#include "app/soleus-reminder-answer.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-night-answer.h"
#include "app/soleus-reminder-press.h"
#include "app/soleus-words.h"

static SoleusRecord *
find_saved (GPtrArray *edits,
            SoleusKind kind,
            guint     *n)
{
  SoleusRecord *first = NULL;

  *n = 0;
  for (guint i = 0; i < edits->len; i++)
    {
      const SoleusEdit *edit = g_ptr_array_index (edits, i);

      if (edit->type != SOLEUS_EDIT_SAVE || soleus_record_get_kind (edit->record) != kind)
        continue;
      first = first != NULL ? first : edit->record;
      (*n)++;
    }
  return first;
}

static char *
say_again (GPtrArray *edits)
{
  guint n;
  SoleusRecord *notice = find_saved (edits, SOLEUS_KIND_NOTICE, &n);
  g_autofree char *words = NULL;
  SoleusTime until;

  if (notice == NULL || !soleus_row_get_time (soleus_record_get_values (notice), "snoozed_until", &until))
    return NULL;
  words = soleus_words_time (until);
  /* Translators: a time of day */
  return g_strdup_printf (_("The reminder comes again at %s."), words);
}

/* What was written beside the ledger, or what the answer was. */
static char *
say (const SoleusReminderPress *press,
     GPtrArray                 *edits,
     SoleusDiary               *diary)
{
  guint n;
  SoleusRecord *record;

  switch (press->verb)
    {
    case SOLEUS_REMINDER_NO_CRAMPS:
      record = find_saved (edits, SOLEUS_KIND_NIGHT, &n);
      return record != NULL ? soleus_night_answer_words (soleus_record_get_night (record), "none") : NULL;
    case SOLEUS_REMINDER_DRANK:
      record = find_saved (edits, SOLEUS_KIND_DRINK, &n);
      if (record != NULL)
        {
          g_autofree char *drink = soleus_drinks_say_drink (record, soleus_drinks_get_unit (diary));

          return g_strdup_printf (_("Added: %s."), drink);
        }
      return NULL;
    case SOLEUS_REMINDER_TAKEN:
      find_saved (edits, SOLEUS_KIND_DOSE, &n);
      return n > 0 ? g_strdup_printf (ngettext ("Saved: %u dose taken.", "Saved: %u doses taken.", n), n) : NULL;
    case SOLEUS_REMINDER_SKIP:
      find_saved (edits, SOLEUS_KIND_DOSE, &n);
      return n > 0 ? g_strdup_printf (ngettext ("Saved: %u dose skipped.", "Saved: %u doses skipped.", n), n) : NULL;
    case SOLEUS_REMINDER_LATER:
    case SOLEUS_REMINDER_SOON:
      return say_again (edits);
    case SOLEUS_REMINDER_NOT_NOW:
      return g_strdup (_("Saved: not this time."));
    case SOLEUS_REMINDER_DONE:
      return g_strdup (_("Saved: done."));
    case SOLEUS_REMINDER_OPEN:
    case SOLEUS_REMINDER_START:
    default:
      return NULL;
    }
}

/* To open something is no change that a person would want to take back. */
static gboolean
is_undone (SoleusReminderVerb verb)
{
  return verb != SOLEUS_REMINDER_OPEN && verb != SOLEUS_REMINDER_START;
}

/**
 * soleus_reminder_answer:
 * @diary: the diary
 * @keeper: its keeper
 * @press: a press as a string; it may come over the bus, and be anything
 * @page: (out) (optional) (nullable) (transfer full): the page to show, for soleus_window_show_page(); %NULL where none is asked for
 * @callback: (nullable): called when it was written, or could not be
 * @data: for @callback
 *
 * Writes what the press means, with its answer in the ledger.
 *
 * Returns: whether anything is written, and @callback called
 */
gboolean
soleus_reminder_answer (SoleusDiary        *diary,
                        SoleusKeeper       *keeper,
                        const char         *press,
                        char              **page,
                        GAsyncReadyCallback callback,
                        gpointer            data)
{
  g_autoptr (SoleusReminderPress) parsed = soleus_reminder_press_parse (press);
  g_autoptr (GPtrArray) edits = parsed != NULL ? soleus_reminder_press_get_edits (parsed, diary, NULL) : NULL;
  g_autofree char *said = NULL;

  if (page != NULL)
    *page = parsed != NULL ? soleus_reminder_press_dup_page (parsed) : NULL;
  if (edits == NULL || edits->len == 0)
    return FALSE;
  said = say (parsed, edits, diary);
  if (is_undone (parsed->verb))
    soleus_keeper_write (keeper, edits, said, callback, data);
  else
    soleus_keeper_keep (keeper, edits, callback, data);
  return TRUE;
}

/* What is asked for once */

/**
 * soleus_reminder_find_asked:
 * @diary: the diary
 * @until: (out): when it comes
 *
 * Returns: whether the person asked to be reminded of getting medical advice, and it did not come yet
 */
gboolean
soleus_reminder_find_asked (SoleusDiary *diary,
                            SoleusTime  *until)
{
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (diary));
  g_autoptr (GPtrArray) notices = soleus_diary_list (diary, SOLEUS_KIND_NOTICE, soleus_time_get_night (now) - 1, SOLEUS_DATE_NONE, NULL);

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const SoleusRow *values = soleus_record_get_values (g_ptr_array_index (notices, i));
      const char *state = soleus_row_get_text (values, "state");

      if (g_strcmp0 (soleus_row_get_text (values, "reminder"), soleus_reminder_kind_get_word (SOLEUS_REMINDER_ADVICE)) == 0 &&
          (g_strcmp0 (state, "snoozed") == 0 || g_strcmp0 (state, "due") == 0) && soleus_row_get_time (values, "snoozed_until", until))
        return TRUE;
    }
  return FALSE;
}

/**
 * soleus_reminder_ask:
 * @diary: the diary
 * @keeper: its keeper
 *
 * Keeps that the person wants to be reminded, in %SOLEUS_ADVICE_HOURS hours, of getting medical advice. It comes once, even if no reminder is on.
 */
void
soleus_reminder_ask (SoleusDiary  *diary,
                     SoleusKeeper *keeper)
{
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (diary));
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (soleus_diary_get_clock (diary));
  const SoleusTime until = soleus_time_at_offset (now.utc + SOLEUS_ADVICE_HOURS * 3600, zone);
  g_autoptr (SoleusRecord) notice = soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *values = soleus_record_get_values (notice);
  g_autofree char *time = soleus_words_time (until), *said = NULL;

  soleus_row_set_time (values, "at", now);
  soleus_row_set_text (values, "reminder", soleus_reminder_kind_get_word (SOLEUS_REMINDER_ADVICE));
  soleus_row_set_text (values, "state", "snoozed");
  soleus_row_set_date (values, "due_date", soleus_time_get_date (until));
  soleus_row_set_number (values, "due_minute", soleus_time_get_minute (until));
  soleus_row_set_time (values, "snoozed_until", until);
  /* Translators: a time of day */
  said = g_strdup_printf (_("You will be reminded at %s."), time);
  soleus_keeper_save (keeper, notice, said);
}
