/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cramp while it lasts, what is left out for whom, and the library that both rest on, without a window. */
#include "app/soleus-cramp-now.h"
#include "app/soleus-left-out.h"
#include "app/soleus-reading.h"
#include "app/soleus-routines.h"
#include "app/soleus-safety-gate.h"
#include "lib/soleus-test.h"
#include "model/soleus-check.h"
#include "model/soleus-episode.h"

#include <string.h>

#define NIGHT "2026-03-03T02:40:00+01:00"
#define DAY "2026-03-03T15:00:00+01:00"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  SoleusKeeper *keeper;
  SoleusWarnings *warnings;
  SoleusLibrary *library;
} Fixture;

static void
open_at (Fixture    *self,
         const char *now)
{
  g_autofree char *own = soleus_test_folder_build (self->folder, "exercises");

  self->clock = soleus_test_clock (now);
  self->diary = soleus_test_open (self->path, self->clock);
  self->keeper = soleus_keeper_new (self->diary);
  self->warnings = soleus_warnings_new (self->diary, self->keeper);
  self->library = soleus_library_new (soleus_warnings_get_guidance (self->warnings), own);
  soleus_warnings_update (self->warnings);
}

static void
shut (Fixture *self)
{
  g_clear_pointer (&self->library, soleus_library_free);
  g_clear_object (&self->warnings);
  g_clear_object (&self->keeper);
  g_clear_object (&self->diary);
  g_clear_object (&self->clock);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  open_at (self, data != NULL ? data : NIGHT);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  shut (self);
  g_free (self->path);
  soleus_test_folder_free (self->folder);
}

static void
set_profile (Fixture    *self,
             const char *field,
             const char *value)
{
  g_autoptr (SoleusRecord) stored = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (stored);
  SoleusRow *row = soleus_record_get_values (profile);
  g_autoptr (GError) error = NULL;

  soleus_row_parse (row, (guint) soleus_fields_find (row->fields, field), value, &error);
  g_assert_no_error (error);
  soleus_diary_save (self->diary, profile, &error);
  g_assert_no_error (error);
}

static void
add_condition (Fixture    *self,
               const char *condition)
{
  g_autoptr (SoleusRecord) stored = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (stored);

  soleus_row_set_text (soleus_row_add_row (soleus_record_get_values (profile), "conditions"), "condition", condition);
  g_assert_true (soleus_diary_save (self->diary, profile, NULL));
}

static SoleusCrampNow *
start (Fixture *self)
{
  return soleus_cramp_now_new (self->diary, self->keeper, self->warnings, self->library);
}

static SoleusRecord *
stored (Fixture        *self,
        SoleusCrampNow *cramp)
{
  SoleusRecord *record = soleus_diary_get (self->diary, soleus_record_get_uuid (soleus_cramp_now_get_record (cramp)), NULL);

  g_assert_nonnull (record);
  return record;
}

static SoleusCrampNow *
start_at_steps (Fixture    *self,
                const char *muscle)
{
  SoleusCrampNow *cramp = start (self);

  soleus_cramp_now_choose_side (cramp, "left");
  soleus_cramp_now_choose_muscle (cramp, muscle);
  soleus_cramp_now_deny_signs (cramp);
  return cramp;
}

