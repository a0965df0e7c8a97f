/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Due times on the days on which clocks change, on a journey, and at the far ends of the calendar. */
#include "reminders/soleus-test-schedule.h"

#include "lib/soleus-test.h"

typedef struct
{
  const char *zone;
  const char *versions;
  const char *from;
  const char *until;
  const char *due;
} Row;

static void
check_rows (const Row *rows,
            gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GTimeZone) zone = soleus_test_zone_new (rows[i].zone);
      g_autoptr (SoleusSchedule) schedule = NULL;
      g_autofree char *due = NULL, *next = NULL;

      if (zone == NULL)
        continue;
      schedule = soleus_test_schedule_new (rows[i].versions, NULL, NULL, NULL, rows[i].zone);
      due = soleus_test_list (schedule, rows[i].from, rows[i].until);
      if (!g_str_equal (due, rows[i].due))
        g_error ("%s in %s\n  from %s until %s\n  expected: %s\n  found:    %s", rows[i].versions, rows[i].zone, rows[i].from, rows[i].until, rows[i].due, due);
      next = soleus_test_next (schedule, rows[i].from);
      if (*rows[i].due != '\0' && !g_str_has_prefix (rows[i].due, next))
        g_error ("%s in %s\n  next from %s\n  expected the first of: %s\n  found: %s", rows[i].versions, rows[i].zone, rows[i].from, rows[i].due, next);
    }
}

