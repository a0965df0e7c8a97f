/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that there are are reviewed, and what was due and has none gets one: due, missed, or withdrawn because there is nothing to be
 * reminded of. */
#include "reminders/soleus-reminder-private.h"

/* No zone puts one clock time on instants further apart. */
#define TRAVEL_MINUTES (26 * 60)

/**
 * soleus_reminder_planner_wake_at:
 * @self: a plan in the making
 * @time: UTC seconds; what is not after now does not count
 *
 * Notes when to plan again.
 */
void
soleus_reminder_planner_wake_at (SoleusReminderPlanner *self,
                                 gint64                 time)
{
  if (time > self->look.facts->now.utc && (self->plan->next == 0 || time < self->plan->next))
    self->plan->next = time;
}

/**
 * soleus_reminder_planner_put_up:
 * @self: a plan in the making
 * @record: a notice that is due
 *
 * Notes that it is to be shown now.
 */
void
soleus_reminder_planner_put_up (SoleusReminderPlanner *self,
                                SoleusRecord          *record)
{
  g_ptr_array_add (self->plan->fresh, g_object_ref (record));
}

/* What has no row yet */

static SoleusRecord *
write_row (SoleusReminderPlanner *self,
           SoleusReminderKind     kind,
           gint64                 civil,
           SoleusReminderVerdict  verdict)
{
  static const SoleusLedgerState states[] = {
    [SOLEUS_REMINDER_MISSED] = SOLEUS_LEDGER_MISSED,
    [SOLEUS_REMINDER_SILENT] = SOLEUS_LEDGER_WITHDRAWN,
    [SOLEUS_REMINDER_COMES] = SOLEUS_LEDGER_DUE,
  };
  SoleusLedgerGroup group = soleus_ledger_find (self->look.ledger, kind, civil);
  gboolean is_new;
  g_autoptr (SoleusRecord) record = soleus_ledger_write (group, kind, civil, self->look.facts->now, states[verdict.outcome], verdict.answer, &is_new);

  if (is_new)
    g_ptr_array_add (self->added, g_object_ref (record));
  if (verdict.outcome == SOLEUS_REMINDER_COMES)
    soleus_reminder_planner_put_up (self, record);
  return record;
}

static void
add_moment (SoleusReminderPlanner *self,
            SoleusReminderKind     kind,
            gint64                 civil)
{
  const SoleusReminderFacts *facts = self->look.facts;
  SoleusReminderCase reminder = { .kind = kind, .time = soleus_reminder_civil_get_time (civil, facts->zone) };
  SoleusReminderVerdict verdict;

  if (reminder.time > facts->now.utc || reminder.time < soleus_reminder_look_get_since (&self->look, kind))
    return;
  reminder.end = soleus_reminder_judge_find_end (self->look.judge, kind, civil, reminder.time, 0, FALSE);
  reminder.silence = soleus_reminder_judge_find_silence (self->look.judge, kind, civil, reminder.time);
  verdict = soleus_reminder_judge_decide (self->look.judge, &reminder);
  if (verdict.outcome == SOLEUS_REMINDER_WAITS)
    soleus_reminder_planner_wake_at (self, verdict.wake);
  else
    write_row (self, kind, civil, verdict);
}

static void
add_moments (SoleusReminderPlanner *self,
             SoleusReminderKind     kind)
{
  const SoleusReminderFacts *facts = self->look.facts;
  const SoleusReminderRule *rule = &facts->rules->rules[kind];
  gint64 last = soleus_reminder_civil_at (facts->now.utc, facts->zone) + TRAVEL_MINUTES;
  gint64 civil = soleus_reminder_civil_at (soleus_reminder_look_get_since (&self->look, kind) - 1, facts->zone);

  while ((civil = soleus_reminder_rule_find_next (rule, kind, civil + 1)) <= last)
    if (soleus_ledger_find (self->look.ledger, kind, civil).n_valid == 0)
      add_moment (self, kind, civil);
}

/* A dose of which no row speaks. */
typedef struct
{
  gint64 civil;
  guint medicine;
  gboolean is_answered;
  SoleusReminderVerdict verdict;
} NewDose;

static gboolean
is_named (const SoleusReminderLook *look,
          guint                     medicine,
          gint64                    civil,
          SoleusLedgerGroup        *group)
{
  *group = soleus_ledger_find (look->ledger, SOLEUS_REMINDER_DOSE, civil);
  return soleus_ledger_group_names (*group, group->n_valid, soleus_reminder_doses_get_medicine (look->doses, medicine)->uuid);
}

static void
find_new_doses (SoleusReminderPlanner *self,
                guint                  medicine,
                GArray                *found)
{
  GArray *dues = g_ptr_array_index (self->look.doses->dues, medicine);
  gint64 since = soleus_reminder_look_get_since (&self->look, SOLEUS_REMINDER_DOSE);

  for (guint i = 0; i < dues->len; i++)
    {
      const SoleusDue *due = &g_array_index (dues, SoleusDue, i);
      NewDose dose = { .civil = soleus_reminder_civil_of (due->date, due->minute), .medicine = medicine };
      SoleusReminderCase reminder = { 0 };
      SoleusReminderDoseState state;
      SoleusLedgerGroup group;

      if (due->time.utc < since || is_named (&self->look, medicine, dose.civil, &group))
        continue;
      state = soleus_reminder_doses_judge_due (self->look.doses, medicine, due, &reminder);
      dose.is_answered = state == SOLEUS_REMINDER_DOSE_ANSWERED;
      if (state == SOLEUS_REMINDER_DOSE_GONE || (dose.is_answered && group.n_valid > 0))
        continue;
      dose.verdict = soleus_reminder_judge_decide (self->look.judge, &reminder);
      g_array_append_val (found, dose);
    }
}

