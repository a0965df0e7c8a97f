/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drinks on Today: one press, the menu, undo, the picture with its numbers, a limit in the place of a goal. */
#include "soleus-ui-test.h"

#include "ui/drinks/soleus-amount-entry.h"
#include "ui/drinks/soleus-drinks-row.h"
#include "ui/drinks/soleus-glass.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-choice.h"

#define NOW "2026-03-03T17:30:00+01:00"

static void
show (SoleusUiTest *test)
{
  soleus_ui_test_show (test, soleus_drinks_row_new (test->context), 680, 300);
}

static void
set_profile (SoleusUiTest *test,
             const char   *field,
             const char   *value)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);
  SoleusRow *row = soleus_record_get_values (profile);
  g_autoptr (GError) error = NULL;

  soleus_row_parse (row, (guint) soleus_fields_find (row->fields, field), value, &error);
  g_assert_no_error (error);
  soleus_diary_save (test->diary, profile, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (SoleusUiTest *test)
{
  return soleus_diary_list (test->diary, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
}

/* The clock stands still, so it is moved on for the next one to be the newest. */
static void
assert_newest (SoleusUiTest *test,
               guint         n,
               const char   *drink,
               gint64        amount)
{
  g_autoptr (GPtrArray) drinks = list (test);
  const SoleusRow *values;

  g_assert_cmpuint (drinks->len, ==, n);
  values = soleus_record_get_values (g_ptr_array_index (drinks, n - 1));
  g_assert_cmpstr (soleus_row_get_text (values, "drink"), ==, drink);
  g_assert_cmpint (soleus_row_get_number (values, "amount_ml", 0), ==, amount);
  soleus_clock_advance (test->clock, 60);
}

static void
count_glasses (GtkWidget *widget,
               guint     *n,
               double    *full)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (SOLEUS_IS_GLASS (widget))
    {
      ++*n;
      *full += soleus_glass_get_level (SOLEUS_GLASS (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_glasses (child, n, full);
}

static void
assert_glasses (SoleusUiTest *test,
                guint         wanted,
                double        level)
{
  guint n = 0;
  double full = 0;

  soleus_ui_test_settle (test);
  count_glasses (test->window, &n, &full);
  g_assert_cmpuint (n, ==, wanted);
  g_assert_cmpfloat_with_epsilon (full, level, 0.001);
}

static void
open_menu (SoleusUiTest *test)
{
  GtkWidget *button = soleus_ui_test_find (test, GTK_TYPE_MENU_BUTTON, "Add another drink");

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  soleus_ui_test_settle (test);
}

static void
test_one_press (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) none = NULL;

  show (test);
  g_assert_true (soleus_ui_test_shows (test, "Nothing added today."));
  g_assert_true (soleus_ui_test_shows (test, "Add 250 ml"));
  assert_glasses (test, 0, 0);
  soleus_ui_test_press_named (test, "Add a drink: water, 250 milliliters");
  g_assert_cmpstr (test->said, ==, "Added: water, 250 ml.");
  g_assert_true (soleus_ui_test_shows (test, "1 drink, 250 ml"));
  soleus_ui_test_press_named (test, "Add a drink: water, 250 milliliters");
  soleus_ui_test_press_named (test, "Add a drink: water, 250 milliliters");
  g_assert_true (soleus_ui_test_shows (test, "3 drinks, 750 ml"));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_WIDGET, "3 drinks so far, 750 milliliters"));
  assert_glasses (test, 3, 3);
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "2 drinks, 500 ml"));
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Nothing added today."));
  none = list (test);
  g_assert_cmpuint (none->len, ==, 0);
}

/* By keyboard alone; the focus stays on the button while the numbers change. */
static void
test_keyboard (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show (test);
  soleus_ui_test_key (test, "Tab");
  for (guint i = 0; i < 3 && !soleus_ui_test_is_named (gtk_window_get_focus (GTK_WINDOW (test->window)), "Add a drink: water, 250 milliliters"); i++)
    soleus_ui_test_key (test, "Tab");
  soleus_ui_test_key (test, "Return");
  soleus_ui_test_key (test, "space");
  for (guint i = 0; i < 5; i++)
    soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "2 drinks, 500 ml"));
  soleus_clock_advance (test->clock, 60);
  soleus_ui_test_key (test, "Tab");
  soleus_ui_test_key (test, "Return");
  for (guint i = 0; i < 5; i++)
    soleus_ui_test_settle (test);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Add water, 150 milliliters"));
  /* The menu has the focus on its first amount. */
  soleus_ui_test_key (test, "Return");
  for (guint i = 0; i < 5; i++)
    soleus_ui_test_settle (test);
  assert_newest (test, 3, "water", 150000);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Add water, 150 milliliters"));
}

