/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values by field. Whoever holds a row may set what it likes; soleus_row_validate() says whether the result may be
 * kept. Messages name the field, never the value: it may be private. */
#include "model/soleus-row.h"

#include <string.h>

G_DEFINE_QUARK (soleus-model-error-quark, soleus_model_error)

static void
clear_value (const SoleusField *field,
             SoleusValue       *value)
{
  if (value->set)
    {
      if (field->type == SOLEUS_FIELD_LIST)
        g_ptr_array_unref (value->rows);
      else if (field->type == SOLEUS_FIELD_TEXT || field->type == SOLEUS_FIELD_ID || field->type == SOLEUS_FIELD_REFERENCE)
        g_free (value->text);
    }
  memset (value, 0, sizeof *value);
}

static gboolean
is_text (SoleusFieldType type)
{
  return type == SOLEUS_FIELD_TEXT || type == SOLEUS_FIELD_WORD || type == SOLEUS_FIELD_ID || type == SOLEUS_FIELD_REFERENCE;
}

static gboolean
is_number (SoleusFieldType type)
{
  return type == SOLEUS_FIELD_INTEGER || type == SOLEUS_FIELD_DECIMAL || type == SOLEUS_FIELD_BOOLEAN;
}

/* A field that is not there is a mistake of the program, told once and answered as absent. */
static SoleusValue *
find_value (const SoleusRow *self,
            const char      *name)
{
  int i = soleus_fields_find (self->fields, name);

  if (i < 0)
    {
      g_critical ("No field is called %s", name);
      return NULL;
    }
  return (SoleusValue *) &self->values[i];
}

static const SoleusField *
field_of (const SoleusRow   *self,
          const SoleusValue *value)
{
  return &self->fields[value - self->values];
}

/**
 * soleus_row_new:
 * @fields: (array zero-terminated=1): its fields, static
 *
 * Returns: (transfer full): a row in which nothing is set
 */
SoleusRow *
soleus_row_new (const SoleusField *fields)
{
  guint n = soleus_fields_count (fields);
  SoleusRow *self = g_malloc0 (sizeof *self + n * sizeof (SoleusValue));

  self->fields = fields;
  self->n_fields = n;
  return self;
}

/**
 * soleus_row_copy:
 * @self: a row
 *
 * Returns: (transfer full): a copy that shares nothing
 */
SoleusRow *
soleus_row_copy (const SoleusRow *self)
{
  SoleusRow *copy = soleus_row_new (self->fields);

  for (guint i = 0; i < self->n_fields; i++)
    {
      const SoleusValue *value = &self->values[i];
      SoleusFieldType type = self->fields[i].type;

      copy->values[i] = *value;
      if (!value->set)
        continue;
      if (type == SOLEUS_FIELD_LIST)
        {
          copy->values[i].rows = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_row_free);
          for (guint k = 0; k < value->rows->len; k++)
            g_ptr_array_add (copy->values[i].rows, soleus_row_copy (g_ptr_array_index (value->rows, k)));
        }
      else if (is_text (type) && type != SOLEUS_FIELD_WORD)
        copy->values[i].text = g_strdup (value->text);
    }
  return copy;
}

/**
 * soleus_row_free:
 * @self: (nullable) (transfer full): a row
 */
void
soleus_row_free (SoleusRow *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_fields; i++)
    clear_value (&self->fields[i], &self->values[i]);
  g_free (self);
}

