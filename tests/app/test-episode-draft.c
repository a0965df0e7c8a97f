/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cramp while it is described: when it began, how long it took, what is refused, and how it is kept for later. */
#include "app/soleus-episode-draft.h"

#include <locale.h>

#include "lib/soleus-test.h"

/* Tuesday, ten past eight in the morning. */
#define NOW "2026-03-03T08:10:00+01:00"
#define NIGHT soleus_date_from_ymd (2026, 3, 3)

static SoleusClock *
berlin_clock (const char *iso)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  return zone != NULL ? soleus_clock_new_fixed_zone (soleus_test_time (iso).utc, zone) : NULL;
}

static SoleusEpisodeDraft *
new_draft (const char *now,
           SoleusDate  night)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (now);

  return soleus_episode_draft_new (clock, night);
}

static void
assert_time (SoleusEpisodeDraft *draft,
             const char         *field,
             const char         *expected)
{
  g_autofree char *iso = NULL;
  SoleusTime time;

  if (soleus_row_get_time (soleus_episode_draft_get_values (draft), field, &time))
    iso = soleus_time_to_iso (time);
  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_precision (SoleusEpisodeDraft *draft,
                  const char         *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (soleus_row_get_text (soleus_episode_draft_get_values (draft), "precision"), ==, expected);
  g_assert_true (soleus_record_validate (soleus_episode_draft_get_record (draft), &error));
  g_assert_no_error (error);
}

static void
assert_problem (SoleusEpisodeDraft *draft,
                const char         *expected)
{
  g_autofree char *problem = soleus_episode_draft_dup_problem (draft);

  g_assert_cmpstr (problem, ==, expected);
}

static gint64
get_number (SoleusEpisodeDraft *draft,
            const char         *field)
{
  return soleus_row_get_number (soleus_episode_draft_get_values (draft), field, -1);
}

static void
test_blank (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, SOLEUS_DATE_NONE);

  g_assert_true (soleus_episode_draft_is_new (draft));
  g_assert_false (soleus_episode_draft_is_changed (draft));
  g_assert_false (soleus_episode_draft_says_anything (draft));
  assert_precision (draft, "night");
  g_assert_cmpint (soleus_episode_draft_get_night (draft), ==, NIGHT);
  g_assert_cmpint (soleus_episode_draft_get_date (draft), ==, NIGHT);
  g_assert_cmpint (soleus_episode_draft_get_minute (draft), ==, SOLEUS_DRAFT_NONE);
  g_assert_true (soleus_episode_draft_get_over (draft));
  assert_problem (draft, NULL);
}

/* Without a night and a date, a typed time is the latest one that is past. */
static void
test_latest_time (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, SOLEUS_DATE_NONE);

  soleus_episode_draft_set_minute (draft, 160);
  assert_time (draft, "start", "2026-03-03T02:40:00+01:00");
  assert_precision (draft, "exact");
  g_assert_true (soleus_episode_draft_is_changed (draft));

  soleus_episode_draft_set_minute (draft, 23 * 60 + 30);
  assert_time (draft, "start", "2026-03-02T23:30:00+01:00");
  g_assert_cmpint (soleus_episode_draft_get_date (draft), ==, NIGHT - 1);
  g_assert_cmpint (soleus_episode_draft_get_night (draft), ==, NIGHT);

  soleus_episode_draft_set_minute (draft, SOLEUS_DRAFT_NONE);
  g_assert_cmpint (soleus_episode_draft_get_date (draft), ==, NIGHT);
  soleus_episode_draft_set_minute (draft, 160);
  assert_time (draft, "start", "2026-03-03T02:40:00+01:00");

  soleus_episode_draft_set_minute (draft, SOLEUS_DRAFT_NONE);
  assert_precision (draft, "night");
  assert_time (draft, "start", NULL);
  g_assert_cmpint (soleus_episode_draft_get_night (draft), ==, NIGHT);
  g_assert_false (soleus_episode_draft_is_changed (draft));
}

