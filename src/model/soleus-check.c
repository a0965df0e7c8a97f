/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How questions of a warning check are answered: a row of (fact, value) for each. A question without a row was not
 * answered. */
#include "model/soleus-check.h"

#include <string.h>

static gboolean
fail (GError    **error,
      const char *fact,
      const char *message)
{
  g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_TYPE, "%s %s", fact, message);
  return FALSE;
}

/* Puts a row of its own in the place of what was answered to the same question before. */
static void
keep_answer (SoleusRow       *check,
             const SoleusRow *answer)
{
  const char *fact = soleus_row_get_text (answer, "fact");
  SoleusRow *row = NULL;

  for (guint i = 0; row == NULL && i < soleus_row_get_n_rows (check, "answers"); i++)
    if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (check, "answers", i), "fact"), fact) == 0)
      row = soleus_row_get_row (check, "answers", i);
  if (row == NULL)
    row = soleus_row_add_row (check, "answers");
  for (guint i = 0; i < row->n_fields; i++)
    row->values[i] = answer->values[i]; /* words and numbers alone, which own nothing */
}

/* "past", or "past:5" for five days ago. */
static gboolean
read_past (SoleusRow  *row,
           const char *text)
{
  gint64 days;

  if (!g_str_has_prefix (text, "past"))
    return FALSE;
  if (text[4] == '\0')
    return TRUE;
  if (text[4] != ':' || !g_ascii_string_to_signed (text + 5, 10, 1, 14, &days, NULL))
    return FALSE;
  soleus_row_set_number (row, "days_ago", days);
  return TRUE;
}

/**
 * soleus_check_answer:
 * @check: the values of a check
 * @fact: a question
 * @value: its answer as typed: "yes", "no", "past" or "past:5" (days ago) for signs; a side, with ":past" after it if
 *   it is gone, for swelling; "38.2C" for the temperature; a whole number for numbers
 * @error: return location
 *
 * Answers one question; a later answer to the same question replaces the earlier one, and one that is refused changes
 * nothing.
 *
 * Returns: whether @fact and @value exist
 */
gboolean
soleus_check_answer (SoleusRow  *check,
                     const char *fact,
                     const char *value,
                     GError    **error)
{
  const char *known = soleus_vocabulary_find (&soleus_facts, fact);
  g_autofree char *number = NULL;
  g_autoptr (SoleusRow) row = NULL;
  const char *past;
  gint64 amount;

  if (known == NULL)
    {
      g_set_error_literal (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_UNKNOWN, "there is no such fact");
      return FALSE;
    }

  row = soleus_row_new (check->fields[soleus_fields_find (check->fields, "answers")].rows);
  soleus_row_set_text (row, "fact", known);
  past = strstr (value, ":past");
  number = past != NULL ? g_strndup (value, (gsize) (past - value)) : g_strdup (value);

  switch (soleus_fact_get_type (known))
    {
    case SOLEUS_FACT_SIGN:
      if (read_past (row, value))
        soleus_row_set_text (row, "value", "past");
      else if (g_str_equal (value, "yes") || g_str_equal (value, "no"))
        soleus_row_set_text (row, "value", value);
      else
        return fail (error, known, "is answered by yes, no or past");
      break;
    case SOLEUS_FACT_SWELLING:
      if (soleus_vocabulary_index (&soleus_answers, number) < soleus_vocabulary_index (&soleus_answers, "left"))
        return fail (error, known, "is answered by left, right, both-equal, both-unequal or none");
      soleus_row_set_text (row, "value", number);
      break;
    case SOLEUS_FACT_TEMPERATURE:
      if (!g_str_has_suffix (number, "C") && !g_str_has_suffix (number, "F"))
        return fail (error, known, "needs its unit, C or F");
      soleus_row_set_text (row, "unit", g_str_has_suffix (number, "C") ? "C" : "F");
      number[strlen (number) - 1] = '\0';
      if (!soleus_decimal_parse (number, &amount))
        return fail (error, known, "is a number such as 38.2C");
      soleus_row_set_number (row, "number", amount);
      break;
    case SOLEUS_FACT_NUMBER:
    default:
      if (!g_ascii_string_to_signed (number, 10, 0, 10000, &amount, NULL))
        return fail (error, known, "is a whole number");
      soleus_row_set_number (row, "number", amount * 1000);
      break;
    }

  if (past != NULL && soleus_fact_get_type (known) != SOLEUS_FACT_SIGN)
    {
      if (!read_past (row, past + 1))
        return fail (error, known, "was at most 14 days ago");
      soleus_row_set_answer (row, "past", SOLEUS_YES);
    }
  keep_answer (check, row);
  return TRUE;
}

