/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing an archive: a stream from the diary to JSON, one record a line. The diary is first copied into memory, so that
 * a long export holds up no writer, and so that the archive shows one moment. Nothing in it tells when, where or by whom
 * it was written: the same diary gives the same bytes. */
#include "config.h"

#include "exchange/soleus-archive.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "store/soleus-new-file.h"
#include "store/soleus-record-table.h"

#define BUSY_MS 5000

static void
write_time (SoleusJsonWriter *writer,
            SoleusTime        time)
{
  char buffer[SOLEUS_ISO_SIZE];

  soleus_time_write_iso (time, buffer);
  soleus_json_writer_string (writer, buffer);
}

static void
write_date (SoleusJsonWriter *writer,
            SoleusDate        date)
{
  char buffer[SOLEUS_ISO_SIZE];

  soleus_date_write_iso (date, buffer);
  soleus_json_writer_string (writer, buffer);
}

static void write_value (SoleusJsonWriter *writer, const SoleusField *field, const SoleusValue *value);

static void
write_members (SoleusJsonWriter *writer,
               const SoleusRow  *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (row->values[i].set)
      {
        soleus_json_writer_key (writer, row->fields[i].name);
        write_value (writer, &row->fields[i], &row->values[i]);
      }
}

/* Rows of a single field are written as plain values: "conditions": ["diabetes"]. */
static void
write_rows (SoleusJsonWriter  *writer,
            const SoleusField *field,
            GPtrArray         *rows)
{
  gboolean plain = soleus_fields_count (field->rows) == 1;

  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < rows->len; i++)
    {
      const SoleusRow *row = g_ptr_array_index (rows, i);

      if (plain)
        write_value (writer, &field->rows[0], &row->values[0]);
      else
        {
          soleus_json_writer_begin_object (writer);
          write_members (writer, row);
          soleus_json_writer_end_object (writer);
        }
    }
  soleus_json_writer_end_array (writer);
}

static void
write_value (SoleusJsonWriter  *writer,
             const SoleusField *field,
             const SoleusValue *value)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_INTEGER:
      soleus_json_writer_int (writer, value->number);
      break;
    case SOLEUS_FIELD_DECIMAL:
      soleus_json_writer_decimal (writer, value->number, 3);
      break;
    case SOLEUS_FIELD_BOOLEAN:
      soleus_json_writer_bool (writer, value->number != 0);
      break;
    case SOLEUS_FIELD_TIME:
      write_time (writer, value->time);
      break;
    case SOLEUS_FIELD_DATE:
      write_date (writer, (SoleusDate) value->number);
      break;
    case SOLEUS_FIELD_LIST:
      write_rows (writer, field, value->rows);
      break;
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_WORD:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_REFERENCE:
    default:
      soleus_json_writer_string (writer, value->text);
      break;
    }
}

/**
 * soleus_archive_write_record:
 * @writer: where a value may stand
 * @record: a record
 *
 * Writes a record as it stands in an archive.
 */
void
soleus_archive_write_record (SoleusJsonWriter *writer,
                             SoleusRecord     *record)
{
  const SoleusLife *life = soleus_record_get_life (record);

  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "id");
  soleus_json_writer_string (writer, soleus_record_get_uuid (record));
  soleus_json_writer_key (writer, "created");
  write_time (writer, (SoleusTime) { life->created, 0 });
  soleus_json_writer_key (writer, "modified");
  write_time (writer, (SoleusTime) { life->modified, 0 });
  soleus_json_writer_key (writer, "revision");
  soleus_json_writer_int (writer, life->revision);
  if (life->deleted != 0)
    {
      soleus_json_writer_key (writer, "deleted");
      write_time (writer, (SoleusTime) { life->deleted, 0 });
    }
  if (life->purged)
    {
      soleus_json_writer_key (writer, "purged");
      soleus_json_writer_bool (writer, TRUE);
    }
  else
    write_members (writer, soleus_record_get_values (record));
  soleus_json_writer_end_object (writer);
}