/* For a given night it lies in that night. */
static void
test_time_in_night (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, NIGHT - 10);

  soleus_episode_draft_set_minute (draft, 23 * 60);
  assert_time (draft, "start", "2026-02-20T23:00:00+01:00");
  soleus_episode_draft_set_minute (draft, 719);
  assert_time (draft, "start", "2026-02-21T11:59:00+01:00");
  soleus_episode_draft_set_minute (draft, 720);
  assert_time (draft, "start", "2026-02-20T12:00:00+01:00");
  g_assert_cmpint (soleus_episode_draft_get_night (draft), ==, NIGHT - 10);
}

/* A date that was chosen stays. */
static void
test_chosen_date (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, SOLEUS_DATE_NONE);

  soleus_episode_draft_set_date (draft, NIGHT - 3);
  assert_precision (draft, "night");
  g_assert_cmpint (soleus_episode_draft_get_night (draft), ==, NIGHT - 3);
  soleus_episode_draft_set_minute (draft, 23 * 60);
  assert_time (draft, "start", "2026-02-28T23:00:00+01:00");
  g_assert_cmpint (soleus_episode_draft_get_night (draft), ==, NIGHT - 2);
  soleus_episode_draft_set_date (draft, NIGHT - 5);
  assert_time (draft, "start", "2026-02-26T23:00:00+01:00");
}

static void
test_now (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft ("2026-03-03T08:10:42+01:00", SOLEUS_DATE_NONE);

  soleus_episode_draft_set_about (draft, TRUE);
  soleus_episode_draft_set_now (draft);
  assert_time (draft, "start", "2026-03-03T08:10:00+01:00");
  assert_precision (draft, "exact");
  assert_problem (draft, NULL);
}

static void
test_about (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, SOLEUS_DATE_NONE);

  soleus_episode_draft_set_about (draft, TRUE);
  assert_precision (draft, "night");
  soleus_episode_draft_set_minute (draft, 160);
  assert_precision (draft, "about");
  g_assert_cmpint (get_number (draft, "start_span_min"), ==, -1);
  soleus_episode_draft_set_minute (draft, 170);
  assert_precision (draft, "about");
  soleus_episode_draft_set_about (draft, FALSE);
  assert_precision (draft, "exact");
  assert_time (draft, "start", "2026-03-03T02:50:00+01:00");
}

static void
test_spans (void)
{
  static const struct
  {
    SoleusNightSpan span;
    const char *start;
    int minutes;
  } cases[] = {
    { SOLEUS_NIGHT_SPAN_BEFORE_MIDNIGHT, "2026-02-28T20:00:00+01:00", 240 },
    { SOLEUS_NIGHT_SPAN_MIDNIGHT_TO_2, "2026-03-01T00:00:00+01:00", 120 },
    { SOLEUS_NIGHT_SPAN_2_TO_4, "2026-03-01T02:00:00+01:00", 120 },
    { SOLEUS_NIGHT_SPAN_4_TO_6, "2026-03-01T04:00:00+01:00", 120 },
    { SOLEUS_NIGHT_SPAN_AFTER_6, "2026-03-01T06:00:00+01:00", 180 },
  };
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, NIGHT - 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      soleus_episode_draft_set_span (draft, cases[i].span);
      assert_time (draft, "start", cases[i].start);
      assert_precision (draft, "about");
      g_assert_cmpint (get_number (draft, "start_span_min"), ==, cases[i].minutes);
      g_assert_cmpint (soleus_episode_draft_get_span (draft), ==, cases[i].span);
      g_assert_cmpint (soleus_episode_draft_get_minute (draft), ==, SOLEUS_DRAFT_NONE);
      g_assert_cmpint (soleus_episode_draft_get_night (draft), ==, NIGHT - 2);
    }

  soleus_episode_draft_set_span (draft, SOLEUS_NIGHT_SPAN_NONE);
  assert_precision (draft, "night");
  g_assert_cmpint (soleus_episode_draft_get_span (draft), ==, SOLEUS_NIGHT_SPAN_NONE);
  g_assert_cmpint (get_number (draft, "start_span_min"), ==, -1);

  /* An exact time replaces the span, and is not "about" */
  soleus_episode_draft_set_span (draft, SOLEUS_NIGHT_SPAN_2_TO_4);
  soleus_episode_draft_set_minute (draft, 160);
  assert_precision (draft, "exact");
  assert_time (draft, "start", "2026-03-01T02:40:00+01:00");

  /* A span that is not "about" any more leaves its night */
  soleus_episode_draft_set_span (draft, SOLEUS_NIGHT_SPAN_2_TO_4);
  soleus_episode_draft_set_about (draft, FALSE);
  assert_precision (draft, "night");
}

