/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings as the window has them, without a window: what a check asks, what its cards say, what stays until it is answered,
 * and how often the same advice comes back. */
#include "app/soleus-clinic.h"
#include "app/soleus-safety-gate.h"
#include "app/soleus-warnings.h"
#include "lib/soleus-test.h"
#include "model/soleus-check.h"
#include "model/soleus-vocabulary.h"
#include "triage/soleus-verdict-record.h"

#include <string.h>

#define MORNING "2026-03-03T08:10:00+01:00"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  SoleusKeeper *keeper;
  SoleusWarnings *warnings;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock (MORNING);
  self->diary = soleus_test_open (self->path, self->clock);
  self->keeper = soleus_keeper_new (self->diary);
  self->warnings = soleus_warnings_new (self->diary, self->keeper);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_object (&self->warnings);
  g_clear_object (&self->keeper);
  g_clear_object (&self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  soleus_test_folder_free (self->folder);
}

/* The same diary at another time. */
static void
move_to (Fixture    *self,
         const char *now)
{
  g_clear_object (&self->warnings);
  g_clear_object (&self->keeper);
  g_clear_object (&self->diary);
  g_object_unref (self->clock);
  self->clock = soleus_test_clock (now);
  self->diary = soleus_test_open (self->path, self->clock);
  self->keeper = soleus_keeper_new (self->diary);
  self->warnings = soleus_warnings_new (self->diary, self->keeper);
  soleus_warnings_update (self->warnings);
}

static void
add_cramp (Fixture    *self,
           const char *start,
           int         pain,
           int         sore_hours)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_EPISODE);
  SoleusRow *row = soleus_record_get_values (record);
  SoleusRow *site = soleus_row_add_row (row, "sites");

  soleus_row_set_time (row, "start", soleus_test_time (start));
  soleus_row_set_text (row, "precision", "exact");
  soleus_row_set_text (site, "muscle", "calf");
  soleus_row_set_text (site, "side", "left");
  if (pain >= 0)
    soleus_row_set_number (row, "pain", pain);
  if (sore_hours > 0)
    soleus_row_set_number (row, "sore_hours", sore_hours);
  soleus_test_save (self->diary, record);
}

static void
add_medicine (Fixture    *self,
              const char *name)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_MEDICINE);

  soleus_row_set_text (soleus_record_get_values (record), "name", name);
  soleus_test_save (self->diary, record);
}

static void
set_profile (Fixture    *self,
             const char *field,
             const char *value)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, NULL);
  SoleusRow *row = soleus_record_get_values (profile);
  g_autoptr (GError) error = NULL;

  soleus_row_parse (row, (guint) soleus_fields_find (row->fields, field), value, &error);
  g_assert_no_error (error);
  soleus_test_save (self->diary, profile);
}

static SoleusCheckDraft *
new_draft (Fixture *self)
{
  return soleus_check_draft_new (self->diary, soleus_warnings_get_guidance (self->warnings), soleus_clock_get_now (self->clock));
}

/* As the page does after each answer. */
static SoleusLevel
keep (Fixture          *self,
      SoleusCheckDraft *draft,
      SoleusRecord    **record,
      gboolean          finished)
{
  g_autoptr (SoleusVerdict) verdict = NULL;

  if (finished)
    soleus_check_draft_finish (draft);
  verdict = soleus_warnings_judge (self->warnings, soleus_check_draft_get_record (draft));
  g_assert_nonnull (verdict);
  soleus_warnings_keep_check (self->warnings, soleus_check_draft_get_record (draft), verdict, record, finished);
  return verdict->level;
}

static gboolean
asks (SoleusCheckDraft *draft,
      const char       *question)
{
  g_autoptr (GPtrArray) groups = soleus_check_draft_list_groups (draft);

  for (guint i = 0; i < groups->len; i++)
    {
      const SoleusQuestionGroup *group = g_ptr_array_index (groups, i);

      g_assert_cmpuint (group->questions->len, <=, g_str_equal (group->id, "eight") ? 8 : 9);
      for (guint k = 0; k < group->questions->len; k++)
        if (g_str_equal (((SoleusQuestion *) g_ptr_array_index (group->questions, k))->id, question))
          return TRUE;
    }
  return FALSE;
}

static const char *
get_value (SoleusCheckDraft *draft,
           const char       *fact)
{
  const SoleusRow *row = soleus_record_get_values (soleus_check_draft_get_record (draft));

  for (guint i = 0; i < soleus_row_get_n_rows (row, "answers"); i++)
    if (g_str_equal (soleus_row_get_text (soleus_row_get_row (row, "answers", i), "fact"), fact))
      return soleus_row_get_text (soleus_row_get_row (row, "answers", i), "value");
  return NULL;
}

/* The check */

