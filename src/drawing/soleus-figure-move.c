/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies between two key frames: angles, anchors and pins are blended, then the pinned limbs are solved again. Pure
 * functions of the figure and the time. */
#include "drawing/soleus-figure-private.h"

#include <math.h>

#define N_NUMBERS (sizeof (SoleusFigurePose) / sizeof (double))

/* At the end of a move the figure breathes. */
#define BREATH_DEGREES 0.5
#define BREATH_SECONDS 4.0

static const SoleusFigurePin *
find_pin (const SoleusFigureFrame *frame,
          const SoleusFigurePin   *pin)
{
  for (guint i = 0; i < frame->n_pins; i++)
    if (frame->pins[i].side == pin->side && frame->pins[i].point == pin->point)
      return &frame->pins[i];
  return NULL;
}

/* The pins that hold at a moment: at a key frame its own, in between those that both frames have. */
static guint
blend_pins (const SoleusFigureFrame *from,
            const SoleusFigureFrame *to,
            double                   share,
            SoleusFigurePin         *pins)
{
  guint n = 0;

  if (share >= 1)
    from = to;
  for (guint i = 0; i < from->n_pins; i++)
    {
      const SoleusFigurePin *pin = &from->pins[i];
      const SoleusFigurePin *other = share <= 0 ? pin : find_pin (to, pin);

      if (other == NULL)
        continue;
      pins[n] = *pin;
      pins[n].at = soleus_figure_point_blend (pin->at, other->at, share);
      pins[n].turned = pin->turned && other->turned;
      pins[n].angle = pin->angle + (other->angle - pin->angle) * share;
      n++;
    }
  return n;
}

/* The slope at a frame of a loop: none where the number turns back, so that nothing swings past a key frame. */
static double
get_slope (double before,
           double here,
           double after,
           double time_before,
           double time_after)
{
  double one = (here - before) / time_before;
  double two = (after - here) / time_after;

  return one * two <= 0 ? 0 : 2 * one * two / (one + two);
}

static double
get_step (const SoleusFigure *self,
          guint               from)
{
  guint n = self->frames->len;
  guint start = from + 1 < n ? from : n - 2; /* a loop goes back as fast as it came */

  return soleus_figure_get_frame (self, start + 1)->seconds - soleus_figure_get_frame (self, start)->seconds;
}

static void
blend_poses (const SoleusFigure       *self,
             const SoleusFigureMoment *moment,
             SoleusFigurePose         *pose)
{
  guint n = self->frames->len;
  const double *from = (const double *) &soleus_figure_get_frame (self, moment->from)->pose;
  const double *to = (const double *) &soleus_figure_get_frame (self, moment->to)->pose;
  double *numbers = (double *) pose;

  if (!self->loop || n < 3)
    {
      for (gsize i = 0; i < N_NUMBERS; i++)
        numbers[i] = from[i] + (to[i] - from[i]) * moment->share;
      return;
    }

  /* A loop of many frames does not stop at each. */
  {
    guint before_from = (moment->from + n - 1) % n;
    const double *before = (const double *) &soleus_figure_get_frame (self, before_from)->pose;
    const double *after = (const double *) &soleus_figure_get_frame (self, (moment->to + 1) % n)->pose;
    double step = get_step (self, moment->from);
    double u = moment->linear;

    for (gsize i = 0; i < N_NUMBERS; i++)
      {
        double one = get_slope (before[i], from[i], to[i], get_step (self, before_from), step) * step;
        double two = get_slope (from[i], to[i], after[i], step, get_step (self, moment->to)) * step;

        numbers[i] = from[i] * (1 + 2 * u) * (1 - u) * (1 - u) + one * u * (1 - u) * (1 - u) +
                     to[i] * u * u * (3 - 2 * u) + two * u * u * (u - 1);
      }
  }
}

static void
set_moment (SoleusFigureMoment *moment,
            guint               from,
            guint               to,
            double              linear)
{
  *moment = (SoleusFigureMoment) { .from = from, .to = to, .linear = CLAMP (linear, 0, 1) };
  moment->share = moment->linear * moment->linear * (3 - 2 * moment->linear);
}

/* Negative, or not a number: the still frame. */
void
soleus_figure_moment_at (const SoleusFigure *self,
                         double              seconds,
                         SoleusFigureMoment *moment)
{
  guint n = self->frames->len;

  set_moment (moment, self->still, self->still, 0);
  if (!isfinite (seconds) || seconds < 0 || n == 1)
    return;

  if (self->loop)
    {
      double time = fmod (seconds, soleus_figure_get_seconds (self));
      guint i = 0;

      while (i + 1 < n && soleus_figure_get_frame (self, i + 1)->seconds <= time)
        i++;
      set_moment (moment, i, (i + 1) % n, (time - soleus_figure_get_frame (self, i)->seconds) / get_step (self, i));
      return;
    }

  for (guint i = 0; i + 1 < n; i++)
    if (seconds < soleus_figure_get_frame (self, i + 1)->seconds)
      {
        set_moment (moment, i, i + 1, (seconds - soleus_figure_get_frame (self, i)->seconds) / get_step (self, i));
        return;
      }

  set_moment (moment, n - 1, n - 1, 0);
  moment->breath = BREATH_DEGREES * sin (2 * G_PI * fmod (seconds - soleus_figure_get_seconds (self), BREATH_SECONDS) / BREATH_SECONDS);
}

/* Sets @pose and @skeleton for @moment; returns by how much the worst pin is missed. */
double
soleus_figure_solve (const SoleusFigures      *figures,
                     const SoleusFigure       *self,
                     const SoleusFigureMoment *moment,
                     SoleusFigurePose         *pose,
                     SoleusFigureSkeleton     *skeleton)
{
  const SoleusFigureFrame *from = soleus_figure_get_frame (self, moment->from);
  const SoleusFigureFrame *to = soleus_figure_get_frame (self, moment->to);
  SoleusFigurePin pins[SOLEUS_FIGURE_MAX_PINS];
  double share = self->loop && self->frames->len > 2 ? moment->linear : moment->share;
  guint n_pins = blend_pins (from, to, share, pins);
  SoleusFigurePoint pelvis;
  double miss = 0;

  blend_poses (self, moment, pose);
  pose->spine += moment->breath;
  pelvis = soleus_figure_point_blend (soleus_figure_find_pelvis (figures, self->view, pose, &from->anchor),
                                      soleus_figure_find_pelvis (figures, self->view, pose, &to->anchor), share);
  soleus_figure_place (figures, self->view, pose, pelvis, skeleton);

  for (guint i = 0; i < n_pins; i++)
    soleus_figure_solve_pin (figures, self->view, &pins[i], pose, skeleton);

  for (guint i = 0; i < n_pins; i++)
    miss = MAX (miss, soleus_figure_get_miss (skeleton, &pins[i]));
  return miss;
}
