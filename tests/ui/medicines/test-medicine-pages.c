/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of medicines and the page of one: names, classes, as needed with its limits, changes of dose, stock, stopping. */
#include "soleus-medicine-test.h"

#include "ui/medicines/soleus-medicine-dialog.h"
#include "ui/medicines/soleus-medicine-page.h"
#include "ui/medicines/soleus-medicines-page.h"

#define NOW "2026-03-03T09:00:00+01:00"
#define KEEP "Never stop or change a prescribed medicine without talking with your doctor."
#define LINKED "This type of medicine is linked with cramps in some people. Many people take it with no cramps."

static void
settle (SoleusUiTest *test)
{
  for (int i = 0; i < 3; i++)
    soleus_ui_test_settle (test);
}

static void
type (SoleusUiTest *test,
      const char   *entry,
      const char   *text)
{
  GtkWidget *widget = soleus_ui_test_find (test, GTK_TYPE_ENTRY, entry);

  g_assert_nonnull (widget);
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
  soleus_ui_test_settle (test);
}

static void
test_empty_and_add (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) medicines = NULL;
  g_autofree char *expected = NULL;
  const SoleusRow *values;

  soleus_ui_test_show (test, soleus_medicines_page_new (test->context), 700, 800);
  g_assert_true (soleus_ui_test_shows (test, "No medicines yet. A list helps you and your doctor. Names stay on this computer."));
  g_assert_true (soleus_ui_test_shows (test, KEEP));
  soleus_ui_test_press_named (test, "Add a medicine");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.add-medicine");

  soleus_medicine_dialog_show (GTK_WINDOW (test->window), test->context, NULL);
  settle (test);
  /* Nothing was typed: closing asks nothing. */
  soleus_ui_test_key (test, "Escape");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Name"));

  soleus_medicine_dialog_show (GTK_WINDOW (test->window), test->context, NULL);
  settle (test);
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Enter the name of the medicine."));
  type (test, "Name", "furosemid");
  g_assert_true (soleus_ui_test_shows (test, "Did you mean furosemide?"));
  soleus_ui_test_press_named (test, "Yes, furosemide");
  g_assert_true (soleus_ui_test_shows (test, "Known: furosemide, water pill (loop diuretic)."));
  type (test, "Strength, such as 40 mg", "40 mg");
  type (test, "Form, such as tablet, drops or patch", "tablet");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  medicines = soleus_medicine_test_list (test, SOLEUS_KIND_MEDICINE);
  values = soleus_medicine_test_only (medicines);
  g_assert_cmpstr (soleus_row_get_text (values, "name"), ==, "furosemide");
  g_assert_cmpstr (soleus_row_get_text (values, "strength"), ==, "40 mg");
  g_assert_cmpstr (soleus_row_get_text (values, "form"), ==, "tablet");
  expected = g_strdup_printf ("win.medicine '%s'", soleus_record_get_uuid (g_ptr_array_index (medicines, 0)));
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, expected);
  g_assert_true (soleus_ui_test_shows (test, "furosemide 40 mg"));
}

/* An unknown name is kept as it is; a second one of the same name is told, and is a second one. */
static void
test_names (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = soleus_medicine_test_add (test, "Wonderful 7", NULL);
  g_autoptr (GPtrArray) medicines = NULL;

  soleus_ui_test_show (test, soleus_medicines_page_new (test->context), 700, 800);
  soleus_medicine_dialog_show (GTK_WINDOW (test->window), test->context, NULL);
  settle (test);
  type (test, "Name", "wonderful 7");
  g_assert_true (soleus_ui_test_shows (test, "You already have one with this name. This will be a second one."));
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  medicines = soleus_medicine_test_list (test, SOLEUS_KIND_MEDICINE);
  g_assert_cmpuint (medicines->len, ==, 2);
}

static void
test_leaving (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) medicines = NULL;

  soleus_ui_test_show (test, soleus_medicines_page_new (test->context), 700, 800);
  soleus_medicine_dialog_show (GTK_WINDOW (test->window), test->context, NULL);
  settle (test);
  type (test, "What it is for", "legs");
  soleus_ui_test_key (test, "Escape");
  soleus_ui_test_answer (test, "keep");
  settle (test);
  type (test, "Name", "Zinc");
  soleus_ui_test_press_named (test, "Cancel");
  soleus_ui_test_answer (test, "save");
  settle (test);
  medicines = soleus_medicine_test_list (test, SOLEUS_KIND_MEDICINE);
  g_assert_cmpstr (soleus_row_get_text (soleus_medicine_test_only (medicines), "reason"), ==, "legs");
}