static void
test_eight (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusCheckDraft) draft = new_draft (self);
  g_autoptr (SoleusRecord) record = NULL;

  g_assert_true (soleus_check_draft_is_empty (draft));
  g_assert_cmpuint (soleus_check_draft_count_eight (draft), ==, 0);
  soleus_check_draft_none_of (draft, "eight");
  g_assert_cmpuint (soleus_check_draft_count_eight (draft), ==, 8);
  g_assert_true (soleus_check_denies_all_eight (soleus_record_get_values (soleus_check_draft_get_record (draft))));
  g_assert_cmpint (keep (self, draft, &record, TRUE), ==, SOLEUS_LEVEL_NONE);

  /* A later yes overrides. */
  soleus_check_draft_set_reply (draft, "no_pulse", SOLEUS_REPLY_YES);
  g_assert_false (soleus_check_denies_all_eight (soleus_record_get_values (soleus_check_draft_get_record (draft))));
  g_assert_cmpint (keep (self, draft, &record, TRUE), ==, SOLEUS_LEVEL_EMERGENCY);
  soleus_check_draft_set_past (draft, "no_pulse", TRUE);
  g_assert_cmpint (keep (self, draft, &record, TRUE), ==, SOLEUS_LEVEL_TODAY);
  soleus_check_draft_set_reply (draft, "no_pulse", SOLEUS_REPLY_OPEN);
  g_assert_cmpint (keep (self, draft, &record, TRUE), ==, SOLEUS_LEVEL_INCOMPLETE);
}

/* A yes counts before its details are said, and the details never make it vanish. */
static void
test_details (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (SoleusCheckDraft) draft = new_draft (self);

  soleus_check_draft_set_reply (draft, "swelling_side", SOLEUS_REPLY_YES);
  g_assert_cmpstr (get_value (draft, "swelling_side"), ==, "both-unequal");
  soleus_check_draft_set_past (draft, "swelling_side", TRUE);
  soleus_check_draft_set_side (draft, "left");
  g_assert_cmpstr (get_value (draft, "swelling_side"), ==, "left");
  g_assert_true (soleus_check_draft_is_past (draft, "swelling_side"));
  soleus_check_draft_set_past (draft, "swelling_side", FALSE);
  g_assert_cmpstr (soleus_check_draft_get_side (draft), ==, "left");
  soleus_check_draft_set_side (draft, NULL);
  g_assert_cmpint (soleus_check_draft_get_reply (draft, "swelling_side"), ==, SOLEUS_REPLY_YES);

  soleus_check_draft_set_reply (draft, "leg_redness", SOLEUS_REPLY_YES);
  g_assert_cmpstr (get_value (draft, "leg_redness"), ==, "yes");
  g_assert_null (get_value (draft, "leg_rash"));
  soleus_check_draft_set_redness (draft, FALSE, TRUE);
  g_assert_cmpstr (get_value (draft, "leg_redness"), ==, "no");
  g_assert_cmpstr (get_value (draft, "leg_rash"), ==, "yes");
  g_assert_cmpint (soleus_check_draft_get_reply (draft, "leg_redness"), ==, SOLEUS_REPLY_YES);
  soleus_check_draft_set_past (draft, "leg_redness", TRUE);
  g_assert_cmpstr (get_value (draft, "leg_rash"), ==, "past");
  soleus_check_draft_set_redness (draft, FALSE, FALSE);
  g_assert_cmpstr (get_value (draft, "leg_redness"), ==, "past");
  soleus_check_draft_set_reply (draft, "leg_redness", SOLEUS_REPLY_NO);
  g_assert_cmpstr (get_value (draft, "leg_rash"), ==, "no");
}

static void
test_temperature (Fixture      *self,
                  gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *unit;
    SoleusReply reply;
    const char *line;
  } cases[] = {
    { "38.0", "C", SOLEUS_REPLY_YES, "38.0 °C counts as a fever." },
    { "37.9", "C", SOLEUS_REPLY_NO, "37.9 °C is below 38.0 °C." },
    { " 38,2 ", "C", SOLEUS_REPLY_YES, "38.2 °C counts as a fever." },
    { "100.4", "F", SOLEUS_REPLY_YES, "100.4 °F counts as a fever." },
    { "100.3", "F", SOLEUS_REPLY_NO, "100.3 °F is below 100.4 °F." },
    { "98.6", "C", SOLEUS_REPLY_OPEN, "98.6 °C is not a body temperature. Is it °F?" },
    { "38", "F", SOLEUS_REPLY_OPEN, "38.0 °F is not a body temperature. Is it °C?" },
    { "hot", "C", SOLEUS_REPLY_OPEN, "Type a number such as 36.6." },
    { "", "C", SOLEUS_REPLY_OPEN, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusCheckDraft) draft = new_draft (self);
      g_autofree char *line = soleus_check_draft_set_temperature (draft, cases[i].typed, cases[i].unit);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpint (soleus_check_draft_get_reply (draft, "fever"), ==, cases[i].reply);
    }
}