static int
compare_new_doses (gconstpointer a,
                   gconstpointer b)
{
  const NewDose *x = a, *y = b;

  if (x->civil != y->civil)
    return x->civil < y->civil ? -1 : 1;
  return x->medicine < y->medicine ? -1 : x->medicine > y->medicine;
}

static gboolean
is_same_verdict (const SoleusReminderVerdict *a,
                 const SoleusReminderVerdict *b)
{
  return a->outcome == b->outcome && g_strcmp0 (a->answer, b->answer) == 0;
}

/* Those of one time of which the same becomes are one row; what was answered beside others needs none. */
static void
add_new_doses (SoleusReminderPlanner *self,
               const NewDose         *doses,
               guint                  n)
{
  g_autofree gboolean *is_written = g_new0 (gboolean, n);
  gboolean all_answered = TRUE;

  for (guint i = 0; i < n; i++)
    all_answered &= doses[i].is_answered;
  for (guint i = 0; i < n; i++)
    {
      SoleusRow *values;

      if (is_written[i] || (doses[i].is_answered && !all_answered))
        continue;
      if (doses[i].verdict.outcome == SOLEUS_REMINDER_WAITS)
        {
          soleus_reminder_planner_wake_at (self, doses[i].verdict.wake);
          continue;
        }
      values = soleus_record_get_values (write_row (self, SOLEUS_REMINDER_DOSE, doses[i].civil, doses[i].verdict));
      for (guint k = i; k < n; k++)
        if (!is_written[k] && doses[k].is_answered == doses[i].is_answered && is_same_verdict (&doses[k].verdict, &doses[i].verdict))
          {
            is_written[k] = TRUE;
            soleus_row_set_text (soleus_row_add_row (values, "doses"), "medicine", soleus_reminder_doses_get_medicine (self->look.doses, doses[k].medicine)->uuid);
          }
    }
}

static void
add_doses (SoleusReminderPlanner *self)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (NewDose));
  guint n;

  for (guint i = 0; i < self->look.doses->dues->len; i++)
    find_new_doses (self, i, found);
  g_array_sort (found, compare_new_doses);
  for (guint i = 0; i < found->len; i += n)
    {
      const NewDose *first = &g_array_index (found, NewDose, i);

      for (n = 1; i + n < found->len && g_array_index (found, NewDose, i + n).civil == first->civil; n++)
        ;
      add_new_doses (self, first, n);
    }
}

static void
collect_writes (SoleusReminderPlanner *self)
{
  GArray *rows = self->look.ledger->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const SoleusLedgerRow *row = &g_array_index (rows, SoleusLedgerRow, i);

      if (row->is_changed)
        g_ptr_array_add (self->plan->writes, g_object_ref (row->record));
    }
  g_ptr_array_extend (self->plan->writes, self->added, (GCopyFunc) g_object_ref, NULL);
}

/**
 * soleus_reminder_plan_new:
 * @facts: what is known
 *
 * Judges every reminder that was due since the facts begin, since its rule is what it is, and within the last
 * %SOLEUS_REMINDER_DAYS_BACK days, as of the moment of the facts. The same facts give the same plan.
 *
 * Returns: (transfer full): what to do
 */
SoleusReminderPlan *
soleus_reminder_plan_new (const SoleusReminderFacts *facts)
{
  SoleusReminderPlan *plan = g_new0 (SoleusReminderPlan, 1);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusReminderPlanner self = { .plan = plan, .added = added };

  plan->writes = g_ptr_array_new_with_free_func (g_object_unref);
  plan->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  plan->open = g_ptr_array_new_with_free_func (g_object_unref);
  soleus_reminder_look_init (&self.look, facts);

  soleus_reminder_planner_review (&self);
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    if (kind != SOLEUS_REMINDER_DOSE && soleus_reminder_judge_applies (self.look.judge, (SoleusReminderKind) kind))
      add_moments (&self, (SoleusReminderKind) kind);
  if (soleus_reminder_judge_applies (self.look.judge, SOLEUS_REMINDER_DOSE))
    add_doses (&self);
  soleus_reminder_planner_settle (&self);
  collect_writes (&self);
  soleus_reminder_planner_wake_at (&self, soleus_reminder_look_find_next (&self.look));
  soleus_reminder_plan_add_asked (plan, facts);

  soleus_reminder_look_clear (&self.look);
  return plan;
}

/**
 * soleus_reminder_plan_free:
 * @self: (transfer full): a plan
 */
void
soleus_reminder_plan_free (SoleusReminderPlan *self)
{
  g_ptr_array_unref (self->writes);
  g_ptr_array_unref (self->fresh);
  g_ptr_array_unref (self->open);
  g_free (self);
}
