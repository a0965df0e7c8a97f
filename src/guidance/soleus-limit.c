/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the content for what holds for a person, in the order of their bits. */
#include "guidance/soleus-limit.h"

static const char *const words[SOLEUS_N_LIMITS] = {
  "fall_risk", "numb_skin", "poor_circulation", "artery_disease", "walking_pain", "raynaud", "pregnant", "late_pregnancy",
  "heart_failure", "fluid_care", "potassium_care", "kidney_care", "blood_thinner", "varicose_veins", "back_problem",
};

/**
 * soleus_limit_find:
 * @word: a word of the content
 *
 * Returns: the limit, or %SOLEUS_LIMIT_NONE if there is no such word
 */
SoleusLimits
soleus_limit_find (const char *word)
{
  for (guint i = 0; i < SOLEUS_N_LIMITS; i++)
    if (g_str_equal (words[i], word))
      return (SoleusLimits) (1u << i);
  return SOLEUS_LIMIT_NONE;
}

/**
 * soleus_limit_get_word:
 * @limit: one limit
 *
 * Returns: (transfer none) (nullable): its word
 */
const char *
soleus_limit_get_word (SoleusLimits limit)
{
  for (guint i = 0; i < SOLEUS_N_LIMITS; i++)
    if ((guint) limit == 1u << i)
      return words[i];
  return NULL;
}
