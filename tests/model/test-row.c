/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values and their limits, for every field of every kind as the table of kinds describes it. */
#include "model/soleus-row.h"

#include <string.h>

#include "lib/soleus-random-record.h"

static char *
repeat (const char *piece,
        gint64      n)
{
  GString *text = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

/* Whether a row that is valid otherwise is so with this field; a refusal names it. */
static gboolean
field_is_valid (SoleusRow  *row,
                const char *field)
{
  g_autoptr (GError) error = NULL;

  if (soleus_row_validate (row, &error))
    return TRUE;
  g_assert_true (error->domain == SOLEUS_MODEL_ERROR);
  g_assert_true (g_str_has_prefix (error->message, field));
  return FALSE;
}

static void
check_text (SoleusRow         *row,
            const SoleusField *field)
{
  static const char *const refused[] = { "a\001b", "a\rb", "a\033[31m", "\xff", "a\xc3", "\xed\xa0\x80", "\xc0\x80" };
  g_autofree char *longest = repeat ("é", field->max);
  g_autofree char *too_long = repeat ("é", field->max + 1);

  soleus_row_set_text (row, field->name, longest);
  g_assert_true (field_is_valid (row, field->name));
  soleus_row_set_text (row, field->name, too_long);
  g_assert_false (field_is_valid (row, field->name));
  /* As an archive hands it over: past the setter, which cleans what a person pastes. */
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      SoleusValue *value = &row->values[soleus_fields_find (row->fields, field->name)];

      g_free (value->text);
      value->text = g_strdup (refused[i]);
      g_assert_false (field_is_valid (row, field->name));
    }
  soleus_row_set_text (row, field->name, "a\n");
  g_assert_true (field_is_valid (row, field->name));
}

static void
check_id (SoleusRow         *row,
          const SoleusField *field)
{
  static const char *const refused[] = { "a b", "a/b", "ä", "a\n", "A3;", "<a>", "a,b" };
  g_autofree char *longest = repeat ("a", field->max);
  g_autofree char *too_long = repeat ("a", field->max + 1);

  soleus_row_set_text (row, field->name, longest);
  g_assert_true (field_is_valid (row, field->name));
  soleus_row_set_text (row, field->name, too_long);
  g_assert_false (field_is_valid (row, field->name));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      soleus_row_set_text (row, field->name, refused[i]);
      g_assert_false (field_is_valid (row, field->name));
    }
  soleus_row_set_text (row, field->name, "A5-bed_x.1:z");
  g_assert_true (field_is_valid (row, field->name));
}

static void
check_reference (SoleusRow         *row,
                 const SoleusField *field)
{
  static const char *const refused[] = {
    "x", "6BA7B810-9dad-11d1-80b4-00c04fd430c8", "6ba7b8109dad11d180b400c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430c",
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8a", "6ba7b810-9dad-11d1-80b4-00c04fd430cg", "6ba7b810_9dad-11d1-80b4-00c04fd430c8",
    "{6ba7b810-9dad-11d1-80b4-00c04fd430c8}"
  };

  soleus_row_set_text (row, field->name, "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  g_assert_true (field_is_valid (row, field->name));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      soleus_row_set_text (row, field->name, refused[i]);
      g_assert_false (field_is_valid (row, field->name));
    }
}

static void
check_number (SoleusRow         *row,
              const SoleusField *field)
{
  g_assert_cmpint (field->min, <=, field->max);
  soleus_row_set_number (row, field->name, field->min);
  g_assert_true (field_is_valid (row, field->name));
  soleus_row_set_number (row, field->name, field->max);
  g_assert_true (field_is_valid (row, field->name));
  soleus_row_set_number (row, field->name, field->min - 1);
  g_assert_false (field_is_valid (row, field->name));
  soleus_row_set_number (row, field->name, field->max + 1);
  g_assert_false (field_is_valid (row, field->name));
  soleus_row_set_number (row, field->name, G_MAXINT64);
  g_assert_false (field_is_valid (row, field->name));
  soleus_row_set_number (row, field->name, G_MININT64);
  g_assert_false (field_is_valid (row, field->name));
}

