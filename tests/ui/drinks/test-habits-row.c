/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Habits of a day: one press saves, another takes it back, and the buttons follow the diary. */
#include "soleus-ui-test.h"

#include "app/soleus-day.h"
#include "ui/today/soleus-habits-row.h"

#define NOW "2026-03-03T17:30:00+01:00"

static guint
count (SoleusUiTest *test,
       const char   *day)
{
  g_autoptr (GPtrArray) habits = soleus_day_list (test->diary, SOLEUS_KIND_HABIT, soleus_ui_test_date (day), NULL);

  return habits->len;
}

static gboolean
is_on (SoleusUiTest *test,
       const char   *name)
{
  GtkWidget *button = soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, name);

  g_assert_nonnull (button);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

static void
add (SoleusUiTest *test,
     const char   *day,
     const char   *habit)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_HABIT);

  soleus_row_set_date (soleus_record_get_values (record), "day", soleus_ui_test_date (day));
  soleus_row_set_text (soleus_record_get_values (record), "habit", habit);
  g_assert_true (soleus_diary_save (test->diary, record, NULL));
}

static void
test_press (void)
{
  static const char *const names[] = { "Hard exercise today", "Long sitting today", "Long standing today", "Heels today", "Travel today" };
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  soleus_ui_test_show (test, soleus_habits_row_new (test->context, soleus_ui_test_date ("2026-03-03")), 680, 300);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (is_on (test, names[i]));
      soleus_ui_test_press_named (test, names[i]);
      g_assert_true (is_on (test, names[i]));
      g_assert_cmpuint (count (test, "2026-03-03"), ==, i + 1);
    }
  g_assert_cmpstr (test->said, ==, "Saved: Travel.");
  soleus_ui_test_press_named (test, "Heels today");
  g_assert_cmpstr (test->said, ==, "Deleted: Heels.");
  g_assert_cmpuint (count (test, "2026-03-03"), ==, 4);
  g_assert_false (is_on (test, "Heels today"));

  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_true (is_on (test, "Heels today"));
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_false (is_on (test, "Travel today"));
  g_assert_cmpuint (count (test, "2026-03-03"), ==, 4);
}

static void
test_keyboard (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  soleus_ui_test_show (test, soleus_habits_row_new (test->context, soleus_ui_test_date ("2026-03-03")), 680, 300);
  g_assert_true (gtk_widget_grab_focus (soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, "Hard exercise today")));
  soleus_ui_test_key (test, "Tab");
  soleus_ui_test_key (test, "space");
  for (guint i = 0; i < 5; i++)
    soleus_ui_test_settle (test);
  g_assert_true (is_on (test, "Long sitting today"));
  g_assert_true (soleus_ui_test_is_named (gtk_window_get_focus (GTK_WINDOW (test->window)), "Long sitting today"));
}

static void
test_other_day (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  add (test, "2026-03-02", "travel");
  add (test, "2026-03-03", "heels");
  soleus_ui_test_show (test, soleus_habits_row_new (test->context, soleus_ui_test_date ("2026-03-02")), 680, 300);
  g_assert_true (is_on (test, "Travel, Monday 2 March"));
  g_assert_false (is_on (test, "Heels, Monday 2 March"));
  soleus_ui_test_press_named (test, "Hard exercise, Monday 2 March");
  g_assert_cmpuint (count (test, "2026-03-02"), ==, 2);
  g_assert_cmpuint (count (test, "2026-03-03"), ==, 1);
}

/* Two of one, as an archive may bring them, go with one press and come back with one Undo. */
static void
test_two_of_one (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  add (test, "2026-03-03", "heels");
  add (test, "2026-03-03", "heels");
  soleus_ui_test_show (test, soleus_habits_row_new (test->context, soleus_ui_test_date ("2026-03-03")), 680, 300);
  soleus_ui_test_press_named (test, "Heels today");
  g_assert_cmpuint (count (test, "2026-03-03"), ==, 0);
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_cmpuint (count (test, "2026-03-03"), ==, 2);
  g_assert_true (is_on (test, "Heels today"));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/habits-row/press", test_press);
  g_test_add_func ("/habits-row/keyboard", test_keyboard);
  g_test_add_func ("/habits-row/other-day", test_other_day);
  g_test_add_func ("/habits-row/two-of-one", test_two_of_one);

  return g_test_run ();
}
