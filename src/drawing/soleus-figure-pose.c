/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where every joint of a figure is at a moment: chains of bones from angles, hands and feet put back on the places where
 * they must stay, and what lies between two key frames. Pure functions of the figure and the time. */
#include "drawing/soleus-figure-private.h"

#include <math.h>

#define DEGREE (G_PI / 180)
#define N_NUMBERS (sizeof (SoleusFigurePose) / sizeof (double))

/* Of the neck's turn, the share that lies below the head. */
#define NECK_SHARE 0.6
#define VERTEX 0.115
#define TIPS 0.92

/* At the end of a move the figure breathes. */
#define BREATH_DEGREES 0.5
#define BREATH_SECONDS 4.0

/* A limb: 0 hangs down, 90 points forward. */
SoleusFigurePoint
soleus_figure_limb_direction (double angle)
{
  return (SoleusFigurePoint) { sin (angle * DEGREE), -cos (angle * DEGREE) };
}

SoleusFigurePoint
soleus_figure_limb_front (double angle)
{
  return (SoleusFigurePoint) { cos (angle * DEGREE), sin (angle * DEGREE) };
}

/* The trunk: 0 is upright, 90 lies forward. */
SoleusFigurePoint
soleus_figure_trunk_direction (double angle)
{
  return (SoleusFigurePoint) { sin (angle * DEGREE), cos (angle * DEGREE) };
}

SoleusFigurePoint
soleus_figure_trunk_front (double angle)
{
  return (SoleusFigurePoint) { cos (angle * DEGREE), -sin (angle * DEGREE) };
}

SoleusFigurePoint
soleus_figure_point_add (SoleusFigurePoint point,
                         SoleusFigurePoint direction,
                         double            by)
{
  return (SoleusFigurePoint) { point.x + direction.x * by, point.y + direction.y * by };
}

