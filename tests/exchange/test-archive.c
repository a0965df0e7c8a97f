/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive: nothing is lost on the way out and back, two diaries merge by one rule, what is wrong is refused with its
 * line, and a refused or stopped import leaves nothing behind. */
#include "exchange/soleus-archive.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/soleus-random-record.h"
#include "lib/soleus-test.h"
#include "store/soleus-copies.h"

#define UUID "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
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
  f->clock = soleus_test_clock (SOLEUS_TEST_NOW);
  f->diary = soleus_test_open (f->path, f->clock);
  f->rand = g_rand_new_with_seed (43);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->diary);
  g_clear_object (&f->clock);
  g_rand_free (f->rand);
  g_free (f->path);
  soleus_test_folder_free (f->folder);
}

static void
write_edits (Fixture   *f,
             GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;

  soleus_clock_advance (f->clock, 61);
  soleus_diary_write (f->diary, edits, NULL, &error);
  g_assert_no_error (error);
}

/* Records of every kind; some are in the trash, and some have left it. */
static void
fill (Fixture *f,
      int      n_each)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new (), forgotten = soleus_edits_new (), deleted = soleus_edits_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); /* of some kinds there is one alone */

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    for (int n = 0; n < n_each; n++)
      {
        g_autoptr (SoleusRecord) record = n == 0 ? soleus_random_record_full (f->rand, (SoleusKind) kind) : soleus_random_record (f->rand, (SoleusKind) kind);

        soleus_edits_save (edits, record);
      }
  write_edits (f, edits);
  for (guint i = 0; i < edits->len; i++)
    {
      const char *uuid = soleus_record_get_uuid (((const SoleusEdit *) g_ptr_array_index (edits, i))->record);

      if (g_hash_table_add (seen, (gpointer) uuid) && i % 3 == 0)
        soleus_edits_delete (i % 6 == 0 ? forgotten : deleted, uuid);
    }
  write_edits (f, forgotten);
  g_assert_true (soleus_diary_purge_trash (f->diary, soleus_clock_get_now (f->clock).utc, NULL));
  write_edits (f, deleted);
}

static gint64
count (SoleusDiary *diary)
{
  gint64 n = -1;

  g_assert_true (soleus_diary_count (diary, &n, NULL));
  return n;
}

static SoleusImportResult *
import (SoleusDiary       *diary,
        const char        *text,
        SoleusImportPolicy policy,
        gboolean           dry_run,
        GError           **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return soleus_import_bytes (diary, bytes, policy, dry_run, NULL, NULL, error);
}

static void
test_round_trip (Fixture      *f,
                 gconstpointer data)
{
  g_autofree char *other_path = soleus_test_folder_build (f->folder, "other.sqlite3");
  g_autofree char *file = soleus_test_folder_build (f->folder, "archive.json");
  g_autofree char *file_again = soleus_test_folder_build (f->folder, "again.json");
  g_autoptr (SoleusDiary) other = soleus_test_open (other_path, f->clock);
  g_autoptr (SoleusImportResult) result = NULL, again = NULL;
  g_autoptr (GBytes) bytes = NULL, bytes_again = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  fill (f, 40);
  g_assert_true (soleus_archive_export_file (f->path, file, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  result = soleus_import_run (other, file, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->all.in_file, ==, count (f->diary));
  g_assert_cmpuint (result->all.added, ==, result->all.in_file);
  g_assert_null (result->backup); /* there was nothing to keep */
  g_assert_cmpstr (result->program, ==, "0.1.0");
  g_assert_true (soleus_diary_check (other, &error));
  g_assert_no_error (error);

  g_assert_true (soleus_archive_export_file (other_path, file_again, NULL, NULL, NULL));
  bytes = soleus_test_read (file);
  bytes_again = soleus_test_read (file_again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));

  /* Once more changes nothing, and says so. */
  again = soleus_import_run (other, file, SOLEUS_IMPORT_TAKE, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->all.same, ==, result->all.in_file);
  g_assert_nonnull (again->backup);
  g_assert_true (soleus_copies_verify (again->backup, NULL, NULL));
}

/* Where the records stand in the file does not show in the archive. */
static void
test_order (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *other_path = soleus_test_folder_build (f->folder, "other.sqlite3");
  g_autoptr (SoleusDiary) other = soleus_test_open (other_path, f->clock);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *archive = NULL, *other_archive = NULL;

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    for (int n = 0; n < (soleus_kind_get_info ((SoleusKind) kind)->single || kind == SOLEUS_KIND_REMINDER ? 1 : 20); n++)
      g_ptr_array_add (records, soleus_random_record (f->rand, (SoleusKind) kind));
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (SoleusRecord) copy = soleus_record_copy (g_ptr_array_index (records, records->len - 1 - i));

      g_assert_true (soleus_diary_save (f->diary, g_ptr_array_index (records, i), NULL));
      g_assert_true (soleus_diary_save (other, copy, NULL));
    }
  archive = soleus_test_export (f->path);
  other_archive = soleus_test_export (other_path);
  g_assert_cmpstr (archive, ==, other_archive);
}

