/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words against the clinical specification, word for word. A released word never goes. */
#include "model/soleus-vocabulary.h"

#include <json-glib/json-glib.h>

/* The specification's own lists, as it writes them. */
static const struct
{
  const SoleusVocabulary *words;
  const char *expected;
} lists[] = {
  { &soleus_facts,
    "chest_pain, breathing_difficulty, swelling_side, leg_redness, leg_rash, fever, temperature, "
    "skin_color_change, leg_cool_vs_other, no_pulse, "
    "coughing_blood, fainted, sudden_onset, severe_pain, cannot_move_foot, recent_injury_or_cast, hard_exercise, tight_muscle, worse_on_stretch, dark_urine, saddle_numb, bladder_bowel_change, "
    "both_legs_weak, calf_warm, calf_tender, one_sided_weakness, speech_trouble, palpitations, dirty_wound, toxin, muscle_spasms, stiff_jaw, trouble_swallowing, fluid_loss, confused, no_urine, in_heat, heat_over_1h, low_salt_diet, "
    "severe_headache, vision_change, pain_below_ribs, vomiting, face_hand_swelling, rest_pain_foot, better_hanging_down, bleeding_signs, muscle_pain_weakness, numb_tingle, numb_tingle_stays, stabbing_pain, weakness, weakness_worse, wasting, "
    "skin_texture_change, bruising, bruise_known_cause, tremor_stiffness, varicose_veins, back_pain, worse_walking, better_bending_or_sitting, same_effort, standing_still_helps, urge_to_move, worse_at_rest, worse_evening, "
    "relieved_by_moving, wound_black_smelly_spreading, wants_supplement, wants_magnesium, wants_compression, heavy_alcohol, head_knock, cannot_bear_weight, long_travel, surgery_or_bed_rest, "
    "eases_on_stopping_minutes, wound_days_open, weakness_days, urge_days_a_week, urge_weeks" },
  { &soleus_answers, "yes, no, past, left, right, both-equal, both-unequal, none" },
  { &soleus_temperature_units, "C, F" },
  { &soleus_precisions, "exact, about, night" },
  { &soleus_doings, "asleep, in-bed, resting, sitting, standing, walking, exercising, after-exercise" },
  { &soleus_impacts, "none, some, stopped" },
  { &soleus_helps, "yes, a-little, no, worse" },
  { &soleus_acknowledgements, "called, getting-help, mistake" },
  { &soleus_sayings, "none, cramps, unsure" },
  { &soleus_routine_kinds, "stretch, diet, supplement, other" },
  { &soleus_conditions,
    "diabetes, kidney-disease, dialysis, liver-disease, thyroid-disease, heart-failure, heart-disease, peripheral-artery-disease, varicose-veins, venous-insufficiency, high-blood-pressure, high-cholesterol, "
    "heart-attack, clot-history, clotting-disorder, nerve-disorder, neuropathy, restless-legs, sleep-apnoea, low-sodium, raynaud, back-problem, obesity" },
  { &soleus_drink_kinds, "water, electrolyte, tea-or-coffee, alcohol, milk, juice, other" },
  { &soleus_levels, "none, incomplete, pharmacist, appointment, today, emergency" },
  { &soleus_bases, "source, guidance, design" },
  { &soleus_sides, "left, right" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) expected = g_strsplit (lists[i].expected, ", ", -1);

      g_assert_cmpuint (g_strv_length ((char **) lists[i].words->words), ==, g_strv_length (expected));
      for (guint k = 0; expected[k] != NULL; k++)
        {
          g_assert_cmpint (soleus_vocabulary_index (lists[i].words, expected[k]), ==, (int) k);
          g_assert_true (soleus_vocabulary_find (lists[i].words, expected[k]) == lists[i].words->words[k]);
        }
      g_assert_cmpint (soleus_vocabulary_index (lists[i].words, "Xylophone"), ==, -1);
      g_assert_cmpint (soleus_vocabulary_index (lists[i].words, NULL), ==, -1);
      g_assert_null (soleus_vocabulary_find (lists[i].words, ""));
    }
}

static void
test_types_of_facts (void)
{
  static const char *const emergency[] = {
    "chest_pain", "breathing_difficulty", "swelling_side", "leg_redness", "leg_rash", "fever", "temperature", "skin_color_change",
    "leg_cool_vs_other", "no_pulse", NULL
  };
  static const char *const numbers[] = { "eases_on_stopping_minutes", "wound_days_open", "weakness_days", "urge_days_a_week", "urge_weeks", NULL };

  for (guint i = 0; soleus_facts.words[i] != NULL; i++)
    {
      const char *fact = soleus_facts.words[i];

      g_assert_cmpint (soleus_fact_is_emergency (fact), ==, g_strv_contains (emergency, fact));
      g_assert_cmpint (soleus_fact_get_type (fact), ==,
                       g_str_equal (fact, "swelling_side")   ? SOLEUS_FACT_SWELLING
                       : g_str_equal (fact, "temperature")   ? SOLEUS_FACT_TEMPERATURE
                       : g_strv_contains (numbers, fact)     ? SOLEUS_FACT_NUMBER
                                                             : SOLEUS_FACT_SIGN);
    }
}

/* The muscles are the regions of the leg map, the rest of the leg, and six places outside it. */
static void
test_muscles (void)
{
  static const char *const outside[] = { "back", "belly", "chest", "arm", "hand", "neck_face" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "legmap", "legmap.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *regions;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  regions = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "list_order");
  g_assert_nonnull (regions);
  for (guint i = 0; i < json_array_get_length (regions); i++)
    {
      const char *id = json_array_get_string_element (regions, i);

      g_assert_cmpint (soleus_vocabulary_index (&soleus_muscles, id), ==, (int) i);
    }
  for (guint k = 0; k < G_N_ELEMENTS (outside); k++)
    g_assert_cmpint (soleus_vocabulary_index (&soleus_muscles, outside[k]), >, (int) json_array_get_length (regions));
  g_assert_cmpuint (g_strv_length ((char **) soleus_muscles.words), ==, json_array_get_length (regions) + 1 + G_N_ELEMENTS (outside));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/lists", test_lists);
  g_test_add_func ("/vocabulary/types-of-facts", test_types_of_facts);
  g_test_add_func ("/vocabulary/muscles", test_muscles);
  return g_test_run ();
}
