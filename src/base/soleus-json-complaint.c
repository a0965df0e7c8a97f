/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lines, columns and the words for everything that the strict reader refuses. Columns count characters, not
 * bytes, as a text editor does; lines end at a line feed.
 */

#include "base/soleus-json-complaint.h"

#include <glib/gi18n.h>
#include <string.h>

#define LONGEST_QUOTED_KEY 32

void
soleus_json_place_init (SoleusJsonPlace *self,
                        const char *start)
{
  *self = (SoleusJsonPlace) { .here = start, .line = 1, .column = 1 };
}

/*
 * soleus_json_place_move:
 *
 * Goes forward to @to. A place behind is left where it is.
 */
void
soleus_json_place_move (SoleusJsonPlace *self,
                        const char *to)
{
  const char *feed;

  while (self->here < to && (feed = memchr (self->here, '\n', (gsize) (to - self->here))) != NULL)
    {
      self->here = feed + 1;
      self->line++;
      self->column = 1;
    }

  for (; self->here < to; self->here++)
    {
      /* Only the first byte of a character counts. */
      if (((guchar) *self->here & 0xc0) != 0x80)
        self->column++;
    }
}

/* What is wrong with a byte that belongs to no JSON at all, or NULL. */
static const char *
complain_of_stranger (const char *cursor,
                      const char *end,
                      SoleusJsonError *code)
{
  guchar byte = (guchar) *cursor;

  if (byte == 0)
    {
      *code = SOLEUS_JSON_ERROR_ENCODING;
      return _("there is a zero byte here; the document must be UTF-8 text");
    }

  if (byte >= 0x80 && soleus_json_text_sequence (cursor, end) == 0)
    {
      *code = SOLEUS_JSON_ERROR_ENCODING;
      return _("this is not UTF-8 text");
    }

  if (byte == '/' || byte == '#')
    return _("comments are not allowed");

  if (byte == '\'')
    return _("text must stand in double quotes");

  return NULL;
}

static const char *
complain_of_value (char byte)
{
  if (byte == '+')
    return _("a number must not start with a plus sign");

  if (byte == '.')
    return _("a number must not start with a point");

  if (byte == ',')
    return _("a value is missing before this comma");

  if (byte == ']' || byte == '}')
    return _("a value is missing before this bracket");

  if (g_ascii_isalpha (byte))
    return _("only true, false and null may stand without quotes");

  return _("a value is expected here");
}

/*
 * soleus_json_complain_of_byte:
 *
 * Says why what stands at @cursor is not what the document @wants there, and sets @code.
 */
const char *
soleus_json_complain_of_byte (const char *cursor,
                              const char *end,
                              SoleusJsonWants wants,
                              SoleusJsonError *code)
{
  const char *message;

  *code = SOLEUS_JSON_ERROR_SYNTAX;

  if (cursor == end)
    return _("the document ends too early");

  message = complain_of_stranger (cursor, end, code);

  if (message != NULL)
    return message;

  switch (wants)
    {
    case SOLEUS_JSON_WANTS_KEY:
      if (*cursor == '}')
        return _("there is one comma too many before this bracket");
      return _("the name of a field must stand in double quotes");
    case SOLEUS_JSON_WANTS_COLON:
      return _("a colon is missing here");
    case SOLEUS_JSON_WANTS_COMMA:
      return _("a comma or a closing bracket is missing here");
    case SOLEUS_JSON_WANTS_END:
      return _("there is more text after the end of the document");
    case SOLEUS_JSON_WANTS_VALUE:
    default:
      return complain_of_value (*cursor);
    }
}

/*
 * soleus_json_complain_of_scan:
 *
 * Says what is wrong with a string or a number, and sets @code.
 */
const char *
soleus_json_complain_of_scan (SoleusJsonScan result,
                              SoleusJsonError *code)
{
  *code = SOLEUS_JSON_ERROR_SYNTAX;

  switch (result)
    {
    case SOLEUS_JSON_SCAN_CONTROL:
      return _("a control character such as a line break must be escaped inside text");
    case SOLEUS_JSON_SCAN_UTF8:
      *code = SOLEUS_JSON_ERROR_ENCODING;
      return _("this is not UTF-8 text");
    case SOLEUS_JSON_SCAN_ESCAPE:
      return _("this backslash escape does not exist");
    case SOLEUS_JSON_SCAN_SURROGATE:
      *code = SOLEUS_JSON_ERROR_ENCODING;
      return _("this escape is half a character; its other half is missing");
    case SOLEUS_JSON_SCAN_ZERO:
      *code = SOLEUS_JSON_ERROR_ENCODING;
      return _("the zero character is not allowed inside text");
    case SOLEUS_JSON_SCAN_LEADING_ZERO:
      return _("a number must not start with an extra zero");
    case SOLEUS_JSON_SCAN_DIGIT:
      return _("a digit is missing here");
    case SOLEUS_JSON_SCAN_OK:
    case SOLEUS_JSON_SCAN_EARLY_END:
    default:
      return _("the document ends too early");
    }
}

/*
 * soleus_json_complain_of_type:
 *
 * Says what a value of another type than @wanted must be.
 */
const char *
soleus_json_complain_of_type (SoleusJsonType wanted)
{
  switch (wanted)
    {
    case SOLEUS_JSON_NULL:
      return _("this must be null");
    case SOLEUS_JSON_BOOL:
      return _("this must be true or false");
    case SOLEUS_JSON_NUMBER:
      return _("this must be a number");
    case SOLEUS_JSON_STRING:
      return _("this must be text in double quotes");
    case SOLEUS_JSON_ARRAY:
      return _("this must be a list in square brackets");
    case SOLEUS_JSON_OBJECT:
      return _("this must be a set of fields in curly brackets");
    case SOLEUS_JSON_INVALID:
    case SOLEUS_JSON_END:
    default:
      return _("this is not expected here");
    }
}

/*
 * soleus_json_complain_of_start:
 *
 * Says what is wrong with the encoding that the first bytes of a document show, or returns %NULL.
 */
const char *
soleus_json_complain_of_start (const char *start,
                               gsize length)
{
  if (length >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    return _("the document starts with a byte order mark; save it as UTF-8 without one");

  if (length >= 2 && (memcmp (start, "\xff\xfe", 2) == 0 || memcmp (start, "\xfe\xff", 2) == 0))
    return _("the document is UTF-16; save it as UTF-8");

  return NULL;
}

/*
 * soleus_json_may_quote_key:
 *
 * Returns whether @key looks like the name of a field and not like something a person wrote.
 */
gboolean
soleus_json_may_quote_key (const char *key)
{
  gsize length = strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789_-");

  return length > 0 && length <= LONGEST_QUOTED_KEY && key[length] == '\0';
}
