/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A night while it is described: what is written to the diary, and that nothing is made up, doubled or dropped. */
#include "app/soleus-night-draft.h"

#include <locale.h>

#include "lib/soleus-test.h"
#include "model/soleus-night.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define NIGHT soleus_date_from_ymd (2026, 3, 3)

typedef struct
{
  SoleusTestFolder *folder;
  SoleusDiary *diary;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);
  g_autofree char *path = NULL;

  fixture->folder = soleus_test_folder_new ();
  path = soleus_test_folder_build (fixture->folder, "diary.soleus");
  fixture->diary = soleus_test_open (path, clock);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->diary);
  soleus_test_folder_free (fixture->folder);
}

static SoleusNightDraft *
open_draft (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SoleusNightDraft *draft = soleus_night_draft_new (fixture->diary, NIGHT, &error);

  g_assert_no_error (error);
  return draft;
}

static void
save (Fixture          *fixture,
      SoleusNightDraft *draft)
{
  g_autoptr (GPtrArray) edits = soleus_night_draft_make_edits (draft);
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_diary_write (fixture->diary, edits, NULL, &error));
  g_assert_no_error (error);
}

static void
add_cramp (Fixture    *fixture,
           const char *start)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_EPISODE);
  g_autoptr (GError) error = NULL;

  soleus_row_set_text (soleus_record_get_values (record), "precision", "exact");
  soleus_row_set_time (soleus_record_get_values (record), "start", soleus_test_time (start));
  g_assert_true (soleus_diary_save (fixture->diary, record, &error));
  g_assert_no_error (error);
}

static void
assert_night (Fixture *fixture,
              int      n_cramps,
              guint    n_episodes)
{
  g_autoptr (GArray) nights = soleus_diary_get_nights (fixture->diary, NIGHT, NIGHT, NULL);
  g_autoptr (GPtrArray) episodes = soleus_diary_list (fixture->diary, SOLEUS_KIND_EPISODE, NIGHT, NIGHT, NULL);
  const SoleusNight *night = &g_array_index (nights, SoleusNight, 0);

  g_assert_cmpint (night->said, ==, SOLEUS_NIGHT_CRAMPS);
  g_assert_cmpint (soleus_night_get_n_cramps (night), ==, n_cramps);
  g_assert_cmpuint (episodes->len, ==, n_episodes);
}

