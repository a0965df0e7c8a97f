/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records for the engine, plain rows for the reference; after each plan both must say the same. Beside that, each reminder that comes up
 * is looked at for itself, and the list of what comes next is held to its word. */
#include "reminders/soleus-test-life.h"
#include "reminders/soleus-test-schedule.h"

#include "lib/soleus-test.h"

#define DAY 1440
#define DAY_S 86400
#define HOUR_S 3600

int
soleus_test_life_pick (SoleusTestLife *self,
                       int             from,
                       int             until)
{
  return g_rand_int_range (self->rand, from, until);
}

gboolean
soleus_test_life_chance (SoleusTestLife *self,
                         int             percent)
{
  return soleus_test_life_pick (self, 0, 100) < percent;
}

GTimeZone *
soleus_test_life_get_zone (const SoleusTestLife *self)
{
  return self->walls[self->place]->zone;
}

/* Text */

static char *
row_to_text (const SoleusTestLife *self,
             const SoleusRefRow   *row)
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
read_record (const SoleusTestLife *self,
             SoleusRecord         *record)
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

void
soleus_test_life_complain (const SoleusTestLife *self,
                           const char           *what,
                           gint64                now,
                           const SoleusRefRow   *expected,
                           const SoleusRefRow   *found)
{
  g_autofree char *time = soleus_time_to_iso (soleus_time_at_offset (now, soleus_test_life_get_zone (self)));
  g_autofree char *expected_text = expected != NULL ? row_to_text (self, expected) : g_strdup ("nothing");
  g_autofree char *found_text = found != NULL ? row_to_text (self, found) : g_strdup ("nothing");
  g_autofree char *next = soleus_time_to_iso (soleus_time_at_offset (self->next, soleus_test_life_get_zone (self)));

  g_error ("%s, seed %u, minute %" G_GINT64_FORMAT ", plan %u: %s at %s (%" G_GINT64_FORMAT "), next was %s\n  expected: %s\n  found:    %s", self->era->zone, self->seed, self->minute,
           self->n_plans, what, time, now, next, expected_text, found_text);
}

/* What the engine is told */

static SoleusSchedule *
make_schedule (SoleusTestLife *self,
               guint           medicine)
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
  return soleus_schedule_new (versions, doses, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, soleus_test_life_get_zone (self));
}

void
soleus_test_life_make_schedules (SoleusTestLife *self)
{
  g_ptr_array_set_size (self->schedules, 0);
  for (guint i = 0; i < self->world.n_medicines; i++)
    g_ptr_array_add (self->schedules, make_schedule (self, i));
}

static SoleusReminderRules *
make_rules (const SoleusTestLife *self)
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
told_init (Told           *told,
           SoleusTestLife *self,
           gint64          now)
{
  const SoleusRefWorld *world = &self->world;
  GHashTableIter iter;
  gpointer key;

  told->rules = make_rules (self);
  told->facts = (SoleusReminderFacts) {
    .now = soleus_time_at_offset (now, soleus_test_life_get_zone (self)),
    .zone = soleus_test_life_get_zone (self),
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
keep (SoleusTestLife *self,
      guint           index,
      SoleusRecord   *record)
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
void
soleus_test_life_keep_row (SoleusTestLife *self,
                           guint           index)
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
        soleus_row_set_time (values, fields[i], soleus_time_at_offset (times[i], soleus_test_life_get_zone (self)));
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
find_expected (SoleusTestLife     *self,
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
  soleus_test_life_complain (self, "a row too many", now, NULL, found);
}

static void
check_writes (SoleusTestLife           *self,
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
        soleus_test_life_complain (self, "write", now, expected, &found);
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
        soleus_test_life_complain (self, "no write", now, row, NULL);
    }
}

static void
check_list (SoleusTestLife *self,
            const char     *what,
            GPtrArray      *records,
            gsize           flag,
            gint64          now)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    {
      SoleusRefRow found = read_record (self, g_ptr_array_index (records, i));
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_uuid, soleus_record_get_uuid (g_ptr_array_index (records, i))));
      const SoleusRefRow *expected = &g_array_index (self->world.rows, SoleusRefRow, index - 1);

      if (!G_STRUCT_MEMBER (gboolean, expected, flag))
        soleus_test_life_complain (self, what, now, NULL, &found);
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
        soleus_test_life_complain (self, what, now, row, NULL);
    }
  g_assert_cmpuint (n, ==, records->len);
}

static char *
make_key (const SoleusTestLife *self,
          const SoleusRefRow   *row,
          guint                 medicine)
{
  return g_strdup_printf ("%u %d %" G_GINT64_FORMAT " %u", self->epoch, row->kind, row->civil, medicine);
}

