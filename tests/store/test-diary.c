/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diary from outside: what is saved is read back, every edit can be undone, identities are kept, whoever listens
 * hears of each commit once and after it. */
#include "store/soleus-diary.h"

#include <string.h>

#include "lib/soleus-random-record.h"
#include "lib/soleus-test.h"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  GRand *rand;
  guint n_changes;
  guint kinds;
  gint64 n_seen; /* records that another connection saw when the signal came */
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->folder = soleus_test_folder_new ();
  f->path = soleus_test_folder_build (f->folder, "diary.sqlite3");
  f->clock = soleus_test_clock (SOLEUS_TEST_NOW);
  f->diary = soleus_test_open (f->path, f->clock);
  f->rand = g_rand_new_with_seed (31);
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

static SoleusRecord *
get (Fixture    *f,
     const char *uuid)
{
  g_autoptr (GError) error = NULL;
  SoleusRecord *record = soleus_diary_get (f->diary, uuid, &error);

  g_assert_no_error (error);
  return record;
}

static void
save (Fixture      *f,
      SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_diary_save (f->diary, record, &error);
  g_assert_no_error (error);
}

static gint64
count (Fixture *f)
{
  gint64 n = -1;

  g_assert_true (soleus_diary_count (f->diary, &n, NULL));
  return n;
}

static void
test_every_kind (Fixture      *f,
                 gconstpointer data)
{
  for (int n = 0; n < 10; n++)
    for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
      {
        g_autoptr (SoleusRecord) record = n == 0 ? soleus_random_record_full (f->rand, (SoleusKind) kind) : soleus_random_record (f->rand, (SoleusKind) kind);
        g_autoptr (SoleusRecord) found = NULL, changed = NULL, again = NULL;
        g_autoptr (GError) error = NULL;

        save (f, record);
        found = get (f, soleus_record_get_uuid (record));
        g_assert_cmpint (soleus_record_get_kind (found), ==, kind);
        g_assert_true (soleus_record_says_same (record, found));
        g_assert_cmpmem (soleus_record_get_life (record), sizeof (SoleusLife), soleus_record_get_life (found), sizeof (SoleusLife));

        changed = soleus_record_copy (found);
        soleus_random_change (f->rand, changed);
        save (f, changed);
        g_assert_cmpstr (soleus_record_get_uuid (changed), ==, soleus_record_get_uuid (record));
        again = get (f, soleus_record_get_uuid (record));
        g_assert_true (soleus_record_says_same (changed, again));
        g_assert_cmpint (soleus_record_get_life (again)->revision, ==, soleus_record_get_life (found)->revision + 1);
      }
  g_assert_true (soleus_diary_check (f->diary, NULL));
}