static void
test_clocks_forward (void)
{
  static const Row rows[] = {
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00 20:00", "2026-03-28T12:00+01:00", "2026-03-30T12:00+02:00",
      "2026-03-28 20:00, 2026-03-29 2:30 skipped, at 2026-03-29T03:00:00+02:00, 2026-03-29 3:00, 2026-03-29 20:00, 2026-03-30 2:30, 2026-03-30 3:00" },
    /* Both fall on one instant; a search from there on finds the first of them, one second later neither. */
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00", "2026-03-29T03:00:00+02:00", "2026-03-29T03:00:01+02:00",
      "2026-03-29 2:30 skipped, at 2026-03-29T03:00:00+02:00, 2026-03-29 3:00" },
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00", "2026-03-29T03:00:01+02:00", "2026-03-30T02:31+02:00", "2026-03-30 2:30" },
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00", "2026-03-29T00:00+01:00", "2026-03-29T03:00+02:00", "" },
    { "Europe/Berlin", "every-n-hours 2026-03-29; valid_until 2026-03-29; every 1; window_from 60; window_until 240",
      "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00",
      "2026-03-29 1:00, 2026-03-29 2:00 skipped, at 2026-03-29T03:00:00+02:00, 2026-03-29 3:00, 2026-03-29 4:00" },
    /* A version counts by what the clock shows: the minute that is skipped is its own. */
    { "Europe/Berlin", "daily 2026-03-29; valid_until 2026-03-29; until_minute 180; times 2:30 3:00", "2026-03-01T00:00Z", "2026-04-30T00:00Z",
      "2026-03-29 2:30 skipped, at 2026-03-29T03:00:00+02:00" },
    { "America/New_York", "daily 2026-01-01; times 2:30", "2026-03-07T12:00-05:00", "2026-03-09T12:00-04:00",
      "2026-03-08 2:30 skipped, at 2026-03-08T03:00:00-04:00, 2026-03-09 2:30" },
    { "America/St_Johns", "daily 2026-01-01; times 2:30", "2026-03-07T12:00-03:30", "2026-03-09T12:00-02:30",
      "2026-03-08 2:30 skipped, at 2026-03-08T03:00:00-02:30, 2026-03-09 2:30" },
    { "Australia/Lord_Howe", "daily 2026-01-01; times 2:15 2:30", "2026-10-03T12:00+10:30", "2026-10-05T12:00+11:00",
      "2026-10-04 2:15 skipped, at 2026-10-04T02:30:00+11:00, 2026-10-04 2:30, 2026-10-05 2:15, 2026-10-05 2:30" },
    { "Africa/Casablanca", "daily 2026-01-01; times 2:30", "2026-03-21T12:00Z", "2026-03-23T12:00Z",
      "2026-03-22 2:30 skipped, at 2026-03-22T03:00:00+01:00, 2026-03-23 2:30" },
    /* A whole day that the calendar of Samoa left out. */
    { "Pacific/Apia", "daily 2011-01-01; times 8:00 20:00", "2011-12-29T12:00-10:00", "2011-12-31T12:00+14:00",
      "2011-12-29 20:00, 2011-12-30 8:00 skipped, at 2011-12-31T00:00:00+14:00, 2011-12-30 20:00 skipped, at 2011-12-31T00:00:00+14:00, 2011-12-31 8:00" },
    { "Asia/Kolkata", "daily 2026-01-01; times 2:30", "2026-03-28T12:00Z", "2026-03-29T12:00Z", "2026-03-29 2:30" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_clocks_back (void)
{
  static const Row rows[] = {
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00", "2026-10-24T12:00+02:00", "2026-10-26T12:00+01:00",
      "2026-10-25 2:30 first or second at 2026-10-25T02:30:00+02:00, 2026-10-25 3:00, 2026-10-26 2:30, 2026-10-26 3:00" },
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00", "2026-10-25T02:30:00+02:00", "2026-10-25T03:00+01:00",
      "2026-10-25 2:30 first or second at 2026-10-25T02:30:00+02:00" },
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00", "2026-10-25T02:30:01+02:00", "2026-10-25T03:00:01+01:00", "2026-10-25 3:00" },
    /* At the second time that the clock shows it, it is not due again. */
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00", "2026-10-25T02:10:00+01:00", "2026-10-25T02:59:00+01:00", "" },
    { "Europe/Berlin", "daily 2026-01-01; times 2:30 3:00", "2026-10-25T02:10:00+01:00", "2026-10-25T04:00:00+01:00", "2026-10-25 3:00" },
    { "America/New_York", "daily 2026-01-01; times 1:30 2:30", "2026-10-31T12:00-04:00", "2026-11-02T00:00-05:00",
      "2026-11-01 1:30 first or second at 2026-11-01T01:30:00-04:00, 2026-11-01 2:30" },
    { "America/St_Johns", "daily 2026-01-01; times 1:30 2:30", "2026-10-31T12:00-02:30", "2026-11-02T00:00-03:30",
      "2026-11-01 1:30 first or second at 2026-11-01T01:30:00-02:30, 2026-11-01 2:30" },
    /* Newfoundland once set its clocks back a minute after midnight, so that the end of the day before came twice. */
    { "America/St_Johns", "daily 2010-01-01; times 0:00 23:30", "2010-11-06T12:00-02:30", "2010-11-07T12:00-03:30",
      "2010-11-06 23:30 first or second at 2010-11-06T23:30:00-02:30, 2010-11-07 0:00 first or second at 2010-11-07T00:00:00-02:30" },
    { "Australia/Lord_Howe", "daily 2026-01-01; times 1:45 2:30", "2026-04-04T12:00+11:00", "2026-04-06T00:00+10:30",
      "2026-04-05 1:45 first or second at 2026-04-05T01:45:00+11:00, 2026-04-05 2:30" },
    { "Africa/Casablanca", "daily 2026-01-01; times 2:30", "2026-02-14T12:00Z", "2026-02-16T12:00Z",
      "2026-02-15 2:30 first or second at 2026-02-15T02:30:00+01:00, 2026-02-16 2:30" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* On a journey the same doses are due, at the same clock times. */
static void
test_travel (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia" };
  static const char versions[] = "daily 2026-06-01; times 8:00=1000 20:00=500; pauses 2026-06-10..2026-06-12";
  gint64 first[G_N_ELEMENTS (zones)] = { 0 };
  g_autoptr (GArray) home = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = soleus_test_zone_new (zones[i]);
      g_autoptr (SoleusSchedule) schedule = NULL;
      g_autoptr (GArray) list = NULL;

      if (zone == NULL)
        return;
      schedule = soleus_test_schedule_new (versions, NULL, NULL, "2026-07-01", zones[i]);
      list = soleus_schedule_list (schedule, SOLEUS_TIME_MIN, SOLEUS_TIME_MAX);
      g_assert_cmpuint (list->len, ==, 2 * 27);
      first[i] = g_array_index (list, SoleusDue, 0).time.utc;
      for (guint j = 0; home != NULL && j < list->len; j++)
        {
          const SoleusDue *here = &g_array_index (list, SoleusDue, j), *there = &g_array_index (home, SoleusDue, j);

          g_assert_cmpint (here->date, ==, there->date);
          g_assert_cmpint (here->minute, ==, there->minute);
          g_assert_cmpint (here->amount, ==, there->amount);
          g_assert_cmpint (here->time.utc - there->time.utc, ==, (gint64) (there->time.offset - here->time.offset) * 60);
          g_assert_cmpint (here->time.utc, !=, there->time.utc);
        }
      if (home == NULL)
        home = g_steal_pointer (&list);
    }
  /* In June: Berlin +2, New York -4, India +5:30, Samoa +13. */
  g_assert_cmpint (first[0], ==, soleus_test_time ("2026-06-01T06:00Z").utc);
  g_assert_cmpint (first[1], ==, soleus_test_time ("2026-06-01T12:00Z").utc);
  g_assert_cmpint (first[2], ==, soleus_test_time ("2026-06-01T02:30Z").utc);
  g_assert_cmpint (first[3], ==, soleus_test_time ("2026-05-31T19:00Z").utc);
}

typedef struct
{
  const char *versions;
  const char *from;
  const char *next;
  const char *stopped;
} Next;

/* However far away it is, it is found. */
static void
test_far_away (void)
{
  static const Next rows[] = {
    { "daily 2026-03-01; times 8:00; pauses 2026-03-05..2026-06-04", "2026-03-04T08:00:00Z", "2026-03-04 8:00", NULL },
    { "daily 2026-03-01; times 8:00; pauses 2026-03-05..2026-06-04", "2026-03-04T08:00:01Z", "2026-06-05 8:00", NULL },
    { "daily 2027-02-01; times 8:00", "2026-03-04T08:00Z", "2027-02-01 8:00", NULL },
    { "daily 2150-02-01; times 8:00", "1971-01-01T00:00Z", "2150-02-01 8:00", NULL },
    { "every-n-days 2026-03-01; every 1000; times 8:00", "2026-03-01T08:01Z", "2028-11-25 8:00", NULL },
    { "every-n-days 1971-01-01; every 1000; times 8:00", "2197-01-01T00:00Z", "2198-03-31 8:00", NULL },
    { "cycle 2026-03-01; days_on 1; days_off 1000; times 8:00", "2026-03-01T08:01Z", "2028-11-26 8:00", NULL },
    { "cycle 2026-03-01; days_on 1; days_off 1; times 8:00; pauses 2026-03-02..2199-12-28", "2026-03-01T08:01Z", "2199-12-29 8:00", NULL },
    { "day-of-month 2097-01-01; month_day 29; times 8:00; short_month skip; pauses 2097-03-01..2104-02-01", "2097-02-01T08:01Z", "2104-02-29 8:00", NULL },
    { "daily 2026-03-01; times 8:00; pauses 2026-03-05..", "2026-03-04T08:00:01Z", "never", NULL },
    { "daily 2026-03-01; times 8:00", "2026-03-09T07:00Z", "2026-03-09 8:00", "2026-03-10" },
    { "daily 2026-03-01; times 8:00", "2026-03-09T08:01Z", "never", "2026-03-10" },
    { "daily 2026-03-01; times 8:00", "2026-03-09T08:01Z", "never", "2020-01-01" },
    { "daily 2026-03-01; valid_until 2026-03-09; times 8:00", "2026-03-09T08:00:01Z", "never", NULL },
    { "as-needed 2026-03-01", "2026-03-09T08:00Z", "never", NULL },
    { "after-last-dose 2026-03-01; every 6", "2026-01-01T08:00Z", "never", NULL },
    /* The end of the calendar. */
    { "daily 2026-03-01; times 8:00 23:59", "2199-12-30T21:59:59Z", "2199-12-30 23:59", NULL },
    { "weekdays 2026-03-01; weekdays 2; times 8:00", "2199-12-24T09:00Z", "2199-12-31 8:00", NULL },
    { "weekdays 2026-03-01; weekdays 1; times 8:00", "2199-12-30T09:00Z", "never", NULL },
    { "day-of-month 2026-03-01; month_day 31; times 8:00", "2199-12-01T00:00Z", "2199-12-31 8:00", NULL },
    { "day-of-month 2026-03-01; month_day 29; times 8:00", "2199-12-29T08:01Z", "never", NULL },
    { "every-n-days 2026-03-01; every 1000; times 8:00", "2199-12-30T00:00Z", "never", NULL },
    { "every-n-hours 2199-12-31; every 2; window_from 1380; window_until 600", "2199-12-30T00:00Z", "2199-12-31 23:00", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusSchedule) schedule = soleus_test_schedule_new (rows[i].versions, NULL, NULL, rows[i].stopped, NULL);
      g_autofree char *next = soleus_test_next (schedule, rows[i].from);

      if (!g_str_equal (next, rows[i].next))
        g_error ("%s\n  from %s\n  expected: %s\n  found:    %s", rows[i].versions, rows[i].from, rows[i].next, next);
    }
}

/* Nothing comes after the last day of the calendar, and no number is too large to ask for. */
static void
test_ends (void)
{
  g_autoptr (SoleusSchedule) schedule = soleus_test_schedule_new ("daily 1900-01-01; times 0:00 23:59", NULL, NULL, NULL, NULL);
  g_autoptr (SoleusSchedule) late = soleus_test_schedule_new ("every-n-hours 2199-12-31; every 2; window_from 1380; window_until 600", NULL, NULL, NULL, NULL);
  g_autoptr (GArray) all = soleus_schedule_list (schedule, G_MININT64, G_MAXINT64);
  g_autoptr (GArray) none = soleus_schedule_list (schedule, G_MAXINT64, G_MININT64);
  g_autoptr (GArray) last = soleus_schedule_list (late, G_MININT64, G_MAXINT64);
  SoleusDue due = { 0 };

  g_assert_cmpuint (all->len, ==, 2 * (SOLEUS_DATE_MAX - SOLEUS_DATE_MIN + 1));
  g_assert_cmpint (g_array_index (all, SoleusDue, 0).date, ==, SOLEUS_DATE_MIN);
  g_assert_cmpint (g_array_index (all, SoleusDue, all->len - 1).date, ==, SOLEUS_DATE_MAX);
  g_assert_cmpint (g_array_index (all, SoleusDue, all->len - 1).minute, ==, 1439);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_true (soleus_schedule_find_next (schedule, G_MININT64, &due));
  g_assert_cmpint (due.date, ==, SOLEUS_DATE_MIN);
  g_assert_cmpint (due.minute, ==, 0);
  g_assert_false (soleus_schedule_find_next (schedule, G_MAXINT64, &due));
}

/* A damaged diary may hold anything; what makes no sense is left out or held within its limits. */
static void
test_damaged (void)
{
  static const char *const fields[] = { "every", "weekdays", "month_day", "window_from", "window_until", "days_on", "days_off", "gap_min", "most_a_day",
                                        "from_minute", "until_minute" };
  static const char *const patterns[] = { "daily", "weekdays", "every-n-days", "day-of-month", "every-n-hours", "after-last-dose", "cycle", "as-needed" };
  static const gint64 numbers[] = { G_MININT64, -1, 0, 100000, G_MAXINT64 };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) doses = soleus_test_doses_new ("taken 2026-03-03T08:00:00Z");

  for (guint i = 0; i < G_N_ELEMENTS (patterns) * G_N_ELEMENTS (fields) * G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s 2026-03-01; valid_until 2026-04-01; times 8:00 9:00", patterns[i % G_N_ELEMENTS (patterns)]);
      g_autoptr (GPtrArray) versions = soleus_test_versions_new (text);
      SoleusRow *row = soleus_record_get_values (g_ptr_array_index (versions, 0));
      g_autoptr (SoleusSchedule) schedule = NULL;
      g_autoptr (GArray) list = NULL;
      SoleusAsNeeded state;
      gint64 number = numbers[i / G_N_ELEMENTS (patterns) / G_N_ELEMENTS (fields)];

      soleus_row_set_number (row, fields[i / G_N_ELEMENTS (patterns) % G_N_ELEMENTS (fields)], number);
      soleus_row_set_number (soleus_row_get_row (row, "times", 1), "minute", number);
      soleus_row_set_number (soleus_row_get_row (row, "times", 0), "amount", number);
      schedule = soleus_schedule_new (versions, doses, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, utc);
      list = soleus_schedule_list (schedule, SOLEUS_TIME_MIN, SOLEUS_TIME_MAX);
      g_assert_cmpuint (list->len, <=, 2 * 32 * 24);
      for (guint j = 0; j < list->len; j++)
        {
          const SoleusDue *due = &g_array_index (list, SoleusDue, j);

          g_assert_cmpint (due->minute, >=, 0);
          g_assert_cmpint (due->minute, <, 1440);
          g_assert_cmpint (due->amount, >=, -1);
          g_assert_cmpint (due->date, >=, soleus_test_date ("2026-03-01"));
          g_assert_cmpint (due->date, <=, soleus_test_date ("2026-04-01"));
        }
      soleus_schedule_find_as_needed (schedule, soleus_test_time ("2026-03-10T08:00Z"), &state);
    }
}

