/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For every rule: it fires, it just does not, it was in the past, it was not answered. */
#include "soleus-test-facts.h"

#include <string.h>

#include "model/soleus-vocabulary.h"
#include "triage/soleus-verdict.h"

typedef struct
{
  const char *rule;
  const char *level; /* NULL where it does not fire */
  const char *facts;
} Case;

#define EM "emergency"
#define TO "today"
#define AP "appointment"
#define PH "pharmacist"
#define NO NULL

/* An emergency sign: now, almost a day old, more than a day old, at the end of 14 days and beyond, past, no, not said. */
#define SIGN(rule, fact)                                             \
  { rule, EM, "check -1h " fact "=yes" },                            \
      { rule, EM, "check -24h " fact "=yes" },                       \
      { rule, EM, "check -3h " fact "=yes; check -1h " fact "=no" }, \
      { rule, TO, "check -90000s " fact "=yes" },                    \
      { rule, TO, "check -14d " fact "=yes" },                       \
      { rule, NO, "check -15d " fact "=yes" },                       \
      { rule, TO, "check -1h " fact "=past" },                       \
      { rule, TO, "check -1h " fact "=past:14" },                    \
      { rule, NO, "check -2d " fact "=past:13" },                    \
      { rule, NO, "check -1h " fact "=no" },                         \
      { rule, NO, "check -1h none" },                                \
  {                                                                  \
    rule, NO, ""                                                     \
  }

/* A sign of a lower rule: now, 27 and 28 nights ago, the newest answer, past, no. */
#define LATER(rule, level, fact, also)                                           \
  { rule, level, "check -1h " fact "=yes " also },                               \
      { rule, level, "check -27d " fact "=yes " also },                          \
      { rule, NO, "check -28d " fact "=yes " also },                             \
      { rule, NO, "check -5d " fact "=yes " also "; check -2d " fact "=no" },    \
      { rule, level, "check -5d " fact "=no; check -2d " fact "=yes " also },    \
      { rule, level, "check -5h " fact "=yes " also "; check -2h " fact "=no" }, \
      { rule, NO, "check -1h " fact "=past " also },                             \
      { rule, NO, "check -1h " fact "=no " also },                               \
  {                                                                              \
    rule, NO, "check -1h none " also                                             \
  }

