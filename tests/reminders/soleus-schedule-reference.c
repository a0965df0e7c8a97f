/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing in here jumps ahead: it is slow, and easy to believe. Calendars are those of GLib. */
#include "reminders/soleus-schedule-reference.h"

#define DAY        1440
#define N_MINUTES  (SOLEUS_REFERENCE_DAYS * DAY)
#define JULIAN     719163 /* what GDate calls 1970-01-01 */

/* A clock that is the same at both ends of an hour is taken to be so in between; within an hour of a change each minute is asked. */
void
soleus_test_clock_init (SoleusTestClock *self,
                        GTimeZone       *zone,
                        SoleusDate       first)
{
  gint64 begin = (gint64) first * 86400 - 2 * 86400, end = begin + (gint64) (SOLEUS_REFERENCE_DAYS + 4) * 86400;

  self->zone = g_time_zone_ref (zone);
  self->first = first;
  self->shown = g_malloc0_n (N_MINUTES, sizeof *self->shown);
  self->changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 hour = begin; hour < end; hour += 3600)
    {
      SoleusTime a = soleus_time_at_offset (hour, zone), b = soleus_time_at_offset (hour + 3600, zone);

      if (a.offset != b.offset)
        g_array_append_val (self->changes, hour);
      for (gint64 utc = hour; utc < hour + 3600; utc += 60)
        {
          int offset = a.offset == b.offset ? a.offset : soleus_time_at_offset (utc, zone).offset;
          gint64 i = utc / 60 + offset - (gint64) first * DAY;

          if (i >= 0 && i < N_MINUTES)
            self->shown[i][self->shown[i][0] != 0] = utc;
        }
    }
}

void
soleus_test_clock_clear (SoleusTestClock *self)
{
  g_time_zone_unref (self->zone);
  g_free (self->shown);
  g_array_unref (self->changes);
}

static gboolean
is_paused (const SoleusTestPlan *plan,
           SoleusDate            date)
{
  for (guint i = 0; i < plan->n_pauses; i++)
    if (date >= plan->pauses[i][0] && (plan->pauses[i][1] == SOLEUS_DATE_NONE || date <= plan->pauses[i][1]))
      return TRUE;
  return FALSE;
}

static gboolean
is_day_within (const SoleusTestPlan *plan,
               SoleusDate            date)
{
  return date >= plan->from && (plan->until == SOLEUS_DATE_NONE || date <= plan->until);
}

static gboolean
is_within (const SoleusTestMedicine *medicine,
           const SoleusTestPlan     *plan,
           SoleusDate                date,
           int                       minute)
{
  if (medicine->started != SOLEUS_DATE_NONE && date < medicine->started)
    return FALSE;
  if (medicine->stopped != SOLEUS_DATE_NONE && date >= medicine->stopped)
    return FALSE;
  if (date == plan->from && plan->from_minute >= 0 && minute < plan->from_minute)
    return FALSE;
  if (date == plan->until && plan->until_minute >= 0 && minute >= plan->until_minute)
    return FALSE;
  return is_day_within (plan, date);
}

static gboolean
is_day_of_pattern (const SoleusTestPlan *plan,
                   SoleusDate            date)
{
  SoleusDate start = plan->cycle_start != SOLEUS_DATE_NONE ? plan->cycle_start : plan->from;
  int on = MAX (plan->days_on, 1), off = MAX (plan->days_off, 0);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) (date + JULIAN));

  if (g_str_equal (plan->pattern, "daily"))
    return TRUE;
  if (g_str_equal (plan->pattern, "weekdays"))
    return plan->weekdays > 0 && (plan->weekdays & (1 << (g_date_get_weekday (&day) - G_DATE_MONDAY))) != 0;
  if (g_str_equal (plan->pattern, "every-n-days"))
    return date >= start && (date - start) % MAX (plan->every, 1) == 0;
  if (g_str_equal (plan->pattern, "cycle"))
    return date >= start && (date - start) % (on + off) < on;
  if (g_str_equal (plan->pattern, "day-of-month"))
    {
      int last = g_date_get_days_in_month (g_date_get_month (&day), g_date_get_year (&day));
      int dom = g_date_get_day (&day);

      if (plan->month_day <= last)
        return dom == plan->month_day;
      return g_strcmp0 (plan->short_month, "skip") != 0 && dom == last;
    }
  return FALSE;
}