static void
test_clock_change (void)
{
  g_autoptr (SoleusClock) clock = berlin_clock ("2026-11-01T08:00:00+01:00");
  g_autoptr (SoleusEpisodeDraft) draft = NULL;
  g_autoptr (SoleusEpisodeDraft) again = NULL;

  if (clock == NULL)
    {
      g_test_skip ("no time zones are installed");
      return;
    }
  draft = soleus_episode_draft_new (clock, SOLEUS_DATE_NONE);

  /* Skipped: the next minute that there was */
  soleus_episode_draft_set_date (draft, soleus_date_from_ymd (2026, 3, 29));
  soleus_episode_draft_set_minute (draft, 150);
  g_assert_cmpint (soleus_episode_draft_get_fit (draft), ==, SOLEUS_LOCAL_SKIPPED);
  assert_time (draft, "start", "2026-03-29T03:00:00+02:00");
  soleus_episode_draft_set_minute (draft, 180);
  g_assert_cmpint (soleus_episode_draft_get_fit (draft), ==, SOLEUS_LOCAL_ONCE);
  soleus_episode_draft_set_span (draft, SOLEUS_NIGHT_SPAN_2_TO_4);
  g_assert_cmpint (get_number (draft, "start_span_min"), ==, 60);
  g_assert_cmpint (soleus_episode_draft_get_span (draft), ==, SOLEUS_NIGHT_SPAN_2_TO_4);

  /* Twice: the first, until the second is asked for */
  soleus_episode_draft_set_date (draft, soleus_date_from_ymd (2026, 10, 25));
  soleus_episode_draft_set_minute (draft, 150);
  g_assert_cmpint (soleus_episode_draft_get_fit (draft), ==, SOLEUS_LOCAL_TWICE);
  assert_time (draft, "start", "2026-10-25T02:30:00+02:00");
  soleus_episode_draft_set_second_time (draft, TRUE);
  assert_time (draft, "start", "2026-10-25T02:30:00+01:00");
  g_assert_true (soleus_episode_draft_get_second_time (draft));

  /* A record knows which it was */
  again = soleus_episode_draft_new_for_record (clock, soleus_episode_draft_get_record (draft));
  g_assert_cmpint (soleus_episode_draft_get_fit (again), ==, SOLEUS_LOCAL_TWICE);
  g_assert_true (soleus_episode_draft_get_second_time (again));
  soleus_episode_draft_set_second_time (again, FALSE);
  assert_time (again, "start", "2026-10-25T02:30:00+02:00");

  /* An end in the repeated hour lies after its start */
  soleus_episode_draft_set_end_minute (draft, 140);
  assert_time (draft, "end", "2026-10-26T02:20:00+01:00");
  soleus_episode_draft_set_second_time (draft, FALSE);
  assert_time (draft, "end", "2026-10-25T02:20:00+01:00");
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, 50 * 60);

  soleus_episode_draft_set_minute (draft, 200);
  g_assert_cmpint (soleus_episode_draft_get_fit (draft), ==, SOLEUS_LOCAL_ONCE);
  g_assert_false (soleus_episode_draft_get_second_time (draft));
}