static gboolean
values_equal (const SoleusField *field,
              const SoleusValue *a,
              const SoleusValue *b)
{
  if (a->set != b->set)
    return FALSE;
  if (!a->set)
    return TRUE;

  switch (field->type)
    {
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_REFERENCE:
      return g_str_equal (a->text, b->text);
    case SOLEUS_FIELD_WORD:
      return a->word == b->word;
    case SOLEUS_FIELD_TIME:
      return a->time.utc == b->time.utc && a->time.offset == b->time.offset;
    case SOLEUS_FIELD_LIST:
      if (a->rows->len != b->rows->len)
        return FALSE;
      for (guint i = 0; i < a->rows->len; i++)
        if (!soleus_row_equal (g_ptr_array_index (a->rows, i), g_ptr_array_index (b->rows, i)))
          return FALSE;
      return TRUE;
    case SOLEUS_FIELD_INTEGER:
    case SOLEUS_FIELD_DECIMAL:
    case SOLEUS_FIELD_BOOLEAN:
    case SOLEUS_FIELD_DATE:
    default:
      return a->number == b->number;
    }
}

/**
 * soleus_row_equal:
 * @a: a row
 * @b: another one of the same fields
 *
 * Returns: whether both say the same
 */
gboolean
soleus_row_equal (const SoleusRow *a,
                  const SoleusRow *b)
{
  g_return_val_if_fail (a->fields == b->fields, FALSE);

  for (guint i = 0; i < a->n_fields; i++)
    if (!values_equal (&a->fields[i], &a->values[i], &b->values[i]))
      return FALSE;
  return TRUE;
}

/**
 * soleus_id_is_valid:
 * @id: a text
 *
 * Returns: whether it can be the id of a piece of content: 1 to 80 of A-Z, a-z, 0-9 and "._:-"
 */
gboolean
soleus_id_is_valid (const char *id)
{
  gsize n = strlen (id);

  if (n < 1 || n > 80)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalnum (id[i]) && strchr ("._:-", id[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * soleus_uuid_is_valid:
 * @uuid: a text
 *
 * Returns: whether it is a UUID in its one written form: lower case, with hyphens
 */
gboolean
soleus_uuid_is_valid (const char *uuid)
{
  gsize i;

  for (i = 0; uuid[i] != '\0' && i < 36; i++)
    {
      gboolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;

      if (hyphen ? uuid[i] != '-' : !(g_ascii_isdigit (uuid[i]) || (uuid[i] >= 'a' && uuid[i] <= 'f')))
        return FALSE;
    }
  return i == 36 && uuid[36] == '\0';
}

/* What JSON and SQLite can both carry unchanged: valid UTF-8 without control characters but line feed and tab. */
static gboolean
text_is_clean (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\n' && *p != '\t')
      return FALSE;
  return g_utf8_validate (text, -1, NULL);
}

static gboolean
fail_range (const SoleusField *field,
            GError           **error)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_TEXT:
      g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE, "%s is longer than %" G_GINT64_FORMAT " characters", field->name, field->max);
      break;
    case SOLEUS_FIELD_LIST:
      g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE, "%s has more than %" G_GINT64_FORMAT " rows", field->name, field->max);
      break;
    case SOLEUS_FIELD_DECIMAL:
      g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE, "%s must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, field->name, field->min / 1000, field->max / 1000);
      break;
    case SOLEUS_FIELD_TIME:
    case SOLEUS_FIELD_DATE:
      g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE, "%s lies outside the years that a diary can hold", field->name);
      break;
    case SOLEUS_FIELD_WORD:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_REFERENCE:
    case SOLEUS_FIELD_INTEGER:
    case SOLEUS_FIELD_BOOLEAN:
    default:
      g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_RANGE, "%s must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, field->name, field->min, field->max);
      break;
    }
  return FALSE;
}

static gboolean
fail_type (const SoleusField *field,
           const char        *wanted,
           GError           **error)
{
  g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_TYPE, "%s must be %s", field->name, wanted);
  return FALSE;
}

