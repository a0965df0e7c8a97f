/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks a condition and notes which facts made it hold, or which answers are missing. What raises a level needs a yes; what
 * takes a trigger away needs an answer; so a question without an answer is never a no. */
#include "triage/soleus-evaluation.h"

#include "model/soleus-episode.h"
#include "model/soleus-vocabulary.h"

#define DAY_SECONDS  86400
#define HOUR_SECONDS 3600

void
soleus_used_fact_free (gpointer data)
{
  SoleusUsedFact *used = data;

  g_free (used->value);
  g_free (used->record);
  g_free (used);
}

void
soleus_evaluation_init (SoleusEvaluation *self,
                        const SoleusRules *rules,
                        const SoleusFacts *facts)
{
  self->rules = rules;
  self->facts = facts;
  self->window = SOLEUS_WINDOW_NEWEST;
  self->answers = soleus_facts_list_answers (facts, rules->emergency_facts, rules->fixed[SOLEUS_RULE_CURRENT_HOURS] * HOUR_SECONDS);
  self->used = g_ptr_array_new_with_free_func (soleus_used_fact_free);
  self->missing = g_ptr_array_new ();
}

void
soleus_evaluation_clear (SoleusEvaluation *self)
{
  g_array_unref (self->answers);
  g_ptr_array_unref (self->used);
  g_ptr_array_unref (self->missing);
}

gint64
soleus_evaluation_number (const SoleusEvaluation *self,
                          SoleusRuleNumber number)
{
  return self->rules->fixed[number];
}

/* Notes a fact, once. */
void
soleus_evaluation_use (SoleusEvaluation *self,
                       const char *fact,
                       const char *value,
                       SoleusRecord *record)
{
  SoleusUsedFact *used;
  const char *uuid = record != NULL ? soleus_record_get_uuid (record) : NULL;

  for (guint i = 0; i < self->used->len; i++)
    {
      used = g_ptr_array_index (self->used, i);
      if (g_str_equal (used->fact, fact) && g_strcmp0 (used->value, value) == 0 && g_strcmp0 (used->record, uuid) == 0)
        return;
    }
  used = g_new0 (SoleusUsedFact, 1);
  used->fact = g_intern_string (fact);
  used->value = g_strdup (value);
  used->record = g_strdup (uuid);
  used->has_at = record != NULL && soleus_record_get_when (record, &used->at);
  g_ptr_array_add (self->used, used);
}

void
soleus_evaluation_use_count (SoleusEvaluation *self,
                             const char *fact,
                             gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  soleus_evaluation_use (self, fact, text, NULL);
}

void
soleus_evaluation_miss (SoleusEvaluation *self,
                        const char *fact)
{
  const char *word = g_intern_string (fact);

  if (!g_ptr_array_find (self->missing, word, NULL))
    g_ptr_array_add (self->missing, (gpointer) word);
}

static gboolean
is_past (const SoleusRow *row)
{
  return g_strcmp0 (soleus_row_get_text (row, "value"), "past") == 0 || soleus_row_get_answer (row, "past") == SOLEUS_YES;
}

/* Whether an answer says that the sign is there, whenever that was. */
static gboolean
says_yes (const SoleusAnswerGiven *given,
          const SoleusCondition *condition)
{
  const char *value = soleus_row_get_text (given->row, "value");
  gint64 number = soleus_row_get_number (given->row, "number", 0);

  if (condition->kind == SOLEUS_CONDITION_SIGN)
    return g_str_equal (value, "yes") || g_str_equal (value, "past");
  if (condition->kind == SOLEUS_CONDITION_SWELLING)
    return g_strv_contains ((const char *const *) condition->words, value);
  /* Five times the degrees above 32 °F against nine times those in °C: whole numbers, so that nothing is rounded. */
  if (g_str_equal (soleus_row_get_text (given->row, "unit"), "F"))
    return (number - 32000) * 5 >= condition->least * 9;
  return number >= condition->least;
}

