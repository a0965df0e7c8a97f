/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From words such as pain=7 to the values of a record. The names are those of the table of kinds; a list may also be
 * named for one of its rows, and each further mention of it adds rows. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/soleus-check.h"

#define SHOWN_LENGTH 40

/* A name as it may stand in a message: what looks like none could be anything, and is not repeated. */
static char *
dup_shown (const char *word,
           gsize       length)
{
  g_autofree char *name = g_strndup (word, MIN (length, SHOWN_LENGTH + 1));

  return length <= SHOWN_LENGTH && soleus_id_is_valid (name) ? g_steal_pointer (&name) : g_strdup (_("one of the names"));
}

/**
 * soleus_ctl_words_are_fields:
 * @self: a call
 * @first: the first word that should be FIELD=VALUE
 *
 * Returns: %FALSE where one is not, which has been told
 */
gboolean
soleus_ctl_words_are_fields (SoleusCtl *self,
                             guint      first)
{
  for (guint i = first; i < self->n_words; i++)
    if (strchr (self->words[i], '=') == NULL || self->words[i][0] == '=')
      {
        soleus_ctl_refuse (self, _("Values are given as FIELD=VALUE."));
        return FALSE;
      }
  return TRUE;
}

/* The place of a field by its name, or of a list by the name of one of its rows: "site" for "sites". */
static int
find_field (const SoleusField *fields,
            const char        *name)
{
  g_autofree char *plural = g_strconcat (name, "s", NULL);
  int field = soleus_fields_find (fields, name);

  if (field >= 0)
    return field;
  field = soleus_fields_find (fields, plural);
  return field >= 0 && fields[field].type == SOLEUS_FIELD_LIST ? field : -1;
}

static gboolean
take_value (SoleusRow  *values,
            int         field,
            const char *text,
            GHashTable *given,
            GError    **error)
{
  const SoleusField *info = &values->fields[field];
  gboolean again = !g_hash_table_add (given, (gpointer) info->name);

  if (again && info->type != SOLEUS_FIELD_LIST)
    {
      g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_CONFLICT, _("%s is given twice."), info->name);
      return FALSE;
    }
  if (!again || *text == '\0')
    soleus_row_clear (values, info->name);
  return *text == '\0' || soleus_row_parse (values, (guint) field, text, error);
}

static gboolean
take_word (SoleusRecord *record,
           const char   *word,
           GHashTable   *given,
           GError      **error)
{
  SoleusRow *values = soleus_record_get_values (record);
  const char *equals = strchr (word, '=');
  g_autofree char *name = g_strndup (word, (gsize) (equals - word));
  g_autofree char *shown = dup_shown (name, strlen (name));
  int field = find_field (values->fields, name);

  if (field >= 0)
    return take_value (values, field, equals + 1, given, error);
  if (soleus_record_get_kind (record) == SOLEUS_KIND_CHECK && soleus_vocabulary_find (&soleus_facts, name) != NULL)
    return soleus_check_answer (values, name, equals + 1, error);
  g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_UNKNOWN, _("%s: there is no such field."), shown);
  return FALSE;
}

/**
 * soleus_ctl_take_words:
 * @record: a record
 * @words: (array zero-terminated=1): words of the form FIELD=VALUE
 * @error: return location
 *
 * Sets what the words say. FIELD= makes a value absent. A list that is named begins anew.
 *
 * Returns: (transfer full): the names of the fields that were given, or %NULL on failure
 */
GHashTable *
soleus_ctl_take_words (SoleusRecord *record,
                       char        **words,
                       GError      **error)
{
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; words[i] != NULL; i++)
    if (!take_word (record, words[i], given, error))
      return NULL;
  return g_steal_pointer (&given);
}

static gboolean
row_has_references (const SoleusRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      if (!row->values[i].set)
        continue;
      if (row->fields[i].type == SOLEUS_FIELD_REFERENCE)
        return TRUE;
      if (row->fields[i].type == SOLEUS_FIELD_LIST)
        for (guint k = 0; k < row->values[i].rows->len; k++)
          if (row_has_references (g_ptr_array_index (row->values[i].rows, k)))
            return TRUE;
    }
  return FALSE;
}

/**
 * soleus_ctl_has_references:
 * @record: a record
 *
 * Returns: whether it names another record, which must be in the diary
 */
gboolean
soleus_ctl_has_references (SoleusRecord *record)
{
  return row_has_references (soleus_record_get_values (record));
}

/* "own_food" names a food; all others are called like their kind. */
static const SoleusKindInfo *
referred_kind (const SoleusField *field)
{
  return soleus_kind_find (g_str_equal (field->name, "own_food") ? "food" : field->name);
}

static gboolean
fail_reference (const SoleusField *field,
                const char        *words,
                GError           **error)
{
  g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_UNKNOWN, "%s: %s", field->name, words);
  return FALSE;
}