/* From the first second to the last. */
static void
test_whole (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusCrampNow) cramp = start (self);
  g_autoptr (SoleusRecord) first = stored (self, cramp), last = NULL;
  const SoleusRow *row = soleus_record_get_values (first);
  SoleusTime begun, ended;

  /* Written before anything was asked. */
  g_assert_cmpint (soleus_row_get_answer (row, "open"), ==, SOLEUS_YES);
  g_assert_cmpstr (soleus_row_get_text (row, "precision"), ==, "exact");
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_SIDE);

  soleus_cramp_now_choose_side (cramp, "left");
  soleus_cramp_now_choose_muscle (cramp, "calf");
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_SIGNS);
  g_assert_null (soleus_cramp_now_get_step (cramp));
  soleus_cramp_now_deny_signs (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STEP);
  g_assert_cmpstr (soleus_cramp_now_get_step (cramp)->card, ==, "A3");
  g_assert_cmpstr (soleus_cramp_now_get_side (cramp), ==, "left");

  soleus_clock_advance (self->clock, 90);
  soleus_cramp_now_next (cramp);
  g_assert_cmpstr (soleus_cramp_now_get_step (cramp)->card, ==, "A4");
  soleus_cramp_now_helped (cramp);
  g_assert_true (soleus_cramp_now_step_helped (cramp));
  soleus_clock_advance (self->clock, 60);
  soleus_cramp_now_stop (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STOPPED);
  g_assert_cmpint (soleus_cramp_now_get_seconds (cramp), ==, 150);

  last = stored (self, cramp);
  row = soleus_record_get_values (last);
  g_assert_cmpint (soleus_row_get_answer (row, "open"), ==, SOLEUS_NOT_ANSWERED);
  g_assert_true (soleus_row_get_time (row, "start", &begun));
  g_assert_true (soleus_row_get_time (row, "end", &ended));
  g_assert_cmpint (ended.utc - begun.utc, ==, 150);
  g_assert_true (soleus_episode_has_site (row, "calf", "left"));
  g_assert_cmpuint (soleus_row_get_n_rows (row, "tried"), ==, 2);
  g_assert_null (soleus_row_get_text (soleus_row_get_row (row, "tried", 0), "helped"));
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (row, "tried", 1), "helped"), ==, "yes");
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (row, "tried", 1), "started_after_min", -1), ==, 1);
  g_assert_false (soleus_row_has (row, "pain"));
}

/* Killed at any stage: the next start goes on where it was, with the true start. */
static void
test_found_again (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *uuid = NULL;

  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    uuid = g_strdup (soleus_record_get_uuid (soleus_cramp_now_get_record (cramp)));
  }
  shut (self);
  open_at (self, "2026-03-03T02:42:00+01:00");
  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    g_assert_cmpstr (soleus_record_get_uuid (soleus_cramp_now_get_record (cramp)), ==, uuid);
    g_assert_cmpint (soleus_cramp_now_get_seconds (cramp), ==, 120);
    g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_SIDE);
    soleus_cramp_now_choose_side (cramp, "right");
    soleus_cramp_now_choose_muscle (cramp, "thigh_back");
  }
  shut (self);
  open_at (self, "2026-03-03T02:43:00+01:00");
  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    g_assert_cmpstr (soleus_record_get_uuid (soleus_cramp_now_get_record (cramp)), ==, uuid);
    g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_SIGNS);
    soleus_cramp_now_deny_signs (cramp);
    g_assert_cmpstr (soleus_cramp_now_get_step (cramp)->card, ==, "A5-bed");
  }
  shut (self);
  open_at (self, "2026-03-03T02:44:00+01:00");
  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    /* What was denied after the cramp began need not be denied again. */
    g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STEP);
    soleus_cramp_now_stop (cramp);
  }
  {
    g_autoptr (SoleusRecord) open = soleus_cramp_now_find_open (self->diary);

    g_assert_null (open);
  }
}

/* An open cramp of the day before is not taken for this one. */
static void
test_old_open (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *uuid = NULL;

  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    uuid = g_strdup (soleus_record_get_uuid (soleus_cramp_now_get_record (cramp)));
  }
  shut (self);
  open_at (self, "2026-03-04T02:41:00+01:00");
  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    g_assert_cmpstr (soleus_record_get_uuid (soleus_cramp_now_get_record (cramp)), !=, uuid);
  }
}

