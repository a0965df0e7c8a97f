/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads rules.json as a whole or not at all. */
#include "triage/soleus-rules.h"

#include <gio/gio.h>

#include "base/soleus-json.h"
#include "model/soleus-vocabulary.h"
#include "triage/soleus-rules-private.h"
#include "triage/soleus-triage-resources.h"
#include "triage/soleus-verdict.h"

#define RESOURCE "/io/github/soleus_diary/Soleus/triage/rules.json"

G_DEFINE_QUARK (soleus - rules - error - quark, soleus_rules_error)

static gboolean
fail (GError **error,
      const char *place,
      const char *what)
{
  g_set_error (error, SOLEUS_RULES_ERROR, SOLEUS_RULES_ERROR_INVALID, "%s: %s", place, what);
  return FALSE;
}

static void
rule_free (gpointer data)
{
  SoleusRule *rule = data;

  g_free ((char *) rule->id);
  g_free ((char *) rule->text);
  g_strfreev (rule->sources);
  g_ptr_array_unref (rule->cases);
  g_free (rule);
}

static void
case_free (gpointer data)
{
  SoleusRuleCase *rule_case = data;

  soleus_condition_free (rule_case->when);
  g_free (rule_case);
}

static const char *
get_text (JsonObject *object,
          const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array,
             guint i,
             guint size)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) && json_object_get_size (json_node_get_object (node)) == size ? json_node_get_object (node) : NULL;
}

static gboolean
read_numbers (SoleusRules *self,
              JsonObject *root,
              GError **error)
{
  JsonNode *node = json_object_get_member (root, "numbers");
  JsonObjectIter iter;
  const char *name;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, "numbers", "must be an object");
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &node))
    {
      gint64 *number;

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0 || json_node_get_int (node) > 1000000)
        return fail (error, name, "must be a whole number");
      number = g_new (gint64, 1);
      *number = json_node_get_int (node);
      g_hash_table_insert (self->numbers, g_strdup (name), number);
    }
  for (guint i = 0; i < SOLEUS_N_RULE_NUMBERS; i++)
    {
      const gint64 *number = g_hash_table_lookup (self->numbers, soleus_rule_number_names[i]);

      if (number == NULL)
        return fail (error, soleus_rule_number_names[i], "is missing");
      self->fixed[i] = *number;
    }
  return TRUE;
}

/* Remembers the signs of emergency rules: those that "marked by mistake" takes back. */
static void
remember_emergency_facts (SoleusRules *self,
                          const SoleusCondition *when)
{
  if (when->fact != NULL && !when->is_no)
    g_hash_table_add (self->emergency_facts, (gpointer) when->fact);
  for (guint i = 0; i < when->parts->len; i++)
    remember_emergency_facts (self, g_ptr_array_index (when->parts, i));
}

/* A rule may only name one that stands before it, which also keeps rules from naming each other in a circle. */
static gboolean
check_names (const SoleusRules *self,
             const SoleusCondition *when)
{
  if (when->kind == SOLEUS_CONDITION_RULE && soleus_rules_find (self, when->rule) == NULL)
    return FALSE;
  for (guint i = 0; i < when->parts->len; i++)
    if (!check_names (self, g_ptr_array_index (when->parts, i)))
      return FALSE;
  return TRUE;
}

static gboolean
read_cases (SoleusRules *self,
            SoleusRule *rule,
            JsonArray *cases,
            GError **error)
{
  int before = G_MAXINT;

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = get_element (cases, i, 3);
      SoleusRuleCase *rule_case = g_new0 (SoleusRuleCase, 1);

      g_ptr_array_add (rule->cases, rule_case);
      if (object == NULL || !json_object_has_member (object, "when"))
        return fail (error, rule->id, "a case has a level, a basis and a condition");
      rule_case->level = soleus_vocabulary_index (&soleus_levels, get_text (object, "level"));
      rule_case->basis = soleus_vocabulary_find (&soleus_bases, get_text (object, "basis"));
      if (rule_case->level <= SOLEUS_LEVEL_INCOMPLETE || rule_case->level >= before || rule_case->basis == NULL)
        return fail (error, rule->id, "a case has a level, highest first, and a basis");
      before = rule_case->level;
      rule_case->when = soleus_condition_new (json_object_get_member (object, "when"), self->numbers, error);
      if (rule_case->when == NULL)
        {
          g_prefix_error (error, "%s: ", rule->id);
          return FALSE;
        }
      if (!check_names (self, rule_case->when))
        return fail (error, rule->id, "names a rule that does not stand before it");
      if (rule_case->level == SOLEUS_LEVEL_EMERGENCY)
        remember_emergency_facts (self, rule_case->when);
    }
  return rule->cases->len > 0 || fail (error, rule->id, "has no case");
}

