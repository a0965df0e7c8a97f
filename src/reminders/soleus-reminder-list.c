/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes next, with the time at which it will come, for a person to read. What is known to stay silent is left out. */
#include "reminders/soleus-reminder-private.h"

/* So far ahead to look for what is not silent, such as a trial that is to begin. Our own choice. */
#define DAYS_AHEAD 400

/* So many doses in a row that stay silent, as those of a medicine that is due in quiet hours alone. */
#define MOST_SILENT 1000

/* What was due within these minutes may wait for the end of quiet hours. */
#define WAITING_MINUTES (3 * SOLEUS_REMINDER_DAY)

typedef struct
{
  SoleusReminderLook look;
  GArray *found; /* of SoleusReminderMoment */
} Lister;

/* Returns 0 where it never comes, or comes now. */
static gint64
find_coming (const Lister             *self,
             const SoleusReminderCase *reminder)
{
  const SoleusReminderFacts *facts = self->look.facts;
  gint64 base = reminder->put_off != 0 ? reminder->put_off : reminder->time, time = base, end;

  if (base < facts->rules->paused_until || reminder->silence != NULL)
    return 0;
  if (reminder->put_off == 0)
    {
      time = soleus_reminder_judge_find_coming (self->look.judge, reminder->kind, base);
      if (time <= facts->now.utc && soleus_reminder_judge_is_quiet_at (self->look.judge, facts->now.utc, &end))
        time = end;
      if (soleus_reminder_judge_is_quiet_at (self->look.judge, time, &end))
        return 0;
      if (time != base && reminder->kind != SOLEUS_REMINDER_DOSE && reminder->kind != SOLEUS_REMINDER_CHECK_IN)
        return 0;
    }
  return time > facts->now.utc && time < reminder->end ? time : 0;
}

static gboolean
add (Lister             *self,
     SoleusReminderKind  kind,
     gint64              civil,
     gint64              time)
{
  const SoleusReminderMoment moment = {
    kind,
    soleus_reminder_civil_get_date (civil),
    soleus_reminder_civil_get_minute (civil),
    soleus_time_at_offset (time, self->look.facts->zone),
  };

  if (time != 0)
    g_array_append_val (self->found, moment);
  return time != 0;
}

static SoleusReminderCase
make_case (const Lister       *self,
           SoleusReminderKind  kind,
           gint64              civil,
           gint64              put_off)
{
  SoleusReminderCase reminder = { .kind = kind, .time = soleus_reminder_civil_get_time (civil, self->look.facts->zone), .put_off = put_off };

  reminder.end = soleus_reminder_judge_find_end (self->look.judge, kind, civil, reminder.time, put_off, FALSE);
  reminder.silence = soleus_reminder_judge_find_silence (self->look.judge, kind, civil, reminder.time);
  return reminder;
}

static void
list_moments (Lister             *self,
              SoleusReminderKind  kind,
              guint               count)
{
  const SoleusReminderFacts *facts = self->look.facts;
  gint64 start = soleus_reminder_civil_at (MAX (facts->now.utc, facts->rules->paused_until), facts->zone), civil = start - WAITING_MINUTES;
  gint64 since = soleus_reminder_look_get_since (&self->look, kind);
  guint n = 0;

  for (; n < count && (civil = soleus_reminder_rule_find_next (&facts->rules->rules[kind], kind, civil)) <= start + (gint64) DAYS_AHEAD * SOLEUS_REMINDER_DAY; civil++)
    {
      SoleusReminderCase reminder;

      if (soleus_ledger_find (self->look.ledger, kind, civil).n_valid > 0)
        continue;
      reminder = make_case (self, kind, civil, 0);
      if (reminder.time >= since && add (self, kind, civil, find_coming (self, &reminder)))
        n++;
    }
}

/* Whether a dose still makes sense at the end of quiet hours, its schedule knows. */
static gint64
find_dose_coming (const Lister    *self,
                  guint            medicine,
                  const SoleusDue *due,
                  gint64           put_off)
{
  SoleusReminderCase reminder = { .put_off = put_off };
  gint64 time;

  if (soleus_reminder_doses_judge_due (self->look.doses, medicine, due, &reminder) != SOLEUS_REMINDER_DOSE_OPEN)
    return 0;
  time = find_coming (self, &reminder);
  if (time > due->time.utc && soleus_schedule_judge (soleus_reminder_doses_get_medicine (self->look.doses, medicine)->schedule, due,
                                                     soleus_time_at_offset (time, self->look.facts->zone), NULL) != SOLEUS_DUE_NOW)
    return 0;
  return time;
}

/* The newest row that names the medicine of a dose speaks for it. */
static void
list_dose_row (Lister            *self,
               SoleusLedgerGroup  group,
               guint              index)
{
  const SoleusLedgerRow *row = &group.rows[index];
  const SoleusRow *values = soleus_record_get_values (row->record);

  for (guint i = 0; i < soleus_row_get_n_rows (values, "doses"); i++)
    {
      const char *uuid = soleus_row_get_text (soleus_row_get_row (values, "doses", i), "medicine");
      guint medicine;
      SoleusDue due;

      if (soleus_reminder_doses_find (self->look.doses, uuid, &medicine) && !soleus_ledger_group_names (group, index, uuid) &&
          soleus_reminder_doses_find_due (self->look.doses, medicine, row->civil, &due))
        add (self, SOLEUS_REMINDER_DOSE, row->civil, find_dose_coming (self, medicine, &due, row->put_off));
    }
}

