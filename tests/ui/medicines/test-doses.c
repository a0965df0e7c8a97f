/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doses as they are answered: all of one time at once, one by one, at another time, put off; what was missed is shown and never doubled. */
#include "soleus-medicine-test.h"

#include "ui/medicines/soleus-doses-list.h"
#include "ui/medicines/soleus-doses-page.h"

#define NOW "2026-03-03T09:00:00+01:00"

typedef struct
{
  SoleusUiTest *test;
  char *amlodipine;
  char *furosemide;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->test = soleus_ui_test_new (NOW);
  self->amlodipine = soleus_medicine_test_add (self->test, "Amlodipine", "5 mg");
  self->furosemide = soleus_medicine_test_add (self->test, "Furosemide", "40 mg");
  soleus_medicine_test_schedule (self->test, self->amlodipine, "480 1260");
  soleus_medicine_test_schedule (self->test, self->furosemide, "480");
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  soleus_ui_test_free (self->test);
  g_free (self->amlodipine);
  g_free (self->furosemide);
}

static void
show_list (Fixture *self)
{
  soleus_ui_test_show (self->test, soleus_doses_list_new (self->test->context, "Medicines"), 700, 700);
}

static void
show_page (Fixture    *self,
           const char *day,
           int         minute)
{
  soleus_ui_test_show (self->test, soleus_doses_page_new (self->test->context, soleus_ui_test_date (day), minute), 700, 700);
}

static void
test_all_taken (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GPtrArray) doses = NULL;
  GtkWidget *focus;

  show_list (self);
  g_assert_true (soleus_ui_test_shows (self->test, "Amlodipine 5 mg, Furosemide 40 mg\nDue now"));
  g_assert_true (soleus_ui_test_shows (self->test, "Amlodipine 5 mg\nDue later"));
  g_assert_true (soleus_ui_test_shows (self->test, "Yesterday, 21:00"));
  /* What was missed is not taken with one press, nor what is still to come. */
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Dose of Yesterday, 21:00 taken"));
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Dose of 21:00 taken"));

  gtk_widget_grab_focus (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "All doses of 8:00 taken"));
  soleus_ui_test_key (self->test, "Return");
  soleus_ui_test_settle (self->test);
  doses = soleus_medicine_test_list (self->test, SOLEUS_KIND_DOSE);
  g_assert_cmpuint (doses->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const SoleusRow *values = soleus_record_get_values (g_ptr_array_index (doses, i));

      g_assert_cmpstr (soleus_row_get_text (values, "status"), ==, "taken");
      g_assert_cmpint (soleus_row_get_date (values, "due_date"), ==, soleus_ui_test_date ("2026-03-03"));
      g_assert_cmpint (soleus_row_get_number (values, "due_minute", -1), ==, 480);
    }
  g_assert_cmpstr (self->test->said, ==, "Saved: 2 doses of 8:00 taken.");
  g_assert_true (soleus_ui_test_shows (self->test, "Amlodipine 5 mg, Furosemide 40 mg\nTaken at 9:00"));
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "All doses of 8:00 taken"));
  focus = gtk_window_get_focus (GTK_WINDOW (self->test->window));
  g_assert_true (focus == soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Open the doses of 8:00"));

  soleus_keeper_undo (soleus_context_get_keeper (self->test->context));
  soleus_ui_test_settle (self->test);
  g_assert_true (soleus_ui_test_shows (self->test, "Amlodipine 5 mg, Furosemide 40 mg\nDue now"));
}

static void
test_open (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("win.doses (%d, 1260)", soleus_ui_test_date ("2026-03-02"));

  show_list (self);
  soleus_ui_test_press_named (self->test, "Open the doses of Yesterday, 21:00");
  g_assert_cmpstr (soleus_ui_test_last_action (self->test), ==, expected);
}

/* Without a plan there is nothing to show, not even a heading. */
static void
test_nothing (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = NULL;

  soleus_ui_test_show (test, soleus_doses_list_new (test->context, "Medicines"), 700, 700);
  g_assert_false (soleus_ui_test_shows (test, "Medicines"));
  id = soleus_medicine_test_add (test, "Zinc", NULL);
  soleus_ui_test_settle (test);
  g_assert_false (soleus_ui_test_shows (test, "Medicines"));
  soleus_medicine_test_schedule (test, id, "1200");
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Medicines"));
  g_assert_true (soleus_ui_test_shows (test, "Zinc\nDue later"));
}

