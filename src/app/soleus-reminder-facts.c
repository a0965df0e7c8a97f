/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As long as the reminders' program runs, every moment leaves a line in the ledger at once. So only after a longer time off does
 * anything older than a few days have to be read. */
#include "config.h"

#include "app/soleus-reminder-facts.h"

#include "app/soleus-drinks.h"
#include "app/soleus-left-out.h"
#include "app/soleus-reminder-settings.h"
#include "app/soleus-trying.h"

#define SECONDS_A_DAY 86400
#define DAYS_BACK_USUALLY 3

/* Records that change twice within a second are told apart by times that lie a little ahead; a clock that was wrong is farther off. */
#define AHEAD_S 60

static void
medicine_free (gpointer data)
{
  soleus_reminder_medicine_free (data);
}

/* Whether anything but *Later* was noted of late: then all that is older has its line already. */
static gboolean
is_kept_up (GPtrArray *notices,
            SoleusTime now)
{
  for (guint i = 0; i < notices->len; i++)
    {
      const SoleusRow *values = soleus_record_get_values (g_ptr_array_index (notices, i));
      SoleusTime at = { 0, 0 };

      soleus_row_get_time (values, "at", &at);
      if (at.utc <= now.utc && g_strcmp0 (soleus_row_get_text (values, "state"), "snoozed") != 0)
        return TRUE;
    }
  return FALSE;
}

/* While a card for an emergency or for today holds, stretches are hidden everywhere: section 2.6 of the clinical notes. It holds for a
 * day, unless a later check or a mistake ends it. */
static gboolean
read_verdicts (SoleusDiary        *diary,
               SoleusReminderBook *self,
               GError            **error)
{
  SoleusReminderFacts *facts = &self->facts;
  SoleusDate night = soleus_time_get_night (facts->now);
  g_autoptr (GPtrArray) verdicts = soleus_diary_list (diary, SOLEUS_KIND_VERDICT, night - 2, night + 1, error);
  gint64 newest = facts->now.utc - SECONDS_A_DAY;
  gboolean is_open = FALSE;

  for (guint i = 0; verdicts != NULL && i < verdicts->len; i++)
    {
      const SoleusRow *values = soleus_record_get_values (g_ptr_array_index (verdicts, i));
      const char *level = soleus_row_get_text (values, "level"), *word = soleus_row_get_text (values, "acknowledgement");
      SoleusTime at = { 0, 0 }, said = { 0, 0 };

      soleus_row_get_time (values, "at", &at);
      soleus_row_get_time (values, "acknowledged", &said);
      if (word != NULL && !g_str_equal (word, "mistake"))
        facts->advised = MAX (facts->advised, said.utc);
      if (at.utc < newest || at.utc > facts->now.utc)
        continue;
      newest = at.utc;
      is_open = (g_strcmp0 (level, "emergency") == 0 || g_strcmp0 (level, "today") == 0) && g_strcmp0 (word, "mistake") != 0;
    }
  if (is_open)
    self->rules->rules[SOLEUS_REMINDER_STRETCH].on = FALSE;
  return verdicts != NULL;
}

static gboolean
read_ledger (SoleusDiary         *diary,
             SoleusReminderFacts *facts,
             GError             **error)
{
  SoleusDate night = soleus_time_get_night (facts->now);
  int days = DAYS_BACK_USUALLY;

  facts->ledger = soleus_diary_list (diary, SOLEUS_KIND_NOTICE, night - days - 1, SOLEUS_DATE_NONE, error);
  if (facts->ledger != NULL && !is_kept_up (facts->ledger, facts->now))
    {
      days = SOLEUS_REMINDER_DAYS_BACK;
      g_ptr_array_unref (facts->ledger);
      facts->ledger = soleus_diary_list (diary, SOLEUS_KIND_NOTICE, night - days - 1, SOLEUS_DATE_NONE, error);
    }
  facts->from = MAX (facts->now.utc - (gint64) days * SECONDS_A_DAY, SOLEUS_TIME_MIN);
  return facts->ledger != NULL;
}

static gboolean
read_nights (SoleusDiary         *diary,
             SoleusReminderFacts *facts,
             SoleusDate           from,
             SoleusDate           until,
             GError             **error)
{
  g_autoptr (GArray) nights = soleus_diary_get_nights (diary, from, until, error);

  facts->nights = g_array_new (FALSE, FALSE, sizeof (SoleusDate));
  for (guint i = 0; nights != NULL && i < nights->len; i++)
    {
      const SoleusNight *night = &g_array_index (nights, SoleusNight, i);

      if (soleus_night_get_state (night) != SOLEUS_NIGHT_NOT_RECORDED)
        g_array_append_val (facts->nights, night->date);
    }
  return nights != NULL;
}

static gboolean
read_stretches (SoleusDiary         *diary,
                SoleusReminderFacts *facts,
                SoleusDate           from,
                SoleusDate           until,
                GError             **error)
{
  g_autoptr (GPtrArray) sessions = soleus_diary_list (diary, SOLEUS_KIND_STRETCH, from, until, error);

  facts->stretches = g_array_new (FALSE, FALSE, sizeof (SoleusTime));
  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      SoleusTime at;

      if (soleus_record_get_when (g_ptr_array_index (sessions, i), &at))
        g_array_append_val (facts->stretches, at);
    }
  return sessions != NULL;
}

