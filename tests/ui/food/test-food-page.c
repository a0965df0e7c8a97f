/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meals of a day with their estimate, for whom potassium is hidden, and the row of Today. */
#include "soleus-food-test.h"

#include "app/soleus-meals.h"
#include "ui/food/soleus-food-page.h"
#include "ui/food/soleus-food-row.h"

#define NOW "2026-03-03T13:10:00+01:00"
#define ASK "Ask your care team how much potassium is right for you."
#define LEAFY "If you take warfarin, keep leafy greens about the same from week to week. Ask first before you change."

static void
open_page (SoleusUiTest *test,
           int           width)
{
  soleus_ui_test_show (test, soleus_food_page_new (test->context), width, 900);
}

static gboolean
has_button (SoleusUiTest *test,
            const char   *name)
{
  return soleus_ui_test_find (test, GTK_TYPE_BUTTON, name) != NULL;
}

static void
test_empty (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_page (test, 900);
  g_assert_true (soleus_ui_test_shows (test, "Nothing added today."));
  g_assert_true (soleus_ui_test_shows (test, "Potassium, This day: nothing logged"));
  g_assert_true (soleus_ui_test_shows (test, "Days with nothing logged are left out. Counted: 0 of 7 days."));
  g_assert_false (gtk_widget_is_sensitive (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Day after")));
  soleus_ui_test_press_named (test, "Day before");
  g_assert_true (soleus_ui_test_shows (test, "Monday 2 March 2026"));
  g_assert_true (soleus_ui_test_shows (test, "Nothing added on this day."));
  soleus_ui_test_press_named (test, "Day after");
  g_assert_true (soleus_ui_test_shows (test, "Today, Tuesday 3 March 2026"));
  g_assert_false (gtk_widget_is_sensitive (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Day after")));
}

/* 1.5 bananas today, a banana and something without figures two days ago. */
static void
test_estimate (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) first = soleus_food_test_log_meal (test, "2026-03-01T12:00:00+01:00", "lunch", "banana-raw", "Banana, raw", 1000);
  g_autoptr (SoleusRecord) second = soleus_food_test_log_meal (test, "2026-03-01T18:00:00+01:00", "dinner", NULL, "Soup", 1000);
  g_autoptr (SoleusRecord) third = soleus_food_test_log_meal (test, "2026-03-03T07:40:00+01:00", "breakfast", "banana-raw", "Banana, raw", 1500);
  g_autoptr (SoleusRecord) before = soleus_food_test_log_meal (test, "2026-02-24T12:00:00+01:00", "lunch", "almonds", "Almonds", 1000);

  open_page (test, 900);
  g_assert_true (soleus_ui_test_shows (test, "Breakfast, 7:40"));
  g_assert_true (soleus_ui_test_shows (test, "Banana, raw (1.5 servings)"));
  g_assert_true (soleus_ui_test_shows (test, "From what you logged"));
  g_assert_true (soleus_ui_test_shows (test, "Potassium, This day: about 633 mg"));
  g_assert_true (soleus_ui_test_shows (test, "Calcium, This day: about 9 mg"));
  g_assert_true (soleus_ui_test_shows (test, "Magnesium, This day: about 48 mg"));
  g_assert_true (soleus_ui_test_shows (test, "Potassium, Average day: about 528 mg")); /* (633 + 422) / 2 = 527.5 */
  g_assert_true (soleus_ui_test_shows (test, "Calcium, Average day: about 8 mg"));
  g_assert_true (soleus_ui_test_shows (test, "Magnesium, Average day: about 40 mg"));
  g_assert_true (soleus_ui_test_shows (test, "Days with nothing logged are left out. Counted: 2 of 7 days."));
  g_assert_true (soleus_ui_test_shows (test, "In the 7 days: 1 thing has no figures."));
  g_assert_false (soleus_ui_test_shows (test, "This day: 1 thing has no figures."));
  g_assert_true (soleus_ui_test_shows (test, "Food tables are averages. This is an estimate, and no goal."));
  g_assert_true (soleus_ui_test_shows (test, "What you log as a drink is not counted here."));
  g_assert_false (soleus_ui_test_shows (test, ASK));
  g_assert_false (soleus_ui_test_shows (test, LEAFY));

  soleus_ui_test_press_named (test, "Day before");
  soleus_ui_test_press_named (test, "Day before");
  g_assert_true (soleus_ui_test_shows (test, "Lunch, 12:00"));
  g_assert_true (soleus_ui_test_shows (test, "Dinner, 18:00"));
  g_assert_true (soleus_ui_test_shows (test, "Potassium, This day: about 422 mg"));
  g_assert_true (soleus_ui_test_shows (test, "This day: 1 thing has no figures."));
}

/* A number that nobody knows is not nought. */
static void
test_not_known (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-03T12:00:00+01:00", "lunch", NULL, "Soup", 1000);

  open_page (test, 900);
  g_assert_true (soleus_ui_test_shows (test, "Calcium, This day: not known"));
  g_assert_true (soleus_ui_test_shows (test, "Calcium, Average day: not known"));
}

static void
set_potassium_limit (SoleusUiTest *test,
                     SoleusAnswer  answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) before = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, &error);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (before);

  soleus_row_set_answer (soleus_record_get_values (profile), "potassium_limit", answer);
  soleus_diary_save (test->diary, profile, &error);
  g_assert_no_error (error);
  soleus_ui_test_settle (test);
}

static void
add_medicine (SoleusUiTest *test,
              const char   *name)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE);
  g_autoptr (GError) error = NULL;

  soleus_row_set_text (soleus_record_get_values (medicine), "name", name);
  soleus_diary_save (test->diary, medicine, &error);
  g_assert_no_error (error);
  soleus_ui_test_settle (test);
}

