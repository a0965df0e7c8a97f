/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A routine is laid out as a row of phases beforehand; the player is a place in that row. What was held is counted as it is held, so
 * that what was skipped is never counted. */
#include "app/soleus-player.h"

#include <math.h>

#define READY_SECONDS 5
#define NEXT_SECONDS 8
#define CHANGE_SECONDS 8

/* One slow move of a pumping foot. */
#define MOVE_SECONDS 4

/* Within so many seconds of a hold, Back goes to the one before. */
#define BACK_SECONDS 2

/* No routine is longer; a hand-made plan of 100 steps of 100 holds stops here. */
#define MOST_PHASES 20000

#define SIDES 2

static const char *const side_names[SIDES] = { "left", "right" };

typedef struct
{
  SoleusPlayPhase phase;
  guint step;
  guint repeat;
  int side; /* -1 where sides do not matter */
  double seconds;
} Phase;

typedef struct
{
  double seconds;
  guint repeats;
} Held;

struct _SoleusPlayer
{
  GObject parent_instance;

  GPtrArray *steps;
  GArray *phases;
  Held *held; /* for each step, for each side */
  guint at;
  double into;   /* seconds into the phase */
  double played; /* seconds in all, without pauses */
  gboolean paused;
};

G_DEFINE_FINAL_TYPE (SoleusPlayer, soleus_player, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * soleus_play_step_new:
 * @card: the stretch, by its id
 * @seconds: how long each hold lasts
 * @repeats: how often
 * @rest: seconds between two holds
 * @sides: whether each leg takes its turn
 *
 * Returns: (transfer full): a step
 */
SoleusPlayStep *
soleus_play_step_new (const char *card,
                      guint       seconds,
                      guint       repeats,
                      guint       rest,
                      gboolean    sides)
{
  SoleusPlayStep *self = g_new0 (SoleusPlayStep, 1);

  self->card = g_strdup (card);
  self->seconds = MAX (seconds, 1);
  self->repeats = MAX (repeats, 1);
  self->rest = rest;
  self->sides = sides;
  return self;
}

/**
 * soleus_play_step_for_guide:
 * @guide: a guide that can be played
 *
 * Returns: (transfer full): it, with the times of the guide
 */
SoleusPlayStep *
soleus_play_step_for_guide (const SoleusGuide *guide)
{
  const SoleusHold *hold = &guide->hold;
  guint seconds = hold->seconds > 0 ? hold->seconds : hold->moves > 0 ? hold->moves * MOVE_SECONDS : hold->minutes[0] * 60;

  return soleus_play_step_new (guide->id, seconds, hold->repeats, hold->rest, hold->sides);
}

/**
 * soleus_play_step_free:
 * @self: (nullable) (transfer full): a step
 */
void
soleus_play_step_free (SoleusPlayStep *self)
{
  if (self == NULL)
    return;
  g_free (self->card);
  g_free (self);
}

static void
add_phase (GArray         *phases,
           SoleusPlayPhase phase,
           guint           step,
           guint           repeat,
           int             side,
           guint           seconds)
{
  Phase one = { phase, step, repeat, side, seconds };

  if (phases->len < MOST_PHASES || phase == SOLEUS_PLAY_DONE)
    g_array_append_val (phases, one);
}

static void
add_step (GArray               *phases,
          const SoleusPlayStep *step,
          guint                 index)
{
  for (int side = step->sides ? 0 : -1; side < (step->sides ? SIDES : 0); side++)
    for (guint repeat = 0; repeat < step->repeats; repeat++)
      {
        if (repeat > 0 && step->rest > 0)
          add_phase (phases, SOLEUS_PLAY_REST, index, repeat, side, step->rest);
        else if (repeat == 0 && side > 0)
          add_phase (phases, SOLEUS_PLAY_CHANGE, index, repeat, side, CHANGE_SECONDS);
        else if (repeat == 0)
          add_phase (phases, SOLEUS_PLAY_READY, index, repeat, side, index == 0 ? READY_SECONDS : NEXT_SECONDS);
        add_phase (phases, SOLEUS_PLAY_HOLD, index, repeat, side, step->seconds);
      }
}

static GArray *
lay_out (GPtrArray *steps)
{
  GArray *phases = g_array_new (FALSE, FALSE, sizeof (Phase));

  for (guint i = 0; i < steps->len; i++)
    add_step (phases, g_ptr_array_index (steps, i), i);
  add_phase (phases, SOLEUS_PLAY_DONE, steps->len > 0 ? steps->len - 1 : 0, 0, -1, 0);
  return phases;
}

/**
 * soleus_play_steps_get_seconds:
 * @steps: (element-type SoleusPlayStep): a routine
 *
 * Returns: how long it takes in all
 */
guint
soleus_play_steps_get_seconds (GPtrArray *steps)
{
  g_autoptr (GArray) phases = lay_out (steps);
  double seconds = 0;

  for (guint i = 0; i < phases->len; i++)
    seconds += g_array_index (phases, Phase, i).seconds;
  return (guint) seconds;
}

static const Phase *
get_phase (SoleusPlayer *self)
{
  return &g_array_index (self->phases, Phase, self->at);
}

static void
soleus_player_finalize (GObject *object)
{
  SoleusPlayer *self = SOLEUS_PLAYER (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->phases, g_array_unref);
  g_clear_pointer (&self->held, g_free);

  G_OBJECT_CLASS (soleus_player_parent_class)->finalize (object);
}

static void
soleus_player_class_init (SoleusPlayerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_player_finalize;

  /**
   * SoleusPlayer::changed:
   * @self: the player
   *
   * Another phase has begun, or it was paused or goes on.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_player_init (SoleusPlayer *self)
{
}

/**
 * soleus_player_new:
 * @steps: (element-type SoleusPlayStep): a routine
 *
 * Returns: (transfer full): a player at its start
 */
SoleusPlayer *
soleus_player_new (GPtrArray *steps)
{
  SoleusPlayer *self = g_object_new (SOLEUS_TYPE_PLAYER, NULL);

  self->steps = g_ptr_array_ref (steps);
  self->phases = lay_out (steps);
  self->held = g_new0 (Held, (gsize) steps->len * SIDES + 1);
  return self;
}

static void
go_to (SoleusPlayer *self,
       guint         at)
{
  self->at = MIN (at, self->phases->len - 1);
  self->into = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static Held *
get_held (SoleusPlayer *self,
          guint         step,
          int           side)
{
  return &self->held[step * SIDES + (guint) MAX (side, 0)];
}

/**
 * soleus_player_advance:
 * @self: a player
 * @seconds: how much time has gone by; negative or absurd times count as none
 */
void
soleus_player_advance (SoleusPlayer *self,
                       double        seconds)
{
  g_return_if_fail (SOLEUS_IS_PLAYER (self));

  if (self->paused || !isfinite (seconds))
    return;
  while (seconds > 0 && get_phase (self)->phase != SOLEUS_PLAY_DONE)
    {
      const Phase *phase = get_phase (self);
      double step = MIN (seconds, phase->seconds - self->into);

      self->into += step;
      self->played += step;
      seconds -= step;
      if (phase->phase == SOLEUS_PLAY_HOLD)
        get_held (self, phase->step, phase->side)->seconds += step;
      if (self->into >= phase->seconds)
        {
          if (phase->phase == SOLEUS_PLAY_HOLD)
            get_held (self, phase->step, phase->side)->repeats++;
          go_to (self, self->at + 1);
        }
    }
}

/**
 * soleus_player_set_paused:
 * @self: a player
 * @paused: whether it stands still
 */
void
soleus_player_set_paused (SoleusPlayer *self,
                          gboolean      paused)
{
  g_return_if_fail (SOLEUS_IS_PLAYER (self));

  if (self->paused == paused || get_phase (self)->phase == SOLEUS_PLAY_DONE)
    return;
  self->paused = paused;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * soleus_player_get_paused:
 * @self: a player
 *
 * Returns: whether it stands still
 */
gboolean
soleus_player_get_paused (SoleusPlayer *self)
{
  return self->paused;
}

/**
 * soleus_player_skip:
 * @self: a player
 *
 * Goes on to the next phase; what is skipped is not counted.
 */
void
soleus_player_skip (SoleusPlayer *self)
{
  g_return_if_fail (SOLEUS_IS_PLAYER (self));

  if (get_phase (self)->phase != SOLEUS_PLAY_DONE)
    go_to (self, self->at + 1);
}

/**
 * soleus_player_back:
 * @self: a player
 *
 * Goes back to the start of the present hold, or to the one before.
 */
void
soleus_player_back (SoleusPlayer *self)
{
  guint at;

  g_return_if_fail (SOLEUS_IS_PLAYER (self));

  at = self->at;
  if (get_phase (self)->phase != SOLEUS_PLAY_HOLD || self->into < BACK_SECONDS)
    {
      while (at > 0 && g_array_index (self->phases, Phase, at - 1).phase != SOLEUS_PLAY_HOLD)
        at--;
      at = at > 0 ? at - 1 : 0;
    }
  go_to (self, at);
}

/**
 * soleus_player_get_phase:
 * @self: a player
 *
 * Returns: what is to be done now
 */
SoleusPlayPhase
soleus_player_get_phase (SoleusPlayer *self)
{
  return get_phase (self)->phase;
}

/**
 * soleus_player_get_step:
 * @self: a player
 *
 * Returns: (transfer none) (nullable): the present stretch; %NULL for a routine without one
 */
const SoleusPlayStep *
soleus_player_get_step (SoleusPlayer *self)
{
  return self->steps->len > 0 ? g_ptr_array_index (self->steps, get_phase (self)->step) : NULL;
}

/**
 * soleus_player_get_index:
 * @self: a player
 *
 * Returns: the number of the present stretch, from 0
 */
guint
soleus_player_get_index (SoleusPlayer *self)
{
  return get_phase (self)->step;
}

/**
 * soleus_player_get_n_steps:
 * @self: a player
 *
 * Returns: how many stretches there are
 */
guint
soleus_player_get_n_steps (SoleusPlayer *self)
{
  return self->steps->len;
}

/**
 * soleus_player_get_side:
 * @self: a player
 *
 * Returns: (transfer none) (nullable): "left" or "right", in a change the leg that comes, or %NULL where sides do not matter
 */
const char *
soleus_player_get_side (SoleusPlayer *self)
{
  return get_phase (self)->side >= 0 ? side_names[get_phase (self)->side] : NULL;
}

/**
 * soleus_player_get_repeat:
 * @self: a player
 *
 * Returns: the number of the present hold on this side, from 0; in a rest that of the one that comes
 */
guint
soleus_player_get_repeat (SoleusPlayer *self)
{
  return get_phase (self)->repeat;
}

/**
 * soleus_player_get_remaining:
 * @self: a player
 *
 * Returns: seconds until the next phase
 */
double
soleus_player_get_remaining (SoleusPlayer *self)
{
  return MAX (get_phase (self)->seconds - self->into, 0);
}

/**
 * soleus_player_get_length:
 * @self: a player
 *
 * Returns: seconds that the present phase lasts in all
 */
double
soleus_player_get_length (SoleusPlayer *self)
{
  return get_phase (self)->seconds;
}

/**
 * soleus_player_get_played:
 * @self: a player
 *
 * Returns: seconds since the start, without pauses
 */
double
soleus_player_get_played (SoleusPlayer *self)
{
  return self->played;
}

/**
 * soleus_player_count_played:
 * @self: a player
 *
 * Returns: how many stretches were held at all
 */
guint
soleus_player_count_played (SoleusPlayer *self)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    if (get_held (self, i, 0)->seconds >= 1 || get_held (self, i, 1)->seconds >= 1)
      n++;
  return n;
}

/**
 * soleus_player_write:
 * @self: a player
 * @record: a stretch session
 *
 * Writes what was held so far into the record: the seconds and whole holds of each stretch and side.
 *
 * Returns: whether anything was held; a session in which nothing was is not kept
 */
gboolean
soleus_player_write (SoleusPlayer *self,
                     SoleusRecord *record)
{
  SoleusRow *row = soleus_record_get_values (record);
  gboolean any = FALSE;

  g_return_val_if_fail (SOLEUS_IS_PLAYER (self), FALSE);

  soleus_row_clear (row, "played");
  soleus_row_set_number (row, "seconds", (gint64) (self->played + 0.5));
  soleus_row_set_answer (row, "finished", get_phase (self)->phase == SOLEUS_PLAY_DONE ? SOLEUS_YES : SOLEUS_NO);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const SoleusPlayStep *step = g_ptr_array_index (self->steps, i);

      for (int side = 0; side < SIDES; side++)
        {
          const Held *held = get_held (self, i, side);
          SoleusRow *played;

          if (held->seconds < 1)
            continue;
          any = TRUE;
          played = soleus_row_add_row (row, "played");
          soleus_row_set_text (played, "card", step->card);
          if (step->sides)
            soleus_row_set_text (played, "side", side_names[side]);
          soleus_row_set_number (played, "seconds", (gint64) (held->seconds + 0.5));
          soleus_row_set_number (played, "repeats", held->repeats);
        }
    }
  return any;
}
