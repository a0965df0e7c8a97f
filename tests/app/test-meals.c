/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meals: which one it is, how it is said, what was eaten lately, favorites, yesterday's breakfast, numbers as they are typed. */
#include "app/soleus-day.h"
#include "app/soleus-meals.h"
#include "app/soleus-words.h"
#include "guidance/soleus-foods.h"
#include "soleus-food-test.h"

static SoleusRecord *
add_own_food (Fixture    *self,
              const char *name)
{
  SoleusRecord *food = soleus_record_new (SOLEUS_KIND_FOOD);

  soleus_row_set_text (soleus_record_get_values (food), "name", name);
  soleus_test_save (self->diary, food);
  return food;
}

/* A meal of one thing: "food:banana-raw", "own:UUID" or "name:Toast". */
static SoleusRecord *
log_meal (Fixture    *self,
          const char *at,
          const char *word,
          const char *what,
          gint64      servings)
{
  SoleusRecord *meal = soleus_record_new (SOLEUS_KIND_MEAL);
  SoleusRow *row = soleus_record_get_values (meal), *item;

  soleus_row_set_time (row, "at", soleus_test_time (at));
  soleus_row_set_text (row, "meal", word);
  if (what != NULL)
    {
      item = soleus_row_add_row (row, "items");
      soleus_row_set_text (item, g_str_has_prefix (what, "own:") ? "own_food" : g_str_has_prefix (what, "food:") ? "food" : "name", strchr (what, ':') + 1);
      if (servings >= 0)
        soleus_meals_set_servings (item, servings);
    }
  soleus_test_save (self->diary, meal);
  return meal;
}

