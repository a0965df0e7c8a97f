/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy is written under another name, read back in full, put on the disk, and only then gets its name; older ones go
 * only after that. So a damaged diary never pushes out a sound copy. Everything here opens a connection of its own and
 * may run in any thread. */
#include "config.h"

#include "store/soleus-copies.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "store/soleus-new-file.h"
#include "store/soleus-schema.h"

#define BUSY_MS 5000

/* A draft that is older than the newest copy by this much was left behind. */
#define DRAFT_SECONDS 3600

/**
 * soleus_copy_free:
 * @self: (nullable) (transfer full): a copy
 */
void
soleus_copy_free (SoleusCopy *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

/**
 * soleus_copies_dup_folder:
 * @diary_path: a diary
 *
 * Returns: (transfer full): the folder of its copies
 */
char *
soleus_copies_dup_folder (const char *diary_path)
{
  g_autofree char *folder = g_path_get_dirname (diary_path);

  return g_build_filename (folder, "backups", NULL);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const SoleusCopy *first = *(SoleusCopy *const *) a, *second = *(SoleusCopy *const *) b;

  if (first->made != second->made)
    return first->made < second->made ? 1 : -1;
  return g_strcmp0 (second->name, first->name);
}

/* "diary" of "diary.sqlite3": two diaries in one folder keep their copies apart. */
static char *
dup_stem (const char *diary_path)
{
  char *stem = g_path_get_basename (diary_path);
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return stem;
}

/**
 * soleus_copies_list:
 * @diary_path: a diary
 *
 * Returns: (transfer full) (element-type SoleusCopy): its copies, newest first
 */
GPtrArray *
soleus_copies_list (const char *diary_path)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_copy_free);
  g_autofree char *folder = soleus_copies_dup_folder (diary_path);
  g_autofree char *stem = dup_stem (diary_path);
  g_autofree char *prefix = g_strconcat (stem, "-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (SoleusCopy) copy = NULL;
      GStatBuf info;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".sqlite3"))
        continue;
      copy = g_new0 (SoleusCopy, 1);
      copy->path = g_build_filename (folder, name, NULL);
      copy->name = g_strdup (name);
      if (g_stat (copy->path, &info) != 0)
        continue;
      copy->made = info.st_mtime;
      g_ptr_array_add (copies, g_steal_pointer (&copy));
    }
  g_ptr_array_sort (copies, compare_newest_first);
  return copies;
}

/**
 * soleus_copies_verify:
 * @path: a file
 * @n_records: (out) (optional): how many entries it holds that are not deleted
 * @error: return location
 *
 * Returns: whether it is a sound diary that this program can read
 */
gboolean
soleus_copies_verify (const char *path,
                      gint64     *n_records,
                      GError    **error)
{
  g_autoptr (SoleusDatabase) db = NULL;
  gint64 n = 0;
  int version;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return soleus_store_set_errno (error, ENOENT, "copy");
  if (!soleus_schema_look (path, soleus_schema_get_version (), error))
    return FALSE;
  db = soleus_database_open (path, SOLEUS_OPEN_READ, BUSY_MS, error);
  if (db == NULL || !soleus_database_check (db, error) || !soleus_schema_get_current (db, &version, error))
    return FALSE;
  if (version == 0)
    return soleus_store_set_sqlite_error (error, SQLITE_NOTADB, "copy");
  if (!soleus_database_get_number (db, "SELECT count (*) FROM \"record\" WHERE \"deleted\" IS NULL", &n, error))
    return FALSE;
  if (n_records != NULL)
    *n_records = n;
  return TRUE;
}

static gboolean
copy_verified (const char    *source,
               const char    *target,
               SoleusProgress progress,
               gpointer       data,
               GError       **error)
{
  g_autoptr (SoleusDatabase) from = soleus_database_open (source, SOLEUS_OPEN_READ, BUSY_MS, error);
  g_autoptr (SoleusDatabase) to = NULL;

  if (from == NULL)
    return FALSE;
  to = soleus_database_open (target, SOLEUS_OPEN_CREATE, BUSY_MS, error);
  if (to == NULL || !soleus_database_copy_to (from, to, progress, data, error))
    return FALSE;
  g_clear_pointer (&to, soleus_database_close);
  return soleus_copies_verify (target, NULL, error);
}

