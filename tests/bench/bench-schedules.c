/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What forty medicines of all patterns cost: their doses of a day, as Today shows them, and what comes next, as the reminders ask. */
#include "reminders/soleus-schedule.h"

#include "lib/soleus-test.h"

#include <stdio.h>
#include <stdlib.h>

#define N_MEDICINES 40
#define N_ROUNDS    201
#define N_DOSES     1000

static SoleusRecord *
make_version (const char *pattern,
              SoleusDate  from,
              int         n)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  SoleusRow *row = soleus_record_get_values (record);
  SoleusRow *pause = soleus_row_add_row (row, "pauses");

  soleus_row_set_text (row, "pattern", pattern);
  soleus_row_set_date (row, "valid_from", from);
  for (int i = 0; i < 4; i++)
    {
      SoleusRow *time = soleus_row_add_row (row, "times");

      soleus_row_set_number (time, "minute", 480 + i * 240 + n);
      soleus_row_set_number (time, "amount", 1000);
    }
  soleus_row_set_number (row, "weekdays", 42);
  soleus_row_set_number (row, "every", 1 + n % 10);
  soleus_row_set_number (row, "month_day", 31);
  soleus_row_set_number (row, "days_on", 21);
  soleus_row_set_number (row, "days_off", 7 + n * 10);
  soleus_row_set_date (pause, "from", from + 100);
  soleus_row_set_date (pause, "until", from + 190);
  return record;
}

static SoleusSchedule *
make_schedule (int        n,
               SoleusTime now,
               GTimeZone *zone,
               double    *time)
{
  static const char *const patterns[] = { "daily", "weekdays", "every-n-days", "day-of-month", "every-n-hours", "after-last-dose", "cycle", "as-needed" };
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_object_unref), doses = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusDate today = soleus_time_get_date (now);
  SoleusSchedule *schedule;
  gint64 start;

  /* Three that came before, the one of now, and one that begins next year. */
  for (int i = 0; i < 5; i++)
    {
      SoleusDate from = today - 900 + i * 300;
      SoleusRecord *version = make_version (patterns[(n + i) % (int) G_N_ELEMENTS (patterns)], from, n);

      if (i < 4)
        soleus_row_set_date (soleus_record_get_values (version), "valid_until", from + 299);
      g_ptr_array_add (versions, version);
    }
  for (int i = 0; i < N_DOSES; i++)
    {
      SoleusRecord *dose = soleus_record_new (SOLEUS_KIND_DOSE);
      SoleusTime at = { now.utc - i * 28800 - 3600, now.offset };

      soleus_row_set_text (soleus_record_get_values (dose), "status", "taken");
      soleus_row_set_time (soleus_record_get_values (dose), "at", at);
      g_ptr_array_add (doses, dose);
    }
  start = g_get_monotonic_time ();
  schedule = soleus_schedule_new (versions, doses, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, zone);
  *time = (double) (g_get_monotonic_time () - start);
  return schedule;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
report (const char *name,
        double     *times,
        double      goal)
{
  qsort (times, N_ROUNDS, sizeof (double), compare_doubles);
  printf ("%-34s %8.1f us median %8.1f us max   goal %.0f us  %s\n", name, times[N_ROUNDS / 2], times[N_ROUNDS - 1], goal,
          times[N_ROUNDS / 2] <= goal ? "met" : "MISSED");
}

int
main (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  SoleusTime now = soleus_test_time (SOLEUS_TEST_NOW);
  SoleusSchedule *schedules[N_MEDICINES];
  double making[N_ROUNDS], other, listing[N_ROUNDS], finding[N_ROUNDS];
  guint n_due = 0, n_found = 0;

  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  for (int round = 0; round < N_ROUNDS; round++)
    soleus_schedule_free (make_schedule (round % N_MEDICINES, now, zone, &making[round]));
  for (int i = 0; i < N_MEDICINES; i++)
    schedules[i] = make_schedule (i, now, zone, &other);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 from = now.utc + (gint64) round * 86400, start = g_get_monotonic_time ();

      for (int i = 0; i < N_MEDICINES; i++)
        {
          g_autoptr (GArray) list = soleus_schedule_list (schedules[i], from, from + 86400);

          n_due += list->len;
        }
      listing[round] = (double) (g_get_monotonic_time () - start);
    }
  for (int round = 0; round < N_ROUNDS; round++)
    {
      gint64 from = now.utc + (gint64) round * 86400, start = g_get_monotonic_time ();
      SoleusDue due;

      for (int i = 0; i < N_MEDICINES; i++)
        n_found += soleus_schedule_find_next (schedules[i], from, &due);
      finding[round] = (double) (g_get_monotonic_time () - start) / N_MEDICINES;
    }

  report ("schedule: made from 1000 doses", making, 1000);
  report ("schedule: a day of 40 medicines", listing, 5000);
  report ("schedule: the next dose of each", finding, 50);
  printf ("%u due, %u found\n", n_due, n_found);
  for (int i = 0; i < N_MEDICINES; i++)
    soleus_schedule_free (schedules[i]);
  return 0;
}
