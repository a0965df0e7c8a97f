/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on Today through the day, and in which order. */
#include "soleus-ui-test.h"

#include "ui/today/soleus-today-page.h"

#define DRINK "Add a drink: water, 250 milliliters"
#define DOSES "Dose of 21:00 taken"
#define DOSES_OPEN "Open the doses of 21:00"
#define STRETCH "Start the bedtime stretches"
#define FOOD "Add food"
#define HABIT "Hard exercise today"

static void
add_medicine (SoleusUiTest *test)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE), schedule = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  SoleusRow *values = soleus_record_get_values (schedule);

  soleus_row_set_text (soleus_record_get_values (medicine), "name", "Zinc");
  g_assert_true (soleus_diary_save (test->diary, medicine, NULL));
  soleus_row_set_text (values, "medicine", soleus_record_get_uuid (medicine));
  soleus_row_set_text (values, "pattern", "daily");
  soleus_row_set_date (values, "valid_from", soleus_ui_test_date ("2026-03-03"));
  soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", 21 * 60);
  g_assert_true (soleus_diary_save (test->diary, schedule, NULL));
}

static SoleusUiTest *
show (const char *now)
{
  SoleusUiTest *test = soleus_ui_test_new (now);

  add_medicine (test);
  soleus_ui_test_show (test, soleus_today_page_new (test->context), 900, 1400);
  for (int i = 0; i < 5; i++)
    soleus_ui_test_settle (test);
  return test;
}

static double
find_top (SoleusUiTest *test,
          const char   *name)
{
  GtkWidget *button = soleus_ui_test_find (test, GTK_TYPE_BUTTON, name);
  graphene_point_t point;

  if (button == NULL)
    g_test_message ("There is no button “%s”.", name);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_compute_point (button, test->window, &GRAPHENE_POINT_INIT (0, 0), &point));
  return point.y;
}

static void
test_day (void)
{
  g_autoptr (SoleusUiTest) test = show ("2026-03-03T08:10:00+01:00");

  g_assert_cmpfloat (find_top (test, "Add a cramp"), <, find_top (test, DRINK));
  g_assert_cmpfloat (find_top (test, DRINK), <, find_top (test, DOSES_OPEN));
  g_assert_cmpfloat (find_top (test, DOSES_OPEN), <, find_top (test, STRETCH));
  g_assert_cmpfloat (find_top (test, STRETCH), <, find_top (test, FOOD));
  g_assert_cmpfloat (find_top (test, FOOD), <, find_top (test, HABIT));
}

static void
test_evening (void)
{
  g_autoptr (SoleusUiTest) test = show ("2026-03-03T18:00:00+01:00");

  g_assert_cmpfloat (find_top (test, STRETCH), <, find_top (test, DRINK));
  g_assert_cmpfloat (find_top (test, DRINK), <, find_top (test, DOSES_OPEN));
}

/* The page stays open: at the minute of the dose its button is there. */
static void
test_time_goes_on (void)
{
  g_autoptr (SoleusUiTest) test = show ("2026-03-03T20:59:59+01:00");

  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, DOSES));
  soleus_clock_advance (test->clock, 1);
  soleus_diary_changed (test->diary, SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE));
  soleus_ui_test_settle (test);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, DOSES));

  /* After midnight it is yesterday's. */
  soleus_clock_advance (test->clock, 3 * 3600);
  soleus_diary_changed (test->diary, SOLEUS_KIND_MASK (SOLEUS_KIND_DOSE));
  soleus_ui_test_settle (test);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Dose of Yesterday, 21:00 taken"));
}

/* One press each, and what is shown follows. */
static void
test_presses (void)
{
  g_autoptr (SoleusUiTest) test = show ("2026-03-03T21:10:00+01:00");
  g_autoptr (GPtrArray) drinks = NULL, doses = NULL, habits = NULL;

  soleus_ui_test_press_named (test, DRINK);
  g_assert_cmpstr (test->said, ==, "Added: water, 250 ml.");
  soleus_ui_test_press_named (test, DOSES);
  g_assert_cmpstr (test->said, ==, "Saved: 1 dose of 21:00 taken.");
  soleus_ui_test_press_named (test, HABIT);
  drinks = soleus_diary_list (test->diary, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  doses = soleus_diary_list (test->diary, SOLEUS_KIND_DOSE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  habits = soleus_diary_list (test->diary, SOLEUS_KIND_HABIT, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (drinks->len, ==, 1);
  g_assert_cmpuint (doses->len, ==, 1);
  g_assert_cmpuint (habits->len, ==, 1);
  g_assert_true (soleus_ui_test_shows (test, "1 drink, 250 ml"));
  g_assert_true (soleus_ui_test_shows (test, "Zinc\nTaken at 21:10"));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/today-page/day", test_day);
  g_test_add_func ("/today-page/evening", test_evening);
  g_test_add_func ("/today-page/time-goes-on", test_time_goes_on);
  g_test_add_func ("/today-page/presses", test_presses);
  return g_test_run ();
}