/* Every question of the vocabulary can be asked by something. */
static void
test_what_matters (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (SoleusCheckDraft) empty = new_draft (self);
  g_autoptr (SoleusCheckDraft) draft = NULL;
  g_autoptr (SoleusRecord) kept = NULL;

  g_assert_true (asks (empty, "coughing_blood"));
  g_assert_false (asks (empty, "calf_warm"));
  g_assert_false (asks (empty, "muscle_pain_weakness"));
  g_assert_false (asks (empty, "vomiting"));
  g_assert_false (asks (empty, "same_effort"));

  add_cramp (self, "2026-03-03T03:00:00+01:00", 9, 0);
  add_medicine (self, "Atorvastatin 20 mg");
  add_medicine (self, "quinine sulfate");
  set_profile (self, "pregnant", "yes");
  draft = new_draft (self);
  g_assert_true (asks (draft, "calf_warm"));
  g_assert_true (asks (draft, "sudden_onset"));
  g_assert_true (asks (draft, "muscle_pain_weakness"));
  g_assert_true (asks (draft, "bleeding_signs"));
  g_assert_true (asks (draft, "vomiting"));
  g_assert_true (asks (draft, "wants_magnesium"));
  g_assert_false (asks (draft, "confused"));
  soleus_check_draft_set_reply (draft, "fluid_loss", SOLEUS_REPLY_YES);
  g_assert_true (asks (draft, "confused"));
  soleus_check_draft_set_reply (draft, "confused", SOLEUS_REPLY_YES);
  soleus_check_draft_set_reply (draft, "fluid_loss", SOLEUS_REPLY_NO);
  g_assert_false (asks (draft, "confused"));
  g_assert_null (get_value (draft, "confused"));

  for (guint i = 0; soleus_facts.words[i] != NULL; i++)
    {
      static const char *const elsewhere[] = { "leg_rash", "temperature", "eases_on_stopping_minutes", "head_knock", "cannot_bear_weight", NULL };
      static const char *const openers[] = { "severe_pain", "fluid_loss", "in_heat", "dirty_wound", "numb_tingle", "weakness", "bruising", "wound", "same_effort", "worse_walking", "rest_pain_foot", "urge_to_move" };

      for (guint k = 0; k < G_N_ELEMENTS (openers); k++)
        soleus_check_draft_set_reply (draft, openers[k], SOLEUS_REPLY_YES);
      if (!g_strv_contains (elsewhere, soleus_facts.words[i]) && !asks (draft, soleus_facts.words[i]))
        g_error ("Nothing asks for %s", soleus_facts.words[i]);
    }

  /* What was asked about the last weeks is not asked again for two. */
  keep (self, draft, &kept, TRUE);
  g_clear_object (&draft);
  draft = new_draft (self);
  g_assert_false (asks (draft, "same_effort"));
  g_assert_true (asks (draft, "calf_warm"));
}

/* Cards */

static char *
dup_card (Fixture    *self,
          SoleusLevel level)
{
  g_autoptr (SoleusVerdict) verdict = soleus_warnings_judge (self->warnings, NULL);
  g_autoptr (GPtrArray) cards = soleus_warnings_list_cards (self->warnings, verdict);
  SoleusCard *card = soleus_cards_find (cards, level);
  GString *text = g_string_new (card != NULL ? card->head : NULL);

  for (guint i = 0; card != NULL && i < card->lines->len; i++)
    g_string_append_printf (text, "\n%s", ((SoleusCardLine *) g_ptr_array_index (card->lines, i))->text);
  return g_string_free (text, FALSE);
}

static void
test_emergency_card (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (SoleusCheckDraft) draft = new_draft (self);
  g_autoptr (SoleusRecord) record = NULL;
  g_autofree char *text = NULL;

  soleus_check_draft_set_reply (draft, "swelling_side", SOLEUS_REPLY_YES);
  soleus_check_draft_set_reply (draft, "chest_pain", SOLEUS_REPLY_YES);
  keep (self, draft, &record, TRUE);
  text = dup_card (self, SOLEUS_LEVEL_EMERGENCY);
  g_assert_cmpstr (text, ==,
                   "Get emergency help now.\n"
                   "You marked: chest pain; one leg more swollen than the other. With leg cramps, these can mean something serious.\n"
                   "Call your local emergency number (for example 911, 999 or 112), or go to the nearest emergency department.\n"
                   "Do not wait to see if it passes.\n"
                   "Do not rub or stretch that leg. Sit or lie still.\n"
                   "Do not drive yourself.\n"
                   "If you are alone and feel faint: unlock the door and call.");
  set_profile (self, "emergency_number", "112");
  set_profile (self, "family_clots", "yes");
  g_free (text);
  text = dup_card (self, SOLEUS_LEVEL_EMERGENCY);
  g_assert_nonnull (strstr (text, "\nCall 112, or go to"));
  g_assert_nonnull (strstr (text, "blood clots in the family"));
}

