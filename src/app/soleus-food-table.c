/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A snapshot: who follows the diary makes it anew when an own food changes. An own food in the trash is none: its figures are gone as
 * long as it is there, and meals keep its name only. */
#include "app/soleus-food-table.h"

#include "guidance/soleus-food-search.h"
#include "guidance/soleus-foods.h"

struct _SoleusFoodTable
{
  GHashTable *foods;      /* SoleusFood by id, borrowed */
  GHashTable *own_foods;  /* SoleusRecord by UUID */
  GPtrArray *choices;     /* in the order of the search's numbers */
  GHashTable *by_target;  /* SoleusFoodChoice by id or UUID, borrowed from choices */
  SoleusFoodSearch *search;
};

static SoleusFoodChoice *
make_choice (const char *prefix,
             const char *target,
             const char *name,
             const char *serving)
{
  SoleusFoodChoice *choice = g_new0 (SoleusFoodChoice, 1);

  choice->key = g_strconcat (prefix, target, NULL);
  choice->name = g_strdup (name);
  choice->serving = g_strdup (serving);
  return choice;
}

/**
 * soleus_food_choice_new_typed:
 * @name: what the person typed
 *
 * Returns: (transfer full): a food by its name alone
 */
SoleusFoodChoice *
soleus_food_choice_new_typed (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return make_choice ("name:", folded, name, NULL);
}

/**
 * soleus_food_choice_copy:
 * @self: a choice
 *
 * Returns: (transfer full): the same
 */
SoleusFoodChoice *
soleus_food_choice_copy (const SoleusFoodChoice *self)
{
  SoleusFoodChoice *copy = g_new0 (SoleusFoodChoice, 1);

  copy->key = g_strdup (self->key);
  copy->food = g_strdup (self->food);
  copy->own_food = g_strdup (self->own_food);
  copy->name = g_strdup (self->name);
  copy->serving = g_strdup (self->serving);
  return copy;
}

/**
 * soleus_food_choice_free:
 * @self: (nullable) (transfer full): a choice
 */
void
soleus_food_choice_free (SoleusFoodChoice *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->food);
  g_free (self->own_food);
  g_free (self->name);
  g_free (self->serving);
  g_free (self);
}

/**
 * soleus_food_choice_get_target:
 * @self: a choice
 *
 * Returns: (nullable) (transfer none): what a favourite remembers of it; %NULL for what was typed freely
 */
const char *
soleus_food_choice_get_target (const SoleusFoodChoice *self)
{
  return self->food != NULL ? self->food : self->own_food;
}

static SoleusFoodChoice *
make_food_choice (const char *id,
                  const char *name,
                  const char *serving)
{
  SoleusFoodChoice *choice = make_choice ("food:", id, name, serving);

  choice->food = g_strdup (id);
  return choice;
}

static void
add_choice (SoleusFoodTable  *self,
            SoleusFoodChoice *choice)
{
  soleus_food_search_add (self->search, choice->name);
  g_ptr_array_add (self->choices, choice);
  g_hash_table_insert (self->by_target, (gpointer) soleus_food_choice_get_target (choice), choice);
}

static void
add_own_food (SoleusFoodTable *self,
              SoleusRecord    *record)
{
  const SoleusRow *row = soleus_record_get_values (record);
  const char *uuid = soleus_record_get_uuid (record);
  SoleusFoodChoice *choice = make_choice ("own:", uuid, soleus_row_get_text (row, "name"), soleus_row_get_text (row, "serving"));

  choice->own_food = g_strdup (uuid);
  g_hash_table_insert (self->own_foods, g_strdup (uuid), g_object_ref (record));
  add_choice (self, choice);
}

/**
 * soleus_food_table_new:
 * @foods: (nullable) (element-type SoleusFood): the foods that the program brings; they must live longer than the table
 * @own_foods: (element-type SoleusRecord): the own foods of the person
 *
 * Returns: (transfer full): both together
 */
SoleusFoodTable *
soleus_food_table_new (GPtrArray *foods,
                       GPtrArray *own_foods)
{
  SoleusFoodTable *self = g_new0 (SoleusFoodTable, 1);

  self->foods = g_hash_table_new (g_str_hash, g_str_equal);
  self->own_foods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_food_choice_free);
  self->by_target = g_hash_table_new (g_str_hash, g_str_equal);
  self->search = soleus_food_search_new ();
  /* Of two with the same name the own one comes first. */
  for (guint i = 0; i < own_foods->len; i++)
    add_own_food (self, g_ptr_array_index (own_foods, i));
  for (guint i = 0; foods != NULL && i < foods->len; i++)
    {
      SoleusFood *food = g_ptr_array_index (foods, i);

      g_hash_table_insert (self->foods, food->id, food);
      add_choice (self, make_food_choice (food->id, food->name, food->serving));
    }
  return self;
}