/* One line a record, so that two archives can be compared by anyone. */
static void
test_lines (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *archive = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 n = 0;

  fill (f, 3);
  archive = soleus_test_export (f->path);
  lines = g_strsplit (archive, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += g_str_has_prefix (lines[i], "  {\"id\":");
  g_assert_cmpint (n, ==, count (f->diary));
  g_assert_cmpstr (lines[0], ==, "{");
  g_assert_cmpstr (lines[1], ==, " \"format\":\"soleus-archive\",");
}

/* One drink of a life of its own: "live", "deleted" or "purged", changed at a second. */
static char *
make_drink (const char *life,
            int         second,
            int         amount)
{
  if (g_str_equal (life, "purged"))
    return g_strdup_printf ("{\"format\":\"soleus-archive\",\"version\":1,\"drinks\":[{\"id\":\"" UUID "\",\"modified\":\"2026-03-03T00:00:%02dZ\",\"deleted\":\"2026-03-03T00:00:00Z\",\"purged\":true}]}", second);
  return g_strdup_printf ("{\"format\":\"soleus-archive\",\"version\":1,\"drinks\":[{\"id\":\"" UUID "\",\"modified\":\"2026-03-03T00:00:%02dZ\",%s\"at\":\"2026-03-02T20:00:00Z\",\"drink\":\"water\",\"amount_ml\":%d}]}",
                          second, g_str_equal (life, "deleted") ? "\"deleted\":\"2026-03-03T00:00:00Z\"," : "", amount);
}

static void
test_merge (Fixture      *f,
            gconstpointer data)
{
  static const char *const lives[] = { "live", "deleted", "purged" };

  for (guint ours = 0; ours < 3; ours++)
    for (guint theirs = 0; theirs < 3; theirs++)
      for (int later = -1; later <= 1; later++)
        for (int policy = SOLEUS_IMPORT_LATER; policy <= SOLEUS_IMPORT_TAKE; policy++)
          {
            g_autofree char *first = make_drink (lives[ours], 30, 100);
            g_autofree char *second = make_drink (lives[theirs], 30 + later, 200);
            g_autoptr (SoleusImportResult) dry = NULL, result = NULL;
            g_autoptr (SoleusRecord) record = NULL;
            g_autoptr (GError) error = NULL;
            gboolean replaced = later != 0 && (policy == SOLEUS_IMPORT_TAKE || (policy == SOLEUS_IMPORT_LATER && later > 0));
            guint wins = replaced ? theirs : ours;

            g_assert_true (soleus_database_execute (soleus_diary_get_database (f->diary), "DELETE FROM record", NULL));
            soleus_import_result_free (import (f->diary, first, SOLEUS_IMPORT_LATER, FALSE, &error));
            g_assert_no_error (error);
            dry = import (f->diary, second, (SoleusImportPolicy) policy, TRUE, &error);
            g_assert_no_error (error);
            result = import (f->diary, second, (SoleusImportPolicy) policy, FALSE, &error);
            g_assert_no_error (error);
            g_assert_cmpmem (&dry->all, sizeof dry->all, &result->all, sizeof result->all);
            g_assert_cmpuint (result->all.in_file, ==, 1);
            g_assert_cmpuint (result->all.added, ==, 0);
            g_assert_cmpuint (result->all.same, ==, later == 0);
            g_assert_cmpuint (result->all.replaced, ==, replaced);
            g_assert_cmpuint (result->all.kept, ==, later != 0 && !replaced);

            record = soleus_diary_get (f->diary, UUID, &error);
            g_assert_no_error (error);
            g_assert_cmpint (soleus_record_get_life (record)->purged, ==, wins == 2);
            g_assert_cmpint (soleus_record_get_life (record)->deleted != 0, ==, wins > 0);
            if (wins < 2)
              g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (record), "amount_ml", -1), ==, replaced ? 200000 : 100000);
            g_assert_true (soleus_diary_check (f->diary, NULL));
          }
}

