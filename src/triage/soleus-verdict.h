/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules say of the facts: a level, every rule that fired with what it used, and what is still open. */
#pragma once

#include "triage/soleus-facts.h"
#include "triage/soleus-rules.h"

G_BEGIN_DECLS

  /**
   * SoleusLevel:
   * @SOLEUS_LEVEL_NONE: no rule fired, and all eight emergency questions were answered no (L0)
   * @SOLEUS_LEVEL_INCOMPLETE: no rule fired, but emergency questions are open
   * @SOLEUS_LEVEL_PHARMACIST: L1
   * @SOLEUS_LEVEL_APPOINTMENT: L2
   * @SOLEUS_LEVEL_TODAY: L3
   * @SOLEUS_LEVEL_EMERGENCY: L4
   *
   * How soon help is needed, in the order of #soleus_levels. Levels are those of section 2.1 of the clinical notes.
   */
  typedef enum
  {
    SOLEUS_LEVEL_NONE,
    SOLEUS_LEVEL_INCOMPLETE,
    SOLEUS_LEVEL_PHARMACIST,
    SOLEUS_LEVEL_APPOINTMENT,
    SOLEUS_LEVEL_TODAY,
    SOLEUS_LEVEL_EMERGENCY,
  } SoleusLevel;

  /**
   * SoleusUsedFact:
   * @fact: what was used, a word of #soleus_facts or of what rules can count, such as "cramps"
   * @value: its value in the words of the archive, such as "yes" or "9"
   * @at: (nullable): when it was recorded, %FALSE in @has_at if it has no time
   * @record: (nullable): the record that says it
   *
   * One fact that made a rule fire.
   */
  typedef struct
  {
    const char *fact; /* interned */
    char *value;
    gboolean has_at;
    SoleusTime at;
    char *record;
  } SoleusUsedFact;

  /**
   * SoleusFinding:
   * @rule: the rule that fired
   * @level: the level it fired at, which may be lower than its highest
   * @basis: on whose word: a word of #soleus_bases
   * @facts: (element-type SoleusUsedFact): what it used, without doubles
   */
  typedef struct
  {
    const SoleusRule *rule;
    SoleusLevel level;
    const char *basis;
    GPtrArray *facts;
  } SoleusFinding;

  /**
   * SoleusOutcome:
   * @SOLEUS_OUTCOME_NO: it did not fire
   * @SOLEUS_OUTCOME_UNKNOWN: it did not fire, but answers that are missing could make it fire
   * @SOLEUS_OUTCOME_FIRED: it fired
   */
  typedef enum
  {
    SOLEUS_OUTCOME_NO,
    SOLEUS_OUTCOME_UNKNOWN,
    SOLEUS_OUTCOME_FIRED,
  } SoleusOutcome;

  /**
   * SoleusExplanation:
   * @rule: a rule
   * @outcome: what became of it
   * @missing: (element-type utf8): the facts whose answers are missing, interned
   */
  typedef struct
  {
    const SoleusRule *rule;
    SoleusOutcome outcome;
    GPtrArray *missing;
  } SoleusExplanation;

  /**
   * SoleusVerdict:
   * @level: the highest level that fired, else none or incomplete
   * @complete: whether one check of the last 24 hours, made after the last cramp, answers all eight emergency questions
   * @rules_version: the version of the rules
   * @at: the moment it is about
   * @findings: (element-type SoleusFinding): every rule that fired, highest level first, then in the order of the rules
   * @open_questions: (element-type utf8): the emergency questions that are open, interned ids of #soleus_facts
   * @explanations: (element-type SoleusExplanation): one for each rule, in their order
   */
  typedef struct
  {
    SoleusLevel level;
    gboolean complete;
    int rules_version;
    SoleusTime at;
    GPtrArray *findings;
    GPtrArray *open_questions;
    GPtrArray *explanations;

    /*< private >*/
    GPtrArray *old_rules; /* of findings whose rule is no more */
  } SoleusVerdict;

  SoleusVerdict *soleus_verdict_new (const SoleusRules *rules, const SoleusFacts *facts);
  void soleus_verdict_free (SoleusVerdict * self);

  G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusVerdict, soleus_verdict_free)

G_END_DECLS
