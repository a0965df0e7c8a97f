/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a medicine is due, as a pure function of its dated schedules, of what was taken, and of a zone. Nothing here asks the
 * clock or the diary, and no search has a horizon: what is due in ten years is found like what is due tonight. */
#pragma once

#include "model/soleus-record.h"

G_BEGIN_DECLS

/**
 * SoleusDue:
 * @date: the civil day that it is due on
 * @minute: the minute of that day that the schedule names; together with @date this is the identity of a due dose
 * @time: the instant at which the clock shows it. A minute that the clock skips falls on the next one that exists, a minute
 *   that comes twice on the first of the two
 * @fit: whether the clock skips it or shows it twice
 * @amount: how much, in thousandths of a unit such as a tablet; -1 where nothing was said
 *
 * One time at which a medicine is to be taken.
 */
typedef struct
{
  SoleusDate date;
  int minute;
  SoleusTime time;
  SoleusLocalFit fit;
  gint64 amount;
} SoleusDue;

/**
 * SoleusAsNeeded:
 * @may_take: whether neither the gap nor the ceiling stands against a dose now
 * @next: where it may not be taken: the first instant at which it may
 * @taken: how many were taken within the last 24 hours
 * @left: how many may still be taken within these 24 hours; -1 where there is no ceiling
 *
 * What the person's own limits for a medicine taken as needed say of a moment.
 */
typedef struct
{
  gboolean may_take;
  SoleusTime next;
  int taken;
  int left;
} SoleusAsNeeded;

/**
 * SoleusDueState:
 * @SOLEUS_DUE_AHEAD: its time is still to come
 * @SOLEUS_DUE_NOW: its time has come, and it is to be taken
 * @SOLEUS_DUE_MISSED: it is no longer to be taken
 * @SOLEUS_DUE_SUPERSEDED: it followed the last dose, and so does a later one that took its place
 *
 * What a moment is for a due dose of which nothing was said.
 */
typedef enum
{
  SOLEUS_DUE_AHEAD,
  SOLEUS_DUE_NOW,
  SOLEUS_DUE_MISSED,
  SOLEUS_DUE_SUPERSEDED,
} SoleusDueState;

typedef struct _SoleusSchedule SoleusSchedule;

SoleusSchedule *soleus_schedule_new           (GPtrArray *versions, GPtrArray *doses, SoleusDate started, SoleusDate stopped, GTimeZone *zone);
void            soleus_schedule_free          (SoleusSchedule *self);
GArray         *soleus_schedule_list          (const SoleusSchedule *self, gint64 from, gint64 until);
gboolean        soleus_schedule_find_next     (const SoleusSchedule *self, gint64 from, SoleusDue *due);
gboolean        soleus_schedule_find_as_needed (const SoleusSchedule *self, SoleusTime now, SoleusAsNeeded *state);
gboolean        soleus_schedule_follows_doses (const SoleusSchedule *self, SoleusTime now);
SoleusDueState  soleus_schedule_judge         (const SoleusSchedule *self, const SoleusDue *due, SoleusTime now, gint64 *until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusSchedule, soleus_schedule_free)

G_END_DECLS
