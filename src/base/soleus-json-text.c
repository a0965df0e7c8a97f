/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Checks JSON strings and resolves their escapes. Strings are scanned eight bytes at a time while they are plain
 * ASCII.
 */

#include "base/soleus-json-text.h"

#include <string.h>

#define EIGHT(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

static inline gboolean
is_plain (guchar byte)
{
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/*
 * soleus_json_text_skip_plain:
 *
 * Returns the first byte from @cursor on that is not plain: a quote, a backslash, a control character or part
 * of a character beyond ASCII; or @end.
 */
const char *
soleus_json_text_skip_plain (const char *cursor,
                             const char *end)
{
  while (end - cursor >= 8)
    {
      guint64 word, quote, slash, hit;

      memcpy (&word, cursor, 8);
      word = GUINT64_FROM_LE (word);
      quote = word ^ EIGHT ('"');
      slash = word ^ EIGHT ('\\');

      /* The high bit of a byte of hit is set where that byte is not plain. A borrow can set it wrongly only
       * above a byte that is rightly set, so the lowest one is always right. */
      hit = word
            | ((word - EIGHT (0x20)) & ~word)
            | ((quote - EIGHT (1)) & ~quote)
            | ((slash - EIGHT (1)) & ~slash);
      hit &= EIGHT (0x80);

      if (hit != 0)
        return cursor + __builtin_ctzll (hit) / 8;

      cursor += 8;
    }

  while (cursor < end && is_plain ((guchar) *cursor))
    cursor++;

  return cursor;
}

static inline gboolean
is_between (char byte,
            guchar low,
            guchar high)
{
  return (guchar) byte >= low && (guchar) byte <= high;
}

/*
 * soleus_json_text_sequence:
 *
 * Returns the length of the UTF-8 character at @cursor, or 0 if there is none: overlong forms, surrogates and
 * what lies beyond U+10FFFF are none.
 */
guint
soleus_json_text_sequence (const char *cursor,
                           const char *end)
{
  gsize room = (gsize) (end - cursor);
  guchar first, low = 0x80, high = 0xbf;

  if (room == 0)
    return 0;

  first = (guchar) *cursor;

  if (first < 0x80)
    return 1;

  if (first >= 0xc2 && first <= 0xdf)
    return room >= 2 && is_between (cursor[1], 0x80, 0xbf) ? 2 : 0;

  if (first >= 0xe0 && first <= 0xef)
    {
      if (first == 0xe0)
        low = 0xa0;
      else if (first == 0xed)
        high = 0x9f;

      return room >= 3 && is_between (cursor[1], low, high) && is_between (cursor[2], 0x80, 0xbf) ? 3 : 0;
    }

  if (first >= 0xf0 && first <= 0xf4)
    {
      if (first == 0xf0)
        low = 0x90;
      else if (first == 0xf4)
        high = 0x8f;

      return room >= 4 && is_between (cursor[1], low, high) && is_between (cursor[2], 0x80, 0xbf)
             && is_between (cursor[3], 0x80, 0xbf) ? 4 : 0;
    }

  return 0;
}

static gboolean
read_hex (const char *cursor,
          const char *end,
          gunichar *unit)
{
  gunichar value = 0;

  if (end - cursor < 4)
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (cursor[i]);

      if (digit < 0)
        return FALSE;

      value = value * 16 + (gunichar) digit;
    }

  *unit = value;

  return TRUE;
}

static inline gboolean
is_surrogate (gunichar unit)
{
  return unit >= 0xd800 && unit <= 0xdfff;
}

