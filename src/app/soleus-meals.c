/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item keeps the name that its food had when it was added, so that the past stays readable whatever becomes of the food. */
#include "config.h"

#include "app/soleus-meals.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-day.h"
#include "app/soleus-words.h"
#include "guidance/soleus-foods.h"

#define MORNING (4 * 60)
#define LATE_MORNING (11 * 60)
#define AFTERNOON (15 * 60)
#define EVENING (17 * 60)
#define LATE_EVENING (22 * 60)

/**
 * soleus_meals_get_word:
 * @minute: minute of the day, 0 to 1439
 *
 * Returns: (transfer none): which meal it most likely is then, a word of #soleus_meal_kinds
 */
const char *
soleus_meals_get_word (int minute)
{
  if (minute >= MORNING && minute < LATE_MORNING)
    return "breakfast";
  if (minute >= LATE_MORNING && minute < AFTERNOON)
    return "lunch";
  if (minute >= EVENING && minute < LATE_EVENING)
    return "dinner";
  return "snack";
}

/**
 * soleus_meals_get_minute:
 * @word: (nullable): a word of #soleus_meal_kinds
 *
 * Returns: a minute of the day to start from when a past meal is entered, to be corrected by the person
 */
int
soleus_meals_get_minute (const char *word)
{
  static const int minutes[] = { 8 * 60, 12 * 60 + 30, 18 * 60 + 30, 15 * 60 + 30 };
  int i = word != NULL ? soleus_vocabulary_index (&soleus_meal_kinds, word) : -1;

  return i >= 0 && i < (int) G_N_ELEMENTS (minutes) ? minutes[i] : 12 * 60;
}

/* Words */

/**
 * soleus_meals_say_servings:
 * @servings: thousandths of a serving
 *
 * Returns: (transfer full): "half a serving", "1 serving", "1.5 servings"
 */
char *
soleus_meals_say_servings (gint64 servings)
{
  g_autofree char *number = soleus_words_number (servings);

  if (servings == SOLEUS_SERVING / 2)
    return g_strdup (_("half a serving"));
  /* Translators: a number that may have decimals: "1.5 servings" */
  return g_strdup_printf (servings == SOLEUS_SERVING ? _("%s serving") : _("%s servings"), number);
}

/* The foods that the program brings, for items that say an id only: they come from a file or a terminal. */
static const char *
find_food_name (const char *id)
{
  static gsize is_read;
  static GPtrArray *foods;

  if (g_once_init_enter (&is_read))
    {
      foods = soleus_foods_load (NULL);
      g_once_init_leave (&is_read, 1);
    }
  for (guint i = 0; foods != NULL && i < foods->len; i++)
    if (g_str_equal (((SoleusFood *) g_ptr_array_index (foods, i))->id, id))
      return ((SoleusFood *) g_ptr_array_index (foods, i))->name;
  return NULL;
}

static char *
name_item (SoleusDiary     *diary,
           const SoleusRow *item)
{
  const char *name = soleus_row_get_text (item, "name"), *food = soleus_row_get_text (item, "food"), *own_food = soleus_row_get_text (item, "own_food");

  if (name != NULL)
    return g_strdup (name);
  if (food != NULL)
    name = find_food_name (food);
  else if (own_food != NULL && diary != NULL)
    {
      g_autoptr (SoleusRecord) record = soleus_diary_get (diary, own_food, NULL);

      if (record != NULL && soleus_record_get_kind (record) == SOLEUS_KIND_FOOD && soleus_row_has (soleus_record_get_values (record), "name"))
        return g_strdup (soleus_row_get_text (soleus_record_get_values (record), "name"));
    }
  return g_strdup (name != NULL ? name : _("Food without a name"));
}

/**
 * soleus_meals_say_item:
 * @diary: (nullable): the diary, for own foods of which an item has no name
 * @item: an item of a meal
 *
 * Returns: (transfer full): "Banana, raw", or "Banana, raw (2 servings)" where it was not one serving
 */
char *
soleus_meals_say_item (SoleusDiary     *diary,
                       const SoleusRow *item)
{
  g_autofree char *name = name_item (diary, item), *servings = NULL;

  if (soleus_meals_get_servings (item) == SOLEUS_SERVING)
    return g_steal_pointer (&name);
  servings = soleus_meals_say_servings (soleus_meals_get_servings (item));
  /* Translators: a food and how much: "Banana, raw (2 servings)" */
  return g_strdup_printf (_("%s (%s)"), name, servings);
}

/**
 * soleus_meals_say_items:
 * @diary: (nullable): the diary, for own foods of which an item has no name
 * @meal: the values of a meal
 *
 * Returns: (transfer full): what was eaten in one line; "" for nothing
 */
