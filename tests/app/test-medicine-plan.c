/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A schedule is handed over in the middle of a day, paused, resumed and put into words. Schedules are lines of text, as in the tests of
 * the reminders. */
#include "app/soleus-medicine-plan.h"

#include "app/soleus-words.h"
#include "lib/soleus-test.h"
#include "reminders/soleus-test-schedule.h"

#define MEDICINE "00000000-0000-4000-8000-00000000000a"

static SoleusRecord *
make_medicine (const char *started)
{
  SoleusRecord *medicine = soleus_record_new_full (SOLEUS_KIND_MEDICINE, MEDICINE, (SoleusLife) { .created = 1, .modified = 1, .revision = 1 });

  soleus_row_set_text (soleus_record_get_values (medicine), "name", "Furosemide");
  if (started != NULL)
    soleus_row_set_date (soleus_record_get_values (medicine), "started", soleus_test_date (started));
  return medicine;
}

static GPtrArray *
make_versions (const char *text)
{
  return text != NULL ? soleus_test_versions_new (text) : g_ptr_array_new_with_free_func (g_object_unref);
}

/* Every edit must be one that the diary takes. */
static void
assert_valid (GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      SoleusEdit *edit = g_ptr_array_index (edits, i);
      g_autoptr (GError) error = NULL;

      if (edit->type == SOLEUS_EDIT_SAVE)
        soleus_record_validate (edit->record, &error);
      g_assert_no_error (error);
    }
}

static GPtrArray *
change (GPtrArray  *versions,
        const char *started,
        const char *wanted,
        const char *now)
{
  g_autoptr (SoleusRecord) medicine = make_medicine (started);
  g_autoptr (SoleusRecord) record = wanted != NULL ? soleus_test_version_new (wanted) : NULL;
  g_autoptr (GPtrArray) edits = soleus_medicine_plan_change (versions, medicine, record, soleus_test_time (now));

  assert_valid (edits);
  return soleus_medicine_plan_apply (versions, edits);
}

static void
assert_due (GPtrArray  *versions,
            const char *started,
            const char *from,
            const char *until,
            const char *expected)
{
  g_autoptr (GTimeZone) zone = soleus_test_zone_new ("Europe/Berlin");
  g_autoptr (SoleusSchedule) schedule = NULL;
  g_autofree char *list = NULL;

  g_assert_nonnull (zone);
  schedule = soleus_schedule_new (versions, NULL, started != NULL ? soleus_test_date (started) : SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, zone);
  list = soleus_test_list (schedule, from, until);
  g_assert_cmpstr (list, ==, expected);
}

static void
test_hand_over (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-02-01; times 8:00 20:00");
  g_autoptr (GPtrArray) after = change (before, NULL, "daily 2026-03-03; times 7:00 19:00 21:00", "2026-03-03T15:10:00+01:00");
  SoleusRow *old, *new;

  g_assert_cmpuint (after->len, ==, 2);
  old = soleus_record_get_values (g_ptr_array_index (after, 0));
  new = soleus_record_get_values (g_ptr_array_index (after, 1));
  g_assert_cmpint (soleus_row_get_date (old, "valid_until"), ==, soleus_test_date ("2026-03-03"));
  g_assert_cmpint (soleus_row_get_number (old, "until_minute", -1), ==, 15 * 60 + 10);
  g_assert_cmpint (soleus_row_get_date (new, "valid_from"), ==, soleus_test_date ("2026-03-03"));
  g_assert_cmpint (soleus_row_get_number (new, "from_minute", -1), ==, 15 * 60 + 10);
  g_assert_false (soleus_row_has (new, "valid_until"));
  g_assert_cmpstr (soleus_row_get_text (new, "medicine"), ==, MEDICINE);
  /* What was due this morning stays as it was, and this evening is as the person wants it now. */
  assert_due (after, NULL, "2026-03-02T00:00:00+01:00", "2026-03-05T00:00:00+01:00",
              "2026-03-02 8:00, 2026-03-02 20:00, 2026-03-03 8:00, 2026-03-03 19:00, 2026-03-03 21:00, 2026-03-04 7:00, 2026-03-04 19:00, 2026-03-04 21:00");
}