/* A second cramp of the night begins at the signs, where the first one was. */
static void
test_second (Fixture      *self,
             gconstpointer data)
{
  {
    g_autoptr (SoleusCrampNow) cramp = start_at_steps (self, "calf");

    soleus_cramp_now_stop (cramp);
  }
  soleus_clock_advance (self->clock, 3600);
  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    g_assert_true (soleus_cramp_now_is_second (cramp));
    g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_SIGNS);
    g_assert_true (soleus_episode_has_site (soleus_record_get_values (soleus_cramp_now_get_record (cramp)), "calf", "left"));
    soleus_cramp_now_deny_signs (cramp);
    g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STEP);
  }
}

/* Both legs, or none said: no side or muscle is invented. */
static void
test_sides (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusCrampNow) cramp = start (self);
  const SoleusRow *row;

  soleus_cramp_now_choose_side (cramp, "both");
  soleus_cramp_now_choose_muscle (cramp, "sole");
  row = soleus_record_get_values (soleus_cramp_now_get_record (cramp));
  g_assert_cmpuint (soleus_row_get_n_rows (row, "sites"), ==, 2);
  g_assert_null (soleus_cramp_now_get_side (cramp));
  soleus_cramp_now_back (cramp);
  soleus_cramp_now_back (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_SIDE);
  soleus_cramp_now_choose_side (cramp, NULL);
  soleus_cramp_now_choose_muscle (cramp, NULL);
  row = soleus_record_get_values (soleus_cramp_now_get_record (cramp));
  g_assert_cmpuint (soleus_row_get_n_rows (row, "sites"), ==, 0);
  soleus_cramp_now_deny_signs (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STEP);
}

/* A sign: a warning and no advice, whatever is pressed; it can still stop. */
static void
test_signs (Fixture      *self,
            gconstpointer data)
{
  static const char *const clot[] = { "swelling_side", NULL }, *const calf[] = { "calf_tender", NULL }, *const hurt[] = { "recent_injury_or_cast", NULL };
  g_autoptr (SoleusCrampNow) cramp = start (self);

  soleus_cramp_now_choose_side (cramp, "left");
  soleus_cramp_now_choose_muscle (cramp, "calf");
  soleus_cramp_now_have_signs (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_WHICH_SIGNS);
  soleus_cramp_now_name_signs (cramp, hurt);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_REST);
  soleus_cramp_now_next (cramp);
  g_assert_null (soleus_cramp_now_get_step (cramp));
  soleus_cramp_now_name_signs (cramp, calf);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_WARN);
  g_assert_cmpint (soleus_cramp_now_get_verdict (cramp)->level, ==, SOLEUS_LEVEL_TODAY);
  soleus_cramp_now_name_signs (cramp, clot);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_WARN);
  g_assert_nonnull (soleus_warnings_get_emergency (self->warnings));
  soleus_cramp_now_next (cramp);
  soleus_cramp_now_helped (cramp);
  soleus_cramp_now_back (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_WARN);
  soleus_cramp_now_stop (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STOPPED);
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (soleus_cramp_now_get_record (cramp)), "tried"), ==, 0);

  /* The next one of the night shows the warning before anything else. */
  {
    g_autoptr (SoleusCrampNow) next = start (self);

    g_assert_cmpint (soleus_cramp_now_get_stage (next), ==, SOLEUS_CRAMP_WARN);
  }
}

/* None of these is kept as a check that denies the eight, and opens the gate for the evening's stretches too. */
static void
test_kept_check (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (SoleusCrampNow) cramp = start_at_steps (self, "calf");
  g_autoptr (GPtrArray) checks = soleus_diary_list (self->diary, SOLEUS_KIND_CHECK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  const SoleusRow *row;

  g_assert_cmpuint (checks->len, ==, 1);
  row = soleus_record_get_values (g_ptr_array_index (checks, 0));
  g_assert_true (soleus_check_denies_all_eight (row));
  g_assert_cmpstr (soleus_row_get_text (row, "episode"), ==, soleus_record_get_uuid (soleus_cramp_now_get_record (cramp)));
  soleus_cramp_now_stop (cramp);
  soleus_warnings_update (self->warnings);
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), soleus_clock_get_now (self->clock)), ==, SOLEUS_GATE_OPEN);
}

