/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule that was answered leaves a record with its id, so that a rule that is new brings its card back at once, and so
 * does one that has risen to a higher level. Emergency and today are never muted. All numbers: section 8.5 and P2. */
#include "app/soleus-prompts.h"

#include "model/soleus-vocabulary.h"

#define MUTED_DAYS 14
#define MUTED_DAYS_SEVERAL_MEDICINES 90
#define ASK_AFTER_DAYS 28

/* What is shown again after more than that is not the same matter any more. */
#define SAME_DAYS 60

static SoleusDate
get_date (SoleusRecord *prompt)
{
  SoleusTime at = { 0, 0 };

  soleus_record_get_when (prompt, &at);
  return soleus_time_get_date (at);
}

static gboolean
is_about (SoleusRecord *prompt,
          const char   *rule,
          SoleusTime    now)
{
  SoleusTime at = { 0, 0 };

  soleus_record_get_when (prompt, &at);
  return at.utc <= now.utc && g_strcmp0 (soleus_row_get_text (soleus_record_get_values (prompt), "prompt"), rule) == 0;
}

/* The newest record about a rule, and where its four weeks began: with its last answer to the question whether somebody was
 * seen, else when it was first shown. What was shown before that lies too far back to be the same. */
static SoleusRecord *
find_last (GPtrArray  *prompts,
           const char *rule,
           SoleusTime  now,
           SoleusDate *since)
{
  SoleusRecord *last = NULL;

  *since = SOLEUS_DATE_NONE;
  for (guint i = 0; i < prompts->len; i++)
    {
      SoleusRecord *prompt = g_ptr_array_index (prompts, i);
      const char *answer = soleus_row_get_text (soleus_record_get_values (prompt), "answer");
      SoleusDate date = get_date (prompt);

      if (!is_about (prompt, rule, now))
        continue;
      if (last == NULL || date - get_date (last) > SAME_DAYS || g_strcmp0 (answer, "seen") == 0 || g_strcmp0 (answer, "not-yet") == 0 || g_strcmp0 (answer, "stopped") == 0)
        *since = date;
      last = prompt;
    }
  return last;
}

/* The person has said since that it is getting worse. */
static gboolean
is_worse (const SoleusFinding *finding,
          SoleusRecord        *prompt)
{
  SoleusTime at = { 0, 0 };

  soleus_record_get_when (prompt, &at);
  for (guint i = 0; i < finding->facts->len; i++)
    {
      const SoleusUsedFact *used = g_ptr_array_index (finding->facts, i);

      if (used->has_at && used->at.utc > at.utc && g_str_equal (used->fact, "weakness_worse"))
        return TRUE;
    }
  return FALSE;
}

static int
get_muted_days (const SoleusFinding *finding,
                SoleusRecord        *last)
{
  const char *answer = soleus_row_get_text (soleus_record_get_values (last), "answer");

  if (g_str_equal (finding->rule->id, "P2"))
    return MUTED_DAYS_SEVERAL_MEDICINES;
  return g_strcmp0 (answer, "booked") == 0 || g_strcmp0 (answer, "seen") == 0 ? ASK_AFTER_DAYS : MUTED_DAYS;
}

static SoleusPrompt
judge_rule (const SoleusFinding *finding,
            GPtrArray           *prompts,
            SoleusTime           now)
{
  SoleusDate today = soleus_time_get_date (now);
  SoleusDate since;
  SoleusRecord *last = find_last (prompts, finding->rule->id, now, &since);

  if (last == NULL)
    return SOLEUS_PROMPT_SHOWN;
  if ((int) finding->level > soleus_vocabulary_index (&soleus_levels, soleus_row_get_text (soleus_record_get_values (last), "level")) || is_worse (finding, last))
    return SOLEUS_PROMPT_SHOWN;
  if (today - get_date (last) < get_muted_days (finding, last))
    return SOLEUS_PROMPT_MUTED;
  if (finding->rule->id[0] == 'D' && today - get_date (last) <= SAME_DAYS && today - since >= ASK_AFTER_DAYS)
    return SOLEUS_PROMPT_SEEN_SOMEONE;
  return SOLEUS_PROMPT_SHOWN;
}

/**
 * soleus_prompts_judge:
 * @verdict: the verdict as of now
 * @level: a level that fired
 * @prompts: (element-type SoleusRecord): what was answered before, of the kind prompt, oldest first
 *
 * Decides whether the advice of a level is shown unasked: an appointment at most every 14 days, several medicines every 90
 * days, unless something is new or worse. A verdict that is asked for shows everything.
 *
 * Returns: what becomes of it
 */
SoleusPrompt
soleus_prompts_judge (const SoleusVerdict *verdict,
                      SoleusLevel          level,
                      GPtrArray           *prompts)
{
  SoleusPrompt result = SOLEUS_PROMPT_MUTED;
  gboolean shown = FALSE, seen = FALSE;

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);

      if (finding->level != level)
        continue;
      result = level >= SOLEUS_LEVEL_TODAY ? SOLEUS_PROMPT_SHOWN : judge_rule (finding, prompts, verdict->at);
      shown = shown || result == SOLEUS_PROMPT_SHOWN;
      seen = seen || result == SOLEUS_PROMPT_SEEN_SOMEONE;
    }
  /* What is new is said; the question can wait. */
  return shown ? SOLEUS_PROMPT_SHOWN : seen ? SOLEUS_PROMPT_SEEN_SOMEONE
                                            : SOLEUS_PROMPT_MUTED;
}

/**
 * soleus_prompts_answer:
 * @verdict: the verdict as of now
 * @level: the level whose card was answered
 * @answer: a word of #soleus_prompt_answers
 *
 * Returns: (transfer full) (element-type SoleusRecord): what to keep, a record for each rule of the card
 */
GPtrArray *
soleus_prompts_answer (const SoleusVerdict *verdict,
                       SoleusLevel          level,
                       const char          *answer)
{
  GPtrArray *prompts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < verdict->findings->len; i++)
    {
      const SoleusFinding *finding = g_ptr_array_index (verdict->findings, i);
      SoleusRecord *prompt;
      SoleusRow *row;

      if (finding->level != level)
        continue;
      prompt = soleus_record_new (SOLEUS_KIND_PROMPT);
      row = soleus_record_get_values (prompt);
      soleus_row_set_time (row, "at", verdict->at);
      soleus_row_set_text (row, "prompt", finding->rule->id);
      soleus_row_set_text (row, "level", soleus_levels.words[level]);
      soleus_row_set_text (row, "answer", answer);
      soleus_row_set_time (row, "answered", verdict->at);
      g_ptr_array_add (prompts, prompt);
    }
  return prompts;
}
