/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema says the same as the table of kinds; every statement fits it; what is no diary of ours is refused and stays
 * as it was; an upgrade is done step by step, each whole or not at all. */
#include "store/soleus-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/soleus-random-record.h"
#include "lib/soleus-test.h"
#include "store/soleus-copies.h"
#include "store/soleus-record-table.h"

static SoleusDatabase *
make_fresh (void)
{
  g_autoptr (GError) error = NULL;
  SoleusDatabase *db = soleus_database_open_memory (&error);

  g_assert_no_error (error);
  soleus_schema_upgrade (db, &error);
  g_assert_no_error (error);
  return db;
}

/* The columns of a table in order, each as "name TYPE", with " NOT NULL" where it must be given. */
static char *
read_columns (SoleusDatabase *db,
              const char     *table,
              int             n_first)
{
  g_autoptr (SoleusStatement) statement = soleus_database_prepare (db, "SELECT name, type, \"notnull\" FROM pragma_table_info (?1)", NULL);
  GString *columns = g_string_new (NULL);
  gboolean has_row;

  soleus_statement_bind_text (statement, 1, table);
  for (int i = 0; soleus_statement_step (statement, &has_row, NULL) && has_row; i++)
    if (i >= n_first)
      g_string_append_printf (columns, "%s %s%s\n", soleus_statement_get_text (statement, 0), soleus_statement_get_text (statement, 1), soleus_statement_get (statement, 2) ? " NOT NULL" : "");
  return g_string_free (columns, FALSE);
}

static char *
expect_columns (const SoleusField *fields)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; fields[i].name != NULL; i++)
    {
      gboolean text = fields[i].type == SOLEUS_FIELD_TEXT || fields[i].type == SOLEUS_FIELD_WORD || fields[i].type == SOLEUS_FIELD_ID || fields[i].type == SOLEUS_FIELD_REFERENCE;

      if (fields[i].common || fields[i].type == SOLEUS_FIELD_LIST)
        continue;
      g_string_append_printf (columns, "%s %s%s\n", fields[i].name, text ? "TEXT" : "INTEGER", fields[i].required ? " NOT NULL" : "");
      if (fields[i].type == SOLEUS_FIELD_TIME)
        g_string_append_printf (columns, "%s_offset INTEGER\n", fields[i].name);
    }
  return g_string_free (columns, FALSE);
}

static void
check_table (SoleusDatabase    *db,
             const char        *table,
             const SoleusField *fields,
             int                n_first,
             const char        *last)
{
  g_autofree char *expected = expect_columns (fields);
  g_autofree char *wanted = g_strconcat (expected, last, NULL);
  g_autofree char *found = read_columns (db, table, n_first);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_columns (void)
{
  g_autoptr (SoleusDatabase) db = make_fresh ();
  gint64 n_tables = 3, found; /* kind, record, draft */

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      const SoleusKindInfo *info = soleus_kind_get_info ((SoleusKind) kind);
      g_autofree char *by_number = g_strdup_printf ("SELECT count (*) FROM kind WHERE kind = %d AND name = '%s'", kind, info->name);

      check_table (db, info->name, info->fields, 1, kind == SOLEUS_KIND_EPISODE ? "night_time INTEGER NOT NULL\n" : "");
      n_tables++;
      for (guint i = 0; info->fields[i].name != NULL; i++)
        if (info->fields[i].type == SOLEUS_FIELD_LIST)
          {
            g_autofree char *table = g_strdup_printf ("%s_%s", info->name, info->fields[i].name);

            check_table (db, table, info->fields[i].rows, 2, "");
            n_tables++;
          }
      g_assert_true (soleus_database_get_number (db, by_number, &found, NULL));
      g_assert_cmpint (found, ==, 1);
    }
  g_assert_true (soleus_database_get_number (db, "SELECT count (*) FROM kind", &found, NULL));
  g_assert_cmpint (found, ==, SOLEUS_KIND_LAST);
  g_assert_true (soleus_database_get_number (db, "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'", &found, NULL));
  g_assert_cmpint (found, ==, n_tables);
  g_assert_true (soleus_database_get_number (db, "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'", &found, NULL));
  g_assert_cmpint (found, ==, 0);
}