static void
test_appointment_card (Fixture      *self,
                       gconstpointer data)
{
  g_autofree char *text = NULL, *pharmacist = NULL;

  for (int day = 10; day < 18; day++)
    {
      g_autofree char *start = g_strdup_printf ("2026-02-%02dT03:00:00+01:00", day);

      add_cramp (self, start, -1, 0);
    }
  add_medicine (self, "furosemide");
  text = dup_card (self, SOLEUS_LEVEL_APPOINTMENT);
  g_assert_cmpstr (text, ==,
                   "Book a doctor visit.\n"
                   "Your diary shows:\n"
                   "Cramps that come often: 8 cramps in the last 28 days (8 of 28 nights recorded)\n"
                   "A doctor can look for a reason and may do simple blood tests.\n"
                   "Aim for a visit within 2 weeks. Go sooner if it gets worse.");
  pharmacist = dup_card (self, SOLEUS_LEVEL_PHARMACIST);
  g_assert_nonnull (strstr (pharmacist, "A medicine of a type linked with cramps: furosemide"));
  g_assert_nonnull (strstr (pharmacist, "Never stop or change a prescribed medicine without talking with your doctor."));
}

/* Words that section 8.2 of the clinical notes forbids. */
static void
test_no_all_clear (Fixture      *self,
                   gconstpointer data)
{
  static const char *const forbidden[] = { "you have a ", "you probably", "rule out", "normal", "safe", "nothing to worry", "false alarm", "you are fine", "healthy" };
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (self->warnings);
  const GPtrArray *rules = soleus_rules_get_list (guidance->rules);
  static const char *const cards[] = {
    "card-emergency-marked", "card-today-call", "card-today-worse", "card-appointment-tests", "card-pharmacist-head", "card-incomplete-open", "card-none", "card-clot", "card-arteries", "card-footer"
  };

  for (guint i = 0; i < rules->len + G_N_ELEMENTS (cards); i++)
    {
      const char *id = i < rules->len ? ((SoleusRule *) g_ptr_array_index (rules, i))->text : cards[i - rules->len];
      g_autofree char *text = g_ascii_strdown (soleus_guidance_get_text (guidance, id), -1);

      g_assert_cmpstr (text, !=, id);
      for (guint k = 0; k < G_N_ELEMENTS (forbidden); k++)
        g_assert_null (strstr (text, forbidden[k]));
      g_assert_null (strchr (text, '!'));
      g_assert_null (strchr (text, '%'));
    }
}

/* What stays until it is answered */

static void
mark_chest_pain (Fixture       *self,
                 SoleusRecord **record)
{
  g_autoptr (SoleusCheckDraft) draft = new_draft (self);

  soleus_check_draft_set_reply (draft, "chest_pain", SOLEUS_REPLY_YES);
  g_assert_cmpint (keep (self, draft, record, FALSE), ==, SOLEUS_LEVEL_EMERGENCY);
}

static void
test_stays (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusRecord) record = NULL;
  g_autofree char *said = NULL;

  soleus_warnings_update (self->warnings);
  g_assert_null (soleus_warnings_get_emergency (self->warnings));
  mark_chest_pain (self, &record);
  g_assert_nonnull (soleus_warnings_get_emergency (self->warnings));

  /* The clock alone never takes it away. */
  move_to (self, "2026-03-05T09:00:00+01:00");
  g_assert_cmpint (soleus_warnings_get_verdict (self->warnings)->level, ==, SOLEUS_LEVEL_TODAY);
  g_assert_nonnull (soleus_warnings_get_emergency (self->warnings));
  soleus_warnings_acknowledge (self->warnings, soleus_warnings_get_emergency (self->warnings), "called");
  g_assert_null (soleus_warnings_get_emergency (self->warnings));

  /* The same sign in a new check is a new emergency. */
  g_clear_object (&record);
  mark_chest_pain (self, &record);
  g_assert_nonnull (soleus_warnings_get_emergency (self->warnings));
  soleus_warnings_acknowledge (self->warnings, soleus_warnings_get_emergency (self->warnings), "getting-help");
  g_assert_null (soleus_warnings_get_emergency (self->warnings));
  g_assert_nonnull (soleus_warnings_get_answered (self->warnings));
  said = soleus_warnings_say_answer (soleus_warnings_get_answered (self->warnings));
  g_assert_cmpstr (said, ==, "You marked at 9:00 that you are getting help.");
}

