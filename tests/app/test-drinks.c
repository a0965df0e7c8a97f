/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was drunk on a day, in whose unit, beside which goal or limit; and that nobody is given a goal whom more fluid may harm. */
#include "app/soleus-day.h"
#include "app/soleus-drinks.h"
#include "app/soleus-left-out.h"
#include "app/soleus-volume-words.h"
#include "lib/soleus-test.h"
#include "model/soleus-vocabulary.h"

#define AFTERNOON "2026-03-03T17:30:00+01:00"
#define TODAY "2026-03-03"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  SoleusKeeper *keeper;
  SoleusWarnings *warnings;
  char *said;
} Fixture;

static void
written_cb (Fixture    *self,
            const char *said)
{
  g_free (self->said);
  self->said = g_strdup (said);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_unsetenv ("LC_ALL");
  g_unsetenv ("LC_MEASUREMENT");
  g_setenv ("LANG", "de_DE.UTF-8", TRUE);
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock (AFTERNOON);
  self->diary = soleus_test_open (self->path, self->clock);
  self->keeper = soleus_keeper_new (self->diary);
  self->warnings = soleus_warnings_new (self->diary, self->keeper);
  g_signal_connect_swapped (self->keeper, "written", G_CALLBACK (written_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_object (&self->warnings);
  g_clear_object (&self->keeper);
  g_clear_object (&self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self->said);
  soleus_test_folder_free (self->folder);
}

static void
set_profile (Fixture    *self,
             const char *field,
             const char *value)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, NULL);
  SoleusRow *row = soleus_record_get_values (profile);
  g_autoptr (GError) error = NULL;

  if (value == NULL)
    soleus_row_clear (row, field);
  else
    soleus_row_parse (row, (guint) soleus_fields_find (row->fields, field), value, &error);
  g_assert_no_error (error);
  soleus_test_save (self->diary, profile);
}

static void
set_condition (Fixture    *self,
               const char *condition)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, NULL);
  SoleusRow *row = soleus_record_get_values (profile);

  soleus_row_clear (row, "conditions");
  if (condition != NULL)
    soleus_row_set_text (soleus_row_add_row (row, "conditions"), "condition", condition);
  soleus_test_save (self->diary, profile);
}

static void
add_drink (Fixture    *self,
           const char *at,
           const char *drink,
           int         ml)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_DRINK);
  SoleusRow *values = soleus_record_get_values (record);

  soleus_row_set_time (values, "at", soleus_test_time (at));
  soleus_row_set_text (values, "drink", drink);
  soleus_row_set_number (values, "amount_ml", ml * 1000);
  soleus_test_save (self->diary, record);
}

static SoleusDrinks *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SoleusDrinks *drinks = soleus_drinks_new (self->diary, soleus_left_out_find_now (self->diary, self->warnings), soleus_test_date (TODAY), &error);

  g_assert_no_error (error);
  return drinks;
}

static void
assert_sum (Fixture    *self,
            const char *shown,
            const char *heard)
{
  g_autoptr (SoleusDrinks) drinks = load (self);
  g_autofree char *said = soleus_drinks_say_sum (drinks), *read = soleus_drinks_read_sum (drinks);

  g_assert_cmpstr (said, ==, shown);
  g_assert_cmpstr (read, ==, heard);
}

static void
test_sum (Fixture      *self,
          gconstpointer data)
{
  g_autoptr (SoleusDrinks) yesterday = NULL;
  g_autofree char *said = NULL;

  assert_sum (self, "Nothing added today.", "Nothing added today.");
  yesterday = soleus_drinks_new (self->diary, SOLEUS_LIMIT_NONE, soleus_test_date (TODAY) - 1, NULL);
  said = soleus_drinks_say_sum (yesterday);
  g_assert_cmpstr (said, ==, "Nothing added.");

  add_drink (self, "2026-03-02T23:59:00+01:00", "water", 999); /* the day before */
  add_drink (self, "2026-03-03T00:00:00+01:00", "water", 250);
  assert_sum (self, "1 drink, 250 ml", "1 drink so far, 250 milliliters");
  add_drink (self, "2026-03-03T08:00:00+01:00", "tea-or-coffee", 200);
  add_drink (self, "2026-03-03T12:00:00+01:00", "water", 300); /* in the next night of the diary, but the same day */
  assert_sum (self, "3 drinks, 750 ml", "3 drinks so far, 750 milliliters");
  add_drink (self, "2026-03-04T00:00:00+01:00", "water", 999); /* the day after */
  assert_sum (self, "3 drinks, 750 ml", "3 drinks so far, 750 milliliters");

  set_profile (self, "volume_unit", "us-fl-oz");
  assert_sum (self, "3 drinks, 25.4 fl oz", "3 drinks so far, 25.4 fluid ounces");
  set_profile (self, "volume_unit", "us-cup");
  assert_sum (self, "3 drinks, 3.17 cups", "3 drinks so far, 3.17 cups");
}

