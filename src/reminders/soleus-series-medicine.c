/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedules of a medicine as series: one for each time and for each stretch of days between two pauses. What cannot be said so,
 * as the one dose that follows the last, is listed day by day, out of what the schedules themselves make due. */
#include "reminders/soleus-series-private.h"

/* More than that says nothing to a calendar that a list does not. Our own choice. */
#define MOST_SERIES     400
#define MOST_CYCLE_DAYS 31

#define SECONDS_A_DAY 86400

static SoleusDate
round_up (gint64 civil)
{
  return soleus_civil_get_date (civil + SOLEUS_CIVIL_DAY - 1);
}

/* Every month with at most 28 days in the pattern has that day. Where short months have it on their last day, 29 and 30 need
 * two series: in February, and in the other months. A rule that counts days from a set of them would say it in one, but
 * some calendars do not heed such rules, and would then remind on each day of the set. */
static void
add_day_of_month (GArray              *list,
                  const SoleusVersion *version,
                  int                  minute,
                  SoleusDate           from,
                  SoleusDate           until)
{
  int day = version->month_day;

  if (day == 31 && !version->skips_short_months)
    soleus_series_add (list, SOLEUS_REPEAT_MONTH_DAY, -1, minute, SOLEUS_DATE_NONE, from, until);
  else if (day > 28 && !version->skips_short_months)
    {
      soleus_series_add (list, SOLEUS_REPEAT_LONG_MONTHS, day, minute, SOLEUS_DATE_NONE, from, until);
      soleus_series_add (list, SOLEUS_REPEAT_FEBRUARY, -1, minute, SOLEUS_DATE_NONE, from, until);
    }
  else if (day > 0)
    soleus_series_add (list, SOLEUS_REPEAT_MONTH_DAY, day, minute, SOLEUS_DATE_NONE, from, until);
}

static void
add_days (GArray              *list,
          const SoleusVersion *version,
          const char          *pattern,
          int                  minute,
          SoleusDate           from,
          SoleusDate           until)
{
  if (g_str_equal (pattern, "weekdays"))
    soleus_series_add (list, SOLEUS_REPEAT_WEEKDAYS, version->weekdays, minute, SOLEUS_DATE_NONE, from, until);
  else if (g_str_equal (pattern, "every-n-days"))
    soleus_series_add (list, SOLEUS_REPEAT_DAYS, version->every, minute, version->start, from, until);
  else if (g_str_equal (pattern, "day-of-month"))
    add_day_of_month (list, version, minute, from, until);
  else if (g_str_equal (pattern, "cycle") && version->days_off > 0)
    for (int i = 0; i < version->days_on; i++)
      soleus_series_add (list, SOLEUS_REPEAT_DAYS, version->days_on + version->days_off, minute, version->start + i, from, until);
  else
    soleus_series_add (list, SOLEUS_REPEAT_DAYS, 1, minute, g_str_equal (pattern, "cycle") ? version->start : SOLEUS_DATE_MIN, from, until);
}

/* The days that the pattern names for a time, and, where its window crosses midnight, the next day's. */
static void
add_slot (GArray              *list,
          const SoleusVersion *version,
          const char          *pattern,
          gint64               slot,
          SoleusDate           today)
{
  int shift = (int) (slot / SOLEUS_CIVIL_DAY), minute = (int) (slot % SOLEUS_CIVIL_DAY);
  SoleusDate from = MAX (MAX (version->valid_from, round_up (version->first - slot)), today - shift);
  SoleusDate until = MIN (version->valid_until, soleus_civil_get_date (version->end - 1 - slot));

  for (guint i = 0; i < version->pauses->len && from <= until; i++)
    {
      const SoleusPause *pause = &g_array_index (version->pauses, SoleusPause, i);

      if (pause->from > until)
        break;
      add_days (list, version, pattern, minute, from + shift, pause->from - 1 + shift);
      from = MAX (from, MIN (pause->until, SOLEUS_DATE_MAX) + 1);
    }
  if (from <= until)
    add_days (list, version, pattern, minute, from + shift, until + shift);
}

