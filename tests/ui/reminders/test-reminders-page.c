/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of reminders: the offer, the switches, what comes next, pause, wording, trouble, and what happened. */
#include "soleus-ui-test.h"

#include "app/soleus-reminder-settings.h"
#include "soleus-mock-reminders.h"
#include "ui/reminders/soleus-ledger-page.h"
#include "ui/reminders/soleus-reminders-page.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-choice.h"

#define NOW "2026-03-03T17:30:00+01:00"

static void
settle (SoleusUiTest *test)
{
  for (guint i = 0; i < 6; i++)
    soleus_ui_test_settle (test);
}

static GtkWidget *
show (SoleusUiTest *test)
{
  GtkWidget *page = soleus_reminders_page_new (test->context);

  soleus_ui_test_show (test, page, 680, 720);
  gtk_widget_grab_focus (page);
  settle (test);
  return page;
}

static void
turn (SoleusUiTest      *test,
      SoleusReminderKind kind,
      gboolean           on)
{
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_turn (test->diary, kind, on, NULL);

  soleus_keeper_save (soleus_context_get_keeper (test->context), record, NULL);
}

static SoleusReminderRules *
read_rules (SoleusUiTest *test)
{
  return soleus_reminder_settings_read (test->diary, NULL);
}

static GtkSwitch *
get_switch (SoleusUiTest *test,
            const char   *name)
{
  GtkWidget *control = soleus_ui_test_find (test, GTK_TYPE_SWITCH, name);

  g_assert_nonnull (control);
  return GTK_SWITCH (control);
}

static const char *
get_subtitle (SoleusUiTest *test,
              const char   *row)
{
  GtkWidget *found = soleus_ui_test_find (test, SOLEUS_TYPE_ACTION_ROW, row);

  g_assert_nonnull (found);
  return soleus_action_row_get_subtitle (SOLEUS_ACTION_ROW (found));
}

/* One press, with the focus there already; one Undo. */
static void
test_offer (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusReminderRules) rules = NULL;
  GtkWidget *button;

  show (test);
  g_assert_true (soleus_ui_test_shows (test, "No reminders. Nothing runs in the background."));
  g_assert_true (soleus_ui_test_shows (test, "Turn on morning check-in at 8:00 and bedtime stretch at 21:30?"));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Pause all reminders until tomorrow"));
  button = soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Turn on morning check-in and bedtime stretch");
  g_assert_true (gtk_widget_has_focus (button));
  soleus_ui_test_key (test, "Return");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: morning check-in and bedtime stretch, on.");
  rules = read_rules (test);
  g_assert_true (rules->rules[SOLEUS_REMINDER_CHECK_IN].on && rules->rules[SOLEUS_REMINDER_STRETCH].on && rules->quiet && rules->offered);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Turn on morning check-in and bedtime stretch"));
  g_assert_true (soleus_ui_test_shows (test, "Next: bedtime stretch, today 21:30."));
  g_assert_true (gtk_switch_get_active (get_switch (test, "Morning check-in")));
  g_assert_true (gtk_switch_get_active (get_switch (test, "Quiet hours")));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_switch (test, "Morning check-in"))));

  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  settle (test);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Turn on morning check-in and bedtime stretch"));
  soleus_ui_test_press_named (test, "No reminders now");
  settle (test);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Turn on morning check-in and bedtime stretch"));
}

/* By keyboard; whoever switches one on is not offered them any more. */
static void
test_switches (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusReminderRules) on = NULL, off = NULL;

  show (test);
  gtk_widget_grab_focus (GTK_WIDGET (get_switch (test, "Bedtime stretch")));
  soleus_ui_test_key (test, "space");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: Bedtime stretch, on.");
  on = read_rules (test);
  g_assert_true (on->rules[SOLEUS_REMINDER_STRETCH].on && on->offered);
  g_assert_cmpstr (get_subtitle (test, "Bedtime stretch"), ==, "21:30 every day");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_switch (test, "Bedtime stretch"))));

  soleus_ui_test_key (test, "space");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: Bedtime stretch, off.");
  off = read_rules (test);
  g_assert_false (soleus_reminder_rules_any_on (off));
  g_assert_true (soleus_ui_test_shows (test, "No reminders. Nothing runs in the background."));

  /* Another program switches it. */
  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  settle (test);
  g_assert_true (gtk_switch_get_active (get_switch (test, "Bedtime stretch")));
}

