/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a condition, and refuses whatever the engine would not understand: a rule that silently never fires would be worse
 * than a program that says its data is broken. Numbers are named, never written in a rule. */
#include "triage/soleus-condition.h"

#include "model/soleus-vocabulary.h"
#include "triage/soleus-rules.h"

#define NOT_ASKED (-1)

static const char *const profile_words[] = { "pregnant", "late_pregnancy", "after_birth", NULL };
static const char *const specials[] = {
  "rate_rise", "medicine_before_cramps", "several_medicines", "treated_without_help", "routine_without_change", "long_cramp",
  "sore_calf", NULL
};

/* An object of the data, and how many of its keys were understood. */
typedef struct
{
  JsonObject *object;
  GHashTable *numbers;
  guint n_read;
  GError **error;
} Reader;

static gboolean
fail (GError **error,
      const char *what)
{
  if (error == NULL || *error == NULL)
    g_set_error (error, SOLEUS_RULES_ERROR, SOLEUS_RULES_ERROR_INVALID, "condition: %s", what);
  return FALSE;
}

static JsonNode *
take (Reader *reader,
      const char *key,
      JsonNodeType type)
{
  JsonNode *node = json_object_get_member (reader->object, key);

  if (node == NULL)
    return NULL;
  reader->n_read++;
  if (JSON_NODE_TYPE (node) == type)
    return node;
  fail (reader->error, key);
  return NULL;
}

static const char *
take_text (Reader *reader,
           const char *key)
{
  JsonNode *node = take (reader, key, JSON_NODE_VALUE);

  if (node == NULL || json_node_get_value_type (node) == G_TYPE_STRING)
    return node != NULL ? json_node_get_string (node) : NULL;
  fail (reader->error, key);
  return NULL;
}

static gboolean
take_flag (Reader *reader,
           const char *key)
{
  JsonNode *node = take (reader, key, JSON_NODE_VALUE);

  return node != NULL && (json_node_get_value_type (node) == G_TYPE_BOOLEAN ? json_node_get_boolean (node) : fail (reader->error, key));
}

/* A number of the table, by its name. */
static gboolean
take_number (Reader *reader,
             const char *key,
             gint64 *number)
{
  const char *name = take_text (reader, key);
  gpointer found;

  if (name == NULL)
    return FALSE;
  if (!g_hash_table_lookup_extended (reader->numbers, name, NULL, &found))
    return fail (reader->error, key);
  *number = *(gint64 *) found;
  return TRUE;
}

static void
take_int (Reader *reader,
          const char *key,
          int *number)
{
  gint64 found;

  if (take_number (reader, key, &found))
    *number = (int) CLAMP (found, 0, 100000);
}

static char **
take_words (Reader *reader,
            const char *key,
            const SoleusVocabulary *vocabulary)
{
  JsonNode *node = take (reader, key, JSON_NODE_ARRAY);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *word = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (word) || json_node_get_value_type (word) != G_TYPE_STRING || (vocabulary != NULL && soleus_vocabulary_find (vocabulary, json_node_get_string (word)) == NULL))
        {
          fail (reader->error, key);
          return NULL;
        }
      g_strv_builder_add (words, json_node_get_string (word));
    }
  if (json_array_get_length (array) == 0)
    fail (reader->error, key);
  return g_strv_builder_end (words);
}

static gboolean
take_parts (Reader *reader,
            const char *key,
            SoleusCondition *self)
{
  JsonNode *node = take (reader, key, JSON_NODE_ARRAY);
  JsonArray *array = node != NULL ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return fail (reader->error, key);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      SoleusCondition *part = soleus_condition_new (json_array_get_element (array, i), reader->numbers, reader->error);

      if (part == NULL)
        return FALSE;
      g_ptr_array_add (self->parts, part);
    }
  return TRUE;
}

static gboolean
take_fact (Reader *reader,
           const char *key,
           SoleusFactType type,
           SoleusCondition *self)
{
  self->fact = soleus_vocabulary_find (&soleus_facts, take_text (reader, key));
  return (self->fact != NULL && soleus_fact_get_type (self->fact) == type) || fail (reader->error, key);
}

static gboolean
take_word (Reader *reader,
           const char *key,
           const char *const *words,
           SoleusCondition *self)
{
  const char *word = take_text (reader, key);

  for (self->word = 0; word != NULL && words[self->word] != NULL; self->word++)
    if (g_str_equal (words[self->word], word))
      return TRUE;
  return fail (reader->error, key);
}

/* What is counted: an object of its own. */
static gboolean
take_count (Reader *reader,
            const char *key,
            SoleusCondition *self)
{
  JsonNode *node = take (reader, key, JSON_NODE_OBJECT);
  Reader inner = { node != NULL ? json_node_get_object (node) : NULL, reader->numbers, 0, reader->error };

  if (node == NULL)
    return fail (reader->error, key);
  take_int (&inner, "days", &self->days);
  if (!take_number (&inner, "least", &self->least) || self->least < 1)
    return fail (reader->error, "least");
  if (self->kind == SOLEUS_CONDITION_EPISODES)
    {
      take_int (&inner, "hours", &self->hours);
      take_int (&inner, "pain", &self->pain);
      take_int (&inner, "eases", &self->eases);
      self->impacts = take_words (&inner, "impact", &soleus_impacts);
      self->falls = take_words (&inner, "fell", &soleus_falls);
      self->muscles = take_words (&inner, "muscles", &soleus_muscles);
      self->injury = take_flag (&inner, "injury");
    }
  if (self->kind == SOLEUS_CONDITION_NIGHTS)
    {
      take_int (&inner, "wakings", &self->wakings);
      self->short_sleep = take_flag (&inner, "short_sleep");
      self->worry = take_flag (&inner, "worry");
    }
  if (self->days == NOT_ASKED && self->hours == NOT_ASKED)
    return fail (reader->error, "days");
  return inner.n_read == json_object_get_size (inner.object) || fail (reader->error, "it has a key that is not known");
}