static void
check_time (SoleusRow         *row,
            const SoleusField *field)
{
  static const struct
  {
    SoleusTime time;
    gboolean valid;
  } rows[] = {
    { { SOLEUS_TIME_MIN, 0 }, TRUE },
    { { SOLEUS_TIME_MIN - 1, 0 }, FALSE },
    { { SOLEUS_TIME_MAX, SOLEUS_OFFSET_LIMIT }, TRUE },
    { { SOLEUS_TIME_MAX + 1, 0 }, FALSE },
    { { SOLEUS_TIME_MIN, -SOLEUS_OFFSET_LIMIT }, TRUE },
    { { SOLEUS_TIME_MIN, -SOLEUS_OFFSET_LIMIT - 1 }, FALSE },
    { { SOLEUS_TIME_MIN, SOLEUS_OFFSET_LIMIT + 1 }, FALSE },
    { { G_MAXINT64, 0 }, FALSE },
    { { 0, 0 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      soleus_row_set_time (row, field->name, rows[i].time);
      g_assert_cmpint (field_is_valid (row, field->name), ==, rows[i].valid);
    }
}

static void
check_date (SoleusRow         *row,
            const SoleusField *field)
{
  soleus_row_set_date (row, field->name, SOLEUS_DATE_MIN);
  g_assert_true (field_is_valid (row, field->name));
  soleus_row_set_date (row, field->name, SOLEUS_DATE_MIN - 1);
  g_assert_false (field_is_valid (row, field->name));
  soleus_row_set_date (row, field->name, SOLEUS_DATE_MAX);
  g_assert_true (field_is_valid (row, field->name));
  soleus_row_set_date (row, field->name, SOLEUS_DATE_MAX + 1);
  g_assert_false (field_is_valid (row, field->name));
  soleus_row_set_date (row, field->name, SOLEUS_DATE_NONE);
  g_assert_false (soleus_row_has (row, field->name));
}

static void check_fields (const SoleusRow *valid);

static void
check_list (SoleusRow         *row,
            const SoleusField *field)
{
  g_autoptr (SoleusRow) item = soleus_row_copy (soleus_row_get_row (row, field->name, 0));

  check_fields (item);
  while (soleus_row_get_n_rows (row, field->name) < field->max)
    {
      SoleusRow *added = soleus_row_add_row (row, field->name);

      for (guint i = 0; i < item->n_fields; i++)
        if (item->values[i].set && item->fields[i].type == SOLEUS_FIELD_WORD)
          soleus_row_set_text (added, item->fields[i].name, item->values[i].word);
        else if (item->values[i].set && (item->fields[i].type == SOLEUS_FIELD_TEXT || item->fields[i].type == SOLEUS_FIELD_ID || item->fields[i].type == SOLEUS_FIELD_REFERENCE))
          soleus_row_set_text (added, item->fields[i].name, item->values[i].text);
        else
          added->values[i] = item->values[i];
    }
  g_assert_true (field_is_valid (row, field->name));
  soleus_row_add_row (row, field->name);
  g_assert_false (field_is_valid (row, field->name));
  soleus_row_remove_row (row, field->name, (guint) field->max);
  g_assert_true (field_is_valid (row, field->name));
  while (soleus_row_get_n_rows (row, field->name) > 0)
    soleus_row_remove_row (row, field->name, 0);
  g_assert_false (soleus_row_has (row, field->name));
}

static void
check_field (const SoleusRow   *valid,
             const SoleusField *field)
{
  g_autoptr (SoleusRow) row = soleus_row_copy (valid);
  g_autoptr (GError) error = NULL;

  switch (field->type)
    {
    case SOLEUS_FIELD_TEXT:
      check_text (row, field);
      break;
    case SOLEUS_FIELD_WORD:
      for (guint i = 0; field->words->words[i] != NULL; i++)
        {
          soleus_row_set_text (row, field->name, field->words->words[i]);
          g_assert_cmpstr (soleus_row_get_text (row, field->name), ==, field->words->words[i]);
          g_assert_true (field_is_valid (row, field->name));
        }
      g_assert_false (soleus_row_take_word (row, (guint) soleus_fields_find (row->fields, field->name), "Xylophone", &error));
      g_assert_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_UNKNOWN);
      g_assert_null (strstr (error->message, "Xylophone"));
      break;
    case SOLEUS_FIELD_ID:
      check_id (row, field);
      break;
    case SOLEUS_FIELD_REFERENCE:
      check_reference (row, field);
      break;
    case SOLEUS_FIELD_TIME:
      check_time (row, field);
      break;
    case SOLEUS_FIELD_DATE:
      check_date (row, field);
      break;
    case SOLEUS_FIELD_LIST:
      check_list (row, field);
      break;
    case SOLEUS_FIELD_INTEGER:
    case SOLEUS_FIELD_DECIMAL:
    case SOLEUS_FIELD_BOOLEAN:
    default:
      check_number (row, field);
      break;
    }
  soleus_row_clear (row, field->name);
  g_assert_false (soleus_row_has (row, field->name));
  g_assert_cmpint (field_is_valid (row, field->name), ==, !field->required);
}

static void
check_fields (const SoleusRow *valid)
{
  for (guint i = 0; i < valid->n_fields; i++)
    {
      g_assert_cmpint (soleus_fields_find (valid->fields, valid->fields[i].name), ==, (int) i);
      check_field (valid, &valid->fields[i]);
    }
}

static void
test_limits (gconstpointer data)
{
  const SoleusKindInfo *info = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (SoleusRecord) record = soleus_random_record_full (rand, info->kind);

  check_fields (soleus_record_get_values (record));
}

/* A needed value that is absent is told by its name, wherever it stands. */
static void
test_needed (gconstpointer data)
{
  const SoleusKindInfo *info = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; info->fields[i].name != NULL; i++)
    {
      g_autoptr (SoleusRecord) record = soleus_random_record_full (rand, info->kind);
      SoleusRow *row = soleus_record_get_values (record);
      g_autoptr (GError) error = NULL;

      soleus_row_clear (row, info->fields[i].name);
      g_assert_cmpint (soleus_row_validate (row, &error), ==, !info->fields[i].required);
      if (info->fields[i].required)
        {
          g_assert_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_MISSING);
          g_assert_true (g_str_has_prefix (error->message, info->fields[i].name));
        }
    }
}

