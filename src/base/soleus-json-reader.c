/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The pull reader as other rooms see it: soleus-json-grammar.c walks the document, this file hands out values
 * and errors.
 */

#include "base/soleus-json-reader.h"

#include "base/soleus-json-grammar.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (soleus-json-error-quark, soleus_json_error)

struct _SoleusJsonReader
{
  SoleusJsonGrammar grammar;
  char *string; /* the last one borrowed */
  gsize string_room;
  GBytes *bytes;
};

/* Hands the kept failure to the caller, who may have one from an earlier call. */
static gboolean
report (SoleusJsonReader *self,
        gboolean success,
        GError **error)
{
  if (G_UNLIKELY (!success) && self->grammar.error != NULL && error != NULL && *error == NULL)
    *error = g_error_copy (self->grammar.error);

  return success;
}

/**
 * soleus_json_reader_new:
 * @data: a document; it must neither change nor go away while it is read
 * @length: its length in bytes
 * @limits: (nullable): what the document may ask for
 *
 * A document that is too long or has a byte order mark fails at the first call.
 *
 * Returns: (transfer full): a reader at the start of @data
 */
SoleusJsonReader *
soleus_json_reader_new (const char *data,
                        gsize length,
                        const SoleusJsonLimits *limits)
{
  SoleusJsonReader *self = g_new0 (SoleusJsonReader, 1);

  soleus_json_grammar_init (&self->grammar, data != NULL ? data : "", data != NULL ? length : 0, limits);

  return self;
}

/**
 * soleus_json_reader_new_for_bytes:
 * @bytes: a document, not mapped from a file that can change
 * @limits: (nullable): what the document may ask for
 *
 * Returns: (transfer full): a reader that keeps @bytes alive
 */
SoleusJsonReader *
soleus_json_reader_new_for_bytes (GBytes *bytes,
                                  const SoleusJsonLimits *limits)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  SoleusJsonReader *self = soleus_json_reader_new (data, length, limits);

  self->bytes = g_bytes_ref (bytes);

  return self;
}

