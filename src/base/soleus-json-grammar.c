/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The order of tokens in a JSON document. Open containers stand on a stack of their own, so that depth costs no
 * machine stack. The insides of tokens are in soleus-json-text.c and soleus-json-number.c, repeated keys in
 * soleus-json-keys.c, words and places in soleus-json-complaint.c.
 */

#include "base/soleus-json-grammar.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * soleus_json_grammar_fail_valist:
 *
 * Keeps the first failure, at @position.
 */
gboolean
soleus_json_grammar_fail_valist (SoleusJsonGrammar *self,
                                 const char *position,
                                 SoleusJsonError code,
                                 const char *format,
                                 va_list arguments)
{
  g_autofree char *detail = NULL;

  if (self->error != NULL)
    return FALSE;

  detail = g_strdup_vprintf (format, arguments);
  self->token = position;
  soleus_json_place_move (&self->place, position);

  /* Translators: the words after the colon say what is wrong at that place of a file. */
  self->error = g_error_new (SOLEUS_JSON_ERROR, (int) code, _("Line %u, column %u: %s"),
                             self->place.line, self->place.column, detail);

  return FALSE;
}

G_GNUC_PRINTF (4, 5)
static gboolean
keep_failure (SoleusJsonGrammar *self,
              const char *position,
              SoleusJsonError code,
              const char *format,
              ...)
{
  va_list arguments;

  va_start (arguments, format);
  soleus_json_grammar_fail_valist (self, position, code, format, arguments);
  va_end (arguments);

  return FALSE;
}

static gboolean
refuse_byte (SoleusJsonGrammar *self,
             SoleusJsonWants wants)
{
  SoleusJsonError code;
  const char *message = soleus_json_complain_of_byte (self->cursor, self->end, wants, &code);

  return keep_failure (self, self->cursor, code, "%s", message);
}

static gboolean
refuse_scan (SoleusJsonGrammar *self,
             SoleusJsonScan result)
{
  SoleusJsonError code;
  const char *message = soleus_json_complain_of_scan (result, &code);

  return keep_failure (self, self->cursor, code, "%s", message);
}

static gboolean
refuse_misuse (SoleusJsonGrammar *self)
{
  g_critical ("The functions of a JSON reader were called in the wrong order");

  return keep_failure (self, self->cursor, SOLEUS_JSON_ERROR_MISUSE, "%s",
                       _("the program does not read this document rightly"));
}

/*
 * soleus_json_grammar_init:
 *
 * Starts at @data. A document that is too long or has a byte order mark has failed already.
 */
void
soleus_json_grammar_init (SoleusJsonGrammar *self,
                          const char *data,
                          gsize length,
                          const SoleusJsonLimits *limits)
{
  const char *complaint;

  *self = (SoleusJsonGrammar) { .start = data, .end = data + length, .cursor = data, .token = data };
  self->keys = soleus_json_keys_new ();
  soleus_json_place_init (&self->place, data);

  if (limits != NULL)
    self->limits = *limits;

  if (self->limits.max_depth == 0)
    self->limits.max_depth = SOLEUS_JSON_DEFAULT_DEPTH;

  if (self->limits.max_bytes == 0)
    self->limits.max_bytes = SOLEUS_JSON_DEFAULT_BYTES;

  if (self->limits.max_string_bytes == 0)
    self->limits.max_string_bytes = SOLEUS_JSON_DEFAULT_STRING_BYTES;

  if (length > self->limits.max_bytes)
    {
      keep_failure (self, data, SOLEUS_JSON_ERROR_SIZE, "%s", _("the document is too long"));
      return;
    }

  complaint = soleus_json_complain_of_start (data, length);

  if (complaint != NULL)
    keep_failure (self, data, SOLEUS_JSON_ERROR_ENCODING, "%s", complaint);
}

void
soleus_json_grammar_clear (SoleusJsonGrammar *self)
{
  g_clear_pointer (&self->keys, soleus_json_keys_free);
  g_clear_pointer (&self->frames, g_free);
  g_clear_error (&self->error);
}

static inline void
skip_space (SoleusJsonGrammar *self)
{
  while (self->cursor < self->end
         && (*self->cursor == ' ' || *self->cursor == '\n' || *self->cursor == '\r' || *self->cursor == '\t'))
    self->cursor++;
}

/* The byte at the cursor; 0 at the end, and nothing that is looked for is 0. */
static inline char
next_byte (SoleusJsonGrammar *self)
{
  return self->cursor < self->end ? *self->cursor : '\0';
}