static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (SoleusRecord) drink = soleus_random_record (f->rand, SOLEUS_KIND_DRINK);
  g_autoptr (SoleusRecord) wrong = soleus_random_record (f->rand, SOLEUS_KIND_EPISODE);
  g_autoptr (SoleusRecord) other_kind = NULL;
  g_autoptr (SoleusRecord) nameless = soleus_record_new (SOLEUS_KIND_REMINDER);
  g_autoptr (GPtrArray) edits = soleus_edits_new (), inverse = NULL;
  g_autoptr (GError) error = NULL;

  soleus_row_set_number (soleus_record_get_values (wrong), "pain", 11);
  soleus_edits_save (edits, drink);
  soleus_edits_save (edits, wrong);
  g_assert_false (soleus_diary_write (f->diary, edits, &inverse, &error));
  g_assert_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (inverse);
  g_assert_cmpint (count (f), ==, 0);
  g_assert_cmpint (soleus_record_get_life (drink)->revision, ==, 0);

  /* An identity belongs to one kind. */
  save (f, drink);
  other_kind = soleus_random_record (f->rand, SOLEUS_KIND_MEAL);
  soleus_record_set_uuid (other_kind, soleus_record_get_uuid (drink));
  g_assert_false (soleus_diary_save (f->diary, other_kind, &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
  g_clear_error (&error);

  g_assert_false (soleus_diary_save (f->diary, nameless, &error));
  g_assert_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_MISSING);
  g_clear_error (&error);

  g_assert_false (soleus_diary_delete (f->diary, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (soleus_diary_undelete (f->diary, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (soleus_diary_get (f->diary, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
  g_clear_error (&error);

  /* Only what is in the trash can leave it. */
  g_assert_false (soleus_diary_purge (f->diary, soleus_record_get_uuid (drink), &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (soleus_diary_purge (f->diary, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", &error));
  g_assert_error (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_MISSING);
  g_assert_cmpint (count (f), ==, 1);
}

static void
test_trash (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (SoleusRecord) drink = soleus_random_record (f->rand, SOLEUS_KIND_DRINK);
  g_autoptr (SoleusRecord) found = NULL, back = NULL, tombstone = NULL;
  g_autoptr (GPtrArray) trash = NULL, none = NULL, records = NULL;
  const char *uuid = soleus_record_get_uuid (drink);
  gint64 deleted;

  save (f, drink);
  soleus_clock_advance (f->clock, 60);
  g_assert_true (soleus_diary_delete (f->diary, uuid, NULL));
  g_assert_true (soleus_diary_delete (f->diary, uuid, NULL));
  found = get (f, uuid);
  deleted = soleus_record_get_life (found)->deleted;
  g_assert_cmpint (deleted, ==, soleus_clock_get_now (f->clock).utc);
  g_assert_true (soleus_record_says_same (found, drink));
  trash = soleus_diary_list_trash (f->diary, NULL);
  g_assert_cmpuint (trash->len, ==, 1);
  records = soleus_diary_list (f->diary, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (records->len, ==, 0);

  g_assert_true (soleus_diary_undelete (f->diary, uuid, NULL));
  back = get (f, uuid);
  g_assert_cmpint (soleus_record_get_life (back)->deleted, ==, 0);
  g_assert_true (soleus_record_says_same (back, drink));

  g_assert_true (soleus_diary_delete (f->diary, uuid, NULL));
  g_assert_true (soleus_diary_purge_trash (f->diary, deleted - 1, NULL));
  g_assert_true (soleus_diary_purge_trash (f->diary, deleted, NULL));
  tombstone = get (f, uuid);
  g_assert_true (soleus_record_get_life (tombstone)->purged);
  g_assert_false (soleus_record_get_when (tombstone, NULL));
  g_assert_cmpint (count (f), ==, 1);
  none = soleus_diary_list_trash (f->diary, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (soleus_diary_undelete (f->diary, uuid, NULL));
  g_assert_true (soleus_diary_check (f->diary, NULL));
}

/* What was purged is not in the file any more, not even in a free page. */
static void
test_purged_is_gone (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE);
  g_autoptr (GBytes) bytes = NULL;

  soleus_row_set_text (soleus_record_get_values (medicine), "name", "Xylophonium");
  soleus_row_set_text (soleus_record_get_values (medicine), "note", "Xylophonium again");
  save (f, medicine);
  g_assert_true (soleus_diary_save_draft (f->diary, "form", "Xylophonium draft", NULL));
  g_assert_true (soleus_diary_save_draft (f->diary, "form", NULL, NULL));
  g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (medicine), NULL));
  g_assert_true (soleus_diary_purge (f->diary, soleus_record_get_uuid (medicine), NULL));
  bytes = soleus_test_read (f->path);
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Xylophonium", 11));
}

/* The content of a diary: what is not deleted, without identity's life. */
static char *
read_content (Fixture *f)
{
  GString *content = g_string_new (NULL);
  g_autofree char *archive = soleus_test_export (f->path);
  g_auto (GStrv) lines = g_strsplit (archive, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *id = strstr (lines[i], "{\"id\":"), *life = strstr (lines[i], ",\"created\":"), *rest = strstr (lines[i], ",\"revision\":");

      if (id == NULL || strstr (lines[i], ",\"deleted\":") != NULL)
        continue;
      rest = strpbrk (rest + 1, ",}");
      g_string_append_len (content, id, life - id);
      g_string_append (content, g_str_has_suffix (rest, ",") ? (rest[strlen (rest) - 1] = '\0', rest) : rest);
      g_string_append_c (content, '\n');
    }
  return g_string_free (content, FALSE);
}

/* Adds one edit by chance to a list. */
static void
add_edit (Fixture   *f,
          GPtrArray *uuids,
          GPtrArray *edits)
{
  int what = g_rand_int_range (f->rand, 0, 10);
  g_autoptr (SoleusRecord) record = NULL;

  if (uuids->len == 0 || what < 4)
    {
      record = soleus_random_record (f->rand, (SoleusKind) g_rand_int_range (f->rand, SOLEUS_KIND_FIRST, SOLEUS_KIND_LAST + 1));
      soleus_edits_save (edits, record);
      g_ptr_array_add (uuids, soleus_record_dup_natural_uuid (record));
      return;
    }
  {
    const char *uuid = g_ptr_array_index (uuids, g_rand_int_range (f->rand, 0, (gint32) uuids->len));

    record = soleus_diary_get (f->diary, uuid, NULL);
    if (record == NULL || soleus_record_get_life (record)->purged)
      return;
    if (what < 7)
      {
        soleus_random_change (f->rand, record);
        soleus_edits_save (edits, record);
      }
    else if (what < 9)
      soleus_edits_delete (edits, uuid);
    else
      soleus_edits_undelete (edits, uuid);
  }
}

static void
test_undo (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) undos = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GPtrArray) edits = soleus_edits_new ();
      g_autoptr (GError) error = NULL;
      GPtrArray *undo = NULL;

      for (int n = g_rand_int_range (f->rand, 1, 5); n > 0; n--)
        add_edit (f, uuids, edits);
      g_ptr_array_add (contents, read_content (f));
      if (g_rand_int_range (f->rand, 0, 5) == 0)
        soleus_clock_advance (f->clock, g_rand_int_range (f->rand, -100, 1000));
      soleus_diary_write (f->diary, edits, &undo, &error);
      g_assert_no_error (error);
      g_ptr_array_add (undos, undo);

      /* Now and then the last press is undone at once, and that undone, and so on. */
      if (g_rand_int_range (f->rand, 0, 4) == 0)
        {
          g_autofree char *before = read_content (f), *after = NULL, *undone = NULL;
          g_autoptr (GPtrArray) redo = NULL, undo_again = NULL;

          g_assert_true (soleus_diary_write (f->diary, undo, &redo, NULL));
          undone = read_content (f);
          g_assert_cmpstr (undone, ==, g_ptr_array_index (contents, contents->len - 1));
          g_assert_true (soleus_diary_write (f->diary, redo, &undo_again, NULL));
          after = read_content (f);
          g_assert_cmpstr (after, ==, before);
        }
    }

  while (undos->len > 0)
    {
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;

      soleus_diary_write (f->diary, g_ptr_array_index (undos, undos->len - 1), NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_set_size (undos, (int) undos->len - 1);
      content = read_content (f);
      g_assert_cmpstr (content, ==, g_ptr_array_index (contents, undos->len));
    }
  g_assert_true (soleus_diary_check (f->diary, NULL));
}

/* A night that was deleted and said anew: undoing brings the former words back into the trash. */
static void
test_undo_over_trash (Fixture      *f,
                      gconstpointer data)
{
  SoleusDate date = soleus_test_date ("2026-03-03");
  g_autoptr (SoleusRecord) night = soleus_diary_get_night_record (f->diary, date, NULL);
  g_autoptr (SoleusRecord) anew = NULL, found = NULL;
  g_autoptr (GPtrArray) edits = soleus_edits_new (), undo = NULL;
  const char *uuid;

  soleus_row_set_text (soleus_record_get_values (night), "said", "cramps");
  save (f, night);
  uuid = soleus_record_get_uuid (night);
  g_assert_true (soleus_diary_delete (f->diary, uuid, NULL));
  anew = soleus_diary_get_night_record (f->diary, date, NULL);
  g_assert_false (soleus_row_has (soleus_record_get_values (anew), "said"));
  soleus_row_set_text (soleus_record_get_values (anew), "said", "none");
  soleus_edits_save (edits, anew);
  g_assert_true (soleus_diary_write (f->diary, edits, &undo, NULL));
  g_assert_cmpstr (soleus_record_get_uuid (anew), ==, uuid);

  g_assert_true (soleus_diary_write (f->diary, undo, NULL, NULL));
  found = get (f, uuid);
  g_assert_cmpint (soleus_record_get_life (found)->deleted, >, 0);
  g_assert_true (soleus_record_says_same (found, night));
}

static void
test_natural (Fixture      *f,
              gconstpointer data)
{
  static const SoleusKind singles[] = { SOLEUS_KIND_PROFILE, SOLEUS_KIND_REMINDING };

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (SoleusRecord) night = soleus_record_new (SOLEUS_KIND_NIGHT);
      g_autoptr (SoleusRecord) reminder = soleus_record_new (SOLEUS_KIND_REMINDER);
      g_autoptr (SoleusRecord) found = NULL;

      soleus_row_set_date (soleus_record_get_values (night), "night", soleus_test_date ("2026-03-03"));
      soleus_row_set_number (soleus_record_get_values (night), "count", i);
      save (f, night);
      soleus_row_set_text (soleus_record_get_values (reminder), "reminder", "drink");
      save (f, reminder);
      for (guint k = 0; k < G_N_ELEMENTS (singles); k++)
        {
          g_autoptr (SoleusRecord) single = soleus_record_new (singles[k]);

          save (f, single);
        }
      g_assert_cmpint (count (f), ==, 4);
      found = soleus_diary_get_night_record (f->diary, soleus_test_date ("2026-03-03"), NULL);
      g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (found), "count", -1), ==, i);
      g_assert_cmpint (soleus_record_get_life (found)->revision, ==, i + 1);
    }
}

/* A later change is later, whatever the clock says. */
static void
test_clock_set_back (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (SoleusRecord) drink = soleus_random_record (f->rand, SOLEUS_KIND_DRINK);
  gint64 last;

  save (f, drink);
  last = soleus_record_get_life (drink)->modified;
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (SoleusRecord) found = NULL;

      soleus_clock_advance (f->clock, -86400);
      if (i % 4 == 1)
        g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (drink), NULL));
      else if (i % 4 == 2)
        g_assert_true (soleus_diary_undelete (f->diary, soleus_record_get_uuid (drink), NULL));
      else
        save (f, drink);
      found = get (f, soleus_record_get_uuid (drink));
      g_assert_cmpint (soleus_record_get_life (found)->modified, >, last);
      g_assert_cmpint (soleus_record_get_life (found)->revision, ==, i + 2);
      g_assert_cmpint (soleus_record_get_life (found)->created, ==, soleus_test_time (SOLEUS_TEST_NOW).utc);
      last = soleus_record_get_life (found)->modified;
    }
}

static void
changed_cb (SoleusDiary *diary,
            guint        kinds,
            Fixture     *f)
{
  g_autoptr (SoleusDatabase) other = soleus_database_open (f->path, SOLEUS_OPEN_READ, 0, NULL);

  f->n_changes++;
  f->kinds |= kinds;
  g_assert_true (soleus_database_get_number (other, "SELECT count (*) FROM record", &f->n_seen, NULL));
}

static void
test_signal (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autoptr (SoleusRecord) drink = soleus_random_record (f->rand, SOLEUS_KIND_DRINK);
  g_autoptr (SoleusRecord) meal = soleus_random_record (f->rand, SOLEUS_KIND_MEAL);
  g_autoptr (SoleusRecord) wrong = soleus_record_new (SOLEUS_KIND_DOSE);

  g_signal_connect (f->diary, "changed", G_CALLBACK (changed_cb), f);
  soleus_edits_save (edits, drink);
  soleus_edits_save (edits, meal);
  g_assert_true (soleus_diary_write (f->diary, edits, NULL, NULL));
  g_assert_cmpuint (f->n_changes, ==, 1);
  g_assert_cmpuint (f->kinds, ==, SOLEUS_KIND_MASK (SOLEUS_KIND_DRINK) | SOLEUS_KIND_MASK (SOLEUS_KIND_MEAL));
  g_assert_cmpint (f->n_seen, ==, 2); /* safe before it is told */

  soleus_edits_save (edits, wrong);
  g_assert_false (soleus_diary_write (f->diary, edits, NULL, NULL));
  g_assert_cmpuint (f->n_changes, ==, 1);

  g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (drink), NULL));
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (drink), NULL)); /* nothing to do */
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_true (soleus_diary_purge_trash (f->diary, 0, NULL));
  g_assert_cmpuint (f->n_changes, ==, 2);
  g_assert_true (soleus_diary_purge (f->diary, soleus_record_get_uuid (drink), NULL));
  g_assert_cmpuint (f->n_changes, ==, 3);
  g_assert_true (soleus_diary_save_draft (f->diary, "form", "text", NULL));
  g_assert_cmpuint (f->n_changes, ==, 3);
  soleus_diary_refresh (f->diary);
  g_assert_cmpuint (f->n_changes, ==, 3); /* our own writes are told already */
  g_signal_handlers_disconnect_by_data (f->diary, f);
}