static gboolean
take_limits (Reader *reader,
             SoleusCondition *self)
{
  gint64 number;

  if (take_number (reader, "over", &number))
    self->least = number + 1;
  else if (take_number (reader, "least", &number))
    self->least = number;
  else if (take_number (reader, "under", &number))
    self->most = number - 1;
  else if (take_number (reader, "most", &number))
    self->most = number;
  else
    return fail (reader->error, "a number needs a limit");
  return TRUE;
}

static gboolean
read_kind (Reader *reader,
           SoleusCondition *self)
{
  const char *is;

  switch (self->kind)
    {
    case SOLEUS_CONDITION_ALL:
      return take_parts (reader, "all", self);
    case SOLEUS_CONDITION_ANY:
      return take_parts (reader, "any", self);
    case SOLEUS_CONDITION_UNLESS:
      {
        SoleusCondition *part = soleus_condition_new (json_object_get_member (reader->object, "unless"), reader->numbers, reader->error);

        reader->n_read++;
        if (part != NULL)
          g_ptr_array_add (self->parts, part);
        return part != NULL;
      }
    case SOLEUS_CONDITION_SIGN:
      is = take_text (reader, "is");
      self->is_no = g_strcmp0 (is, "no") == 0;
      return take_fact (reader, "sign", SOLEUS_FACT_SIGN, self) && (is == NULL || self->is_no || fail (reader->error, "is"));
    case SOLEUS_CONDITION_SWELLING:
      self->fact = soleus_vocabulary_find (&soleus_facts, "swelling_side");
      self->words = take_words (reader, "swelling", &soleus_answers);
      return self->words != NULL;
    case SOLEUS_CONDITION_TEMPERATURE:
      self->fact = soleus_vocabulary_find (&soleus_facts, "temperature");
      return take_number (reader, "temperature", &self->least) || fail (reader->error, "temperature");
    case SOLEUS_CONDITION_NUMBER:
      return take_fact (reader, "number", SOLEUS_FACT_NUMBER, self) && take_limits (reader, self);
    case SOLEUS_CONDITION_HEALTH:
      self->words = take_words (reader, "condition", &soleus_conditions);
      return self->words != NULL;
    case SOLEUS_CONDITION_PROFILE:
      return take_word (reader, "profile", profile_words, self);
    case SOLEUS_CONDITION_MEDICINE:
      self->words = take_words (reader, "medicine", NULL);
      return self->words != NULL;
    case SOLEUS_CONDITION_CRAMPS:
      return take_count (reader, "cramps", self);
    case SOLEUS_CONDITION_CRAMP_NIGHTS:
      return take_count (reader, "cramp_nights", self);
    case SOLEUS_CONDITION_EPISODES:
      return take_count (reader, "episodes", self);
    case SOLEUS_CONDITION_NIGHTS:
      return take_count (reader, "nights", self);
    case SOLEUS_CONDITION_RULE:
      self->rule = g_strdup (take_text (reader, "rule"));
      return self->rule != NULL;
    case SOLEUS_CONDITION_SPECIAL:
    default:
      return take_word (reader, "special", specials, self);
    }
}

/**
 * soleus_condition_new:
 * @node: the condition as data
 * @numbers: (element-type utf8 gint64): the numbers that it may name
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the condition
 */
SoleusCondition *
soleus_condition_new (JsonNode *node,
                      GHashTable *numbers,
                      GError **error)
{
  static const char *const keys[] = {
    "all", "any", "unless", "sign", "swelling", "temperature", "number", "condition", "profile", "medicine",
    "cramps", "cramp_nights", "episodes", "nights", "rule", "special"
  };
  g_autoptr (SoleusCondition) self = g_new0 (SoleusCondition, 1);
  g_autoptr (GError) local_error = NULL;
  Reader reader = { NULL, numbers, 0, &local_error };
  guint kind = 0;

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_condition_free);
  self->least = G_MININT64;
  self->most = G_MAXINT64;
  self->days = self->hours = self->pain = self->eases = self->wakings = NOT_ASKED;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, "it is no object");
      return NULL;
    }
  reader.object = json_node_get_object (node);
  while (kind < G_N_ELEMENTS (keys) && !json_object_has_member (reader.object, keys[kind]))
    kind++;
  self->kind = (SoleusConditionKind) kind;
  if (kind == G_N_ELEMENTS (keys))
    fail (&local_error, "it is of no kind that is known");
  else if (read_kind (&reader, self) && reader.n_read != json_object_get_size (reader.object))
    fail (&local_error, "it has a key that is not known");
  if (local_error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * soleus_condition_free:
 * @self: (nullable) (transfer full): a condition
 */
void
soleus_condition_free (SoleusCondition *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_strfreev (self->words);
  g_strfreev (self->impacts);
  g_strfreev (self->falls);
  g_strfreev (self->muscles);
  g_free (self->rule);
  g_free (self);
}
