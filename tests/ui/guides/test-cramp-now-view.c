/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole Cramp now as it is pressed, by button and by key, and where it must not give advice. */
#include "soleus-ui-test.h"

#include "model/soleus-episode.h"
#include "ui/cramp-now/soleus-cramp-now-view.h"

#define NOW "2026-03-03T02:40:00+01:00"

static GtkWidget *
show_view (SoleusUiTest *test,
           int           width,
           int           height)
{
  GtkWidget *view = soleus_cramp_now_view_new (test->context);

  soleus_ui_test_show (test, view, width, height);
  return view;
}

static SoleusCrampStage
get_stage (GtkWidget *view)
{
  return soleus_cramp_now_get_stage (soleus_cramp_now_view_get_cramp (SOLEUS_CRAMP_NOW_VIEW (view)));
}

static void
test_whole (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) record = NULL;
  GtkWidget *view = show_view (test, 900, 760);

  soleus_ui_test_press_named (test, "Left");
  soleus_ui_test_press_named (test, "Calf");
  g_assert_true (soleus_ui_test_shows (test, "Chest pain"));
  g_assert_false (soleus_ui_test_shows (test, "Pull your toes up toward your shin."));
  soleus_ui_test_press_named (test, "None of these, help me");
  g_assert_true (soleus_ui_test_shows (test, "Pull your toes up toward your shin."));
  g_assert_true (soleus_ui_test_shows (test, "Left leg"));
  soleus_ui_test_press_named (test, "It helped");
  g_assert_true (soleus_ui_test_shows (test, "Keep going until it lets go, then ease off slowly."));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "It helped"));
  soleus_clock_advance (test->clock, 360);
  soleus_ui_test_press_named (test, "It stopped");
  g_assert_true (soleus_ui_test_shows (test, "Saved. It lasted 6 minutes."));
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_STOPPED);
  record = soleus_diary_get (test->diary, soleus_record_get_uuid (soleus_cramp_now_get_record (soleus_cramp_now_view_get_cramp (SOLEUS_CRAMP_NOW_VIEW (view)))), NULL);
  g_assert_cmpint (soleus_episode_get_seconds (soleus_record_get_values (record)), ==, 360);
  soleus_ui_test_press_named (test, "Add more now");
  g_assert_true (g_str_has_prefix (soleus_ui_test_last_action (test), "win.edit-cramp '"));
}

/* With keys alone, from the first question to the end. */
static void
test_keys (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view = show_view (test, 900, 760);

  soleus_ui_test_key (test, "Tab");
  soleus_ui_test_key (test, "Return");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_MUSCLE);
  soleus_ui_test_key (test, "Tab");
  soleus_ui_test_key (test, "Return");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_SIGNS);

  /* No stray key says no ten times. */
  soleus_ui_test_key (test, "Return");
  soleus_ui_test_key (test, "space");
  soleus_ui_test_key (test, "n");
  soleus_ui_test_key (test, "h");
  soleus_ui_test_key (test, "Right");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_SIGNS);
  soleus_ui_test_key (test, "Tab"); /* the list, which scrolls */
  soleus_ui_test_key (test, "Tab");
  soleus_ui_test_key (test, "Return");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_STEP);
  soleus_ui_test_key (test, "n");
  soleus_ui_test_key (test, "h");
  g_assert_true (soleus_cramp_now_step_helped (soleus_cramp_now_view_get_cramp (SOLEUS_CRAMP_NOW_VIEW (view))));
  soleus_ui_test_key (test, "b");
  g_assert_cmpstr (soleus_cramp_now_get_step (soleus_cramp_now_view_get_cramp (SOLEUS_CRAMP_NOW_VIEW (view)))->card, ==, "A3");
  soleus_ui_test_key (test, "s");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_STOPPED);
}

/* Letters can be switched off. */
static void
test_no_letters (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) stored = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (stored);
  GtkWidget *view;

  soleus_row_set_answer (soleus_record_get_values (profile), "letter_keys", SOLEUS_NO);
  g_assert_true (soleus_diary_save (test->diary, profile, NULL));
  view = show_view (test, 900, 760);
  soleus_ui_test_key (test, "s");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_SIDE);
}

