/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months of made-up lives: rules, medicines and answers by chance, and a clock that jumps while the machine sleeps, travels, is set
 * wrong and set right. The engine is asked when it wants to be, the reference at every minute; both must write the same. */
#include "reminders/soleus-reminder-reference.h"
#include "reminders/soleus-test-schedule.h"

#include "lib/soleus-test.h"
#include "reminders/soleus-reminder-plan.h"

#include <string.h>

#define N_YEARS 4
#define DAY 1440
#define DAY_S 86400
#define HOUR_S 3600

typedef struct
{
  const char *zone;
  const char *other; /* where the person travels to */
  int year;          /* with which the walls begin */
  const char *start; /* the first day */
  guint32 seed;
} Era;

/* How often what happened: a test that never comes to it proves nothing. */
typedef struct
{
  guint shown, put_off, missed, quiet, paused, done, goal, no_trial, later, wrong, late_doses, by_timer, idle_timer, predicted, killed;
} Counts;

typedef struct
{
  const Era *era;
  guint32 seed;
  GRand *rand;
  SoleusTestWall *walls[2];
  guint place;
  SoleusRefWorld world;
  GPtrArray *uuids;
  GPtrArray *schedules;
  GArray *taken[SOLEUS_REF_MEDICINES]; /* of SoleusTime */
  GArray *stretches;                   /* of SoleusTime */
  GHashTable *by_uuid;                 /* of row indices, from 1 */
  gint64 serial;
  gint64 base, ahead; /* seconds: the clock is base + 60 * minute + ahead */
  gint64 minute;
  gint64 off_until;
  gboolean restarts;
  gint64 right_at, right_ahead;
  gint64 next;
  gint64 latest_plan;
  guint epoch;
  GHashTable *seen; /* what was shown in this epoch */
  GArray *predicted; /* of SoleusReminderMoment: what comes first, as long as nothing happens */
  gboolean is_predicted;
  guint n_plans;
  Counts *counts;
} Life;

static int
pick (Life *self,
      int   from,
      int   until)
{
  return g_rand_int_range (self->rand, from, until);
}

static gboolean
chance (Life *self,
        int   percent)
{
  return pick (self, 0, 100) < percent;
}

static GTimeZone *
get_zone (const Life *self)
{
  return self->walls[self->place]->zone;
}

/* Text */

static char *
row_to_text (const Life         *self,
             const SoleusRefRow *row)
{
  static const char *const states[] = { "due", "shown", "answered", "snoozed", "missed", "withdrawn" };
  static const char *const kinds[] = { "check-in", "drink", "stretch", "dose", "trial" };
  GString *text = g_string_new (NULL);
  g_autofree char *day = soleus_date_to_iso ((SoleusDate) (row->civil / DAY));

  g_string_printf (text, "%s %s %d:%02d %s at %" G_GINT64_FORMAT " shown %" G_GINT64_FORMAT " answered %" G_GINT64_FORMAT " until %" G_GINT64_FORMAT " said %s", kinds[row->kind], day,
                   (int) (row->civil % DAY / 60), (int) (row->civil % 60), states[row->state], row->at, row->shown, row->answered, row->put_off,
                   row->answer != NULL ? row->answer : "nothing");
  for (guint i = 0; i < self->world.n_medicines; i++)
    if ((row->medicines >> i & 1) != 0)
      g_string_append_printf (text, " %c", 'A' + (char) i);
  return g_string_free (text, FALSE);
}

static gint64
read_time (const SoleusRow *row,
           const char      *field)
{
  SoleusTime time = { 0, 0 };

  soleus_row_get_time (row, field, &time);
  return time.utc;
}

static SoleusRefRow
read_record (const Life   *self,
             SoleusRecord *record)
{
  const SoleusRow *values = soleus_record_get_values (record);
  SoleusReminderKind kind;
  SoleusRefRow row = { 0 };

  g_assert_true (soleus_reminder_kind_find (soleus_row_get_text (values, "reminder"), &kind));
  row.kind = (int) kind;
  row.civil = (gint64) soleus_row_get_date (values, "due_date") * DAY + soleus_row_get_number (values, "due_minute", 0);
  row.at = read_time (values, "at");
  row.shown = read_time (values, "shown");
  row.answered = read_time (values, "answered");
  row.put_off = read_time (values, "snoozed_until");
  row.state = soleus_vocabulary_index (&soleus_notice_states, soleus_row_get_text (values, "state"));
  row.answer = soleus_row_get_text (values, "answer");
  for (guint i = 0; i < soleus_row_get_n_rows (values, "doses"); i++)
    for (guint k = 0; k < self->uuids->len; k++)
      if (g_str_equal (soleus_row_get_text (soleus_row_get_row (values, "doses", i), "medicine"), g_ptr_array_index (self->uuids, k)))
        row.medicines |= 1u << k;
  return row;
}

