/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Checks JSON numbers, and turns exact decimals into scaled integers and back without floating point.
 */

#include "base/soleus-json-number.h"

#include <math.h>
#include <string.h>

/* Longer numbers that need floating point are refused: nobody writes them, and they would need memory. */
#define MAX_FLOAT_LENGTH 400

static const char *
skip_digits (const char *cursor,
             const char *end)
{
  while (cursor < end && g_ascii_isdigit (*cursor))
    cursor++;

  return cursor;
}

/* Passes one digit or more; says what is wrong when there is none. */
static SoleusJsonScan
scan_digits (const char **cursor,
             const char *end)
{
  const char *after = skip_digits (*cursor, end);

  if (after == *cursor)
    return after == end ? SOLEUS_JSON_SCAN_EARLY_END : SOLEUS_JSON_SCAN_DIGIT;

  *cursor = after;

  return SOLEUS_JSON_SCAN_OK;
}

/*
 * soleus_json_number_scan:
 *
 * Checks the number that starts at *@cursor. On success @cursor is behind it; on failure at what is wrong.
 */
SoleusJsonScan
soleus_json_number_scan (const char **cursor,
                         const char *end,
                         SoleusJsonNumberSpan *span)
{
  SoleusJsonScan result;

  *span = (SoleusJsonNumberSpan) { .text = *cursor };

  if (*cursor < end && **cursor == '-')
    {
      span->negative = TRUE;
      (*cursor)++;
    }

  span->whole = *cursor;
  result = scan_digits (cursor, end);

  if (result != SOLEUS_JSON_SCAN_OK)
    return result;

  span->n_whole = (gsize) (*cursor - span->whole);

  if (span->n_whole > 1 && *span->whole == '0')
    {
      *cursor = span->whole;
      return SOLEUS_JSON_SCAN_LEADING_ZERO;
    }

  if (*cursor < end && **cursor == '.')
    {
      const char *fraction = ++*cursor;

      result = scan_digits (cursor, end);

      if (result != SOLEUS_JSON_SCAN_OK)
        return result;

      span->n_fraction = (gsize) (*cursor - fraction);
    }

  if (*cursor < end && (**cursor == 'e' || **cursor == 'E'))
    {
      span->has_exponent = TRUE;
      (*cursor)++;

      if (*cursor < end && (**cursor == '+' || **cursor == '-'))
        (*cursor)++;

      result = scan_digits (cursor, end);

      if (result != SOLEUS_JSON_SCAN_OK)
        return result;
    }

  span->length = (gsize) (*cursor - span->text);

  return SOLEUS_JSON_SCAN_OK;
}

/*
 * soleus_json_number_to_scaled:
 *
 * Turns @span, which has no exponent and at most @decimals digits in its fraction, into its exact value times
 * ten to the power of @decimals. Returns FALSE if that does not fit.
 */
gboolean
soleus_json_number_to_scaled (const SoleusJsonNumberSpan *span,
                              guint decimals,
                              gint64 *scaled)
{
  const char *fraction = span->whole + span->n_whole + 1;
  const guint64 most = (guint64) G_MAXINT64 + (span->negative ? 1 : 0);
  guint64 value = 0;

  if (span->n_whole > 19)
    return FALSE;

  for (gsize i = 0; i < span->n_whole; i++)
    value = value * 10 + (guint64) (span->whole[i] - '0');

  for (guint i = 0; i < decimals; i++)
    {
      guint64 digit = i < span->n_fraction ? (guint64) (fraction[i] - '0') : 0;

      if (!g_uint64_checked_mul (&value, value, 10) || !g_uint64_checked_add (&value, value, digit))
        return FALSE;
    }

  if (value > most)
    return FALSE;

  if (!span->negative)
    *scaled = (gint64) value;
  else if (value == most)
    *scaled = G_MININT64;
  else
    *scaled = -(gint64) value;

  return TRUE;
}

/*
 * soleus_json_number_is_finite:
 *
 * Returns whether @span can be kept as a double: it is neither too large, nor is it lost as zero.
 */
gboolean
soleus_json_number_is_finite (const SoleusJsonNumberSpan *span)
{
  char copy[MAX_FLOAT_LENGTH + 1];
  double value;

  if (span->length > MAX_FLOAT_LENGTH)
    return FALSE;

  memcpy (copy, span->text, span->length);
  copy[span->length] = '\0';
  value = g_ascii_strtod (copy, NULL);

  if (!isfinite (value))
    return FALSE;

  return value != 0.0 || strcspn (copy, "123456789eE") == strcspn (copy, "eE");
}

/*
 * soleus_json_number_print:
 *
 * Prints @scaled divided by ten to the power of @decimals, in its shortest form (38250 with 3 is 38.25), and a
 * zero byte. Returns its length.
 */
gsize
soleus_json_number_print (char out[SOLEUS_JSON_NUMBER_ROOM],
                          gint64 scaled,
                          guint decimals)
{
  char reversed[SOLEUS_JSON_NUMBER_ROOM];
  guint64 rest = scaled < 0 ? -(guint64) scaled : (guint64) scaled;
  gsize n = 0, length = 0;

  for (; decimals > 0 && rest % 10 == 0; decimals--)
    rest /= 10;

  for (; decimals > 0; decimals--)
    {
      reversed[n++] = (char) ('0' + rest % 10);
      rest /= 10;

      if (decimals == 1)
        reversed[n++] = '.';
    }

  do
    {
      reversed[n++] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest != 0);

  if (scaled < 0)
    out[length++] = '-';

  while (n > 0)
    out[length++] = reversed[--n];

  out[length] = '\0';

  return length;
}
