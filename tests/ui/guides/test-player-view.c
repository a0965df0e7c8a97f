/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A routine played from the gate to the end, paused, skipped and broken off. */
#include "soleus-ui-test.h"

#include "app/soleus-library.h"
#include "app/soleus-routines.h"
#include "app/soleus-safety-gate.h"
#include "ui/compat/soleus-ask.h"
#include "ui/player/soleus-player-view.h"
#include "ui/widgets/soleus-figure-view.h"

#define NOW "2026-03-03T21:30:00+01:00"

static GtkWidget *
show_player (SoleusUiTest *test)
{
  g_autoptr (GPtrArray) steps = soleus_routines_get_default (soleus_context_get_library (test->context), SOLEUS_LIMIT_NONE);
  GtkWidget *view = soleus_player_view_new (test->context, steps, NULL);

  soleus_ui_test_show (test, view, 900, 700);
  return view;
}

static SoleusRow *
get_session (SoleusUiTest  *test,
             SoleusRecord **session)
{
  g_autoptr (GPtrArray) sessions = soleus_diary_list (test->diary, SOLEUS_KIND_STRETCH, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  g_clear_object (session);
  if (sessions->len == 0)
    return NULL;
  g_assert_cmpuint (sessions->len, ==, 1);
  *session = g_object_ref (g_ptr_array_index (sessions, 0));
  return soleus_record_get_values (*session);
}

static void
advance (SoleusUiTest *test,
         GtkWidget    *view,
         double        seconds)
{
  soleus_player_view_advance (SOLEUS_PLAYER_VIEW (view), seconds);
  soleus_ui_test_settle (test);
}

/* The gate first; then every phase, and the session in the diary as it goes. */
static void
test_whole (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) session = NULL;
  GtkWidget *view = show_player (test);

  g_assert_true (soleus_ui_test_shows (test, "Any of these right now?"));
  g_assert_null (soleus_player_view_get_player (SOLEUS_PLAYER_VIEW (view)));
  soleus_ui_test_press_named (test, "None of these");
  g_assert_true (soleus_ui_test_shows (test, "Get ready. Left leg."));
  g_assert_true (soleus_ui_test_shows (test, "Calf: wall lean · 1 of 2"));
  advance (test, view, 5);
  g_assert_true (soleus_ui_test_shows (test, "Left leg. Hold."));
  g_assert_true (soleus_ui_test_shows (test, "1 of 3"));
  g_assert_null (get_session (test, &session));
  advance (test, view, 10);
  g_assert_true (soleus_ui_test_shows (test, "Ease off. Rest."));
  g_assert_cmpint (soleus_row_get_answer (get_session (test, &session), "finished"), ==, SOLEUS_NO);
  advance (test, view, 40);
  g_assert_true (soleus_ui_test_shows (test, "Now the right leg."));
  advance (test, view, 400);
  g_assert_true (soleus_ui_test_shows (test, "Done."));
  g_assert_cmpint (soleus_row_get_answer (get_session (test, &session), "finished"), ==, SOLEUS_YES);
  g_assert_cmpuint (soleus_row_get_n_rows (get_session (test, &session), "played"), ==, 4);
  soleus_ui_test_press_named (test, "Close");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.leave-over");
}

/* The answer of the evening is remembered: the second time there is no gate. */
static void
test_remembered (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show_player (test);
  soleus_ui_test_press_named (test, "None of these");
  show_player (test);
  g_assert_true (soleus_ui_test_shows (test, "Get ready. Left leg."));
}

/* With a sign there is no player. */
static void
test_signs (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view = show_player (test);

  soleus_ui_test_press_named (test, "Yes, one of these");
  g_assert_false (gtk_widget_get_sensitive (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Continue")));
  soleus_ui_test_press_named (test, "Hurt it today: a pop, a bruise, or no weight on it");
  soleus_ui_test_press_named (test, "Continue");
  g_assert_true (soleus_ui_test_shows (test, "Rest the leg."));
  g_assert_null (soleus_player_view_get_player (SOLEUS_PLAYER_VIEW (view)));

  view = show_player (test);
  g_assert_null (soleus_player_view_get_player (SOLEUS_PLAYER_VIEW (view)));
}

static void
test_keys (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view = show_player (test);
  SoleusPlayer *player;

  soleus_ui_test_press_named (test, "None of these");
  player = soleus_player_view_get_player (SOLEUS_PLAYER_VIEW (view));
  soleus_ui_test_key (test, "space");
  g_assert_true (soleus_player_get_paused (player));
  g_assert_true (soleus_ui_test_shows (test, "Paused. Get ready. Left leg."));
  soleus_ui_test_key (test, "space");
  g_assert_false (soleus_player_get_paused (player));
  soleus_ui_test_key (test, "Right");
  g_assert_cmpint (soleus_player_get_phase (player), ==, SOLEUS_PLAY_HOLD);
  soleus_ui_test_key (test, "Left");
  g_assert_cmpint (soleus_player_get_phase (player), ==, SOLEUS_PLAY_READY);
  soleus_ui_test_press_named (test, "Pause");
  soleus_ui_test_press_named (test, "Go on");
  g_assert_false (soleus_player_get_paused (player));
}

/* Escape pauses and asks; what was held is kept as broken off. */
static void
test_break_off (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) session = NULL;
  GtkWidget *view = show_player (test);

  soleus_ui_test_press_named (test, "None of these");
  advance (test, view, 5 + 7);
  soleus_ui_test_key (test, "Escape");
  g_assert_true (soleus_player_get_paused (soleus_player_view_get_player (SOLEUS_PLAYER_VIEW (view))));
  soleus_ui_test_answer (test, "stop");
  soleus_ui_test_settle (test);
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.leave-over");
  g_assert_cmpint (soleus_row_get_answer (get_session (test, &session), "finished"), ==, SOLEUS_NO);
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (get_session (test, &session), "played", 0), "seconds", 0), ==, 7);
}

/* The left leg is the right one mirrored, and in the evening it is dark. */
static void
test_dark (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view = show_player (test);

  g_assert_true (gtk_widget_has_css_class (view, "night"));
  soleus_ui_test_press_named (test, "Dark");
  g_assert_false (gtk_widget_has_css_class (view, "night"));
}

int
main (int    argc,
      char **argv)
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/player-view/whole", test_whole);
  g_test_add_func ("/player-view/remembered", test_remembered);
  g_test_add_func ("/player-view/signs", test_signs);
  g_test_add_func ("/player-view/keys", test_keys);
  g_test_add_func ("/player-view/break-off", test_break_off);
  g_test_add_func ("/player-view/dark", test_dark);

  return g_test_run ();
}
