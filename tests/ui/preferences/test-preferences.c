/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences with real keys and presses: everything is optional, nothing is filled in, what is pressed is kept at
 * once, pressed again it is taken back. */
#include "soleus-ui-test.h"

#include <adwaita.h>

#include "app/soleus-words.h"
#include "ui/preferences/soleus-date-fields.h"
#include "ui/preferences/soleus-preferences.h"
#include "ui/preferences/soleus-question-row.h"
#include "ui/widgets/soleus-choice.h"

#define NOW "2026-03-03T08:10:00+01:00"

static void
open_window (SoleusUiTest *test,
             const char   *page)
{
  soleus_ui_test_show (test, gtk_label_new ("A page"), 960, 720);
  soleus_preferences_show (GTK_WINDOW (test->window), test->context, page);
  for (int i = 0; i < 5; i++)
    soleus_ui_test_settle (test);
}

static SoleusRecord *
get_profile (SoleusUiTest *test)
{
  SoleusRecord *profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);

  g_assert_nonnull (profile);
  return profile;
}

static gint64
get_number (SoleusUiTest *test,
            const char   *field)
{
  g_autoptr (SoleusRecord) profile = get_profile (test);

  return soleus_row_get_number (soleus_record_get_values (profile), field, -1);
}

static void
assert_due (SoleusUiTest *test,
            const char   *date)
{
  g_autoptr (SoleusRecord) profile = get_profile (test);

  g_assert_cmpint (soleus_row_get_date (soleus_record_get_values (profile), "due_date"), ==, soleus_ui_test_date (date));
}

static gboolean
has_field (SoleusUiTest *test,
           const char   *field)
{
  g_autoptr (SoleusRecord) profile = get_profile (test);

  return soleus_row_has (soleus_record_get_values (profile), field);
}

static GtkWidget *
find_answer (SoleusUiTest *test,
             const char   *question,
             const char   *answer)
{
  GtkWidget *choice = soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, question);

  g_assert_nonnull (choice);
  return soleus_choice_get_button (SOLEUS_CHOICE (choice), answer);
}

static void
type (SoleusUiTest *test,
      const char   *name,
      const char   *text)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_grab_focus (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  soleus_ui_test_key (test, "Return");
}

static void
test_nothing_filled_in (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  gint64 n;

  open_window (test, "health");
  g_assert_true (soleus_ui_test_shows (test, "All of this is optional. It only changes what Soleus shows. Press a chosen answer again to take it back."));
  g_assert_null (soleus_choice_get_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Do you smoke?"))));
  soleus_ui_test_key (test, "Escape");
  g_assert_null (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Do you smoke?"));
  g_assert_true (soleus_diary_count (test->diary, &n, NULL));
  g_assert_cmpint (n, ==, 0);
}

/* Every condition that the diary knows has its switch, and every question says why it is asked. */
static void
test_conditions (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_window (test, "health");
  for (guint i = 0; soleus_conditions.words[i] != NULL; i++)
    {
      GtkWidget *control = soleus_ui_test_find (test, GTK_TYPE_SWITCH, soleus_words_word (&soleus_conditions, soleus_conditions.words[i]));
      g_autoptr (SoleusRecord) profile = NULL;

      g_assert_nonnull (control);
      g_assert_false (gtk_switch_get_active (GTK_SWITCH (control)));
      gtk_widget_activate (control);
      soleus_ui_test_settle (test);
      profile = get_profile (test);
      g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (profile), "conditions"), ==, 1);
      g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (soleus_record_get_values (profile), "conditions", 0), "condition"), ==, soleus_conditions.words[i]);
      gtk_widget_activate (control);
      soleus_ui_test_settle (test);
      g_assert_false (has_field (test, "conditions"));
    }
  g_assert_null (test->said);
}

static void
test_answers (void)
{
  static const struct
  {
    const char *field;
    const char *question;
  } answers[] = {
    { "pregnant", "Are you pregnant?" }, { "fluid_limit", "Do you have a fluid limit?" }, { "potassium_limit", "Do you have a potassium limit?" },
    { "fall_risk", "Balance trouble, or falls?" }, { "numb_feet", "Numb feet?" }, { "poor_circulation", "Poor blood flow in the legs?" },
    { "family_clots", "Blood clots in your family?" },
  };
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_window (test, "health");
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      soleus_ui_test_press (test, find_answer (test, answers[i].question, "yes"));
      g_assert_cmpint (get_number (test, answers[i].field), ==, 1);
      soleus_ui_test_press (test, find_answer (test, answers[i].question, "no"));
      g_assert_cmpint (get_number (test, answers[i].field), ==, 0);
      soleus_ui_test_press (test, find_answer (test, answers[i].question, "no"));
      g_assert_false (has_field (test, answers[i].field));
    }
}

