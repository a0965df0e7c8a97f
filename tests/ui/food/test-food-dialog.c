/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding and changing a meal. */
#include "soleus-food-test.h"

#include "app/soleus-day.h"
#include "app/soleus-meals.h"
#include "store/soleus-database.h"
#include "ui/food/soleus-food-dialog.h"
#include "ui/food/soleus-food-line.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define TODAY "2026-03-03"

static void
open_on (SoleusUiTest *test,
         const char   *uuid,
         SoleusDate    day)
{
  soleus_ui_test_show (test, gtk_label_new ("A page"), 960, 720);
  soleus_food_dialog_show (GTK_WINDOW (test->window), test->context, uuid, day);
  soleus_ui_test_settle (test);
}

static void
open_new (SoleusUiTest *test)
{
  open_on (test, NULL, SOLEUS_DATE_NONE);
}

static GtkWidget *
get_entry (SoleusUiTest *test)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "What did you eat?");

  g_assert_nonnull (entry);
  return entry;
}

static void
type (SoleusUiTest *test,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (test)), text);
  soleus_ui_test_settle (test);
}

static gboolean
has_button (SoleusUiTest *test,
            const char   *name)
{
  return soleus_ui_test_find (test, GTK_TYPE_BUTTON, name) != NULL;
}

/* The meals of a day: "Breakfast 8:10 Banana, raw; Lunch ...". */
static char *
say_day (SoleusUiTest *test,
         const char   *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meals = soleus_day_list (test->diary, SOLEUS_KIND_MEAL, soleus_ui_test_date (day), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < meals->len; i++)
    {
      SoleusRecord *meal = g_ptr_array_index (meals, i);
      g_autofree char *when = soleus_day_words_when (meal), *what = soleus_meals_say (test->diary, soleus_record_get_values (meal));

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", when, what);
    }
  return g_string_free (text, FALSE);
}

static void
assert_day (SoleusUiTest *test,
            const char   *day,
            const char   *wanted)
{
  g_autofree char *said = say_day (test, day);

  g_assert_cmpstr (said, ==, wanted);
}

/* All of it by the keyboard: a few letters, Enter, the next thing, done. */
static void
test_keys (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  static const char *const first[] = { "b", "a", "n", "a", "Return", NULL }, *const second[] = { "s", "o", "u", "p", "Return", NULL };

  open_new (test);
  for (guint i = 0; first[i] != NULL; i++)
    soleus_ui_test_key (test, first[i]);
  g_assert_true (soleus_ui_test_shows (test, "Added: Banana, raw."));
  assert_day (test, TODAY, "8:10 Breakfast · Banana, raw");
  soleus_clock_advance (test->clock, 120);
  for (guint i = 0; second[i] != NULL; i++)
    soleus_ui_test_key (test, second[i]);
  g_assert_true (soleus_ui_test_shows (test, "Added: soup."));
  g_assert_cmpstr (test->said, ==, "Added: soup.");
  /* One meal, at the time of the first thing. */
  assert_day (test, TODAY, "8:10 Breakfast · Banana, raw · soup");

  /* The first Escape empties the search, the second one closes. */
  soleus_ui_test_key (test, "Escape");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (test))), ==, "");
  soleus_ui_test_key (test, "Escape");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "What did you eat?"));
  assert_day (test, TODAY, "8:10 Breakfast · Banana, raw · soup");
}

/* From the search Tab comes to a food's buttons, and back to what is above it. */
static void
test_tab (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  static const char *const names[] = { "Fewer servings of Banana, raw", "More servings of Banana, raw", "Favorite: Banana, raw", "Add Banana, raw, 1 medium", "Add “banana” as typed" };
  GtkWindow *dialog;
  guint tabs = 0;

  open_new (test);
  dialog = GTK_WINDOW (gtk_widget_get_root (get_entry (test)));
  type (test, "banana");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (tabs = 0; tabs < 3 && !soleus_ui_test_is_named (gtk_window_get_focus (dialog), names[i]); tabs++)
        soleus_ui_test_key (test, "Tab");
      g_assert_true (soleus_ui_test_is_named (gtk_window_get_focus (dialog), names[i]));
    }
  soleus_ui_test_key (test, "shift+Tab");
  g_assert_true (soleus_ui_test_is_named (gtk_window_get_focus (dialog), names[3]));
  soleus_ui_test_key (test, "space");
  assert_day (test, TODAY, "8:10 Breakfast · Banana, raw");
  /* Less than half a serving is none: its button hands the focus on. */
  gtk_widget_grab_focus (soleus_ui_test_find (test, GTK_TYPE_BUTTON, names[0]));
  soleus_ui_test_key (test, "space");
  g_assert_true (soleus_ui_test_is_named (gtk_window_get_focus (dialog), names[1]));
}

