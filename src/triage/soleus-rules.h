/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules as data: what each looks for, at which level, on whose word. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOLEUS_RULES_ERROR (soleus_rules_error_quark ())

  /**
   * SoleusRulesError:
   * @SOLEUS_RULES_ERROR_INVALID: the data says something that the engine does not know
   */
  typedef enum
  {
    SOLEUS_RULES_ERROR_INVALID,
  } SoleusRulesError;

  GQuark soleus_rules_error_quark (void);

  typedef struct _SoleusRules SoleusRules;
  typedef struct _SoleusCondition SoleusCondition;

  /**
   * SoleusRuleCase:
   * @level: a #SoleusLevel
   * @basis: a word of #soleus_bases: "source", "guidance" or "design"
   * @when: the condition
   *
   * A rule may look for more than one thing; the case with the highest level that holds counts.
   */
  typedef struct
  {
    int level;
    const char *basis;
    SoleusCondition *when;
  } SoleusRuleCase;

  /**
   * SoleusRule:
   * @id: its id in the clinical notes, such as "E3"
   * @text: id of the text that says to the person what it is about
   * @sources: (array zero-terminated=1): ids of sources
   * @cases: (element-type SoleusRuleCase): highest level first
   */
  typedef struct
  {
    const char *id;
    const char *text;
    char **sources;
    GPtrArray *cases;
  } SoleusRule;

  SoleusRules *soleus_rules_new (GBytes * json, GError * *error);
  SoleusRules *soleus_rules_load (GError * *error);
  void soleus_rules_free (SoleusRules * self);
  int soleus_rules_get_version (const SoleusRules *self);
  const GPtrArray *soleus_rules_get_list (const SoleusRules *self);
  gboolean soleus_rules_is_emergency_fact (const SoleusRules *self, const char *fact);
  const SoleusRule *soleus_rules_find (const SoleusRules *self, const char *id);

  G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRules, soleus_rules_free)

G_END_DECLS
