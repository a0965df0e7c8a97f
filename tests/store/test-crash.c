/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every way to write, ended or failed at every point: the diary is afterwards what it was before or what it was to be,
 * it is sound, and whoever was told that a write is done finds it there. Once through SQLite's own layer, where a write
 * is torn in the middle too, and once at the calls to the system, which sees the copying of files as well. */
#include "store/soleus-copies.h"
#include "store/soleus-schema.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/soleus-archive.h"
#include "lib/soleus-random-record.h"
#include "lib/soleus-shim-vfs.h"
#include "lib/soleus-test.h"

/* One that this program does not have yet. */
#define NEXT_VERSION 3
#define UUID "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
#define TRASHED "6ba7b811-9dad-11d1-80b4-00c04fd430c8"

/* In the folder of a test: what a run starts from, and where it runs. */
typedef struct
{
  char *pristine;
  char *work;
} Place;

static SoleusClock *
make_clock (void)
{
  return soleus_test_clock (SOLEUS_TEST_NOW);
}

static SoleusRecord *
make_episode (const char *uuid,
              const char *note)
{
  SoleusRecord *record = soleus_record_new_full (SOLEUS_KIND_EPISODE, uuid, (SoleusLife) { 0 });
  SoleusRow *row = soleus_record_get_values (record);

  soleus_row_set_text (row, "precision", "exact");
  soleus_row_set_time (row, "start", soleus_test_time ("2026-03-03T02:40:00+01:00"));
  soleus_row_set_text (soleus_row_add_row (row, "sites"), "muscle", "calf");
  soleus_row_set_text (row, "note", note);
  return record;
}

/* A diary with a few records of each kind, one in the trash, a draft and a copy of yesterday. */
static void
make_pristine (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "diary.sqlite3", NULL);
  g_autoptr (SoleusClock) clock = make_clock ();
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (47);
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (SoleusRecord) known = make_episode (UUID, "before"), trashed = make_episode (TRASHED, "trash");
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  soleus_clock_advance (clock, -86400);
  diary = soleus_test_open (path, clock);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    for (int n = 0; n < 3; n++)
      {
        g_autoptr (SoleusRecord) record = soleus_random_record_full (rand, (SoleusKind) kind);

        soleus_edits_save (edits, record);
      }
  soleus_edits_save (edits, known);
  soleus_edits_save (edits, trashed);
  soleus_edits_delete (edits, TRASHED);
  soleus_diary_write (diary, edits, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (soleus_diary_save_draft (diary, "episode", "old draft", NULL));
  g_assert_true (soleus_copies_make_daily (path, soleus_clock_get_today (clock), NULL));
}

/* A folder with nothing in it. */
static void
make_nothing (const char *folder)
{
  g_mkdir (folder, 0700);
}

/* An archive of fifty records beside the diary. */
static void
make_with_archive (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "other.sqlite3", NULL);
  g_autofree char *file = g_build_filename (folder, "archive.json", NULL);
  g_autoptr (SoleusClock) clock = make_clock ();
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (53);
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (GError) error = NULL;

  make_pristine (folder);
  diary = soleus_test_open (path, clock);
  for (int n = 0; n < 50; n++)
    {
      g_autoptr (SoleusRecord) record = soleus_random_record_full (rand, n % 2 == 0 ? SOLEUS_KIND_EPISODE : SOLEUS_KIND_MEAL);

      soleus_edits_save (edits, record);
    }
  soleus_diary_write (diary, edits, NULL, &error);
  g_assert_no_error (error);
  soleus_archive_export_file (path, file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&diary);
  g_remove (path);
}

/* A copy beside the diary that says something else. */
static void
make_with_copy (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "diary.sqlite3", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.sqlite3", NULL);
  g_autoptr (SoleusClock) clock = make_clock ();
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (SoleusRecord) record = make_episode (UUID, "after the copy");

  make_pristine (folder);
  g_assert_true (soleus_copies_save (path, copy, NULL, NULL, NULL));
  diary = soleus_test_open (path, clock);
  g_assert_true (soleus_diary_save (diary, record, NULL));
}

typedef gboolean (*Run) (const char *folder, SoleusDiary *diary, GError **error);

