/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer to "Any cramps last night?" against what is in the diary already. */
#include "app/soleus-night-answer.h"
#include "lib/soleus-test.h"

#define NIGHT "2026-03-03"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  SoleusDate night;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock (SOLEUS_TEST_NOW);
  self->diary = soleus_test_open (self->path, self->clock);
  self->night = soleus_test_date (NIGHT);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  soleus_test_folder_free (self->folder);
}

static void
add_cramp (Fixture    *self,
           const char *start)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_EPISODE);
  g_autoptr (GError) error = NULL;

  soleus_row_set_time (soleus_record_get_values (record), "start", soleus_test_time (start));
  soleus_row_set_text (soleus_record_get_values (record), "precision", "exact");
  soleus_diary_save (self->diary, record, &error);
  g_assert_no_error (error);
}

static SoleusNight
get_night (Fixture *self)
{
  g_autoptr (GArray) nights = soleus_diary_get_nights (self->diary, self->night, self->night, NULL);

  g_assert_nonnull (nights);
  return g_array_index (nights, SoleusNight, 0);
}

/* Returns how many edits it took. */
static guint
answer (Fixture    *self,
        const char *said,
        gboolean    trash)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = soleus_night_answer_edits (self->diary, self->night, said, trash, &error);

  g_assert_no_error (error);
  soleus_diary_write (self->diary, edits, NULL, &error);
  g_assert_no_error (error);
  return edits->len;
}

static void
test_plain (Fixture      *self,
            gconstpointer data)
{
  SoleusNight night;

  g_assert_cmpuint (soleus_night_answer_conflicts (self->diary, self->night, "none"), ==, 0);
  g_assert_cmpuint (answer (self, "none", FALSE), ==, 1);
  night = get_night (self);
  g_assert_cmpint (soleus_night_get_state (&night), ==, SOLEUS_NIGHT_NO_CRAMP);

  g_assert_cmpuint (answer (self, "unsure", FALSE), ==, 1);
  night = get_night (self);
  g_assert_cmpint (soleus_night_get_state (&night), ==, SOLEUS_NIGHT_UNSURE);

  /* The same again changes nothing. */
  g_assert_cmpuint (answer (self, "unsure", FALSE), ==, 0);
}

static void
test_conflict (Fixture      *self,
               gconstpointer data)
{
  SoleusNight night;

  add_cramp (self, "2026-03-03T02:40:00+01:00");
  add_cramp (self, "2026-03-03T04:10:00+01:00");
  add_cramp (self, "2026-03-02T15:00:00+01:00"); /* of the day: never against "no cramp" */

  g_assert_cmpuint (soleus_night_answer_conflicts (self->diary, self->night, "none"), ==, 2);
  g_assert_cmpuint (soleus_night_answer_conflicts (self->diary, self->night, "unsure"), ==, 0);
  g_assert_cmpuint (soleus_night_answer_conflicts (self->diary, self->night, "cramps"), ==, 0);
  g_assert_cmpuint (soleus_night_answer_conflicts (self->diary, self->night, NULL), ==, 0);
  g_assert_cmpuint (soleus_night_answer_conflicts (self->diary, self->night + 1, "none"), ==, 0);

  g_assert_cmpuint (answer (self, "none", TRUE), ==, 3);
  night = get_night (self);
  g_assert_cmpint (soleus_night_get_state (&night), ==, SOLEUS_NIGHT_NO_CRAMP);
  g_assert_cmpint (night.night_time, ==, 0);
  g_assert_cmpint (night.daytime, ==, 1);
}

static void
test_undo_brings_all_back (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) inverse = NULL;
  g_autoptr (GError) error = NULL;
  SoleusNight night;

  add_cramp (self, "2026-03-03T02:40:00+01:00");
  edits = soleus_night_answer_edits (self->diary, self->night, "none", TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (soleus_diary_write (self->diary, edits, &inverse, NULL));
  g_assert_true (soleus_diary_write (self->diary, inverse, NULL, NULL));
  night = get_night (self);
  g_assert_cmpint (night.night_time, ==, 1);
  g_assert_cmpint (night.said, ==, SOLEUS_NIGHT_NOT_RECORDED);
}

