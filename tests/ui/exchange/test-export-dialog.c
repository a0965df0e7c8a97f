/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The export as a person sees it: what it says, the file that it leaves, and that nothing is left where it did not
 * happen. */
#include "soleus-ui-test.h"

#include <adwaita.h>

#include "exchange/soleus-archive.h"
#include "exchange/soleus-sample.h"
#include "ui/exchange/soleus-export-dialog.h"
#include "ui/exchange/soleus-progress-window.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define WAIT_US (30 * G_USEC_PER_SEC)

static GtkWidget *
open_dialog (SoleusUiTest *test)
{
  GtkWidget *dialog;

  soleus_ui_test_show (test, adw_toast_overlay_new (), 960, 720);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (test->window))), gtk_label_new ("A page"));
  dialog = soleus_export_dialog_open (GTK_WINDOW (test->window), test->context);
  soleus_ui_test_settle (test);
  return dialog;
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
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_words (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_dialog (test);
  g_assert_true (soleus_ui_test_shows (test, "The file is not locked. Anyone who has it can read it."));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose where to save…"));
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Cancel"));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose where to save…"));
}

static void
test_escape (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_dialog (test);
  soleus_ui_test_key (test, "Escape");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose where to save…"));
}

static void
test_export (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, "A note");
  g_autofree char *path = g_build_filename (test->folder, "diary.json", NULL);
  g_autoptr (SoleusUiTest) other = soleus_ui_test_new (NOW);
  g_autoptr (SoleusImportResult) result = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  soleus_export_dialog_save_to (open_dialog (test), path);
  wait_for_text (test, "Exported to diary.json.");
  soleus_ui_test_settle (test);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose where to save…"));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Open _folder"));
  g_assert_cmpuint (count_files (test->folder), ==, 2);

  result = soleus_import_run (other->diary, path, SOLEUS_IMPORT_LATER, FALSE, NULL, NULL, &error);
  g_assert_no_error (error);
  copy = soleus_diary_get (other->diary, soleus_record_get_uuid (cramp), &error);
  g_assert_no_error (error);
  g_assert_true (soleus_record_says_same (cramp, copy));
}

/* Of all files to overwrite this is the worst. */
static void
test_over_diary (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, NULL);
  g_autofree char *link = g_build_filename (test->folder, "diary.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;
  gint64 n;

  soleus_export_dialog_save_to (open_dialog (test), soleus_context_get_path (test->context));
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "This is the diary itself"));
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "_Close"));

  g_assert_true (g_file_make_symbolic_link (file, soleus_context_get_path (test->context), NULL, &error));
  soleus_export_dialog_save_to (open_dialog (test), link);
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "This is the diary itself"));
  g_assert_true (soleus_diary_check (test->diary, &error));
  g_assert_true (soleus_diary_count (test->diary, &n, &error));
  g_assert_cmpint (n, ==, 1);
}

static void
test_failure (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *path = g_build_filename (test->folder, "nowhere", "diary.json", NULL);
  GtkWidget *dialog = open_dialog (test);

  soleus_export_dialog_save_to (dialog, path);
  wait_for_text (test, "The diary could not be exported");
  g_assert_true (soleus_ui_test_shows (test, "The diary is as it was. No file was written."));
  g_assert_true (soleus_ui_test_is_named (gtk_window_get_focus (GTK_WINDOW (dialog)), "The diary could not be exported"));
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Try again…"));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose where to save…"));
  g_assert_cmpuint (count_files (test->folder), ==, 1);
}

/* What Cancel does, before the window is shown. */
static void
stop_progress (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (SOLEUS_IS_PROGRESS_WINDOW (window))
        g_signal_emit_by_name (window, "close-request", &is_handled);
    }
  g_assert_true (is_handled);
}

static void
test_cancel (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *path = g_build_filename (test->folder, "diary.json", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog, *button;
  gint64 until = g_get_monotonic_time () + WAIT_US;

  soleus_sample_fill (test->diary, 1, 7, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, "older", -1, &error);
  g_assert_no_error (error);
  dialog = open_dialog (test);
  button = soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose where to save…");
  soleus_export_dialog_save_to (dialog, path);
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_window_close (GTK_WINDOW (dialog)); /* not while it writes */
  stop_progress ();
  while (!gtk_widget_is_sensitive (button) && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_get_mapped (dialog));
  g_assert_cmpuint (count_files (test->folder), ==, 2);
  g_assert_true (g_file_get_contents (path, &contents, NULL, &error));
  g_assert_cmpstr (contents, ==, "older");
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/export-dialog/words", test_words);
  g_test_add_func ("/export-dialog/escape", test_escape);
  g_test_add_func ("/export-dialog/export", test_export);
  g_test_add_func ("/export-dialog/over-diary", test_over_diary);
  g_test_add_func ("/export-dialog/failure", test_failure);
  g_test_add_func ("/export-dialog/cancel", test_cancel);
  return g_test_run ();
}