static const Case cases[] = {
  SIGN ("E1", "chest_pain"),
  SIGN ("E2", "breathing_difficulty"),
  { "E3", EM, "check -1h swelling_side=left" },
  { "E3", EM, "check -1h swelling_side=right" },
  { "E3", EM, "check -1h swelling_side=both-unequal" },
  { "E3", NO, "check -1h swelling_side=both-equal" },
  { "E3", NO, "check -1h swelling_side=none" },
  { "E3", TO, "check -1h swelling_side=left:past:14" },
  { "E3", TO, "check -14d swelling_side=left" },
  { "E3", NO, "check -15d swelling_side=left" },
  SIGN ("E4", "leg_redness"),
  SIGN ("E4", "leg_rash"),
  SIGN ("E5", "fever"),
  { "E5", EM, "check -1h temperature=38.0C" },
  { "E5", EM, "check -1h temperature=38C fever=no" },
  { "E5", NO, "check -1h temperature=37.999C" },
  { "E5", NO, "check -1h temperature=37.9C" },
  { "E5", EM, "check -1h temperature=100.4F" },
  { "E5", EM, "check -1h temperature=100.40F" },
  { "E5", NO, "check -1h temperature=100.399F" },
  { "E5", NO, "check -1h temperature=100.3F" },
  { "E5", TO, "check -1h temperature=38.5C:past:3" },
  { "E5", TO, "check -2d temperature=38.5C" },
  SIGN ("E6", "skin_color_change"),
  SIGN ("E7", "leg_cool_vs_other"),
  SIGN ("E8", "no_pulse"),
  SIGN ("R1", "coughing_blood"),
  SIGN ("R1", "fainted"),
  { "R2", EM, "check -1h sudden_onset=yes severe_pain=yes leg_cool_vs_other=yes" },
  { "R2", EM, "check -1h sudden_onset=yes severe_pain=yes cannot_move_foot=yes" },
  { "R2", EM, "check -1h sudden_onset=yes weakness=yes; episode -23h pain=8" },
  { "R2", NO, "check -1h sudden_onset=yes weakness=yes; episode -23h pain=7" },
  { "R2", TO, "check -1h sudden_onset=yes weakness=yes; episode -25h pain=8" },
  { "R2", NO, "check -1h sudden_onset=yes severe_pain=yes" },
  { "R2", NO, "check -1h sudden_onset=no severe_pain=yes numb_tingle=yes" },
  { "R2", TO, "check -1h sudden_onset=past severe_pain=yes numb_tingle=yes" },
  { "R3", EM, "check -1h severe_pain=yes tight_muscle=yes recent_injury_or_cast=yes worse_on_stretch=yes" },
  { "R3", EM, "check -1h severe_pain=yes tight_muscle=yes hard_exercise=yes numb_tingle=yes" },
  { "R3", NO, "check -1h severe_pain=yes tight_muscle=yes hard_exercise=yes" },
  { "R3", NO, "check -1h severe_pain=yes tight_muscle=yes worse_on_stretch=yes" },
  { "R3", TO, "check -2d severe_pain=yes tight_muscle=yes hard_exercise=yes numb_tingle=yes" },
  { "R4", EM, "check -1h dark_urine=yes muscle_pain_weakness=yes" },
  { "R4", EM, "check -1h dark_urine=yes; cramps -27 1" },
  { "R4", NO, "check -1h dark_urine=yes; cramps -28 1" },
  { "R4", NO, "check -1h dark_urine=yes" },
  { "R4", TO, "check -1h dark_urine=past:2 weakness=yes" },
  SIGN ("R5", "saddle_numb"),
  SIGN ("R5", "bladder_bowel_change"),
  SIGN ("R5", "both_legs_weak"),
  LATER ("R6", TO, "calf_warm", ""),
  LATER ("R6", TO, "calf_tender", ""),
  { "R7", TO, "profile pregnant=yes due_date=140; check -1h severe_headache=yes" },
  { "R7", NO, "profile pregnant=yes due_date=141; check -1h severe_headache=yes" },
  { "R7", TO, "profile pregnant=yes; check -1h vision_change=yes" },
  { "R7", NO, "profile pregnant=no; check -1h vision_change=yes" },
  { "R7", TO, "profile birth_of_child=-42; check -1h face_hand_swelling=yes" },
  { "R7", NO, "profile birth_of_child=-43; check -1h face_hand_swelling=yes" },
  { "R7", NO, "profile pregnant=yes due_date=30; check -1h vomiting=past" },
  { "R7", NO, "profile pregnant=yes due_date=30" },
  { "R8", TO, "episode -12m open=yes" },
  { "R8", TO, "episode -601s open=yes" },
  { "R8", NO, "episode -600s open=yes" },
  { "R8", TO, "episode -24h open=yes" },
  { "R8", NO, "episode -86401s open=yes" },
  { "R8", TO, "episode -3h seconds=601" },
  { "R8", NO, "episode -3h seconds=600" },
  { "R8", NO, "episode -2d seconds=3600" },
  { "R8", TO, "episode -24h end=-23h" },
  { "R9", TO, "check -1h dirty_wound=yes muscle_spasms=yes" },
  { "R9", TO, "check -1h toxin=yes; cramps 0 1" },
  { "R9", NO, "check -1h toxin=yes" },
  { "R9", NO, "check -1h muscle_spasms=yes" },
  { "R9", EM, "check -1h dirty_wound=yes muscle_spasms=yes stiff_jaw=yes" },
  { "R9", EM, "check -1h dirty_wound=yes muscle_spasms=yes trouble_swallowing=yes" },
  { "R9", TO, "check -1h dirty_wound=yes muscle_spasms=yes stiff_jaw=past" },
  { "R9", NO, "check -1h dirty_wound=past muscle_spasms=no" },
  { "R10", TO, "check -1h fluid_loss=yes; cramps -3 1" },
  { "R10", NO, "check -1h fluid_loss=yes" },
  { "R10", EM, "check -1h fluid_loss=yes muscle_spasms=yes no_urine=yes" },
  { "R10", EM, "check -1h fluid_loss=yes muscle_spasms=yes confused=yes" },
  { "R10", NO, "check -1h fluid_loss=past muscle_spasms=yes" },
  { "R11", TO, "check -1h in_heat=yes heat_over_1h=yes" },
  { "R11", TO, "check -1h in_heat=yes; profile conditions=heart-disease" },
  { "R11", NO, "check -1h in_heat=yes; profile conditions=diabetes" },
  { "R11", EM, "check -1h in_heat=yes confused=yes" },
  { "R11", NO, "check -1h in_heat=past heat_over_1h=yes" },
  LATER ("R12", TO, "muscle_pain_weakness", "; medicine statin"),
  { "R12", TO, "medicine colchicine; check -1h muscle_pain_weakness=yes" },
  { "R12", NO, "medicine statin stopped=0; check -1h muscle_pain_weakness=yes" },
  { "R12", NO, "medicine statin; cramps 0 3" },
  { "R12", NO, "medicine -; check -1h muscle_pain_weakness=yes" },
  SIGN ("R13", "palpitations"),
  { "R14", TO, "check -1h rest_pain_foot=yes better_hanging_down=yes" },
  { "R14", NO, "check -1h rest_pain_foot=yes" },
  { "R14", EM, "check -1h rest_pain_foot=yes better_hanging_down=yes wound_black_smelly_spreading=yes" },
  { "R14", NO, "check -1h rest_pain_foot=past better_hanging_down=no" },
  LATER ("R15", TO, "bleeding_signs", "; medicine quinine"),
  { "R15", NO, "medicine statin; check -1h bleeding_signs=yes" },
  SIGN ("R16", "one_sided_weakness"),
  SIGN ("R16", "speech_trouble"),
  { "R17", AP, "episode -5d sites=calf:left sore_hours=73" },
  { "R17", NO, "episode -5d sites=calf:left sore_hours=72" },
  { "R17", NO, "episode -5d sites=calf:both sore_hours=80" },
  { "R17", NO, "episode -5d sites=thigh_front:left sore_hours=80" },
  { "R17", NO, "episode -14d sites=calf:left sore_hours=80" },
  { "R17", AP, "episode -13d sites=calf:left sore_hours=80" },
  { "D1", AP, "cramps -27 8" },
  { "D1", NO, "cramps -28 8" },
  { "D1", PH, "cramps -27 7" },
  { "D1", PH, "cramps -20 6" },
  { "D1", NO, "cramps -20 5" },
  { "D1", AP, "cramps -13 4" },
  { "D1", NO, "cramps -14 4" },
  { "D1", NO, "cramps -13 3" },
  { "D2", AP, "episode -27d pain=9" },
  { "D2", NO, "episode -28d pain=9" },
  { "D2", NO, "episode -1d pain=8" },
  { "D2", AP, "episode -1d pain=7; episode -27d pain=7" },
  { "D2", NO, "episode -1d pain=7; episode -28d pain=7" },
  { "D2", NO, "episode -1d pain=7; episode -2d pain=6" },
  { "D2", NO, "episode -1d" },
  { "D3", AP, "night -13 wakings_by_cramp=3" },
  { "D3", NO, "night -14 wakings_by_cramp=3" },
  { "D3", NO, "night -1 wakings_by_cramp=2" },
  { "D3", AP, "night -1 wakings_by_cramp=2; night -13 wakings_by_cramp=2" },
  { "D3", NO, "night -1 wakings_by_cramp=2; night -2 wakings_by_cramp=1" },
  { "D4", AP, "night -1 wakings_by_cramp=1; night -9 wakings_by_cramp=1; night -20 wakings_by_cramp=1; night -27 wakings_by_cramp=1" },
  { "D4", NO, "night -1 wakings_by_cramp=1; night -9 wakings_by_cramp=1; night -20 wakings_by_cramp=1; night -28 wakings_by_cramp=1" },
  { "D4", AP, "night -1 enough_sleep=no sleep_lost_to_cramps=yes; night -13 enough_sleep=no sleep_lost_to_cramps=yes" },
  { "D4", NO, "night -1 enough_sleep=no sleep_lost_to_cramps=yes; night -14 enough_sleep=no sleep_lost_to_cramps=yes" },
  { "D4", NO, "night -1 enough_sleep=no sleep_lost_to_cramps=yes; night -2 enough_sleep=no sleep_lost_to_cramps=no" },
  { "D4", NO, "night -1 enough_sleep=no; night -2 enough_sleep=no" },
  { "D4", NO, "night -1 enough_sleep=yes sleep_lost_to_cramps=yes; night -2 enough_sleep=yes sleep_lost_to_cramps=yes" },
  { "D5", AP, "episode -27d impact=stopped" },
  { "D5", NO, "episode -28d impact=stopped" },
  { "D5", NO, "episode -1d impact=some" },
  { "D5", AP, "episode -1d impact=some; episode -27d impact=some" },
  { "D5", NO, "episode -1d impact=some; episode -2d impact=none" },
  { "D6", AP, "episode -20d tried=A7:no; episode -10d tried=A8:worse; episode -6d tried=A7:no" },
  { "D6", NO, "episode -19d tried=A7:no; episode -10d tried=A8:worse; episode -6d tried=A7:no" },
  { "D6", NO, "episode -20d tried=A7:no; episode -10d tried=A8:a-little; episode -6d tried=A7:no" },
  { "D6", NO, "episode -20d tried=A7:no; episode -6d tried=A7:no" },
  { "D6", NO, "episode -20d tried=A7; episode -10d tried=A7:no; episode -6d tried=A7:no" },
  { "D6", AP, "routine routine=stretch start=-42; cramps -60 2; cramps -5 2" },
  { "D6", NO, "routine routine=stretch start=-41; cramps -60 2; cramps -5 2" },
  { "D6", NO, "routine routine=stretch start=-42; cramps -60 3; cramps -5 2" },
  { "D6", NO, "routine routine=stretch start=-42; cramps -5 2" },
  { "D6", NO, "routine routine=stretch start=-42 stop=-1; cramps -60 2; cramps -5 2" },
  { "D7", AP, "episode -27d sites=back" },
  { "D7", NO, "episode -28d sites=back" },
  { "D7", AP, "episode -1d sites=hand:left" },
  { "D7", TO, "episode -13d sites=chest" },
  { "D7", AP, "episode -14d sites=chest" },
  { "D7", TO, "episode -1d sites=arm:left" },
  { "D7", TO, "episode -1d sites=belly" },
  { "D7", NO, "episode -1d sites=calf:left" },
  { "D8", AP, "check -1h swelling_side=both-equal" },
  { "D8", NO, "check -1h swelling_side=left" },
  { "D8", NO, "check -1h swelling_side=none" },
  { "D8", NO, "check -1h swelling_side=both-equal:past" },
  LATER ("D9", AP, "numb_tingle", "; cramps 0 1"),
  { "D9", NO, "check -1h numb_tingle=yes" },
  { "D9", AP, "check -1h numb_tingle=yes; cramps -27 1" },
  { "D9", NO, "check -1h numb_tingle=yes; cramps -28 1" },
  LATER ("D10", AP, "weakness", ""),
  LATER ("D10", AP, "wasting", ""),
  { "D10", TO, "check -1h weakness=yes weakness_worse=yes weakness_days=13" },
  { "D10", AP, "check -1h weakness=yes weakness_worse=yes weakness_days=14" },
  { "D10", AP, "check -1h weakness=yes weakness_worse=no weakness_days=3" },
  LATER ("D11", AP, "skin_texture_change", ""),
  LATER ("D12", AP, "bruising", ""),
  { "D12", NO, "check -1h bruising=yes bruise_known_cause=yes swelling_side=none" },
  { "D12", AP, "check -1h bruising=yes bruise_known_cause=yes" },
  { "D12", TO, "check -1h bruising=yes bruise_known_cause=no" },
  { "D12", TO, "check -1h bruising=yes bruise_known_cause=yes swelling_side=none; medicine blood-thinner" },
  { "D13", AP, "night -27 sleep_worry=yes" },
  { "D13", NO, "night -28 sleep_worry=yes" },
  { "D13", NO, "night -1 sleep_worry=no" },
  { "D13", NO, "night -1 sleep_worry=yes enough_sleep=yes" },
  { "D13", NO, "night -1 said=cramps" },
  { "D14", AP, "check -1h same_effort=yes eases_on_stopping_minutes=10" },
  { "D14", NO, "check -1h same_effort=yes eases_on_stopping_minutes=11" },
  { "D14", NO, "check -1h same_effort=yes" },
  { "D14", AP, "episode -1d eases_on_stopping_minutes=10; episode -27d eases_on_stopping_minutes=3" },
  { "D14", NO, "episode -1d eases_on_stopping_minutes=10; episode -27d eases_on_stopping_minutes=11" },
  { "D14", NO, "episode -1d eases_on_stopping_minutes=10; episode -28d eases_on_stopping_minutes=3" },
  { "D15", AP, "check -1h wound_days_open=15" },
  { "D15", NO, "check -1h wound_days_open=14" },
  { "D15", TO, "check -1h wound_days_open=1; profile conditions=diabetes" },
  LATER ("D15", TO, "wound_black_smelly_spreading", ""),
  { "D16", AP, "check -1h urge_to_move=yes worse_at_rest=yes worse_evening=yes relieved_by_moving=yes urge_days_a_week=2 urge_weeks=2" },
  { "D16", NO, "check -1h urge_to_move=yes worse_at_rest=yes worse_evening=yes relieved_by_moving=yes urge_days_a_week=1 urge_weeks=2" },
  { "D16", NO, "check -1h urge_to_move=yes worse_at_rest=yes worse_evening=yes relieved_by_moving=yes urge_days_a_week=2 urge_weeks=1" },
  { "D16", NO, "check -1h urge_to_move=yes worse_at_rest=yes worse_evening=no relieved_by_moving=yes urge_days_a_week=2 urge_weeks=2" },
  { "D16", NO, "check -1h urge_to_move=yes worse_at_rest=yes relieved_by_moving=yes urge_days_a_week=2 urge_weeks=2" },
  LATER ("D17", AP, "worse_walking", "better_bending_or_sitting=yes"),
  { "D17", NO, "check -1h worse_walking=yes" },
  LATER ("D18", PH, "varicose_veins", ""),
  { "D18", AP, "check -1h varicose_veins=yes swelling_side=both-equal" },
  LATER ("D19", AP, "tremor_stiffness", ""),
  LATER ("D20", AP, "stabbing_pain", "; profile conditions=diabetes"),
  { "D20", NO, "check -1h stabbing_pain=yes" },
  { "D20", AP, "profile conditions=diabetes; cramps 0 1; cramps -1 1; cramps -2 1; cramps -3 1; cramps -4 1; cramps -5 1; cramps -13 1" },
  { "D20", NO, "profile conditions=diabetes; cramps 0 1; cramps -1 1; cramps -2 1; cramps -3 1; cramps -4 1; cramps -5 1; cramps -14 1" },
  { "D21", AP, "profile conditions=kidney-disease; cramps -5 4; cramps -30 2" },
  { "D21", NO, "profile conditions=kidney-disease; cramps -5 4; cramps -30 3" },
  { "D21", NO, "profile conditions=kidney-disease; cramps -5 3" },
  { "D21", NO, "profile conditions=obesity; cramps -5 4" },
  { "P1", PH, "medicine - started=-90; cramps -1 1" },
  { "P1", NO, "medicine - started=-91; cramps 0 1" },
  { "P1", NO, "medicine - started=-30; cramps -40 1; cramps -5 1" },
  { "P1", PH, "medicine - started=-30; cramps -70 1; cramps -5 4" },
  { "P1", PH, "medicine - started=-600 changed=-30; cramps -70 1; cramps -5 4" },
  { "P1", NO, "medicine - started=-600; cramps -70 1; cramps -5 4" },
  { "P1", NO, "medicine - started=-30 stopped=-2; cramps -5 1" },
  { "P1", NO, "medicine - started=-60; cramps -30 1" },
  { "P2", PH, "medicine -; medicine -; medicine -; cramps -27 1" },
  { "P2", NO, "medicine -; medicine -; medicine -; cramps -28 1" },
  { "P2", NO, "medicine -; medicine -; cramps -1 1" },
  { "P2", NO, "medicine -; medicine -; medicine - stopped=-1; cramps -1 1" },
  { "P3", PH, "medicine laba+linked; cramps -27 1" },
  { "P3", NO, "medicine laba+linked; cramps -28 1" },
  { "P3", NO, "medicine arb; cramps -1 1" },
  { "P3", AP, "medicine laba+linked; episode -1d impact=stopped" },
  LATER ("P4", PH, "wants_supplement", ""),
  { "P5", PH, "profile pregnant=yes; check -1h wants_magnesium=yes" },
  { "P5", NO, "profile pregnant=no; check -1h wants_magnesium=yes" },
  { "P5", NO, "check -1h wants_magnesium=yes" },
  LATER ("P6", PH, "wants_compression", ""),
  { "P7", PH, "episode -27d fell=yes" },
  { "P7", PH, "episode -27d fell=almost" },
  { "P7", NO, "episode -28d fell=yes" },
  { "P7", NO, "episode -1d fell=no" },
  { "P7", TO, "episode -1d fell=yes; check -1h head_knock=yes" },
  { "P7", TO, "episode -1d fell=yes; check -1h cannot_bear_weight=yes" },
  { "P7", EM, "episode -1d fell=yes; check -1h head_knock=yes; medicine blood-thinner" },
  { "P7", TO, "episode -1d fell=yes; medicine blood-thinner" },
  { "P7", TO, "episode -1d injury=yes; medicine blood-thinner" },
  { "P7", PH, "episode -1d fell=almost; medicine blood-thinner" },
  { "P7", PH, "episode -1d fell=yes injury=yes" },
  LATER ("P8", PH, "heavy_alcohol", "; cramps 0 1"),
  { "P8", NO, "check -1h heavy_alcohol=yes" },
};

