/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where in a JSON document something is wrong, and how to say so in plain words. Nothing here repeats what
 * stands in the document: it may be about a person's health. Part of SoleusJsonReader.
 */

#pragma once

#include "base/soleus-json-reader.h"
#include "base/soleus-json-text.h"

G_BEGIN_DECLS

/* What may stand at a place in the document. */
typedef enum
{
  SOLEUS_JSON_WANTS_VALUE,
  SOLEUS_JSON_WANTS_KEY,
  SOLEUS_JSON_WANTS_COLON,
  SOLEUS_JSON_WANTS_COMMA,
  SOLEUS_JSON_WANTS_END,
} SoleusJsonWants;

/* A place in a document, kept so that finding a later place goes on from it. Lines and columns start at 1. */
typedef struct
{
  const char *here;
  guint line;
  guint column;
} SoleusJsonPlace;

void soleus_json_place_init (SoleusJsonPlace *self,
                             const char *start);
void soleus_json_place_move (SoleusJsonPlace *self,
                             const char *to);

const char *soleus_json_complain_of_byte (const char *cursor,
                                          const char *end,
                                          SoleusJsonWants wants,
                                          SoleusJsonError *code);
const char *soleus_json_complain_of_scan (SoleusJsonScan result,
                                          SoleusJsonError *code);
const char *soleus_json_complain_of_type (SoleusJsonType wanted);
const char *soleus_json_complain_of_start (const char *start,
                                           gsize length);

gboolean soleus_json_may_quote_key (const char *key);

G_END_DECLS
