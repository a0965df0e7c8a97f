/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin, honest layer over SQLite: it does not hide SQL, it makes the mistakes impossible that SQLite allows. A
 * statement is reset on every way out, so that no forgotten one holds a lock; a transaction is a function; every error
 * goes through one translator. A connection belongs to the thread that opened it. */
#include "config.h"

#include "store/soleus-database.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "store/soleus-new-file.h"

/* How often whoever watches a copy is asked: each megabyte. */
#define PAGES_A_STEP 256

struct _SoleusDatabase
{
  sqlite3 *connection;
  char *path;
  GHashTable *statements; /* SQL → SoleusStatement, kept for the next time */
  gboolean in_transaction;
};

struct _SoleusStatement
{
  SoleusDatabase *database;
  sqlite3_stmt *handle;
  gboolean kept;
  gboolean in_use;
};

/* What the system says to a file beside @path. SQLite cleans up before it reports, and by then the reason why it could
 * not make its journal, or not put it on the disk, is often gone. */
static int
find_reason (const char *path)
{
  static const char page[4096];
  g_autofree char *probe = soleus_new_file_dup_draft (path);
  int fd = open (probe, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int reason = 0;

  if (fd < 0)
    return errno;
  if (write (fd, page, sizeof page) < 0 || fsync (fd) != 0)
    reason = errno;
  close (fd);
  unlink (probe);
  return reason;
}

static gboolean
fail (SoleusDatabase *self,
      int             code,
      const char     *operation,
      GError        **error)
{
  if ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN)
    switch (find_reason (self->path))
      {
      case ENOSPC:
      case EDQUOT:
        code = SQLITE_FULL;
        break;
      case EACCES:
      case EPERM:
      case EROFS:
        code = SQLITE_READONLY;
        break;
      default:
        break;
      }
  return soleus_store_set_sqlite_error (error, code, operation);
}

static void
free_statement (gpointer data)
{
  SoleusStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

static char *
fold (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return plain != NULL ? g_utf8_casefold (plain, -1) : NULL;
}

/* SQL function: whether a text holds another one, without regard to case. What is looked for stays the same from row to
 * row and is folded once. */
static void
contains_function (sqlite3_context *context,
                   int              n_values,
                   sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *wanted = sqlite3_get_auxdata (context, 1);
  g_autofree char *folded = NULL;
  char *fresh = NULL;

  if (text == NULL || sqlite3_value_type (values[1]) == SQLITE_NULL)
    {
      sqlite3_result_int (context, 0);
      return;
    }
  if (wanted == NULL)
    wanted = fresh = fold ((const char *) sqlite3_value_text (values[1]));
  if (wanted == NULL)
    sqlite3_result_int (context, 0);
  else if (g_str_is_ascii (text))
    sqlite3_result_int (context, strcasestr (text, wanted) != NULL);
  else
    {
      folded = fold (text);
      sqlite3_result_int (context, folded != NULL && strstr (folded, wanted) != NULL);
    }
  /* Last, because SQLite may free it at once. */
  if (fresh != NULL)
    sqlite3_set_auxdata (context, 1, fresh, g_free);
}

static SoleusDatabase *
open_connection (const char *path,
                 int         flags,
                 int         busy_ms,
                 GError    **error)
{
  SoleusDatabase *self = g_new0 (SoleusDatabase, 1);
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_statement);
  code = sqlite3_open_v2 (path, &self->connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      fail (self, code, "open", error);
      soleus_database_close (self);
      return NULL;
    }

  sqlite3_busy_timeout (self->connection, busy_ms);
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_create_function (self->connection, "soleus_contains", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, contains_function, NULL, NULL);
  if (!soleus_database_execute (self,
                                "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF;"
                                "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY",
                                error))
    {
      soleus_database_close (self);
      return NULL;
    }
  return self;
}

/**
 * soleus_database_open:
 * @path: the file
 * @mode: what for
 * @busy_ms: how long to wait for another program, in milliseconds
 * @error: return location
 *
 * Opens the file without looking at what it is; a new one is readable by its owner alone. For reading too it is opened
 * for writing where that is allowed, because a program that was killed may have left a journal that must be played back
 * first; statements that write are refused all the same.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
SoleusDatabase *
soleus_database_open (const char *path,
                      SoleusOpen  mode,
                      int         busy_ms,
                      GError    **error)
{
  SoleusDatabase *self;

  if (mode == SOLEUS_OPEN_CREATE)
    {
      /* Only a new file: to close one that is open elsewhere in this process would drop its locks. */
      int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOCTTY, 0600);

      if (fd >= 0)
        close (fd);
      else if (errno != EEXIST)
        {
          soleus_store_set_errno (error, errno, "create");
          return NULL;
        }
    }
  self = open_connection (path, SQLITE_OPEN_READWRITE, busy_ms, error);
  if (self != NULL && mode == SOLEUS_OPEN_READ && !soleus_database_execute (self, "PRAGMA query_only = ON", error))
    g_clear_pointer (&self, soleus_database_close);
  return self;
}

