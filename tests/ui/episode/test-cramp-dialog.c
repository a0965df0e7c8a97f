/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog as a person uses it, and what the diary holds afterwards. */
#include "ui/episode/soleus-cramp-dialog.h"

#include "soleus-ui-test.h"

#define NOW "2026-03-03T08:10:00+01:00"

static SoleusUiTest *
open_page (void)
{
  SoleusUiTest *test = soleus_ui_test_new (NOW);

  soleus_ui_test_show (test, gtk_label_new ("A page"), 800, 700);
  return test;
}

static void
add (SoleusUiTest *test,
     SoleusDate    night)
{
  soleus_cramp_dialog_add (test->window, test->context, night);
  soleus_ui_test_settle (test);
}

static void
press (SoleusUiTest *test,
       const char   *name)
{
  GtkWidget *button = soleus_ui_test_find (test, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_test_message ("There is no button “%s”.", name);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  soleus_ui_test_settle (test);
}

static void
type (SoleusUiTest *test,
      const char   *name,
      const char   *text)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  soleus_ui_test_settle (test);
}

static gboolean
can_save (SoleusUiTest *test)
{
  return gtk_widget_is_sensitive (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Save"));
}

static gboolean
is_open (SoleusUiTest *test)
{
  return soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Cancel") != NULL;
}

static GPtrArray *
list (SoleusUiTest *test)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = soleus_diary_list (test->diary, SOLEUS_KIND_EPISODE, soleus_ui_test_date ("2020-01-01"), soleus_ui_test_date ("2030-01-01"), &error);

  g_assert_no_error (error);
  return records;
}

/* The one cramp of the diary. */
static SoleusRecord *
get_only (SoleusUiTest *test)
{
  g_autoptr (GPtrArray) records = list (test);

  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (g_ptr_array_index (records, 0));
}

static void
assert_start (SoleusRecord *record,
              const char   *expected)
{
  g_autofree char *iso = NULL;
  SoleusTime start;

  if (soleus_record_get_when (record, &start))
    iso = soleus_time_to_iso (start);
  g_assert_cmpstr (iso, ==, expected);
}

static void
assert_draft (SoleusUiTest *test,
              const char   *expected)
{
  g_autofree char *words = soleus_cramp_dialog_describe_draft (test->context);

  g_assert_cmpstr (words, ==, expected);
}

static void
wait_for_draft (SoleusUiTest *test)
{
  gint64 until = g_get_monotonic_time () + 6 * G_TIME_SPAN_SECOND;
  g_autofree char *words = NULL;

  while (words == NULL && g_get_monotonic_time () < until)
    {
      soleus_ui_test_settle (test);
      words = soleus_cramp_dialog_describe_draft (test->context);
    }
  g_assert_nonnull (words);
}

