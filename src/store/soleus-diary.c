/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One open diary. What a write returned as done is on the disk. Whoever shows records listens to "changed", which comes
 * once after a commit, be it ours or another program's; nothing is told before it is safe. */
#include "config.h"

#include "store/soleus-diary.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/soleus-copies.h"
#include "store/soleus-record-table.h"
#include "store/soleus-schema.h"

struct _SoleusDiary
{
  GObject parent_instance;

  SoleusDatabase *db;
  SoleusClock *clock;
  char *path;
  gboolean writable;
  gint64 data_version;
};

G_DEFINE_FINAL_TYPE (SoleusDiary, soleus_diary, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
soleus_diary_finalize (GObject *object)
{
  SoleusDiary *self = SOLEUS_DIARY (object);

  g_clear_pointer (&self->db, soleus_database_close);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (soleus_diary_parent_class)->finalize (object);
}

static void
soleus_diary_class_init (SoleusDiaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_diary_finalize;

  /**
   * SoleusDiary::changed:
   * @self: the diary
   * @kinds: a mask of SOLEUS_KIND_MASK(); all bits where another program wrote
   *
   * Something was committed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
soleus_diary_init (SoleusDiary *self)
{
}

/* The folder of a new diary belongs to its owner alone. */
static gboolean
make_folder (const char *path,
             GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return soleus_store_set_errno (error, errno, "folder");
  return TRUE;
}

/* A file that was made and never filled, because the program was killed, is no diary either. */
static void
fail_no_diary (GError **error)
{
  g_set_error_literal (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING, _("There is no diary yet."));
}

static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (path, W_OK) == 0 && access (folder, W_OK | X_OK) == 0;
}

/**
 * soleus_diary_open:
 * @path: the file
 * @mode: what for; only %SOLEUS_OPEN_CREATE makes a new diary
 * @busy_ms: how long a write waits for another program, in milliseconds
 * @clock: what time it is
 * @error: return location
 *
 * Opens a diary and brings an older one up to date. A file that may only be read is opened for reading. A newer, a
 * foreign or a damaged file is refused and not touched.
 *
 * Returns: (transfer full): the diary, or %NULL
 */
SoleusDiary *
soleus_diary_open (const char  *path,
                   SoleusOpen   mode,
                   int          busy_ms,
                   SoleusClock *clock,
                   GError     **error)
{
  g_autoptr (SoleusDatabase) db = NULL;
  SoleusDiary *self;
  gboolean writable;
  int version;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (mode != SOLEUS_OPEN_CREATE)
        {
          fail_no_diary (error);
          return NULL;
        }
      if (!make_folder (path, error))
        return NULL;
    }
  else if (!soleus_schema_look (path, soleus_schema_get_version (), error))
    return NULL;

  writable = mode != SOLEUS_OPEN_READ && (!g_file_test (path, G_FILE_TEST_EXISTS) || can_write (path));
  db = soleus_database_open (path, writable ? mode : SOLEUS_OPEN_READ, busy_ms, error);
  if (db == NULL || !soleus_schema_get_current (db, &version, error))
    return NULL;
  if (version == 0 && mode != SOLEUS_OPEN_CREATE)
    {
      fail_no_diary (error);
      return NULL;
    }
  if (version < soleus_schema_get_version ())
    {
      if (!writable)
        {
          soleus_store_set_sqlite_error (error, SQLITE_READONLY, "upgrade");
          return NULL;
        }
      if (version > 0 && !soleus_copies_make_upgrade (path, soleus_clock_get_today (clock), version, error))
        return NULL;
      if (!soleus_schema_upgrade (db, error))
        return NULL;
    }

  self = g_object_new (SOLEUS_TYPE_DIARY, NULL);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  self->db = g_steal_pointer (&db);
  self->writable = writable;
  soleus_database_get_number (self->db, "PRAGMA data_version", &self->data_version, NULL);
  return self;
}

/**
 * soleus_diary_get_path:
 * @self: a diary
 *
 * Returns: (transfer none): its file
 */
const char *
soleus_diary_get_path (SoleusDiary *self)
{
  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);

  return self->path;
}

/**
 * soleus_diary_get_clock:
 * @self: a diary
 *
 * Returns: (transfer none): its clock
 */
SoleusClock *
soleus_diary_get_clock (SoleusDiary *self)
{
  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);

  return self->clock;
}

/**
 * soleus_diary_is_writable:
 * @self: a diary
 *
 * Returns: whether new entries can be kept
 */