static void
test_two_connections (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr (SoleusDiary) other = soleus_test_open (f->path, f->clock);
  g_autoptr (SoleusRecord) drink = soleus_random_record (f->rand, SOLEUS_KIND_DRINK);
  g_autoptr (SoleusRecord) found = NULL;

  g_signal_connect (f->diary, "changed", G_CALLBACK (changed_cb), f);
  soleus_diary_refresh (f->diary);
  g_assert_cmpuint (f->n_changes, ==, 0);
  g_assert_true (soleus_diary_save (other, drink, NULL));
  g_assert_cmpuint (f->n_changes, ==, 0);
  soleus_diary_refresh (f->diary);
  g_assert_cmpuint (f->n_changes, ==, 1);
  g_assert_cmpuint (f->kinds, ==, SOLEUS_KIND_MASK_ALL);
  soleus_diary_refresh (f->diary);
  g_assert_cmpuint (f->n_changes, ==, 1);
  found = get (f, soleus_record_get_uuid (drink));
  g_assert_true (soleus_record_says_same (found, drink));
  g_signal_handlers_disconnect_by_data (f->diary, f);
}

static void
test_drafts (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *none = soleus_diary_get_draft (f->diary, "episode", NULL);
  g_autofree char *text = NULL, *other = NULL, *gone = NULL;
  gint64 saved = 0;

  g_assert_null (none);
  g_assert_true (soleus_diary_save_draft (f->diary, "episode", "one", NULL));
  g_assert_true (soleus_diary_save_draft (f->diary, "check", "two", NULL));
  soleus_clock_advance (f->clock, 5);
  g_assert_true (soleus_diary_save_draft (f->diary, "episode", "three é", NULL));
  text = soleus_diary_get_draft (f->diary, "episode", &saved);
  g_assert_cmpstr (text, ==, "three é");
  g_assert_cmpint (saved, ==, soleus_clock_get_now (f->clock).utc);
  g_assert_true (soleus_diary_save_draft (f->diary, "episode", NULL, NULL));
  gone = soleus_diary_get_draft (f->diary, "episode", NULL);
  g_assert_null (gone);
  other = soleus_diary_get_draft (f->diary, "check", NULL);
  g_assert_cmpstr (other, ==, "two");
  g_assert_cmpint (count (f), ==, 0);
}