/* Everything that can be said of a cramp. */
static void
test_add (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) record = NULL;
  const SoleusRow *values;
  GtkTextBuffer *note;

  add (test, SOLEUS_DATE_NONE);
  g_assert_true (gtk_widget_has_focus (gtk_widget_get_first_child (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time when it started"))));
  g_assert_true (soleus_ui_test_shows (test, "This belongs to the night to Tuesday 3 March."));

  type (test, "Time when it started", "11:30 pm");
  g_assert_true (soleus_ui_test_shows (test, "This belongs to the night to Tuesday 3 March."));
  type (test, "Time when it started", "2:40");
  type (test, "Minutes that it lasted", "6");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time when it ended"))), ==, "2:46");
  press (test, "Left calf");
  press (test, "Pain 7 of 10");
  press (test, "In bed, awake");
  press (test, "Up to a day");
  press (test, "I had to stop");
  press (test, "Almost");
  note = gtk_text_view_get_buffer (GTK_TEXT_VIEW (soleus_ui_test_find (test, GTK_TYPE_TEXT_VIEW, "Note")));
  gtk_text_buffer_set_text (note, "Long walk", -1);
  press (test, "Save");

  g_assert_false (is_open (test));
  g_assert_cmpstr (test->said, ==, "Saved: cramp at 2:40, night to Tuesday 3 March.");
  record = get_only (test);
  values = soleus_record_get_values (record);
  assert_start (record, "2026-03-03T02:40:00+01:00");
  g_assert_cmpstr (soleus_row_get_text (values, "precision"), ==, "exact");
  g_assert_cmpint (soleus_row_get_number (values, "seconds", -1), ==, 360);
  g_assert_cmpuint (soleus_row_get_n_rows (values, "sites"), ==, 1);
  g_assert_cmpint (soleus_row_get_number (values, "pain", -1), ==, 7);
  g_assert_cmpstr (soleus_row_get_text (values, "doing"), ==, "in-bed");
  g_assert_cmpint (soleus_row_get_number (values, "sore_hours", -1), ==, 24);
  g_assert_cmpstr (soleus_row_get_text (values, "impact"), ==, "stopped");
  g_assert_cmpstr (soleus_row_get_text (values, "fell"), ==, "almost");
  g_assert_cmpstr (soleus_row_get_text (values, "note"), ==, "Long walk");
  g_assert_false (soleus_row_has (values, "woke"));
  g_assert_false (soleus_row_has (values, "open"));
  assert_draft (test, NULL);
}

/* A cramp of which only the night is known can be saved too. */
static void
test_add_to_night (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) record = NULL;

  add (test, soleus_ui_test_date ("2026-02-20"));
  g_assert_true (soleus_ui_test_shows (test, "This belongs to the night to Friday 20 February."));
  press (test, "Save");
  record = get_only (test);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (record), "precision"), ==, "night");
  g_assert_cmpint (soleus_record_get_night (record), ==, soleus_ui_test_date ("2026-02-20"));
  g_assert_cmpstr (test->said, ==, "Saved: cramp, night to Friday 20 February.");
}

static void
test_keyboard (void)
{
  static const char *const keys[] = { "2", "4", "0", "Tab", "Tab", "space", "ctrl+Return" };
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) record = NULL;

  add (test, SOLEUS_DATE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    soleus_ui_test_key (test, keys[i]);
  soleus_ui_test_settle (test);
  g_assert_false (is_open (test));
  record = get_only (test);
  assert_start (record, "2026-03-03T02:40:00+01:00");
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (record), "precision"), ==, "about");
}

static void
test_future (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (GPtrArray) records = NULL;

  add (test, soleus_ui_test_date ("2026-03-04"));
  g_assert_true (soleus_ui_test_shows (test, "This is in the future."));
  g_assert_false (can_save (test));
  soleus_ui_test_key (test, "ctrl+Return");
  g_assert_true (is_open (test));
  records = list (test);
  g_assert_cmpuint (records->len, ==, 0);

  press (test, "Now");
  g_assert_false (soleus_ui_test_shows (test, "This is in the future."));
  g_assert_true (can_save (test));
}

