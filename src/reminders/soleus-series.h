/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be reminded of, said as few series that repeat: in the way in which calendars say it. Civil days and minutes only, no
 * zone: what is due at eight is due at eight wherever the clock hangs. */
#pragma once

#include "reminders/soleus-reminder-plan.h"

G_BEGIN_DECLS

/* What no series can say is listed for so many days, the first of them today. Our own choice. */
#define SOLEUS_SERIES_DAYS 60

/**
 * SoleusRepeat:
 * @SOLEUS_REPEAT_NEVER: on one day
 * @SOLEUS_REPEAT_DAYS: every so many days
 * @SOLEUS_REPEAT_WEEKDAYS: on some days of the week
 * @SOLEUS_REPEAT_MONTH_DAY: on a day of each month that has it
 * @SOLEUS_REPEAT_LONG_MONTHS: the same, but never in February
 * @SOLEUS_REPEAT_FEBRUARY: on the last day of each February
 *
 * How a series goes on.
 */
typedef enum
{
  SOLEUS_REPEAT_NEVER,
  SOLEUS_REPEAT_DAYS,
  SOLEUS_REPEAT_WEEKDAYS,
  SOLEUS_REPEAT_MONTH_DAY,
  SOLEUS_REPEAT_LONG_MONTHS,
  SOLEUS_REPEAT_FEBRUARY,
} SoleusRepeat;

/**
 * SoleusSeries:
 * @repeat: how it goes on
 * @number: every how many days; on which days of the week, bit 0 is Monday; or on which day of a month, -1 for its last one
 * @minute: minute of the civil day
 * @first: its first day
 * @last: its last day, %SOLEUS_DATE_NONE where it goes on
 *
 * A clock time on some days. Both @first and @last are days of it.
 */
typedef struct
{
  SoleusRepeat repeat;
  int number;
  int minute;
  SoleusDate first;
  SoleusDate last;
} SoleusSeries;

GArray *soleus_series_list_rule     (const SoleusReminderFacts *facts, SoleusReminderKind kind);
GArray *soleus_series_list_medicine (GPtrArray *versions, const SoleusSchedule *schedule, SoleusDate started, SoleusDate stopped, SoleusDate today);

G_END_DECLS