/* An emergency from another program is kept, and found, as one of the window's own. */
static void
test_from_elsewhere (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (SoleusRecord) check = soleus_record_new (SOLEUS_KIND_CHECK);
  g_autoptr (GPtrArray) verdicts = NULL;

  soleus_row_set_time (soleus_record_get_values (check), "at", soleus_test_time ("2026-03-03T08:00:00+01:00"));
  soleus_check_answer (soleus_record_get_values (check), "leg_rash", "yes", NULL);
  soleus_test_save (self->diary, check);
  soleus_warnings_update (self->warnings);
  soleus_warnings_update (self->warnings);
  g_assert_nonnull (soleus_warnings_get_emergency (self->warnings));
  verdicts = soleus_diary_list (self->diary, SOLEUS_KIND_VERDICT, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (verdicts->len, ==, 1);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (g_ptr_array_index (verdicts, 0)), "check"), ==, soleus_record_get_uuid (check));
}

static void
test_mistake (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (SoleusCheckDraft) draft = new_draft (self);
  g_autoptr (SoleusRecord) record = NULL, second = NULL;
  g_autofree char *before = NULL;

  soleus_check_draft_set_reply (draft, "breathing_difficulty", SOLEUS_REPLY_NO);
  soleus_check_draft_set_reply (draft, "chest_pain", SOLEUS_REPLY_YES);
  keep (self, draft, &record, FALSE);
  before = g_strdup (soleus_record_get_uuid (soleus_check_draft_get_record (draft)));
  soleus_warnings_acknowledge (self->warnings, record, "mistake");
  g_assert_null (soleus_warnings_get_emergency (self->warnings));
  g_assert_cmpint (soleus_warnings_get_verdict (self->warnings)->level, ==, SOLEUS_LEVEL_INCOMPLETE);

  /* A second verdict on the same check, from a write that had to wait, asks for nothing any more. */
  second = soleus_record_new (SOLEUS_KIND_VERDICT);
  soleus_row_set_time (soleus_record_get_values (second), "at", soleus_test_time (MORNING));
  soleus_row_set_text (soleus_record_get_values (second), "level", "emergency");
  soleus_row_set_number (soleus_record_get_values (second), "rules_version", 1);
  soleus_row_set_text (soleus_record_get_values (second), "check", before);
  soleus_test_save (self->diary, second);
  soleus_warnings_update (self->warnings);
  g_assert_null (soleus_warnings_get_emergency (self->warnings));

  /* The answers go on in a check of their own; the mistake stays in the diary. */
  soleus_check_draft_renew (draft);
  g_assert_cmpstr (soleus_record_get_uuid (soleus_check_draft_get_record (draft)), !=, before);
  g_assert_cmpint (soleus_check_draft_get_reply (draft, "chest_pain"), ==, SOLEUS_REPLY_OPEN);
  g_assert_cmpint (soleus_check_draft_get_reply (draft, "breathing_difficulty"), ==, SOLEUS_REPLY_NO);
  g_clear_object (&record);
  soleus_check_draft_set_reply (draft, "chest_pain", SOLEUS_REPLY_YES);
  g_assert_cmpint (keep (self, draft, &record, TRUE), ==, SOLEUS_LEVEL_EMERGENCY);
}

