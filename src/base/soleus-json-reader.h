/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A strict RFC 8259 pull reader. The caller asks for what it expects, value by value, and gets either that or
 * an error that names the line. No tree is built and nothing recurses.
 *
 *     if (!soleus_json_reader_begin_object (reader, error))
 *       return FALSE;
 *
 *     while (soleus_json_reader_next_key (reader, &key, error))
 *       {
 *         if (g_str_equal (key, "pain"))
 *           soleus_json_reader_read_int (reader, 0, 10, &pain, error);
 *         else
 *           soleus_json_reader_fail_unknown_key (reader, error);
 *       }
 *
 *     return soleus_json_reader_finish (reader, error);
 *
 * The first failure stays: every later call returns FALSE with the same error, so that it is enough to look at
 * the end of a loop.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_JSON_ERROR (soleus_json_error_quark ())

/**
 * SoleusJsonError:
 * @SOLEUS_JSON_ERROR_SYNTAX: not JSON
 * @SOLEUS_JSON_ERROR_DEPTH: nested too deeply
 * @SOLEUS_JSON_ERROR_SIZE: the document or one of its strings is too long
 * @SOLEUS_JSON_ERROR_ENCODING: not UTF-8, or a character that cannot be kept
 * @SOLEUS_JSON_ERROR_DUPLICATE: a key stands twice in one object
 * @SOLEUS_JSON_ERROR_RANGE: a number outside its range, or with too many decimals
 * @SOLEUS_JSON_ERROR_TYPE: a value of another type than expected
 * @SOLEUS_JSON_ERROR_UNKNOWN: for callers: a key that is not known
 * @SOLEUS_JSON_ERROR_MISSING: for callers: a key that is missing
 * @SOLEUS_JSON_ERROR_VALUE: for callers: a value that makes no sense
 * @SOLEUS_JSON_ERROR_MISUSE: the program called functions in the wrong order
 */
typedef enum
{
  SOLEUS_JSON_ERROR_SYNTAX,
  SOLEUS_JSON_ERROR_DEPTH,
  SOLEUS_JSON_ERROR_SIZE,
  SOLEUS_JSON_ERROR_ENCODING,
  SOLEUS_JSON_ERROR_DUPLICATE,
  SOLEUS_JSON_ERROR_RANGE,
  SOLEUS_JSON_ERROR_TYPE,
  SOLEUS_JSON_ERROR_UNKNOWN,
  SOLEUS_JSON_ERROR_MISSING,
  SOLEUS_JSON_ERROR_VALUE,
  SOLEUS_JSON_ERROR_MISUSE,
} SoleusJsonError;

GQuark soleus_json_error_quark (void);

#define SOLEUS_JSON_DEFAULT_DEPTH 32
#define SOLEUS_JSON_DEFAULT_BYTES ((gsize) 256 * 1024 * 1024)
#define SOLEUS_JSON_DEFAULT_STRING_BYTES ((gsize) 1024 * 1024)

/**
 * SoleusJsonLimits:
 * @max_depth: how many arrays and objects may be open at once
 * @max_bytes: the longest document, in bytes
 * @max_string_bytes: the longest string or key, in bytes of UTF-8 without its escapes
 *
 * What a document may ask for. A field of 0 stands for the default.
 */
typedef struct
{
  guint max_depth;
  gsize max_bytes;
  gsize max_string_bytes;
} SoleusJsonLimits;

/**
 * SoleusJsonType:
 * @SOLEUS_JSON_INVALID: the reader has failed, or what comes next starts no value
 * @SOLEUS_JSON_END: no value is due here
 *
 * What the next value is.
 */
typedef enum
{
  SOLEUS_JSON_INVALID,
  SOLEUS_JSON_END,
  SOLEUS_JSON_NULL,
  SOLEUS_JSON_BOOL,
  SOLEUS_JSON_NUMBER,
  SOLEUS_JSON_STRING,
  SOLEUS_JSON_ARRAY,
  SOLEUS_JSON_OBJECT,
} SoleusJsonType;

typedef struct _SoleusJsonReader SoleusJsonReader;

SoleusJsonReader *soleus_json_reader_new (const char *data,
                                          gsize length,
                                          const SoleusJsonLimits *limits);
SoleusJsonReader *soleus_json_reader_new_for_bytes (GBytes *bytes,
                                                    const SoleusJsonLimits *limits);
void soleus_json_reader_free (SoleusJsonReader *self);

SoleusJsonType soleus_json_reader_peek (SoleusJsonReader *self);

gboolean soleus_json_reader_begin_object (SoleusJsonReader *self,
                                          GError **error);
gboolean soleus_json_reader_next_key (SoleusJsonReader *self,
                                      const char **key,
                                      GError **error);
gboolean soleus_json_reader_begin_array (SoleusJsonReader *self,
                                         GError **error);
gboolean soleus_json_reader_next_element (SoleusJsonReader *self,
                                          GError **error);

gboolean soleus_json_reader_read_string (SoleusJsonReader *self,
                                         char **value,
                                         GError **error);
gboolean soleus_json_reader_borrow_string (SoleusJsonReader *self,
                                           const char **value,
                                           gsize *length,
                                           GError **error);
gboolean soleus_json_reader_read_int (SoleusJsonReader *self,
                                      gint64 min,
                                      gint64 max,
                                      gint64 *value,
                                      GError **error);
gboolean soleus_json_reader_read_decimal (SoleusJsonReader *self,
                                          guint decimals,
                                          gint64 min,
                                          gint64 max,
                                          gint64 *scaled,
                                          GError **error);
gboolean soleus_json_reader_read_bool (SoleusJsonReader *self,
                                       gboolean *value,
                                       GError **error);
gboolean soleus_json_reader_read_null (SoleusJsonReader *self,
                                       GError **error);
gboolean soleus_json_reader_skip_value (SoleusJsonReader *self,
                                        GError **error);

gboolean soleus_json_reader_check (SoleusJsonReader *self,
                                   GError **error);
gboolean soleus_json_reader_finish (SoleusJsonReader *self,
                                    GError **error);

gboolean soleus_json_reader_fail (SoleusJsonReader *self,
                                  GError **error,
                                  SoleusJsonError code,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (4, 5);
gboolean soleus_json_reader_fail_unknown_key (SoleusJsonReader *self,
                                              GError **error);
gboolean soleus_json_reader_fail_missing_key (SoleusJsonReader *self,
                                              const char *key,
                                              GError **error);

gsize soleus_json_reader_get_offset (SoleusJsonReader *self);
guint soleus_json_reader_get_line (SoleusJsonReader *self);
guint soleus_json_reader_get_column (SoleusJsonReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusJsonReader, soleus_json_reader_free)

G_END_DECLS