static void
test_stepper (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_new (test);
  type (test, "almonds");
  soleus_ui_test_press_named (test, "More servings of Almonds");
  soleus_ui_test_press_named (test, "More servings of Almonds");
  soleus_ui_test_press_named (test, "Fewer servings of Almonds");
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_LABEL, "1.5 servings"));
  soleus_ui_test_press_named (test, "Add Almonds, 1 oz");
  g_assert_true (soleus_ui_test_shows (test, "Added: Almonds, 1.5 servings."));
  assert_day (test, TODAY, "8:10 Breakfast · Almonds (1.5 servings)");
  /* The next one begins at one serving, and the same food is one line. */
  soleus_ui_test_press_named (test, "Add Almonds, 1 oz");
  assert_day (test, TODAY, "8:10 Breakfast · Almonds (2.5 servings)");
}

static void
test_as_typed (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_new (test);
  type (test, "  Grandma’s  <b>soup & 100 % ");
  soleus_ui_test_press_named (test, "Add “Grandma’s  <b>soup & 100 %” as typed");
  assert_day (test, TODAY, "8:10 Breakfast · Grandma’s  <b>soup & 100 %");
  type (test, "milk");
  g_assert_true (has_button (test, "Add Milk, whole, 1 cup"));
  g_assert_true (has_button (test, "Add “milk” as typed"));
}

static void
test_undo (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_new (test);
  g_assert_false (has_button (test, "Undo"));
  type (test, "banana");
  soleus_ui_test_press_named (test, "Add Banana, raw, 1 medium");
  type (test, "almonds");
  soleus_ui_test_press_named (test, "Add Almonds, 1 oz");
  assert_day (test, TODAY, "8:10 Breakfast · Banana, raw · Almonds");
  soleus_ui_test_press_named (test, "Undo");
  g_assert_true (soleus_ui_test_shows (test, "Undone."));
  g_assert_false (has_button (test, "Undo"));
  g_assert_false (has_button (test, "Remove Almonds"));
  g_assert_true (has_button (test, "Remove Banana, raw"));
  assert_day (test, TODAY, "8:10 Breakfast · Banana, raw");
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  assert_day (test, TODAY, "");
  g_assert_false (has_button (test, "Remove Banana, raw"));
  /* What is added now is a meal again. */
  soleus_ui_test_press_named (test, "Add Almonds, 1 oz");
  assert_day (test, TODAY, "8:10 Breakfast · Almonds");
}

static void
test_favourite (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-01T12:00:00+01:00", "lunch", "almonds", "Almonds", 1000);
  g_autoptr (GPtrArray) marked = NULL, none = NULL;

  open_new (test);
  g_assert_true (soleus_ui_test_shows (test, "Recent"));
  g_assert_false (soleus_ui_test_shows (test, "Favorites"));
  type (test, "banana");
  soleus_ui_test_press_named (test, "Favorite: Banana, raw");
  g_assert_true (soleus_ui_test_shows (test, "Added to favorites."));
  marked = soleus_meals_list_favourites (test->diary);
  g_assert_cmpuint (marked->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (marked, 0), ==, "banana-raw");
  soleus_ui_test_press_named (test, "Done");

  open_new (test);
  g_assert_true (soleus_ui_test_shows (test, "Favorites"));
  g_assert_true (has_button (test, "Add Almonds, 1 oz"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, "Favorite: Banana, raw"))));
  soleus_ui_test_press_named (test, "Favorite: Banana, raw");
  none = soleus_meals_list_favourites (test->diary);
  g_assert_cmpuint (none->len, ==, 0);
  soleus_ui_test_press_named (test, "Undo");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, "Favorite: Banana, raw"))));
  soleus_ui_test_press_named (test, "Add Banana, raw, 1 medium");
  assert_day (test, TODAY, "8:10 Breakfast · Banana, raw");
}

