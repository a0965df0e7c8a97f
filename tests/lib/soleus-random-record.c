/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every field gets a value within its limits, often one at the very limit; then the few rules that hold between fields
 * are put right. The same seed gives the same records. */
#include "lib/soleus-random-record.h"

#include <string.h>

/* What makes trouble in JSON, in SQL, in JavaScript or in a display, and what people write. */
static const char *const pieces[] = {
  "calf", " ", "\n", "\t", "\"", "\\", "'", "/", "</b>", "%s", "NULL", "{}", "[,]", "é", "ß", "İ", "ﬁ", "痛", "🦵", "\u2028", "e\u0301",
  "\u200f", "\177", "\xc2\x85", "\ufeff", "\U0010fffd", "A", "z", "0", "-", "."
};

/**
 * soleus_random_uuid:
 * @rand: chance
 *
 * Returns: (transfer full): a UUID of version 4
 */
char *
soleus_random_uuid (GRand *rand)
{
  guint32 a = g_rand_int (rand), b = g_rand_int (rand), c = g_rand_int (rand), d = g_rand_int (rand);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff, 0x8000 | (c >> 16 & 0x3fff), c & 0xffff, d);
}

/**
 * soleus_random_text:
 * @rand: chance
 * @n_characters: how long
 *
 * Returns: (transfer full): a text of just so many characters
 */
char *
soleus_random_text (GRand *rand,
                    guint  n_characters)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  while (n < n_characters)
    {
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
      guint length = (guint) g_utf8_strlen (piece, -1);

      if (n + length > n_characters)
        continue;
      g_string_append (text, piece);
      n += length;
    }
  return g_string_free (text, FALSE);
}

static gint64
random_number (GRand *rand,
               gint64 least,
               gint64 most)
{
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return least;
    case 1:
      return most;
    case 2:
      return MIN (least + 1, most);
    default:
      return least + (gint64) (g_rand_double (rand) * (double) (most - least));
    }
}

static SoleusTime
random_time (GRand *rand)
{
  SoleusTime time;

  time.utc = g_rand_int_range (rand, 0, 20) == 0 ? random_number (rand, SOLEUS_TIME_MIN, SOLEUS_TIME_MAX) : 1400000000 + g_rand_int_range (rand, 0, 400000000);
  time.offset = g_rand_boolean (rand) ? 60 * g_rand_int_range (rand, -12, 15) : g_rand_int_range (rand, -SOLEUS_OFFSET_LIMIT, SOLEUS_OFFSET_LIMIT + 1);
  return time;
}

static const char *
random_word (GRand                  *rand,
             const SoleusVocabulary *words)
{
  return words->words[g_rand_int_range (rand, 0, (gint32) g_strv_length ((char **) words->words))];
}

static void fill_row (GRand *rand, SoleusRow *row, gboolean full);

static void
fill_value (GRand     *rand,
            SoleusRow *row,
            guint      i,
            gboolean   full)
{
  const SoleusField *field = &row->fields[i];
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case SOLEUS_FIELD_TEXT:
      text = soleus_random_text (rand, g_rand_int_range (rand, 0, 8) == 0 && field->max <= 1000 ? (guint) field->max : 1 + (guint) g_rand_int_range (rand, 0, (gint32) MIN (field->max, 40)));
      soleus_row_set_text (row, field->name, text);
      break;
    case SOLEUS_FIELD_WORD:
      soleus_row_set_text (row, field->name, random_word (rand, field->words));
      break;
    case SOLEUS_FIELD_ID:
      text = g_strdup_printf ("A%d-b_c:d.%d", g_rand_int_range (rand, 0, 100), g_rand_int_range (rand, 0, 100));
      soleus_row_set_text (row, field->name, text);
      break;
    case SOLEUS_FIELD_REFERENCE:
      text = soleus_random_uuid (rand);
      soleus_row_set_text (row, field->name, text);
      break;
    case SOLEUS_FIELD_TIME:
      soleus_row_set_time (row, field->name, random_time (rand));
      break;
    case SOLEUS_FIELD_DATE:
      soleus_row_set_date (row, field->name, g_rand_int_range (rand, 0, 20) == 0 ? (SoleusDate) random_number (rand, SOLEUS_DATE_MIN, SOLEUS_DATE_MAX) : 15000 + g_rand_int_range (rand, 0, 6000));
      break;
    case SOLEUS_FIELD_LIST:
      for (int n = g_rand_int_range (rand, full ? 1 : 0, 4); n > 0; n--)
        fill_row (rand, soleus_row_add_row (row, field->name), full);
      break;
    case SOLEUS_FIELD_INTEGER:
    case SOLEUS_FIELD_DECIMAL:
    case SOLEUS_FIELD_BOOLEAN:
    default:
      soleus_row_set_number (row, field->name, random_number (rand, field->min, field->max));
      break;
    }
}

static void
fill_row (GRand     *rand,
          SoleusRow *row,
          gboolean   full)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      soleus_row_clear (row, row->fields[i].name);
      if (full || row->fields[i].required || g_rand_int_range (rand, 0, 3) > 0)
        fill_value (rand, row, i, full);
    }
}

