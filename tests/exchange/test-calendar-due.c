/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar says the same as schedules and rules: its text is read again and its rules are followed by libical, over clocks that
 * change, and what comes out is compared with what is due. */
#include "exchange/soleus-calendar.h"

#include <libical/ical.h>
#include <string.h>

#include "lib/soleus-test.h"
#include "reminders/soleus-test-medicine.h"
#include "reminders/soleus-test-schedule.h"

#define DAY 1440
#define SECONDS_A_DAY 86400
#define N_MEDICINES 60
#define N_RULES     300

static int
compare_civil (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* Reading a calendar */

static char *
write_series (GArray     *series,
              SoleusTime  now)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_calendar_event_free);

  for (guint i = 0; i < series->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("test-%u", i);

      g_ptr_array_add (events, soleus_calendar_event_new (id, id, &g_array_index (series, SoleusSeries, i)));
    }
  return soleus_calendar_write (events, now);
}

static void
note_time (icalcomponent        *component,
           struct icaltime_span *span,
           void                 *data)
{
  gint64 civil = (gint64) span->start / 60;

  g_assert_cmpint ((gint64) span->start % 60, ==, 0);
  g_array_append_val ((GArray *) data, civil);
}

/* All times of the days from @from to before @until, in order, each as often as there is an alarm. */
static GArray *
expand (const char *text,
        SoleusDate  from,
        SoleusDate  until)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  icalcomponent *calendar = icalcomponent_new_from_string (text);
  struct icaltimetype start = icaltime_from_timet_with_zone ((time_t) from * SECONDS_A_DAY, 0, NULL);
  struct icaltimetype end = icaltime_from_timet_with_zone ((time_t) until * SECONDS_A_DAY - 1, 0, NULL);
  guint i = 0;

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    icalcomponent_foreach_recurrence (event, start, end, note_time, times);
  icalcomponent_free (calendar);

  g_array_sort (times, compare_civil);
  /* An event that began shortly before midnight is within its first minutes still. */
  while (i < times->len && g_array_index (times, gint64, i) < (gint64) from * DAY)
    i++;
  g_array_remove_range (times, 0, i);
  return times;
}

static char *
say (gint64 civil)
{
  g_autofree char *date = soleus_date_to_iso ((SoleusDate) (civil / DAY));

  return g_strdup_printf ("%s %02d:%02d", date, (int) (civil % DAY / 60), (int) (civil % 60));
}

static void
assert_same (GArray     *found,
             GArray     *expected,
             const char *what,
             const char *text)
{
  for (guint i = 0; i < MAX (found->len, expected->len); i++)
    {
      g_autofree char *a = i < found->len ? say (g_array_index (found, gint64, i)) : g_strdup ("nothing");
      g_autofree char *b = i < expected->len ? say (g_array_index (expected, gint64, i)) : g_strdup ("nothing");

      if (!g_str_equal (a, b))
        g_error ("%s: expected %s, found %s in\n%s", what, b, a, text);
    }
}

/* Medicines */

static GArray *
list_due (const SoleusSchedule *schedule,
          SoleusDate            from,
          SoleusDate            until)
{
  g_autoptr (GArray) dues = soleus_schedule_list (schedule, (gint64) (from - 2) * SECONDS_A_DAY, (gint64) (until + 2) * SECONDS_A_DAY);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < dues->len; i++)
    {
      const SoleusDue *due = &g_array_index (dues, SoleusDue, i);
      gint64 civil = (gint64) due->date * DAY + due->minute;

      if (due->date >= from && due->date < until)
        g_array_append_val (times, civil);
    }
  g_array_sort (times, compare_civil);
  return times;
}

/* Each that is due is there once, and nothing else, for @days days. */
static guint
check_medicine (GPtrArray            *versions,
                const SoleusSchedule *schedule,
                SoleusDate            started,
                SoleusDate            stopped,
                SoleusDate            today,
                int                   days,
                const char           *what)
{
  g_autoptr (GArray) series = soleus_series_list_medicine (versions, schedule, started, stopped, today);
  g_autofree char *text = write_series (series, (SoleusTime) { (gint64) today * SECONDS_A_DAY, 0 });
  g_autoptr (GArray) found = expand (text, today, today + days), expected = list_due (schedule, today, today + days);
  g_autoptr (GArray) before = expand (text, today - 400, today);

  assert_same (found, expected, what, text);
  g_assert_cmpuint (before->len, ==, 0);
  return expected->len;
}

typedef struct
{
  const char *zone;
  guint32 seed;
} Place;

