/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays one stretch or a routine: get ready, hold, rest, change side, done. It knows no clock: whoever shows it says how much
 * time has gone by. */
#pragma once

#include <glib-object.h>

#include "guidance/soleus-guide.h"
#include "model/soleus-record.h"

G_BEGIN_DECLS

/**
 * SoleusPlayStep:
 * @card: the stretch, by its id
 * @seconds: how long each hold lasts
 * @repeats: how often
 * @rest: seconds between two holds
 * @sides: whether each leg takes its turn
 *
 * One stretch of a routine.
 */
typedef struct
{
  char *card;
  guint seconds;
  guint repeats;
  guint rest;
  gboolean sides;
} SoleusPlayStep;

/**
 * SoleusPlayPhase:
 * @SOLEUS_PLAY_READY: get ready
 * @SOLEUS_PLAY_HOLD: hold
 * @SOLEUS_PLAY_REST: ease off and rest
 * @SOLEUS_PLAY_CHANGE: change to the other leg
 * @SOLEUS_PLAY_DONE: it is over
 *
 * What is to be done now.
 */
typedef enum
{
  SOLEUS_PLAY_READY,
  SOLEUS_PLAY_HOLD,
  SOLEUS_PLAY_REST,
  SOLEUS_PLAY_CHANGE,
  SOLEUS_PLAY_DONE,
} SoleusPlayPhase;

SoleusPlayStep *soleus_play_step_new       (const char *card, guint seconds, guint repeats, guint rest, gboolean sides);
SoleusPlayStep *soleus_play_step_for_guide (const SoleusGuide *guide);
void            soleus_play_step_free      (SoleusPlayStep *self);
guint           soleus_play_steps_get_seconds (GPtrArray *steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusPlayStep, soleus_play_step_free)

#define SOLEUS_TYPE_PLAYER (soleus_player_get_type ())

G_DECLARE_FINAL_TYPE (SoleusPlayer, soleus_player, SOLEUS, PLAYER, GObject)

SoleusPlayer         *soleus_player_new           (GPtrArray *steps);
void                  soleus_player_advance       (SoleusPlayer *self, double seconds);
void                  soleus_player_set_paused    (SoleusPlayer *self, gboolean paused);
gboolean              soleus_player_get_paused    (SoleusPlayer *self);
void                  soleus_player_skip          (SoleusPlayer *self);
void                  soleus_player_back          (SoleusPlayer *self);

SoleusPlayPhase       soleus_player_get_phase     (SoleusPlayer *self);
const SoleusPlayStep *soleus_player_get_step      (SoleusPlayer *self);
guint                 soleus_player_get_index     (SoleusPlayer *self);
guint                 soleus_player_get_n_steps   (SoleusPlayer *self);
const char           *soleus_player_get_side      (SoleusPlayer *self);
guint                 soleus_player_get_repeat    (SoleusPlayer *self);
double                soleus_player_get_remaining (SoleusPlayer *self);
double                soleus_player_get_length    (SoleusPlayer *self);
double                soleus_player_get_played    (SoleusPlayer *self);
guint                 soleus_player_count_played  (SoleusPlayer *self);

gboolean              soleus_player_write         (SoleusPlayer *self, SoleusRecord *record);

G_END_DECLS