/* What cannot be read is not thrown away. */
static void
test_unreadable (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();

  add (test, SOLEUS_DATE_NONE);
  type (test, "Time when it started", "25:00");
  g_assert_false (can_save (test));
  soleus_ui_test_key (test, "Tab");
  g_assert_true (soleus_ui_test_shows (test, "This is not a time. Type it like 2:40."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time when it started"))), ==, "25:00");
  type (test, "Time when it started", "");
  g_assert_true (can_save (test));
  g_assert_false (soleus_ui_test_shows (test, "This is not a time. Type it like 2:40."));

  /* It is asked for, though the diary could hold none of it */
  gtk_widget_grab_focus (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time when it started"));
  soleus_ui_test_key (test, "x");
  soleus_ui_test_key (test, "Escape");
  press (test, "_Discard");
  g_assert_false (is_open (test));
}

static void
test_escape (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (GPtrArray) records = NULL;

  /* Without a change it closes */
  add (test, SOLEUS_DATE_NONE);
  soleus_ui_test_key (test, "Escape");
  g_assert_false (is_open (test));

  /* With one it asks; Escape and "Keep editing" stay */
  add (test, SOLEUS_DATE_NONE);
  press (test, "Pain 3 of 10");
  soleus_ui_test_key (test, "Escape");
  g_assert_true (soleus_ui_test_shows (test, "Keep what you entered?"));
  soleus_ui_test_key (test, "Escape");
  g_assert_false (soleus_ui_test_shows (test, "Keep what you entered?"));
  g_assert_true (is_open (test));

  /* An answer that was switched off again is no change */
  press (test, "Pain 3 of 10");
  soleus_ui_test_key (test, "Escape");
  g_assert_false (is_open (test));

  /* Discard keeps nothing, not even for later */
  add (test, SOLEUS_DATE_NONE);
  press (test, "Pain 3 of 10");
  wait_for_draft (test);
  press (test, "Cancel");
  press (test, "_Discard");
  g_assert_false (is_open (test));
  records = list (test);
  g_assert_cmpuint (records->len, ==, 0);
  assert_draft (test, NULL);
}

static void
test_save_when_asked (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) record = NULL;

  add (test, SOLEUS_DATE_NONE);
  press (test, "Pain 3 of 10");
  soleus_ui_test_key (test, "Escape");
  press (test, "_Save");
  g_assert_false (is_open (test));
  record = get_only (test);
  g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (record), "pain", -1), ==, 3);
}

static void
test_edit (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) before = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 7, "Hot night");
  g_autoptr (SoleusRecord) after = NULL;

  soleus_cramp_dialog_edit (test->window, test->context, soleus_record_get_uuid (before));
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Tuesday 3 March, 2:40"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, "Left calf"))));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, "Pain 7 of 10"))));
  /* The first question without an answer */
  g_assert_true (gtk_widget_has_focus (soleus_ui_test_find (test, GTK_TYPE_TOGGLE_BUTTON, "1 minute")));

  press (test, "Left calf");
  press (test, "Right calf");
  press (test, "About, not exact");
  type (test, "Time when it ended", "2:50");
  press (test, "Save");

  after = get_only (test);
  g_assert_cmpstr (soleus_record_get_uuid (after), ==, soleus_record_get_uuid (before));
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (after), "precision"), ==, "about");
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (soleus_record_get_values (after), "sites", 0), "side"), ==, "right");
  g_assert_true (soleus_row_has (soleus_record_get_values (after), "end"));
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (after), "note"), ==, "Hot night");
}

/* Saving an edit that changed nothing writes nothing. */
static void
test_edit_nothing (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) before = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:17+01:00", "calf", "left", 7, NULL);
  g_autoptr (SoleusRecord) after = NULL;

  soleus_cramp_dialog_edit (test->window, test->context, soleus_record_get_uuid (before));
  soleus_ui_test_settle (test);
  press (test, "Save");
  g_assert_false (is_open (test));
  after = get_only (test);
  g_assert_cmpint (soleus_record_get_life (after)->revision, ==, 1);
  assert_start (after, "2026-03-03T02:40:17+01:00");
}

static void
test_delete (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) record = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 7, NULL);
  g_autofree char *action = g_strdup_printf ("win.delete-record '%s'", soleus_record_get_uuid (record));
  g_autoptr (GPtrArray) records = NULL;

  soleus_cramp_dialog_edit (test->window, test->context, soleus_record_get_uuid (record));
  soleus_ui_test_settle (test);
  press (test, "Pain 2 of 10");
  press (test, "Delete this cramp");
  g_assert_false (is_open (test));
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, action);
  records = list (test);
  g_assert_cmpuint (records->len, ==, 0);
}

static void
test_edit_missing (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();

  soleus_cramp_dialog_edit (test->window, test->context, "0f4a3c1e-1111-4222-8333-444455556666");
  soleus_ui_test_settle (test);
  g_assert_false (is_open (test));
}

