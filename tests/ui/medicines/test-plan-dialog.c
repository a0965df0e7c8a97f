/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of schedule as a person enters it, by the names that are read out and by keys, and what the diary holds then. */
#include "soleus-ui-test.h"

#include "app/soleus-medicine-plan.h"
#include "ui/medicines/soleus-plan-dialog.h"

#define NOW "2026-03-03T10:00:00+01:00" /* a Tuesday */
#define ZONE "Europe/Berlin"
#define MOST_SETTLES 30

typedef struct
{
  SoleusUiTest *test;
  char *medicine;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE);

  self->test = soleus_ui_test_new_in_zone (NOW, ZONE);
  soleus_row_set_text (soleus_record_get_values (medicine), "name", "Furosemide");
  soleus_row_set_text (soleus_record_get_values (medicine), "strength", "40 mg");
  g_assert_true (soleus_diary_save (self->test->diary, medicine, NULL));
  self->medicine = g_strdup (soleus_record_get_uuid (medicine));
  soleus_ui_test_show (self->test, gtk_label_new ("Medicines"), 900, 1000);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  soleus_ui_test_free (self->test);
  g_free (self->medicine);
}

static gboolean
is_open (Fixture *self)
{
  return soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Save") != NULL;
}

static void
assert_closes (Fixture *self)
{
  for (int i = 0; i < MOST_SETTLES && is_open (self); i++)
    soleus_ui_test_settle (self->test);
  g_assert_false (is_open (self));
}

/* Words that follow when typing rests. */
static void
assert_shows (Fixture    *self,
              const char *text)
{
  for (int i = 0; i < MOST_SETTLES && !soleus_ui_test_shows (self->test, text); i++)
    soleus_ui_test_settle (self->test);
  if (!soleus_ui_test_shows (self->test, text))
    g_test_message ("Nothing says “%s”.", text);
  g_assert_true (soleus_ui_test_shows (self->test, text));
}

static void
assert_goes (Fixture    *self,
             const char *text)
{
  for (int i = 0; i < MOST_SETTLES && soleus_ui_test_shows (self->test, text); i++)
    soleus_ui_test_settle (self->test);
  g_assert_false (soleus_ui_test_shows (self->test, text));
}

static void
open_dialog (Fixture *self)
{
  soleus_plan_dialog_show (GTK_WINDOW (self->test->window), self->test->context, self->medicine);
  soleus_ui_test_settle (self->test);
}

static GtkWidget *
find_entry (Fixture    *self,
            const char *name)
{
  GtkWidget *entry = soleus_ui_test_find (self->test, GTK_TYPE_ENTRY, name);

  if (entry == NULL)
    g_test_message ("There is no entry “%s”.", name);
  g_assert_nonnull (entry);
  return entry;
}

static void
type (Fixture    *self,
      const char *name,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (self, name)), text);
}

/* "Every day", "Time of day=8:00", ...: presses what has no "=", types into what has one. */
static void
enter (Fixture           *self,
       const char *const *steps)
{
  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (steps[i], "=", 2);

      if (parts[1] != NULL)
        type (self, parts[0], parts[1]);
      else
        soleus_ui_test_press_named (self->test, parts[0]);
    }
  soleus_ui_test_settle (self->test);
}

static SoleusRecord *
save_version (Fixture    *self,
              const char *pattern,
              const char *from)
{
  SoleusRecord *version = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  SoleusRow *row = soleus_record_get_values (version);

  soleus_row_set_text (row, "medicine", self->medicine);
  soleus_row_set_text (row, "pattern", pattern);
  soleus_row_set_date (row, "valid_from", soleus_ui_test_date (from));
  soleus_row_set_number (soleus_row_add_row (row, "times"), "minute", 480);
  return version;
}

static GPtrArray *
list (Fixture *self)
{
  return soleus_medicine_plan_list (self->test->diary, self->medicine, NULL);
}

/* The one version there is. */
static SoleusRow *
get_only (GPtrArray *versions)
{
  g_assert_cmpuint (versions->len, ==, 1);
  return soleus_record_get_values (g_ptr_array_index (versions, 0));
}