static void
test_breakfast (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new ("2026-03-03T12:10:00+01:00");
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-02T08:00:00+01:00", "breakfast", "oatmeal-plain-cooked-in-water", NULL, 1500);

  open_new (test);
  g_assert_true (soleus_ui_test_shows (test, "Oatmeal, plain, cooked in water (1.5 servings)"));
  soleus_ui_test_press_named (test, "Copy yesterday’s breakfast");
  g_assert_true (soleus_ui_test_shows (test, "Added: yesterday’s breakfast."));
  g_assert_false (has_button (test, "Copy yesterday’s breakfast"));
  assert_day (test, TODAY, "12:10 Breakfast · Oatmeal, plain, cooked in water (1.5 servings)");
  type (test, "banana");
  soleus_ui_test_press_named (test, "Add Banana, raw, 1 medium");
  assert_day (test, TODAY, "12:10 Breakfast · Oatmeal, plain, cooked in water (1.5 servings) · Banana, raw");
  assert_day (test, "2026-03-02", "8:00 Breakfast · Oatmeal, plain, cooked in water (1.5 servings)");
  soleus_ui_test_press_named (test, "Undo");
  type (test, "");
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  assert_day (test, TODAY, "");
  g_assert_true (has_button (test, "Copy yesterday’s breakfast"));
  soleus_ui_test_press_named (test, "Done");

  /* Not for another day. */
  open_on (test, NULL, soleus_ui_test_date ("2026-03-01"));
  g_assert_false (has_button (test, "Copy yesterday’s breakfast"));
}

static void
set_time (SoleusUiTest *test,
          const char   *text)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time of the meal");

  if (entry == NULL)
    entry = gtk_widget_get_first_child (soleus_ui_test_find (test, GTK_TYPE_WIDGET, "Time of the meal"));
  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_grab_focus (get_entry (test));
  soleus_ui_test_settle (test);
}

static void
test_when (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_new (test);
  g_assert_true (soleus_ui_test_shows (test, "Breakfast"));
  g_assert_true (soleus_ui_test_shows (test, "Now"));
  soleus_ui_test_press_named (test, "Change which meal it was, and when");
  soleus_ui_test_press_named (test, "Snack");
  type (test, "banana");
  soleus_ui_test_press_named (test, "Add Banana, raw, 1 medium");
  assert_day (test, TODAY, "8:10 Snack · Banana, raw");
  set_time (test, "6:30");
  assert_day (test, TODAY, "6:30 Snack · Banana, raw");
  g_assert_cmpstr (test->said, ==, "Saved: Snack.");

  /* A time to come, or none at all: nothing is kept, and nothing is lost. */
  set_time (test, "9:00");
  g_assert_true (soleus_ui_test_shows (test, "This time is in the future."));
  soleus_ui_test_press_named (test, "Add Banana, raw, 1 medium");
  assert_day (test, TODAY, "6:30 Snack · Banana, raw");
  set_time (test, "soon");
  g_assert_true (soleus_ui_test_shows (test, "This is not a time. Type it like 2:40."));
  soleus_ui_test_press_named (test, "Done");
  g_assert_true (soleus_ui_test_shows (test, "This time cannot be kept. Correct it, or press Done again to keep the time before."));
  set_time (test, "7:00");
  assert_day (test, TODAY, "7:00 Snack · Banana, raw");
  soleus_ui_test_press_named (test, "Done");
  assert_day (test, TODAY, "7:00 Snack · Banana, raw");
}