/* As after a crash: the form is gone, its draft is there. */
static void
test_resume (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) record = NULL;

  add (test, SOLEUS_DATE_NONE);
  type (test, "Time when it started", "2:40");
  press (test, "Right calf");
  wait_for_draft (test);
  assert_draft (test, "You have an unsaved cramp from 8:10.");
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Cancel"))));
  soleus_ui_test_settle (test);
  assert_draft (test, "You have an unsaved cramp from 8:10.");

  soleus_cramp_dialog_resume (test->window, test->context);
  soleus_ui_test_settle (test);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time when it started"))), ==, "2:40");
  press (test, "Save");
  record = get_only (test);
  assert_start (record, "2026-03-03T02:40:00+01:00");
  assert_draft (test, NULL);
}

static void
test_resume_edit (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) before = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", 7, NULL);
  g_autoptr (SoleusRecord) after = NULL;

  soleus_cramp_dialog_edit (test->window, test->context, soleus_record_get_uuid (before));
  soleus_ui_test_settle (test);
  press (test, "Pain 2 of 10");
  wait_for_draft (test);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Cancel"))));
  soleus_cramp_dialog_resume (test->window, test->context);
  soleus_ui_test_settle (test);
  press (test, "Save");
  after = get_only (test);
  g_assert_cmpstr (soleus_record_get_uuid (after), ==, soleus_record_get_uuid (before));
  g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (after), "pain", -1), ==, 2);
}

static void
test_resume_rubbish (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();

  g_assert_true (soleus_diary_save_draft (test->diary, SOLEUS_CRAMP_DRAFT, "rubbish", NULL));
  soleus_cramp_dialog_resume (test->window, test->context);
  soleus_ui_test_settle (test);
  g_assert_true (is_open (test));
  assert_draft (test, NULL);
  soleus_ui_test_key (test, "Escape");
  g_assert_false (is_open (test));
}

/* A second dialog offers the draft of the first, and does not lose it. */
static void
test_older_draft (void)
{
  g_autoptr (SoleusUiTest) test = open_page ();
  g_autoptr (SoleusRecord) record = NULL;

  add (test, SOLEUS_DATE_NONE);
  type (test, "Time when it started", "2:40");
  wait_for_draft (test);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Cancel"))));

  /* Not opened: it is there again afterwards */
  add (test, SOLEUS_DATE_NONE);
  g_assert_true (soleus_ui_test_shows (test, "You have an unsaved cramp from 8:10."));
  press (test, "Pain 5 of 10");
  press (test, "Cancel");
  press (test, "_Discard");
  assert_draft (test, "You have an unsaved cramp from 8:10.");

  /* Opened: it is the form now */
  add (test, SOLEUS_DATE_NONE);
  press (test, "Open the unsaved cramp");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Time when it started"))), ==, "2:40");
  press (test, "Save");
  record = get_only (test);
  assert_start (record, "2026-03-03T02:40:00+01:00");
  assert_draft (test, NULL);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/cramp-dialog/add", test_add);
  g_test_add_func ("/cramp-dialog/add-to-night", test_add_to_night);
  g_test_add_func ("/cramp-dialog/keyboard", test_keyboard);
  g_test_add_func ("/cramp-dialog/future", test_future);
  g_test_add_func ("/cramp-dialog/unreadable", test_unreadable);
  g_test_add_func ("/cramp-dialog/escape", test_escape);
  g_test_add_func ("/cramp-dialog/save-when-asked", test_save_when_asked);
  g_test_add_func ("/cramp-dialog/edit", test_edit);
  g_test_add_func ("/cramp-dialog/edit-nothing", test_edit_nothing);
  g_test_add_func ("/cramp-dialog/delete", test_delete);
  g_test_add_func ("/cramp-dialog/edit-missing", test_edit_missing);
  g_test_add_func ("/cramp-dialog/resume", test_resume);
  g_test_add_func ("/cramp-dialog/resume-edit", test_resume_edit);
  g_test_add_func ("/cramp-dialog/resume-rubbish", test_resume_rubbish);
  g_test_add_func ("/cramp-dialog/older-draft", test_older_draft);
  return g_test_run ();
}