/* The page follows what the person tells, while it is open. */
static void
test_care (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-03T12:00:00+01:00", "lunch", "banana-raw", "Banana, raw", 1000);

  open_page (test, 900);
  g_assert_true (soleus_ui_test_shows (test, "Potassium, This day: about 422 mg"));
  set_potassium_limit (test, SOLEUS_YES);
  g_assert_true (soleus_ui_test_shows (test, ASK));
  g_assert_false (soleus_ui_test_shows (test, "Potassium"));
  g_assert_false (soleus_ui_test_shows (test, "Potassium, This day: about 422 mg"));
  g_assert_true (soleus_ui_test_shows (test, "Calcium, This day: about 6 mg"));
  set_potassium_limit (test, SOLEUS_NO);
  g_assert_false (soleus_ui_test_shows (test, ASK));
  g_assert_true (soleus_ui_test_shows (test, "Potassium, This day: about 422 mg"));
  add_medicine (test, "Warfarin 3 mg");
  g_assert_true (soleus_ui_test_shows (test, LEAFY));
  g_assert_false (soleus_ui_test_shows (test, ASK));
  add_medicine (test, "Ramipril 5 mg");
  g_assert_true (soleus_ui_test_shows (test, ASK));
  g_assert_false (soleus_ui_test_shows (test, "Potassium, This day: about 422 mg"));
}

static void
test_edit_and_delete (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) first = soleus_food_test_log_meal (test, "2026-03-03T07:40:00+01:00", "breakfast", "banana-raw", "Banana, raw", 1000);
  g_autoptr (SoleusRecord) second = soleus_food_test_log_meal (test, "2026-03-03T12:00:00+01:00", NULL, "almonds", "Almonds", 1000);

  open_page (test, 900);
  soleus_ui_test_press_named (test, "Edit Breakfast, 7:40");
  soleus_ui_test_press_named (test, "More servings of Banana, raw");
  soleus_ui_test_press_named (test, "Done");
  g_assert_true (soleus_ui_test_shows (test, "Banana, raw (1.5 servings)"));
  g_assert_true (soleus_ui_test_shows (test, "Calcium, This day: about 85 mg")); /* 9 + 76 */

  soleus_ui_test_press_named (test, "Delete Food, 12:00");
  g_assert_cmpstr (test->said, ==, "Meal deleted.");
  g_assert_false (has_button (test, "Delete Food, 12:00"));
  g_assert_true (soleus_ui_test_is_named (gtk_window_get_focus (GTK_WINDOW (test->window)), "Add food"));
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_true (has_button (test, "Delete Food, 12:00"));
}

static void
test_add_on_day (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_page (test, 900);
  soleus_ui_test_press_named (test, "Day before");
  soleus_ui_test_press_named (test, "Add food");
  soleus_ui_test_press_named (test, "Breakfast");
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "What did you eat?")), "banana");
  soleus_ui_test_settle (test);
  soleus_ui_test_press_named (test, "Add Banana, raw, 1 medium");
  soleus_ui_test_press_named (test, "Done");
  g_assert_true (soleus_ui_test_shows (test, "Breakfast, 8:00"));
  g_assert_true (soleus_ui_test_shows (test, "Monday 2 March 2026"));
}

static void
test_own_foods (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_page (test, 900);
  soleus_ui_test_press_named (test, "New food");
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Name")), "Rye bread");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (has_button (test, "Change Rye bread"));
  soleus_ui_test_press_named (test, "Change Rye bread");
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Name")), "Oat bread");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (has_button (test, "Change Oat bread"));
  g_assert_false (has_button (test, "Change Rye bread"));
}

static void
test_row (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) yesterday = soleus_food_test_log_meal (test, "2026-03-02T23:00:00+01:00", "snack", NULL, "Toast", 1000), today = NULL, more = NULL;

  soleus_ui_test_show (test, soleus_food_row_new (test->context), 600, 200);
  g_assert_true (soleus_ui_test_shows (test, "Nothing added today."));
  today = soleus_food_test_log_meal (test, "2026-03-03T07:00:00+01:00", "breakfast", "banana-raw", NULL, 2000);
  more = soleus_food_test_log_meal (test, "2026-03-03T12:00:00+01:00", "lunch", NULL, "Soup", 1000);
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Banana, raw (2 servings) · Soup"));
  soleus_ui_test_press_named (test, "Add food");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.add-food");
  soleus_ui_test_press_named (test, "Open what you ate");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.food");
}

/* Nothing needs more than 360 px. */
static void
test_narrow (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-03T07:00:00+01:00", "breakfast", "beef-ground-85-lean-broiled-patty", NULL, 2000);
  int least;

  open_page (test, 360);
  gtk_widget_measure (gtk_window_get_child (GTK_WINDOW (test->window)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/food-page/empty", test_empty);
  g_test_add_func ("/food-page/estimate", test_estimate);
  g_test_add_func ("/food-page/not-known", test_not_known);
  g_test_add_func ("/food-page/care", test_care);
  g_test_add_func ("/food-page/edit-and-delete", test_edit_and_delete);
  g_test_add_func ("/food-page/add-on-day", test_add_on_day);
  g_test_add_func ("/food-page/own-foods", test_own_foods);
  g_test_add_func ("/food-page/row", test_row);
  g_test_add_func ("/food-page/narrow", test_narrow);
  return g_test_run ();
}