static void
test_patterns (Fixture      *self,
               gconstpointer data)
{
  static const struct
  {
    const char *steps[12];
    const char *says;
    const char *next;
  } cases[] = {
    { { "Every day", "Time of day=8:00", "Add time", "Time of day=21", "Add time", "How many at 8:00=2", "How many at 21:00=0,5" }, "Every day at 8:00 (2), 21:00 (0.5)",
      "Tue 3 March 21:00\nWed 4 March 8:00\nWed 4 March 21:00\nThu 5 March 8:00\nThu 5 March 21:00\nFri 6 March 8:00" },
    { { "Some days of the week", "Monday", "Thursday", "Time of day=8:00" }, "Monday and Thursday at 8:00",
      "Thu 5 March 8:00\nMon 9 March 8:00\nThu 12 March 8:00\nMon 16 March 8:00\nThu 19 March 8:00\nMon 23 March 8:00" },
    { { "Every few days", "Every how many days=3", "Time of day=12:00" }, "Every 3 days at 12:00",
      "Tue 3 March 12:00\nFri 6 March 12:00\nMon 9 March 12:00\nThu 12 March 12:00\nSun 15 March 12:00\nWed 18 March 12:00" },
    { { "Day of the month", "Day of the month=31", "Time of day=8:00" }, "On day 31 of each month at 8:00; in short months on the last day",
      "Tue 31 March 8:00\nThu 30 April 8:00\nSun 31 May 8:00\nTue 30 June 8:00\nFri 31 July 8:00\nMon 31 August 8:00" },
    { { "Day of the month", "Day of the month=31", "Skip it", "Time of day=8:00" }, "On day 31 of each month at 8:00; not in months without that day",
      "Tue 31 March 8:00\nSun 31 May 8:00\nFri 31 July 8:00\nMon 31 August 8:00\nSat 31 October 8:00\nThu 31 December 8:00" },
    { { "Every few hours", "At set times of the day", "Every how many hours=6", "First dose of the day=8", "No dose later than=22:00", "How many each time=1.5" },
      "Every 6 hours from 8:00 to 22:00 (1.5)", "Tue 3 March 14:00\nTue 3 March 20:00\nWed 4 March 8:00\nWed 4 March 14:00\nWed 4 March 20:00\nThu 5 March 8:00" },
    { { "Every few hours", "After the last dose", "Every how many hours=8", "The very first dose=18:00" }, "8 hours after the last dose", "Tue 3 March 18:00, then 8 hours after each dose" },
    { { "In cycles", "Days on=2", "Days off=5", "Time of day=8:00" }, "2 days on, 5 days off, at 8:00",
      "Wed 4 March 8:00\nTue 10 March 8:00\nWed 11 March 8:00\nTue 17 March 8:00\nWed 18 March 8:00\nTue 24 March 8:00" },
    { { "As needed", "At least how many hours apart=4,5", "At most how many in 24 hours=4" }, "As needed. At least 4 hours 30 minutes apart, at most 4 in 24 hours", "As needed: nothing is due by itself." },
    { { "As needed" }, "As needed", "As needed: nothing is due by itself." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) versions = NULL;
      g_autofree char *words = NULL, *said = g_strdup_printf ("Saved: Furosemide 40 mg. %s.", cases[i].says);
      SoleusRow *row;

      open_dialog (self);
      enter (self, cases[i].steps);
      assert_shows (self, cases[i].next);
      soleus_ui_test_press_named (self->test, "Save");
      assert_closes (self);
      g_assert_cmpstr (self->test->said, ==, said);
      versions = list (self);
      row = get_only (versions);
      words = soleus_medicine_plan_say (g_ptr_array_index (versions, 0));
      g_assert_cmpstr (words, ==, cases[i].says);
      g_assert_cmpint (soleus_row_get_date (row, "valid_from"), ==, soleus_ui_test_date ("2026-03-03"));
      g_assert_cmpint (soleus_row_get_number (row, "from_minute", -1), ==, 600);
      soleus_keeper_undo (soleus_context_get_keeper (self->test->context));
      soleus_ui_test_settle (self->test);
    }
}

