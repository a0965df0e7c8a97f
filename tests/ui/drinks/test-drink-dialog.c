/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drink of any amount and time: what is understood, what is refused, and that what is not touched stays exactly as it is. */
#include "soleus-ui-test.h"

#include "ui/drinks/soleus-drink-dialog.h"
#include "ui/widgets/soleus-choice.h"

#define NOW "2026-03-03T17:30:00+01:00"

static void
settle (SoleusUiTest *test)
{
  for (guint i = 0; i < 4; i++)
    soleus_ui_test_settle (test);
}

static void
open_dialog (SoleusUiTest *test,
             const char   *uuid,
             SoleusDate    day)
{
  soleus_ui_test_show (test, gtk_label_new ("A page"), 680, 640);
  soleus_drink_dialog_show (GTK_WINDOW (test->window), test->context, uuid, day);
  settle (test);
}

static GtkWidget *
find_entry (SoleusUiTest *test,
            const char   *name)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  return entry;
}

static void
type (SoleusUiTest *test,
      const char   *name,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (test, name)), text);
  soleus_ui_test_settle (test);
}

static void
set_unit (SoleusUiTest *test,
          const char   *unit)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);

  soleus_row_set_text (soleus_record_get_values (profile), "volume_unit", unit);
  g_assert_true (soleus_diary_save (test->diary, profile, NULL));
}

static SoleusRecord *
get_only (SoleusUiTest *test)
{
  g_autoptr (GPtrArray) drinks = soleus_diary_list (test->diary, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  g_assert_cmpuint (drinks->len, ==, 1);
  return g_object_ref (g_ptr_array_index (drinks, 0));
}

static gboolean
is_open (SoleusUiTest *test)
{
  return soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Save") != NULL;
}

static void
test_add (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) drink = NULL;
  const SoleusRow *values;
  SoleusTime at;

  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  /* The amount has the focus: typing and Ctrl+Return are all it takes. */
  soleus_ui_test_key (test, "2");
  soleus_ui_test_key (test, "0");
  soleus_ui_test_key (test, "0");
  soleus_ui_test_key (test, "ctrl+Return");
  settle (test);
  g_assert_false (is_open (test));
  g_assert_cmpstr (test->said, ==, "Added: water, 200 ml.");
  drink = get_only (test);
  values = soleus_record_get_values (drink);
  g_assert_cmpint (soleus_row_get_number (values, "amount_ml", 0), ==, 200000);
  g_assert_true (soleus_record_get_when (drink, &at));
  g_assert_cmpint (soleus_time_get_minute (at), ==, 17 * 60 + 30);
  g_assert_cmpint (soleus_time_get_date (at), ==, soleus_ui_test_date ("2026-03-03"));
}

static void
test_understood (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  set_unit (test, "us-fl-oz");
  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  type (test, "How much, in US fluid ounces", "8,5");
  g_assert_true (soleus_ui_test_shows (test, "8.5 fl oz is 251 ml."));
  type (test, "How much, in US fluid ounces", "250 ml");
  g_assert_true (soleus_ui_test_shows (test, "8.5 fl oz is 250 ml."));
  type (test, "How much, in US fluid ounces", "a lot");
  g_assert_false (soleus_ui_test_shows (test, "8.5 fl oz is 250 ml."));
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (is_open (test));
  g_assert_true (soleus_ui_test_shows (test, "Type how much it was, like 8.5. The most is 676.3 fl oz."));
  type (test, "How much, in US fluid ounces", "8 oz");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_false (is_open (test));
  g_assert_cmpstr (test->said, ==, "Added: water, 8 fl oz.");
}

static void
test_ml_understood (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  type (test, "How much, in milliliters", "250");
  g_assert_false (soleus_ui_test_shows (test, "This is 250 ml."));
  type (test, "How much, in milliliters", "1.200");
  g_assert_true (soleus_ui_test_shows (test, "This is 1 ml."));
}

/* An ounce is no whole number of milliliters; a note or another kind must not move the amount, nor the second of the time. */
static void
test_edit_keeps (void)
{
  static const char *const units[] = { "us-fl-oz", "uk-fl-oz", "us-cup", "ml" };
  static const char *const names[] = { "How much, in US fluid ounces", "How much, in UK fluid ounces", "How much, in cups", "How much, in milliliters" };
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) drink = soleus_record_new (SOLEUS_KIND_DRINK);
  SoleusRow *row = soleus_record_get_values (drink);
  SoleusTime exact, at;

  g_assert_true (soleus_time_parse ("2026-03-02T08:15:37-05:00", &exact));
  soleus_row_set_time (row, "at", exact);
  soleus_row_set_text (row, "drink", "water");
  soleus_row_set_number (row, "amount_ml", 250001);
  soleus_row_set_text (row, "note", " two\nlines ");
  g_assert_true (soleus_diary_save (test->diary, drink, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (SoleusRecord) now = NULL;
      const char *kind = i % 2 == 0 ? "milk" : "juice";

      set_unit (test, units[i]);
      open_dialog (test, soleus_record_get_uuid (drink), SOLEUS_DATE_NONE);
      /* Something else and back again is no change either. */
      {
        g_autofree char *began = g_strdup (gtk_editable_get_text (GTK_EDITABLE (find_entry (test, names[i]))));

        type (test, names[i], "3");
        type (test, names[i], began);
      }
      soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Which drink")), kind);
      soleus_ui_test_press_named (test, "Save");
      settle (test);
      g_assert_false (is_open (test));
      now = get_only (test);
      g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (now), "drink"), ==, kind);
      g_assert_cmpint (soleus_row_get_number (soleus_record_get_values (now), "amount_ml", 0), ==, 250001);
      g_assert_cmpstr (soleus_record_get_note (now), ==, " two\nlines ");
      g_assert_true (soleus_record_get_when (now, &at));
      g_assert_cmpint (at.utc, ==, exact.utc);
      g_assert_cmpint (at.offset, ==, exact.offset);
    }
  g_assert_cmpstr (test->said, ==, "Saved: juice, 250 ml.");
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  {
    g_autoptr (SoleusRecord) before = get_only (test);

    g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (before), "drink"), ==, "milk");
  }
}

