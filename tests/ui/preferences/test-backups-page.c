/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups as a person makes and restores them: the diary goes back to what it was, what it held is kept, and a damaged
 * backup is not offered. */
#include "soleus-ui-test.h"

#include <adwaita.h>

#include "app/soleus-words.h"
#include "store/soleus-copies.h"
#include "ui/preferences/soleus-backups-page.h"
#include "ui/preferences/soleus-preferences.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define WAIT_US (30 * G_USEC_PER_SEC)

static AdwPreferencesPage *
open_window (SoleusUiTest *test)
{
  GtkWidget *button;

  soleus_ui_test_show (test, gtk_label_new ("A page"), 960, 720);
  soleus_preferences_show (GTK_WINDOW (test->window), test->context, "diary");
  for (int i = 0; i < 5; i++)
    soleus_ui_test_settle (test);
  button = soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Back up now to a file");
  g_assert_nonnull (button);
  return ADW_PREFERENCES_PAGE (gtk_widget_get_ancestor (button, ADW_TYPE_PREFERENCES_PAGE));
}

static void
wait_for_text (SoleusUiTest *test,
               const char   *text)
{
  gint64 until = g_get_monotonic_time () + WAIT_US;

  while (!soleus_ui_test_shows (test, text))
    {
      g_main_context_iteration (NULL, TRUE);
      if (g_get_monotonic_time () > until)
        g_error ("\"%s\" was never shown", text);
    }
  soleus_ui_test_settle (test);
}

static gint64
count_records (SoleusUiTest *test)
{
  gint64 n;

  g_assert_true (soleus_diary_count (test->diary, &n, NULL));
  return n;
}

static void
test_back_up (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, NULL);
  g_autofree char *path = g_build_filename (test->folder, "copy.sqlite3", NULL);
  g_autoptr (GError) error = NULL;
  AdwPreferencesPage *page = open_window (test);
  gint64 n;

  g_assert_true (soleus_ui_test_shows (test, "None yet. Soleus makes one on each day on which something is written."));
  soleus_backups_page_save_to (page, path);
  wait_for_text (test, "Backed up to copy.sqlite3.");
  g_assert_true (soleus_copies_verify (path, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 1);
}

static void
test_over_diary (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, NULL);

  soleus_backups_page_save_to (open_window (test), soleus_context_get_path (test->context));
  wait_for_text (test, "This is the diary itself");
  g_assert_cmpint (count_records (test), ==, 1);
}

static void
test_failure (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *path = g_build_filename (test->folder, "nowhere", "copy.sqlite3", NULL);

  soleus_backups_page_save_to (open_window (test), path);
  wait_for_text (test, "No backup was made");
}

/* A backup with one cramp, then a second cramp. */
static void
prepare (SoleusUiTest *test)
{
  g_autoptr (SoleusRecord) first = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, NULL);
  g_autoptr (SoleusRecord) second = NULL;
  g_autoptr (GError) error = NULL;

  soleus_copies_make_daily (soleus_context_get_path (test->context), soleus_ui_test_date ("2026-03-03"), &error);
  g_assert_no_error (error);
  second = soleus_record_copy (first);
  soleus_record_set_uuid (second, "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
  soleus_row_set_number (soleus_record_get_values (second), "pain", 3);
  soleus_keeper_save (soleus_context_get_keeper (test->context), second, NULL);
  soleus_ui_test_settle (test);
  g_assert_cmpint (count_records (test), ==, 2);
}

static GtkWidget *
find_restore (SoleusUiTest *test)
{
  g_autoptr (GPtrArray) copies = soleus_copies_list (soleus_context_get_path (test->context));
  g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (test->clock);
  g_autofree char *date = NULL, *time = NULL, *name = NULL;
  SoleusTime made;

  g_assert_cmpuint (copies->len, ==, 1);
  made = soleus_time_at_offset (((SoleusCopy *) g_ptr_array_index (copies, 0))->made, zone);
  date = soleus_words_date_with_year (soleus_time_get_date (made));
  time = soleus_words_time (made);
  name = g_strdup_printf ("Restore the backup from %s, %s", date, time);
  return soleus_ui_test_find (test, GTK_TYPE_BUTTON, name);
}

static void
test_restore (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) copies = NULL;

  prepare (test);
  open_window (test);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose a backup to restore"));
  wait_for_text (test, "1 entry");
  soleus_ui_test_press (test, find_restore (test));
  wait_for_text (test, "The diary then holds what this backup holds. What the diary holds now is saved as a backup first.");
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "_Restore"));
  wait_for_text (test, "Restored. What the diary held before is kept as a backup.");
  g_assert_cmpint (count_records (test), ==, 1);
  g_assert_false (soleus_keeper_can_undo (soleus_context_get_keeper (test->context)));
  copies = soleus_copies_list (soleus_context_get_path (test->context));
  g_assert_cmpuint (copies->len, ==, 2);
}

static void
test_restore_not (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  prepare (test);
  open_window (test);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose a backup to restore"));
  wait_for_text (test, "1 entry");
  soleus_ui_test_press (test, find_restore (test));
  soleus_ui_test_key (test, "Escape");
  g_assert_cmpint (count_records (test), ==, 2);
  g_assert_true (soleus_keeper_can_undo (soleus_context_get_keeper (test->context)));
}

static void
test_damaged (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) copies = NULL;

  prepare (test);
  copies = soleus_copies_list (soleus_context_get_path (test->context));
  g_assert_true (g_file_set_contents (((SoleusCopy *) g_ptr_array_index (copies, 0))->path, "no diary", -1, NULL));
  open_window (test);
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose a backup to restore"));
  wait_for_text (test, "This backup is damaged.");
  g_assert_false (gtk_widget_is_sensitive (find_restore (test)));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/backups-page/back-up", test_back_up);
  g_test_add_func ("/backups-page/over-diary", test_over_diary);
  g_test_add_func ("/backups-page/failure", test_failure);
  g_test_add_func ("/backups-page/restore", test_restore);
  g_test_add_func ("/backups-page/restore-not", test_restore_not);
  g_test_add_func ("/backups-page/damaged", test_damaged);
  return g_test_run ();
}
