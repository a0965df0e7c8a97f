/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is looked at before SQLite may touch it: what is not ours, or is newer than this program, is refused with its
 * bytes as they were. Scripts are numbered from 1 in data/schema and carried out in order, each in a transaction of its
 * own that also sets the version, so that a diary is always of exactly one version; a new diary is made in a single one. */
#include "config.h"

#include "store/soleus-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/soleus-store-resources.h"

#define NEWEST 2
#define HEADER_SIZE 100

static const char magic[16] = "SQLite format 3";

/**
 * soleus_schema_get_version:
 *
 * Returns: the version of the schema that this program writes
 */
int
soleus_schema_get_version (void)
{
  return NEWEST;
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* A diary whose very first transaction was cut short: its journal says that the file was empty before. */
static gboolean
creation_was_cut (const char *path)
{
  static const guint8 journal_magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint8 header[28];
  gsize n = 0;
  int fd = open (journal, O_RDONLY | O_CLOEXEC);

  if (fd >= 0)
    {
      gssize got = read (fd, header, sizeof header);

      n = got > 0 ? (gsize) got : 0;
      close (fd);
    }
  return n == sizeof header && memcmp (header, journal_magic, sizeof journal_magic) == 0 && read_number (header + 16) == 0;
}

static gboolean
refuse (GError         **error,
        SoleusStoreError meaning)
{
  const char *words;

  if (meaning == SOLEUS_STORE_ERROR_TOO_NEW)
    words = _("This diary was made by a newer Soleus. Update Soleus to open it. The file was not changed.");
  else if (meaning == SOLEUS_STORE_ERROR_DAMAGED)
    words = _("The diary file is damaged. Restore a backup. The file was not changed.");
  else
    words = _("This file is not a diary of Soleus. Choose another file. It was not changed.");

  g_set_error_literal (error, SOLEUS_STORE_ERROR, meaning, words);
  return FALSE;
}

/* Reads the first bytes through SQLite's own layer: whoever closes a file that is open elsewhere in this process drops
 * the locks of that one too, and only SQLite's layer takes care of it. */
static int
read_header (const char *path,
             guint8     *header,
             int        *n_read,
             gint64     *size)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  g_autofree char *full = g_malloc0 ((gsize) vfs->mxPathname + 1);
  const char *name;
  sqlite3_int64 length = 0;
  int code = vfs->xFullPathname (vfs, path, vfs->mxPathname + 1, full);

  if ((code & 0xff) != SQLITE_OK) /* a link that was followed is no error */
    return code;
  name = sqlite3_create_filename (full, "", "", 0, NULL);
  if (name == NULL)
    return SQLITE_NOMEM;
  code = vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);
  if (code == SQLITE_OK)
    code = file->pMethods->xFileSize (file, &length);
  *n_read = (int) MIN (length, HEADER_SIZE);
  *size = length;
  if (code == SQLITE_OK && *n_read > 0)
    code = file->pMethods->xRead (file, header, *n_read, 0);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);
  return code;
}

/**
 * soleus_schema_look:
 * @path: a file
 * @newest: the newest version that can be read
 * @error: return location
 *
 * Looks at the first bytes of a file without changing anything. A missing or empty one is welcome.
 *
 * Returns: whether SQLite may open it
 */
gboolean
soleus_schema_look (const char *path,
                    int         newest,
                    GError    **error)
{
  guint8 header[HEADER_SIZE];
  GStatBuf info;
  gint64 size = 0;
  int n = 0, code;

  if (g_stat (path, &info) != 0)
    return errno == ENOENT || soleus_store_set_errno (error, errno, "look");
  if (!S_ISREG (info.st_mode)) /* a pipe would be waited for */
    return refuse (error, SOLEUS_STORE_ERROR_NOT_OURS);
  if (access (path, R_OK) != 0)
    return soleus_store_set_errno (error, errno, "look");
  code = read_header (path, header, &n, &size);
  if (code != SQLITE_OK)
    return soleus_store_set_sqlite_error (error, code, "look");

  if (n == 0 || creation_was_cut (path))
    return TRUE;
  if (n < HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0 || read_number (header + 68) != SOLEUS_APPLICATION_ID)
    return refuse (error, SOLEUS_STORE_ERROR_NOT_OURS);
  if (read_number (header + 60) > (guint32) newest)
    return refuse (error, SOLEUS_STORE_ERROR_TOO_NEW);

  /* Shorter than its own header says, and no journal that would mend it: cut off. */
  if (read_number (header + 24) == read_number (header + 92))
    {
      g_autofree char *journal = g_strconcat (path, "-journal", NULL);
      guint32 page_size = (guint32) header[16] << 8 | header[17];

      if (page_size == 1)
        page_size = 65536;
      if (access (journal, F_OK) != 0 && size < (gint64) page_size * read_number (header + 28))
        return refuse (error, SOLEUS_STORE_ERROR_DAMAGED);
    }
  return TRUE;
}