/* Nights as the query gives them against nights counted one by one. */
static void
test_nights (Fixture      *f,
             gconstpointer data)
{
  SoleusDate from = soleus_test_date ("2026-01-01"), until = soleus_test_date ("2026-03-31");
  g_autoptr (GArray) nights = NULL;
  g_autoptr (GArray) expected = g_array_new (FALSE, TRUE, sizeof (SoleusNight));

  for (SoleusDate date = from; date <= until; date++)
    {
      SoleusNight night = { .date = date, .count = -1 };

      g_array_append_val (expected, night);
    }
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (SoleusRecord) record = soleus_record_new (i % 3 == 0 ? SOLEUS_KIND_NIGHT : SOLEUS_KIND_EPISODE);
      SoleusRow *row = soleus_record_get_values (record);
      SoleusDate date = from - 5 + g_rand_int_range (f->rand, 0, until - from + 10);
      SoleusNight *night = date >= from && date <= until ? &g_array_index (expected, SoleusNight, date - from) : NULL;
      gboolean deleted = g_rand_int_range (f->rand, 0, 5) == 0;

      if (i % 3 == 0)
        {
          int said = g_rand_int_range (f->rand, -1, 3), n = g_rand_int_range (f->rand, -1, 5);

          soleus_row_set_date (row, "night", date);
          soleus_row_set_text (row, "said", said < 0 ? NULL : soleus_sayings.words[said]);
          if (n >= 0)
            soleus_row_set_number (row, "count", n);
          if (night != NULL)
            {
              night->said = deleted ? SOLEUS_NIGHT_NOT_RECORDED : soleus_night_said_from_word (said < 0 ? NULL : soleus_sayings.words[said]);
              night->count = deleted ? -1 : n;
            }
        }
      else
        {
          /* From noon to noon, with offsets of all the world. */
          int offset = g_rand_int_range (f->rand, -12, 15) * 60, second = g_rand_int_range (f->rand, 0, 86400);
          SoleusTime start = { (gint64) date * 86400 - 43200 + second - offset * 60, offset };
          int hour = (second / 3600 + 12) % 24;
          gboolean woke = g_rand_int_range (f->rand, 0, 4) == 0;

          soleus_row_set_text (row, "precision", "exact");
          soleus_row_set_time (row, "start", start);
          if (woke)
            soleus_row_set_answer (row, "woke", SOLEUS_YES);
          if (night != NULL && !deleted)
            {
              if (woke || hour >= 20 || hour < 9)
                night->night_time++;
              else
                night->daytime++;
            }
        }
      save (f, record);
      if (deleted)
        g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (record), NULL));
    }

  nights = soleus_diary_get_nights (f->diary, from, until, NULL);
  g_assert_cmpuint (nights->len, ==, expected->len);
  for (guint i = 0; i < nights->len; i++)
    {
      const SoleusNight *found = &g_array_index (nights, SoleusNight, i), *night = &g_array_index (expected, SoleusNight, i);

      g_assert_cmpint (found->date, ==, night->date);
      g_assert_cmpint (found->said, ==, night->said);
      g_assert_cmpint (found->count, ==, night->count);
      g_assert_cmpint (found->night_time, ==, night->night_time);
      g_assert_cmpint (found->daytime, ==, night->daytime);
    }
}

