/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a dose of which nothing was said is still to be taken. The pages and the reminders ask here, so that both say the same. */
#include "reminders/soleus-schedule.h"

/* A dose that late may come too near to the next one. Our own choice. */
#define MISSED_AFTER_S (12 * 3600)

/* A plan that follows the doses may have been changed while one was late: what is asked for is the latest of them, once. */
static gboolean
is_superseded (const SoleusSchedule *self,
               const SoleusDue      *due,
               SoleusTime            now)
{
  g_autoptr (GArray) later = soleus_schedule_list (self, due->time.utc + 1, now.utc + 1);

  for (guint i = 0; i < later->len; i++)
    if (soleus_schedule_follows_doses (self, g_array_index (later, SoleusDue, i).time))
      return TRUE;
  return FALSE;
}

/**
 * soleus_schedule_judge:
 * @self: a schedule
 * @due: one of its due doses, of which nothing was said
 * @now: a moment
 * @until: (out) (optional): with %SOLEUS_DUE_NOW: the first instant, UTC seconds, at which it is that no more; %G_MAXINT64 where it
 *   waits for as long as it takes
 *
 * A dose is to be taken until the next one of that medicine is due, and for twelve hours at most. One that counts from the last dose
 * waits: the next one is due some hours after it.
 *
 * Returns: what that moment is for the dose
 */
SoleusDueState
soleus_schedule_judge (const SoleusSchedule *self,
                       const SoleusDue      *due,
                       SoleusTime            now,
                       gint64               *until)
{
  gint64 end = due->time.utc + MISSED_AFTER_S;
  SoleusDue next;

  g_return_val_if_fail (self != NULL && due != NULL, SOLEUS_DUE_MISSED);

  if (due->time.utc > now.utc)
    return SOLEUS_DUE_AHEAD;
  if (soleus_schedule_follows_doses (self, due->time))
    {
      if (is_superseded (self, due, now))
        return SOLEUS_DUE_SUPERSEDED;
      end = G_MAXINT64;
    }
  else if (now.utc >= end)
    return SOLEUS_DUE_MISSED;
  else if (soleus_schedule_find_next (self, due->time.utc + 1, &next))
    {
      end = MIN (end, next.time.utc);
      if (now.utc >= end)
        return SOLEUS_DUE_MISSED;
    }
  if (until != NULL)
    *until = end;
  return SOLEUS_DUE_NOW;
}