void
soleus_json_reader_free (SoleusJsonReader *self)
{
  soleus_json_grammar_clear (&self->grammar);
  g_free (self->string);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * soleus_json_reader_peek:
 *
 * Returns: the type of the value that is read next. Only the value itself tells whether it is whole.
 */
SoleusJsonType
soleus_json_reader_peek (SoleusJsonReader *self)
{
  return soleus_json_grammar_peek (&self->grammar);
}

/**
 * soleus_json_reader_begin_object:
 *
 * Opens the object that is the next value. Its keys follow by soleus_json_reader_next_key().
 */
gboolean
soleus_json_reader_begin_object (SoleusJsonReader *self,
                                 GError **error)
{
  return report (self, soleus_json_grammar_open (&self->grammar, TRUE), error);
}

/**
 * soleus_json_reader_next_key:
 * @key: (out) (transfer none): the key, valid until the next call of this function
 *
 * Goes to the next key of the object that is open; its value must then be read or skipped. The end of the
 * object closes it.
 *
 * Returns: %FALSE at the end of the object, with no error set, and on failure
 */
gboolean
soleus_json_reader_next_key (SoleusJsonReader *self,
                             const char **key,
                             GError **error)
{
  if (!soleus_json_grammar_next_key (&self->grammar))
    {
      *key = NULL;
      return report (self, FALSE, error);
    }

  *key = self->grammar.key;

  return TRUE;
}

/**
 * soleus_json_reader_begin_array:
 *
 * Opens the array that is the next value. Its elements follow by soleus_json_reader_next_element().
 */
gboolean
soleus_json_reader_begin_array (SoleusJsonReader *self,
                                GError **error)
{
  return report (self, soleus_json_grammar_open (&self->grammar, FALSE), error);
}

/**
 * soleus_json_reader_next_element:
 *
 * Goes to the next value of the array that is open; it must then be read or skipped. The end of the array
 * closes it.
 *
 * Returns: %FALSE at the end of the array, with no error set, and on failure
 */
gboolean
soleus_json_reader_next_element (SoleusJsonReader *self,
                                 GError **error)
{
  return report (self, soleus_json_grammar_next_element (&self->grammar), error);
}

/**
 * soleus_json_reader_read_string:
 * @value: (out) (transfer full): valid UTF-8 without a zero character
 */
gboolean
soleus_json_reader_read_string (SoleusJsonReader *self,
                                char **value,
                                GError **error)
{
  SoleusJsonStringSpan span;

  *value = NULL;

  if (!soleus_json_grammar_take_string (&self->grammar, &span))
    return report (self, FALSE, error);

  *value = g_malloc (span.length + 1);
  soleus_json_text_decode (&span, *value);

  return TRUE;
}

/**
 * soleus_json_reader_borrow_string:
 * @value: (out) (transfer none): valid UTF-8 that ends in a zero byte, until the next string is borrowed
 * @length: (out) (optional): its length in bytes
 *
 * Reads a string without an allocation for each.
 */
gboolean
soleus_json_reader_borrow_string (SoleusJsonReader *self,
                                  const char **value,
                                  gsize *length,
                                  GError **error)
{
  SoleusJsonStringSpan span;

  *value = NULL;

  if (length != NULL)
    *length = 0;

  if (!soleus_json_grammar_take_string (&self->grammar, &span))
    return report (self, FALSE, error);

  if (self->string_room <= span.length)
    {
      self->string_room = MAX (self->string_room * 2, span.length + 256);
      g_free (self->string);
      self->string = g_malloc (self->string_room);
    }

  soleus_json_text_decode (&span, self->string);
  *value = self->string;

  if (length != NULL)
    *length = span.length;

  return TRUE;
}

/**
 * soleus_json_reader_read_int:
 * @min: the least that is allowed
 * @max: the most that is allowed
 * @value: (out): left alone on failure
 *
 * Reads a whole number, written without fraction and exponent.
 */
gboolean
soleus_json_reader_read_int (SoleusJsonReader *self,
                             gint64 min,
                             gint64 max,
                             gint64 *value,
                             GError **error)
{
  return report (self, soleus_json_grammar_take_scaled (&self->grammar, 0, min, max, value), error);
}

/**
 * soleus_json_reader_read_decimal:
 * @decimals: how many digits may follow the point, at most 18
 * @min: the least that is allowed, scaled
 * @max: the most that is allowed, scaled
 * @scaled: (out): the exact number times ten to the power of @decimals; left alone on failure
 *
 * Reads a number without exponent: with 3 decimals, 38.25 gives 38250.
 */
gboolean
soleus_json_reader_read_decimal (SoleusJsonReader *self,
                                 guint decimals,
                                 gint64 min,
                                 gint64 max,
                                 gint64 *scaled,
                                 GError **error)
{
  g_return_val_if_fail (decimals <= SOLEUS_JSON_MAX_DECIMALS, FALSE);

  return report (self, soleus_json_grammar_take_scaled (&self->grammar, decimals, min, max, scaled), error);
}

/**
 * soleus_json_reader_read_bool:
 * @value: (out): left alone on failure
 */
gboolean
soleus_json_reader_read_bool (SoleusJsonReader *self,
                              gboolean *value,
                              GError **error)
{
  return report (self, soleus_json_grammar_take_bool (&self->grammar, value), error);
}

/**
 * soleus_json_reader_read_null:
 *
 * Reads null; soleus_json_reader_peek() tells whether it is there.
 */
gboolean
soleus_json_reader_read_null (SoleusJsonReader *self,
                              GError **error)
{
  return report (self, soleus_json_grammar_take_null (&self->grammar), error);
}

/**
 * soleus_json_reader_skip_value:
 *
 * Passes the next value, whatever it is, and checks all of it.
 */
gboolean
soleus_json_reader_skip_value (SoleusJsonReader *self,
                               GError **error)
{
  return report (self, soleus_json_grammar_skip (&self->grammar), error);
}

/**
 * soleus_json_reader_check:
 *
 * Returns: whether all went well so far
 */
gboolean
soleus_json_reader_check (SoleusJsonReader *self,
                          GError **error)
{
  return report (self, self->grammar.error == NULL, error);
}

/**
 * soleus_json_reader_finish:
 *
 * Ends a document whose value has been read: only white space may follow.
 *
 * Returns: whether the whole document went well
 */
gboolean
soleus_json_reader_finish (SoleusJsonReader *self,
                           GError **error)
{
  return report (self, soleus_json_grammar_finish (&self->grammar), error);
}

/**
 * soleus_json_reader_fail:
 * @format: what is wrong, without its place and without health data
 *
 * Reports what the caller found wrong, at the place of the last key or value.
 *
 * Returns: %FALSE
 */
gboolean
soleus_json_reader_fail (SoleusJsonReader *self,
                         GError **error,
                         SoleusJsonError code,
                         const char *format,
                         ...)
{
  va_list arguments;

  va_start (arguments, format);
  soleus_json_grammar_fail_valist (&self->grammar, self->grammar.token, code, format, arguments);
  va_end (arguments);

  return report (self, FALSE, error);
}

/**
 * soleus_json_reader_fail_unknown_key:
 *
 * Reports that the caller does not know the last key.
 *
 * Returns: %FALSE
 */
gboolean
soleus_json_reader_fail_unknown_key (SoleusJsonReader *self,
                                     GError **error)
{
  if (self->grammar.key != NULL && soleus_json_may_quote_key (self->grammar.key))
    return soleus_json_reader_fail (self, error, SOLEUS_JSON_ERROR_UNKNOWN,
                                    _("the field “%s” is not known here"), self->grammar.key);

  return soleus_json_reader_fail (self, error, SOLEUS_JSON_ERROR_UNKNOWN, "%s", _("this field is not known here"));
}

/**
 * soleus_json_reader_fail_missing_key:
 * @key: a key that the object just read should have had
 *
 * Returns: %FALSE
 */
gboolean
soleus_json_reader_fail_missing_key (SoleusJsonReader *self,
                                     const char *key,
                                     GError **error)
{
  return soleus_json_reader_fail (self, error, SOLEUS_JSON_ERROR_MISSING, _("the field “%s” is missing"), key);
}

/**
 * soleus_json_reader_get_offset:
 *
 * Returns: where the last key, value or failure starts, in bytes from 0
 */
gsize
soleus_json_reader_get_offset (SoleusJsonReader *self)
{
  return (gsize) (self->grammar.token - self->grammar.start);
}

/**
 * soleus_json_reader_get_line:
 *
 * Returns: the line of the last key, value or failure, from 1; lines end at a line feed
 */
guint
soleus_json_reader_get_line (SoleusJsonReader *self)
{
  soleus_json_place_move (&self->grammar.place, self->grammar.token);

  return self->grammar.place.line;
}

/**
 * soleus_json_reader_get_column:
 *
 * Returns: the column of the last key, value or failure in its line, in characters from 1
 */
guint
soleus_json_reader_get_column (SoleusJsonReader *self)
{
  soleus_json_place_move (&self->grammar.place, self->grammar.token);

  return self->grammar.place.column;
}
