/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample: the same every time, sound, of the promised size, and like the diary of a person. */
#include "exchange/soleus-sample.h"

#include <string.h>

#include "lib/soleus-test.h"
#include "model/soleus-episode.h"
#include "store/soleus-record-table.h"

/* 2026-03-03T07:45:00Z, a Tuesday; 08:45 in Berlin. */
#define MORNING G_GINT64_CONSTANT (1772523900)
#define AFTERNOON (MORNING + 8 * 3600)
#define TODAY 20515

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
} Fixture;

static void
set_up_at (Fixture *fixture,
           gint64   now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  if (zone == NULL)
    zone = g_time_zone_new_offset (3600);
  fixture->folder = soleus_test_folder_new ();
  fixture->path = soleus_test_folder_build (fixture->folder, "diary.sqlite3");
  fixture->clock = soleus_clock_new_fixed_zone (now, zone);
  fixture->diary = soleus_test_open (fixture->path, fixture->clock);
}

static void
tear_down (Fixture *fixture)
{
  g_clear_object (&fixture->diary);
  g_clear_object (&fixture->clock);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->folder, soleus_test_folder_free);
}

static void
fill (Fixture *fixture,
      gint64   now,
      int      years,
      guint32  seed)
{
  g_autoptr (GError) error = NULL;

  set_up_at (fixture, now);
  g_assert_true (soleus_sample_fill (fixture->diary, years, seed, &error));
  g_assert_no_error (error);
}

/* Of a sample with @now, @years and @seed. */
static char *
dup_archive (gint64  now,
             int     years,
             guint32 seed)
{
  Fixture fixture;
  char *archive;

  fill (&fixture, now, years, seed);
  archive = soleus_test_export (fixture.path);
  tear_down (&fixture);
  return archive;
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (soleus_database_get_number (soleus_diary_get_database (fixture->diary), sql, &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
test_same_every_time (void)
{
  g_autofree char *first = dup_archive (MORNING, 1, 7);
  g_autofree char *again = dup_archive (MORNING, 1, 7);
  g_autofree char *other_seed = dup_archive (MORNING, 1, 8);
  g_autofree char *other_now = dup_archive (AFTERNOON, 1, 7);

  g_assert_cmpuint (strlen (first), >, 100000);
  g_assert_true (g_str_equal (first, again));
  g_assert_false (g_str_equal (first, other_seed));
  g_assert_false (g_str_equal (first, other_now));
}

static void
test_size (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      Fixture fixture;
      gint64 n;

      fill (&fixture, MORNING, 4, seed);
      g_assert_true (soleus_diary_count (fixture.diary, &n, NULL));
      g_test_message ("seed %u: %" G_GINT64_FORMAT " records", seed, n);
      g_assert_cmpint (n, >, 4 * 7500 * 97 / 100);
      g_assert_cmpint (n, <, 4 * 7500 * 103 / 100);
      tear_down (&fixture);
    }
}

static void
test_every_kind (void)
{
  Fixture fixture;

  fill (&fixture, MORNING, 2, 7);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"record\" WHERE \"kind\" = %d AND \"deleted\" IS NULL", kind);

      g_test_message ("%s: %" G_GINT64_FORMAT, soleus_kind_get_info ((SoleusKind) kind)->name, count (&fixture, sql));
      g_assert_cmpint (count (&fixture, sql), >, 0);
    }
  g_assert_cmpint (count (&fixture, "SELECT count (*) FROM \"record\" WHERE \"deleted\" IS NOT NULL AND \"purged\" = 0"), >=, 3);
  g_assert_cmpint (count (&fixture, "SELECT count (*) FROM \"record\" WHERE \"purged\" = 1"), >=, 3);
  tear_down (&fixture);
}

