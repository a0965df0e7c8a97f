/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things that are tried: started, stopped, undone; and that rule D6 reads what is written here. */
#include "soleus-ui-test.h"

#include "ui/today/soleus-trying-page.h"
#include "ui/widgets/soleus-choice.h"

#define NOW "2026-03-03T17:30:00+01:00"

static void
settle (SoleusUiTest *test)
{
  for (guint i = 0; i < 4; i++)
    soleus_ui_test_settle (test);
}

static void
show (SoleusUiTest *test)
{
  soleus_ui_test_show (test, soleus_trying_page_new (test->context), 680, 720);
}

static void
type (SoleusUiTest *test,
      const char   *name,
      const char   *text)
{
  GtkWidget *entry = soleus_ui_test_find (test, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
type_date (SoleusUiTest *test,
           const char   *question,
           const char   *day,
           const char   *month,
           const char   *year)
{
  const char *const parts[][2] = { { "Day", day }, { "Month", month }, { "Year", year } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", parts[i][0], question);

      type (test, name, parts[i][1]);
    }
}

static void
choose (SoleusUiTest *test,
        const char   *kind)
{
  soleus_choice_set_selected (SOLEUS_CHOICE (soleus_ui_test_find (test, SOLEUS_TYPE_CHOICE, "What is it?")), kind);
  soleus_ui_test_settle (test);
}

static SoleusRecord *
get_only (SoleusUiTest *test)
{
  g_autoptr (GPtrArray) routines = soleus_diary_list (test->diary, SOLEUS_KIND_ROUTINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  g_assert_cmpuint (routines->len, ==, 1);
  return g_object_ref (g_ptr_array_index (routines, 0));
}

#define SINCE "Since when?"
#define UNTIL "Until when? Leave it empty while you go on."
#define NAME "Name, such as Calf stretch at bedtime"

static void
test_start_and_stop (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) routine = NULL, stopped = NULL, again = NULL;

  show (test);
  g_assert_true (soleus_ui_test_shows (test, "Nothing yet. Add a stretch, a diet or something else that you keep up for weeks."));
  soleus_ui_test_press_named (test, "Add something you are trying");
  settle (test);
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Choose what it is."));
  choose (test, "stretch");
  type (test, NAME, "Calf stretch");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: Calf stretch.");
  routine = get_only (test);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (routine), "routine"), ==, "stretch");
  g_assert_cmpint (soleus_row_get_date (soleus_record_get_values (routine), "start"), ==, soleus_ui_test_date ("2026-03-03"));
  g_assert_cmpint (soleus_row_get_date (soleus_record_get_values (routine), "stop"), ==, SOLEUS_DATE_NONE);
  g_assert_true (soleus_ui_test_shows (test, "Stretch · since Tuesday 3 March 2026"));
  g_assert_false (soleus_ui_test_shows (test, "Before"));

  soleus_ui_test_press_named (test, "Stop Calf stretch today");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Saved: Calf stretch, stopped today.");
  stopped = get_only (test);
  g_assert_cmpint (soleus_row_get_date (soleus_record_get_values (stopped), "stop"), ==, soleus_ui_test_date ("2026-03-03"));
  g_assert_true (soleus_ui_test_shows (test, "Before"));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Stop Calf stretch today"));
  g_assert_true (soleus_ui_test_shows (test, "Stretch · Tuesday 3 March 2026 until Tuesday 3 March 2026"));

  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  settle (test);
  again = get_only (test);
  g_assert_false (soleus_row_has (soleus_record_get_values (again), "stop"));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Stop Calf stretch today"));
}