/* How an answer is written in the archive, which is also how a person wrote it. */
static char *
dup_value (const SoleusAnswerGiven *given)
{
  const char *value = soleus_row_get_text (given->row, "value");
  const char *unit = soleus_row_get_text (given->row, "unit");
  gint64 number = soleus_row_get_number (given->row, "number", 0);
  gint64 days = soleus_row_get_number (given->row, "days_ago", 0);
  g_autoptr (GString) text = g_string_new (value);

  if (value == NULL)
    {
      g_string_append_printf (text, "%" G_GINT64_FORMAT, number / 1000);
      if (number % 1000 != 0)
        g_string_append_printf (text, ".%03d", (int) (number % 1000));
      while (number % 1000 != 0 && text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
      g_string_append (text, unit != NULL ? unit : "");
    }
  if (value == NULL ? is_past (given->row) : is_past (given->row) && !g_str_equal (value, "past"))
    g_string_append (text, ":past");
  if (days > 0)
    g_string_append_printf (text, ":%d", (int) days);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
use_answer (SoleusEvaluation *self,
            const SoleusAnswerGiven *given)
{
  g_autofree char *value = dup_value (given);

  soleus_evaluation_use (self, given->fact, value, given->check);
}

/* Days since a sign was there, at most. */
static gint64
get_days_since (const SoleusAnswerGiven *given)
{
  return given->age / DAY_SECONDS + (is_past (given->row) ? soleus_row_get_number (given->row, "days_ago", 1) : 0);
}

static gboolean
is_in_window (const SoleusEvaluation *self,
              const SoleusAnswerGiven *given)
{
  switch (self->window)
    {
    case SOLEUS_WINDOW_CURRENT:
      return given->age <= soleus_evaluation_number (self, SOLEUS_RULE_CURRENT_HOURS) * HOUR_SECONDS;
    case SOLEUS_WINDOW_RECENT:
      return given->age / DAY_SECONDS <= soleus_evaluation_number (self, SOLEUS_RULE_RECENT_DAYS);
    case SOLEUS_WINDOW_NEWEST:
    default:
      return soleus_time_get_night (given->at) > self->facts->night - soleus_evaluation_number (self, SOLEUS_RULE_WINDOW_DAYS);
    }
}

/* Whether an answer is a yes whatever a later one says. */
static gboolean
is_lasting_yes (const SoleusEvaluation *self,
                const SoleusAnswerGiven *given,
                const SoleusCondition *condition)
{
  if (!says_yes (given, condition))
    return FALSE;
  if (self->window == SOLEUS_WINDOW_RECENT)
    return get_days_since (given) <= soleus_evaluation_number (self, SOLEUS_RULE_RECENT_DAYS);
  return !is_past (given->row) && given->age <= soleus_evaluation_number (self, SOLEUS_RULE_CURRENT_HOURS) * HOUR_SECONDS;
}

static SoleusTruth
evaluate_answer (SoleusEvaluation *self,
                 const SoleusCondition *condition)
{
  const SoleusAnswerGiven *newest = NULL;

  for (guint i = 0; i < self->answers->len; i++)
    {
      const SoleusAnswerGiven *given = &g_array_index (self->answers, SoleusAnswerGiven, i);

      if (given->fact != condition->fact || given->voided || !is_in_window (self, given))
        continue;
      if (is_lasting_yes (self, given, condition))
        {
          use_answer (self, given);
          return SOLEUS_TRUTH_YES;
        }
      if (newest == NULL || (newest->at.utc == given->at.utc && says_yes (given, condition) && !is_past (given->row)))
        newest = given;
    }
  if (newest == NULL && condition->kind == SOLEUS_CONDITION_TEMPERATURE)
    return SOLEUS_TRUTH_NO; /* nobody has to measure it: "fever" is the question */
  if (newest == NULL)
    {
      soleus_evaluation_miss (self, condition->fact);
      return SOLEUS_TRUTH_UNKNOWN;
    }
  if (self->window != SOLEUS_WINDOW_NEWEST || is_past (newest->row) || !says_yes (newest, condition))
    return SOLEUS_TRUTH_NO;
  use_answer (self, newest);
  return SOLEUS_TRUTH_YES;
}

/* A sign that was answered with no. */
static SoleusTruth
evaluate_no (SoleusEvaluation *self,
             const SoleusCondition *condition)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const SoleusAnswerGiven *given = &g_array_index (self->answers, SoleusAnswerGiven, i);

      if (given->fact != condition->fact || given->voided || !is_in_window (self, given))
        continue;
      if (!g_str_equal (soleus_row_get_text (given->row, "value"), "no"))
        return SOLEUS_TRUTH_NO;
      use_answer (self, given);
      return SOLEUS_TRUTH_YES;
    }
  soleus_evaluation_miss (self, condition->fact);
  return SOLEUS_TRUTH_UNKNOWN;
}

