/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One look of the reminders at a diary of twenty years: the usual one, which the window makes at each change as well (goal a frame of
 * 16 ms), and the first one after ten weeks off. */
#include "app/soleus-reminder-facts.h"
#include "exchange/soleus-sample.h"
#include "lib/soleus-test.h"

#define YEARS 20
#define ROUNDS 50
#define FRAME_MS 16.0
#define NOW "2026-03-03T21:40:00+01:00"

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
keep (SoleusDiary *diary,
      GPtrArray   *records)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();

  for (guint i = 0; i < records->len; i++)
    soleus_edits_save (edits, g_ptr_array_index (records, i));
  g_assert_true (soleus_diary_write (diary, edits, NULL, NULL));
}

static void
bench_look (SoleusDiary *diary,
            const char  *name,
            double       goal)
{
  double read = 0, worst = 0, planned = 0, listed = 0;
  guint n_writes = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (SoleusReminderBook) book = soleus_reminder_book_new (diary, NULL);
      g_autoptr (SoleusReminderPlan) plan = NULL;
      g_autoptr (GArray) next = NULL;
      double took = since (start);

      g_assert_nonnull (book);
      read += took;
      worst = MAX (worst, took);
      start = g_get_monotonic_time ();
      plan = soleus_reminder_plan_new (&book->facts);
      planned += since (start);
      n_writes = plan->writes->len;
      start = g_get_monotonic_time ();
      next = soleus_reminder_plan_list_next (&book->facts, 20);
      listed += since (start);
      if (i + 1 == ROUNDS)
        keep (diary, plan->writes);
    }
  g_print ("%-22s reading %6.2f ms (at worst %6.2f), plan %6.2f, next twenty %6.2f; %u lines to write", name, read / ROUNDS, worst, planned / ROUNDS, listed / ROUNDS, n_writes);
  if (goal > 0)
    g_print (" (a frame: %.0f, %s)", goal, (read + planned) / ROUNDS <= goal ? "met" : "MISSED");
  g_print ("\n");
}

int
main (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (NOW);
  g_autoptr (SoleusDiary) diary = soleus_test_open (path, clock);
  g_autoptr (GError) error = NULL;

  soleus_sample_fill (diary, YEARS, 7, &error);
  g_assert_no_error (error);
  bench_look (diary, "a usual look", FRAME_MS);
  soleus_clock_advance (clock, 70 * 86400);
  bench_look (diary, "after ten weeks off", 0);
  bench_look (diary, "the look after that", FRAME_MS);
  return 0;
}