gboolean
soleus_diary_is_writable (SoleusDiary *self)
{
  g_return_val_if_fail (SOLEUS_IS_DIARY (self), FALSE);

  return self->writable;
}

/**
 * soleus_diary_get_database:
 * @self: a diary
 *
 * Returns: (transfer none): its connection
 */
SoleusDatabase *
soleus_diary_get_database (SoleusDiary *self)
{
  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);

  return self->db;
}

/* A clock set back must not make a later change look like the earlier one. */
static SoleusLife
next_life (const SoleusHere *here,
           gint64            now)
{
  SoleusLife life = here->life;

  if (here->id == 0)
    life.created = now;
  life.modified = here->id == 0 ? now : MAX (now, life.modified + 1);
  life.revision = here->id == 0 ? 1 : life.revision + 1;
  life.deleted = 0;
  life.purged = FALSE;
  return life;
}

typedef struct
{
  SoleusDiary *diary;
  GPtrArray *edits;
  GPtrArray *inverse;
  GArray *lives; /* what the saved records get once it is committed */
  guint kinds;
} Write;

static gboolean
fail_missing (GError **error)
{
  g_set_error_literal (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING, _("The diary has no such entry."));
  return FALSE;
}

static gboolean
save_one (Write         *write,
          SoleusRecord  *record,
          SoleusLife    *life,
          GError       **error)
{
  SoleusDatabase *db = write->diary->db;
  g_autofree char *uuid = soleus_record_dup_natural_uuid (record);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (record);
  SoleusHere here;

  soleus_record_set_uuid (copy, uuid);
  if (!soleus_record_table_find (db, uuid, &here, error))
    return FALSE;
  if (here.id != 0 && here.kind != soleus_record_get_kind (record))
    return fail_missing (error);

  /* What undoes it is turned round in the end: first the former content, then, where it was, back into the trash. */
  if (here.id == 0 || here.life.deleted != 0)
    soleus_edits_delete (write->inverse, uuid);
  if (here.id != 0 && !here.life.purged)
    {
      g_autoptr (SoleusRecord) before = soleus_record_table_load (db, here.id, error);

      if (before == NULL)
        return FALSE;
      soleus_edits_save (write->inverse, before);
    }

  *life = next_life (&here, soleus_clock_get_now (write->diary->clock).utc);
  soleus_record_set_life (copy, *life);
  if (!soleus_record_validate (copy, error))
    return FALSE;
  write->kinds |= SOLEUS_KIND_MASK (soleus_record_get_kind (copy));
  return here.id == 0 ? soleus_record_table_insert (db, copy, error) : soleus_record_table_update (db, here.id, copy, error);
}

static gboolean
set_deleted (Write      *write,
             const char *uuid,
             gboolean    deleted,
             GError    **error)
{
  SoleusDatabase *db = write->diary->db;
  gint64 now = soleus_clock_get_now (write->diary->clock).utc;
  SoleusHere here;
  SoleusLife life;

  if (!soleus_record_table_find (db, uuid, &here, error))
    return FALSE;
  if (here.id == 0 || here.life.purged)
    return fail_missing (error);
  if ((here.life.deleted != 0) == deleted)
    return TRUE;

  life = next_life (&here, now);
  if (deleted)
    {
      life.deleted = now;
      soleus_edits_undelete (write->inverse, uuid);
    }
  else
    soleus_edits_delete (write->inverse, uuid);
  write->kinds |= SOLEUS_KIND_MASK (here.kind);
  return soleus_record_table_set_life (db, here.id, life, error);
}

static gboolean
write_edits (SoleusDatabase *db,
             gpointer        data,
             GError        **error)
{
  Write *write = data;

  for (guint i = 0; i < write->edits->len; i++)
    {
      const SoleusEdit *edit = g_ptr_array_index (write->edits, i);
      SoleusLife life = { 0 };

      if (edit->type == SOLEUS_EDIT_SAVE ? !save_one (write, edit->record, &life, error)
                                         : !set_deleted (write, edit->uuid, edit->type == SOLEUS_EDIT_DELETE, error))
        return FALSE;
      g_array_append_val (write->lives, life);
    }
  return TRUE;
}

static void
turn_round (GPtrArray *edits)
{
  for (guint i = 0; i < edits->len / 2; i++)
    {
      gpointer first = edits->pdata[i];

      edits->pdata[i] = edits->pdata[edits->len - 1 - i];
      edits->pdata[edits->len - 1 - i] = first;
    }
}