static void
test_smoking (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) profile = NULL;

  open_window (test, "health");
  soleus_ui_test_press (test, find_answer (test, "Do you smoke?", "former"));
  profile = get_profile (test);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (profile), "smoking"), ==, "former");
  soleus_ui_test_press (test, find_answer (test, "Do you smoke?", "former"));
  g_assert_false (has_field (test, "smoking"));
}

static void
test_typed (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_window (test, "health");
  type (test, "Year of birth", "58");
  g_assert_true (soleus_ui_test_shows (test, "Enter a year from 1900 to 2026."));
  g_assert_false (has_field (test, "birth_year"));
  type (test, "Year of birth", " 1958 ");
  g_assert_false (soleus_ui_test_shows (test, "Enter a year from 1900 to 2026."));
  g_assert_cmpint (get_number (test, "birth_year"), ==, 1958);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Year of birth"))), ==, "1958");
  type (test, "Year of birth", "");
  g_assert_false (has_field (test, "birth_year"));

  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Your limit for a day, in milliliters"));
  soleus_ui_test_press (test, find_answer (test, "Do you have a fluid limit?", "yes"));
  type (test, "Your limit for a day, in milliliters", "99");
  g_assert_true (soleus_ui_test_shows (test, "Enter an amount from 100 ml to 20000 ml, or leave it empty."));
  type (test, "Your limit for a day, in milliliters", "1500");
  g_assert_cmpint (get_number (test, "fluid_limit_ml"), ==, 1500);
  soleus_ui_test_press (test, find_answer (test, "Do you have a fluid limit?", "no"));
  g_assert_false (has_field (test, "fluid_limit_ml"));
}

/* Units, the usual drink and a goal; each amount follows the unit, and opening and leaving an entry changes nothing. */
static void
test_drinks (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *entry;

  open_window (test, "general");
  type (test, "Usual amount, in milliliters", "a glass");
  g_assert_true (soleus_ui_test_shows (test, "Enter an amount from 1 ml to 5000 ml, or leave it empty."));
  g_assert_false (has_field (test, "usual_drink_ml"));
  type (test, "Usual amount, in milliliters", " 200,5 ml");
  g_assert_cmpint (get_number (test, "usual_drink_ml"), ==, 200500);
  type (test, "Your own goal for a day, in milliliters", "1500");
  g_assert_cmpint (get_number (test, "drink_goal_ml"), ==, 1500000);
  soleus_ui_test_press (test, find_answer (test, "Usual drink", "tea-or-coffee"));

  soleus_ui_test_press (test, find_answer (test, "Units for drinks", "us-fl-oz"));
  entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Your own goal for a day, in US fluid ounces");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "50.721");
  g_assert_true (gtk_widget_grab_focus (entry));
  soleus_ui_test_key (test, "Return");
  g_assert_cmpint (get_number (test, "drink_goal_ml"), ==, 1500000);
  type (test, "Your own goal for a day, in US fluid ounces", "64");
  g_assert_cmpint (get_number (test, "drink_goal_ml"), ==, 1892706);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "64");
  type (test, "Your own goal for a day, in US fluid ounces", "");
  g_assert_false (has_field (test, "drink_goal_ml"));
  g_assert_cmpint (get_number (test, "usual_drink_ml"), ==, 200500);
}

static void
test_no_goal (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *control;

  open_window (test, "general");
  type (test, "Your own goal for a day, in milliliters", "1500");
  soleus_ui_test_key (test, "Escape");
  open_window (test, "health");
  soleus_ui_test_press (test, find_answer (test, "Do you have a fluid limit?", "yes"));
  control = soleus_ui_test_find (test, GTK_TYPE_SWITCH, "Heart failure");
  gtk_widget_activate (control);
  soleus_ui_test_settle (test);
  soleus_ui_test_key (test, "Escape");
  open_window (test, "general");
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Your own goal for a day, in milliliters"));
  g_assert_true (soleus_ui_test_shows (test, "There is no goal because of what you told Soleus: heart failure, a fluid limit. Ask your care team how much to drink."));
  g_assert_cmpint (get_number (test, "drink_goal_ml"), ==, 1500000);
}

static void
test_limit_in_ounces (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *entry;

  open_window (test, "general");
  soleus_ui_test_press (test, find_answer (test, "Units for drinks", "us-fl-oz"));
  soleus_ui_test_key (test, "Escape");
  open_window (test, "health");
  soleus_ui_test_press (test, find_answer (test, "Do you have a fluid limit?", "yes"));
  type (test, "Your limit for a day, in US fluid ounces", "40");
  g_assert_cmpint (get_number (test, "fluid_limit_ml"), ==, 1183);
  entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Your limit for a day, in US fluid ounces");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "40");
  type (test, "Your limit for a day, in US fluid ounces", "1200 ml");
  g_assert_cmpint (get_number (test, "fluid_limit_ml"), ==, 1200);
}