static gboolean
run_create (const char  *folder,
            SoleusDiary *diary,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "soleus", "diary.sqlite3", NULL);
  g_autoptr (SoleusClock) clock = make_clock ();
  g_autoptr (SoleusDiary) fresh = soleus_diary_open (path, SOLEUS_OPEN_CREATE, 100, clock, error);

  return fresh != NULL;
}

static gboolean
run_save (const char  *folder,
          SoleusDiary *diary,
          GError     **error)
{
  g_autoptr (SoleusRecord) record = make_episode ("6ba7b812-9dad-11d1-80b4-00c04fd430c8", "new");

  return soleus_diary_save (diary, record, error);
}

static gboolean
run_edit (const char  *folder,
          SoleusDiary *diary,
          GError     **error)
{
  g_autofree char *note = g_strnfill (9000, 'x'); /* more than a page */
  g_autoptr (SoleusRecord) record = make_episode (UUID, note);

  return soleus_diary_save (diary, record, error);
}

static gboolean
run_delete (const char  *folder,
            SoleusDiary *diary,
            GError     **error)
{
  return soleus_diary_delete (diary, UUID, error);
}

static gboolean
run_undelete (const char  *folder,
              SoleusDiary *diary,
              GError     **error)
{
  return soleus_diary_undelete (diary, TRASHED, error);
}

static gboolean
run_purge (const char  *folder,
           SoleusDiary *diary,
           GError     **error)
{
  return soleus_diary_purge (diary, TRASHED, error);
}

static gboolean
run_draft (const char  *folder,
           SoleusDiary *diary,
           GError     **error)
{
  return soleus_diary_save_draft (diary, "episode", "new draft", error);
}

static gboolean
run_import (const char  *folder,
            SoleusDiary *diary,
            GError     **error)
{
  g_autofree char *file = g_build_filename (folder, "archive.json", NULL);
  g_autoptr (SoleusImportResult) result = soleus_import_run (diary, file, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, error);

  return result != NULL;
}

static gboolean
run_export (const char  *folder,
            SoleusDiary *diary,
            GError     **error)
{
  g_autofree char *file = g_build_filename (folder, "new.json", NULL);

  return soleus_archive_export_file (soleus_diary_get_path (diary), file, NULL, NULL, error);
}

static gboolean
run_daily (const char  *folder,
           SoleusDiary *diary,
           GError     **error)
{
  return soleus_copies_make_daily (soleus_diary_get_path (diary), soleus_clock_get_today (soleus_diary_get_clock (diary)), error);
}

static gboolean
run_restore (const char  *folder,
             SoleusDiary *diary,
             GError     **error)
{
  g_autofree char *copy = g_build_filename (folder, "copy.sqlite3", NULL);

  return soleus_copies_restore (diary, copy, error);
}

static gboolean
run_upgrade (const char  *folder,
             SoleusDiary *diary,
             GError     **error)
{
  static const SoleusMigration migrations[NEXT_VERSION] = {
    { "SELECT 1" },
    { "SELECT 1" },
    { "CREATE TABLE extra (n INTEGER) STRICT; INSERT INTO extra SELECT id FROM record; ALTER TABLE drink ADD COLUMN warm INTEGER; UPDATE drink SET warm = 1" },
  };

  g_assert_cmpint (soleus_schema_get_version (), ==, NEXT_VERSION - 1); /* or nothing would be upgraded */
  return soleus_copies_make_upgrade (soleus_diary_get_path (diary), soleus_clock_get_today (soleus_diary_get_clock (diary)), NEXT_VERSION - 1, error) &&
         soleus_schema_upgrade_with (soleus_diary_get_database (diary), migrations, NEXT_VERSION, error);
}

