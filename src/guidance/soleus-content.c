/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads texts.json and sources.json as a whole or not at all. Texts are translated when they are asked for: the message is
 * the English text, its context the id. build-aux/list-texts writes them where xgettext finds them. */
#include "config.h"

#include "guidance/soleus-content.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "base/soleus-json.h"
#include "guidance/soleus-guidance-error.h"
#include "guidance/soleus-guidance-resources.h"

#define FOLDER  "/io/github/soleus_diary/Soleus/guidance/"
#define VERSION 1

struct _SoleusContent
{
  GHashTable *texts;
  GHashTable *sources;
};

static gboolean
fail (GError **error,
      SoleusGuidanceError code,
      const char *place,
      const char *what)
{
  g_set_error (error, SOLEUS_GUIDANCE_ERROR, code, "%s: %s", place, what);
  return FALSE;
}

static void
source_free (gpointer data)
{
  SoleusSource *source = data;

  g_free (source->id);
  g_free (source->title);
  g_free (source->publisher);
  g_free (source->date);
  g_free (source);
}

/* The one member beside the version. */
static JsonNode *
read_member (GBytes *bytes,
             const char *name,
             JsonNodeType type,
             JsonNode **document,
             GError **error)
{
  JsonObject *root;
  JsonNode *version, *member;

  *document = soleus_json_parse (bytes, NULL, error);
  if (*document == NULL)
    return NULL;
  root = JSON_NODE_HOLDS_OBJECT (*document) ? json_node_get_object (*document) : NULL;
  version = root != NULL ? json_object_get_member (root, "version") : NULL;
  member = root != NULL ? json_object_get_member (root, name) : NULL;
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64 || json_node_get_int (version) != VERSION)
    fail (error, SOLEUS_GUIDANCE_ERROR_VERSION, "version", "is not known");
  else if (member == NULL)
    fail (error, SOLEUS_GUIDANCE_ERROR_MISSING, name, "is missing");
  else if (JSON_NODE_TYPE (member) != type)
    fail (error, SOLEUS_GUIDANCE_ERROR_TYPE, name, "is of another type");
  else if (json_object_get_size (root) != 2)
    fail (error, SOLEUS_GUIDANCE_ERROR_UNKNOWN, "document", "has a key that is not known");
  else
    return member;
  return NULL;
}

static const char *
get_string (JsonNode *node)
{
  const char *text = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
read_texts (SoleusContent *self,
            GBytes *bytes,
            GError **error)
{
  g_autoptr (JsonNode) document = NULL;
  JsonNode *texts = read_member (bytes, "texts", JSON_NODE_OBJECT, &document, error);
  JsonObjectIter iter;
  const char *id;
  JsonNode *text;

  if (texts == NULL)
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (texts));
  while (json_object_iter_next (&iter, &id, &text))
    {
      if (get_string (text) == NULL)
        return fail (error, SOLEUS_GUIDANCE_ERROR_TYPE, id, "is no text");
      g_hash_table_insert (self->texts, g_strdup (id), g_strdup (get_string (text)));
    }
  return TRUE;
}

static gboolean
read_source (SoleusContent *self,
             JsonNode *node,
             GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? get_string (json_object_get_member (object, "id")) : NULL;
  const char *kind, *title, *publisher, *date;
  SoleusSource *source;

  if (id == NULL)
    return fail (error, SOLEUS_GUIDANCE_ERROR_MISSING, "sources", "a source has no id");
  kind = get_string (json_object_get_member (object, "kind"));
  title = get_string (json_object_get_member (object, "title"));
  publisher = get_string (json_object_get_member (object, "publisher"));
  date = get_string (json_object_get_member (object, "date"));
  if (title == NULL || publisher == NULL || (!g_str_equal (kind != NULL ? kind : "", "article") && !g_str_equal (kind != NULL ? kind : "", "guidance")))
    return fail (error, SOLEUS_GUIDANCE_ERROR_VALUE, id, "needs a kind, a title and a publisher");
  if (json_object_get_size (object) != (date != NULL ? 5u : 4u))
    return fail (error, SOLEUS_GUIDANCE_ERROR_UNKNOWN, id, "has a key that is not known");
  if (g_hash_table_contains (self->sources, id))
    return fail (error, SOLEUS_GUIDANCE_ERROR_DUPLICATE, id, "stands there twice");

  source = g_new0 (SoleusSource, 1);
  source->id = g_strdup (id);
  source->kind = g_str_equal (kind, "article") ? SOLEUS_SOURCE_ARTICLE : SOLEUS_SOURCE_GUIDANCE;
  source->title = g_strdup (title);
  source->publisher = g_strdup (publisher);
  source->date = g_strdup (date);
  g_hash_table_insert (self->sources, source->id, source);
  return TRUE;
}

static gboolean
read_sources (SoleusContent *self,
              GBytes *bytes,
              GError **error)
{
  g_autoptr (JsonNode) document = NULL;
  JsonNode *sources = read_member (bytes, "sources", JSON_NODE_ARRAY, &document, error);

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (sources)); i++)
    if (!read_source (self, json_array_get_element (json_node_get_array (sources), i), error))
      return FALSE;
  return TRUE;
}

/**
 * soleus_content_new:
 * @texts: texts.json
 * @sources: sources.json
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with #SoleusGuidanceError or #SoleusJsonError
 */
SoleusContent *
soleus_content_new (GBytes *texts,
                    GBytes *sources,
                    GError **error)
{
  g_autoptr (SoleusContent) self = g_new0 (SoleusContent, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, source_free);
  if (!read_texts (self, texts, error) || !read_sources (self, sources, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * soleus_content_load:
 * @error: return location
 *
 * Reads the content that this program brings.
 *
 * Returns: (transfer full) (nullable): the content
 */
SoleusContent *
soleus_content_load (GError **error)
{
  GResource *resource = soleus_guidance_get_resource ();
  g_autoptr (GBytes) texts = g_resource_lookup_data (resource, FOLDER "texts.json", G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GBytes) sources = texts != NULL ? g_resource_lookup_data (resource, FOLDER "sources.json", G_RESOURCE_LOOKUP_FLAGS_NONE, error) : NULL;

  return sources != NULL ? soleus_content_new (texts, sources, error) : NULL;
}

/**
 * soleus_content_free:
 * @self: (nullable) (transfer full): content
 */
void
soleus_content_free (SoleusContent *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->sources);
  g_free (self);
}

/**
 * soleus_content_get_text:
 * @self: content
 * @id: id of a text, such as "rule-E1"
 *
 * Returns: (transfer none) (nullable): the text in the language of the person, or %NULL if there is none
 */
const char *
soleus_content_get_text (const SoleusContent *self,
                         const char *id)
{
  const char *text = g_hash_table_lookup (self->texts, id);

  return text != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, id, text) : NULL;
}

/**
 * soleus_content_get_source:
 * @self: content
 * @id: id of a source
 *
 * Returns: (transfer none) (nullable): the source
 */
const SoleusSource *
soleus_content_get_source (const SoleusContent *self,
                           const char *id)
{
  return g_hash_table_lookup (self->sources, id);
}