static SoleusJsonType
classify (char byte)
{
  switch (byte)
    {
    case '"':
      return SOLEUS_JSON_STRING;
    case '{':
      return SOLEUS_JSON_OBJECT;
    case '[':
      return SOLEUS_JSON_ARRAY;
    case 't':
    case 'f':
      return SOLEUS_JSON_BOOL;
    case 'n':
      return SOLEUS_JSON_NULL;
    case '-':
      return SOLEUS_JSON_NUMBER;
    default:
      return g_ascii_isdigit (byte) ? SOLEUS_JSON_NUMBER : SOLEUS_JSON_INVALID;
    }
}

/* Goes to the value that is due and says what it is; INVALID if there is none, with the failure kept. */
static SoleusJsonType
arrive (SoleusJsonGrammar *self)
{
  SoleusJsonType type;

  if (G_UNLIKELY (self->error != NULL))
    return SOLEUS_JSON_INVALID;

  if (G_UNLIKELY (self->state != SOLEUS_JSON_STATE_VALUE))
    {
      refuse_misuse (self);
      return SOLEUS_JSON_INVALID;
    }

  skip_space (self);
  self->token = self->cursor;
  type = classify (next_byte (self));

  if (type != SOLEUS_JSON_INVALID)
    return type;

  if (self->depth == 0 && self->cursor == self->end)
    keep_failure (self, self->cursor, SOLEUS_JSON_ERROR_SYNTAX, "%s", _("the document is empty"));
  else
    refuse_byte (self, SOLEUS_JSON_WANTS_VALUE);

  return SOLEUS_JSON_INVALID;
}

static gboolean
arrive_at (SoleusJsonGrammar *self,
           SoleusJsonType wanted)
{
  SoleusJsonType type = arrive (self);

  if (type == wanted)
    return TRUE;

  if (type != SOLEUS_JSON_INVALID)
    keep_failure (self, self->token, SOLEUS_JSON_ERROR_TYPE, "%s", soleus_json_complain_of_type (wanted));

  return FALSE;
}

static gboolean
open_container (SoleusJsonGrammar *self,
                gboolean is_object)
{
  if (self->depth == self->limits.max_depth)
    return keep_failure (self, self->token, SOLEUS_JSON_ERROR_DEPTH, "%s",
                         _("too many brackets stand inside each other"));

  if (self->depth == self->frames_room)
    {
      self->frames_room = self->frames_room == 0 ? 16 : self->frames_room * 2;
      self->frames = g_renew (SoleusJsonFrame, self->frames, self->frames_room);
    }

  self->frames[self->depth].is_object = is_object;
  self->frames[self->depth].mark = is_object ? soleus_json_keys_open (self->keys) : 0;
  self->depth++;
  self->cursor++;
  self->state = SOLEUS_JSON_STATE_OPENED;

  return TRUE;
}

static gboolean
scan_string (SoleusJsonGrammar *self,
             SoleusJsonStringSpan *span)
{
  SoleusJsonScan result = soleus_json_text_scan_string (&self->cursor, self->end, span);

  if (result != SOLEUS_JSON_SCAN_OK)
    return refuse_scan (self, result);

  if (span->length > self->limits.max_string_bytes)
    return keep_failure (self, self->token, SOLEUS_JSON_ERROR_SIZE, "%s", _("this text is too long"));

  return TRUE;
}

static gboolean
scan_number (SoleusJsonGrammar *self,
             SoleusJsonNumberSpan *span)
{
  SoleusJsonScan result = soleus_json_number_scan (&self->cursor, self->end, span);

  return result == SOLEUS_JSON_SCAN_OK ? TRUE : refuse_scan (self, result);
}

static gboolean
scan_word (SoleusJsonGrammar *self,
           const char *word)
{
  gsize length = strlen (word);
  gsize room = (gsize) (self->end - self->cursor);

  if (room >= length && memcmp (self->cursor, word, length) == 0)
    {
      self->cursor += length;
      return TRUE;
    }

  if (room < length && memcmp (self->cursor, word, room) == 0)
    self->cursor = self->end;

  return refuse_byte (self, SOLEUS_JSON_WANTS_VALUE);
}

/* Goes to the next member of the container that is open. Returns FALSE at its end, which closes it, and on
 * failure. */
