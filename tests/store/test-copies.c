/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies are whole, few and sound; nothing damaged takes the place of something good; a restored diary is there for
 * everyone who has it open. */
#include "store/soleus-copies.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "exchange/soleus-archive.h"
#include "lib/soleus-random-record.h"
#include "lib/soleus-test.h"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  char *backups;
  SoleusClock *clock;
  SoleusDiary *diary;
  GRand *rand;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->folder = soleus_test_folder_new ();
  f->path = soleus_test_folder_build (f->folder, "diary.sqlite3");
  f->backups = soleus_copies_dup_folder (f->path);
  f->clock = soleus_test_clock (SOLEUS_TEST_NOW);
  f->diary = soleus_test_open (f->path, f->clock);
  f->rand = g_rand_new_with_seed (41);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  if (f->diary != NULL)
    g_assert_finalize_object (f->diary);
  g_clear_object (&f->clock);
  g_rand_free (f->rand);
  g_free (f->path);
  g_free (f->backups);
  soleus_test_folder_free (f->folder);
}

static void
add_record (Fixture *f)
{
  g_autoptr (SoleusRecord) record = soleus_random_record (f->rand, SOLEUS_KIND_DRINK);
  g_autoptr (GError) error = NULL;

  soleus_diary_save (f->diary, record, &error);
  g_assert_no_error (error);
}

/* Writes over the drinks of a closed file. It can still be opened, so that only who looks at it all finds out. */
static void
damage (const char *path)
{
  g_autoptr (SoleusDatabase) db = soleus_database_open (path, SOLEUS_OPEN_READ, 0, NULL);
  char junk[4096];
  gint64 page;
  int fd;

  g_assert_true (soleus_database_get_number (db, "SELECT rootpage FROM sqlite_schema WHERE name = 'drink'", &page, NULL));
  g_clear_pointer (&db, soleus_database_close);
  memset (junk, 0xa5, sizeof junk);
  fd = g_open (path, O_WRONLY, 0);
  g_assert_cmpint (pwrite (fd, junk, sizeof junk, (page - 1) * (gint64) sizeof junk), ==, sizeof junk);
  close (fd);
}

static char *
dup_copy (Fixture    *f,
          const char *name)
{
  return g_build_filename (f->backups, name, NULL);
}

