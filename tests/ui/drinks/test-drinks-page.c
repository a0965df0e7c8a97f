/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drinks of a day: correcting and deleting them, other days, and the person's own glasses and bottles. */
#include "soleus-ui-test.h"

#include "ui/drinks/soleus-drinks-page.h"
#include "ui/widgets/soleus-choice.h"

#define NOW "2026-03-03T17:30:00+01:00"

static void
settle (SoleusUiTest *test)
{
  for (guint i = 0; i < 4; i++)
    soleus_ui_test_settle (test);
}

static void
show (SoleusUiTest *test)
{
  soleus_ui_test_show (test, soleus_drinks_page_new (test->context, SOLEUS_DATE_NONE), 680, 720);
}

static void
type (SoleusUiTest *test,
      const char   *name,
      const char   *text)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
test_day (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) yesterday = soleus_ui_test_add_drink (test, "2026-03-02T20:00:00+01:00", "alcohol", 150);
  g_autoptr (SoleusRecord) first = soleus_ui_test_add_drink (test, "2026-03-03T08:00:00+01:00", "water", 250);
  g_autoptr (SoleusRecord) second = soleus_ui_test_add_drink (test, "2026-03-03T12:30:00+01:00", "milk", 200);

  show (test);
  g_assert_true (soleus_ui_test_shows (test, "Today, Tuesday 3 March 2026"));
  g_assert_true (soleus_ui_test_shows (test, "2 drinks, 450 ml"));
  g_assert_true (soleus_ui_test_shows (test, "8:00 · Water · 250 ml"));
  g_assert_true (soleus_ui_test_shows (test, "12:30 · Milk · 200 ml"));
  g_assert_false (gtk_widget_is_sensitive (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Day after")));

  soleus_ui_test_press_named (test, "Day before");
  g_assert_true (soleus_ui_test_shows (test, "Monday 2 March 2026"));
  g_assert_true (soleus_ui_test_shows (test, "1 drink, 150 ml"));
  g_assert_true (soleus_ui_test_shows (test, "Alcohol at 20:00."));
  soleus_ui_test_press_named (test, "Day before");
  g_assert_true (soleus_ui_test_shows (test, "Nothing added."));
  soleus_ui_test_press_named (test, "Day after");
  soleus_ui_test_press_named (test, "Day after");
  g_assert_true (soleus_ui_test_shows (test, "2 drinks, 450 ml"));
}

static void
test_edit_and_delete (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) drink = soleus_ui_test_add_drink (test, "2026-03-03T08:00:00+01:00", "water", 250);

  show (test);
  soleus_ui_test_press_named (test, "Change 8:00 · Water · 250 ml");
  settle (test);
  type (test, "How much, in milliliters", "330");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "8:00 · Water · 330 ml"));
  g_assert_cmpstr (test->said, ==, "Saved: water, 330 ml.");
  soleus_ui_test_press_named (test, "Delete 8:00 · Water · 330 ml");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Drink deleted.");
  g_assert_true (soleus_ui_test_shows (test, "Nothing added today."));
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "8:00 · Water · 330 ml"));
}

static void
test_add_on_a_day (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show (test);
  soleus_ui_test_press_named (test, "Day before");
  soleus_ui_test_press_named (test, "Add a drink");
  settle (test);
  type (test, "How much, in milliliters", "330");
  type (test, "Time", "21:05");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Monday 2 March 2026"));
  g_assert_true (soleus_ui_test_shows (test, "21:05 · Water · 330 ml"));
}

static void
test_containers (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) containers = NULL;

  show (test);
  g_assert_true (soleus_ui_test_shows (test, "None yet. One press adds a drink from each."));
  soleus_ui_test_press_named (test, "Add a glass or bottle");
  settle (test);
  type (test, "How much, in milliliters", "300");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Type a name, like My mug."));
  type (test, "Name", "Blue <mug>");
  soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Which drink")), "tea-or-coffee");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: Blue <mug>.");
  g_assert_true (soleus_ui_test_shows (test, "Blue <mug>"));
  g_assert_true (soleus_ui_test_shows (test, "300 ml · Tea or coffee"));

  soleus_ui_test_press_named (test, "Change Blue <mug>");
  settle (test);
  type (test, "How much, in milliliters", "280");
  soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Which drink")), NULL);
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "280 ml"));
  containers = soleus_diary_list (test->diary, SOLEUS_KIND_CONTAINER, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (containers->len, ==, 1);
  g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (g_ptr_array_index (containers, 0)), "amount_ml", 0), ==, 280000);
  g_assert_false (soleus_row_has (soleus_record_get_values (g_ptr_array_index (containers, 0)), "drink"));

  soleus_ui_test_press_named (test, "Delete Blue <mug>");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Glass or bottle deleted.");
  g_assert_true (soleus_ui_test_shows (test, "None yet. One press adds a drink from each."));
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Blue <mug>"));
}

/* The sentence of section 6.4 of the clinical notes goes with every goal, and never with a limit. */
static void
test_goal (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL), limited = NULL;
  const char *care = "More than you are thirsty for during long exercise can be dangerous.";

  soleus_row_set_number (soleus_record_get_values (profile), "drink_goal_ml", 1500000);
  g_assert_true (soleus_diary_save (test->diary, profile, NULL));
  show (test);
  g_assert_true (soleus_ui_test_shows (test, "0 of 1500 ml, your own goal"));
  g_assert_true (soleus_ui_test_shows (test, care));
  g_object_unref (profile);
  profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);
  limited = soleus_record_copy (profile);
  soleus_row_set_answer (soleus_record_get_values (limited), "fluid_limit", SOLEUS_YES);
  g_assert_true (soleus_diary_save (test->diary, limited, NULL));
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Nothing added today."));
  g_assert_false (soleus_ui_test_shows (test, care));
}

static void
test_preferences (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show (test);
  soleus_ui_test_press_named (test, "Units, usual drink and your own goal");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.preferences");
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/drinks-page/day", test_day);
  g_test_add_func ("/drinks-page/edit-and-delete", test_edit_and_delete);
  g_test_add_func ("/drinks-page/add-on-a-day", test_add_on_a_day);
  g_test_add_func ("/drinks-page/containers", test_containers);
  g_test_add_func ("/drinks-page/goal", test_goal);
  g_test_add_func ("/drinks-page/preferences", test_preferences);

  return g_test_run ();
}