/* Lists of a span against lists of all, filtered by hand; both in the same order. */
static void
test_lists (Fixture      *f,
            gconstpointer data)
{
  static const SoleusKind kinds[] = { SOLEUS_KIND_EPISODE, SOLEUS_KIND_NIGHT, SOLEUS_KIND_DRINK, SOLEUS_KIND_HABIT, SOLEUS_KIND_MEDICINE };
  SoleusDate first = SOLEUS_DATE_NONE;

  for (int i = 0; i < 500; i++)
    {
      g_autoptr (SoleusRecord) record = soleus_random_record (f->rand, kinds[i % G_N_ELEMENTS (kinds)]);

      save (f, record);
      if (i % 7 == 0)
        g_assert_true (soleus_diary_delete (f->diary, soleus_record_get_uuid (record), NULL));
    }
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) all = soleus_diary_list (f->diary, kinds[k], SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

      for (guint i = 0; i < all->len; i++)
        {
          SoleusDate night = soleus_record_get_night (g_ptr_array_index (all, i));

          g_assert_cmpint (soleus_record_get_life (g_ptr_array_index (all, i))->deleted, ==, 0);
          if (i > 0)
            g_assert_cmpint (soleus_record_get_night (g_ptr_array_index (all, i - 1)), <=, night);
          if (night != SOLEUS_DATE_NONE && (first == SOLEUS_DATE_NONE || night < first))
            first = night;
        }
      for (int n = 0; n < 40; n++)
        {
          SoleusDate from = n % 4 == 1 ? SOLEUS_DATE_NONE : 15000 + g_rand_int_range (f->rand, 0, 6000);
          SoleusDate until = n % 4 == 2 ? SOLEUS_DATE_NONE : MAX (from, 15000) + g_rand_int_range (f->rand, 0, 3000);
          g_autoptr (GPtrArray) some = soleus_diary_list (f->diary, kinds[k], from, until, NULL);
          guint found = 0;

          for (guint i = 0; i < all->len; i++)
            {
              SoleusDate night = soleus_record_get_night (g_ptr_array_index (all, i));

              if (night == SOLEUS_DATE_NONE || (from != SOLEUS_DATE_NONE && night < from) || (until != SOLEUS_DATE_NONE && night > until))
                continue;
              g_assert_cmpuint (found, <, some->len);
              g_assert_cmpstr (soleus_record_get_uuid (g_ptr_array_index (some, found++)), ==, soleus_record_get_uuid (g_ptr_array_index (all, i)));
            }
          g_assert_cmpuint (found, ==, some->len);
        }
    }
  g_assert_cmpint (soleus_diary_get_first_night (f->diary), ==, first);
}