static void
test_what_goes_and_what_stays (Fixture      *self,
                               gconstpointer data)
{
  g_autoptr (SoleusRecord) before = soleus_diary_get_night_record (self->diary, self->night, NULL);
  g_autoptr (SoleusRecord) full = soleus_record_copy (before);
  g_autoptr (SoleusRecord) after = NULL;
  SoleusRow *values = soleus_record_get_values (full);

  soleus_row_set_text (values, "said", "cramps");
  soleus_row_set_number (values, "count", 3);
  soleus_row_set_number (values, "wakings_by_cramp", 2);
  soleus_row_set_answer (values, "enough_sleep", SOLEUS_NO);
  soleus_row_set_text (values, "note", "Hot night");
  g_assert_true (soleus_diary_save (self->diary, full, NULL));

  /* Saying the same again keeps the count. */
  g_assert_cmpuint (answer (self, "cramps", FALSE), ==, 0);

  answer (self, "none", FALSE);
  after = soleus_diary_get_night_record (self->diary, self->night, NULL);
  values = soleus_record_get_values (after);
  g_assert_cmpstr (soleus_row_get_text (values, "said"), ==, "none");
  g_assert_false (soleus_row_has (values, "count"));
  g_assert_false (soleus_row_has (values, "wakings_by_cramp"));
  g_assert_cmpint (soleus_row_get_answer (values, "enough_sleep"), ==, SOLEUS_NO);
  g_assert_cmpstr (soleus_record_get_note (after), ==, "Hot night");

  /* The answer is taken back; the rest of the record is the person's own. */
  g_assert_cmpuint (answer (self, NULL, FALSE), ==, 1);
  g_clear_object (&after);
  after = soleus_diary_get_night_record (self->diary, self->night, NULL);
  g_assert_false (soleus_row_has (soleus_record_get_values (after), "said"));
  g_assert_cmpstr (soleus_record_get_note (after), ==, "Hot night");
}

static void
test_clearing_leaves_no_empty_record (Fixture      *self,
                                      gconstpointer data)
{
  g_autoptr (GPtrArray) records = NULL;

  g_assert_cmpuint (answer (self, NULL, FALSE), ==, 0);
  answer (self, "none", FALSE);
  g_assert_cmpuint (answer (self, NULL, FALSE), ==, 1);
  records = soleus_diary_list (self->diary, SOLEUS_KIND_NIGHT, self->night, self->night, NULL);
  g_assert_cmpuint (records->len, ==, 0);

  /* And the night can be answered again. */
  answer (self, "unsure", FALSE);
  g_clear_pointer (&records, g_ptr_array_unref);
  records = soleus_diary_list (self->diary, SOLEUS_KIND_NIGHT, self->night, self->night, NULL);
  g_assert_cmpuint (records->len, ==, 1);
}

static void
test_words (void)
{
  static const struct
  {
    const char *said;
    const char *words;
  } cases[] = {
    { "none", "Saved: no cramps, night to Tuesday 3 March." },
    { "cramps", "Saved: cramps, night to Tuesday 3 March." },
    { "unsure", "Saved: not sure, night to Tuesday 3 March." },
    { NULL, "Saved: not recorded, night to Tuesday 3 March." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = soleus_night_answer_words (soleus_test_date (NIGHT), cases[i].said);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/night-answer/plain", test_plain);
  ADD ("/night-answer/conflict", test_conflict);
  ADD ("/night-answer/undo", test_undo_brings_all_back);
  ADD ("/night-answer/goes-and-stays", test_what_goes_and_what_stays);
  ADD ("/night-answer/clear", test_clearing_leaves_no_empty_record);
#undef ADD
  g_test_add_func ("/night-answer/words", test_words);

  return g_test_run ();
}
