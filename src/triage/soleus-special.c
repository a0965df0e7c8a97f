/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules look for that no leaf of a condition can say: it compares spans of time. Numbers of section 2.6 of the
 * clinical notes, all of them design choices. */
#include "model/soleus-episode.h"
#include "model/soleus-vocabulary.h"
#include "triage/soleus-evaluation.h"

#define DAY_SECONDS 86400

/* Whether cramps had become more as of a night: at least so many in the window, and so many times those before it. */
static gboolean
had_risen (const SoleusEvaluation *self,
           SoleusDate night,
           int *n_now,
           int *n_before)
{
  int days = (int) soleus_evaluation_number (self, SOLEUS_RULE_WINDOW_DAYS);

  *n_now = soleus_facts_count_cramps (self->facts, night, days, NULL, NULL);
  *n_before = soleus_facts_count_cramps (self->facts, night - days, days, NULL, NULL);
  return *n_now >= soleus_evaluation_number (self, SOLEUS_RULE_RISE_LEAST) && *n_now >= *n_before * soleus_evaluation_number (self, SOLEUS_RULE_RISE_FACTOR);
}

static SoleusTruth
find_rate_rise (SoleusEvaluation *self)
{
  int n_now, n_before;

  if (!had_risen (self, self->facts->night, &n_now, &n_before))
    return SOLEUS_TRUTH_NO;
  soleus_evaluation_use_count (self, "cramps_in_28_days", n_now);
  soleus_evaluation_use_count (self, "cramps_in_28_days_before", n_before);
  return SOLEUS_TRUTH_YES;
}

/* Whether the first cramp of all, or a rise, came soon after a date. */
static gboolean
cramps_followed (const SoleusEvaluation *self,
                 SoleusDate date)
{
  SoleusDate until = MIN (date + (SoleusDate) soleus_evaluation_number (self, SOLEUS_RULE_NEW_MEDICINE_DAYS), self->facts->night);
  SoleusDate first = soleus_facts_get_first_cramp (self->facts);
  int n_now, n_before;

  if (date < self->facts->today - soleus_evaluation_number (self, SOLEUS_RULE_NEW_MEDICINE_LOOK_BACK_DAYS) || date > self->facts->today)
    return FALSE;
  if (first != SOLEUS_DATE_NONE && first >= date && first <= until)
    return TRUE;
  for (SoleusDate night = date; night <= until; night++)
    if (had_risen (self, night, &n_now, &n_before))
      return TRUE;
  return FALSE;
}

static void
use_date (SoleusEvaluation *self,
          const char *fact,
          SoleusDate date,
          SoleusRecord *record)
{
  g_autofree char *iso = soleus_date_to_iso (date);

  soleus_evaluation_use (self, fact, iso, record);
}

static SoleusTruth
find_medicine_before_cramps (SoleusEvaluation *self)
{
  GPtrArray *medicines = soleus_facts_get_records (self->facts, SOLEUS_KIND_MEDICINE);
  GPtrArray *changes = soleus_facts_get_records (self->facts, SOLEUS_KIND_DOSE_CHANGE);
  SoleusTruth truth = SOLEUS_TRUTH_NO;

  for (guint i = 0; i < medicines->len; i++)
    {
      SoleusRecord *medicine = g_ptr_array_index (medicines, i);
      const SoleusRow *row = soleus_record_get_values (medicine);
      SoleusDate started = soleus_row_get_date (row, "started");

      if (!soleus_facts_is_taken (self->facts, medicine))
        continue;
      if (started != SOLEUS_DATE_NONE && soleus_row_get_answer (row, "started_unsure") != SOLEUS_YES && cramps_followed (self, started))
        {
          soleus_evaluation_use (self, "medicine", soleus_row_get_text (row, "name"), medicine);
          use_date (self, "started", started, medicine);
          truth = SOLEUS_TRUTH_YES;
        }
      for (guint k = 0; k < changes->len; k++)
        {
          SoleusRecord *change = g_ptr_array_index (changes, k);
          const SoleusRow *values = soleus_record_get_values (change);
          SoleusDate changed = soleus_row_get_date (values, "changed");

          if (!g_str_equal (soleus_row_get_text (values, "medicine"), soleus_record_get_uuid (medicine)) || !cramps_followed (self, changed))
            continue;
          soleus_evaluation_use (self, "medicine", soleus_row_get_text (row, "name"), medicine);
          use_date (self, "changed", changed, change);
          truth = SOLEUS_TRUTH_YES;
        }
    }
  return truth;
}