/* Rule R8: after ten minutes it is asked; no, or no answer for a minute, is medical advice today; yes asks again after five. */
static void
test_ten_minutes (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (SoleusCrampNow) cramp = start_at_steps (self, "calf");

  soleus_clock_advance (self->clock, 599);
  soleus_cramp_now_tick (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STEP);
  soleus_clock_advance (self->clock, 1);
  soleus_cramp_now_tick (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_EASING);
  soleus_cramp_now_answer_easing (cramp, TRUE);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STEP);
  soleus_clock_advance (self->clock, 299);
  soleus_cramp_now_tick (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_STEP);
  soleus_clock_advance (self->clock, 1);
  soleus_cramp_now_tick (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_EASING);
  soleus_clock_advance (self->clock, 59);
  soleus_cramp_now_tick (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_EASING);
  soleus_clock_advance (self->clock, 1);
  soleus_cramp_now_tick (cramp);
  g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_LATE);
  soleus_cramp_now_next (cramp);
  g_assert_null (soleus_cramp_now_get_step (cramp));
  soleus_cramp_now_stop (cramp);
  g_assert_cmpint (soleus_cramp_now_get_seconds (cramp), ==, 960);
}

/* Found again after more than ten minutes, it is asked at once. */
static void
test_found_late (Fixture      *self,
                 gconstpointer data)
{
  {
    g_autoptr (SoleusCrampNow) cramp = start_at_steps (self, "calf");
  }
  shut (self);
  open_at (self, "2026-03-03T02:55:00+01:00");
  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_EASING);
    soleus_cramp_now_answer_easing (cramp, FALSE);
    g_assert_cmpint (soleus_cramp_now_get_stage (cramp), ==, SOLEUS_CRAMP_LATE);
  }
}

static guint
count_standing (SoleusCrampNow *cramp,
                gboolean        steady)
{
  guint standing = 0;

  for (guint i = 0; i < 50 && soleus_cramp_now_get_stage (cramp) != SOLEUS_CRAMP_END; i++)
    {
      if (soleus_cramp_now_get_stage (cramp) == SOLEUS_CRAMP_STEADY)
        soleus_cramp_now_answer_steady (cramp, steady);
      if (soleus_cramp_now_get_step (cramp) != NULL && soleus_cramp_now_get_step (cramp)->standing)
        standing++;
      soleus_cramp_now_next (cramp);
    }
  return standing;
}

/* At night standing steps come only to whom is steady; with a fall risk never, and it is said why. */
static void
test_standing (Fixture      *self,
               gconstpointer data)
{
  {
    g_autoptr (SoleusCrampNow) cramp = start_at_steps (self, "calf");

    g_assert_cmpuint (count_standing (cramp, FALSE), ==, 0);
    soleus_cramp_now_stop (cramp);
  }
  soleus_clock_advance (self->clock, 60);
  {
    g_autoptr (SoleusCrampNow) cramp = start (self);

    soleus_cramp_now_deny_signs (cramp);
    g_assert_cmpuint (count_standing (cramp, TRUE), ==, 2);
    soleus_cramp_now_stop (cramp);
  }
  set_profile (self, "fall_risk", "yes");
  soleus_clock_advance (self->clock, 60);
  {
    g_autoptr (SoleusCrampNow) cramp = start (self);
    g_autofree char *said = NULL;

    soleus_cramp_now_deny_signs (cramp);
    g_assert_cmpuint (count_standing (cramp, TRUE), ==, 0);
    said = soleus_cramp_now_say_left_out (cramp);
    g_assert_cmpstr (said, ==, "Left out for you: standing on the leg, walking. You told us about balance trouble or falls.");
  }
}

/* By day somebody who told a birth year of under 66 is not asked. */
static void
test_standing_by_day (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (SoleusCrampNow) cramp = start_at_steps (self, "calf");
  gboolean asked = FALSE;

  for (guint i = 0; i < 20 && soleus_cramp_now_get_stage (cramp) != SOLEUS_CRAMP_END; i++)
    {
      asked = asked || soleus_cramp_now_get_stage (cramp) == SOLEUS_CRAMP_STEADY;
      soleus_cramp_now_next (cramp);
    }
  g_assert_false (asked);
}

