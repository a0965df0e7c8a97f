/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at every rule, whatever the others say, and takes the highest level. An emergency sign that is over, or partly so,
 * fires a level lower; see section 2.6a of the clinical notes. */
#include "triage/soleus-verdict.h"

#include "model/soleus-vocabulary.h"
#include "triage/soleus-evaluation.h"
#include "triage/soleus-verdict-private.h"

static void
finding_free (gpointer data)
{
  SoleusFinding *finding = data;

  g_ptr_array_unref (finding->facts);
  g_free (finding);
}

static void
explanation_free (gpointer data)
{
  SoleusExplanation *explanation = data;

  g_ptr_array_unref (explanation->missing);
  g_free (explanation);
}

/* A rule that was made for a verdict of older rules; its words are interned. */
static void
old_rule_free (gpointer data)
{
  SoleusRule *rule = data;

  g_strfreev (rule->sources);
  g_free (rule);
}

SoleusVerdict *
soleus_verdict_new_empty (void)
{
  SoleusVerdict *self = g_new0 (SoleusVerdict, 1);

  self->findings = g_ptr_array_new_with_free_func (finding_free);
  self->open_questions = g_ptr_array_new ();
  self->explanations = g_ptr_array_new_with_free_func (explanation_free);
  self->old_rules = g_ptr_array_new_with_free_func (old_rule_free);
  return self;
}

static SoleusTruth
try_case (SoleusEvaluation *evaluation,
          const SoleusRuleCase *rule_case,
          SoleusLevel *level)
{
  SoleusTruth current, recent;

  *level = (SoleusLevel) rule_case->level;
  if (rule_case->level < SOLEUS_LEVEL_EMERGENCY)
    {
      evaluation->window = SOLEUS_WINDOW_NEWEST;
      return soleus_evaluation_run (evaluation, rule_case->when);
    }
  evaluation->window = SOLEUS_WINDOW_CURRENT;
  current = soleus_evaluation_run (evaluation, rule_case->when);
  if (current == SOLEUS_TRUTH_YES)
    return current;
  evaluation->window = SOLEUS_WINDOW_RECENT;
  recent = soleus_evaluation_run (evaluation, rule_case->when);
  if (recent == SOLEUS_TRUTH_YES)
    {
      *level = SOLEUS_LEVEL_TODAY;
      return recent;
    }
  return MAX (current, recent);
}

static void
try_rule (SoleusVerdict *self,
          SoleusEvaluation *evaluation,
          const SoleusRule *rule)
{
  SoleusExplanation *explanation = g_new0 (SoleusExplanation, 1);
  SoleusFinding *finding = NULL;

  explanation->rule = rule;
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const SoleusRuleCase *rule_case = g_ptr_array_index (rule->cases, i);
      SoleusLevel level;
      SoleusTruth truth = try_case (evaluation, rule_case, &level);

      if (truth == SOLEUS_TRUTH_YES && (finding == NULL || level > finding->level))
        {
          if (finding == NULL)
            {
              finding = g_new0 (SoleusFinding, 1);
              g_ptr_array_add (self->findings, finding);
            }
          else
            g_ptr_array_unref (finding->facts);
          finding->rule = rule;
          finding->level = level;
          finding->basis = rule_case->basis;
          finding->facts = g_steal_pointer (&evaluation->used);
          evaluation->used = g_ptr_array_new_with_free_func (soleus_used_fact_free);
        }
      g_ptr_array_set_size (evaluation->used, 0);
      explanation->outcome = MAX (explanation->outcome, truth == SOLEUS_TRUTH_YES ? SOLEUS_OUTCOME_FIRED : truth == SOLEUS_TRUTH_UNKNOWN ? SOLEUS_OUTCOME_UNKNOWN
                                                                                                                                         : SOLEUS_OUTCOME_NO);
    }
  explanation->missing = g_steal_pointer (&evaluation->missing);
  evaluation->missing = g_ptr_array_new ();
  if (explanation->outcome == SOLEUS_OUTCOME_FIRED)
    g_ptr_array_set_size (explanation->missing, 0);
  g_ptr_array_add (self->explanations, explanation);
}

/* Highest level first; the order of the rules stays within a level. */
static void
sort_findings (GPtrArray *findings)
{
  for (guint i = 1; i < findings->len; i++)
    for (guint k = i; k > 0; k--)
      {
        SoleusFinding *upper = g_ptr_array_index (findings, k - 1);
        SoleusFinding *lower = g_ptr_array_index (findings, k);

        if (upper->level >= lower->level)
          break;
        findings->pdata[k - 1] = lower;
        findings->pdata[k] = upper;
      }
}