static void
test_at_midnight (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-02-01; times 0:00 8:00");
  g_autoptr (GPtrArray) after = change (before, NULL, "daily 2026-03-03; times 9:00", "2026-03-03T00:00:40+01:00");
  SoleusRow *old = soleus_record_get_values (g_ptr_array_index (after, 0));

  g_assert_cmpint (soleus_row_get_date (old, "valid_until"), ==, soleus_test_date ("2026-03-02"));
  g_assert_false (soleus_row_has (old, "until_minute"));
  g_assert_false (soleus_row_has (soleus_record_get_values (g_ptr_array_index (after, 1)), "from_minute"));
  assert_due (after, NULL, "2026-03-02T00:00:00+01:00", "2026-03-04T00:00:00+01:00", "2026-03-02 0:00, 2026-03-02 8:00, 2026-03-03 9:00");
}

static void
test_first (void)
{
  g_autoptr (GPtrArray) none = make_versions (NULL);
  g_autoptr (GPtrArray) after = change (none, NULL, "daily 2026-03-03; times 8:00 20:00", "2026-03-03T15:10:00+01:00");

  /* The dose of this morning is not asked for: nobody had said so then. */
  assert_due (after, NULL, "2026-03-01T00:00:00+01:00", "2026-03-05T00:00:00+01:00", "2026-03-03 20:00, 2026-03-04 8:00, 2026-03-04 20:00");
}

static void
test_in_place (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-03-03; from_minute 9:00; times 8:00 20:00; pauses 2026-03-10..2026-03-12");
  g_autoptr (GPtrArray) after = change (before, NULL, "weekdays 2026-03-01; weekdays 3; times 18:00", "2026-03-03T15:10:00+01:00");
  SoleusRecord *version = g_ptr_array_index (after, 0);
  SoleusRow *row = soleus_record_get_values (version);

  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (soleus_record_get_uuid (version), ==, soleus_record_get_uuid (g_ptr_array_index (before, 0)));
  g_assert_cmpint (soleus_row_get_date (row, "valid_from"), ==, soleus_test_date ("2026-03-03"));
  g_assert_cmpint (soleus_row_get_number (row, "from_minute", -1), ==, 9 * 60);
  g_assert_cmpstr (soleus_row_get_text (row, "pattern"), ==, "weekdays");
  g_assert_cmpuint (soleus_row_get_n_rows (row, "pauses"), ==, 1);
  assert_due (after, NULL, "2026-03-01T00:00:00+01:00", "2026-03-17T00:00:00+01:00", "2026-03-03 18:00, 2026-03-09 18:00, 2026-03-16 18:00");
}

static void
test_future_start (void)
{
  g_autoptr (GPtrArray) none = make_versions (NULL);
  g_autoptr (GPtrArray) first = change (none, "2026-03-09", "every-n-days 2026-03-03; every 3; times 8:00", "2026-03-03T15:10:00+01:00");
  g_autoptr (GPtrArray) second = NULL, sooner = NULL;
  SoleusRow *row = soleus_record_get_values (g_ptr_array_index (first, 0));

  g_assert_cmpint (soleus_row_get_date (row, "valid_from"), ==, soleus_test_date ("2026-03-09"));
  g_assert_false (soleus_row_has (row, "from_minute"));
  g_assert_cmpint (soleus_row_get_date (row, "cycle_start"), ==, soleus_test_date ("2026-03-09"));
  assert_due (first, "2026-03-09", "2026-03-01T00:00:00+01:00", "2026-03-16T00:00:00+01:00", "2026-03-09 8:00, 2026-03-12 8:00, 2026-03-15 8:00");

  /* Changed before it begins, it is written over: nothing of the first one is left. */
  second = change (first, "2026-03-09", "daily 2026-03-03; times 7:00", "2026-03-04T10:00:00+01:00");
  g_assert_cmpuint (second->len, ==, 1);
  assert_due (second, "2026-03-09", "2026-03-01T00:00:00+01:00", "2026-03-11T00:00:00+01:00", "2026-03-09 7:00, 2026-03-10 7:00");

  /* The start of the medicine was moved; the same words then mean an earlier beginning. */
  sooner = change (second, "2026-03-05", "daily 2026-03-03; times 7:00", "2026-03-04T10:00:00+01:00");
  assert_due (sooner, "2026-03-05", "2026-03-01T00:00:00+01:00", "2026-03-07T00:00:00+01:00", "2026-03-05 7:00, 2026-03-06 7:00");
}