static void
assert_words (SoleusNightDraft *draft,
              const char       *expected)
{
  g_autofree char *words = soleus_night_draft_dup_words (draft);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_only_yes (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = open_draft (fixture);

  g_assert_false (soleus_night_draft_is_changed (draft));
  g_assert_cmpint (soleus_night_draft_get_count (draft), ==, SOLEUS_DRAFT_NONE);
  assert_words (draft, "Saved: cramps, night to Tuesday 3 March.");
  save (fixture, draft);
  assert_night (fixture, 1, 0);
}

/* A number alone makes no cramps up. */
static void
test_only_count (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = open_draft (fixture);

  soleus_night_draft_set_count (draft, 0);
  g_assert_cmpint (soleus_night_draft_get_count (draft), ==, 1);
  soleus_night_draft_set_count (draft, 3);
  soleus_night_draft_set_wakings (draft, 2);
  g_assert_true (soleus_night_draft_is_changed (draft));
  assert_words (draft, "Saved: 3 cramps, night to Tuesday 3 March.");
  save (fixture, draft);
  assert_night (fixture, 3, 0);
}

static void
test_same_for_all (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = open_draft (fixture);

  soleus_night_draft_set_count (draft, 3);
  g_assert_cmpuint (soleus_night_draft_get_n_described (draft), ==, 1);
  soleus_episode_draft_set_number (soleus_night_draft_get_episode (draft, 0), "pain", 5);
  assert_words (draft, "Saved: 3 cramps, night to Tuesday 3 March.");
  save (fixture, draft);
  assert_night (fixture, 3, 1);
}

static void
test_each (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = open_draft (fixture);

  soleus_night_draft_set_count (draft, 3);
  soleus_night_draft_set_each (draft, TRUE);
  g_assert_cmpuint (soleus_night_draft_get_n_described (draft), ==, 3);
  soleus_episode_draft_set_minute (soleus_night_draft_get_episode (draft, 0), 60);
  soleus_episode_draft_set_minute (soleus_night_draft_get_episode (draft, 2), 240);
  save (fixture, draft);
  assert_night (fixture, 3, 2);
}

/* What was described for a cramp that there was not after all is not saved. */
static void
test_fewer_after_all (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = open_draft (fixture);

  soleus_night_draft_set_count (draft, 3);
  soleus_night_draft_set_each (draft, TRUE);
  soleus_episode_draft_set_minute (soleus_night_draft_get_episode (draft, 2), 240);
  soleus_night_draft_set_count (draft, 2);
  save (fixture, draft);
  assert_night (fixture, 2, 0);

  soleus_night_draft_set_count (draft, SOLEUS_DRAFT_NONE);
  g_assert_false (soleus_night_draft_get_each (draft));
}

static void
test_existing (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = NULL;
  SoleusEpisodeDraft *first;

  add_cramp (fixture, "2026-03-03T04:10:00+01:00");
  add_cramp (fixture, "2026-03-02T23:30:00+01:00");
  add_cramp (fixture, "2026-03-02T15:00:00+01:00"); /* of the day before: not one of the night */
  draft = open_draft (fixture);

  g_assert_cmpuint (soleus_night_draft_get_n_kept (draft), ==, 2);
  g_assert_cmpint (soleus_night_draft_get_count (draft), ==, 2);
  g_assert_true (soleus_night_draft_get_each (draft));
  soleus_night_draft_set_each (draft, FALSE);
  g_assert_true (soleus_night_draft_get_each (draft));
  soleus_night_draft_set_count (draft, 1);
  g_assert_cmpint (soleus_night_draft_get_count (draft), ==, 2);
  soleus_night_draft_set_count (draft, SOLEUS_DRAFT_NONE);
  g_assert_false (soleus_night_draft_is_changed (draft));

  first = soleus_night_draft_get_episode (draft, 0);
  g_assert_cmpint (soleus_episode_draft_get_minute (first), ==, 23 * 60 + 30);
  soleus_episode_draft_set_number (first, "pain", 8);
  g_assert_true (soleus_night_draft_is_changed (draft));
  save (fixture, draft);
  assert_night (fixture, 3, 3); /* two of the night, one of the day */
}

static void
test_future (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = open_draft (fixture);
  SoleusEpisodeDraft *episode = soleus_night_draft_get_episode (draft, 0);
  g_autofree char *problem = NULL;

  g_assert_null (soleus_night_draft_dup_problem (draft));
  soleus_episode_draft_set_minute (episode, 11 * 60);
  problem = soleus_night_draft_dup_problem (draft);
  g_assert_cmpstr (problem, ==, "This is in the future.");
}

static void
test_content (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = NULL;
  g_autoptr (SoleusNightDraft) again = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  add_cramp (fixture, "2026-03-03T04:10:00+01:00");
  draft = open_draft (fixture);
  soleus_night_draft_set_count (draft, 3);
  soleus_night_draft_set_each (draft, TRUE);
  g_assert_false (soleus_episode_draft_says_anything (soleus_night_draft_get_episode (draft, 2)));
  soleus_episode_draft_set_number (soleus_night_draft_get_episode (draft, 0), "pain", 4);
  soleus_episode_draft_set_number (soleus_night_draft_get_episode (draft, 1), "pain", 6);
  content = soleus_night_draft_to_content (draft);

  again = soleus_night_draft_new_from_content (fixture->diary, content, &error);
  g_assert_no_error (error);
  g_assert_cmpint (soleus_night_draft_get_count (again), ==, 3);
  g_assert_true (soleus_night_draft_get_each (again));
  g_assert_true (soleus_night_draft_is_changed (again));
  g_assert_false (soleus_episode_draft_is_new (soleus_night_draft_get_episode (again, 0)));
  g_assert_true (soleus_episode_draft_is_new (soleus_night_draft_get_episode (again, 1)));
  save (fixture, again);
  assert_night (fixture, 3, 2); /* the third was never described */
}

/* What the diary got meanwhile is not lost, and what went stays gone under its old name. */
static void
test_content_of_changed_diary (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (SoleusNightDraft) draft = NULL;
  g_autoptr (SoleusNightDraft) again = NULL;
  g_autofree char *content = NULL;
  g_autofree char *uuid = NULL;
  g_autoptr (GError) error = NULL;

  add_cramp (fixture, "2026-03-03T04:10:00+01:00");
  draft = open_draft (fixture);
  soleus_episode_draft_set_number (soleus_night_draft_get_episode (draft, 0), "pain", 4);
  uuid = g_strdup (soleus_record_get_uuid (soleus_episode_draft_get_record (soleus_night_draft_get_episode (draft, 0))));
  content = soleus_night_draft_to_content (draft);

  g_assert_true (soleus_diary_delete (fixture->diary, uuid, &error));
  add_cramp (fixture, "2026-03-03T01:00:00+01:00");
  again = soleus_night_draft_new_from_content (fixture->diary, content, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soleus_night_draft_get_n_kept (again), ==, 1);
  g_assert_cmpint (soleus_episode_draft_get_minute (soleus_night_draft_get_episode (again, 0)), ==, 60);
  g_assert_true (soleus_episode_draft_is_new (soleus_night_draft_get_episode (again, 1)));
  g_assert_cmpstr (soleus_record_get_uuid (soleus_episode_draft_get_record (soleus_night_draft_get_episode (again, 1))), !=, uuid);
}

static void
test_bad_content (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const contents[] = {
    "", "{}", "[]", "{\"night\":\"2026-03-03\"}", "{\"night\":\"soon\"}", "{\"night\":\"2026-03-03\",\"said\":{},\"episodes\":[]}",
    "{\"night\":\"2026-03-03\",\"episodes\":[{}]}", "{\"other\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (soleus_night_draft_new_from_content (fixture->diary, contents[i], &error));
      g_assert_nonnull (error);
    }
}

#define ADD(name, func) g_test_add ("/night-draft/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  ADD ("only-yes", test_only_yes);
  ADD ("only-count", test_only_count);
  ADD ("same-for-all", test_same_for_all);
  ADD ("each", test_each);
  ADD ("fewer-after-all", test_fewer_after_all);
  ADD ("existing", test_existing);
  ADD ("future", test_future);
  ADD ("content", test_content);
  ADD ("content-of-changed-diary", test_content_of_changed_diary);
  ADD ("bad-content", test_bad_content);
  return g_test_run ();
}