static SoleusRules *rules;

static SoleusVerdict *
judge (const char *text)
{
  g_autoptr (SoleusFacts) facts = soleus_test_facts_new (text);

  return soleus_verdict_new (rules, facts);
}

static const char *
get_level (const SoleusVerdict *verdict,
           const char *rule)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (g_str_equal (finding->rule->id, rule))
        return soleus_levels.words[finding->level];
    }
  return NULL;
}

static void
test_rule (gconstpointer data)
{
  const SoleusRule *rule = data;
  guint n_fires = 0, n_silent = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusVerdict) verdict = NULL;
      const char *level;

      if (!g_str_equal (cases[i].rule, rule->id))
        continue;
      verdict = judge (cases[i].facts);
      level = get_level (verdict, cases[i].rule);
      if (g_strcmp0 (level, cases[i].level) != 0)
        {
          g_test_message ("%s: \"%s\" gives %s, not %s", cases[i].rule, cases[i].facts, level, cases[i].level);
          g_test_fail ();
        }
      n_fires += cases[i].level != NULL;
      n_silent += cases[i].level == NULL;
    }
  g_assert_cmpuint (n_fires, >, 0);
  g_assert_cmpuint (n_silent, >, 0);
}

/* Every emergency with every lower rule: the higher one leads, and the lower one is still listed. */
static void
test_pairs (void)
{
  guint n_pairs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
      {
        g_autofree char *text = g_strdup_printf ("%s; %s", cases[i].facts, cases[k].facts);
        g_autoptr (SoleusVerdict) verdict = NULL;

        if (g_strcmp0 (cases[i].level, EM) != 0 || cases[k].level == NULL || g_str_equal (cases[k].level, EM) || strstr (cases[i].facts, "profile") != NULL)
          continue;
        if (i > 0 && g_strcmp0 (cases[i - 1].level, EM) == 0 && g_str_equal (cases[i - 1].rule, cases[i].rule))
          continue; /* one of each is enough */
        verdict = judge (text);
        g_assert_cmpint (verdict->level, ==, SOLEUS_LEVEL_EMERGENCY);
        g_assert_cmpstr (get_level (verdict, cases[i].rule), ==, EM);
        if (get_level (verdict, cases[k].rule) == NULL)
          {
            g_test_message ("%s is lost in \"%s\"", cases[k].rule, text);
            g_test_fail ();
          }
        n_pairs++;
      }
  g_assert_cmpuint (n_pairs, >, 1000);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  const GPtrArray *list;
  int result;

  g_test_init (&argc, &argv, NULL);
  rules = soleus_rules_load (&error);
  g_assert_no_error (error);
  list = soleus_rules_get_list (rules);
  for (guint i = 0; i < list->len; i++)
    {
      const SoleusRule *rule = g_ptr_array_index (list, i);
      g_autofree char *path = g_strdup_printf ("/triage/rules/%s", rule->id);

      g_test_add_data_func (path, rule, test_rule);
    }
  g_test_add_func ("/triage/rules/pairs", test_pairs);
  result = g_test_run ();
  soleus_rules_free (rules);
  return result;
}