static gboolean
validate_value (const SoleusField *field,
                const SoleusValue *value,
                GError           **error)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_TEXT:
      if (!text_is_clean (value->text))
        return fail_type (field, "text without control characters", error);
      return g_utf8_strlen (value->text, -1) <= field->max || fail_range (field, error);
    case SOLEUS_FIELD_WORD:
      return TRUE;
    case SOLEUS_FIELD_ID:
      return soleus_id_is_valid (value->text) || fail_type (field, "an id of letters, digits, dots, colons and hyphens", error);
    case SOLEUS_FIELD_REFERENCE:
      return soleus_uuid_is_valid (value->text) || fail_type (field, "the id of a record", error);
    case SOLEUS_FIELD_TIME:
      return (value->time.utc >= SOLEUS_TIME_MIN && value->time.utc <= SOLEUS_TIME_MAX && ABS (value->time.offset) <= SOLEUS_OFFSET_LIMIT) || fail_range (field, error);
    case SOLEUS_FIELD_DATE:
      return (value->number >= SOLEUS_DATE_MIN && value->number <= SOLEUS_DATE_MAX) || fail_range (field, error);
    case SOLEUS_FIELD_LIST:
      if (value->rows->len > field->max)
        return fail_range (field, error);
      for (guint i = 0; i < value->rows->len; i++)
        if (!soleus_row_validate (g_ptr_array_index (value->rows, i), error))
          {
            g_prefix_error (error, "%s: ", field->name);
            return FALSE;
          }
      return TRUE;
    case SOLEUS_FIELD_INTEGER:
    case SOLEUS_FIELD_DECIMAL:
    case SOLEUS_FIELD_BOOLEAN:
    default:
      return (value->number >= field->min && value->number <= field->max) || fail_range (field, error);
    }
}

/**
 * soleus_row_validate:
 * @self: a row
 * @error: return location
 *
 * Checks each value by itself: its form, its limits, and that nothing needed is absent.
 *
 * Returns: whether the row may be kept
 */