static gboolean
run_replace (const char  *folder,
             SoleusDiary *diary,
             GError     **error)
{
  g_autofree char *copy = g_build_filename (folder, "copy.sqlite3", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (SoleusClock) clock = make_clock ();
  g_autofree char *path = g_build_filename (folder, "diary.sqlite3", NULL);

  return soleus_copies_replace_damaged (path, copy, clock, &kept, error);
}

typedef struct
{
  const char *name;
  void (*make) (const char *folder);
  Run run;
  gboolean without_diary; /* it opens the diary itself */
} Case;

static const Case cases[] = {
  { "create", make_nothing, run_create, TRUE },
  { "save", make_pristine, run_save },
  { "edit", make_pristine, run_edit },
  { "delete", make_pristine, run_delete },
  { "undelete", make_pristine, run_undelete },
  { "purge", make_pristine, run_purge },
  { "draft", make_pristine, run_draft },
  { "import", make_with_archive, run_import },
  { "export", make_pristine, run_export },
  { "daily", make_pristine, run_daily },
  { "restore", make_with_copy, run_restore },
  { "upgrade", make_pristine, run_upgrade },
  { "replace", make_with_copy, run_replace, TRUE },
};

/* Opens the diary and does it; the diary stays open in @diary, so that a test can go on with it. */
static gboolean
run_case (const Case   *what,
          const char   *folder,
          SoleusDiary **diary,
          GError      **error)
{
  g_autofree char *path = g_build_filename (folder, "diary.sqlite3", NULL);
  g_autoptr (SoleusClock) clock = make_clock ();

  if (!what->without_diary && *diary == NULL)
    *diary = soleus_diary_open (path, SOLEUS_OPEN_WRITE, 100, clock, error);
  return (what->without_diary || *diary != NULL) && what->run (folder, *diary, error);
}

static void
copy_folder (const char *from,
             const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_folder (source, target);
      else
        {
          g_autofree char *data = NULL;
          gsize length;

          g_assert_true (g_file_get_contents (source, &data, &length, NULL));
          g_assert_true (g_file_set_contents_full (target, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
        }
    }
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

/* Each copy is whole; the one of yesterday is there; an archive is whole or not there at all. */
static void
check_copies (const Case *what,
              const char *folder)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *yesterday = g_build_filename (backups, "diary-daily-2026-03-02.sqlite3", NULL);
  g_autofree char *archive = g_build_filename (folder, "new.json", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  if (what->make != make_nothing)
    g_assert_true (g_file_test (yesterday, G_FILE_TEST_EXISTS));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);
      g_autoptr (GError) error = NULL;

      if (!g_str_has_suffix (name, ".sqlite3"))
        continue;
      soleus_copies_verify (path, NULL, &error);
      g_assert_no_error (error);
    }
  if (g_file_test (archive, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GBytes) bytes = soleus_test_read (archive);
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);

      g_assert_true (length > 3 && memcmp (text + length - 3, "\n}\n", 3) == 0);
    }
}

