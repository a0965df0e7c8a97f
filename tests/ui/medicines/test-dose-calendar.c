/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar of doses as it is read out, and as the keyboard goes through it. */
#include "soleus-ui-test.h"

#include "app/soleus-medicine-plan.h"
#include "ui/medicines/soleus-dose-calendar-page.h"

#define NOW "2026-03-03T10:00:00+01:00" /* a Tuesday */

typedef struct
{
  SoleusUiTest *test;
  SoleusRecord *first;
  SoleusRecord *second;
  GtkWidget *page;
} Fixture;

static SoleusRecord *
add_medicine (Fixture    *self,
              const char *name)
{
  SoleusRecord *medicine = soleus_record_new (SOLEUS_KIND_MEDICINE);

  soleus_row_set_text (soleus_record_get_values (medicine), "name", name);
  g_assert_true (soleus_diary_save (self->test->diary, medicine, NULL));
  return medicine;
}

static SoleusRow *
make_schedule (SoleusRecord **version,
               SoleusRecord  *medicine,
               const char    *pattern,
               const char    *from)
{
  SoleusRow *row;

  *version = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  row = soleus_record_get_values (*version);
  soleus_row_set_text (row, "medicine", soleus_record_get_uuid (medicine));
  soleus_row_set_text (row, "pattern", pattern);
  soleus_row_set_date (row, "valid_from", soleus_ui_test_date (from));
  return row;
}

static void
add_time (SoleusRow *row,
          int        minute,
          gint64     amount)
{
  SoleusRow *time = soleus_row_add_row (row, "times");

  soleus_row_set_number (time, "minute", minute);
  if (amount > 0)
    soleus_row_set_number (time, "amount", amount);
}

static void
begin_weeks_on_monday (SoleusUiTest *test)
{
  g_autoptr (SoleusRecord) before = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (before);

  soleus_row_set_number (soleus_record_get_values (profile), "first_weekday", 1);
  g_assert_true (soleus_diary_save (test->diary, profile, NULL));
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (SoleusRecord) daily = NULL, sundays = NULL, needed = NULL;
  g_autoptr (SoleusRecord) third = NULL;
  SoleusRow *row;

  self->test = soleus_ui_test_new_in_zone (NOW, "Europe/Berlin");
  begin_weeks_on_monday (self->test);
  self->first = add_medicine (self, "Furosemide");
  self->second = add_medicine (self, "Amlodipine");
  third = add_medicine (self, "Paracetamol");
  row = make_schedule (&daily, self->first, "daily", "2026-02-27");
  add_time (row, 480, 1500);
  add_time (row, 1260, 0);
  g_assert_true (soleus_diary_save (self->test->diary, daily, NULL));
  row = make_schedule (&sundays, self->second, "weekdays", "2026-02-01");
  soleus_row_set_number (row, "weekdays", 64);
  add_time (row, 480, 0);
  g_assert_true (soleus_diary_save (self->test->diary, sundays, NULL));
  make_schedule (&needed, third, "as-needed", "2026-02-01");
  g_assert_true (soleus_diary_save (self->test->diary, needed, NULL));
  self->page = soleus_dose_calendar_page_new (self->test->context, data != NULL ? soleus_record_get_uuid (self->first) : NULL);
  soleus_ui_test_show (self->test, self->page, 600, 1000);
  gtk_widget_grab_focus (self->page);
  soleus_ui_test_settle (self->test);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_object_unref (self->first);
  g_object_unref (self->second);
  soleus_ui_test_free (self->test);
}