/**
 * soleus_check_answer_none_of_eight:
 * @check: the values of a check
 *
 * Answers all eight emergency questions with no.
 */
void
soleus_check_answer_none_of_eight (SoleusRow *check)
{
  for (guint i = 0; soleus_facts.words[i] != NULL && soleus_fact_is_emergency (soleus_facts.words[i]); i++)
    switch (soleus_fact_get_type (soleus_facts.words[i]))
      {
      case SOLEUS_FACT_SIGN:
        soleus_check_answer (check, soleus_facts.words[i], "no", NULL);
        break;
      case SOLEUS_FACT_SWELLING:
        soleus_check_answer (check, soleus_facts.words[i], "none", NULL);
        break;
      case SOLEUS_FACT_TEMPERATURE: /* fever: no answers the question */
      case SOLEUS_FACT_NUMBER:
      default:
        break;
      }
}

/* Whether an answer says that what was asked for is not there, and was not in the last days either. A temperature is judged
 * by its question. */
static gboolean
is_no (const SoleusRow *answer)
{
  const char *value = soleus_row_get_text (answer, "value");

  return value != NULL && (g_str_equal (value, "no") || g_str_equal (value, "none") || g_str_equal (value, "both-equal"));
}

/**
 * soleus_check_denies_all_eight:
 * @check: the values of a check
 *
 * Returns: whether all eight emergency questions are answered with no; a fever that was only measured is not
 */
gboolean
soleus_check_denies_all_eight (const SoleusRow *check)
{
  for (guint i = 0; soleus_facts.words[i] != NULL && soleus_fact_is_emergency (soleus_facts.words[i]); i++)
    {
      gboolean denied = soleus_fact_get_type (soleus_facts.words[i]) == SOLEUS_FACT_TEMPERATURE;

      for (guint k = 0; !denied && k < soleus_row_get_n_rows (check, "answers"); k++)
        {
          const SoleusRow *answer = soleus_row_get_row (check, "answers", k);

          denied = g_str_equal (soleus_row_get_text (answer, "fact"), soleus_facts.words[i]) && is_no (answer);
        }
      if (!denied)
        return FALSE;
    }
  return TRUE;
}

static gboolean
validate_answer (const SoleusRow *row,
                 GError         **error)
{
  const char *fact = soleus_row_get_text (row, "fact");
  int value = soleus_vocabulary_index (&soleus_answers, soleus_row_get_text (row, "value"));
  int first_side = soleus_vocabulary_index (&soleus_answers, "left");
  gboolean past = g_strcmp0 (soleus_row_get_text (row, "value"), "past") == 0 || soleus_row_get_answer (row, "past") == SOLEUS_YES;
  gboolean number = soleus_row_has (row, "number");
  gboolean unit = soleus_row_has (row, "unit");

  if (soleus_row_has (row, "days_ago") && !past)
    return fail (error, fact, "has days_ago but is not past");

  switch (soleus_fact_get_type (fact))
    {
    case SOLEUS_FACT_SIGN:
      return (value >= 0 && value < first_side && !number && !unit && !soleus_row_has (row, "past")) || fail (error, fact, "is answered by yes, no or past");
    case SOLEUS_FACT_SWELLING:
      return (value >= first_side && !number && !unit) || fail (error, fact, "is answered by left, right, both-equal, both-unequal or none");
    case SOLEUS_FACT_TEMPERATURE:
      return (value < 0 && number && unit && soleus_row_get_number (row, "number", 0) <= 200 * 1000) || fail (error, fact, "is a number with its unit, C or F");
    case SOLEUS_FACT_NUMBER:
    default:
      return (value < 0 && number && !unit && soleus_row_get_number (row, "number", 0) % 1000 == 0) || fail (error, fact, "is a whole number");
    }
}

/**
 * soleus_check_validate:
 * @check: the values of a check, each valid by itself
 * @error: return location
 *
 * Returns: whether each question is answered once, and in its own way
 */
gboolean
soleus_check_validate (const SoleusRow *check,
                       GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < soleus_row_get_n_rows (check, "answers"); i++)
    {
      const SoleusRow *row = soleus_row_get_row (check, "answers", i);

      if (!g_hash_table_add (seen, (gpointer) soleus_row_get_text (row, "fact")))
        return fail (error, soleus_row_get_text (row, "fact"), "is answered twice");
      if (!validate_answer (row, error))
        return FALSE;
    }
  return TRUE;
}