static void
test_goal (Fixture      *self,
           gconstpointer data)
{
  set_profile (self, "drink_goal_ml", "1500");
  assert_sum (self, "0 of 1500 ml, your own goal", "0 drinks so far, 0 of 1500 milliliters, your own goal");
  add_drink (self, "2026-03-03T08:00:00+01:00", "water", 750);
  assert_sum (self, "750 of 1500 ml, your own goal", "1 drink so far, 750 of 1500 milliliters, your own goal");
  add_drink (self, "2026-03-03T09:00:00+01:00", "water", 1000);
  assert_sum (self, "1750 of 1500 ml, your own goal", "2 drinks so far, 1750 of 1500 milliliters, your own goal");
  set_profile (self, "volume_unit", "us-cup");
  set_profile (self, "drink_goal_ml", "1419.529");
  assert_sum (self, "7.4 of 6 cups, your own goal", "2 drinks so far, 7.4 of 6 cups, your own goal");
  set_profile (self, "drink_goal_ml", "0");
  assert_sum (self, "2 drinks, 7.4 cups", "2 drinks so far, 7.4 cups");
}

static void
test_limit (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusDrinks) drinks = NULL;

  set_profile (self, "drink_goal_ml", "2000");
  set_profile (self, "fluid_limit", "yes");
  add_drink (self, "2026-03-03T08:00:00+01:00", "water", 750);
  /* Without an amount there is nothing to show beside the sum; the goal is gone all the same. */
  assert_sum (self, "1 drink, 750 ml", "1 drink so far, 750 milliliters");
  set_profile (self, "fluid_limit_ml", "1200");
  assert_sum (self, "750 of your 1200 ml limit", "1 drink so far, 750 of 1200 milliliters, your limit");
  add_drink (self, "2026-03-03T09:00:00+01:00", "water", 450);
  drinks = load (self);
  g_assert_cmpint (drinks->sum, ==, drinks->limit);
  g_assert_false (soleus_drinks_are_over (drinks));
  soleus_drinks_free (g_steal_pointer (&drinks));
  add_drink (self, "2026-03-03T10:00:00+01:00", "water", 1);
  drinks = load (self);
  g_assert_true (soleus_drinks_are_over (drinks));
  g_assert_true (drinks->limited);
  g_assert_cmpint (drinks->goal, ==, 0);
  assert_sum (self, "1201 of your 1200 ml limit", "3 drinks so far, 1201 of 1200 milliliters, your limit");

  set_profile (self, "fluid_limit", "no");
  assert_sum (self, "1201 of 2000 ml, your own goal", "3 drinks so far, 1201 of 2000 milliliters, your own goal");
  /* An amount without an answer comes from an archive; it is not passed over. */
  set_profile (self, "fluid_limit", NULL);
  assert_sum (self, "1201 of your 1200 ml limit", "3 drinks so far, 1201 of 1200 milliliters, your limit");
}

/* Every condition that there is: with these five there is no goal, with all others there is. */
static void
test_conditions (Fixture      *self,
                 gconstpointer data)
{
  static const char *const limiting[] = { "heart-failure", "kidney-disease", "dialysis", "liver-disease", "low-sodium", NULL };

  set_profile (self, "drink_goal_ml", "2000");
  for (guint i = 0; soleus_conditions.words[i] != NULL; i++)
    {
      gboolean limits = g_strv_contains (limiting, soleus_conditions.words[i]);
      g_autoptr (SoleusDrinks) drinks = NULL;

      set_condition (self, soleus_conditions.words[i]);
      drinks = load (self);
      if (drinks->limited != limits)
        g_test_message ("%s", soleus_conditions.words[i]);
      g_assert_cmpint (drinks->limited, ==, limits);
      g_assert_cmpint (drinks->goal, ==, limits ? 0 : 2000000);
      g_assert_cmpint (drinks->limit, ==, 0);
    }
  set_condition (self, NULL);
  assert_sum (self, "0 of 2000 ml, your own goal", "0 drinks so far, 0 of 2000 milliliters, your own goal");
}