/* A cramp from a journey stays on the clock of that place. */
static void
test_journey (void)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_EPISODE);
  g_autoptr (SoleusEpisodeDraft) draft = NULL;

  soleus_row_set_text (soleus_record_get_values (record), "precision", "exact");
  soleus_row_set_time (soleus_record_get_values (record), "start", soleus_test_time ("2026-02-20T03:00:00-05:00"));
  draft = soleus_episode_draft_new_for_record (clock, record);
  g_assert_cmpint (soleus_episode_draft_get_minute (draft), ==, 180);
  soleus_episode_draft_set_minute (draft, 190);
  assert_time (draft, "start", "2026-02-20T03:10:00-05:00");
  soleus_episode_draft_set_end_minute (draft, 200);
  assert_time (draft, "end", "2026-02-20T03:20:00-05:00");
}

static void
test_future (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, SOLEUS_DATE_NONE);

  soleus_episode_draft_set_date (draft, NIGHT);
  soleus_episode_draft_set_minute (draft, 8 * 60 + 10);
  assert_problem (draft, NULL);
  soleus_episode_draft_set_minute (draft, 8 * 60 + 11);
  assert_problem (draft, "This is in the future.");
  soleus_episode_draft_set_minute (draft, 8 * 60);
  assert_problem (draft, NULL);
  soleus_episode_draft_set_seconds (draft, 600);
  assert_problem (draft, NULL);
  soleus_episode_draft_set_seconds (draft, 660);
  assert_problem (draft, "This is in the future.");
  soleus_episode_draft_set_end_minute (draft, 8 * 60 + 5);
  assert_problem (draft, NULL);

  soleus_episode_draft_set_minute (draft, SOLEUS_DRAFT_NONE);
  soleus_episode_draft_set_end_minute (draft, SOLEUS_DRAFT_NONE);
  soleus_episode_draft_set_date (draft, NIGHT + 1);
  assert_problem (draft, "This is in the future.");
}

/* Of duration and end the last one said wins; the other is worked out. */
static void
test_duration_and_end (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, NIGHT);

  soleus_episode_draft_set_minute (draft, 160);
  soleus_episode_draft_set_seconds (draft, 360);
  g_assert_cmpint (get_number (draft, "seconds"), ==, 360);
  assert_time (draft, "end", NULL);
  g_assert_cmpint (soleus_episode_draft_get_end_minute (draft), ==, 166);

  soleus_episode_draft_set_end_minute (draft, 170);
  assert_time (draft, "end", "2026-03-03T02:50:00+01:00");
  g_assert_cmpint (get_number (draft, "seconds"), ==, -1);
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, 600);

  /* The end stays where it was said when the start moves */
  soleus_episode_draft_set_minute (draft, 165);
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, 300);
  soleus_episode_draft_set_minute (draft, 23 * 60 + 50);
  assert_time (draft, "end", "2026-03-03T02:50:00+01:00");
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, 3 * 3600);

  /* The duration stays too */
  soleus_episode_draft_set_seconds (draft, 90);
  soleus_episode_draft_set_minute (draft, 120);
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, 90);
  g_assert_cmpint (soleus_episode_draft_get_end_minute (draft), ==, 121);

  /* Over midnight */
  soleus_episode_draft_set_minute (draft, 23 * 60 + 58);
  soleus_episode_draft_set_end_minute (draft, 3);
  assert_time (draft, "end", "2026-03-03T00:03:00+01:00");
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, 300);
  assert_precision (draft, "exact");

  /* Where only a part of the night is known, nothing can be worked out */
  soleus_episode_draft_set_span (draft, SOLEUS_NIGHT_SPAN_2_TO_4);
  soleus_episode_draft_set_seconds (draft, 360);
  g_assert_cmpint (soleus_episode_draft_get_end_minute (draft), ==, SOLEUS_DRAFT_NONE);

  soleus_episode_draft_set_seconds (draft, SOLEUS_DRAFT_NONE);
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, SOLEUS_DRAFT_NONE);
  assert_precision (draft, "about");
}