/* A number counts as long as it is the newest one. */
static SoleusTruth
evaluate_number (SoleusEvaluation *self,
                 const SoleusCondition *condition)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const SoleusAnswerGiven *given = &g_array_index (self->answers, SoleusAnswerGiven, i);
      gint64 number = soleus_row_get_number (given->row, "number", 0) / 1000;

      if (given->fact != condition->fact || !is_in_window (self, given))
        continue;
      if (is_past (given->row) || number < condition->least || number > condition->most)
        return SOLEUS_TRUTH_NO;
      use_answer (self, given);
      return SOLEUS_TRUTH_YES;
    }
  soleus_evaluation_miss (self, condition->fact);
  return SOLEUS_TRUTH_UNKNOWN;
}

static SoleusTruth
evaluate_health (SoleusEvaluation *self,
                 const SoleusCondition *condition)
{
  SoleusRecord *profile = soleus_facts_get_profile (self->facts);
  const SoleusRow *row = profile != NULL ? soleus_record_get_values (profile) : NULL;
  SoleusTruth truth = SOLEUS_TRUTH_NO;

  for (guint i = 0; row != NULL && i < soleus_row_get_n_rows (row, "conditions"); i++)
    {
      const char *word = soleus_row_get_text (soleus_row_get_row (row, "conditions", i), "condition");

      if (g_strv_contains ((const char *const *) condition->words, word))
        {
          soleus_evaluation_use (self, "condition", word, profile);
          truth = SOLEUS_TRUTH_YES;
        }
    }
  return truth;
}

static SoleusTruth
use_profile (SoleusEvaluation *self,
             const char *fact,
             SoleusDate date,
             SoleusRecord *profile)
{
  g_autofree char *value = date != SOLEUS_DATE_NONE ? soleus_date_to_iso (date) : g_strdup ("yes");

  soleus_evaluation_use (self, fact, value, profile);
  return SOLEUS_TRUTH_YES;
}

/* Weeks are counted back from the due date, which stands for week 40. Without a due date they are not known, and a
 * pregnancy counts as a late one: unknown is never no. */
static SoleusTruth
evaluate_profile (SoleusEvaluation *self,
                  const SoleusCondition *condition)
{
  SoleusRecord *profile = soleus_facts_get_profile (self->facts);
  const SoleusRow *row = profile != NULL ? soleus_record_get_values (profile) : NULL;
  SoleusDate today = self->facts->today;
  SoleusDate after = today - (SoleusDate) soleus_evaluation_number (self, SOLEUS_RULE_AFTER_BIRTH_DAYS);
  SoleusDate late = today + (40 - (SoleusDate) soleus_evaluation_number (self, SOLEUS_RULE_LATE_PREGNANCY_WEEKS)) * 7;
  SoleusDate due, birth;
  SoleusAnswer said;
  gboolean pregnant, is_due_past;

  if (row == NULL)
    {
      soleus_evaluation_miss (self, "pregnant");
      return SOLEUS_TRUTH_UNKNOWN;
    }
  due = soleus_row_get_date (row, "due_date");
  birth = soleus_row_get_date (row, "birth_of_child");
  said = soleus_row_get_answer (row, "pregnant");
  is_due_past = due != SOLEUS_DATE_NONE && due < after;
  pregnant = said == SOLEUS_YES || (said == SOLEUS_NOT_ANSWERED && due != SOLEUS_DATE_NONE && !is_due_past && due <= today + 40 * 7);
  if (birth != SOLEUS_DATE_NONE && birth <= today && (due == SOLEUS_DATE_NONE || birth >= due - 40 * 7))
    pregnant = FALSE;

  switch ((SoleusProfileWord) condition->word)
    {
    case SOLEUS_PROFILE_PREGNANT:
      if (pregnant)
        return use_profile (self, "pregnant", SOLEUS_DATE_NONE, profile);
      break;
    case SOLEUS_PROFILE_LATE_PREGNANCY:
      if (pregnant && (due == SOLEUS_DATE_NONE || due <= late))
        return use_profile (self, due == SOLEUS_DATE_NONE ? "pregnant" : "due_date", due, profile);
      break;
    case SOLEUS_PROFILE_AFTER_BIRTH:
    default:
      if (birth != SOLEUS_DATE_NONE && birth <= today && birth >= after)
        return use_profile (self, "birth_of_child", birth, profile);
      if (birth == SOLEUS_DATE_NONE && due != SOLEUS_DATE_NONE && due <= today && due >= after)
        return use_profile (self, "due_date", due, profile);
      break;
    }
  if (said == SOLEUS_NOT_ANSWERED && due == SOLEUS_DATE_NONE && birth == SOLEUS_DATE_NONE)
    {
      soleus_evaluation_miss (self, "pregnant");
      return SOLEUS_TRUTH_UNKNOWN;
    }
  return SOLEUS_TRUTH_NO;
}