static void
test_linked (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = soleus_medicine_test_add (test, "Simvastatin", "20 mg");
  g_autoptr (SoleusRecord) medicine = NULL;

  soleus_ui_test_show (test, soleus_medicine_page_new (test->context, id), 700, 900);
  g_assert_true (soleus_ui_test_shows (test, LINKED));
  g_assert_true (soleus_ui_test_shows (test, KEEP));
  soleus_ui_test_press_named (test, "Who says so: read about this kind of medicine");
  g_assert_cmpstr (soleus_ui_test_last_action (test), ==, "win.guide 'statins'");
  soleus_ui_test_press_named (test, "Ask my doctor about it");
  g_assert_cmpstr (test->said, ==, "Added to your questions for the doctor.");
  medicine = soleus_diary_get (test->diary, id, NULL);
  g_assert_cmpint (soleus_row_get_answer (soleus_record_get_values (medicine), "ask_doctor"), ==, SOLEUS_YES);
  soleus_ui_test_show (test, soleus_medicines_page_new (test->context), 700, 800);
  g_assert_true (soleus_ui_test_shows (test, "To ask the doctor about"));
}

static void
test_not_linked (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = soleus_medicine_test_add (test, "Wonderful 7", NULL);

  soleus_ui_test_show (test, soleus_medicine_page_new (test->context, id), 700, 900);
  g_assert_false (soleus_ui_test_shows (test, LINKED));
  g_assert_true (soleus_ui_test_shows (test, KEEP));
}

static void
test_as_needed (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = soleus_medicine_test_add (test, "Paracetamol", "500 mg");
  g_autoptr (GPtrArray) doses = NULL;

  soleus_medicine_test_as_needed (test, id, 240, 2);
  soleus_ui_test_show (test, soleus_medicines_page_new (test->context), 700, 800);
  soleus_ui_test_press_named (test, "Take one: Paracetamol 500 mg");
  g_assert_cmpstr (test->said, ==, "Saved: Paracetamol 500 mg, taken.");
  soleus_ui_test_press_named (test, "Take one: Paracetamol 500 mg");
  g_assert_true (soleus_ui_test_shows (test, "You set a time between two doses. The next is from 13:00."));
  soleus_ui_test_answer (test, "close");
  soleus_clock_advance (test->clock, 4 * 3600);
  soleus_ui_test_press_named (test, "Take one: Paracetamol 500 mg");
  g_assert_cmpstr (test->said, ==, "Saved: Paracetamol 500 mg, taken. That was the last one for these 24 hours.");
  soleus_clock_advance (test->clock, 5 * 3600);
  soleus_ui_test_press_named (test, "Take one: Paracetamol 500 mg");
  g_assert_true (soleus_ui_test_shows (test, "You set at most 2 in 24 hours. The next is from Wednesday 4 March, 9:00."));
  soleus_ui_test_answer (test, "take");
  settle (test);
  doses = soleus_medicine_test_list (test, SOLEUS_KIND_DOSE);
  g_assert_cmpuint (doses->len, ==, 3);
}

/* The newest change is the strength that the medicine bears; an older one that is added later is history. */
static void
test_changes (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = soleus_medicine_test_add (test, "Furosemide", "40 mg");
  g_autoptr (SoleusRecord) old = soleus_record_new (SOLEUS_KIND_DOSE_CHANGE), medicine = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  soleus_row_set_text (soleus_record_get_values (old), "medicine", id);
  soleus_row_set_date (soleus_record_get_values (old), "changed", soleus_ui_test_date ("2026-01-05"));
  soleus_row_set_text (soleus_record_get_values (old), "strength_before", "20 mg");
  soleus_row_set_text (soleus_record_get_values (old), "strength_after", "40 mg");
  g_assert_true (soleus_diary_save (test->diary, old, NULL));
  soleus_ui_test_show (test, soleus_medicine_page_new (test->context, id), 700, 900);
  g_assert_true (soleus_ui_test_shows (test, "Monday 5 January 2026: from 20 mg to 40 mg"));
  soleus_ui_test_press_named (test, "Add a change of dose");
  settle (test);
  type (test, "Strength now", "80 mg");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  changes = soleus_medicine_test_list (test, SOLEUS_KIND_DOSE_CHANGE);
  g_assert_cmpuint (changes->len, ==, 2);
  medicine = soleus_diary_get (test->diary, id, NULL);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (medicine), "strength"), ==, "80 mg");
  g_assert_true (soleus_ui_test_shows (test, "Tuesday 3 March 2026: from 40 mg to 80 mg"));

  soleus_ui_test_press_named (test, "Edit the change of dose, Monday 5 January 2026: from 20 mg to 40 mg");
  settle (test);
  type (test, "Strength now", "30 mg");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_clear_object (&medicine);
  medicine = soleus_diary_get (test->diary, id, NULL);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (medicine), "strength"), ==, "80 mg");
}