static gboolean
advance (SoleusJsonGrammar *self,
         gboolean is_object)
{
  const SoleusJsonFrame *frame;

  if (G_UNLIKELY (self->error != NULL))
    return FALSE;

  if (G_UNLIKELY (self->depth == 0 || self->state == SOLEUS_JSON_STATE_VALUE
                  || self->frames[self->depth - 1].is_object != is_object))
    return refuse_misuse (self);

  frame = &self->frames[self->depth - 1];
  skip_space (self);

  if (next_byte (self) == (is_object ? '}' : ']'))
    {
      if (is_object)
        soleus_json_keys_close (self->keys, frame->mark);

      self->token = self->cursor++;
      self->depth--;
      self->state = SOLEUS_JSON_STATE_AFTER;

      return FALSE;
    }

  if (self->state == SOLEUS_JSON_STATE_OPENED)
    return TRUE;

  if (next_byte (self) != ',')
    return refuse_byte (self, SOLEUS_JSON_WANTS_COMMA);

  self->cursor++;
  skip_space (self);

  if (!is_object && next_byte (self) == ']')
    return keep_failure (self, self->cursor, SOLEUS_JSON_ERROR_SYNTAX, "%s",
                         _("there is one comma too many before this bracket"));

  return TRUE;
}

gboolean
soleus_json_grammar_next_element (SoleusJsonGrammar *self)
{
  if (!advance (self, FALSE))
    return FALSE;

  self->state = SOLEUS_JSON_STATE_VALUE;

  return TRUE;
}

static gboolean
refuse_duplicate (SoleusJsonGrammar *self,
                  const char *key)
{
  if (soleus_json_may_quote_key (key))
    return keep_failure (self, self->token, SOLEUS_JSON_ERROR_DUPLICATE,
                         _("the field “%s” stands here twice"), key);

  return keep_failure (self, self->token, SOLEUS_JSON_ERROR_DUPLICATE, "%s", _("a field stands here twice"));
}

gboolean
soleus_json_grammar_next_key (SoleusJsonGrammar *self)
{
  SoleusJsonStringSpan span;

  if (!advance (self, TRUE))
    return FALSE;

  if (next_byte (self) != '"')
    return refuse_byte (self, SOLEUS_JSON_WANTS_KEY);

  self->token = self->cursor;

  if (!scan_string (self, &span))
    return FALSE;

  if (!soleus_json_keys_add (self->keys, self->frames[self->depth - 1].mark, &span, &self->key))
    return refuse_duplicate (self, self->key);

  skip_space (self);

  if (next_byte (self) != ':')
    return refuse_byte (self, SOLEUS_JSON_WANTS_COLON);

  self->cursor++;
  self->state = SOLEUS_JSON_STATE_VALUE;

  return TRUE;
}

/*
 * soleus_json_grammar_peek:
 *
 * Says what kind of value comes next, from its first byte.
 */
SoleusJsonType
soleus_json_grammar_peek (SoleusJsonGrammar *self)
{
  if (self->error != NULL)
    return SOLEUS_JSON_INVALID;

  if (self->state != SOLEUS_JSON_STATE_VALUE)
    return SOLEUS_JSON_END;

  skip_space (self);

  return classify (next_byte (self));
}

/*
 * soleus_json_grammar_open:
 *
 * Opens the container that must come next.
 */
gboolean
soleus_json_grammar_open (SoleusJsonGrammar *self,
                          gboolean is_object)
{
  return arrive_at (self, is_object ? SOLEUS_JSON_OBJECT : SOLEUS_JSON_ARRAY) && open_container (self, is_object);
}

gboolean
soleus_json_grammar_take_string (SoleusJsonGrammar *self,
                                 SoleusJsonStringSpan *span)
{
  if (!arrive_at (self, SOLEUS_JSON_STRING) || !scan_string (self, span))
    return FALSE;

  self->state = SOLEUS_JSON_STATE_AFTER;

  return TRUE;
}

static gboolean
refuse_range (SoleusJsonGrammar *self,
              guint decimals,
              gint64 min,
              gint64 max)
{
  char low[SOLEUS_JSON_NUMBER_ROOM], high[SOLEUS_JSON_NUMBER_ROOM];

  soleus_json_number_print (low, min, decimals);
  soleus_json_number_print (high, max, decimals);

  return keep_failure (self, self->token, SOLEUS_JSON_ERROR_RANGE,
                       _("this number must be from %s to %s"), low, high);
}