static SoleusTruth
evaluate_medicine (SoleusEvaluation *self,
                   const SoleusCondition *condition)
{
  GPtrArray *medicines = soleus_facts_get_records (self->facts, SOLEUS_KIND_MEDICINE);
  SoleusTruth truth = SOLEUS_TRUTH_NO;

  for (guint i = 0; i < medicines->len; i++)
    {
      SoleusRecord *medicine = g_ptr_array_index (medicines, i);
      const char *const *classes = soleus_facts_get_classes (self->facts, medicine);

      if (!soleus_facts_is_taken (self->facts, medicine))
        continue;
      for (guint k = 0; classes[k] != NULL; k++)
        if (g_strv_contains ((const char *const *) condition->words, classes[k]))
          {
            soleus_evaluation_use (self, "medicine", soleus_row_get_text (soleus_record_get_values (medicine), "name"), medicine);
            truth = SOLEUS_TRUTH_YES;
            break;
          }
    }
  return truth;
}

static SoleusTruth
evaluate_cramps (SoleusEvaluation *self,
                 const SoleusCondition *condition)
{
  int n_recorded, n_nights;
  int n_cramps = soleus_facts_count_cramps (self->facts, self->facts->night, condition->days, &n_recorded, &n_nights);
  g_autofree char *fact = NULL;

  if ((condition->kind == SOLEUS_CONDITION_CRAMPS ? n_cramps : n_nights) < condition->least)
    return SOLEUS_TRUTH_NO;
  if (condition->kind == SOLEUS_CONDITION_CRAMPS)
    fact = g_strdup_printf ("cramps_in_%d_days", condition->days);
  else
    fact = g_strdup_printf ("nights_with_cramps_in_%d_days", condition->days);
  soleus_evaluation_use_count (self, fact, condition->kind == SOLEUS_CONDITION_CRAMPS ? n_cramps : n_nights);
  g_free (fact);
  fact = g_strdup_printf ("nights_recorded_in_%d_days", condition->days);
  soleus_evaluation_use_count (self, fact, n_recorded);
  return SOLEUS_TRUTH_YES;
}

/* In the days after a sudden pain, the same window grows as it does for the signs. */
static gboolean
is_episode_in_window (const SoleusEvaluation *self,
                      const SoleusCondition *condition,
                      SoleusRecord *episode)
{
  gint64 hours = condition->hours;
  SoleusTime start;

  if (condition->days >= 0)
    return soleus_record_get_night (episode) > self->facts->night - condition->days;
  if (self->window == SOLEUS_WINDOW_RECENT)
    hours = soleus_evaluation_number (self, SOLEUS_RULE_RECENT_DAYS) * 24;
  if (soleus_row_get_time (soleus_record_get_values (episode), "start", &start))
    return self->facts->now.utc - start.utc <= hours * HOUR_SECONDS;
  return soleus_record_get_night (episode) >= self->facts->night - hours / 24;
}

