/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from doses that were taken or skipped: the next one some hours after the last, and whether one may be taken as
 * needed, to the second. */
#include "reminders/soleus-test-schedule.h"

#include "lib/soleus-test.h"

typedef struct
{
  const char *versions;
  const char *doses;
  const char *due;
  const char *zone;
  const char *started;
  const char *stopped;
} Row;

static void
check_rows (const Row *rows,
            gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr (GTimeZone) zone = rows[i].zone != NULL ? soleus_test_zone_new (rows[i].zone) : g_time_zone_new_utc ();
      g_autoptr (SoleusSchedule) schedule = NULL;
      g_autofree char *due = NULL;

      if (zone == NULL)
        continue;
      schedule = soleus_test_schedule_new (rows[i].versions, rows[i].doses, rows[i].started, rows[i].stopped, rows[i].zone);
      due = soleus_test_list (schedule, "1971-01-01T00:00Z", "2199-12-30T00:00Z");
      if (!g_str_equal (due, rows[i].due))
        g_error ("%s\n  doses: %s\n  expected: %s\n  found:    %s", rows[i].versions, rows[i].doses != NULL ? rows[i].doses : "none", rows[i].due, due);
    }
}

static void
test_after_last_dose (void)
{
  static const Row rows[] = {
    /* Before the first dose. */
    { "after-last-dose 2026-03-03; every 6; times 8:00=1500", NULL, "2026-03-03 8:00=1500" },
    { "after-last-dose 2026-03-03; every 6; times 8:00=1500 7:00=1", NULL, "2026-03-03 8:00=1500" },
    { "after-last-dose 2026-03-03; from_minute 480; every 6; times 8:00", NULL, "2026-03-03 8:00" },
    { "after-last-dose 2026-03-03; from_minute 481; every 6; times 8:00", NULL, "2026-03-04 8:00" },
    { "after-last-dose 2026-03-03; every 6", NULL, "" },
    { "after-last-dose 2026-03-03; every 6; deleted; times 8:00", NULL, "" },
    /* After it. */
    { "after-last-dose 2026-03-03; every 6; times 8:00=1500", "taken 2026-03-05T08:10:00Z", "2026-03-05 14:10=1500" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:10:00Z", "2026-03-05 14:10" },
    { "after-last-dose 2026-03-03", "taken 2026-03-05T08:10:00Z", "2026-03-05 9:10" },
    { "after-last-dose 2026-03-03; every 1000", "taken 2026-03-05T08:10:00Z", "2026-04-16 0:10" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T23:59:59Z", "2026-03-06 5:59" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:10:00Z, taken 2026-03-05T14:30:00Z, taken 2026-03-04T20:00:00Z", "2026-03-05 20:30" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:10:00Z, deleted taken 2026-03-05T14:30:00Z", "2026-03-05 14:10" },
    { "after-last-dose 2026-03-03; every 6", "deleted taken 2026-03-05T14:30:00Z", "" },
    /* A dose from before the version counts, but nothing is due before its beginning. */
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-02T23:00:00Z", "2026-03-03 5:00" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-02T12:00:00Z", "2026-03-03 0:00" },
    { "after-last-dose 2026-03-03; from_minute 600; every 6; times 8:00", "taken 2026-03-02T12:00:00Z", "2026-03-03 10:00" },
    { "after-last-dose 2026-03-03; from_minute 600; every 6; times 8:00", "taken 2026-03-03T04:00:00Z", "2026-03-03 10:00" },
    { "after-last-dose 2026-03-03; from_minute 600; every 6; times 8:00", "taken 2026-03-03T04:01:00Z", "2026-03-03 10:01" },
    { "after-last-dose 2026-03-03; every 6; times 8:00", NULL, "2026-03-05 8:00", NULL, "2026-03-05", NULL },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-02T12:00:00Z", "2026-03-05 0:00", NULL, "2026-03-05", NULL },
    /* A skipped one counts from when it was due, if that is known. */
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:00:00Z, skipped 2026-03-05T16:30:00Z 2026-03-05 14:00", "2026-03-05 20:00" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:00:00Z, skipped 2026-03-05T13:30:00Z 2026-03-05 14:00", "2026-03-05 20:00" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:00:00Z, skipped 2026-03-05T16:30:00Z", "2026-03-05 22:30" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:10:00Z 2026-03-05 8:00", "2026-03-05 14:10" },
    /* One that was due earlier and is marked later does not hide what was taken in between. */
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T09:00:00Z, skipped 2026-03-05T10:00:00Z 2026-03-05 8:00", "2026-03-05 15:00" },
    { "after-last-dose 2026-03-03; every 6", "skipped 2026-03-05T10:00:00Z 2026-03-05 8:00, taken 2026-03-05T09:00:00Z", "2026-03-05 15:00" },
    /* Out of its version there is none. */
    { "after-last-dose 2026-03-03; valid_until 2026-03-05; every 6", "taken 2026-03-05T17:59:00Z", "2026-03-05 23:59" },
    { "after-last-dose 2026-03-03; valid_until 2026-03-05; every 6", "taken 2026-03-05T18:00:00Z", "" },
    { "after-last-dose 2026-03-03; valid_until 2026-03-05; until_minute 840; every 6", "taken 2026-03-05T08:00:00Z", "" },
    { "after-last-dose 2026-03-03; valid_until 2026-03-05; until_minute 841; every 6", "taken 2026-03-05T08:00:00Z", "2026-03-05 14:00" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T18:00:00Z", "", NULL, NULL, "2026-03-06" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T17:59:00Z", "2026-03-05 23:59", NULL, NULL, "2026-03-06" },
    /* In a pause it waits for the day after. */
    { "after-last-dose 2026-03-03; every 6; pauses 2026-03-06..2026-03-08", "taken 2026-03-05T20:00:00Z", "2026-03-09 2:00" },
    { "after-last-dose 2026-03-03; every 6; pauses 2026-03-06..2026-03-08 2026-03-09..2026-03-10", "taken 2026-03-05T20:00:00Z", "2026-03-11 2:00" },
    { "after-last-dose 2026-03-03; every 6; pauses 2026-03-06..2026-03-08", "taken 2026-03-05T12:00:00Z", "2026-03-05 18:00" },
    { "after-last-dose 2026-03-03; every 6; pauses 2026-03-06..", "taken 2026-03-05T20:00:00Z", "" },
    { "after-last-dose 2026-03-03; every 6; pauses 2026-03-01..2026-03-04; times 8:00", NULL, "2026-03-05 8:00" },
    { "after-last-dose 2026-03-03; valid_until 2026-03-08; every 6; pauses 2026-03-06..2026-03-08", "taken 2026-03-05T20:00:00Z", "" },
    /* Each version has its own say; where two say the same it is one dose, with the amount of the later version. */
    { "after-last-dose 2026-03-01; valid_until 2026-03-05; every 6 + after-last-dose 2026-03-06; every 8", "taken 2026-03-05T20:00:00Z", "2026-03-06 4:00" },
    { "after-last-dose 2026-03-01; valid_until 2026-03-05; until_minute 1200; every 6 + after-last-dose 2026-03-05; from_minute 1200; every 8",
      "taken 2026-03-05T08:00:00Z", "2026-03-05 14:00, 2026-03-05 20:00" },
    { "after-last-dose 2026-03-01; valid_until 2026-03-05; until_minute 1200; every 6 + after-last-dose 2026-03-05; from_minute 1200; every 8",
      "taken 2026-03-05T15:00:00Z", "2026-03-05 23:00" },
    { "after-last-dose 2026-03-01; every 6; times 8:00=1 + after-last-dose 2026-03-02; every 6; times 8:00=2", "taken 2026-03-05T08:00:00Z", "2026-03-05 14:00=2" },
    { "daily 2026-03-05; valid_until 2026-03-05; times 8:00=1 14:00=1 + after-last-dose 2026-03-02; every 6; times 8:00=2", "taken 2026-03-05T08:00:00Z",
      "2026-03-05 8:00=1, 2026-03-05 14:00=1" },
    { "daily 2026-03-05; valid_until 2026-03-05; times 8:00=1 14:00=1 + after-last-dose 2026-03-05; every 6; times 8:00=2", "taken 2026-03-05T08:00:00Z",
      "2026-03-05 8:00=1, 2026-03-05 14:00=2" },
    { "daily 2026-03-05; valid_until 2026-03-05; times 8:00=1 20:00=1 + after-last-dose 2026-03-05; every 6; times 8:00=2", "taken 2026-03-05T08:00:00Z",
      "2026-03-05 8:00=1, 2026-03-05 14:00=2, 2026-03-05 20:00=1" },
    /* Doses mean nothing to a version that goes by the clock. */
    { "daily 2026-03-05; valid_until 2026-03-05; times 8:00", "taken 2026-03-05T08:00:00Z", "2026-03-05 8:00" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* Hours are real ones, whatever the clock does. */
static void
test_after_last_dose_where_clocks_change (void)
{
  static const Row rows[] = {
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-28T23:00:00+01:00", "2026-03-29 6:00", "Europe/Berlin" },
    { "after-last-dose 2026-03-03; every 1", "taken 2026-03-29T01:30:00+01:00", "2026-03-29 3:30", "Europe/Berlin" },
    { "after-last-dose 2026-03-03; every 6", "taken 2026-10-24T23:00:00+02:00", "2026-10-25 4:00", "Europe/Berlin" },
    { "after-last-dose 2026-03-03; every 1", "taken 2026-10-25T01:30:40+02:00", "2026-10-25 2:30 first or second at 2026-10-25T02:30:00+02:00", "Europe/Berlin" },
    { "after-last-dose 2026-03-03; every 1", "taken 2026-10-25T02:30:40+02:00", "2026-10-25 2:30 first or second at 2026-10-25T02:30:00+01:00", "Europe/Berlin" },
    { "after-last-dose 2026-03-03; every 24", "taken 2026-10-24T20:00:00+02:00", "2026-10-25 19:00", "Europe/Berlin" },
    /* The beginning of a version and the end of a pause are clock times, but never too early. */
    { "after-last-dose 2026-03-29; from_minute 150; every 6", "taken 2026-03-01T08:00:00Z", "2026-03-29 3:00", "Europe/Berlin" },
    { "after-last-dose 2026-03-29; valid_until 2026-03-29; until_minute 180; from_minute 150; every 6", "taken 2026-03-01T08:00:00Z", "", "Europe/Berlin" },
    { "after-last-dose 2026-10-25; from_minute 165; every 1", "taken 2026-10-25T02:10:00+02:00",
      "2026-10-25 2:45 first or second at 2026-10-25T02:45:00+01:00", "Europe/Berlin" },
    { "after-last-dose 2026-10-25; from_minute 165; every 1", "taken 2026-10-25T01:10:00+02:00",
      "2026-10-25 2:45 first or second at 2026-10-25T02:45:00+02:00", "Europe/Berlin" },
    { "after-last-dose 2026-03-01; every 6; pauses 2026-03-20..2026-03-28", "taken 2026-03-19T20:30:00+01:00", "2026-03-29 3:00", "Europe/Berlin" },
    /* What was due is placed in the zone of now; what was taken stays where it was. */
    { "after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:00:00+01:00", "2026-03-05 8:00", "America/New_York" },
    { "after-last-dose 2026-03-03; every 6", "skipped 2026-03-05T08:00:00+01:00 2026-03-05 8:00", "2026-03-05 14:00", "America/New_York" },
    { "after-last-dose 2026-03-03; every 1", "skipped 2026-10-25T02:40:00+02:00 2026-10-25 2:30",
      "2026-10-25 2:30 first or second at 2026-10-25T02:30:00+01:00", "Europe/Berlin" },
    { "after-last-dose 2026-03-03; every 1", "skipped 2026-10-25T02:40:00+01:00 2026-10-25 2:30", "2026-10-25 3:30", "Europe/Berlin" },
    { "after-last-dose 2026-03-03; every 1", "skipped 2026-10-25T00:40:00+02:00 2026-10-25 2:30",
      "2026-10-25 2:30 first or second at 2026-10-25T02:30:00+01:00", "Europe/Berlin" },
    /* At the second showing of an hour it is its own dose, unless the clock of another version names that time as well. */
    { "after-last-dose 2026-10-25; valid_until 2026-10-25; every 1; times 8:00=2 + daily 2026-10-25; valid_until 2026-10-25; times 2:45=1",
      "taken 2026-10-25T02:30:00+02:00",
      "2026-10-25 2:45=1 first or second at 2026-10-25T02:45:00+02:00, 2026-10-25 2:30=2 first or second at 2026-10-25T02:30:00+01:00", "Europe/Berlin" },
    { "after-last-dose 2026-10-25; valid_until 2026-10-25; every 1; times 8:00=2 + daily 2026-10-25; valid_until 2026-10-25; times 2:30=1",
      "taken 2026-10-25T02:30:00+02:00", "2026-10-25 2:30=1 first or second at 2026-10-25T02:30:00+02:00", "Europe/Berlin" },
    /* It may fall on the instant of one that the clock skips: the earlier name goes first, by minute and by day. */
    { "after-last-dose 2026-03-29; valid_until 2026-03-29; every 1 + daily 2026-03-29; valid_until 2026-03-29; times 2:30", "taken 2026-03-29T01:00:00+01:00",
      "2026-03-29 2:30 skipped, at 2026-03-29T03:00:00+02:00, 2026-03-29 3:00", "Europe/Berlin" },
    { "after-last-dose 2011-12-29; every 1 + daily 2011-12-30; valid_until 2011-12-30; times 20:00", "taken 2011-12-29T23:00:00-10:00",
      "2011-12-30 20:00 skipped, at 2011-12-31T00:00:00+14:00, 2011-12-31 0:00", "Pacific/Apia" },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* It is listed where its time lies and nowhere else, and found from before. */
static void
test_pending_in_spans (void)
{
  g_autoptr (SoleusSchedule) schedule = soleus_test_schedule_new ("after-last-dose 2026-03-03; every 6", "taken 2026-03-05T08:10:30Z", NULL, NULL, NULL);
  static const struct
  {
    const char *from;
    const char *until;
    gboolean listed;
    gboolean found;
  } rows[] = {
    { "2026-03-05T14:10:00Z", "2026-03-05T14:10:01Z", TRUE, TRUE },
    { "2026-03-05T14:10:00Z", "2026-03-05T14:10:00Z", FALSE, TRUE },
    { "2026-03-05T14:09:00Z", "2026-03-05T14:10:00Z", FALSE, TRUE },
    { "2026-03-05T14:10:01Z", "2026-03-09T00:00:00Z", FALSE, FALSE },
    { "2026-03-01T00:00:00Z", "2027-01-01T00:00:00Z", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *list = soleus_test_list (schedule, rows[i].from, rows[i].until);
      g_autofree char *next = soleus_test_next (schedule, rows[i].from);

      g_assert_cmpstr (list, ==, rows[i].listed ? "2026-03-05 14:10" : "");
      g_assert_cmpstr (next, ==, rows[i].found ? "2026-03-05 14:10" : "never");
    }
}

/* What is broken of a dose does not count, and never moves what is due. */
static void
test_damaged_doses (void)
{
  static const char *const doses = "taken 2026-03-05T08:00:00Z, taken 2026-03-06T08:00:00Z, taken 2026-03-06T09:00:00Z, "
                                   "taken 2026-03-06T10:00:00Z, skipped 2026-03-05T11:00:00Z 2026-03-06 10:00, skipped 2026-03-05T11:30:00Z 2026-03-06 10:00";
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) versions = soleus_test_versions_new ("after-last-dose 2026-03-01; every 6 + as-needed 2026-03-01; pauses 2026-03-01..");
  g_autoptr (GPtrArray) broken = soleus_test_doses_new (doses);
  g_autoptr (SoleusSchedule) schedule = NULL;
  g_autofree char *due = NULL;

  soleus_row_clear (soleus_record_get_values (g_ptr_array_index (broken, 1)), "status");
  soleus_row_clear (soleus_record_get_values (g_ptr_array_index (broken, 2)), "at");
  soleus_row_set_time (soleus_record_get_values (g_ptr_array_index (broken, 3)), "at", (SoleusTime) { G_MAXINT64, 0 });
  soleus_row_set_number (soleus_record_get_values (g_ptr_array_index (broken, 4)), "due_minute", 5000);
  soleus_row_set_date (soleus_record_get_values (g_ptr_array_index (broken, 5)), "due_date", 10000000);
  g_ptr_array_add (broken, soleus_record_new (SOLEUS_KIND_DRINK));
  g_ptr_array_add (versions, soleus_record_new (SOLEUS_KIND_DRINK));
  soleus_row_clear (soleus_row_get_row (soleus_record_get_values (g_ptr_array_index (versions, 1)), "pauses", 0), "from");

  schedule = soleus_schedule_new (versions, broken, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, utc);
  due = soleus_test_next (schedule, "2026-03-01T00:00Z");
  g_assert_cmpstr (due, ==, "2026-03-05 17:30");
  g_assert_true (soleus_schedule_find_as_needed (schedule, soleus_test_time ("2026-03-07T08:00Z"), &(SoleusAsNeeded) { 0 }));
}

static void
test_follows_doses (void)
{
  static const struct
  {
    const char *versions;
    const char *now;
    gboolean follows;
  } rows[] = {
    { "after-last-dose 2026-03-03; every 6", "2026-03-03T00:00:00Z", TRUE },
    { "after-last-dose 2026-03-03; every 6", "2026-03-02T23:59:59Z", FALSE },
    { "after-last-dose 2026-03-03; valid_until 2026-03-04; every 6", "2026-03-04T23:59:59Z", TRUE },
    { "after-last-dose 2026-03-03; valid_until 2026-03-04; every 6", "2026-03-05T00:00:00Z", FALSE },
    { "after-last-dose 2026-03-03; every 6; pauses 2026-03-04..2026-03-04", "2026-03-04T08:00:00Z", TRUE },
    { "after-last-dose 2026-03-03; valid_until 2026-03-04; until_minute 720; every 6 + daily 2026-03-04; from_minute 720", "2026-03-04T11:59:59Z", TRUE },
    { "after-last-dose 2026-03-03; valid_until 2026-03-04; until_minute 720; every 6 + daily 2026-03-04; from_minute 720", "2026-03-04T12:00:00Z", FALSE },
    { "daily 2026-03-03; times 8:00 + after-last-dose 2026-03-04; every 6", "2026-03-03T12:00:00Z", FALSE },
    { "daily 2026-03-03; times 8:00 + after-last-dose 2026-03-04; every 6", "2026-03-04T12:00:00Z", TRUE },
    { "as-needed 2026-03-03", "2026-03-04T12:00:00Z", FALSE },
    { "after-last-dose 2026-03-03; every 6; deleted", "2026-03-04T12:00:00Z", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusSchedule) schedule = soleus_test_schedule_new (rows[i].versions, NULL, NULL, NULL, NULL);

      if (soleus_schedule_follows_doses (schedule, soleus_test_time (rows[i].now)) != rows[i].follows)
        g_error ("%s at %s", rows[i].versions, rows[i].now);
    }
}

static char *
judge (SoleusSchedule *schedule,
       const char     *now)
{
  g_autofree char *next = NULL;
  SoleusAsNeeded state;

  if (!soleus_schedule_find_as_needed (schedule, soleus_test_time (now), &state))
    return g_strdup ("no");
  next = soleus_time_to_iso (state.next);
  if (state.may_take)
    g_assert_cmpint (state.next.utc, ==, soleus_test_time (now).utc);
  else
    g_assert_cmpint (state.next.utc, >, soleus_test_time (now).utc);
  return g_strdup_printf ("%s%s, taken %d, left %d", state.may_take ? "now" : "at ", state.may_take ? "" : next, state.taken, state.left);
}

static void
test_as_needed (void)
{
  static const struct
  {
    const char *versions;
    const char *doses;
    const char *now;
    const char *state;
  } rows[] = {
    /* No limit at all. */
    { "as-needed 2026-03-01", NULL, "2026-03-05T12:00:00Z", "now, taken 0, left -1" },
    { "as-needed 2026-03-01", "taken 2026-03-05T12:00:00Z", "2026-03-05T12:00:00Z", "now, taken 1, left -1" },
    /* A gap, to the second, also across days and after a long time. */
    { "as-needed 2026-03-01; gap_min 240", NULL, "2026-03-05T12:00:00Z", "now, taken 0, left -1" },
    { "as-needed 2026-03-01; gap_min 240", "taken 2026-03-05T08:00:01Z", "2026-03-05T12:00:00Z", "at 2026-03-05T12:00:01+00:00, taken 1, left -1" },
    { "as-needed 2026-03-01; gap_min 240", "taken 2026-03-05T08:00:00Z", "2026-03-05T12:00:00Z", "now, taken 1, left -1" },
    { "as-needed 2026-03-01; gap_min 240", "taken 2026-03-05T12:00:00Z", "2026-03-05T12:00:00Z", "at 2026-03-05T16:00:00+00:00, taken 1, left -1" },
    { "as-needed 2026-03-01; gap_min 240", "taken 2026-02-05T12:00:00Z", "2026-03-05T12:00:00Z", "now, taken 0, left -1" },
    { "as-needed 2026-03-01; gap_min 4320", "taken 2026-03-03T12:00:00Z", "2026-03-05T12:00:00Z", "at 2026-03-06T12:00:00+00:00, taken 0, left -1" },
    /* A ceiling: the window slides, and a dose leaves it after 24 hours to the second. */
    { "as-needed 2026-03-01; most_a_day 3", NULL, "2026-03-05T12:00:00Z", "now, taken 0, left 3" },
    { "as-needed 2026-03-01; most_a_day 3", "taken 2026-03-05T08:00:00Z, taken 2026-03-05T09:00:00Z", "2026-03-05T12:00:00Z", "now, taken 2, left 1" },
    { "as-needed 2026-03-01; most_a_day 3", "taken 2026-03-05T08:00:00Z, taken 2026-03-05T09:00:00Z, taken 2026-03-04T20:00:00Z", "2026-03-05T12:00:00Z",
      "at 2026-03-05T20:00:00+00:00, taken 3, left 0" },
    { "as-needed 2026-03-01; most_a_day 1", "taken 2026-03-04T12:00:00Z", "2026-03-05T12:00:00Z", "now, taken 0, left 1" },
    { "as-needed 2026-03-01; most_a_day 1", "taken 2026-03-04T12:00:01Z", "2026-03-05T12:00:00Z", "at 2026-03-05T12:00:01+00:00, taken 1, left 0" },
    { "as-needed 2026-03-01; most_a_day 1", "taken 2026-03-05T12:00:00Z", "2026-03-05T12:00:00Z", "at 2026-03-06T12:00:00+00:00, taken 1, left 0" },
    /* More than the ceiling were taken: so many must leave that there is room again. */
    { "as-needed 2026-03-01; most_a_day 2", "taken 2026-03-05T06:00:00Z, taken 2026-03-05T07:00:00Z, taken 2026-03-05T08:00:00Z, taken 2026-03-05T09:00:00Z",
      "2026-03-05T12:00:00Z", "at 2026-03-06T08:00:00+00:00, taken 4, left 0" },
    { "as-needed 2026-03-01; most_a_day 2", "taken 2026-03-05T08:00:00Z, taken 2026-03-05T08:00:00Z", "2026-03-05T12:00:00Z",
      "at 2026-03-06T08:00:00+00:00, taken 2, left 0" },
    /* Both: the later one counts. */
    { "as-needed 2026-03-01; gap_min 240; most_a_day 2", "taken 2026-03-05T08:00:00Z, taken 2026-03-05T11:00:00Z", "2026-03-05T12:00:00Z",
      "at 2026-03-06T08:00:00+00:00, taken 2, left 0" },
    { "as-needed 2026-03-01; gap_min 240; most_a_day 2", "taken 2026-03-04T12:30:00Z, taken 2026-03-05T11:00:00Z", "2026-03-05T12:00:00Z",
      "at 2026-03-05T15:00:00+00:00, taken 2, left 0" },
    { "as-needed 2026-03-01; gap_min 240; most_a_day 2", "taken 2026-03-05T11:00:00Z", "2026-03-05T12:00:00Z", "at 2026-03-05T15:00:00+00:00, taken 1, left 1" },
    { "as-needed 2026-03-01; gap_min 240; most_a_day 2", "taken 2026-03-05T05:00:00Z", "2026-03-05T12:00:00Z", "now, taken 1, left 1" },
    /* In any order; skipped, deleted and later ones do not count. */
    { "as-needed 2026-03-01; gap_min 240; most_a_day 4", "taken 2026-03-05T11:00:00Z, taken 2026-03-05T05:00:00Z, taken 2026-03-04T11:00:00Z",
      "2026-03-05T12:00:00Z", "at 2026-03-05T15:00:00+00:00, taken 2, left 2" },
    { "as-needed 2026-03-01; gap_min 240; most_a_day 1", "skipped 2026-03-05T11:00:00Z, skipped 2026-03-05T11:30:00Z 2026-03-05 8:00", "2026-03-05T12:00:00Z",
      "now, taken 0, left 1" },
    { "as-needed 2026-03-01; gap_min 240; most_a_day 1", "deleted taken 2026-03-05T11:00:00Z", "2026-03-05T12:00:00Z", "now, taken 0, left 1" },
    { "as-needed 2026-03-01; gap_min 240; most_a_day 1", "taken 2026-03-05T12:00:01Z, taken 2026-03-06T11:00:00Z", "2026-03-05T12:00:00Z", "now, taken 0, left 1" },
    { "as-needed 2026-03-01; gap_min 240", "taken 2026-03-05T11:00:00Z, taken 2026-03-05T13:00:00Z", "2026-03-05T12:00:00Z",
      "at 2026-03-05T15:00:00+00:00, taken 1, left -1" },
    /* Only while such a version is in charge, and not in a pause. */
    { "daily 2026-03-01; times 8:00", NULL, "2026-03-05T12:00:00Z", "no" },
    { "as-needed 2026-03-05", NULL, "2026-03-04T23:59:59Z", "no" },
    { "as-needed 2026-03-05", NULL, "2026-03-05T00:00:00Z", "now, taken 0, left -1" },
    { "as-needed 2026-03-05; valid_until 2026-03-05; until_minute 720", NULL, "2026-03-05T11:59:59Z", "now, taken 0, left -1" },
    { "as-needed 2026-03-05; valid_until 2026-03-05; until_minute 720", NULL, "2026-03-05T12:00:00Z", "no" },
    { "as-needed 2026-03-01; pauses 2026-03-05..2026-03-06", NULL, "2026-03-05T12:00:00Z", "no" },
    { "as-needed 2026-03-01; pauses 2026-03-05..2026-03-06", NULL, "2026-03-07T00:00:00Z", "now, taken 0, left -1" },
    { "as-needed 2026-03-01; deleted", NULL, "2026-03-07T00:00:00Z", "no" },
    { "as-needed 2026-03-01; most_a_day 1 + as-needed 2026-03-03; most_a_day 2", "taken 2026-03-05T11:00:00Z", "2026-03-05T12:00:00Z", "now, taken 1, left 1" },
    { "as-needed 2026-03-01; most_a_day 1 + daily 2026-03-03; times 8:00", "taken 2026-03-05T11:00:00Z", "2026-03-05T12:00:00Z",
      "at 2026-03-06T11:00:00+00:00, taken 1, left 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusSchedule) schedule = soleus_test_schedule_new (rows[i].versions, rows[i].doses, NULL, NULL, NULL);
      g_autofree char *state = judge (schedule, rows[i].now);

      if (!g_str_equal (state, rows[i].state))
        g_error ("%s\n  doses: %s\n  expected: %s\n  found:    %s", rows[i].versions, rows[i].doses != NULL ? rows[i].doses : "none", rows[i].state, state);
    }
}

/* Twenty-four hours are twenty-four hours on the day on which clocks change, and the zone says what day it is. */
static void
test_as_needed_in_a_zone (void)
{
  g_autoptr (GTimeZone) zone = soleus_test_zone_new ("Europe/Berlin");
  g_autoptr (SoleusSchedule) schedule = NULL;
  g_autofree char *state = NULL, *before = NULL, *first = NULL;

  if (zone == NULL)
    return;
  schedule = soleus_test_schedule_new ("as-needed 2026-10-24; most_a_day 1", "taken 2026-10-24T20:00:00+02:00", NULL, NULL, "Europe/Berlin");
  state = judge (schedule, "2026-10-25T18:00:00+01:00");
  g_assert_cmpstr (state, ==, "at 2026-10-25T19:00:00+01:00, taken 1, left 0");
  before = judge (schedule, "2026-10-23T21:59:59Z");
  g_assert_cmpstr (before, ==, "no");
  first = judge (schedule, "2026-10-23T22:00:00Z");
  g_assert_cmpstr (first, ==, "now, taken 0, left 1");
}

/* A month of taking it late, and now and then of skipping it: what is due next is always so many hours after, to the minute. */
static void
test_month_of_taking (void)
{
  static const char *const names[] = { "UTC", "Europe/Berlin", "Australia/Lord_Howe" };
  static const char *const months[] = { "2026-03-15T08:00:00Z", "2026-10-15T08:00:00Z", "2026-03-25T08:00:00Z" };

  for (guint i = 0; i < G_N_ELEMENTS (names) * 20; i++)
    {
      const char *start = months[i % G_N_ELEMENTS (months)];
      g_autoptr (GRand) rand = g_rand_new_with_seed (1000 + i);
      g_autoptr (GTimeZone) zone = soleus_test_zone_new (names[i % G_N_ELEMENTS (names)]);
      int hours = g_rand_int_range (rand, 1, 49);
      g_autofree char *text = g_strdup_printf ("after-last-dose 2026-03-01; every %d; times 8:00=500", hours);
      g_autoptr (GPtrArray) versions = soleus_test_versions_new (text);
      g_autoptr (GPtrArray) doses = soleus_test_doses_new (NULL);
      gint64 now = soleus_test_time (start).utc, end = now + 30 * 86400, expected = -1;

      if (zone == NULL)
        continue;
      while (now < end)
        {
          g_autoptr (SoleusSchedule) schedule = soleus_schedule_new (versions, doses, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, zone);
          g_autoptr (GArray) all = soleus_schedule_list (schedule, SOLEUS_TIME_MIN, SOLEUS_TIME_MAX);
          g_autoptr (SoleusRecord) dose = soleus_record_new (SOLEUS_KIND_DOSE);
          SoleusRow *row = soleus_record_get_values (dose);
          const SoleusDue *due;
          gboolean taken = g_rand_int_range (rand, 0, 4) > 0;

          g_assert_cmpuint (all->len, ==, 1);
          due = &g_array_index (all, SoleusDue, 0);
          if (expected >= 0)
            g_assert_cmpint (due->time.utc, ==, expected);
          g_assert_cmpint (due->time.utc % 60, ==, 0);
          g_assert_cmpint (due->amount, ==, 500);
          g_assert_cmpint (soleus_time_get_date (due->time), ==, due->date);
          g_assert_cmpint (soleus_time_get_minute (due->time), ==, due->minute);

          now = MAX (now, due->time.utc) + g_rand_int_range (rand, 0, 7200);
          soleus_row_set_text (row, "medicine", "00000000-0000-4000-8000-00000000000a");
          soleus_row_set_text (row, "status", taken ? "taken" : "skipped");
          soleus_row_set_time (row, "at", soleus_time_at_offset (now, zone));
          soleus_row_set_date (row, "due_date", due->date);
          soleus_row_set_number (row, "due_minute", due->minute);
          expected = (taken ? now : due->time.utc) + (gint64) hours * 3600;
          /* A skipped dose knows its clock time alone: where the clock showed that again before it was skipped, it counts from then. */
          if (!taken && due->fit == SOLEUS_LOCAL_TWICE)
            {
              SoleusTime second;

              soleus_time_from_local (due->date, due->minute, zone, TRUE, &second);
              if (second.utc <= now)
                expected = second.utc + (gint64) hours * 3600;
            }
          expected -= expected % 60;
          g_ptr_array_insert (doses, g_rand_int_range (rand, 0, (int) doses->len + 1), g_steal_pointer (&dose));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-doses/after-last-dose", test_after_last_dose);
  g_test_add_func ("/schedule-doses/after-last-dose/clocks-change", test_after_last_dose_where_clocks_change);
  g_test_add_func ("/schedule-doses/after-last-dose/spans", test_pending_in_spans);
  g_test_add_func ("/schedule-doses/after-last-dose/month-of-taking", test_month_of_taking);
  g_test_add_func ("/schedule-doses/after-last-dose/damaged", test_damaged_doses);
  g_test_add_func ("/schedule-doses/follows-doses", test_follows_doses);
  g_test_add_func ("/schedule-doses/as-needed", test_as_needed);
  g_test_add_func ("/schedule-doses/as-needed/zone", test_as_needed_in_a_zone);
  return g_test_run ();
}
