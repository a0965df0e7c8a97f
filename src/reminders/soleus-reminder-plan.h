/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be reminded of now and when to look again: a pure function of the rules, of what the diary says, of the ledger, of
 * a moment and of a zone. Nothing here asks the clock or the diary. */
#pragma once

#include "reminders/soleus-reminder-rules.h"
#include "reminders/soleus-schedule.h"

G_BEGIN_DECLS

/* After a longer time off the ledger names only what was missed within these days. Our own choice. */
#define SOLEUS_REMINDER_DAYS_BACK 100

/**
 * SoleusReminderMoment:
 * @kind: what it is about
 * @date: the civil day that the rule names
 * @minute: the minute of that day that the rule names. With @kind and @date this is its identity, whatever the zone and the clock do
 * @time: when it comes: at its clock time, or later after quiet hours or when it was put off
 *
 * One reminder. Doses of one time are one reminder.
 */
typedef struct
{
  SoleusReminderKind kind;
  SoleusDate date;
  int minute;
  SoleusTime time;
} SoleusReminderMoment;

/**
 * SoleusReminderSpan:
 * @start: the first day
 * @stop: the first day on which it is over; %SOLEUS_DATE_NONE while it goes on
 *
 * Days over which something is tried.
 */
typedef struct
{
  SoleusDate start;
  SoleusDate stop;
} SoleusReminderSpan;

/**
 * SoleusReminderMedicine:
 * @uuid: of the medicine
 * @schedule: when it is due
 * @answered: (element-type gint64): due doses of which something was said, as 1440 times their date plus their minute
 *
 * A medicine to remind of.
 */
typedef struct
{
  const char *uuid;
  const SoleusSchedule *schedule;
  GArray *answered;
} SoleusReminderMedicine;

/**
 * SoleusReminderFacts:
 * @now: the moment
 * @zone: the zone
 * @rules: the settings
 * @ledger: (element-type SoleusRecord): the notices of the days looked back at, and those from later than @now
 * @from: nothing is looked for that came before, UTC seconds
 * @nights: (element-type SoleusDate): the nights of late of which something was recorded
 * @stretches: (element-type SoleusTime): when the person stretched of late
 * @drinks_limited: whether more fluid may harm: nothing asks for a drink then
 * @goal_met_on: the day on which the person's own goal for drinks was met; %SOLEUS_DATE_NONE where it was not
 * @trials: (element-type SoleusReminderSpan): what is tried
 * @medicines: (element-type SoleusReminderMedicine): all medicines
 * @advised: when the person last said that they called for medical advice, UTC seconds; 0 if they did not
 *
 * What a plan follows from.
 */
typedef struct
{
  SoleusTime now;
  GTimeZone *zone;
  const SoleusReminderRules *rules;
  GPtrArray *ledger;
  gint64 from;
  GArray *nights;
  GArray *stretches;
  gboolean drinks_limited;
  SoleusDate goal_met_on;
  GArray *trials;
  GPtrArray *medicines;
  gint64 advised;
} SoleusReminderFacts;

/**
 * SoleusReminderPlan:
 * @writes: (element-type SoleusRecord): notices that are new or say something else now, to be kept before anything is shown
 * @fresh: (element-type SoleusRecord): those in state "due": to be put up now
 * @open: (element-type SoleusRecord): those in state "shown" that are still to be answered
 * @next: when to plan again, UTC seconds; 0 where nothing will ever be due
 *
 * What to do at a moment. A moment at which nothing changes has no @writes: planning again with them in the ledger gives none.
 *
 * A row is of the moment at which it was first written, and of that at which it became missed or withdrawn. One of a time to come that a
 * clock wrote which was far ahead is withdrawn with the answer "clock", until its time comes. Doses of one time may have several rows,
 * each with its medicines; of those that name a medicine the newest counts.
 */
typedef struct
{
  GPtrArray *writes;
  GPtrArray *fresh;
  GPtrArray *open;
  gint64 next;
} SoleusReminderPlan;

SoleusReminderPlan *soleus_reminder_plan_new       (const SoleusReminderFacts *facts);
void                soleus_reminder_plan_free      (SoleusReminderPlan *self);
GArray             *soleus_reminder_plan_list_next (const SoleusReminderFacts *facts, guint count);
void                soleus_reminder_medicine_free  (SoleusReminderMedicine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReminderPlan, soleus_reminder_plan_free)

G_END_DECLS
