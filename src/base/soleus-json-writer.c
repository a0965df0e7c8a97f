/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The streaming writer. Everything goes into one buffer; with a sink it is handed on whenever it passes 64 KiB,
 * so that memory does not grow with the document.
 */

#include "base/soleus-json-writer.h"

#include "base/soleus-json-number.h"
#include "base/soleus-json-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define FLUSH_SIZE ((gsize) 64 * 1024)

typedef struct
{
  gboolean is_object;
  gboolean has_members;
} Frame;

struct _SoleusJsonWriter
{
  char *buffer;
  gsize length;
  gsize room;

  Frame frames[SOLEUS_JSON_WRITER_MAX_DEPTH];
  guint depth;
  guint indent_depth;
  gboolean has_key;
  gboolean has_root;
  gboolean is_finished;

  SoleusJsonSink sink;
  gpointer sink_data;
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
};

/**
 * soleus_json_writer_new:
 * @indent_depth: containers nested less deeply than this put each member on a line of its own, indented by one
 *   space a level; all deeper ones stand on one line. With 0 the document is one line.
 *
 * Returns: (transfer full): a writer that keeps the document for soleus_json_writer_finish_bytes()
 */
SoleusJsonWriter *
soleus_json_writer_new (guint indent_depth)
{
  SoleusJsonWriter *self = g_new0 (SoleusJsonWriter, 1);

  self->indent_depth = indent_depth;

  return self;
}

/**
 * soleus_json_writer_new_for_sink:
 * @indent_depth: see soleus_json_writer_new()
 * @sink: (scope forever): takes the document part by part
 *
 * Returns: (transfer full): a writer that hands the document to @sink
 */
SoleusJsonWriter *
soleus_json_writer_new_for_sink (guint indent_depth,
                                 SoleusJsonSink sink,
                                 gpointer user_data)
{
  SoleusJsonWriter *self = soleus_json_writer_new (indent_depth);

  self->sink = sink;
  self->sink_data = user_data;

  return self;
}

static gboolean
write_to_stream (const char *data,
                 gsize length,
                 gpointer user_data,
                 GError **error)
{
  SoleusJsonWriter *self = user_data;

  /* Not every stream looks at its cancellable. */
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  return g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, error);
}

/**
 * soleus_json_writer_new_for_stream:
 * @indent_depth: see soleus_json_writer_new()
 * @stream: takes the document; it is neither flushed nor closed
 * @cancellable: (nullable): stops the writing
 *
 * Returns: (transfer full): a writer that hands the document to @stream
 */
SoleusJsonWriter *
soleus_json_writer_new_for_stream (guint indent_depth,
                                   GOutputStream *stream,
                                   GCancellable *cancellable)
{
  SoleusJsonWriter *self = soleus_json_writer_new (indent_depth);

  self->sink = write_to_stream;
  self->sink_data = self;
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);

  return self;
}

void
soleus_json_writer_free (SoleusJsonWriter *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->buffer);
  g_free (self);
}

static void
refuse_misuse (SoleusJsonWriter *self)
{
  if (self->error != NULL)
    return;

  g_critical ("The functions of a JSON writer were called in the wrong order");
  g_set_error_literal (&self->error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_MISUSE,
                       _("The program does not write this document rightly"));
}

/* Hands the buffer to the sink, if there is one. */
static void
flush (SoleusJsonWriter *self)
{
  if (self->sink == NULL || self->length == 0 || self->error != NULL)
    return;

  if (!self->sink (self->buffer, self->length, self->sink_data, &self->error) && self->error == NULL)
    g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The document could not be written"));

  self->length = 0;
}

static inline char *
make_room (SoleusJsonWriter *self,
           gsize length)
{
  if (G_UNLIKELY (self->room - self->length < length))
    {
      self->room = MAX (self->room * 2, self->length + length + FLUSH_SIZE);
      self->buffer = g_realloc (self->buffer, self->room);
    }

  return self->buffer + self->length;
}

static inline void
put (SoleusJsonWriter *self,
     const char *data,
     gsize length)
{
  memcpy (make_room (self, length), data, length);
  self->length += length;
}