/* No medicine that the program knows by name limits fluids, so that the list of names need not be read. */
static gboolean
read_drinks (SoleusDiary         *diary,
             SoleusReminderFacts *facts,
             GError             **error)
{
  SoleusDate today = soleus_time_get_date (facts->now);
  g_autoptr (SoleusRisks) risks = soleus_risks_new (diary, facts->now);
  g_autoptr (SoleusDrinks) drinks = soleus_drinks_new (diary, soleus_left_out_find (risks, NULL, NULL, today), today, error);

  facts->goal_met_on = SOLEUS_DATE_NONE;
  if (drinks == NULL)
    return FALSE;
  facts->drinks_limited = drinks->limited;
  if (drinks->goal > 0 && drinks->sum >= drinks->goal)
    facts->goal_met_on = today;
  return TRUE;
}

static gboolean
read_trials (SoleusDiary         *diary,
             SoleusReminderFacts *facts,
             GError             **error)
{
  g_autoptr (GPtrArray) routines = soleus_diary_list (diary, SOLEUS_KIND_ROUTINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);

  facts->trials = g_array_new (FALSE, FALSE, sizeof (SoleusReminderSpan));
  for (guint i = 0; routines != NULL && i < routines->len; i++)
    {
      const SoleusRow *values = soleus_record_get_values (g_ptr_array_index (routines, i));
      const SoleusReminderSpan span = { soleus_row_get_date (values, "start"), soleus_row_get_date (values, "stop") };

      g_array_append_val (facts->trials, span);
    }
  return routines != NULL;
}

static void
note_answer (GHashTable   *by_medicine,
             SoleusRecord *dose)
{
  const SoleusRow *values = soleus_record_get_values (dose);
  SoleusReminderMedicine *medicine = g_hash_table_lookup (by_medicine, soleus_row_get_text (values, "medicine"));

  if (medicine != NULL && soleus_row_has (values, "due_date") && soleus_row_has (values, "due_minute"))
    {
      const gint64 due = (gint64) soleus_row_get_date (values, "due_date") * 1440 + soleus_row_get_number (values, "due_minute", 0);

      g_array_append_val (medicine->answered, due);
    }
}

static gboolean
read_medicines (SoleusReminderBook *self,
                SoleusDiary        *diary,
                SoleusDate          from,
                GError            **error)
{
  SoleusReminderFacts *facts = &self->facts;
  g_autoptr (GHashTable) by_medicine = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) doses = NULL;
  GPtrArray *medicines;

  self->medicines = soleus_medicine_book_new (diary, error);
  if (self->medicines == NULL)
    return FALSE;
  medicines = soleus_medicine_book_get_medicines (self->medicines);
  facts->medicines = g_ptr_array_new_with_free_func (medicine_free);
  for (guint i = 0; i < medicines->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (medicines, i);
      SoleusReminderMedicine *one = g_new0 (SoleusReminderMedicine, 1);

      one->uuid = soleus_record_get_uuid (medicine->record);
      one->schedule = medicine->schedule;
      one->answered = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (facts->medicines, one);
      g_hash_table_insert (by_medicine, (gpointer) one->uuid, one);
    }
  if (medicines->len == 0)
    return TRUE;
  doses = soleus_diary_list (diary, SOLEUS_KIND_DOSE, from, SOLEUS_DATE_NONE, error);
  for (guint i = 0; doses != NULL && i < doses->len; i++)
    note_answer (by_medicine, g_ptr_array_index (doses, i));
  return doses != NULL;
}

/**
 * soleus_reminder_book_new:
 * @diary: a diary
 * @error: return location
 *
 * Reads, as of now, what reminders follow from.
 *
 * Returns: (transfer full) (nullable): it; %NULL where the diary cannot be read
 */
SoleusReminderBook *
soleus_reminder_book_new (SoleusDiary *diary,
                          GError     **error)
{
  g_autoptr (SoleusReminderBook) self = g_new0 (SoleusReminderBook, 1);
  SoleusReminderFacts *facts = &self->facts;
  SoleusClock *clock = soleus_diary_get_clock (diary);
  SoleusDate from, until;

  facts->now = soleus_clock_get_now (clock);
  facts->zone = soleus_clock_dup_zone (clock);
  self->rules = soleus_reminder_settings_read (diary, error);
  facts->rules = self->rules;
  if (self->rules == NULL || !read_ledger (diary, facts, error))
    return NULL;
  for (int i = 0; i < SOLEUS_N_REMINDERS; i++)
    if (self->rules->rules[i].since > facts->now.utc && self->rules->rules[i].since <= facts->now.utc + AHEAD_S)
      self->rules->rules[i].since = facts->now.utc;
  from = soleus_time_get_night (soleus_time_at_offset (facts->from, facts->zone)) - 1;
  until = soleus_time_get_night (facts->now) + 1;
  if (!read_verdicts (diary, self, error) || !read_nights (diary, facts, from, until, error) || !read_stretches (diary, facts, from, until, error) || !read_drinks (diary, facts, error) ||
      !read_trials (diary, facts, error) || !read_medicines (self, diary, from, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * soleus_reminder_book_free:
 * @self: (transfer full) (nullable): a book
 */
void
soleus_reminder_book_free (SoleusReminderBook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->facts.medicines, g_ptr_array_unref);
  g_clear_pointer (&self->facts.trials, g_array_unref);
  g_clear_pointer (&self->facts.stretches, g_array_unref);
  g_clear_pointer (&self->facts.nights, g_array_unref);
  g_clear_pointer (&self->facts.ledger, g_ptr_array_unref);
  g_clear_pointer (&self->facts.zone, g_time_zone_unref);
  g_clear_pointer (&self->medicines, soleus_medicine_book_free);
  g_clear_pointer (&self->rules, soleus_reminder_rules_free);
  g_free (self);
}
