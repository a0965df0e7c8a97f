/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long what is left of a medicine will last. */
#pragma once

#include "app/soleus-medicine-book.h"

G_BEGIN_DECLS

/**
 * SoleusStock:
 * @record: what was counted last
 * @left: how much there should be now, in thousandths; never below 0
 * @last_day: the day of the last dose that it is enough for; %SOLEUS_DATE_NONE where that cannot be told, or is years away
 * @days: the days up to then, today not counted; -1 where @last_day is none
 * @is_low: whether there are no more days left than the person asked to be told at
 *
 * How long a medicine will last.
 */
typedef struct
{
  SoleusRecord *record;
  gint64 left;
  SoleusDate last_day;
  int days;
  gboolean is_low;
} SoleusStock;

gboolean soleus_stock_find  (const SoleusMedicineBook *book, const SoleusMedicine *medicine, SoleusStock *stock);
void     soleus_stock_clear (SoleusStock *self);

G_END_DECLS
