/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of record and their fields, described once. Diary, archive, terminal and checks all read this table; the
 * schema in data/schema holds the same columns, and a test compares the two. */
#pragma once

#include "model/soleus-vocabulary.h"

G_BEGIN_DECLS

/**
 * SoleusKind:
 *
 * What a record tells of. The numbers stand in diaries and never change.
 */
typedef enum
{
  SOLEUS_KIND_EPISODE = 1,
  SOLEUS_KIND_NIGHT = 2,
  SOLEUS_KIND_CHECK = 3,
  SOLEUS_KIND_VERDICT = 4,
  SOLEUS_KIND_PROMPT = 5,
  SOLEUS_KIND_DRINK = 6,
  SOLEUS_KIND_CONTAINER = 7,
  SOLEUS_KIND_MEAL = 8,
  SOLEUS_KIND_FOOD = 9,
  SOLEUS_KIND_MEDICINE = 10,
  SOLEUS_KIND_SCHEDULE = 11,
  SOLEUS_KIND_DOSE_CHANGE = 12,
  SOLEUS_KIND_STOCK = 13,
  SOLEUS_KIND_DOSE = 14,
  SOLEUS_KIND_STRETCH = 15,
  SOLEUS_KIND_PLAN = 16,
  SOLEUS_KIND_HABIT = 17,
  SOLEUS_KIND_ROUTINE = 18,
  SOLEUS_KIND_FAVOURITE = 19,
  SOLEUS_KIND_PROFILE = 20,
  SOLEUS_KIND_REMINDER = 21,
  SOLEUS_KIND_REMINDING = 22,
  SOLEUS_KIND_NOTICE = 23,
} SoleusKind;

#define SOLEUS_KIND_FIRST SOLEUS_KIND_EPISODE
#define SOLEUS_KIND_LAST SOLEUS_KIND_NOTICE
#define SOLEUS_KIND_MASK(kind) (1u << (kind))
#define SOLEUS_KIND_MASK_ALL (~0u)

/**
 * SoleusFieldType:
 * @SOLEUS_FIELD_TEXT: what a person wrote; at most @max characters
 * @SOLEUS_FIELD_WORD: one of a vocabulary
 * @SOLEUS_FIELD_ID: the id of a piece of content, letters, digits and "._:-" only
 * @SOLEUS_FIELD_REFERENCE: the UUID of another record
 * @SOLEUS_FIELD_INTEGER: a whole number within @min and @max
 * @SOLEUS_FIELD_DECIMAL: a number with three decimals, kept in thousandths; limits in thousandths
 * @SOLEUS_FIELD_BOOLEAN: yes or no; absent is not answered
 * @SOLEUS_FIELD_TIME: an instant with its offset
 * @SOLEUS_FIELD_DATE: a civil date
 * @SOLEUS_FIELD_LIST: rows of further fields
 */
typedef enum
{
  SOLEUS_FIELD_TEXT,
  SOLEUS_FIELD_WORD,
  SOLEUS_FIELD_ID,
  SOLEUS_FIELD_REFERENCE,
  SOLEUS_FIELD_INTEGER,
  SOLEUS_FIELD_DECIMAL,
  SOLEUS_FIELD_BOOLEAN,
  SOLEUS_FIELD_TIME,
  SOLEUS_FIELD_DATE,
  SOLEUS_FIELD_LIST,
} SoleusFieldType;

typedef struct _SoleusField SoleusField;

/**
 * SoleusField:
 * @name: its name in schema, archive and terminal
 * @type: its type
 * @required: whether a record cannot be without it
 * @common: whether it is kept with the identity of the record: the instant, the day or the note that every kind
 *   may have. At most one field of each of these three types is.
 * @words: the vocabulary of a word
 * @min: least value
 * @max: largest value; for text the most characters, for lists the most rows
 * @rows: (array zero-terminated=1): the fields of a list's rows
 */
struct _SoleusField
{
  const char *name;
  SoleusFieldType type;
  gboolean required;
  gboolean common;
  const SoleusVocabulary *words;
  gint64 min;
  gint64 max;
  const SoleusField *rows;
};

/**
 * SoleusKindInfo:
 * @kind: the kind
 * @name: its name, and that of its table
 * @plural: the name of its list in an archive
 * @single: whether there is just one of them
 * @timeline: whether the timeline shows it
 * @fields: (array zero-terminated=1): its fields, in the order of archive and terminal
 */
typedef struct
{
  SoleusKind kind;
  const char *name;
  const char *plural;
  gboolean single;
  gboolean timeline;
  const SoleusField *fields;
} SoleusKindInfo;

const SoleusKindInfo *soleus_kind_get_info    (SoleusKind kind);
const SoleusKindInfo *soleus_kind_find        (const char *name);
const SoleusKindInfo *soleus_kind_find_plural (const char *plural);
guint                 soleus_fields_count     (const SoleusField *fields);
int                   soleus_fields_find      (const SoleusField *fields, const char *name);

G_END_DECLS