static void
test_times (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) drink = NULL;
  SoleusTime at;

  /* No time is made up for a day gone by. */
  open_dialog (test, NULL, soleus_ui_test_date ("2026-03-01"));
  type (test, "How much, in milliliters", "200");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Type the time, like 14:30."));
  type (test, "Time", "quarter");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (is_open (test));
  type (test, "Time", "2 pm");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_false (is_open (test));
  drink = get_only (test);
  g_assert_true (soleus_record_get_when (drink, &at));
  g_assert_cmpint (soleus_time_get_date (at), ==, soleus_ui_test_date ("2026-03-01"));
  g_assert_cmpint (soleus_time_get_minute (at), ==, 14 * 60);

  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  type (test, "How much, in milliliters", "200");
  type (test, "Time", "17:31");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "This is in the future."));
  type (test, "Time", "17:30");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_false (is_open (test));
}

static void
test_leave (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) none = NULL;

  /* Nothing was entered: it closes. */
  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  soleus_ui_test_key (test, "Escape");
  settle (test);
  g_assert_false (is_open (test));

  /* The question is left with Escape as well, which loses nothing. */
  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  type (test, "How much, in milliliters", "200");
  soleus_ui_test_key (test, "Escape");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "You changed something here but did not save it."));
  soleus_ui_test_key (test, "Escape");
  settle (test);
  g_assert_false (soleus_ui_test_shows (test, "You changed something here but did not save it."));
  g_assert_true (is_open (test));
  soleus_ui_test_key (test, "Escape");
  settle (test);
  soleus_ui_test_answer (test, "discard");
  settle (test);
  g_assert_false (is_open (test));

  /* What cannot be read was entered too. */
  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  type (test, "How much, in milliliters", "two glasses");
  soleus_ui_test_key (test, "Escape");
  settle (test);
  g_assert_true (is_open (test));
  soleus_ui_test_answer (test, "discard");
  settle (test);
  g_assert_false (is_open (test));
  none = soleus_diary_list (test->diary, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* In the note Enter is a new line, and Ctrl+Enter saves without one. */
static void
test_note (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) drink = NULL;

  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  type (test, "How much, in milliliters", "200");
  gtk_widget_grab_focus (soleus_ui_test_find (test, GTK_TYPE_TEXT_VIEW, "Note"));
  soleus_ui_test_key (test, "a");
  soleus_ui_test_key (test, "Return");
  soleus_ui_test_key (test, "b");
  soleus_ui_test_key (test, "ctrl+Return");
  settle (test);
  g_assert_false (is_open (test));
  drink = get_only (test);
  g_assert_cmpstr (soleus_record_get_note (drink), ==, "a\nb");
}

static void
test_leave_and_save (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) drink = NULL;

  open_dialog (test, NULL, SOLEUS_DATE_NONE);
  type (test, "How much, in milliliters", "200");
  soleus_ui_test_key (test, "Escape");
  settle (test);
  soleus_ui_test_answer (test, "save");
  settle (test);
  drink = get_only (test);
  g_assert_false (is_open (test));
}

static void
test_delete (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) drink = soleus_ui_test_add_drink (test, "2026-03-03T08:00:00+01:00", "water", 100), back = NULL;
  g_autoptr (GPtrArray) none = NULL;

  open_dialog (test, soleus_record_get_uuid (drink), SOLEUS_DATE_NONE);
  soleus_ui_test_press_named (test, "Delete");
  settle (test);
  g_assert_false (is_open (test));
  g_assert_cmpstr (test->said, ==, "Drink deleted.");
  none = soleus_diary_list (test->diary, SOLEUS_KIND_DRINK, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  back = get_only (test);
}

/* What is gone, or is something else, opens nothing. */
static void
test_no_such (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, "2026-03-03T02:40:00+01:00", "calf", "left", -1, NULL);

  open_dialog (test, "00000000-0000-4000-8000-000000000000", SOLEUS_DATE_NONE);
  g_assert_false (is_open (test));
  open_dialog (test, soleus_record_get_uuid (cramp), SOLEUS_DATE_NONE);
  g_assert_false (is_open (test));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/drink-dialog/add", test_add);
  g_test_add_func ("/drink-dialog/understood", test_understood);
  g_test_add_func ("/drink-dialog/ml-understood", test_ml_understood);
  g_test_add_func ("/drink-dialog/edit-keeps", test_edit_keeps);
  g_test_add_func ("/drink-dialog/times", test_times);
  g_test_add_func ("/drink-dialog/leave", test_leave);
  g_test_add_func ("/drink-dialog/note", test_note);
  g_test_add_func ("/drink-dialog/leave-and-save", test_leave_and_save);
  g_test_add_func ("/drink-dialog/delete", test_delete);
  g_test_add_func ("/drink-dialog/no-such", test_no_such);

  return g_test_run ();
}
