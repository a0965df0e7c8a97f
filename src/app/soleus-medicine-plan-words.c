/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A schedule in words: what it says, what it leads to, and where a change of the clocks touches it. */
#include "config.h"

#include "app/soleus-medicine-plan.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"

#define SECONDS_A_MINUTE 60
#define SECONDS_A_DAY 86400
#define MINUTES_A_DAY 1440
#define ALL_WEEK 127
#define ONE 1000 /* thousandths */
#define LONGEST_SHARED_MONTH 28 /* every month has so many days */

/* "Monday", "Monday and Thursday", "Monday, Tuesday and Thursday" */
static char *
join_words (GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        /* Translators: between the last two of a list; then between the others */
        g_string_append (text, i + 1 == words->len ? C_("list", " and ") : C_("list", ", "));
      g_string_append (text, g_ptr_array_index (words, i));
    }
  return g_string_free (text, FALSE);
}

/* Where nothing else is said, it is one. */
static gboolean
is_one (const SoleusRow *time)
{
  return soleus_row_get_number (time, "amount", ONE) == ONE;
}

static char *
say_time (const SoleusRow *time,
          gboolean         has_amounts)
{
  g_autofree char *minute = soleus_words_minute ((int) CLAMP (soleus_row_get_number (time, "minute", 0), 0, MINUTES_A_DAY - 1));
  g_autofree char *amount = NULL;

  if (!has_amounts || !soleus_row_has (time, "amount"))
    return g_steal_pointer (&minute);
  amount = soleus_words_number (soleus_row_get_number (time, "amount", 0));
  /* Translators: a time of day, then how many are taken then: "8:00 (2)" */
  return g_strdup_printf (_("%s (%s)"), minute, amount);
}