gboolean
soleus_row_validate (const SoleusRow *self,
                     GError         **error)
{
  for (guint i = 0; i < self->n_fields; i++)
    {
      if (!self->values[i].set)
        {
          if (!self->fields[i].required)
            continue;
          g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_MISSING, "%s is missing", self->fields[i].name);
          return FALSE;
        }
      if (!validate_value (&self->fields[i], &self->values[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * soleus_row_has:
 * @self: a row
 * @field: a field
 *
 * Returns: whether it is set
 */
gboolean
soleus_row_has (const SoleusRow *self,
                const char      *field)
{
  const SoleusValue *value = find_value (self, field);

  return value != NULL && value->set;
}

/**
 * soleus_row_get_text:
 * @self: a row
 * @field: a text, word, id or reference
 *
 * Returns: (transfer none) (nullable): the value, or %NULL where it is absent
 */
const char *
soleus_row_get_text (const SoleusRow *self,
                     const char      *field)
{
  const SoleusValue *value = find_value (self, field);

  g_return_val_if_fail (value != NULL && is_text (field_of (self, value)->type), NULL);

  return value->set ? value->text : NULL;
}

/**
 * soleus_row_get_number:
 * @self: a row
 * @field: an integer, or a decimal (in thousandths)
 * @fallback: what to return where it is absent
 *
 * Returns: the value or @fallback
 */
gint64
soleus_row_get_number (const SoleusRow *self,
                       const char      *field,
                       gint64           fallback)
{
  const SoleusValue *value = find_value (self, field);

  g_return_val_if_fail (value != NULL && is_number (field_of (self, value)->type), fallback);

  return value->set ? value->number : fallback;
}

/**
 * soleus_row_get_answer:
 * @self: a row
 * @field: a yes or no
 *
 * Returns: the answer, which may be none
 */
SoleusAnswer
soleus_row_get_answer (const SoleusRow *self,
                       const char      *field)
{
  return (SoleusAnswer) soleus_row_get_number (self, field, SOLEUS_NOT_ANSWERED);
}

/**
 * soleus_row_get_time:
 * @self: a row
 * @field: an instant
 * @time: (out) (optional): the value, untouched where it is absent
 *
 * Returns: whether it is set
 */
gboolean
soleus_row_get_time (const SoleusRow *self,
                     const char      *field,
                     SoleusTime      *time)
{
  const SoleusValue *value = find_value (self, field);

  g_return_val_if_fail (value != NULL && field_of (self, value)->type == SOLEUS_FIELD_TIME, FALSE);

  if (value->set && time != NULL)
    *time = value->time;
  return value->set;
}

/**
 * soleus_row_get_date:
 * @self: a row
 * @field: a date
 *
 * Returns: the value, or %SOLEUS_DATE_NONE where it is absent
 */
SoleusDate
soleus_row_get_date (const SoleusRow *self,
                     const char      *field)
{
  const SoleusValue *value = find_value (self, field);

  g_return_val_if_fail (value != NULL && field_of (self, value)->type == SOLEUS_FIELD_DATE, SOLEUS_DATE_NONE);

  return value->set ? (SoleusDate) value->number : SOLEUS_DATE_NONE;
}

/**
 * soleus_row_get_n_rows:
 * @self: a row
 * @field: a list
 *
 * Returns: how many rows it has
 */
guint
soleus_row_get_n_rows (const SoleusRow *self,
                       const char      *field)
{
  const SoleusValue *value = find_value (self, field);

  g_return_val_if_fail (value != NULL && field_of (self, value)->type == SOLEUS_FIELD_LIST, 0);

  return value->set ? value->rows->len : 0;
}

/**
 * soleus_row_get_row:
 * @self: a row
 * @field: a list
 * @index: which of its rows
 *
 * Returns: (transfer none): the row
 */
SoleusRow *
soleus_row_get_row (const SoleusRow *self,
                    const char      *field,
                    guint            index)
{
  const SoleusValue *value = find_value (self, field);

  g_return_val_if_fail (value != NULL && value->set && index < value->rows->len, NULL);

  return g_ptr_array_index (value->rows, index);
}

/**
 * soleus_row_clear:
 * @self: a row
 * @field: a field
 *
 * Makes a value absent.
 */
void
soleus_row_clear (SoleusRow  *self,
                  const char *field)
{
  SoleusValue *value = find_value (self, field);

  if (value != NULL)
    clear_value (field_of (self, value), value);
}

/* What people paste may hold line ends of other systems and characters that cannot be seen. Neither may stand in the way
 * of saving. */
static char *
dup_clean (const char *text)
{
  char *copy = g_strdup (text), *to = copy;

  for (const char *from = copy; *from != '\0'; from++)
    {
      if (*from == '\r')
        {
          if (from[1] != '\n')
            *to++ = '\n';
        }
      else
        *to++ = (guchar) *from < 0x20 && *from != '\n' && *from != '\t' ? ' ' : *from;
    }
  *to = '\0';
  return copy;
}

/**
 * soleus_row_set_text:
 * @self: a row
 * @field: a text, word, id or reference
 * @text: (nullable): the value; %NULL or "" clears it
 *
 * A word that its vocabulary does not hold is a mistake of the program. Line ends become line feeds, and other control
 * characters blanks, so that whatever was pasted can be saved.
 */
void
soleus_row_set_text (SoleusRow  *self,
                     const char *field,
                     const char *text)
{
  SoleusValue *value = find_value (self, field);
  const SoleusField *info;

  g_return_if_fail (value != NULL && is_text (field_of (self, value)->type));

  info = field_of (self, value);
  if (text == NULL || *text == '\0')
    clear_value (info, value);
  else if (info->type == SOLEUS_FIELD_WORD)
    {
      const char *word = soleus_vocabulary_find (info->words, text);

      g_return_if_fail (word != NULL);
      value->word = word;
      value->set = TRUE;
    }
  else
    {
      char *copy = info->type == SOLEUS_FIELD_TEXT ? dup_clean (text) : g_strdup (text);

      clear_value (info, value);
      value->text = copy;
      value->set = TRUE;
    }
}

/**
 * soleus_row_set_number:
 * @self: a row
 * @field: an integer, or a decimal (in thousandths)
 * @number: the value
 */
void
soleus_row_set_number (SoleusRow  *self,
                       const char *field,
                       gint64      number)
{
  SoleusValue *value = find_value (self, field);

  g_return_if_fail (value != NULL && is_number (field_of (self, value)->type));

  value->number = number;
  value->set = TRUE;
}

/**
 * soleus_row_set_answer:
 * @self: a row
 * @field: a yes or no
 * @answer: the answer; none clears it
 */
void
soleus_row_set_answer (SoleusRow   *self,
                       const char  *field,
                       SoleusAnswer answer)
{
  if (answer == SOLEUS_NOT_ANSWERED)
    soleus_row_clear (self, field);
  else
    soleus_row_set_number (self, field, answer);
}

/**
 * soleus_row_set_time:
 * @self: a row
 * @field: an instant
 * @time: the value
 */
void
soleus_row_set_time (SoleusRow  *self,
                     const char *field,
                     SoleusTime  time)
{
  SoleusValue *value = find_value (self, field);

  g_return_if_fail (value != NULL && field_of (self, value)->type == SOLEUS_FIELD_TIME);

  value->time = time;
  value->set = TRUE;
}

/**
 * soleus_row_set_date:
 * @self: a row
 * @field: a date
 * @date: the value; %SOLEUS_DATE_NONE clears it
 */
void
soleus_row_set_date (SoleusRow  *self,
                     const char *field,
                     SoleusDate  date)
{
  SoleusValue *value = find_value (self, field);

  g_return_if_fail (value != NULL && field_of (self, value)->type == SOLEUS_FIELD_DATE);

  value->number = date;
  value->set = date != SOLEUS_DATE_NONE;
}

/**
 * soleus_row_add_row_at:
 * @self: a row
 * @field: the place of a list among its fields
 *
 * Returns: (transfer none): a new row at the end of the list, in which nothing is set
 */
SoleusRow *
soleus_row_add_row_at (SoleusRow *self,
                       guint      field)
{
  SoleusValue *value = &self->values[field];
  SoleusRow *row = soleus_row_new (self->fields[field].rows);

  if (!value->set)
    {
      value->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_row_free);
      value->set = TRUE;
    }
  g_ptr_array_add (value->rows, row);
  return row;
}

/**
 * soleus_row_add_row:
 * @self: a row
 * @field: a list
 *
 * Returns: (transfer none): a new row at the end of the list, in which nothing is set
 */
SoleusRow *
soleus_row_add_row (SoleusRow  *self,
                    const char *field)
{
  SoleusValue *value = find_value (self, field);

  g_return_val_if_fail (value != NULL && field_of (self, value)->type == SOLEUS_FIELD_LIST, NULL);

  return soleus_row_add_row_at (self, (guint) (value - self->values));
}

/**
 * soleus_row_remove_row:
 * @self: a row
 * @field: a list
 * @index: which of its rows
 */
void
soleus_row_remove_row (SoleusRow  *self,
                       const char *field,
                       guint       index)
{
  SoleusValue *value = find_value (self, field);

  g_return_if_fail (value != NULL && value->set && field_of (self, value)->type == SOLEUS_FIELD_LIST && index < value->rows->len);

  g_ptr_array_remove_index (value->rows, index);
  if (value->rows->len == 0)
    clear_value (field_of (self, value), value);
}

/**
 * soleus_row_take_word:
 * @self: a row
 * @field: the place of a word among its fields
 * @word: what was read
 * @error: return location
 *
 * Returns: %FALSE where the vocabulary holds no such word
 */
gboolean
soleus_row_take_word (SoleusRow  *self,
                      guint       field,
                      const char *word,
                      GError    **error)
{
  const char *found = soleus_vocabulary_find (self->fields[field].words, word);

  if (found == NULL)
    {
      g_set_error (error, SOLEUS_MODEL_ERROR, SOLEUS_MODEL_ERROR_UNKNOWN, "%s: there is no such %s", self->fields[field].name, self->fields[field].words->name);
      return FALSE;
    }
  self->values[field].word = found;
  self->values[field].set = TRUE;
  return TRUE;
}

/**
 * soleus_decimal_parse:
 * @text: "38.2"; at most three decimals, a dot before them, no exponent
 * @thousandths: (out): 38200
 *
 * Returns: %FALSE where @text is anything else or too large
 */
gboolean
soleus_decimal_parse (const char *text,
                      gint64     *thousandths)
{
  gboolean negative = *text == '-';
  gint64 value = 0;
  int digits = 0, decimals = -1;

  for (const char *p = text + negative; *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0 && digits > 0)
        decimals = 0;
      else if (g_ascii_isdigit (*p) && digits < 15 && decimals < 3)
        {
          value = value * 10 + (*p - '0');
          digits++;
          if (decimals >= 0)
            decimals++;
        }
      else
        return FALSE;
    }
  if (digits == 0 || decimals == 0)
    return FALSE;
  for (int i = MAX (decimals, 0); i < 3; i++)
    value *= 10;
  *thousandths = negative ? -value : value;
  return TRUE;
}

/* A row of a list in one word: its values joined by colons, in the order of its fields: "calf:left". */
static gboolean
parse_rows (SoleusRow  *self,
            guint       field,
            const char *text,
            GError    **error)
{
  g_auto (GStrv) items = g_strsplit (text, ",", -1);

  for (guint i = 0; items[i] != NULL; i++)
    {
      SoleusRow *row = soleus_row_add_row_at (self, field);
      g_auto (GStrv) parts = g_strsplit (items[i], ":", (int) row->n_fields);

      for (guint k = 0; parts[k] != NULL; k++)
        if (*parts[k] != '\0' && !soleus_row_parse (row, k, parts[k], error))
          return FALSE;
    }
  return TRUE;
}

/**
 * soleus_row_parse:
 * @self: a row
 * @field: the place of a field
 * @text: its value as typed in a terminal
 * @error: return location
 *
 * Reads a value: "yes" or "no" for answers, ISO 8601 for times and dates, lists as rows joined by commas, their
 * values by colons. Rows are added to those that the list has. Limits are checked by soleus_row_validate().
 *
 * Returns: whether it could be read
 */
gboolean
soleus_row_parse (SoleusRow  *self,
                  guint       field,
                  const char *text,
                  GError    **error)
{
  const SoleusField *info = &self->fields[field];
  SoleusValue *value = &self->values[field];
  SoleusDate date;

  switch (info->type)
    {
    case SOLEUS_FIELD_WORD:
      return soleus_row_take_word (self, field, text, error);
    case SOLEUS_FIELD_INTEGER:
      if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value->number, NULL))
        return fail_type (info, "a whole number", error);
      break;
    case SOLEUS_FIELD_DECIMAL:
      if (!soleus_decimal_parse (text, &value->number))
        return fail_type (info, "a number with at most three decimals", error);
      break;
    case SOLEUS_FIELD_BOOLEAN:
      if (!g_str_equal (text, "yes") && !g_str_equal (text, "no") && !g_str_equal (text, "true") && !g_str_equal (text, "false"))
        return fail_type (info, "yes or no", error);
      value->number = *text == 'y' || *text == 't';
      break;
    case SOLEUS_FIELD_TIME:
      if (!soleus_time_parse (text, &value->time))
        return fail_type (info, "an existing time such as 2026-03-03T02:40:00+01:00", error);
      break;
    case SOLEUS_FIELD_DATE:
      if (!soleus_date_parse (text, &date))
        return fail_type (info, "an existing date such as 2026-03-03", error);
      value->number = date;
      break;
    case SOLEUS_FIELD_LIST:
      return parse_rows (self, field, text, error);
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_REFERENCE:
    default:
      if (!g_utf8_validate (text, -1, NULL))
        return fail_type (info, "text in UTF-8", error);
      soleus_row_set_text (self, info->name, text);
      return TRUE;
    }
  value->set = TRUE;
  return TRUE;
}