SoleusFigurePoint
soleus_figure_point_blend (SoleusFigurePoint from,
                           SoleusFigurePoint to,
                           double            share)
{
  return (SoleusFigurePoint) { from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
}

SoleusFigurePoint
soleus_figure_skeleton_get (const SoleusFigureSkeleton *self,
                            SoleusFigurePointId         point)
{
  return G_STRUCT_MEMBER (SoleusFigurePoint, self, point);
}

static double
get_angle (SoleusFigurePoint from,
           SoleusFigurePoint to)
{
  return atan2 (to.x - from.x, from.y - to.y) / DEGREE;
}

static double
get_distance (SoleusFigurePoint one,
              SoleusFigurePoint other)
{
  return hypot (one.x - other.x, one.y - other.y);
}

static double
turn_to_half (double angle)
{
  return angle - 360 * round (angle / 360);
}

/* A point in the frame of a foot: x along the sole from the ankle, y up from the sole. From the front, x goes outward. */
SoleusFigurePoint
soleus_figure_foot_point (const SoleusFigures     *figures,
                          const SoleusFigureBones *bones,
                          double                   x,
                          double                   y)
{
  SoleusFigurePoint along = soleus_figure_limb_direction (bones->foot);
  SoleusFigurePoint up = { -along.y, along.x };

  return soleus_figure_point_add (soleus_figure_point_add (bones->ankle, along, bones->out * x), up,
                                  y - figures->segments.ankle_height);
}

static void
place_foot (const SoleusFigures *figures,
            double               toes,
            gboolean             from_front,
            SoleusFigureBones   *bones)
{
  const SoleusFigureSegments *segments = &figures->segments;

  bones->toes = bones->foot + toes;
  bones->heel = soleus_figure_foot_point (figures, bones, from_front ? 0 : -segments->heel_back, 0);
  bones->ball = soleus_figure_foot_point (figures, bones, from_front ? 0.01 : segments->ball_ahead, 0);
  if (from_front)
    bones->toe = soleus_figure_foot_point (figures, bones, 0.03, 0);
  else
    bones->toe = soleus_figure_point_add (bones->ball, soleus_figure_limb_direction (bones->toes),
                                          segments->toe_ahead - segments->ball_ahead);
}

static void
place_limb (const SoleusFigures        *figures,
            const SoleusFigureSkeleton *skeleton,
            const SoleusFigureLimb     *limb,
            gboolean                    from_front,
            SoleusFigureBones          *bones)
{
  const SoleusFigureSegments *segments = &figures->segments;
  double bend = from_front ? -bones->out : 1;
  SoleusFigurePoint hip = skeleton->pelvis;
  SoleusFigurePoint shoulder = skeleton->chest;

  if (from_front)
    {
      hip = soleus_figure_point_add (hip, soleus_figure_trunk_front (skeleton->trunk), bones->out * segments->hip_half);
      shoulder = soleus_figure_point_add (shoulder, soleus_figure_trunk_front (skeleton->back),
                                          bones->out * segments->shoulder_half);
      shoulder = soleus_figure_point_add (shoulder, soleus_figure_trunk_direction (skeleton->back), -segments->shoulder_drop);
    }

  bones->thigh_length = segments->thigh * limb->thigh_seen;
  bones->shank_length = segments->shank * limb->shank_seen;
  bones->arm_length = segments->upper_arm * limb->arm_seen;
  bones->forearm_length = segments->forearm * limb->forearm_seen;

  bones->hip = soleus_figure_point_add (hip, limb->hip_shift, 1);
  bones->thigh = bones->out * limb->hip - skeleton->trunk;
  bones->knee = soleus_figure_point_add (bones->hip, soleus_figure_limb_direction (bones->thigh), bones->thigh_length);
  bones->shank = bones->thigh - bones->out * limb->knee;
  bones->ankle = soleus_figure_point_add (bones->knee, soleus_figure_limb_direction (bones->shank), bones->shank_length);
  bones->foot = from_front ? 90 : bones->shank + 90 + limb->ankle;
  place_foot (figures, limb->toes, from_front, bones);

  bones->shoulder = soleus_figure_point_add (shoulder, limb->shoulder_shift, 1);
  bones->arm = bones->out * limb->shoulder - skeleton->back;
  bones->elbow = soleus_figure_point_add (bones->shoulder, soleus_figure_limb_direction (bones->arm), bones->arm_length);
  bones->forearm = bones->arm + bend * limb->elbow;
  bones->wrist = soleus_figure_point_add (bones->elbow, soleus_figure_limb_direction (bones->forearm), bones->forearm_length);
  bones->hand = bones->forearm + bend * limb->wrist;
  bones->palm = soleus_figure_point_add (bones->wrist, soleus_figure_limb_direction (bones->hand), segments->palm);
  bones->tips = soleus_figure_point_add (bones->wrist, soleus_figure_limb_direction (bones->hand), segments->hand * TIPS);
}

/* Forward kinematics: the pelvis at a place, all else from the angles. */
static void
place_all (const SoleusFigures    *figures,
           SoleusFigureView        view,
           const SoleusFigurePose *pose,
           SoleusFigurePoint       pelvis,
           SoleusFigureSkeleton   *skeleton)
{
  const SoleusFigureSegments *segments = &figures->segments;
  gboolean from_front = view == SOLEUS_FIGURE_VIEW_FRONT;

  *skeleton = (SoleusFigureSkeleton) { .pelvis = pelvis, .breath = pose->breath };
  skeleton->trunk = pose->trunk;
  skeleton->back = pose->trunk + pose->spine;
  skeleton->neck = skeleton->back + NECK_SHARE * pose->neck;
  skeleton->head = skeleton->back + pose->neck;
  skeleton->waist = soleus_figure_point_add (pelvis, soleus_figure_trunk_direction (skeleton->trunk), segments->lower_trunk);
  skeleton->chest = soleus_figure_point_add (skeleton->waist, soleus_figure_trunk_direction (skeleton->back), segments->upper_trunk);
  skeleton->atlas = soleus_figure_point_add (skeleton->chest, soleus_figure_trunk_direction (skeleton->neck), segments->neck);
  skeleton->vertex = soleus_figure_point_add (skeleton->atlas, soleus_figure_trunk_direction (skeleton->head), VERTEX);

  for (guint i = 0; i < SOLEUS_N_FIGURE_SIDES; i++)
    {
      skeleton->limbs[i].out = from_front && i == SOLEUS_FIGURE_NEAR ? -1 : 1;
      place_limb (figures, skeleton, &pose->limbs[i], from_front, &skeleton->limbs[i]);
    }
}

/* Two bones from a base to a target: the angle to it, the angle of the first bone against that, and the bend between the
 * two. */
static void
reach (SoleusFigurePoint base,
       SoleusFigurePoint target,
       double            first,
       double            second,
       double           *toward,
       double           *aside,
       double           *bend)
{
  double distance = get_distance (base, target);

  *toward = get_angle (base, target);
  distance = CLAMP (distance, fabs (first - second) + 1e-6, first + second - 1e-6);
  *aside = acos (CLAMP ((first * first + distance * distance - second * second) / (2 * first * distance), -1, 1)) / DEGREE;
  *bend = 180 - acos (CLAMP ((first * first + second * second - distance * distance) / (2 * first * second), -1, 1)) / DEGREE;
}

static void
solve_leg (const SoleusFigures        *figures,
           const SoleusFigureSkeleton *skeleton,
           const SoleusFigurePin      *pin,
           gboolean                    from_front,
           SoleusFigureLimb           *limb)
{
  const SoleusFigureBones *bones = &skeleton->limbs[pin->side];
  SoleusFigurePoint ankle = pin->at;
  double toward, aside, bend, thigh;

  /* With the sole's angle known, every point of the foot says where the ankle is. */
  if (pin->point != SOLEUS_FIGURE_PIN_ANKLE)
    {
      SoleusFigureBones foot = { .ankle = { 0, 0 }, .foot = 90 + pin->angle, .out = 1 };
      SoleusFigurePoint by;

      place_foot (figures, limb->toes, FALSE, &foot);
      by = pin->point == SOLEUS_FIGURE_PIN_HEEL ? foot.heel : pin->point == SOLEUS_FIGURE_PIN_BALL ? foot.ball : foot.toe;
      ankle = soleus_figure_point_add (ankle, by, -1);
    }

  reach (bones->hip, ankle, bones->thigh_length, bones->shank_length, &toward, &aside, &bend);
  thigh = toward + bones->out * aside;
  limb->hip = turn_to_half (bones->out * (thigh + skeleton->trunk));
  limb->knee = bend;
  if (!from_front)
    limb->ankle = turn_to_half (pin->angle - (thigh - bend));
}

static void
solve_arm (const SoleusFigures        *figures,
           const SoleusFigureSkeleton *skeleton,
           const SoleusFigurePin      *pin,
           gboolean                    from_front,
           SoleusFigureLimb           *limb)
{
  const SoleusFigureBones *bones = &skeleton->limbs[pin->side];
  double side = from_front ? -bones->out : 1;
  double forearm = bones->forearm_length;
  SoleusFigurePoint wrist = pin->at;
  double toward, aside, bend, arm;

  if (pin->point == SOLEUS_FIGURE_PIN_PALM)
    {
      if (pin->turned)
        wrist = soleus_figure_point_add (wrist, soleus_figure_limb_direction (pin->angle), -figures->segments.palm);
      else
        forearm += figures->segments.palm;
    }

  reach (bones->shoulder, wrist, bones->arm_length, forearm, &toward, &aside, &bend);
  arm = toward - side * aside;
  limb->shoulder = turn_to_half (bones->out * (arm + skeleton->back));
  limb->elbow = bend;
  if (pin->turned)
    limb->wrist = turn_to_half (side * (pin->angle - (arm + side * bend)));
  else if (pin->point == SOLEUS_FIGURE_PIN_PALM)
    limb->wrist = 0;
}

static SoleusFigurePoint
find_pelvis (const SoleusFigures      *figures,
             SoleusFigureView          view,
             const SoleusFigurePose   *pose,
             const SoleusFigureAnchor *anchor)
{
  SoleusFigureSkeleton skeleton;

  place_all (figures, view, pose, (SoleusFigurePoint) { 0, 0 }, &skeleton);
  if (anchor->lowest)
    {
      double lowest = G_MAXDOUBLE;

      for (guint i = 0; i < SOLEUS_N_FIGURE_SIDES; i++)
        {
          const SoleusFigureBones *bones = &skeleton.limbs[i];

          lowest = MIN (lowest, MIN (bones->heel.y, MIN (bones->ball.y, bones->toe.y)));
        }
      return (SoleusFigurePoint) { anchor->at.x, anchor->at.y - lowest };
    }
  return soleus_figure_point_add (anchor->at, soleus_figure_skeleton_get (&skeleton, anchor->point), -1);
}

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

double
soleus_figure_get_miss (const SoleusFigureSkeleton *skeleton,
                        const SoleusFigurePin      *pin)
{
  const SoleusFigureBones *bones = &skeleton->limbs[pin->side];

  switch (pin->point)
    {
    case SOLEUS_FIGURE_PIN_ANKLE:
      return get_distance (bones->ankle, pin->at);
    case SOLEUS_FIGURE_PIN_HEEL:
      return get_distance (bones->heel, pin->at);
    case SOLEUS_FIGURE_PIN_BALL:
      return get_distance (bones->ball, pin->at);
    case SOLEUS_FIGURE_PIN_TOE:
      return get_distance (bones->toe, pin->at);
    case SOLEUS_FIGURE_PIN_WRIST:
      return get_distance (bones->wrist, pin->at);
    case SOLEUS_FIGURE_PIN_PALM:
      return get_distance (bones->palm, pin->at);
    default:
      return 0;
    }
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
  gboolean from_front = self->view == SOLEUS_FIGURE_VIEW_FRONT;
  SoleusFigurePin pins[SOLEUS_FIGURE_MAX_PINS];
  double share = self->loop && self->frames->len > 2 ? moment->linear : moment->share;
  guint n_pins = blend_pins (from, to, share, pins);
  SoleusFigurePoint pelvis;
  double miss = 0;

  blend_poses (self, moment, pose);
  pose->spine += moment->breath;
  pelvis = soleus_figure_point_blend (find_pelvis (figures, self->view, pose, &from->anchor),
                                      find_pelvis (figures, self->view, pose, &to->anchor), share);
  place_all (figures, self->view, pose, pelvis, skeleton);

  for (guint i = 0; i < n_pins; i++)
    {
      SoleusFigureLimb *limb = &pose->limbs[pins[i].side];

      if (pins[i].point < SOLEUS_FIGURE_PIN_WRIST)
        solve_leg (figures, skeleton, &pins[i], from_front, limb);
      else
        solve_arm (figures, skeleton, &pins[i], from_front, limb);
      place_limb (figures, skeleton, limb, from_front, &skeleton->limbs[pins[i].side]);
    }

  for (guint i = 0; i < n_pins; i++)
    miss = MAX (miss, soleus_figure_get_miss (skeleton, &pins[i]));
  return miss;
}