static void
test_menu (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) mug = soleus_record_new (SOLEUS_KIND_CONTAINER), bottle = soleus_record_new (SOLEUS_KIND_CONTAINER);
  g_autoptr (GPtrArray) drinks = NULL;
  SoleusRow *values = soleus_record_get_values (mug);

  soleus_row_set_text (values, "name", "My mug");
  soleus_row_set_number (values, "amount_ml", 300000);
  soleus_row_set_text (values, "drink", "tea-or-coffee");
  g_assert_true (soleus_diary_save (test->diary, mug, NULL));
  values = soleus_record_get_values (bottle);
  soleus_row_set_text (values, "name", "Bottle");
  soleus_row_set_number (values, "amount_ml", 750000);
  g_assert_true (soleus_diary_save (test->diary, bottle, NULL));

  show (test);
  open_menu (test);
  soleus_ui_test_press_named (test, "Add water, 330 milliliters");
  assert_newest (test, 1, "water", 330000);
  g_assert_cmpstr (test->said, ==, "Added: water, 330 ml.");

  /* The kind goes for the amounts, and for a container without a kind of its own. */
  open_menu (test);
  soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Which drink")), "juice");
  soleus_ui_test_settle (test);
  soleus_ui_test_press_named (test, "Add juice, 150 milliliters");
  assert_newest (test, 2, "juice", 150000);
  open_menu (test);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Add Bottle: water, 750 milliliters"));
  soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Which drink")), "electrolyte");
  soleus_ui_test_press_named (test, "Add Bottle: electrolyte drink, 750 milliliters");
  assert_newest (test, 3, "electrolyte", 750000);
  open_menu (test);
  soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Which drink")), "milk");
  soleus_ui_test_press_named (test, "Add My mug: tea or coffee, 300 milliliters");
  assert_newest (test, 4, "tea-or-coffee", 300000);
  drinks = list (test);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (g_ptr_array_index (drinks, 3)), "container"), ==, soleus_record_get_uuid (mug));

  /* It is evening: said with its time, without a comment. */
  g_assert_true (soleus_ui_test_shows (test, "Tea or coffee at 17:33."));

  open_menu (test);
  soleus_ui_test_press_named (test, "Open drinks");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.drinks");
}

static void
test_own_amount (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) drinks = NULL;
  SoleusTime at;

  show (test);
  open_menu (test);
  soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Which drink")), "alcohol");
  soleus_ui_test_press_named (test, "Own amount…");
  soleus_ui_test_settle (test);
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "How much, in milliliters")), "175");
  soleus_ui_test_key (test, "Return");
  for (guint i = 0; i < 3; i++)
    soleus_ui_test_settle (test);
  assert_newest (test, 1, "alcohol", 175000);
  g_assert_cmpstr (test->said, ==, "Added: alcohol, 175 ml.");

  open_menu (test);
  soleus_ui_test_press_named (test, "Add an earlier drink…");
  soleus_ui_test_settle (test);
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "How much, in milliliters")), "200");
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time")), "9:15");
  soleus_ui_test_press_named (test, "Save");
  drinks = list (test);
  g_assert_cmpuint (drinks->len, ==, 2);
  g_assert_true (soleus_record_get_when (g_ptr_array_index (drinks, 0), &at));
  g_assert_cmpint (soleus_time_get_minute (at), ==, 9 * 60 + 15);
}

static void
test_goal_and_limit (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  const char *over = "This is more than the limit you set. Ask your care team what to do.";

  set_profile (test, "drink_goal_ml", "1500");
  show (test);
  g_assert_true (soleus_ui_test_shows (test, "0 of 1500 ml, your own goal"));
  assert_glasses (test, 6, 0);
  soleus_ui_test_press_named (test, "Add a drink: water, 250 milliliters");
  g_assert_true (soleus_ui_test_shows (test, "250 of 1500 ml, your own goal"));
  assert_glasses (test, 6, 1);

  set_profile (test, "fluid_limit", "yes");
  set_profile (test, "fluid_limit_ml", "600");
  g_assert_true (soleus_ui_test_shows (test, "250 of your 600 ml limit"));
  assert_glasses (test, 1, 1);
  g_assert_false (soleus_ui_test_shows (test, over));
  soleus_ui_test_press_named (test, "Add a drink: water, 250 milliliters");
  g_assert_false (soleus_ui_test_shows (test, over));
  soleus_ui_test_press_named (test, "Add a drink: water, 250 milliliters");
  g_assert_true (soleus_ui_test_shows (test, "750 of your 600 ml limit"));
  g_assert_true (soleus_ui_test_shows (test, over));
}

static void
test_glasses (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) small = NULL, large = NULL;

  small = soleus_ui_test_add_drink (test, "2026-03-03T08:00:00+01:00", "water", 100);
  show (test);
  assert_glasses (test, 1, 0.4);
  large = soleus_ui_test_add_drink (test, "2026-03-03T09:00:00+01:00", "water", 3000);
  assert_glasses (test, 10, 10);
  g_assert_true (soleus_ui_test_shows (test, "+3"));
}

static void
test_unit (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  set_profile (test, "volume_unit", "us-cup");
  show (test);
  soleus_ui_test_press_named (test, "Add a drink: water, 1 cup");
  g_assert_cmpstr (test->said, ==, "Added: water, 1 cup.");
  open_menu (test);
  g_assert_true (soleus_ui_test_shows (test, "1 1/2 cups"));
  soleus_ui_test_press_named (test, "Add water, 1.5 cups");
  g_assert_true (soleus_ui_test_shows (test, "2 drinks, 2.5 cups"));
}

/* The day follows the clock while the row is shown, and when it is shown again. */
static void
test_midnight (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *row = soleus_drinks_row_new (test->context);

  soleus_ui_test_show (test, row, 680, 300);
  soleus_ui_test_press_named (test, "Add a drink: water, 250 milliliters");
  g_assert_true (soleus_ui_test_shows (test, "1 drink, 250 ml"));
  gtk_widget_set_visible (row, FALSE);
  soleus_clock_advance (test->clock, 8 * 3600);
  gtk_widget_set_visible (row, TRUE);
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Nothing added today."));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/drinks-row/one-press", test_one_press);
  g_test_add_func ("/drinks-row/keyboard", test_keyboard);
  g_test_add_func ("/drinks-row/menu", test_menu);
  g_test_add_func ("/drinks-row/own-amount", test_own_amount);
  g_test_add_func ("/drinks-row/goal-and-limit", test_goal_and_limit);
  g_test_add_func ("/drinks-row/glasses", test_glasses);
  g_test_add_func ("/drinks-row/unit", test_unit);
  g_test_add_func ("/drinks-row/midnight", test_midnight);

  return g_test_run ();
}