static void
test_pause (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusReminderRules) paused = NULL, resumed = NULL;
  GtkWidget *button;

  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  show (test);
  button = soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Pause all reminders until tomorrow");
  gtk_widget_grab_focus (button);
  soleus_ui_test_key (test, "Return");
  settle (test);
  paused = read_rules (test);
  g_assert_cmpint (paused->paused_until, >, soleus_clock_get_now (test->clock).utc);
  g_assert_cmpstr (test->said, ==, "Saved: no reminders until 4:00.");
  g_assert_true (soleus_ui_test_shows (test, "Paused until tomorrow, 4:00. Next: bedtime stretch, tomorrow 21:30."));
  button = soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Resume reminders");
  g_assert_true (gtk_widget_has_focus (button));
  soleus_ui_test_key (test, "Return");
  settle (test);
  resumed = read_rules (test);
  g_assert_cmpint (resumed->paused_until, ==, 0);
  g_assert_true (soleus_ui_test_shows (test, "Next: bedtime stretch, today 21:30."));
}

/* Of each kind the next one, so that the evening is told beside many drinks. */
static void
test_next (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new ("2026-03-03T08:30:00+01:00");

  turn (test, SOLEUS_REMINDER_DRINK, TRUE);
  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  turn (test, SOLEUS_REMINDER_CHECK_IN, TRUE);
  show (test);
  g_assert_true (soleus_ui_test_shows (test, "Next: a drink, today 9:00."));
  g_assert_true (soleus_ui_test_shows (test, "Then: bedtime stretch, today 21:30\nThen: morning check-in, tomorrow 8:00"));
}

static void
test_limit (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL), copy = NULL;

  turn (test, SOLEUS_REMINDER_DRINK, TRUE);
  show (test);
  g_assert_cmpstr (get_subtitle (test, "Drinks"), ==, "Every 2 hours, 9:00 to 18:00");
  g_assert_true (gtk_switch_get_active (get_switch (test, "Drinks")));
  copy = soleus_record_copy (profile);
  soleus_row_set_answer (soleus_record_get_values (copy), "fluid_limit", SOLEUS_YES);
  soleus_keeper_save (soleus_context_get_keeper (test->context), copy, NULL);
  settle (test);
  g_assert_cmpstr (get_subtitle (test, "Drinks"), ==, "Off because you set a fluid limit.");
  g_assert_false (gtk_switch_get_active (get_switch (test, "Drinks")));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_switch (test, "Drinks"))));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Edit: Drinks"));
}

static void
test_quieted (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_get_record (test->diary, NULL);

  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  show (test);
  g_assert_cmpstr (get_subtitle (test, "Medicines"), ==, "From their schedules\nNo medicine has a schedule yet.");
  soleus_row_set_answer (soleus_record_get_values (record), "quiet", SOLEUS_YES);
  soleus_row_set_number (soleus_record_get_values (record), "quiet_from", 21 * 60);
  soleus_row_set_number (soleus_record_get_values (record), "quiet_until", 7 * 60);
  soleus_keeper_save (soleus_context_get_keeper (test->context), record, NULL);
  settle (test);
  g_assert_cmpstr (get_subtitle (test, "Bedtime stretch"), ==, "21:30 every day\n21:30 falls into your quiet hours. No reminder comes then.");
  g_assert_cmpstr (get_subtitle (test, "Quiet hours"), ==, "21:00 to 7:00");
}

/* Its row is there while something is tried. */
static void
test_trial (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) routine = soleus_record_new (SOLEUS_KIND_ROUTINE);

  show (test);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_SWITCH, "What you are trying"));
  soleus_row_set_text (soleus_record_get_values (routine), "routine", "diet");
  soleus_row_set_date (soleus_record_get_values (routine), "start", soleus_ui_test_date ("2026-03-01"));
  soleus_keeper_save (soleus_context_get_keeper (test->context), routine, NULL);
  settle (test);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_SWITCH, "What you are trying"));
}

static void
test_wording (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusReminderRules) rules = NULL;

  show (test);
  g_assert_true (soleus_ui_test_shows (test, "Discreet: “Soleus: time for your evening routine”"));
  g_assert_true (soleus_ui_test_shows (test, "Full: “Time for your bedtime stretches”"));
  soleus_ui_test_press_named (test, "Full wording");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: full wording.");
  rules = read_rules (test);
  g_assert_true (rules->full);
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  settle (test);
  g_assert_cmpstr (soleus_choice_get_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Wording of notifications"))), ==, "discreet");
}