static void
test_over (void)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);
  g_autoptr (SoleusEpisodeDraft) draft = soleus_episode_draft_new (clock, NIGHT);
  g_autoptr (SoleusEpisodeDraft) running = NULL;

  soleus_episode_draft_set_minute (draft, 160);
  soleus_episode_draft_set_seconds (draft, 360);
  soleus_episode_draft_set_over (draft, FALSE);
  g_assert_cmpint (soleus_row_get_answer (soleus_episode_draft_get_values (draft), "open"), ==, SOLEUS_YES);
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, SOLEUS_DRAFT_NONE);
  assert_precision (draft, "exact");

  /* A cramp that was running when it was saved */
  running = soleus_episode_draft_new_for_record (clock, soleus_episode_draft_get_record (draft));
  g_assert_false (soleus_episode_draft_get_over (running));
  soleus_episode_draft_set_end_minute (running, 170);
  g_assert_true (soleus_episode_draft_get_over (running));
  g_assert_cmpint (soleus_row_get_answer (soleus_episode_draft_get_values (running), "open"), ==, SOLEUS_NO);
  assert_precision (running, "exact");

  soleus_episode_draft_set_over (draft, TRUE);
  g_assert_cmpint (soleus_row_get_answer (soleus_episode_draft_get_values (draft), "open"), ==, SOLEUS_NOT_ANSWERED);
}

/* What the form does not touch stays exactly as it was, to the second. */
static void
test_untouched (void)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_EPISODE);
  SoleusRow *values = soleus_record_get_values (record);
  g_autoptr (SoleusEpisodeDraft) draft = NULL;

  soleus_row_set_text (values, "precision", "exact");
  soleus_row_set_time (values, "start", soleus_test_time ("2026-03-03T02:40:17+01:00"));
  soleus_row_set_time (values, "end", soleus_test_time ("2026-03-03T02:46:02+01:00"));
  soleus_row_set_number (values, "seconds", 345);
  draft = soleus_episode_draft_new_for_record (clock, record);

  soleus_episode_draft_set_minute (draft, 160);
  soleus_episode_draft_set_end_minute (draft, 166);
  soleus_episode_draft_set_seconds (draft, 345);
  soleus_episode_draft_set_over (draft, TRUE);
  soleus_episode_draft_set_about (draft, FALSE);
  g_assert_false (soleus_episode_draft_is_changed (draft));

  soleus_episode_draft_set_number (draft, "pain", 7);
  g_assert_true (soleus_episode_draft_is_changed (draft));
  soleus_episode_draft_set_number (draft, "pain", SOLEUS_DRAFT_NONE);
  g_assert_false (soleus_episode_draft_is_changed (draft));

  /* Moved, it lasts as long as it did, and the end is not where it was */
  soleus_episode_draft_set_minute (draft, 170);
  g_assert_cmpint (soleus_episode_draft_get_seconds (draft), ==, 345);
  g_assert_cmpint (soleus_episode_draft_get_end_minute (draft), ==, 175);
  assert_time (draft, "end", NULL);
}