G_GNUC_NORETURN static void
complain (const Life         *self,
          const char         *what,
          gint64              now,
          const SoleusRefRow *expected,
          const SoleusRefRow *found)
{
  g_autofree char *time = soleus_time_to_iso (soleus_time_at_offset (now, get_zone (self)));
  g_autofree char *expected_text = expected != NULL ? row_to_text (self, expected) : g_strdup ("nothing");
  g_autofree char *found_text = found != NULL ? row_to_text (self, found) : g_strdup ("nothing");
  g_autofree char *next = soleus_time_to_iso (soleus_time_at_offset (self->next, get_zone (self)));

  g_error ("%s, seed %u, minute %" G_GINT64_FORMAT ", plan %u: %s at %s (%" G_GINT64_FORMAT "), next was %s\n  expected: %s\n  found:    %s", self->era->zone, self->seed, self->minute,
           self->n_plans, what, time, now, next, expected_text, found_text);
}

/* What the engine is told */

static SoleusSchedule *
make_schedule (Life *self,
               guint medicine)
{
  const SoleusRefMedicine *m = &self->world.medicines[medicine];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) versions = NULL, doses = g_ptr_array_new_with_free_func (g_object_unref);

  if (m->follows)
    g_string_printf (text, "after-last-dose %d-01-01; every %d", self->era->year, m->hours);
  else
    {
      g_string_printf (text, "weekdays %d-01-01; weekdays %d; times", self->era->year, m->weekdays);
      for (guint i = 0; i < m->n_times; i++)
        g_string_append_printf (text, " %d:%02d", m->minutes[i] / 60, m->minutes[i] % 60);
    }
  versions = soleus_test_versions_new (text->str);
  for (guint i = 0; i < self->taken[medicine]->len; i++)
    {
      SoleusRecord *dose = soleus_record_new (SOLEUS_KIND_DOSE);

      soleus_row_set_text (soleus_record_get_values (dose), "status", "taken");
      soleus_row_set_time (soleus_record_get_values (dose), "at", g_array_index (self->taken[medicine], SoleusTime, i));
      g_ptr_array_add (doses, dose);
    }
  return soleus_schedule_new (versions, doses, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, get_zone (self));
}

static void
make_schedules (Life *self)
{
  g_ptr_array_set_size (self->schedules, 0);
  for (guint i = 0; i < self->world.n_medicines; i++)
    g_ptr_array_add (self->schedules, make_schedule (self, i));
}

static SoleusReminderRules *
make_rules (const Life *self)
{
  const SoleusRefWorld *world = &self->world;
  SoleusReminderRules *rules = soleus_reminder_rules_new (NULL, NULL);

  for (int kind = 0; kind < REF_KINDS; kind++)
    {
      const SoleusRefRule *from = &world->rules[kind];
      SoleusReminderRule *to = &rules->rules[kind];

      to->on = from->on;
      to->since = from->since;
      to->every_min = from->every;
      to->from_minute = from->from;
      to->until_minute = from->until;
      g_array_set_size (to->times, 0);
      for (guint i = 0; i < from->n_times; i++)
        g_array_append_vals (to->times, (SoleusReminderTime[]) { { from->minutes[i], from->weekdays[i] } }, 1);
    }
  rules->quiet = world->quiet;
  rules->quiet_from = world->quiet_from;
  rules->quiet_until = world->quiet_until;
  rules->paused_until = world->paused_until;
  return rules;
}

typedef struct
{
  SoleusReminderFacts facts;
  SoleusReminderRules *rules;
} Told;

static void
told_init (Told *told,
           Life *self,
           gint64 now)
{
  const SoleusRefWorld *world = &self->world;
  GHashTableIter iter;
  gpointer key;

  told->rules = make_rules (self);
  told->facts = (SoleusReminderFacts) {
    .now = soleus_time_at_offset (now, get_zone (self)),
    .zone = get_zone (self),
    .rules = told->rules,
    .ledger = g_ptr_array_new (),
    .from = now - (gint64) world->days_back * DAY_S,
    .nights = g_array_new (FALSE, FALSE, sizeof (SoleusDate)),
    .stretches = self->stretches,
    .drinks_limited = world->limited,
    .goal_met_on = world->goal != 0 ? world->goal : SOLEUS_DATE_NONE,
    .trials = g_array_new (FALSE, FALSE, sizeof (SoleusReminderSpan)),
    .medicines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_reminder_medicine_free),
  };
  for (guint i = 0; i < world->rows->len; i++)
    {
      const SoleusRefRow *row = &g_array_index (world->rows, SoleusRefRow, i);

      if (row->record != NULL && soleus_ref_world_is_in_ledger (world, row))
        g_ptr_array_add (told->facts.ledger, row->record);
    }
  g_hash_table_iter_init (&iter, world->nights);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (told->facts.nights, (SoleusDate[]) { GPOINTER_TO_INT (key) }, 1);
  for (guint i = 0; i < world->trials->len; i++)
    {
      SoleusRefSpan span = g_array_index (world->trials, SoleusRefSpan, i);

      g_array_append_vals (told->facts.trials, (SoleusReminderSpan[]) { { span.start, span.stop != 0 ? span.stop : SOLEUS_DATE_NONE } }, 1);
    }
  for (guint i = 0; i < world->n_medicines; i++)
    {
      SoleusReminderMedicine *medicine = g_new0 (SoleusReminderMedicine, 1);

      medicine->uuid = g_ptr_array_index (self->uuids, i);
      medicine->schedule = g_ptr_array_index (self->schedules, i);
      medicine->answered = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_iter_init (&iter, world->medicines[i].answered);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_array_append_vals (medicine->answered, (gint64[]) { GPOINTER_TO_INT (key) }, 1);
      g_ptr_array_add (told->facts.medicines, medicine);
    }
}