/* Every record against the rules of its kind, its life, and the end of the diary. */
static void
test_sound (void)
{
  const SoleusSpan everything = { SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, TRUE };

  for (guint32 seed = 1; seed <= 8; seed++)
    {
      gint64 now = MORNING + (gint64) seed * 3 * 3600;
      g_autoptr (GError) error = NULL;
      Fixture fixture;

      fill (&fixture, now, 1, seed);
      g_assert_true (soleus_diary_check (fixture.diary, &error));
      g_assert_no_error (error);
      for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
        {
          g_autoptr (SoleusCursor) cursor = soleus_cursor_open (soleus_diary_get_database (fixture.diary), (SoleusKind) kind, &everything, &error);
          SoleusRecord *next = NULL;

          g_assert_no_error (error);
          while (soleus_cursor_next (cursor, &next, &error) && next != NULL)
            {
              g_autoptr (SoleusRecord) record = next;
              const SoleusLife *life = soleus_record_get_life (record);
              SoleusTime when;

              if (soleus_record_get_when (record, &when))
                g_assert_cmpint (when.utc, <=, now);
              g_assert_cmpint (life->created, <=, life->modified);
              g_assert_cmpint (life->modified, <=, now);
              g_assert_cmpint (life->deleted, <=, now);
              g_assert_cmpint (life->revision, >=, 1);
              g_assert_true (soleus_uuid_is_valid (soleus_record_get_uuid (record)));
            }
          g_assert_no_error (error);
        }
      tear_down (&fixture);
    }
}

static void
test_last_nights (void)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    for (int evening = 0; evening < 2; evening++)
      {
        g_autoptr (GArray) nights = NULL;
        int n_unrecorded = 0;
        Fixture fixture;

        fill (&fixture, evening ? AFTERNOON : MORNING, 1, seed);
        nights = soleus_diary_get_nights (fixture.diary, TODAY - 13, TODAY, NULL);
        for (guint i = 0; i < nights->len; i++)
          n_unrecorded += soleus_night_get_state (&g_array_index (nights, SoleusNight, i)) == SOLEUS_NIGHT_NOT_RECORDED;
        g_assert_cmpint (n_unrecorded, >=, 2);
        g_assert_cmpint (n_unrecorded, <=, 3);
        g_assert_true ((soleus_night_get_state (&g_array_index (nights, SoleusNight, 13)) == SOLEUS_NIGHT_NOT_RECORDED) == !evening);
        tear_down (&fixture);
      }
}

typedef struct
{
  int n, left, right, early, night_time, by_day, exact, pain_low, pain_high, lengths, long_ones;
} Cramps;

static void
count_cramp (const SoleusRow *episode,
             Cramps          *cramps)
{
  gint64 pain = soleus_row_get_number (episode, "pain", -1), seconds = soleus_episode_get_seconds (episode);
  SoleusTime start;

  cramps->n++;
  cramps->left += soleus_episode_has_site (episode, "calf", "left");
  cramps->right += soleus_episode_has_site (episode, "calf", "right");
  cramps->night_time += soleus_episode_is_night_time (episode);
  cramps->by_day += !soleus_episode_is_night_time (episode);
  cramps->exact += g_str_equal (soleus_row_get_text (episode, "precision"), "exact");
  cramps->pain_low += pain >= 0 && pain < 3;
  cramps->pain_high += pain > 8;
  cramps->lengths += seconds >= 0;
  cramps->long_ones += seconds > 600;
  if (soleus_row_get_time (episode, "start", &start))
    cramps->early += soleus_time_get_minute (start) >= 60 && soleus_time_get_minute (start) < 300;
}

