/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums of minerals, held against the numbers of the table as they stand in its file; and for whom potassium is never added up. */
#include <json-glib/json-glib.h>

#include "app/soleus-meals.h"
#include "app/soleus-minerals.h"
#include "guidance/soleus-foods.h"
#include "soleus-food-test.h"

/* The table as it stands in the file, without the program's own reader. */
static JsonArray *
read_file (JsonParser *parser)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "guidance", "foods.json", NULL);
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "foods");
}

static void
add_item (SoleusRow  *meal,
          const char *field,
          const char *what,
          gint64      servings)
{
  SoleusRow *item = soleus_row_add_row (meal, "items");

  soleus_row_set_text (item, field, what);
  if (servings >= 0)
    soleus_row_set_number (item, "servings", servings);
}

static SoleusRecord *
make_meal (const char *at)
{
  SoleusRecord *meal = soleus_record_new (SOLEUS_KIND_MEAL);

  soleus_row_set_time (soleus_record_get_values (meal), "at", soleus_test_time (at));
  return meal;
}

static void
test_table (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusFoodTable) table = read_table (self);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *file = read_file (parser);
  SoleusMinerals all = { 0 };
  gint64 wanted_all[3] = { 0 };

  g_assert_cmpuint (json_array_get_length (file), ==, 97);
  g_assert_cmpuint (self->foods->len, ==, 97);
  for (guint i = 0; i < json_array_get_length (file); i++)
    {
      JsonObject *food = json_array_get_object_element (file, i);
      const gint64 mg[3] = {
        json_object_get_int_member (food, "potassium_mg"), json_object_get_int_member (food, "calcium_mg"), json_object_get_int_member (food, "magnesium_mg")
      };

      for (guint round = 0; round < 20; round++)
        {
          gint64 servings = round == 0 ? 1000 : round == 1 ? 500 : round == 2 ? 0 : round == 3 ? 1000000 : g_test_rand_int_range (0, 20000);
          g_autoptr (SoleusRecord) meal = make_meal (SOLEUS_TEST_NOW);
          SoleusMinerals sum = { 0 };

          add_item (soleus_record_get_values (meal), "food", json_object_get_string_member (food, "id"), servings);
          soleus_minerals_add_meal (&sum, soleus_record_get_values (meal), table, TRUE);
          for (guint k = 0; k < 3; k++)
            {
              /* Milligrams times thousandths are thousandths of a milligram. */
              g_assert_cmpint (sum.amounts[k], ==, mg[k] * servings * 1000);
              wanted_all[k] += mg[k] * servings * 1000;
            }
          g_assert_cmpint (soleus_minerals_to_mg (sum.amounts[0], 1), ==, (mg[0] * servings + 500) / 1000);
          g_assert_cmpuint (sum.n_items, ==, 1);
          g_assert_cmpuint (sum.n_without + sum.n_partly, ==, 0);
          soleus_minerals_add_meal (&all, soleus_record_get_values (meal), table, TRUE);
        }
    }
  for (guint k = 0; k < 3; k++)
    g_assert_cmpint (all.amounts[k], ==, wanted_all[k]);
}

static SoleusRecord *
make_own_food (const char *name,
               gint64      potassium,
               gint64      calcium,
               gint64      magnesium)
{
  SoleusRecord *food = soleus_record_new (SOLEUS_KIND_FOOD);
  SoleusRow *row = soleus_record_get_values (food);

  soleus_row_set_text (row, "name", name);
  if (potassium >= 0)
    soleus_row_set_number (row, "potassium_mg", potassium);
  if (calcium >= 0)
    soleus_row_set_number (row, "calcium_mg", calcium);
  if (magnesium >= 0)
    soleus_row_set_number (row, "magnesium_mg", magnesium);
  return food;
}

