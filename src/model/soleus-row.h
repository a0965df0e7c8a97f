/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of one record or of one row of its lists, each set or absent. Absent is "not said", never "no". */
#pragma once

#include "base/soleus-time.h"
#include "model/soleus-kind.h"

G_BEGIN_DECLS

#define SOLEUS_MODEL_ERROR (soleus_model_error_quark ())

/**
 * SoleusModelError:
 * @SOLEUS_MODEL_ERROR_UNKNOWN: there is no such kind, field or word
 * @SOLEUS_MODEL_ERROR_TYPE: the value has the wrong form
 * @SOLEUS_MODEL_ERROR_RANGE: the value lies outside its limits
 * @SOLEUS_MODEL_ERROR_MISSING: a needed value is absent
 * @SOLEUS_MODEL_ERROR_CONFLICT: two values contradict each other
 */
typedef enum
{
  SOLEUS_MODEL_ERROR_UNKNOWN,
  SOLEUS_MODEL_ERROR_TYPE,
  SOLEUS_MODEL_ERROR_RANGE,
  SOLEUS_MODEL_ERROR_MISSING,
  SOLEUS_MODEL_ERROR_CONFLICT,
} SoleusModelError;

GQuark soleus_model_error_quark (void);

typedef struct _SoleusRow SoleusRow;

/**
 * SoleusValue:
 * @set: whether there is a value
 *
 * One value; which member counts follows from the type of its field. Words are static strings of their vocabulary.
 */
typedef struct
{
  gboolean set;
  union
  {
    gint64 number;
    SoleusTime time;
    char *text;
    const char *word;
    GPtrArray *rows; /* of SoleusRow */
  };
} SoleusValue;

struct _SoleusRow
{
  const SoleusField *fields;
  guint n_fields;
  SoleusValue values[];
};

/**
 * SoleusAnswer:
 *
 * A yes, a no, or no answer.
 */
typedef enum
{
  SOLEUS_NOT_ANSWERED = -1,
  SOLEUS_NO = 0,
  SOLEUS_YES = 1,
} SoleusAnswer;

SoleusRow   *soleus_row_new         (const SoleusField *fields);
SoleusRow   *soleus_row_copy        (const SoleusRow *self);
void         soleus_row_free        (SoleusRow *self);
gboolean     soleus_row_equal       (const SoleusRow *a, const SoleusRow *b);
gboolean     soleus_row_validate    (const SoleusRow *self, GError **error);

gboolean     soleus_row_has         (const SoleusRow *self, const char *field);
const char  *soleus_row_get_text    (const SoleusRow *self, const char *field);
gint64       soleus_row_get_number  (const SoleusRow *self, const char *field, gint64 fallback);
SoleusAnswer soleus_row_get_answer  (const SoleusRow *self, const char *field);
gboolean     soleus_row_get_time    (const SoleusRow *self, const char *field, SoleusTime *time);
SoleusDate   soleus_row_get_date    (const SoleusRow *self, const char *field);
guint        soleus_row_get_n_rows  (const SoleusRow *self, const char *field);
SoleusRow   *soleus_row_get_row     (const SoleusRow *self, const char *field, guint index);

void         soleus_row_clear       (SoleusRow *self, const char *field);
void         soleus_row_set_text    (SoleusRow *self, const char *field, const char *text);
void         soleus_row_set_number  (SoleusRow *self, const char *field, gint64 number);
void         soleus_row_set_answer  (SoleusRow *self, const char *field, SoleusAnswer answer);
void         soleus_row_set_time    (SoleusRow *self, const char *field, SoleusTime time);
void         soleus_row_set_date    (SoleusRow *self, const char *field, SoleusDate date);
SoleusRow   *soleus_row_add_row     (SoleusRow *self, const char *field);
void         soleus_row_remove_row  (SoleusRow *self, const char *field, guint index);

SoleusRow   *soleus_row_add_row_at  (SoleusRow *self, guint field);
gboolean     soleus_row_take_word   (SoleusRow *self, guint field, const char *word, GError **error);
gboolean     soleus_row_parse       (SoleusRow *self, guint field, const char *text, GError **error);
gboolean     soleus_decimal_parse   (const char *text, gint64 *thousandths);
gboolean     soleus_id_is_valid     (const char *id);
gboolean     soleus_uuid_is_valid   (const char *uuid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRow, soleus_row_free)

G_END_DECLS