/* One that is only taken as needed is not a regular one; without a schedule it is. */
static gboolean
is_regular (const SoleusEvaluation *self,
            SoleusRecord *medicine)
{
  GPtrArray *schedules = soleus_facts_get_records (self->facts, SOLEUS_KIND_SCHEDULE);
  gboolean as_needed = FALSE;

  for (guint i = 0; i < schedules->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (schedules, i));

      if (!g_str_equal (soleus_row_get_text (row, "medicine"), soleus_record_get_uuid (medicine)))
        continue;
      if (!g_str_equal (soleus_row_get_text (row, "pattern"), "as-needed"))
        return TRUE;
      as_needed = TRUE;
    }
  return !as_needed;
}

static SoleusTruth
find_several_medicines (SoleusEvaluation *self)
{
  GPtrArray *medicines = soleus_facts_get_records (self->facts, SOLEUS_KIND_MEDICINE);
  gint64 n = 0;

  for (guint i = 0; i < medicines->len; i++)
    if (soleus_facts_is_taken (self->facts, g_ptr_array_index (medicines, i)) && is_regular (self, g_ptr_array_index (medicines, i)))
      n++;
  if (n < soleus_evaluation_number (self, SOLEUS_RULE_SEVERAL_MEDICINES))
    return SOLEUS_TRUTH_NO;
  soleus_evaluation_use_count (self, "medicines", n);
  return SOLEUS_TRUTH_YES;
}

/* What was tried in one cramp: no if something helped, yes if nothing did, unknown as long as that is not said. */
static SoleusTruth
judge_tried (const SoleusRow *episode)
{
  gboolean said = FALSE, open = FALSE;

  for (guint i = 0; i < soleus_row_get_n_rows (episode, "tried"); i++)
    {
      const char *helped = soleus_row_get_text (soleus_row_get_row (episode, "tried", i), "helped");

      if (helped == NULL)
        open = TRUE;
      else if (g_str_equal (helped, "no") || g_str_equal (helped, "worse"))
        said = TRUE;
      else
        return SOLEUS_TRUTH_NO;
    }
  return said && !open ? SOLEUS_TRUTH_YES : SOLEUS_TRUTH_UNKNOWN;
}

static SoleusTruth
find_treated_without_help (SoleusEvaluation *self)
{
  GPtrArray *episodes = soleus_facts_get_records (self->facts, SOLEUS_KIND_EPISODE);
  SoleusDate from = self->facts->night - (SoleusDate) soleus_evaluation_number (self, SOLEUS_RULE_WINDOW_DAYS) + 1;
  SoleusDate first = SOLEUS_DATE_NONE, last = SOLEUS_DATE_NONE;
  gint64 n = 0, n_open = 0;

  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);
      const SoleusRow *row = soleus_record_get_values (episode);
      SoleusDate night = soleus_record_get_night (episode);
      SoleusTruth truth;

      if (night < from || soleus_row_get_n_rows (row, "tried") == 0)
        continue;
      truth = judge_tried (row);
      if (truth == SOLEUS_TRUTH_NO)
        return SOLEUS_TRUTH_NO;
      if (truth == SOLEUS_TRUTH_UNKNOWN)
        {
          n_open++;
          continue;
        }
      n++;
      first = first == SOLEUS_DATE_NONE ? night : MIN (first, night);
      last = last == SOLEUS_DATE_NONE ? night : MAX (last, night);
      soleus_evaluation_use (self, "tried", "no", episode);
    }
  if (n >= soleus_evaluation_number (self, SOLEUS_RULE_TREATED_TIMES) && last - first >= soleus_evaluation_number (self, SOLEUS_RULE_TREATED_APART_DAYS))
    return SOLEUS_TRUTH_YES;
  if (n_open == 0)
    return SOLEUS_TRUTH_NO;
  soleus_evaluation_miss (self, "helped");
  return SOLEUS_TRUTH_UNKNOWN;
}

/* Where nothing was recorded before the routine began, there is nothing to compare with. */
static SoleusTruth
find_routine_without_change (SoleusEvaluation *self)
{
  GPtrArray *routines = soleus_facts_get_records (self->facts, SOLEUS_KIND_ROUTINE);
  int days = (int) soleus_evaluation_number (self, SOLEUS_RULE_ROUTINE_DAYS);
  int n_now = soleus_facts_count_cramps (self->facts, self->facts->night, days, NULL, NULL);

  for (guint i = 0; n_now > 0 && i < routines->len; i++)
    {
      SoleusRecord *routine = g_ptr_array_index (routines, i);
      const SoleusRow *row = soleus_record_get_values (routine);
      SoleusDate start = soleus_row_get_date (row, "start");
      SoleusDate stop = soleus_row_get_date (row, "stop");
      int n_recorded;
      int n_before = soleus_facts_count_cramps (self->facts, start - 1, days, &n_recorded, NULL);

      if (self->facts->today - start < days || (stop != SOLEUS_DATE_NONE && stop <= self->facts->today) || n_recorded + n_before == 0 || n_now < n_before)
        continue;
      use_date (self, "routine", start, routine);
      soleus_evaluation_use_count (self, "cramps_in_42_days", n_now);
      soleus_evaluation_use_count (self, "cramps_in_42_days_before", n_before);
      return SOLEUS_TRUTH_YES;
    }
  return SOLEUS_TRUTH_NO;
}

