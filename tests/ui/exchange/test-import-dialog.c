/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The import as a person sees it: nothing is written before Import, whatever the file is, and the window stays alive
 * with a large one. */
#include "soleus-ui-test.h"

#include <adwaita.h>

#include "exchange/soleus-archive.h"
#include "exchange/soleus-sample.h"
#include "store/soleus-copies.h"
#include "ui/exchange/soleus-import-dialog.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define LATER "2026-03-04T08:10:00+01:00"
#define WAIT_US (60 * G_USEC_PER_SEC)
#define LONGEST_PAUSE_US (G_USEC_PER_SEC)

static GtkWidget *
open_dialog (SoleusUiTest *test,
             int           width,
             int           height)
{
  GtkWidget *dialog;

  soleus_ui_test_show (test, gtk_label_new ("A page"), width, height);
  dialog = soleus_import_dialog_open (GTK_WINDOW (test->window), test->context);
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
  soleus_ui_test_settle (test);
}

static gint64
count_records (SoleusUiTest *test)
{
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_assert_true (soleus_diary_count (test->diary, &n, &error));
  g_assert_no_error (error);
  return n;
}

/* Another diary that has the cramp too, changed a day later, and one more. */
static char *
make_archive (SoleusUiTest *other,
              SoleusRecord *cramp)
{
  char *path = g_build_filename (other->folder, "other.json", NULL);
  g_autoptr (SoleusRecord) changed = soleus_record_copy (cramp);
  g_autoptr (SoleusRecord) second = NULL;
  g_autoptr (GError) error = NULL;

  soleus_row_set_number (soleus_record_get_values (changed), "pain", 9);
  soleus_diary_save (other->diary, changed, &error);
  g_assert_no_error (error);
  second = soleus_ui_test_add_cramp (other, "2026-03-02T03:00:00+01:00", "calf", "right", 2, NULL);
  soleus_archive_export_file (soleus_context_get_path (other->context), path, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static gint64
get_pain (SoleusUiTest *test,
          SoleusRecord *cramp)
{
  g_autoptr (SoleusRecord) now = soleus_diary_get (test->diary, soleus_record_get_uuid (cramp), NULL);

  return soleus_row_get_number (soleus_record_get_values (now), "pain", -1);
}

static void
check_policy (const char *choice,
              const char *said,
              gint64      pain)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusUiTest) other = soleus_ui_test_new (LATER);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, NULL);
  g_autofree char *path = make_archive (other, cramp);
  g_autofree char *backup = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  soleus_import_dialog_read (open_dialog (test, 960, 720), path);
  wait_for_text (test, "What the file holds");
  g_assert_true (soleus_ui_test_shows (test, "Different"));
  g_assert_true (soleus_ui_test_shows (test, "Some entries were changed on both sides. Which ones should stay?"));
  g_assert_cmpint (count_records (test), ==, 1);

  if (choice != NULL)
    soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, choice));
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Import"));
  wait_for_text (test, said);
  g_assert_cmpint (count_records (test), ==, 2);
  g_assert_cmpint (get_pain (test, cramp), ==, pain);

  copies = soleus_copies_list (soleus_context_get_path (test->context));
  g_assert_cmpuint (copies->len, ==, 1);
  backup = g_strdup_printf ("A backup was made first: %s.", ((SoleusCopy *) g_ptr_array_index (copies, 0))->name);
  g_assert_true (soleus_ui_test_shows (test, backup));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Show in folder"));
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Close"));
  g_assert_false (soleus_ui_test_shows (test, said));
}

static void
test_later_change (void)
{
  check_policy (NULL, "Imported 2 entries.", 9);
}

static void
test_keep_mine (void)
{
  check_policy ("Keep mine", "Imported 1 entry.", 6);
}

static void
test_take_theirs (void)
{
  check_policy ("Take the file’s", "Imported 2 entries.", 9);
}

static void
test_cancel (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusUiTest) other = soleus_ui_test_new (LATER);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, NULL);
  g_autofree char *path = make_archive (other, cramp);

  soleus_import_dialog_read (open_dialog (test, 960, 720), path);
  wait_for_text (test, "What the file holds");
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Cancel"));
  g_assert_cmpint (count_records (test), ==, 1);
  g_assert_cmpint (get_pain (test, cramp), ==, 6);
}