static void
assert_focus (Fixture    *self,
              const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->test->window));
  g_autofree char *wrong = NULL;

  g_assert_nonnull (focus);
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_says (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *today = soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Tuesday 3 March: 2 doses");

  g_assert_true (soleus_ui_test_shows (self->test, "March 2026"));
  g_assert_nonnull (today);
  g_assert_true (gtk_widget_has_css_class (today, "today"));
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (today), GTK_ACCESSIBLE_ROLE_GRID_CELL));
  /* Days that are over are worked out as well. */
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Sunday 1 March: 3 doses"));
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Sunday 8 March: 3 doses"));
  g_assert_true (soleus_ui_test_shows (self->test, "8:00 · Furosemide"));
  g_assert_true (soleus_ui_test_shows (self->test, "How many: 1.5"));
  g_assert_true (soleus_ui_test_shows (self->test, "21:00 · Furosemide"));
  g_assert_false (soleus_ui_test_shows (self->test, "8:00 · Amlodipine"));
  g_assert_true (soleus_ui_test_shows (self->test, "Doses as needed have no day and are not shown."));
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  static const struct
  {
    const char *key;
    const char *name;
  } steps[] = {
    { "Right", "Wednesday 4 March: 2 doses" },
    { "End", "Sunday 8 March: 3 doses" },
    { "Up", "Sunday 1 March: 3 doses" },
    { "Left", "Saturday 28 February: 2 doses" },
    { "Home", "Monday 23 February: no doses" },
    { "Page_Down", "Monday 23 March: 2 doses" },
    { "shift+Page_Down", "Tuesday 23 March: 2 doses" }, /* 2027 */
    { "t", "Tuesday 3 March: 2 doses" },
    { "Page_Up", "Tuesday 3 February: no doses" },
  };

  assert_focus (self, "Tuesday 3 March: 2 doses");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      soleus_ui_test_key (self->test, steps[i].key);
      assert_focus (self, steps[i].name);
      g_assert_true (soleus_ui_test_shows (self->test, steps[i].name));
    }
  g_assert_true (soleus_ui_test_shows (self->test, "February 2026"));
  g_assert_false (soleus_ui_test_shows (self->test, "8:00 · Furosemide"));
}

static void
test_buttons (Fixture      *self,
              gconstpointer data)
{
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "This month"));
  soleus_ui_test_press_named (self->test, "Next month");
  g_assert_true (soleus_ui_test_shows (self->test, "April 2026"));
  for (int i = 0; i < 24; i++)
    soleus_ui_test_press_named (self->test, "Next month");
  g_assert_true (soleus_ui_test_shows (self->test, "April 2028"));
  soleus_ui_test_press_named (self->test, "Sunday 9 April: 3 doses");
  g_assert_true (soleus_ui_test_shows (self->test, "Sunday 9 April: 3 doses"));
  g_assert_true (soleus_ui_test_shows (self->test, "8:00 · Amlodipine"));
  soleus_ui_test_press_named (self->test, "This month");
  assert_focus (self, "Tuesday 3 March: 2 doses");
  soleus_ui_test_press_named (self->test, "Previous month");
  g_assert_true (soleus_ui_test_shows (self->test, "February 2026"));
}

static void
test_one_medicine (Fixture      *self,
                   gconstpointer data)
{
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Sunday 8 March: 2 doses"));
  g_assert_false (soleus_ui_test_shows (self->test, "Doses as needed have no day and are not shown."));
}

static void
test_follows_the_diary (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (SoleusRecord) stopped = soleus_record_copy (self->first);

  soleus_ui_test_key (self->test, "Right");
  soleus_row_set_date (soleus_record_get_values (stopped), "stopped", soleus_ui_test_date ("2026-03-04"));
  g_assert_true (soleus_diary_save (self->test->diary, stopped, NULL));
  soleus_ui_test_settle (self->test);
  assert_focus (self, "Wednesday 4 March: no doses");
  g_assert_false (soleus_ui_test_shows (self->test, "8:00 · Furosemide"));
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Tuesday 3 March: 2 doses"));
  g_assert_nonnull (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Sunday 8 March: 1 dose"));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add ("/dose-calendar/says", Fixture, NULL, set_up, test_says, tear_down);
  g_test_add ("/dose-calendar/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/dose-calendar/buttons", Fixture, NULL, set_up, test_buttons, tear_down);
  g_test_add ("/dose-calendar/one-medicine", Fixture, "one", set_up, test_one_medicine, tear_down);
  g_test_add ("/dose-calendar/follows-the-diary", Fixture, NULL, set_up, test_follows_the_diary, tear_down);

  return g_test_run ();
}
