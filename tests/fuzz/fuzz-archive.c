/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an archive. They are either refused, and then the diary is as it was, or taken, and then the diary is
 * sound, says what was promised before, and gives an archive that brings nothing new. */
#include <stdlib.h>
#include <string.h>

#include "exchange/soleus-archive.h"
#include "lib/soleus-test.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

static SoleusTestFolder *folder;
static SoleusDiary *diary;

static void
clean_up (void)
{
  g_clear_object (&diary);
  g_clear_pointer (&folder, soleus_test_folder_free);
}

static void
ensure_diary (void)
{
  if (diary == NULL)
    {
      g_autofree char *path = NULL;
      g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);

      folder = soleus_test_folder_new ();
      path = soleus_test_folder_build (folder, "diary.sqlite3");
      diary = soleus_test_open (path, clock);
      atexit (clean_up);
    }
}

static gint64
count (void)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  soleus_diary_count (diary, &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
check_sound (const SoleusImportResult *promised,
             const SoleusImportResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusImportResult) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *archive = NULL;

  g_assert_cmpmem (promised->kinds, sizeof promised->kinds, result->kinds, sizeof result->kinds);
  g_assert_cmpuint (result->all.added, ==, count ());
  soleus_diary_check (diary, &error);
  g_assert_no_error (error);

  archive = soleus_test_export (soleus_diary_get_path (diary));
  bytes = g_bytes_new_static (archive, strlen (archive));
  again = soleus_import_bytes (diary, bytes, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->all.same, ==, result->all.in_file);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) dry_error = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusImportResult) promised = NULL;
  g_autoptr (SoleusImportResult) result = NULL;

  ensure_diary ();
  promised = soleus_import_bytes (diary, bytes, SOLEUS_IMPORT_LATER, TRUE, NULL, NULL, &dry_error);

  g_assert_true ((promised == NULL) == (dry_error != NULL));
  g_assert_cmpint (count (), ==, 0);
  result = soleus_import_bytes (diary, bytes, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  if (promised == NULL)
    {
      g_assert_null (result);
      g_assert_cmpstr (error->message, ==, dry_error->message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (count (), ==, 0);
      return 0;
    }

  g_assert_no_error (error);
  check_sound (promised, result);
  soleus_database_execute (soleus_diary_get_database (diary), "DELETE FROM \"record\"", &error);
  g_assert_no_error (error);
  return 0;
}