/* As it was, whatever the diary says since. */
static void
test_reopened (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (SoleusCheckDraft) draft = new_draft (self);
  g_autoptr (SoleusRecord) record = NULL, stored = NULL, odd = NULL;
  g_autoptr (SoleusVerdict) given = NULL, read = NULL, old = NULL;
  const SoleusRules *rules = soleus_warnings_get_guidance (self->warnings)->rules;

  add_cramp (self, "2026-03-02T03:00:00+01:00", 9, 0);
  soleus_check_draft_set_reply (draft, "skin_color_change", SOLEUS_REPLY_YES);
  keep (self, draft, &record, TRUE);
  given = soleus_warnings_judge (self->warnings, NULL);
  soleus_diary_delete (self->diary, soleus_record_get_uuid (soleus_check_draft_get_record (draft)), NULL);
  stored = soleus_warnings_find_verdict (self->warnings, soleus_record_get_uuid (soleus_check_draft_get_record (draft)));
  g_assert_nonnull (stored);
  read = soleus_warnings_read (self->warnings, stored);
  g_assert_cmpint (read->level, ==, given->level);
  g_assert_cmpint (read->complete, ==, given->complete);
  g_assert_cmpint (read->rules_version, ==, given->rules_version);
  g_assert_cmpint (read->at.utc, ==, given->at.utc);
  g_assert_cmpuint (read->open_questions->len, ==, given->open_questions->len);
  g_assert_cmpuint (read->findings->len, ==, given->findings->len);
  for (guint i = 0; i < read->findings->len; i++)
    {
      const SoleusFinding *a = g_ptr_array_index (read->findings, i), *b = g_ptr_array_index (given->findings, i);

      g_assert_cmpstr (a->rule->id, ==, b->rule->id);
      g_assert_cmpint (a->level, ==, b->level);
      g_assert_cmpstr (a->basis, ==, b->basis);
      g_assert_cmpuint (a->facts->len, ==, b->facts->len);
      for (guint k = 0; k < a->facts->len; k++)
        {
          const SoleusUsedFact *x = g_ptr_array_index (a->facts, k), *y = g_ptr_array_index (b->facts, k);

          g_assert_cmpstr (x->fact, ==, y->fact);
          g_assert_cmpstr (x->value, ==, y->value);
          g_assert_cmpstr (x->record, ==, y->record);
          g_assert_cmpint (x->has_at, ==, y->has_at);
        }
    }

  /* A rule that is no more, and facts that are no JSON. */
  odd = soleus_record_copy (stored);
  soleus_row_set_text (soleus_row_get_row (soleus_record_get_values (odd), "findings", 0), "rule", "Z99");
  soleus_row_set_text (soleus_row_get_row (soleus_record_get_values (odd), "findings", 0), "facts", "[{\"fact\":1},");
  old = soleus_verdict_read (odd, rules);
  g_assert_cmpstr (((SoleusFinding *) g_ptr_array_index (old->findings, 0))->rule->id, ==, "Z99");
  g_assert_cmpint (old->level, ==, SOLEUS_LEVEL_EMERGENCY);
  g_ptr_array_unref (soleus_warnings_list_cards (self->warnings, old));
}

/* Repeat behaviour */

static void
test_prompts (Fixture      *self,
              gconstpointer data)
{
  for (int day = 1; day <= 28; day++)
    {
      g_autofree char *start = g_strdup_printf ("2026-02-%02dT03:00:00+01:00", day);

      add_cramp (self, start, 5, 0);
    }
  for (int day = 1; day <= 31; day++)
    {
      g_autofree char *start = g_strdup_printf ("2026-03-%02dT03:00:00+01:00", day);

      add_cramp (self, start, 5, 0);
    }
  move_to (self, "2026-03-01T08:00:00+01:00");
  g_assert_cmpint (soleus_warnings_get_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT), ==, SOLEUS_PROMPT_SHOWN);
  soleus_warnings_answer_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT, "not-now");
  g_assert_cmpint (soleus_warnings_get_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT), ==, SOLEUS_PROMPT_MUTED);
  move_to (self, "2026-03-14T23:00:00+01:00");
  g_assert_cmpint (soleus_warnings_get_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT), ==, SOLEUS_PROMPT_MUTED);
  move_to (self, "2026-03-15T07:00:00+01:00");
  g_assert_cmpint (soleus_warnings_get_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT), ==, SOLEUS_PROMPT_SHOWN);
  soleus_warnings_answer_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT, "not-now");

  /* What is new is said at once. */
  move_to (self, "2026-03-16T07:00:00+01:00");
  add_cramp (self, "2026-03-16T05:00:00+01:00", 10, 0);
  soleus_warnings_update (self->warnings);
  g_assert_cmpint (soleus_warnings_get_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT), ==, SOLEUS_PROMPT_SHOWN);
  soleus_warnings_answer_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT, "not-now");

  /* Four weeks after the first time. */
  move_to (self, "2026-03-30T08:00:00+01:00");
  g_assert_cmpint (soleus_warnings_get_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT), !=, SOLEUS_PROMPT_MUTED);
  move_to (self, "2026-03-30T12:30:00+02:00");
  soleus_warnings_answer_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT, "booked");
  move_to (self, "2026-04-20T08:00:00+02:00");
  g_assert_cmpint (soleus_warnings_get_prompt (self->warnings, SOLEUS_LEVEL_APPOINTMENT), ==, SOLEUS_PROMPT_MUTED);
}

static SoleusRecord *
new_prompt (const char *at,
            const char *rule,
            const char *answer)
{
  SoleusRecord *prompt = soleus_record_new (SOLEUS_KIND_PROMPT);
  SoleusRow *row = soleus_record_get_values (prompt);

  soleus_row_set_time (row, "at", soleus_test_time (at));
  soleus_row_set_text (row, "prompt", rule);
  soleus_row_set_text (row, "level", "appointment");
  soleus_row_set_text (row, "answer", answer);
  return prompt;
}

