/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words themselves. Lists may grow at their end; a word that a released version wrote never goes away, because
 * old diaries and archives hold it. */
#include "model/soleus-vocabulary.h"

#define WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* The first ten are the regions of the leg map; the last six lie outside the leg. */
const SoleusVocabulary soleus_muscles = {
  "muscle", WORDS ("calf", "lower_calf", "sole", "toes", "foot_top", "shin", "thigh_back", "thigh_front", "thigh_inner", "buttock", "other_leg",
                   "back", "belly", "chest", "arm", "hand", "neck_face")
};
const SoleusVocabulary soleus_sides = { "side", WORDS ("left", "right") };
const SoleusVocabulary soleus_precisions = { "precision", WORDS ("exact", "about", "night") };
const SoleusVocabulary soleus_doings = {
  "doing", WORDS ("asleep", "in-bed", "resting", "sitting", "standing", "walking", "exercising", "after-exercise")
};
const SoleusVocabulary soleus_impacts = { "impact", WORDS ("none", "some", "stopped") };
const SoleusVocabulary soleus_falls = { "fell", WORDS ("no", "almost", "yes") };

/* The stretch and remedy cards by their ids, and what people do besides. */
const SoleusVocabulary soleus_actions = {
  "action", WORDS ("A1", "A2", "A3", "A4", "A5", "A5-bed", "A6", "A6-side", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14", "A15", "A16",
                   "A17", "A18", "A19", "A20", "A21", "A22", "drink", "food", "medicine", "waiting", "other")
};
const SoleusVocabulary soleus_helps = { "helped", WORDS ("yes", "a-little", "no", "worse") };
const SoleusVocabulary soleus_sayings = { "said", WORDS ("none", "cramps", "unsure") };

/* The questions of a warning check. The first ten make up the eight emergency questions (a rash and redness are one
 * question, so are fever and temperature). */
const SoleusVocabulary soleus_facts = {
  "fact", WORDS ("chest_pain", "breathing_difficulty", "swelling_side", "leg_redness", "leg_rash", "fever", "temperature", "skin_color_change",
                 "leg_cool_vs_other", "no_pulse",
                 "coughing_blood", "fainted", "sudden_onset", "severe_pain", "cannot_move_foot", "recent_injury_or_cast", "hard_exercise",
                 "tight_muscle", "worse_on_stretch", "dark_urine", "saddle_numb", "bladder_bowel_change", "both_legs_weak", "calf_warm",
                 "calf_tender", "one_sided_weakness", "speech_trouble", "palpitations", "dirty_wound", "toxin", "muscle_spasms", "stiff_jaw",
                 "trouble_swallowing", "fluid_loss", "confused", "no_urine", "in_heat", "heat_over_1h", "low_salt_diet", "severe_headache",
                 "vision_change", "pain_below_ribs", "vomiting", "face_hand_swelling", "rest_pain_foot", "better_hanging_down",
                 "bleeding_signs", "muscle_pain_weakness", "numb_tingle", "numb_tingle_stays", "stabbing_pain", "weakness", "weakness_worse",
                 "wasting", "skin_texture_change", "bruising", "bruise_known_cause", "tremor_stiffness", "varicose_veins", "back_pain",
                 "worse_walking", "better_bending_or_sitting", "same_effort", "standing_still_helps", "urge_to_move", "worse_at_rest",
                 "worse_evening", "relieved_by_moving", "wound_black_smelly_spreading", "wants_supplement", "wants_magnesium",
                 "wants_compression", "heavy_alcohol", "head_knock", "cannot_bear_weight", "long_travel", "surgery_or_bed_rest",
                 "eases_on_stopping_minutes", "wound_days_open", "weakness_days", "urge_days_a_week", "urge_weeks")
};
const SoleusVocabulary soleus_answers = {
  "value", WORDS ("yes", "no", "past", "left", "right", "both-equal", "both-unequal", "none")
};
const SoleusVocabulary soleus_temperature_units = { "unit", WORDS ("C", "F") };
const SoleusVocabulary soleus_volume_units = { "unit", WORDS ("ml", "us-fl-oz", "uk-fl-oz", "us-cup") };
const SoleusVocabulary soleus_drink_kinds = {
  "drink", WORDS ("water", "electrolyte", "tea-or-coffee", "alcohol", "milk", "juice", "other")
};
const SoleusVocabulary soleus_meal_kinds = { "meal", WORDS ("breakfast", "lunch", "dinner", "snack") };
const SoleusVocabulary soleus_patterns = {
  "pattern", WORDS ("daily", "weekdays", "every-n-days", "day-of-month", "every-n-hours", "after-last-dose", "cycle", "as-needed")
};
const SoleusVocabulary soleus_short_months = { "short month", WORDS ("last-day", "skip") };
const SoleusVocabulary soleus_dose_states = { "status", WORDS ("taken", "skipped") };
const SoleusVocabulary soleus_habits = { "habit", WORDS ("hard-exercise", "long-sitting", "long-standing", "heels", "travel") };
const SoleusVocabulary soleus_routine_kinds = { "routine", WORDS ("stretch", "diet", "supplement", "other") };
const SoleusVocabulary soleus_favourite_kinds = { "favourite", WORDS ("guide", "food", "drink", "plan") };
const SoleusVocabulary soleus_conditions = {
  "condition", WORDS ("diabetes", "kidney-disease", "dialysis", "liver-disease", "thyroid-disease", "heart-failure", "heart-disease",
                      "peripheral-artery-disease", "varicose-veins", "venous-insufficiency", "high-blood-pressure", "high-cholesterol",
                      "heart-attack", "clot-history", "clotting-disorder", "nerve-disorder", "neuropathy", "restless-legs", "sleep-apnoea",
                      "low-sodium", "raynaud", "back-problem", "obesity")
};
const SoleusVocabulary soleus_smoking = { "smoking", WORDS ("never", "former", "current") };
const SoleusVocabulary soleus_levels = { "level", WORDS ("none", "incomplete", "pharmacist", "appointment", "today", "emergency") };
const SoleusVocabulary soleus_bases = { "basis", WORDS ("source", "guidance", "design") };
const SoleusVocabulary soleus_acknowledgements = { "acknowledgement", WORDS ("called", "getting-help", "mistake") };
const SoleusVocabulary soleus_prompt_answers = { "answer", WORDS ("booked", "not-now", "seen", "not-yet", "stopped") };
const SoleusVocabulary soleus_reminder_kinds = { "reminder", WORDS ("check-in", "drink", "stretch", "dose", "trial") };
/* Those, in the same order, and what a person asked to be reminded of once. */
const SoleusVocabulary soleus_notice_kinds = { "reminder", WORDS ("check-in", "drink", "stretch", "dose", "trial", "advice") };
const SoleusVocabulary soleus_wordings = { "wording", WORDS ("discreet", "full") };
const SoleusVocabulary soleus_notice_states = { "state", WORDS ("due", "shown", "answered", "snoozed", "missed", "withdrawn") };