static void
test_daily (Fixture      *f,
            gconstpointer data)
{
  SoleusDate today = soleus_clock_get_today (f->clock);
  g_autofree char *archive = NULL, *kept = NULL, *latest = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  for (int day = 0; day < 12; day++)
    {
      g_assert_true (soleus_copies_daily_is_due (f->path, today + day));
      add_record (f);
      g_assert_true (soleus_copies_make_daily (f->path, today + day, &error));
      g_assert_no_error (error);
      g_assert_false (soleus_copies_daily_is_due (f->path, today + day));
      g_assert_cmpuint (soleus_test_n_files (f->backups, ".sqlite3"), ==, (guint) MIN (day + 1, SOLEUS_DAILY_COPIES));
      g_assert_cmpuint (soleus_test_n_files (f->backups, ""), ==, (guint) MIN (day + 1, SOLEUS_DAILY_COPIES));
    }
  copies = soleus_copies_list (f->path);
  g_assert_cmpuint (copies->len, ==, SOLEUS_DAILY_COPIES);
  for (guint i = 0; i < copies->len; i++)
    {
      const SoleusCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *date = soleus_date_to_iso (today + 11 - (SoleusDate) i);
      g_autofree char *name = g_strdup_printf ("diary-daily-%s.sqlite3", date);
      gint64 n = 0;

      g_assert_cmpstr (copy->name, ==, name);
      g_assert_true (soleus_copies_verify (copy->path, &n, NULL));
      g_assert_cmpint (n, ==, 12 - (gint64) i);
      g_assert_cmpint (g_stat (copy->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
  latest = g_strdup (((SoleusCopy *) g_ptr_array_index (copies, 0))->path);
  archive = soleus_test_export (f->path);
  kept = soleus_test_export (latest);
  g_assert_cmpstr (kept, ==, archive);

  /* The copy of a day is made once: what is written later that day does not touch it. */
  add_record (f);
  g_assert_true (soleus_copies_make_daily (f->path, today + 11, &error));
  g_clear_pointer (&kept, g_free);
  kept = soleus_test_export (latest);
  g_assert_cmpstr (kept, ==, archive);
  g_assert_cmpint (g_stat (f->backups, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
test_upgrade (Fixture      *f,
              gconstpointer data)
{
  SoleusDate today = soleus_clock_get_today (f->clock);

  g_assert_true (soleus_copies_make_daily (f->path, today, NULL));
  for (int version = 1; version <= 4; version++)
    {
      g_assert_true (soleus_copies_make_upgrade (f->path, today + version, version, NULL));
      g_assert_cmpuint (soleus_test_n_files (f->backups, ".sqlite3"), ==, 1 + (guint) MIN (version, SOLEUS_UPGRADE_COPIES));
    }
}

/* Two diaries in one folder keep their copies apart. */
static void
test_two_diaries (Fixture      *f,
                  gconstpointer data)
{
  g_autofree char *other_path = soleus_test_folder_build (f->folder, "other.sqlite3");
  g_autoptr (SoleusDiary) other = soleus_test_open (other_path, f->clock);
  SoleusDate today = soleus_clock_get_today (f->clock);
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_true (soleus_copies_make_daily (other_path, today, NULL));
  for (int day = 0; day < 9; day++)
    g_assert_true (soleus_copies_make_daily (f->path, today + day, NULL));
  copies = soleus_copies_list (other_path);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpstr (((SoleusCopy *) g_ptr_array_index (copies, 0))->name, ==, "other-daily-2026-03-03.sqlite3");
}

static void
test_damaged_is_not_copied (Fixture      *f,
                            gconstpointer data)
{
  SoleusDate today = soleus_clock_get_today (f->clock);
  g_autofree char *good = dup_copy (f, "diary-daily-2026-03-03.sqlite3");
  g_autofree char *target = soleus_test_folder_build (f->folder, "backup.sqlite3");
  g_autoptr (GBytes) before = NULL;

  for (int i = 0; i < 100; i++)
    add_record (f);
  g_assert_true (soleus_copies_make_daily (f->path, today, NULL));
  g_assert_true (soleus_copies_save (f->path, target, NULL, NULL, NULL));
  before = soleus_test_read (target);
  g_clear_object (&f->diary);
  damage (f->path);

  for (int day = 1; day < 12; day++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (soleus_copies_make_daily (f->path, today + day, &error));
      g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_false (soleus_copies_make_upgrade (f->path, today + day, 1, &error));
      g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_false (soleus_copies_save (f->path, target, NULL, NULL, &error));
      g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED);
    }
  g_assert_true (soleus_copies_verify (good, NULL, NULL));
  g_assert_cmpuint (soleus_test_n_files (f->backups, ""), ==, 1); /* no half-made file stays */
  {
    g_autoptr (GBytes) after = soleus_test_read (target);

    g_assert_true (g_bytes_equal (before, after));
  }
}

static void
test_verify (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *missing = soleus_test_folder_build (f->folder, "missing");
  g_autofree char *text = soleus_test_folder_build (f->folder, "text");
  g_autofree char *empty = soleus_test_folder_build (f->folder, "empty");
  g_autoptr (GError) error = NULL;

  soleus_test_write (text, "text", 4);
  soleus_test_write (empty, "", 0);
  g_assert_false (soleus_copies_verify (missing, NULL, &error));
  g_clear_error (&error);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_false (soleus_copies_verify (text, NULL, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_false (soleus_copies_verify (empty, NULL, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (soleus_copies_verify (f->path, NULL, &error));
  g_clear_object (&f->diary);
  damage (f->path);
  g_assert_false (soleus_copies_verify (f->path, NULL, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED);
}

static gboolean
stop_cb (gint64   done,
         gint64   total,
         gpointer data)
{
  return FALSE;
}

static void
test_save (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *here = soleus_test_folder_build (f->folder, "");
  g_autofree char *target = soleus_test_folder_build (f->folder, "My backup");
  g_autofree char *nowhere = soleus_test_folder_build (f->folder, "nowhere/backup");
  g_autofree char *linked = soleus_test_folder_build (f->folder, "link");
  g_autofree char *archive = NULL, *copied = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files;

  for (int i = 0; i < 8000; i++)
    {
      g_autoptr (SoleusRecord) record = soleus_random_record (f->rand, SOLEUS_KIND_DRINK);
      g_autoptr (GPtrArray) edits = soleus_edits_new ();

      for (; i % 1000 != 999; i++)
        {
          g_autoptr (SoleusRecord) more = soleus_random_record (f->rand, SOLEUS_KIND_DRINK);

          soleus_edits_save (edits, more);
        }
      soleus_edits_save (edits, record);
      g_assert_true (soleus_diary_write (f->diary, edits, NULL, NULL));
    }
  archive = soleus_test_export (f->path);
  g_assert_true (soleus_copies_save (f->path, target, NULL, NULL, &error));
  copied = soleus_test_export (target);
  g_assert_cmpstr (copied, ==, archive);
  add_record (f);
  g_assert_true (soleus_copies_save (f->path, target, NULL, NULL, &error)); /* replaces */
  n_files = soleus_test_n_files (here, "");

  g_assert_false (soleus_copies_save (f->path, nowhere, NULL, NULL, &error));
  g_clear_error (&error);
  g_assert_false (soleus_copies_save (f->path, target, stop_cb, NULL, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (soleus_test_n_files (here, ""), ==, n_files);
  g_assert_true (soleus_copies_verify (target, NULL, NULL));

  /* Whoever names the diary itself, by whatever name, must not lose it. */
  g_assert_false (soleus_copies_save (f->path, f->path, NULL, NULL, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_EMPTY);
  g_clear_error (&error);
  g_assert_cmpint (symlink (f->path, linked), ==, 0);
  g_assert_false (soleus_copies_save (f->path, linked, NULL, NULL, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_EMPTY);
  g_clear_error (&error);
  g_assert_false (soleus_archive_export_file (f->path, linked, NULL, NULL, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_EMPTY);
  g_clear_error (&error);
  g_assert_true (soleus_diary_check (f->diary, NULL));
}

/* A program that was killed left a half-made copy: the next copies sweep it away, but not one that may be in the making. */
static void
test_leftovers (Fixture      *f,
                gconstpointer data)
{
  SoleusDate today = soleus_clock_get_today (f->clock);
  g_autofree char *old = dup_copy (f, "diary-daily-2026-03-01.sqlite3.0a1b2c3d.new");
  g_autofree char *old_journal = dup_copy (f, "diary-daily-2026-03-01.sqlite3.0a1b2c3d.new-journal");
  g_autofree char *fresh = dup_copy (f, "diary-daily-2026-03-03.sqlite3.11111111.new");
  g_autofree char *foreign = dup_copy (f, "other-daily-2026-03-01.sqlite3.0a1b2c3d.new");
  struct utimbuf times = { 1000000000, 1000000000 };

  g_assert_true (soleus_copies_make_daily (f->path, today, NULL));
  soleus_test_write (old, "x", 1);
  soleus_test_write (old_journal, "x", 1);
  soleus_test_write (fresh, "x", 1);
  soleus_test_write (foreign, "x", 1);
  g_assert_cmpint (utime (old, &times), ==, 0);
  g_assert_cmpint (utime (old_journal, &times), ==, 0);
  g_assert_cmpint (utime (foreign, &times), ==, 0);
  g_assert_true (soleus_copies_make_daily (f->path, today + 1, NULL));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (old_journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
count_cb (SoleusDiary *diary,
          guint        kinds,
          guint       *n)
{
  g_assert_cmpuint (kinds, ==, SOLEUS_KIND_MASK_ALL);
  (*n)++;
}

static void
test_restore (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *copy = soleus_test_folder_build (f->folder, "copy.sqlite3");
  g_autofree char *then = NULL, *later = NULL, *restored = NULL, *back = NULL;
  g_autoptr (SoleusDiary) other = NULL;
  g_autoptr (SoleusRecord) night = NULL;
  g_autoptr (GPtrArray) copies = NULL, list = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0, n_told_other = 0;
  GStatBuf before, after;

  for (int i = 0; i < 20; i++)
    add_record (f);
  then = soleus_test_export (f->path);
  g_assert_true (soleus_copies_save (f->path, copy, NULL, NULL, NULL));
  for (int i = 0; i < 300; i++)
    add_record (f);
  later = soleus_test_export (f->path);

  other = soleus_test_open (f->path, f->clock);
  list = soleus_diary_list (other, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (list->len, ==, 320);
  g_signal_connect (f->diary, "changed", G_CALLBACK (count_cb), &n_told);
  g_signal_connect (other, "changed", G_CALLBACK (count_cb), &n_told_other);
  g_assert_cmpint (g_stat (f->path, &before), ==, 0);
  g_assert_true (soleus_copies_restore (f->diary, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (f->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino); /* never by renaming: others have it open */
  g_assert_cmpuint (n_told, ==, 1);

  restored = soleus_test_export (f->path);
  g_assert_cmpstr (restored, ==, then);
  soleus_diary_refresh (other);
  g_assert_cmpuint (n_told_other, ==, 1);
  g_signal_handlers_disconnect_by_data (other, &n_told_other);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = soleus_diary_list (other, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (list->len, ==, 20);
  night = soleus_diary_get_night_record (other, soleus_test_date ("2026-03-03"), NULL);
  g_assert_true (soleus_diary_save (other, night, &error));
  g_assert_no_error (error);
  g_assert_true (soleus_diary_check (f->diary, &error));
  g_assert_no_error (error);

  /* The diary of before can be brought back in the same way. */
  copies = soleus_copies_list (f->path);
  g_assert_cmpuint (copies->len, ==, 1);
  soleus_clock_advance (f->clock, 60);
  g_assert_true (soleus_copies_restore (f->diary, ((SoleusCopy *) g_ptr_array_index (copies, 0))->path, &error));
  back = soleus_test_export (f->path);
  g_assert_cmpstr (back, ==, later);
  g_signal_handlers_disconnect_by_data (f->diary, &n_told);
}

static void
test_restore_refused (Fixture      *f,
                      gconstpointer data)
{
  g_autofree char *text = soleus_test_folder_build (f->folder, "text");
  g_autofree char *bad = soleus_test_folder_build (f->folder, "bad.sqlite3");
  g_autofree char *good = soleus_test_folder_build (f->folder, "good.sqlite3");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (SoleusDatabase) other = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100; i++)
    add_record (f);
  before = soleus_test_export (f->path);
  soleus_test_write (text, "text", 4);
  g_assert_true (soleus_copies_save (f->path, bad, NULL, NULL, NULL));
  g_assert_true (soleus_copies_save (f->path, good, NULL, NULL, NULL));
  damage (bad);
  g_assert_false (soleus_copies_restore (f->diary, text, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_false (soleus_copies_restore (f->diary, bad, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpuint (soleus_test_n_files (f->backups, ""), ==, 0);

  /* Where the present diary cannot be saved first, nothing is done. */
  soleus_test_write (f->backups, "in the way", 10);
  g_assert_false (soleus_copies_restore (f->diary, good, &error));
  g_assert_true (error->domain == SOLEUS_STORE_ERROR);
  after = soleus_test_export (f->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_replace_damaged (Fixture      *f,
                      gconstpointer data)
{
  gboolean with_copy = GPOINTER_TO_INT (data);
  g_autofree char *copy = dup_copy (f, "diary-daily-2026-03-03.sqlite3");
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autofree char *here = soleus_test_folder_build (f->folder, "");
  g_autofree char *text = soleus_test_folder_build (f->folder, "text");
  g_autofree char *archive = NULL, *kept = NULL, *restored = NULL;
  g_autoptr (GBytes) damaged = NULL, aside = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  gint64 n;

  for (int i = 0; i < 100; i++)
    add_record (f);
  archive = soleus_test_export (f->path);
  g_assert_true (soleus_copies_make_daily (f->path, soleus_clock_get_today (f->clock), NULL));
  g_clear_object (&f->diary);
  damage (f->path);
  soleus_test_write (journal, "left over", 9);
  damaged = soleus_test_read (f->path);

  /* Nothing good to go on with: all stays as it is. */
  soleus_test_write (text, "text", 4);
  g_assert_false (soleus_copies_replace_damaged (f->path, text, f->clock, &kept, &error));
  g_assert_null (kept);
  g_clear_error (&error);
  g_assert_cmpuint (soleus_test_n_files (here, ""), ==, 4);

  g_assert_true (soleus_copies_replace_damaged (f->path, with_copy ? copy : NULL, f->clock, &kept, &error));
  g_assert_no_error (error);
  aside = soleus_test_read (kept);
  g_assert_true (g_bytes_equal (damaged, aside));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (soleus_test_n_files (here, ".new"), ==, 0);
  g_assert_cmpuint (soleus_test_n_files (here, "-journal"), ==, 1);
  g_assert_cmpint (g_stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  f->diary = soleus_test_open (f->path, f->clock);
  g_assert_true (soleus_diary_check (f->diary, NULL));
  restored = soleus_test_export (f->path);
  if (with_copy)
    g_assert_cmpstr (restored, ==, archive);
  g_assert_true (soleus_diary_count (f->diary, &n, NULL));
  g_assert_cmpint (n, ==, with_copy ? 100 : 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
    gboolean data;
  } tests[] = {
    { "/copies/daily", test_daily },
    { "/copies/upgrade", test_upgrade },
    { "/copies/two-diaries", test_two_diaries },
    { "/copies/damaged-is-not-copied", test_damaged_is_not_copied },
    { "/copies/verify", test_verify },
    { "/copies/save", test_save },
    { "/copies/leftovers", test_leftovers },
    { "/copies/restore", test_restore },
    { "/copies/restore-refused", test_restore_refused },
    { "/copies/replace-damaged/with-copy", test_replace_damaged, TRUE },
    { "/copies/replace-damaged/empty", test_replace_damaged, FALSE },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].data), set_up, tests[i].func, tear_down);
  return g_test_run ();
}
