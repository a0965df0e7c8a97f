/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a medicine is due, by hand: each pattern, how versions take over from each other, pauses, and the ends of it all. */
#include "reminders/soleus-test-schedule.h"

#include "lib/soleus-test.h"

typedef struct
{
  const char *versions;
  const char *from;
  const char *until;
  const char *due;
  const char *started;
  const char *stopped;
} Row;

static void
check_rows (const Row *rows,
            gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (SoleusSchedule) schedule = soleus_test_schedule_new (rows[i].versions, NULL, rows[i].started, rows[i].stopped, NULL);
      g_autofree char *from = g_strdup_printf ("%sT00:00Z", rows[i].from);
      g_autofree char *until = g_strdup_printf ("%sT00:00Z", rows[i].until);
      g_autofree char *due = soleus_test_list (schedule, from, until);

      if (!g_str_equal (due, rows[i].due))
        g_error ("%s\n  from %s until %s\n  expected: %s\n  found:    %s", rows[i].versions, from, until, rows[i].due, due);
    }
}

/* 2026-03-02 is a Monday. */
static void
test_patterns (void)
{
  static const Row rows[] = {
    { "daily 2026-03-03; times 20:00 8:00=1500", "2026-03-01", "2026-03-05",
      "2026-03-03 8:00=1500, 2026-03-03 20:00, 2026-03-04 8:00=1500, 2026-03-04 20:00" },
    { "daily 2026-03-03; valid_until 2026-03-04; times 0:00 23:59", "2026-03-01", "2026-03-09",
      "2026-03-03 0:00, 2026-03-03 23:59, 2026-03-04 0:00, 2026-03-04 23:59" },
    { "daily 2026-03-03; times 8:00=1000 8:00=2000", "2026-03-03", "2026-03-04", "2026-03-03 8:00=1000" },
    { "daily 2026-03-03; times 8:00=0", "2026-03-03", "2026-03-04", "2026-03-03 8:00=0" },
    { "daily 2026-03-03", "2026-03-01", "2026-04-01", "" },
    { "daily 2026-03-03; times 8:00; deleted", "2026-03-01", "2026-04-01", "" },
    { "daily 1971-01-01; times 8:00", "1971-01-01", "1971-01-02", "1971-01-01 8:00" },

    { "weekdays 2026-03-01; weekdays 1; times 8:00", "2026-03-01", "2026-03-17", "2026-03-02 8:00, 2026-03-09 8:00, 2026-03-16 8:00" },
    { "weekdays 2026-03-01; weekdays 68; times 8:00", "2026-03-01", "2026-03-12",
      "2026-03-01 8:00, 2026-03-04 8:00, 2026-03-08 8:00, 2026-03-11 8:00" },
    { "weekdays 2026-03-01; weekdays 127; times 8:00", "2026-03-01", "2026-03-04", "2026-03-01 8:00, 2026-03-02 8:00, 2026-03-03 8:00" },
    { "weekdays 2026-03-01; times 8:00", "2026-03-01", "2027-03-01", "" },

    { "every-n-days 2026-03-01; every 3; times 8:00", "2026-03-01", "2026-03-11",
      "2026-03-01 8:00, 2026-03-04 8:00, 2026-03-07 8:00, 2026-03-10 8:00" },
    { "every-n-days 2026-03-01; every 3; cycle_start 2026-02-27; times 8:00", "2026-02-20", "2026-03-09",
      "2026-03-02 8:00, 2026-03-05 8:00, 2026-03-08 8:00" },
    { "every-n-days 2026-03-01; every 3; cycle_start 2026-03-06; times 8:00", "2026-02-20", "2026-03-11", "2026-03-06 8:00, 2026-03-09 8:00" },
    { "every-n-days 2026-03-01; times 8:00", "2026-03-01", "2026-03-03", "2026-03-01 8:00, 2026-03-02 8:00" },

    { "day-of-month 2026-01-15; month_day 31; times 8:00", "2026-01-01", "2026-06-01",
      "2026-01-31 8:00, 2026-02-28 8:00, 2026-03-31 8:00, 2026-04-30 8:00, 2026-05-31 8:00" },
    { "day-of-month 2026-01-15; month_day 31; short_month last-day; times 8:00", "2026-02-01", "2026-04-01", "2026-02-28 8:00, 2026-03-31 8:00" },
    { "day-of-month 2026-01-15; month_day 31; short_month skip; times 8:00", "2026-01-01", "2026-08-01",
      "2026-01-31 8:00, 2026-03-31 8:00, 2026-05-31 8:00, 2026-07-31 8:00" },
    { "day-of-month 2028-01-01; month_day 31; times 8:00", "2028-02-01", "2028-03-01", "2028-02-29 8:00" },
    { "day-of-month 2026-01-01; month_day 29; short_month skip; times 8:00", "2027-02-01", "2027-03-30", "2027-03-29 8:00" },
    { "day-of-month 2026-01-01; month_day 29; short_month skip; times 8:00", "2028-02-01", "2028-03-30", "2028-02-29 8:00, 2028-03-29 8:00" },
    { "day-of-month 2026-01-01; month_day 29; times 8:00", "2027-02-01", "2027-03-30", "2027-02-28 8:00, 2027-03-29 8:00" },
    { "day-of-month 2026-01-01; month_day 30; short_month skip; times 8:00", "2026-01-01", "2026-04-01", "2026-01-30 8:00, 2026-03-30 8:00" },
    { "day-of-month 2026-01-15; month_day 1; times 8:00", "2026-01-01", "2026-03-02", "2026-02-01 8:00, 2026-03-01 8:00" },
    { "day-of-month 2099-12-15; month_day 29; times 8:00", "2100-02-01", "2100-03-01", "2100-02-28 8:00" },
    { "day-of-month 2026-01-15; times 8:00", "2026-01-01", "2028-01-01", "" },

    { "every-n-hours 2026-03-03; every 8; times 0:00=500", "2026-03-03", "2026-03-04", "2026-03-03 0:00=500, 2026-03-03 8:00=500, 2026-03-03 16:00=500" },
    { "every-n-hours 2026-03-03; every 6; window_from 480; window_until 1200", "2026-03-03", "2026-03-04",
      "2026-03-03 8:00, 2026-03-03 14:00, 2026-03-03 20:00" },
    { "every-n-hours 2026-03-03; every 6; window_from 480; window_until 1199", "2026-03-03", "2026-03-04", "2026-03-03 8:00, 2026-03-03 14:00" },
    { "every-n-hours 2026-03-03; every 12; window_from 720", "2026-03-03", "2026-03-05", "2026-03-03 12:00, 2026-03-04 12:00" },
    { "every-n-hours 2026-03-03; every 5; window_from 480; window_until 480", "2026-03-03", "2026-03-05", "2026-03-03 8:00, 2026-03-04 8:00" },
    { "every-n-hours 2026-03-03; every 1000", "2026-03-03", "2026-03-05", "2026-03-03 0:00, 2026-03-04 0:00" },
    { "every-n-hours 2026-03-03; window_from 1320; window_until 1440", "2026-03-03", "2026-03-04", "2026-03-03 22:00, 2026-03-03 23:00" },

    { "cycle 2026-03-01; days_on 2; days_off 3; times 8:00", "2026-03-01", "2026-03-12",
      "2026-03-01 8:00, 2026-03-02 8:00, 2026-03-06 8:00, 2026-03-07 8:00, 2026-03-11 8:00" },
    { "cycle 2026-03-01; days_on 21; days_off 7; cycle_start 2026-02-20; times 8:00", "2026-03-10", "2026-03-21",
      "2026-03-10 8:00, 2026-03-11 8:00, 2026-03-12 8:00, 2026-03-20 8:00" },
    { "cycle 2026-03-01; days_on 1; days_off 1; cycle_start 2026-03-04; times 8:00", "2026-03-01", "2026-03-08", "2026-03-04 8:00, 2026-03-06 8:00" },
    { "cycle 2026-03-01; days_off 1; times 8:00", "2026-03-01", "2026-03-04", "2026-03-01 8:00, 2026-03-03 8:00" },
    { "cycle 2026-03-01; times 8:00", "2026-03-01", "2026-03-03", "2026-03-01 8:00, 2026-03-02 8:00" },

    { "as-needed 2026-03-01; times 8:00; gap_min 60", "2026-03-01", "2027-03-01", "" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* The window of a night belongs to the day on which it opens, each of its times to the day on which it falls. */
static void
test_windows_across_midnight (void)
{
  static const Row rows[] = {
    { "every-n-hours 2026-03-03; every 2; window_from 1320; window_until 120", "2026-03-01", "2026-03-05",
      "2026-03-03 22:00, 2026-03-04 0:00, 2026-03-04 2:00, 2026-03-04 22:00" },
    { "every-n-hours 2026-03-03; every 2; window_from 1320; window_until 119", "2026-03-03", "2026-03-05",
      "2026-03-03 22:00, 2026-03-04 0:00, 2026-03-04 22:00" },
    { "every-n-hours 2026-03-03; every 2; window_from 1320; window_until 0", "2026-03-03", "2026-03-05",
      "2026-03-03 22:00, 2026-03-04 0:00, 2026-03-04 22:00" },
    { "every-n-hours 2026-03-03; every 23; window_from 1380; window_until 1320", "2026-03-03", "2026-03-05",
      "2026-03-03 23:00, 2026-03-04 22:00, 2026-03-04 23:00" },
    /* The version ends with its last day, also in the middle of a window. */
    { "every-n-hours 2026-03-03; valid_until 2026-03-03; every 1; window_from 1380; window_until 60", "2026-03-01", "2026-03-09", "2026-03-03 23:00" },
    { "every-n-hours 2026-03-03; valid_until 2026-03-04; until_minute 60; every 1; window_from 1380; window_until 120", "2026-03-01", "2026-03-09",
      "2026-03-03 23:00, 2026-03-04 0:00" },
    /* It begins in the middle of one: what is left of that window is due, for its day is within. */
    { "every-n-hours 2026-03-03; from_minute 1410; every 1; window_from 1380; window_until 60", "2026-03-01", "2026-03-05",
      "2026-03-04 0:00, 2026-03-04 1:00, 2026-03-04 23:00" },
    { "every-n-hours 2026-03-03; from_minute 30; every 1; window_from 1380; window_until 60", "2026-03-01", "2026-03-04", "2026-03-03 23:00" },
    /* A pause takes whole windows. */
    { "every-n-hours 2026-03-01; every 2; window_from 1380; window_until 60; pauses 2026-03-03..2026-03-03", "2026-03-02", "2026-03-06",
      "2026-03-02 1:00, 2026-03-02 23:00, 2026-03-03 1:00, 2026-03-04 23:00, 2026-03-05 1:00, 2026-03-05 23:00" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_versions (void)
{
  static const Row rows[] = {
    /* From one day to the next. */
    { "daily 2026-03-01; valid_until 2026-03-02; times 8:00=1000 + daily 2026-03-03; times 9:00=2000", "2026-03-01", "2026-03-05",
      "2026-03-01 8:00=1000, 2026-03-02 8:00=1000, 2026-03-03 9:00=2000, 2026-03-04 9:00=2000" },
    { "daily 2026-03-03; times 9:00=2000 + daily 2026-03-01; valid_until 2026-03-02; times 8:00=1000", "2026-03-02", "2026-03-04",
      "2026-03-02 8:00=1000, 2026-03-03 9:00=2000" },
    /* Within a day: the old one before noon, the new one from noon on. */
    { "daily 2026-03-01; valid_until 2026-03-02; until_minute 720; times 8:00 12:00 20:00 + daily 2026-03-02; from_minute 720; times 9:00 12:00=2000 21:00",
      "2026-03-01", "2026-03-04",
      "2026-03-01 8:00, 2026-03-01 12:00, 2026-03-01 20:00, 2026-03-02 8:00, 2026-03-02 12:00=2000, 2026-03-02 21:00, "
      "2026-03-03 9:00, 2026-03-03 12:00=2000, 2026-03-03 21:00" },
    /* For a single day, and for a part of one. */
    { "daily 2026-03-02; valid_until 2026-03-02; from_minute 480; until_minute 1200; times 7:59 8:00 19:59 20:00", "2026-03-01", "2026-03-05",
      "2026-03-02 8:00, 2026-03-02 19:59" },
    { "daily 2026-03-02; valid_until 2026-03-02; until_minute 0; times 0:00 8:00", "2026-03-01", "2026-03-05", "" },
    { "daily 2026-03-02; from_minute 1439; times 0:00 23:59", "2026-03-01", "2026-03-04", "2026-03-02 23:59, 2026-03-03 0:00, 2026-03-03 23:59" },
    { "daily 2026-03-05; valid_until 2026-03-02; times 8:00", "2026-03-01", "2026-03-09", "" },
    { "daily 2026-03-02; until_minute 60; times 8:00", "2026-03-01", "2026-03-03", "2026-03-02 8:00" },
    /* Nothing is doubled, and what began later says how much: by day, then by minute, then by the larger identity. */
    { "daily 2026-03-01; times 8:00=1000 + daily 2026-03-02; times 8:00=2000", "2026-03-01", "2026-03-04",
      "2026-03-01 8:00=1000, 2026-03-02 8:00=2000, 2026-03-03 8:00=2000" },
    { "daily 2026-03-02; times 8:00=2000 + daily 2026-03-01; times 8:00=1000", "2026-03-01", "2026-03-03", "2026-03-01 8:00=1000, 2026-03-02 8:00=2000" },
    { "daily 2026-03-02; from_minute 60; times 8:00=1000 + daily 2026-03-02; times 8:00=2000", "2026-03-01", "2026-03-03", "2026-03-02 8:00=1000" },
    { "daily 2026-03-02; times 8:00=1000 + daily 2026-03-02; times 8:00", "2026-03-01", "2026-03-03", "2026-03-02 8:00" },
    { "daily 2026-03-02; times 8:00 + daily 2026-03-02; times 8:00=1000", "2026-03-01", "2026-03-03", "2026-03-02 8:00=1000" },
    { "daily 2026-03-01; times 8:00 10:00 + every-n-hours 2026-03-01; every 1; window_from 480; window_until 600; times 0:00=7", "2026-03-01", "2026-03-02",
      "2026-03-01 8:00=7, 2026-03-01 9:00=7, 2026-03-01 10:00=7" },
    { "daily 2026-03-01; times 8:00=1 + daily 2026-03-02; times 8:00=2; deleted", "2026-03-02", "2026-03-03", "2026-03-02 8:00=1" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_pauses (void)
{
  static const Row rows[] = {
    { "daily 2026-03-01; times 8:00; pauses 2026-03-02..2026-03-03", "2026-03-01", "2026-03-06", "2026-03-01 8:00, 2026-03-04 8:00, 2026-03-05 8:00" },
    { "daily 2026-03-01; times 8:00; pauses 2026-03-02..2026-03-02", "2026-03-01", "2026-03-04", "2026-03-01 8:00, 2026-03-03 8:00" },
    { "daily 2026-03-01; times 8:00; pauses 2026-03-03..", "2026-03-01", "2199-01-01", "2026-03-01 8:00, 2026-03-02 8:00" },
    { "daily 2026-03-01; times 8:00; pauses 2026-03-04..2026-03-05 2026-03-02..2026-03-03", "2026-03-01", "2026-03-07", "2026-03-01 8:00, 2026-03-06 8:00" },
    { "daily 2026-03-01; times 8:00; pauses 2026-03-02..2026-03-06 2026-03-03..2026-03-04", "2026-03-01", "2026-03-08", "2026-03-01 8:00, 2026-03-07 8:00" },
    { "daily 2026-03-01; times 8:00; pauses 2026-03-02..2026-03-02 2026-03-04..2026-03-04", "2026-03-01", "2026-03-06",
      "2026-03-01 8:00, 2026-03-03 8:00, 2026-03-05 8:00" },
    /* An end before the beginning is no pause. */
    { "daily 2026-03-01; times 8:00; pauses 2026-03-02..2026-03-01", "2026-03-01", "2026-03-04", "2026-03-01 8:00, 2026-03-02 8:00, 2026-03-03 8:00" },
    /* The count of days goes on through a pause. */
    { "every-n-days 2026-03-01; every 3; times 8:00; pauses 2026-03-03..2026-03-05", "2026-03-01", "2026-03-09", "2026-03-01 8:00, 2026-03-07 8:00" },
    { "cycle 2026-03-01; days_on 2; days_off 2; times 8:00; pauses 2026-03-02..2026-03-05", "2026-03-01", "2026-03-11",
      "2026-03-01 8:00, 2026-03-06 8:00, 2026-03-09 8:00, 2026-03-10 8:00" },
    { "day-of-month 2026-01-01; month_day 31; times 8:00; pauses 2026-02-01..2026-04-30", "2026-01-01", "2026-06-01", "2026-01-31 8:00, 2026-05-31 8:00" },
    /* A pause holds for its own version alone. */
    { "daily 2026-03-01; times 8:00; pauses 2026-03-01.. + daily 2026-03-02; times 9:00", "2026-03-01", "2026-03-04", "2026-03-02 9:00, 2026-03-03 9:00" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_started_and_stopped (void)
{
  static const Row rows[] = {
    { "daily 2026-03-01; times 8:00", "2026-03-01", "2026-03-09", "2026-03-03 8:00, 2026-03-04 8:00", "2026-03-03", "2026-03-05" },
    { "daily 2026-03-01; times 0:00 23:59", "2026-03-01", "2026-03-09", "2026-03-03 0:00, 2026-03-03 23:59", "2026-03-03", "2026-03-04" },
    { "daily 2026-03-01; times 8:00", "2026-03-01", "2026-03-09", "", "2026-03-03", "2026-03-03" },
    { "daily 2026-03-03; times 8:00", "2026-03-01", "2026-03-05", "2026-03-03 8:00, 2026-03-04 8:00", "2026-03-01", NULL },
    { "daily 2026-03-01; valid_until 2026-03-02; times 8:00", "2026-03-01", "2026-03-05", "2026-03-01 8:00, 2026-03-02 8:00", NULL, "2026-03-09" },
    /* The first day of the medicine does not move what days are counted from. */
    { "every-n-days 2026-03-01; every 3; times 8:00", "2026-03-01", "2026-03-08", "2026-03-04 8:00, 2026-03-07 8:00", "2026-03-02", NULL },
    { "every-n-hours 2026-03-01; every 2; window_from 1380; window_until 60", "2026-03-02", "2026-03-06", "2026-03-03 1:00, 2026-03-03 23:00",
      "2026-03-03", "2026-03-04" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/patterns", test_patterns);
  g_test_add_func ("/schedule/windows-across-midnight", test_windows_across_midnight);
  g_test_add_func ("/schedule/versions", test_versions);
  g_test_add_func ("/schedule/pauses", test_pauses);
  g_test_add_func ("/schedule/started-and-stopped", test_started_and_stopped);
  return g_test_run ();
}
