/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders as an iCalendar file (RFC 5545), for a phone that is on when the computer is not. */
#pragma once

#include "reminders/soleus-series.h"

G_BEGIN_DECLS

/**
 * SoleusCalendarEvent:
 * @id: what it is, the same whenever it is written; it is not written itself
 * @summary: what it says
 * @series: when
 *
 * A reminder of the calendar.
 */
typedef struct
{
  char *id;
  char *summary;
  SoleusSeries series;
} SoleusCalendarEvent;

SoleusCalendarEvent *soleus_calendar_event_new  (const char *id, const char *summary, const SoleusSeries *series);
void                 soleus_calendar_event_free (SoleusCalendarEvent *self);
char                *soleus_calendar_write      (GPtrArray *events, SoleusTime now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusCalendarEvent, soleus_calendar_event_free)

G_END_DECLS
