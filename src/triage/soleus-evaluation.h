/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a condition holds, in three values: yes, no, and not known. Part of the engine. */
#pragma once

#include "triage/soleus-facts-private.h"
#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

  /* In this order "any" is the greatest of its parts and "all" the least. */
  typedef enum
  {
    SOLEUS_TRUTH_NO,
    SOLEUS_TRUTH_UNKNOWN,
    SOLEUS_TRUTH_YES,
  } SoleusTruth;

  /* Which answers count. */
  typedef enum
  {
    SOLEUS_WINDOW_CURRENT, /* now, or in the last 24 hours */
    SOLEUS_WINDOW_RECENT,  /* now, or in the last 14 days and gone */
    SOLEUS_WINDOW_NEWEST,  /* the newest answer within 28 days */
  } SoleusWindow;

  typedef struct
  {
    const SoleusRules *rules;
    const SoleusFacts *facts;
    SoleusWindow window;
    GArray *answers;    /* SoleusAnswerGiven, newest first */
    GPtrArray *used;    /* SoleusUsedFact */
    GPtrArray *missing; /* static words */
  } SoleusEvaluation;

  void soleus_used_fact_free (gpointer data);
  void soleus_evaluation_init (SoleusEvaluation * self, const SoleusRules *rules, const SoleusFacts *facts);
  void soleus_evaluation_clear (SoleusEvaluation * self);
  SoleusTruth soleus_evaluation_run (SoleusEvaluation * self, const SoleusCondition *condition);
  void soleus_evaluation_use (SoleusEvaluation * self, const char *fact, const char *value, SoleusRecord *record);
  void soleus_evaluation_use_count (SoleusEvaluation * self, const char *fact, gint64 value);
  void soleus_evaluation_miss (SoleusEvaluation * self, const char *fact);
  gint64 soleus_evaluation_number (const SoleusEvaluation *self, SoleusRuleNumber number);
  SoleusTruth soleus_evaluation_special (SoleusEvaluation * self, SoleusSpecial special);

G_END_DECLS