/* Opens what is left as a program would at its next start, checks it all, and says what it holds. */
static char *
read_state (const Case *what,
            const char *folder)
{
  g_autofree char *path = g_build_filename (folder, what->make == make_nothing ? "soleus/diary.sqlite3" : "diary.sqlite3", NULL);
  g_autoptr (SoleusClock) clock = make_clock ();
  g_autoptr (SoleusDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *archive = NULL, *draft = NULL;
  gint64 version, extra;

  if (what->make == make_nothing)
    {
      g_autoptr (SoleusDiary) diary = soleus_diary_open (path, SOLEUS_OPEN_READ, 100, clock, &error);

      if (diary == NULL)
        {
          g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
          g_clear_error (&error);
          diary = soleus_diary_open (path, SOLEUS_OPEN_CREATE, 100, clock, &error); /* and it can be made now */
          g_assert_no_error (error);
          g_assert_true (soleus_diary_check (diary, NULL));
          return g_strdup ("none");
        }
      g_assert_true (soleus_diary_check (diary, NULL));
      return g_strdup ("made");
    }

  /* The look before SQLite opens it must not refuse what a crash leaves, nor the reading before it is mended. */
  soleus_schema_look (path, NEXT_VERSION, &error);
  g_assert_no_error (error);
  archive = soleus_test_export (path);
  db = soleus_database_open (path, SOLEUS_OPEN_READ, 100, &error);
  g_assert_no_error (error);
  soleus_database_check (db, &error);
  g_assert_no_error (error);
  g_assert_true (soleus_database_get_number (db, "PRAGMA user_version", &version, NULL));
  g_assert_true (soleus_database_get_number (db, "SELECT count (*) FROM sqlite_schema WHERE name = 'extra'", &extra, NULL));
  if (version < NEXT_VERSION)
    {
      g_autoptr (SoleusDiary) diary = soleus_diary_open (path, SOLEUS_OPEN_WRITE, 100, clock, &error);

      g_assert_no_error (error);
      soleus_diary_check (diary, &error);
      g_assert_no_error (error);
      draft = soleus_diary_get_draft (diary, "episode", NULL);
    }
  check_copies (what, folder);
  return g_strdup_printf ("%s\nversion %d extra %d draft %s", archive, (int) version, (int) extra, draft);
}

static Place
make_place (SoleusTestFolder *folder,
            const Case       *what)
{
  Place place = { soleus_test_folder_build (folder, "pristine"), soleus_test_folder_build (folder, "work") };

  what->make (place.pristine);
  return place;
}

static void
free_place (Place *place)
{
  g_free (place->pristine);
  g_free (place->work);
}

/* The two states between which there must be none. */
static void
read_both (const Case  *what,
           const Place *place,
           char       **before,
           char       **after)
{
  SoleusDiary *diary = NULL;
  g_autoptr (GError) error = NULL;

  copy_folder (place->pristine, place->work);
  *before = read_state (what, place->work);
  remove_folder (place->work);
  copy_folder (place->pristine, place->work);
  run_case (what, place->work, &diary, &error);
  g_assert_no_error (error);
  g_clear_object (&diary);
  *after = read_state (what, place->work);
  remove_folder (place->work);
  if (!g_str_equal (what->name, "export") && !g_str_equal (what->name, "daily"))
    g_assert_cmpstr (*before, !=, *after);
}

static void
check_left (const Case  *what,
            const Place *place,
            const char  *before,
            const char  *after,
            gboolean     confirmed,
            guint        nth)
{
  g_autofree char *state = read_state (what, place->work);

  if (g_str_equal (state, after) || (!confirmed && g_str_equal (state, before)))
    return;
  g_error ("%s, ended at call %u: neither old nor new%s", what->name, nth, confirmed && g_str_equal (state, before) ? ", though it was confirmed" : "");
}

static void
test_killed (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *before = NULL, *after = NULL;
  Place place = make_place (folder, what);
  gboolean ended = FALSE;
  guint nth = 0;

  read_both (what, &place, &before, &after);
  while (!ended)
    {
      int status;
      pid_t child;

      g_assert_cmpuint (++nth, <, 2000);
      copy_folder (place.pristine, place.work);
      child = fork ();
      if (child == 0)
        {
          SoleusDiary *diary = NULL;
          gboolean done;

          soleus_shim_vfs_install ();
          soleus_shim_vfs_arm (SOLEUS_FAULT_KILL, nth, FALSE);
          done = run_case (what, place.work, &diary, NULL);
          _exit (done ? 0 : 1);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      ended = WIFEXITED (status);
      if (ended)
        g_assert_cmpint (WEXITSTATUS (status), ==, 0);
      else
        g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      check_left (what, &place, before, after, ended, nth);
      remove_folder (place.work);
    }
  g_test_message ("%s: %u points", what->name, nth - 1);
  g_assert_true (nth > 3 || what->run == run_export); /* which writes no database */
  free_place (&place);
}

/* The call fails, once or from then on; the program goes on, says what it was, and can do it again when there is room. */
static void
fail_everywhere (const Case *what,
                 SoleusFault fault,
                 gboolean    lasting)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *before = NULL, *after = NULL;
  Place place = make_place (folder, what);
  guint nth = 0, count;

  read_both (what, &place, &before, &after);
  do
    {
      SoleusDiary *diary = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done;

      g_assert_cmpuint (++nth, <, 2000);
      copy_folder (place.pristine, place.work);
      soleus_shim_vfs_arm (fault, nth, lasting);
      done = run_case (what, place.work, &diary, &error);
      count = soleus_shim_vfs_disarm ();
      g_assert_true (done == (error == NULL));
      if (done)
        g_clear_object (&diary);
      else
        {
          g_assert_true (error->domain == SOLEUS_STORE_ERROR);
          if (fault == SOLEUS_FAULT_FULL && !g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_FULL))
            g_error ("%s, full at call %u: %s", what->name, nth, error->message);
          g_clear_error (&error);
        }
      check_left (what, &place, before, after, done, nth);

      /* With the same connection, once there is room again. */
      if (!done)
        {
          gboolean again = run_case (what, place.work, &diary, &error);

          if (!again && !(g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING) && g_str_equal (what->name, "purge")))
            g_error ("%s, after a failure at call %u: %s", what->name, nth, error->message);
          g_clear_error (&error);
          g_clear_object (&diary);
          if (g_str_equal (what->name, "save") || g_str_equal (what->name, "edit"))
            {
              g_autofree char *path = g_build_filename (place.work, "diary.sqlite3", NULL);
              g_autoptr (SoleusClock) clock = make_clock ();
              g_autoptr (SoleusDiary) opened = soleus_test_open (path, clock);

              g_assert_true (soleus_diary_check (opened, NULL));
            }
          else
            check_left (what, &place, before, after, TRUE, nth);
        }
      remove_folder (place.work);
    }
  while (count >= nth);
  free_place (&place);
}

