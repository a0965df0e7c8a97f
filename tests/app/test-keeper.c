/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes of the window: done or failed, in order, undoable, and patient with other programs. */
#include "app/soleus-keeper.h"
#include "lib/soleus-test.h"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  SoleusKeeper *keeper;
  guint n_written;
  guint n_failed;
  gboolean undoable;
} Fixture;

static void
written_cb (Fixture    *self,
            const char *said,
            gboolean    undoable)
{
  self->n_written++;
  self->undoable = undoable;
}

static void
failed_cb (Fixture      *self,
           const GError *error)
{
  g_assert_nonnull (error);
  self->n_failed++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock (SOLEUS_TEST_NOW);
  self->diary = soleus_diary_open (self->path, SOLEUS_OPEN_CREATE, 20, self->clock, NULL);
  g_assert_nonnull (self->diary);
  self->keeper = soleus_keeper_new (self->diary);
  g_signal_connect_swapped (self->keeper, "written", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->keeper, "failed", G_CALLBACK (failed_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->keeper);
  g_assert_finalize_object (self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  soleus_test_folder_free (self->folder);
}

static SoleusRecord *
make_night (const char *date,
            const char *said)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_NIGHT);

  soleus_row_set_date (soleus_record_get_values (record), "night", soleus_test_date (date));
  soleus_row_set_text (soleus_record_get_values (record), "said", said);
  return record;
}

static SoleusNightState
state_of (Fixture    *self,
          const char *date)
{
  g_autoptr (GArray) nights = soleus_diary_get_nights (self->diary, soleus_test_date (date), soleus_test_date (date), NULL);

  return soleus_night_get_state (&g_array_index (nights, SoleusNight, 0));
}

static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (SoleusRecord) first = make_night ("2026-03-03", "none");
  g_autoptr (SoleusRecord) second = make_night ("2026-03-03", "unsure");

  g_assert_false (soleus_keeper_can_undo (self->keeper));
  soleus_keeper_save (self->keeper, first, "Saved.");
  soleus_keeper_save (self->keeper, second, "Saved.");
  g_assert_cmpuint (self->n_written, ==, 2);
  g_assert_true (self->undoable);
  g_assert_cmpint (state_of (self, "2026-03-03"), ==, SOLEUS_NIGHT_UNSURE);

  soleus_keeper_undo (self->keeper);
  g_assert_cmpint (state_of (self, "2026-03-03"), ==, SOLEUS_NIGHT_NO_CRAMP);
  soleus_keeper_undo (self->keeper);
  g_assert_cmpint (state_of (self, "2026-03-03"), ==, SOLEUS_NIGHT_NOT_RECORDED);
  g_assert_false (soleus_keeper_can_undo (self->keeper));
  g_assert_false (self->undoable);
}

static void
test_failure_keeps_the_diary (Fixture      *self,
                              gconstpointer data)
{
  g_autoptr (SoleusRecord) episode = soleus_record_new (SOLEUS_KIND_EPISODE);

  /* Neither a start nor a night: the model refuses it. */
  soleus_row_set_text (soleus_record_get_values (episode), "precision", "exact");
  soleus_keeper_save (self->keeper, episode, "Saved.");
  g_assert_cmpuint (self->n_failed, ==, 1);
  g_assert_cmpuint (self->n_written, ==, 0);
  g_assert_false (soleus_keeper_can_undo (self->keeper));
}

static gboolean
unlock_cb (gpointer data)
{
  soleus_database_execute (data, "ROLLBACK", NULL);
  return G_SOURCE_REMOVE;
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GString *order = data;

  g_assert_true (soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL));
  g_string_append_c (order, 'x');
}

static void
test_waits_for_another_program (Fixture      *self,
                                gconstpointer data)
{
  g_autoptr (SoleusDatabase) other = soleus_database_open (self->path, SOLEUS_OPEN_WRITE, 0, NULL);
  g_autoptr (SoleusRecord) first = make_night ("2026-03-02", "none");
  g_autoptr (SoleusRecord) second = make_night ("2026-03-03", "none");
  g_autoptr (GPtrArray) first_edits = soleus_edits_new ();
  g_autoptr (GPtrArray) second_edits = soleus_edits_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  g_assert_true (soleus_database_execute (other, "BEGIN IMMEDIATE", NULL));
  soleus_edits_save (first_edits, first);
  soleus_edits_save (second_edits, second);
  soleus_keeper_write (self->keeper, first_edits, NULL, finished_cb, order);
  soleus_keeper_write (self->keeper, second_edits, NULL, finished_cb, order);
  g_assert_true (soleus_keeper_is_waiting (self->keeper));
  g_assert_cmpuint (self->n_written, ==, 0);

  g_timeout_add (300, unlock_cb, other);
  while (order->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (soleus_keeper_is_waiting (self->keeper));
  g_assert_cmpuint (self->n_failed, ==, 0);
  g_assert_cmpint (state_of (self, "2026-03-02"), ==, SOLEUS_NIGHT_NO_CRAMP);
  g_assert_cmpint (state_of (self, "2026-03-03"), ==, SOLEUS_NIGHT_NO_CRAMP);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/keeper/undo", test_undo);
  ADD ("/keeper/failure", test_failure_keeps_the_diary);
  ADD ("/keeper/waits", test_waits_for_another_program);
#undef ADD

  return g_test_run ();
}
