/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four states of a night and how many cramps it had, for every mixture of what was said and what was recorded. */
#include "model/soleus-night.h"

static void
test_states (void)
{
  static const struct
  {
    SoleusNight night;
    SoleusNightState state;
    int n_cramps;
    gboolean recorded;
  } rows[] = {
    /* date, said, count, night-time, daytime */
    { { 0, SOLEUS_NIGHT_NOT_RECORDED, -1, 0, 0 }, SOLEUS_NIGHT_NOT_RECORDED, 0, FALSE },
    { { 0, SOLEUS_NIGHT_NO_CRAMP, -1, 0, 0 }, SOLEUS_NIGHT_NO_CRAMP, 0, TRUE },
    { { 0, SOLEUS_NIGHT_UNSURE, -1, 0, 0 }, SOLEUS_NIGHT_UNSURE, 0, FALSE },
    { { 0, SOLEUS_NIGHT_CRAMPS, -1, 0, 0 }, SOLEUS_NIGHT_CRAMPS, 1, TRUE },
    { { 0, SOLEUS_NIGHT_CRAMPS, 0, 0, 0 }, SOLEUS_NIGHT_CRAMPS, 1, TRUE },
    { { 0, SOLEUS_NIGHT_CRAMPS, 3, 0, 0 }, SOLEUS_NIGHT_CRAMPS, 3, TRUE },
    { { 0, SOLEUS_NIGHT_CRAMPS, 3, 2, 0 }, SOLEUS_NIGHT_CRAMPS, 3, TRUE },
    { { 0, SOLEUS_NIGHT_CRAMPS, 2, 3, 0 }, SOLEUS_NIGHT_CRAMPS, 3, TRUE },
    { { 0, SOLEUS_NIGHT_CRAMPS, 3, 2, 4 }, SOLEUS_NIGHT_CRAMPS, 7, TRUE },
    /* An episode of the night outweighs what was said. */
    { { 0, SOLEUS_NIGHT_NOT_RECORDED, -1, 1, 0 }, SOLEUS_NIGHT_CRAMPS, 1, TRUE },
    { { 0, SOLEUS_NIGHT_NO_CRAMP, -1, 1, 0 }, SOLEUS_NIGHT_CRAMPS, 1, TRUE },
    { { 0, SOLEUS_NIGHT_UNSURE, -1, 2, 0 }, SOLEUS_NIGHT_CRAMPS, 2, TRUE },
    /* Cramps of the day never turn a night bad, and never make it recorded. */
    { { 0, SOLEUS_NIGHT_NOT_RECORDED, -1, 0, 2 }, SOLEUS_NIGHT_NOT_RECORDED, 2, FALSE },
    { { 0, SOLEUS_NIGHT_NO_CRAMP, -1, 0, 2 }, SOLEUS_NIGHT_NO_CRAMP, 2, TRUE },
    { { 0, SOLEUS_NIGHT_UNSURE, -1, 0, 2 }, SOLEUS_NIGHT_UNSURE, 2, FALSE },
    /* A number beside another word counts for nothing. */
    { { 0, SOLEUS_NIGHT_NO_CRAMP, 5, 0, 0 }, SOLEUS_NIGHT_NO_CRAMP, 0, TRUE },
    { { 0, SOLEUS_NIGHT_UNSURE, 5, 0, 0 }, SOLEUS_NIGHT_UNSURE, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (soleus_night_get_state (&rows[i].night), ==, rows[i].state);
      g_assert_cmpint (soleus_night_get_n_cramps (&rows[i].night), ==, rows[i].n_cramps);
      g_assert_cmpint (soleus_night_is_recorded (&rows[i].night), ==, rows[i].recorded);
    }
}

static void
test_words (void)
{
  g_assert_cmpint (soleus_night_said_from_word (NULL), ==, SOLEUS_NIGHT_NOT_RECORDED);
  g_assert_cmpint (soleus_night_said_from_word ("none"), ==, SOLEUS_NIGHT_NO_CRAMP);
  g_assert_cmpint (soleus_night_said_from_word ("cramps"), ==, SOLEUS_NIGHT_CRAMPS);
  g_assert_cmpint (soleus_night_said_from_word ("unsure"), ==, SOLEUS_NIGHT_UNSURE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/night/states", test_states);
  g_test_add_func ("/night/words", test_words);
  return g_test_run ();
}