static void
test_full (gconstpointer data)
{
  soleus_shim_vfs_install ();
  fail_everywhere (data, SOLEUS_FAULT_FULL, FALSE);
  fail_everywhere (data, SOLEUS_FAULT_FULL, TRUE);
}

static void
test_io (gconstpointer data)
{
  soleus_shim_vfs_install ();
  fail_everywhere (data, SOLEUS_FAULT_IO, FALSE);
  fail_everywhere (data, SOLEUS_FAULT_IO, TRUE);
}

#ifdef SOLEUS_KILL_LIBRARY

/* Runs this program again for one case with the library that counts. Returns whether it came to its end. */
static gboolean
run_below (const Case  *what,
           const Place *place,
           guint        nth,
           int          error_number,
           int         *exit_status)
{
  g_autofree char *at = g_strdup_printf ("SOLEUS_KILL_AT=%u", nth);
  g_autofree char *under = g_strconcat ("SOLEUS_KILL_UNDER=", place->work, NULL);
  g_autofree char *code = g_strdup_printf ("SOLEUS_KILL_ERRNO=%d", error_number);
  const char *const arguments[] = { "/proc/self/exe", "--run", what->name, place->work, NULL };
  const char *const environment[] = { "LD_PRELOAD=" SOLEUS_KILL_LIBRARY, at, under, code, NULL };
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      execve (arguments[0], (char *const *) arguments, (char *const *) environment);
      _exit (99);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  *exit_status = WIFEXITED (status) ? WEXITSTATUS (status) : -1;
  if (!WIFEXITED (status))
    g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  return WIFEXITED (status);
}

static void
test_system_calls (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *before = NULL, *after = NULL;
  Place place = make_place (folder, what);
  gboolean ended = FALSE;
  guint nth = 0;
  int status;

  read_both (what, &place, &before, &after);
  while (!ended)
    {
      g_assert_cmpuint (++nth, <, 2000);
      copy_folder (place.pristine, place.work);
      ended = run_below (what, &place, nth, 0, &status);
      g_assert_true (!ended || status == 0);
      check_left (what, &place, before, after, ended, nth);
      remove_folder (place.work);
    }
  g_test_message ("%s: %u points", what->name, nth - 1);
  g_assert_cmpuint (nth, >, 3);
  free_place (&place);
}

/* From the Nth call on the disk is full. The child says by its status what it was told. */
static void
test_system_full (gconstpointer data)
{
  const Case *what = data;
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *before = NULL, *after = NULL;
  Place place = make_place (folder, what);
  guint nth = 0;
  int status;

  read_both (what, &place, &before, &after);
  do
    {
      g_assert_cmpuint (++nth, <, 2000);
      copy_folder (place.pristine, place.work);
      g_assert_true (run_below (what, &place, nth, ENOSPC, &status));
      if (status != 0 && status != 10 + SOLEUS_STORE_ERROR_FULL)
        g_error ("%s, full at call %u: the error was %d", what->name, nth, status - 10);
      check_left (what, &place, before, after, status == 0, nth);
      remove_folder (place.work);
    }
  while (status != 0);
  free_place (&place);
}

#endif

