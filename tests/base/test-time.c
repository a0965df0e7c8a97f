/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, instants and nights: against GDateTime, against a list of what must be refused, and clock times against every
 * minute of the days on which clocks change. */
#include "lib/soleus-test.h"

#include <string.h>

static void
test_dates (void)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (1900, 1, 1, 12, 0, 0);

  for (SoleusDate date = SOLEUS_DATE_MIN; date <= SOLEUS_DATE_MAX; date++)
    {
      g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);
      int year, month, dom;
      SoleusDate parsed;
      char text[SOLEUS_ISO_SIZE];

      g_date_time_get_ymd (day, &year, &month, &dom);
      g_assert_cmpint (soleus_date_from_ymd (year, month, dom), ==, date);
      g_assert_cmpint (soleus_date_get_weekday (date), ==, g_date_time_get_day_of_week (day));
      g_assert_cmpint (soleus_date_write_iso (date, text), ==, 10);
      g_assert_true (soleus_date_parse (text, &parsed));
      g_assert_cmpint (parsed, ==, date);
      soleus_date_to_ymd (date, &year, &month, &dom);
      g_assert_cmpint (year, ==, g_date_time_get_year (day));
      g_assert_cmpint (month, ==, g_date_time_get_month (day));
      g_assert_cmpint (dom, ==, g_date_time_get_day_of_month (day));
      g_date_time_unref (day);
      day = g_steal_pointer (&next);
    }
  g_assert_cmpint (g_date_time_get_year (day), ==, 2200);
}