static void
test_answers (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, NIGHT);
  const SoleusRow *values = soleus_episode_draft_get_values (draft);
  guint n_changes = 0;

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (g_atomic_int_inc), &n_changes);
  soleus_episode_draft_set_word (draft, "doing", "in-bed");
  soleus_episode_draft_set_word (draft, "doing", "in-bed");
  soleus_episode_draft_set_number (draft, "pain", 0);
  soleus_episode_draft_set_answer (draft, "woke", SOLEUS_YES);
  soleus_episode_draft_set_site (draft, "calf", "left", TRUE);
  soleus_episode_draft_set_site (draft, "calf", "left", TRUE);
  soleus_episode_draft_set_site (draft, "belly", NULL, TRUE);
  soleus_episode_draft_add_tried (draft, "A3");
  soleus_episode_draft_add_tried (draft, "waiting");
  soleus_episode_draft_set_helped (draft, 0, "a-little");
  soleus_episode_draft_set_note (draft, "Hot night.\r\nLong walk.\f");
  g_assert_cmpuint (n_changes, ==, 9);

  g_assert_cmpstr (soleus_row_get_text (values, "doing"), ==, "in-bed");
  g_assert_cmpint (soleus_row_get_number (values, "pain", -1), ==, 0);
  g_assert_cmpint (soleus_row_get_answer (values, "woke"), ==, SOLEUS_YES);
  g_assert_cmpuint (soleus_row_get_n_rows (values, "sites"), ==, 2);
  g_assert_cmpuint (soleus_row_get_n_rows (values, "tried"), ==, 2);
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (values, "tried", 0), "helped"), ==, "a-little");
  g_assert_cmpstr (soleus_row_get_text (values, "note"), ==, "Hot night.\nLong walk.");
  assert_precision (draft, "night");

  soleus_episode_draft_set_word (draft, "doing", NULL);
  soleus_episode_draft_set_number (draft, "pain", SOLEUS_DRAFT_NONE);
  soleus_episode_draft_set_answer (draft, "woke", SOLEUS_NOT_ANSWERED);
  soleus_episode_draft_set_site (draft, "calf", "left", FALSE);
  soleus_episode_draft_set_site (draft, "belly", NULL, FALSE);
  soleus_episode_draft_remove_tried (draft, 1);
  soleus_episode_draft_remove_tried (draft, 0);
  soleus_episode_draft_set_note (draft, " \n ");
  g_assert_false (soleus_episode_draft_says_anything (draft));
  g_assert_false (soleus_episode_draft_is_changed (draft));
}

static void
test_long_note (void)
{
  g_autoptr (SoleusEpisodeDraft) draft = new_draft (NOW, NIGHT);
  g_autofree char *note = g_strnfill (SOLEUS_DRAFT_NOTE_LENGTH + 5, 'x');

  soleus_episode_draft_set_note (draft, note);
  assert_precision (draft, "night");
}

static void
test_copy_answers (void)
{
  g_autoptr (SoleusEpisodeDraft) first = new_draft (NOW, NIGHT);
  g_autoptr (SoleusEpisodeDraft) second = new_draft (NOW, NIGHT);

  soleus_episode_draft_set_minute (first, 60);
  soleus_episode_draft_set_seconds (first, 300);
  soleus_episode_draft_set_site (first, "calf", "left", TRUE);
  soleus_episode_draft_set_number (first, "pain", 6);
  soleus_episode_draft_set_minute (second, 240);

  soleus_episode_draft_copy_answers (second, first);
  g_assert_cmpint (get_number (second, "pain"), ==, 6);
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_episode_draft_get_values (second), "sites"), ==, 1);
  g_assert_cmpint (soleus_episode_draft_get_minute (second), ==, 240);
  g_assert_cmpint (soleus_episode_draft_get_seconds (second), ==, SOLEUS_DRAFT_NONE);

  /* A copy, not a share */
  soleus_episode_draft_set_site (second, "calf", "left", FALSE);
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_episode_draft_get_values (first), "sites"), ==, 1);
}

static void
test_content (void)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);
  g_autoptr (SoleusEpisodeDraft) draft = soleus_episode_draft_new (clock, NIGHT);
  g_autoptr (SoleusEpisodeDraft) again = NULL;
  g_autofree char *content = NULL;

  soleus_episode_draft_set_minute (draft, 160);
  soleus_episode_draft_add_tried (draft, "A3");
  soleus_episode_draft_set_note (draft, "“Ärger” \\ \"quoted\"\n\xf0\x9f\x8c\x99");
  content = soleus_episode_draft_to_content (draft);
  again = soleus_episode_draft_from_content (content, clock);

  g_assert_nonnull (again);
  g_assert_true (soleus_episode_draft_is_new (again));
  g_assert_true (soleus_episode_draft_is_changed (again));
  g_assert_true (soleus_record_says_same (soleus_episode_draft_get_record (draft), soleus_episode_draft_get_record (again)));
  g_assert_cmpstr (soleus_record_get_uuid (soleus_episode_draft_get_record (draft)), ==, soleus_record_get_uuid (soleus_episode_draft_get_record (again)));
}