static void
test_statements (void)
{
  g_autoptr (SoleusDatabase) db = make_fresh ();

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    for (guint i = 0;; i++)
      {
        g_autofree char *sql = soleus_record_table_dup_sql ((SoleusKind) kind, i);
        g_autoptr (GError) error = NULL;

        if (sql == NULL)
          {
            g_assert_cmpuint (i, >=, 5);
            break;
          }
        /* A statement of its own for each: the connection keeps the text by its address. */
        soleus_statement_done (soleus_database_prepare (db, g_intern_string (sql), &error));
        g_assert_no_error (error);
      }
}

/* A released script is never edited: whoever changes it makes diaries that differ under one version. */
static void
test_frozen (void)
{
  static const char *const sums[] = {
    "5c1599c8d3e706bcbcec33abd2b8b7f9a9c8de6c472f93a6482eb50162d2079c",
    "0f96e2efed534428b58a07eb145b20039dcbe3d404686cb974c8b6652a2a754f",
  };

  g_assert_cmpint (soleus_schema_get_version (), ==, G_N_ELEMENTS (sums));
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/soleus_diary/Soleus/schema/%03d.sql", (int) i + 1);
      g_autoptr (SoleusDatabase) db = make_fresh (); /* which brings the resource */
      g_autoptr (GBytes) script = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *sum = NULL;

      g_assert_nonnull (script);
      sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, script);
      g_assert_cmpstr (sum, ==, sums[i]);
    }
}

typedef struct
{
  const char *name;
  SoleusStoreError code;
} Refused;

/* Bytes at an offset of a sound diary. */
static void
patch (const char *path,
       goffset     offset,
       const void *bytes,
       gsize       length)
{
  int fd = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (pwrite (fd, bytes, length, offset), ==, (gssize) length);
  close (fd);
}

static void
make_strange (const char  *path,
              const char  *name,
              SoleusClock *clock)
{
  static const guint8 newer[] = { 0, 0, 0, 99 }, foreign[] = { 'O', 't', 'h', 'r' };
  g_autoptr (SoleusDiary) diary = NULL;

  if (g_str_equal (name, "text"))
    soleus_test_write (path, "Dear diary", 10);
  else if (g_str_equal (name, "long text"))
    {
      g_autofree char *text = g_strnfill (5000, 'x');

      soleus_test_write (path, text, 5000);
    }
  else if (g_str_equal (name, "folder"))
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  else if (g_str_equal (name, "pipe"))
    g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  else if (g_str_equal (name, "magic alone"))
    soleus_test_write (path, "SQLite format 3", 16);
  else
    {
      diary = soleus_test_open (path, clock);
      g_clear_object (&diary);
      if (g_str_equal (name, "newer"))
        patch (path, 60, newer, sizeof newer);
      else if (g_str_equal (name, "other database"))
        patch (path, 68, foreign, sizeof foreign);
      else if (g_str_equal (name, "cut off"))
        g_assert_cmpint (truncate (path, 4096 * 20), ==, 0);
      else if (g_str_equal (name, "cut in the header"))
        g_assert_cmpint (truncate (path, 60), ==, 0);
    }
}