static void
test_nothing_new (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, NULL);
  g_autofree char *path = g_build_filename (test->folder, "same.json", NULL);
  g_autoptr (GError) error = NULL;

  soleus_archive_export_file (soleus_context_get_path (test->context), path, NULL, NULL, &error);
  g_assert_no_error (error);
  soleus_import_dialog_read (open_dialog (test, 960, 720), path);
  wait_for_text (test, "Everything in this file is already in the diary.");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Import"));
}

static void
test_bad_file (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *path = g_build_filename (test->folder, "bad.json", NULL);
  GtkWidget *dialog = open_dialog (test, 960, 720);

  g_assert_true (g_file_set_contents (path, "{\n \"format\": \"something else\"\n}\n", -1, NULL));
  soleus_import_dialog_read (dialog, path);
  wait_for_text (test, "This file could not be read");
  g_assert_true (soleus_ui_test_shows (test, "Nothing was changed."));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Choose another file…"));
  g_assert_true (soleus_ui_test_is_named (gtk_window_get_focus (GTK_WINDOW (dialog)), "This file could not be read"));
  g_assert_cmpint (count_records (test), ==, 0);

  soleus_import_dialog_read (dialog, "/nowhere/at/all.json");
  wait_for_text (test, "This file could not be read");
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Close"));
}

/* A table does not fit here; sentences do. */
static void
test_narrow (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusUiTest) other = soleus_ui_test_new (LATER);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 6, NULL);
  g_autofree char *path = make_archive (other, cramp);
  GtkWidget *dialog = open_dialog (test, 360, 640);

  soleus_import_dialog_read (dialog, path);
  wait_for_text (test, "What the file holds");
  g_assert_true (soleus_ui_test_shows (test, "Cramp: 2 in the file. 1 new, 0 already here, 1 different."));
  g_assert_false (soleus_ui_test_shows (test, "Different"));
  g_assert_cmpint (gtk_widget_get_width (dialog), <=, 370);
}

typedef struct
{
  gint64 last;
  gint64 longest;
} Pulse;

static gboolean
pulse_cb (gpointer data)
{
  Pulse *pulse = data;
  gint64 now = g_get_monotonic_time ();

  pulse->longest = MAX (pulse->longest, now - pulse->last);
  pulse->last = now;
  return G_SOURCE_CONTINUE;
}

static void
test_large (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusUiTest) other = soleus_ui_test_new (NOW);
  g_autofree char *path = g_build_filename (other->folder, "large.json", NULL);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  Pulse pulse = { 0 };
  GtkWidget *dialog;
  guint source;

  soleus_sample_fill (other->diary, 3, 7, &error);
  g_assert_no_error (error);
  soleus_archive_export_file (soleus_context_get_path (other->context), path, NULL, NULL, &error);
  g_assert_no_error (error);
  said = g_strdup_printf ("Imported %" G_GINT64_FORMAT " entries.", count_records (other));

  dialog = open_dialog (test, 960, 720);
  pulse.last = g_get_monotonic_time ();
  source = g_timeout_add (10, pulse_cb, &pulse);
  soleus_import_dialog_read (dialog, path);
  wait_for_text (test, "What the file holds");
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Import"));
  wait_for_text (test, said);
  g_source_remove (source);
  g_test_message ("longest pause: %" G_GINT64_FORMAT " ms", pulse.longest / 1000);
  g_assert_cmpint (pulse.longest, <, LONGEST_PAUSE_US);
  g_assert_cmpint (count_records (test), ==, count_records (other));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/import-dialog/later-change", test_later_change);
  g_test_add_func ("/import-dialog/keep-mine", test_keep_mine);
  g_test_add_func ("/import-dialog/take-theirs", test_take_theirs);
  g_test_add_func ("/import-dialog/cancel", test_cancel);
  g_test_add_func ("/import-dialog/nothing-new", test_nothing_new);
  g_test_add_func ("/import-dialog/bad-file", test_bad_file);
  g_test_add_func ("/import-dialog/narrow", test_narrow);
  g_test_add_func ("/import-dialog/large", test_large);
  return g_test_run ();
}
