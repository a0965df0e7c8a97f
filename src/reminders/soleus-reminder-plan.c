/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First the rows that there are: each that is still to be answered is judged again. Then what has no row yet gets one. A reminder
 * has one row that counts; of doses, each medicine has. */
#include "reminders/soleus-reminder-private.h"

/* No zone puts one clock time on instants further apart. */
#define TRAVEL_MINUTES (26 * 60)

typedef struct
{
  SoleusReminderLook look;
  SoleusReminderPlan *plan;
  GPtrArray *added;                      /* of SoleusRecord */
  gint64 last_shown[SOLEUS_N_REMINDERS]; /* when one of that kind was shown last */
} Planner;

static void
wake_at (Planner *self,
         gint64   time)
{
  if (time > self->look.facts->now.utc && (self->plan->next == 0 || time < self->plan->next))
    self->plan->next = time;
}

static void
put_up (Planner      *self,
        SoleusRecord *record)
{
  g_ptr_array_add (self->plan->fresh, g_object_ref (record));
}

static void
answer_row (Planner         *self,
            SoleusLedgerRow *row,
            const char      *answer)
{
  soleus_ledger_row_set (row, SOLEUS_LEDGER_ANSWERED, answer);
  soleus_row_set_time (soleus_ledger_row_edit (row), "answered", self->look.facts->now);
}

/* What is decided and not known to be up is put up again. */
static void
make_due (Planner         *self,
          SoleusLedgerRow *row)
{
  if (row->state != SOLEUS_LEDGER_DUE || row->has_answer)
    soleus_ledger_row_set (row, SOLEUS_LEDGER_DUE, NULL);
  put_up (self, row->record);
}

/* It is of now that nothing came of it: should the clock turn out to have been ahead, that does not count. */
static void
close_row (Planner          *self,
           SoleusLedgerRow  *row,
           SoleusLedgerState state,
           const char       *answer)
{
  soleus_ledger_row_set (row, state, answer);
  row->at = self->look.facts->now.utc;
  soleus_row_set_time (soleus_ledger_row_edit (row), "at", self->look.facts->now);
}

static void
apply (Planner              *self,
       SoleusLedgerRow      *row,
       SoleusReminderVerdict verdict)
{
  switch (verdict.outcome)
    {
    case SOLEUS_REMINDER_WAITS:
      wake_at (self, verdict.wake);
      break;
    case SOLEUS_REMINDER_MISSED:
      close_row (self, row, SOLEUS_LEDGER_MISSED, verdict.answer);
      break;
    case SOLEUS_REMINDER_SILENT:
      close_row (self, row, SOLEUS_LEDGER_WITHDRAWN, verdict.answer);
      break;
    case SOLEUS_REMINDER_COMES:
    default:
      make_due (self, row);
      break;
    }
}

/* Rows that are there */

static void
review_row (Planner         *self,
            SoleusLedgerRow *row)
{
  gint64 time = soleus_reminder_civil_get_time (row->civil, self->look.facts->zone);
  gboolean is_shown = row->state == SOLEUS_LEDGER_SHOWN;
  SoleusReminderCase reminder = {
    .kind = row->kind,
    .time = time,
    .put_off = row->put_off,
    .end = soleus_reminder_judge_find_end (self->look.judge, row->kind, row->civil, time, row->put_off, is_shown),
    .silence = soleus_reminder_judge_find_silence (self->look.judge, row->kind, row->civil, time),
  };
  gboolean is_done = reminder.silence != NULL && row->kind != SOLEUS_REMINDER_TRIAL;

  if (is_shown && (self->look.facts->now.utc >= reminder.end || (reminder.silence != NULL && !is_done)))
    return;
  if (is_done)
    answer_row (self, row, "done");
  else if (is_shown)
    g_ptr_array_add (self->plan->open, g_object_ref (row->record));
  else
    apply (self, row, soleus_reminder_judge_decide (self->look.judge, &reminder));
}