/**
 * soleus_database_open_memory:
 * @error: return location
 *
 * Returns: (transfer full): a connection to a new database that is kept nowhere
 */
SoleusDatabase *
soleus_database_open_memory (GError **error)
{
  return open_connection (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, 0, error);
}

/**
 * soleus_database_close:
 * @self: (nullable) (transfer full): a connection
 */
void
soleus_database_close (SoleusDatabase *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->connection);
  g_free (self->path);
  g_free (self);
}

/**
 * soleus_database_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): its file
 */
const char *
soleus_database_get_path (SoleusDatabase *self)
{
  return self->path;
}

/**
 * soleus_database_execute:
 * @self: a connection
 * @sql: statements without values, separated by semicolons
 * @error: return location
 *
 * Returns: whether all were carried out
 */
gboolean
soleus_database_execute (SoleusDatabase *self,
                         const char     *sql,
                         GError        **error)
{
  int code = sqlite3_exec (self->connection, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || fail (self, code, "execute", error);
}

/**
 * soleus_database_prepare:
 * @self: a connection
 * @sql: one statement; the string must outlive the connection
 * @error: return location
 *
 * Returns: (transfer full): the statement, to be given back with soleus_statement_done(); declare it with g_autoptr
 */
SoleusStatement *
soleus_database_prepare (SoleusDatabase *self,
                         const char     *sql,
                         GError        **error)
{
  SoleusStatement *statement = g_hash_table_lookup (self->statements, sql);
  gboolean known = statement != NULL;
  int code;

  if (known && !statement->in_use)
    {
      statement->in_use = TRUE;
      return statement;
    }

  statement = g_new0 (SoleusStatement, 1);
  statement->database = self;
  code = sqlite3_prepare_v3 (self->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle, NULL);
  if (code != SQLITE_OK)
    {
      fail (self, code, "prepare", error);
      g_free (statement);
      return NULL;
    }
  statement->in_use = TRUE;
  statement->kept = !known;
  if (!known)
    g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

/**
 * soleus_statement_done:
 * @self: (nullable) (transfer full): a statement
 *
 * Gives a statement back: no lock stays, no value stays bound.
 */
void
soleus_statement_done (SoleusStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->in_use = FALSE;
  if (!self->kept)
    free_statement (self);
}

/**
 * soleus_statement_find:
 * @self: a statement
 * @name: such as ":night"
 *
 * Returns: the index of that parameter, or 0 where the statement has none of that name
 */
int
soleus_statement_find (SoleusStatement *self,
                       const char      *name)
{
  return sqlite3_bind_parameter_index (self->handle, name);
}

/**
 * soleus_statement_bind:
 * @self: a statement
 * @index: a parameter, from 1
 * @value: its value
 */
void
soleus_statement_bind (SoleusStatement *self,
                       int              index,
                       gint64           value)
{
  sqlite3_bind_int64 (self->handle, index, value);
}

/**
 * soleus_statement_bind_text:
 * @self: a statement
 * @index: a parameter, from 1
 * @value: (nullable): its value, which must stay until the statement is done
 */
void
soleus_statement_bind_text (SoleusStatement *self,
                            int              index,
                            const char      *value)
{
  sqlite3_bind_text (self->handle, index, value, -1, SQLITE_STATIC);
}

/**
 * soleus_statement_bind_null:
 * @self: a statement
 * @index: a parameter, from 1
 */
void
soleus_statement_bind_null (SoleusStatement *self,
                            int              index)
{
  sqlite3_bind_null (self->handle, index);
}

/**
 * soleus_statement_step:
 * @self: a statement
 * @has_row: (out): whether there is a row to read
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_statement_step (SoleusStatement *self,
                       gboolean        *has_row,
                       GError         **error)
{
  int code = sqlite3_step (self->handle);

  *has_row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE || fail (self->database, code, "step", error);
}

/**
 * soleus_statement_run:
 * @self: a statement that returns nothing
 * @error: return location
 *
 * Carries it out and makes it ready for the next time; values stay bound.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_statement_run (SoleusStatement *self,
                      GError         **error)
{
  int code = sqlite3_step (self->handle);

  sqlite3_reset (self->handle);
  return code == SQLITE_DONE || code == SQLITE_ROW || fail (self->database, code, "run", error);
}

/**
 * soleus_statement_is_null:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: whether the value is absent
 */
gboolean
soleus_statement_is_null (SoleusStatement *self,
                          int              column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * soleus_statement_get:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: the value, 0 where it is absent
 */
gint64
soleus_statement_get (SoleusStatement *self,
                      int              column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * soleus_statement_get_text:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the value, until the next step
 */
const char *
soleus_statement_get_text (SoleusStatement *self,
                           int              column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * soleus_database_get_number:
 * @self: a connection
 * @sql: a query for one number
 * @number: (out): the number
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_database_get_number (SoleusDatabase *self,
                            const char     *sql,
                            gint64         *number,
                            GError        **error)
{
  g_autoptr (SoleusStatement) statement = soleus_database_prepare (self, sql, error);
  gboolean has_row;

  if (statement == NULL || !soleus_statement_step (statement, &has_row, error))
    return FALSE;
  *number = has_row ? soleus_statement_get (statement, 0) : 0;
  return TRUE;
}

/**
 * soleus_database_transact:
 * @self: a connection
 * @func: (scope call): what to do
 * @data: for @func
 * @error: return location
 *
 * Runs @func in a transaction that is committed if it returns %TRUE and undone otherwise.
 *
 * Returns: whether it was committed, and so is on the disk
 */
gboolean
soleus_database_transact (SoleusDatabase   *self,
                          SoleusTransaction func,
                          gpointer          data,
                          GError          **error)
{
  gboolean done;

  g_return_val_if_fail (!self->in_transaction, FALSE);

  if (!soleus_database_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->in_transaction = TRUE;
  done = func (self, data, error) && soleus_database_execute (self, "COMMIT", error);
  if (!done && !sqlite3_get_autocommit (self->connection))
    sqlite3_exec (self->connection, "ROLLBACK", NULL, NULL, NULL);
  self->in_transaction = FALSE;
  return done;
}

/**
 * soleus_database_copy_to:
 * @self: a connection
 * @target: another one, whose content is replaced in one transaction
 * @progress: (scope call) (nullable): told how far it is, in pages; returning %FALSE stops it
 * @data: for @progress
 * @error: return location
 *
 * Returns: %FALSE on failure, with @target as it was
 */
gboolean
soleus_database_copy_to (SoleusDatabase *self,
                         SoleusDatabase *target,
                         SoleusProgress  progress,
                         gpointer        data,
                         GError        **error)
{
  sqlite3_backup *backup;
  int code, finished, tries = 0;

  g_hash_table_remove_all (target->statements);
  backup = sqlite3_backup_init (target->connection, "main", self->connection, "main");
  if (backup == NULL)
    return fail (target, sqlite3_extended_errcode (target->connection), "copy", error);

  do
    {
      code = sqlite3_backup_step (backup, progress != NULL ? PAGES_A_STEP : -1);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        {
          if (++tries > 100)
            break;
          g_usleep (50 * 1000);
          continue;
        }
      if (code == SQLITE_OK && progress != NULL && !progress (sqlite3_backup_pagecount (backup) - sqlite3_backup_remaining (backup), sqlite3_backup_pagecount (backup), data))
        {
          code = SQLITE_INTERRUPT;
          break;
        }
    }
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);

  finished = sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE && finished == SQLITE_OK)
    return TRUE;
  return fail (target, code == SQLITE_DONE ? finished : code, "copy", error);
}

/**
 * soleus_database_check:
 * @self: a connection
 * @error: return location
 *
 * Reads the whole file and checks its structure and its references.
 *
 * Returns: whether it is sound
 */
gboolean
soleus_database_check (SoleusDatabase *self,
                       GError        **error)
{
  static const char *const checks[] = { "PRAGMA integrity_check (1)", "PRAGMA foreign_key_check" };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (SoleusStatement) statement = soleus_database_prepare (self, checks[i], error);
      gboolean has_row;

      if (statement == NULL || !soleus_statement_step (statement, &has_row, error))
        return FALSE;
      if (has_row && g_strcmp0 (soleus_statement_get_text (statement, 0), "ok") != 0)
        return soleus_store_set_sqlite_error (error, SQLITE_CORRUPT, checks[i]);
    }
  return TRUE;
}

/**
 * soleus_database_last_id:
 * @self: a connection
 *
 * Returns: the id of the row that was put in last
 */
gint64
soleus_database_last_id (SoleusDatabase *self)
{
  return sqlite3_last_insert_rowid (self->connection);
}