static inline void
put_byte (SoleusJsonWriter *self,
          char byte)
{
  *make_room (self, 1) = byte;
  self->length++;
}

/* Starts a new line inside the innermost container, if its members stand on lines of their own. */
static inline void
put_line (SoleusJsonWriter *self,
          guint container_depth,
          guint spaces)
{
  char *out;

  if (container_depth >= self->indent_depth)
    return;

  out = make_room (self, spaces + 1);
  out[0] = '\n';
  memset (out + 1, ' ', spaces);
  self->length += spaces + 1;
}

static inline void
start_member (SoleusJsonWriter *self,
              Frame *frame)
{
  if (frame->has_members)
    put_byte (self, ',');

  frame->has_members = TRUE;
  put_line (self, self->depth - 1, self->depth);
}

/* Prepares the place of a value. Returns FALSE if none may stand here. */
static gboolean
start_value (SoleusJsonWriter *self)
{
  Frame *frame;

  if (G_UNLIKELY (self->error != NULL))
    return FALSE;

  if (self->depth == 0)
    {
      if (self->has_root)
        {
          refuse_misuse (self);
          return FALSE;
        }

      self->has_root = TRUE;

      return TRUE;
    }

  frame = &self->frames[self->depth - 1];

  if (!frame->is_object)
    {
      if (self->length >= FLUSH_SIZE)
        flush (self);

      if (G_UNLIKELY (self->error != NULL))
        return FALSE;

      start_member (self, frame);
    }
  else if (!self->has_key)
    {
      refuse_misuse (self);
      return FALSE;
    }

  self->has_key = FALSE;

  return TRUE;
}

static void
put_escape (SoleusJsonWriter *self,
            char byte)
{
  static const char hex[] = "0123456789abcdef";
  char escape[6] = { '\\', 'u', '0', '0' };
  gsize length = 2;

  switch (byte)
    {
    case '"':
    case '\\':
      escape[1] = byte;
      break;
    case '\b':
      escape[1] = 'b';
      break;
    case '\f':
      escape[1] = 'f';
      break;
    case '\n':
      escape[1] = 'n';
      break;
    case '\r':
      escape[1] = 'r';
      break;
    case '\t':
      escape[1] = 't';
      break;
    default:
      escape[4] = hex[(guchar) byte >> 4];
      escape[5] = hex[(guchar) byte & 0xf];
      length = 6;
      break;
    }

  put (self, escape, length);
}

static void
put_string (SoleusJsonWriter *self,
            const char *value)
{
  const char *end = value + strlen (value);
  const char *run = value;
  const char *here = value;

  put_byte (self, '"');

  while ((here = soleus_json_text_skip_plain (here, end)) < end)
    {
      if ((guchar) *here < 0x80)
        {
          put (self, run, (gsize) (here - run));
          put_escape (self, *here);
          run = ++here;
        }
      else
        {
          guint length = soleus_json_text_sequence (here, end);

          if (length == 0)
            {
              g_set_error_literal (&self->error, SOLEUS_JSON_ERROR, SOLEUS_JSON_ERROR_ENCODING,
                                   _("A text to be written is not UTF-8"));
              return;
            }

          here += length;
        }
    }

  put (self, run, (gsize) (end - run));
  put_byte (self, '"');
}

static void
begin_container (SoleusJsonWriter *self,
                 gboolean is_object)
{
  if (!start_value (self))
    return;

  if (self->depth == SOLEUS_JSON_WRITER_MAX_DEPTH)
    {
      refuse_misuse (self);
      return;
    }

  self->frames[self->depth++] = (Frame) { .is_object = is_object };
  put_byte (self, is_object ? '{' : '[');
}

static void
end_container (SoleusJsonWriter *self,
               gboolean is_object)
{
  if (self->error != NULL)
    return;

  if (self->depth == 0 || self->has_key || self->frames[self->depth - 1].is_object != is_object)
    {
      refuse_misuse (self);
      return;
    }

  self->depth--;

  if (self->frames[self->depth].has_members)
    put_line (self, self->depth, self->depth);

  put_byte (self, is_object ? '}' : ']');
}

void
soleus_json_writer_begin_object (SoleusJsonWriter *self)
{
  begin_container (self, TRUE);
}

