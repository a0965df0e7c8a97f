/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A computer that was off for weeks leaves one line and not hundreds, which nobody reads and which look like a reproach. */
#include "config.h"

#include "app/soleus-reminder-ledger.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-words.h"
#include "app/soleus-reminder-words.h"
#include "app/soleus-words.h"

#define LONGEST_RUN 3 /* more than so many that did not come are one line */

static void
line_free (gpointer data)
{
  SoleusLedgerLine *line = data;

  g_free (line->title);
  g_free (line->text);
  g_free (line);
}

static SoleusLedgerLine *
line_new (char *title,
          char *text)
{
  SoleusLedgerLine *line = g_new0 (SoleusLedgerLine, 1);

  line->title = title;
  line->text = text;
  return line;
}

static gint64
get_due (SoleusRecord *notice)
{
  const SoleusRow *values = soleus_record_get_values (notice);

  return (gint64) soleus_row_get_date (values, "due_date") * 1440 + soleus_row_get_number (values, "due_minute", 0);
}

static gint64
get_at (SoleusRecord *notice)
{
  SoleusTime at = { 0, 0 };

  soleus_row_get_time (soleus_record_get_values (notice), "at", &at);
  return at.utc;
}

/* The newest first; of one reminder that was put off the later line. */
static int
compare_notices (gconstpointer a,
                 gconstpointer b)
{
  SoleusRecord *first = *(SoleusRecord *const *) a, *second = *(SoleusRecord *const *) b;
  gint64 due_first = get_due (first), due_second = get_due (second);

  if (due_first != due_second)
    return due_first < due_second ? 1 : -1;
  return get_at (first) < get_at (second) ? 1 : get_at (first) > get_at (second) ? -1 : 0;
}

/* Missed without a reason: the computer was off. */
static gboolean
is_off (SoleusRecord *notice)
{
  const SoleusRow *values = soleus_record_get_values (notice);

  return g_strcmp0 (soleus_row_get_text (values, "state"), "missed") == 0 && !soleus_row_has (values, "answer");
}

static SoleusLedgerLine *
say_run (SoleusRecord *newest,
         SoleusRecord *oldest,
         guint         n)
{
  SoleusDate first = soleus_row_get_date (soleus_record_get_values (oldest), "due_date"), last = soleus_row_get_date (soleus_record_get_values (newest), "due_date");
  g_autofree char *from = soleus_words_date (first), *until = soleus_words_date (last);
  char *text = g_strdup_printf (ngettext ("%u reminder did not come: the computer was off.", "%u reminders did not come: the computer was off.", n), n);

  /* Translators: two days */
  return line_new (first == last ? g_steal_pointer (&from) : g_strdup_printf (_("%s to %s"), from, until), text);
}

static SoleusLedgerLine *
say_one (SoleusRecord *notice,
         SoleusDate    today)
{
  const SoleusRow *values = soleus_record_get_values (notice);
  SoleusReminderKind kind = SOLEUS_REMINDER_CHECK_IN;
  g_autofree char *when = soleus_dose_words_when (soleus_row_get_date (values, "due_date"), (int) soleus_row_get_number (values, "due_minute", 0), today);

  soleus_notice_kind_find (soleus_row_get_text (values, "reminder"), &kind);
  return line_new (g_strdup_printf ("%s · %s", when, soleus_reminder_words_kind (kind)), soleus_reminder_words_notice (notice));
}

/**
 * soleus_reminder_ledger_say:
 * @notices: (element-type SoleusRecord): lines of the ledger
 * @now: the present moment; what was written after it, while the clock was wrong, is left out
 *
 * Returns: (transfer full) (element-type SoleusLedgerLine): how to say them, the newest first
 */
GPtrArray *
soleus_reminder_ledger_say (GPtrArray *notices,
                            SoleusTime now)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < notices->len; i++)
    if (soleus_row_has (soleus_record_get_values (g_ptr_array_index (notices, i)), "due_date") && get_at (g_ptr_array_index (notices, i)) <= now.utc)
      g_ptr_array_add (sorted, g_ptr_array_index (notices, i));
  g_ptr_array_sort (sorted, compare_notices);
  for (guint i = 0, end; i < sorted->len; i = end)
    {
      for (end = i; end < sorted->len && is_off (g_ptr_array_index (sorted, end)); end++)
        ;
      if (end - i > LONGEST_RUN)
        {
          g_ptr_array_add (lines, say_run (g_ptr_array_index (sorted, i), g_ptr_array_index (sorted, end - 1), end - i));
          continue;
        }
      end = i + 1;
      g_ptr_array_add (lines, say_one (g_ptr_array_index (sorted, i), soleus_time_get_date (now)));
    }
  return lines;
}