/* Around both changes of the clock of a year, and elsewhere. */
static void
test_random (gconstpointer data)
{
  const Place *place = data;
  g_autoptr (GTimeZone) zone = soleus_test_zone_new (place->zone);
  SoleusDate first = soleus_test_date ("2025-01-01");
  guint n_due = 0;

  if (zone == NULL)
    return;
  for (guint32 i = 0; i < N_MEDICINES; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (place->seed + i);
      g_autofree char *what = g_strdup_printf ("%s, seed %u", place->zone, place->seed + i);
      g_autoptr (GPtrArray) versions = NULL, doses = NULL;
      g_autoptr (SoleusSchedule) schedule = NULL;
      SoleusTestMedicine medicine;

      soleus_test_medicine_fill (&medicine, rand, first, zone);
      versions = soleus_test_medicine_get_versions (&medicine);
      doses = soleus_test_medicine_get_doses (&medicine);
      schedule = soleus_schedule_new (versions, doses, medicine.started, medicine.stopped, zone);
      for (int k = 0; k < 12; k++)
        n_due += check_medicine (versions, schedule, medicine.started, medicine.stopped, first + g_rand_int_range (rand, 0, 1800), SOLEUS_SERIES_DAYS, what);
    }
  g_assert_cmpuint (n_due, >, 100 * N_MEDICINES);
}

/* What a rule can say is said for good: here for six years, with two leap days. */
static void
test_patterns (void)
{
  static const char *const plans[] = {
    "daily 2026-01-10; times 8:00 20:30",
    "weekdays 2026-01-10; times 8:00; weekdays 73",
    "weekdays 2026-01-10; times 8:00; weekdays 127",
    "every-n-days 2026-01-10; times 0:00 23:59; every 3",
    "every-n-days 2026-01-10; times 8:00; every 2; cycle_start 2026-01-13",
    "every-n-days 2026-01-10; times 8:00; every 1000",
    "day-of-month 2026-01-10; times 8:00; month_day 28",
    "day-of-month 2026-01-10; times 8:00; month_day 29; short_month last-day",
    "day-of-month 2026-01-10; times 8:00; month_day 29; short_month skip",
    "day-of-month 2026-01-10; times 8:00; month_day 30; short_month last-day",
    "day-of-month 2026-01-10; times 8:00; month_day 30; short_month skip",
    "day-of-month 2026-01-10; times 8:00; month_day 31; short_month last-day",
    "day-of-month 2026-01-10; times 8:00; month_day 31; short_month skip",
    "every-n-hours 2026-01-10; every 6; window_from 6:00; window_until 22:00",
    "every-n-hours 2026-01-10; every 5; window_from 22:00; window_until 9:00",
    "every-n-hours 2026-01-10; every 5; window_from 22:00; window_until 9:00; pauses 2026-05-03..2026-05-09; valid_until 2026-07-01; until_minute 3:00",
    "cycle 2026-01-10; times 8:00; days_on 21; days_off 7; cycle_start 2026-01-20",
    "cycle 2026-01-10; times 8:00; days_on 5; days_off 0; cycle_start 2026-01-20",
    "daily 2026-01-10; times 8:00; valid_until 2027-02-28",
    "daily 2026-01-10; times 8:00 20:00; from_minute 9:00; valid_until 2026-04-01; until_minute 20:00",
    "daily 2026-01-10; times 8:00; pauses 2026-04-01..2026-04-10 2026-04-12..2026-04-12 2028-02-29..2028-03-01",
    "daily 2026-01-10; times 8:00; pauses 2026-04-01..",
    "daily 2026-01-10; times 8:00 8:00 8:00",
    "weekdays 2026-01-10; times 7:00; weekdays 31 + weekdays 2026-01-10; times 9:00; weekdays 96",
    "daily 2026-01-10; times 8:00; valid_until 2026-05-05; until_minute 14:00 + every-n-days 2026-05-05; from_minute 14:00; times 8:00 20:00; every 2",
  };
  static const char *const days[] = { "2026-01-01", "2026-01-10", "2026-03-03", "2026-04-05", "2026-12-31", "2028-02-29" };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint k = 0; k < G_N_ELEMENTS (days); k++)
      {
        g_autoptr (GPtrArray) versions = soleus_test_versions_new (plans[i]);
        g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
        g_autoptr (SoleusSchedule) schedule = soleus_schedule_new (versions, NULL, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, zone);

        check_medicine (versions, schedule, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, soleus_test_date (days[k]), 2200, plans[i]);
      }
}