/**
 * soleus_food_table_read:
 * @diary: a diary
 * @foods: (nullable) (element-type SoleusFood): the foods that the program brings; they must live longer than the table
 * @error: return location
 *
 * Returns: (transfer full) (nullable): these and the own foods of the diary
 */
SoleusFoodTable *
soleus_food_table_read (SoleusDiary *diary,
                        GPtrArray   *foods,
                        GError     **error)
{
  g_autoptr (GPtrArray) own_foods = soleus_diary_list (diary, SOLEUS_KIND_FOOD, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);

  return own_foods != NULL ? soleus_food_table_new (foods, own_foods) : NULL;
}

/**
 * soleus_food_table_free:
 * @self: (nullable) (transfer full): a table
 */
void
soleus_food_table_free (SoleusFoodTable *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_target);
  g_ptr_array_unref (self->choices);
  g_hash_table_unref (self->own_foods);
  g_hash_table_unref (self->foods);
  soleus_food_search_free (self->search);
  g_free (self);
}

/**
 * soleus_food_table_find:
 * @self: a table
 * @text: what was typed so far
 *
 * Returns: (transfer container) (element-type SoleusFoodChoice): what it may stand for, best first, lent by the table
 */
GPtrArray *
soleus_food_table_find (SoleusFoodTable *self,
                        const char      *text)
{
  g_autoptr (GArray) numbers = soleus_food_search_find (self->search, text);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < numbers->len; i++)
    g_ptr_array_add (found, g_ptr_array_index (self->choices, g_array_index (numbers, guint, i)));
  return found;
}

/**
 * soleus_food_table_get:
 * @self: a table
 * @target: the id of a food, or the UUID of an own one
 *
 * Returns: (nullable) (transfer none): it, or %NULL where there is no such food
 */
const SoleusFoodChoice *
soleus_food_table_get (SoleusFoodTable *self,
                       const char      *target)
{
  return g_hash_table_lookup (self->by_target, target);
}

/**
 * soleus_food_table_identify:
 * @self: a table
 * @item: an item of a meal
 *
 * Returns: (nullable) (transfer full): what was eaten, under the name that it has now; under the name that it had where it is no longer
 *   known; %NULL where the item does not say
 */
SoleusFoodChoice *
soleus_food_table_identify (SoleusFoodTable *self,
                            const SoleusRow *item)
{
  const char *food = soleus_row_get_text (item, "food"), *own_food = soleus_row_get_text (item, "own_food"), *name = soleus_row_get_text (item, "name");
  const SoleusFoodChoice *known = NULL;

  if (food != NULL || own_food != NULL)
    known = soleus_food_table_get (self, food != NULL ? food : own_food);
  if (known != NULL)
    return soleus_food_choice_copy (known);
  if (food != NULL)
    return make_food_choice (food, name != NULL ? name : food, NULL);
  return name != NULL ? soleus_food_choice_new_typed (name) : NULL;
}

/**
 * soleus_food_table_get_figures:
 * @self: a table
 * @item: an item of a meal
 * @figures: (out caller-allocates) (array fixed-size=3): of each mineral in one serving, thousandths of a milligram, or %SOLEUS_NO_FIGURE
 */
void
soleus_food_table_get_figures (SoleusFoodTable *self,
                               const SoleusRow *item,
                               gint64           figures[SOLEUS_N_MINERALS])
{
  static const char *const fields[SOLEUS_N_MINERALS] = { "potassium_mg", "calcium_mg", "magnesium_mg" };
  const char *id = soleus_row_get_text (item, "food"), *uuid = soleus_row_get_text (item, "own_food");
  const SoleusFood *food = id != NULL ? g_hash_table_lookup (self->foods, id) : NULL;
  SoleusRecord *own_food = id == NULL && uuid != NULL ? g_hash_table_lookup (self->own_foods, uuid) : NULL;

  for (guint i = 0; i < SOLEUS_N_MINERALS; i++)
    figures[i] = own_food != NULL ? soleus_row_get_number (soleus_record_get_values (own_food), fields[i], SOLEUS_NO_FIGURE) : SOLEUS_NO_FIGURE;
  if (food == NULL)
    return;
  figures[SOLEUS_MINERAL_POTASSIUM] = 1000 * (gint64) food->potassium_mg;
  figures[SOLEUS_MINERAL_CALCIUM] = 1000 * (gint64) food->calcium_mg;
  figures[SOLEUS_MINERAL_MAGNESIUM] = 1000 * (gint64) food->magnesium_mg;
}
