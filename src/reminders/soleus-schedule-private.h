/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the engine share. Clock times are counted in civil minutes: minutes from 1970-01-01 0:00 as calendars and
 * clocks count them, each day with its 1440, whatever a zone does to that day. */
#pragma once

#include "reminders/soleus-schedule.h"

G_BEGIN_DECLS

#define SOLEUS_CIVIL_DAY   1440
#define SOLEUS_CIVIL_NEVER G_MAXINT64

/**
 * SoleusSlot:
 * @minute: civil minutes; %SOLEUS_CIVIL_NEVER where there is none. In a version's own list: minutes from 0:00 of the day that
 *   the pattern names, past 1440 where its window crosses midnight
 * @amount: how much, in thousandths, or -1
 *
 * A clock time at which something is to be taken.
 */
typedef struct
{
  gint64 minute;
  gint64 amount;
} SoleusSlot;

/**
 * SoleusPause:
 * @from: the first day without doses
 * @until: the last one; %SOLEUS_DATE_MAX where there is no end
 */
typedef struct
{
  SoleusDate from;
  SoleusDate until;
} SoleusPause;

typedef enum
{
  SOLEUS_VERSION_BY_CLOCK,
  SOLEUS_VERSION_AFTER_LAST_DOSE,
  SOLEUS_VERSION_AS_NEEDED,
} SoleusVersionType;

typedef struct _SoleusVersion SoleusVersion;

/**
 * SoleusVersion:
 * @uuid: of its record
 * @type: what makes a dose due
 * @find_day: the first day that the pattern names, from a day within the version on; %SOLEUS_DATE_NONE if there is none. %NULL
 *   where no clock makes a dose due
 * @valid_from: its first day
 * @valid_until: its last day
 * @from_minute: from which minute of its first day on it counts
 * @first: the first civil minute at which something may be due
 * @end: the first one at which nothing may be due any more
 * @start: the day that days and cycles are counted from
 * @slots: (element-type SoleusSlot): the times of such a day, in order
 * @pauses: (element-type SoleusPause): in order, with at least a day between two of them
 * @opening: the first time that it names, a minute of the day with its amount; %SOLEUS_CIVIL_NEVER if it names none
 * @pending: a due dose after the last one that falls on a time which another version names as well
 *
 * One dated schedule, ready to be asked.
 */
struct _SoleusVersion
{
  char *uuid;
  SoleusVersionType type;
  SoleusDate (*find_day) (const SoleusVersion *self, SoleusDate date);
  SoleusDate valid_from;
  SoleusDate valid_until;
  int from_minute;
  gint64 first;
  gint64 end;
  SoleusDate start;
  int weekdays;
  int every;
  int month_day;
  gboolean skips_short_months;
  int days_on;
  int days_off;
  int gap_min;    /* 0 where there is none */
  int most_a_day; /* 0 where there is none */
  GArray *slots;
  GArray *pauses;
  SoleusSlot opening;
  SoleusSlot pending;
};

SoleusVersion *soleus_version_new         (SoleusRecord *record, SoleusDate started, SoleusDate stopped);
void           soleus_version_free        (SoleusVersion *self);
int            soleus_version_compare     (const SoleusVersion *a, const SoleusVersion *b);
SoleusSlot     soleus_version_find_next   (const SoleusVersion *self, gint64 civil);
SoleusDate     soleus_version_skip_pause  (const SoleusVersion *self, SoleusDate date);
gboolean       soleus_version_is_in_charge (const SoleusVersion *self, gint64 civil);

gint64         soleus_civil_from_time     (SoleusTime time);
SoleusDate     soleus_civil_get_date      (gint64 civil);
int            soleus_civil_get_minute    (gint64 civil);

/**
 * SoleusDoses:
 * @has_anchor: whether there is any dose
 * @anchor: the instant from which the time after the last dose runs, UTC seconds
 * @taken: (element-type gint64): when doses were taken, UTC seconds, in order
 *
 * What was taken and skipped so far.
 */
typedef struct
{
  gboolean has_anchor;
  gint64 anchor;
  GArray *taken;
} SoleusDoses;

void           soleus_doses_init          (SoleusDoses *self, GPtrArray *records, GTimeZone *zone);
void           soleus_doses_clear         (SoleusDoses *self);
gboolean       soleus_doses_find_pending  (const SoleusDoses *self, const SoleusVersion *version, GTimeZone *zone, SoleusDue *due);
void           soleus_doses_judge         (const SoleusDoses *self, const SoleusVersion *version, GTimeZone *zone, SoleusTime now, SoleusAsNeeded *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusVersion, soleus_version_free)

G_END_DECLS