static void
told_clear (Told *told)
{
  g_ptr_array_unref (told->facts.ledger);
  g_array_unref (told->facts.nights);
  g_array_unref (told->facts.trials);
  g_ptr_array_unref (told->facts.medicines);
  soleus_reminder_rules_free (told->rules);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

/* The diary */

/* Keeps a record as the diary would, and remembers what was written after what. */
static void
keep (Life         *self,
      guint         index,
      SoleusRecord *record)
{
  SoleusRefRow *row = &g_array_index (self->world.rows, SoleusRefRow, index);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (record);

  row->serial = ++self->serial;
  soleus_record_set_life (copy, (SoleusLife) { .created = 1, .modified = row->serial, .revision = 1 });
  g_clear_object (&row->record);
  row->record = g_steal_pointer (&copy);
  self->world.latest_at = MAX (self->world.latest_at, row->at);
  g_hash_table_replace (self->by_uuid, g_strdup (soleus_record_get_uuid (row->record)), GUINT_TO_POINTER (index + 1));
}

/* Writes into the record what the row says, as somebody does who answers. */
static void
keep_row (Life *self,
          guint index)
{
  const SoleusRefRow *row = &g_array_index (self->world.rows, SoleusRefRow, index);
  g_autoptr (SoleusRecord) record = row->record != NULL ? soleus_record_copy (row->record) : soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *values = soleus_record_get_values (record);
  static const char *const fields[] = { "at", "shown", "answered", "snoozed_until" };
  const gint64 times[] = { row->at, row->shown, row->answered, row->put_off };

  soleus_row_set_text (values, "reminder", soleus_reminder_kinds.words[row->kind]);
  soleus_row_set_date (values, "due_date", (SoleusDate) (row->civil / DAY));
  soleus_row_set_number (values, "due_minute", row->civil % DAY);
  soleus_row_set_text (values, "state", soleus_notice_states.words[row->state]);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (times[i] != 0)
        soleus_row_set_time (values, fields[i], soleus_time_at_offset (times[i], get_zone (self)));
      else
        soleus_row_clear (values, fields[i]);
    }
  if (row->answer != NULL)
    soleus_row_set_text (values, "answer", row->answer);
  else
    soleus_row_clear (values, "answer");
  soleus_row_clear (values, "doses");
  for (guint i = 0; i < self->world.n_medicines; i++)
    if ((row->medicines >> i & 1) != 0)
      soleus_row_set_text (soleus_row_add_row (values, "doses"), "medicine", g_ptr_array_index (self->uuids, i));
  keep (self, index, record);
}

/* Comparing */

static guint
find_expected (Life               *self,
               SoleusRecord       *record,
               const SoleusRefRow *found,
               gint64              now)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_uuid, soleus_record_get_uuid (record)));

  if (index > 0)
    return index - 1;
  for (guint i = self->world.rows->len; i-- > 0;)
    {
      const SoleusRefRow *row = &g_array_index (self->world.rows, SoleusRefRow, i);

      if (row->record == NULL && row->kind == found->kind && row->civil == found->civil && row->medicines == found->medicines)
        return i;
    }
  complain (self, "a row too many", now, NULL, found);
}

static void
check_writes (Life                     *self,
              const SoleusReminderPlan *plan,
              gint64                    now)
{
  for (guint i = 0; i < plan->writes->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (plan->writes, i);
      SoleusRefRow found = read_record (self, record);
      guint index = find_expected (self, record, &found, now);
      SoleusRefRow *expected = &g_array_index (self->world.rows, SoleusRefRow, index);
      g_autofree char *found_text = row_to_text (self, &found), *expected_text = row_to_text (self, expected);

      if (!expected->is_changed || !g_str_equal (found_text, expected_text))
        complain (self, "write", now, expected, &found);
      keep (self, index, record);
      expected->is_changed = FALSE;
      self->counts->missed += found.state == REF_MISSED && found.answer == NULL;
      self->counts->quiet += g_strcmp0 (found.answer, "quiet") == 0;
      self->counts->paused += g_strcmp0 (found.answer, "paused") == 0;
      self->counts->done += g_strcmp0 (found.answer, "done") == 0;
      self->counts->goal += g_strcmp0 (found.answer, "goal") == 0;
      self->counts->no_trial += g_strcmp0 (found.answer, "no-trial") == 0;
      self->counts->later += g_strcmp0 (found.answer, "later") == 0;
      self->counts->wrong += g_strcmp0 (found.answer, "clock") == 0;
    }
  for (guint i = 0; i < self->world.rows->len; i++)
    {
      const SoleusRefRow *row = &g_array_index (self->world.rows, SoleusRefRow, i);

      if (row->is_changed)
        complain (self, "no write", now, row, NULL);
    }
}