static void
test_past_day (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_on (test, NULL, soleus_ui_test_date ("2026-03-01"));
  /* The time of a day that is over is a guess, and so it is shown at once. */
  g_assert_false (has_button (test, "Change which meal it was, and when"));
  soleus_ui_test_press_named (test, "Dinner");
  type (test, "banana");
  soleus_ui_test_press_named (test, "Add Banana, raw, 1 medium");
  assert_day (test, "2026-03-01", "18:30 Dinner · Banana, raw");
  set_time (test, "19:15");
  assert_day (test, "2026-03-01", "19:15 Dinner · Banana, raw");
  assert_day (test, TODAY, "");
}

static void
test_edit (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-02T12:00:17-05:00", "lunch", "banana-raw", "Banana", 1000), stored = NULL;
  GtkWidget *note;
  SoleusTime at;

  open_on (test, soleus_record_get_uuid (meal), SOLEUS_DATE_NONE);
  g_assert_true (soleus_ui_test_shows (test, "Change a meal"));
  soleus_ui_test_press_named (test, "More servings of Banana, raw");
  g_assert_true (soleus_ui_test_shows (test, "Saved: Banana, raw, 1.5 servings."));
  type (test, "almonds");
  soleus_ui_test_press_named (test, "Add Almonds, 1 oz");
  soleus_ui_test_press_named (test, "Breakfast");
  note = soleus_ui_test_find (test, GTK_TYPE_TEXT_VIEW, "Note");
  g_assert_nonnull (note);
  gtk_widget_grab_focus (note);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "At the sea", -1);
  soleus_ui_test_press_named (test, "Done");
  assert_day (test, "2026-03-02", "12:00 Breakfast · Banana (1.5 servings) · Almonds");
  stored = soleus_diary_get (test->diary, soleus_record_get_uuid (meal), NULL);
  g_assert_cmpstr (soleus_record_get_note (stored), ==, "At the sea");
  /* Its instant stays as it was, with the seconds and the clock of that place. */
  g_assert_true (soleus_record_get_when (stored, &at));
  g_assert_cmpint (at.offset, ==, -300);
  g_assert_cmpint (at.utc % 60, ==, 17);
}

static void
test_remove (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-03T07:00:00+01:00", "breakfast", "banana-raw", "Banana, raw", 1000);
  GtkWidget *dialog;

  open_on (test, soleus_record_get_uuid (meal), SOLEUS_DATE_NONE);
  dialog = GTK_WIDGET (gtk_widget_get_root (get_entry (test)));
  type (test, "almonds");
  soleus_ui_test_press_named (test, "Add Almonds, 1 oz");
  soleus_ui_test_press_named (test, "Remove Banana, raw");
  g_assert_true (soleus_ui_test_shows (test, "Removed: Banana, raw."));
  assert_day (test, TODAY, "7:00 Breakfast · Almonds");
  g_assert_true (soleus_ui_test_is_named (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), SOLEUS_TYPE_FOOD_LINE), "Almonds"));
  soleus_ui_test_press_named (test, "Remove Almonds");
  g_assert_true (soleus_ui_test_shows (test, "Meal deleted."));
  assert_day (test, TODAY, "");
  soleus_ui_test_press_named (test, "Undo");
  assert_day (test, TODAY, "7:00 Breakfast · Almonds");
}

static void
test_delete (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-03T07:00:00+01:00", "breakfast", "banana-raw", "Banana, raw", 1000);

  open_on (test, soleus_record_get_uuid (meal), SOLEUS_DATE_NONE);
  soleus_ui_test_press_named (test, "Delete");
  g_assert_cmpstr (test->said, ==, "Meal deleted.");
  assert_day (test, TODAY, "");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "What did you eat?"));
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  assert_day (test, TODAY, "7:00 Breakfast · Banana, raw");

  /* What is not there any more is not opened. */
  g_assert_true (soleus_diary_delete (test->diary, soleus_record_get_uuid (meal), NULL));
  open_on (test, soleus_record_get_uuid (meal), SOLEUS_DATE_NONE);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "What did you eat?"));
}