static void
test_refused (gconstpointer data)
{
  static const SoleusOpen modes[] = { SOLEUS_OPEN_READ, SOLEUS_OPEN_WRITE, SOLEUS_OPEN_CREATE };
  const Refused *refused = data;
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autofree char *here = soleus_test_folder_build (folder, "");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (GBytes) before = NULL;
  GStatBuf old_info, info;

  make_strange (path, refused->name, clock);
  g_assert_cmpint (g_stat (path, &old_info), ==, 0);
  if (S_ISREG (old_info.st_mode))
    before = soleus_test_read (path);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusDiary) diary = soleus_diary_open (path, modes[i], 100, clock, &error);

      g_assert_null (diary);
      g_assert_error (error, SOLEUS_STORE_ERROR, (int) refused->code);
      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mtim.tv_sec, ==, old_info.st_mtim.tv_sec);
      g_assert_cmpint (info.st_mtim.tv_nsec, ==, old_info.st_mtim.tv_nsec);
      g_assert_cmpuint (info.st_ino, ==, old_info.st_ino);
      g_assert_cmpuint (soleus_test_n_files (here, ""), ==, 1);
      if (before != NULL)
        {
          g_autoptr (GBytes) after = soleus_test_read (path);

          g_assert_true (g_bytes_equal (before, after));
        }
    }
}

/* A program that was killed between making the file and filling it leaves an empty one: no diary yet. */
static void
test_empty (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  for (int i = 0; i < 2; i++)
    {
      g_assert_null (soleus_diary_open (path, SOLEUS_OPEN_READ, 100, clock, &error));
      g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
      g_clear_error (&error);
      g_assert_null (soleus_diary_open (path, SOLEUS_OPEN_WRITE, 100, clock, &error));
      g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
      g_clear_error (&error);
      if (i == 0)
        soleus_test_write (path, "", 0);
    }
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, 0);
  diary = soleus_test_open (path, clock);
  g_assert_true (soleus_diary_check (diary, NULL));
}

/* Root may write everywhere, and so is nobody for a while. */
static void
set_user (uid_t user)
{
  g_assert_cmpint (setresuid (user, user, 0), ==, 0);
}

/* Somebody else's folder, or a file that was protected: reading goes, writing is refused, and the file stays as it is. */
static void
test_only_readable (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autofree char *here = soleus_test_folder_build (folder, "");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (SoleusRecord) night = soleus_diary_get_night_record (diary, soleus_test_date ("2026-03-03"), NULL);
  gboolean root = getuid () == 0;

  g_assert_true (soleus_diary_save (diary, night, NULL));
  g_clear_object (&diary);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) before = soleus_test_read (path), after = NULL;
      g_autoptr (GPtrArray) nights = NULL;
      g_autoptr (GError) error = NULL;

      /* The file, the folder, or both. */
      g_chmod (path, i == 1 ? 0666 : 0444);
      g_chmod (here, i == 0 ? 0777 : 0555);
      if (root)
        set_user (65534);
      diary = soleus_diary_open (path, SOLEUS_OPEN_WRITE, 100, clock, &error);
      g_assert_no_error (error);
      g_assert_false (soleus_diary_is_writable (diary));
      nights = soleus_diary_list (diary, SOLEUS_KIND_NIGHT, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, &error);
      g_assert_cmpuint (nights->len, ==, 1);
      g_assert_false (soleus_diary_save (diary, night, &error));
      g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_READ_ONLY);
      g_clear_object (&diary);
      if (root)
        set_user (0);
      g_chmod (here, 0700);
      after = soleus_test_read (path);
      g_assert_true (g_bytes_equal (before, after));
    }
}

/* What may not even be read is told so. */
static void
test_not_readable (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autofree char *here = soleus_test_folder_build (folder, "");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (GError) error = NULL;
  gboolean root = getuid () == 0;

  g_clear_object (&diary);
  g_chmod (path, 0);
  g_chmod (here, 0755);
  if (root)
    set_user (65534);
  diary = soleus_diary_open (path, SOLEUS_OPEN_WRITE, 100, clock, &error);
  if (root)
    set_user (0);
  g_assert_null (diary);
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_READ_ONLY);
}

