/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instants with their UTC offset, civil dates and nights. Plain values; nothing here asks what time it is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoleusDate:
 *
 * A civil date: days since 1970-01-01. Arithmetic is plain addition.
 */
typedef gint32 SoleusDate;

#define SOLEUS_DATE_NONE G_MININT32

/**
 * SoleusTime:
 * @utc: seconds since 1970-01-01T00:00:00Z
 * @offset: minutes east of UTC that the person's clock showed at that moment
 *
 * An instant, and what the clock on the wall said then. The offset is kept, so that a cramp at 02:40 stays a cramp
 * at 02:40 wherever the diary is read later.
 */
typedef struct
{
  gint64 utc;
  gint32 offset;
} SoleusTime;

/* Instants outside these are refused everywhere: a diary has none, and the limits keep all sums in range. At every
 * offset the day and the night of the last one are still dates below. */
#define SOLEUS_TIME_MIN G_GINT64_CONSTANT (31536000)   /* 1971-01-01T00:00:00Z */
#define SOLEUS_TIME_MAX G_GINT64_CONSTANT (7258024799) /* 2199-12-30T21:59:59Z */
#define SOLEUS_OFFSET_LIMIT (14 * 60)
#define SOLEUS_DATE_MIN (-25567)                       /* 1900-01-01 */
#define SOLEUS_DATE_MAX 84005                          /* 2199-12-31 */

/**
 * SoleusLocalFit:
 * @SOLEUS_LOCAL_ONCE: the clock showed this time exactly once
 * @SOLEUS_LOCAL_SKIPPED: the clock jumped over it; the next existing minute was taken
 * @SOLEUS_LOCAL_TWICE: the clock showed it twice
 *
 * How a clock time fits its day in a zone.
 */
typedef enum
{
  SOLEUS_LOCAL_ONCE,
  SOLEUS_LOCAL_SKIPPED,
  SOLEUS_LOCAL_TWICE,
} SoleusLocalFit;

SoleusDate soleus_date_from_ymd    (int year, int month, int day);
void       soleus_date_to_ymd      (SoleusDate date, int *year, int *month, int *day);
gboolean   soleus_date_parse       (const char *text, SoleusDate *date);
char      *soleus_date_to_iso      (SoleusDate date);
int        soleus_date_get_weekday (SoleusDate date);
int        soleus_date_days_in_month (int year, int month);

gboolean       soleus_time_parse           (const char *text, SoleusTime *time);
char          *soleus_time_to_iso          (SoleusTime time);
gsize          soleus_time_write_iso       (SoleusTime time, char *buffer);
gsize          soleus_date_write_iso       (SoleusDate date, char *buffer);
SoleusDate     soleus_time_get_date        (SoleusTime time);
int            soleus_time_get_minute      (SoleusTime time);
SoleusDate     soleus_time_get_night       (SoleusTime time);
SoleusTime     soleus_time_at_offset       (gint64 utc, GTimeZone *zone);
SoleusLocalFit soleus_time_from_local      (SoleusDate date, int minute, GTimeZone *zone, gboolean second_time, SoleusTime *time);

/* Enough for soleus_time_write_iso() and its end of string. */
#define SOLEUS_ISO_SIZE 32

G_END_DECLS
