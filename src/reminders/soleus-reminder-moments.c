/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a rule names a time: by civil minutes alone, and a zone is asked only where one of them falls. A later civil minute never
 * falls before an earlier one. */
#include "reminders/soleus-reminder-private.h"

/**
 * soleus_reminder_civil_of:
 * @date: a civil day
 * @minute: a minute of it
 *
 * Returns: both as civil minutes
 */
gint64
soleus_reminder_civil_of (SoleusDate date,
                          int        minute)
{
  return (gint64) date * SOLEUS_REMINDER_DAY + minute;
}

/**
 * soleus_reminder_civil_get_date:
 * @civil: civil minutes
 *
 * Returns: the day
 */
SoleusDate
soleus_reminder_civil_get_date (gint64 civil)
{
  return (SoleusDate) (civil / SOLEUS_REMINDER_DAY - (civil % SOLEUS_REMINDER_DAY < 0 ? 1 : 0));
}

/**
 * soleus_reminder_civil_get_minute:
 * @civil: civil minutes
 *
 * Returns: the minute of the day
 */
int
soleus_reminder_civil_get_minute (gint64 civil)
{
  return (int) (civil - (gint64) soleus_reminder_civil_get_date (civil) * SOLEUS_REMINDER_DAY);
}

/**
 * soleus_reminder_civil_get_time:
 * @civil: civil minutes
 * @zone: a time zone
 *
 * Returns: when the clock shows it, UTC seconds: a minute that it skips comes at the next one that exists, one that it shows twice at
 *   the first
 */
gint64
soleus_reminder_civil_get_time (gint64     civil,
                                GTimeZone *zone)
{
  SoleusTime time;

  soleus_time_from_local (soleus_reminder_civil_get_date (civil), soleus_reminder_civil_get_minute (civil), zone, FALSE, &time);
  return time.utc;
}

/**
 * soleus_reminder_civil_at:
 * @utc: UTC seconds
 * @zone: a time zone
 *
 * Returns: what the clock shows then, as civil minutes
 */
gint64
soleus_reminder_civil_at (gint64     utc,
                          GTimeZone *zone)
{
  SoleusTime time = soleus_time_at_offset (utc, zone);

  return soleus_reminder_civil_of (soleus_time_get_date (time), soleus_time_get_minute (time));
}

/* How many minutes after its first drink a day's window has its last minute: less than a day, so that two never overlap. */
static int
get_window_length (const SoleusReminderRule *self)
{
  int length = self->until_minute - self->from_minute;

  return MIN (length < 0 ? length + SOLEUS_REMINDER_DAY : length, SOLEUS_REMINDER_DAY - 1);
}

static gint64
find_next_drink (const SoleusReminderRule *self,
                 gint64                    civil)
{
  SoleusDate today = soleus_reminder_civil_get_date (civil);
  int every = MAX (self->every_min, 1);

  for (SoleusDate date = today - 1;; date++)
    {
      gint64 first = soleus_reminder_civil_of (date, self->from_minute);
      gint64 late = MAX (civil - first, 0);
      gint64 found = first + (late + every - 1) / every * every;

      if (found <= first + get_window_length (self))
        return found;
    }
}

static gint64
find_next_time (const SoleusReminderRule *self,
                gint64                    civil)
{
  SoleusDate today = soleus_reminder_civil_get_date (civil);

  for (SoleusDate date = today; date <= today + 7; date++)
    for (guint i = 0; i < self->times->len; i++)
      {
        const SoleusReminderTime *time = &g_array_index (self->times, SoleusReminderTime, i);
        gint64 found = soleus_reminder_civil_of (date, time->minute);

        if (found >= civil && (time->weekdays & 1 << (soleus_date_get_weekday (date) - 1)) != 0)
          return found;
      }
  return SOLEUS_REMINDER_NEVER;
}

/**
 * soleus_reminder_rule_find_next:
 * @self: the rule of @kind
 * @kind: any but doses, which their schedules name
 * @civil: civil minutes
 *
 * Returns: the first time at @civil or later that the rule names; %SOLEUS_REMINDER_NEVER if there is none
 */
gint64
soleus_reminder_rule_find_next (const SoleusReminderRule *self,
                                SoleusReminderKind        kind,
                                gint64                    civil)
{
  return kind == SOLEUS_REMINDER_DRINK ? find_next_drink (self, civil) : find_next_time (self, civil);
}

/**
 * soleus_reminder_rule_find_window_end:
 * @self: the rule of drinks
 * @civil: a time that it names, or once named
 *
 * Returns: the last minute of the waking hours that it falls in
 */
gint64
soleus_reminder_rule_find_window_end (const SoleusReminderRule *self,
                                      gint64                    civil)
{
  SoleusDate date = soleus_reminder_civil_get_date (civil);

  if (soleus_reminder_civil_get_minute (civil) < self->from_minute)
    date--;
  return soleus_reminder_civil_of (date, self->from_minute) + get_window_length (self);
}