static gboolean
is_named_by_newer (SoleusLedgerGroup group,
                   guint             index,
                   const char       *medicine)
{
  for (guint i = 0; i < index; i++)
    if (soleus_ledger_row_names (&group.rows[i], medicine))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GPtrArray *coming; /* of char: the medicines that are to be put up */
  GPtrArray *left;   /* of char: those of which nothing was said, here or elsewhere */
  gboolean is_open;  /* one of them is to be taken, now or ahead */
  gboolean is_put_off;
  gboolean is_answered;
  gint64 wake;        /* when one of them may come that waits */
  const char *answer; /* why none comes */
} DoseRow;

static void
look_at_dose (Planner               *self,
              const SoleusLedgerRow *row,
              guint                  medicine,
              DoseRow               *doses)
{
  SoleusReminderCase reminder = { .put_off = row->put_off };
  SoleusReminderDoseState state = soleus_reminder_doses_judge (self->look.doses, medicine, row->civil, &reminder);
  SoleusReminderVerdict verdict;

  doses->is_answered |= state == SOLEUS_REMINDER_DOSE_ANSWERED;
  doses->is_open |= state == SOLEUS_REMINDER_DOSE_OPEN;
  if (state == SOLEUS_REMINDER_DOSE_OPEN || state == SOLEUS_REMINDER_DOSE_MISSED)
    g_ptr_array_add (doses->left, (gpointer) soleus_reminder_doses_get_medicine (self->look.doses, medicine)->uuid);
  if (row->state == SOLEUS_LEDGER_SHOWN || (state != SOLEUS_REMINDER_DOSE_OPEN && state != SOLEUS_REMINDER_DOSE_MISSED))
    return;
  verdict = soleus_reminder_judge_decide (self->look.judge, &reminder);
  if (verdict.outcome == SOLEUS_REMINDER_COMES)
    g_ptr_array_add (doses->coming, (gpointer) soleus_reminder_doses_get_medicine (self->look.doses, medicine)->uuid);
  else if (verdict.outcome == SOLEUS_REMINDER_WAITS)
    doses->wake = doses->wake == 0 ? verdict.wake : MIN (doses->wake, verdict.wake);
  else if (verdict.answer != NULL)
    doses->answer = verdict.answer;
}

static void
look_at_doses (Planner          *self,
               SoleusLedgerGroup group,
               guint             index,
               DoseRow          *doses)
{
  const SoleusRow *values = soleus_record_get_values (group.rows[index].record);
  guint n = soleus_row_get_n_rows (values, "doses");

  for (guint i = 0; i < n; i++)
    {
      const char *uuid = soleus_row_get_text (soleus_row_get_row (values, "doses", i), "medicine");
      guint medicine;

      if (!soleus_reminder_doses_find (self->look.doses, uuid, &medicine))
        continue;
      if (is_named_by_newer (group, index, uuid))
        doses->is_put_off = TRUE;
      else
        look_at_dose (self, &group.rows[index], medicine, doses);
    }
}

static void
keep_doses (SoleusLedgerRow *row,
            GPtrArray       *medicines)
{
  SoleusRow *values;

  if (soleus_row_get_n_rows (soleus_record_get_values (row->record), "doses") == medicines->len)
    return;
  values = soleus_ledger_row_edit (row);
  soleus_row_clear (values, "doses");
  for (guint i = 0; i < medicines->len; i++)
    soleus_row_set_text (soleus_row_add_row (values, "doses"), "medicine", g_ptr_array_index (medicines, i));
}

static void
review_doses (Planner          *self,
              SoleusLedgerGroup group,
              guint             index)
{
  SoleusLedgerRow *row = &group.rows[index];
  g_autoptr (GPtrArray) coming = g_ptr_array_new (), left = g_ptr_array_new ();
  DoseRow doses = { .coming = coming, .left = left };

  look_at_doses (self, group, index, &doses);
  if (left->len == 0 && (doses.is_put_off || doses.is_answered))
    answer_row (self, row, doses.is_put_off ? "later" : "done");
  else if (row->state == SOLEUS_LEDGER_SHOWN)
    {
      if (doses.is_open)
        g_ptr_array_add (self->plan->open, g_object_ref (row->record));
    }
  else if (coming->len > 0)
    {
      keep_doses (row, coming);
      make_due (self, row);
    }
  else if (doses.wake != 0)
    wake_at (self, doses.wake);
  else if (left->len > 0)
    {
      keep_doses (row, left);
      close_row (self, row, SOLEUS_LEDGER_MISSED, doses.answer);
    }
  else if (row->put_off > self->look.facts->now.utc)
    wake_at (self, row->put_off);
  else
    close_row (self, row, SOLEUS_LEDGER_WITHDRAWN, NULL);
}