/* "8:00 and 21:00", or with amounts "8:00 (2), 21:00 (1)"; NULL where there is no time. */
static char *
say_times (const SoleusRow *row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean has_amounts = FALSE;

  for (guint i = 0; i < soleus_row_get_n_rows (row, "times"); i++)
    has_amounts = has_amounts || !is_one (soleus_row_get_row (row, "times", i));
  for (guint i = 0; i < soleus_row_get_n_rows (row, "times"); i++)
    g_ptr_array_add (words, say_time (soleus_row_get_row (row, "times", i), has_amounts));
  if (words->len == 0)
    return NULL;
  if (!has_amounts)
    return join_words (words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (C_("list", ", "), (char **) words->pdata);
}

/* "(2)" after what has one amount for all of its doses; "" for one, or none that was said. */
static char *
say_only_amount (const SoleusRow *row)
{
  const SoleusRow *time = soleus_row_get_n_rows (row, "times") > 0 ? soleus_row_get_row (row, "times", 0) : NULL;
  g_autofree char *amount = NULL;

  if (time == NULL || is_one (time))
    return g_strdup ("");
  amount = soleus_words_number (soleus_row_get_number (time, "amount", 0));
  return g_strdup_printf (" (%s)", amount);
}

static char *
say_weekdays (const SoleusRow *row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gint64 mask = soleus_row_get_number (row, "weekdays", 0);

  if ((mask & ALL_WEEK) == ALL_WEEK)
    return g_strdup (_("Every day"));
  for (int i = 0; i < 7; i++)
    if ((mask & (1 << i)) != 0)
      g_ptr_array_add (words, soleus_words_weekday (i + 1, FALSE));
  return words->len > 0 ? join_words (words) : g_strdup (_("On no day"));
}

/* Which days; the times follow. */
static char *
say_days (const SoleusRow *row,
          const char      *pattern)
{
  int every = (int) soleus_row_get_number (row, "every", 1);

  if (g_str_equal (pattern, "weekdays"))
    return say_weekdays (row);
  if (g_str_equal (pattern, "every-n-days") && every > 1)
    return g_strdup_printf (ngettext ("Every %d day", "Every %d days", (gulong) every), every);
  if (g_str_equal (pattern, "day-of-month"))
    return g_strdup_printf (_("On day %d of each month"), (int) soleus_row_get_number (row, "month_day", 1));
  return g_strdup (_("Every day"));
}

static char *
say_cycle (const SoleusRow *row)
{
  int on = (int) soleus_row_get_number (row, "days_on", 1), off = (int) soleus_row_get_number (row, "days_off", 0);
  g_autofree char *days_on = g_strdup_printf (ngettext ("%d day on", "%d days on", (gulong) on), on);
  g_autofree char *days_off = g_strdup_printf (ngettext ("%d day off", "%d days off", (gulong) off), off);
  g_autofree char *times = say_times (row);

  if (times == NULL)
    /* Translators: "21 days on", then "7 days off" */
    return g_strdup_printf (_("%s, %s, with no time yet"), days_on, days_off);
  /* Translators: "21 days on", then "7 days off", then the times */
  return g_strdup_printf (_("%s, %s, at %s"), days_on, days_off, times);
}

static char *
say_hours (const SoleusRow *row)
{
  int every = (int) soleus_row_get_number (row, "every", 1);
  gint64 first = soleus_row_get_number (row, "window_from", 0), last = soleus_row_get_number (row, "window_until", MINUTES_A_DAY);
  g_autofree char *hours = g_strdup_printf (ngettext ("Every %d hour", "Every %d hours", (gulong) every), every);
  g_autofree char *from = soleus_words_minute ((int) CLAMP (first, 0, MINUTES_A_DAY - 1));
  g_autofree char *until = soleus_words_minute ((int) CLAMP (last, 0, MINUTES_A_DAY) % MINUTES_A_DAY);
  g_autofree char *amount = say_only_amount (row);

  if (first == last)
    /* Translators: such a schedule has but one time a day; a time follows, then how many */
    return g_strdup_printf (_("Every day at %s%s"), from, amount);
  if (first == 0 && last == MINUTES_A_DAY)
    /* Translators: "Every 6 hours", then how many */
    return g_strdup_printf (_("%s, day and night%s"), hours, amount);
  /* Translators: "Every 6 hours", then the first and the last time of the day, then how many */
  return g_strdup_printf (_("%s from %s to %s%s"), hours, from, until, amount);
}

static char *
say_after_last (const SoleusRow *row)
{
  int every = (int) soleus_row_get_number (row, "every", 1);
  g_autofree char *amount = say_only_amount (row);

  /* Translators: a number of hours, then how many are taken */
  return g_strdup_printf (ngettext ("%d hour after the last dose%s", "%d hours after the last dose%s", (gulong) every), every, amount);
}

static char *
say_as_needed (const SoleusRow *row)
{
  gboolean has_gap = soleus_row_has (row, "gap_min"), has_most = soleus_row_has (row, "most_a_day");
  int most = (int) soleus_row_get_number (row, "most_a_day", 0);
  g_autofree char *gap = has_gap ? soleus_words_duration (soleus_row_get_number (row, "gap_min", 0) * SECONDS_A_MINUTE) : NULL;

  if (has_gap && has_most)
    /* Translators: a duration, then a number of doses */
    return g_strdup_printf (_("As needed. At least %s apart, at most %d in 24 hours"), gap, most);
  if (has_gap)
    return g_strdup_printf (_("As needed. At least %s apart"), gap);
  if (has_most)
    return g_strdup_printf (_("As needed. At most %d in 24 hours"), most);
  return g_strdup (_("As needed"));
}

/* What follows "On day 31 of each month at 8:00". */
static const char *
say_short_months (const SoleusRow *row)
{
  if (soleus_row_get_number (row, "month_day", 1) <= LONGEST_SHARED_MONTH)
    return "";
  return g_strcmp0 (soleus_row_get_text (row, "short_month"), "skip") == 0 ? _("; not in months without that day") : _("; in short months on the last day");
}

/**
 * soleus_medicine_plan_say:
 * @version: (nullable): a version of a schedule
 *
 * Returns: (transfer full): "Every day at 8:00 and 21:00", "8 hours after the last dose", "No schedule"; without a full stop
 */
char *
soleus_medicine_plan_say (SoleusRecord *version)
{
  const SoleusRow *row = version != NULL ? soleus_record_get_values (version) : NULL;
  const char *pattern = row != NULL ? soleus_row_get_text (row, "pattern") : NULL;
  g_autofree char *days = NULL, *times = NULL;

  if (pattern == NULL)
    return g_strdup (_("No schedule"));
  if (g_str_equal (pattern, "as-needed"))
    return say_as_needed (row);
  if (g_str_equal (pattern, "after-last-dose"))
    return say_after_last (row);
  if (g_str_equal (pattern, "every-n-hours"))
    return say_hours (row);
  if (g_str_equal (pattern, "cycle"))
    return say_cycle (row);
  days = say_days (row, pattern);
  times = say_times (row);
  if (times == NULL)
    /* Translators: which days; no time of day was said yet */
    return g_strdup_printf (_("%s, with no time yet"), days);
  /* Translators: which days, then the times of day, then what is done in short months, if anything */
  return g_strdup_printf (_("%s at %s%s"), days, times, say_short_months (row));
}

/* A day in the year of another one is said without its year. */
static char *
say_date (SoleusDate date,
          SoleusDate today)
{
  int year, present;

  soleus_date_to_ymd (date, &year, NULL, NULL);
  soleus_date_to_ymd (today, &present, NULL, NULL);
  return year == present ? soleus_words_date (date) : soleus_words_date_with_year (date);
}

/**
 * soleus_medicine_plan_say_pause:
 * @version: (nullable): a version of a schedule
 * @today: the present date
 *
 * Returns: (transfer full) (nullable): "Paused until Friday 13 March.", "Paused since Monday 2 March.", "Paused from Monday 9 March until
 *   Friday 13 March."; %NULL where no pause runs or is still to come
 */
char *
soleus_medicine_plan_say_pause (SoleusRecord *version,
                                SoleusDate    today)
{
  SoleusDate first, last;
  g_autofree char *from = NULL, *until = NULL;

  if (version == NULL || !soleus_medicine_plan_find_pause (version, today, &first, &last))
    return NULL;
  from = say_date (first, today);
  if (last == SOLEUS_DATE_NONE)
    return g_strdup_printf (first <= today ? _("Paused since %s.") : _("Paused from %s on."), from);
  until = say_date (last, today);
  if (first <= today)
    return g_strdup_printf (_("Paused until %s."), until);
  return g_strdup_printf (_("Paused from %s until %s."), from, until);
}

/* "Tue 3 March 8:00" */
static char *
say_due (const SoleusDue *due,
         SoleusTime       now)
{
  SoleusDate date = soleus_time_get_date (due->time);
  g_autofree char *weekday = soleus_words_weekday (soleus_date_get_weekday (date), TRUE);
  g_autofree char *day = soleus_words_day (date);
  g_autofree char *time = soleus_words_time (due->time);
  int year, present;

  soleus_date_to_ymd (date, &year, NULL, NULL);
  soleus_date_to_ymd (soleus_time_get_date (now), &present, NULL, NULL);
  if (year != present)
    /* Translators: short weekday, day, year, time: "Tue 3 March 2027 8:00" */
    return g_strdup_printf (_("%s %s %d %s"), weekday, day, year, time);
  /* Translators: short weekday, day, time: "Tue 3 March 8:00" */
  return g_strdup_printf (_("%s %s %s"), weekday, day, time);
}

/* A dose that follows the last one stays due until one is recorded, and so may lie in the past. */
static char *
say_after_each (SoleusSchedule  *schedule,
                const SoleusRow *row,
                SoleusTime       now)
{
  int every = (int) soleus_row_get_number (row, "every", 1);
  gint64 begin = ((gint64) soleus_row_get_date (row, "valid_from") - 1) * SECONDS_A_DAY;
  g_autoptr (GArray) past = NULL;
  g_autofree char *then = g_strdup_printf (ngettext ("then %d hour after each dose", "then %d hours after each dose", (gulong) every), every);
  g_autofree char *first = NULL;
  SoleusDue due;

  if (soleus_schedule_find_next (schedule, now.utc, &due))
    {
      first = say_due (&due, now);
      return g_strdup_printf ("%s, %s", first, then);
    }
  if (!soleus_schedule_follows_doses (schedule, now))
    return NULL;
  past = soleus_schedule_list (schedule, begin, now.utc);
  if (past->len == 0)
    return NULL;
  first = say_due (&g_array_index (past, SoleusDue, past->len - 1), now);
  /* Translators: when it was due, then "then 8 hours after each dose" */
  return g_strdup_printf (_("Due since %s, %s"), first, then);
}

static char *
say_list (SoleusSchedule *schedule,
          SoleusTime      now,
          guint           n)
{
  GString *text = g_string_new (NULL);
  gint64 from = now.utc;
  guint said = 0;
  SoleusDue due;

  while (said < n && soleus_schedule_find_next (schedule, from, &due))
    {
      /* Two times may fall on one instant where the clock is changed. */
      g_autoptr (GArray) together = soleus_schedule_list (schedule, due.time.utc, due.time.utc + 1);

      for (guint i = 0; i < together->len && said < n; i++, said++)
        {
          g_autofree char *words = say_due (&g_array_index (together, SoleusDue, i), now);

          g_string_append_printf (text, "%s%s", said > 0 ? " · " : "", words);
        }
      from = due.time.utc + 1;
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_medicine_plan_say_next:
 * @schedule: the schedule of a medicine
 * @version: (nullable): its version in charge, or the one that begins next
 * @now: the present time
 * @n: how many doses to name at most
 *
 * Returns: (transfer full): "Tue 3 March 8:00 · Wed 4 March 8:00", from the present minute on, or why there is none
 */
char *
soleus_medicine_plan_say_next (SoleusSchedule *schedule,
                               SoleusRecord   *version,
                               SoleusTime      now,
                               guint           n)
{
  const SoleusRow *row = version != NULL ? soleus_record_get_values (version) : NULL;
  const char *pattern = row != NULL ? soleus_row_get_text (row, "pattern") : NULL;
  g_autofree char *text = NULL;

  now.utc -= now.utc % SECONDS_A_MINUTE;
  if (g_strcmp0 (pattern, "as-needed") == 0)
    return g_strdup (_("As needed: nothing is due by itself."));
  text = g_strcmp0 (pattern, "after-last-dose") == 0 ? say_after_each (schedule, row, now) : say_list (schedule, now, n);
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : g_strdup (_("With these settings there is no next dose."));
}

/**
 * soleus_medicine_plan_say_clock_change:
 * @schedule: the schedule of a medicine
 * @now: the present time
 *
 * Returns: (transfer full) (nullable): what becomes of the first dose within a year whose time the clock skips or shows twice: "On 29
 *   March 2:30 does not exist. You are reminded at 3:00."; %NULL where there is none
 */
char *
soleus_medicine_plan_say_clock_change (SoleusSchedule *schedule,
                                       SoleusTime      now)
{
  g_autoptr (GArray) year = soleus_schedule_list (schedule, now.utc, now.utc + 366 * SECONDS_A_DAY);

  for (guint i = 0; i < year->len; i++)
    {
      const SoleusDue *due = &g_array_index (year, SoleusDue, i);
      g_autofree char *day = soleus_words_day (due->date);
      g_autofree char *asked = soleus_words_minute (due->minute);
      g_autofree char *found = soleus_words_time (due->time);

      if (due->fit == SOLEUS_LOCAL_SKIPPED)
        /* Translators: a day, a time that the clock skips on it, the time that follows */
        return g_strdup_printf (_("On %s %s does not exist. You are reminded at %s."), day, asked, found);
      if (due->fit == SOLEUS_LOCAL_TWICE)
        /* Translators: a day, a time that the clock shows twice on it */
        return g_strdup_printf (_("On %s %s comes twice. The first one counts."), day, asked);
    }
  return NULL;
}