static void
test_dates (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  show (test);
  soleus_ui_test_press_named (test, "Add something you are trying");
  settle (test);
  choose (test, "diet");
  type_date (test, SINCE, "4", "3", "2026");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "This date is in the future."));
  type_date (test, SINCE, "", "", "");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Enter since when you do it."));
  type_date (test, SINCE, "31", "2", "2026");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "Enter day, month and year."));
  type_date (test, SINCE, "1", "2", "2026");
  type_date (test, UNTIL, "31", "1", "2026");
  soleus_ui_test_press_named (test, "Save");
  g_assert_true (soleus_ui_test_shows (test, "It stopped before it started. Check the two dates."));
  type_date (test, UNTIL, "20", "2", "2026");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  /* Without a name it is called after its kind. */
  g_assert_cmpstr (test->said, ==, "Saved: Diet.");
  g_assert_true (soleus_ui_test_shows (test, "Diet · Sunday 1 February 2026 until Friday 20 February 2026"));

  soleus_ui_test_press_named (test, "Change Diet");
  settle (test);
  type (test, NAME, "Soup");
  soleus_ui_test_key (test, "Escape");
  soleus_ui_test_answer (test, "save");
  settle (test);
  g_assert_true (soleus_ui_test_shows (test, "Soup"));
  soleus_ui_test_press_named (test, "Change Soup");
  settle (test);
  soleus_ui_test_press_named (test, "Delete");
  settle (test);
  g_assert_cmpstr (test->said, ==, "Routine deleted.");
  g_assert_false (soleus_ui_test_shows (test, "Soup"));
}

static void
test_supplement (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);
  const char *ask = "Ask your doctor or pharmacist before starting any supplement.";

  show (test);
  soleus_ui_test_press_named (test, "Add something you are trying");
  settle (test);
  g_assert_false (soleus_ui_test_shows (test, ask));
  choose (test, "supplement");
  g_assert_true (soleus_ui_test_shows (test, ask));
  choose (test, "other");
  g_assert_false (soleus_ui_test_shows (test, ask));

  soleus_row_set_text (soleus_row_add_row (soleus_record_get_values (profile), "conditions"), "condition", "kidney-disease");
  g_assert_true (soleus_diary_save (test->diary, profile, NULL));
  choose (test, "supplement");
  g_assert_true (soleus_ui_test_shows (test, "Ask your doctor or pharmacist before starting any supplement. Because of what you told us about your health, do not start one without your doctor."));
}

static gboolean
has_d6 (SoleusUiTest *test)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (test->context);
  const SoleusVerdict *verdict;

  soleus_warnings_update (warnings);
  verdict = soleus_warnings_get_verdict (warnings);
  for (guint i = 0; i < verdict->findings->len; i++)
    if (g_str_equal (((SoleusFinding *) g_ptr_array_index (verdict->findings, i))->rule->id, "D6"))
      return TRUE;
  return FALSE;
}

/* Six weeks of a stretch, and as many cramps as in the six weeks before: rule D6. The day before that it says nothing, and
 * from the press of Stop today on it says nothing any more. */
static void
test_rule (void)
{
  static const char *const cramps[] = {
    "2026-01-05T02:00:00+01:00", "2026-01-10T02:00:00+01:00", "2026-02-20T02:00:00+01:00", "2026-02-25T02:00:00+01:00",
  };
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  for (guint i = 0; i < G_N_ELEMENTS (cramps); i++)
    {
      g_autoptr (SoleusRecord) cramp = soleus_ui_test_add_cramp (test, cramps[i], "calf", "left", -1, NULL);

      g_assert_nonnull (cramp);
    }
  show (test);
  soleus_ui_test_press_named (test, "Add something you are trying");
  settle (test);
  choose (test, "stretch");
  type (test, NAME, "Calf stretch");
  type_date (test, SINCE, "21", "1", "2026");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_false (has_d6 (test));

  soleus_ui_test_press_named (test, "Change Calf stretch");
  settle (test);
  type_date (test, SINCE, "20", "1", "2026");
  soleus_ui_test_press_named (test, "Save");
  settle (test);
  g_assert_true (has_d6 (test));

  soleus_ui_test_press_named (test, "Stop Calf stretch today");
  settle (test);
  g_assert_false (has_d6 (test));
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  settle (test);
  g_assert_true (has_d6 (test));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/trying-page/start-and-stop", test_start_and_stop);
  g_test_add_func ("/trying-page/dates", test_dates);
  g_test_add_func ("/trying-page/supplement", test_supplement);
  g_test_add_func ("/trying-page/rule", test_rule);

  return g_test_run ();
}
