/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the days of a month stand, how the keys move, and what is counted. */
#include "app/soleus-month.h"
#include "lib/soleus-test.h"

static void
test_every_month (void)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    for (int year = 1970; year <= 2100; year++)
      for (int number = 1; number <= 12; number++)
        {
          SoleusMonth month = soleus_month_of (soleus_date_from_ymd (year, number, 15), weekday);

          g_assert_cmpint (month.year, ==, year);
          g_assert_cmpint (month.month, ==, number);
          g_assert_cmpint (soleus_date_get_weekday (month.start), ==, weekday);
          g_assert_cmpint (month.first - month.start, >=, 0);
          g_assert_cmpint (month.first - month.start, <, 7);
          g_assert_cmpint (month.last - month.start, <, SOLEUS_MONTH_CELLS);
          g_assert_cmpint (month.last - month.first + 1, ==, soleus_date_days_in_month (year, number));
          g_assert_cmpint (soleus_month_find_cell (&month, month.first - 1), ==, -1);
          g_assert_cmpint (soleus_month_find_cell (&month, month.last + 1), ==, -1);
          g_assert_cmpint (month.start + soleus_month_find_cell (&month, month.last), ==, month.last);
        }
}

static void
test_known_months (void)
{
  SoleusMonth march = soleus_month_of (soleus_test_date ("2026-03-03"), 1);
  SoleusMonth february = soleus_month_of (soleus_test_date ("2026-02-28"), 7);

  /* March 2026 begins on a Sunday. */
  g_assert_cmpint (march.start, ==, soleus_test_date ("2026-02-23"));
  g_assert_cmpint (soleus_month_find_cell (&march, soleus_test_date ("2026-03-01")), ==, 6);
  /* February 2026 fits four weeks from Sunday on. */
  g_assert_cmpint (february.start, ==, february.first);
  g_assert_cmpint (soleus_month_find_cell (&february, soleus_test_date ("2026-02-28")), ==, 27);
}

static void
test_move (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2026-03-03", -1, "2026-02-03" }, { "2026-03-31", -1, "2026-02-28" }, { "2024-03-31", -1, "2024-02-29" },
    { "2026-01-15", -1, "2025-12-15" }, { "2026-12-15", 1, "2027-01-15" },  { "2024-02-29", -12, "2023-02-28" },
    { "2026-03-03", -12, "2025-03-03" }, { "2026-01-31", -13, "2024-12-31" }, { "2026-03-03", 0, "2026-03-03" },
    { "2026-11-30", 15, "2028-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = soleus_date_to_iso (soleus_month_move (soleus_test_date (cases[i].from), cases[i].months));

      g_assert_cmpstr (to, ==, cases[i].to);
    }
}

static void
test_first_weekday (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (SoleusRecord) before = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  g_autoptr (SoleusRecord) profile = soleus_record_copy (before);
  int weekday = soleus_month_locale_weekday ();

  g_assert_cmpint (weekday, >=, 1);
  g_assert_cmpint (weekday, <=, 7);
  g_assert_cmpint (soleus_month_diary_weekday (diary), ==, weekday);
  soleus_row_set_number (soleus_record_get_values (profile), "first_weekday", 6);
  g_assert_true (soleus_diary_save (diary, profile, NULL));
  g_assert_cmpint (soleus_month_diary_weekday (diary), ==, 6);
}

static GArray *
make_nights (void)
{
  GArray *nights = g_array_new (FALSE, TRUE, sizeof (SoleusNight));
  SoleusDate first = soleus_test_date ("2026-03-01");
  const SoleusNight made[] = {
    { first, SOLEUS_NIGHT_NO_CRAMP, -1, 0, 0 },     { first + 1, SOLEUS_NIGHT_NOT_RECORDED, -1, 2, 0 },
    { first + 2, SOLEUS_NIGHT_UNSURE, -1, 0, 0 },   { first + 3, SOLEUS_NIGHT_NOT_RECORDED, -1, 0, 0 },
    { first + 4, SOLEUS_NIGHT_CRAMPS, -1, 0, 0 },   { first + 5, SOLEUS_NIGHT_NOT_RECORDED, -1, 0, 3 },
  };

  g_array_append_vals (nights, made, G_N_ELEMENTS (made));
  return nights;
}

static void
test_count (void)
{
  g_autoptr (GArray) nights = make_nights ();
  g_autofree char *recorded = NULL, *cramps = NULL;
  guint n_nights, n_recorded, n_cramps;

  /* The night to the 5th is recorded although its morning is still to come; the other coming one is no gap. */
  soleus_month_count (nights, soleus_test_date ("2026-03-03"), &n_nights, &n_recorded, &n_cramps);
  g_assert_cmpuint (n_nights, ==, 4);
  g_assert_cmpuint (n_recorded, ==, 3);
  g_assert_cmpuint (n_cramps, ==, 2);

  recorded = soleus_month_words_recorded (n_nights, n_recorded);
  cramps = soleus_month_words_cramps (n_recorded, n_cramps);
  g_assert_cmpstr (recorded, ==, "3 of 4 nights recorded.");
  g_assert_cmpstr (cramps, ==, "Cramps on 2 of 3 recorded nights.");
  g_assert_null (soleus_month_words_cramps (0, 0));
}

static void
test_names (void)
{
  static const struct
  {
    guint mark;
    const char *name;
  } expected[] = {
    { 0, "Sunday 1 March: no cramp" }, { 2, "Monday 2 March: cramps, 2" },         { 0, "Tuesday 3 March: not sure" },
    { 0, "Wednesday 4 March: not recorded" }, { 0, "Thursday 5 March: cramps" }, { 0, "Friday 6 March: not recorded" },
  };
  g_autoptr (GArray) nights = make_nights ();

  for (guint i = 0; i < nights->len; i++)
    {
      g_autofree char *name = soleus_month_words_night (&g_array_index (nights, SoleusNight, i));

      g_assert_cmpstr (name, ==, expected[i].name);
      g_assert_cmpuint (soleus_month_mark_count (&g_array_index (nights, SoleusNight, i)), ==, expected[i].mark);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/month/every-month", test_every_month);
  g_test_add_func ("/month/known-months", test_known_months);
  g_test_add_func ("/month/move", test_move);
  g_test_add_func ("/month/first-weekday", test_first_weekday);
  g_test_add_func ("/month/count", test_count);
  g_test_add_func ("/month/names", test_names);

  return g_test_run ();
}
