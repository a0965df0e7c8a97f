/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer of the evening holds until noon and stands in the diary, so that every program knows it; a cramp after it asks
 * again. Basis: section 4.0 of the clinical notes (NHS on clots [A28, A53b], the rest our own choice). */
#include "app/soleus-safety-gate.h"

#include "model/soleus-check.h"
#include "model/soleus-episode.h"

#define DAY_SECONDS 86400

/* What one screen asks for. A yes to the last two is kept as the fact that says most of it. */
static const SoleusGateSign signs[SOLEUS_N_GATE_SIGNS] = {
  { "chest_pain", "ask-chest_pain" },
  { "breathing_difficulty", "ask-breathing_difficulty" },
  { "swelling_side", "ask-swelling_side" },
  { "leg_redness", "gate-red" },
  { "fever", "ask-fever" },
  { "skin_color_change", "ask-skin_color_change" },
  { "leg_cool_vs_other", "ask-leg_cool_vs_other" },
  { "no_pulse", "ask-no_pulse" },
  { "calf_tender", "gate-calf" },
  { "recent_injury_or_cast", "gate-injury" },
};

/* What the last two ask for. */
static const char *const leg_facts[] = { "calf_warm", "calf_tender", "recent_injury_or_cast", "cannot_bear_weight" };

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

/* Gates 2 and 3: no one calf that is warm or tender, no injury. */
static gboolean
denies_leg_signs (const SoleusRow *check)
{
  for (guint k = 0; k < G_N_ELEMENTS (leg_facts); k++)
    {
      gboolean denied = FALSE;

      for (guint i = 0; i < soleus_row_get_n_rows (check, "answers"); i++)
        {
          const SoleusRow *row = soleus_row_get_row (check, "answers", i);

          denied = denied || (g_str_equal (soleus_row_get_text (row, "fact"), leg_facts[k]) && g_strcmp0 (soleus_row_get_text (row, "value"), "no") == 0);
        }
      if (!denied)
        return FALSE;
    }
  return TRUE;
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
 * soleus_safety_gate_was_denied:
 * @diary: a diary
 * @now: the present moment
 *
 * Returns: whether all signs were denied in one check of this night, after its last cramp began
 */
gboolean
soleus_safety_gate_was_denied (SoleusDiary *diary,
                               SoleusTime   now)
{
  SoleusDate night = soleus_time_get_night (now);
  g_autoptr (GPtrArray) checks = soleus_diary_list (diary, SOLEUS_KIND_CHECK, night - 1, night, NULL);
  g_autoptr (GPtrArray) episodes = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, night - 1, night, NULL);
  gint64 last;

  if (checks == NULL || episodes == NULL)
    return FALSE;
  last = get_last_cramp (episodes, now);
  for (guint i = 0; i < checks->len; i++)
    {
      SoleusRecord *check = g_ptr_array_index (checks, i);
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (check, &at);
      if (soleus_record_get_night (check) == night && at.utc <= now.utc && at.utc >= last && soleus_check_denies_all_eight (soleus_record_get_values (check)) &&
          denies_leg_signs (soleus_record_get_values (check)))
        return TRUE;
    }
  return FALSE;
}

/**
 * soleus_safety_gate_was_hurt:
 * @diary: a diary
 * @now: the present moment
 *
 * Returns: whether an injury, a bruise, a tender calf or no weight on the leg was told of the last day
 */
gboolean
soleus_safety_gate_was_hurt (SoleusDiary *diary,
                             SoleusTime   now)
{
  static const char *const hurts[] = { "recent_injury_or_cast", "cannot_bear_weight", "bruising", "calf_warm", "calf_tender" };
  SoleusDate night = soleus_time_get_night (now);
  g_autoptr (GPtrArray) checks = soleus_diary_list (diary, SOLEUS_KIND_CHECK, night - 1, night, NULL);
  g_autoptr (GPtrArray) episodes = soleus_diary_list (diary, SOLEUS_KIND_EPISODE, night - 1, night, NULL);

  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (g_ptr_array_index (checks, i), &at);
      for (guint k = 0; now.utc - at.utc <= DAY_SECONDS && k < G_N_ELEMENTS (hurts); k++)
        if (says_yes (soleus_record_get_values (g_ptr_array_index (checks, i)), hurts[k]))
          return TRUE;
    }
  for (guint i = 0; episodes != NULL && i < episodes->len; i++)
    {
      SoleusTime at = { 0, 0 };
      gboolean known = soleus_record_get_when (g_ptr_array_index (episodes, i), &at);

      if ((!known || now.utc - at.utc <= DAY_SECONDS) && soleus_row_get_answer (soleus_record_get_values (g_ptr_array_index (episodes, i)), "injury") == SOLEUS_YES)
        return TRUE;
    }
  return FALSE;
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
  if (verdict->level >= SOLEUS_LEVEL_TODAY)
    return SOLEUS_GATE_WARN;
  if (soleus_safety_gate_was_hurt (diary, now))
    return SOLEUS_GATE_REST;
  return soleus_safety_gate_was_denied (diary, now) ? SOLEUS_GATE_OPEN : SOLEUS_GATE_ASK;
}

/**
 * soleus_safety_gate_get_signs:
 *
 * Returns: (transfer none) (array fixed-size=10): the signs that one screen asks for: the eight emergency signs, one calf, and an
 *   injury today
 */
const SoleusGateSign *
soleus_safety_gate_get_signs (void)
{
  return signs;
}

static void
answer (SoleusRow  *check,
        const char *fact,
        const char *value)
{
  SoleusRow *row = soleus_row_add_row (check, "answers");

  soleus_row_set_text (row, "fact", fact);
  soleus_row_set_text (row, "value", value);
}

/**
 * soleus_safety_gate_make_check:
 * @now: the present moment
 * @signs: (nullable) (array zero-terminated=1): the facts of the signs that are there, or %NULL for none of them
 *
 * Makes the check that the one screen stands for. With a sign, what was not named stays unanswered: it is unknown, not no.
 *
 * Returns: (transfer full): a check that is not kept yet
 */
SoleusRecord *
soleus_safety_gate_make_check (SoleusTime         now,
                               const char *const *there)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_CHECK);
  SoleusRow *row = soleus_record_get_values (record);

  soleus_row_set_time (row, "at", now);
  soleus_row_set_answer (row, "finished", SOLEUS_YES);
  if (there == NULL)
    {
      soleus_check_answer_none_of_eight (row);
      for (guint i = 0; i < G_N_ELEMENTS (leg_facts); i++)
        answer (row, leg_facts[i], "no");
    }
  for (guint i = 0; there != NULL && there[i] != NULL; i++)
    answer (row, there[i], g_str_equal (there[i], "swelling_side") ? "both-unequal" : "yes");
  return record;
}
