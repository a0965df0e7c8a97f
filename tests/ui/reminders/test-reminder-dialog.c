/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a reminder comes, as it is entered: times with their days, the interval of drinks, quiet hours. */
#include "soleus-ui-test.h"

#include "app/soleus-reminder-settings.h"
#include "ui/reminders/soleus-reminder-dialog.h"
#include "ui/widgets/soleus-choice.h"

#define NOW "2026-03-03T17:30:00+01:00"

static void
settle (SoleusUiTest *test)
{
  for (guint i = 0; i < 4; i++)
    soleus_ui_test_settle (test);
}

static SoleusUiTest *
open_kind (SoleusReminderKind kind)
{
  SoleusUiTest *test = soleus_ui_test_new (NOW);

  soleus_ui_test_show (test, gtk_label_new ("Page"), 680, 720);
  soleus_reminder_dialog_show (GTK_WINDOW (test->window), test->context, kind);
  settle (test);
  return test;
}

/* The nth entry of that name, in the order of the page. */
static GtkWidget *
find_nth (GtkWidget  *widget,
          GType       type,
          const char *name,
          guint      *n)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (name == NULL || soleus_ui_test_is_named (widget, name)) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, name, n);
  return found;
}

static GtkWidget *
get_nth (GType       type,
         const char *name,
         guint       n)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *found;

      if (gtk_window_get_transient_for (GTK_WINDOW (window)) != NULL && (found = find_nth (window, type, name, &n)) != NULL)
        return found;
    }
  g_assert_not_reached ();
}

static void
type (SoleusUiTest *test,
      const char   *name,
      guint         n,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_nth (GTK_TYPE_ENTRY, name, n)), text);
  soleus_ui_test_settle (test);
}

static SoleusReminderRules *
read_rules (SoleusUiTest *test)
{
  return soleus_reminder_settings_read (test->diary, NULL);
}

static void
check_time (const SoleusReminderRules *rules,
            SoleusReminderKind         kind,
            guint                      i,
            int                        minute,
            int                        weekdays)
{
  const SoleusReminderTime *time = &g_array_index (rules->rules[kind].times, SoleusReminderTime, i);

  g_assert_cmpuint (i, <, rules->rules[kind].times->len);
  g_assert_cmpint (time->minute, ==, minute);
  g_assert_cmpint (time->weekdays, ==, weekdays);
}

static void
test_times (void)
{
  g_autoptr (SoleusUiTest) test = open_kind (SOLEUS_REMINDER_STRETCH);
  g_autoptr (SoleusReminderRules) rules = NULL, undone = NULL;

  type (test, "Time of day", 0, "9 pm");
  soleus_ui_test_press_named (test, "Add another time");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Type a time, such as 8:00."));
  type (test, "Time of day", 1, "13:15");
  for (int day = 0; day < 7; day++)
    {
      const char id[] = { (char) ('1' + day), '\0' };

      soleus_choice_select (SOLEUS_CHOICE (get_nth (SOLEUS_TYPE_CHOICE, NULL, 1)), id, FALSE);
    }
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Choose at least one day."));
  soleus_choice_select (SOLEUS_CHOICE (get_nth (SOLEUS_TYPE_CHOICE, NULL, 1)), "7", TRUE);
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: Bedtime stretch, 13:15 Sunday · 21:00 every day.");
  rules = read_rules (test);
  g_assert_cmpuint (rules->rules[SOLEUS_REMINDER_STRETCH].times->len, ==, 2);
  check_time (rules, SOLEUS_REMINDER_STRETCH, 0, 13 * 60 + 15, 64);
  check_time (rules, SOLEUS_REMINDER_STRETCH, 1, 21 * 60, 127);
  g_assert_false (rules->rules[SOLEUS_REMINDER_STRETCH].on); /* to change a time switches nothing on */
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  undone = read_rules (test);
  g_assert_cmpuint (undone->rules[SOLEUS_REMINDER_STRETCH].times->len, ==, 1);
  check_time (undone, SOLEUS_REMINDER_STRETCH, 0, 21 * 60 + 30, 127);
}

