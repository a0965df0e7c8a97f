/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day before a night, and how entries are said where they stand in a list. */
#include "app/soleus-day.h"
#include "lib/soleus-test.h"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock (SOLEUS_TEST_NOW);
  self->diary = soleus_test_open (self->path, self->clock);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  soleus_test_folder_free (self->folder);
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

static void
test_drinks (Fixture      *self,
             gconstpointer data)
{
  SoleusDate monday = soleus_test_date ("2026-03-02");
  g_autoptr (GPtrArray) drinks = NULL;
  g_autoptr (SoleusRecord) profile = NULL;
  g_autoptr (SoleusRecord) ounces = NULL;
  g_autofree char *words = NULL, *other = NULL;

  add_drink (self, "2026-03-01T23:59:00+01:00", "water", 100);
  add_drink (self, "2026-03-02T00:01:00+01:00", "water", 250);
  add_drink (self, "2026-03-02T17:10:00+01:00", "tea-or-coffee", 200);
  add_drink (self, "2026-03-02T20:00:00+01:00", "alcohol", 150);
  add_drink (self, "2026-03-03T00:10:00+01:00", "water", 100);

  drinks = soleus_day_list (self->diary, SOLEUS_KIND_DRINK, monday, NULL);
  g_assert_cmpuint (drinks->len, ==, 3);
  words = soleus_day_words_drinks (self->diary, drinks);
  g_assert_cmpstr (words, ==, "600 ml in 3 drinks; tea or coffee 17:10; alcohol 20:00");

  profile = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, NULL);
  ounces = soleus_record_copy (profile);
  soleus_row_set_text (soleus_record_get_values (ounces), "volume_unit", "us-fl-oz");
  soleus_test_save (self->diary, ounces);
  other = soleus_day_words_drinks (self->diary, drinks);
  g_assert_cmpstr (other, ==, "20.3 fl oz in 3 drinks; tea or coffee 17:10; alcohol 20:00");
}

static void
test_nothing (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) drinks = soleus_day_list (self->diary, SOLEUS_KIND_DRINK, soleus_test_date ("2026-03-02"), NULL);

  g_assert_cmpuint (drinks->len, ==, 0);
  g_assert_null (soleus_day_words_drinks (self->diary, drinks));
}

static void
test_medicines (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE);
  g_autoptr (SoleusRecord) dose = soleus_record_new (SOLEUS_KIND_DOSE);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *words = NULL;
  SoleusRow *values = soleus_record_get_values (medicine);

  soleus_row_set_text (values, "name", "Amlodipine");
  soleus_row_set_text (values, "strength", "5 mg");
  soleus_row_set_date (values, "started", soleus_test_date ("2026-03-02"));
  soleus_test_save (self->diary, medicine);
  values = soleus_record_get_values (dose);
  soleus_row_set_time (values, "at", soleus_test_time ("2026-03-02T08:00:00+01:00"));
  soleus_row_set_text (values, "medicine", soleus_record_get_uuid (medicine));
  soleus_row_set_text (values, "status", "skipped");
  soleus_test_save (self->diary, dose);

  words = soleus_day_words_entry (self->diary, dose);
  g_assert_nonnull (g_strrstr (words, "Amlodipine 5 mg"));
  g_assert_nonnull (g_strrstr (words, "kipped"));
  lines = soleus_day_list_medicines (self->diary, soleus_test_date ("2026-03-02"), NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (lines, 0), ==, "Amlodipine 5 mg, started");
  none = soleus_day_list_medicines (self->diary, soleus_test_date ("2026-03-03"), NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_check (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusRecord) check = soleus_record_new (SOLEUS_KIND_CHECK);
  g_autoptr (SoleusRecord) verdict = soleus_record_new (SOLEUS_KIND_VERDICT);
  g_autofree char *before = NULL, *after = NULL;
  SoleusRow *values = soleus_record_get_values (check);

  soleus_row_set_time (values, "at", soleus_test_time ("2026-03-02T11:55:00+01:00"));
  soleus_test_save (self->diary, check);
  before = soleus_day_words_entry (self->diary, check);
  g_assert_cmpstr (before, ==, "Warning signs checked");

  /* Its result can fall into the next night. */
  values = soleus_record_get_values (verdict);
  soleus_row_set_time (values, "at", soleus_test_time ("2026-03-02T12:05:00+01:00"));
  soleus_row_set_text (values, "level", "appointment");
  soleus_row_set_number (values, "rules_version", 1);
  soleus_row_set_text (values, "check", soleus_record_get_uuid (check));
  soleus_test_save (self->diary, verdict);
  after = soleus_day_words_entry (self->diary, check);
  g_assert_cmpstr (after, ==, "Warning signs checked · Appointment");
}

static void
test_trash (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusRecord) cramp = soleus_record_new (SOLEUS_KIND_EPISODE);
  g_autoptr (SoleusRecord) habit = soleus_record_new (SOLEUS_KIND_HABIT);
  g_autofree char *first = NULL, *second = NULL;
  SoleusRow *values = soleus_record_get_values (cramp);
  SoleusRow *site;
  static const struct
  {
    const char *deleted;
    const char *words;
  } cases[] = {
    { "2026-03-03T02:39:00+01:00", "deleted today" },
    { "2026-03-03T00:01:00+01:00", "deleted today" },
    { "2026-03-02T23:59:00+01:00", "deleted yesterday" },
    { "2026-02-27T12:00:00+01:00", "deleted 4 days ago" },
    { "2026-03-04T12:00:00+01:00", "deleted today" }, /* a clock that was set back */
  };

  soleus_row_set_time (values, "start", soleus_test_time ("2026-03-03T02:40:00+01:00"));
  soleus_row_set_text (values, "precision", "exact");
  site = soleus_row_add_row (values, "sites");
  soleus_row_set_text (site, "muscle", "calf");
  soleus_row_set_text (site, "side", "left");
  first = soleus_day_words_deleted (self->diary, cramp);
  g_assert_cmpstr (first, ==, "Cramp, 3 March 2:40, Left calf");

  values = soleus_record_get_values (habit);
  soleus_row_set_date (values, "day", soleus_test_date ("2026-03-02"));
  soleus_row_set_text (values, "habit", "heels");
  second = soleus_day_words_deleted (self->diary, habit);
  g_assert_cmpstr (second, ==, "Habit, 2 March, Heels");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = soleus_day_words_gone_since (soleus_test_time (cases[i].deleted).utc, self->clock);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/day/drinks", test_drinks);
  ADD ("/day/nothing", test_nothing);
  ADD ("/day/medicines", test_medicines);
  ADD ("/day/check", test_check);
  ADD ("/day/trash", test_trash);
#undef ADD

  return g_test_run ();
}
