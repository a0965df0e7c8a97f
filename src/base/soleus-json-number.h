/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The spelling of JSON numbers, shared by the reader and the writer. Nothing here keeps state or allocates.
 */

#pragma once

#include "base/soleus-json-text.h"

G_BEGIN_DECLS

/* Room for any scaled gint64, its sign, its point, the leading zeros of a fraction and the final zero byte. */
#define SOLEUS_JSON_NUMBER_ROOM 48

/* More decimals do not fit a scaled gint64. */
#define SOLEUS_JSON_MAX_DECIMALS 18

/* A checked number: the fraction's digits stand at whole + n_whole + 1. */
typedef struct
{
  const char *text;
  gsize length;
  const char *whole;
  gsize n_whole;
  gsize n_fraction;
  gboolean negative;
  gboolean has_exponent;
} SoleusJsonNumberSpan;

SoleusJsonScan soleus_json_number_scan (const char **cursor,
                                        const char *end,
                                        SoleusJsonNumberSpan *span);
gboolean soleus_json_number_to_scaled (const SoleusJsonNumberSpan *span,
                                       guint decimals,
                                       gint64 *scaled);
gboolean soleus_json_number_is_finite (const SoleusJsonNumberSpan *span);

gsize soleus_json_number_print (char out[SOLEUS_JSON_NUMBER_ROOM],
                                gint64 scaled,
                                guint decimals);

G_END_DECLS