/* What is there of the throw-away versions: the version and all that it holds. */
static char *
read_state (SoleusDatabase *db)
{
  g_autoptr (SoleusStatement) statement = soleus_database_prepare (db, "SELECT type, name, sql FROM sqlite_schema ORDER BY name", NULL);
  GString *state = g_string_new (NULL);
  gboolean has_row;
  gint64 n;

  g_assert_true (soleus_database_get_number (db, "PRAGMA user_version", &n, NULL));
  g_string_append_printf (state, "version %d\n", (int) n);
  while (soleus_statement_step (statement, &has_row, NULL) && has_row)
    g_string_append_printf (state, "%s\n", soleus_statement_get_text (statement, 2));
  g_assert_true (soleus_database_get_number (db, "SELECT sum (n) FROM t", &n, NULL));
  g_string_append_printf (state, "sum %d\n", (int) n);
  return g_string_free (state, FALSE);
}

#define VERSION_1 "CREATE TABLE t (n INTEGER) STRICT; INSERT INTO t VALUES (1), (2)"
#define VERSION_2 "CREATE TABLE u (n INTEGER) STRICT; INSERT INTO u SELECT n FROM t; UPDATE t SET n = n * 10"

static void
test_upgrade_steps (void)
{
  static const SoleusMigration good[] = { { VERSION_1 }, { VERSION_2 }, { "DROP TABLE u" } };
  static const char *const bad[] = {
    VERSION_2 "; SELECT nothing FROM nowhere",
    VERSION_2 "; INSERT INTO t VALUES ('text')",
    "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (id INTEGER REFERENCES p (id)); INSERT INTO c VALUES (7)",
  };
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "some.sqlite3");
  g_autoptr (SoleusDatabase) db = soleus_database_open (path, SOLEUS_OPEN_CREATE, 100, NULL);
  g_autoptr (SoleusDatabase) other = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  int version;
  gint64 on;

  g_assert_true (soleus_schema_upgrade_with (db, good, 1, &error));
  before = read_state (db);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const SoleusMigration migrations[] = { good[0], { bad[i] } };
      g_autofree char *state = NULL;

      g_assert_false (soleus_schema_upgrade_with (db, migrations, 2, &error));
      g_assert_true (error->domain == SOLEUS_STORE_ERROR);
      g_clear_error (&error);
      state = read_state (db);
      g_assert_cmpstr (state, ==, before);
      g_assert_true (soleus_database_get_number (db, "PRAGMA foreign_keys", &on, NULL));
      g_assert_cmpint (on, ==, 1);
      g_assert_true (soleus_database_check (db, NULL));
    }

  other = soleus_database_open (path, SOLEUS_OPEN_WRITE, 100, NULL);
  g_assert_true (soleus_schema_upgrade_with (db, good, 3, &error));
  g_assert_no_error (error);
  g_assert_true (soleus_schema_get_current (db, &version, NULL));
  g_assert_cmpint (version, ==, 3);
  after = read_state (db);
  g_assert_nonnull (strstr (after, "sum 30"));
  g_assert_null (strstr (after, "TABLE u"));

  /* Whoever comes second finds it done. */
  g_assert_true (soleus_schema_upgrade_with (other, good, 3, &error));
  g_assert_no_error (error);
  g_assert_true (soleus_schema_upgrade_with (db, good, 2, &error));
  g_assert_true (soleus_schema_get_current (db, &version, NULL));
  g_assert_cmpint (version, ==, 3);
}