void
soleus_json_writer_end_object (SoleusJsonWriter *self)
{
  end_container (self, TRUE);
}

void
soleus_json_writer_begin_array (SoleusJsonWriter *self)
{
  begin_container (self, FALSE);
}

void
soleus_json_writer_end_array (SoleusJsonWriter *self)
{
  end_container (self, FALSE);
}

/**
 * soleus_json_writer_key:
 * @key: UTF-8; the caller sees to it that it stands only once in the object
 *
 * Starts a member of the object that is open; its value must follow.
 */
void
soleus_json_writer_key (SoleusJsonWriter *self,
                        const char *key)
{
  if (G_UNLIKELY (self->error != NULL))
    return;

  if (self->depth == 0 || self->has_key || !self->frames[self->depth - 1].is_object)
    {
      refuse_misuse (self);
      return;
    }

  if (self->length >= FLUSH_SIZE)
    flush (self);

  start_member (self, &self->frames[self->depth - 1]);
  put_string (self, key);
  put_byte (self, ':');
  self->has_key = TRUE;
}

/**
 * soleus_json_writer_string:
 * @value: (nullable): UTF-8, or %NULL to write null
 *
 * Text that is not UTF-8 fails: it is never changed on the way.
 */
void
soleus_json_writer_string (SoleusJsonWriter *self,
                           const char *value)
{
  if (value == NULL)
    soleus_json_writer_null (self);
  else if (start_value (self))
    put_string (self, value);
}

void
soleus_json_writer_int (SoleusJsonWriter *self,
                        gint64 value)
{
  soleus_json_writer_decimal (self, value, 0);
}

/**
 * soleus_json_writer_decimal:
 * @scaled: the number times ten to the power of @decimals
 * @decimals: at most 18
 *
 * Writes the number in its shortest form: 38250 with 3 decimals is 38.25, and 2000 is 2.
 */
void
soleus_json_writer_decimal (SoleusJsonWriter *self,
                            gint64 scaled,
                            guint decimals)
{
  if (decimals > SOLEUS_JSON_MAX_DECIMALS)
    refuse_misuse (self);
  else if (start_value (self))
    self->length += soleus_json_number_print (make_room (self, SOLEUS_JSON_NUMBER_ROOM), scaled, decimals);
}

void
soleus_json_writer_bool (SoleusJsonWriter *self,
                         gboolean value)
{
  if (!start_value (self))
    return;

  if (value)
    put (self, "true", 4);
  else
    put (self, "false", 5);
}

void
soleus_json_writer_null (SoleusJsonWriter *self)
{
  if (start_value (self))
    put (self, "null", 4);
}

/**
 * soleus_json_writer_check:
 *
 * Returns: whether all went well so far, so that a long export can end early
 */
gboolean
soleus_json_writer_check (SoleusJsonWriter *self,
                          GError **error)
{
  if (self->error == NULL)
    return TRUE;

  if (error != NULL && *error == NULL)
    *error = g_error_copy (self->error);

  return FALSE;
}

/**
 * soleus_json_writer_finish:
 *
 * Ends the document, with a line feed if it has lines, and hands on what is left. With no sink the document
 * stays for soleus_json_writer_finish_bytes().
 *
 * Returns: whether all of it was written
 */
gboolean
soleus_json_writer_finish (SoleusJsonWriter *self,
                           GError **error)
{
  if (self->error == NULL && !self->is_finished)
    {
      if (self->depth > 0 || !self->has_root)
        refuse_misuse (self);
      else if (self->indent_depth > 0)
        put_byte (self, '\n');

      self->is_finished = TRUE;
      flush (self);
    }

  return soleus_json_writer_check (self, error);
}

/**
 * soleus_json_writer_finish_bytes:
 *
 * Ends a document that has no sink.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 */
GBytes *
soleus_json_writer_finish_bytes (SoleusJsonWriter *self,
                                 GError **error)
{
  gsize length;

  if (!soleus_json_writer_finish (self, error))
    return NULL;

  length = self->length;
  self->length = self->room = 0;

  return g_bytes_new_take (g_steal_pointer (&self->buffer), length);
}
