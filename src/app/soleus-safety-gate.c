/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer of the evening holds until noon and stands in the diary, so that every program knows it; a cramp after it asks
 * again. Basis: section 4.0 of the clinical notes (NHS on clots [A28, A53b], the rest our own choice). */
#include "app/soleus-safety-gate.h"

#include "app/soleus-risks.h"
#include "model/soleus-check.h"
#include "model/soleus-episode.h"

#define DAY_SECONDS 86400
#define OLD_AGE 65

static gboolean
says_yes (const SoleusRow *check,
          const char      *fact)
{
  for (guint i = 0; i < soleus_row_get_n_rows (check, "answers"); i++)
    {
      const SoleusRow *answer = soleus_row_get_row (check, "answers", i);

      if (g_str_equal (soleus_row_get_text (answer, "fact"), fact))
        return g_strcmp0 (soleus_row_get_text (answer, "value"), "yes") == 0;
    }
  return FALSE;
}

/* Hurt today: an injury, a bruise, or no weight on the leg. */
static gboolean
is_hurt (GPtrArray *checks,
         GPtrArray *episodes,
         SoleusTime now)
{
  static const char *const signs[] = { "recent_injury_or_cast", "cannot_bear_weight", "bruising", "calf_warm", "calf_tender" };

  for (guint i = 0; i < checks->len; i++)
    {
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (g_ptr_array_index (checks, i), &at);
      for (guint k = 0; now.utc - at.utc <= DAY_SECONDS && k < G_N_ELEMENTS (signs); k++)
        if (says_yes (soleus_record_get_values (g_ptr_array_index (checks, i)), signs[k]))
          return TRUE;
    }
  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusTime at = { 0, 0 };
      gboolean known = soleus_record_get_when (g_ptr_array_index (episodes, i), &at);

      if ((!known || now.utc - at.utc <= DAY_SECONDS) && soleus_row_get_answer (soleus_record_get_values (g_ptr_array_index (episodes, i)), "injury") == SOLEUS_YES)
        return TRUE;
    }
  return FALSE;
}

/* When the last cramp of these began, as far as is known. */
static gint64
get_last_cramp (GPtrArray *episodes,
                SoleusTime now)
{
  gint64 last = 0;

  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusTime at = { 0, 0 };

      if (soleus_record_get_when (g_ptr_array_index (episodes, i), &at) && at.utc <= now.utc)
        last = MAX (last, at.utc);
    }
  return last;
}

/**
 * soleus_safety_gate_judge:
 * @diary: a diary
 * @verdict: the verdict as of now
 * @now: the present moment
 *
 * Returns: whether stretches and remedies may be shown; what is not known is asked
 */
SoleusGate
soleus_safety_gate_judge (SoleusDiary         *diary,
                          const SoleusVerdict *verdict,
                          SoleusTime           now)
{
  SoleusDate night = soleus_time_get_night (now);
  g_autoptr (GPtrArray) checks = soleus_diary_list (diary, SOLEUS_KIND_CHECK, night - 1, night, NULL);
  g_autoptr (GPtrArray) episodes = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, night - 1, night, NULL);
  gint64 last;

  if (verdict->level >= SOLEUS_LEVEL_TODAY)
    return SOLEUS_GATE_WARN;
  if (checks == NULL || episodes == NULL)
    return SOLEUS_GATE_ASK;
  if (is_hurt (checks, episodes, now))
    return SOLEUS_GATE_REST;
  last = get_last_cramp (episodes, now);
  for (guint i = 0; i < checks->len; i++)
    {
      SoleusRecord *check = g_ptr_array_index (checks, i);
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (check, &at);
      if (soleus_record_get_night (check) == night && at.utc <= now.utc && at.utc >= last && soleus_check_denies_all_eight (soleus_record_get_values (check)))
        return SOLEUS_GATE_OPEN;
    }
  return SOLEUS_GATE_ASK;
}

static gboolean
fired (const SoleusVerdict *verdict,
       const char          *rule)
{
  for (guint i = 0; i < verdict->findings->len; i++)
    if (g_str_equal (((SoleusFinding *) g_ptr_array_index (verdict->findings, i))->rule->id, rule))
      return TRUE;
  return FALSE;
}

/**
 * soleus_safety_gate_find_limits:
 * @diary: a diary
 * @guidance: the guidance
 * @verdict: the verdict as of now
 * @now: the present moment
 *
 * Returns: what is left out for this person
 */
SoleusGateLimits
soleus_safety_gate_find_limits (SoleusDiary          *diary,
                                const SoleusGuidance *guidance,
                                const SoleusVerdict  *verdict,
                                SoleusTime            now)
{
  g_autoptr (SoleusRisks) risks = soleus_risks_new (diary, now);
  int minute = soleus_time_get_minute (now);
  gboolean at_night = minute >= SOLEUS_NIGHT_STARTS_AT || minute < SOLEUS_NIGHT_ENDS_AT;
  SoleusGateLimits limits = SOLEUS_GATE_NO_LIMITS;

  if (soleus_risks_has_flag (risks, "fall_risk") || (at_night && soleus_risks_is_older_than (risks, OLD_AGE)))
    limits |= SOLEUS_GATE_SITTING_FIRST;
  if (soleus_risks_has_flag (risks, "numb_feet") || soleus_risks_has_flag (risks, "poor_circulation") || soleus_risks_has_condition (risks, "neuropathy"))
    limits |= SOLEUS_GATE_NO_HEAT_OR_COLD;
  if (soleus_risks_is_pregnant (risks))
    limits |= SOLEUS_GATE_WARM_NOT_HOT | SOLEUS_GATE_SIDE_LYING;
  if (soleus_risks_has_condition (risks, "heart-failure"))
    limits |= SOLEUS_GATE_NO_LEGS_UP;
  if (soleus_risks_has_condition (risks, "peripheral-artery-disease") || fired (verdict, "D14"))
    limits |= SOLEUS_GATE_NO_RAISING | SOLEUS_GATE_NO_COMPRESSION;
  if (soleus_risks_takes (risks, guidance, "blood-thinner"))
    limits |= SOLEUS_GATE_NO_STRONG_MASSAGE;
  return limits;
}