static void
test_later_versions_go (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-02-01; valid_until 2026-03-10; times 8:00 + daily 2026-03-11; times 9:00 + daily 2026-03-20; times 10:00");
  g_autoptr (GPtrArray) after = change (before, NULL, "daily 2026-03-03; times 7:00", "2026-03-03T06:00:00+01:00");
  g_autoptr (GPtrArray) none = change (before, NULL, NULL, "2026-03-03T09:00:00+01:00");

  g_assert_cmpuint (after->len, ==, 2);
  assert_due (after, NULL, "2026-03-02T00:00:00+01:00", "2026-03-05T00:00:00+01:00", "2026-03-02 8:00, 2026-03-03 7:00, 2026-03-04 7:00");
  assert_due (after, NULL, "2026-03-21T00:00:00+01:00", "2026-03-22T00:00:00+01:00", "2026-03-21 7:00");
  g_assert_cmpuint (none->len, ==, 1);
  assert_due (none, NULL, "2026-03-02T00:00:00+01:00", "2026-04-05T00:00:00+01:00", "2026-03-02 8:00, 2026-03-03 8:00");
}

static void
test_end_of_what_is_new (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-03-03; from_minute 15:10; times 8:00");
  g_autoptr (GPtrArray) after = change (before, NULL, NULL, "2026-03-03T15:10:30+01:00");
  g_autoptr (GPtrArray) later = change (before, NULL, NULL, "2026-03-04T15:10:30+01:00");

  g_assert_cmpuint (after->len, ==, 0);
  assert_due (later, NULL, "2026-03-03T00:00:00+01:00", "2026-03-06T00:00:00+01:00", "2026-03-04 8:00");
}

static void
assert_no_edits (const char *version,
                 const char *wanted)
{
  g_autoptr (GPtrArray) versions = make_versions (version);
  g_autoptr (SoleusRecord) medicine = make_medicine (NULL);
  g_autoptr (SoleusRecord) record = wanted != NULL ? soleus_test_version_new (wanted) : NULL;
  g_autoptr (GPtrArray) edits = soleus_medicine_plan_change (versions, medicine, record, soleus_test_time ("2026-03-03T15:10:00+01:00"));

  g_assert_cmpuint (edits->len, ==, 0);
}

static void
test_nothing_changes (void)
{
  assert_no_edits (NULL, NULL);
  assert_no_edits ("daily 2026-02-01; valid_until 2026-03-02; times 8:00", NULL);
  assert_no_edits ("daily 2026-02-01; times 8:00=2000; pauses 2026-03-10..", "daily 2026-03-03; times 8:00=2000");
  assert_no_edits ("every-n-days 2026-02-01; every 3; times 8:00", "every-n-days 2026-03-03; every 3; times 8:00");
  assert_no_edits ("every-n-days 2026-02-01; every 3; times 8:00", "every-n-days 2026-03-03; every 3; times 8:00; cycle_start 2026-02-01");
}

static void
test_rhythm (void)
{
  g_autoptr (GPtrArray) before = make_versions ("every-n-days 2026-02-01; every 3; times 8:00");
  g_autoptr (GPtrArray) time = change (before, NULL, "every-n-days 2026-03-03; every 3; times 9:00", "2026-03-03T15:10:00+01:00");
  g_autoptr (GPtrArray) chosen = change (before, NULL, "every-n-days 2026-03-03; every 3; times 9:00; cycle_start 2026-03-05", "2026-03-03T15:10:00+01:00");
  g_autoptr (GPtrArray) other = change (before, NULL, "every-n-days 2026-03-03; every 4; times 20:00", "2026-03-03T15:10:00+01:00");
  g_autoptr (GPtrArray) cycles = make_versions ("cycle 2026-02-01; days_on 2; days_off 2; times 8:00");
  g_autoptr (GPtrArray) cycle = change (cycles, NULL, "cycle 2026-03-03; days_on 2; days_off 2; times 9:00", "2026-03-03T15:10:00+01:00");

  /* 1 February and every third day after it. */
  assert_due (time, NULL, "2026-03-01T00:00:00+01:00", "2026-03-11T00:00:00+01:00", "2026-03-03 8:00, 2026-03-06 9:00, 2026-03-09 9:00");
  assert_due (chosen, NULL, "2026-03-01T00:00:00+01:00", "2026-03-11T00:00:00+01:00", "2026-03-03 8:00, 2026-03-05 9:00, 2026-03-08 9:00");
  assert_due (other, NULL, "2026-03-01T00:00:00+01:00", "2026-03-11T00:00:00+01:00", "2026-03-03 8:00, 2026-03-03 20:00, 2026-03-07 20:00");
  /* 1 and 2 February, and so on: 1 and 2, 5 and 6, 9 and 10 March. */
  assert_due (cycle, NULL, "2026-03-01T00:00:00+01:00", "2026-03-10T00:00:00+01:00", "2026-03-01 8:00, 2026-03-02 8:00, 2026-03-05 9:00, 2026-03-06 9:00, 2026-03-09 9:00");
}