static void
check_list (Life       *self,
            const char *what,
            GPtrArray  *records,
            gsize       flag,
            gint64      now)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      SoleusRefRow found = read_record (self, g_ptr_array_index (records, i));
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_uuid, soleus_record_get_uuid (g_ptr_array_index (records, i))));
      const SoleusRefRow *expected = &g_array_index (self->world.rows, SoleusRefRow, index - 1);

      if (!G_STRUCT_MEMBER (gboolean, expected, flag))
        complain (self, what, now, NULL, &found);
    }
  for (guint i = 0; i < self->world.rows->len; i++)
    n += G_STRUCT_MEMBER (gboolean, &g_array_index (self->world.rows, SoleusRefRow, i), flag);
  for (guint i = 0; n != records->len && i < self->world.rows->len; i++)
    {
      const SoleusRefRow *row = &g_array_index (self->world.rows, SoleusRefRow, i);
      gboolean is_there = FALSE;

      for (guint k = 0; k < records->len; k++)
        is_there |= g_str_equal (soleus_record_get_uuid (g_ptr_array_index (records, k)), soleus_record_get_uuid (row->record));
      if (G_STRUCT_MEMBER (gboolean, row, flag) && !is_there)
        complain (self, what, now, row, NULL);
    }
  g_assert_cmpuint (n, ==, records->len);
}

/* Each reminder comes up once, unless it was put off, and never in quiet hours or in a pause. This knows nothing of either computation. */
static void
check_shown (Life               *self,
             const SoleusRefRow *row,
             gint64              now)
{
  gint64 time = soleus_test_wall_comes (self->walls[self->place], row->civil);

  if (row->put_off == 0 && soleus_ref_world_is_quiet (&self->world, now))
    complain (self, "in quiet hours", now, NULL, row);
  if (now < self->world.paused_until && (row->put_off != 0 || row->kind != REF_DOSE) && (row->put_off != 0 ? row->put_off : time) < self->world.paused_until)
    complain (self, "in a pause", now, NULL, row);
  if (row->put_off == 0 && row->kind != REF_DOSE && now < time)
    complain (self, "too early", now, NULL, row);
  if (!self->world.rules[row->kind].on || (row->kind == REF_DRINK && (self->world.limited || self->world.goal == row->civil / DAY)))
    complain (self, "not wanted", now, NULL, row);
  if (row->kind == REF_CHECK_IN && g_hash_table_contains (self->world.nights, GINT_TO_POINTER ((gint) (row->civil / DAY))))
    complain (self, "the night is recorded", now, NULL, row);
  for (guint i = 0; i < MAX (self->world.n_medicines, 1); i++)
    {
      g_autofree char *key = g_strdup_printf ("%u %d %" G_GINT64_FORMAT " %u", self->epoch, row->kind, row->civil, i);

      if (row->kind == REF_DOSE ? (row->medicines >> i & 1) == 0 : i > 0)
        continue;
      if (row->kind == REF_DOSE && g_hash_table_contains (self->world.medicines[i].answered, GINT_TO_POINTER ((gint) row->civil)))
        complain (self, "a dose that was taken", now, NULL, row);
      if (row->put_off == 0 && !g_hash_table_add (self->seen, g_steal_pointer (&key)))
        complain (self, "twice", now, NULL, row);
    }
}

static void
confirm (Life                     *self,
         const SoleusReminderPlan *plan,
         gint64                    now)
{
  for (guint i = 0; i < plan->fresh->len; i++)
    {
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_uuid, soleus_record_get_uuid (g_ptr_array_index (plan->fresh, i)))) - 1;
      SoleusRefRow *row = &g_array_index (self->world.rows, SoleusRefRow, index);

      check_shown (self, row, now);
      row->state = REF_SHOWN;
      row->shown = now;
      row->is_open = TRUE;
      self->counts->shown++;
      self->counts->put_off += row->put_off != 0;
      self->counts->late_doses += row->kind == REF_DOSE && now - soleus_test_wall_comes (self->walls[self->place], row->civil) > HOUR_S;
      keep_row (self, index);
    }
}

/* What the list said would come first comes, and nothing before it. */
static void
check_predicted (Life                     *self,
                 const SoleusReminderPlan *plan,
                 gint64                    now)
{
  guint n = 0;

  for (guint i = 0; i < self->predicted->len; i++)
    {
      const SoleusReminderMoment *moment = &g_array_index (self->predicted, SoleusReminderMoment, i);
      gboolean is_there = FALSE;

      const SoleusRefRow said = { .kind = (int) moment->kind, .civil = (gint64) moment->date * DAY + moment->minute };

      if (moment->time.utc < now)
        complain (self, "what was said to come did not", now, &said, NULL);
      for (guint k = 0; moment->time.utc == now && k < plan->fresh->len; k++)
        {
          SoleusRefRow row = read_record (self, g_ptr_array_index (plan->fresh, k));

          is_there |= row.kind == (int) moment->kind && row.civil == (gint64) moment->date * DAY + moment->minute;
        }
      if (moment->time.utc == now && !is_there)
        complain (self, "what was said to come now did not", now, &said, NULL);
      n += is_there;
    }
  if (n == 0 && plan->fresh->len > 0)
    {
      SoleusRefRow row = read_record (self, g_ptr_array_index (plan->fresh, 0));

      complain (self, "what was not said to come", now, NULL, &row);
    }
  self->counts->predicted += n;
}