/* What was deleted for good here does not come back with an archive from before. */
static void
test_nothing_revived (Fixture      *f,
                      gconstpointer data)
{
  g_autofree char *before = NULL, *in_trash = NULL, *after = NULL, *still = NULL;
  g_autoptr (SoleusRecord) record = soleus_random_record (f->rand, SOLEUS_KIND_EPISODE);

  g_assert_true (soleus_diary_save (f->diary, record, NULL));
  before = soleus_test_export (f->path);
  soleus_clock_advance (f->clock, 60);
  g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (record), NULL));
  in_trash = soleus_test_export (f->path);
  soleus_clock_advance (f->clock, 31 * 86400);
  g_assert_true (soleus_diary_purge_trash (f->diary, soleus_clock_get_now (f->clock).utc - SOLEUS_TRASH_DAYS * 86400, NULL));
  after = soleus_test_export (f->path);
  g_assert_nonnull (strstr (after, "\"purged\":true"));

  soleus_import_result_free (import (f->diary, before, SOLEUS_IMPORT_LATER, FALSE, NULL));
  soleus_import_result_free (import (f->diary, in_trash, SOLEUS_IMPORT_LATER, FALSE, NULL));
  still = soleus_test_export (f->path);
  g_assert_cmpstr (still, ==, after);
}