static void
test_end_is_kept (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-02-01; valid_until 2026-03-05; times 8:00");
  g_autoptr (GPtrArray) after = change (before, NULL, "daily 2026-02-01; valid_until 2026-03-05; times 9:00", "2026-03-03T15:10:00+01:00");

  assert_due (after, NULL, "2026-03-03T00:00:00+01:00", "2026-04-01T00:00:00+01:00", "2026-03-03 8:00, 2026-03-04 9:00, 2026-03-05 9:00");
}

static void
test_pauses_are_carried_over (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-02-01; times 8:00; pauses 2026-02-10..2026-02-11 2026-03-05..2026-03-06 2026-03-08..");
  g_autoptr (GPtrArray) after = change (before, NULL, "daily 2026-03-03; times 9:00", "2026-03-03T15:10:00+01:00");
  SoleusRow *row = soleus_record_get_values (g_ptr_array_index (after, 1));

  g_assert_cmpuint (soleus_row_get_n_rows (row, "pauses"), ==, 2);
  assert_due (after, NULL, "2026-03-03T00:00:00+01:00", "2026-04-01T00:00:00+02:00", "2026-03-03 8:00, 2026-03-04 9:00, 2026-03-07 9:00");
}

static GPtrArray *
pause_from (GPtrArray  *versions,
            const char *from,
            const char *until)
{
  g_autoptr (GPtrArray) edits = soleus_medicine_plan_pause (versions, soleus_test_date (from), until != NULL ? soleus_test_date (until) : SOLEUS_DATE_NONE);

  assert_valid (edits);
  return soleus_medicine_plan_apply (versions, edits);
}

static GPtrArray *
resume_at (GPtrArray  *versions,
           const char *now)
{
  g_autoptr (GPtrArray) edits = soleus_medicine_plan_resume (versions, soleus_test_time (now));

  assert_valid (edits);
  return soleus_medicine_plan_apply (versions, edits);
}

static void
test_pause (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-01-01; valid_until 2026-01-31; times 7:00 + daily 2026-02-01; valid_until 2026-03-05; times 8:00 + daily 2026-03-06; times 9:00");
  g_autoptr (GPtrArray) paused = pause_from (before, "2026-03-04", "2026-03-06");
  g_autoptr (GPtrArray) open = pause_from (paused, "2026-03-05", NULL);
  g_autoptr (GPtrArray) shorter = pause_from (open, "2026-03-05", "2026-03-05");
  g_autoptr (GPtrArray) again = pause_from (shorter, "2026-03-04", "2026-03-05");

  assert_due (paused, NULL, "2026-03-03T00:00:00+01:00", "2026-03-09T00:00:00+01:00", "2026-03-03 8:00, 2026-03-07 9:00, 2026-03-08 9:00");
  assert_due (paused, NULL, "2026-01-31T00:00:00+01:00", "2026-02-02T00:00:00+01:00", "2026-01-31 7:00, 2026-02-01 8:00");
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (g_ptr_array_index (paused, 0)), "pauses"), ==, 0);
  assert_due (open, NULL, "2026-03-03T00:00:00+01:00", "2027-03-09T00:00:00+01:00", "2026-03-03 8:00");
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (g_ptr_array_index (open, 1)), "pauses"), ==, 1);
  assert_due (shorter, NULL, "2026-03-03T00:00:00+01:00", "2026-03-08T00:00:00+01:00", "2026-03-03 8:00, 2026-03-06 9:00, 2026-03-07 9:00");
  g_assert_true (g_ptr_array_index (again, 1) == g_ptr_array_index (shorter, 1));
}