static char *
write_plan (const char *plan,
            const char *doses_text,
            const char *now)
{
  g_autoptr (GPtrArray) versions = soleus_test_versions_new (plan), doses = soleus_test_doses_new (doses_text);
  g_autoptr (GTimeZone) zone = soleus_test_zone_new ("Europe/Berlin");
  g_autoptr (SoleusSchedule) schedule = NULL;
  g_autoptr (GArray) series = NULL;
  SoleusTime time = soleus_test_time (now);

  if (zone == NULL)
    zone = g_time_zone_new_offset (3600);
  schedule = soleus_schedule_new (versions, doses, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, zone);
  series = soleus_series_list_medicine (versions, schedule, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, soleus_time_get_date (time));
  return write_series (series, time);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

/* The rules by their words: those that every calendar heeds. */
static void
test_rules_text (void)
{
  static const struct
  {
    const char *plan;
    const char *lines[3];
    guint n_events;
  } cases[] = {
    { "daily 2026-01-10; times 8:00 20:30", { "DTSTART:20260303T080000\r\n", "DTSTART:20260303T203000\r\n", "RRULE:FREQ=DAILY\r\n" }, 2 },
    { "daily 2026-01-10; times 8:00; valid_until 2026-03-09", { "RRULE:FREQ=DAILY;UNTIL=20260309T080000\r\n" }, 1 },
    { "daily 2026-01-10; times 8:00; valid_until 2026-03-03", { "DTSTART:20260303T080000\r\n" }, 1 },
    { "weekdays 2026-01-10; times 8:00; weekdays 9", { "DTSTART:20260305T080000\r\n", "RRULE:FREQ=WEEKLY;BYDAY=MO,TH\r\n" }, 1 },
    { "every-n-days 2026-01-10; times 8:00; every 3", { "DTSTART:20260305T080000\r\n", "RRULE:FREQ=DAILY;INTERVAL=3\r\n" }, 1 },
    { "day-of-month 2026-01-10; times 8:00; month_day 31; short_month last-day", { "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1\r\n" }, 1 },
    { "day-of-month 2026-01-10; times 8:00; month_day 30; short_month skip", { "RRULE:FREQ=MONTHLY;BYMONTHDAY=30\r\n" }, 1 },
    { "day-of-month 2026-01-10; times 8:00; month_day 30; short_month last-day",
      { "RRULE:FREQ=MONTHLY;BYMONTH=1,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=30\r\n", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\r\n" }, 2 },
    { "cycle 2026-01-10; times 8:00; days_on 3; days_off 2", { "RRULE:FREQ=DAILY;INTERVAL=5\r\n" }, 3 },
    { "cycle 2026-01-10; times 8:00; days_on 40; days_off 20", { "DTSTART:20260311T080000\r\n" }, 40 },
    { "every-n-hours 2026-01-10; every 8; window_from 20:00; window_until 4:00", { "DTSTART:20260303T040000\r\n", "DTSTART:20260303T200000\r\n" }, 2 },
    { "after-last-dose 2026-01-10; times 8:00; every 8", { "DTSTART:20260303T150000\r\n" }, 1 },
    { "as-needed 2026-01-10", { NULL }, 0 },
    { "daily 2026-01-10; times 8:00; valid_until 2026-03-02", { NULL }, 0 },
    { "daily 2026-01-10; times 8:00 8:00", { NULL }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = write_plan (cases[i].plan, "taken 2026-03-03T07:00:00+01:00", "2026-03-03T10:00:00+01:00");

      for (guint k = 0; k < G_N_ELEMENTS (cases[i].lines) && cases[i].lines[k] != NULL; k++)
        if (strstr (text, cases[i].lines[k]) == NULL)
          g_error ("%s: no %s in\n%s", cases[i].plan, cases[i].lines[k], text);
      if (count (text, "BEGIN:VEVENT\r\n") != cases[i].n_events)
        g_error ("%s: not %u events in\n%s", cases[i].plan, cases[i].n_events, text);
    }
}

/* Rules */

static SoleusReminderRules *
rules_new (void)
{
  SoleusReminderRules *rules = g_new0 (SoleusReminderRules, 1);

  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    rules->rules[kind].times = g_array_new (FALSE, FALSE, sizeof (SoleusReminderTime));
  return rules;
}

static void
rules_clear (SoleusReminderRules *rules)
{
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    g_array_unref (rules->rules[kind].times);
  g_free (rules);
}

/* Whether a rule names a minute of a day, as it is said in words. */
static gboolean
names (const SoleusReminderFacts *facts,
       SoleusReminderKind         kind,
       SoleusDate                 date,
       int                        minute)
{
  const SoleusReminderRule *rule = &facts->rules->rules[kind];
  gboolean tried = FALSE;

  if (!rule->on)
    return FALSE;
  if (kind == SOLEUS_REMINDER_DRINK)
    {
      /* Today's hours, or those that began yesterday and go on after midnight. */
      int since = minute - rule->from_minute;
      gboolean over_midnight = rule->until_minute < rule->from_minute;
      int length = rule->until_minute - rule->from_minute + (over_midnight ? DAY : 0);

      if (facts->drinks_limited)
        return FALSE;
      return (since >= 0 && since <= length && since % rule->every_min == 0) || (since + DAY <= length && (since + DAY) % rule->every_min == 0);
    }
  for (guint i = 0; i < facts->trials->len; i++)
    {
      const SoleusReminderSpan *span = &g_array_index (facts->trials, SoleusReminderSpan, i);

      tried |= span->start != SOLEUS_DATE_NONE && date >= span->start && (span->stop == SOLEUS_DATE_NONE || date < span->stop);
    }
  if (kind == SOLEUS_REMINDER_TRIAL && !tried)
    return FALSE;
  for (guint i = 0; i < rule->times->len; i++)
    {
      const SoleusReminderTime *time = &g_array_index (rule->times, SoleusReminderTime, i);

      if (time->minute == minute && (time->weekdays >> (soleus_date_get_weekday (date) - 1) & 1) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
fill_rules (SoleusReminderRules *rules,
            GRand               *rand)
{
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    {
      SoleusReminderRule *rule = &rules->rules[kind];

      rule->on = g_rand_int_range (rand, 0, 8) > 0;
      for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
        {
          SoleusReminderTime time = { g_rand_int_range (rand, 0, 6) * 60 + g_rand_int_range (rand, 0, 2), g_rand_boolean (rand) ? 127 : g_rand_int_range (rand, 1, 128) };

          g_array_append_val (rule->times, time);
        }
      rule->every_min = g_rand_int_range (rand, 5, g_rand_boolean (rand) ? 200 : 1441);
      rule->from_minute = g_rand_int_range (rand, 0, DAY);
      rule->until_minute = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, DAY + 1) : rule->from_minute;
    }
}

static GArray *
random_trials (GRand     *rand,
               SoleusDate today)
{
  GArray *trials = g_array_new (FALSE, FALSE, sizeof (SoleusReminderSpan));

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      SoleusReminderSpan span = { g_rand_int_range (rand, 0, 20) == 0 ? SOLEUS_DATE_NONE : today + g_rand_int_range (rand, -30, 40), SOLEUS_DATE_NONE };

      if (g_rand_int_range (rand, 0, 4) > 0)
        span.stop = today + g_rand_int_range (rand, -20, 60);
      g_array_append_val (trials, span);
    }
  return trials;
}

static void
test_rules (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);
  guint n_all[SOLEUS_N_REMINDERS] = { 0 };

  for (guint32 seed = 1; seed <= N_RULES; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      SoleusReminderRules *rules = rules_new ();
      SoleusDate today = soleus_test_date ("2026-03-20") + g_rand_int_range (rand, 0, 400);
      g_autoptr (GArray) trials = random_trials (rand, today);
      SoleusReminderFacts facts = { .now = { (gint64) today * SECONDS_A_DAY + 3600, 60 }, .zone = zone, .rules = rules, .trials = trials,
                                    .drinks_limited = g_rand_int_range (rand, 0, 4) == 0 };

      fill_rules (rules, rand);
      /* Neither changes the calendar. */
      rules->quiet = g_rand_boolean (rand);
      rules->quiet_until = 420;
      rules->paused_until = g_rand_boolean (rand) ? facts.now.utc + 9000 : 0;
      for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
        {
          g_autoptr (GArray) series = soleus_series_list_rule (&facts, (SoleusReminderKind) kind);
          g_autofree char *text = write_series (series, facts.now), *what = g_strdup_printf ("kind %d, seed %u", kind, seed);
          g_autoptr (GArray) found = expand (text, today - 5, today + 60), expected = g_array_new (FALSE, FALSE, sizeof (gint64));

          for (gint64 civil = (gint64) today * DAY; kind != SOLEUS_REMINDER_DOSE && civil < (gint64) (today + 60) * DAY; civil++)
            if (names (&facts, (SoleusReminderKind) kind, (SoleusDate) (civil / DAY), (int) (civil % DAY)))
              g_array_append_val (expected, civil);
          assert_same (found, expected, what, text);
          n_all[kind] += expected->len;
        }
      rules_clear (rules);
    }
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    g_assert_true (kind == SOLEUS_REMINDER_DOSE ? n_all[kind] == 0 : n_all[kind] > 1000);
}

int
main (int   argc,
      char *argv[])
{
  static const Place places[] = { { "Europe/Berlin", 1000 }, { "America/St_Johns", 2000 }, { "Australia/Lord_Howe", 3000 }, { "Africa/Casablanca", 4000 } };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-due/rules-text", test_rules_text);
  g_test_add_func ("/calendar-due/patterns", test_patterns);
  g_test_add_func ("/calendar-due/rules", test_rules);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/calendar-due/random/%s", places[i].zone);

      g_test_add_data_func (path, &places[i], test_random);
    }
  return g_test_run ();
}