/**
 * soleus_diary_write:
 * @self: a diary
 * @edits: (element-type SoleusEdit): what to do, in this order
 * @inverse: (out) (optional) (transfer full) (element-type SoleusEdit): what undoes it
 * @error: return location
 *
 * Carries out a list of edits, all or nothing. Saved records get their new life.
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_diary_write (SoleusDiary *self,
                    GPtrArray   *edits,
                    GPtrArray  **inverse,
                    GError     **error)
{
  g_autoptr (GPtrArray) undo = soleus_edits_new ();
  g_autoptr (GArray) lives = g_array_new (FALSE, FALSE, sizeof (SoleusLife));
  Write write = { self, edits, undo, lives, 0 };

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), FALSE);

  if (!soleus_database_transact (self->db, write_edits, &write, error))
    return FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      const SoleusEdit *edit = g_ptr_array_index (edits, i);

      if (edit->type == SOLEUS_EDIT_SAVE)
        {
          g_autofree char *uuid = soleus_record_dup_natural_uuid (edit->record);

          soleus_record_set_uuid (edit->record, uuid);
          soleus_record_set_life (edit->record, g_array_index (lives, SoleusLife, i));
        }
    }
  turn_round (undo);
  if (inverse != NULL)
    *inverse = g_steal_pointer (&undo);
  if (write.kinds != 0)
    soleus_diary_changed (self, write.kinds);
  return TRUE;
}

/**
 * soleus_diary_save:
 * @self: a diary
 * @record: a record, new or changed
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_diary_save (SoleusDiary  *self,
                   SoleusRecord *record,
                   GError      **error)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  soleus_edits_save (edits, record);
  return soleus_diary_write (self, edits, NULL, error);
}

/**
 * soleus_diary_delete:
 * @self: a diary
 * @uuid: a record to move to the trash
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_diary_delete (SoleusDiary *self,
                     const char  *uuid,
                     GError     **error)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  soleus_edits_delete (edits, uuid);
  return soleus_diary_write (self, edits, NULL, error);
}

/**
 * soleus_diary_undelete:
 * @self: a diary
 * @uuid: a record to bring back from the trash
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_diary_undelete (SoleusDiary *self,
                       const char  *uuid,
                       GError     **error)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  soleus_edits_undelete (edits, uuid);
  return soleus_diary_write (self, edits, NULL, error);
}

typedef struct
{
  const char *uuid;
  gint64 deleted_until;
} Purge;

static gboolean
purge (SoleusDatabase *db,
       gpointer        data,
       GError        **error)
{
  const Purge *what = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SoleusStatement) find = NULL;
  gboolean has_row;

  find = soleus_database_prepare (db, "SELECT \"id\" FROM \"record\" WHERE \"deleted\" IS NOT NULL AND \"purged\" = 0 AND \"deleted\" <= ?1 AND (?2 IS NULL OR \"uuid\" = ?2)", error);
  if (find == NULL)
    return FALSE;
  soleus_statement_bind (find, 1, what->deleted_until);
  soleus_statement_bind_text (find, 2, what->uuid);
  while (TRUE)
    {
      gint64 id;

      if (!soleus_statement_step (find, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = soleus_statement_get (find, 0);
      g_array_append_val (ids, id);
    }
  if (what->uuid != NULL && ids->len == 0)
    return fail_missing (error);
  for (guint i = 0; i < ids->len; i++)
    if (!soleus_record_table_purge (db, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/**
 * soleus_diary_purge:
 * @self: a diary
 * @uuid: a record in the trash
 * @error: return location
 *
 * Deletes a record for good. Its identity stays, so that an old archive does not revive it.
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_diary_purge (SoleusDiary *self,
                    const char  *uuid,
                    GError     **error)
{
  Purge what = { uuid, G_MAXINT64 };

  if (!soleus_database_transact (self->db, purge, &what, error))
    return FALSE;
  soleus_diary_changed (self, SOLEUS_KIND_MASK_ALL);
  return TRUE;
}

/**
 * soleus_diary_purge_trash:
 * @self: a diary
 * @deleted_until: the latest time of deletion, UTC seconds
 * @error: return location
 *
 * Deletes for good what was moved to the trash until then.
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_diary_purge_trash (SoleusDiary *self,
                          gint64       deleted_until,
                          GError     **error)
{
  Purge what = { NULL, deleted_until };
  g_autoptr (SoleusStatement) any = NULL;
  gboolean has_row;

  any = soleus_database_prepare (self->db, "SELECT 1 FROM \"record\" WHERE \"deleted\" <= ?1 AND \"deleted\" IS NOT NULL AND \"purged\" = 0 LIMIT 1", error);
  if (any == NULL)
    return FALSE;
  soleus_statement_bind (any, 1, deleted_until);
  if (!soleus_statement_step (any, &has_row, error))
    return FALSE;
  g_clear_pointer (&any, soleus_statement_done);
  if (!has_row)
    return TRUE;
  if (!soleus_database_transact (self->db, purge, &what, error))
    return FALSE;
  soleus_diary_changed (self, SOLEUS_KIND_MASK_ALL);
  return TRUE;
}

/**
 * soleus_diary_load:
 * @self: a diary
 * @id: the number of a row
 * @error: return location
 *
 * Returns: (transfer full): the record, or %NULL on failure
 */
