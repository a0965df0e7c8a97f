/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a reminder: whether there is anything to be reminded of, whether that still makes sense, and whether it may come
 * now. How late is too late is our own choice throughout. */
#include "reminders/soleus-reminder-private.h"

#define SECONDS_A_MINUTE 60
#define SECONDS_AN_HOUR 3600

/* The question of the morning can be answered until then, and what came late for three hours in any case. */
#define CHECK_IN_END_MINUTE (18 * 60)
#define CHECK_IN_S (3 * SECONDS_AN_HOUR)
#define STRETCH_S (2 * SECONDS_AN_HOUR)
#define TRIAL_S (3 * SECONDS_AN_HOUR)

static void
add_number (GHashTable *set,
            int         number)
{
  g_hash_table_add (set, GINT_TO_POINTER (number));
}

/**
 * soleus_reminder_judge_new:
 * @facts: what is known, which must outlive the judge
 *
 * Returns: (transfer full): a judge
 */
SoleusReminderJudge *
soleus_reminder_judge_new (const SoleusReminderFacts *facts)
{
  SoleusReminderJudge *self = g_new0 (SoleusReminderJudge, 1);

  self->facts = facts;
  self->nights = g_hash_table_new (NULL, NULL);
  self->stretch_days = g_hash_table_new (NULL, NULL);
  self->stretch_nights = g_hash_table_new (NULL, NULL);
  for (guint i = 0; facts->nights != NULL && i < facts->nights->len; i++)
    add_number (self->nights, g_array_index (facts->nights, SoleusDate, i));
  for (guint i = 0; facts->stretches != NULL && i < facts->stretches->len; i++)
    {
      SoleusTime time = g_array_index (facts->stretches, SoleusTime, i);

      add_number (self->stretch_days, soleus_time_get_date (time));
      add_number (self->stretch_nights, soleus_time_get_night (time));
    }
  return self;
}

/**
 * soleus_reminder_judge_free:
 * @self: (transfer full): a judge
 */
void
soleus_reminder_judge_free (SoleusReminderJudge *self)
{
  g_hash_table_unref (self->nights);
  g_hash_table_unref (self->stretch_days);
  g_hash_table_unref (self->stretch_nights);
  g_free (self);
}

/**
 * soleus_reminder_judge_applies:
 * @self: a judge
 * @kind: a kind
 *
 * Where more fluid may harm nothing asks for a drink, and the ledger does not speak of it.
 *
 * Returns: whether the person is to be reminded of it at all
 */
gboolean
soleus_reminder_judge_applies (const SoleusReminderJudge *self,
                               SoleusReminderKind         kind)
{
  return self->facts->rules->rules[kind].on && (kind != SOLEUS_REMINDER_DRINK || !self->facts->drinks_limited);
}

static gboolean
is_tried (const SoleusReminderFacts *facts,
          SoleusDate                 date)
{
  for (guint i = 0; facts->trials != NULL && i < facts->trials->len; i++)
    {
      const SoleusReminderSpan *span = &g_array_index (facts->trials, SoleusReminderSpan, i);

      if (date >= span->start && (span->stop == SOLEUS_DATE_NONE || date < span->stop))
        return TRUE;
    }
  return FALSE;
}

/**
 * soleus_reminder_judge_find_silence:
 * @self: a judge
 * @kind: any but doses
 * @civil: the clock time that the rule names
 * @time: when that is, UTC seconds
 *
 * Returns: (transfer none) (nullable): why there is nothing to be reminded of, as the ledger says it
 */