static void
test_days_of_months (void)
{
  for (int year = 1900; year <= 2199; year++)
    for (int month = 1; month <= 12; month++)
      {
        int days = soleus_date_days_in_month (year, month);

        g_assert_cmpint (days, ==, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
        g_assert_cmpint (soleus_date_from_ymd (year, month, days), !=, SOLEUS_DATE_NONE);
        g_assert_cmpint (soleus_date_from_ymd (year, month, days + 1), ==, SOLEUS_DATE_NONE);
        g_assert_cmpint (soleus_date_from_ymd (year, month, 0), ==, SOLEUS_DATE_NONE);
      }
  g_assert_cmpint (soleus_date_from_ymd (1899, 12, 31), ==, SOLEUS_DATE_NONE);
  g_assert_cmpint (soleus_date_from_ymd (2200, 1, 1), ==, SOLEUS_DATE_NONE);
  g_assert_cmpint (soleus_date_from_ymd (2026, 0, 1), ==, SOLEUS_DATE_NONE);
  g_assert_cmpint (soleus_date_from_ymd (2026, 13, 1), ==, SOLEUS_DATE_NONE);
}

static void
test_dates_refused (void)
{
  static const char *const texts[] = {
    "", "2026", "2026-03", "2026-3-3", "2026-03-3", "26-03-03", "2026/03/03", "20260303", "2026-02-29", "2026-00-01", "2026-13-01", "2026-01-00",
    "2026-01-32", "2026-04-31", "1900-02-29", "2100-02-29", "1899-12-31", "2200-01-01", "+2026-03-03", "-2026-03-03", " 2026-03-03",
    "2026-03-03 ", "2026-03-03\n", "2026-03-03T", "2026-03-0x", "2026-03--3", "９０２６-03-03", "2026-03-03T00:00:00Z"
  };
  SoleusDate date = 7;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (soleus_date_parse (texts[i], &date))
      g_error ("taken as a date: %s", texts[i]);
  g_assert_true (soleus_date_parse ("2024-02-29", &date));
  g_assert_true (soleus_date_parse ("2000-02-29", &date));
}

static void
test_times_refused (void)
{
  static const char *const texts[] = {
    "", "2026-03-03", "2026-03-03T", "2026-03-03T02:40", "2026-03-03T02:40:00", "2026-03-03 02:40:00Z", "2026-03-03t02:40:00Z",
    "2026-03-03T02:40:00z", "2026-03-03T2:40:00Z", "2026-03-03T24:00:00Z", "2026-03-03T23:60:00Z", "2026-03-03T23:59:60Z",
    "2026-03-03T02:40:00+1:00", "2026-03-03T02:40:00+0100", "2026-03-03T02:40:00+01", "2026-03-03T02:40:00+01:60",
    "2026-03-03T02:40:00+14:01", "2026-03-03T02:40:00-14:01", "2026-03-03T02:40:00+99:00", "2026-03-03T02:40:00Z ", " 2026-03-03T02:40:00Z",
    "2026-03-03T02:40:00.5Z", "2026-03-03T02:40:00,5Z", "2026-03-03T02:40:00ZZ", "2026-03-03T02:40:00+01:00Z", "2026-03-03T02:40:0Z",
    "2026-03-03T02:4000Z", "2026-02-29T02:40:00Z", "1970-12-31T23:59:59Z", "1971-01-01T00:00:00+00:01", "2199-12-30T22:00:00Z",
    "2200-01-01T00:00:00+14:00", "2026-03-03T02:40::00Z", "2026-03-03T02:40:Z", "2026-03-03T-2:40:00Z", "2026-03-03T02:40:00\xe2\x88\x92" "01:00"
  };
  SoleusTime time = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (soleus_time_parse (texts[i], &time))
      g_error ("taken as a time: %s", texts[i]);
  g_assert_cmpint (time.utc, ==, 0);
}

static void
test_times_taken (void)
{
  static const struct
  {
    const char *text;
    gint64 utc;
    int offset;
    const char *written;
  } rows[] = {
    { "2026-03-03T02:40:00+01:00", 1772502000, 60, "2026-03-03T02:40:00+01:00" },
    { "2026-03-03T02:40+01:00", 1772502000, 60, "2026-03-03T02:40:00+01:00" },
    { "2026-03-03T01:40:00Z", 1772502000, 0, "2026-03-03T01:40:00+00:00" },
    { "2026-03-03T01:40:00-00:00", 1772502000, 0, "2026-03-03T01:40:00+00:00" },
    { "2026-03-02T22:10:00-03:30", 1772502000, -210, "2026-03-02T22:10:00-03:30" },
    { "1971-01-01T00:00:00Z", SOLEUS_TIME_MIN, 0, "1971-01-01T00:00:00+00:00" },
    { "1970-12-31T10:00:00-14:00", SOLEUS_TIME_MIN, -840, "1970-12-31T10:00:00-14:00" },
    { "2199-12-31T11:59:59+14:00", SOLEUS_TIME_MAX, 840, "2199-12-31T11:59:59+14:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoleusTime time = soleus_test_time (rows[i].text);
      g_autofree char *written = soleus_time_to_iso (time);

      g_assert_cmpint (time.utc, ==, rows[i].utc);
      g_assert_cmpint (time.offset, ==, rows[i].offset);
      g_assert_cmpstr (written, ==, rows[i].written);
    }
}

/* Whatever may be kept can be written, and what was written is read as the same. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260303);

  for (int i = 0; i < 200000; i++)
    {
      SoleusTime time = { SOLEUS_TIME_MIN + (gint64) (g_rand_double (rand) * (double) (SOLEUS_TIME_MAX - SOLEUS_TIME_MIN)),
                          g_rand_int_range (rand, -SOLEUS_OFFSET_LIMIT, SOLEUS_OFFSET_LIMIT + 1) };
      SoleusTime back = { 0, 0 };
      char text[SOLEUS_ISO_SIZE];
      int year, month, day;

      if (i % 10 == 0)
        time.utc = i % 20 == 0 ? SOLEUS_TIME_MIN + i / 20 % 100 : SOLEUS_TIME_MAX - i / 20 % 100;
      g_assert_cmpuint (soleus_time_write_iso (time, text), ==, 25);
      if (!soleus_time_parse (text, &back))
        g_error ("written, but not read: %s", text);
      g_assert_cmpint (back.utc, ==, time.utc);
      g_assert_cmpint (back.offset, ==, time.offset);

      soleus_date_to_ymd (soleus_time_get_date (time), &year, &month, &day);
      g_assert_cmpint (soleus_time_get_minute (time), ==, ((text[11] - '0') * 10 + text[12] - '0') * 60 + (text[14] - '0') * 10 + text[15] - '0');
      g_assert_cmpint (soleus_date_from_ymd (year, month, day), ==, soleus_time_get_date (time));
      g_assert_cmpint (soleus_time_get_night (time), ==, soleus_time_get_date (time) + (soleus_time_get_minute (time) >= 720));
      g_assert_cmpint (soleus_time_get_night (time), <=, SOLEUS_DATE_MAX);
    }
}

static void
test_nights (void)
{
  static const struct
  {
    const char *time;
    const char *night;
  } rows[] = {
    { "2026-03-03T11:59:59+01:00", "2026-03-03" },
    { "2026-03-03T12:00:00+01:00", "2026-03-04" },
    { "2026-03-02T12:00:00+01:00", "2026-03-03" },
    { "2026-03-02T11:59:59+01:00", "2026-03-02" },
    { "2026-03-02T23:50:00+01:00", "2026-03-03" },
    { "2026-03-02T23:59:59+01:00", "2026-03-03" },
    { "2026-03-03T00:00:00+01:00", "2026-03-03" },
    { "2026-03-03T02:40:00+01:00", "2026-03-03" },
    /* The clock of the place decides, not UTC. */
    { "2026-03-03T11:59:59+14:00", "2026-03-03" },
    { "2026-03-03T12:00:00+14:00", "2026-03-04" },
    { "2026-03-03T11:59:59-12:00", "2026-03-03" },
    { "2026-03-03T12:00:00-12:00", "2026-03-04" },
    { "2026-03-03T11:59:59-03:30", "2026-03-03" },
    { "2026-03-03T12:00:00+05:45", "2026-03-04" },
    /* The day, the month and the year turn. */
    { "2024-02-28T12:00:00+00:00", "2024-02-29" },
    { "2024-02-29T12:00:00+00:00", "2024-03-01" },
    { "2025-12-31T12:00:00+00:00", "2026-01-01" },
    /* Nights on which the clock changes bear the date of their morning too. */
    { "2026-03-29T01:59:59+01:00", "2026-03-29" },
    { "2026-03-29T03:00:00+02:00", "2026-03-29" },
    { "2026-03-29T11:59:59+02:00", "2026-03-29" },
    { "2026-03-29T12:00:00+02:00", "2026-03-30" },
    { "2026-10-25T02:30:00+02:00", "2026-10-25" },
    { "2026-10-25T02:30:00+01:00", "2026-10-25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (soleus_time_get_night (soleus_test_time (rows[i].time)), ==, soleus_test_date (rows[i].night));
}

static GTimeZone *
find_zone (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  if (zone != NULL)
    return zone;
  if (g_getenv ("CI") != NULL)
    g_error ("The zone %s is not known: tzdata is missing", name);
  g_test_skip ("tzdata is missing");
  return NULL;
}

/* What GDateTime shows for each minute of three days, and so which instants each minute of the middle day is. */
static void
scan_day (GTimeZone *zone,
          SoleusDate day)
{
  gint64 from = ((gint64) day - 2) * 86400, until = ((gint64) day + 3) * 86400;
  g_autoptr (GArray) utcs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) locals = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 utc = from; utc < until; utc += 60)
    {
      g_autoptr (GDateTime) there = g_date_time_new_from_unix_utc (utc);
      g_autoptr (GDateTime) here = g_date_time_to_timezone (there, zone);
      gint64 offset = g_date_time_get_utc_offset (here) / G_USEC_PER_SEC;
      gint64 local = utc + offset;
      SoleusTime ours = soleus_time_at_offset (utc, zone);

      g_assert_cmpint (ours.offset, ==, offset / 60);
      g_array_append_val (utcs, utc);
      g_array_append_val (locals, local);
    }

  for (int minute = 0; minute < 1440; minute++)
    {
      gint64 wanted = (gint64) day * 86400 + minute * 60, first = 0, last = 0, next = G_MAXINT64;
      SoleusTime early = { 0, 0 }, late = { 0, 0 };
      SoleusLocalFit fit = soleus_time_from_local (day, minute, zone, FALSE, &early);
      int n = 0;

      g_assert_cmpint (soleus_time_from_local (day, minute, zone, TRUE, &late), ==, fit);
      for (guint i = 0; i < locals->len; i++)
        {
          gint64 local = g_array_index (locals, gint64, i), utc = g_array_index (utcs, gint64, i);

          if (local == wanted)
            {
              first = n == 0 ? utc : first;
              last = utc;
              n++;
            }
          else if (local > wanted && next == G_MAXINT64)
            next = utc;
        }
      g_assert_cmpint (n, <=, 2);
      g_assert_cmpint (fit, ==, n == 0 ? SOLEUS_LOCAL_SKIPPED : n == 1 ? SOLEUS_LOCAL_ONCE : SOLEUS_LOCAL_TWICE);
      g_assert_cmpint (early.utc, ==, n == 0 ? next : first);
      g_assert_cmpint (late.utc, ==, n == 0 ? next : last);
      g_assert_cmpint (early.offset, ==, soleus_time_at_offset (early.utc, zone).offset);
      g_assert_cmpint (late.offset, ==, soleus_time_at_offset (late.utc, zone).offset);
    }
}