static void
test_four_weeks (Fixture      *self,
                 gconstpointer data)
{
  static const struct
  {
    const char *now;
    SoleusPrompt prompt;
  } cases[] = {
    { "2026-03-15T08:00:00+01:00", SOLEUS_PROMPT_MUTED },        /* 13 days after the second */
    { "2026-03-16T08:00:00+01:00", SOLEUS_PROMPT_SEEN_SOMEONE }, /* 14 days, and 28 after the first */
    { "2026-05-20T08:00:00+02:00", SOLEUS_PROMPT_SHOWN },        /* not the same matter any more */
  };
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (prompts, new_prompt ("2026-02-16T08:00:00+01:00", "D1", "not-now"));
  g_ptr_array_add (prompts, new_prompt ("2026-03-02T08:00:00+01:00", "D1", "not-now"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusFacts) facts = soleus_facts_new (soleus_test_time (cases[i].now));
      g_autoptr (SoleusVerdict) verdict = NULL;
      SoleusDate night = soleus_time_get_night (soleus_test_time (cases[i].now));

      for (int k = 0; k < 9; k++)
        {
          SoleusNight cramps = { .date = night - k, .said = SOLEUS_NIGHT_CRAMPS, .count = 1 };

          soleus_facts_add_night (facts, &cramps);
        }
      verdict = soleus_verdict_new (soleus_warnings_get_guidance (self->warnings)->rules, facts);
      g_assert_cmpint (soleus_prompts_judge (verdict, SOLEUS_LEVEL_APPOINTMENT, prompts), ==, cases[i].prompt);
    }
}

/* When a check is offered */

static void
test_offer (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusCheckDraft) draft = NULL;
  g_autoptr (SoleusRecord) record = NULL;

  soleus_warnings_update (self->warnings);
  g_assert_cmpint (soleus_warnings_get_offer (self->warnings), ==, SOLEUS_OFFER_NONE);
  add_cramp (self, "2026-03-03T03:00:00+01:00", 5, 48);
  soleus_warnings_update (self->warnings);
  g_assert_cmpint (soleus_warnings_get_offer (self->warnings), ==, SOLEUS_OFFER_CRAMP);
  soleus_warnings_decline_offer (self->warnings);
  g_assert_cmpint (soleus_warnings_get_offer (self->warnings), ==, SOLEUS_OFFER_NONE);

  /* A new cramp, and a sore calf when its day is over. */
  move_to (self, "2026-03-03T22:30:00+01:00");
  add_cramp (self, "2026-03-03T22:00:00+01:00", 5, 0);
  soleus_warnings_update (self->warnings);
  g_assert_cmpint (soleus_warnings_get_offer (self->warnings), ==, SOLEUS_OFFER_CRAMP);
  draft = new_draft (self);
  soleus_check_draft_none_of (draft, "eight");
  keep (self, draft, &record, TRUE);
  g_assert_cmpint (soleus_warnings_get_offer (self->warnings), ==, SOLEUS_OFFER_NONE);
  move_to (self, "2026-03-04T02:59:00+01:00");
  g_assert_cmpint (soleus_warnings_get_offer (self->warnings), ==, SOLEUS_OFFER_NONE);
  move_to (self, "2026-03-04T03:01:00+01:00");
  g_assert_cmpint (soleus_warnings_get_offer (self->warnings), ==, SOLEUS_OFFER_SORE);
}

/* Before any stretch */

static void
deny_all_but (Fixture    *self,
              const char *fact)
{
  g_autoptr (SoleusRecord) check = soleus_safety_gate_make_check (soleus_clock_get_now (self->clock), NULL);
  SoleusRow *row = soleus_record_get_values (check);
  g_autoptr (SoleusVerdict) verdict = NULL;
  g_autoptr (SoleusRecord) kept = NULL;
  guint all = soleus_row_get_n_rows (row, "answers");

  for (guint i = all; fact != NULL && i > 0; i--)
    if (g_str_equal (soleus_row_get_text (soleus_row_get_row (row, "answers", i - 1), "fact"), fact))
      soleus_row_remove_row (row, "answers", i - 1);
  g_assert_cmpuint (soleus_row_get_n_rows (row, "answers"), ==, fact != NULL ? all - 1 : all);
  g_assert_true (soleus_record_validate (check, NULL));
  verdict = soleus_warnings_judge (self->warnings, check);
  soleus_warnings_keep_check (self->warnings, check, verdict, &kept, TRUE);
}

