/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading one record of an archive. What the table of kinds does not know is refused with its place; nothing is
 * guessed, and no value gets into a message. */
#include "config.h"

#include "exchange/soleus-archive.h"

#include <string.h>

static gboolean read_value (SoleusJsonReader *reader, SoleusRow *row, guint field, GError **error);

/* Hands an error of the model over to the reader, which adds the place. */
static gboolean
fail_with (SoleusJsonReader *reader,
           GError           *cause,
           GError          **error)
{
  soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "%s", cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
read_time (SoleusJsonReader *reader,
           const char       *name,
           SoleusTime       *time,
           GError          **error)
{
  const char *text;

  if (!soleus_json_reader_borrow_string (reader, &text, NULL, error))
    return FALSE;
  if (!soleus_time_parse (text, time))
    return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "%s must be an existing time such as 2026-03-03T02:40:00+01:00", name);
  return TRUE;
}

static gboolean
read_members (SoleusJsonReader *reader,
              SoleusRow        *row,
              GError          **error)
{
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return FALSE;
  while (soleus_json_reader_next_key (reader, &key, error))
    {
      int field = soleus_fields_find (row->fields, key);

      if (field < 0)
        return soleus_json_reader_fail_unknown_key (reader, error);
      if (!read_value (reader, row, (guint) field, error))
        return FALSE;
    }
  return soleus_json_reader_check (reader, error);
}

static gboolean
read_rows (SoleusJsonReader *reader,
           SoleusRow        *row,
           guint             field,
           GError          **error)
{
  gboolean plain = soleus_fields_count (row->fields[field].rows) == 1;

  if (!soleus_json_reader_begin_array (reader, error))
    return FALSE;
  while (soleus_json_reader_next_element (reader, error))
    {
      SoleusRow *item = soleus_row_add_row_at (row, field);

      if (plain ? !read_value (reader, item, 0, error) : !read_members (reader, item, error))
        return FALSE;
      if (row->values[field].rows->len > row->fields[field].max)
        return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_SIZE, "%s has too many rows", row->fields[field].name);
    }
  return soleus_json_reader_check (reader, error);
}

static gboolean
read_value (SoleusJsonReader *reader,
            SoleusRow        *row,
            guint             field,
            GError          **error)
{
  const SoleusField *info = &row->fields[field];
  SoleusValue *value = &row->values[field];
  g_autoptr (GError) cause = NULL;
  const char *text;
  gboolean yes;
  SoleusDate date;

  switch (info->type)
    {
    case SOLEUS_FIELD_WORD:
      if (!soleus_json_reader_borrow_string (reader, &text, NULL, error))
        return FALSE;
      return soleus_row_take_word (row, field, text, &cause) || fail_with (reader, g_steal_pointer (&cause), error);
    case SOLEUS_FIELD_INTEGER:
      if (!soleus_json_reader_read_int (reader, info->min, info->max, &value->number, error))
        return FALSE;
      break;
    case SOLEUS_FIELD_DECIMAL:
      if (!soleus_json_reader_read_decimal (reader, 3, info->min, info->max, &value->number, error))
        return FALSE;
      break;
    case SOLEUS_FIELD_BOOLEAN:
      if (!soleus_json_reader_read_bool (reader, &yes, error))
        return FALSE;
      value->number = yes;
      break;
    case SOLEUS_FIELD_TIME:
      if (!read_time (reader, info->name, &value->time, error))
        return FALSE;
      break;
    case SOLEUS_FIELD_DATE:
      if (!soleus_json_reader_borrow_string (reader, &text, NULL, error))
        return FALSE;
      if (!soleus_date_parse (text, &date))
        return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "%s must be an existing date such as 2026-03-03", info->name);
      value->number = date;
      break;
    case SOLEUS_FIELD_LIST:
      return read_rows (reader, row, field, error);
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_REFERENCE:
    default:
      if (!soleus_json_reader_borrow_string (reader, &text, NULL, error))
        return FALSE;
      if (*text == '\0')
        return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "%s is empty; leave it out instead", info->name);
      value->text = g_strdup (text);
      break;
    }
  value->set = TRUE;
  return TRUE;
}

static gboolean
read_life_time (SoleusJsonReader *reader,
                const char       *name,
                gint64           *utc,
                GError          **error)
{
  SoleusTime time;

  if (!read_time (reader, name, &time, error))
    return FALSE;
  *utc = time.utc;
  return TRUE;
}

