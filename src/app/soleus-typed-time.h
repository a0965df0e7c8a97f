/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, times and durations as a person types them. */
#pragma once

#include "base/soleus-time.h"

G_BEGIN_DECLS

/**
 * SoleusDateOrder:
 * @SOLEUS_DATE_ORDER_DAY_FIRST: 31/12/2026
 * @SOLEUS_DATE_ORDER_MONTH_FIRST: 12/31/2026
 * @SOLEUS_DATE_ORDER_YEAR_FIRST: 2026/12/31
 *
 * In which order the numbers of a date stand.
 */
typedef enum
{
  SOLEUS_DATE_ORDER_DAY_FIRST,
  SOLEUS_DATE_ORDER_MONTH_FIRST,
  SOLEUS_DATE_ORDER_YEAR_FIRST,
} SoleusDateOrder;

SoleusDateOrder soleus_typed_date_order   (void);
gboolean        soleus_typed_date_read    (const char *text, SoleusDate today, SoleusDateOrder order, SoleusDate *date);
gboolean        soleus_typed_time_read    (const char *text, int *minute);
gboolean        soleus_typed_minutes_read (const char *text, gint64 *seconds);

G_END_DECLS