/* Two diaries that took each other's archive say the same, whoever was first. */
static void
test_both_ways (Fixture      *f,
                gconstpointer data)
{
  g_autofree char *other_path = soleus_test_folder_build (f->folder, "other.sqlite3");
  g_autoptr (SoleusDiary) other = soleus_test_open (other_path, f->clock);
  g_autofree char *start = NULL, *mine = NULL, *theirs = NULL, *merged = NULL, *other_merged = NULL;
  g_autoptr (GError) error = NULL;

  fill (f, 6);
  start = soleus_test_export (f->path);
  soleus_import_result_free (import (other, start, SOLEUS_IMPORT_LATER, FALSE, &error));
  g_assert_no_error (error);
  for (int i = 0; i < 100; i++)
    {
      SoleusDiary *diary = i % 2 == 0 ? f->diary : other;
      g_autoptr (GPtrArray) records = soleus_diary_list (diary, (SoleusKind) g_rand_int_range (f->rand, 1, SOLEUS_KIND_LAST + 1), SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
      g_autoptr (SoleusRecord) record = NULL;

      soleus_clock_advance (f->clock, 7);
      if (records->len == 0)
        continue;
      record = soleus_record_copy (g_ptr_array_index (records, g_rand_int_range (f->rand, 0, (gint32) records->len)));
      soleus_random_change (f->rand, record);
      if (i % 5 == 0)
        g_assert_true (soleus_diary_delete (diary, soleus_record_get_uuid (record), NULL));
      else
        g_assert_true (soleus_diary_save (diary, record, NULL));
    }
  mine = soleus_test_export (f->path);
  theirs = soleus_test_export (other_path);
  g_assert_cmpstr (mine, !=, theirs);
  soleus_import_result_free (import (f->diary, theirs, SOLEUS_IMPORT_LATER, FALSE, &error));
  soleus_import_result_free (import (other, mine, SOLEUS_IMPORT_LATER, FALSE, &error));
  g_assert_no_error (error);
  merged = soleus_test_export (f->path);
  other_merged = soleus_test_export (other_path);
  g_assert_cmpstr (merged, ==, other_merged);
  g_assert_true (soleus_diary_check (f->diary, NULL));
}

/* What a person may leave out. */
static void
test_by_hand (Fixture      *f,
              gconstpointer data)
{
  static const char text[] = "{\"format\":\"soleus-archive\",\"version\":1,"
                             "\"drinks\":[{\"id\":\"" UUID "\",\"at\":\"2026-03-03T02:40:00+01:00\",\"drink\":\"water\",\"amount_ml\":250.5}],"
                             "\"nights\":[{\"night\":\"2026-03-03\",\"said\":\"none\"}],"
                             "\"profile\":[{\"birth_year\":1950,\"conditions\":[\"diabetes\",\"obesity\"]}]}";
  g_autoptr (SoleusRecord) drink = NULL, night = NULL, profile = NULL;
  g_autoptr (SoleusImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  result = import (f->diary, text, SOLEUS_IMPORT_LATER, FALSE, &error);
  g_assert_no_error (error);
  g_assert_null (result->program);
  drink = soleus_diary_get (f->diary, UUID, NULL);
  g_assert_cmpint (soleus_record_get_life (drink)->created, ==, soleus_test_time ("2026-03-03T02:40:00+01:00").utc);
  g_assert_cmpint (soleus_record_get_life (drink)->modified, ==, soleus_record_get_life (drink)->created);
  g_assert_cmpint (soleus_record_get_life (drink)->revision, ==, 1);
  g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (drink), "amount_ml", 0), ==, 250500);
  night = soleus_diary_get_night_record (f->diary, soleus_test_date ("2026-03-03"), NULL);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (night), "said"), ==, "none");
  g_assert_cmpint (soleus_record_get_life (night)->modified, ==, SOLEUS_TIME_MIN);
  profile = soleus_diary_get_single (f->diary, SOLEUS_KIND_PROFILE, NULL);
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (profile), "conditions"), ==, 2);

  /* What the person says in the app is later. */
  soleus_row_set_text (soleus_record_get_values (night), "said", "cramps");
  g_assert_true (soleus_diary_save (f->diary, night, NULL));
  g_clear_pointer (&result, soleus_import_result_free);
  result = import (f->diary, text, SOLEUS_IMPORT_LATER, FALSE, NULL);
  g_assert_cmpuint (result->kinds[SOLEUS_KIND_NIGHT].kept, ==, 1);
}

#define HEAD "{\"format\":\"soleus-archive\",\"version\":1,\n"
#define DRINK(more) "{\"id\":\"" UUID "\",\n\"at\":\"2026-03-03T02:40:00Z\",\"drink\":\"water\",\n\"amount_ml\":250" more "}"
#define EPISODE(more) "{\"id\":\"" UUID "\",\n\"start\":\"2026-03-03T02:40:00Z\",\"precision\":\"exact\"" more "}"