static void
test_gate (Fixture      *self,
           gconstpointer data)
{
  static const char *const leg_facts[] = { "calf_warm", "calf_tender", "recent_injury_or_cast", "cannot_bear_weight" };
  g_autoptr (SoleusCheckDraft) draft = NULL;
  g_autoptr (SoleusRecord) record = NULL;
  SoleusTime now;

  move_to (self, "2026-03-03T22:00:00+01:00");
  now = soleus_clock_get_now (self->clock);
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), now), ==, SOLEUS_GATE_ASK);
  draft = new_draft (self);
  soleus_check_draft_none_of (draft, "eight");
  keep (self, draft, &record, TRUE);

  /* The eight alone say nothing of one calf and of an injury. */
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), now), ==, SOLEUS_GATE_ASK);
  for (guint i = 0; i < G_N_ELEMENTS (leg_facts); i++)
    {
      deny_all_but (self, leg_facts[i]);
      g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), now), ==, SOLEUS_GATE_ASK);
    }
  deny_all_but (self, NULL);
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), now), ==, SOLEUS_GATE_OPEN);

  /* It holds until noon, but not over a cramp. */
  move_to (self, "2026-03-04T11:59:00+01:00");
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), soleus_clock_get_now (self->clock)), ==, SOLEUS_GATE_OPEN);
  add_cramp (self, "2026-03-04T11:30:00+01:00", 4, 0);
  soleus_warnings_update (self->warnings);
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), soleus_clock_get_now (self->clock)), ==, SOLEUS_GATE_ASK);
  move_to (self, "2026-03-04T12:01:00+01:00");
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), soleus_clock_get_now (self->clock)), ==, SOLEUS_GATE_ASK);

  g_clear_object (&draft);
  g_clear_object (&record);
  draft = new_draft (self);
  soleus_check_draft_none_of (draft, "eight");
  soleus_check_draft_set_reply (draft, "bruising", SOLEUS_REPLY_YES);
  soleus_check_draft_set_reply (draft, "bruise_known_cause", SOLEUS_REPLY_YES);
  keep (self, draft, &record, TRUE);
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), soleus_clock_get_now (self->clock)), ==, SOLEUS_GATE_REST);
  soleus_check_draft_set_reply (draft, "calf_warm", SOLEUS_REPLY_YES);
  keep (self, draft, &record, TRUE);
  g_assert_cmpint (soleus_safety_gate_judge (self->diary, soleus_warnings_get_verdict (self->warnings), soleus_clock_get_now (self->clock)), ==, SOLEUS_GATE_WARN);
}

/* The page for the clinic */

static void
test_clinic (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (SoleusCheckDraft) draft = NULL;
  g_autoptr (SoleusRecord) record = NULL;
  g_autoptr (SoleusVerdict) verdict = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_cramp (self, "2026-03-03T03:00:00+01:00", 7, 0);
  add_medicine (self, "furosemide");
  draft = new_draft (self);
  soleus_check_draft_set_reply (draft, "swelling_side", SOLEUS_REPLY_YES);
  soleus_check_draft_set_side (draft, "left");
  soleus_check_draft_set_reply (draft, "chest_pain", SOLEUS_REPLY_NO);
  g_free (soleus_check_draft_set_temperature (draft, "38.5", "C"));
  keep (self, draft, &record, TRUE);
  verdict = soleus_warnings_judge (self->warnings, NULL);
  blocks = soleus_clinic_list_blocks (self->diary, soleus_warnings_get_guidance (self->warnings), verdict, soleus_clock_get_now (self->clock));
  for (guint i = 0; i < blocks->len; i++)
    {
      const SoleusClinicBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpuint (block->lines->len, >, 0);
      g_string_append_printf (text, "[%s]\n", block->title);
      for (guint k = 0; k < block->lines->len; k++)
        g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (block->lines, k));
    }
  g_assert_nonnull (strstr (text->str, "Tuesday 3 March, 8:10: Left leg more swollen\n"));
  g_assert_nonnull (strstr (text->str, "Tuesday 3 March, 8:10: 38.5 °C\n"));
  g_assert_null (strstr (text->str, "8:10: Chest pain"));
  g_assert_nonnull (strstr (text->str, "[Not answered]\nTrouble breathing\n"));
  g_assert_nonnull (strstr (text->str, "furosemide, start not known\n"));
  g_assert_nonnull (strstr (text->str, "[Health]\nNot recorded\n"));
  g_assert_nonnull (strstr (text->str, "[Soleus showed]\nCard: Emergency\n"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/warnings/check/eight", test_eight },
    { "/warnings/check/details", test_details },
    { "/warnings/check/temperature", test_temperature },
    { "/warnings/check/what-matters", test_what_matters },
    { "/warnings/card/emergency", test_emergency_card },
    { "/warnings/card/appointment", test_appointment_card },
    { "/warnings/card/no-all-clear", test_no_all_clear },
    { "/warnings/emergency/stays", test_stays },
    { "/warnings/emergency/from-elsewhere", test_from_elsewhere },
    { "/warnings/emergency/mistake", test_mistake },
    { "/warnings/reopened", test_reopened },
    { "/warnings/prompts/fourteen-days", test_prompts },
    { "/warnings/prompts/four-weeks", test_four_weeks },
    { "/warnings/offer", test_offer },
    { "/warnings/gate", test_gate },
    { "/warnings/clinic", test_clinic },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