static void
test_copies (gconstpointer data)
{
  const SoleusKindInfo *info = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);

  for (int n = 0; n < 50; n++)
    {
      g_autoptr (SoleusRecord) record = n % 2 == 0 ? soleus_random_record (rand, info->kind) : soleus_random_record_full (rand, info->kind);
      SoleusRow *row = soleus_record_get_values (record);
      g_autoptr (SoleusRow) copy = soleus_row_copy (row);

      g_assert_true (soleus_row_equal (row, copy));
      for (guint i = 0; i < row->n_fields; i++)
        {
          g_autoptr (SoleusRow) other = soleus_row_copy (row);
          const SoleusField *field = &row->fields[i];

          if (!row->values[i].set)
            continue;
          soleus_row_clear (other, field->name);
          g_assert_false (soleus_row_equal (row, other));
          g_assert_false (soleus_row_equal (other, row));
          if (field->type == SOLEUS_FIELD_LIST)
            {
              /* The rows of the copy are its own. */
              soleus_row_add_row (copy, field->name);
              g_assert_cmpuint (soleus_row_get_n_rows (row, field->name) + 1, ==, soleus_row_get_n_rows (copy, field->name));
              g_assert_false (soleus_row_equal (row, copy));
              soleus_row_remove_row (copy, field->name, soleus_row_get_n_rows (copy, field->name) - 1);
              if (soleus_row_has (soleus_row_get_row (copy, field->name, 0), field->rows[0].name))
                {
                  soleus_row_clear (soleus_row_get_row (copy, field->name, 0), field->rows[0].name);
                  g_assert_false (soleus_row_equal (row, copy));
                }
              soleus_row_free (copy);
              copy = soleus_row_copy (row);
            }
          if (field->type == SOLEUS_FIELD_TEXT)
            g_assert_true (soleus_row_get_text (row, field->name) != soleus_row_get_text (copy, field->name));
        }
    }
}