static void
predict (Life  *self,
         gint64 now)
{
  g_auto (Told) told = { 0 };

  g_clear_pointer (&self->predicted, g_array_unref);
  told_init (&told, self, now);
  self->predicted = soleus_reminder_plan_list_next (&told.facts, 6);
  self->is_predicted = TRUE;
  for (guint i = 0; i < self->predicted->len; i++)
    {
      g_assert_cmpint (g_array_index (self->predicted, SoleusReminderMoment, i).time.utc, >, now);
      if (i > 0)
        g_assert_cmpint (g_array_index (self->predicted, SoleusReminderMoment, i).time.utc, >=, g_array_index (self->predicted, SoleusReminderMoment, i - 1).time.utc);
    }
}

static void
plan (Life    *self,
      gint64   now,
      gboolean by_timer)
{
  g_auto (Told) told = { 0 };
  g_autoptr (SoleusReminderPlan) found = NULL;

  self->n_plans++;
  if (self->latest_plan > now + 12 * HOUR_S)
    {
      self->epoch++;
      self->latest_plan = now;
    }
  self->latest_plan = MAX (self->latest_plan, now);

  self->world.now = now;
  told_init (&told, self, now);
  found = soleus_reminder_plan_new (&told.facts);
  soleus_ref_world_look (&self->world, now, FALSE);
  check_writes (self, found, now);
  check_list (self, "put up", found->fresh, G_STRUCT_OFFSET (SoleusRefRow, is_fresh), now);
  check_list (self, "open", found->open, G_STRUCT_OFFSET (SoleusRefRow, is_open), now);
  g_assert_true (found->next == 0 || found->next > now);
  self->counts->by_timer += by_timer;
  self->counts->idle_timer += by_timer && found->writes->len == 0 && found->fresh->len == 0;
  if (by_timer && self->is_predicted)
    check_predicted (self, found, now);
  self->is_predicted = FALSE;
  self->next = found->next;

  if (self->n_plans % 8 == 0)
    {
      g_auto (Told) again = { 0 };
      g_autoptr (SoleusReminderPlan) same = NULL;

      told_init (&again, self, now);
      same = soleus_reminder_plan_new (&again.facts);
      if (same->writes->len > 0 || same->fresh->len != found->fresh->len || same->open->len != found->open->len || same->next != found->next)
        complain (self, "not the same again", now, NULL, NULL);
    }
  if (found->fresh->len > 0 && chance (self, 3))
    {
      self->off_until = self->minute + pick (self, 1, 400);
      self->restarts = TRUE;
      self->counts->killed++;
      return;
    }
  confirm (self, found, now);
  if (self->n_plans % 4 == 0)
    predict (self, now);
}

/* What happens */

static int
find_open (Life *self)
{
  for (guint i = self->world.rows->len; i-- > 0;)
    if (g_array_index (self->world.rows, SoleusRefRow, i).is_open)
      return (int) i;
  return -1;
}

static void
take_dose (Life  *self,
           guint  medicine,
           gint64 civil,
           gint64 now)
{
  SoleusRefMedicine *m = &self->world.medicines[medicine];
  const SoleusTime at = soleus_time_at_offset (now, get_zone (self));

  g_hash_table_add (m->answered, GINT_TO_POINTER ((gint) civil));
  if (!m->follows)
    return;
  m->last = MAX (m->last, now);
  g_array_append_val (self->taken[medicine], at);
  make_schedules (self);
}

static void
add_stretch (Life  *self,
             gint64 now)
{
  const SoleusTime at = soleus_time_at_offset (now, get_zone (self));

  g_array_append_val (self->stretches, at);
  g_array_append_vals (self->world.stretch_civils, (gint64[]) { soleus_test_wall_shows (self->walls[self->place], now) }, 1);
}

static void
answer_open (Life  *self,
             gint64 now)
{
  int index = find_open (self);
  SoleusRefRow *row;

  if (index < 0)
    return;
  row = &g_array_index (self->world.rows, SoleusRefRow, index);
  if (row->kind == REF_CHECK_IN)
    g_hash_table_add (self->world.nights, GINT_TO_POINTER ((gint) (row->civil / DAY)));
  else if (row->kind == REF_STRETCH)
    add_stretch (self, now);
  else if (row->kind == REF_DOSE)
    for (guint i = 0; i < self->world.n_medicines; i++)
      if ((row->medicines >> i & 1) != 0 && chance (self, 80))
        take_dose (self, i, row->civil, now);
  if (chance (self, 50))
    return; /* by another way: the next plan finds out */
  row->state = REF_ANSWERED;
  row->answer = "drank";
  row->answered = now;
  keep_row (self, (guint) index);
}

static void
put_off_open (Life  *self,
              gint64 now)
{
  int index = find_open (self);
  SoleusRefRow *row;
  gint64 until = (now + pick (self, 5, 45) * 60) / 60 * 60;

  if (index < 0)
    return;
  row = &g_array_index (self->world.rows, SoleusRefRow, index);
  if (row->kind == REF_DOSE)
    {
      gint64 civil = row->civil;
      guint medicines = row->medicines;

      if (chance (self, 50))
        medicines &= (guint) pick (self, 1, 1 << SOLEUS_REF_MEDICINES);
      if (medicines == 0)
        return;
      index = (int) soleus_ref_world_add_row (&self->world, REF_DOSE, civil);
      row = &g_array_index (self->world.rows, SoleusRefRow, index);
      row->at = now;
      row->medicines = medicines;
    }
  else
    row->answer = chance (self, 50) ? "later" : NULL;
  row->state = REF_SNOOZED;
  row->put_off = until;
  keep_row (self, (guint) index);
}