static void
fit_episode (GRand     *rand,
             SoleusRow *row)
{
  SoleusTime start, end;

  if (g_str_equal (soleus_row_get_text (row, "precision"), "night"))
    {
      soleus_row_clear (row, "start");
      if (!soleus_row_has (row, "night"))
        soleus_row_set_date (row, "night", 20000 + g_rand_int_range (rand, 0, 400));
    }
  else
    {
      soleus_row_clear (row, "night");
      if (!soleus_row_has (row, "start"))
        soleus_row_set_time (row, "start", (SoleusTime) { 1750000000 + g_rand_int_range (rand, 0, 40000000), 60 });
    }
  if (!g_str_equal (soleus_row_get_text (row, "precision"), "about"))
    soleus_row_clear (row, "start_span_min");
  if (soleus_row_get_answer (row, "open") == SOLEUS_YES)
    {
      soleus_row_clear (row, "end");
      soleus_row_clear (row, "seconds");
    }
  if (soleus_row_get_time (row, "start", &start) && soleus_row_get_time (row, "end", &end) && end.utc < start.utc)
    soleus_row_set_time (row, "end", start);
  for (guint i = soleus_row_get_n_rows (row, "sites"); i-- > 1;)
    for (guint k = 0; k < i; k++)
      if (soleus_row_equal (soleus_row_get_row (row, "sites", i), soleus_row_get_row (row, "sites", k)))
        {
          soleus_row_remove_row (row, "sites", i);
          break;
        }
}

static void
fit_answer (GRand     *rand,
            SoleusRow *row)
{
  const char *fact = soleus_row_get_text (row, "fact");
  gboolean past = g_rand_boolean (rand);

  for (guint i = 1; i < row->n_fields; i++)
    soleus_row_clear (row, row->fields[i].name);
  switch (soleus_fact_get_type (fact))
    {
    case SOLEUS_FACT_SIGN:
      soleus_row_set_text (row, "value", past ? "past" : g_rand_boolean (rand) ? "yes" : "no");
      break;
    case SOLEUS_FACT_SWELLING:
      soleus_row_set_text (row, "value", soleus_answers.words[g_rand_int_range (rand, 3, 8)]);
      soleus_row_set_answer (row, "past", past ? SOLEUS_YES : SOLEUS_NOT_ANSWERED);
      break;
    case SOLEUS_FACT_TEMPERATURE:
      soleus_row_set_number (row, "number", 35000 + g_rand_int_range (rand, 0, 7000));
      soleus_row_set_text (row, "unit", g_rand_boolean (rand) ? "C" : "F");
      soleus_row_set_answer (row, "past", past ? SOLEUS_YES : SOLEUS_NO);
      break;
    case SOLEUS_FACT_NUMBER:
    default:
      past = FALSE;
      soleus_row_set_number (row, "number", 1000 * g_rand_int_range (rand, 0, 10001));
      break;
    }
  if (past && g_rand_boolean (rand))
    soleus_row_set_number (row, "days_ago", g_rand_int_range (rand, 1, 15));
}

static void
fit_check (GRand     *rand,
           SoleusRow *row)
{
  for (guint i = soleus_row_get_n_rows (row, "answers"); i-- > 0;)
    {
      SoleusRow *answer = soleus_row_get_row (row, "answers", i);
      gboolean twice = FALSE;

      for (guint k = 0; k < i; k++)
        twice |= g_str_equal (soleus_row_get_text (answer, "fact"), soleus_row_get_text (soleus_row_get_row (row, "answers", k), "fact"));
      if (twice)
        soleus_row_remove_row (row, "answers", i);
      else
        fit_answer (rand, answer);
    }
}

static void
fill_record (GRand        *rand,
             SoleusRecord *record,
             gboolean      full)
{
  SoleusRow *values = soleus_record_get_values (record);
  g_autoptr (GError) error = NULL;

  fill_row (rand, values, full);
  if (soleus_record_get_kind (record) == SOLEUS_KIND_EPISODE)
    fit_episode (rand, values);
  else if (soleus_record_get_kind (record) == SOLEUS_KIND_CHECK)
    fit_check (rand, values);
  soleus_record_validate (record, &error);
  g_assert_no_error (error);
}

static SoleusRecord *
make_record (GRand     *rand,
             SoleusKind kind,
             gboolean   full)
{
  g_autofree char *uuid = soleus_random_uuid (rand);
  SoleusRecord *record = soleus_record_new_full (kind, uuid, (SoleusLife) { 0 });

  fill_record (rand, record, full);
  return record;
}

/**
 * soleus_random_record:
 * @rand: chance
 * @kind: a kind
 *
 * Returns: (transfer full): a valid record in which some values are absent
 */
SoleusRecord *
soleus_random_record (GRand     *rand,
                      SoleusKind kind)
{
  return make_record (rand, kind, FALSE);
}

/**
 * soleus_random_record_full:
 * @rand: chance
 * @kind: a kind
 *
 * Returns: (transfer full): a valid record that says all that one of its kind can say at once
 */
SoleusRecord *
soleus_random_record_full (GRand     *rand,
                           SoleusKind kind)
{
  return make_record (rand, kind, TRUE);
}

/**
 * soleus_random_change:
 * @rand: chance
 * @record: a record, which says something else afterwards; what its identity is made from stays
 */
void
soleus_random_change (GRand        *rand,
                      SoleusRecord *record)
{
  SoleusRow *values = soleus_record_get_values (record);
  SoleusKind kind = soleus_record_get_kind (record);
  SoleusDate night = kind == SOLEUS_KIND_NIGHT ? soleus_row_get_date (values, "night") : SOLEUS_DATE_NONE;
  const char *reminder = kind == SOLEUS_KIND_REMINDER ? soleus_row_get_text (values, "reminder") : NULL;

  fill_record (rand, record, FALSE);
  if (kind == SOLEUS_KIND_NIGHT)
    soleus_row_set_date (values, "night", night);
  if (kind == SOLEUS_KIND_REMINDER)
    soleus_row_set_text (values, "reminder", reminder);
}