static gboolean
count_records (SoleusDatabase *db,
               gint64         *counts,
               gint64         *total,
               GError        **error)
{
  g_autoptr (SoleusStatement) statement = soleus_database_prepare (db, "SELECT \"kind\", count (*) FROM \"record\" GROUP BY \"kind\"", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  *total = 0;
  while (TRUE)
    {
      gint64 kind;

      if (!soleus_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      kind = soleus_statement_get (statement, 0);
      if (kind < SOLEUS_KIND_FIRST || kind > SOLEUS_KIND_LAST)
        continue;
      counts[kind] = soleus_statement_get (statement, 1);
      *total += counts[kind];
    }
}

typedef struct
{
  SoleusProgress func;
  gpointer data;
  gint64 done;
  gint64 total;
} Progress;

static gboolean
write_kind (SoleusJsonWriter *writer,
            SoleusDatabase   *db,
            SoleusKind        kind,
            Progress         *progress,
            GError          **error)
{
  const SoleusSpan everything = { SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, TRUE };
  g_autoptr (SoleusCursor) cursor = soleus_cursor_open (db, kind, &everything, error);

  if (cursor == NULL)
    return FALSE;
  soleus_json_writer_key (writer, soleus_kind_get_info (kind)->plural);
  soleus_json_writer_begin_array (writer);
  while (TRUE)
    {
      g_autoptr (SoleusRecord) record = NULL;

      if (!soleus_cursor_next (cursor, &record, error))
        return FALSE;
      if (record == NULL)
        break;
      soleus_archive_write_record (writer, record);
      if (++progress->done % 1000 == 0 && progress->func != NULL)
        {
          if (!soleus_json_writer_check (writer, error))
            return FALSE;
          if (!progress->func (progress->done, progress->total, progress->data))
            {
              g_set_error_literal (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED, _("The export was stopped."));
              return FALSE;
            }
        }
    }
  soleus_json_writer_end_array (writer);
  return TRUE;
}

/**
 * soleus_archive_export:
 * @diary_path: a diary
 * @stream: where to write
 * @progress: (scope call) (nullable): told how many records are written; returning %FALSE stops it
 * @data: for @progress
 * @error: return location
 *
 * Writes the whole diary, trash and tombstones included. Opens a connection of its own and may run in any thread.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_archive_export (const char    *diary_path,
                       GOutputStream *stream,
                       SoleusProgress progress,
                       gpointer       data,
                       GError       **error)
{
  g_autoptr (SoleusDatabase) diary = soleus_database_open (diary_path, SOLEUS_OPEN_READ, BUSY_MS, error);
  g_autoptr (SoleusDatabase) db = NULL;
  g_autoptr (SoleusJsonWriter) writer = soleus_json_writer_new_for_stream (SOLEUS_ARCHIVE_INDENT, stream, NULL);
  gint64 counts[SOLEUS_KIND_LAST + 1] = { 0 };
  Progress told = { progress, data, 0, 0 };

  if (diary == NULL)
    return FALSE;
  db = soleus_database_open_memory (error);
  if (db == NULL || !soleus_database_copy_to (diary, db, NULL, NULL, error) || !count_records (db, counts, &told.total, error))
    return FALSE;
  g_clear_pointer (&diary, soleus_database_close);

  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "format");
  soleus_json_writer_string (writer, SOLEUS_ARCHIVE_FORMAT);
  soleus_json_writer_key (writer, "version");
  soleus_json_writer_int (writer, SOLEUS_ARCHIVE_VERSION);
  soleus_json_writer_key (writer, "program");
  soleus_json_writer_string (writer, SOLEUS_VERSION);
  soleus_json_writer_key (writer, "counts");
  soleus_json_writer_begin_object (writer);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      soleus_json_writer_key (writer, soleus_kind_get_info ((SoleusKind) kind)->plural);
      soleus_json_writer_int (writer, counts[kind]);
    }
  soleus_json_writer_end_object (writer);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    if (!write_kind (writer, db, (SoleusKind) kind, &told, error))
      return FALSE;
  soleus_json_writer_end_object (writer);
  return soleus_json_writer_finish (writer, error);
}

/* A full disk is told in the same words wherever it is met. */
static gboolean
hand_over (GError  *cause,
           GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      g_error_free (cause);
      return soleus_store_set_errno (error, ENOSPC, "export");
    }
  g_propagate_error (error, cause);
  return FALSE;
}

/**
 * soleus_archive_export_file:
 * @diary_path: a diary
 * @target: the file to write; one that is there is replaced
 * @progress: (scope call) (nullable): told how many records are written; returning %FALSE stops it
 * @data: for @progress
 * @error: return location
 *
 * Writes the archive to a file that only its owner may read. @target is either the whole archive or as it was.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_archive_export_file (const char    *diary_path,
                            const char    *target,
                            SoleusProgress progress,
                            gpointer       data,
                            GError       **error)
{
  g_autofree char *draft = soleus_new_file_dup_draft (target);
  g_autoptr (GFile) file = g_file_new_for_path (draft);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  if (!soleus_new_file_may_be (target, diary_path, error))
    return FALSE;
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, &cause);
  if (stream == NULL)
    return hand_over (g_steal_pointer (&cause), error);
  if (soleus_archive_export (diary_path, G_OUTPUT_STREAM (stream), progress, data, &cause) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &cause) &&
      soleus_new_file_place (draft, target, &cause))
    return TRUE;
  g_unlink (draft);
  return hand_over (g_steal_pointer (&cause), error);
}