static void
test_absent (void)
{
  g_autoptr (SoleusRow) row = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_EPISODE)->fields);
  SoleusTime time = { 5, 5 };

  g_assert_null (soleus_row_get_text (row, "note"));
  g_assert_cmpint (soleus_row_get_number (row, "pain", -7), ==, -7);
  g_assert_cmpint (soleus_row_get_answer (row, "woke"), ==, SOLEUS_NOT_ANSWERED);
  g_assert_false (soleus_row_get_time (row, "start", &time));
  g_assert_cmpint (time.utc, ==, 5);
  g_assert_cmpint (soleus_row_get_date (row, "night"), ==, SOLEUS_DATE_NONE);
  g_assert_cmpuint (soleus_row_get_n_rows (row, "sites"), ==, 0);

  soleus_row_set_answer (row, "woke", SOLEUS_NO);
  g_assert_cmpint (soleus_row_get_answer (row, "woke"), ==, SOLEUS_NO);
  g_assert_true (soleus_row_has (row, "woke"));
  soleus_row_set_answer (row, "woke", SOLEUS_NOT_ANSWERED);
  g_assert_false (soleus_row_has (row, "woke"));
  soleus_row_set_text (row, "note", "x");
  soleus_row_set_text (row, "note", soleus_row_get_text (row, "note"));
  g_assert_cmpstr (soleus_row_get_text (row, "note"), ==, "x");
  soleus_row_set_text (row, "note", "");
  g_assert_false (soleus_row_has (row, "note"));
}

static void
test_unknown_field (void)
{
  g_autoptr (SoleusRow) row = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_EPISODE)->fields);

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*No field is called*");
  g_assert_false (soleus_row_has (row, "xylophone"));
  g_test_assert_expected_messages ();
}

static void
test_decimals (void)
{
  static const struct
  {
    const char *text;
    gint64 thousandths;
  } taken[] = {
    { "0", 0 }, { "38.2", 38200 }, { "38", 38000 }, { "38.205", 38205 }, { "0.001", 1 }, { "-5", -5000 }, { "-0.5", -500 }, { "007", 7000 }, { "1.000", 1000 },
  };
  static const char *const refused[] = {
    "", "-", ".", "1.", ".5", "1.2345", "1,5", "1e3", "+1", " 1", "1 ", "0x10", "1.2.3", "--1", "1-", "9999999999999999", "inf", "nan", "１"
  };
  gint64 value = 77;

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_assert_true (soleus_decimal_parse (taken[i].text, &value));
      g_assert_cmpint (value, ==, taken[i].thousandths);
    }
  value = 77;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (soleus_decimal_parse (refused[i], &value))
      g_error ("taken as a number: %s", refused[i]);
  g_assert_cmpint (value, ==, 77);
}

static gboolean
parse (SoleusRow  *row,
       const char *field,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean done = soleus_row_parse (row, (guint) soleus_fields_find (row->fields, field), text, &error);

  g_assert_true (done == (error == NULL));
  return done;
}