static void
test_pause_does_not_shorten_another (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-02-01; times 8:00; pauses 2026-03-06..2026-03-08 2026-03-20..2026-03-21");
  g_autoptr (GPtrArray) after = pause_from (before, "2026-03-04", "2026-03-06");

  assert_due (after, NULL, "2026-03-03T00:00:00+01:00", "2026-03-10T00:00:00+01:00", "2026-03-03 8:00, 2026-03-09 8:00");
  assert_due (after, NULL, "2026-03-19T00:00:00+01:00", "2026-03-23T00:00:00+01:00", "2026-03-19 8:00, 2026-03-22 8:00");
}

static void
test_resume (void)
{
  g_autoptr (GPtrArray) before = make_versions ("every-n-days 2026-02-01; every 2; times 8:00 20:00; pauses 2026-02-20..");
  g_autoptr (GPtrArray) after = resume_at (before, "2026-03-03T15:10:00+01:00");
  g_autoptr (GPtrArray) midnight = resume_at (before, "2026-03-03T00:00:00+01:00");
  g_autoptr (GPtrArray) first_day = resume_at (before, "2026-02-20T15:10:00+01:00");

  /* 1 February and every second day: 3 March too. This morning was paused and is not asked for; this evening is due. */
  assert_due (after, NULL, "2026-02-17T00:00:00+01:00", "2026-03-06T00:00:00+01:00",
              "2026-02-17 8:00, 2026-02-17 20:00, 2026-02-19 8:00, 2026-02-19 20:00, 2026-03-03 20:00, 2026-03-05 8:00, 2026-03-05 20:00");
  g_assert_cmpuint (midnight->len, ==, 1);
  assert_due (midnight, NULL, "2026-03-01T00:00:00+01:00", "2026-03-04T00:00:00+01:00", "2026-03-03 8:00, 2026-03-03 20:00");
  g_assert_cmpuint (first_day->len, ==, 1);
  assert_due (first_day, NULL, "2026-02-19T00:00:00+01:00", "2026-02-22T00:00:00+01:00", "2026-02-19 8:00, 2026-02-19 20:00, 2026-02-21 8:00, 2026-02-21 20:00");
}

