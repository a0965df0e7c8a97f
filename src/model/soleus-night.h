/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a night was, from what the person said of it and what was recorded in it. */
#pragma once

#include "base/soleus-time.h"

G_BEGIN_DECLS

/**
 * SoleusNightState:
 * @SOLEUS_NIGHT_NOT_RECORDED: nothing was said; never counted as a good night
 * @SOLEUS_NIGHT_NO_CRAMP: the person said that there was none
 * @SOLEUS_NIGHT_CRAMPS: a night-time episode exists, or the person said so
 * @SOLEUS_NIGHT_UNSURE: the person does not know
 */
typedef enum
{
  SOLEUS_NIGHT_NOT_RECORDED,
  SOLEUS_NIGHT_NO_CRAMP,
  SOLEUS_NIGHT_CRAMPS,
  SOLEUS_NIGHT_UNSURE,
} SoleusNightState;

/**
 * SoleusNight:
 * @date: the date of its morning
 * @said: what the person said, as a state; %SOLEUS_NIGHT_NOT_RECORDED for nothing
 * @count: how many cramps the person said, or -1
 * @night_time: its night-time episodes
 * @daytime: the other episodes of the same noon to noon
 */
typedef struct
{
  SoleusDate date;
  SoleusNightState said;
  int count;
  int night_time;
  int daytime;
} SoleusNight;

SoleusNightState soleus_night_get_state    (const SoleusNight *self);
int              soleus_night_get_n_cramps (const SoleusNight *self);
gboolean         soleus_night_is_recorded  (const SoleusNight *self);
SoleusNightState soleus_night_said_from_word (const char *word);

G_END_DECLS