/* One minute that was entered twice is one time; a time that was removed is gone. */
static void
test_twice_and_removed (void)
{
  g_autoptr (SoleusUiTest) test = open_kind (SOLEUS_REMINDER_CHECK_IN);
  g_autoptr (SoleusReminderRules) rules = NULL;

  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Remove time 1")); /* the only one stays */
  soleus_ui_test_press_named (test, "Add another time");
  type (test, "Time of day", 1, "8:00");
  soleus_ui_test_press_named (test, "Add another time");
  type (test, "Time of day", 2, "10:00");
  soleus_ui_test_press_named (test, "Remove time 3");
  g_assert_true (soleus_ui_test_shows (test, "The time was removed."));
  soleus_choice_select (SOLEUS_CHOICE (get_nth (SOLEUS_TYPE_CHOICE, NULL, 0)), "1", FALSE);
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  rules = read_rules (test);
  g_assert_cmpuint (rules->rules[SOLEUS_REMINDER_CHECK_IN].times->len, ==, 1);
  check_time (rules, SOLEUS_REMINDER_CHECK_IN, 0, 8 * 60, 127);
}

/* What cannot be read is not thrown away, and nothing is saved meanwhile. */
static void
test_unreadable (void)
{
  g_autoptr (SoleusUiTest) test = open_kind (SOLEUS_REMINDER_TRIAL);
  g_autoptr (GPtrArray) saved = NULL;

  type (test, "Time of day", 0, "evening");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "This is not a time. Type it like 8:00."));
  soleus_ui_test_press_named (test, "Cancel");
  settle (test);
  soleus_ui_test_answer (test, "discard");
  settle (test);
  saved = soleus_diary_list (test->diary, SOLEUS_KIND_REMINDER, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (saved->len, ==, 0);
}

static void
test_drinks (void)
{
  g_autoptr (SoleusUiTest) test = open_kind (SOLEUS_REMINDER_DRINK);
  g_autoptr (SoleusReminderRules) rules = NULL;

  g_assert_true (soleus_ui_test_shows (test, "5 reminders a day: 9:00, 11:00, 13:00, 15:00 and 17:00."));
  soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "How often?")), "180");
  type (test, "First one of the day", 0, "22:00");
  type (test, "None after", 0, "4:00");
  g_assert_true (soleus_ui_test_shows (test, "3 reminders a day: 22:00, 1:00 and 4:00. That goes past midnight."));
  gtk_switch_set_active (GTK_SWITCH (soleus_ui_test_find (test, GTK_TYPE_SWITCH, "May make a sound")), FALSE);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Delete"));
  soleus_ui_test_key (test, "ctrl+Return");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: Drinks, Every 3 hours, 22:00 to 4:00.");
  rules = read_rules (test);
  g_assert_cmpint (rules->rules[SOLEUS_REMINDER_DRINK].every_min, ==, 180);
  g_assert_cmpint (rules->rules[SOLEUS_REMINDER_DRINK].from_minute, ==, 22 * 60);
  g_assert_cmpint (rules->rules[SOLEUS_REMINDER_DRINK].until_minute, ==, 4 * 60);
  g_assert_false (rules->rules[SOLEUS_REMINDER_DRINK].tone);

  /* A setting is no entry to delete. */
  soleus_reminder_dialog_show (GTK_WINDOW (test->window), test->context, SOLEUS_REMINDER_DRINK);
  settle (test);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Delete"));
}

static void
test_doses (void)
{
  g_autoptr (SoleusUiTest) test = open_kind (SOLEUS_REMINDER_DOSE);
  g_autoptr (SoleusReminderRules) rules = NULL;

  g_assert_true (soleus_ui_test_shows (test, "The times stand in the schedule of each medicine. You change them there."));
  gtk_switch_set_active (GTK_SWITCH (soleus_ui_test_find (test, GTK_TYPE_SWITCH, "May make a sound")), FALSE);
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: Medicines.");
  rules = read_rules (test);
  g_assert_false (rules->rules[SOLEUS_REMINDER_DOSE].tone);
}

static void
test_quiet (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusReminderRules) rules = NULL;

  soleus_ui_test_show (test, gtk_label_new ("Page"), 360, 640);
  soleus_quiet_dialog_show (GTK_WINDOW (test->window), test->context);
  settle (test);
  type (test, "Until", 0, "22:30");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "The two times are the same. Type when quiet hours are over."));
  type (test, "From", 0, "21:00");
  type (test, "Until", 0, "6:30");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: quiet hours, 21:00 to 6:30.");
  rules = read_rules (test);
  g_assert_cmpint (rules->quiet_from, ==, 21 * 60);
  g_assert_cmpint (rules->quiet_until, ==, 6 * 60 + 30);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/reminder-dialog/times", test_times);
  g_test_add_func ("/reminder-dialog/twice-and-removed", test_twice_and_removed);
  g_test_add_func ("/reminder-dialog/unreadable", test_unreadable);
  g_test_add_func ("/reminder-dialog/drinks", test_drinks);
  g_test_add_func ("/reminder-dialog/doses", test_doses);
  g_test_add_func ("/reminder-dialog/quiet", test_quiet);

  return g_test_run ();
}