static gboolean
is_waiting (const SoleusLedgerRow *row)
{
  return row->state == SOLEUS_LEDGER_DUE || (row->state == SOLEUS_LEDGER_SNOOZED && row->put_off != 0);
}

/* What was put off, and what was decided and waits. */
static void
list_rows (Lister *self)
{
  GArray *rows = self->look.ledger->rows;
  SoleusLedgerGroup group;

  for (guint i = 0; i < rows->len; i += group.n)
    {
      SoleusReminderKind kind;

      group = soleus_ledger_get_group (self->look.ledger, i);
      kind = group.rows->kind;
      if (!soleus_reminder_judge_applies (self->look.judge, kind))
        continue;
      for (guint k = 0; kind == SOLEUS_REMINDER_DOSE && k < group.n_valid; k++)
        if (is_waiting (&group.rows[k]))
          list_dose_row (self, group, k);
      if (kind != SOLEUS_REMINDER_DOSE && group.n_valid > 0 && is_waiting (group.rows))
        {
          SoleusReminderCase reminder = make_case (self, kind, group.rows->civil, group.rows->put_off);

          add (self, kind, group.rows->civil, find_coming (self, &reminder));
        }
    }
}

static gboolean
list_due (Lister          *self,
          guint            medicine,
          const SoleusDue *due)
{
  gint64 civil = soleus_reminder_civil_of (due->date, due->minute);
  SoleusLedgerGroup group = soleus_ledger_find (self->look.ledger, SOLEUS_REMINDER_DOSE, civil);

  return due->time.utc >= soleus_reminder_look_get_since (&self->look, SOLEUS_REMINDER_DOSE) &&
         !soleus_ledger_group_names (group, group.n_valid, soleus_reminder_doses_get_medicine (self->look.doses, medicine)->uuid) &&
         add (self, SOLEUS_REMINDER_DOSE, civil, find_dose_coming (self, medicine, due, 0));
}

static void
list_doses (Lister *self,
            guint   medicine,
            guint   count)
{
  const SoleusReminderFacts *facts = self->look.facts;
  const SoleusSchedule *schedule = soleus_reminder_doses_get_medicine (self->look.doses, medicine)->schedule;
  GArray *dues = g_ptr_array_index (self->look.doses->dues, medicine);
  gint64 from = MAX (facts->now.utc + 1, facts->rules->paused_until);
  guint n = 0, n_silent = 0;
  SoleusDue due;

  for (guint i = 0; i < dues->len; i++)
    list_due (self, medicine, &g_array_index (dues, SoleusDue, i));
  while (n_silent < MOST_SILENT && soleus_schedule_find_next (schedule, from, &due) && n < count)
    {
      g_autoptr (GArray) same = soleus_schedule_list (schedule, due.time.utc, due.time.utc + 1);

      n_silent++;
      for (guint i = 0; i < same->len; i++)
        if (list_due (self, medicine, &g_array_index (same, SoleusDue, i)))
          {
            n_silent = 0;
            n++;
          }
      from = due.time.utc + 1;
    }
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const SoleusReminderMoment *x = a, *y = b;

  if (x->time.utc != y->time.utc)
    return x->time.utc < y->time.utc ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  return x->minute - y->minute;
}

/**
 * soleus_reminder_plan_list_next:
 * @facts: what is known
 * @count: how many at most
 *
 * Returns: (transfer full) (element-type SoleusReminderMoment): what comes after now, in the order in which it comes. Doses of one
 *   time are one
 */
GArray *
soleus_reminder_plan_list_next (const SoleusReminderFacts *facts,
                                guint                      count)
{
  Lister self = { .found = g_array_new (FALSE, FALSE, sizeof (SoleusReminderMoment)) };

  soleus_reminder_look_init (&self.look, facts);
  list_rows (&self);
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    if (kind != SOLEUS_REMINDER_DOSE && soleus_reminder_judge_applies (self.look.judge, (SoleusReminderKind) kind))
      list_moments (&self, (SoleusReminderKind) kind, count);
  if (soleus_reminder_judge_applies (self.look.judge, SOLEUS_REMINDER_DOSE))
    for (guint i = 0; i < self.look.doses->dues->len; i++)
      list_doses (&self, i, count);
  soleus_reminder_look_clear (&self.look);

  g_array_sort (self.found, compare_moments);
  for (guint i = self.found->len; i-- > 1;)
    if (compare_moments (&g_array_index (self.found, SoleusReminderMoment, i - 1), &g_array_index (self.found, SoleusReminderMoment, i)) == 0)
      g_array_remove_index (self.found, i);
  if (self.found->len > count)
    g_array_set_size (self.found, count);
  return self.found;
}
