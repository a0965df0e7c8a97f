/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar above every page: when it is there, what can be pressed on it, and where the focus goes. */
#include "soleus-ui-test.h"

#include "app/soleus-reminder-settings.h"
#include "model/soleus-check.h"
#include "soleus-mock-reminders.h"
#include "ui/reminders/soleus-reminder-notice.h"

#define BEFORE "2026-03-03T21:00:00+01:00"
#define HALF_AN_HOUR (30 * 60)

static void
settle (SoleusUiTest *test)
{
  for (guint i = 0; i < 6; i++)
    soleus_ui_test_settle (test);
}

static void
turn (SoleusUiTest      *test,
      SoleusReminderKind kind,
      gboolean           on)
{
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_turn (test->diary, kind, on, NULL);

  soleus_keeper_save (soleus_context_get_keeper (test->context), record, NULL);
}

static GtkWidget *
show (SoleusUiTest *test,
      int           width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = gtk_button_new_with_label ("Page");

  gtk_box_append (GTK_BOX (box), soleus_reminder_notice_new (test->context));
  gtk_box_append (GTK_BOX (box), page);
  soleus_ui_test_show (test, box, width, 640);
  settle (test);
  return page;
}

static const SoleusRow *
get_only (SoleusUiTest *test,
          GPtrArray   **ledger)
{
  *ledger = soleus_diary_list (test->diary, SOLEUS_KIND_NOTICE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint ((*ledger)->len, ==, 1);
  return soleus_record_get_values (g_ptr_array_index (*ledger, 0));
}

static gboolean
is_there (SoleusUiTest *test)
{
  return soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Close this reminder") != NULL;
}

/* Without the program: it is shown and noted, put off by keyboard, and brought back by Undo. */
static void
test_without_program (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (BEFORE);
  g_autoptr (GPtrArray) shown = NULL, later = NULL;
  GtkWidget *page, *button;

  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  soleus_clock_advance (test->clock, HALF_AN_HOUR);
  page = show (test, 720);
  g_assert_true (is_there (test));
  g_assert_true (soleus_ui_test_shows (test, "Time for your bedtime stretches\nCalf and thigh, both legs. A few minutes."));
  g_assert_cmpstr (soleus_row_get_text (get_only (test, &shown), "state"), ==, "shown");

  button = soleus_ui_test_find (test, GTK_TYPE_BUTTON, "In 15 minutes");
  gtk_widget_grab_focus (button);
  soleus_ui_test_key (test, "Return");
  settle (test);
  g_assert_false (is_there (test));
  g_assert_cmpstr (soleus_row_get_text (get_only (test, &later), "state"), ==, "snoozed");
  g_assert_cmpstr (test->said, ==, "The reminder comes again at 21:45.");
  g_assert_true (gtk_widget_has_focus (page));

  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  settle (test);
  g_assert_true (is_there (test));
}

static void
test_start (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (BEFORE);

  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  soleus_clock_advance (test->clock, HALF_AN_HOUR);
  show (test, 360);
  soleus_ui_test_press_named (test, "Start");
  settle (test);
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.show-page 'stretch'");
  g_assert_false (is_there (test));
}

static void
test_close (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (BEFORE);
  g_autoptr (GPtrArray) ledger = NULL;

  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  soleus_clock_advance (test->clock, HALF_AN_HOUR);
  show (test, 360);
  soleus_ui_test_press_named (test, "Close this reminder");
  settle (test);
  g_assert_false (is_there (test));
  g_assert_cmpstr (soleus_row_get_text (get_only (test, &ledger), "answer"), ==, "closed");
}

/* Beside an emergency nothing else is asked. What is due waits, and is not said to have been shown. */
static void
test_emergency (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new ("2026-03-03T07:45:00+01:00");
  g_autoptr (SoleusRecord) check = soleus_record_new (SOLEUS_KIND_CHECK);
  g_autoptr (GPtrArray) waiting = NULL, shown = NULL;
  SoleusWarnings *warnings = soleus_context_get_warnings (test->context);

  turn (test, SOLEUS_REMINDER_CHECK_IN, TRUE);
  soleus_clock_advance (test->clock, HALF_AN_HOUR);
  soleus_row_set_time (soleus_record_get_values (check), "at", soleus_clock_get_now (test->clock));
  soleus_check_answer_none_of_eight (soleus_record_get_values (check));
  soleus_check_answer (soleus_record_get_values (check), "leg_cool_vs_other", "yes", NULL);
  g_assert_true (soleus_diary_save (test->diary, check, NULL));
  soleus_warnings_update (warnings);
  g_assert_nonnull (soleus_warnings_get_emergency (warnings));
  show (test, 720);
  g_assert_false (is_there (test));
  g_assert_cmpstr (soleus_row_get_text (get_only (test, &waiting), "state"), ==, "due");

  soleus_warnings_acknowledge (warnings, soleus_warnings_get_emergency (warnings), "mistake");
  settle (test);
  g_assert_true (is_there (test));
  g_assert_cmpstr (soleus_row_get_text (get_only (test, &shown), "state"), ==, "shown");
}

/* Nothing is on: nothing is shown, and the program is not even asked. */
static void
test_all_off (void)
{
  g_autoptr (SoleusMockReminders) mock = soleus_mock_reminders_new (TRUE, TRUE);
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new_own (BEFORE);

  show (test, 720);
  soleus_context_start_care (test->context);
  settle (test);
  g_assert_false (is_there (test));
  g_assert_cmpuint (mock->n_updates, ==, 0);

  turn (test, SOLEUS_REMINDER_CHECK_IN, TRUE);
  settle (test);
  g_assert_cmpuint (mock->n_updates, >, 0);
}

/* With the program the bar comes and goes with what the desktop can show; what is set wakes the program. */
static void
test_with_program (void)
{
  g_autoptr (SoleusMockReminders) mock = soleus_mock_reminders_new (TRUE, TRUE);
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new_own (BEFORE);
  g_autoptr (GPtrArray) ledger = NULL;
  guint n;

  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  soleus_clock_advance (test->clock, HALF_AN_HOUR);
  show (test, 720);
  g_assert_false (is_there (test));
  soleus_mock_reminders_set (mock, FALSE);
  settle (test);
  g_assert_true (is_there (test));
  ledger = soleus_diary_list (test->diary, SOLEUS_KIND_NOTICE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (ledger->len, ==, 0); /* the program keeps it */
  soleus_mock_reminders_set (mock, TRUE);
  settle (test);
  g_assert_false (is_there (test));

  n = mock->n_updates;
  turn (test, SOLEUS_REMINDER_STRETCH, FALSE);
  settle (test);
  g_assert_cmpuint (mock->n_updates, >, n);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/reminder-notice/without-program", test_without_program);
  g_test_add_func ("/reminder-notice/start", test_start);
  g_test_add_func ("/reminder-notice/close", test_close);
  g_test_add_func ("/reminder-notice/emergency", test_emergency);
  g_test_add_func ("/reminder-notice/all-off", test_all_off);
  g_test_add_func ("/reminder-notice/with-program", test_with_program);

  return g_test_run ();
}
