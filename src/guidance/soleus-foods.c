/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads foods.json as a whole or not at all. */
#include "config.h"

#include "guidance/soleus-foods.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/soleus-json.h"
#include "guidance/soleus-guidance-resources.h"
#include "guidance/soleus-place.h"

#define VERSION 1
#define MOST_MG 5000
#define MOST_GRAMS 2000

static void
food_free (gpointer data)
{
  SoleusFood *food = data;

  g_free (food->id);
  g_free (food->name);
  g_free (food->serving);
  g_free (food);
}

static gboolean
read_food (const SoleusPlace *place,
           SoleusFood        *food,
           GError           **error)
{
  static const char *const keys[] = { "id", "name", "serving", "grams", "potassium_mg", "calcium_mg", "magnesium_mg", NULL };
  SoleusPlace id, name, serving, grams, potassium, calcium, magnesium;
  const char *texts[3] = { NULL };

  if (!soleus_place_check_object (place, keys, NULL, error))
    return FALSE;
  id = soleus_place_get_member (place, "id");
  name = soleus_place_get_member (place, "name");
  serving = soleus_place_get_member (place, "serving");
  grams = soleus_place_get_member (place, "grams");
  potassium = soleus_place_get_member (place, "potassium_mg");
  calcium = soleus_place_get_member (place, "calcium_mg");
  magnesium = soleus_place_get_member (place, "magnesium_mg");
  if (!soleus_place_read_text (&id, &texts[0], error) || !soleus_place_read_text (&name, &texts[1], error) ||
      !soleus_place_read_text (&serving, &texts[2], error) || !soleus_place_read_integer (&grams, 1, MOST_GRAMS, &food->grams, error) ||
      !soleus_place_read_integer (&potassium, 0, MOST_MG, &food->potassium_mg, error) ||
      !soleus_place_read_integer (&calcium, 0, MOST_MG, &food->calcium_mg, error) ||
      !soleus_place_read_integer (&magnesium, 0, MOST_MG, &food->magnesium_mg, error))
    return FALSE;
  food->id = g_strdup (texts[0]);
  food->name = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "food", texts[1]));
  food->serving = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "serving", texts[2]));
  return TRUE;
}

static gboolean
read_document (GPtrArray *foods,
               JsonNode  *node,
               GError   **error)
{
  static const char *const keys[] = { "version", "source", "foods", NULL };
  SoleusPlace root = { NULL, NULL, 0, node }, version, list;
  guint length = 0;

  if (!soleus_place_check_object (&root, keys, NULL, error))
    return FALSE;
  version = soleus_place_get_member (&root, "version");
  list = soleus_place_get_member (&root, "foods");
  if (!soleus_place_check_version (&version, VERSION, error) || !soleus_place_read_list (&list, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace element = soleus_place_get_element (&list, i);
      SoleusFood *food = g_new0 (SoleusFood, 1);

      g_ptr_array_add (foods, food);
      if (!read_food (&element, food, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * soleus_foods_new:
 * @bytes: foods.json
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SoleusFood): the foods, or %NULL with an error that names the place
 */
GPtrArray *
soleus_foods_new (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (GPtrArray) foods = g_ptr_array_new_with_free_func (food_free);
  g_autoptr (JsonNode) node = soleus_json_parse (bytes, NULL, error);

  return node != NULL && read_document (foods, node, error) ? g_steal_pointer (&foods) : NULL;
}

/**
 * soleus_foods_load:
 * @error: return location
 *
 * Reads the foods that this program brings.
 *
 * Returns: (transfer full) (nullable) (element-type SoleusFood): the foods
 */
GPtrArray *
soleus_foods_load (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (soleus_guidance_get_resource (), "/io/github/soleus_diary/Soleus/guidance/foods.json", G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? soleus_foods_new (bytes, error) : NULL;
}
