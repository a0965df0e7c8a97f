/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing in here jumps ahead: it is slow, and easy to believe. Calendars are those of GLib. */
#include "reminders/soleus-schedule-reference.h"

#include <string.h>

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

/* Whether nothing can be due from a day on. */
gboolean
soleus_test_medicine_ends (const SoleusTestMedicine *self,
                           SoleusDate                before)
{
  for (guint i = 0; i < self->n_plans; i++)
    {
      const SoleusTestPlan *plan = &self->plans[i];
      gboolean ends = plan->deleted || g_str_equal (plan->pattern, "as-needed") || (self->stopped != SOLEUS_DATE_NONE && self->stopped < before) ||
                      (plan->until != SOLEUS_DATE_NONE && plan->until < before);

      for (guint j = 0; j < plan->n_pauses; j++)
        ends |= plan->pauses[j][1] == SOLEUS_DATE_NONE && plan->pauses[j][0] < before - 1 && !g_str_equal (plan->pattern, "after-last-dose");
      if (!ends)
        return FALSE;
    }
  return TRUE;
}

static gboolean
toss (GRand *rand,
      int    one_in)
{
  return g_rand_int_range (rand, 0, one_in) == 0;
}

/* Clocks change at night, so that every other time is in the early hours. */
static int
random_minute (GRand *rand)
{
  return toss (rand, 2) ? g_rand_int_range (rand, 0, 16) * 15 : g_rand_int_range (rand, 0, DAY);
}

static int
random_amount (GRand *rand)
{
  return toss (rand, 2) ? -1 : g_rand_int_range (rand, 0, 5) * 500;
}

static void
fill_plan (SoleusTestPlan *self,
           GRand          *rand,
           SoleusDate      first)
{
  static const char *const patterns[] = { "daily", "weekdays", "every-n-days", "day-of-month", "every-n-hours", "cycle", "after-last-dose", "as-needed" };

  self->pattern = patterns[g_rand_int_range (rand, 0, G_N_ELEMENTS (patterns))];
  self->identity = g_rand_int (rand);
  self->deleted = toss (rand, 20);
  self->from = first + (toss (rand, 3) ? g_rand_int_range (rand, -1000, 3) : g_rand_int_range (rand, 3, 1500));
  self->until = toss (rand, 2) ? SOLEUS_DATE_NONE : self->from + (toss (rand, 5) ? g_rand_int_range (rand, 0, 3) : g_rand_int_range (rand, 0, 1500));
  self->from_minute = toss (rand, 2) ? -1 : random_minute (rand);
  self->until_minute = toss (rand, 2) ? -1 : random_minute (rand);
  self->n_times = (guint) g_rand_int_range (rand, 0, 5);
  for (guint i = 0; i < self->n_times; i++)
    {
      self->minutes[i] = random_minute (rand);
      self->amounts[i] = random_amount (rand);
    }
  self->weekdays = toss (rand, 10) ? -1 : g_rand_int_range (rand, 1, 128);
  self->every = toss (rand, 10) ? -1 : toss (rand, 10) ? g_rand_int_range (rand, 1, 1001) : g_rand_int_range (rand, 1, 30);
  self->month_day = g_rand_int_range (rand, toss (rand, 2) ? 28 : 1, 32);
  self->short_month = toss (rand, 2) ? "skip" : toss (rand, 2) ? "last-day" : NULL;
  self->window_from = toss (rand, 5) ? -1 : random_minute (rand);
  self->window_until = toss (rand, 5) ? -1 : toss (rand, 8) ? DAY : toss (rand, 8) ? MAX (self->window_from, 0) : random_minute (rand);
  self->days_on = toss (rand, 10) ? -1 : toss (rand, 10) ? g_rand_int_range (rand, 1, 1001) : g_rand_int_range (rand, 1, 30);
  self->days_off = toss (rand, 10) ? -1 : toss (rand, 10) ? g_rand_int_range (rand, 0, 1001) : g_rand_int_range (rand, 0, 30);
  self->cycle_start = toss (rand, 2) ? SOLEUS_DATE_NONE : self->from + g_rand_int_range (rand, -400, 400);
  self->n_pauses = toss (rand, 2) ? 0 : (guint) g_rand_int_range (rand, 0, 4);
  for (guint i = 0; i < self->n_pauses; i++)
    {
      self->pauses[i][0] = self->from + g_rand_int_range (rand, -20, 800);
      self->pauses[i][1] = toss (rand, 8) ? SOLEUS_DATE_NONE : self->pauses[i][0] + (toss (rand, 2) ? g_rand_int_range (rand, -2, 4) : g_rand_int_range (rand, 0, 400));
    }
}

/* Versions that follow each other within a day, as they do when a schedule is changed. */
static void
hand_over (SoleusTestPlan *before,
           SoleusTestPlan *after,
           GRand          *rand)
{
  after->from = before->from + g_rand_int_range (rand, 0, 500);
  before->until = after->from;
  before->until_minute = after->from_minute = random_minute (rand);
}