static void
test_records_that_say_nothing (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) versions = soleus_test_versions_new ("daily 2026-03-01; times 8:00 + daily 2026-03-01; times 9:00 + daily 2026-03-01; times 10:00");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SoleusSchedule) empty = soleus_schedule_new (none, NULL, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, utc);
  g_autoptr (SoleusSchedule) schedule = NULL;
  g_autofree char *due = NULL;
  SoleusDue next;

  g_assert_false (soleus_schedule_find_next (empty, 0, &next));
  g_assert_false (soleus_schedule_follows_doses (empty, soleus_test_time (SOLEUS_TEST_NOW)));

  soleus_row_clear (soleus_record_get_values (g_ptr_array_index (versions, 0)), "pattern");
  soleus_row_clear (soleus_record_get_values (g_ptr_array_index (versions, 1)), "valid_from");
  schedule = soleus_schedule_new (versions, NULL, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, utc);
  due = soleus_test_list (schedule, "2026-03-01T00:00Z", "2026-03-02T00:00Z");
  g_assert_cmpstr (due, ==, "2026-03-01 10:00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-zones/clocks-forward", test_clocks_forward);
  g_test_add_func ("/schedule-zones/clocks-back", test_clocks_back);
  g_test_add_func ("/schedule-zones/travel", test_travel);
  g_test_add_func ("/schedule-zones/far-away", test_far_away);
  g_test_add_func ("/schedule-zones/ends", test_ends);
  g_test_add_func ("/schedule-zones/damaged", test_damaged);
  g_test_add_func ("/schedule-zones/records-that-say-nothing", test_records_that_say_nothing);
  return g_test_run ();
}