/* What one field of an episode says to what is asked of it. */
static SoleusTruth
compare_word (const SoleusRow *row,
              const char *field,
              char **words)
{
  const char *word = soleus_row_get_text (row, field);

  if (words == NULL)
    return SOLEUS_TRUTH_YES;
  if (word == NULL)
    return SOLEUS_TRUTH_UNKNOWN;
  return g_strv_contains ((const char *const *) words, word) ? SOLEUS_TRUTH_YES : SOLEUS_TRUTH_NO;
}

static SoleusTruth
compare_sites (const SoleusRow *row,
               char **muscles)
{
  if (muscles == NULL)
    return SOLEUS_TRUTH_YES;
  for (guint i = 0; muscles[i] != NULL; i++)
    if (soleus_episode_has_site (row, muscles[i], NULL))
      return SOLEUS_TRUTH_YES;
  return soleus_row_get_n_rows (row, "sites") > 0 ? SOLEUS_TRUTH_NO : SOLEUS_TRUTH_UNKNOWN;
}

static SoleusTruth
compare_number (const SoleusRow *row,
                const char *field,
                gint64 least,
                gint64 most)
{
  gint64 number = soleus_row_get_number (row, field, -1);

  if (number < 0)
    return SOLEUS_TRUTH_UNKNOWN;
  return number >= least && number <= most ? SOLEUS_TRUTH_YES : SOLEUS_TRUTH_NO;
}

static SoleusTruth
from_answer (SoleusAnswer answer)
{
  return answer == SOLEUS_YES ? SOLEUS_TRUTH_YES : answer == SOLEUS_NO ? SOLEUS_TRUTH_NO
                                                                       : SOLEUS_TRUTH_UNKNOWN;
}

static SoleusTruth
match_episode (const SoleusCondition *condition,
               const SoleusRow *row,
               const char **fact)
{
  const struct
  {
    gboolean asked;
    const char *field;
    SoleusTruth truth;
  } asked[] = {
    { condition->pain >= 0, "pain", compare_number (row, "pain", condition->pain, G_MAXINT64) },
    { condition->eases >= 0, "eases_on_stopping_minutes", compare_number (row, "eases_on_stopping_minutes", 0, condition->eases) },
    { condition->impacts != NULL, "impact", compare_word (row, "impact", condition->impacts) },
    { condition->falls != NULL, "fell", compare_word (row, "fell", condition->falls) },
    { condition->muscles != NULL, "sites", compare_sites (row, condition->muscles) },
    { condition->injury, "injury", from_answer (soleus_row_get_answer (row, "injury")) },
  };
  SoleusTruth truth = SOLEUS_TRUTH_YES;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (asked[i].asked && asked[i].truth <= truth)
      {
        truth = asked[i].truth;
        *fact = asked[i].field;
      }
  return truth;
}

static char *
dup_field (const SoleusRow *row,
           const char *field)
{
  if (g_str_equal (field, "pain") || g_str_equal (field, "eases_on_stopping_minutes"))
    return g_strdup_printf ("%" G_GINT64_FORMAT, soleus_row_get_number (row, field, 0));
  if (g_str_equal (field, "sites"))
    return g_strdup (soleus_row_get_text (soleus_row_get_row (row, "sites", 0), "muscle"));
  return g_strdup (g_str_equal (field, "injury") ? "yes" : soleus_row_get_text (row, field));
}

/* Whether enough matched, or could have if all were answered. */
static SoleusTruth
judge_count (SoleusEvaluation *self,
             gint64 least,
             gint64 n_yes,
             gint64 n_unknown,
             const char *unknown)
{
  if (n_yes >= least)
    return SOLEUS_TRUTH_YES;
  if (n_yes + n_unknown < least)
    return SOLEUS_TRUTH_NO;
  soleus_evaluation_miss (self, unknown);
  return SOLEUS_TRUTH_UNKNOWN;
}