static void
test_one_by_one (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) doses = NULL;

  show_page (self, "2026-03-03", 480);
  soleus_ui_test_press_named (self->test, "Skip: Furosemide 40 mg");
  g_assert_cmpstr (self->test->said, ==, "Saved: Furosemide 40 mg, skipped.");
  soleus_ui_test_press_named (self->test, "Later: Amlodipine 5 mg");
  g_assert_cmpstr (self->test->said, ==, "Put off until 9:30.");
  g_assert_true (soleus_ui_test_shows (self->test, "Later, at 9:30"));
  soleus_ui_test_press_named (self->test, "Taken: Amlodipine 5 mg");
  g_assert_true (soleus_ui_test_shows (self->test, "Taken at 9:00"));
  doses = soleus_medicine_test_list (self->test, SOLEUS_KIND_DOSE);
  g_assert_cmpuint (doses->len, ==, 2);
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Taken: Amlodipine 5 mg"));
}

/* A missed dose is told with the sentence, and has its own answers. */
static void
test_missed (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) doses = NULL;

  show_page (self, "2026-03-02", 1260);
  g_assert_true (soleus_ui_test_shows (self->test, "Not recorded at 21:00 on Monday 2 March. Do not take two at once unless you were told so."));
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Later: Amlodipine 5 mg"));
  soleus_ui_test_press_named (self->test, "Taken: Amlodipine 5 mg");
  g_assert_false (soleus_ui_test_shows (self->test, "Not recorded at 21:00 on Monday 2 March. Do not take two at once unless you were told so."));
  doses = soleus_medicine_test_list (self->test, SOLEUS_KIND_DOSE);
  g_assert_cmpint (soleus_row_get_date (soleus_medicine_test_only (doses), "due_date"), ==, soleus_ui_test_date ("2026-03-02"));
  /* Not now: it is said of then. */
  g_assert_true (soleus_ui_test_shows (self->test, "Taken at 21:00"));
}

/* One of days ago can still be told. */
static void
test_missed_days_ago (Fixture      *self,
                      gconstpointer data)
{
  show_page (self, "2026-02-20", 480);
  soleus_ui_test_press_named (self->test, "Skip: Furosemide 40 mg");
  g_assert_true (soleus_ui_test_shows (self->test, "Skipped"));
  g_assert_null (soleus_ui_test_find (self->test, GTK_TYPE_BUTTON, "Skip: Furosemide 40 mg"));
}

static void
settle_dialog (Fixture *self)
{
  for (int i = 0; i < 3; i++)
    soleus_ui_test_settle (self->test);
}

static void
test_another_time (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) doses = NULL;
  const SoleusRow *values;
  SoleusTime at;

  show_page (self, "2026-03-03", 480);
  soleus_ui_test_press_named (self->test, "At another time…: Furosemide 40 mg");
  settle_dialog (self);
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (self->test, GTK_TYPE_ENTRY, "Time")), "7:15");
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (self->test, GTK_TYPE_ENTRY, "How many, such as 1 or 0.5 (you can leave it empty)")), "0,5");
  soleus_ui_test_press_named (self->test, "Save");
  settle_dialog (self);
  doses = soleus_medicine_test_list (self->test, SOLEUS_KIND_DOSE);
  values = soleus_medicine_test_only (doses);
  g_assert_true (soleus_row_get_time (values, "at", &at));
  g_assert_cmpint (soleus_time_get_minute (at), ==, 7 * 60 + 15);
  g_assert_cmpint (soleus_row_get_number (values, "due_minute", -1), ==, 480);
  g_assert_cmpint (soleus_row_get_number (values, "amount", -1), ==, 500);
  g_assert_true (soleus_ui_test_shows (self->test, "Taken at 7:15"));

  /* In the future is refused, and nothing is written. */
  soleus_ui_test_press_named (self->test, "Change: Furosemide 40 mg, amount 0.5");
  settle_dialog (self);
  gtk_editable_set_text (GTK_EDITABLE (soleus_ui_test_find (self->test, GTK_TYPE_ENTRY, "Time")), "9:01");
  soleus_ui_test_press_named (self->test, "Save");
  settle_dialog (self);
  g_assert_true (soleus_ui_test_shows (self->test, "This is in the future."));
  soleus_ui_test_press_named (self->test, "Cancel");
  settle_dialog (self);
  soleus_ui_test_answer (self->test, "discard");
  settle_dialog (self);
  g_assert_true (soleus_ui_test_shows (self->test, "Taken at 7:15"));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  ADD ("/doses/all-taken", test_all_taken);
  ADD ("/doses/open", test_open);
  g_test_add_func ("/doses/nothing", test_nothing);
  ADD ("/doses/one-by-one", test_one_by_one);
  ADD ("/doses/missed", test_missed);
  ADD ("/doses/missed-days-ago", test_missed_days_ago);
  ADD ("/doses/another-time", test_another_time);
  return g_test_run ();
}