static void
test_resume_before_it_begins (void)
{
  g_autoptr (GPtrArray) before = make_versions ("daily 2026-02-01; times 8:00; pauses 2026-03-10..2026-03-12 2026-03-20..2026-03-21");
  g_autoptr (GPtrArray) after = resume_at (before, "2026-03-03T15:10:00+01:00");
  g_autoptr (GPtrArray) none = make_versions ("daily 2026-02-01; times 8:00; pauses 2026-02-10..2026-02-12");
  g_autoptr (GPtrArray) nothing = soleus_medicine_plan_resume (none, soleus_test_time ("2026-03-03T15:10:00+01:00"));

  assert_due (after, NULL, "2026-03-10T00:00:00+01:00", "2026-03-12T00:00:00+01:00", "2026-03-10 8:00, 2026-03-11 8:00");
  assert_due (after, NULL, "2026-03-19T00:00:00+01:00", "2026-03-23T00:00:00+01:00", "2026-03-19 8:00, 2026-03-22 8:00");
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_current (void)
{
  g_autoptr (GPtrArray) versions = make_versions ("daily 2026-02-01; valid_until 2026-03-03; until_minute 10:00; times 8:00 + weekdays 2026-03-03; from_minute 10:00; valid_until 2026-03-04; weekdays 1; times 8:00 + "
                                                  "as-needed 2026-03-08 + daily 2026-02-01; deleted; times 8:00");
  static const struct
  {
    const char *now;
    int found;
  } cases[] = {
    { "2026-01-01T08:00:00+01:00", 0 }, { "2026-03-03T09:59:59+01:00", 0 }, { "2026-03-03T10:00:00+01:00", 1 }, { "2026-03-04T23:59:00+01:00", 1 },
    { "2026-03-05T00:00:00+01:00", 2 }, { "2030-01-01T00:00:00+01:00", 2 },
  };
  g_autoptr (GPtrArray) ended = make_versions ("daily 2026-02-01; valid_until 2026-03-03; times 8:00");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (soleus_medicine_plan_find_current (versions, soleus_test_time (cases[i].now)) == g_ptr_array_index (versions, cases[i].found));
  g_assert_null (soleus_medicine_plan_find_current (ended, soleus_test_time ("2026-03-04T00:00:00+01:00")));
}

static void
test_list (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (SoleusRecord) medicine = make_medicine (NULL);
  g_autoptr (GPtrArray) versions = make_versions ("daily 2026-03-01; times 8:00 + daily 2026-02-01; times 9:00 + daily 2026-02-15; times 9:00");
  g_autoptr (GPtrArray) all = NULL, none = NULL;
  SoleusDate last = SOLEUS_DATE_NONE;

  g_assert_true (soleus_diary_save (diary, medicine, NULL));
  for (guint i = 0; i < versions->len; i++)
    g_assert_true (soleus_diary_save (diary, g_ptr_array_index (versions, i), NULL));
  g_assert_true (soleus_diary_delete (diary, soleus_record_get_uuid (g_ptr_array_index (versions, 2)), NULL));
  all = soleus_medicine_plan_list (diary, MEDICINE, NULL);
  none = soleus_medicine_plan_list (diary, "00000000-0000-4000-8000-00000000000b", NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 2);
  for (guint i = 0; i < all->len; i++)
    {
      SoleusDate from = soleus_row_get_date (soleus_record_get_values (g_ptr_array_index (all, i)), "valid_from");

      g_assert_cmpint (from, >, last);
      last = from;
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *version;
    const char *words;
  } cases[] = {
    { "daily 2026-03-01; times 8:00", "Every day at 8:00" },
    { "daily 2026-03-01; times 8:00 21:00", "Every day at 8:00 and 21:00" },
    { "daily 2026-03-01; times 8:00 14:00 21:00", "Every day at 8:00, 14:00 and 21:00" },
    { "daily 2026-03-01; times 8:00=2000 21:00=500", "Every day at 8:00 (2), 21:00 (0.5)" },
    { "daily 2026-03-01; times 8:00=10000000 21:00", "Every day at 8:00 (10000), 21:00" },
    { "daily 2026-03-01; times 8:00=1000", "Every day at 8:00" },
    { "daily 2026-03-01; times 8:00=1000 21:00", "Every day at 8:00 and 21:00" },
    { "daily 2026-03-01; times 8:00=1000 21:00=1001", "Every day at 8:00 (1), 21:00 (1.001)" },
    { "daily 2026-03-01", "Every day, with no time yet" },
    { "weekdays 2026-03-01; weekdays 9; times 8:00", "Monday and Thursday at 8:00" },
    { "weekdays 2026-03-01; weekdays 67; times 8:00", "Monday, Tuesday and Sunday at 8:00" },
    { "weekdays 2026-03-01; weekdays 127; times 8:00", "Every day at 8:00" },
    { "weekdays 2026-03-01; times 8:00", "On no day at 8:00" },
    { "every-n-days 2026-03-01; every 3; times 8:00", "Every 3 days at 8:00" },
    { "every-n-days 2026-03-01; every 1; times 8:00", "Every day at 8:00" },
    { "day-of-month 2026-03-01; month_day 31; times 8:00", "On day 31 of each month at 8:00; in short months on the last day" },
    { "day-of-month 2026-03-01; month_day 29; short_month skip; times 8:00", "On day 29 of each month at 8:00; not in months without that day" },
    { "day-of-month 2026-03-01; month_day 28; short_month skip; times 8:00", "On day 28 of each month at 8:00" },
    { "every-n-hours 2026-03-01; every 6; window_from 480; window_until 1320", "Every 6 hours from 8:00 to 22:00" },
    { "every-n-hours 2026-03-01; every 6; window_from 480; window_until 1320; times 0:00=2000", "Every 6 hours from 8:00 to 22:00 (2)" },
    { "every-n-hours 2026-03-01; every 6; window_from 480; window_until 1320; times 0:00=1000", "Every 6 hours from 8:00 to 22:00" },
    { "every-n-hours 2026-03-01; every 6", "Every 6 hours, day and night" },
    { "every-n-hours 2026-03-01; every 6; window_from 480; window_until 1440", "Every 6 hours from 8:00 to 0:00" },
    { "every-n-hours 2026-03-01; every 6; window_from 480; window_until 480", "Every day at 8:00" },
    { "after-last-dose 2026-03-01; every 8; times 8:00", "8 hours after the last dose" },
    { "after-last-dose 2026-03-01; every 1; times 8:00=1500", "1 hour after the last dose (1.5)" },
    { "cycle 2026-03-01; days_on 21; days_off 7; times 8:00", "21 days on, 7 days off, at 8:00" },
    { "cycle 2026-03-01; days_on 1; days_off 1; times 8:00 9:00", "1 day on, 1 day off, at 8:00 and 9:00" },
    { "as-needed 2026-03-01; gap_min 240; most_a_day 4", "As needed. At least 4 hours apart, at most 4 in 24 hours" },
    { "as-needed 2026-03-01; gap_min 270", "As needed. At least 4 hours 30 minutes apart" },
    { "as-needed 2026-03-01; most_a_day 2", "As needed. At most 2 in 24 hours" },
    { "as-needed 2026-03-01", "As needed" },
  };
  g_autofree char *none = soleus_medicine_plan_say (NULL);
  g_autoptr (SoleusRecord) evening = soleus_test_version_new ("daily 2026-03-01; times 8:00 21:00");
  g_autofree char *half_day = NULL;

  g_assert_cmpstr (none, ==, "No schedule");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusRecord) version = soleus_test_version_new (cases[i].version);
      g_autofree char *words = soleus_medicine_plan_say (version);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  soleus_words_set_clock_format (SOLEUS_CLOCK_12H);
  half_day = soleus_medicine_plan_say (evening);
  soleus_words_set_clock_format (SOLEUS_CLOCK_24H);
  g_assert_cmpstr (half_day, ==, "Every day at 8:00 am and 9:00 pm");
}