/* Makes up a medicine around the five years from @first on. */
void
soleus_test_medicine_fill (SoleusTestMedicine *self,
                           GRand              *rand,
                           SoleusDate          first,
                           GTimeZone          *zone)
{
  memset (self, 0, sizeof *self);
  self->started = toss (rand, 3) ? first + g_rand_int_range (rand, -400, 400) : SOLEUS_DATE_NONE;
  self->stopped = toss (rand, 3) ? first + g_rand_int_range (rand, 100, 1900) : SOLEUS_DATE_NONE;
  self->n_plans = (guint) g_rand_int_range (rand, 1, 5);
  for (guint i = 0; i < self->n_plans; i++)
    {
      fill_plan (&self->plans[i], rand, first);
      if (i > 0 && toss (rand, 2))
        hand_over (&self->plans[i - 1], &self->plans[i], rand);
      else if (i > 0 && toss (rand, 2))
        {
          self->plans[i].from = self->plans[i - 1].from;
          self->plans[i].from_minute = self->plans[i - 1].from_minute;
          memcpy (self->plans[i].minutes, self->plans[i - 1].minutes, sizeof self->plans[i].minutes);
          self->plans[i].n_times = MIN (self->plans[i].n_times, self->plans[i - 1].n_times);
        }
    }
  self->n_doses = toss (rand, 3) ? 0 : (guint) g_rand_int_range (rand, 0, 6);
  for (guint i = 0; i < self->n_doses; i++)
    {
      SoleusTestDose *dose = &self->doses[i];

      dose->at = soleus_time_at_offset ((gint64) first * 86400 + g_rand_int_range (rand, 10 * 86400, 1500 * 86400), zone);
      dose->taken = toss (rand, 2);
      dose->due_date = toss (rand, 3) ? SOLEUS_DATE_NONE : soleus_time_get_date (dose->at) - g_rand_int_range (rand, 0, 2);
      dose->due_minute = random_minute (rand);
    }
}

static void
set_number (SoleusRow  *row,
            const char *field,
            int         number)
{
  if (number >= 0)
    soleus_row_set_number (row, field, number);
}

static void
set_date (SoleusRow  *row,
          const char *field,
          SoleusDate  date)
{
  if (date != SOLEUS_DATE_NONE)
    soleus_row_set_date (row, field, date);
}

static SoleusRecord *
make_version (const SoleusTestPlan *plan)
{
  g_autofree char *uuid = g_strdup_printf ("%08x-0000-4000-8000-000000000000", plan->identity);
  SoleusRecord *record = soleus_record_new_full (SOLEUS_KIND_SCHEDULE, uuid, (SoleusLife) { .created = 1, .modified = 1, .revision = 1, .deleted = plan->deleted });
  SoleusRow *row = soleus_record_get_values (record);

  soleus_row_set_text (row, "pattern", plan->pattern);
  set_date (row, "valid_from", plan->from);
  set_date (row, "valid_until", plan->until);
  set_number (row, "from_minute", plan->from_minute);
  set_number (row, "until_minute", plan->until_minute);
  for (guint i = 0; i < plan->n_times; i++)
    {
      SoleusRow *time = soleus_row_add_row (row, "times");

      set_number (time, "minute", plan->minutes[i]);
      set_number (time, "amount", plan->amounts[i]);
    }
  set_number (row, "weekdays", plan->weekdays);
  set_number (row, "every", plan->every);
  set_number (row, "month_day", plan->month_day);
  if (plan->short_month != NULL)
    soleus_row_set_text (row, "short_month", plan->short_month);
  set_number (row, "window_from", plan->window_from);
  set_number (row, "window_until", plan->window_until);
  set_number (row, "days_on", plan->days_on);
  set_number (row, "days_off", plan->days_off);
  set_date (row, "cycle_start", plan->cycle_start);
  for (guint i = 0; i < plan->n_pauses; i++)
    {
      SoleusRow *pause = soleus_row_add_row (row, "pauses");

      set_date (pause, "from", plan->pauses[i][0]);
      set_date (pause, "until", plan->pauses[i][1]);
    }
  return record;
}

GPtrArray *
soleus_test_medicine_get_versions (const SoleusTestMedicine *self)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_plans; i++)
    g_ptr_array_add (versions, make_version (&self->plans[i]));
  return versions;
}

GPtrArray *
soleus_test_medicine_get_doses (const SoleusTestMedicine *self)
{
  GPtrArray *doses = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_doses; i++)
    {
      SoleusRecord *record = soleus_record_new (SOLEUS_KIND_DOSE);
      SoleusRow *row = soleus_record_get_values (record);

      soleus_row_set_text (row, "status", self->doses[i].taken ? "taken" : "skipped");
      soleus_row_set_time (row, "at", self->doses[i].at);
      set_date (row, "due_date", self->doses[i].due_date);
      if (self->doses[i].due_date != SOLEUS_DATE_NONE)
        set_number (row, "due_minute", self->doses[i].due_minute);
      g_ptr_array_add (doses, record);
    }
  return doses;
}