static SoleusTruth
evaluate_episodes (SoleusEvaluation *self,
                   const SoleusCondition *condition)
{
  GPtrArray *episodes = soleus_facts_get_records (self->facts, SOLEUS_KIND_EPISODE);
  const char *unknown = NULL;
  gint64 n_yes = 0, n_unknown = 0;

  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);
      const SoleusRow *row = soleus_record_get_values (episode);
      const char *fact = NULL;
      g_autofree char *value = NULL;

      if (!is_episode_in_window (self, condition, episode))
        continue;
      switch (match_episode (condition, row, &fact))
        {
        case SOLEUS_TRUTH_YES:
          n_yes++;
          value = dup_field (row, fact);
          soleus_evaluation_use (self, fact, value, episode);
          break;
        case SOLEUS_TRUTH_UNKNOWN:
          n_unknown++;
          unknown = fact;
          break;
        case SOLEUS_TRUTH_NO:
        default:
          break;
        }
    }
  return judge_count (self, condition->least, n_yes, n_unknown, unknown);
}

/* How often a night was broken by cramps: as said in the morning, or as the cramps of that night say. */
static int
count_wakings (const SoleusEvaluation *self,
               SoleusDate night,
               const SoleusRow *morning)
{
  GPtrArray *episodes = soleus_facts_get_records (self->facts, SOLEUS_KIND_EPISODE);
  int said = morning != NULL ? (int) soleus_row_get_number (morning, "wakings_by_cramp", 0) : 0;
  int n = 0;

  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);

      if (soleus_record_get_night (episode) == night && soleus_row_get_answer (soleus_record_get_values (episode), "woke") == SOLEUS_YES)
        n++;
    }
  return MAX (said, n);
}

static SoleusTruth
match_morning (const SoleusCondition *condition,
               const SoleusRow *morning,
               int n_wakings,
               const char **fact)
{
  SoleusTruth enough, lost;

  if (condition->wakings >= 0)
    {
      *fact = "wakings_by_cramp";
      if (n_wakings >= condition->wakings)
        return SOLEUS_TRUTH_YES;
      return morning == NULL || !soleus_row_has (morning, "wakings_by_cramp") ? SOLEUS_TRUTH_UNKNOWN : SOLEUS_TRUTH_NO;
    }
  *fact = condition->worry ? "sleep_worry" : "enough_sleep";
  if (morning == NULL)
    return SOLEUS_TRUTH_UNKNOWN;
  /* Worry that cost sleep: a morning with enough sleep speaks against it. */
  if (condition->worry)
    return soleus_row_get_answer (morning, "enough_sleep") == SOLEUS_YES ? SOLEUS_TRUTH_NO : from_answer (soleus_row_get_answer (morning, "sleep_worry"));
  enough = from_answer (soleus_row_get_answer (morning, "enough_sleep"));
  lost = from_answer (soleus_row_get_answer (morning, "sleep_lost_to_cramps"));
  if (lost < enough)
    *fact = "sleep_lost_to_cramps";
  return MIN (lost, (SoleusTruth) (SOLEUS_TRUTH_YES - enough));
}

static SoleusTruth
evaluate_nights (SoleusEvaluation *self,
                 const SoleusCondition *condition)
{
  GPtrArray *mornings = soleus_facts_get_records (self->facts, SOLEUS_KIND_NIGHT);
  const char *unknown = NULL;
  gint64 n_yes = 0, n_unknown = 0;

  for (SoleusDate night = self->facts->night; night > self->facts->night - condition->days; night--)
    {
      SoleusRecord *morning = NULL;
      const SoleusRow *row;
      const char *fact = NULL;
      g_autofree char *value = NULL;
      int n_wakings;

      for (guint i = 0; morning == NULL && i < mornings->len; i++)
        if (soleus_record_get_night (g_ptr_array_index (mornings, i)) == night)
          morning = g_ptr_array_index (mornings, i);
      row = morning != NULL ? soleus_record_get_values (morning) : NULL;
      n_wakings = count_wakings (self, night, row);
      switch (match_morning (condition, row, n_wakings, &fact))
        {
        case SOLEUS_TRUTH_YES:
          n_yes++;
          if (condition->wakings >= 0)
            value = g_strdup_printf ("%d", n_wakings);
          else
            value = g_strdup (condition->worry ? "yes" : "no");
          soleus_evaluation_use (self, fact, value, morning);
          break;
        case SOLEUS_TRUTH_UNKNOWN:
          n_unknown++;
          unknown = fact;
          break;
        case SOLEUS_TRUTH_NO:
        default:
          break;
        }
    }
  return judge_count (self, condition->least, n_yes, n_unknown, unknown);
}

