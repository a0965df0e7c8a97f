/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a warning check as a person sees and presses them. */
#include "soleus-ui-test.h"

#include "app/soleus-reminder-answer.h"
#include "app/soleus-words.h"
#include "model/soleus-check.h"
#include "ui/today/soleus-today-page.h"
#include "ui/warnings/soleus-check-page.h"
#include "ui/warnings/soleus-clinic-print.h"
#include "ui/warnings/soleus-verdict-page.h"

#include <string.h>

#define NOW "2026-03-03T08:10:00+01:00"

static GPtrArray *
list (SoleusUiTest *test,
      SoleusKind    kind)
{
  GPtrArray *records = soleus_diary_list (test->diary, kind, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  g_assert_nonnull (records);
  return records;
}

static void
add_check (SoleusUiTest *test,
           const char   *fact,
           const char   *value)
{
  g_autoptr (SoleusRecord) check = soleus_record_new (SOLEUS_KIND_CHECK);
  g_autoptr (GError) error = NULL;

  soleus_row_set_time (soleus_record_get_values (check), "at", soleus_clock_get_now (test->clock));
  soleus_check_answer_none_of_eight (soleus_record_get_values (check));
  soleus_check_answer (soleus_record_get_values (check), fact, value, &error);
  g_assert_no_error (error);
  soleus_diary_save (test->diary, check, &error);
  g_assert_no_error (error);
  soleus_warnings_update (soleus_context_get_warnings (test->context));
}

/* Nothing is answered at first, and one press of None of these answers eight questions and no more. */
static void
test_none_of_these (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GPtrArray) before = NULL, checks = NULL;
  GtkWidget *page = soleus_check_page_new (test->context);

  soleus_ui_test_show (test, page, 700, 800);
  before = list (test, SOLEUS_KIND_CHECK);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_true (soleus_ui_test_shows (test, "0 of 8 answered."));
  soleus_ui_test_press_named (test, "None of these");
  g_assert_true (soleus_ui_test_shows (test, "8 of 8 answered."));
  checks = list (test, SOLEUS_KIND_CHECK);
  g_assert_cmpuint (checks->len, ==, 1);
  g_assert_true (soleus_check_denies_all_eight (soleus_record_get_values (g_ptr_array_index (checks, 0))));
  g_assert_cmpuint (soleus_row_get_n_rows (soleus_record_get_values (g_ptr_array_index (checks, 0)), "answers"), ==, 9);
  g_assert_false (soleus_check_page_has_emergency (SOLEUS_CHECK_PAGE (page)));
}

/* The card comes with "now", goes when it was not so, and a mistake takes back what was marked. */
static void
test_card (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  GtkWidget *page = soleus_check_page_new (test->context);

  soleus_ui_test_show (test, page, 700, 800);
  soleus_ui_test_press_named (test, "Chest pain, yes");
  g_assert_nonnull (soleus_warnings_get_emergency (soleus_context_get_warnings (test->context)));
  soleus_ui_test_press_named (test, "Chest pain, now or last 24 hours");
  g_assert_true (soleus_check_page_has_emergency (SOLEUS_CHECK_PAGE (page)));
  g_assert_true (soleus_ui_test_find (test, GTK_TYPE_LABEL, "Emergency. Get emergency help now.") != NULL);
  soleus_ui_test_press_named (test, "Chest pain, no");
  g_assert_false (soleus_check_page_has_emergency (SOLEUS_CHECK_PAGE (page)));
  g_assert_null (soleus_warnings_get_emergency (soleus_context_get_warnings (test->context)));

  soleus_ui_test_press_named (test, "Trouble breathing, yes");
  soleus_ui_test_press_named (test, "Trouble breathing, now or last 24 hours");
  soleus_warnings_acknowledge (soleus_context_get_warnings (test->context), soleus_warnings_get_emergency (soleus_context_get_warnings (test->context)), "mistake");
  soleus_ui_test_settle (test);
  g_assert_false (soleus_check_page_has_emergency (SOLEUS_CHECK_PAGE (page)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Trouble breathing, yes"))));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Chest pain, no"))));
}

/* Alone on Today until it is answered. */
static void
test_today (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  soleus_ui_test_show (test, soleus_today_page_new (test->context), 700, 800);
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "No cramps last night"));
  add_check (test, "leg_cool_vs_other", "yes");
  soleus_ui_test_settle (test);
  g_assert_true (soleus_ui_test_find (test, GTK_TYPE_LABEL, "Emergency. Get emergency help now.") != NULL);
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "No cramps last night"));
  soleus_ui_test_press_named (test, "I have called");
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "No cramps last night"));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "I have called"));
}

static void
test_verdict (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);

  add_check (test, "calf_warm", "yes");
  soleus_ui_test_show (test, soleus_verdict_page_new (test->context, NULL), 700, 800);
  g_assert_true (soleus_ui_test_find (test, GTK_TYPE_LABEL, "Today. Get medical advice today.") != NULL);
  g_assert_false (soleus_ui_test_shows (test, "Public guidance"));
  soleus_ui_test_press_named (test, "Why this card, and who says so");
  g_assert_true (soleus_ui_test_shows (test, "Public guidance"));
  soleus_ui_test_press_named (test, "I have called");
  g_assert_true (soleus_warnings_today_is_answered (soleus_context_get_warnings (test->context)));
}

/* The card can be asked to come back; it says when, and keeps it for the program that reminds. */
static void
test_remind (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autofree char *time = NULL, *said = NULL;
  SoleusTime until, now = soleus_clock_get_now (test->clock);

  add_check (test, "calf_warm", "yes");
  soleus_ui_test_show (test, soleus_verdict_page_new (test->context, NULL), 700, 800);
  soleus_ui_test_press_named (test, "Remind me in 2 hours");
  soleus_ui_test_settle (test);
  g_assert_true (soleus_reminder_find_asked (soleus_context_get_diary (test->context), &until));
  g_assert_cmpint (until.utc, ==, now.utc + 7200);
  time = soleus_words_time (until);
  said = g_strdup_printf ("You will be reminded at %s.", time);
  g_assert_cmpstr (test->said, ==, said);
  g_assert_true (soleus_ui_test_shows (test, said));
  g_assert_null (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "Remind me in 2 hours"));
  g_assert_nonnull (soleus_ui_test_find (test, GTK_TYPE_BUTTON, "I have called"));
}

static void
test_print (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *content = NULL;
  gsize length;

  for (int i = 0; i < 28; i++)
    {
      g_autofree char *start = g_strdup_printf ("2026-02-%02dT03:00:00+01:00", i + 1);

      g_object_unref (soleus_ui_test_add_cramp (test, start, "calf", "left", 5, NULL));
    }
  add_check (test, "swelling_side", "left");
  soleus_ui_test_show (test, gtk_label_new ("A page"), 500, 400);
  operation = soleus_clinic_print_prepare (test->context);
  path = g_build_filename (test->folder, "clinic.pdf", NULL);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (test->window), &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  g_assert_cmpuint (length, >, 3000);
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);

  g_test_add_func ("/warning-pages/none-of-these", test_none_of_these);
  g_test_add_func ("/warning-pages/card", test_card);
  g_test_add_func ("/warning-pages/today", test_today);
  g_test_add_func ("/warning-pages/verdict", test_verdict);
  g_test_add_func ("/warning-pages/remind", test_remind);
  g_test_add_func ("/warning-pages/print", test_print);
  return g_test_run ();
}
