/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The profile under the rows of the preferences: no change gets lost, whoever holds the diary meanwhile. */
#include "soleus-ui-test.h"

#include "store/soleus-database.h"
#include "ui/preferences/soleus-profile-form.h"

#define NOW "2026-03-03T08:10:00+01:00"
#define WAIT_US (40 * G_USEC_PER_SEC)

static SoleusAnswer
get_kept (SoleusUiTest *test,
          const char   *field)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (test->diary, SOLEUS_KIND_PROFILE, NULL);

  return soleus_row_get_answer (soleus_record_get_values (profile), field);
}

static SoleusAnswer
get_shown (SoleusProfileForm *form,
           const char        *field)
{
  return soleus_row_get_answer (soleus_profile_form_get_values (form), field);
}

static void
test_empty (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusProfileForm) form = soleus_profile_form_new (test->context);
  const SoleusRow *values = soleus_profile_form_get_values (form);
  gint64 n;

  for (guint i = 0; i < values->n_fields; i++)
    g_assert_false (soleus_row_has (values, values->fields[i].name));
  g_assert_true (soleus_diary_count (test->diary, &n, NULL));
  g_assert_cmpint (n, ==, 0);
}

static void
test_answer (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusProfileForm) form = soleus_profile_form_new (test->context);

  soleus_profile_form_set_answer (form, "fall_risk", SOLEUS_YES, NULL);
  g_assert_cmpint (get_kept (test, "fall_risk"), ==, SOLEUS_YES);
  soleus_profile_form_set_answer (form, "fall_risk", SOLEUS_NO, NULL);
  g_assert_cmpint (get_kept (test, "fall_risk"), ==, SOLEUS_NO);
  soleus_profile_form_set_answer (form, "fall_risk", SOLEUS_NOT_ANSWERED, NULL);
  g_assert_cmpint (get_kept (test, "fall_risk"), ==, SOLEUS_NOT_ANSWERED);
}

static void
test_detail (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusProfileForm) form = soleus_profile_form_new (test->context);
  g_autoptr (SoleusRecord) profile = NULL;

  soleus_profile_form_set_answer (form, "pregnant", SOLEUS_YES, "due_date");
  profile = soleus_profile_form_copy (form);
  soleus_row_set_date (soleus_record_get_values (profile), "due_date", soleus_ui_test_date ("2026-06-01"));
  soleus_profile_form_keep (form, profile, NULL);
  g_assert_true (soleus_row_has (soleus_profile_form_get_values (form), "due_date"));
  soleus_profile_form_set_answer (form, "pregnant", SOLEUS_NOT_ANSWERED, "due_date");
  g_assert_false (soleus_row_has (soleus_profile_form_get_values (form), "due_date"));
}

static void
test_conditions (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusProfileForm) form = soleus_profile_form_new (test->context);

  for (guint i = 0; soleus_conditions.words[i] != NULL; i++)
    soleus_profile_form_set_condition (form, soleus_conditions.words[i], TRUE);
  soleus_profile_form_set_condition (form, "diabetes", FALSE);
  soleus_ui_test_settle (test);
  for (guint i = 0; soleus_conditions.words[i] != NULL; i++)
    g_assert_cmpint (soleus_profile_form_has_condition (form, soleus_conditions.words[i]), ==, !g_str_equal (soleus_conditions.words[i], "diabetes"));
}

static void
test_undo (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusProfileForm) form = soleus_profile_form_new (test->context);

  soleus_profile_form_set_answer (form, "fall_risk", SOLEUS_YES, NULL);
  soleus_ui_test_settle (test);
  soleus_profile_form_set_answer (form, "fall_risk", SOLEUS_NO, NULL);
  soleus_ui_test_settle (test);
  soleus_keeper_undo (soleus_context_get_keeper (test->context));
  soleus_ui_test_settle (test);
  g_assert_cmpint (get_shown (form, "fall_risk"), ==, SOLEUS_YES);
}

static void
wait_for_answer (SoleusUiTest *test,
                 const char   *field)
{
  gint64 until = g_get_monotonic_time () + WAIT_US;

  while (get_kept (test, field) == SOLEUS_NOT_ANSWERED && g_get_monotonic_time () < until)
    soleus_ui_test_settle (test);
}

/* The second change is made while the first one still waits; both must be there in the end. */
static void
test_waiting (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusProfileForm) form = soleus_profile_form_new (test->context);
  g_autoptr (SoleusDatabase) other = soleus_database_open (soleus_context_get_path (test->context), SOLEUS_OPEN_WRITE, 0, NULL);

  g_assert_true (soleus_database_execute (other, "BEGIN IMMEDIATE", NULL));
  soleus_profile_form_set_answer (form, "fall_risk", SOLEUS_YES, NULL);
  soleus_profile_form_set_answer (form, "numb_feet", SOLEUS_NO, NULL);
  soleus_ui_test_settle (test);
  g_assert_true (soleus_keeper_is_waiting (soleus_context_get_keeper (test->context)));
  g_assert_cmpint (get_shown (form, "fall_risk"), ==, SOLEUS_YES);
  g_assert_cmpint (get_kept (test, "fall_risk"), ==, SOLEUS_NOT_ANSWERED);

  g_assert_true (soleus_database_execute (other, "COMMIT", NULL));
  wait_for_answer (test, "numb_feet");
  soleus_ui_test_settle (test);
  g_assert_cmpint (get_kept (test, "fall_risk"), ==, SOLEUS_YES);
  g_assert_cmpint (get_kept (test, "numb_feet"), ==, SOLEUS_NO);
  g_assert_cmpint (get_shown (form, "fall_risk"), ==, SOLEUS_YES);
}

static void
failed_cb (SoleusProfileForm *form,
           const GError      *error,
           guint             *n_failed)
{
  (*n_failed)++;
}

/* What could not be kept is not shown as if it were. */
static void
test_failure (void)
{
  g_autoptr (SoleusUiTest) test = soleus_ui_test_new (NOW);
  g_autoptr (SoleusProfileForm) form = soleus_profile_form_new (test->context);
  g_autoptr (SoleusRecord) profile = soleus_profile_form_copy (form);
  guint n_failed = 0;

  g_signal_connect (form, "failed", G_CALLBACK (failed_cb), &n_failed);
  soleus_row_set_number (soleus_record_get_values (profile), "birth_year", 1);
  soleus_profile_form_keep (form, profile, NULL);
  soleus_ui_test_settle (test);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_false (soleus_row_has (soleus_profile_form_get_values (form), "birth_year"));
}

int
main (int   argc,
      char *argv[])
{
  soleus_ui_test_init (&argc, &argv);
  g_test_add_func ("/profile-form/empty", test_empty);
  g_test_add_func ("/profile-form/answer", test_answer);
  g_test_add_func ("/profile-form/detail", test_detail);
  g_test_add_func ("/profile-form/conditions", test_conditions);
  g_test_add_func ("/profile-form/undo", test_undo);
  g_test_add_func ("/profile-form/waiting", test_waiting);
  g_test_add_func ("/profile-form/failure", test_failure);
  return g_test_run ();
}
