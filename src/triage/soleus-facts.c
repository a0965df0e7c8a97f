/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what it is handed in an order of its own, so that the order in which a diary hands it over never matters. What lies
 * after the moment that is asked about is not known yet and is left out. */
#include "triage/soleus-facts-private.h"

#include <string.h>

#include "model/soleus-episode.h"
#include "model/soleus-vocabulary.h"

#define DAY_SECONDS 86400

/**
 * soleus_facts_new:
 * @now: the moment that the verdict is about
 *
 * Returns: (transfer full): facts, without any yet
 */
SoleusFacts *
soleus_facts_new (SoleusTime now)
{
  SoleusFacts *self = g_new0 (SoleusFacts, 1);

  self->now = now;
  self->today = soleus_time_get_date (now);
  self->night = soleus_time_get_night (now);
  for (guint i = 0; i < G_N_ELEMENTS (self->records); i++)
    self->records[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->nights = g_array_new (FALSE, FALSE, sizeof (SoleusNight));
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  return self;
}

/**
 * soleus_facts_free:
 * @self: (nullable) (transfer full): facts
 */
void
soleus_facts_free (SoleusFacts *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->records); i++)
    g_ptr_array_unref (self->records[i]);
  g_array_unref (self->nights);
  g_hash_table_unref (self->classes);
  g_free (self);
}

/* Newest first; of one moment, by identity. */
static int
compare_records (SoleusRecord *a,
                 SoleusRecord *b)
{
  SoleusTime time_a = { 0, 0 }, time_b = { 0, 0 };

  soleus_record_get_when (a, &time_a);
  soleus_record_get_when (b, &time_b);
  if (time_a.utc != time_b.utc)
    return time_a.utc > time_b.utc ? -1 : 1;
  return strcmp (soleus_record_get_uuid (a), soleus_record_get_uuid (b));
}

/**
 * soleus_facts_add_record:
 * @self: facts
 * @record: a valid record; kinds that no rule looks at may be added and are ignored
 *
 * Adds a record; added twice, it counts once.
 */
void
soleus_facts_add_record (SoleusFacts *self,
                         SoleusRecord *record)
{
  GPtrArray *list = self->records[soleus_record_get_kind (record)];
  SoleusTime when;
  guint place = 0;

  if (soleus_record_get_when (record, &when) && when.utc > self->now.utc)
    return;
  if (soleus_record_get_night (record) != SOLEUS_DATE_NONE && soleus_record_get_night (record) > self->night)
    return;
  while (place < list->len && compare_records (g_ptr_array_index (list, place), record) < 0)
    place++;
  if (place < list->len && g_str_equal (soleus_record_get_uuid (g_ptr_array_index (list, place)), soleus_record_get_uuid (record)))
    return;
  g_ptr_array_insert (list, (int) place, g_object_ref (record));
}

/**
 * soleus_facts_add_night:
 * @self: facts
 * @night: what the diary says of one night, with the day before it; a later one of the same date replaces it
 */
void
soleus_facts_add_night (SoleusFacts *self,
                        const SoleusNight *night)
{
  guint place = self->nights->len;

  if (night->date > self->night)
    return;
  while (place > 0 && g_array_index (self->nights, SoleusNight, place - 1).date > night->date)
    place--;
  if (place > 0 && g_array_index (self->nights, SoleusNight, place - 1).date == night->date)
    g_array_index (self->nights, SoleusNight, place - 1) = *night;
  else
    g_array_insert_val (self->nights, place, *night);
}

/**
 * soleus_facts_set_medicine_classes:
 * @self: facts
 * @medicine: the identity of a medicine
 * @classes: ids of classes; "linked" for one that is linked with cramps
 */
void
soleus_facts_set_medicine_classes (SoleusFacts *self,
                                   const char *medicine,
                                   const char *const *classes)
{
  g_hash_table_replace (self->classes, g_strdup (medicine), g_strdupv ((char **) classes));
}

SoleusRecord *
soleus_facts_get_profile (const SoleusFacts *self)
{
  GPtrArray *profiles = self->records[SOLEUS_KIND_PROFILE];

  return profiles->len > 0 ? g_ptr_array_index (profiles, 0) : NULL;
}

GPtrArray *
soleus_facts_get_records (const SoleusFacts *self,
                          SoleusKind kind)
{
  return self->records[kind];
}

/* The place of the first night on or after a date. */
static guint
find_night (const SoleusFacts *self,
            SoleusDate date)
{
  guint low = 0, high = self->nights->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->nights, SoleusNight, middle).date < date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Counts the DAYS night dates that end with UNTIL. */