static void
test_words_of_pauses (void)
{
  static const struct
  {
    const char *version;
    const char *words;
  } cases[] = {
    { "daily 2026-02-01; times 8:00", NULL },
    { "daily 2026-02-01; times 8:00; pauses 2026-02-10..2026-03-02", NULL },
    { "daily 2026-02-01; times 8:00; pauses 2026-03-02..", "Paused since Monday 2 March." },
    { "daily 2026-02-01; times 8:00; pauses 2026-03-03..2026-03-13", "Paused until Friday 13 March." },
    { "daily 2026-02-01; times 8:00; pauses 2026-03-02..2027-01-04", "Paused until Monday 4 January 2027." },
    { "daily 2026-02-01; times 8:00; pauses 2026-03-20..2026-03-21 2026-03-09..2026-03-13", "Paused from Monday 9 March until Friday 13 March." },
    { "daily 2026-02-01; times 8:00; pauses 2026-03-09..", "Paused from Monday 9 March on." },
  };

  g_assert_null (soleus_medicine_plan_say_pause (NULL, soleus_test_date ("2026-03-03")));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusRecord) version = soleus_test_version_new (cases[i].version);
      g_autofree char *words = soleus_medicine_plan_say_pause (version, soleus_test_date ("2026-03-03"));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
assert_next (const char *version,
             const char *doses,
             const char *now,
             const char *expected)
{
  g_autoptr (SoleusSchedule) schedule = soleus_test_schedule_new (version, doses, NULL, NULL, "Europe/Berlin");
  g_autoptr (GPtrArray) versions = soleus_test_versions_new (version);
  g_autofree char *words = soleus_medicine_plan_say_next (schedule, soleus_medicine_plan_find_current (versions, soleus_test_time (now)), soleus_test_time (now), 3);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_next (void)
{
  assert_next ("daily 2026-03-01; times 8:00", NULL, "2026-03-03T07:00:00+01:00", "Tue 3 March 8:00 · Wed 4 March 8:00 · Thu 5 March 8:00");
  /* What is due in this very minute is still named. */
  assert_next ("daily 2026-03-01; times 8:00", NULL, "2026-03-03T08:00:59+01:00", "Tue 3 March 8:00 · Wed 4 March 8:00 · Thu 5 March 8:00");
  assert_next ("daily 2026-03-01; valid_until 2026-03-03; times 8:00", NULL, "2026-03-03T07:00:00+01:00", "Tue 3 March 8:00");
  assert_next ("daily 2026-03-01; valid_until 2026-03-03; times 8:00", NULL, "2026-03-03T09:00:00+01:00", "With these settings there is no next dose.");
  assert_next ("daily 2026-03-01; pauses 2026-03-01..; times 8:00", NULL, "2026-03-03T09:00:00+01:00", "With these settings there is no next dose.");
  assert_next ("day-of-month 2026-03-01; month_day 31; short_month skip; times 8:00", NULL, "2026-10-01T09:00:00+02:00", "Sat 31 October 8:00 · Thu 31 December 8:00 · Sun 31 January 2027 8:00");
  /* Both stand at one instant when the clock jumps over the first. */
  assert_next ("daily 2026-03-01; times 2:30 3:00", NULL, "2026-03-28T12:00:00+01:00", "Sun 29 March 3:00 · Sun 29 March 3:00 · Mon 30 March 2:30");
  assert_next ("after-last-dose 2026-03-01; every 8; times 8:00", "taken 2026-03-03T05:30:00+01:00", "2026-03-03T07:00:00+01:00", "Tue 3 March 13:30, then 8 hours after each dose");
  assert_next ("after-last-dose 2026-03-01; every 8; times 8:00", "taken 2026-03-02T05:30:00+01:00", "2026-03-03T07:00:00+01:00", "Due since Mon 2 March 13:30, then 8 hours after each dose");
  assert_next ("after-last-dose 2026-03-01; every 8", NULL, "2026-03-03T07:00:00+01:00", "With these settings there is no next dose.");
  assert_next ("as-needed 2026-03-01; gap_min 240", NULL, "2026-03-03T07:00:00+01:00", "As needed: nothing is due by itself.");
}

static void
assert_clock_change (const char *version,
                     const char *now,
                     const char *expected)
{
  g_autoptr (SoleusSchedule) schedule = soleus_test_schedule_new (version, NULL, NULL, NULL, "Europe/Berlin");
  g_autofree char *words = soleus_medicine_plan_say_clock_change (schedule, soleus_test_time (now));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_clock_change (void)
{
  assert_clock_change ("daily 2026-03-01; times 8:00", "2026-03-03T07:00:00+01:00", NULL);
  assert_clock_change ("daily 2026-03-01; times 2:30", "2026-03-03T07:00:00+01:00", "On 29 March 2:30 does not exist. You are reminded at 3:00.");
  assert_clock_change ("daily 2026-03-01; times 2:30", "2026-04-03T07:00:00+02:00", "On 25 October 2:30 comes twice. The first one counts.");
  assert_clock_change ("weekdays 2026-03-01; weekdays 1; times 2:30", "2026-03-03T07:00:00+01:00", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/medicine-plan/change/hand-over", test_hand_over);
  g_test_add_func ("/medicine-plan/change/at-midnight", test_at_midnight);
  g_test_add_func ("/medicine-plan/change/first", test_first);
  g_test_add_func ("/medicine-plan/change/in-place", test_in_place);
  g_test_add_func ("/medicine-plan/change/future-start", test_future_start);
  g_test_add_func ("/medicine-plan/change/later-versions-go", test_later_versions_go);
  g_test_add_func ("/medicine-plan/change/end-of-what-is-new", test_end_of_what_is_new);
  g_test_add_func ("/medicine-plan/change/nothing-changes", test_nothing_changes);
  g_test_add_func ("/medicine-plan/change/rhythm", test_rhythm);
  g_test_add_func ("/medicine-plan/change/end-is-kept", test_end_is_kept);
  g_test_add_func ("/medicine-plan/change/pauses", test_pauses_are_carried_over);
  g_test_add_func ("/medicine-plan/pause", test_pause);
  g_test_add_func ("/medicine-plan/pause/does-not-shorten-another", test_pause_does_not_shorten_another);
  g_test_add_func ("/medicine-plan/resume", test_resume);
  g_test_add_func ("/medicine-plan/resume/before-it-begins", test_resume_before_it_begins);
  g_test_add_func ("/medicine-plan/current", test_current);
  g_test_add_func ("/medicine-plan/list", test_list);
  g_test_add_func ("/medicine-plan/words", test_words);
  g_test_add_func ("/medicine-plan/words/pauses", test_words_of_pauses);
  g_test_add_func ("/medicine-plan/words/next", test_next);
  g_test_add_func ("/medicine-plan/words/clock-change", test_clock_change);

  return g_test_run ();
}