static void
test_warmth (Fixture      *self,
             gconstpointer data)
{
  set_profile (self, "numb_feet", "yes");
  {
    g_autoptr (SoleusCrampNow) cramp = start_at_steps (self, "calf");

    for (guint i = 0; i < 20 && soleus_cramp_now_get_stage (cramp) != SOLEUS_CRAMP_END; i++)
      {
        const SoleusReliefStep *step = soleus_cramp_now_get_step (cramp);

        if (step != NULL)
          g_assert_cmpstr (step->card, !=, "A9");
        if (soleus_cramp_now_get_stage (cramp) == SOLEUS_CRAMP_STEADY)
          soleus_cramp_now_answer_steady (cramp, FALSE);
        soleus_cramp_now_next (cramp);
      }
  }
}

/* Another page corrects the episode meanwhile: nothing of it is lost. */
static void
test_changed_elsewhere (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (SoleusCrampNow) cramp = start_at_steps (self, "calf");
  g_autoptr (SoleusRecord) first = stored (self, cramp), copy = soleus_record_copy (first), last = NULL;

  soleus_row_set_number (soleus_record_get_values (copy), "pain", 8);
  g_assert_true (soleus_diary_save (self->diary, copy, NULL));
  soleus_cramp_now_next (cramp);
  soleus_cramp_now_stop (cramp);
  last = stored (self, cramp);
  g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (last), "pain", -1), ==, 8);
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (last), "tried"), ==, 2);
}

/* What is left out for whom: section 4.0 and 6.2 of the clinical notes. */
static SoleusLimits
find_limits (Fixture *self)
{
  SoleusTime now = soleus_clock_get_now (self->clock);
  g_autoptr (SoleusRisks) risks = soleus_risks_new (self->diary, now);

  return soleus_left_out_find (risks, soleus_warnings_get_guidance (self->warnings), soleus_warnings_get_verdict (self->warnings), soleus_time_get_date (now));
}

static void
test_limits (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE);
  g_autoptr (SoleusRecord) water_pill = soleus_record_new (SOLEUS_KIND_MEDICINE);
  g_autofree char *why = NULL;
  SoleusTime now = soleus_clock_get_now (self->clock);

  g_assert_cmpint (find_limits (self), ==, SOLEUS_LIMIT_NONE);
  set_profile (self, "numb_feet", "yes");
  g_assert_cmpint (find_limits (self), ==, SOLEUS_LIMIT_NUMB_SKIN);
  add_condition (self, "kidney-disease");
  g_assert_cmpint (find_limits (self), ==, SOLEUS_LIMIT_NUMB_SKIN | SOLEUS_LIMIT_KIDNEY_CARE | SOLEUS_LIMIT_FLUID_CARE | SOLEUS_LIMIT_POTASSIUM_CARE);
  soleus_row_set_text (soleus_record_get_values (medicine), "name", "Eliquis (apixaban) 5 mg");
  g_assert_true (soleus_diary_save (self->diary, medicine, NULL));
  g_assert_true ((find_limits (self) & SOLEUS_LIMIT_BLOOD_THINNER) != 0);
  {
    g_autoptr (SoleusRisks) risks = soleus_risks_new (self->diary, now);

    why = soleus_left_out_say_why (risks, soleus_warnings_get_guidance (self->warnings), SOLEUS_LIMIT_NUMB_SKIN | SOLEUS_LIMIT_FLUID_CARE | SOLEUS_LIMIT_BLOOD_THINNER);
    g_assert_cmpstr (why, ==, "numb feet, kidney disease, a blood thinner");
  }
  soleus_row_set_text (soleus_record_get_values (water_pill), "name", "spironolactone");
  g_assert_true (soleus_diary_save (self->diary, water_pill, NULL));
  g_assert_true ((find_limits (self) & SOLEUS_LIMIT_POTASSIUM_CARE) != 0);
}