static gboolean
has_few_series (const SoleusVersion *version,
                const char          *pattern)
{
  guint n_cycle = g_str_equal (pattern, "cycle") && version->days_off > 0 ? (guint) version->days_on : 1;

  return n_cycle <= MOST_CYCLE_DAYS && (version->pauses->len + 1) * version->slots->len * n_cycle <= MOST_SERIES;
}

/* Whether both may name the same minute. */
static gboolean
collide (const SoleusVersion *a,
         const SoleusVersion *b)
{
  if (a->first >= b->end || b->first >= a->end)
    return FALSE;
  for (guint i = 0; i < a->slots->len; i++)
    for (guint k = 0; k < b->slots->len; k++)
      if ((g_array_index (a->slots, SoleusSlot, i).minute - g_array_index (b->slots, SoleusSlot, k).minute) % SOLEUS_CIVIL_DAY == 0)
        return TRUE;
  return FALSE;
}

static gboolean
is_said (GPtrArray *said,
         gint64     civil)
{
  for (guint i = 0; i < said->len; i++)
    if (soleus_version_find_next (g_ptr_array_index (said, i), civil).minute == civil)
      return TRUE;
  return FALSE;
}

/* The days of a zone begin and end up to a day away from those of UTC. */
static void
add_rest (GArray               *list,
          GPtrArray            *said,
          const SoleusSchedule *schedule,
          SoleusDate            today)
{
  g_autoptr (GArray) dues = soleus_schedule_list (schedule, (gint64) (today - 2) * SECONDS_A_DAY, (gint64) (today + SOLEUS_SERIES_DAYS + 2) * SECONDS_A_DAY);

  for (guint i = 0; i < dues->len; i++)
    {
      const SoleusDue *due = &g_array_index (dues, SoleusDue, i);

      if (due->date >= today && due->date < today + SOLEUS_SERIES_DAYS && !is_said (said, (gint64) due->date * SOLEUS_CIVIL_DAY + due->minute))
        soleus_series_add (list, SOLEUS_REPEAT_DAYS, 1, due->minute, due->date, due->date, due->date);
    }
}

/**
 * soleus_series_list_medicine:
 * @versions: (element-type SoleusRecord): the dated schedules of one medicine
 * @schedule: the same, with what was taken
 * @started: the first day of the medicine, or %SOLEUS_DATE_NONE
 * @stopped: the first day without it, or %SOLEUS_DATE_NONE
 * @today: from which day on
 *
 * What is taken as needed is never due. What was answered already does not count: a calendar does not know it.
 *
 * Returns: (transfer full) (element-type SoleusSeries): when it is due, each time once: by series to the end of the schedules, and
 *   what no series can say for %SOLEUS_SERIES_DAYS days
 */
GArray *
soleus_series_list_medicine (GPtrArray            *versions,
                             const SoleusSchedule *schedule,
                             SoleusDate            started,
                             SoleusDate            stopped,
                             SoleusDate            today)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SoleusSeries));
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_version_free);

  for (guint i = 0; i < versions->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (versions, i);
      g_autoptr (SoleusVersion) version = soleus_version_new (record, started, stopped);
      const char *pattern = soleus_row_get_text (soleus_record_get_values (record), "pattern");
      gboolean fits = version != NULL && version->type == SOLEUS_VERSION_BY_CLOCK && version->end > (gint64) today * SOLEUS_CIVIL_DAY && has_few_series (version, pattern);

      for (guint k = 0; fits && k < said->len; k++)
        fits = !collide (version, g_ptr_array_index (said, k));
      if (!fits)
        continue;
      for (guint k = 0; k < version->slots->len; k++)
        {
          gint64 slot = g_array_index (version->slots, SoleusSlot, k).minute;

          if (k == 0 || slot != g_array_index (version->slots, SoleusSlot, k - 1).minute)
            add_slot (list, version, pattern, slot, today);
        }
      g_ptr_array_add (said, g_steal_pointer (&version));
    }
  add_rest (list, said, schedule, today);
  return list;
}