static void
test_stored (Fixture      *self,
             gconstpointer data)
{
  static const char *const hours[] = { "Every few hours", "At set times of the day", "Every how many hours=6", "First dose of the day=8", "No dose later than=22:00", NULL };
  static const char *const needed[] = { "As needed", "At least how many hours apart=0.5", NULL };
  g_autoptr (GPtrArray) first = NULL, second = NULL;
  SoleusRow *row;

  open_dialog (self);
  enter (self, hours);
  soleus_ui_test_press_named (self->test, "Save");
  assert_closes (self);
  first = list (self);
  row = get_only (first);
  g_assert_cmpstr (soleus_row_get_text (row, "pattern"), ==, "every-n-hours");
  g_assert_cmpint (soleus_row_get_number (row, "every", -1), ==, 6);
  g_assert_cmpint (soleus_row_get_number (row, "window_from", -1), ==, 480);
  g_assert_cmpint (soleus_row_get_number (row, "window_until", -1), ==, 1320);
  g_assert_false (soleus_row_has (row, "cycle_start"));

  /* Another kind leaves nothing of the first one. */
  open_dialog (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self, "No dose later than"))), ==, "22:00");
  enter (self, needed);
  soleus_ui_test_press_named (self->test, "Save");
  assert_closes (self);
  second = list (self);
  row = get_only (second);
  g_assert_cmpint (soleus_row_get_number (row, "gap_min", -1), ==, 30);
  g_assert_false (soleus_row_has (row, "most_a_day"));
  g_assert_false (soleus_row_has (row, "every"));
  g_assert_false (soleus_row_has (row, "window_from"));
}

/* Nothing is saved, the dialog stays, and the words stand there. */
static void
assert_refused (Fixture           *self,
                const char *const *steps,
                const char        *advice)
{
  g_autoptr (GPtrArray) versions = NULL;

  open_dialog (self);
  enter (self, steps);
  soleus_ui_test_press_named (self->test, "Save");
  g_assert_true (is_open (self));
  assert_shows (self, advice);
  versions = list (self);
  g_assert_cmpuint (versions->len, ==, 0);
  soleus_ui_test_press_named (self->test, "Cancel");
  if (steps[0] != NULL)
    soleus_ui_test_answer (self->test, "discard");
  assert_closes (self);
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  static const struct
  {
    const char *steps[8];
    const char *advice;
  } cases[] = {
    { { NULL }, "Choose when you take it." },
    { { "Every day" }, "Add at least one time of day, such as 8:00." },
    { { "Every day", "Time of day=25:00" }, "This is not a time. Type it like 2:40." },
    { { "Every day", "Time of day=8:00", "Add time", "How many at 8:00=some" }, "Type how many, like 1 or 0.5. You can leave it empty." },
    { { "Some days of the week", "Time of day=8:00" }, "Choose at least one day." },
    { { "Every few days", "Time of day=8:00" }, "Type a number of days from 1 to 1000." },
    { { "Every few days", "Every how many days=0", "Time of day=8:00" }, "Type a number of days from 1 to 1000." },
    { { "Day of the month", "Day of the month=32", "Time of day=8:00" }, "Type a day from 1 to 31." },
    { { "Every few hours" }, "Choose how the hours are counted." },
    { { "Every few hours", "At set times of the day", "Every how many hours=24", "First dose of the day=8", "No dose later than=22:00" },
      "Set times of the day need a number up to 23. For more, choose “Every … days” or “After the last dose”." },
    { { "Every few hours", "At set times of the day", "Every how many hours=6", "First dose of the day=8", "No dose later than=8:00" }, "Both times are the same. Type the time of the last dose." },
    { { "Every few hours", "After the last dose", "Every how many hours=6" }, "Type the time of the very first dose, such as 8:00." },
    { { "In cycles", "Days on=1.5", "Days off=5", "Time of day=8:00" }, "Type a number of days from 1 to 1000." },
    { { "As needed", "At least how many hours apart=169" }, "Type hours like 4 or 4.5, at most 168. You can leave it empty." },
    { { "As needed", "At most how many in 24 hours=0" }, "Type a number from 1 to 100. You can leave it empty." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].advice);
      assert_refused (self, cases[i].steps, cases[i].advice);
    }
}