static void
test_evening (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (SoleusDrinks) drinks = NULL;
  g_autofree char *said = NULL;

  add_drink (self, "2026-03-03T16:59:00+01:00", "tea-or-coffee", 200);
  add_drink (self, "2026-03-03T18:00:00+01:00", "water", 200);
  drinks = load (self);
  g_assert_null (soleus_drinks_say_evening (drinks));
  soleus_drinks_free (g_steal_pointer (&drinks));

  add_drink (self, "2026-03-03T17:00:00+01:00", "tea-or-coffee", 200);
  add_drink (self, "2026-03-03T20:10:00+01:00", "alcohol", 150);
  drinks = load (self);
  said = soleus_drinks_say_evening (drinks);
  g_assert_cmpstr (said, ==, "Tea or coffee at 17:00. Alcohol at 20:10.");
}

static void
assert_unit (Fixture    *self,
             const char *variable,
             const char *locale,
             SoleusVolumeUnit unit)
{
  g_unsetenv ("LC_ALL");
  g_unsetenv ("LC_MEASUREMENT");
  g_setenv ("LANG", "C.UTF-8", TRUE);
  if (variable != NULL)
    g_setenv (variable, locale, TRUE);
  g_assert_cmpint (soleus_drinks_get_unit (self->diary), ==, unit);
}

static void
test_unit (Fixture      *self,
           gconstpointer data)
{
  assert_unit (self, NULL, NULL, SOLEUS_VOLUME_ML);
  assert_unit (self, "LANG", "en_US.UTF-8", SOLEUS_VOLUME_US_FL_OZ);
  assert_unit (self, "LANG", "es_PR", SOLEUS_VOLUME_US_FL_OZ);
  assert_unit (self, "LANG", "en_GB.UTF-8", SOLEUS_VOLUME_ML);
  assert_unit (self, "LC_MEASUREMENT", "en_US.UTF-8", SOLEUS_VOLUME_US_FL_OZ);
  assert_unit (self, "LC_ALL", "en_LR.UTF-8", SOLEUS_VOLUME_US_FL_OZ);
  g_setenv ("LANG", "en_US.UTF-8", TRUE);
  g_setenv ("LC_ALL", "de_AT.UTF-8", TRUE);
  g_assert_cmpint (soleus_drinks_get_unit (self->diary), ==, SOLEUS_VOLUME_ML);
  g_setenv ("LC_ALL", "C", TRUE);
  g_assert_cmpint (soleus_drinks_get_unit (self->diary), ==, SOLEUS_VOLUME_ML);

  /* The country that the person chose wins over the locale, and the unit over both. */
  set_profile (self, "country", "US");
  assert_unit (self, "LANG", "de_DE.UTF-8", SOLEUS_VOLUME_US_FL_OZ);
  set_profile (self, "country", "DE");
  assert_unit (self, "LANG", "en_US.UTF-8", SOLEUS_VOLUME_ML);
  set_profile (self, "volume_unit", "uk-fl-oz");
  assert_unit (self, "LANG", "en_US.UTF-8", SOLEUS_VOLUME_UK_FL_OZ);
}

static void
test_usual (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    const char *unit;
    const char *usual;
    const char *said;
    const char *quick[SOLEUS_N_QUICK_AMOUNTS];
  } cases[] = {
    { "ml", "250 ml", "Added: water, 250 ml.", { "150 ml", "250 ml", "330 ml", "500 ml" } },
    { "us-fl-oz", "8 fl oz", "Added: water, 8 fl oz.", { "4 fl oz", "8 fl oz", "12 fl oz", "16 fl oz" } },
    { "uk-fl-oz", "10 fl oz", "Added: water, 10 fl oz.", { "5 fl oz", "10 fl oz", "12 fl oz", "20 fl oz" } },
    { "us-cup", "1 cup", "Added: water, 1 cup.", { "1/2 cup", "1 cup", "1 1/2 cups", "2 cups" } },
  };
  const char *kind;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusVolumeUnit unit;
      g_autofree char *amount = NULL;

      set_profile (self, "volume_unit", cases[i].unit);
      unit = soleus_drinks_get_unit (self->diary);
      amount = soleus_volume_words_say (soleus_drinks_get_usual (self->diary, &kind), unit);
      g_assert_cmpstr (amount, ==, cases[i].usual);
      g_assert_cmpstr (kind, ==, "water");
      soleus_drinks_add_usual (self->keeper, self->diary);
      g_assert_cmpstr (self->said, ==, cases[i].said);
      for (guint k = 0; k < SOLEUS_N_QUICK_AMOUNTS; k++)
        {
          g_autofree char *quick = soleus_drinks_say_quick (unit, k);

          g_assert_cmpstr (quick, ==, cases[i].quick[k]);
        }
    }

  set_profile (self, "volume_unit", "ml");
  set_profile (self, "usual_drink_ml", "180.5");
  set_profile (self, "usual_drink", "tea-or-coffee");
  g_assert_cmpint (soleus_drinks_get_usual (self->diary, &kind), ==, 180500);
  g_assert_cmpstr (kind, ==, "tea-or-coffee");
  soleus_drinks_add_usual (self->keeper, self->diary);
  g_assert_cmpstr (self->said, ==, "Added: tea or coffee, 181 ml.");
  soleus_keeper_undo (self->keeper);
  {
    g_autoptr (SoleusDrinks) drinks = load (self);

    g_assert_cmpuint (drinks->drinks->len, ==, 4);
    g_assert_cmpint (drinks->sum, ==, 250000 + 236588 + 284131 + 236588);
  }
}