static void
test_stock (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = soleus_medicine_test_add (test, "Zinc", NULL);
  g_autoptr (GPtrArray) stocks = NULL;

  soleus_medicine_test_schedule (test, id, "600");
  soleus_ui_test_show (test, soleus_medicine_page_new (test->context, id), 700, 900);
  soleus_ui_test_press_named (test, "Count what is left");
  settle (test);
  type (test, "How many are left now?", "ten");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Type how many are left as a number, such as 30."));
  type (test, "How many are left now?", "3");
  type (test, "Tell me when it is enough for so many days (you can leave it empty)", "5");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  stocks = soleus_medicine_test_list (test, SOLEUS_KIND_STOCK);
  g_assert_cmpint (soleus_row_get_number (soleus_medicine_test_only (stocks), "amount", 0), ==, 3000);
  g_assert_true (soleus_ui_test_shows (test, "3 left. About 2 days, up to 5 March."));
  g_assert_true (soleus_ui_test_shows (test, "It will soon run out."));
}

/* Stopping keeps the past; the page says so from then on. */
static void
test_stop (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = soleus_medicine_test_add (test, "Zinc", NULL);

  soleus_medicine_test_schedule (test, id, "480");
  soleus_ui_test_show (test, soleus_medicine_page_new (test->context, id), 700, 900);
  g_assert_true (soleus_ui_test_shows (test, "Due now"));
  soleus_ui_test_press_named (test, "I stopped taking it");
  g_assert_cmpstr (test->said, ==, "Saved: Zinc stopped today.");
  g_assert_true (soleus_ui_test_shows (test, "until Tuesday 3 March 2026"));
  g_assert_false (soleus_ui_test_shows (test, "Due now"));
  g_assert_true (soleus_ui_test_shows (test, "Yesterday, 8:00"));
  soleus_ui_test_show (test, soleus_medicines_page_new (test->context), 700, 800);
  g_assert_true (soleus_ui_test_shows (test, "Stopped"));
}

/* Nothing is due within, and then the plan goes on as it was. */
static void
test_pause (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *id = soleus_medicine_test_add (test, "Zinc", NULL);

  soleus_medicine_test_schedule (test, id, "600");
  soleus_ui_test_show (test, soleus_medicine_page_new (test->context, id), 700, 900);
  soleus_ui_test_press_named (test, "Pause this plan");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, KEEP));
  soleus_ui_test_press_named (test, "Until I resume it");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Paused.");
  g_assert_true (soleus_ui_test_shows (test, "Paused since Tuesday 3 March."));
  g_assert_false (soleus_ui_test_shows (test, "With these settings there is no next dose."));
  g_assert_false (soleus_ui_test_shows (test, "Next: With these settings there is no next dose."));
  soleus_ui_test_press_named (test, "Resume this plan");
  settle (test);
  g_assert_cmpstr (test->said, ==, "The plan goes on.");
  g_assert_false (soleus_ui_test_shows (test, "Paused since Tuesday 3 March."));
  g_assert_true (soleus_ui_test_shows (test, "Next: Tue 3 March 10:00 · Wed 4 March 10:00 · Thu 5 March 10:00 · Fri 6 March 10:00 · Sat 7 March 10:00 · Sun 8 March 10:00"));
}

static void
test_search (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  const char *const names[] = { "Amlodipine", "Furosemide", "Paracetamol", "Simvastatin", "Vitamin D", "Zinc" };
  GtkWidget *page = NULL, *entry;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (soleus_medicine_test_add (test, names[i], NULL));
  page = soleus_medicines_page_new (test->context);
  soleus_ui_test_show (test, page, 700, 800);
  soleus_medicines_page_search (SOLEUS_MEDICINES_PAGE (page));
  entry = soleus_ui_test_find (test, GTK_TYPE_SEARCH_ENTRY, "Search your medicines");
  gtk_editable_set_text (GTK_EDITABLE (entry), "IN");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "4 medicines"));
  g_assert_false (soleus_ui_test_shows (test, "Furosemide"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "xyz");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Nothing found for “xyz”."));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/medicine-pages/empty-and-add", test_empty_and_add);
  g_test_add_func ("/medicine-pages/names", test_names);
  g_test_add_func ("/medicine-pages/leaving", test_leaving);
  g_test_add_func ("/medicine-pages/linked", test_linked);
  g_test_add_func ("/medicine-pages/not-linked", test_not_linked);
  g_test_add_func ("/medicine-pages/as-needed", test_as_needed);
  g_test_add_func ("/medicine-pages/changes", test_changes);
  g_test_add_func ("/medicine-pages/stock", test_stock);
  g_test_add_func ("/medicine-pages/stop", test_stop);
  g_test_add_func ("/medicine-pages/pause", test_pause);
  g_test_add_func ("/medicine-pages/search", test_search);
  return g_test_run ();
}