/**
 * soleus_copies_save:
 * @diary_path: a diary
 * @target: the file to write; one that is there is replaced
 * @progress: (scope call) (nullable): told how far it is, in pages; returning %FALSE stops it
 * @data: for @progress
 * @error: return location
 *
 * Makes a verified copy. @target is either the whole copy or as it was.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_copies_save (const char    *diary_path,
                    const char    *target,
                    SoleusProgress progress,
                    gpointer       data,
                    GError       **error)
{
  g_autofree char *draft = soleus_new_file_dup_draft (target);
  g_autofree char *journal = g_strconcat (draft, "-journal", NULL);

  if (!soleus_new_file_may_be (target, diary_path, error))
    return FALSE;
  if (copy_verified (diary_path, draft, progress, data, error) && soleus_new_file_place (draft, target, error))
    return TRUE;
  g_unlink (draft);
  g_unlink (journal);
  return FALSE;
}

static char *
make_name (const char *diary_path,
           const char *what,
           SoleusDate  today,
           GError    **error)
{
  g_autofree char *folder = soleus_copies_dup_folder (diary_path);
  g_autofree char *stem = dup_stem (diary_path);
  g_autofree char *date = soleus_date_to_iso (today);
  g_autofree char *name = g_strdup_printf ("%s-%s-%s.sqlite3", stem, what, date);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      soleus_store_set_errno (error, errno, "backups");
      return NULL;
    }
  return g_build_filename (folder, name, NULL);
}

static void
keep_newest (const char *diary_path,
             const char *what,
             guint       n_kept)
{
  g_autoptr (GPtrArray) copies = soleus_copies_list (diary_path);
  g_autofree char *stem = dup_stem (diary_path);
  g_autofree char *prefix = g_strdup_printf ("%s-%s", stem, what);
  g_autofree char *folder = soleus_copies_dup_folder (diary_path);
  guint n = 0;

  if (copies->len > 0)
    soleus_new_file_sweep (folder, stem, ((const SoleusCopy *) g_ptr_array_index (copies, 0))->made - DRAFT_SECONDS);
  for (guint i = 0; i < copies->len; i++)
    {
      const SoleusCopy *copy = g_ptr_array_index (copies, i);

      if (g_str_has_prefix (copy->name, prefix) && ++n > n_kept)
        g_unlink (copy->path);
    }
}

/**
 * soleus_copies_daily_is_due:
 * @diary_path: a diary
 * @today: the civil date
 *
 * Returns: whether today's copy is still to be made
 */
gboolean
soleus_copies_daily_is_due (const char *diary_path,
                            SoleusDate  today)
{
  g_autofree char *target = make_name (diary_path, "daily", today, NULL);

  return target != NULL && !g_file_test (target, G_FILE_TEST_EXISTS);
}

/**
 * soleus_copies_make_daily:
 * @diary_path: a diary
 * @today: the civil date
 * @error: return location
 *
 * Makes the copy of the day, once, and keeps the seven newest.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_copies_make_daily (const char *diary_path,
                          SoleusDate  today,
                          GError    **error)
{
  g_autofree char *target = make_name (diary_path, "daily", today, error);

  if (target == NULL)
    return FALSE;
  if (!g_file_test (target, G_FILE_TEST_EXISTS) && !soleus_copies_save (diary_path, target, NULL, NULL, error))
    return FALSE;
  keep_newest (diary_path, "daily-", SOLEUS_DAILY_COPIES);
  return TRUE;
}

/**
 * soleus_copies_make_upgrade:
 * @diary_path: a diary of an older version
 * @today: the civil date
 * @version: that version
 * @error: return location
 *
 * Makes the copy without which no upgrade starts, and keeps the two newest.
 *
 * Returns: %FALSE on failure
 */
gboolean
soleus_copies_make_upgrade (const char *diary_path,
                            SoleusDate  today,
                            int         version,
                            GError    **error)
{
  g_autofree char *what = g_strdup_printf ("upgrade-v%d", version);
  g_autofree char *target = make_name (diary_path, what, today, error);

  if (target == NULL || !soleus_copies_save (diary_path, target, NULL, NULL, error))
    return FALSE;
  keep_newest (diary_path, "upgrade-", SOLEUS_UPGRADE_COPIES);
  return TRUE;
}

/**
 * soleus_copies_make_before:
 * @diary: a diary
 * @what: "import" or "restore"
 * @error: return location
 *
 * Makes a copy before something large, beside the daily ones, and keeps the two newest of its sort.
 *
 * Returns: (transfer full): its path, or %NULL on failure
 */