static void
test_pregnancy (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_window (test, "health");
  g_assert_null (soleus_ui_test_find (test, SOLEUS_TYPE_DATE_FIELDS, "Due date"));
  soleus_ui_test_press (test, find_answer (test, "Are you pregnant?", "yes"));
  type (test, "Or: weeks pregnant today", "20");
  assert_due (test, "2026-07-21");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Month: Due date"))), ==, "7");

  type (test, "Day: Due date", "31");
  type (test, "Month: Due date", "6");
  g_assert_true (soleus_ui_test_shows (test, "There is no such date. Enter it in numbers, such as 3, 11 and 2026."));
  assert_due (test, "2026-07-31");
  type (test, "Day: Due date", "30");
  assert_due (test, "2026-06-30");
  type (test, "Day: Due date", "");
  g_assert_true (soleus_ui_test_shows (test, "Fill in day, month and year."));
  type (test, "Day: Due date", "30");

  soleus_ui_test_press (test, find_answer (test, "Are you pregnant?", "yes"));
  g_assert_false (has_field (test, "due_date"));
  g_assert_null (soleus_ui_test_find (test, SOLEUS_TYPE_DATE_FIELDS, "Due date"));
}

static void
test_undo_key (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_window (test, "health");
  soleus_ui_test_press (test, find_answer (test, "Numb feet?", "yes"));
  gtk_widget_grab_focus (find_answer (test, "Numb feet?", "yes"));
  soleus_ui_test_key (test, "ctrl+z");
  g_assert_false (has_field (test, "numb_feet"));
  g_assert_null (soleus_choice_get_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "Numb feet?"))));
}

static void
test_keyboard_only (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_window (test, "health");
  soleus_ui_test_key (test, "1");
  soleus_ui_test_key (test, "9");
  soleus_ui_test_key (test, "5");
  soleus_ui_test_key (test, "8");
  soleus_ui_test_key (test, "Tab");
  g_assert_cmpint (get_number (test, "birth_year"), ==, 1958);
  soleus_ui_test_key (test, "Right");
  soleus_ui_test_key (test, "space");
  for (int i = 0; i < 6; i++)
    soleus_ui_test_settle (test);
  g_assert_true (has_field (test, "smoking"));
}

/* A text that is still being typed is not lost when the window closes. */
static void
test_close_keeps (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *entry;

  open_window (test, "health");
  entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, "Allergies");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Latex");
  soleus_ui_test_key (test, "Escape");
  g_assert_true (has_field (test, "allergies"));
}

static void
test_weekday (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  open_window (test, "general");
  soleus_ui_test_press (test, find_answer (test, "First day of the week", "7"));
  g_assert_cmpint (get_number (test, "first_weekday"), ==, 7);
  soleus_ui_test_press (test, find_answer (test, "First day of the week", "7"));
  g_assert_false (has_field (test, "first_weekday"));
}

static void
test_emergency (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) profile = NULL;

  g_setenv ("LC_ALL", "de_AT.UTF-8", TRUE);
  open_window (test, "emergency");
  g_assert_true (soleus_ui_test_shows (test, "Soleus never calls by itself."));
  g_assert_true (soleus_ui_test_shows (test, "For Austria, Soleus knows 112. Please check it."));
  g_assert_false (has_field (test, "emergency_number"));
  soleus_ui_test_press (test, soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Use 112"));
  profile = get_profile (test);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (profile), "emergency_number"), ==, "112");
  g_assert_false (soleus_ui_test_shows (test, "For Austria, Soleus knows 112. Please check it."));
  type (test, "Which number do you call in an emergency?", "my neighbour");
  g_assert_true (soleus_ui_test_shows (test, "Enter a phone number, such as 911, 999 or 112."));
  g_unsetenv ("LC_ALL");
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/preferences/nothing-filled-in", test_nothing_filled_in);
  g_test_add_func ("/preferences/conditions", test_conditions);
  g_test_add_func ("/preferences/answers", test_answers);
  g_test_add_func ("/preferences/smoking", test_smoking);
  g_test_add_func ("/preferences/typed", test_typed);
  g_test_add_func ("/preferences/drinks", test_drinks);
  g_test_add_func ("/preferences/no-goal", test_no_goal);
  g_test_add_func ("/preferences/limit-in-ounces", test_limit_in_ounces);
  g_test_add_func ("/preferences/pregnancy", test_pregnancy);
  g_test_add_func ("/preferences/undo-key", test_undo_key);
  g_test_add_func ("/preferences/keyboard-only", test_keyboard_only);
  g_test_add_func ("/preferences/close-keeps", test_close_keeps);
  g_test_add_func ("/preferences/weekday", test_weekday);
  g_test_add_func ("/preferences/emergency", test_emergency);
  return g_test_run ();
}