static void
test_word (void)
{
  static const struct
  {
    int hour, minute;
    const char *word;
  } cases[] = {
    { 0, 0, "snack" }, { 3, 59, "snack" }, { 4, 0, "breakfast" }, { 10, 59, "breakfast" }, { 11, 0, "lunch" }, { 14, 59, "lunch" },
    { 15, 0, "snack" }, { 16, 59, "snack" }, { 17, 0, "dinner" }, { 21, 59, "dinner" }, { 22, 0, "snack" }, { 23, 59, "snack" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (soleus_meals_get_word (cases[i].hour * 60 + cases[i].minute), ==, cases[i].word);
  for (guint i = 0; soleus_meal_kinds.words[i] != NULL; i++)
    g_assert_cmpstr (soleus_meals_get_word (soleus_meals_get_minute (soleus_meal_kinds.words[i])), ==, soleus_meal_kinds.words[i]);
  g_assert_cmpint (soleus_meals_get_minute (NULL), ==, 720);
}

static void
test_servings (void)
{
  static const struct
  {
    gint64 from;
    int steps;
    gint64 to;
  } steps[] = {
    { 1000, 1, 1500 }, { 1000, -1, 500 }, { 500, -1, 500 }, { 333, 1, 500 }, { 333, -1, 500 }, { 750, -1, 500 }, { 750, 1, 1000 },
    { 0, 1, 500 }, { 1000000, 1, 1000000 }, { 1000, 3, 2500 },
  };
  static const struct
  {
    gint64 servings;
    const char *words;
  } words[] = {
    { 500, "half a serving" }, { 1000, "1 serving" }, { 1500, "1.5 servings" }, { 2000, "2 servings" }, { 125, "0.125 servings" }, { 0, "0 servings" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (soleus_meals_step_servings (steps[i].from, steps[i].steps), ==, steps[i].to);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *said = soleus_meals_say_servings (words[i].servings);

      g_assert_cmpstr (said, ==, words[i].words);
    }
}

static void
test_said (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (SoleusRecord) own = add_own_food (self, "Lentil soup");
  g_autofree char *own_item = g_strconcat ("own:", soleus_record_get_uuid (own), NULL);
  const struct
  {
    const char *word;
    const char *what;
    gint64 servings;
    const char *said;
  } cases[] = {
    { "breakfast", "food:banana-raw", -1, "Breakfast · Banana, raw" },
    { "dinner", "food:banana-raw", 1000, "Dinner · Banana, raw" },
    { "lunch", "food:banana-raw", 2000, "Lunch · Banana, raw (2 servings)" },
    { NULL, "name:Toast", 500, "Food · Toast (half a serving)" },
    { "snack", own_item, 1500, "Snack · Lentil soup (1.5 servings)" },
    { "snack", "food:not-in-the-table", -1, "Snack · Food without a name" },
    { "snack", NULL, -1, "Snack" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusRecord) meal = log_meal (self, SOLEUS_TEST_NOW, cases[i].word, cases[i].what, cases[i].servings);
      g_autofree char *said = soleus_day_words_entry (self->diary, meal);
      g_autofree char *summary = soleus_words_summary (meal);

      g_assert_cmpstr (said, ==, cases[i].said);
      if (cases[i].what != own_item)
        g_assert_cmpstr (summary, ==, cases[i].said);
    }
}

/* The name that a food had when it was added stays. */
static void
test_added (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusRecord) own = add_own_food (self, "Lentil soup"), renamed = NULL;
  g_autoptr (SoleusRecord) meal = soleus_record_new (SOLEUS_KIND_MEAL);
  SoleusRow *row = soleus_record_get_values (meal);
  g_autoptr (SoleusFoodTable) table = read_table (self), later = NULL;
  g_autoptr (SoleusFoodChoice) typed = soleus_food_choice_new_typed ("Toast"), again = soleus_food_choice_new_typed ("TOAST"), now = NULL, gone = NULL;
  g_autofree char *before = NULL, *after = NULL;

  soleus_row_set_time (row, "at", soleus_test_time (SOLEUS_TEST_NOW));
  g_assert_true (soleus_meals_add_choice (row, table, soleus_food_table_get (table, soleus_record_get_uuid (own)), 1000));
  g_assert_true (soleus_meals_add_choice (row, table, soleus_food_table_get (table, "banana-raw"), 1000));
  g_assert_true (soleus_meals_add_choice (row, table, typed, 1500));
  g_assert_true (soleus_meals_add_choice (row, table, again, 1000));
  g_assert_true (soleus_meals_add_choice (row, table, soleus_food_table_get (table, "banana-raw"), 500));
  g_assert_cmpuint (soleus_row_get_n_rows (row, "items"), ==, 3);
  before = soleus_meals_say_items (self->diary, row);
  g_assert_cmpstr (before, ==, "Lentil soup · Banana, raw (1.5 servings) · Toast (2.5 servings)");
  soleus_test_save (self->diary, meal);

  renamed = soleus_record_copy (own);
  soleus_row_set_text (soleus_record_get_values (renamed), "name", "Bean soup");
  soleus_test_save (self->diary, renamed);
  later = read_table (self);
  now = soleus_food_table_identify (later, soleus_row_get_row (row, "items", 0));
  g_assert_cmpstr (now->name, ==, "Bean soup");
  after = soleus_meals_say_items (self->diary, row);
  g_assert_cmpstr (after, ==, before);

  /* In the trash it is only a name. */
  g_assert_true (soleus_diary_delete (self->diary, soleus_record_get_uuid (own), NULL));
  g_clear_pointer (&later, soleus_food_table_free);
  later = read_table (self);
  gone = soleus_food_table_identify (later, soleus_row_get_row (row, "items", 0));
  g_assert_cmpstr (gone->name, ==, "Lentil soup");
  g_assert_null (soleus_food_choice_get_target (gone));

  for (guint i = 0; i < 97; i++)
    {
      g_autofree char *name = g_strdup_printf ("Thing %u", i);
      g_autoptr (SoleusFoodChoice) thing = soleus_food_choice_new_typed (name);

      g_assert_true (soleus_meals_add_choice (row, table, thing, 1000));
    }
  g_assert_cmpuint (soleus_row_get_n_rows (row, "items"), ==, 100);
  g_assert_false (soleus_meals_add_choice (row, table, soleus_food_table_get (table, "almonds"), 1000));
  g_assert_true (soleus_meals_add_choice (row, table, typed, 997500));
  g_assert_false (soleus_meals_add_choice (row, table, typed, 500));
  soleus_test_save (self->diary, meal);
}

static char *
join (GPtrArray *choices)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < choices->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", ((SoleusFoodChoice *) g_ptr_array_index (choices, i))->name);
  return g_string_free (names, FALSE);
}

static void
test_recent (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (SoleusRecord) own = add_own_food (self, "Lentil soup");
  g_autofree char *own_item = g_strconcat ("own:", soleus_record_get_uuid (own), NULL), *names = NULL, *many = NULL;
  g_autoptr (SoleusFoodTable) table = read_table (self);
  g_autoptr (GPtrArray) recent = NULL, most = NULL, nothing = soleus_meals_list_recent (self->diary, table);

  g_assert_cmpuint (nothing->len, ==, 0);
#define LOG(at, what) { g_autoptr (SoleusRecord) record = log_meal (self, at, NULL, what, -1); }
  LOG ("2026-01-01T12:00:00+01:00", "name:Long ago")
  LOG ("2026-01-03T12:00:00+01:00", "name:Sixty days ago")
  LOG ("2026-02-18T12:00:00+01:00", "name:toast") /* three and four times is once too */
  LOG ("2026-02-19T12:00:00+01:00", "name:toast")
  LOG ("2026-02-20T12:00:00+01:00", "food:banana-raw")
  LOG ("2026-02-21T12:00:00+01:00", "name:Toast")
  LOG ("2026-02-22T12:00:00+01:00", own_item)
  LOG ("2026-02-23T12:00:00+01:00", "name:TOAST")
  LOG ("2026-03-02T12:00:00+01:00", "food:banana-raw")
  LOG ("2026-03-03T01:00:00+01:00", NULL)
  recent = soleus_meals_list_recent (self->diary, table);
  names = join (recent);
  g_assert_cmpstr (names, ==, "Banana, raw; TOAST; Lentil soup; Sixty days ago");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *what = g_strdup_printf ("name:Thing %u", i), *at = g_strdup_printf ("2026-03-03T02:%02u:00+01:00", i);

      LOG (at, what)
    }
#undef LOG
  most = soleus_meals_list_recent (self->diary, table);
  many = join (most);
  g_assert_cmpuint (most->len, ==, SOLEUS_MEALS_RECENT_MOST);
  g_assert_true (g_str_has_prefix (many, "Thing 11; Thing 10; "));
  g_assert_true (g_str_has_suffix (many, "; Thing 0"));
}

