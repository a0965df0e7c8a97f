/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The due doses of all medicines, each to be found by its medicine and its clock time, and what is to be said of it. */
#include "reminders/soleus-reminder-private.h"

#define SECONDS_A_DAY 86400

static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  const SoleusDue *x = a, *y = b;

  return x->date != y->date ? (x->date < y->date ? -1 : 1) : x->minute - y->minute;
}

static int
compare_civils (gconstpointer a,
                gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/**
 * soleus_reminder_doses_new:
 * @facts: what is known, which must outlive the doses
 * @lowest: since when to look, UTC seconds
 *
 * Returns: (transfer full): the doses
 */
SoleusReminderDoses *
soleus_reminder_doses_new (const SoleusReminderFacts *facts,
                           gint64                     lowest)
{
  SoleusReminderDoses *self = g_new0 (SoleusReminderDoses, 1);

  self->facts = facts;
  self->lowest = lowest;
  self->dues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->answered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->by_uuid = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; facts->medicines != NULL && i < facts->medicines->len; i++)
    {
      const SoleusReminderMedicine *medicine = g_ptr_array_index (facts->medicines, i);
      GArray *dues = soleus_schedule_list (medicine->schedule, lowest, facts->now.utc + 1);
      GArray *answered = medicine->answered != NULL ? g_array_copy (medicine->answered) : g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_sort (dues, compare_dues);
      g_array_sort (answered, compare_civils);
      g_ptr_array_add (self->dues, dues);
      g_ptr_array_add (self->answered, answered);
      g_hash_table_insert (self->by_uuid, (gpointer) medicine->uuid, GUINT_TO_POINTER (i + 1));
    }
  return self;
}

/**
 * soleus_reminder_doses_free:
 * @self: (transfer full): doses
 */
void
soleus_reminder_doses_free (SoleusReminderDoses *self)
{
  g_ptr_array_unref (self->dues);
  g_ptr_array_unref (self->answered);
  g_hash_table_unref (self->by_uuid);
  g_free (self);
}

/**
 * soleus_reminder_doses_get_medicine:
 * @self: doses
 * @index: which one
 *
 * Returns: (transfer none): the medicine
 */
const SoleusReminderMedicine *
soleus_reminder_doses_get_medicine (const SoleusReminderDoses *self,
                                    guint                      index)
{
  return g_ptr_array_index (self->facts->medicines, index);
}

/**
 * soleus_reminder_doses_find:
 * @self: doses
 * @uuid: (nullable): of a medicine
 * @index: (out): which one it is
 *
 * Returns: %FALSE where there is no such medicine
 */
gboolean
soleus_reminder_doses_find (const SoleusReminderDoses *self,
                            const char                *uuid,
                            guint                     *index)
{
  guint found = uuid != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_uuid, uuid)) : 0;

  *index = found - 1;
  return found > 0;
}

/**
 * soleus_reminder_doses_is_answered:
 * @self: doses
 * @index: which medicine
 * @civil: the clock time of a dose
 *
 * Returns: whether it was taken or skipped
 */
gboolean
soleus_reminder_doses_is_answered (const SoleusReminderDoses *self,
                                   guint                      index,
                                   gint64                     civil)
{
  return g_array_binary_search (g_ptr_array_index (self->answered, index), &civil, compare_civils, NULL);
}

/**
 * soleus_reminder_doses_find_due:
 * @self: doses
 * @index: which medicine
 * @civil: the clock time of a dose
 * @due: (out): that dose
 *
 * Most are among those listed; what lies ahead, or waits since long ago, is asked for by itself.
 *
 * Returns: %FALSE where no schedule asks for it
 */