static void
test_own_foods (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (SoleusRecord) full = make_own_food ("Soup", 260500, 1001, 3), part = make_own_food ("Bread", 100000, -1, 0), bare = make_own_food ("Cake", -1, -1, -1);
  g_autoptr (SoleusRecord) only_potassium = make_own_food ("Drops", 5000, -1, -1), meal = make_meal (SOLEUS_TEST_NOW);
  g_autoptr (SoleusFoodTable) table = NULL, later = NULL;
  SoleusRow *row = soleus_record_get_values (meal);
  SoleusMinerals sum = { 0 }, hidden = { 0 }, afterwards = { 0 };

  soleus_test_save (self->diary, full);
  soleus_test_save (self->diary, part);
  soleus_test_save (self->diary, bare);
  soleus_test_save (self->diary, only_potassium);
  table = read_table (self);
  add_item (row, "own_food", soleus_record_get_uuid (full), 1500);
  add_item (row, "own_food", soleus_record_get_uuid (part), -1); /* one serving */
  add_item (row, "own_food", soleus_record_get_uuid (bare), 2000);
  add_item (row, "own_food", soleus_record_get_uuid (only_potassium), 333);
  add_item (row, "name", "Toast", 1000);
  add_item (row, "food", "not-in-the-table", 1000);

  soleus_minerals_add_meal (&sum, row, table, TRUE);
  g_assert_cmpint (sum.amounts[SOLEUS_MINERAL_POTASSIUM], ==, G_GINT64_CONSTANT (260500) * 1500 + 100000 * 1000 + 5000 * 333);
  g_assert_cmpint (sum.amounts[SOLEUS_MINERAL_CALCIUM], ==, 1001 * 1500);
  g_assert_cmpint (sum.amounts[SOLEUS_MINERAL_MAGNESIUM], ==, 3 * 1500);
  g_assert_cmpuint (sum.n_items, ==, 6);
  g_assert_cmpuint (sum.n_without, ==, 3);
  g_assert_cmpuint (sum.n_partly, ==, 2);
  g_assert_cmpuint (sum.n_known[SOLEUS_MINERAL_POTASSIUM], ==, 3);
  g_assert_cmpuint (sum.n_known[SOLEUS_MINERAL_CALCIUM], ==, 1);
  g_assert_cmpuint (sum.n_known[SOLEUS_MINERAL_MAGNESIUM], ==, 2);

  soleus_minerals_add_meal (&hidden, row, table, FALSE);
  g_assert_cmpint (hidden.amounts[SOLEUS_MINERAL_POTASSIUM], ==, 0);
  g_assert_cmpuint (hidden.n_known[SOLEUS_MINERAL_POTASSIUM], ==, 0);
  g_assert_cmpint (hidden.amounts[SOLEUS_MINERAL_CALCIUM], ==, 1001 * 1500);
  g_assert_cmpuint (hidden.n_items, ==, 6);
  g_assert_cmpuint (hidden.n_without, ==, 4);
  g_assert_cmpuint (hidden.n_partly, ==, 1);

  /* One in the trash has no figures. */
  g_assert_true (soleus_diary_delete (self->diary, soleus_record_get_uuid (full), NULL));
  later = read_table (self);
  soleus_minerals_add_meal (&afterwards, row, later, TRUE);
  g_assert_cmpint (afterwards.amounts[SOLEUS_MINERAL_CALCIUM], ==, 0);
  g_assert_cmpuint (afterwards.n_without, ==, 4);
}

/* Amounts that nobody eats: the sum is too large to say, and never negative. */
static void
test_absurd (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (SoleusRecord) food = make_own_food ("Salt", 100000000, 100000000, 100000000), meal = make_meal (SOLEUS_TEST_NOW);
  g_autoptr (SoleusFoodTable) table = NULL;
  SoleusMinerals sum = { 0 };

  soleus_test_save (self->diary, food);
  table = read_table (self);
  for (guint i = 0; i < 100; i++)
    add_item (soleus_record_get_values (meal), "own_food", soleus_record_get_uuid (food), 1000000);
  for (guint i = 0; i < 2000; i++)
    soleus_minerals_add_meal (&sum, soleus_record_get_values (meal), table, TRUE);
  g_assert_cmpint (sum.amounts[0], ==, G_MAXINT64);
  soleus_minerals_add (&sum, &sum);
  g_assert_cmpint (sum.amounts[0], ==, G_MAXINT64);
  g_assert_cmpint (soleus_minerals_to_mg (sum.amounts[0], 1), >, 0);
}