static void
test_typed (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    const char *text;
    SoleusVolumeUnit unit;
    gint64 amount; /* -1: refused */
  } cases[] = {
    { "250", SOLEUS_VOLUME_ML, 250000 }, { "250 ml", SOLEUS_VOLUME_ML, 250000 }, { "250ML", SOLEUS_VOLUME_ML, 250000 }, { "0,5", SOLEUS_VOLUME_ML, 500 },
    { "8.5", SOLEUS_VOLUME_US_FL_OZ, 251375 }, { "8,5 fl oz", SOLEUS_VOLUME_US_FL_OZ, 251375 }, { "8.5oz", SOLEUS_VOLUME_US_FL_OZ, 251375 },
    { "250 ml", SOLEUS_VOLUME_US_FL_OZ, 250000 }, { "10 oz", SOLEUS_VOLUME_UK_FL_OZ, 284131 }, { "1 1/2 cups", SOLEUS_VOLUME_US_CUP, 354882 },
    { "1 cup", SOLEUS_VOLUME_US_CUP, 236588 }, { "20000", SOLEUS_VOLUME_ML, 20000000 },
    { "20000.001", SOLEUS_VOLUME_ML, -1 }, { "700", SOLEUS_VOLUME_US_FL_OZ, -1 }, { "0", SOLEUS_VOLUME_ML, -1 }, { "", SOLEUS_VOLUME_ML, -1 }, { "ml", SOLEUS_VOLUME_ML, -1 },
    { "8 oz", SOLEUS_VOLUME_ML, -1 }, { "1 cup", SOLEUS_VOLUME_ML, -1 }, { "1 cup", SOLEUS_VOLUME_US_FL_OZ, -1 }, { "a lot", SOLEUS_VOLUME_ML, -1 }, { "-250", SOLEUS_VOLUME_ML, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 amount = -1;

      g_assert_cmpint (soleus_volume_words_parse (cases[i].text, cases[i].unit, 20000000, &amount), ==, cases[i].amount >= 0);
      g_assert_cmpint (amount, ==, cases[i].amount);
    }
}

/* A drink's line in the diary is in the person's unit. */
static void
test_entry (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) drinks = NULL;
  g_autofree char *metric = NULL, *ounces = NULL;

  add_drink (self, "2026-03-03T08:00:00+01:00", "milk", 200);
  drinks = soleus_day_list (self->diary, SOLEUS_KIND_DRINK, soleus_test_date (TODAY), NULL);
  metric = soleus_day_words_entry (self->diary, g_ptr_array_index (drinks, 0));
  g_assert_cmpstr (metric, ==, "Milk · 200 ml");
  set_profile (self, "country", "US");
  ounces = soleus_day_words_entry (self->diary, g_ptr_array_index (drinks, 0));
  g_assert_cmpstr (ounces, ==, "Milk · 6.8 fl oz");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/drinks/sum", test_sum);
  ADD ("/drinks/goal", test_goal);
  ADD ("/drinks/limit", test_limit);
  ADD ("/drinks/conditions", test_conditions);
  ADD ("/drinks/evening", test_evening);
  ADD ("/drinks/unit", test_unit);
  ADD ("/drinks/usual", test_usual);
  ADD ("/drinks/typed", test_typed);
  ADD ("/drinks/entry", test_entry);
#undef ADD

  return g_test_run ();
}