char *
soleus_meals_say_items (SoleusDiary     *diary,
                        const SoleusRow *meal)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < soleus_row_get_n_rows (meal, "items"); i++)
    {
      g_autofree char *item = soleus_meals_say_item (diary, soleus_row_get_row (meal, "items", i));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", item);
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_meals_say:
 * @diary: (nullable): the diary, for own foods of which an item has no name
 * @meal: the values of a meal
 *
 * Returns: (transfer full): "Breakfast · Banana, raw (2 servings) · Toast"
 */
char *
soleus_meals_say (SoleusDiary     *diary,
                  const SoleusRow *meal)
{
  const char *word = soleus_row_get_text (meal, "meal");
  g_autofree char *items = soleus_meals_say_items (diary, meal);

  return g_strconcat (word != NULL ? soleus_words_word (&soleus_meal_kinds, word) : _("Food"), *items != '\0' ? " · " : "", items, NULL);
}

/* Servings */

/**
 * soleus_meals_step_servings:
 * @servings: thousandths of a serving
 * @steps: half servings more, or fewer where it is negative
 *
 * From a number between two halves the first step goes to the next half.
 *
 * Returns: thousandths of a serving, from half a serving on
 */
gint64
soleus_meals_step_servings (gint64 servings,
                            int    steps)
{
  gint64 halves = servings / SOLEUS_SERVINGS_STEP;

  if (steps < 0 && servings % SOLEUS_SERVINGS_STEP != 0)
    halves++;
  return CLAMP ((halves + steps) * SOLEUS_SERVINGS_STEP, SOLEUS_SERVINGS_STEP, SOLEUS_SERVINGS_MOST);
}

/**
 * soleus_meals_get_servings:
 * @item: an item of a meal
 *
 * Returns: thousandths of a serving; one serving where it does not say
 */
gint64
soleus_meals_get_servings (const SoleusRow *item)
{
  return soleus_row_get_number (item, "servings", SOLEUS_SERVING);
}

/**
 * soleus_meals_set_servings:
 * @item: an item of a meal
 * @servings: thousandths of a serving
 */
void
soleus_meals_set_servings (SoleusRow *item,
                           gint64     servings)
{
  soleus_row_set_number (item, "servings", CLAMP (servings, 0, SOLEUS_SERVINGS_MOST));
}

static guint
get_most_items (const SoleusRow *meal)
{
  return (guint) meal->fields[soleus_fields_find (meal->fields, "items")].max;
}

/**
 * soleus_meals_add_choice:
 * @meal: the values of a meal
 * @table: what can be eaten
 * @choice: what was eaten
 * @servings: thousandths of a serving
 *
 * The same food again makes more of what is there.
 *
 * Returns: %FALSE where the meal is full, or it would be more servings than one thing can have
 */
gboolean
soleus_meals_add_choice (SoleusRow              *meal,
                         SoleusFoodTable        *table,
                         const SoleusFoodChoice *choice,
                         gint64                  servings)
{
  SoleusRow *item;

  for (guint i = 0; i < soleus_row_get_n_rows (meal, "items"); i++)
    {
      SoleusRow *there = soleus_row_get_row (meal, "items", i);
      g_autoptr (SoleusFoodChoice) other = soleus_food_table_identify (table, there);

      if (other == NULL || !g_str_equal (other->key, choice->key))
        continue;
      if (soleus_meals_get_servings (there) + servings > SOLEUS_SERVINGS_MOST)
        return FALSE;
      soleus_meals_set_servings (there, soleus_meals_get_servings (there) + servings);
      return TRUE;
    }
  if (soleus_row_get_n_rows (meal, "items") >= get_most_items (meal))
    return FALSE;
  item = soleus_row_add_row (meal, "items");
  soleus_row_set_text (item, "food", choice->food);
  soleus_row_set_text (item, "own_food", choice->own_food);
  soleus_row_set_text (item, "name", choice->name);
  soleus_meals_set_servings (item, servings);
  return TRUE;
}

/* What was eaten before */

/**
 * soleus_meals_list_recent:
 * @diary: a diary
 * @table: what can be eaten
 *
 * Returns: (transfer full) (element-type SoleusFoodChoice): what was eaten in the last %SOLEUS_MEALS_RECENT_DAYS days, newest first,
 *   each food once, at most %SOLEUS_MEALS_RECENT_MOST
 */
GPtrArray *
soleus_meals_list_recent (SoleusDiary     *diary,
                          SoleusFoodTable *table)
{
  SoleusDate today = soleus_clock_get_today (soleus_diary_get_clock (diary));
  g_autoptr (GPtrArray) meals = soleus_diary_list (diary, SOLEUS_KIND_MEAL, today - SOLEUS_MEALS_RECENT_DAYS + 1, today + 1, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *recent = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_food_choice_free);

  for (guint i = meals != NULL ? meals->len : 0; i > 0; i--)
    {
      const SoleusRow *meal = soleus_record_get_values (g_ptr_array_index (meals, i - 1));

      for (guint k = soleus_row_get_n_rows (meal, "items"); k > 0; k--)
        {
          g_autoptr (SoleusFoodChoice) choice = soleus_food_table_identify (table, soleus_row_get_row (meal, "items", k - 1));

          if (recent->len == SOLEUS_MEALS_RECENT_MOST)
            return recent;
          if (choice == NULL || g_hash_table_contains (seen, choice->key))
            continue;
          g_hash_table_add (seen, choice->key);
          g_ptr_array_add (recent, g_steal_pointer (&choice));
        }
    }
  return recent;
}

static gboolean
is_food_favourite (const SoleusRow *row)
{
  return g_strcmp0 (soleus_row_get_text (row, "favourite"), "food") == 0 && soleus_row_has (row, "target");
}

/**
 * soleus_meals_list_favourites:
 * @diary: a diary
 *
 * Returns: (transfer full) (element-type utf8): the ids of foods and UUIDs of own foods that are marked, each once
 */
GPtrArray *
soleus_meals_list_favourites (SoleusDiary *diary)
{
  g_autoptr (GPtrArray) all = soleus_diary_list (diary, SOLEUS_KIND_FAVOURITE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (all, i));
      const char *target = soleus_row_get_text (row, "target");

      if (is_food_favourite (row) && soleus_row_get_answer (row, "marked") == SOLEUS_YES && !g_ptr_array_find_with_equal_func (targets, target, g_str_equal, NULL))
        g_ptr_array_add (targets, g_strdup (target));
    }
  return targets;
}