/* A look changes nothing. */
static void
test_untouched (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) meal = soleus_food_test_log_meal (test, "2026-03-03T07:00:00+01:00", NULL, "banana-raw", NULL, 333), stored = NULL;

  open_on (test, soleus_record_get_uuid (meal), SOLEUS_DATE_NONE);
  soleus_ui_test_press_named (test, "Done");
  stored = soleus_diary_get (test->diary, soleus_record_get_uuid (meal), NULL);
  g_assert_cmpint (soleus_record_get_life (stored)->revision, ==, 1);
  open_new (test);
  soleus_ui_test_press_named (test, "Done");
  assert_day (test, TODAY, "7:00 Food · Banana, raw (0.333 servings)");
  g_assert_null (test->said);
}

static void
test_own_food (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_new (test);
  type (test, "Rye bread");
  soleus_ui_test_press_named (test, "New food with its minerals");
  soleus_ui_test_press_named (test, "Save");
  /* The search goes on with the new food in it. */
  soleus_ui_test_press_named (test, "Add Rye bread");
  assert_day (test, TODAY, "8:10 Breakfast · Rye bread");
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, "Favorite: Rye bread"));
}

/* Another program holds the diary for a moment: nothing is said to be added before it is, and nothing is lost. */
static void
test_waiting (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GError) error = NULL;
  SoleusDatabase *other = soleus_database_open (soleus_context_get_path (test->context), SOLEUS_OPEN_WRITE, 20, &error);
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_no_error (error);
  open_new (test);
  g_assert_true (soleus_database_execute (other, "BEGIN IMMEDIATE", NULL));
  type (test, "banana");
  soleus_ui_test_press_named (test, "Add Banana, raw, 1 medium");
  g_assert_false (soleus_ui_test_shows (test, "Added: Banana, raw."));
  type (test, "almonds");
  soleus_ui_test_press_named (test, "Add Almonds, 1 oz");
  assert_day (test, TODAY, "");
  g_assert_true (soleus_database_execute (other, "ROLLBACK", NULL));
  while (!soleus_ui_test_shows (test, "Added: Almonds.") && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  soleus_database_close (other);
  assert_day (test, TODAY, "8:10 Breakfast · Banana, raw · Almonds");
  g_assert_true (has_button (test, "Remove Banana, raw"));
  soleus_ui_test_press_named (test, "Remove Banana, raw");
  assert_day (test, TODAY, "8:10 Breakfast · Almonds");
}

/* Many hits, and letters that narrow them down. */
static void
test_search (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_new (test);
  type (test, "b");
  g_assert_true (has_button (test, "Add “b” as typed"));
  g_assert_true (soleus_ui_test_shows (test, "29 more. Type more letters.")); /* ten are shown */
  type (test, "bro");
  g_assert_true (has_button (test, "Add Broccoli, boiled, 1/2 cup"));
  g_assert_false (has_button (test, "Add Banana, raw, 1 medium"));
  type (test, "xyz");
  g_assert_null (soleus_ui_test_find (test, SOLEUS_TYPE_FOOD_LINE, "Broccoli, boiled"));
  g_assert_true (has_button (test, "Add “xyz” as typed"));
  type (test, "");
  g_assert_false (has_button (test, "Add “xyz” as typed"));
  g_assert_true (soleus_ui_test_shows (test, "A few letters are enough. Star what you eat often."));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/food-dialog/keys", test_keys);
  g_test_add_func ("/food-dialog/tab", test_tab);
  g_test_add_func ("/food-dialog/stepper", test_stepper);
  g_test_add_func ("/food-dialog/as-typed", test_as_typed);
  g_test_add_func ("/food-dialog/undo", test_undo);
  g_test_add_func ("/food-dialog/favourite", test_favourite);
  g_test_add_func ("/food-dialog/breakfast", test_breakfast);
  g_test_add_func ("/food-dialog/when", test_when);
  g_test_add_func ("/food-dialog/past-day", test_past_day);
  g_test_add_func ("/food-dialog/edit", test_edit);
  g_test_add_func ("/food-dialog/remove", test_remove);
  g_test_add_func ("/food-dialog/delete", test_delete);
  g_test_add_func ("/food-dialog/untouched", test_untouched);
  g_test_add_func ("/food-dialog/own-food", test_own_food);
  g_test_add_func ("/food-dialog/waiting", test_waiting);
  g_test_add_func ("/food-dialog/search", test_search);
  return g_test_run ();
}