static void
close_open (Life *self)
{
  int index = find_open (self);

  if (index < 0)
    return;
  g_array_index (self->world.rows, SoleusRefRow, index).answer = "closed";
  keep_row (self, (guint) index);
}

/* The last due dose of a medicine in the window. */
static void
use_window (Life  *self,
            gint64 now)
{
  guint medicine;
  gint64 civil = soleus_test_wall_shows (self->walls[self->place], now), time = 0;
  SoleusRefMedicine *m;
  int back = 0;

  if (self->world.n_medicines == 0)
    return;
  medicine = (guint) pick (self, 0, (int) self->world.n_medicines);
  m = &self->world.medicines[medicine];
  while (back < DAY && !soleus_ref_world_is_due (&self->world, medicine, civil - back, &time))
    back++;
  if (back == DAY)
    return;
  civil -= back;
  if (g_hash_table_contains (m->answered, GINT_TO_POINTER ((gint) civil)))
    {
      if (!m->follows)
        g_hash_table_remove (m->answered, GINT_TO_POINTER ((gint) civil));
    }
  else if (chance (self, 70))
    take_dose (self, medicine, civil, now);
  else
    {
      guint index = soleus_ref_world_add_row (&self->world, REF_DOSE, civil);
      SoleusRefRow *row = &g_array_index (self->world.rows, SoleusRefRow, index);

      row->at = now;
      row->state = REF_SNOOZED;
      row->put_off = (now + 30 * 60) / 60 * 60;
      row->medicines = 1u << medicine;
      keep_row (self, index);
    }
}

static void
record_something (Life  *self,
                  gint64 now)
{
  gint32 today = (gint32) (soleus_test_wall_shows (self->walls[self->place], now) / DAY);

  switch (pick (self, 0, 6))
    {
    case 0:
      if (!g_hash_table_remove (self->world.nights, GINT_TO_POINTER (today)))
        g_hash_table_add (self->world.nights, GINT_TO_POINTER (today));
      break;
    case 1:
      add_stretch (self, now);
      break;
    case 2:
      self->world.goal = self->world.goal == today ? 0 : today;
      break;
    case 3:
      if (chance (self, 20))
        self->world.limited = !self->world.limited;
      break;
    case 4:
      if (self->world.trials->len > 0 && g_array_index (self->world.trials, SoleusRefSpan, self->world.trials->len - 1).stop == 0)
        g_array_index (self->world.trials, SoleusRefSpan, self->world.trials->len - 1).stop = today;
      else
        g_array_append_vals (self->world.trials, (SoleusRefSpan[]) { { today, 0 } }, 1);
      break;
    default:
      use_window (self, now);
      break;
    }
}

static int
pick_minute (Life *self)
{
  static const int odd[] = { 0, 30, 60, 90, 120, 135, 150, 165, 180, 210, 1410, 1439 };

  return chance (self, 40) ? odd[pick (self, 0, G_N_ELEMENTS (odd))] : chance (self, 50) ? pick (self, 0, 48) * 30 : pick (self, 0, DAY);
}

static void
change_rule (Life  *self,
             int    kind,
             gint64 now)
{
  SoleusRefRule *rule = &self->world.rules[kind];
  static const int every[] = { 30, 45, 61, 90, 120, 240 };

  rule->on = chance (self, 85);
  rule->since = now;
  rule->n_times = (guint) pick (self, 1, SOLEUS_REF_TIMES);
  for (guint i = 0; i < SOLEUS_REF_TIMES; i++)
    {
      rule->minutes[i] = pick_minute (self);
      for (guint k = 0; k < i; k++)
        if (rule->minutes[k] == rule->minutes[i])
          rule->minutes[i] = (rule->minutes[i] + 7) % DAY;
      rule->weekdays[i] = chance (self, 70) ? 127 : pick (self, 1, 128);
    }
  /* The engine is given them in order. */
  for (guint i = 1; i < SOLEUS_REF_TIMES; i++)
    for (guint k = i; k > 0 && rule->minutes[k] < rule->minutes[k - 1]; k--)
      {
        int minute = rule->minutes[k];

        rule->minutes[k] = rule->minutes[k - 1];
        rule->minutes[k - 1] = minute;
      }
  if (rule->n_times < SOLEUS_REF_TIMES)
    for (guint i = 1; i < rule->n_times; i++)
      g_assert_cmpint (rule->minutes[i], >=, rule->minutes[i - 1]);
  rule->every = every[pick (self, 0, G_N_ELEMENTS (every))];
  rule->from = pick_minute (self);
  rule->until = chance (self, 10) ? rule->from : (rule->from + pick (self, 60, 1000)) % DAY;
}

static void
change_settings (Life  *self,
                 gint64 now)
{
  const SoleusTestWall *wall = self->walls[self->place];

  switch (pick (self, 0, 4))
    {
    case 0:
      self->world.quiet = chance (self, 70);
      self->world.quiet_from = pick_minute (self);
      self->world.quiet_until = chance (self, 10) ? self->world.quiet_from : (self->world.quiet_from + pick (self, 30, 700)) % DAY;
      break;
    case 1:
      change_rule (self, pick (self, 0, REF_KINDS), now);
      soleus_ref_world_name_times (&self->world);
      break;
    default:
      if (self->world.paused_until > now)
        self->world.paused_until = 0;
      else
        {
          gint64 civil = soleus_test_wall_shows (wall, now);

          self->world.paused_until = soleus_test_wall_comes (wall, (civil - 240 + DAY) / DAY * DAY + 240);
        }
      break;
    }
}