/* A whole diary goes up one version after its copy was made; the copy is what it was. */
static void
test_upgrade_of_diary (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autofree char *copies = soleus_copies_dup_folder (path);
  g_autofree char *copy = g_build_filename (copies, "diary-upgrade-v1-2026-03-03.sqlite3", NULL);
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);
  g_autofree char *archive = NULL, *after = NULL, *kept = NULL;
  g_autoptr (GError) error = NULL;
  SoleusMigration migrations[] = { { "SELECT 1" }, { "SELECT 1" }, { "ALTER TABLE drink ADD COLUMN warm INTEGER; UPDATE drink SET warm = 0" } };
  gint64 n;

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      g_autoptr (SoleusRecord) record = soleus_random_record_full (rand, (SoleusKind) kind);

      g_assert_true (soleus_diary_save (diary, record, NULL));
    }
  archive = soleus_test_export (path);

  g_assert_true (soleus_copies_make_upgrade (path, soleus_clock_get_today (clock), 1, &error));
  g_assert_no_error (error);
  g_assert_true (soleus_schema_upgrade_with (soleus_diary_get_database (diary), migrations, 3, &error));
  g_assert_no_error (error);
  after = soleus_test_export (path);
  g_assert_cmpstr (after, ==, archive);
  kept = soleus_test_export (copy);
  g_assert_cmpstr (kept, ==, archive);
  g_assert_true (soleus_copies_verify (copy, &n, &error));
  g_assert_cmpint (n, ==, SOLEUS_KIND_LAST);

  /* This program is older than that diary now. */
  g_clear_object (&diary);
  g_assert_null (soleus_diary_open (path, SOLEUS_OPEN_WRITE, 100, clock, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_TOO_NEW);
}

static void
execute (sqlite3    *db,
         const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* A diary of the first version, with a record of every kind, becomes a present one; not a value is lost. */
static void
test_from_version_1 (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autofree char *rows = g_test_build_filename (G_TEST_DIST, "tests", "store", "diary-v1.sql", NULL);
  g_autofree char *archive = g_test_build_filename (G_TEST_DIST, "tests", "fuzz", "seeds", "every-kind.json", NULL);
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = 1", SOLEUS_APPLICATION_ID);
  g_autoptr (SoleusDatabase) fresh = make_fresh (); /* which brings the resource */
  g_autoptr (GBytes) script = g_resources_lookup_data ("/io/github/soleus_diary/Soleus/schema/001.sql", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GBytes) inserts = soleus_test_read (rows);
  g_autoptr (GBytes) expected = soleus_test_read (archive);
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = NULL;
  g_autofree char *sql = g_strndup (g_bytes_get_data (inserts, NULL), g_bytes_get_size (inserts));
  g_autofree char *wanted = g_strndup (g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_autofree char *after = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  execute (db, g_bytes_get_data (script, NULL));
  execute (db, sql);
  execute (db, pragmas);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  diary = soleus_test_open (path, clock);
  after = soleus_test_export (path);
  g_assert_cmpstr (after, ==, wanted);
}

int
main (int   argc,
      char *argv[])
{
  static const Refused refused[] = {
    { "text", SOLEUS_STORE_ERROR_NOT_OURS },
    { "long text", SOLEUS_STORE_ERROR_NOT_OURS },
    { "folder", SOLEUS_STORE_ERROR_NOT_OURS },
    { "pipe", SOLEUS_STORE_ERROR_NOT_OURS },
    { "magic alone", SOLEUS_STORE_ERROR_NOT_OURS },
    { "other database", SOLEUS_STORE_ERROR_NOT_OURS },
    { "newer", SOLEUS_STORE_ERROR_TOO_NEW },
    { "cut off", SOLEUS_STORE_ERROR_DAMAGED },
    { "cut in the header", SOLEUS_STORE_ERROR_NOT_OURS },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/columns", test_columns);
  g_test_add_func ("/schema/statements", test_statements);
  g_test_add_func ("/schema/frozen", test_frozen);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/schema/refused/%s", refused[i].name);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  g_test_add_func ("/schema/empty", test_empty);
  g_test_add_func ("/schema/only-readable", test_only_readable);
  g_test_add_func ("/schema/not-readable", test_not_readable);
  g_test_add_func ("/schema/upgrade-steps", test_upgrade_steps);
  g_test_add_func ("/schema/upgrade-of-diary", test_upgrade_of_diary);
  g_test_add_func ("/schema/from-version-1", test_from_version_1);
  return g_test_run ();
}