static void
test_believable (void)
{
  g_autoptr (GPtrArray) episodes = NULL;
  g_autoptr (GArray) nights = NULL;
  Cramps cramps = { 0 };
  int recorded = 0, bad = 0, unrecorded = 0, longest_gap = 0, gap = 0;
  Fixture fixture;

  fill (&fixture, MORNING, 4, 7);
  episodes = soleus_diary_list (fixture.diary, SOLEUS_KIND_EPISODE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  for (guint i = 0; i < episodes->len; i++)
    count_cramp (soleus_record_get_values (g_ptr_array_index (episodes, i)), &cramps);
  g_assert_cmpint (cramps.n, >, 4 * 60);
  g_assert_cmpint (cramps.n, <, 4 * 300);
  g_assert_cmpint (cramps.left, >, cramps.right);
  g_assert_cmpint (cramps.right, >, 0);
  g_assert_cmpint (cramps.early * 2, >, cramps.n);
  g_assert_cmpint (cramps.night_time, >, cramps.by_day * 5);
  g_assert_cmpint (cramps.by_day, >, 0);
  g_assert_cmpint (cramps.exact, <, cramps.n);
  g_assert_cmpint (cramps.pain_low + cramps.pain_high, ==, 0);
  g_assert_cmpint (cramps.long_ones, >, 0);
  g_assert_cmpint (cramps.long_ones * 10, <, cramps.lengths);

  nights = soleus_diary_get_nights (fixture.diary, TODAY - 4 * 365, TODAY, NULL);
  for (guint i = 0; i < nights->len; i++)
    {
      const SoleusNight *night = &g_array_index (nights, SoleusNight, i);
      SoleusNightState state = soleus_night_get_state (night);

      recorded += soleus_night_is_recorded (night);
      bad += state == SOLEUS_NIGHT_CRAMPS;
      unrecorded += state == SOLEUS_NIGHT_NOT_RECORDED;
      gap = state == SOLEUS_NIGHT_NOT_RECORDED ? gap + 1 : 0;
      longest_gap = MAX (longest_gap, gap);
    }
  g_assert_cmpint (bad * 10, >, recorded);
  g_assert_cmpint (bad * 2, <, recorded);
  g_assert_cmpint (unrecorded, >, 4 * 20);
  g_assert_cmpint (longest_gap, >=, 14);
  tear_down (&fixture);
}

/* Summer time at home, and another clock on a journey. */
static void
test_offsets (void)
{
  Fixture fixture;

  fill (&fixture, MORNING, 2, 7);
  if (count (&fixture, "SELECT count (*) FROM \"record\" WHERE \"at_offset\" = 120") == 0)
    g_test_skip ("no time zones are installed here");
  else
    {
      g_assert_cmpint (count (&fixture, "SELECT count (*) FROM \"record\" WHERE \"at_offset\" = 60"), >, 3000);
      g_assert_cmpint (count (&fixture, "SELECT count (*) FROM \"record\" WHERE \"at_offset\" = 120"), >, 3000);
      g_assert_cmpint (count (&fixture, "SELECT count (*) FROM \"record\" WHERE \"at_offset\" < -180"), >, 50);
    }
  tear_down (&fixture);
}

static void
test_refuses (void)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_DRINK);
  g_autoptr (GError) not_empty = NULL, too_long = NULL, too_short = NULL;
  Fixture fixture;
  gint64 n;

  set_up_at (&fixture, MORNING);
  g_assert_false (soleus_sample_fill (fixture.diary, 61, 7, &too_long));
  g_assert_error (too_long, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE);
  g_assert_false (soleus_sample_fill (fixture.diary, 0, 7, &too_short));
  g_assert_error (too_short, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE);

  soleus_row_set_time (soleus_record_get_values (record), "at", soleus_clock_get_now (fixture.clock));
  soleus_row_set_text (soleus_record_get_values (record), "drink", "water");
  soleus_row_set_number (soleus_record_get_values (record), "amount_ml", 250000);
  g_assert_true (soleus_diary_save (fixture.diary, record, NULL));
  g_assert_true (soleus_diary_delete (fixture.diary, soleus_record_get_uuid (record), NULL));
  g_assert_true (soleus_diary_purge (fixture.diary, soleus_record_get_uuid (record), NULL));

  /* Even a tombstone counts. */
  g_assert_false (soleus_sample_fill (fixture.diary, 1, 7, &not_empty));
  g_assert_error (not_empty, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_EMPTY);
  g_assert_true (soleus_diary_count (fixture.diary, &n, NULL));
  g_assert_cmpint (n, ==, 1);
  tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/same-every-time", test_same_every_time);
  g_test_add_func ("/sample/size", test_size);
  g_test_add_func ("/sample/every-kind", test_every_kind);
  g_test_add_func ("/sample/sound", test_sound);
  g_test_add_func ("/sample/last-nights", test_last_nights);
  g_test_add_func ("/sample/believable", test_believable);
  g_test_add_func ("/sample/offsets", test_offsets);
  g_test_add_func ("/sample/refuses", test_refuses);

  return g_test_run ();
}