const char *
soleus_reminder_judge_find_silence (const SoleusReminderJudge *self,
                                    SoleusReminderKind         kind,
                                    gint64                     civil,
                                    gint64                     time)
{
  SoleusDate date = soleus_reminder_civil_get_date (civil);

  switch (kind)
    {
    case SOLEUS_REMINDER_CHECK_IN:
      return g_hash_table_contains (self->nights, GINT_TO_POINTER (date)) ? "done" : NULL;
    case SOLEUS_REMINDER_DRINK:
      return self->facts->goal_met_on == date ? "goal" : NULL;
    case SOLEUS_REMINDER_STRETCH:
      /* Stretches after midnight, or in the afternoon, are those of this night too. */
      return g_hash_table_contains (self->stretch_days, GINT_TO_POINTER (date)) ||
             g_hash_table_contains (self->stretch_nights, GINT_TO_POINTER (soleus_time_get_night (soleus_time_at_offset (time, self->facts->zone)))) ? "done" : NULL;
    case SOLEUS_REMINDER_TRIAL:
      return is_tried (self->facts, date) ? NULL : "no-trial";
    case SOLEUS_REMINDER_DOSE:
    case SOLEUS_REMINDER_ADVICE:
    default:
      return NULL;
    }
}

/* When the next drink is due after this one, or after what it was put off to. */
static gint64
find_next_drink (const SoleusReminderJudge *self,
                 gint64                     civil,
                 gint64                     put_off)
{
  const SoleusReminderRule *rule = &self->facts->rules->rules[SOLEUS_REMINDER_DRINK];
  gint64 next = put_off == 0 ? civil : soleus_reminder_civil_at (put_off - 1, self->facts->zone);

  for (;;)
    {
      gint64 time;

      next = soleus_reminder_rule_find_next (rule, SOLEUS_REMINDER_DRINK, next + 1);
      time = soleus_reminder_civil_get_time (next, self->facts->zone);
      if (next != civil && time >= put_off)
        return time;
    }
}

/* Of drinks the last one alone counts, for half of the time until the next, and within waking hours; one on time always does. */
static gint64
find_drink_end (const SoleusReminderJudge *self,
                gint64                     civil,
                gint64                     base,
                gint64                     put_off)
{
  const SoleusReminderRule *rule = &self->facts->rules->rules[SOLEUS_REMINDER_DRINK];
  gint64 window_end = soleus_reminder_civil_get_time (soleus_reminder_rule_find_window_end (rule, civil), self->facts->zone);
  gint64 end = MIN (base + (gint64) rule->every_min * SECONDS_A_MINUTE / 2, window_end);

  return MIN (MAX (end, base + SECONDS_A_MINUTE), find_next_drink (self, civil, put_off));
}

/**
 * soleus_reminder_judge_find_end:
 * @self: a judge
 * @kind: any but doses
 * @civil: the clock time that the rule names
 * @time: when that is, UTC seconds
 * @put_off: until when it was put off, or 0
 * @is_shown: whether it stands there already: a drink then stays until the next one is due
 *
 * Returns: the first instant at which the reminder makes no sense any more, UTC seconds
 */
gint64
soleus_reminder_judge_find_end (const SoleusReminderJudge *self,
                                SoleusReminderKind         kind,
                                gint64                     civil,
                                gint64                     time,
                                gint64                     put_off,
                                gboolean                   is_shown)
{
  gint64 base = put_off != 0 ? put_off : time;
  SoleusDate date = soleus_reminder_civil_get_date (civil);

  switch (kind)
    {
    case SOLEUS_REMINDER_CHECK_IN:
      return MAX (base + CHECK_IN_S, soleus_reminder_civil_get_time (soleus_reminder_civil_of (date, CHECK_IN_END_MINUTE), self->facts->zone));
    case SOLEUS_REMINDER_DRINK:
      return is_shown ? find_next_drink (self, civil, put_off) : find_drink_end (self, civil, base, put_off);
    case SOLEUS_REMINDER_STRETCH:
      return base + STRETCH_S;
    case SOLEUS_REMINDER_TRIAL:
      return MAX (base + TRIAL_S, soleus_reminder_civil_get_time (soleus_reminder_civil_of (date + 1, 0), self->facts->zone));
    case SOLEUS_REMINDER_DOSE:
    case SOLEUS_REMINDER_ADVICE:
    default:
      return G_MAXINT64;
    }
}