static void
test_parse (void)
{
  g_autoptr (SoleusRow) row = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_EPISODE)->fields);
  g_autoptr (SoleusRow) drink = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_DRINK)->fields);
  SoleusTime time;

  g_assert_true (parse (row, "precision", "about"));
  g_assert_false (parse (row, "precision", "About"));
  g_assert_cmpstr (soleus_row_get_text (row, "precision"), ==, "about");
  g_assert_true (parse (row, "pain", "8"));
  g_assert_false (parse (row, "pain", "8.5"));
  g_assert_false (parse (row, "pain", "99999999999999999999"));
  g_assert_cmpint (soleus_row_get_number (row, "pain", -1), ==, 8);
  g_assert_true (parse (row, "woke", "yes"));
  g_assert_cmpint (soleus_row_get_answer (row, "woke"), ==, SOLEUS_YES);
  g_assert_true (parse (row, "woke", "no"));
  g_assert_cmpint (soleus_row_get_answer (row, "woke"), ==, SOLEUS_NO);
  g_assert_false (parse (row, "woke", "maybe"));
  g_assert_true (parse (row, "start", "2026-03-03T02:40:00+01:00"));
  g_assert_false (parse (row, "start", "yesterday"));
  g_assert_true (soleus_row_get_time (row, "start", &time));
  g_assert_cmpint (time.offset, ==, 60);
  g_assert_true (parse (row, "night", "2026-03-03"));
  g_assert_false (parse (row, "night", "2026-02-30"));
  g_assert_true (parse (row, "sites", "calf:left,sole"));
  g_assert_cmpuint (soleus_row_get_n_rows (row, "sites"), ==, 2);
  g_assert_cmpstr (soleus_row_get_text (soleus_row_get_row (row, "sites", 0), "side"), ==, "left");
  g_assert_false (soleus_row_has (soleus_row_get_row (row, "sites", 1), "side"));
  g_assert_true (parse (row, "tried", "A5-bed:a-little:5"));
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (row, "tried", 0), "started_after_min", -1), ==, 5);
  g_assert_false (parse (row, "sites", "wing"));
  g_assert_true (parse (row, "note", "It hurt: a lot, really"));
  g_assert_false (parse (row, "note", "\xff"));
  g_assert_true (parse (drink, "amount_ml", "250.5"));
  g_assert_cmpint (soleus_row_get_number (drink, "amount_ml", 0), ==, 250500);
  g_assert_false (parse (drink, "amount_ml", "250ml"));
}

/* What was pasted can be saved, whatever it holds. */
static void
test_pasted_text (void)
{
  static const struct
  {
    const char *pasted;
    const char *kept;
  } cases[] = {
    { "one\r\ntwo", "one\ntwo" }, { "one\rtwo", "one\ntwo" }, { "one\ntwo\tthree", "one\ntwo\tthree" },
    { "a\fb\vc\001d", "a b c d" }, { "\r", "\n" }, { "größer", "größer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusRow) row = soleus_row_new (soleus_kind_get_info (SOLEUS_KIND_HABIT)->fields);

      soleus_row_set_date (row, "day", 0);
      soleus_row_set_text (row, "habit", "heels");
      soleus_row_set_text (row, "note", cases[i].pasted);
      g_assert_cmpstr (soleus_row_get_text (row, "note"), ==, cases[i].kept);
      g_assert_true (soleus_row_validate (row, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } tests[] = { { "limits", test_limits }, { "needed", test_needed }, { "copies", test_copies } };

  g_test_init (&argc, &argv, NULL);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
      {
        const SoleusKindInfo *info = soleus_kind_get_info ((SoleusKind) kind);
        g_autofree char *path = g_strdup_printf ("/row/%s/%s", tests[i].name, info->name);

        g_test_add_data_func (path, info, tests[i].func);
      }
  g_test_add_func ("/row/absent", test_absent);
  g_test_add_func ("/row/pasted-text", test_pasted_text);
  g_test_add_func ("/row/unknown-field", test_unknown_field);
  g_test_add_func ("/row/decimals", test_decimals);
  g_test_add_func ("/row/parse", test_parse);
  return g_test_run ();
}
