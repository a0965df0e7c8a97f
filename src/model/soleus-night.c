/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of nights. The person's word is kept as it was said; the state is always worked out. */
#include "model/soleus-night.h"

/**
 * soleus_night_get_state:
 * @self: a night
 *
 * Returns: cramps if a night-time episode exists, else what was said
 */
SoleusNightState
soleus_night_get_state (const SoleusNight *self)
{
  return self->night_time > 0 ? SOLEUS_NIGHT_CRAMPS : self->said;
}

/**
 * soleus_night_get_n_cramps:
 * @self: a night
 *
 * "How many" is the night's own count: its cramps are the larger of that and its night-time episodes, plus the daytime
 * ones. A night said to have had cramps, with no number, had at least one.
 *
 * Returns: how many cramps there were
 */
int
soleus_night_get_n_cramps (const SoleusNight *self)
{
  int said = self->said == SOLEUS_NIGHT_CRAMPS ? MAX (self->count, 1) : 0;

  return MAX (said, self->night_time) + self->daytime;
}

/**
 * soleus_night_is_recorded:
 * @self: a night
 *
 * Returns: whether it counts among the recorded nights: no cramp or cramps
 */
gboolean
soleus_night_is_recorded (const SoleusNight *self)
{
  SoleusNightState state = soleus_night_get_state (self);

  return state == SOLEUS_NIGHT_NO_CRAMP || state == SOLEUS_NIGHT_CRAMPS;
}

/**
 * soleus_night_said_from_word:
 * @word: (nullable): a word of #soleus_sayings
 *
 * Returns: it as a state
 */
SoleusNightState
soleus_night_said_from_word (const char *word)
{
  if (word == NULL)
    return SOLEUS_NIGHT_NOT_RECORDED;
  if (g_str_equal (word, "none"))
    return SOLEUS_NIGHT_NO_CRAMP;
  return g_str_equal (word, "cramps") ? SOLEUS_NIGHT_CRAMPS : SOLEUS_NIGHT_UNSURE;
}
