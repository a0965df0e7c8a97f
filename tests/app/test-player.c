/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A routine played with a clock that is stepped by hand. */
#include "app/soleus-player.h"

#include <math.h>

static GPtrArray *
new_steps (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_play_step_free);
}

/* Two stretches: one for both legs, twice, and one where sides do not matter. */
static SoleusPlayer *
new_player (void)
{
  g_autoptr (GPtrArray) steps = new_steps ();

  g_ptr_array_add (steps, soleus_play_step_new ("A2", 10, 2, 10, TRUE));
  g_ptr_array_add (steps, soleus_play_step_new ("A18", 30, 1, 0, FALSE));
  return soleus_player_new (steps);
}

static void
assert_at (SoleusPlayer   *player,
           SoleusPlayPhase phase,
           const char     *side,
           guint           index,
           guint           repeat,
           double          remaining)
{
  g_assert_cmpint (soleus_player_get_phase (player), ==, phase);
  g_assert_cmpstr (soleus_player_get_side (player), ==, side);
  g_assert_cmpuint (soleus_player_get_index (player), ==, index);
  g_assert_cmpuint (soleus_player_get_repeat (player), ==, repeat);
  g_assert_cmpfloat_with_epsilon (soleus_player_get_remaining (player), remaining, 0.001);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_order (void)
{
  g_autoptr (SoleusPlayer) player = new_player ();
  guint changes = 0;

  g_signal_connect_swapped (player, "changed", G_CALLBACK (count_cb), &changes);
  assert_at (player, SOLEUS_PLAY_READY, "left", 0, 0, 5);
  soleus_player_advance (player, 4.5);
  assert_at (player, SOLEUS_PLAY_READY, "left", 0, 0, 0.5);
  g_assert_cmpuint (changes, ==, 0);
  soleus_player_advance (player, 0.5);
  assert_at (player, SOLEUS_PLAY_HOLD, "left", 0, 0, 10);
  g_assert_cmpuint (changes, ==, 1);
  soleus_player_advance (player, 10);
  assert_at (player, SOLEUS_PLAY_REST, "left", 0, 1, 10);
  soleus_player_advance (player, 10);
  assert_at (player, SOLEUS_PLAY_HOLD, "left", 0, 1, 10);
  soleus_player_advance (player, 10);
  assert_at (player, SOLEUS_PLAY_CHANGE, "right", 0, 0, 8);
  soleus_player_advance (player, 8);
  assert_at (player, SOLEUS_PLAY_HOLD, "right", 0, 0, 10);
  soleus_player_advance (player, 30);
  assert_at (player, SOLEUS_PLAY_READY, NULL, 1, 0, 8);
  soleus_player_advance (player, 8);
  assert_at (player, SOLEUS_PLAY_HOLD, NULL, 1, 0, 30);
  soleus_player_advance (player, 29.9);
  g_assert_cmpint (soleus_player_get_phase (player), ==, SOLEUS_PLAY_HOLD);
  soleus_player_advance (player, 0.2);
  g_assert_cmpint (soleus_player_get_phase (player), ==, SOLEUS_PLAY_DONE);
  g_assert_cmpfloat_with_epsilon (soleus_player_get_played (player), 5 + 10 + 10 + 10 + 8 + 10 + 10 + 10 + 8 + 30, 0.001);
}

/* Steps of any size come to the same end. */
static void
test_step_sizes (void)
{
  static const double sizes[] = { 0.01, 0.1, 0.25, 1, 3.7, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (SoleusPlayer) player = new_player ();
      g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_STRETCH);
      const SoleusRow *row = soleus_record_get_values (record);
      guint n = 0;

      while (soleus_player_get_phase (player) != SOLEUS_PLAY_DONE && n++ < 100000)
        soleus_player_advance (player, sizes[i]);
      g_assert_true (soleus_player_write (player, record));
      g_assert_cmpint (soleus_row_get_number (row, "seconds", 0), ==, 111);
      g_assert_cmpuint (soleus_row_get_n_rows (row, "played"), ==, 3);
      g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (row, "played", 1), "seconds", 0), ==, 20);
      g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (row, "played", 1), "repeats", 0), ==, 2);
      g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (row, "played", 1), "side"), ==, "right");
      g_assert_cmpint (soleus_row_get_answer (row, "finished"), ==, SOLEUS_YES);
    }
}