SoleusRecord *
soleus_diary_load (SoleusDiary *self,
                   gint64       id,
                   GError     **error)
{
  return soleus_record_table_load (self->db, id, error);
}

/**
 * soleus_diary_get:
 * @self: a diary
 * @uuid: an identity
 * @error: return location
 *
 * Returns: (transfer full): the record, deleted or not, or %NULL
 */
SoleusRecord *
soleus_diary_get (SoleusDiary *self,
                  const char  *uuid,
                  GError     **error)
{
  SoleusHere here;

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);

  if (!soleus_record_table_find (self->db, uuid, &here, error))
    return NULL;
  if (here.id == 0)
    {
      fail_missing (error);
      return NULL;
    }
  return soleus_record_table_load (self->db, here.id, error);
}

/* The live record of a natural identity, or a new one in which only that is set. */
static SoleusRecord *
get_or_new (SoleusDiary  *self,
            SoleusRecord *fresh,
            GError      **error)
{
  g_autofree char *uuid = soleus_record_dup_natural_uuid (fresh);
  SoleusHere here;

  if (!soleus_record_table_find (self->db, uuid, &here, error))
    return NULL;
  if (here.id == 0 || here.life.deleted != 0)
    {
      soleus_record_set_uuid (fresh, uuid);
      return g_object_ref (fresh);
    }
  return soleus_record_table_load (self->db, here.id, error);
}

/**
 * soleus_diary_get_night_record:
 * @self: a diary
 * @night: the date of its morning
 * @error: return location
 *
 * Returns: (transfer full): what was said of the night; a new record where nothing was; %NULL on failure
 */
SoleusRecord *
soleus_diary_get_night_record (SoleusDiary *self,
                               SoleusDate   night,
                               GError     **error)
{
  g_autoptr (SoleusRecord) fresh = soleus_record_new (SOLEUS_KIND_NIGHT);

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);

  soleus_row_set_date (soleus_record_get_values (fresh), "night", night);
  return get_or_new (self, fresh, error);
}

/**
 * soleus_diary_get_single:
 * @self: a diary
 * @kind: a kind of which there is just one
 * @error: return location
 *
 * Returns: (transfer full): it, or a new one where none was saved yet; %NULL on failure
 */
SoleusRecord *
soleus_diary_get_single (SoleusDiary *self,
                         SoleusKind   kind,
                         GError     **error)
{
  g_autoptr (SoleusRecord) fresh = soleus_record_new (kind);

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);
  g_return_val_if_fail (soleus_kind_get_info (kind)->single, NULL);

  return get_or_new (self, fresh, error);
}

/**
 * soleus_diary_list:
 * @self: a diary
 * @kind: a kind
 * @from: first night, or %SOLEUS_DATE_NONE
 * @until: last night, or %SOLEUS_DATE_NONE
 * @error: return location
 *
 * Returns: (transfer full) (element-type SoleusRecord): the records that are not deleted, in the order of time
 */
GPtrArray *
soleus_diary_list (SoleusDiary *self,
                   SoleusKind   kind,
                   SoleusDate   from,
                   SoleusDate   until,
                   GError     **error)
{
  const SoleusSpan span = { from, until, FALSE };
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusCursor) cursor = NULL;
  SoleusRecord *record;

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);

  cursor = soleus_cursor_open (self->db, kind, &span, error);
  if (cursor == NULL)
    return NULL;
  while (TRUE)
    {
      if (!soleus_cursor_next (cursor, &record, error))
        return NULL;
      if (record == NULL)
        return g_steal_pointer (&records);
      g_ptr_array_add (records, record);
    }
}