/**
 * soleus_schema_get_current:
 * @db: a connection
 * @version: (out): the version of its schema; 0 if it is empty
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_schema_get_current (SoleusDatabase *db,
                           int            *version,
                           GError        **error)
{
  gint64 number;

  if (!soleus_database_get_number (db, "PRAGMA user_version", &number, error))
    return FALSE;
  *version = (int) number;
  return TRUE;
}

/* Scripts from one version up to another. */
typedef struct
{
  const SoleusMigration *migrations;
  int from;
  int to;
} Steps;

static gboolean
take_steps (SoleusDatabase *db,
            gpointer        data,
            GError        **error)
{
  const Steps *steps = data;
  g_autofree char *version = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", SOLEUS_APPLICATION_ID, steps->to);
  gint64 broken = 0;
  int current;

  /* Two programs may start at once: whoever comes second finds it done. */
  if (!soleus_schema_get_current (db, &current, error))
    return FALSE;
  if (current >= steps->to)
    return TRUE;

  for (int i = MAX (steps->from, current); i < steps->to; i++)
    if (!soleus_database_execute (db, steps->migrations[i].sql, error))
      return FALSE;
  if (!soleus_database_get_number (db, "SELECT count(*) FROM pragma_foreign_key_check", &broken, error))
    return FALSE;
  if (broken > 0)
    return refuse (error, SOLEUS_STORE_ERROR_DAMAGED);
  return soleus_database_execute (db, version, error);
}

/**
 * soleus_schema_upgrade_with:
 * @db: a connection
 * @migrations: (array length=n_migrations): the scripts, the one for version 1 first
 * @n_migrations: how many there are
 * @error: return location
 *
 * Brings a diary to version @n_migrations, each step in its own transaction. A new one is made in one: it is there as a whole or not
 * at all.
 *
 * Returns: %FALSE on failure, with the diary at the version that it had reached
 */
gboolean
soleus_schema_upgrade_with (SoleusDatabase        *db,
                            const SoleusMigration *migrations,
                            int                    n_migrations,
                            GError               **error)
{
  gboolean done = TRUE;
  int version;

  if (!soleus_schema_get_current (db, &version, error))
    return FALSE;
  if (version >= n_migrations)
    return TRUE;

  /* Within a transaction this would do nothing, and tables could not be made anew. */
  if (!soleus_database_execute (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  for (int i = version; done && i < n_migrations;)
    {
      Steps steps = { migrations, i, version == 0 ? n_migrations : i + 1 };

      done = soleus_database_transact (db, take_steps, &steps, error);
      i = steps.to;
    }
  return soleus_database_execute (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}

/**
 * soleus_schema_upgrade:
 * @db: a connection to a diary that soleus_schema_look() welcomed
 * @error: return location
 *
 * Brings a diary to the present version.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_schema_upgrade (SoleusDatabase *db,
                       GError        **error)
{
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  SoleusMigration migrations[NEWEST];

  for (int i = 0; i < NEWEST; i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/soleus_diary/Soleus/schema/%03d.sql", i + 1);
      GBytes *script = g_resource_lookup_data (soleus_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (script == NULL)
        return FALSE;
      g_ptr_array_add (scripts, script);
      migrations[i].sql = g_bytes_get_data (script, NULL); /* a resource ends with a zero byte */
    }
  return soleus_schema_upgrade_with (db, migrations, NEWEST, error);
}
