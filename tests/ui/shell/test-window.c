/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window by the names of its actions, as the keys, the menu and the pages use them. */
#include "lib/soleus-test.h"
#include "ui/diary/soleus-day-page.h"
#include "ui/diary/soleus-diary-page.h"
#include "ui/diary/soleus-trash-page.h"
#include "ui/drinks/soleus-drinks-page.h"
#include "ui/medicines/soleus-doses-page.h"
#include "ui/player/soleus-player-view.h"
#include "ui/reminders/soleus-ledger-page.h"
#include "ui/reminders/soleus-reminder-notice.h"
#include "ui/reminders/soleus-reminders-page.h"
#include "ui/shell/soleus-window.h"
#include "ui/soleus-ui-resources.h"
#include "ui/today/soleus-today-page.h"
#include "ui/today/soleus-trying-page.h"
#include "ui/widgets/soleus-pager.h"

#define MORNING "2026-03-03T08:10:00+01:00"

static AdwApplication *application;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 400000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return gtk_widget_get_child_visible (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static SoleusWindow *
open_window (const char *path)
{
  g_autoptr (SoleusClock) clock = soleus_test_clock (MORNING);
  g_autoptr (SoleusContext) context = soleus_context_new (clock, path);
  SoleusWindow *window = soleus_window_new (application, context);

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static void
close_window (SoleusWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static guint
count_cramps (SoleusWindow *window)
{
  g_autoptr (GPtrArray) episodes = soleus_diary_list (soleus_context_get_diary (soleus_window_get_context (window)), SOLEUS_KIND_EPISODE,
                                                      SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  return episodes->len;
}

static void
test_delete_undo_restart (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusRecord) cramp = soleus_record_new (SOLEUS_KIND_EPISODE);
  SoleusWindow *window = open_window (path);

  soleus_row_set_time (soleus_record_get_values (cramp), "start", soleus_test_time ("2026-03-03T02:40:00+01:00"));
  soleus_row_set_text (soleus_record_get_values (cramp), "precision", "exact");
  soleus_keeper_save (soleus_context_get_keeper (soleus_window_get_context (window)), cramp, "Saved.");
  g_assert_cmpuint (count_cramps (window), ==, 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-record", "s", soleus_record_get_uuid (cramp)));
  g_assert_cmpuint (count_cramps (window), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (count_cramps (window), ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (count_cramps (window), ==, 0);
  soleus_keeper_save (soleus_context_get_keeper (soleus_window_get_context (window)), cramp, "Saved.");
  close_window (window);

  window = open_window (path);
  g_assert_cmpuint (count_cramps (window), ==, 1);
  close_window (window);
}

static void
test_ways (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  SoleusWindow *window = open_window (path);
  GtkWidget *widget = GTK_WIDGET (window);

  g_assert_nonnull (find (widget, SOLEUS_TYPE_TODAY_PAGE));
  g_assert_null (find (widget, SOLEUS_TYPE_DIARY_PAGE)); /* built when it is first shown */
  gtk_widget_activate_action (widget, "win.place", "s", "diary");
  settle ();
  g_assert_nonnull (find (widget, SOLEUS_TYPE_DIARY_PAGE));
  gtk_widget_activate_action (widget, "win.open-night", "i", soleus_test_date ("2026-03-02"));
  settle ();
  g_assert_nonnull (find (widget, SOLEUS_TYPE_DAY_PAGE));
  gtk_widget_activate_action (widget, "win.back", NULL);
  settle ();
  g_assert_null (find (widget, SOLEUS_TYPE_DAY_PAGE));
  gtk_widget_activate_action (widget, "win.trash", NULL);
  settle ();
  g_assert_nonnull (find (widget, SOLEUS_TYPE_TRASH_PAGE));

  /* At the root there is nothing to go back to, and nothing was written that could be undone. */
  gtk_widget_activate_action (widget, "win.back", NULL);
  settle ();
  g_assert_null (find (widget, SOLEUS_TYPE_TRASH_PAGE));
  gtk_widget_activate_action (widget, "win.back", NULL);
  gtk_widget_activate_action (widget, "win.undo", NULL);
  g_assert_nonnull (find (widget, SOLEUS_TYPE_DIARY_PAGE));
  close_window (window);
}

static gint64
sum_drinks (SoleusWindow *window)
{
  g_autoptr (GPtrArray) drinks = soleus_diary_list (soleus_context_get_diary (soleus_window_get_context (window)), SOLEUS_KIND_DRINK,
                                                    SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  gint64 sum = 0;

  for (guint i = 0; i < drinks->len; i++)
    sum += soleus_row_get_number (soleus_record_get_values (g_ptr_array_index (drinks, i)), "amount_ml", 0);
  return sum;
}

static void
test_drinks (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  SoleusWindow *window = open_window (path);
  GtkWidget *widget = GTK_WIDGET (window);
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);

  gtk_widget_activate_action (widget, "win.usual-drink", NULL);
  gtk_widget_activate_action (widget, "win.usual-drink", NULL);
  g_assert_cmpint (sum_drinks (window), ==, 500000);
  gtk_widget_activate_action (widget, "win.undo", NULL);
  g_assert_cmpint (sum_drinks (window), ==, 250000);
  gtk_widget_activate_action (widget, "win.drinks", NULL);
  settle ();
  g_assert_nonnull (find (widget, SOLEUS_TYPE_DRINKS_PAGE));
  gtk_widget_activate_action (widget, "win.trying", NULL);
  settle ();
  g_assert_nonnull (find (widget, SOLEUS_TYPE_TRYING_PAGE));
  gtk_widget_activate_action (widget, "win.edit-drink", "s", "no such drink");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n);
  gtk_widget_activate_action (widget, "win.add-drink", "s", "");
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 1);
  close_window (window);
}

/* What a pressed reminder opens. */
static void
test_pages_by_name (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  SoleusWindow *window = open_window (path);
  GtkWidget *widget = GTK_WIDGET (window), *player;
  const struct
  {
    const char *page;
    GType type;
  } pages[] = {
    { "drinks", SOLEUS_TYPE_DRINKS_PAGE },
    { "doses/2026-03-03/480", SOLEUS_TYPE_DOSES_PAGE },
    { "trying", SOLEUS_TYPE_TRYING_PAGE },
    { "reminders", SOLEUS_TYPE_REMINDERS_PAGE },
    { "ledger", SOLEUS_TYPE_LEDGER_PAGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (widget, "win.place", "s", "diary");
      settle ();
      gtk_widget_activate_action (widget, "win.show-page", "s", pages[i].page);
      settle ();
      g_assert_nonnull (find (widget, pages[i].type));
    }

  /* Something that is no time of doses opens nothing. */
  gtk_widget_activate_action (widget, "win.show-page", "s", "today");
  settle ();
  g_assert_nonnull (find (widget, SOLEUS_TYPE_TODAY_PAGE));
  gtk_widget_activate_action (widget, "win.show-page", "s", "doses/2026-03-03/1440");
  gtk_widget_activate_action (widget, "win.show-page", "s", "doses/2026-03-03");
  gtk_widget_activate_action (widget, "win.show-page", "s", "doses/soon/480");
  settle ();
  g_assert_null (find (widget, SOLEUS_TYPE_DOSES_PAGE));

  /* The player that is open goes on when its reminder is pressed again; Today takes its place. */
  gtk_widget_activate_action (widget, "win.show-page", "s", "stretch");
  settle ();
  player = soleus_window_get_over (window);
  g_assert_true (SOLEUS_IS_PLAYER_VIEW (player));
  gtk_widget_activate_action (widget, "win.show-page", "s", "stretch");
  settle ();
  g_assert_true (soleus_window_get_over (window) == player);
  gtk_widget_activate_action (widget, "win.show-page", "s", "check-in");
  settle ();
  g_assert_null (soleus_window_get_over (window));
  g_assert_nonnull (find (widget, SOLEUS_TYPE_TODAY_PAGE));
  g_assert_true (GTK_IS_LABEL (gtk_window_get_focus (GTK_WINDOW (window)))); /* the question */
  g_assert_nonnull (find (widget, SOLEUS_TYPE_REMINDER_NOTICE));
  close_window (window);
}

static void
test_nothing_of_a_window_stays (void)
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  SoleusWindow *window = open_window (path);
  SoleusContext *context = g_object_ref (soleus_window_get_context (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "diary");
  settle ();
  close_window (window);
  g_assert_finalize_object (context);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_resources_register (soleus_ui_get_resource ());
  adw_init ();
  application = adw_application_new ("io.github.soleus_diary.Soleus.Test", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  g_test_add_func ("/window/delete-undo-restart", test_delete_undo_restart);
  g_test_add_func ("/window/ways", test_ways);
  g_test_add_func ("/window/drinks", test_drinks);
  g_test_add_func ("/window/pages-by-name", test_pages_by_name);
  g_test_add_func ("/window/finalized", test_nothing_of_a_window_stays);

  result = g_test_run ();
  g_object_unref (application);
  return result;
}