static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  static const struct
  {
    const char *text;
    SoleusJsonError code;
    int line;
  } rows[] = {
    { "", SOLEUS_JSON_ERROR_SYNTAX, 1 },
    { "\n[]", SOLEUS_JSON_ERROR_TYPE, 2 },
    { "{}", SOLEUS_JSON_ERROR_VALUE, 1 },
    { "{\n\"version\":1}", SOLEUS_JSON_ERROR_VALUE, 2 },
    { "{\"format\":\n\"xylophone\"}", SOLEUS_JSON_ERROR_VALUE, 2 },
    { "{\"format\":\"soleus-archive\"}", SOLEUS_JSON_ERROR_VALUE, 1 },
    { "{\"format\":\"soleus-archive\",\n\"drinks\":[]}", SOLEUS_JSON_ERROR_VALUE, 2 },
    { "{\"format\":\"soleus-archive\",\n\"version\":2}", SOLEUS_JSON_ERROR_VALUE, 2 },
    { "{\"format\":\"soleus-archive\",\n\"version\":0}", SOLEUS_JSON_ERROR_RANGE, 2 },
    { "{\"format\":\"soleus-archive\",\n\"version\":\"1\"}", SOLEUS_JSON_ERROR_TYPE, 2 },
    { HEAD "\"xylophones\":[]}", SOLEUS_JSON_ERROR_UNKNOWN, 2 },
    { HEAD "\"format\":\"soleus-archive\"}", SOLEUS_JSON_ERROR_DUPLICATE, 2 },
    { HEAD "\"program\":\"1234567890123456789012345678901234567890x\"}", SOLEUS_JSON_ERROR_SIZE, 2 },
    { HEAD "\"counts\":{\"xylophones\":1}}", SOLEUS_JSON_ERROR_UNKNOWN, 2 },
    { HEAD "\"counts\":{\"drinks\":1}}", SOLEUS_JSON_ERROR_VALUE, 2 },
    { HEAD "\"drinks\":{}}", SOLEUS_JSON_ERROR_TYPE, 2 },
    { HEAD "\"drinks\":[\n7]}", SOLEUS_JSON_ERROR_TYPE, 3 },
    { HEAD "\"drinks\":[],\n\"drinks\":[]}", SOLEUS_JSON_ERROR_DUPLICATE, 3 },
    { HEAD "\"drinks\":[" DRINK (",\n\"xylophone\":1") "]}", SOLEUS_JSON_ERROR_UNKNOWN, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"note\":7") "]}", SOLEUS_JSON_ERROR_TYPE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"note\":null") "]}", SOLEUS_JSON_ERROR_TYPE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"note\":\"\"") "]}", SOLEUS_JSON_ERROR_VALUE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"note\":\"\\u0000\"") "]}", SOLEUS_JSON_ERROR_ENCODING, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"note\":\"\\u0007\"") "]}", SOLEUS_JSON_ERROR_VALUE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"container\":\"mug\"") "]}", SOLEUS_JSON_ERROR_VALUE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"amount_ml\":1") "]}", SOLEUS_JSON_ERROR_DUPLICATE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"revision\":0") "]}", SOLEUS_JSON_ERROR_RANGE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"created\":\"2026-03-03\"") "]}", SOLEUS_JSON_ERROR_VALUE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"deleted\":false") "]}", SOLEUS_JSON_ERROR_TYPE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"purged\":true") "]}", SOLEUS_JSON_ERROR_VALUE, 5 },
    { HEAD "\"drinks\":[" DRINK (",\n\"deleted\":\"2026-03-03T02:40:00Z\",\"purged\":true") "]}", SOLEUS_JSON_ERROR_VALUE, 5 },
    { HEAD "\"drinks\":[{\"id\":\"" UUID "\",\n\"purged\":true}]}", SOLEUS_JSON_ERROR_VALUE, 3 },
    { HEAD "\"drinks\":[{\"deleted\":\"2026-03-03T02:40:00Z\",\n\"purged\":true}]}", SOLEUS_JSON_ERROR_MISSING, 3 },
    { HEAD "\"drinks\":[" DRINK ("") ",\n" DRINK ("") "]}", SOLEUS_JSON_ERROR_DUPLICATE, 7 },
    { HEAD "\"drinks\":[" DRINK ("") "],\n\"meals\":[{\"id\":\"" UUID "\",\"at\":\"2026-03-03T02:40:00Z\"}]}", SOLEUS_JSON_ERROR_DUPLICATE, 5 },
    { HEAD "\"drinks\":[{\"at\":\"2026-03-03T02:40:00Z\",\"drink\":\"water\",\"amount_ml\":1}]}", SOLEUS_JSON_ERROR_MISSING, 2 },
    { HEAD "\"drinks\":[{\"id\":\"6BA7B810-9DAD-11D1-80B4-00C04FD430C8\"}]}", SOLEUS_JSON_ERROR_VALUE, 2 },
    { HEAD "\"drinks\":[{\"id\":\"" UUID "\",\"at\":\"2026-03-03T02:40:00Z\",\"drink\":\"water\"}]}", SOLEUS_JSON_ERROR_VALUE, 2 },
    { HEAD "\"drinks\":[{\"id\":\"" UUID "\",\"drink\":\n\"xylophone\"}]}", SOLEUS_JSON_ERROR_VALUE, 3 },
    { HEAD "\"drinks\":[{\"id\":\"" UUID "\",\"at\":\n\"2026-02-29T02:40:00Z\"}]}", SOLEUS_JSON_ERROR_VALUE, 3 },
    { HEAD "\"drinks\":[{\"id\":\"" UUID "\",\"amount_ml\":\n20000.001}]}", SOLEUS_JSON_ERROR_RANGE, 3 },
    { HEAD "\"drinks\":[{\"id\":\"" UUID "\",\"amount_ml\":\n-1}]}", SOLEUS_JSON_ERROR_RANGE, 3 },
    { HEAD "\"drinks\":[{\"id\":\"" UUID "\",\"amount_ml\":\n1.0005}]}", SOLEUS_JSON_ERROR_RANGE, 3 },
    { HEAD "\"nights\":[{\"said\":\"none\"}]}", SOLEUS_JSON_ERROR_VALUE, 2 },
    { HEAD "\"nights\":[{\"night\":\"2026-03-03\"},\n{\"night\":\"2026-03-03\"}]}", SOLEUS_JSON_ERROR_DUPLICATE, 3 },
    { HEAD "\"nights\":[{\"night\":\n\"2026-02-30\"}]}", SOLEUS_JSON_ERROR_VALUE, 3 },
    { HEAD "\"profile\":[{},\n{}]}", SOLEUS_JSON_ERROR_DUPLICATE, 3 },
    { HEAD "\"profile\":[{\"conditions\":[\"diabetes\",\n\"xylophone\"]}]}", SOLEUS_JSON_ERROR_VALUE, 3 },
    { HEAD "\"episodes\":[" EPISODE (",\n\"pain\":11") "]}", SOLEUS_JSON_ERROR_RANGE, 4 },
    { HEAD "\"episodes\":[" EPISODE (",\n\"pain\":5.5") "]}", SOLEUS_JSON_ERROR_TYPE, 4 },
    { HEAD "\"episodes\":[" EPISODE (",\n\"woke\":\"yes\"") "]}", SOLEUS_JSON_ERROR_TYPE, 4 },
    { HEAD "\"episodes\":[" EPISODE (",\n\"sites\":[{\"side\":\"left\"}]") "]}", SOLEUS_JSON_ERROR_VALUE, 4 },
    { HEAD "\"episodes\":[" EPISODE (",\n\"sites\":[{\"muscle\":\"calf\",\n\"xylophone\":1}]") "]}", SOLEUS_JSON_ERROR_UNKNOWN, 5 },
    { HEAD "\"episodes\":[" EPISODE (",\n\"night\":\"2026-03-03\"") "]}", SOLEUS_JSON_ERROR_VALUE, 4 },
    { HEAD "\"episodes\":[" EPISODE ("") "]", SOLEUS_JSON_ERROR_SYNTAX, 3 },
    { HEAD "\"episodes\":[" EPISODE ("") "]}\n{}", SOLEUS_JSON_ERROR_SYNTAX, 4 },
    { HEAD "\"episodes\":[" EPISODE ("") ",]}", SOLEUS_JSON_ERROR_SYNTAX, 3 },
    { HEAD "\"checks\":[{\"id\":\"" UUID "\",\"at\":\"2026-03-03T02:40:00Z\",\n\"answers\":[{\"fact\":\"fever\",\"value\":\"left\"}]}]}", SOLEUS_JSON_ERROR_VALUE, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *place = g_strdup_printf ("line %d", rows[i].line);
      g_autoptr (GError) error = NULL;
      const char *after;

      if (import (f->diary, rows[i].text, SOLEUS_IMPORT_LATER, FALSE, &error) != NULL)
        g_error ("taken: %s", rows[i].text);
      if (!g_error_matches (error, SOLEUS_JSON_ERROR, (int) rows[i].code))
        g_error ("%s: code %d (%s)", rows[i].text, error->code, error->message);
      after = strcasestr (error->message, place);
      if (after == NULL || g_ascii_isdigit (after[strlen (place)]))
        g_error ("%s: expected %s: %s", rows[i].text, place, error->message);
      if (strstr (error->message, "xylophone") != NULL && rows[i].code != SOLEUS_JSON_ERROR_UNKNOWN)
        g_error ("repeats a value: %s", error->message);
      g_assert_cmpint (count (f->diary), ==, 0);
    }
}

