/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Long work and its window: quick work shows none, slow work shows how far it is, and Cancel and Escape stop it. */
#include "soleus-ui-test.h"

#include <adwaita.h>

#include "store/soleus-store-error.h"
#include "ui/exchange/soleus-work.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define STEPS 43000
#define WAIT_US (20 * G_USEC_PER_SEC)

typedef struct
{
  gboolean done;
  char *result;
  GError *error;
} Outcome;

static void
work_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Outcome *outcome = data;

  outcome->result = soleus_work_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->result);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static gpointer
do_nothing (gpointer     data,
            SoleusTally *tally,
            GError     **error)
{
  return g_strdup ("done");
}

/* Goes on until it is stopped, and for ten seconds at most. */
static gpointer
do_until_stopped (gpointer     data,
                  SoleusTally *tally,
                  GError     **error)
{
  for (int i = 0; i < 1000; i++)
    {
      if (!soleus_tally_report (STEPS, 150000, tally))
        {
          g_set_error_literal (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED, "stopped");
          return NULL;
        }
      g_usleep (10000);
    }
  return g_strdup ("never stopped");
}

static GtkWidget *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (SOLEUS_IS_PROGRESS_WINDOW (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static void
start (SoleusUiTest  *test,
       SoleusWorkFunc func,
       gboolean       can_cancel,
       Outcome       *outcome)
{
  const SoleusWork work = { .title = "Exporting…", .unit = SOLEUS_PROGRESS_ENTRIES, .can_cancel = can_cancel, .func = func, .free_result = g_free };

  soleus_ui_test_show (test, gtk_label_new ("A page"), 960, 720);
  soleus_work_run (GTK_WINDOW (test->window), &work, work_done_cb, outcome);
}

static void
test_quick (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_auto (Outcome) outcome = { 0 };

  start (test, do_nothing, TRUE, &outcome);
  while (!outcome.done)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_null (find_window ());
    }
  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.result, ==, "done");
  for (int i = 0; i < 12; i++)
    soleus_ui_test_settle (test);
  g_assert_null (find_window ());
}

static void
wait_for_window (SoleusUiTest *test)
{
  gint64 from = g_get_monotonic_time ();

  while (find_window () == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_get_monotonic_time () - from, <, WAIT_US);
    }
  g_assert_cmpint (g_get_monotonic_time () - from, >, 400000);
  for (int i = 0; i < 5; i++)
    soleus_ui_test_settle (test);
}

static void
assert_stopped (Outcome *outcome)
{
  gint64 until = g_get_monotonic_time () + WAIT_US;

  while (!outcome->done && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (outcome->done);
  g_assert_null (outcome->result);
  g_assert_error (outcome->error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_CANCELLED);
  g_assert_null (find_window ());
}

static void
test_cancel (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_auto (Outcome) outcome = { 0 };

  start (test, do_until_stopped, TRUE, &outcome);
  wait_for_window (test);
  g_assert_true (soleus_ui_test_shows (test, "Exporting…"));
  g_assert_true (soleus_ui_test_shows (test, "43000 of 150000 entries"));
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (find_window ())));
  g_assert_true (gtk_widget_activate (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Cancel")));
  assert_stopped (&outcome);
}

static void
test_escape (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_auto (Outcome) outcome = { 0 };

  start (test, do_until_stopped, TRUE, &outcome);
  wait_for_window (test);
  soleus_ui_test_key (test, "Escape");
  assert_stopped (&outcome);
}

/* What cannot be stopped has no button for it, and its window stays. */
static void
test_no_cancel (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_auto (Outcome) outcome = { 0 };
  gint64 until = g_get_monotonic_time () + WAIT_US;

  start (test, do_until_stopped, FALSE, &outcome);
  wait_for_window (test);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Cancel"));
  gtk_window_close (GTK_WINDOW (find_window ()));
  soleus_ui_test_settle (test);
  g_assert_nonnull (find_window ());
  while (!outcome.done && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (outcome.result, ==, "never stopped");
}

/* The window that waits may go before the work is over. */
static void
test_parent_closed (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_auto (Outcome) outcome = { 0 };
  const SoleusWork work = { .title = "Exporting…", .can_cancel = TRUE, .func = do_nothing, .free_result = g_free };
  GtkWidget *parent = gtk_window_new ();

  gtk_window_present (GTK_WINDOW (parent));
  soleus_work_run (GTK_WINDOW (parent), &work, work_done_cb, &outcome);
  gtk_window_destroy (GTK_WINDOW (parent));
  while (!outcome.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (outcome.error);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/long-work/quick", test_quick);
  g_test_add_func ("/long-work/cancel", test_cancel);
  g_test_add_func ("/long-work/escape", test_escape);
  g_test_add_func ("/long-work/no-cancel", test_no_cancel);
  g_test_add_func ("/long-work/parent-closed", test_parent_closed);
  return g_test_run ();
}
