/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every function that reads says in an error where the value stands, such as "guides[3].steps[1].text: is missing", and never
 * what stands there. */
#include "config.h"

#include "guidance/soleus-place.h"

#include <string.h>

#include <glib/gi18n.h>

static void
write_path (const SoleusPlace *self,
            GString           *path)
{
  if (self->parent == NULL)
    return;
  write_path (self->parent, path);
  if (self->key == NULL)
    g_string_append_printf (path, "[%u]", self->index);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->key);
}

/**
 * soleus_place_fail:
 * @self: where it stands
 * @error: return location
 * @code: what is amiss
 * @what: the same in words that go on after the place
 *
 * Returns: %FALSE
 */
gboolean
soleus_place_fail (const SoleusPlace  *self,
                   GError            **error,
                   SoleusGuidanceError code,
                   const char         *what)
{
  g_autoptr (GString) path = g_string_new (NULL);

  write_path (self, path);
  g_set_error (error, SOLEUS_GUIDANCE_ERROR, code, "%s: %s", path->len > 0 ? path->str : "document", what);
  return FALSE;
}

/**
 * soleus_place_check_object:
 * @self: a value
 * @needed: (array zero-terminated=1): keys that it must have
 * @optional: (array zero-terminated=1) (nullable): keys that it may have
 * @error: return location
 *
 * Returns: whether it is an object with these keys and no other one
 */
gboolean
soleus_place_check_object (const SoleusPlace *self,
                           const char *const *needed,
                           const char *const *optional,
                           GError           **error)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (self->node == NULL || !JSON_NODE_HOLDS_OBJECT (self->node))
    return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_TYPE, _("is no object"));
  for (guint i = 0; needed[i] != NULL; i++)
    if (!soleus_place_has_member (self, needed[i]))
      {
        SoleusPlace missing = { self, needed[i], 0, NULL };

        return soleus_place_fail (&missing, error, SOLEUS_GUIDANCE_ERROR_MISSING, _("is missing"));
      }
  json_object_iter_init (&iter, json_node_get_object (self->node));
  while (json_object_iter_next (&iter, &key, &node))
    if (!g_strv_contains (needed, key) && (optional == NULL || !g_strv_contains (optional, key)))
      return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_UNKNOWN, _("has a key that is not known"));
  return TRUE;
}

/**
 * soleus_place_check_version:
 * @self: the version of a document
 * @version: the one that this program knows
 * @error: return location
 *
 * Returns: whether it is that one
 */
gboolean
soleus_place_check_version (const SoleusPlace *self,
                            gint64             version,
                            GError           **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_INT64)
    return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_TYPE, _("is no whole number"));
  if (json_node_get_int (self->node) != version)
    return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_VERSION, _("is not known"));
  return TRUE;
}

/**
 * soleus_place_has_member:
 * @self: an object
 * @key: a key
 *
 * Returns: whether it has the key
 */
gboolean
soleus_place_has_member (const SoleusPlace *self,
                         const char        *key)
{
  return json_object_has_member (json_node_get_object (self->node), key);
}

/**
 * soleus_place_get_member:
 * @self: an object
 * @key: a key
 *
 * Returns: the value, which borrows from @self
 */
SoleusPlace
soleus_place_get_member (const SoleusPlace *self,
                         const char        *key)
{
  return (SoleusPlace) { self, key, 0, json_object_get_member (json_node_get_object (self->node), key) };
}

/**
 * soleus_place_get_element:
 * @self: a list
 * @index: a place in it
 *
 * Returns: the value, which borrows from @self
 */
SoleusPlace
soleus_place_get_element (const SoleusPlace *self,
                          guint              index)
{
  return (SoleusPlace) { self, NULL, index, json_array_get_element (json_node_get_array (self->node), index) };
}

/**
 * soleus_place_read_list:
 * @self: a value
 * @length: (out): how many elements it has
 * @error: return location
 *
 * Returns: whether it is a list
 */
gboolean
soleus_place_read_list (const SoleusPlace *self,
                        guint             *length,
                        GError           **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_ARRAY (self->node))
    return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_TYPE, _("is no list"));
  *length = json_array_get_length (json_node_get_array (self->node));
  return TRUE;
}

/**
 * soleus_place_read_text:
 * @self: a value
 * @text: (out) (transfer none): the text, which lives as long as the document
 * @error: return location
 *
 * Returns: whether it is a text that is not empty and has no space around it
 */
gboolean
soleus_place_read_text (const SoleusPlace *self,
                        const char       **text,
                        GError           **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_STRING)
    return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_TYPE, _("is no text"));
  *text = json_node_get_string (self->node);
  if (**text == '\0' || g_ascii_isspace (**text) || g_ascii_isspace ((*text)[strlen (*text) - 1]))
    return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is empty, or begins or ends with a space"));
  return TRUE;
}

/**
 * soleus_place_read_boolean:
 * @self: a value
 * @value: (out): the value
 * @error: return location
 *
 * Returns: whether it is true or false
 */
gboolean
soleus_place_read_boolean (const SoleusPlace *self,
                           gboolean          *value,
                           GError           **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_BOOLEAN)
    return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_TYPE, _("is neither true nor false"));
  *value = json_node_get_boolean (self->node);
  return TRUE;
}

/**
 * soleus_place_read_integer:
 * @self: a value
 * @least: the least that it may be
 * @most: the most that it may be
 * @value: (out): the number
 * @error: return location
 *
 * Returns: whether it is a whole number within these limits
 */
gboolean
soleus_place_read_integer (const SoleusPlace *self,
                           gint64             least,
                           gint64             most,
                           guint             *value,
                           GError           **error)
{
  g_autofree char *what = NULL;

  if (self->node == NULL || !JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_INT64)
    return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_TYPE, _("is no whole number"));
  if (json_node_get_int (self->node) >= least && json_node_get_int (self->node) <= most)
    {
      *value = (guint) json_node_get_int (self->node);
      return TRUE;
    }
  what = g_strdup_printf (_("is not from %d to %d"), (int) least, (int) most);
  return soleus_place_fail (self, error, SOLEUS_GUIDANCE_ERROR_VALUE, what);
}

/**
 * soleus_place_read_ids:
 * @self: a value
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a list of texts, each once, or %NULL
 */
char **
soleus_place_read_ids (const SoleusPlace *self,
                       GError           **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint length = 0;

  if (!soleus_place_read_list (self, &length, error))
    return NULL;
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace place = soleus_place_get_element (self, i);
      const char *id = NULL;

      if (!soleus_place_read_text (&place, &id, error))
        return NULL;
      if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        {
          soleus_place_fail (&place, error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, _("stands there twice"));
          return NULL;
        }
      g_ptr_array_add (ids, g_strdup (id));
    }
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_steal (ids, NULL);
}