static void
set_clock (Life *self)
{
  gint64 before = self->ahead;

  switch (pick (self, 0, 10))
    {
    case 0:
      self->ahead += (gint64) pick (self, -9, 10) * DAY_S + pick (self, -3600, 3600);
      break;
    case 1:
      self->ahead += pick (self, 0, 2) == 0 ? -365 * DAY_S : 365 * DAY_S;
      self->right_at = self->minute + pick (self, 1, 3000);
      break;
    case 2:
    case 3:
      self->ahead += pick (self, -14, 15) * HOUR_S;
      break;
    default:
      self->ahead += pick (self, -59, 60) * 60;
      break;
    }
  if (self->right_at == 0 && chance (self, 50))
    self->right_at = self->minute + pick (self, 1, 3000);
  if (self->right_at != 0)
    self->right_ahead = before;
  /* The machine counts whole minutes. */
  self->ahead = self->ahead / 60 * 60;
  if (ABS (before) > 40 * DAY_S)
    self->ahead = before;
}

static void
happen (Life  *self,
        gint64 now)
{
  int what = pick (self, 0, 1000);

  self->is_predicted = FALSE;
  self->world.now = now;
  if (what < 250)
    answer_open (self, now);
  else if (what < 400)
    put_off_open (self, now);
  else if (what < 440)
    close_open (self);
  else if (what < 780)
    record_something (self, now);
  else if (what < 850)
    change_settings (self, now);
  else if (what < 900)
    {
      self->off_until = self->minute + 600 + pick (self, -300, 300);
      self->restarts = FALSE;
    }
  else if (what < 903)
    self->off_until = self->minute + 70 * DAY;
  else if (what < 930)
    {
      self->off_until = self->minute + pick (self, 5, 3 * DAY);
      self->restarts = TRUE;
    }
  else if (what < 980)
    {
      if (self->right_at == 0)
        set_clock (self);
    }
  else
    {
      self->place = !self->place;
      self->world.wall = self->walls[self->place];
      make_schedules (self);
    }
}

static gint64
read_clock (const Life *self)
{
  return self->base + self->minute * 60 + self->ahead;
}

G_GNUC_NORETURN static void
complain_of_moment (Life *self)
{
  const SoleusRefRow *row = NULL;

  soleus_ref_world_look (&self->world, read_clock (self), FALSE);
  for (guint i = 0; i < self->world.rows->len; i++)
    {
      const SoleusRefRow *other = &g_array_index (self->world.rows, SoleusRefRow, i);

      if (other->is_changed || other->is_fresh)
        row = other;
    }
  complain (self, "a moment was missed", read_clock (self), row, NULL);
}

static void
live (Life *self,
      int   days)
{
  plan (self, read_clock (self), FALSE);
  for (self->minute = 1; self->minute < (gint64) days * DAY; self->minute++)
    {
      if (self->minute < self->off_until)
        continue;
      if (self->right_at != 0 && self->minute >= self->right_at)
        {
          self->ahead = self->right_ahead;
          self->right_at = 0;
          self->world.paused_until = MIN (self->world.paused_until, read_clock (self) + DAY_S);
          self->is_predicted = FALSE;
          plan (self, read_clock (self), FALSE);
        }
      if (self->minute < self->off_until)
        continue;
      if (self->minute == self->off_until)
        {
          gboolean restarts = self->restarts;

          self->is_predicted = self->restarts = FALSE;
          if (restarts)
            plan (self, read_clock (self), FALSE);
        }
      else if (self->next != 0 && read_clock (self) >= self->next)
        plan (self, read_clock (self), TRUE);
      if (self->minute < self->off_until)
        continue;
      if (self->next != 0 && read_clock (self) >= self->next)
        plan (self, read_clock (self), FALSE);
      else if (soleus_ref_world_look (&self->world, read_clock (self), TRUE))
        complain_of_moment (self);
      if (self->minute >= self->off_until && pick (self, 0, DAY) < 6)
        {
          int seconds = pick (self, 1, 60);

          happen (self, read_clock (self) + seconds);
          if (self->minute >= self->off_until)
            plan (self, read_clock (self) + seconds, FALSE);
        }
    }
}