/* Held by another process: told within the time, nothing changed, and later it goes. */
static void
test_locked (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  Place place = make_place (folder, &cases[1]);
  g_autofree char *path = g_build_filename (place.pristine, "diary.sqlite3", NULL);
  g_autoptr (SoleusClock) clock = make_clock ();
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (SoleusRecord) record = make_episode ("6ba7b813-9dad-11d1-80b4-00c04fd430c8", "waits");
  g_autoptr (GError) error = NULL;
  int held[2], release[2], status;
  gint64 started;
  pid_t child;
  char c = 'x';

  g_assert_cmpint (pipe (held), ==, 0);
  g_assert_cmpint (pipe (release), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (SoleusDatabase) db = soleus_database_open (path, SOLEUS_OPEN_WRITE, 100, NULL);

      if (!soleus_database_execute (db, "BEGIN EXCLUSIVE", NULL) || write (held[1], &c, 1) != 1 || read (release[0], &c, 1) != 1)
        _exit (1);
      soleus_database_execute (db, "COMMIT", NULL);
      _exit (0);
    }
  g_assert_cmpint (read (held[0], &c, 1), ==, 1);
  for (int i = 0; i < 3; i++)
    {
      started = g_get_monotonic_time ();
      g_assert_false (soleus_diary_save (diary, record, &error));
      g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_BUSY);
      g_clear_error (&error);
      g_assert_cmpint (g_get_monotonic_time () - started, <, 1000 * 1000);
    }
  g_assert_cmpint (soleus_record_get_life (record)->revision, ==, 0);
  g_assert_cmpint (write (release[1], &c, 1), ==, 1);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (soleus_diary_save (diary, record, &error));
  g_assert_no_error (error);
  free_place (&place);
}

/* Two programs write as fast as they can; each tries again where the other was in the way. All is there in the end. */
static void
test_two_writers (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = make_clock ();
  g_autoptr (SoleusDiary) diary = NULL;
  pid_t children[2];
  gint64 n;

  for (int who = 0; who < 2; who++)
    {
      children[who] = fork ();
      if (children[who] == 0)
        {
          g_autoptr (SoleusDiary) own = NULL;
          g_autoptr (GRand) rand = g_rand_new_with_seed (59 + (guint32) who);

          for (int tries = 0; own == NULL && tries < 100; tries++)
            own = soleus_diary_open (path, SOLEUS_OPEN_CREATE, 100, clock, NULL); /* both make it at once */
          for (int i = 0; own != NULL && i < 150; i++)
            {
              g_autoptr (SoleusRecord) record = soleus_random_record (rand, SOLEUS_KIND_DRINK);
              g_autoptr (GError) error = NULL;
              int tries = 0;

              while (!soleus_diary_save (own, record, &error))
                {
                  if (!g_error_matches (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_BUSY) || ++tries > 100)
                    _exit (1);
                  g_clear_error (&error);
                }
            }
          _exit (own != NULL ? 0 : 2);
        }
    }
  for (int who = 0; who < 2; who++)
    {
      int status;

      g_assert_cmpint (waitpid (children[who], &status, 0), ==, children[who]);
      g_assert_cmpint (status, ==, 0);
    }
  diary = soleus_test_open (path, clock);
  g_assert_true (soleus_diary_check (diary, NULL));
  g_assert_true (soleus_diary_count (diary, &n, NULL));
  g_assert_cmpint (n, ==, 300);
}

/* What the program does when it runs itself: the case that it is told. */
static int
run_named (const char *name,
           const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_equal (cases[i].name, name))
      {
        SoleusDiary *diary = NULL;
        g_autoptr (GError) error = NULL;
        gboolean done = run_case (&cases[i], folder, &diary, &error);

        g_clear_object (&diary);
        return done ? 0 : error->domain == SOLEUS_STORE_ERROR ? 10 + error->code : 98;
      }
  return 97;
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = {
#ifdef SOLEUS_KILL_LIBRARY
    { "system-calls", test_system_calls },
    { "system-full", test_system_full },
#endif
    { "killed", test_killed },
    { "full", test_full },
    { "io", test_io },
  };

  if (argc == 4 && g_str_equal (argv[1], "--run"))
    return run_named (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crash/locked", test_locked);
  g_test_add_func ("/crash/two-writers", test_two_writers);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
      {
        g_autofree char *path = g_strdup_printf ("/crash/%s/%s", tests[i].name, cases[k].name);

        g_test_add_data_func (path, &cases[k], tests[i].func);
      }
  return g_test_run ();
}