static void
test_zone (gconstpointer data)
{
  g_auto (GStrv) parts = g_strsplit (data, " ", -1);
  g_autoptr (GTimeZone) zone = find_zone (parts[0]);

  for (guint i = 1; zone != NULL && parts[i] != NULL; i++)
    for (int d = -1; d <= 1; d++)
      scan_day (zone, soleus_test_date (parts[i]) + d);
}

static void
test_berlin (void)
{
  g_autoptr (GTimeZone) zone = find_zone ("Europe/Berlin");
  SoleusTime time;

  if (zone == NULL)
    return;
  g_assert_cmpint (soleus_time_from_local (soleus_test_date ("2026-03-29"), 150, zone, FALSE, &time), ==, SOLEUS_LOCAL_SKIPPED);
  g_assert_cmpint (time.utc, ==, soleus_test_time ("2026-03-29T03:00:00+02:00").utc);
  g_assert_cmpint (time.offset, ==, 120);
  g_assert_cmpint (soleus_time_from_local (soleus_test_date ("2026-10-25"), 150, zone, FALSE, &time), ==, SOLEUS_LOCAL_TWICE);
  g_assert_cmpint (time.offset, ==, 120);
  g_assert_cmpint (soleus_time_from_local (soleus_test_date ("2026-10-25"), 150, zone, TRUE, &time), ==, SOLEUS_LOCAL_TWICE);
  g_assert_cmpint (time.offset, ==, 60);
}