/* Whether the window that opened on a day has a time at a minute counted from 0:00 of that day. */
static gboolean
is_in_window (const SoleusTestPlan *plan,
              int                   minute)
{
  int from = MAX (plan->window_from, 0), until = plan->window_until < 0 ? DAY : plan->window_until;
  gboolean crosses = until < from;

  for (int m = from; m <= (crosses ? until + DAY : until); m += MAX (plan->every, 1) * 60)
    if (m == minute && (crosses || m < DAY))
      return TRUE;
  return FALSE;
}

/* Returns whether the clock makes it due, and how much. */
static gboolean
is_due (const SoleusTestMedicine *medicine,
        const SoleusTestPlan     *plan,
        SoleusDate                date,
        int                       minute,
        int                      *amount)
{
  if (plan->deleted || !is_within (medicine, plan, date, minute))
    return FALSE;

  if (g_str_equal (plan->pattern, "every-n-hours"))
    {
      *amount = plan->n_times > 0 ? plan->amounts[0] : -1;
      return (is_day_within (plan, date) && !is_paused (plan, date) && is_in_window (plan, minute)) ||
             (is_day_within (plan, date - 1) && !is_paused (plan, date - 1) && is_in_window (plan, minute + DAY));
    }
  for (guint i = 0; i < plan->n_times; i++)
    if (plan->minutes[i] == minute)
      {
        *amount = plan->amounts[i];
        return is_day_of_pattern (plan, date) && !is_paused (plan, date);
      }
  return FALSE;
}

static gboolean
is_before (const SoleusTestPlan *a,
           const SoleusTestPlan *b)
{
  int a_minute = MAX (a->from_minute, 0), b_minute = MAX (b->from_minute, 0);

  return a->from != b->from ? a->from > b->from : a_minute != b_minute ? a_minute > b_minute : a->identity > b->identity;
}

/* The first time that the clock shows a minute, not before an instant; where it skips the minute, the next one that it shows. */
static gboolean
place (const SoleusTestClock *clock,
       SoleusDate             date,
       int                    minute,
       gint64                 earliest,
       SoleusDue             *due)
{
  gint64 i = (gint64) (date - clock->first) * DAY + minute;

  if (i < 0 || i >= N_MINUTES)
    return FALSE;
  due->date = date;
  due->minute = minute;
  due->fit = clock->shown[i][0] == 0 ? SOLEUS_LOCAL_SKIPPED : clock->shown[i][1] != 0 ? SOLEUS_LOCAL_TWICE : SOLEUS_LOCAL_ONCE;
  while (i < N_MINUTES && clock->shown[i][0] == 0)
    i++;
  if (i == N_MINUTES)
    return FALSE;
  due->time = soleus_time_at_offset (clock->shown[i][clock->shown[i][1] != 0 && clock->shown[i][0] < earliest], clock->zone);
  return TRUE;
}

static gboolean
find_anchor (const SoleusTestMedicine *medicine,
             const SoleusTestClock    *clock,
             gint64                   *anchor)
{
  for (guint i = 0; i < medicine->n_doses; i++)
    {
      const SoleusTestDose *dose = &medicine->doses[i];
      gint64 instant = dose->at.utc;

      if (!dose->taken && dose->due_date != SOLEUS_DATE_NONE)
        {
          gint64 n = (gint64) (dose->due_date - clock->first) * DAY + dose->due_minute;

          while (clock->shown[n][0] == 0)
            n++;
          instant = clock->shown[n][clock->shown[n][1] != 0 && clock->shown[n][1] <= dose->at.utc];
        }
      *anchor = i == 0 ? instant : MAX (*anchor, instant);
    }
  return medicine->n_doses > 0;
}

