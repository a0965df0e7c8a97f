/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at the facts, and the first instant after them at which anything can become of a reminder of which no row speaks. */
#include "reminders/soleus-reminder-private.h"

#define SECONDS_A_DAY 86400

/* A rule names a time at least once a week; so far ahead no row stands in its way. */
#define DAYS_AHEAD 400

/**
 * soleus_reminder_look_init:
 * @self: what to fill
 * @facts: what is known, which must outlive it
 */
void
soleus_reminder_look_init (SoleusReminderLook        *self,
                           const SoleusReminderFacts *facts)
{
  self->facts = facts;
  self->lowest = MAX (facts->from, facts->now.utc - (gint64) SOLEUS_REMINDER_DAYS_BACK * SECONDS_A_DAY);
  self->ledger = soleus_ledger_new (facts->ledger, facts->now);
  self->judge = soleus_reminder_judge_new (facts);
  self->doses = soleus_reminder_doses_new (facts, self->lowest);
}

/**
 * soleus_reminder_look_clear:
 * @self: a look
 */
void
soleus_reminder_look_clear (SoleusReminderLook *self)
{
  g_clear_pointer (&self->ledger, soleus_ledger_free);
  g_clear_pointer (&self->judge, soleus_reminder_judge_free);
  g_clear_pointer (&self->doses, soleus_reminder_doses_free);
}

/**
 * soleus_reminder_look_get_since:
 * @self: a look
 * @kind: a kind
 *
 * A rule that was changed after now was changed by a clock that was wrong; that does not count.
 *
 * Returns: since when something of that kind can be due, UTC seconds
 */
gint64
soleus_reminder_look_get_since (const SoleusReminderLook *self,
                                SoleusReminderKind        kind)
{
  gint64 since = self->facts->rules->rules[kind].since;

  return since <= self->facts->now.utc ? MAX (self->lowest, since) : self->lowest;
}

/* The first clock time of which none before falls after @utc. */
static gint64
find_first_civil (const SoleusReminderLook *self,
                  gint64                    utc)
{
  return soleus_reminder_civil_at (utc, self->facts->zone) + 1;
}

static gint64
earlier (gint64 a,
         gint64 b)
{
  return a == 0 || b < a ? b : a;
}

static gint64
find_next_moment (const SoleusReminderLook *self,
                  SoleusReminderKind        kind,
                  gint64                    found)
{
  const SoleusReminderFacts *facts = self->facts;
  gint64 civil = find_first_civil (self, facts->now.utc), last = civil + (gint64) DAYS_AHEAD * SOLEUS_REMINDER_DAY;

  for (; (civil = soleus_reminder_rule_find_next (&facts->rules->rules[kind], kind, civil)) <= last; civil++)
    {
      gint64 time = soleus_reminder_civil_get_time (civil, facts->zone);

      if (found != 0 && time >= found)
        break;
      if (time > facts->now.utc && soleus_ledger_find (self->ledger, kind, civil).n_valid == 0)
        found = earlier (found, soleus_reminder_judge_find_coming (self->judge, kind, time));
    }
  return found;
}

/* Whether nothing will come of a dose: a row speaks for it, or for others of its time and it was answered. */
static gboolean
is_named (const SoleusReminderLook *self,
          guint                     medicine,
          gint64                    civil)
{
  SoleusLedgerGroup group = soleus_ledger_find (self->ledger, SOLEUS_REMINDER_DOSE, civil);

  return (group.n_valid > 0 && soleus_reminder_doses_is_answered (self->doses, medicine, civil)) ||
         soleus_ledger_group_names (group, group.n_valid, soleus_reminder_doses_get_medicine (self->doses, medicine)->uuid);
}

static gint64
find_next_dose (const SoleusReminderLook *self,
                guint                     medicine,
                gint64                    found)
{
  const SoleusSchedule *schedule = soleus_reminder_doses_get_medicine (self->doses, medicine)->schedule;
  gint64 from = self->facts->now.utc + 1;
  SoleusDue due;

  while (soleus_schedule_find_next (schedule, from, &due) && (found == 0 || due.time.utc < found))
    {
      g_autoptr (GArray) same = soleus_schedule_list (schedule, due.time.utc, due.time.utc + 1);

      for (guint i = 0; i < same->len; i++)
        {
          const SoleusDue *other = &g_array_index (same, SoleusDue, i);

          if (!is_named (self, medicine, soleus_reminder_civil_of (other->date, other->minute)))
            found = earlier (found, soleus_reminder_judge_find_coming (self->judge, SOLEUS_REMINDER_DOSE, other->time.utc));
        }
      from = due.time.utc + 1;
    }
  return found;
}

/**
 * soleus_reminder_look_find_next:
 * @self: a look
 *
 * Returns: when something becomes of what is ahead and has no row, UTC seconds; 0 for never
 */
gint64
soleus_reminder_look_find_next (const SoleusReminderLook *self)
{
  gint64 found = 0;

  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    if (kind != SOLEUS_REMINDER_DOSE && soleus_reminder_judge_applies (self->judge, (SoleusReminderKind) kind))
      found = find_next_moment (self, (SoleusReminderKind) kind, found);
  if (soleus_reminder_judge_applies (self->judge, SOLEUS_REMINDER_DOSE))
    for (guint i = 0; i < self->doses->dues->len; i++)
      found = find_next_dose (self, i, found);
  return found;
}