/**
 * soleus_diary_list_trash:
 * @self: a diary
 * @error: return location
 *
 * Returns: (transfer full) (element-type SoleusRecord): what was deleted and can be brought back, newest first
 */
GPtrArray *
soleus_diary_list_trash (SoleusDiary *self,
                         GError     **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);

  statement = soleus_database_prepare (self->db, "SELECT \"id\" FROM \"record\" WHERE \"deleted\" IS NOT NULL AND \"purged\" = 0 ORDER BY \"deleted\" DESC, \"id\" DESC", error);
  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      SoleusRecord *record;

      if (!soleus_statement_step (statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&records);
      record = soleus_record_table_load (self->db, soleus_statement_get (statement, 0), error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
}

static gboolean
read_nights (SoleusDiary *self,
             const char  *sql,
             GArray      *nights,
             SoleusDate   from,
             SoleusDate   until,
             GError     **error)
{
  g_autoptr (SoleusStatement) statement = soleus_database_prepare (self->db, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind (statement, 1, from);
  soleus_statement_bind (statement, 2, until);
  while (TRUE)
    {
      SoleusNight *night;

      if (!soleus_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      night = &g_array_index (nights, SoleusNight, soleus_statement_get (statement, 0) - from);
      if (!soleus_statement_is_null (statement, 1))
        {
          night->night_time = (int) soleus_statement_get (statement, 1);
          night->daytime = (int) soleus_statement_get (statement, 2) - night->night_time;
        }
      else
        {
          night->said = soleus_night_said_from_word (soleus_statement_get_text (statement, 3));
          night->count = soleus_statement_is_null (statement, 4) ? -1 : (int) soleus_statement_get (statement, 4);
        }
    }
}

/**
 * soleus_diary_get_nights:
 * @self: a diary
 * @from: the first night
 * @until: the last night
 * @error: return location
 *
 * Returns: (transfer full) (element-type SoleusNight): one for each night from @from to @until
 */
GArray *
soleus_diary_get_nights (SoleusDiary *self,
                         SoleusDate   from,
                         SoleusDate   until,
                         GError     **error)
{
  g_autoptr (GArray) nights = g_array_new (FALSE, TRUE, sizeof (SoleusNight));

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);
  g_return_val_if_fail (from <= until, NULL);

  g_array_set_size (nights, (guint) (until - from + 1));
  for (guint i = 0; i < nights->len; i++)
    g_array_index (nights, SoleusNight, i) = (SoleusNight) { .date = from + (SoleusDate) i, .count = -1 };

  if (!read_nights (self,
                    "SELECT \"r\".\"night\", sum (\"e\".\"night_time\"), count (*), NULL, NULL FROM \"record\" AS \"r\" JOIN \"episode\" AS \"e\" USING (\"id\") "
                    "WHERE \"r\".\"kind\" = 1 AND \"r\".\"deleted\" IS NULL AND \"r\".\"night\" BETWEEN ?1 AND ?2 GROUP BY \"r\".\"night\"",
                    nights, from, until, error) ||
      !read_nights (self,
                    "SELECT \"r\".\"night\", NULL, NULL, \"n\".\"said\", \"n\".\"count\" FROM \"record\" AS \"r\" JOIN \"night\" AS \"n\" USING (\"id\") "
                    "WHERE \"r\".\"kind\" = 2 AND \"r\".\"deleted\" IS NULL AND \"r\".\"night\" BETWEEN ?1 AND ?2",
                    nights, from, until, error))
    return NULL;
  return g_steal_pointer (&nights);
}

/**
 * soleus_diary_count:
 * @self: a diary
 * @n_records: (out): how many records it holds, tombstones included
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_diary_count (SoleusDiary *self,
                    gint64      *n_records,
                    GError     **error)
{
  g_return_val_if_fail (SOLEUS_IS_DIARY (self), FALSE);

  return soleus_database_get_number (self->db, "SELECT count (*) FROM \"record\"", n_records, error);
}

/**
 * soleus_diary_get_first_night:
 * @self: a diary
 *
 * Returns: the first night that anything belongs to, or %SOLEUS_DATE_NONE
 */
SoleusDate
soleus_diary_get_first_night (SoleusDiary *self)
{
  g_autoptr (SoleusStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), SOLEUS_DATE_NONE);

  statement = soleus_database_prepare (self->db, "SELECT min (\"night\") FROM \"record\" WHERE \"deleted\" IS NULL AND \"night\" IS NOT NULL", NULL);
  if (statement == NULL || !soleus_statement_step (statement, &has_row, NULL) || !has_row || soleus_statement_is_null (statement, 0))
    return SOLEUS_DATE_NONE;
  return (SoleusDate) soleus_statement_get (statement, 0);
}

/**
 * soleus_diary_save_draft:
 * @self: a diary
 * @form: which form
 * @content: (nullable): what it holds, or %NULL to forget it
 * @error: return location
 *
 * Keeps an unsaved form. It is no record and goes into no archive.
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_diary_save_draft (SoleusDiary *self,
                         const char  *form,
                         const char  *content,
                         GError     **error)
{
  g_autoptr (SoleusStatement) statement = NULL;

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), FALSE);

  statement = soleus_database_prepare (self->db,
                                       content != NULL ? "INSERT OR REPLACE INTO \"draft\" (\"form\", \"saved\", \"content\") VALUES (?1, ?2, ?3)"
                                                       : "DELETE FROM \"draft\" WHERE \"form\" = ?1",
                                       error);
  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, 1, form);
  if (content != NULL)
    {
      soleus_statement_bind (statement, 2, soleus_clock_get_now (self->clock).utc);
      soleus_statement_bind_text (statement, 3, content);
    }
  return soleus_statement_run (statement, error);
}

/**
 * soleus_diary_get_draft:
 * @self: a diary
 * @form: which form
 * @saved: (out) (optional): when it was kept, UTC seconds
 *
 * Returns: (transfer full) (nullable): what the form held, or %NULL
 */
char *
soleus_diary_get_draft (SoleusDiary *self,
                        const char  *form,
                        gint64      *saved)
{
  g_autoptr (SoleusStatement) statement = NULL;
  gboolean has_row;

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), NULL);

  statement = soleus_database_prepare (self->db, "SELECT \"saved\", \"content\" FROM \"draft\" WHERE \"form\" = ?1", NULL);
  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, 1, form);
  if (!soleus_statement_step (statement, &has_row, NULL) || !has_row)
    return NULL;
  if (saved != NULL)
    *saved = soleus_statement_get (statement, 0);
  return g_strdup (soleus_statement_get_text (statement, 1));
}

