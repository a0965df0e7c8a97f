/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed dates, times, minutes and numbers, and what the clock makes of them on the nights when it changes. */
#include "app/soleus-typed-number.h"
#include "app/soleus-typed-time.h"

#include <locale.h>

/* A Tuesday. */
#define TODAY soleus_date_from_ymd (2026, 3, 3)

#define DAY SOLEUS_DATE_ORDER_DAY_FIRST
#define MONTH SOLEUS_DATE_ORDER_MONTH_FIRST
#define YEAR SOLEUS_DATE_ORDER_YEAR_FIRST

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    SoleusDateOrder order;
    const char *iso; /* NULL: no date */
  } cases[] = {
    { "today", DAY, "2026-03-03" },
    { " Today ", MONTH, "2026-03-03" },
    { "YESTERDAY", DAY, "2026-03-02" },
    { "2026-03-03", DAY, "2026-03-03" },
    { "2026-3-3", MONTH, "2026-03-03" },
    { "2024/02/29", MONTH, "2024-02-29" },
    { "2026.03.01", DAY, "2026-03-01" },
    { "3/3", DAY, "2026-03-03" },
    { "1/3", DAY, "2026-03-01" },
    { "1/3", MONTH, "2026-01-03" },
    { "1/3", YEAR, "2026-01-03" },
    { "1.3.", DAY, "2026-03-01" },
    { "1.3.26", DAY, "2026-03-01" },
    { "1/3/26", MONTH, "2026-01-03" },
    { "26/1/3", YEAR, "2026-01-03" },
    { "1/3/2026", YEAR, "2026-03-01" },
    { "01-03-2026", DAY, "2026-03-01" },
    { "25/2", MONTH, "2026-02-25" },
    { "2/25", DAY, "2026-02-25" },
    { "13/2/2026", MONTH, "2026-02-13" },
    { "3 March", DAY, "2026-03-03" },
    { "March 3", DAY, "2026-03-03" },
    { "march 3rd", MONTH, "2026-03-03" },
    { "1st of February", MONTH, "2026-02-01" },
    { "Tue 3 March 2026", DAY, "2026-03-03" },
    { "Tuesday, March 3, 2026", MONTH, "2026-03-03" },
    { "Wednesday 3 March 2026", DAY, "2026-03-03" },
    { "2 sept", DAY, "2025-09-02" },
    { "2 Sept. 2025", DAY, "2025-09-02" },
    { "2 mar 25", DAY, "2025-03-02" },
    { "2025 Mar 2", DAY, "2025-03-02" },
    { "Tuesday", DAY, "2026-03-03" },
    { "monday", DAY, "2026-03-02" },
    { "wed", DAY, "2026-02-25" },
    { "28/12", DAY, "2025-12-28" },
    { "10/3", DAY, "2026-03-10" }, /* a week ahead is seen as such */
    { "11/3", DAY, "2025-03-11" },
    { "29/2", DAY, "2024-02-29" },
    { "٣/٣", DAY, "2026-03-03" },
    { "", DAY, NULL },
    { "soon", DAY, NULL },
    { "3", DAY, NULL },
    { "March", DAY, NULL },
    { "March 2026", DAY, NULL },
    { "3/3/3", DAY, NULL },
    { "3/3/3/3", DAY, NULL },
    { "30/2", DAY, NULL },
    { "29/2/2025", DAY, NULL },
    { "31 April", DAY, NULL },
    { "2026-13-01", DAY, NULL },
    { "2026-00-01", DAY, NULL },
    { "0/3", DAY, NULL },
    { "1/1/1970", DAY, NULL },
    { "1/1/2200", DAY, NULL },
    { "20260303", DAY, NULL },
    { "99999999999999999999", DAY, NULL },
    { "3 March April", DAY, NULL },
    { "Monday Tuesday", DAY, NULL },
    { "3+3", DAY, NULL },
    { "3 \xf0\x9f\x8c\x99 March", DAY, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusDate date = SOLEUS_DATE_NONE;
      gboolean read = soleus_typed_date_read (cases[i].text, TODAY, cases[i].order, &date);
      g_autofree char *iso = read ? soleus_date_to_iso (date) : NULL;

      if (g_strcmp0 (iso, cases[i].iso) != 0)
        g_test_message ("“%s” was read as %s", cases[i].text, iso != NULL ? iso : "nothing");
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

/* Around New Year the year is not the present one. */
static void
test_new_year (void)
{
  SoleusDate date;

  g_assert_true (soleus_typed_date_read ("30 December", soleus_date_from_ymd (2026, 1, 2), DAY, &date));
  g_assert_cmpint (date, ==, soleus_date_from_ymd (2025, 12, 30));
  g_assert_true (soleus_typed_date_read ("2 January", soleus_date_from_ymd (2025, 12, 30), DAY, &date));
  g_assert_cmpint (date, ==, soleus_date_from_ymd (2026, 1, 2));
}

static void
test_invalid_text (void)
{
  SoleusDate date;
  gint64 seconds;
  int minute;

  g_assert_false (soleus_typed_date_read ("\xff\xfe", TODAY, DAY, &date));
  g_assert_false (soleus_typed_time_read ("\xff\xfe", &minute));
  g_assert_false (soleus_typed_minutes_read ("\xff\xfe", &seconds));
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    int minute; /* -1: no time */
  } cases[] = {
    { "2:40", 160 },      { "02:40", 160 },   { "240", 160 },       { "0240", 160 },      { "2.40", 160 },     { "2,40", 160 },
    { "2 40", 160 },      { "2h40", 160 },    { "2:40 am", 160 },   { "2:40am", 160 },    { "2.40 pm", 880 },  { "2:40 p.m.", 880 },
    { "240 PM", 880 },    { "2:40p", 880 },   { "2", 120 },         { "2 pm", 840 },      { "14h", 840 },      { "14", 840 },
    { "1405", 845 },      { "0:00", 0 },      { "23:59", 1439 },    { "12 am", 0 },       { "12:30 am", 30 },  { "12 pm", 720 },
    { "12:30 pm", 750 },  { "12:30", 750 },   { "13:30 pm", 810 },  { " 2:40 ", 160 },    { "٢:٤٠", 160 },     { "", -1 },
    { "24:00", -1 },      { "2:60", -1 },     { "2:4", -1 },        { "2:", -1 },         { "2:400", -1 },     { ":40", -1 },
    { "25", -1 },         { "24000", -1 },    { "2:40 xm", -1 },    { "0:30 pm", -1 },    { "0 am", -1 },      { "13:00 am", -1 },
    { "two", -1 },        { "-2:40", -1 },    { "2:40:30", -1 },    { "260", -1 },        { "2:40 am pm", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minute = -1;

      if (!soleus_typed_time_read (cases[i].text, &minute))
        minute = -1;
      if (minute != cases[i].minute)
        g_test_message ("“%s” was read as %d", cases[i].text, minute);
      g_assert_cmpint (minute, ==, cases[i].minute);
    }
}

static void
test_minutes (void)
{
  static const struct
  {
    const char *text;
    gint64 seconds; /* -1: no number of minutes */
  } cases[] = {
    { "6", 360 }, { "0", 0 },       { "1.5", 90 },    { "1,5", 90 },    { "0.25", 15 }, { " 10 ", 600 },  { "10080", 604800 },
    { "", -1 },   { "10081", -1 },  { "-1", -1 },     { "6 min", -1 },  { ".5", -1 },   { "1.", -1 },     { "1.234", -1 },
    { "x", -1 },  { "123456", -1 }, { "1e3", -1 },    { "1.5.5", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 seconds = -1;

      if (!soleus_typed_minutes_read (cases[i].text, &seconds))
        seconds = -1;
      if (seconds != cases[i].seconds)
        g_test_message ("“%s” was read as %" G_GINT64_FORMAT, cases[i].text, seconds);
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_order_without_locale (void)
{
  setlocale (LC_ALL, "C");
  g_assert_cmpint (soleus_typed_date_order (), ==, SOLEUS_DATE_ORDER_DAY_FIRST);
}

/* What was typed is placed in the zone: once, over a gap, or in an hour that comes twice. */
static void
test_clock_changes (void)
{
  static const struct
  {
    const char *date;
    const char *time;
    gboolean second;
    SoleusLocalFit fit;
    const char *iso;
  } cases[] = {
    { "2026-03-03", "240", FALSE, SOLEUS_LOCAL_ONCE, "2026-03-03T02:40:00+01:00" },
    { "29/3/2026", "2:30", FALSE, SOLEUS_LOCAL_SKIPPED, "2026-03-29T03:00:00+02:00" },
    { "29/3/2026", "3:00", FALSE, SOLEUS_LOCAL_ONCE, "2026-03-29T03:00:00+02:00" },
    { "25 October 2026", "2:30", FALSE, SOLEUS_LOCAL_TWICE, "2026-10-25T02:30:00+02:00" },
    { "25 October 2026", "2.30 am", TRUE, SOLEUS_LOCAL_TWICE, "2026-10-25T02:30:00+01:00" },
    { "25 October 2026", "3", TRUE, SOLEUS_LOCAL_ONCE, "2026-10-25T03:00:00+01:00" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  if (zone == NULL)
    {
      g_test_skip ("no time zones are installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = NULL;
      SoleusDate date;
      SoleusTime time;
      int minute;

      g_assert_true (soleus_typed_date_read (cases[i].date, TODAY, DAY, &date));
      g_assert_true (soleus_typed_time_read (cases[i].time, &minute));
      g_assert_cmpint (soleus_time_from_local (date, minute, zone, cases[i].second, &time), ==, cases[i].fit);
      iso = soleus_time_to_iso (time);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

/* What is a thousand in one country and one in another is not read. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gint64 thousandths;
  } cases[] = {
    { "0", 0 }, { "260", 260000 }, { " 260 ", 260000 }, { "0.5", 500 }, { "0,5", 500 }, { "12.25", 12250 }, { "12,25", 12250 }, { "0.125", 125 }, { "0,125", 125 },
    { "100000", 100000000 }, { "99999.99", 99999990 }, { "1200.125", 1200125 }, { "1200,125", 1200125 },
    { "", -1 }, { "100001", -1 }, { "100000.01", -1 }, { "1,200", -1 }, { "1.200", -1 }, { "12.125", -1 }, { "1 200", -1 }, { "1,200.5", -1 }, { "1.2.3", -1 }, { "-1", -1 },
    { "+1", -1 }, { "1e3", -1 }, { "5.", -1 }, { "5,", -1 }, { ".5", -1 }, { "260 mg", -1 }, { "0.1234", -1 }, { "99999999999999999999", -1 }, { "٥", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = -1;
      gboolean is_read = soleus_typed_number_read (cases[i].text, 100000000, &value);

      if (is_read != (cases[i].thousandths >= 0) || value != cases[i].thousandths)
        g_error ("“%s” is read as %" G_GINT64_FORMAT, cases[i].text, value);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-time/dates", test_dates);
  g_test_add_func ("/typed-time/new-year", test_new_year);
  g_test_add_func ("/typed-time/invalid-text", test_invalid_text);
  g_test_add_func ("/typed-time/times", test_times);
  g_test_add_func ("/typed-time/minutes", test_minutes);
  g_test_add_func ("/typed-time/numbers", test_numbers);
  g_test_add_func ("/typed-time/order-without-locale", test_order_without_locale);
  g_test_add_func ("/typed-time/clock-changes", test_clock_changes);
  return g_test_run ();
}