static void
test_pregnancy (Fixture      *self,
                gconstpointer data)
{
  static const struct
  {
    const char *due;
    gboolean late;
  } cases[] = { { "2026-05-26", TRUE }, { "2026-05-27", FALSE }, { "2026-09-01", FALSE }, { "2026-03-01", TRUE } };

  set_profile (self, "pregnant", "yes");
  g_assert_cmpint (find_limits (self), ==, SOLEUS_LIMIT_PREGNANT | SOLEUS_LIMIT_LATE_PREGNANCY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_profile (self, "due_date", cases[i].due);
      g_assert_cmpint (find_limits (self), ==, SOLEUS_LIMIT_PREGNANT | (cases[i].late ? SOLEUS_LIMIT_LATE_PREGNANCY : 0));
    }
}

static void
test_sits_first (Fixture      *self,
                 gconstpointer data)
{
  SoleusTime night = soleus_test_time (NIGHT), day = soleus_test_time (DAY);
  static const struct
  {
    const char *birth_year;
    gboolean at_night;
  } cases[] = { { "1950", TRUE }, { "1960", TRUE }, { "1961", FALSE }, { "1990", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusRisks) risks = NULL;

      set_profile (self, "birth_year", cases[i].birth_year);
      risks = soleus_risks_new (self->diary, night);
      g_assert_cmpint (soleus_left_out_sits_first (risks, night), ==, cases[i].at_night);
      g_assert_false (soleus_left_out_sits_first (risks, day));
    }
}

/* Routines */

static void
test_bedtime (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) usual = soleus_routines_get_default (self->library, SOLEUS_LIMIT_NONE);
  g_autoptr (GPtrArray) careful = soleus_routines_get_default (self->library, SOLEUS_LIMIT_FALL_RISK);
  const SoleusPlayStep *first = g_ptr_array_index (usual, 0);

  /* The times of the trial [A11]. */
  g_assert_cmpstr (first->card, ==, "A2");
  g_assert_cmpuint (first->seconds, ==, 10);
  g_assert_cmpuint (first->repeats, ==, 3);
  g_assert_cmpuint (first->rest, ==, 10);
  g_assert_true (first->sides);
  g_assert_cmpstr (((SoleusPlayStep *) g_ptr_array_index (careful, 0))->card, ==, "A3");
}

static void
test_own_routine (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (SoleusRecord) plan = soleus_record_new (SOLEUS_KIND_PLAN), bedtime = NULL, session = NULL;
  SoleusRow *row = soleus_record_get_values (plan), *step;
  g_autoptr (GPtrArray) steps = NULL;

  soleus_row_set_text (row, "name", "Mine");
  soleus_row_set_answer (row, "bedtime", SOLEUS_YES);
  step = soleus_row_add_row (row, "steps");
  soleus_row_set_text (step, "card", "A6");
  soleus_row_set_number (step, "hold_seconds", 30);
  soleus_row_set_number (step, "repeats", 2);
  soleus_row_set_answer (step, "both_sides", SOLEUS_NO);
  soleus_row_set_text (soleus_row_add_row (row, "steps"), "card", "no-such-guide");
  g_assert_true (soleus_diary_save (self->diary, plan, NULL));
  bedtime = soleus_routines_get_bedtime (self->diary);
  g_assert_cmpstr (soleus_record_get_uuid (bedtime), ==, soleus_record_get_uuid (plan));
  steps = soleus_routines_get_steps (bedtime, self->library, SOLEUS_LIMIT_FALL_RISK);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpstr (((SoleusPlayStep *) g_ptr_array_index (steps, 0))->card, ==, "A6-side");
  g_assert_cmpuint (((SoleusPlayStep *) g_ptr_array_index (steps, 0))->seconds, ==, 30);
  g_assert_false (((SoleusPlayStep *) g_ptr_array_index (steps, 0))->sides);
  session = soleus_routines_make_session (steps, bedtime, soleus_clock_get_now (self->clock));
  g_assert_true (soleus_diary_save (self->diary, session, NULL));
}