/* An edit is compared with what the diary holds when it is opened again. */
static void
test_content_of_edit (void)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);
  g_autoptr (SoleusEpisodeDraft) first = soleus_episode_draft_new (clock, NIGHT);
  g_autoptr (SoleusEpisodeDraft) draft = NULL;
  g_autoptr (SoleusEpisodeDraft) again = NULL;
  g_autoptr (SoleusEpisodeDraft) gone = NULL;
  g_autofree char *content = NULL;
  SoleusRecord *original = soleus_episode_draft_get_record (first);

  draft = soleus_episode_draft_new_for_record (clock, original);
  soleus_episode_draft_set_number (draft, "pain", 7);
  content = soleus_episode_draft_to_content (draft);

  again = soleus_episode_draft_from_content (content, clock);
  soleus_episode_draft_set_original (again, original);
  g_assert_false (soleus_episode_draft_is_new (again));
  g_assert_true (soleus_episode_draft_is_changed (again));
  soleus_episode_draft_set_number (again, "pain", SOLEUS_DRAFT_NONE);
  g_assert_false (soleus_episode_draft_is_changed (again));

  /* Deleted since: it would not come back under its old name */
  gone = soleus_episode_draft_from_content (content, clock);
  soleus_episode_draft_set_original (gone, NULL);
  g_assert_true (soleus_episode_draft_is_new (gone));
  g_assert_cmpint (get_number (gone, "pain"), ==, 7);
  g_assert_cmpstr (soleus_record_get_uuid (soleus_episode_draft_get_record (gone)), !=, soleus_record_get_uuid (original));
}

static void
test_bad_content (void)
{
  static const char *const contents[] = {
    "", "{", "[]", "{}", "{\"new\":true}", "{\"new\":1,\"episode\":{}}", "{\"episode\":{}}", "{\"other\":1}",
    "{\"new\":true,\"episode\":{\"id\":\"0f4a3c1e-1111-4222-8333-444455556666\",\"precision\":\"exact\"}}",
    "{\"new\":true,\"episode\":{\"id\":\"0f4a3c1e-1111-4222-8333-444455556666\",\"precision\":\"night\",\"night\":\"2026-03-03\"}} x",
  };
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    g_assert_null (soleus_episode_draft_from_content (contents[i], clock));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/episode-draft/blank", test_blank);
  g_test_add_func ("/episode-draft/latest-time", test_latest_time);
  g_test_add_func ("/episode-draft/time-in-night", test_time_in_night);
  g_test_add_func ("/episode-draft/chosen-date", test_chosen_date);
  g_test_add_func ("/episode-draft/now", test_now);
  g_test_add_func ("/episode-draft/about", test_about);
  g_test_add_func ("/episode-draft/spans", test_spans);
  g_test_add_func ("/episode-draft/clock-change", test_clock_change);
  g_test_add_func ("/episode-draft/journey", test_journey);
  g_test_add_func ("/episode-draft/future", test_future);
  g_test_add_func ("/episode-draft/duration-and-end", test_duration_and_end);
  g_test_add_func ("/episode-draft/over", test_over);
  g_test_add_func ("/episode-draft/untouched", test_untouched);
  g_test_add_func ("/episode-draft/answers", test_answers);
  g_test_add_func ("/episode-draft/long-note", test_long_note);
  g_test_add_func ("/episode-draft/copy-answers", test_copy_answers);
  g_test_add_func ("/episode-draft/content", test_content);
  g_test_add_func ("/episode-draft/content-of-edit", test_content_of_edit);
  g_test_add_func ("/episode-draft/bad-content", test_bad_content);
  return g_test_run ();
}