static SoleusTruth
evaluate_rule (SoleusEvaluation *self,
               const SoleusCondition *condition)
{
  const SoleusRule *rule = soleus_rules_find (self->rules, condition->rule);
  SoleusTruth truth = SOLEUS_TRUTH_NO;

  for (guint i = 0; i < rule->cases->len; i++)
    {
      const SoleusRuleCase *rule_case = g_ptr_array_index (rule->cases, i);

      truth = MAX (truth, soleus_evaluation_run (self, rule_case->when));
    }
  return truth;
}

static SoleusTruth
evaluate_parts (SoleusEvaluation *self,
                const SoleusCondition *condition)
{
  SoleusTruth least = SOLEUS_TRUTH_YES, most = SOLEUS_TRUTH_NO;

  for (guint i = 0; i < condition->parts->len; i++)
    {
      SoleusTruth truth = soleus_evaluation_run (self, g_ptr_array_index (condition->parts, i));

      least = MIN (least, truth);
      most = MAX (most, truth);
    }
  if (condition->kind == SOLEUS_CONDITION_ALL)
    return least;
  if (condition->kind == SOLEUS_CONDITION_UNLESS)
    return most == SOLEUS_TRUTH_YES ? SOLEUS_TRUTH_NO : SOLEUS_TRUTH_YES;
  return most;
}

static SoleusTruth
evaluate (SoleusEvaluation *self,
          const SoleusCondition *condition)
{
  switch (condition->kind)
    {
    case SOLEUS_CONDITION_ALL:
    case SOLEUS_CONDITION_ANY:
    case SOLEUS_CONDITION_UNLESS:
      return evaluate_parts (self, condition);
    case SOLEUS_CONDITION_SIGN:
      return condition->is_no ? evaluate_no (self, condition) : evaluate_answer (self, condition);
    case SOLEUS_CONDITION_SWELLING:
    case SOLEUS_CONDITION_TEMPERATURE:
      return evaluate_answer (self, condition);
    case SOLEUS_CONDITION_NUMBER:
      return evaluate_number (self, condition);
    case SOLEUS_CONDITION_HEALTH:
      return evaluate_health (self, condition);
    case SOLEUS_CONDITION_PROFILE:
      return evaluate_profile (self, condition);
    case SOLEUS_CONDITION_MEDICINE:
      return evaluate_medicine (self, condition);
    case SOLEUS_CONDITION_CRAMPS:
    case SOLEUS_CONDITION_CRAMP_NIGHTS:
      return evaluate_cramps (self, condition);
    case SOLEUS_CONDITION_EPISODES:
      return evaluate_episodes (self, condition);
    case SOLEUS_CONDITION_NIGHTS:
      return evaluate_nights (self, condition);
    case SOLEUS_CONDITION_RULE:
      return evaluate_rule (self, condition);
    case SOLEUS_CONDITION_SPECIAL:
    default:
      return soleus_evaluation_special (self, (SoleusSpecial) condition->word);
    }
}

/* Facts are kept only of what holds, and missing answers only of what is not known. */
SoleusTruth
soleus_evaluation_run (SoleusEvaluation *self,
                       const SoleusCondition *condition)
{
  guint n_used = self->used->len;
  guint n_missing = self->missing->len;
  SoleusTruth truth = evaluate (self, condition);

  if (truth != SOLEUS_TRUTH_YES)
    g_ptr_array_set_size (self->used, (int) n_used);
  if (truth != SOLEUS_TRUTH_UNKNOWN)
    g_ptr_array_set_size (self->missing, (int) n_missing);
  return truth;
}
