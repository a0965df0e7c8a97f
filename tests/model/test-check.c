/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to warning questions: what each question takes, what it refuses, and that silence stays silence. */
#include "model/soleus-check.h"

#include "model/soleus-record.h"

static const SoleusRow *
find_answer (const SoleusRow *check,
             const char      *fact)
{
  for (guint i = 0; i < soleus_row_get_n_rows (check, "answers"); i++)
    if (g_str_equal (soleus_row_get_text (soleus_row_get_row (check, "answers", i), "fact"), fact))
      return soleus_row_get_row (check, "answers", i);
  return NULL;
}

static void
test_answers (void)
{
  static const struct
  {
    const char *fact;
    const char *given;
    const char *value;
    gint64 number;
    const char *unit;
    SoleusAnswer past;
    int days_ago;
  } rows[] = {
    { "chest_pain", "yes", "yes", -1, NULL, SOLEUS_NOT_ANSWERED, -1 },
    { "chest_pain", "no", "no", -1, NULL, SOLEUS_NOT_ANSWERED, -1 },
    { "chest_pain", "past", "past", -1, NULL, SOLEUS_NOT_ANSWERED, -1 },
    { "chest_pain", "past:1", "past", -1, NULL, SOLEUS_NOT_ANSWERED, 1 },
    { "long_travel", "past:14", "past", -1, NULL, SOLEUS_NOT_ANSWERED, 14 },
    { "swelling_side", "left", "left", -1, NULL, SOLEUS_NOT_ANSWERED, -1 },
    { "swelling_side", "both-unequal", "both-unequal", -1, NULL, SOLEUS_NOT_ANSWERED, -1 },
    { "swelling_side", "none", "none", -1, NULL, SOLEUS_NOT_ANSWERED, -1 },
    { "swelling_side", "right:past", "right", -1, NULL, SOLEUS_YES, -1 },
    { "swelling_side", "right:past:3", "right", -1, NULL, SOLEUS_YES, 3 },
    { "temperature", "38.2C", NULL, 38200, "C", SOLEUS_NOT_ANSWERED, -1 },
    { "temperature", "100.8F", NULL, 100800, "F", SOLEUS_NOT_ANSWERED, -1 },
    { "temperature", "38C:past:2", NULL, 38000, "C", SOLEUS_YES, 2 },
    { "wound_days_open", "21", NULL, 21000, NULL, SOLEUS_NOT_ANSWERED, -1 },
    { "urge_weeks", "0", NULL, 0, NULL, SOLEUS_NOT_ANSWERED, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRow) check = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_CHECK)->fields);
      g_autoptr (GError) error = NULL;
      const SoleusRow *row;

      g_assert_true (soleus_check_answer (check, rows[i].fact, rows[i].given, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (soleus_row_get_n_rows (check, "answers"), ==, 1);
      row = find_answer (check, rows[i].fact);
      g_assert_cmpstr (soleus_row_get_text (row, "value"), ==, rows[i].value);
      g_assert_cmpint (soleus_row_get_number (row, "number", -1), ==, rows[i].number);
      g_assert_cmpstr (soleus_row_get_text (row, "unit"), ==, rows[i].unit);
      g_assert_cmpint (soleus_row_get_answer (row, "past"), ==, rows[i].past);
      g_assert_cmpint (soleus_row_get_number (row, "days_ago", -1), ==, rows[i].days_ago);
      g_assert_true (soleus_check_validate (check, &error));
      g_assert_no_error (error);
    }
}

/* A refused answer leaves the check as it was. */
static void
test_refused (void)
{
  static const char *const rows[][2] = {
    { "xylophone", "yes" }, { "chest_pain", "" }, { "chest_pain", "maybe" }, { "chest_pain", "YES" }, { "chest_pain", "past:0" },
    { "chest_pain", "past:15" }, { "chest_pain", "past:x" }, { "chest_pain", "past:" }, { "chest_pain", "pasta" }, { "chest_pain", "yes:past" },
    { "chest_pain", "left" }, { "chest_pain", "none" }, { "swelling_side", "yes" }, { "swelling_side", "no" }, { "swelling_side", "past" },
    { "swelling_side", "left:past:15" }, { "swelling_side", "" }, { "temperature", "38" }, { "temperature", "C" }, { "temperature", "38.2K" },
    { "temperature", "hotC" }, { "temperature", "" }, { "wound_days_open", "-1" }, { "wound_days_open", "1.5" }, { "wound_days_open", "10001" },
    { "wound_days_open", "yes" }, { "wound_days_open", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRow) check = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_CHECK)->fields);
      g_autoptr (SoleusRow) before = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (soleus_check_answer (check, "fainted", "past:3", NULL));
      g_assert_true (soleus_check_answer (check, "chest_pain", "past:3", NULL));
      before = soleus_row_copy (check);
      if (soleus_check_answer (check, rows[i][0], rows[i][1], &error))
        g_error ("%s took %s", rows[i][0], rows[i][1]);
      g_assert_error (error, SOLEUS_MODEL_ERROR, (int) error->code);
      g_assert_true (soleus_row_equal (check, before));
    }
}

static void
test_replaced (void)
{
  g_autoptr (SoleusRow) check = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_CHECK)->fields);

  g_assert_true (soleus_check_answer (check, "chest_pain", "past:3", NULL));
  g_assert_true (soleus_check_answer (check, "fainted", "no", NULL));
  g_assert_true (soleus_check_answer (check, "chest_pain", "no", NULL));
  g_assert_cmpuint (soleus_row_get_n_rows (check, "answers"), ==, 2);
  g_assert_cmpstr (soleus_row_get_text (find_answer (check, "chest_pain"), "value"), ==, "no");
  g_assert_false (soleus_row_has (find_answer (check, "chest_pain"), "days_ago"));
  g_assert_true (soleus_check_validate (check, NULL));
}