static void
test_clock (void)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock ("2026-03-02T23:59:59-05:00");
  g_autoptr (SoleusClock) early = soleus_clock_new_fixed ((SoleusTime) { 0, 0 });
  g_autoptr (SoleusClock) late = soleus_clock_new_fixed ((SoleusTime) { G_MAXINT32 * 100LL, 0 });
  g_autoptr (SoleusClock) real = soleus_clock_new_system ();
  g_autofree char *text = soleus_time_to_iso (soleus_clock_get_now (clock));
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_true (soleus_clock_is_fixed (clock));
  g_assert_false (soleus_clock_is_fixed (real));
  g_assert_cmpstr (text, ==, "2026-03-02T23:59:59-05:00");
  g_assert_cmpint (soleus_clock_get_today (clock), ==, soleus_test_date ("2026-03-02"));
  g_assert_cmpint (soleus_clock_get_night (clock), ==, soleus_test_date ("2026-03-03"));
  soleus_clock_advance (clock, 1);
  g_assert_cmpint (soleus_clock_get_today (clock), ==, soleus_test_date ("2026-03-03"));
  soleus_clock_advance (clock, 12 * 3600);
  g_assert_cmpint (soleus_clock_get_night (clock), ==, soleus_test_date ("2026-03-04"));
  soleus_clock_advance (clock, -1);
  g_assert_cmpint (soleus_clock_get_night (clock), ==, soleus_test_date ("2026-03-03"));

  /* A computer whose clock is far off still writes a diary that can be read. */
  g_assert_cmpint (soleus_clock_get_now (early).utc, ==, SOLEUS_TIME_MIN);
  g_assert_cmpint (soleus_clock_get_now (late).utc, ==, SOLEUS_TIME_MAX);
  g_assert_cmpint (soleus_clock_get_now (real).utc, >=, before);
}

static void
test_clock_with_zone (void)
{
  g_autoptr (GTimeZone) zone = find_zone ("Europe/Berlin");
  g_autoptr (SoleusClock) clock = NULL;

  if (zone == NULL)
    return;
  clock = soleus_clock_new_fixed_zone (soleus_test_time ("2026-03-29T01:59:59+01:00").utc, zone);
  g_assert_cmpint (soleus_clock_get_now (clock).offset, ==, 60);
  soleus_clock_advance (clock, 1);
  g_assert_cmpint (soleus_clock_get_now (clock).offset, ==, 120);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const zones[] = {
    "Europe/Berlin 2026-03-29 2026-10-25",
    "Australia/Lord_Howe 2026-04-05 2026-10-04",
    "America/St_Johns 2026-03-08 2026-11-01 2010-03-14 2010-11-07",
    "Africa/Casablanca 2026-02-15 2026-03-22",
    "Pacific/Apia 2011-12-30 2012-04-01 2020-09-27 2021-04-04",
    "America/New_York 2026-03-08 2026-11-01",
    "Asia/Kathmandu 2026-03-03",
    "Etc/UTC 2026-03-03",
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/dates", test_dates);
  g_test_add_func ("/time/days-of-months", test_days_of_months);
  g_test_add_func ("/time/dates-refused", test_dates_refused);
  g_test_add_func ("/time/times-refused", test_times_refused);
  g_test_add_func ("/time/times-taken", test_times_taken);
  g_test_add_func ("/time/round-trip", test_round_trip);
  g_test_add_func ("/time/nights", test_nights);
  g_test_add_func ("/time/berlin", test_berlin);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *name = g_strndup (zones[i], strcspn (zones[i], " "));
      g_autofree char *path = g_strconcat ("/time/zone/", name, NULL);

      g_test_add_data_func (path, zones[i], test_zone);
    }
  g_test_add_func ("/time/clock", test_clock);
  g_test_add_func ("/time/clock-with-zone", test_clock_with_zone);
  return g_test_run ();
}
