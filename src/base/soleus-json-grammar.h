/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Walks a JSON document token by token and keeps the first failure. Part of SoleusJsonReader, which adds the
 * ways to get at values and hands out errors.
 */

#pragma once

#include "base/soleus-json-complaint.h"
#include "base/soleus-json-keys.h"
#include "base/soleus-json-number.h"

G_BEGIN_DECLS

typedef enum
{
  SOLEUS_JSON_STATE_VALUE,  /* a value is due */
  SOLEUS_JSON_STATE_OPENED, /* a container was just opened */
  SOLEUS_JSON_STATE_AFTER,  /* a value is complete */
} SoleusJsonState;

typedef struct
{
  gsize mark; /* of its keys */
  gboolean is_object;
} SoleusJsonFrame;

typedef struct
{
  const char *start;
  const char *end;
  const char *cursor;
  const char *token; /* the last one, to report errors */
  SoleusJsonState state;

  SoleusJsonFrame *frames;
  guint depth;
  guint frames_room;
  SoleusJsonKeys *keys;
  const char *key;

  SoleusJsonLimits limits;
  SoleusJsonPlace place;
  GError *error;
} SoleusJsonGrammar;

void soleus_json_grammar_init (SoleusJsonGrammar *self,
                               const char *data,
                               gsize length,
                               const SoleusJsonLimits *limits);
void soleus_json_grammar_clear (SoleusJsonGrammar *self);

SoleusJsonType soleus_json_grammar_peek (SoleusJsonGrammar *self);
gboolean soleus_json_grammar_open (SoleusJsonGrammar *self,
                                   gboolean is_object);
gboolean soleus_json_grammar_next_key (SoleusJsonGrammar *self);
gboolean soleus_json_grammar_next_element (SoleusJsonGrammar *self);
gboolean soleus_json_grammar_take_string (SoleusJsonGrammar *self,
                                          SoleusJsonStringSpan *span);
gboolean soleus_json_grammar_take_scaled (SoleusJsonGrammar *self,
                                          guint decimals,
                                          gint64 min,
                                          gint64 max,
                                          gint64 *scaled);
gboolean soleus_json_grammar_take_bool (SoleusJsonGrammar *self,
                                        gboolean *value);
gboolean soleus_json_grammar_take_null (SoleusJsonGrammar *self);
gboolean soleus_json_grammar_skip (SoleusJsonGrammar *self);
gboolean soleus_json_grammar_finish (SoleusJsonGrammar *self);

gboolean soleus_json_grammar_fail_valist (SoleusJsonGrammar *self,
                                          const char *position,
                                          SoleusJsonError code,
                                          const char *format,
                                          va_list arguments) G_GNUC_PRINTF (4, 0);

G_END_DECLS