/* Reading */

static void
test_reading (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) recent = NULL, favourites = NULL;

  soleus_reading_note_opened (self->diary, self->keeper, "A2");
  soleus_clock_advance (self->clock, 60);
  soleus_reading_note_opened (self->diary, self->keeper, "quinine");
  soleus_reading_set_favourite (self->diary, self->keeper, "A9", TRUE);
  recent = soleus_reading_list_recent (self->diary, 4);
  g_assert_cmpuint (recent->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (recent, 0), ==, "quinine");
  favourites = soleus_reading_list_favourites (self->diary);
  g_assert_cmpuint (favourites->len, ==, 1);
  g_assert_true (soleus_reading_is_favourite (self->diary, "A9"));
  soleus_reading_set_favourite (self->diary, self->keeper, "A9", FALSE);
  g_assert_false (soleus_reading_is_favourite (self->diary, "A9"));
}

/* A person's own exercises */

#define EXERCISE "\"exercise\": {\"id\": \"step\", \"title\": \"Calf on a step\", \"summary\": \"From my therapist.\", \"muscles\": [\"calf\"], \"steps\": [\"Stand on the step.\"], \"hold\": {\"seconds\": 15}}"

static void
write_own (Fixture    *self,
           const char *name,
           const char *json)
{
  g_autofree char *folder = soleus_test_folder_build (self->folder, "exercises");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  soleus_test_write (path, json, strlen (json));
}

static void
test_own_exercises (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (SoleusHits) hits = NULL;
  const SoleusGuide *guide;

  write_own (self, "good.json", "{\"format\": 1, " EXERCISE "}");
  write_own (self, "cut.json", "{\"format\": 1, \"exercise\": {\"id\"");
  write_own (self, "new.json", "{\"format\": 2, " EXERCISE "}");
  write_own (self, "twice.json", "{\"format\": 1, " EXERCISE "}");
  write_own (self, "figure.json", "{\"format\": 1, \"exercise\": {\"id\": \"bend\", \"title\": \"Bend\", \"summary\": \"Bend.\", \"steps\": [\"Bend.\"]}, \"figure\": {\"id\": \"bend\"}}");
  write_own (self, "note.txt", "not one");

  guide = soleus_guides_get (soleus_library_get_guides (self->library), "own-step");
  g_assert_nonnull (guide);
  g_assert_true (guide->is_own);
  g_assert_true (soleus_guide_is_played (guide));
  g_assert_nonnull (soleus_guides_get (soleus_library_get_guides (self->library), "A2"));
  hits = soleus_guide_search_find (soleus_library_get_search (self->library), "calf on a step", FALSE);
  g_assert_cmpstr (((SoleusHit *) g_ptr_array_index (hits->hits, 0))->guide->id, ==, "own-step");
  problems = soleus_library_get_problems (self->library);
  g_assert_cmpuint (problems->len, ==, 4);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
}