/* Which answer of one check a question has: the word "yes", "no", or none. */
static SoleusTruth
get_answer (const SoleusEvaluation *evaluation,
            SoleusRecord *check,
            const char *fact)
{
  for (guint i = 0; i < evaluation->answers->len; i++)
    {
      const SoleusAnswerGiven *given = &g_array_index (evaluation->answers, SoleusAnswerGiven, i);
      const char *value = soleus_row_get_text (given->row, "value");

      if (given->check != check || given->voided || !g_str_equal (given->fact, fact))
        continue;
      if (value == NULL || g_str_equal (value, "no") || g_str_equal (value, "none") || g_str_equal (value, "both-equal"))
        return SOLEUS_TRUTH_NO;
      return SOLEUS_TRUTH_YES;
    }
  return SOLEUS_TRUTH_UNKNOWN;
}

/* The questions that one check leaves open. Redness and rash are one question, which either answers with yes and only both
 * with no; so are the fever and its measure. */
static GPtrArray *
list_open (const SoleusEvaluation *evaluation,
           SoleusRecord *check)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; soleus_facts.words[i] != NULL && soleus_fact_is_emergency (soleus_facts.words[i]); i++)
    {
      const char *fact = soleus_facts.words[i];

      if (g_str_equal (fact, "temperature") || (check != NULL && get_answer (evaluation, check, fact) != SOLEUS_TRUTH_UNKNOWN))
        continue;
      if (check != NULL && g_str_equal (fact, "fever") && get_answer (evaluation, check, "temperature") != SOLEUS_TRUTH_UNKNOWN)
        continue;
      if (check != NULL && g_str_equal (fact, "leg_redness") && get_answer (evaluation, check, "leg_rash") == SOLEUS_TRUTH_YES)
        continue;
      if (check != NULL && g_str_equal (fact, "leg_rash") && get_answer (evaluation, check, "leg_redness") == SOLEUS_TRUTH_YES)
        continue;
      g_ptr_array_add (open, (gpointer) g_intern_string (fact));
    }
  return open;
}

/* Of the checks that count, the one that leaves the fewest questions open. */
static GPtrArray *
find_open_questions (const SoleusEvaluation *evaluation)
{
  const SoleusFacts *facts = evaluation->facts;
  GPtrArray *checks = soleus_facts_get_records (facts, SOLEUS_KIND_CHECK);
  g_autoptr (GPtrArray) open = list_open (evaluation, NULL);

  for (guint i = 0; i < checks->len; i++)
    {
      SoleusRecord *check = g_ptr_array_index (checks, i);
      g_autoptr (GPtrArray) left = NULL;
      SoleusTime at = { 0, 0 };

      soleus_record_get_when (check, &at);
      if (facts->now.utc - at.utc > soleus_evaluation_number (evaluation, SOLEUS_RULE_CURRENT_HOURS) * 3600 || !soleus_facts_check_follows_cramps (facts, check))
        continue;
      left = list_open (evaluation, check);
      if (left->len < open->len)
        {
          g_ptr_array_unref (open);
          open = g_steal_pointer (&left);
        }
    }
  return g_steal_pointer (&open);
}

/**
 * soleus_verdict_new:
 * @rules: the rules
 * @facts: what is known
 *
 * Judges the facts. It always has an answer, whatever the facts are; see section 2 of the clinical notes. With an emergency
 * question open it is never "none".
 *
 * Returns: (transfer full): the verdict; it borrows the rules, which must live as long
 */
SoleusVerdict *
soleus_verdict_new (const SoleusRules *rules,
                    const SoleusFacts *facts)
{
  SoleusVerdict *self = soleus_verdict_new_empty ();
  SoleusEvaluation evaluation;

  self->at = facts->now;
  self->rules_version = soleus_rules_get_version (rules);

  soleus_evaluation_init (&evaluation, rules, facts);
  for (guint i = 0; i < rules->list->len; i++)
    try_rule (self, &evaluation, g_ptr_array_index (rules->list, i));
  sort_findings (self->findings);
  g_ptr_array_unref (self->open_questions);
  self->open_questions = find_open_questions (&evaluation);
  self->complete = self->open_questions->len == 0;
  if (self->findings->len > 0)
    self->level = ((SoleusFinding *) g_ptr_array_index (self->findings, 0))->level;
  else
    self->level = self->complete ? SOLEUS_LEVEL_NONE : SOLEUS_LEVEL_INCOMPLETE;
  soleus_evaluation_clear (&evaluation);
  return self;
}

/**
 * soleus_verdict_free:
 * @self: (nullable) (transfer full): a verdict
 */
void
soleus_verdict_free (SoleusVerdict *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->open_questions);
  g_ptr_array_unref (self->explanations);
  g_ptr_array_unref (self->old_rules);
  g_free (self);
}
