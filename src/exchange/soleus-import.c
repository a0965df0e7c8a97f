/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading an archive into a diary: all or nothing, in one transaction. Records are the same by their identity; of two
 * versions the later change wins and a tie keeps what is there. A tombstone counts as a version, so that an old archive
 * revives nothing. */
#include "config.h"

#include "exchange/soleus-archive.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/soleus-copies.h"
#include "store/soleus-record-table.h"

typedef struct
{
  SoleusJsonReader *reader;
  SoleusImportPolicy policy;
  gboolean dry_run;
  SoleusImportResult *result;
  GHashTable *seen; /* identities met so far */
  gint64 expected[SOLEUS_KIND_LAST + 1];
  gboolean started;
  SoleusProgress progress;
  gpointer progress_data;
  gint64 size;
} Import;

/**
 * soleus_import_result_free:
 * @self: (nullable) (transfer full): a result
 */
void
soleus_import_result_free (SoleusImportResult *self)
{
  if (self == NULL)
    return;
  g_free (self->program);
  g_free (self->backup);
  g_free (self);
}

static gboolean
should_replace (SoleusImportPolicy policy,
                const SoleusLife  *theirs,
                const SoleusLife  *ours)
{
  switch (policy)
    {
    case SOLEUS_IMPORT_KEEP:
      return FALSE;
    case SOLEUS_IMPORT_TAKE:
      return TRUE;
    case SOLEUS_IMPORT_LATER:
    default:
      return theirs->modified > ours->modified;
    }
}

static gboolean
merge (Import         *self,
       SoleusDatabase *db,
       SoleusRecord   *record,
       GError        **error)
{
  const SoleusLife *life = soleus_record_get_life (record);
  SoleusImportCount *count = &self->result->kinds[soleus_record_get_kind (record)];
  SoleusHere here;

  if (!g_hash_table_add (self->seen, g_strdup (soleus_record_get_uuid (record))))
    return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_DUPLICATE, "a record with this id stands in the file twice");
  if (!soleus_record_table_find (db, soleus_record_get_uuid (record), &here, error))
    return FALSE;
  if (here.id != 0 && here.kind != soleus_record_get_kind (record))
    return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_VALUE, "the diary has a record with this id that is of another kind");

  count->in_file++;
  self->result->newest = MAX (self->result->newest, life->modified);
  if (here.id == 0)
    {
      count->added++;
      return self->dry_run || soleus_record_table_insert (db, record, error);
    }
  if (here.life.modified == life->modified)
    {
      count->same++;
      return TRUE;
    }
  if (!should_replace (self->policy, life, &here.life))
    {
      count->kept++;
      return TRUE;
    }
  count->replaced++;
  return self->dry_run || soleus_record_table_update (db, here.id, record, error);
}

static gboolean
read_list (Import         *self,
           SoleusDatabase *db,
           SoleusKind      kind,
           GError        **error)
{
  if (!soleus_json_reader_begin_array (self->reader, error))
    return FALSE;
  while (soleus_json_reader_next_element (self->reader, error))
    {
      g_autoptr (SoleusRecord) record = soleus_archive_read_record (self->reader, kind, error);

      if (record == NULL || !merge (self, db, record, error))
        return FALSE;
      if (self->progress != NULL && g_hash_table_size (self->seen) % 1000 == 0 &&
          !self->progress ((gint64) soleus_json_reader_get_offset (self->reader), self->size, self->progress_data))
        {
          g_set_error_literal (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED, _("The import was stopped. Nothing was changed."));
          return FALSE;
        }
    }
  return soleus_json_reader_check (self->reader, error);
}

static gboolean
read_counts (Import  *self,
             GError **error)
{
  const char *key;

  if (!soleus_json_reader_begin_object (self->reader, error))
    return FALSE;
  while (soleus_json_reader_next_key (self->reader, &key, error))
    {
      const SoleusKindInfo *info = soleus_kind_find_plural (key);

      if (info == NULL)
        return soleus_json_reader_fail_unknown_key (self->reader, error);
      if (!soleus_json_reader_read_int (self->reader, 0, G_MAXINT32, &self->expected[info->kind], error))
        return FALSE;
    }
  return soleus_json_reader_check (self->reader, error);
}

static gboolean
read_format (Import  *self,
             GError **error)
{
  const char *text;

  if (!soleus_json_reader_borrow_string (self->reader, &text, NULL, error))
    return FALSE;
  if (!g_str_equal (text, SOLEUS_ARCHIVE_FORMAT))
    return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_VALUE, "this is not a Soleus archive");
  return TRUE;
}

static gboolean
read_version (Import  *self,
              GError **error)
{
  gint64 version;

  if (!soleus_json_reader_read_int (self->reader, 1, G_MAXINT32, &version, error))
    return FALSE;
  if (version > SOLEUS_ARCHIVE_VERSION)
    return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_VALUE, "this archive was made by a newer Soleus; update Soleus to read it");
  self->started = TRUE;
  return TRUE;
}

static gboolean
read_program (Import  *self,
              GError **error)
{
  if (!soleus_json_reader_read_string (self->reader, &self->result->program, error))
    return FALSE;
  if (strlen (self->result->program) > 40)
    return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_SIZE, "program is too long");
  return TRUE;
}