static gboolean
is_to_be_answered (const SoleusLedgerRow *row)
{
  return row->state == SOLEUS_LEDGER_DUE || (row->state == SOLEUS_LEDGER_SNOOZED && row->put_off != 0) || (row->state == SOLEUS_LEDGER_SHOWN && !row->has_answer);
}

static void
review_group (Planner          *self,
              SoleusLedgerGroup group)
{
  SoleusReminderKind kind = group.rows->kind;

  if (kind == SOLEUS_REMINDER_DOSE)
    {
      for (guint i = 0; i < group.n_valid; i++)
        if (is_to_be_answered (&group.rows[i]))
          review_doses (self, group, i);
    }
  else if (group.n_valid > 0 && is_to_be_answered (group.rows) &&
           (group.rows->state != SOLEUS_LEDGER_SHOWN || group.rows->shown >= self->last_shown[kind])) /* a later one took its place */
    review_row (self, group.rows);
}

static void
review_ledger (Planner *self)
{
  GArray *rows = self->look.ledger->rows;
  guint i = 0;

  for (guint k = 0; k < rows->len; k++)
    {
      const SoleusLedgerRow *row = &g_array_index (rows, SoleusLedgerRow, k);

      if (!row->is_void)
        self->last_shown[row->kind] = MAX (self->last_shown[row->kind], row->shown);
    }
  while (i < rows->len)
    {
      SoleusLedgerGroup group = soleus_ledger_get_group (self->look.ledger, i);

      if (soleus_reminder_judge_applies (self->look.judge, group.rows->kind))
        review_group (self, group);
      i += group.n;
    }
}

/* What has no row yet */

static SoleusRecord *
write_row (Planner              *self,
           SoleusReminderKind    kind,
           gint64                civil,
           SoleusReminderVerdict verdict)
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
    put_up (self, record);
  return record;
}

static void
add_moment (Planner           *self,
            SoleusReminderKind kind,
            gint64             civil)
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
    wake_at (self, verdict.wake);
  else
    write_row (self, kind, civil, verdict);
}

static void
add_moments (Planner           *self,
             SoleusReminderKind kind)
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
  return is_named_by_newer (*group, group->n_valid, soleus_reminder_doses_get_medicine (look->doses, medicine)->uuid);
}

static void
find_new_doses (Planner *self,
                guint    medicine,
                GArray  *found)
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
add_new_doses (Planner       *self,
               const NewDose *doses,
               guint          n)
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
          wake_at (self, doses[i].verdict.wake);
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
add_doses (Planner *self)
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

/* Rows that a wrong clock wrote, and that no row of now took the place of, are marked: once their time has come nothing would tell
 * them from true ones. */
static void
settle_void_rows (Planner *self)
{
  GArray *rows = self->look.ledger->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      SoleusLedgerRow *row = &g_array_index (rows, SoleusLedgerRow, i);

      if (row->is_void && !row->is_changed && soleus_reminder_judge_applies (self->look.judge, row->kind))
        wake_at (self, soleus_ledger_row_settle (row, self->look.facts->now));
    }
}

static void
collect_writes (Planner *self)
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
  Planner self = { .plan = plan, .added = added };

  plan->writes = g_ptr_array_new_with_free_func (g_object_unref);
  plan->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  plan->open = g_ptr_array_new_with_free_func (g_object_unref);
  soleus_reminder_look_init (&self.look, facts);

  review_ledger (&self);
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    if (kind != SOLEUS_REMINDER_DOSE && soleus_reminder_judge_applies (self.look.judge, (SoleusReminderKind) kind))
      add_moments (&self, (SoleusReminderKind) kind);
  if (soleus_reminder_judge_applies (self.look.judge, SOLEUS_REMINDER_DOSE))
    add_doses (&self);
  settle_void_rows (&self);
  collect_writes (&self);
  wake_at (&self, soleus_reminder_look_find_next (&self.look));

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
