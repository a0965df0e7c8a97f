/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * json-glib takes much that is not JSON, changes numbers that are too large, and recurses as deeply as a
 * document says. So the strict reader sees every document first, and json-glib only one that passed.
 */

#include "base/soleus-json.h"

#include <glib/gi18n.h>

/* json-glib recurses; this is far from what its stack can take. */
#define DEEPEST_TREE 512

/**
 * soleus_json_parse:
 * @bytes: a document
 * @limits: (nullable): what the document may ask for; its depth is at most 512
 *
 * Parses @bytes strictly, as SoleusJsonReader does. Whole numbers are gint64, all others double.
 *
 * Returns: (transfer full) (nullable): the root, or %NULL with an error of %SOLEUS_JSON_ERROR
 */
JsonNode *
soleus_json_parse (GBytes *bytes,
                   const SoleusJsonLimits *limits,
                   GError **error)
{
  g_autoptr (SoleusJsonReader) reader = NULL;
  g_autoptr (JsonParser) parser = NULL;
  SoleusJsonLimits tree_limits = { 0 };
  const char *data;
  gsize length;

  if (limits != NULL)
    tree_limits = *limits;

  tree_limits.max_depth = MIN (tree_limits.max_depth, DEEPEST_TREE);
  reader = soleus_json_reader_new_for_bytes (bytes, &tree_limits);

  if (!soleus_json_reader_skip_value (reader, error) || !soleus_json_reader_finish (reader, error))
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  parser = json_parser_new ();

  /* The words of json-glib may repeat what stands in the document. */
  if (!json_parser_load_from_data (parser, data, (gssize) length, NULL))
    {
      g_set_error_literal (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_SYNTAX,
                           _("The document could not be read"));
      return NULL;
    }

  return json_parser_steal_root (parser);
}