static void
begin (Life *self)
{
  SoleusRefWorld *world = &self->world;
  static const int hours[] = { 4, 6, 8, 11, 24, 72 };

  soleus_ref_world_init (world);
  world->wall = self->walls[0];
  world->days_back = pick (self, 4, 25);
  for (int kind = 0; kind < REF_KINDS; kind++)
    change_rule (self, kind, self->base - 86400 * 2);
  world->rules[REF_DOSE].on = TRUE;
  world->quiet = chance (self, 60);
  world->quiet_from = chance (self, 60) ? 1350 : pick_minute (self);
  world->quiet_until = chance (self, 60) ? 420 : pick_minute (self);
  world->n_medicines = (guint) pick (self, 1, SOLEUS_REF_MEDICINES + 1);
  for (guint i = 0; i < world->n_medicines; i++)
    {
      SoleusRefMedicine *m = &world->medicines[i];

      g_ptr_array_add (self->uuids, g_strdup_printf ("00000000-0000-4000-8000-00000000000%c", 'a' + (char) i));
      m->follows = chance (self, 30);
      m->hours = hours[pick (self, 0, G_N_ELEMENTS (hours))];
      m->weekdays = chance (self, 80) ? 127 : pick (self, 1, 128);
      m->n_times = (guint) pick (self, 1, SOLEUS_REF_TIMES + 1);
      for (guint k = 0; k < m->n_times; k++)
        m->minutes[k] = chance (self, 40) ? 480 : pick_minute (self);
    }
  soleus_ref_world_name_times (world);
  make_schedules (self);
  for (guint i = 0; i < world->n_medicines; i++)
    if (world->medicines[i].follows)
      take_dose (self, i, soleus_test_wall_shows (world->wall, self->base), self->base);
}

static void
check_life (const Era      *era,
            SoleusTestWall *walls[2],
            guint32         seed,
            int             days,
            Counts         *counts)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Life self = {
    .era = era,
    .seed = seed,
    .rand = rand,
    .walls = { walls[0], walls[1] },
    .uuids = g_ptr_array_new_with_free_func (g_free),
    .schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_schedule_free),
    .stretches = g_array_new (FALSE, FALSE, sizeof (SoleusTime)),
    .by_uuid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .base = (gint64) soleus_test_date (era->start) * DAY_S + g_rand_int_range (rand, 0, 60 * DAY) * 60,
    .counts = counts,
  };

  for (int i = 0; i < SOLEUS_REF_MEDICINES; i++)
    self.taken[i] = g_array_new (FALSE, FALSE, sizeof (SoleusTime));
  begin (&self);
  live (&self, days);

  soleus_ref_world_clear (&self.world);
  g_ptr_array_unref (self.uuids);
  g_ptr_array_unref (self.schedules);
  g_array_unref (self.stretches);
  g_hash_table_unref (self.by_uuid);
  g_hash_table_unref (self.seen);
  g_clear_pointer (&self.predicted, g_array_unref);
  for (int i = 0; i < SOLEUS_REF_MEDICINES; i++)
    g_array_unref (self.taken[i]);
}

#define N_LIVES 6
#define N_DAYS 40

static void
test_era (gconstpointer data)
{
  const Era *era = data;
  g_autoptr (GTimeZone) zone = soleus_test_zone_new (era->zone), other = soleus_test_zone_new (era->other);
  g_autoptr (SoleusTestWall) home = NULL, abroad = NULL;
  Counts counts = { 0 };

  if (zone == NULL || other == NULL)
    return;
  home = soleus_test_wall_new (zone, era->year, N_YEARS);
  abroad = soleus_test_wall_new (other, era->year, N_YEARS);
  for (guint32 i = 0; i < N_LIVES; i++)
    check_life (era, (SoleusTestWall *[]) { home, abroad }, era->seed + i, N_DAYS, &counts);

  g_test_message ("shown %u, put off %u, missed %u, quiet %u, paused %u, done %u, goal %u, no trial %u, later %u, wrong clock %u, late doses %u, timers %u (%u idle), predicted %u, killed %u",
                  counts.shown, counts.put_off, counts.missed, counts.quiet, counts.paused, counts.done, counts.goal, counts.no_trial, counts.later, counts.wrong,
                  counts.late_doses, counts.by_timer, counts.idle_timer, counts.predicted, counts.killed);
  g_assert_cmpuint (MIN (counts.shown, counts.missed), >, 400);
  g_assert_cmpuint (MIN (counts.by_timer, 10 * counts.predicted), >, 500);
  g_assert_cmpuint (MIN (MIN (counts.quiet, counts.paused), counts.done), >, 50);
  g_assert_cmpuint (MIN (MIN (counts.put_off, counts.late_doses), MIN (counts.later, counts.killed)), >, 10);
  g_assert_cmpuint (MIN (counts.goal + counts.no_trial, counts.wrong), >, 10);
  g_assert_cmpuint (counts.idle_timer, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  /* Each begins some weeks before a change of its clock. */
  static const Era eras[] = {
    { "Australia/Lord_Howe", "Europe/Berlin", 2024, "2026-02-20", 1000 },
    { "America/St_Johns", "Asia/Kolkata", 2009, "2010-09-25", 2000 },
    { "Asia/Kolkata", "America/New_York", 2024, "2026-01-20", 3000 },
    { "Africa/Casablanca", "UTC", 2024, "2026-01-10", 4000 },
    { "Pacific/Apia", "Australia/Lord_Howe", 2010, "2011-11-20", 5000 },
    { "Europe/Berlin", "America/New_York", 2024, "2026-02-20", 6000 },
    { "America/New_York", "Europe/Berlin", 2024, "2026-09-20", 7000 },
    { "America/Sao_Paulo", "Africa/Casablanca", 2016, "2017-09-20", 8000 },
    { "UTC", "Pacific/Apia", 2024, "2026-02-20", 9000 },
    { "Asia/Kathmandu", "Europe/Berlin", 2024, "2026-02-20", 10000 },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reminder-random/%s", eras[i].zone);

      g_test_add_data_func (path, &eras[i], test_era);
    }
  return g_test_run ();
}