static void
test_add_own (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *good = soleus_test_folder_build (self->folder, "brought.json"), *bad = soleus_test_folder_build (self->folder, "bad.json");
  g_autofree char *own = soleus_test_folder_build (self->folder, "exercises"), *copy = g_build_filename (own, "step.json", NULL);
  g_autoptr (GError) error = NULL;
  const SoleusGuide *guide;

  soleus_test_write (good, "{\"format\": 1, " EXERCISE "}", strlen ("{\"format\": 1, " EXERCISE "}"));
  soleus_test_write (bad, "{\"format\": 1, \"exercise\": {\"id\": \"x\", \"title\": \"X\", \"summary\": \"X.\", \"steps\": []}}",
                     strlen ("{\"format\": 1, \"exercise\": {\"id\": \"x\", \"title\": \"X\", \"summary\": \"X.\", \"steps\": []}}"));
  guide = soleus_library_add_own (self->library, good, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (guide->id, ==, "own-step");
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_null (soleus_library_add_own (self->library, bad, &error));
  g_assert_cmpstr (error->message, ==, "steps: is empty or too long");
  g_clear_error (&error);
  g_assert_null (soleus_library_add_own (self->library, "/no/such/file", &error));
  g_assert_nonnull (error);

  /* It is there again at the next start. */
  shut (self);
  open_at (self, NIGHT);
  g_assert_nonnull (soleus_guides_get (soleus_library_get_guides (self->library), "own-step"));
}

/* Every picture that a guide or a step names is there. */
static void
test_figures (Fixture      *self,
              gconstpointer data)
{
  GPtrArray *all = soleus_guides_get_all (soleus_library_get_guides (self->library));
  static const char *const muscles[] = { "calf", "sole", "thigh_back", "thigh_front", "other_leg" };

  for (guint i = 0; i < all->len; i++)
    {
      const SoleusGuide *guide = g_ptr_array_index (all, i);

      if (guide->figure != NULL && soleus_library_get_figure (self->library, guide->figure) == NULL)
        {
          g_test_message ("%s has no picture %s", guide->id, guide->figure);
          g_test_fail ();
        }
    }
  g_assert_true (soleus_library_get_fitting_figure (self->library, "A3", SOLEUS_LIMIT_FALL_RISK) == soleus_library_get_figure (self->library, "A3"));
  g_assert_true (soleus_library_get_fitting_figure (self->library, "A3", SOLEUS_LIMIT_LATE_PREGNANCY) == soleus_library_get_figure (self->library, "A3-pregnant"));
  g_assert_nonnull (soleus_library_get_figure (self->library, "A3-pregnant"));
  g_assert_nonnull (soleus_library_get_fitting_figure (self->library, "A14", SOLEUS_LIMIT_LATE_PREGNANCY));
  for (guint i = 0; i < G_N_ELEMENTS (muscles); i++)
    {
      GPtrArray *steps = soleus_relief_get_steps (soleus_library_get_relief (self->library), muscles[i]);

      for (guint k = 0; k < steps->len; k++)
        g_assert_nonnull (soleus_library_get_figure (self->library, ((SoleusReliefStep *) g_ptr_array_index (steps, k))->figure));
    }
}

#define ADD(path, func, now) g_test_add (path, Fixture, now, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/cramp-now/whole", test_whole, NULL);
  ADD ("/cramp-now/found-again", test_found_again, NULL);
  ADD ("/cramp-now/old-open", test_old_open, NULL);
  ADD ("/cramp-now/second", test_second, NULL);
  ADD ("/cramp-now/sides", test_sides, NULL);
  ADD ("/cramp-now/signs", test_signs, NULL);
  ADD ("/cramp-now/kept-check", test_kept_check, NULL);
  ADD ("/cramp-now/ten-minutes", test_ten_minutes, NULL);
  ADD ("/cramp-now/found-late", test_found_late, NULL);
  ADD ("/cramp-now/standing", test_standing, NULL);
  ADD ("/cramp-now/standing-by-day", test_standing_by_day, DAY);
  ADD ("/cramp-now/warmth", test_warmth, NULL);
  ADD ("/cramp-now/changed-elsewhere", test_changed_elsewhere, NULL);
  ADD ("/left-out/limits", test_limits, NULL);
  ADD ("/left-out/pregnancy", test_pregnancy, DAY);
  ADD ("/left-out/sits-first", test_sits_first, NULL);
  ADD ("/routines/bedtime", test_bedtime, NULL);
  ADD ("/routines/own", test_own_routine, NULL);
  ADD ("/reading", test_reading, NULL);
  ADD ("/library/own-exercises", test_own_exercises, NULL);
  ADD ("/library/add-own", test_add_own, NULL);
  ADD ("/library/figures", test_figures, NULL);

  return g_test_run ();
}
