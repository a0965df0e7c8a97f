/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the engine alone sees of the rules: the numbers that it uses itself, and the signs of emergencies. */
#pragma once

#include "triage/soleus-condition.h"
#include "triage/soleus-rules.h"

G_BEGIN_DECLS

  /* Numbers that stand in the table of the data and are used by the engine itself. In the order of the names below. */
  typedef enum
  {
    SOLEUS_RULE_CURRENT_HOURS,
    SOLEUS_RULE_RECENT_DAYS,
    SOLEUS_RULE_WINDOW_DAYS,
    SOLEUS_RULE_SHORT_DAYS,
    SOLEUS_RULE_RISE_LEAST,
    SOLEUS_RULE_RISE_FACTOR,
    SOLEUS_RULE_NEW_MEDICINE_DAYS,
    SOLEUS_RULE_NEW_MEDICINE_LOOK_BACK_DAYS,
    SOLEUS_RULE_SEVERAL_MEDICINES,
    SOLEUS_RULE_TREATED_TIMES,
    SOLEUS_RULE_TREATED_APART_DAYS,
    SOLEUS_RULE_ROUTINE_DAYS,
    SOLEUS_RULE_LONG_CRAMP_SECONDS,
    SOLEUS_RULE_SORE_HOURS,
    SOLEUS_RULE_LATE_PREGNANCY_WEEKS,
    SOLEUS_RULE_AFTER_BIRTH_DAYS,
    SOLEUS_N_RULE_NUMBERS,
  } SoleusRuleNumber;

  static const char *const soleus_rule_number_names[SOLEUS_N_RULE_NUMBERS] = {
    "current_hours", "recent_days", "window_days", "short_days", "rise_least", "rise_factor", "new_medicine_days",
    "new_medicine_look_back_days", "several_medicines", "treated_times", "treated_apart_days", "routine_days",
    "long_cramp_seconds", "sore_hours", "late_pregnancy_weeks", "after_birth_days"
  };

  struct _SoleusRules
  {
    int version;
    GPtrArray *list;
    GHashTable *numbers;         /* name -> gint64 */
    GHashTable *emergency_facts; /* static words */
    gint64 fixed[SOLEUS_N_RULE_NUMBERS];
  };

G_END_DECLS