/**
 * soleus_vocabulary_index:
 * @self: a list of words
 * @word: (nullable): what was given
 *
 * Returns: the place of @word in the list, or -1 if it is none of them
 */
int
soleus_vocabulary_index (const SoleusVocabulary *self,
                         const char             *word)
{
  if (word != NULL)
    for (int i = 0; self->words[i] != NULL; i++)
      if (g_str_equal (self->words[i], word))
        return i;
  return -1;
}

/**
 * soleus_vocabulary_find:
 * @self: a list of words
 * @word: (nullable): what was given
 *
 * Returns: (transfer none) (nullable): the same word as a static string, or %NULL if it is none of them
 */
const char *
soleus_vocabulary_find (const SoleusVocabulary *self,
                        const char             *word)
{
  int i = soleus_vocabulary_index (self, word);

  return i < 0 ? NULL : self->words[i];
}

/**
 * soleus_fact_get_type:
 * @fact: a word of #soleus_facts
 *
 * Returns: how the question is answered
 */
SoleusFactType
soleus_fact_get_type (const char *fact)
{
  static const char *const numbers[] = {
    "eases_on_stopping_minutes", "wound_days_open", "weakness_days", "urge_days_a_week", "urge_weeks", NULL
  };

  if (g_str_equal (fact, "swelling_side"))
    return SOLEUS_FACT_SWELLING;
  if (g_str_equal (fact, "temperature"))
    return SOLEUS_FACT_TEMPERATURE;
  return g_strv_contains (numbers, fact) ? SOLEUS_FACT_NUMBER : SOLEUS_FACT_SIGN;
}

/**
 * soleus_fact_is_emergency:
 * @fact: a word of #soleus_facts
 *
 * Returns: whether it belongs to the eight emergency questions
 */
gboolean
soleus_fact_is_emergency (const char *fact)
{
  int i = soleus_vocabulary_index (&soleus_facts, fact);

  return i >= 0 && i <= soleus_vocabulary_index (&soleus_facts, "no_pulse");
}

/**
 * soleus_muscle_is_on_map:
 * @muscle: a word of #soleus_muscles
 *
 * Returns: whether it is a region of the leg map, not another place
 */
gboolean
soleus_muscle_is_on_map (const char *muscle)
{
  int i = soleus_vocabulary_index (&soleus_muscles, muscle);

  return i >= 0 && i < soleus_vocabulary_index (&soleus_muscles, "other_leg");
}
