/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that there are: each that is still to be answered is judged again. A reminder has one row that counts; of doses, each
 * medicine has. */
#include "reminders/soleus-reminder-private.h"

static void
answer_row (SoleusReminderPlanner *self,
            SoleusLedgerRow       *row,
            const char            *answer)
{
  soleus_ledger_row_set (row, SOLEUS_LEDGER_ANSWERED, answer);
  soleus_row_set_time (soleus_ledger_row_edit (row), "answered", self->look.facts->now);
}

/* What is decided and not known to be up is put up again. */
static void
make_due (SoleusReminderPlanner *self,
          SoleusLedgerRow       *row)
{
  if (row->state != SOLEUS_LEDGER_DUE || row->has_answer)
    soleus_ledger_row_set (row, SOLEUS_LEDGER_DUE, NULL);
  soleus_reminder_planner_put_up (self, row->record);
}

/* It is of now that nothing came of it: should the clock turn out to have been ahead, that does not count. */
static void
close_row (SoleusReminderPlanner *self,
           SoleusLedgerRow       *row,
           SoleusLedgerState      state,
           const char            *answer)
{
  soleus_ledger_row_set (row, state, answer);
  row->at = self->look.facts->now.utc;
  soleus_row_set_time (soleus_ledger_row_edit (row), "at", self->look.facts->now);
}

static void
apply (SoleusReminderPlanner *self,
       SoleusLedgerRow       *row,
       SoleusReminderVerdict  verdict)
{
  switch (verdict.outcome)
    {
    case SOLEUS_REMINDER_WAITS:
      soleus_reminder_planner_wake_at (self, verdict.wake);
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

static void
review_row (SoleusReminderPlanner *self,
            SoleusLedgerRow       *row)
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
look_at_dose (SoleusReminderPlanner *self,
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
look_at_doses (SoleusReminderPlanner *self,
               SoleusLedgerGroup      group,
               guint                  index,
               DoseRow               *doses)
{
  const SoleusRow *values = soleus_record_get_values (group.rows[index].record);
  guint n = soleus_row_get_n_rows (values, "doses");

  for (guint i = 0; i < n; i++)
    {
      const char *uuid = soleus_row_get_text (soleus_row_get_row (values, "doses", i), "medicine");
      guint medicine;

      if (!soleus_reminder_doses_find (self->look.doses, uuid, &medicine))
        continue;
      if (soleus_ledger_group_names (group, index, uuid))
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
review_doses (SoleusReminderPlanner *self,
              SoleusLedgerGroup      group,
              guint                  index)
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
    soleus_reminder_planner_wake_at (self, doses.wake);
  else if (left->len > 0)
    {
      keep_doses (row, left);
      close_row (self, row, SOLEUS_LEDGER_MISSED, doses.answer);
    }
  else if (row->put_off > self->look.facts->now.utc)
    soleus_reminder_planner_wake_at (self, row->put_off);
  else
    close_row (self, row, SOLEUS_LEDGER_WITHDRAWN, NULL);
}

static gboolean
is_to_be_answered (const SoleusLedgerRow *row)
{
  return row->state == SOLEUS_LEDGER_DUE || (row->state == SOLEUS_LEDGER_SNOOZED && row->put_off != 0) || (row->state == SOLEUS_LEDGER_SHOWN && !row->has_answer);
}

static void
review_group (SoleusReminderPlanner *self,
              SoleusLedgerGroup      group)
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

/**
 * soleus_reminder_planner_review:
 * @self: a plan in the making
 *
 * Goes through the rows of the ledger that count.
 */
void
soleus_reminder_planner_review (SoleusReminderPlanner *self)
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

/**
 * soleus_reminder_planner_settle:
 * @self: a plan in the making
 *
 * Rows that a wrong clock wrote, and that no row of now took the place of, are marked: once their time has come nothing would tell them
 * from true ones.
 */
void
soleus_reminder_planner_settle (SoleusReminderPlanner *self)
{
  GArray *rows = self->look.ledger->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      SoleusLedgerRow *row = &g_array_index (rows, SoleusLedgerRow, i);

      if (row->is_void && !row->is_changed && soleus_reminder_judge_applies (self->look.judge, row->kind))
        soleus_reminder_planner_wake_at (self, soleus_ledger_row_settle (row, self->look.facts->now));
    }
}