int
soleus_facts_count_cramps (const SoleusFacts *self,
                           SoleusDate until,
                           int days,
                           int *n_recorded,
                           int *n_with_cramps)
{
  int n_cramps = 0;

  if (n_recorded != NULL)
    *n_recorded = 0;
  if (n_with_cramps != NULL)
    *n_with_cramps = 0;
  for (guint i = find_night (self, until - days + 1); i < self->nights->len; i++)
    {
      const SoleusNight *night = &g_array_index (self->nights, SoleusNight, i);

      if (night->date > until)
        break;
      n_cramps += soleus_night_get_n_cramps (night);
      if (n_recorded != NULL && soleus_night_is_recorded (night))
        (*n_recorded)++;
      if (n_with_cramps != NULL && soleus_night_get_n_cramps (night) > 0)
        (*n_with_cramps)++;
    }
  return n_cramps;
}

SoleusDate
soleus_facts_get_first_cramp (const SoleusFacts *self)
{
  for (guint i = 0; i < self->nights->len; i++)
    {
      const SoleusNight *night = &g_array_index (self->nights, SoleusNight, i);

      if (soleus_night_get_n_cramps (night) > 0)
        return night->date;
    }
  return SOLEUS_DATE_NONE;
}

gboolean
soleus_facts_is_taken (const SoleusFacts *self,
                       SoleusRecord *medicine)
{
  const SoleusRow *row = soleus_record_get_values (medicine);
  SoleusDate started = soleus_row_get_date (row, "started");
  SoleusDate stopped = soleus_row_get_date (row, "stopped");

  return (started == SOLEUS_DATE_NONE || started <= self->today) && (stopped == SOLEUS_DATE_NONE || stopped > self->today);
}

const char *const *
soleus_facts_get_classes (const SoleusFacts *self,
                          SoleusRecord *medicine)
{
  static const char *const none[] = { NULL };
  char **classes = g_hash_table_lookup (self->classes, soleus_record_get_uuid (medicine));

  return classes != NULL ? (const char *const *) classes : none;
}

/* Of a cramp of which only the night is known, a check made after its midnight is taken to be the later one. */
gboolean
soleus_facts_check_follows_cramps (const SoleusFacts *self,
                                   SoleusRecord *check)
{
  GPtrArray *episodes = self->records[SOLEUS_KIND_EPISODE];
  SoleusTime at = { 0, 0 };
  SoleusDate date;

  soleus_record_get_when (check, &at);
  date = soleus_time_get_date (at);
  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);
      SoleusTime start;

      if (soleus_row_get_time (soleus_record_get_values (episode), "start", &start) ? start.utc > at.utc : soleus_record_get_night (episode) > date)
        return FALSE;
    }
  for (guint i = self->nights->len; i > 0; i--)
    {
      const SoleusNight *night = &g_array_index (self->nights, SoleusNight, i - 1);

      if (night->date <= date)
        break;
      if (night->said == SOLEUS_NIGHT_CRAMPS)
        return FALSE;
    }
  return TRUE;
}

/* Whether a person said of a check, or of what stood in those of the day before, that it was a mistake. */
static gboolean
was_mistake (const SoleusFacts *self,
             SoleusRecord *check,
             gint64 current_seconds)
{
  GPtrArray *verdicts = self->records[SOLEUS_KIND_VERDICT];
  SoleusTime at = { 0, 0 };

  soleus_record_get_when (check, &at);
  for (guint i = 0; i < verdicts->len; i++)
    {
      SoleusRecord *verdict = g_ptr_array_index (verdicts, i);
      const SoleusRow *row = soleus_record_get_values (verdict);
      const char *of = soleus_row_get_text (row, "check");
      SoleusTime given = { 0, 0 };

      if (g_strcmp0 (soleus_row_get_text (row, "acknowledgement"), "mistake") != 0)
        continue;
      soleus_record_get_when (verdict, &given);
      if (of != NULL ? g_str_equal (of, soleus_record_get_uuid (check)) : at.utc <= given.utc && given.utc - at.utc <= current_seconds)
        return TRUE;
    }
  return FALSE;
}

/* Whether an answer says that a sign is or was there. */
static gboolean
is_raising (const SoleusRow *row)
{
  const char *value = soleus_row_get_text (row, "value");

  return value == NULL || (!g_str_equal (value, "no") && !g_str_equal (value, "none") && !g_str_equal (value, "both-equal"));
}

/* All answers, newest first. */
GArray *
soleus_facts_list_answers (const SoleusFacts *self,
                           GHashTable *emergency_facts,
                           gint64 current_seconds)
{
  GPtrArray *checks = self->records[SOLEUS_KIND_CHECK];
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (SoleusAnswerGiven));

  for (guint i = 0; i < checks->len; i++)
    {
      SoleusRecord *check = g_ptr_array_index (checks, i);
      const SoleusRow *values = soleus_record_get_values (check);
      gboolean mistake = was_mistake (self, check, current_seconds);
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (check, &at);
      for (guint k = 0; k < soleus_row_get_n_rows (values, "answers"); k++)
        {
          const SoleusRow *row = soleus_row_get_row (values, "answers", k);
          const char *fact = soleus_row_get_text (row, "fact");
          SoleusAnswerGiven given = { fact, row, check, at, self->now.utc - at.utc, mistake && g_hash_table_contains (emergency_facts, fact) && is_raising (row) };

          g_array_append_val (answers, given);
        }
    }
  return answers;
}
