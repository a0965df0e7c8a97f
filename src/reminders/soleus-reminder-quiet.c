/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quiet hours, as the clock on the wall shows them. */
#include "reminders/soleus-reminder-private.h"

/**
 * soleus_reminder_rules_is_quiet:
 * @self: settings
 * @time: an instant
 *
 * Quiet hours begin with their first minute, and are over with their last. Where both are the same there are none.
 *
 * Returns: whether it lies in quiet hours
 */
gboolean
soleus_reminder_rules_is_quiet (const SoleusReminderRules *self,
                                SoleusTime                 time)
{
  int minute = soleus_time_get_minute (time);

  if (!self->quiet)
    return FALSE;
  if (self->quiet_from <= self->quiet_until)
    return minute >= self->quiet_from && minute < self->quiet_until;
  return minute >= self->quiet_from || minute < self->quiet_until;
}

/* The first instant after @time at which the clock shows the minute that ends quiet hours, or jumps over it. */
static SoleusTime
find_next_end (const SoleusReminderRules *self,
               SoleusTime                 time,
               GTimeZone                 *zone)
{
  SoleusTime found = { G_MAXINT64, 0 };
  SoleusDate date = soleus_time_get_date (time);

  for (int i = 0; i < 4; i++)
    {
      SoleusTime end;

      soleus_time_from_local (date + i / 2, self->quiet_until, zone, i % 2 == 1, &end);
      if (end.utc > time.utc && end.utc < found.utc)
        found = end;
    }
  return found;
}

/**
 * soleus_reminder_rules_find_quiet_end:
 * @self: settings
 * @time: an instant in quiet hours
 * @zone: where the clock hangs
 *
 * A clock that is turned back may leave quiet hours without their end; they go on then until the clock comes to it.
 *
 * Returns: when they are over, UTC seconds
 */
gint64
soleus_reminder_rules_find_quiet_end (const SoleusReminderRules *self,
                                      SoleusTime                 time,
                                      GTimeZone                 *zone)
{
  do
    time = find_next_end (self, time, zone);
  while (soleus_reminder_rules_is_quiet (self, time));
  return time.utc;
}