static gboolean
find_by_name (const SoleusField    *field,
              const SoleusKindInfo *kind,
              const char           *name,
              SoleusDiary          *diary,
              char                **uuid,
              GError              **error)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autoptr (GPtrArray) records = NULL;

  if (soleus_fields_find (kind->fields, "name") < 0)
    return fail_reference (field, _("give the ID of an entry."), error);
  records = soleus_diary_list (diary, kind->kind, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (records, i);
      const char *own_name = soleus_row_get_text (soleus_record_get_values (record), "name");
      g_autofree char *folded = g_utf8_casefold (own_name != NULL ? own_name : "", -1);

      if (!g_str_equal (folded, wanted))
        continue;
      if (*uuid != NULL)
        {
          g_clear_pointer (uuid, g_free);
          return fail_reference (field, _("more than one has this name. Give its ID."), error);
        }
      *uuid = g_strdup (soleus_record_get_uuid (record));
    }
  return *uuid != NULL || fail_reference (field, _("none has this name."), error);
}

static gboolean
check_identity (const SoleusField    *field,
                const SoleusKindInfo *kind,
                const char           *uuid,
                SoleusDiary          *diary,
                GError              **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SoleusRecord) record = soleus_diary_get (diary, uuid, &cause);

  if (record == NULL && !g_error_matches (cause, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (record == NULL || soleus_record_get_kind (record) != kind->kind || soleus_record_get_life (record)->deleted != 0)
    return fail_reference (field, _("the diary has no such entry."), error);
  return TRUE;
}

static gboolean
resolve_row (SoleusRow   *row,
             GHashTable  *given,
             SoleusDiary *diary,
             GError     **error)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      const SoleusField *field = &row->fields[i];
      g_autofree char *uuid = NULL;

      if (!row->values[i].set || (given != NULL && !g_hash_table_contains (given, field->name)))
        continue;
      if (field->type == SOLEUS_FIELD_LIST)
        {
          for (guint k = 0; k < row->values[i].rows->len; k++)
            if (!resolve_row (g_ptr_array_index (row->values[i].rows, k), NULL, diary, error))
              return FALSE;
          continue;
        }
      if (field->type != SOLEUS_FIELD_REFERENCE)
        continue;
      if (soleus_uuid_is_valid (row->values[i].text))
        {
          if (!check_identity (field, referred_kind (field), row->values[i].text, diary, error))
            return FALSE;
          continue;
        }
      if (!find_by_name (field, referred_kind (field), row->values[i].text, diary, &uuid, error))
        return FALSE;
      soleus_row_set_text (row, field->name, uuid);
    }
  return TRUE;
}

/**
 * soleus_ctl_resolve:
 * @record: a record
 * @given: the names of the fields to look at
 * @diary: the diary
 * @error: return location
 *
 * Puts identities in the place of names, and holds all of them against the diary.
 *
 * Returns: %FALSE where the diary has no such record, or several of that name
 */
gboolean
soleus_ctl_resolve (SoleusRecord *record,
                    GHashTable   *given,
                    SoleusDiary  *diary,
                    GError      **error)
{
  return resolve_row (soleus_record_get_values (record), given, diary, error);
}

static void
complete_episode (SoleusRow  *episode,
                  SoleusTime  now)
{
  gboolean night_only = soleus_row_has (episode, "night") && !soleus_row_has (episode, "start");

  if (g_strcmp0 (soleus_row_get_text (episode, "precision"), "night") != 0 && !night_only && !soleus_row_has (episode, "start"))
    soleus_row_set_time (episode, "start", now);
  if (!soleus_row_has (episode, "precision"))
    soleus_row_set_text (episode, "precision", night_only ? "night" : soleus_row_has (episode, "start_span_min") ? "about" : "exact");
}

/**
 * soleus_ctl_complete:
 * @record: a new record
 * @clock: what time it is
 *
 * Sets what follows from the moment: a time that is needed and was not given is now, a date is today.
 */
void
soleus_ctl_complete (SoleusRecord *record,
                     SoleusClock  *clock)
{
  SoleusRow *values = soleus_record_get_values (record);
  SoleusTime now = soleus_clock_get_now (clock);

  for (guint i = 0; i < values->n_fields; i++)
    {
      if (values->values[i].set || !values->fields[i].required)
        continue;
      if (values->fields[i].type == SOLEUS_FIELD_TIME)
        soleus_row_set_time (values, values->fields[i].name, now);
      else if (values->fields[i].type == SOLEUS_FIELD_DATE)
        soleus_row_set_date (values, values->fields[i].name, soleus_time_get_date (now));
    }

  switch ((int) soleus_record_get_kind (record))
    {
    case SOLEUS_KIND_EPISODE:
      complete_episode (values, now);
      break;
    case SOLEUS_KIND_CHECK:
      if (!soleus_row_has (values, "finished"))
        soleus_row_set_answer (values, "finished", SOLEUS_YES);
      break;
    case SOLEUS_KIND_DOSE:
      if (!soleus_row_has (values, "status"))
        soleus_row_set_text (values, "status", "taken");
      break;
    case SOLEUS_KIND_STRETCH:
      if (!soleus_row_has (values, "by_hand"))
        soleus_row_set_answer (values, "by_hand", SOLEUS_YES);
      break;
    default:
      break;
    }
}