static void
test_rounding (void)
{
  g_assert_cmpint (soleus_minerals_to_mg (0, 1), ==, 0);
  g_assert_cmpint (soleus_minerals_to_mg (499999, 1), ==, 0);
  g_assert_cmpint (soleus_minerals_to_mg (500000, 1), ==, 1);
  g_assert_cmpint (soleus_minerals_to_mg (422000000, 1), ==, 422);
  /* Rounded once: a third of 1.499999 mg is not half a milligram. */
  g_assert_cmpint (soleus_minerals_to_mg (1499999, 3), ==, 0);
  g_assert_cmpint (soleus_minerals_to_mg (1500000, 3), ==, 1);
  g_assert_cmpint (soleus_minerals_to_mg (1000000, 7), ==, 0);
  g_assert_cmpint (soleus_minerals_to_mg (3500000, 7), ==, 1);
  g_assert_cmpint (soleus_minerals_to_mg (5, 0), ==, 0);
}

static void
log_meal (Fixture    *self,
          const char *at,
          const char *field,
          const char *what,
          gint64      servings)
{
  g_autoptr (SoleusRecord) meal = make_meal (at);

  if (what != NULL)
    add_item (soleus_record_get_values (meal), field, what, servings);
  soleus_test_save (self->diary, meal);
}