gboolean
soleus_json_grammar_take_scaled (SoleusJsonGrammar *self,
                                 guint decimals,
                                 gint64 min,
                                 gint64 max,
                                 gint64 *scaled)
{
  SoleusJsonNumberSpan span;
  gint64 value;

  if (!arrive_at (self, SOLEUS_JSON_NUMBER) || !scan_number (self, &span))
    return FALSE;

  if (span.has_exponent)
    return keep_failure (self, self->token, SOLEUS_JSON_ERROR_TYPE, "%s",
                         _("this number must be written without an exponent"));

  if (span.n_fraction > 0 && decimals == 0)
    return keep_failure (self, self->token, SOLEUS_JSON_ERROR_TYPE, "%s", _("this must be a whole number"));

  if (span.n_fraction > decimals)
    return keep_failure (self, self->token, SOLEUS_JSON_ERROR_RANGE, "%s",
                         _("this number has too many digits after the point"));

  if (!soleus_json_number_to_scaled (&span, decimals, &value) || value < min || value > max)
    return refuse_range (self, decimals, min, max);

  self->state = SOLEUS_JSON_STATE_AFTER;
  *scaled = value;

  return TRUE;
}

gboolean
soleus_json_grammar_take_bool (SoleusJsonGrammar *self,
                               gboolean *value)
{
  gboolean is_true;

  if (!arrive_at (self, SOLEUS_JSON_BOOL))
    return FALSE;

  is_true = *self->cursor == 't';

  if (!scan_word (self, is_true ? "true" : "false"))
    return FALSE;

  self->state = SOLEUS_JSON_STATE_AFTER;
  *value = is_true;

  return TRUE;
}

gboolean
soleus_json_grammar_take_null (SoleusJsonGrammar *self)
{
  if (!arrive_at (self, SOLEUS_JSON_NULL) || !scan_word (self, "null"))
    return FALSE;

  self->state = SOLEUS_JSON_STATE_AFTER;

  return TRUE;
}

/* Any number: as gint64 if it is written as a whole number, else as double. */
static gboolean
take_number (SoleusJsonGrammar *self)
{
  SoleusJsonNumberSpan span;
  gint64 value;

  if (!scan_number (self, &span))
    return FALSE;

  if (span.n_fraction == 0 && !span.has_exponent
      ? !soleus_json_number_to_scaled (&span, 0, &value)
      : !soleus_json_number_is_finite (&span))
    return keep_failure (self, self->token, SOLEUS_JSON_ERROR_RANGE, "%s",
                         _("this number is too large or too small"));

  self->state = SOLEUS_JSON_STATE_AFTER;

  return TRUE;
}

/* Takes the value that is due, or opens it if it is a container. */
static gboolean
enter_value (SoleusJsonGrammar *self)
{
  SoleusJsonStringSpan span;
  gboolean value;

  switch (arrive (self))
    {
    case SOLEUS_JSON_NULL:
      return soleus_json_grammar_take_null (self);
    case SOLEUS_JSON_BOOL:
      return soleus_json_grammar_take_bool (self, &value);
    case SOLEUS_JSON_NUMBER:
      return take_number (self);
    case SOLEUS_JSON_STRING:
      return soleus_json_grammar_take_string (self, &span);
    case SOLEUS_JSON_ARRAY:
      return open_container (self, FALSE);
    case SOLEUS_JSON_OBJECT:
      return open_container (self, TRUE);
    case SOLEUS_JSON_INVALID:
    case SOLEUS_JSON_END:
    default:
      return FALSE;
    }
}

/*
 * soleus_json_grammar_skip:
 *
 * Passes the value that comes next, and checks all of it.
 */
gboolean
soleus_json_grammar_skip (SoleusJsonGrammar *self)
{
  const guint outside = self->depth;
  const char *token;

  if (!enter_value (self))
    return FALSE;

  token = self->token;

  while (self->depth > outside)
    {
      gboolean is_object = self->frames[self->depth - 1].is_object;

      if (is_object ? soleus_json_grammar_next_key (self) : soleus_json_grammar_next_element (self))
        enter_value (self);

      if (self->error != NULL)
        return FALSE;
    }

  self->token = token;

  return TRUE;
}

gboolean
soleus_json_grammar_finish (SoleusJsonGrammar *self)
{
  if (self->error != NULL)
    return FALSE;

  if (self->depth > 0 || self->state != SOLEUS_JSON_STATE_AFTER)
    return refuse_misuse (self);

  skip_space (self);

  return self->cursor == self->end ? TRUE : refuse_byte (self, SOLEUS_JSON_WANTS_END);
}