/* A damaged diary may hold an answer without its question. */
static void
test_nameless (void)
{
  g_autoptr (SoleusRow) check = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_CHECK)->fields);

  soleus_row_add_row (check, "answers");
  g_assert_true (soleus_check_answer (check, "chest_pain", "no", NULL));
  g_assert_cmpuint (soleus_row_get_n_rows (check, "answers"), ==, 2);
}

static void
test_none_of_eight (void)
{
  g_autoptr (SoleusRow) check = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_CHECK)->fields);
  static const char *const no[] = {
    "chest_pain", "breathing_difficulty", "leg_redness", "leg_rash", "fever", "skin_color_change", "leg_cool_vs_other", "no_pulse"
  };

  soleus_check_answer_none_of_eight (check);
  g_assert_true (soleus_check_validate (check, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_cmpstr (soleus_row_get_text (find_answer (check, no[i]), "value"), ==, "no");
  g_assert_cmpstr (soleus_row_get_text (find_answer (check, "swelling_side"), "value"), ==, "none");
  g_assert_null (find_answer (check, "temperature"));
  g_assert_cmpuint (soleus_row_get_n_rows (check, "answers"), ==, G_N_ELEMENTS (no) + 1);
}

/* Every fact takes an answer of its own type and no other. */
static void
test_every_fact (void)
{
  static const char *const given[] = { "yes", "left", "38.2C", "3" };

  for (guint i = 0; soleus_facts.words[i] != NULL; i++)
    {
      SoleusFactType type = soleus_fact_get_type (soleus_facts.words[i]);

      for (guint k = 0; k < G_N_ELEMENTS (given); k++)
        {
          g_autoptr (SoleusRow) check = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_CHECK)->fields);

          g_assert_cmpint (soleus_check_answer (check, soleus_facts.words[i], given[k], NULL), ==, k == (guint) type);
        }
    }
}

static gboolean
is_valid (const char *fact,
          const char *value,
          gint64      number,
          const char *unit,
          int         past,
          int         days_ago)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_CHECK);
  SoleusRow *row = soleus_row_add_row (soleus_record_get_values (record), "answers");

  soleus_row_set_time (soleus_record_get_values (record), "at", (SoleusTime) { SOLEUS_TIME_MIN, 0 });
  soleus_row_set_text (row, "fact", fact);
  soleus_row_set_text (row, "value", value);
  soleus_row_set_text (row, "unit", unit);
  if (number >= 0)
    soleus_row_set_number (row, "number", number);
  soleus_row_set_answer (row, "past", (SoleusAnswer) past);
  if (days_ago > 0)
    soleus_row_set_number (row, "days_ago", days_ago);
  return soleus_record_validate (record, NULL);
}

static void
test_validity (void)
{
  g_assert_true (is_valid ("fever", "yes", -1, NULL, -1, 0));
  g_assert_false (is_valid ("fever", NULL, -1, NULL, -1, 0));
  g_assert_false (is_valid ("fever", "left", -1, NULL, -1, 0));
  g_assert_false (is_valid ("fever", "yes", 1000, NULL, -1, 0));
  g_assert_false (is_valid ("fever", "yes", -1, "C", -1, 0));
  g_assert_false (is_valid ("fever", "yes", -1, NULL, 1, 0));
  g_assert_false (is_valid ("fever", "yes", -1, NULL, -1, 3));
  g_assert_true (is_valid ("fever", "past", -1, NULL, -1, 3));
  g_assert_false (is_valid ("fever", "past", -1, NULL, -1, 15));
  g_assert_false (is_valid ("swelling_side", "yes", -1, NULL, -1, 0));
  g_assert_true (is_valid ("swelling_side", "left", -1, NULL, 1, 3));
  g_assert_false (is_valid ("swelling_side", "left", -1, NULL, 0, 3));
  g_assert_true (is_valid ("temperature", NULL, 200000, "F", -1, 0));
  g_assert_false (is_valid ("temperature", NULL, 200001, "F", -1, 0));
  g_assert_false (is_valid ("temperature", NULL, 38000, NULL, -1, 0));
  g_assert_false (is_valid ("temperature", "yes", 38000, "C", -1, 0));
  g_assert_true (is_valid ("urge_weeks", NULL, 3000, NULL, -1, 0));
  g_assert_false (is_valid ("urge_weeks", NULL, 3500, NULL, -1, 0));
  g_assert_false (is_valid ("urge_weeks", NULL, 3000, "C", -1, 0));
  g_assert_false (is_valid ("urge_weeks", NULL, -1, NULL, -1, 0));
}

static void
test_twice (void)
{
  g_autoptr (SoleusRow) check = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_CHECK)->fields);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      SoleusRow *row = soleus_row_add_row (check, "answers");

      soleus_row_set_text (row, "fact", "fever");
      soleus_row_set_text (row, "value", "no");
    }
  g_assert_false (soleus_check_validate (check, &error));
  g_assert_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_TYPE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/answers", test_answers);
  g_test_add_func ("/check/refused", test_refused);
  g_test_add_func ("/check/replaced", test_replaced);
  g_test_add_func ("/check/nameless", test_nameless);
  g_test_add_func ("/check/none-of-eight", test_none_of_eight);
  g_test_add_func ("/check/every-fact", test_every_fact);
  g_test_add_func ("/check/validity", test_validity);
  g_test_add_func ("/check/twice", test_twice);
  return g_test_run ();
}