/* It was put off, and is to come once more. */
void
soleus_test_life_expect_again (SoleusTestLife     *self,
                               const SoleusRefRow *row)
{
  for (guint i = 0; i < SOLEUS_REF_MEDICINES; i++)
    {
      g_autofree char *key = make_key (self, row, i);

      g_hash_table_remove (self->seen, key);
    }
}

/* Each reminder comes up once, unless it was put off, and never in quiet hours or in a pause. This knows nothing of either computation. */
static void
check_shown (SoleusTestLife     *self,
             const SoleusRefRow *row,
             gint64              now)
{
  gint64 time = soleus_test_wall_comes (self->walls[self->place], row->civil);

  if (row->put_off == 0 && soleus_ref_world_is_quiet (&self->world, now))
    soleus_test_life_complain (self, "in quiet hours", now, NULL, row);
  if (now < self->world.paused_until && (row->put_off != 0 || row->kind != REF_DOSE) && (row->put_off != 0 ? row->put_off : time) < self->world.paused_until)
    soleus_test_life_complain (self, "in a pause", now, NULL, row);
  if (row->put_off == 0 && row->kind != REF_DOSE && now < time)
    soleus_test_life_complain (self, "too early", now, NULL, row);
  if (!self->world.rules[row->kind].on || (row->kind == REF_DRINK && (self->world.limited || self->world.goal == row->civil / DAY)))
    soleus_test_life_complain (self, "not wanted", now, NULL, row);
  if (row->kind == REF_CHECK_IN && g_hash_table_contains (self->world.nights, GINT_TO_POINTER ((gint) (row->civil / DAY))))
    soleus_test_life_complain (self, "the night is recorded", now, NULL, row);
  for (guint i = 0; i < MAX (self->world.n_medicines, 1); i++)
    {
      g_autofree char *key = make_key (self, row, i);

      if (row->kind == REF_DOSE ? (row->medicines >> i & 1) == 0 : i > 0)
        continue;
      if (row->kind == REF_DOSE && g_hash_table_contains (self->world.medicines[i].answered, GINT_TO_POINTER ((gint) row->civil)))
        soleus_test_life_complain (self, "a dose that was taken", now, NULL, row);
      if (row->put_off == 0 && !g_hash_table_add (self->seen, g_steal_pointer (&key)))
        soleus_test_life_complain (self, "twice", now, NULL, row);
    }
}

static void
confirm (SoleusTestLife           *self,
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
      soleus_test_life_keep_row (self, index);
    }
}

/* What the list said would come first comes, and nothing before it. */
static void
check_predicted (SoleusTestLife           *self,
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
        soleus_test_life_complain (self, "what was said to come did not", now, &said, NULL);
      for (guint k = 0; moment->time.utc == now && k < plan->fresh->len; k++)
        {
          SoleusRefRow row = read_record (self, g_ptr_array_index (plan->fresh, k));

          is_there |= row.kind == (int) moment->kind && row.civil == (gint64) moment->date * DAY + moment->minute;
        }
      if (moment->time.utc == now && !is_there)
        soleus_test_life_complain (self, "what was said to come now did not", now, &said, NULL);
      n += is_there;
    }
  if (n == 0 && plan->fresh->len > 0)
    {
      SoleusRefRow row = read_record (self, g_ptr_array_index (plan->fresh, 0));

      soleus_test_life_complain (self, "what was not said to come", now, NULL, &row);
    }
  self->counts->predicted += n;
}

/* A rule that a wrong clock changed begins to count when that time comes; the list does not look so far. */
static gboolean
has_rule_of_later (const SoleusTestLife *self,
                   gint64                now)
{
  for (int kind = 0; kind < REF_KINDS; kind++)
    if (self->world.rules[kind].since > now)
      return TRUE;
  return FALSE;
}

static void
predict (SoleusTestLife *self,
         gint64          now)
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

void
soleus_test_life_plan (SoleusTestLife *self,
                       gint64          now,
                       gboolean        by_timer)
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
        soleus_test_life_complain (self, "not the same again", now, NULL, NULL);
    }
  if (found->fresh->len > 0 && soleus_test_life_chance (self, 3))
    {
      self->off_until = self->minute + soleus_test_life_pick (self, 1, 400);
      self->restarts = TRUE;
      self->counts->killed++;
      return;
    }
  confirm (self, found, now);
  if (self->n_plans % 4 == 0 && !has_rule_of_later (self, now))
    predict (self, now);
}
