/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pauses are whole days. One that is ended in the middle of a day ends there all the same: the version is handed over to a copy of
 * itself without the pause. */
#include "config.h"

#include "app/soleus-medicine-plan.h"

#include "app/soleus-medicine-plan-private.h"

/**
 * soleus_medicine_plan_find_pause:
 * @version: a version of a schedule
 * @today: the present date
 * @from: (out) (optional): the first day of the pause
 * @until: (out) (optional): its last day, or %SOLEUS_DATE_NONE for an open one
 *
 * Returns: whether a pause runs today; where none does, whether one is still to come
 */
gboolean
soleus_medicine_plan_find_pause (SoleusRecord *version,
                                 SoleusDate    today,
                                 SoleusDate   *from,
                                 SoleusDate   *until)
{
  const SoleusRow *row = soleus_record_get_values (version), *found = NULL;

  for (guint i = 0; i < soleus_row_get_n_rows (row, "pauses"); i++)
    {
      const SoleusRow *pause = soleus_row_get_row (row, "pauses", i);

      if (soleus_plan_get_last_paused (pause) >= today && soleus_plan_get_last_paused (pause) >= soleus_row_get_date (pause, "from") &&
          (found == NULL || soleus_row_get_date (pause, "from") < soleus_row_get_date (found, "from")))
        found = pause;
    }
  if (found == NULL)
    return FALSE;
  if (from != NULL)
    *from = soleus_row_get_date (found, "from");
  if (until != NULL)
    *until = soleus_row_get_date (found, "until");
  return TRUE;
}

/* A pause that reaches into the new one becomes one with it, and ends when the new one does; a later one is not cut short. */
static void
set_pause (SoleusRow *row,
           SoleusDate from,
           SoleusDate until)
{
  SoleusDate last = until != SOLEUS_DATE_NONE ? until : SOLEUS_DATE_MAX;

  for (guint i = soleus_row_get_n_rows (row, "pauses"); i-- > 0;)
    {
      const SoleusRow *pause = soleus_row_get_row (row, "pauses", i);
      SoleusDate first = soleus_row_get_date (pause, "from");

      if (first > last || soleus_plan_get_last_paused (pause) < from)
        continue;
      if (first > from && soleus_plan_get_last_paused (pause) > last)
        last = soleus_plan_get_last_paused (pause);
      from = MIN (from, first);
      soleus_row_remove_row (row, "pauses", i);
    }
  soleus_plan_add_pause (row, from, last < SOLEUS_DATE_MAX ? last : SOLEUS_DATE_NONE);
}

/* The day before it ends, or it goes if it did not begin before that. */
static void
cut_pause (SoleusRow *row,
           SoleusDate from,
           SoleusDate today)
{
  for (guint i = soleus_row_get_n_rows (row, "pauses"); i-- > 0;)
    {
      SoleusRow *pause = soleus_row_get_row (row, "pauses", i);

      if (soleus_row_get_date (pause, "from") != from || soleus_plan_get_last_paused (pause) < today)
        continue;
      if (from < today)
        soleus_row_set_date (pause, "until", today - 1);
      else
        soleus_row_remove_row (row, "pauses", i);
    }
}

static void
save_if_changed (GPtrArray    *edits,
                 SoleusRecord *version,
                 SoleusRecord *before)
{
  if (!soleus_record_says_same (version, before))
    soleus_edits_save (edits, version);
}

/**
 * soleus_medicine_plan_pause:
 * @versions: (element-type SoleusRecord): the versions of a schedule
 * @from: the first day without doses
 * @until: the last one, or %SOLEUS_DATE_NONE for an open pause
 *
 * A pause that already reaches into these days is carried on and ends on @until.
 *
 * Returns: (transfer full) (element-type SoleusEdit): the edits; none where that is so already
 */
GPtrArray *
soleus_medicine_plan_pause (GPtrArray *versions,
                            SoleusDate from,
                            SoleusDate until)
{
  GPtrArray *edits = soleus_edits_new ();

  for (guint i = 0; i < versions->len; i++)
    {
      SoleusRecord *version = g_ptr_array_index (versions, i);
      g_autoptr (SoleusRecord) paused = soleus_record_copy (version);
      SoleusRow *row = soleus_record_get_values (paused);

      if (soleus_record_get_life (version)->deleted != 0 || soleus_plan_get_end (row) <= soleus_plan_moment (from, 0))
        continue;
      set_pause (row, from, until);
      save_if_changed (edits, paused, version);
    }
  return edits;
}

/* The same doses from now on, without the pause; those of this morning stay paused. */
static void
begin_again (GPtrArray    *edits,
             SoleusRecord *version,
             SoleusTime    now)
{
  g_autoptr (SoleusRecord) next = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  const SoleusRow *before = soleus_record_get_values (version);
  SoleusRow *row = soleus_record_get_values (next);
  SoleusDate today = soleus_time_get_date (now);

  soleus_plan_end (edits, version, soleus_plan_moment_of (now));
  soleus_plan_copy_doses (before, row);
  soleus_row_set_text (row, "medicine", soleus_row_get_text (before, "medicine"));
  soleus_plan_set_span (row, before, soleus_plan_moment_of (now));
  if (soleus_plan_counts_days (before))
    soleus_row_set_date (row, "cycle_start", soleus_plan_get_first_counted (before));
  soleus_plan_copy_pauses (before, row, today + 1, today);
  soleus_edits_save (edits, next);
}

/**
 * soleus_medicine_plan_resume:
 * @versions: (element-type SoleusRecord): the versions of a schedule
 * @now: the present time
 *
 * Ends the pause that runs: doses are due again from the present minute on, and what was paused earlier today stays paused. Where no
 * pause runs, takes back the next one.
 *
 * Returns: (transfer full) (element-type SoleusEdit): the edits; none where there is no pause
 */
GPtrArray *
soleus_medicine_plan_resume (GPtrArray *versions,
                             SoleusTime now)
{
  GPtrArray *edits = soleus_edits_new ();
  SoleusDate today = soleus_time_get_date (now), from;

  for (guint i = 0; i < versions->len; i++)
    {
      SoleusRecord *version = g_ptr_array_index (versions, i);
      g_autoptr (SoleusRecord) resumed = soleus_record_copy (version);
      SoleusRow *row = soleus_record_get_values (resumed);

      if (soleus_record_get_life (version)->deleted != 0 || soleus_plan_get_end (row) <= soleus_plan_moment_of (now) || !soleus_medicine_plan_find_pause (version, today, &from, NULL))
        continue;
      if (from < today && soleus_plan_is_in_charge (row, soleus_plan_moment_of (now)) && MAX (soleus_plan_get_begin (row), soleus_plan_moment (today, 0)) < soleus_plan_moment_of (now))
        begin_again (edits, version, now);
      else
        {
          cut_pause (row, from, today);
          save_if_changed (edits, resumed, version);
        }
    }
  return edits;
}