/* The desktop shows nothing: the page says so, and what to do. */
static void
test_trouble (void)
{
  const char *words = "This desktop cannot show notifications right now. Soleus shows them in its window.";
  g_autoptr (SoleusMockReminders) mock = soleus_mock_reminders_new (FALSE, TRUE);
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new_own (NOW);

  turn (test, SOLEUS_REMINDER_STRETCH, TRUE);
  show (test);
  g_assert_true (soleus_ui_test_shows (test, words));
  soleus_ui_test_press_named (test, "What to do about reminders that cannot be seen");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Open Settings, then Notifications. Switch off Do Not Disturb."));
  soleus_ui_test_press_named (test, "Close");
  settle (test);
  soleus_mock_reminders_set (mock, TRUE);
  settle (test);
  g_assert_false (soleus_ui_test_shows (test, words));
}

static void
test_test (void)
{
  g_autoptr (SoleusMockReminders) mock = soleus_mock_reminders_new (TRUE, TRUE);
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new_own (NOW);

  show (test);
  soleus_ui_test_press_named (test, "Send a test notification");
  settle (test);
  g_assert_cmpuint (mock->n_tries, ==, 1);
  soleus_ui_test_answer (test, "yes");
  settle (test);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Close"));
  soleus_ui_test_press_named (test, "Send a test notification");
  settle (test);
  soleus_ui_test_answer (test, "no");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "If you do not see reminders"));
  g_assert_true (soleus_ui_test_shows (test, "Look for Soleus in the list there. Switch its notifications on."));
}

static void
add_notice (SoleusUiTest *test,
            int           minute,
            const char   *state)
{
  g_autoptr (SoleusRecord) notice = soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *values = soleus_record_get_values (notice);
  SoleusTime now = soleus_clock_get_now (test->clock);

  soleus_row_set_time (values, "at", now);
  soleus_row_set_text (values, "reminder", "drink");
  soleus_row_set_date (values, "due_date", soleus_time_get_date (now));
  soleus_row_set_number (values, "due_minute", minute);
  soleus_row_set_text (values, "state", state);
  soleus_row_set_text (values, "answer", "quiet");
  g_assert_true (soleus_diary_save (test->diary, notice, NULL));
}

static void
test_happened (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show (test);
  g_assert_true (soleus_ui_test_shows (test, "Nothing yet."));
  for (int i = 0; i < 120; i++)
    add_notice (test, i * 5, "missed");
  settle (test);
  g_assert_nonnull (soleus_ui_test_find (test, SOLEUS_TYPE_ACTION_ROW, "9:55 · Drinks"));
  g_assert_nonnull (soleus_ui_test_find (test, SOLEUS_TYPE_ACTION_ROW, "9:35 · Drinks"));
  g_assert_null (soleus_ui_test_find (test, SOLEUS_TYPE_ACTION_ROW, "9:30 · Drinks"));
  soleus_ui_test_press_named (test, "All that happened");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.ledger");

  soleus_ui_test_show (test, soleus_ledger_page_new (test->context), 680, 720);
  g_assert_nonnull (soleus_ui_test_find (test, SOLEUS_TYPE_ACTION_ROW, "1:40 · Drinks"));
  g_assert_null (soleus_ui_test_find (test, SOLEUS_TYPE_ACTION_ROW, "1:35 · Drinks"));
  soleus_ui_test_press_named (test, "Show older");
  settle (test);
  g_assert_nonnull (soleus_ui_test_find (test, SOLEUS_TYPE_ACTION_ROW, "0:00 · Drinks"));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Show older"));
}

/* In a narrow window with text twice as large. */
static void
test_narrow (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  int least;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  turn (test, SOLEUS_REMINDER_DRINK, TRUE);
  gtk_widget_measure (show (test), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
  g_assert_cmpint (least, <=, 360);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/reminders-page/offer", test_offer);
  g_test_add_func ("/reminders-page/switches", test_switches);
  g_test_add_func ("/reminders-page/pause", test_pause);
  g_test_add_func ("/reminders-page/next", test_next);
  g_test_add_func ("/reminders-page/limit", test_limit);
  g_test_add_func ("/reminders-page/quieted", test_quieted);
  g_test_add_func ("/reminders-page/trial", test_trial);
  g_test_add_func ("/reminders-page/wording", test_wording);
  g_test_add_func ("/reminders-page/trouble", test_trouble);
  g_test_add_func ("/reminders-page/test", test_test);
  g_test_add_func ("/reminders-page/happened", test_happened);
  g_test_add_func ("/reminders-page/narrow", test_narrow);

  return g_test_run ();
}