static inline gunichar
join_surrogates (gunichar high,
                 gunichar low)
{
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

/* Checks the escape at *cursor, moves behind it and adds the length of what it stands for. */
static SoleusJsonScan
scan_escape (const char **cursor,
             const char *end,
             gsize *length)
{
  const char *here = *cursor;
  gunichar unit, low;

  if (end - here < 2)
    return SOLEUS_JSON_SCAN_EARLY_END;

  if (here[1] != 'u')
    {
      if (here[1] == '\0' || strchr ("\"\\/bfnrt", here[1]) == NULL)
        return SOLEUS_JSON_SCAN_ESCAPE;

      *cursor = here + 2;
      *length += 1;

      return SOLEUS_JSON_SCAN_OK;
    }

  if (!read_hex (here + 2, end, &unit))
    return SOLEUS_JSON_SCAN_ESCAPE;

  if (unit == 0)
    return SOLEUS_JSON_SCAN_ZERO;

  if (!is_surrogate (unit))
    {
      *cursor = here + 6;
      *length += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;

      return SOLEUS_JSON_SCAN_OK;
    }

  if (unit >= 0xdc00 || end - here < 8 || here[6] != '\\' || here[7] != 'u'
      || !read_hex (here + 8, end, &low) || low < 0xdc00 || low > 0xdfff)
    return SOLEUS_JSON_SCAN_SURROGATE;

  *cursor = here + 12;
  *length += 4;

  return SOLEUS_JSON_SCAN_OK;
}

/*
 * soleus_json_text_scan_string:
 *
 * Checks the string whose opening quote stands at *@cursor. On success @cursor is behind its closing quote;
 * on failure at what is wrong.
 */
SoleusJsonScan
soleus_json_text_scan_string (const char **cursor,
                              const char *end,
                              SoleusJsonStringSpan *span)
{
  const char *start = *cursor + 1;
  const char *here = start;
  gsize length = 0;

  for (;;)
    {
      const char *plain = soleus_json_text_skip_plain (here, end);
      SoleusJsonScan result = SOLEUS_JSON_SCAN_OK;

      length += (gsize) (plain - here);
      here = plain;

      if (here == end)
        result = SOLEUS_JSON_SCAN_EARLY_END;
      else if (*here == '"')
        break;
      else if (*here == '\\')
        result = scan_escape (&here, end, &length);
      else if ((guchar) *here < 0x20)
        result = SOLEUS_JSON_SCAN_CONTROL;
      else
        {
          guint n = soleus_json_text_sequence (here, end);

          if (n == 0)
            result = SOLEUS_JSON_SCAN_UTF8;

          length += n;
          here += n;
        }

      if (result != SOLEUS_JSON_SCAN_OK)
        {
          *cursor = here;
          return result;
        }
    }

  span->raw = start;
  span->raw_length = (gsize) (here - start);
  span->length = length;
  *cursor = here + 1;

  return SOLEUS_JSON_SCAN_OK;
}

static char
resolve_short_escape (char letter)
{
  switch (letter)
    {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;
    }
}

/*
 * soleus_json_text_decode:
 *
 * Writes the checked @span with its escapes resolved, @span->length bytes and a zero byte, to @out.
 */
void
soleus_json_text_decode (const SoleusJsonStringSpan *span,
                         char *out)
{
  const char *here = span->raw;
  const char *end = span->raw + span->raw_length;

  if (span->length == span->raw_length)
    {
      memcpy (out, here, span->length);
      out[span->length] = '\0';
      return;
    }

  while (here < end)
    {
      const char *slash = memchr (here, '\\', (gsize) (end - here));
      gsize n = (gsize) ((slash != NULL ? slash : end) - here);

      memcpy (out, here, n);
      out += n;

      if (slash == NULL)
        break;

      if (slash[1] == 'u')
        {
          gunichar unit = 0, low = 0;

          read_hex (slash + 2, end, &unit);
          here = slash + 6;

          if (is_surrogate (unit))
            {
              read_hex (slash + 8, end, &low);
              unit = join_surrogates (unit, low);
              here = slash + 12;
            }

          out += g_unichar_to_utf8 (unit, out);
        }
      else
        {
          *out++ = resolve_short_escape (slash[1]);
          here = slash + 2;
        }
    }

  *out = '\0';
}
