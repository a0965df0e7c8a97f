/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layer over SQLite: transactions are whole, statements hold nothing back, errors say what they mean. */
#include "store/soleus-database.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/soleus-test.h"

static SoleusDatabase *
open_file (SoleusTestFolder *folder,
           SoleusOpen        mode,
           int               busy_ms)
{
  g_autofree char *path = soleus_test_folder_build (folder, "some.sqlite3");
  g_autoptr (GError) error = NULL;
  SoleusDatabase *db = soleus_database_open (path, mode, busy_ms, &error);

  g_assert_no_error (error);
  return db;
}

static void
run (SoleusDatabase *db,
     const char     *sql)
{
  g_autoptr (GError) error = NULL;

  soleus_database_execute (db, sql, &error);
  g_assert_no_error (error);
}

static gint64
number (SoleusDatabase *db,
        const char     *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  soleus_database_get_number (db, sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_new_file (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "some.sqlite3");
  g_autoptr (SoleusDatabase) db = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_null (soleus_database_open (path, SOLEUS_OPEN_READ, 0, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (soleus_database_open (path, SOLEUS_OPEN_WRITE, 0, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_IO);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  db = open_file (folder, SOLEUS_OPEN_CREATE, 0);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (soleus_database_get_path (db), ==, path);
  g_assert_cmpint (number (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (number (db, "PRAGMA synchronous"), ==, 3);
  g_assert_cmpint (number (db, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (number (db, "PRAGMA trusted_schema"), ==, 0);
}

static gboolean
put_in_two (SoleusDatabase *db,
            gpointer        data,
            GError        **error)
{
  const char *last = data;

  return soleus_database_execute (db, "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)", error) && soleus_database_execute (db, last, error);
}

static gboolean
nest (SoleusDatabase *db,
      gpointer        data,
      GError        **error)
{
  return soleus_database_transact (db, put_in_two, (gpointer) "SELECT 1", error);
}

static void
test_transactions (void)
{
  g_autoptr (SoleusDatabase) db = soleus_database_open_memory (NULL);
  g_autoptr (GError) error = NULL;

  run (db, "CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT");
  g_assert_false (soleus_database_transact (db, put_in_two, (gpointer) "INSERT INTO t VALUES (2)", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpint (number (db, "SELECT count (*) FROM t"), ==, 0);
  g_assert_false (soleus_database_transact (db, put_in_two, (gpointer) "ROLLBACK; SELECT x", &error));
  g_clear_error (&error);
  g_assert_cmpint (number (db, "SELECT count (*) FROM t"), ==, 0);
  g_assert_true (soleus_database_transact (db, put_in_two, (gpointer) "INSERT INTO t VALUES (3)", &error));
  g_assert_no_error (error);
  g_assert_cmpint (number (db, "SELECT count (*) FROM t"), ==, 3);
  g_assert_cmpint (soleus_database_last_id (db), ==, 3);

  run (db, "DELETE FROM t");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*in_transaction*");
  g_assert_false (soleus_database_transact (db, nest, NULL, NULL));
  g_test_assert_expected_messages ();
  g_assert_cmpint (number (db, "SELECT count (*) FROM t"), ==, 0);
}

/* A statement that was given back holds no lock and no value; one in use is not handed out twice. */
static void
test_statements (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autoptr (SoleusDatabase) db = open_file (folder, SOLEUS_OPEN_CREATE, 0);
  g_autoptr (SoleusDatabase) other = open_file (folder, SOLEUS_OPEN_WRITE, 0);
  static const char sql[] = "SELECT n, ?1, :two FROM t ORDER BY n";
  SoleusStatement *first, *second;
  g_autoptr (GError) error = NULL;
  gboolean has_row;

  run (db, "CREATE TABLE t (n INTEGER, s TEXT); INSERT INTO t (n) VALUES (1), (2)");
  first = soleus_database_prepare (db, sql, &error);
  g_assert_no_error (error);
  g_assert_cmpint (soleus_statement_find (first, ":two"), ==, 2);
  g_assert_cmpint (soleus_statement_find (first, ":three"), ==, 0);
  soleus_statement_bind (first, 1, 77);
  soleus_statement_bind_text (first, 2, "é");
  g_assert_true (soleus_statement_step (first, &has_row, &error));
  g_assert_true (has_row);
  g_assert_cmpint (soleus_statement_get (first, 1), ==, 77);
  g_assert_cmpstr (soleus_statement_get_text (first, 2), ==, "é");

  second = soleus_database_prepare (db, sql, &error);
  g_assert_true (second != first);
  g_assert_true (soleus_statement_step (second, &has_row, &error));
  g_assert_true (soleus_statement_is_null (second, 1));
  g_assert_false (soleus_database_execute (other, "INSERT INTO t (n) VALUES (3)", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_BUSY);
  g_clear_error (&error);
  soleus_statement_done (second);
  soleus_statement_done (first);
  run (other, "INSERT INTO t (n) VALUES (3)");

  first = soleus_database_prepare (db, sql, &error);
  g_assert_true (soleus_statement_step (first, &has_row, &error));
  g_assert_true (soleus_statement_is_null (first, 1));
  soleus_statement_done (first);
  soleus_statement_done (NULL);

  g_assert_null (soleus_database_prepare (db, "SELECT x FROM nothing", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_IO);
  g_assert_null (strstr (error->message, "nothing"));
}

static void
test_reading_only (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autoptr (SoleusDatabase) db = open_file (folder, SOLEUS_OPEN_CREATE, 0);
  g_autoptr (SoleusDatabase) reader = NULL;
  g_autoptr (GError) error = NULL;

  run (db, "CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (1)");
  reader = open_file (folder, SOLEUS_OPEN_READ, 0);
  g_assert_cmpint (number (reader, "SELECT n FROM t"), ==, 1);
  g_assert_false (soleus_database_execute (reader, "INSERT INTO t VALUES (2)", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (soleus_database_execute (reader, "DROP TABLE t", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_READ_ONLY);
}

static void
test_busy (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autoptr (SoleusDatabase) db = open_file (folder, SOLEUS_OPEN_CREATE, 0);
  g_autoptr (SoleusDatabase) other = open_file (folder, SOLEUS_OPEN_WRITE, 100);
  g_autoptr (GError) error = NULL;
  gint64 started;

  run (db, "CREATE TABLE t (n INTEGER); BEGIN IMMEDIATE; INSERT INTO t VALUES (1)");
  started = g_get_monotonic_time ();
  g_assert_false (soleus_database_transact (other, put_in_two, (gpointer) "SELECT 1", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - started, >=, 80 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 2000 * 1000);
  run (db, "COMMIT");
  g_assert_true (soleus_database_transact (other, put_in_two, (gpointer) "SELECT 1", NULL));
}

static void
test_codes (void)
{
  static const struct
  {
    int code;
    SoleusStoreError meaning;
  } rows[] = {
    { SQLITE_BUSY, SOLEUS_STORE_ERROR_BUSY },
    { SQLITE_BUSY_RECOVERY, SOLEUS_STORE_ERROR_BUSY },
    { SQLITE_LOCKED, SOLEUS_STORE_ERROR_BUSY },
    { SQLITE_FULL, SOLEUS_STORE_ERROR_FULL },
    { SQLITE_READONLY, SOLEUS_STORE_ERROR_READ_ONLY },
    { SQLITE_READONLY_DIRECTORY, SOLEUS_STORE_ERROR_READ_ONLY },
    { SQLITE_CORRUPT, SOLEUS_STORE_ERROR_DAMAGED },
    { SQLITE_CORRUPT_INDEX, SOLEUS_STORE_ERROR_DAMAGED },
    { SQLITE_NOTADB, SOLEUS_STORE_ERROR_DAMAGED },
    { SQLITE_CONSTRAINT_CHECK, SOLEUS_STORE_ERROR_DAMAGED },
    { SQLITE_INTERRUPT, SOLEUS_STORE_ERROR_CANCELLED },
    { SQLITE_IOERR_WRITE, SOLEUS_STORE_ERROR_IO },
    { SQLITE_CANTOPEN, SOLEUS_STORE_ERROR_IO },
    { SQLITE_ERROR, SOLEUS_STORE_ERROR_IO },
    { SQLITE_NOMEM, SOLEUS_STORE_ERROR_IO },
  };
  static const struct
  {
    int code;
    SoleusStoreError meaning;
  } system[] = {
    { ENOSPC, SOLEUS_STORE_ERROR_FULL },      { EDQUOT, SOLEUS_STORE_ERROR_FULL },   { EACCES, SOLEUS_STORE_ERROR_READ_ONLY },
    { EPERM, SOLEUS_STORE_ERROR_READ_ONLY },  { EROFS, SOLEUS_STORE_ERROR_READ_ONLY }, { EIO, SOLEUS_STORE_ERROR_IO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (soleus_store_set_sqlite_error (&error, rows[i].code, "test"));
      g_assert_error (error, SOLEUS_STORE_ERROR, (int) rows[i].meaning);
    }
  for (guint i = 0; i < G_N_ELEMENTS (system); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (soleus_store_set_errno (&error, system[i].code, "test"));
      g_assert_error (error, SOLEUS_STORE_ERROR, (int) system[i].meaning);
    }
}

static void
test_contains (void)
{
  static const struct
  {
    const char *text;
    const char *wanted;
    gboolean contains;
  } rows[] = {
    { "Calf like stone", "STONE", TRUE },
    { "Calf like stone", "bone", FALSE },
    { "", "x", FALSE },
    { "x", "", TRUE },
    { "Größe", "grösse", TRUE },
    { "GRÖSSE", "größe", TRUE },
    { "Ärger", "ä", TRUE },
    { "A\xcc\x88rger", "ä", TRUE },
    { "Ärger", "a\xcc\x88", TRUE },
    { "ΣΊΣΥΦΟΣ", "σίσυφος", TRUE },
    { "ПРИВЕТ", "привет", TRUE },
    { "100%", "%", TRUE },
    { "100", "%", FALSE },
    { "a_b", "_", TRUE },
    { "ab", "_", FALSE },
    { "it's", "'", TRUE },
  };
  g_autoptr (SoleusDatabase) db = soleus_database_open_memory (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusStatement) statement = soleus_database_prepare (db, "SELECT soleus_contains (?1, ?2)", NULL);
      gboolean has_row;

      soleus_statement_bind_text (statement, 1, rows[i].text);
      soleus_statement_bind_text (statement, 2, rows[i].wanted);
      g_assert_true (soleus_statement_step (statement, &has_row, NULL));
      if (soleus_statement_get (statement, 0) != rows[i].contains)
        g_error ("“%s” in “%s”: expected %d", rows[i].wanted, rows[i].text, rows[i].contains);
    }
  g_assert_cmpint (number (db, "SELECT soleus_contains (NULL, 'x')"), ==, 0);
  g_assert_cmpint (number (db, "SELECT soleus_contains ('x', NULL)"), ==, 0);
}

static gboolean
stop_cb (gint64   done,
         gint64   total,
         gpointer data)
{
  return FALSE;
}

static gboolean
go_on_cb (gint64   done,
          gint64   total,
          gpointer data)
{
  gint64 *last = data;

  g_assert_cmpint (done, >, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;
  return TRUE;
}

static void
test_copy (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autoptr (SoleusDatabase) db = open_file (folder, SOLEUS_OPEN_CREATE, 0);
  g_autoptr (SoleusDatabase) copy = soleus_database_open_memory (NULL);
  g_autoptr (GError) error = NULL;
  gint64 last = 0;

  run (db, "CREATE TABLE t (n INTEGER, s TEXT); "
           "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 60000) INSERT INTO t SELECT i, hex (randomblob (60)) FROM c");
  run (copy, "CREATE TABLE before (n INTEGER)");
  g_assert_false (soleus_database_copy_to (db, copy, stop_cb, NULL, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (number (copy, "SELECT count (*) FROM sqlite_schema WHERE name = 'before'"), ==, 1);

  g_assert_true (soleus_database_copy_to (db, copy, go_on_cb, &last, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last, >, 0);
  g_assert_cmpint (number (copy, "SELECT count (*) FROM t"), ==, 60000);
  g_assert_true (soleus_database_check (copy, &error));
}

static void
test_check (void)
{
  g_autoptr (SoleusDatabase) db = soleus_database_open_memory (NULL);
  g_autoptr (GError) error = NULL;

  run (db, "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER REFERENCES a (id)); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)");
  g_assert_true (soleus_database_check (db, &error));
  run (db, "PRAGMA foreign_keys = OFF; INSERT INTO b VALUES (2)");
  g_assert_false (soleus_database_check (db, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_DAMAGED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/database/new-file", test_new_file);
  g_test_add_func ("/database/transactions", test_transactions);
  g_test_add_func ("/database/statements", test_statements);
  g_test_add_func ("/database/reading-only", test_reading_only);
  g_test_add_func ("/database/busy", test_busy);
  g_test_add_func ("/database/codes", test_codes);
  g_test_add_func ("/database/contains", test_contains);
  g_test_add_func ("/database/copy", test_copy);
  g_test_add_func ("/database/check", test_check);
  return g_test_run ();
}