static void
test_days (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (SoleusFoodTable) table = read_table (self);
  g_autoptr (GArray) week = NULL, all = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  SoleusMineralDay *day;

  log_meal (self, "2026-02-24T23:59:00+01:00", "food", "banana-raw", 1000); /* the day before the week */
  log_meal (self, "2026-02-25T00:00:00+01:00", "food", "banana-raw", 1000);
  log_meal (self, "2026-02-25T23:59:00+01:00", "food", "banana-raw", 500);
  log_meal (self, "2026-02-27T12:00:00+01:00", "name", "Soup", 1000);
  log_meal (self, "2026-02-28T12:00:00+01:00", "name", NULL, 0); /* a note without food */
  log_meal (self, "2026-03-02T23:30:00-05:00", "food", "almonds", 1000); /* far in the west: still the 2nd there */
  log_meal (self, "2026-03-03T05:00:00+01:00", "food", "almonds", 1000); /* the 3rd here, and earlier */
  log_meal (self, "2026-03-04T00:10:00+01:00", "food", "banana-raw", 1000);

  week = soleus_minerals_list_days (self->diary, table, soleus_test_date ("2026-02-25"), soleus_test_date ("2026-03-03"), TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (week->len, ==, 4);
  day = &g_array_index (week, SoleusMineralDay, 0);
  g_assert_cmpint (day->day, ==, soleus_test_date ("2026-02-25"));
  g_assert_cmpint (day->minerals.amounts[SOLEUS_MINERAL_POTASSIUM], ==, 422 * G_GINT64_CONSTANT (1500000));
  g_assert_cmpuint (day->minerals.n_items, ==, 2);
  day = &g_array_index (week, SoleusMineralDay, 1);
  g_assert_cmpint (day->day, ==, soleus_test_date ("2026-02-27"));
  g_assert_cmpuint (day->minerals.n_without, ==, 1);
  g_assert_cmpint (g_array_index (week, SoleusMineralDay, 2).day, ==, soleus_test_date ("2026-03-02"));
  g_assert_cmpint (g_array_index (week, SoleusMineralDay, 3).day, ==, soleus_test_date ("2026-03-03"));

  all = soleus_minerals_list_days (self->diary, table, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 6);
  none = soleus_minerals_list_days (self->diary, table, soleus_test_date ("2026-02-26"), soleus_test_date ("2026-02-26"), TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* After a flight over the date line one day comes back between two meals of another. */
static void
test_date_line (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (SoleusFoodTable) table = read_table (self);
  g_autoptr (GArray) days = NULL;

  log_meal (self, "2026-03-02T22:00:00+12:00", "food", "banana-raw", 1000);
  log_meal (self, "2026-03-01T23:30:00-11:00", "food", "banana-raw", 1000);
  log_meal (self, "2026-03-02T23:40:00+13:00", "food", "banana-raw", 1000);
  days = soleus_minerals_list_days (self->diary, table, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, TRUE, NULL);
  g_assert_cmpuint (days->len, ==, 2);
  g_assert_cmpint (g_array_index (days, SoleusMineralDay, 0).day, ==, soleus_test_date ("2026-03-01"));
  g_assert_cmpint (g_array_index (days, SoleusMineralDay, 1).minerals.amounts[SOLEUS_MINERAL_CALCIUM], ==, 12000000);
}

static void
test_who_asks (Fixture      *self,
               gconstpointer data)
{
  static const char *const conditions[] = { "kidney-disease", "dialysis", "heart-failure" };
  static const char *const other_conditions[] = { "diabetes", "liver-disease", "low-sodium", "high-blood-pressure", "heart-disease", "varicose-veins" };
  static const char *const medicines[] = {
    "Spironolactone 25 mg", "eplerenone", "amiloride", "triamterene", "finerenone", "Lisinopril", "ramipril", "enalapril", "perindopril", "captopril",
    "losartan potassium", "candesartan", "valsartan", "telmisartan", "irbesartan", "olmesartan", "trimethoprim", "potassium chloride", "heparin", "ciclosporin",
    "cyclosporine", "tacrolimus", "ibuprofen", "naproxen", "celecoxib",
  };
  static const char *const other_medicines[] = { "furosemide", "amlodipine", "atorvastatin", "hydrochlorothiazide", "warfarin", "something else" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusGuidance) guidance = soleus_guidance_load (&error);
  g_autoptr (SoleusRecord) told = NULL, profile = NULL, medicine = NULL;

  g_assert_no_error (error);
  g_assert_false (soleus_minerals_hide_potassium (self->diary, guidance));
  g_assert_true (soleus_minerals_hide_potassium (self->diary, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (conditions) + G_N_ELEMENTS (other_conditions); i++)
    {
      gboolean hides = i < G_N_ELEMENTS (conditions);
      g_autoptr (SoleusRecord) kept = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, &error);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (kept);

      soleus_row_clear (soleus_record_get_values (copy), "conditions");
      soleus_row_set_text (soleus_row_add_row (soleus_record_get_values (copy), "conditions"), "condition", hides ? conditions[i] : other_conditions[i - G_N_ELEMENTS (conditions)]);
      soleus_test_save (self->diary, copy);
      g_assert_cmpint (soleus_minerals_hide_potassium (self->diary, guidance), ==, hides);
    }

  told = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, &error);
  profile = soleus_record_copy (told);
  soleus_row_clear (soleus_record_get_values (profile), "conditions");
  soleus_row_set_answer (soleus_record_get_values (profile), "potassium_limit", SOLEUS_YES);
  soleus_test_save (self->diary, profile);
  g_assert_true (soleus_minerals_hide_potassium (self->diary, guidance));
  soleus_row_set_answer (soleus_record_get_values (profile), "potassium_limit", SOLEUS_NO);
  soleus_test_save (self->diary, profile);
  g_assert_false (soleus_minerals_hide_potassium (self->diary, guidance));

  medicine = soleus_record_new (SOLEUS_KIND_MEDICINE);
  for (guint i = 0; i < G_N_ELEMENTS (medicines) + G_N_ELEMENTS (other_medicines); i++)
    {
      gboolean hides = i < G_N_ELEMENTS (medicines);
      const char *name = hides ? medicines[i] : other_medicines[i - G_N_ELEMENTS (medicines)];

      soleus_row_set_text (soleus_record_get_values (medicine), "name", name);
      soleus_test_save (self->diary, medicine);
      if (soleus_minerals_hide_potassium (self->diary, guidance) != hides)
        g_error ("%s", name);
    }
  /* Stopped, it hides nothing any more. */
  soleus_row_set_text (soleus_record_get_values (medicine), "name", "lisinopril");
  soleus_test_save (self->diary, medicine);
  g_assert_true (soleus_minerals_hide_potassium (self->diary, guidance));
  soleus_row_set_date (soleus_record_get_values (medicine), "stopped", soleus_test_date ("2026-03-01"));
  soleus_test_save (self->diary, medicine);
  g_assert_false (soleus_minerals_hide_potassium (self->diary, guidance));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/minerals/table", test_table);
  ADD ("/minerals/own-foods", test_own_foods);
  ADD ("/minerals/absurd", test_absurd);
  g_test_add_func ("/minerals/rounding", test_rounding);
  ADD ("/minerals/days", test_days);
  ADD ("/minerals/date-line", test_date_line);
  ADD ("/minerals/who-asks", test_who_asks);
#undef ADD

  return g_test_run ();
}