/* Still going on for longer than the limit, or over since less than a day after longer than that. An open one that is older
 * than a day has an unknown length. */
static SoleusTruth
find_long_cramp (SoleusEvaluation *self)
{
  GPtrArray *episodes = soleus_facts_get_records (self->facts, SOLEUS_KIND_EPISODE);
  gint64 limit = soleus_evaluation_number (self, SOLEUS_RULE_LONG_CRAMP_SECONDS);

  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);
      const SoleusRow *row = soleus_record_get_values (episode);
      gint64 seconds = soleus_episode_get_seconds (row);
      gint64 since_end = -1;
      g_autofree char *value = NULL;
      SoleusTime start, end;

      if (soleus_row_get_time (row, "end", &end))
        since_end = self->facts->now.utc - end.utc;
      if (soleus_row_get_time (row, "start", &start))
        {
          gint64 since_start = self->facts->now.utc - start.utc;

          if (soleus_row_get_answer (row, "open") == SOLEUS_YES && since_start <= DAY_SECONDS)
            {
              seconds = since_start;
              since_end = 0;
            }
          else if (!soleus_row_has (row, "end") && seconds >= 0)
            since_end = since_start - seconds;
        }
      else if (seconds >= 0 && soleus_record_get_night (episode) >= self->facts->night - 1)
        since_end = 0;
      if (seconds <= limit || since_end >= DAY_SECONDS || (since_end < 0 && !soleus_row_has (row, "start")))
        continue;
      value = g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
      soleus_evaluation_use (self, "seconds", value, episode);
      return SOLEUS_TRUTH_YES;
    }
  return SOLEUS_TRUTH_NO;
}

static gboolean
is_one_sided_calf (const SoleusRow *episode)
{
  gboolean left = FALSE, right = FALSE;

  for (guint i = 0; i < soleus_row_get_n_rows (episode, "sites"); i++)
    {
      const SoleusRow *site = soleus_row_get_row (episode, "sites", i);
      const char *side = soleus_row_get_text (site, "side");
      const char *muscle = soleus_row_get_text (site, "muscle");

      if (side == NULL || !(g_str_equal (muscle, "calf") || g_str_equal (muscle, "lower_calf")))
        continue;
      left = left || !g_str_equal (side, "right");
      right = right || !g_str_equal (side, "left");
    }
  return left != right;
}

static SoleusTruth
find_sore_calf (SoleusEvaluation *self)
{
  GPtrArray *episodes = soleus_facts_get_records (self->facts, SOLEUS_KIND_EPISODE);

  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);
      const SoleusRow *row = soleus_record_get_values (episode);
      gint64 hours = soleus_row_get_number (row, "sore_hours", 0);
      g_autofree char *value = NULL;

      if (hours <= soleus_evaluation_number (self, SOLEUS_RULE_SORE_HOURS) || !is_one_sided_calf (row))
        continue;
      if (soleus_record_get_night (episode) <= self->facts->night - soleus_evaluation_number (self, SOLEUS_RULE_SHORT_DAYS))
        continue;
      value = g_strdup_printf ("%" G_GINT64_FORMAT, hours);
      soleus_evaluation_use (self, "sore_hours", value, episode);
      return SOLEUS_TRUTH_YES;
    }
  return SOLEUS_TRUTH_NO;
}

SoleusTruth
soleus_evaluation_special (SoleusEvaluation *self,
                           SoleusSpecial special)
{
  switch (special)
    {
    case SOLEUS_SPECIAL_RATE_RISE:
      return find_rate_rise (self);
    case SOLEUS_SPECIAL_MEDICINE_BEFORE_CRAMPS:
      return find_medicine_before_cramps (self);
    case SOLEUS_SPECIAL_SEVERAL_MEDICINES:
      return find_several_medicines (self);
    case SOLEUS_SPECIAL_TREATED_WITHOUT_HELP:
      return find_treated_without_help (self);
    case SOLEUS_SPECIAL_ROUTINE_WITHOUT_CHANGE:
      return find_routine_without_change (self);
    case SOLEUS_SPECIAL_LONG_CRAMP:
      return find_long_cramp (self);
    case SOLEUS_SPECIAL_SORE_CALF:
    default:
      return find_sore_calf (self);
    }
}