static void
mark (Fixture    *self,
      const char *target,
      gboolean    marked)
{
  g_autoptr (GPtrArray) edits = soleus_meals_mark (self->diary, target, marked);
  g_autoptr (GError) error = NULL;

  soleus_diary_write (self->diary, edits, NULL, &error);
  g_assert_no_error (error);
}

static void
test_favourites (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (SoleusRecord) guide = soleus_record_new (SOLEUS_KIND_FAVOURITE), twice = soleus_record_new (SOLEUS_KIND_FAVOURITE);
  g_autoptr (GPtrArray) none = NULL, two = NULL, one = NULL;
  SoleusRecord *records[] = { guide, twice };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      soleus_row_set_text (soleus_record_get_values (records[i]), "favourite", i == 0 ? "guide" : "food");
      soleus_row_set_text (soleus_record_get_values (records[i]), "target", "banana-raw");
      soleus_row_set_answer (soleus_record_get_values (records[i]), "marked", SOLEUS_YES);
    }
  soleus_test_save (self->diary, guide); /* another kind of favorite is left alone */
  none = soleus_meals_list_favourites (self->diary);
  g_assert_cmpuint (none->len, ==, 0);
  mark (self, "banana-raw", TRUE);
  mark (self, "almonds", TRUE);
  soleus_test_save (self->diary, twice); /* two diaries that were put together */
  two = soleus_meals_list_favourites (self->diary);
  g_assert_cmpuint (two->len, ==, 2);
  mark (self, "banana-raw", FALSE);
  one = soleus_meals_list_favourites (self->diary);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (one, 0), ==, "almonds");
}

static void
test_breakfast (Fixture      *self,
                gconstpointer data)
{
  SoleusDate yesterday = soleus_test_date ("2026-03-02");
  g_autoptr (SoleusRecord) early = NULL, late = NULL, lunch = NULL, marked = NULL, empty = NULL, second = NULL, copy = soleus_record_new (SOLEUS_KIND_MEAL);
  g_autoptr (GPtrArray) none = soleus_meals_list_breakfast (self->diary, yesterday), by_clock = NULL, by_word = NULL;
  g_autofree char *said = NULL, *from = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  early = log_meal (self, "2026-03-02T04:00:00+01:00", NULL, "food:banana-raw", 1500);
  late = log_meal (self, "2026-03-02T10:59:00+01:00", NULL, "name:Toast", -1);
  lunch = log_meal (self, "2026-03-02T09:00:00+01:00", "snack", "name:Biscuit", -1);
  second = log_meal (self, "2026-03-02T11:00:00+01:00", NULL, "name:Soup", -1);
  by_clock = soleus_meals_list_breakfast (self->diary, yesterday);
  g_assert_cmpuint (by_clock->len, ==, 2);
  g_assert_cmpstr (soleus_record_get_uuid (g_ptr_array_index (by_clock, 0)), ==, soleus_record_get_uuid (early));
  g_assert_cmpstr (soleus_record_get_uuid (g_ptr_array_index (by_clock, 1)), ==, soleus_record_get_uuid (late));

  soleus_meals_copy_items (soleus_record_get_values (copy), by_clock);
  said = soleus_meals_say_items (self->diary, soleus_record_get_values (copy));
  g_assert_cmpstr (said, ==, "Banana, raw (1.5 servings) · Toast");
  g_assert_false (soleus_row_has (soleus_row_get_row (soleus_record_get_values (copy), "items", 1), "servings"));
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (soleus_record_get_values (copy), "items", 0), "food"), ==, "banana-raw");

  empty = log_meal (self, "2026-03-02T08:00:00+01:00", "breakfast", NULL, -1);
  marked = log_meal (self, "2026-03-02T12:00:00+01:00", "breakfast", "name:Porridge", -1);
  by_word = soleus_meals_list_breakfast (self->diary, yesterday);
  g_assert_cmpuint (by_word->len, ==, 1);
  g_assert_cmpstr (soleus_record_get_uuid (g_ptr_array_index (by_word, 0)), ==, soleus_record_get_uuid (marked));
  g_assert_nonnull (lunch);
  g_assert_nonnull (second);
  g_assert_nonnull (empty);

  /* A meal has room for a hundred things. */
  for (guint i = 0; i < 120; i++)
    soleus_meals_copy_items (soleus_record_get_values (copy), by_word);
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (copy), "items"), ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  g_test_add_func ("/meals/word", test_word);
  g_test_add_func ("/meals/servings", test_servings);
  ADD ("/meals/said", test_said);
  ADD ("/meals/added", test_added);
  ADD ("/meals/recent", test_recent);
  ADD ("/meals/favourites", test_favourites);
  ADD ("/meals/breakfast", test_breakfast);
#undef ADD

  return g_test_run ();
}