static gboolean
read_rule (SoleusRules *self,
           JsonObject *object,
           GError **error)
{
  const char *id = object != NULL ? get_text (object, "id") : NULL;
  const char *text = object != NULL ? get_text (object, "text") : NULL;
  JsonArray *sources = object != NULL ? get_array (object, "sources") : NULL;
  JsonArray *cases = object != NULL ? get_array (object, "cases") : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  SoleusRule *rule;

  if (id == NULL || text == NULL || sources == NULL || cases == NULL)
    return fail (error, id != NULL ? id : "rules", "a rule has an id, a text, sources and cases");
  if (soleus_rules_find (self, id) != NULL)
    return fail (error, id, "stands there twice");

  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      JsonNode *node = json_array_get_element (sources, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return fail (error, id, "a source is a word");
      g_strv_builder_add (builder, json_node_get_string (node));
    }
  rule = g_new0 (SoleusRule, 1);
  rule->id = g_strdup (id);
  rule->text = g_strdup (text);
  rule->sources = g_strv_builder_end (builder);
  rule->cases = g_ptr_array_new_with_free_func (case_free);
  if (!read_cases (self, rule, cases, error))
    {
      rule_free (rule);
      return FALSE;
    }
  g_ptr_array_add (self->list, rule);
  return TRUE;
}

static gboolean
read_all (SoleusRules *self,
          JsonNode *node,
          GError **error)
{
  JsonObject *root = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *version = root != NULL ? json_object_get_member (root, "version") : NULL;
  JsonArray *rules = root != NULL ? get_array (root, "rules") : NULL;

  if (rules == NULL || json_object_get_size (root) != 3)
    return fail (error, "document", "has a version, numbers and rules");
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) || json_node_get_value_type (version) != G_TYPE_INT64 || json_node_get_int (version) < 1 || json_node_get_int (version) > 1000000)
    return fail (error, "version", "must be a whole number");
  self->version = (int) json_node_get_int (version);
  if (!read_numbers (self, root, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rules); i++)
    if (!read_rule (self, get_element (rules, i, 4), error))
      return FALSE;
  return TRUE;
}

/**
 * soleus_rules_new:
 * @json: the rules as data
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rules, or %NULL with #SoleusRulesError or #SoleusJsonError; the message names
 *   the rule, never a value
 */
SoleusRules *
soleus_rules_new (GBytes *json,
                  GError **error)
{
  g_autoptr (SoleusRules) self = g_new0 (SoleusRules, 1);
  g_autoptr (JsonNode) node = NULL;

  self->list = g_ptr_array_new_with_free_func (rule_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->emergency_facts = g_hash_table_new (g_str_hash, g_str_equal);
  node = soleus_json_parse (json, NULL, error);
  if (node == NULL || !read_all (self, node, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * soleus_rules_load:
 * @error: return location
 *
 * Reads the rules that this program brings.
 *
 * Returns: (transfer full) (nullable): the rules
 */
SoleusRules *
soleus_rules_load (GError **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (soleus_triage_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? soleus_rules_new (bytes, error) : NULL;
}

/**
 * soleus_rules_free:
 * @self: (nullable) (transfer full): rules
 */
void
soleus_rules_free (SoleusRules *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->emergency_facts);
  g_free (self);
}

/**
 * soleus_rules_get_version:
 * @self: rules
 *
 * Returns: the version, which stands in every verdict that they give
 */
int
soleus_rules_get_version (const SoleusRules *self)
{
  return self->version;
}

/**
 * soleus_rules_get_list:
 * @self: rules
 *
 * Returns: (transfer none) (element-type SoleusRule): all of them
 */
const GPtrArray *
soleus_rules_get_list (const SoleusRules *self)
{
  return self->list;
}

/**
 * soleus_rules_is_emergency_fact:
 * @self: rules
 * @fact: a word of #soleus_facts
 *
 * Returns: whether an emergency rule looks at it
 */
gboolean
soleus_rules_is_emergency_fact (const SoleusRules *self,
                                const char *fact)
{
  return g_hash_table_contains (self->emergency_facts, soleus_vocabulary_find (&soleus_facts, fact));
}

/**
 * soleus_rules_find:
 * @self: rules
 * @id: such as "E3"
 *
 * Returns: (transfer none) (nullable): the rule
 */
const SoleusRule *
soleus_rules_find (const SoleusRules *self,
                   const char *id)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const SoleusRule *rule = g_ptr_array_index (self->list, i);

      if (g_str_equal (rule->id, id))
        return rule;
    }
  return NULL;
}