/* The format and its version come first, so that a file of another sort is known at once. */
static gboolean
read_member (Import         *self,
             SoleusDatabase *db,
             const char     *key,
             guint           place,
             GError        **error)
{
  const SoleusKindInfo *info;

  if (g_str_equal (key, "format") && place == 0)
    return read_format (self, error);
  if (place == 0)
    return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_VALUE, "this is not a Soleus archive: it must begin with its format");
  if (g_str_equal (key, "version") && place == 1)
    return read_version (self, error);
  if (!self->started)
    return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_VALUE, "the version must follow the format");
  if (g_str_equal (key, "program"))
    return read_program (self, error);
  if (g_str_equal (key, "counts"))
    return read_counts (self, error);
  info = soleus_kind_find_plural (key);
  if (info == NULL)
    return soleus_json_reader_fail_unknown_key (self->reader, error);
  return read_list (self, db, info->kind, error);
}

static gboolean
read_archive (SoleusDatabase *db,
              gpointer        data,
              GError        **error)
{
  Import *self = data;
  const char *key;
  guint place = 0;

  if (!soleus_json_reader_begin_object (self->reader, error))
    return FALSE;
  while (soleus_json_reader_next_key (self->reader, &key, error))
    if (!read_member (self, db, key, place++, error))
      return FALSE;
  if (!soleus_json_reader_check (self->reader, error))
    return FALSE;
  if (!self->started)
    return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_VALUE, "this is not a Soleus archive: it must begin with its format");
  if (!soleus_json_reader_finish (self->reader, error))
    return FALSE;

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      SoleusImportCount *count = &self->result->kinds[kind], *all = &self->result->all;

      if (self->expected[kind] >= 0 && self->expected[kind] != count->in_file)
        return soleus_json_reader_fail (self->reader, error, SOLEUS_JSON_ERROR_VALUE, "the file names %" G_GINT64_FORMAT " %s but holds %u",
                                        self->expected[kind], soleus_kind_get_info ((SoleusKind) kind)->plural, count->in_file);
      all->in_file += count->in_file;
      all->added += count->added;
      all->same += count->same;
      all->replaced += count->replaced;
      all->kept += count->kept;
    }
  return TRUE;
}

/**
 * soleus_import_bytes:
 * @diary: a diary
 * @bytes: an archive
 * @policy: what to do with records that differ
 * @dry_run: whether only to say what would happen
 * @progress: (scope call) (nullable): told how far it is, in bytes; returning %FALSE stops it
 * @data: for @progress
 * @error: return location
 *
 * Reads an archive into a diary. Whatever is wrong with the file, the diary stays as it was.
 *
 * Returns: (transfer full): what happened, or %NULL on failure
 */
SoleusImportResult *
soleus_import_bytes (SoleusDiary       *diary,
                     GBytes            *bytes,
                     SoleusImportPolicy policy,
                     gboolean           dry_run,
                     SoleusProgress     progress,
                     gpointer           data,
                     GError           **error)
{
  g_autoptr (SoleusImportResult) result = g_new0 (SoleusImportResult, 1);
  g_autoptr (SoleusJsonReader) reader = soleus_json_reader_new_for_bytes (bytes, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SoleusDatabase *db = soleus_diary_get_database (diary);
  Import self = { .reader = reader, .policy = policy, .dry_run = dry_run, .result = result, .seen = seen,
                  .progress = progress, .progress_data = data, .size = (gint64) g_bytes_get_size (bytes) };
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (self.expected); i++)
    self.expected[i] = -1;

  if (dry_run)
    done = read_archive (db, &self, error);
  else
    {
      /* Spilling would lock every reader out long before the commit. */
      done = soleus_database_execute (db, "PRAGMA cache_spill = OFF", error) &&
             soleus_database_transact (db, read_archive, &self, error);
      soleus_database_execute (db, "PRAGMA cache_spill = ON", NULL);
    }
  if (!done)
    return NULL;
  if (!dry_run && result->all.added + result->all.replaced > 0)
    soleus_diary_changed (diary, SOLEUS_KIND_MASK_ALL);
  return g_steal_pointer (&result);
}

/**
 * soleus_import_run:
 * @diary: a diary
 * @file: the path of an archive
 * @policy: what to do with records that differ
 * @dry_run: whether only to say what would happen
 * @progress: (scope call) (nullable): told how far it is, in bytes; returning %FALSE stops it
 * @data: for @progress
 * @error: return location
 *
 * As soleus_import_bytes(), from a file. A copy of a diary that holds anything is made first.
 *
 * Returns: (transfer full): what happened, or %NULL on failure
 */
SoleusImportResult *
soleus_import_run (SoleusDiary       *diary,
                   const char        *file,
                   SoleusImportPolicy policy,
                   gboolean           dry_run,
                   SoleusProgress     progress,
                   gpointer           data,
                   GError           **error)
{
  g_autoptr (SoleusImportResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *contents = NULL;
  gint64 n_records = 0;
  gsize length;
  GStatBuf info;

  if (g_stat (file, &info) == 0 && info.st_size > (gint64) SOLEUS_JSON_DEFAULT_BYTES)
    {
      g_set_error_literal (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_SIZE, _("The file is too large for an archive of Soleus."));
      return NULL;
    }
  if (!g_file_get_contents (file, &contents, &length, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);

  if (!dry_run)
    {
      if (!soleus_diary_count (diary, &n_records, error))
        return NULL;
      if (n_records > 0 && (backup = soleus_copies_make_before (diary, "import", error)) == NULL)
        return NULL;
    }
  result = soleus_import_bytes (diary, bytes, policy, dry_run, progress, data, error);
  if (result == NULL)
    {
      if (backup != NULL)
        g_unlink (backup);
      return NULL;
    }
  result->backup = g_steal_pointer (&backup);
  return g_steal_pointer (&result);
}
