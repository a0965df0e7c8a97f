/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed lists of words that records are made of. Archive, diary, rules and screens use exactly these; what a
 * person reads for a word is the window's business. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoleusVocabulary:
 * @name: what the list is called in messages
 * @words: (array zero-terminated=1): the words
 */
typedef struct
{
  const char *name;
  const char *const *words;
} SoleusVocabulary;

extern const SoleusVocabulary soleus_muscles;
extern const SoleusVocabulary soleus_sides;
extern const SoleusVocabulary soleus_precisions;
extern const SoleusVocabulary soleus_doings;
extern const SoleusVocabulary soleus_impacts;
extern const SoleusVocabulary soleus_falls;
extern const SoleusVocabulary soleus_actions;
extern const SoleusVocabulary soleus_helps;
extern const SoleusVocabulary soleus_sayings;
extern const SoleusVocabulary soleus_facts;
extern const SoleusVocabulary soleus_answers;
extern const SoleusVocabulary soleus_temperature_units;
extern const SoleusVocabulary soleus_volume_units;
extern const SoleusVocabulary soleus_drink_kinds;
extern const SoleusVocabulary soleus_meal_kinds;
extern const SoleusVocabulary soleus_patterns;
extern const SoleusVocabulary soleus_short_months;
extern const SoleusVocabulary soleus_dose_states;
extern const SoleusVocabulary soleus_habits;
extern const SoleusVocabulary soleus_routine_kinds;
extern const SoleusVocabulary soleus_favourite_kinds;
extern const SoleusVocabulary soleus_conditions;
extern const SoleusVocabulary soleus_smoking;
extern const SoleusVocabulary soleus_levels;
extern const SoleusVocabulary soleus_bases;
extern const SoleusVocabulary soleus_acknowledgements;
extern const SoleusVocabulary soleus_prompt_answers;
extern const SoleusVocabulary soleus_reminder_kinds;
extern const SoleusVocabulary soleus_notice_kinds;
extern const SoleusVocabulary soleus_wordings;
extern const SoleusVocabulary soleus_notice_states;

/**
 * SoleusFactType:
 * @SOLEUS_FACT_SIGN: yes, no or past
 * @SOLEUS_FACT_SWELLING: left, right, both-equal, both-unequal or none
 * @SOLEUS_FACT_TEMPERATURE: a number with its unit as typed
 * @SOLEUS_FACT_NUMBER: a whole number
 *
 * How a question of a warning check is answered.
 */
typedef enum
{
  SOLEUS_FACT_SIGN,
  SOLEUS_FACT_SWELLING,
  SOLEUS_FACT_TEMPERATURE,
  SOLEUS_FACT_NUMBER,
} SoleusFactType;

const char    *soleus_vocabulary_find     (const SoleusVocabulary *self, const char *word);
int            soleus_vocabulary_index    (const SoleusVocabulary *self, const char *word);
SoleusFactType soleus_fact_get_type       (const char *fact);
gboolean       soleus_fact_is_emergency   (const char *fact);
gboolean soleus_muscle_is_on_map (const char *muscle);

G_END_DECLS