/* Reads a member that every record may have. @known tells whether @key is one. */
static gboolean
read_identity (SoleusJsonReader *reader,
               const char       *key,
               SoleusLife       *life,
               char            **uuid,
               gboolean         *known,
               GError          **error)
{
  gint64 revision;

  *known = TRUE;
  if (g_str_equal (key, "created"))
    return read_life_time (reader, "created", &life->created, error);
  if (g_str_equal (key, "modified"))
    return read_life_time (reader, "modified", &life->modified, error);
  if (g_str_equal (key, "deleted"))
    return read_life_time (reader, "deleted", &life->deleted, error);
  if (g_str_equal (key, "purged"))
    return soleus_json_reader_read_bool (reader, &life->purged, error);
  if (g_str_equal (key, "revision"))
    {
      if (!soleus_json_reader_read_int (reader, 1, G_MAXINT32, &revision, error))
        return FALSE;
      life->revision = (gint32) revision;
      return TRUE;
    }
  if (g_str_equal (key, "id"))
    {
      if (!soleus_json_reader_read_string (reader, uuid, error))
        return FALSE;
      if (!soleus_uuid_is_valid (*uuid))
        return soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "id must be a UUID in lower case");
      return TRUE;
    }
  *known = FALSE;
  return TRUE;
}

/* A record written by hand may leave out its life; then it counts as made and last changed when it happened. */
static void
complete_life (SoleusRecord *record,
               SoleusLife   *life)
{
  SoleusTime when;
  gint64 happened = soleus_record_get_when (record, &when) ? when.utc : SOLEUS_TIME_MIN;

  if (life->modified == 0)
    life->modified = life->deleted != 0 ? life->deleted : life->created != 0 ? life->created : happened;
  if (life->created == 0)
    life->created = MIN (happened == SOLEUS_TIME_MIN ? life->modified : happened, life->modified);
  if (life->revision == 0)
    life->revision = 1;
}

static gboolean
says_anything (const SoleusRow *values)
{
  for (guint i = 0; i < values->n_fields; i++)
    if (values->values[i].set)
      return TRUE;
  return FALSE;
}

/**
 * soleus_archive_read_record:
 * @reader: before a record
 * @kind: its kind
 * @error: return location
 *
 * Reads a record as it stands in an archive, and checks it in full.
 *
 * Returns: (transfer full): the record, or %NULL
 */
SoleusRecord *
soleus_archive_read_record (SoleusJsonReader *reader,
                            SoleusKind        kind,
                            GError          **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_new_full (kind, "", (SoleusLife) { 0 });
  g_autofree char *uuid = NULL, *natural = NULL;
  g_autoptr (GError) cause = NULL;
  SoleusRow *values = soleus_record_get_values (record);
  SoleusLife life = { 0 };
  const char *key;

  if (!soleus_json_reader_begin_object (reader, error))
    return NULL;
  while (soleus_json_reader_next_key (reader, &key, error))
    {
      gboolean known;
      int field;

      if (!read_identity (reader, key, &life, &uuid, &known, error))
        return NULL;
      if (known)
        continue;
      field = soleus_fields_find (values->fields, key);
      if (field < 0)
        {
          soleus_json_reader_fail_unknown_key (reader, error);
          return NULL;
        }
      if (!read_value (reader, values, (guint) field, error))
        return NULL;
    }
  if (!soleus_json_reader_check (reader, error))
    return NULL;

  if (life.purged && (life.deleted == 0 || says_anything (values)))
    {
      soleus_json_reader_fail (reader, error, SOLEUS_JSON_ERROR_VALUE, "a purged record has a time of deletion and nothing else");
      return NULL;
    }
  complete_life (record, &life);
  soleus_record_set_life (record, life);
  if (!soleus_record_validate (record, &cause))
    {
      fail_with (reader, g_steal_pointer (&cause), error);
      return NULL;
    }

  soleus_record_set_uuid (record, uuid != NULL ? uuid : "");
  if (!life.purged)
    {
      natural = soleus_record_dup_natural_uuid (record);
      soleus_record_set_uuid (record, natural);
    }
  if (*soleus_record_get_uuid (record) == '\0')
    {
      soleus_json_reader_fail_missing_key (reader, "id", error);
      return NULL;
    }
  return g_steal_pointer (&record);
}