static gboolean
find_pending (const SoleusTestMedicine *medicine,
              const SoleusTestPlan     *plan,
              const SoleusTestClock    *clock,
              SoleusDue                *due)
{
  SoleusDate begin = MAX (plan->from, medicine->started), date;
  int begin_minute = begin == plan->from ? MAX (plan->from_minute, 0) : 0, minute;
  gint64 anchor, earliest = G_MININT64;

  if (plan->deleted || !g_str_equal (plan->pattern, "after-last-dose"))
    return FALSE;
  if (find_anchor (medicine, clock, &anchor))
    {
      SoleusTime time = soleus_time_at_offset ((anchor + MAX (plan->every, 1) * 3600) / 60 * 60, clock->zone);

      earliest = time.utc;
      date = soleus_time_get_date (time);
      minute = soleus_time_get_minute (time);
      if (date < begin || (date == begin && minute < begin_minute))
        {
          date = begin;
          minute = begin_minute;
        }
    }
  else if (plan->n_times > 0)
    {
      minute = plan->minutes[0];
      date = begin + (minute < begin_minute);
    }
  else
    return FALSE;

  if (!is_within (medicine, plan, date, minute))
    return FALSE;
  while (is_paused (plan, date) && date < clock->first + SOLEUS_REFERENCE_DAYS)
    date++;
  if (!place (clock, date, minute, earliest, due))
    return FALSE;
  if (due->fit == SOLEUS_LOCAL_SKIPPED)
    due->fit = SOLEUS_LOCAL_ONCE;
  due->date = soleus_time_get_date (due->time);
  due->minute = soleus_time_get_minute (due->time);
  due->amount = plan->n_times > 0 ? plan->amounts[0] : -1;
  return is_within (medicine, plan, due->date, due->minute);
}

static void
mark_minutes (const SoleusTestPlan *plan,
              gboolean             *marked)
{
  if (g_str_equal (plan->pattern, "every-n-hours"))
    for (int m = MAX (plan->window_from, 0) % 60; m < DAY; m += 60)
      marked[m] = TRUE;
  for (guint i = 0; i < plan->n_times; i++)
    marked[plan->minutes[i]] = TRUE;
}

static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  const SoleusDue *x = a, *y = b;

  if (x->time.utc != y->time.utc)
    return x->time.utc < y->time.utc ? -1 : 1;
  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  return x->minute - y->minute;
}

/* All that is due on the days of the clock, in order. */
GArray *
soleus_test_reference (const SoleusTestMedicine *medicine,
                       const SoleusTestClock    *clock)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SoleusDue));
  gboolean marked[DAY] = { FALSE }, is_pending[4], alone[4];
  SoleusDue pending[4], due;

  for (guint i = 0; i < medicine->n_plans; i++)
    {
      mark_minutes (&medicine->plans[i], marked);
      alone[i] = is_pending[i] = find_pending (medicine, &medicine->plans[i], clock, &pending[i]);
    }

  for (SoleusDate date = clock->first; date < clock->first + SOLEUS_REFERENCE_DAYS; date++)
    for (int minute = 0; minute < DAY; minute++)
      {
        const SoleusTestPlan *best = NULL;

        for (guint i = 0; marked[minute] && i < medicine->n_plans; i++)
          {
            int amount;

            if (is_due (medicine, &medicine->plans[i], date, minute, &amount) && (best == NULL || is_before (&medicine->plans[i], best)))
              {
                best = &medicine->plans[i];
                due.amount = amount;
              }
          }
        if (best == NULL || !place (clock, date, minute, G_MININT64, &due))
          continue;
        for (guint i = 0; i < medicine->n_plans; i++)
          if (is_pending[i] && pending[i].date == date && pending[i].minute == minute)
            {
              alone[i] = FALSE;
              if (is_before (&medicine->plans[i], best))
                {
                  best = &medicine->plans[i];
                  due.amount = pending[i].amount;
                }
            }
        g_array_append_val (all, due);
      }

  for (guint i = 0; i < medicine->n_plans; i++)
    {
      for (guint j = 0; j < medicine->n_plans; j++)
        if (i != j && alone[i] && is_pending[j] && pending[i].date == pending[j].date && pending[i].minute == pending[j].minute &&
            is_before (&medicine->plans[j], &medicine->plans[i]))
          alone[i] = FALSE;
      if (alone[i])
        g_array_append_val (all, pending[i]);
    }
  g_array_sort (all, compare_dues);
  return all;
}
