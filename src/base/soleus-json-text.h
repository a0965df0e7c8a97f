/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The spelling of JSON strings, shared by the reader and the writer. Nothing here keeps state or allocates; other
 * rooms use SoleusJsonReader and SoleusJsonWriter.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with a string or a number. */
typedef enum
{
  SOLEUS_JSON_SCAN_OK,
  SOLEUS_JSON_SCAN_EARLY_END,
  SOLEUS_JSON_SCAN_CONTROL,
  SOLEUS_JSON_SCAN_UTF8,
  SOLEUS_JSON_SCAN_ESCAPE,
  SOLEUS_JSON_SCAN_SURROGATE,
  SOLEUS_JSON_SCAN_ZERO,
  SOLEUS_JSON_SCAN_LEADING_ZERO,
  SOLEUS_JSON_SCAN_DIGIT,
} SoleusJsonScan;

/* A checked string: what stands between its quotes, and its length once escapes are resolved. */
typedef struct
{
  const char *raw;
  gsize raw_length;
  gsize length;
} SoleusJsonStringSpan;

const char *soleus_json_text_skip_plain (const char *cursor,
                                         const char *end);
guint soleus_json_text_sequence (const char *cursor,
                                 const char *end);

SoleusJsonScan soleus_json_text_scan_string (const char **cursor,
                                             const char *end,
                                             SoleusJsonStringSpan *span);
void soleus_json_text_decode (const SoleusJsonStringSpan *span,
                              char *out);

G_END_DECLS
