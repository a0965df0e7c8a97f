/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of a finding are kept as one text, an array in JSON, because nobody searches them. What was kept is read
 * leniently: a diary from another hand must still open, if with fewer details. */
#include "triage/soleus-verdict-record.h"

#include <string.h>

#include "base/soleus-json-writer.h"
#include "base/soleus-json.h"
#include "model/soleus-vocabulary.h"
#include "triage/soleus-evaluation.h"
#include "triage/soleus-rules-private.h"
#include "triage/soleus-verdict-private.h"

/* The room of the field; what does not fit is left out, fact by fact. */
#define MOST_BYTES 9000

static void
write_fact (SoleusJsonWriter     *writer,
            const SoleusUsedFact *used)
{
  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "fact");
  soleus_json_writer_string (writer, used->fact);
  soleus_json_writer_key (writer, "value");
  soleus_json_writer_string (writer, used->value);
  if (used->has_at)
    {
      g_autofree char *at = soleus_time_to_iso (used->at);

      soleus_json_writer_key (writer, "at");
      soleus_json_writer_string (writer, at);
    }
  if (used->record != NULL)
    {
      soleus_json_writer_key (writer, "record");
      soleus_json_writer_string (writer, used->record);
    }
  soleus_json_writer_end_object (writer);
}

static char *
facts_to_text (const GPtrArray *facts,
               guint            n_facts)
{
  g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new (0);
  g_autoptr (GBytes) bytes = NULL;

  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < n_facts; i++)
    write_fact (writer, g_ptr_array_index (facts, i));
  soleus_json_writer_end_array (writer);
  bytes = soleus_json_writer_finish_bytes (writer, NULL);
  if (bytes == NULL)
    return NULL;
  return g_strstrip (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
}

static char *
dup_facts (const GPtrArray *facts)
{
  for (guint n = facts->len; n > 0; n--)
    {
      g_autofree char *text = facts_to_text (facts, n);

      if (text != NULL && strlen (text) <= MOST_BYTES)
        return g_steal_pointer (&text);
    }
  return NULL;
}

/**
 * soleus_verdict_write:
 * @self: a verdict
 * @record: a record of the kind verdict; what it said before is replaced, its acknowledgement stays
 * @check: (nullable): the identity of the check that it answers
 *
 * Writes a verdict into a record, which can then be saved.
 */
void
soleus_verdict_write (const SoleusVerdict *self,
                      SoleusRecord        *record,
                      const char          *check)
{
  SoleusRow *row = soleus_record_get_values (record);

  soleus_row_clear (row, "findings");
  soleus_row_clear (row, "open_questions");
  soleus_row_clear (row, "check");
  soleus_row_set_time (row, "at", self->at);
  soleus_row_set_text (row, "level", soleus_levels.words[self->level]);
  soleus_row_set_answer (row, "complete", self->complete ? SOLEUS_YES : SOLEUS_NO);
  soleus_row_set_number (row, "rules_version", self->rules_version);
  if (check != NULL)
    soleus_row_set_text (row, "check", check);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (self->findings, i);
      SoleusRow *row_of = soleus_row_add_row (row, "findings");
      g_autofree char *facts = dup_facts (finding->facts);

      soleus_row_set_text (row_of, "rule", finding->rule->id);
      soleus_row_set_text (row_of, "level", soleus_levels.words[finding->level]);
      soleus_row_set_text (row_of, "basis", finding->basis);
      if (facts != NULL)
        soleus_row_set_text (row_of, "facts", facts);
    }
  for (guint i = 0; i < self->open_questions->len; i++)
    soleus_row_set_text (soleus_row_add_row (row, "open_questions"), "fact", g_ptr_array_index (self->open_questions, i));
}

static const char *
get_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
read_facts (GPtrArray  *facts,
            const char *text)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
  g_autoptr (JsonNode) document = bytes != NULL ? soleus_json_parse (bytes, NULL, NULL) : NULL;
  JsonArray *array = document != NULL && JSON_NODE_HOLDS_ARRAY (document) ? json_node_get_array (document) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *fact = object != NULL ? get_member (object, "fact") : NULL;
      const char *value = object != NULL ? get_member (object, "value") : NULL;
      const char *at = object != NULL ? get_member (object, "at") : NULL;
      SoleusUsedFact *used;

      if (fact == NULL || value == NULL)
        continue;
      used = g_new0 (SoleusUsedFact, 1);
      used->fact = g_intern_string (fact);
      used->value = g_strdup (value);
      used->record = g_strdup (get_member (object, "record"));
      used->has_at = at != NULL && soleus_time_parse (at, &used->at);
      g_ptr_array_add (facts, used);
    }
}

/* A rule that these rules do not have any more is known by its id alone. */
static const SoleusRule *
find_rule (SoleusVerdict     *self,
           const SoleusRules *rules,
           const char        *id)
{
  const SoleusRule *known = soleus_rules_find (rules, id);
  SoleusRule *rule;

  if (known != NULL)
    return known;
  rule = g_new0 (SoleusRule, 1);
  rule->id = g_intern_string (id);
  rule->sources = g_new0 (char *, 1);
  g_ptr_array_add (self->old_rules, rule);
  return rule;
}

/**
 * soleus_verdict_read:
 * @record: a record of the kind verdict
 * @rules: the present rules, for the names of those that fired
 *
 * Reads a verdict as it was given, whatever the present rules would say.
 *
 * Returns: (transfer full): the verdict, without explanations; it borrows @rules
 */
SoleusVerdict *
soleus_verdict_read (SoleusRecord      *record,
                     const SoleusRules *rules)
{
  const SoleusRow *row = soleus_record_get_values (record);
  SoleusVerdict *self = soleus_verdict_new_empty ();
  int level = soleus_vocabulary_index (&soleus_levels, soleus_row_get_text (row, "level"));

  self->level = (SoleusLevel) MAX (level, 0);
  self->complete = soleus_row_get_answer (row, "complete") == SOLEUS_YES;
  self->rules_version = (int) soleus_row_get_number (row, "rules_version", 0);
  soleus_record_get_when (record, &self->at);
  for (guint i = 0; i < soleus_row_get_n_rows (row, "findings"); i++)
    {
      const SoleusRow *row_of = soleus_row_get_row (row, "findings", i);
      SoleusFinding *finding = g_new0 (SoleusFinding, 1);
      const char *basis = soleus_row_get_text (row_of, "basis");

      finding->rule = find_rule (self, rules, soleus_row_get_text (row_of, "rule"));
      finding->level = (SoleusLevel) MAX (soleus_vocabulary_index (&soleus_levels, soleus_row_get_text (row_of, "level")), 0);
      finding->basis = basis != NULL ? basis : soleus_bases.words[2];
      finding->facts = g_ptr_array_new_with_free_func (soleus_used_fact_free);
      read_facts (finding->facts, soleus_row_get_text (row_of, "facts"));
      g_ptr_array_add (self->findings, finding);
    }
  for (guint i = 0; i < soleus_row_get_n_rows (row, "open_questions"); i++)
    g_ptr_array_add (self->open_questions, (gpointer) soleus_row_get_text (soleus_row_get_row (row, "open_questions", i), "fact"));
  return self;
}