/* A sign shows the card in this window, and it can still stop. */
static void
test_warning (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view = show_view (test, 900, 760);

  soleus_ui_test_press_named (test, "Right");
  soleus_ui_test_press_named (test, "Foot");
  soleus_ui_test_press_named (test, "Yes, one of these");
  soleus_ui_test_press_named (test, "Chest pain");
  soleus_ui_test_press_named (test, "Continue");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_WARN);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_LABEL, "Emergency. Get emergency help now."));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "I have called"));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Next"));
  soleus_ui_test_press_named (test, "It stopped");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_STOPPED);
}

static void
test_ten_minutes (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view = show_view (test, 900, 760);

  soleus_ui_test_press_named (test, "Left");
  soleus_ui_test_press_named (test, "Calf");
  soleus_ui_test_press_named (test, "None of these, help me");
  soleus_clock_advance (test->clock, 600);
  soleus_cramp_now_tick (soleus_cramp_now_view_get_cramp (SOLEUS_CRAMP_NOW_VIEW (view)));
  g_assert_true (soleus_ui_test_shows (test, "It has lasted 10 minutes. Is it easing?"));
  soleus_ui_test_press_named (test, "No");
  g_assert_true (soleus_ui_test_shows (test, "Get medical advice today."));
  g_assert_false (soleus_ui_test_shows (test, "Pull your toes up toward your shin."));
  soleus_ui_test_press_named (test, "Show this to a clinician");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.clinic");
  soleus_ui_test_press_named (test, "It stopped");
}

/* Opened by mistake: the cramp can be taken back. */
static void
test_no_cramp (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) episodes = NULL;

  show_view (test, 900, 760);
  soleus_ui_test_key (test, "Escape");
  soleus_ui_test_answer (test, "mistake");
  soleus_ui_test_settle (test);
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.leave-over");
  episodes = soleus_diary_list (test->diary, SOLEUS_KIND_EPISODE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (episodes->len, ==, 0);
}

/* In a small window every button of every stage is inside it. */
static void
assert_inside (GtkWidget *view,
               GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget) && gtk_widget_compute_bounds (widget, view, &bounds) && gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) == NULL)
    {
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (view));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (view));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_inside (view, child);
}

static void
test_small (void)
{
  static const char *const presses[] = { "Left", "Calf", "None of these, help me", "It helped", "Next", "Next", "No", "It stopped" };
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view = show_view (test, 360, 560);

  for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      assert_inside (view, view);
      soleus_ui_test_press_named (test, presses[i]);
      soleus_ui_test_settle (test);
      g_assert_cmpint (gtk_widget_get_width (view), ==, 360);
      g_assert_cmpint (gtk_widget_get_height (view), ==, 560);
    }
}

/* Signs that are not in view, as with large text, are not denied: the button first goes on to them. */
static void
test_more_signs (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *view;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  view = show_view (test, 420, 760);
  soleus_ui_test_press_named (test, "Left");
  soleus_ui_test_press_named (test, "Calf");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "None of these, help me"));
  for (guint i = 0; i < 5 && soleus_ui_test_find (test, GTK_TYPE_BUTTON, "More signs below") != NULL; i++)
    {
      g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_SIGNS);
      soleus_ui_test_press_named (test, "More signs below");
    }
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_SIGNS);
  soleus_ui_test_press_named (test, "None of these, help me");
  g_assert_cmpint (get_stage (view), ==, SOLEUS_CRAMP_STEP);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

int
main (int    argc,
      char **argv)
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/cramp-now-view/whole", test_whole);
  g_test_add_func ("/cramp-now-view/keys", test_keys);
  g_test_add_func ("/cramp-now-view/no-letters", test_no_letters);
  g_test_add_func ("/cramp-now-view/warning", test_warning);
  g_test_add_func ("/cramp-now-view/ten-minutes", test_ten_minutes);
  g_test_add_func ("/cramp-now-view/no-cramp", test_no_cramp);
  g_test_add_func ("/cramp-now-view/small", test_small);
  g_test_add_func ("/cramp-now-view/more-signs", test_more_signs);

  return g_test_run ();
}