gboolean
soleus_reminder_doses_find_due (const SoleusReminderDoses *self,
                                guint                      index,
                                gint64                     civil,
                                SoleusDue                 *due)
{
  const SoleusDue wanted = { .date = soleus_reminder_civil_get_date (civil), .minute = soleus_reminder_civil_get_minute (civil) };
  GArray *dues = g_ptr_array_index (self->dues, index);
  g_autoptr (GArray) others = NULL;
  gint64 time;
  guint found;

  if (g_array_binary_search (dues, &wanted, compare_dues, &found))
    {
      *due = g_array_index (dues, SoleusDue, found);
      return TRUE;
    }
  time = soleus_reminder_civil_get_time (civil, self->facts->zone);
  if (time > self->lowest + SECONDS_A_DAY && time < self->facts->now.utc - SECONDS_A_DAY)
    return FALSE;
  others = soleus_schedule_list (soleus_reminder_doses_get_medicine (self, index)->schedule, time - SECONDS_A_DAY, time + SECONDS_A_DAY);
  for (guint i = 0; i < others->len; i++)
    {
      *due = g_array_index (others, SoleusDue, i);
      if (compare_dues (due, &wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* One that is too late now may have made sense when quiet hours were over; the ledger tells the one from the other. */
static gint64
find_past_end (const SoleusReminderDoses *self,
               const SoleusSchedule      *schedule,
               const SoleusDue           *due)
{
  const SoleusReminderFacts *facts = self->facts;
  SoleusTime due_time = soleus_time_at_offset (due->time.utc, facts->zone);
  gint64 quiet_end;

  if (!soleus_reminder_rules_is_quiet (facts->rules, due_time))
    return facts->now.utc;
  quiet_end = soleus_reminder_rules_find_quiet_end (facts->rules, due_time, facts->zone);
  if (quiet_end <= facts->now.utc && soleus_schedule_judge (schedule, due, soleus_time_at_offset (quiet_end, facts->zone), NULL) != SOLEUS_DUE_NOW)
    return quiet_end;
  return facts->now.utc;
}

/**
 * soleus_reminder_doses_judge_due:
 * @self: doses
 * @index: which medicine
 * @due: one of its due doses
 * @reminder: (out): that dose as a reminder; until when it was put off is left as it is
 *
 * Returns: what is to be said of it
 */
SoleusReminderDoseState
soleus_reminder_doses_judge_due (const SoleusReminderDoses *self,
                                 guint                      index,
                                 const SoleusDue           *due,
                                 SoleusReminderCase        *reminder)
{
  const SoleusSchedule *schedule = soleus_reminder_doses_get_medicine (self, index)->schedule;

  reminder->kind = SOLEUS_REMINDER_DOSE;
  reminder->time = due->time.utc;
  reminder->end = G_MAXINT64;
  reminder->silence = NULL;
  if (soleus_reminder_doses_is_answered (self, index, soleus_reminder_civil_of (due->date, due->minute)))
    {
      reminder->silence = "done";
      return SOLEUS_REMINDER_DOSE_ANSWERED;
    }
  switch (soleus_schedule_judge (schedule, due, self->facts->now, &reminder->end))
    {
    case SOLEUS_DUE_AHEAD:
    case SOLEUS_DUE_NOW:
      return SOLEUS_REMINDER_DOSE_OPEN;
    case SOLEUS_DUE_MISSED:
      reminder->end = find_past_end (self, schedule, due);
      return SOLEUS_REMINDER_DOSE_MISSED;
    case SOLEUS_DUE_SUPERSEDED:
    default:
      return SOLEUS_REMINDER_DOSE_GONE;
    }
}

/**
 * soleus_reminder_doses_judge:
 * @self: doses
 * @index: which medicine
 * @civil: the clock time of a dose
 * @reminder: (out): that dose as a reminder; until when it was put off is left as it is
 *
 * Returns: what is to be said of it
 */
SoleusReminderDoseState
soleus_reminder_doses_judge (const SoleusReminderDoses *self,
                             guint                      index,
                             gint64                     civil,
                             SoleusReminderCase        *reminder)
{
  SoleusDue due;

  if (soleus_reminder_doses_is_answered (self, index, civil))
    return SOLEUS_REMINDER_DOSE_ANSWERED;
  return soleus_reminder_doses_find_due (self, index, civil, &due) ? soleus_reminder_doses_judge_due (self, index, &due, reminder) : SOLEUS_REMINDER_DOSE_GONE;
}

/**
 * soleus_reminder_medicine_free:
 * @self: (transfer full): a medicine to remind of
 */
void
soleus_reminder_medicine_free (SoleusReminderMedicine *self)
{
  g_clear_pointer (&self->answered, g_array_unref);
  g_free (self);
}
