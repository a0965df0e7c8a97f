/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes on around an open diary: other programs are noticed, a copy is made, old trash goes. */
#include "app/soleus-context.h"
#include "lib/soleus-test.h"
#include "store/soleus-copies.h"

static SoleusContext *
open_context (SoleusTestFolder *folder,
              SoleusClock      *clock)
{
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  SoleusContext *context = soleus_context_new (clock, path);

  g_assert_true (soleus_context_open (context, NULL));
  soleus_context_start_care (context);
  return context;
}

static SoleusRecord *
make_drink (void)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_DRINK);
  SoleusRow *values = soleus_record_get_values (record);

  soleus_row_set_time (values, "at", soleus_test_time (SOLEUS_TEST_NOW));
  soleus_row_set_text (values, "drink", "water");
  soleus_row_set_number (values, "amount_ml", 250000);
  return record;
}

static void
changed_cb (gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_other_programs_are_noticed (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusContext) context = open_context (folder, clock);
  g_autoptr (SoleusDiary) other = soleus_test_open (soleus_context_get_path (context), clock);
  g_autoptr (SoleusRecord) drink = make_drink ();
  gboolean changed = FALSE, late = FALSE;
  guint source;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect_swapped (soleus_context_get_diary (context), "changed", G_CALLBACK (changed_cb), &changed);
  g_assert_true (soleus_diary_save (other, drink, NULL));
  source = g_timeout_add (1000, late_cb, &late);
  while (!changed && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (changed);
  g_source_remove (source);
}

static void
test_copy_after_the_first_write (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusContext) context = open_context (folder, clock);
  g_autoptr (SoleusRecord) drink = make_drink ();
  const char *path = soleus_context_get_path (context);
  gboolean late = FALSE;

  soleus_keeper_save (soleus_context_get_keeper (context), drink, NULL);
  g_assert_true (soleus_copies_daily_is_due (path, soleus_clock_get_today (clock)));
  g_timeout_add_seconds (20, late_cb, &late);
  while (soleus_copies_daily_is_due (path, soleus_clock_get_today (clock)) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  /* The thread hands its result over before the context may go. */
  for (int i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
}

static void
test_old_trash_goes (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusRecord) old = make_drink (), recent = make_drink ();
  g_autoptr (SoleusContext) context = NULL;
  g_autoptr (GPtrArray) trash = NULL;

  {
    g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);

    g_assert_true (soleus_diary_save (diary, old, NULL) && soleus_diary_save (diary, recent, NULL));
    g_assert_true (soleus_diary_delete (diary, soleus_record_get_uuid (old), NULL));
    soleus_clock_advance (clock, 2 * 86400);
    g_assert_true (soleus_diary_delete (diary, soleus_record_get_uuid (recent), NULL));
  }
  soleus_clock_advance (clock, (SOLEUS_TRASH_DAYS - 1) * 86400);
  context = open_context (folder, clock);
  trash = soleus_diary_list_trash (soleus_context_get_diary (context), NULL);
  g_assert_cmpuint (trash->len, ==, 1);
  g_assert_cmpstr (soleus_record_get_uuid (trash->pdata[0]), ==, soleus_record_get_uuid (recent));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/other-programs", test_other_programs_are_noticed);
  g_test_add_func ("/context/copy", test_copy_after_the_first_write);
  g_test_add_func ("/context/trash", test_old_trash_goes);

  return g_test_run ();
}