static void
changed_cb (SoleusDiary *diary,
            guint        kinds,
            guint       *n)
{
  (*n)++;
}

/* A thousand good records and a bad one at the end: none is taken. */
static void
test_all_or_nothing (Fixture      *f,
                     gconstpointer data)
{
  g_autofree char *other_path = soleus_test_folder_build (f->folder, "other.sqlite3");
  g_autofree char *file = soleus_test_folder_build (f->folder, "archive.json");
  g_autofree char *backups = soleus_copies_dup_folder (other_path);
  g_autoptr (SoleusDiary) other = soleus_test_open (other_path, f->clock);
  g_autoptr (SoleusRecord) own = soleus_random_record (f->rand, SOLEUS_KIND_MEAL);
  g_autofree char *archive = NULL, *bad = NULL, *before = NULL, *after = NULL;
  g_autoptr (SoleusImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;
  char *end;

  fill (f, 50);
  archive = soleus_test_export (f->path);
  end = strrchr (archive, '}');
  *end = '\0';
  bad = g_strconcat (archive, ",\"xylophones\":[]}", NULL);
  soleus_test_write (file, bad, strlen (bad));
  g_assert_true (soleus_diary_save (other, own, NULL));
  before = soleus_test_export (other_path);

  g_signal_connect (other, "changed", G_CALLBACK (changed_cb), &n_changes);
  result = soleus_import_run (other, file, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  g_assert_null (result);
  g_assert_error (error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_UNKNOWN);
  g_clear_error (&error);
  after = soleus_test_export (other_path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (soleus_test_n_files (backups, ""), ==, 0);

  /* The good one is taken, told once, and what was there is kept beside. */
  *end = '}';
  soleus_test_write (file, archive, strlen (archive));
  result = soleus_import_run (other, file, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (count (other), ==, count (f->diary) + 1);
  {
    g_autofree char *kept = soleus_test_export (result->backup);

    g_assert_cmpstr (kept, ==, before);
  }
  g_signal_handlers_disconnect_by_data (other, &n_changes);
}

static void
test_dry_run (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *other_path = soleus_test_folder_build (f->folder, "other.sqlite3");
  g_autofree char *file = soleus_test_folder_build (f->folder, "archive.json");
  g_autofree char *backups = soleus_copies_dup_folder (other_path);
  g_autoptr (SoleusDiary) other = soleus_test_open (other_path, f->clock);
  g_autoptr (SoleusImportResult) dry = NULL, real = NULL;
  g_autofree char *archive = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  fill (f, 10);
  archive = soleus_test_export (f->path);
  soleus_test_write (file, archive, strlen (archive));
  before = soleus_test_export (other_path);
  g_signal_connect (other, "changed", G_CALLBACK (changed_cb), &n_changes);
  dry = soleus_import_run (other, file, SOLEUS_IMPORT_LATER, TRUE, NULL, NULL, &error);
  g_assert_no_error (error);
  after = soleus_test_export (other_path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_null (dry->backup);
  g_assert_cmpuint (soleus_test_n_files (backups, ""), ==, 0);
  g_signal_handlers_disconnect_by_data (other, &n_changes);

  real = soleus_import_run (other, file, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (dry->kinds, sizeof dry->kinds, real->kinds, sizeof real->kinds);
  g_assert_cmpint (dry->newest, ==, real->newest);
}

static gboolean
stop_cb (gint64   done,
         gint64   total,
         gpointer data)
{
  int *calls = data;

  g_assert_cmpint (done, <=, total);
  return ++*calls < 2;
}

static void
test_stopped (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *other_path = soleus_test_folder_build (f->folder, "other.sqlite3");
  g_autofree char *file = soleus_test_folder_build (f->folder, "archive.json");
  g_autofree char *here = soleus_test_folder_build (f->folder, "");
  g_autoptr (SoleusDiary) other = soleus_test_open (other_path, f->clock);
  g_autoptr (SoleusImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files;
  int calls = 0;

  fill (f, 200);
  n_files = soleus_test_n_files (here, "");
  g_assert_false (soleus_archive_export_file (f->path, file, stop_cb, &calls, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (calls, ==, 2);
  g_assert_cmpuint (soleus_test_n_files (here, ""), ==, n_files);

  g_assert_true (soleus_archive_export_file (f->path, file, NULL, NULL, &error));
  calls = 0;
  result = soleus_import_run (other, file, SOLEUS_IMPORT_LATER, FALSE, stop_cb, &calls, &error);
  g_assert_null (result);
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (count (other), ==, 0);
  g_assert_cmpuint (soleus_test_n_files (here, ""), ==, n_files + 1);

  /* A file that is there stays while a new one is not whole. */
  {
    g_autoptr (GBytes) before = soleus_test_read (file), after = NULL;

    calls = 0;
    g_assert_false (soleus_archive_export_file (f->path, file, stop_cb, &calls, NULL));
    after = soleus_test_read (file);
    g_assert_true (g_bytes_equal (before, after));
  }
}

/* An import holds up no reader until it commits. */
static gboolean
read_meanwhile_cb (gint64   done,
                   gint64   total,
                   gpointer data)
{
  SoleusDiary *reader = data;

  g_assert_cmpint (count (reader), ==, 0);
  return TRUE;
}

static void
test_readers_go_on (Fixture      *f,
                    gconstpointer data)
{
  g_autofree char *other_path = soleus_test_folder_build (f->folder, "other.sqlite3");
  g_autoptr (SoleusDiary) other = soleus_test_open (other_path, f->clock);
  g_autoptr (SoleusDiary) reader = soleus_test_open (other_path, f->clock);
  g_autoptr (SoleusImportResult) result = NULL;
  g_autofree char *archive = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  fill (f, 900);
  archive = soleus_test_export (f->path);
  bytes = g_bytes_new_static (archive, strlen (archive));
  result = soleus_import_bytes (other, bytes, SOLEUS_IMPORT_LATER, FALSE, read_meanwhile_cb, reader, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->all.added, >, 10000);
  g_assert_cmpint (count (reader), ==, result->all.added);
}

static void
test_not_a_file (Fixture      *f,
                 gconstpointer data)
{
  g_autofree char *here = soleus_test_folder_build (f->folder, "");
  g_autofree char *missing = soleus_test_folder_build (f->folder, "missing");
  g_autoptr (GError) error = NULL;

  g_assert_null (soleus_import_run (f->diary, missing, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_null (soleus_import_run (f->diary, here, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (soleus_archive_export_file (f->path, here, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (soleus_archive_export_file (missing, "/nowhere/archive.json", NULL, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/archive/round-trip", test_round_trip },
    { "/archive/order", test_order },
    { "/archive/lines", test_lines },
    { "/archive/merge", test_merge },
    { "/archive/nothing-revived", test_nothing_revived },
    { "/archive/both-ways", test_both_ways },
    { "/archive/by-hand", test_by_hand },
    { "/archive/refused", test_refused },
    { "/archive/all-or-nothing", test_all_or_nothing },
    { "/archive/dry-run", test_dry_run },
    { "/archive/stopped", test_stopped },
    { "/archive/readers-go-on", test_readers_go_on },
    { "/archive/not-a-file", test_not_a_file },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