/**
 * soleus_meals_mark:
 * @diary: a diary
 * @target: the id of a food, or the UUID of an own one
 * @marked: whether it is to be a favorite
 *
 * Returns: (transfer full) (element-type SoleusEdit): the edits that make it so
 */
GPtrArray *
soleus_meals_mark (SoleusDiary *diary,
                   const char  *target,
                   gboolean     marked)
{
  g_autoptr (GPtrArray) all = soleus_diary_list (diary, SOLEUS_KIND_FAVOURITE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  GPtrArray *edits = soleus_edits_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      SoleusRecord *there = g_ptr_array_index (all, i);
      g_autoptr (SoleusRecord) copy = NULL;

      if (!is_food_favourite (soleus_record_get_values (there)) || !g_str_equal (soleus_row_get_text (soleus_record_get_values (there), "target"), target))
        continue;
      copy = soleus_record_copy (there);
      soleus_row_set_answer (soleus_record_get_values (copy), "marked", marked ? SOLEUS_YES : SOLEUS_NO);
      soleus_edits_save (edits, copy);
    }
  if (edits->len == 0)
    {
      g_autoptr (SoleusRecord) fresh = soleus_record_new (SOLEUS_KIND_FAVOURITE);
      SoleusRow *row = soleus_record_get_values (fresh);

      soleus_row_set_text (row, "favourite", "food");
      soleus_row_set_text (row, "target", target);
      soleus_row_set_answer (row, "marked", marked ? SOLEUS_YES : SOLEUS_NO);
      soleus_edits_save (edits, fresh);
    }
  return edits;
}

static gboolean
is_breakfast (SoleusRecord *meal,
              gboolean      by_word)
{
  const SoleusRow *row = soleus_record_get_values (meal);
  const char *word = soleus_row_get_text (row, "meal");
  SoleusTime at;

  if (soleus_row_get_n_rows (row, "items") == 0)
    return FALSE;
  if (by_word)
    return g_strcmp0 (word, "breakfast") == 0;
  return word == NULL && soleus_record_get_when (meal, &at) && g_str_equal (soleus_meals_get_word (soleus_time_get_minute (at)), "breakfast");
}

/**
 * soleus_meals_list_breakfast:
 * @diary: a diary
 * @day: a civil day
 *
 * Returns: (transfer full) (element-type SoleusRecord): the breakfast of that day, in the order of time: the meals that are called so, or
 *   else those of the morning that are called nothing
 */
GPtrArray *
soleus_meals_list_breakfast (SoleusDiary *diary,
                             SoleusDate   day)
{
  g_autoptr (GPtrArray) meals = soleus_day_list (diary, SOLEUS_KIND_MEAL, day, NULL);
  GPtrArray *breakfast = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint round = 0; round < 2 && breakfast->len == 0; round++)
    for (guint i = 0; meals != NULL && i < meals->len; i++)
      if (is_breakfast (g_ptr_array_index (meals, i), round == 0))
        g_ptr_array_add (breakfast, g_object_ref (g_ptr_array_index (meals, i)));
  return breakfast;
}

/**
 * soleus_meals_copy_items:
 * @meal: the values of a meal
 * @from: (element-type SoleusRecord): meals
 *
 * Adds everything that was eaten in them, with its servings, as far as there is room.
 */
void
soleus_meals_copy_items (SoleusRow *meal,
                         GPtrArray *from)
{
  static const char *const texts[] = { "food", "own_food", "name" };

  for (guint i = 0; i < from->len; i++)
    {
      const SoleusRow *other = soleus_record_get_values (g_ptr_array_index (from, i));

      for (guint k = 0; k < soleus_row_get_n_rows (other, "items") && soleus_row_get_n_rows (meal, "items") < get_most_items (meal); k++)
        {
          const SoleusRow *given = soleus_row_get_row (other, "items", k);
          SoleusRow *item = soleus_row_add_row (meal, "items");

          for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
            soleus_row_set_text (item, texts[t], soleus_row_get_text (given, texts[t]));
          if (soleus_row_has (given, "servings"))
            soleus_meals_set_servings (item, soleus_meals_get_servings (given));
        }
    }
}
