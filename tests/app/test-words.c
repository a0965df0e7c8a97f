/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things are said. */
#include "app/soleus-words.h"
#include "lib/soleus-test.h"

#include <locale.h>

static void
test_durations (void)
{
  static const struct
  {
    gint64 seconds;
    const char *words;
  } cases[] = {
    { 0, "0 seconds" }, { 1, "1 second" }, { 59, "59 seconds" }, { 60, "1 minute" }, { 89, "1 minute" }, { 90, "2 minutes" },
    { 360, "6 minutes" }, { 3569, "59 minutes" }, { 3570, "1 hour" }, { 3600, "1 hour" }, { 4200, "1 hour 10 minutes" }, { 7260, "2 hours 1 minute" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = soleus_words_duration (cases[i].seconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    gint64 thousandths;
    const char *words;
  } cases[] = {
    { 0, "0" }, { 1, "0.001" }, { 10, "0.01" }, { 500, "0.5" }, { 1000, "1" }, { 1250, "1.25" }, { 2001, "2.001" }, { 10000000, "10000" }, { 99999999999, "99999999.999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = soleus_words_number (cases[i].thousandths);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_times (void)
{
  static const struct
  {
    int minute;
    const char *words_24;
    const char *words_12;
  } cases[] = {
    { 0, "0:00", "12:00 am" }, { 160, "2:40", "2:40 am" }, { 719, "11:59", "11:59 am" }, { 720, "12:00", "12:00 pm" }, { 1439, "23:59", "11:59 pm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words_24 = NULL, *words_12 = NULL;

      soleus_words_set_clock_format (SOLEUS_CLOCK_24H);
      words_24 = soleus_words_minute (cases[i].minute);
      soleus_words_set_clock_format (SOLEUS_CLOCK_12H);
      words_12 = soleus_words_minute (cases[i].minute);
      g_assert_cmpstr (words_24, ==, cases[i].words_24);
      g_assert_cmpstr (words_12, ==, cases[i].words_12);
    }
  soleus_words_set_clock_format (SOLEUS_CLOCK_24H);
}

static void
test_nights (void)
{
  SoleusDate date = soleus_test_date ("2026-03-03");
  g_autofree char *night = soleus_words_night (date);
  g_autofree char *span = soleus_words_night_span (date);
  static const struct
  {
    SoleusNight night;
    const char *words;
  } cases[] = {
    { { 0, SOLEUS_NIGHT_NOT_RECORDED, -1, 0, 0 }, "Not recorded" },
    { { 0, SOLEUS_NIGHT_NO_CRAMP, -1, 0, 0 }, "No cramp" },
    { { 0, SOLEUS_NIGHT_UNSURE, -1, 0, 0 }, "Not sure" },
    { { 0, SOLEUS_NIGHT_CRAMPS, -1, 0, 0 }, "Cramps" },
    { { 0, SOLEUS_NIGHT_CRAMPS, 3, 1, 0 }, "3 cramps" },
    { { 0, SOLEUS_NIGHT_NO_CRAMP, -1, 1, 0 }, "1 cramp" },
    { { 0, SOLEUS_NIGHT_CRAMPS, 2, 1, 1 }, "3 cramps" },
  };

  g_assert_cmpstr (night, ==, "Night to Tuesday 3 March");
  g_assert_cmpstr (span, ==, "Monday evening to Tuesday morning");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = soleus_words_night_result (&cases[i].night);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_episode (void)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_EPISODE);
  SoleusRow *values = soleus_record_get_values (record);
  SoleusRow *site;
  g_autofree char *exact = NULL, *about = NULL, *span = NULL, *unknown = NULL, *summary = NULL, *plain = soleus_words_summary (record);

  g_assert_cmpstr (plain, ==, "Cramp");
  soleus_row_set_time (values, "start", soleus_test_time (SOLEUS_TEST_NOW));
  soleus_row_set_text (values, "precision", "exact");
  exact = soleus_words_episode_when (record);
  g_assert_cmpstr (exact, ==, "2:40");
  soleus_row_set_text (values, "precision", "about");
  about = soleus_words_episode_when (record);
  g_assert_cmpstr (about, ==, "About 2:40");
  soleus_row_set_number (values, "start_span_min", 120);
  span = soleus_words_episode_when (record);
  g_assert_cmpstr (span, ==, "About 2:40 to 4:40");
  soleus_row_clear (values, "start");
  unknown = soleus_words_episode_when (record);
  g_assert_cmpstr (unknown, ==, "Time not known");

  site = soleus_row_add_row (values, "sites");
  soleus_row_set_text (site, "muscle", "calf");
  soleus_row_set_text (site, "side", "left");
  soleus_row_set_number (values, "pain", 7);
  soleus_row_set_number (values, "seconds", 360);
  summary = soleus_words_summary (record);
  g_assert_cmpstr (summary, ==, "Left calf · pain 7 of 10 · 6 minutes");
}

/* Nobody must read an id: every word that a screen shows has a saying. */
static void
test_every_word_has_a_saying (void)
{
  const SoleusVocabulary *const shown[] = {
    &soleus_doings, &soleus_impacts, &soleus_falls, &soleus_helps, &soleus_actions, &soleus_drink_kinds, &soleus_meal_kinds,
    &soleus_dose_states, &soleus_habits, &soleus_conditions, &soleus_smoking,
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    for (guint k = 0; shown[i]->words[k] != NULL; k++)
      if (soleus_words_word (shown[i], shown[i]->words[k]) == shown[i]->words[k])
        g_error ("%s %s has no saying", shown[i]->name, shown[i]->words[k]);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      g_autofree char *words = soleus_words_kind ((SoleusKind) kind);

      g_assert_cmpstr (words, !=, NULL);
    }
}

static void
test_matching_muscles (void)
{
  g_autofree char *calf = soleus_words_matching_muscles ("CALF");
  g_autofree char *left_calf = soleus_words_matching_muscles ("left calf");
  g_autofree char *nothing = soleus_words_matching_muscles ("elbow");

  g_assert_cmpstr (calf, ==, ",calf,lower_calf,");
  g_assert_cmpstr (left_calf, ==, ",calf,");
  g_assert_cmpstr (nothing, ==, ",");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/durations", test_durations);
  g_test_add_func ("/words/numbers", test_numbers);
  g_test_add_func ("/words/times", test_times);
  g_test_add_func ("/words/nights", test_nights);
  g_test_add_func ("/words/episode", test_episode);
  g_test_add_func ("/words/every-word", test_every_word_has_a_saying);
  g_test_add_func ("/words/muscles", test_matching_muscles);

  return g_test_run ();
}