char *
soleus_copies_make_before (SoleusDiary *diary,
                           const char  *what,
                           GError     **error)
{
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (diary));
  g_autofree char *before = g_strdup_printf ("before-%s-", what);
  g_autofree char *name = g_strdup_printf ("before-%s-%02d%02d%02d", what, soleus_time_get_minute (now) / 60, soleus_time_get_minute (now) % 60, (int) (now.utc % 60));
  g_autofree char *target = make_name (soleus_diary_get_path (diary), name, soleus_time_get_date (now), error);

  if (target == NULL || !soleus_copies_save (soleus_diary_get_path (diary), target, NULL, NULL, error))
    return NULL;
  keep_newest (soleus_diary_get_path (diary), before, 2);
  return g_steal_pointer (&target);
}

/**
 * soleus_copies_restore:
 * @diary: an open diary
 * @copy: a copy of a diary
 * @error: return location
 *
 * Puts a copy in the place of what the diary holds. The present diary is saved first. The file stays the same, so
 * that other programs which have it open go on with the restored one.
 *
 * Returns: %FALSE on failure, with the diary as it was
 */
gboolean
soleus_copies_restore (SoleusDiary *diary,
                       const char  *copy,
                       GError     **error)
{
  g_autoptr (SoleusDatabase) from = NULL;
  g_autofree char *saved = NULL;

  g_return_val_if_fail (SOLEUS_IS_DIARY (diary), FALSE);

  if (!soleus_copies_verify (copy, NULL, error))
    return FALSE;
  from = soleus_database_open (copy, SOLEUS_OPEN_READ, BUSY_MS, error);
  saved = from != NULL ? soleus_copies_make_before (diary, "restore", error) : NULL;
  if (saved == NULL)
    return FALSE;
  if (!soleus_database_copy_to (from, soleus_diary_get_database (diary), NULL, NULL, error) ||
      !soleus_schema_upgrade (soleus_diary_get_database (diary), error))
    return FALSE;
  soleus_diary_changed (diary, SOLEUS_KIND_MASK_ALL);
  return TRUE;
}

/* The damaged file keeps its name until the new one takes it over, so that at no moment there is none. Where a file
 * cannot have two names it is renamed at once. */
static gboolean
put_aside (const char *path,
           const char *aside)
{
  return link (path, aside) == 0 || ((errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK) && g_rename (path, aside) == 0);
}

/**
 * soleus_copies_replace_damaged:
 * @diary_path: a diary that cannot be opened
 * @copy: (nullable): the copy to go on with, or %NULL to start empty
 * @clock: what time it is
 * @kept: (out) (transfer full): where the damaged file was kept
 * @error: return location
 *
 * The damaged file is kept beside the diary, with its journal, whatever follows.
 *
 * Returns: %FALSE on failure, with the damaged file where it was
 */
gboolean
soleus_copies_replace_damaged (const char  *diary_path,
                               const char  *copy,
                               SoleusClock *clock,
                               char       **kept,
                               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (diary_path);
  g_autofree char *stem = dup_stem (diary_path);
  g_autofree char *date = soleus_date_to_iso (soleus_clock_get_today (clock));
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf ("%s-damaged-%s-%.8s.sqlite3", stem, date, uuid);
  g_autofree char *aside = g_build_filename (folder, name, NULL);
  g_autofree char *fresh = soleus_new_file_dup_draft (diary_path);
  g_autofree char *journal = g_strconcat (diary_path, "-journal", NULL);
  g_autofree char *journal_aside = g_strconcat (aside, "-journal", NULL);
  g_autoptr (SoleusDiary) made = NULL;

  if (copy != NULL ? !soleus_copies_save (copy, fresh, NULL, NULL, error)
                   : (made = soleus_diary_open (fresh, SOLEUS_OPEN_CREATE, BUSY_MS, clock, error)) == NULL)
    {
      g_unlink (fresh);
      return FALSE;
    }
  g_clear_object (&made);

  if (!put_aside (diary_path, aside))
    {
      soleus_store_set_errno (error, errno, "replace");
      g_unlink (fresh);
      return FALSE;
    }
  if (g_rename (journal, journal_aside) != 0 && errno != ENOENT)
    soleus_store_set_errno (error, errno, "replace");
  else if (soleus_new_file_place (fresh, diary_path, error))
    {
      *kept = g_steal_pointer (&aside);
      return TRUE;
    }

  /* Of two names of one file the renaming leaves both. */
  g_rename (journal_aside, journal);
  g_rename (aside, diary_path);
  g_unlink (aside);
  g_unlink (fresh);
  return FALSE;
}