/**
 * soleus_diary_check:
 * @self: a diary
 * @error: return location
 *
 * Reads everything: the structure of the file, every reference, and every record against the rules of its kind.
 *
 * Returns: whether all is sound
 */
gboolean
soleus_diary_check (SoleusDiary *self,
                    GError     **error)
{
  const SoleusSpan everything = { SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, TRUE };

  g_return_val_if_fail (SOLEUS_IS_DIARY (self), FALSE);

  if (!soleus_database_check (self->db, error))
    return FALSE;
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      g_autoptr (SoleusCursor) cursor = soleus_cursor_open (self->db, (SoleusKind) kind, &everything, error);

      if (cursor == NULL)
        return FALSE;
      while (TRUE)
        {
          g_autoptr (SoleusRecord) record = NULL;

          if (!soleus_cursor_next (cursor, &record, error))
            return FALSE;
          if (record == NULL)
            break;
          if (!soleus_record_validate (record, error))
            {
              g_prefix_error (error, "%s %s: ", soleus_record_get_info (record)->name, soleus_record_get_uuid (record));
              return FALSE;
            }
        }
    }
  return TRUE;
}

/**
 * soleus_diary_refresh:
 * @self: a diary
 *
 * Looks whether another program wrote, and tells it if so. Cheap; called when the folder of the diary stirs.
 */
void
soleus_diary_refresh (SoleusDiary *self)
{
  gint64 version;

  g_return_if_fail (SOLEUS_IS_DIARY (self));

  if (!soleus_database_get_number (self->db, "PRAGMA data_version", &version, NULL) || version == self->data_version)
    return;
  self->data_version = version;
  soleus_diary_changed (self, SOLEUS_KIND_MASK_ALL);
}

/**
 * soleus_diary_changed:
 * @self: a diary
 * @kinds: a mask of SOLEUS_KIND_MASK()
 *
 * Tells that records of these kinds were committed.
 */
void
soleus_diary_changed (SoleusDiary *self,
                      guint        kinds)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, kinds);
}