/* What can wait for the morning waits there; the others have had their time by then. */
static gboolean
waits_for_quiet (SoleusReminderKind kind)
{
  return kind == SOLEUS_REMINDER_DOSE || kind == SOLEUS_REMINDER_CHECK_IN;
}

/**
 * soleus_reminder_judge_is_quiet_at:
 * @self: a judge
 * @utc: UTC seconds
 * @end: (out): when quiet hours are over, if it is
 *
 * Returns: whether that instant lies in quiet hours
 */
gboolean
soleus_reminder_judge_is_quiet_at (const SoleusReminderJudge *self,
                                   gint64                     utc,
                                   gint64                    *end)
{
  SoleusTime time;

  if (!self->facts->rules->quiet)
    return FALSE;
  time = soleus_time_at_offset (utc, self->facts->zone);
  if (!soleus_reminder_rules_is_quiet (self->facts->rules, time))
    return FALSE;
  *end = soleus_reminder_rules_find_quiet_end (self->facts->rules, time, self->facts->zone);
  return TRUE;
}

/**
 * soleus_reminder_judge_find_coming:
 * @self: a judge
 * @kind: a kind
 * @time: when the clock shows its time, UTC seconds
 *
 * Returns: the instant at which something becomes of it: its time, or the end of quiet hours
 */
gint64
soleus_reminder_judge_find_coming (const SoleusReminderJudge *self,
                                   SoleusReminderKind         kind,
                                   gint64                     time)
{
  gint64 end;

  if (time >= self->facts->rules->paused_until && waits_for_quiet (kind) && soleus_reminder_judge_is_quiet_at (self, time, &end))
    return end;
  return time;
}

static SoleusReminderVerdict
wait_until (gint64 wake)
{
  return (SoleusReminderVerdict) { SOLEUS_REMINDER_WAITS, NULL, wake };
}

static SoleusReminderVerdict
miss (const char *answer)
{
  return (SoleusReminderVerdict) { SOLEUS_REMINDER_MISSED, answer, 0 };
}

/**
 * soleus_reminder_judge_decide:
 * @self: a judge
 * @reminder: a reminder
 *
 * A pause comes first, then quiet hours, then what was done, then whether it is too late. Quiet hours do not hold what the person put
 * off, for they asked for it; a pause does. What is late does not come up in quiet hours either.
 *
 * Returns: what becomes of it at the moment of the facts
 */
SoleusReminderVerdict
soleus_reminder_judge_decide (const SoleusReminderJudge *self,
                              const SoleusReminderCase  *reminder)
{
  gint64 now = self->facts->now.utc, end;
  gint64 base = reminder->put_off != 0 ? reminder->put_off : reminder->time;
  gboolean minds_quiet = reminder->put_off == 0;

  if (base > now)
    return wait_until (minds_quiet ? soleus_reminder_judge_find_coming (self, reminder->kind, base) : base);
  if (base < self->facts->rules->paused_until)
    return miss ("paused");
  if (minds_quiet && soleus_reminder_judge_is_quiet_at (self, reminder->time, &end))
    {
      if (!waits_for_quiet (reminder->kind))
        return miss ("quiet");
      if (end > now)
        return wait_until (end);
      if (reminder->end <= end)
        return miss ("quiet");
    }
  if (reminder->silence != NULL)
    return (SoleusReminderVerdict) { SOLEUS_REMINDER_SILENT, reminder->silence, 0 };
  if (now >= reminder->end)
    return miss (NULL);
  if (minds_quiet && soleus_reminder_judge_is_quiet_at (self, now, &end))
    return waits_for_quiet (reminder->kind) ? wait_until (MIN (end, reminder->end)) : miss ("quiet");
  return (SoleusReminderVerdict) { SOLEUS_REMINDER_COMES, NULL, 0 };
}