static void
test_incomplete (Fixture      *self,
                 gconstpointer data)
{
  static const char *const steps[] = { "Every few days", "Time of day=8:00", NULL };

  open_dialog (self);
  assert_shows (self, "The next doses stand here when nothing is missing above.");
  enter (self, steps);
  assert_shows (self, "The next doses stand here when nothing is missing above.");
  type (self, "Every how many days", "1000");
  assert_goes (self, "The next doses stand here when nothing is missing above.");
  assert_shows (self, "Mon 27 November 2028 8:00\nSun 24 August 2031 8:00\nSat 20 May 2034 8:00\nFri 13 February 2037 8:00\nThu 10 November 2039 8:00\nWed 6 August 2042 8:00");
}

static void
test_clock_change (Fixture      *self,
                   gconstpointer data)
{
  static const char *const steps[] = { "Every day", "Time of day=2:30", NULL };

  open_dialog (self);
  enter (self, steps);
  assert_shows (self, "On 29 March 2:30 does not exist. You are reminded at 3:00.");
  type (self, "Time of day", "8:30");
  assert_goes (self, "On 29 March 2:30 does not exist. You are reminded at 3:00.");
}

static void
test_times (Fixture      *self,
            gconstpointer data)
{
  static const char *const steps[] = { "Every day", "Time of day=21:00", "Add time", "Time of day=8:00", "Add time", "Time of day=8", "Add time", NULL };
  static const char *const more[] = { "Remove 8:00", "Time of day=7:15", NULL };
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *words = NULL;

  open_dialog (self);
  enter (self, steps);
  assert_shows (self, "8:00 is already there.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self, "Time of day"))), ==, "");
  enter (self, more);
  assert_shows (self, "8:00 was removed.");
  /* The focus went to the neighbour of what was removed. */
  g_assert_true (gtk_widget_is_focus (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Remove 21:00")));
  /* What stands in the entry is saved too. */
  soleus_ui_test_press_named (self->test, "Save");
  assert_closes (self);
  versions = list (self);
  words = soleus_medicine_plan_say (g_ptr_array_index (versions, 0));
  g_assert_cmpstr (words, ==, "Every day at 7:15 and 21:00");
}

static void
test_keyboard (Fixture      *self,
               gconstpointer data)
{
  static const char *const keys[] = { "space", "Tab", "9", "Return", "2", "1", "Return", "ctrl+Return" };
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *words = NULL;

  open_dialog (self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    soleus_ui_test_key (self->test, keys[i]);
  assert_closes (self);
  versions = list (self);
  words = soleus_medicine_plan_say (g_ptr_array_index (versions, 0));
  g_assert_cmpstr (words, ==, "Every day at 9:00 and 21:00");
}

/* Tab comes to each part, there and back. */
static void
test_tab (Fixture      *self,
          gconstpointer data)
{
  static const char *const steps[] = { "Every day", "Time of day=8:00", "Add time", NULL };
  static const char *const names[] = { "Remove 8:00", "How many at 8:00", "Time of day", "Add time", "Save" };
  GtkWidget *found;

  open_dialog (self);
  enter (self, steps);
  gtk_widget_grab_focus (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Every day"));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (names) - 1; i++)
    {
      gboolean is_back = i >= G_N_ELEMENTS (names);
      const char *name = names[is_back ? 2 * (guint) G_N_ELEMENTS (names) - 2 - i : i];

      soleus_ui_test_key (self->test, is_back ? "shift+Tab" : "Tab");
      found = soleus_ui_test_find (self->test, GTK_TYPE_ENTRY, name);
      if (found == NULL)
        found = soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, name);
      g_test_message ("%s", name);
      g_assert_nonnull (gtk_widget_get_focus_child (gtk_widget_get_parent (found)));
      g_assert_true (gtk_widget_get_focus_child (gtk_widget_get_parent (found)) == found);
    }
}

static void
test_keeps_rhythm (Fixture      *self,
                   gconstpointer data)
{
  static const char *const steps[] = { "Remove 8:00", "Time of day=9:00", NULL };
  g_autoptr (SoleusRecord) version = save_version (self, "every-n-days", "2026-02-01");
  g_autoptr (GPtrArray) versions = NULL;
  SoleusRow *row;

  soleus_row_set_number (soleus_record_get_values (version), "every", 3);
  g_assert_true (soleus_diary_save (self->test->diary, version, NULL));
  open_dialog (self);
  enter (self, steps);
  assert_shows (self, "Fri 6 March 9:00\nMon 9 March 9:00\nThu 12 March 9:00\nSun 15 March 9:00\nWed 18 March 9:00\nSat 21 March 9:00");
  soleus_ui_test_press_named (self->test, "Save");
  assert_closes (self);
  versions = list (self);
  g_assert_cmpuint (versions->len, ==, 2);
  row = soleus_record_get_values (g_ptr_array_index (versions, 0));
  g_assert_cmpint (soleus_row_get_date (row, "valid_until"), ==, soleus_ui_test_date ("2026-03-03"));
  g_assert_cmpint (soleus_row_get_number (row, "until_minute", -1), ==, 600);
  row = soleus_record_get_values (g_ptr_array_index (versions, 1));
  g_assert_cmpint (soleus_row_get_date (row, "cycle_start"), ==, soleus_ui_test_date ("2026-02-01"));
}

static void
test_unchanged (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (SoleusRecord) version = save_version (self, "daily", "2026-02-01");
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_true (soleus_diary_save (self->test->diary, version, NULL));
  open_dialog (self);
  soleus_ui_test_press_named (self->test, "Save");
  assert_closes (self);
  versions = list (self);
  g_assert_cmpint (soleus_record_get_life (g_ptr_array_index (versions, 0))->revision, ==, 1);
  g_assert_null (self->test->said);

  /* There and back is no change either. */
  open_dialog (self);
  soleus_ui_test_press_named (self->test, "As needed");
  soleus_ui_test_press_named (self->test, "Every day");
  soleus_ui_test_press_named (self->test, "Cancel");
  assert_closes (self);
}

static void
test_no_schedule (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (SoleusRecord) version = save_version (self, "daily", "2026-02-01");
  g_autoptr (GPtrArray) versions = NULL;

  open_dialog (self);
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "No schedule"));
  soleus_ui_test_press_named (self->test, "Cancel");
  g_assert_true (soleus_diary_save (self->test->diary, version, NULL));
  open_dialog (self);
  soleus_ui_test_press_named (self->test, "No schedule");
  assert_closes (self);
  g_assert_cmpstr (self->test->said, ==, "Saved: no schedule for Furosemide 40 mg.");
  versions = list (self);
  g_assert_cmpint (soleus_row_get_number (get_only (versions), "until_minute", -1), ==, 600);
}

static void
test_leaving (Fixture      *self,
              gconstpointer data)
{
  static const char *const steps[] = { "Every day", "Time of day=8:00", NULL };
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  open_dialog (self);
  enter (self, steps);
  soleus_ui_test_key (self->test, "Escape");
  soleus_ui_test_settle (self->test);
  soleus_ui_test_answer (self->test, "keep");
  soleus_ui_test_settle (self->test);
  g_assert_true (is_open (self));
  before = list (self);
  g_assert_cmpuint (before->len, ==, 0);
  soleus_ui_test_press_named (self->test, "Cancel");
  soleus_ui_test_answer (self->test, "save");
  assert_closes (self);
  after = list (self);
  g_assert_cmpuint (after->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add ("/plan-dialog/patterns", Fixture, NULL, set_up, test_patterns, tear_down);
  g_test_add ("/plan-dialog/stored", Fixture, NULL, set_up, test_stored, tear_down);
  g_test_add ("/plan-dialog/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/plan-dialog/incomplete", Fixture, NULL, set_up, test_incomplete, tear_down);
  g_test_add ("/plan-dialog/clock-change", Fixture, NULL, set_up, test_clock_change, tear_down);
  g_test_add ("/plan-dialog/times", Fixture, NULL, set_up, test_times, tear_down);
  g_test_add ("/plan-dialog/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/plan-dialog/tab", Fixture, NULL, set_up, test_tab, tear_down);
  g_test_add ("/plan-dialog/keeps-rhythm", Fixture, NULL, set_up, test_keeps_rhythm, tear_down);
  g_test_add ("/plan-dialog/unchanged", Fixture, NULL, set_up, test_unchanged, tear_down);
  g_test_add ("/plan-dialog/no-schedule", Fixture, NULL, set_up, test_no_schedule, tear_down);
  g_test_add ("/plan-dialog/leaving", Fixture, NULL, set_up, test_leaving, tear_down);

  return g_test_run ();
}
