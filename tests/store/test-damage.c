/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Diaries with bytes changed by chance: whatever they hold, the program reads what can be read, says that the rest is
 * damaged, and never falls. */
#include "store/soleus-copies.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/soleus-archive.h"
#include "lib/soleus-random-record.h"
#include "lib/soleus-test.h"
#include "store/soleus-timeline.h"

#define PAGE 4096
#define ROUNDS 300

static GBytes *
make_diary (const char *path)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (61);

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    for (int n = 0; n < 15; n++)
      {
        g_autoptr (SoleusRecord) record = soleus_random_record (rand, (SoleusKind) kind);

        soleus_edits_save (edits, record);
      }
  g_assert_true (soleus_diary_write (diary, edits, NULL, NULL));
  g_clear_object (&diary);
  return soleus_test_read (path);
}

static void
change_by_chance (GRand  *rand,
                  guint8 *data,
                  gsize  *length)
{
  gsize n_pages = *length / PAGE;
  guint8 *page = data + PAGE * (gsize) g_rand_int_range (rand, 0, (gint32) n_pages);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      memset (page, g_rand_int_range (rand, 0, 256), PAGE);
      break;
    case 1:
      memcpy (page, data + PAGE * (gsize) g_rand_int_range (rand, 0, (gint32) n_pages), PAGE);
      break;
    case 2:
      *length = PAGE * (gsize) g_rand_int_range (rand, 1, (gint32) n_pages);
      break;
    default:
      for (int n = g_rand_int_range (rand, 1, 40); n > 0; n--)
        data[g_rand_int_range (rand, 100, (gint32) *length)] = (guint8) g_rand_int (rand);
      break;
    }
}

static void
assert_ours (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == SOLEUS_STORE_ERROR || error->domain == SOLEUS_MODEL_ERROR || error->domain == SOLEUS_JSON_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* What the window does with a record that it shows. */
static void
use (SoleusRecord *record)
{
  SoleusRow *row = soleus_record_get_values (record);
  SoleusTime when;
  char text[SOLEUS_ISO_SIZE];
  g_autofree char *natural = soleus_record_dup_natural_uuid (record);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (record);

  g_assert_true (soleus_record_says_same (record, copy));
  soleus_record_get_night (record);
  if (soleus_record_get_when (record, &when))
    {
      soleus_time_write_iso (when, text);
      soleus_time_get_minute (when);
    }
  for (guint i = 0; i < row->n_fields; i++)
    if (row->values[i].set && row->fields[i].type == SOLEUS_FIELD_DATE)
      soleus_date_write_iso (soleus_row_get_date (row, row->fields[i].name), text);
  soleus_record_validate (record, NULL);
}

static void
use_diary (SoleusDiary *diary,
           GRand       *rand)
{
  g_autoptr (SoleusTimeline) timeline = soleus_timeline_new (diary);
  g_autoptr (SoleusRecord) fresh = soleus_random_record (rand, SOLEUS_KIND_DRINK);
  g_autoptr (GArray) nights = soleus_diary_get_nights (diary, 20000, 21000, NULL);
  g_autoptr (GPtrArray) trash = soleus_diary_list_trash (diary, NULL);
  guint n_entries, n_nights;

  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = soleus_diary_list (diary, (SoleusKind) kind, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, &error);

      if (records == NULL)
        assert_ours (error);
      for (guint i = 0; records != NULL && i < records->len; i++)
        use (g_ptr_array_index (records, i));
    }
  for (int pages = 0; pages < 50 && soleus_timeline_load_more (timeline); pages++)
    ;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (timeline)); i++)
    {
      g_autoptr (SoleusTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (timeline), i);
      SoleusRecord *record = soleus_timeline_item_get_record (item);

      if (record != NULL)
        use (record);
    }
  soleus_timeline_count (timeline, &n_entries, &n_nights);
  soleus_diary_get_first_night (diary);
  soleus_diary_save (diary, fresh, NULL);
}

static void
test_damage (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autofree char *archive = soleus_test_folder_build (folder, "archive.json");
  g_autofree char *copy = soleus_test_folder_build (folder, "copy.sqlite3");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GBytes) sound = make_diary (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (67);
  guint n_refused = 0, n_found = 0, n_sound = 0;

  for (int i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
      g_autoptr (SoleusDiary) diary = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;
      const guint8 *bytes = g_bytes_get_data (sound, &length);
      g_autofree guint8 *data = g_memdup2 (bytes, length);
      gboolean is_sound;

      change_by_chance (rand, data, &length);
      g_remove (journal); /* of the round before */
      soleus_test_write (path, (const char *) data, length);
      diary = soleus_diary_open (path, SOLEUS_OPEN_WRITE, 0, clock, &error);
      if (diary == NULL)
        {
          assert_ours (error);
          n_refused++;
          continue;
        }
      is_sound = soleus_diary_check (diary, &error);
      if (is_sound)
        n_sound++;
      else
        {
          assert_ours (error);
          g_clear_error (&error);
          n_found++;
        }

      /* A copy is made only of what is sound. */
      if (soleus_copies_save (path, copy, NULL, NULL, &error))
        g_assert_true (soleus_copies_verify (copy, NULL, NULL));
      else
        {
          assert_ours (error);
          g_clear_error (&error);
          g_assert_false (is_sound);
        }
      if (!soleus_archive_export_file (path, archive, NULL, NULL, &error))
        {
          assert_ours (error);
          g_assert_false (is_sound);
        }
      use_diary (diary, rand);
    }
  g_test_message ("%u refused, %u found damaged, %u sound", n_refused, n_found, n_sound);
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_found, >, ROUNDS / 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damage/by-chance", test_damage);
  return g_test_run ();
}
