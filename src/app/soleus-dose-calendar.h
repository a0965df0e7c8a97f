/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doses that are due on the days of a calendar, of one medicine or of all. */
#pragma once

#include "reminders/soleus-schedule.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

/**
 * SoleusCalendarDose:
 * @due: when it is due, and how much
 * @medicine: (transfer none): of which medicine; it lives as long as the calendar
 *
 * One dose in the calendar.
 */
typedef struct
{
  SoleusDue due;
  SoleusRecord *medicine;
} SoleusCalendarDose;

typedef struct _SoleusDoseCalendar SoleusDoseCalendar;

SoleusDoseCalendar *soleus_dose_calendar_new      (SoleusDiary *diary, const char *medicine_uuid, SoleusTime now, GTimeZone *zone, GError **error);
void                soleus_dose_calendar_free     (SoleusDoseCalendar *self);
GArray             *soleus_dose_calendar_list     (SoleusDoseCalendar *self, SoleusDate first, SoleusDate last);
char               *soleus_dose_calendar_say_rest (SoleusDoseCalendar *self);
char               *soleus_dose_calendar_say_count (guint n_doses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusDoseCalendar, soleus_dose_calendar_free)

G_END_DECLS