/* What the file may not hold is told, with the place and without the words. */
static void
test_check (Fixture      *f,
            gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE episode SET pain = 11",
    "UPDATE episode SET precision = 'xylophone'",
    "UPDATE record SET at = 5 WHERE kind = 1",
    "UPDATE record SET note = char (7) WHERE kind = 1",
    "DELETE FROM episode",
  };
  g_autoptr (SoleusRecord) episode = soleus_record_new (SOLEUS_KIND_EPISODE);
  SoleusDatabase *db = soleus_diary_get_database (f->diary);

  soleus_row_set_text (soleus_record_get_values (episode), "precision", "exact");
  soleus_row_set_time (soleus_record_get_values (episode), "start", soleus_test_time (SOLEUS_TEST_NOW));
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;

      save (f, episode);
      g_assert_true (soleus_diary_check (f->diary, NULL));
      g_assert_true (soleus_database_execute (db, damages[i], NULL));
      g_assert_false (soleus_diary_check (f->diary, &error));
      g_assert_nonnull (strstr (error->message, soleus_record_get_uuid (episode)));
      g_assert_null (strstr (error->message, "xylophone"));
    }
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
    { "/diary/every-kind", test_every_kind },
    { "/diary/refused", test_refused },
    { "/diary/trash", test_trash },
    { "/diary/purged-is-gone", test_purged_is_gone },
    { "/diary/undo", test_undo },
    { "/diary/undo-over-trash", test_undo_over_trash },
    { "/diary/natural", test_natural },
    { "/diary/clock-set-back", test_clock_set_back },
    { "/diary/signal", test_signal },
    { "/diary/two-connections", test_two_connections },
    { "/diary/drafts", test_drafts },
    { "/diary/nights", test_nights },
    { "/diary/lists", test_lists },
    { "/diary/check", test_check },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