/* What was skipped is not counted; what was broken off is kept as that. */
static void
test_skip_and_break_off (void)
{
  g_autoptr (SoleusPlayer) player = new_player ();
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_STRETCH);
  const SoleusRow *row = soleus_record_get_values (record);

  g_assert_false (soleus_player_write (player, record));
  soleus_player_skip (player);
  assert_at (player, SOLEUS_PLAY_HOLD, "left", 0, 0, 10);
  g_assert_false (soleus_player_write (player, record));
  soleus_player_advance (player, 4);
  soleus_player_skip (player);
  assert_at (player, SOLEUS_PLAY_REST, "left", 0, 1, 10);
  g_assert_true (soleus_player_write (player, record));
  g_assert_cmpuint (soleus_row_get_n_rows (row, "played"), ==, 1);
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (row, "played", 0), "seconds", 0), ==, 4);
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (row, "played", 0), "repeats", -1), ==, 0);
  g_assert_cmpint (soleus_row_get_answer (row, "finished"), ==, SOLEUS_NO);
  g_assert_cmpuint (soleus_player_count_played (player), ==, 1);
}

static void
test_back (void)
{
  g_autoptr (SoleusPlayer) player = new_player ();

  soleus_player_back (player);
  assert_at (player, SOLEUS_PLAY_READY, "left", 0, 0, 5);
  soleus_player_advance (player, 5 + 10 + 10 + 5);
  assert_at (player, SOLEUS_PLAY_HOLD, "left", 0, 1, 5);
  soleus_player_back (player); /* to the start of this hold */
  assert_at (player, SOLEUS_PLAY_HOLD, "left", 0, 1, 10);
  soleus_player_back (player); /* to the one before */
  assert_at (player, SOLEUS_PLAY_HOLD, "left", 0, 0, 10);
  soleus_player_back (player);
  assert_at (player, SOLEUS_PLAY_READY, "left", 0, 0, 5);
}

static void
test_pause (void)
{
  g_autoptr (SoleusPlayer) player = new_player ();
  guint changes = 0;

  g_signal_connect_swapped (player, "changed", G_CALLBACK (count_cb), &changes);
  soleus_player_advance (player, 7);
  soleus_player_set_paused (player, TRUE);
  soleus_player_set_paused (player, TRUE);
  g_assert_cmpuint (changes, ==, 2);
  soleus_player_advance (player, 100);
  assert_at (player, SOLEUS_PLAY_HOLD, "left", 0, 0, 8);
  soleus_player_set_paused (player, FALSE);
  soleus_player_advance (player, 8);
  g_assert_cmpint (soleus_player_get_phase (player), ==, SOLEUS_PLAY_REST);
}

static void
test_absurd (void)
{
  g_autoptr (GPtrArray) none = new_steps (), huge = new_steps ();
  g_autoptr (SoleusPlayer) empty = NULL, player = new_player (), long_one = NULL;

  empty = soleus_player_new (none);
  g_assert_cmpint (soleus_player_get_phase (empty), ==, SOLEUS_PLAY_DONE);
  g_assert_null (soleus_player_get_step (empty));
  soleus_player_skip (empty);
  soleus_player_back (empty);
  soleus_player_advance (player, -5);
  soleus_player_advance (player, NAN);
  soleus_player_advance (player, INFINITY);
  assert_at (player, SOLEUS_PLAY_READY, "left", 0, 0, 5);

  for (guint i = 0; i < 100000; i++)
    g_ptr_array_add (huge, soleus_play_step_new ("A2", 3600, 100, 600, TRUE));
  long_one = soleus_player_new (huge);
  soleus_player_advance (long_one, 1e12);
  g_assert_cmpint (soleus_player_get_phase (long_one), ==, SOLEUS_PLAY_DONE);
}

static void
test_lasts (void)
{
  g_autoptr (GPtrArray) steps = new_steps ();

  g_assert_cmpuint (soleus_play_steps_get_seconds (steps), ==, 0);
  g_ptr_array_add (steps, soleus_play_step_new ("A2", 10, 3, 10, TRUE));
  g_assert_cmpuint (soleus_play_steps_get_seconds (steps), ==, 5 + 50 + 8 + 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/player/order", test_order);
  g_test_add_func ("/player/step-sizes", test_step_sizes);
  g_test_add_func ("/player/skip-and-break-off", test_skip_and_break_off);
  g_test_add_func ("/player/back", test_back);
  g_test_add_func ("/player/pause", test_pause);
  g_test_add_func ("/player/absurd", test_absurd);
  g_test_add_func ("/player/lasts", test_lasts);

  return g_test_run ();
}
