/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where every joint of a body is: chains of bones from angles, and hands and feet put back on the places where they must
 * stay. */
#include "drawing/soleus-figure-private.h"

#include <math.h>

#define DEGREE (G_PI / 180)

/* Of the neck's turn, the share that lies below the head. */
#define NECK_SHARE 0.6
#define VERTEX 0.115
#define TIPS 0.92

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
void
soleus_figure_place (const SoleusFigures    *figures,
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

/* Where the pelvis is if the anchor lies on its place. */
SoleusFigurePoint
soleus_figure_find_pelvis (const SoleusFigures      *figures,
                           SoleusFigureView          view,
                           const SoleusFigurePose   *pose,
                           const SoleusFigureAnchor *anchor)
{
  SoleusFigureSkeleton skeleton;

  soleus_figure_place (figures, view, pose, (SoleusFigurePoint) { 0, 0 }, &skeleton);
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

/* Turns the limb so that @pin holds, as far as it reaches. */
void
soleus_figure_solve_pin (const SoleusFigures   *figures,
                         SoleusFigureView       view,
                         const SoleusFigurePin *pin,
                         SoleusFigurePose      *pose,
                         SoleusFigureSkeleton  *skeleton)
{
  gboolean from_front = view == SOLEUS_FIGURE_VIEW_FRONT;
  SoleusFigureLimb *limb = &pose->limbs[pin->side];

  if (pin->point < SOLEUS_FIGURE_PIN_WRIST)
    solve_leg (figures, skeleton, pin, from_front, limb);
  else
    solve_arm (figures, skeleton, pin, from_front, limb);
  place_limb (figures, skeleton, limb, from_front, &skeleton->limbs[pin->side]);
}
