/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a person could do what a figure does: joints within their limits and hands and feet within reach, at each key
 * frame and on the way between them. */
#include "config.h"

#include "drawing/soleus-figure-read.h"

#include <glib/gi18n.h>
#include <math.h>

/* With a straight knee the muscles behind it allow less. */
#define STRAIGHT_KNEE 10.0
#define MOST_HIP 92.0
#define MOST_ANKLE 26.0

#define STEPS 4

typedef struct
{
  const char *names[SOLEUS_N_FIGURE_SIDES]; /* the first alone, for a joint that is there once */
  gsize offset;
} Joint;

#define BODY(name) G_STRUCT_OFFSET (SoleusFigurePose, name)
#define LIMB(name) G_STRUCT_OFFSET (SoleusFigureLimb, name)

/* Translators: joints of a drawn figure, as the subject of "... is 170, the most is 145". Near and far are the sides as
 * they are drawn. */
static const Joint joints[SOLEUS_N_FIGURE_JOINTS] = {
  [SOLEUS_FIGURE_JOINT_TRUNK] = { { N_ ("trunk"), NULL }, BODY (trunk) },
  [SOLEUS_FIGURE_JOINT_SPINE] = { { N_ ("spine"), NULL }, BODY (spine) },
  [SOLEUS_FIGURE_JOINT_NECK] = { { N_ ("neck"), NULL }, BODY (neck) },
  [SOLEUS_FIGURE_JOINT_HIP] = { { N_ ("near hip"), N_ ("far hip") }, LIMB (hip) },
  [SOLEUS_FIGURE_JOINT_KNEE] = { { N_ ("near knee"), N_ ("far knee") }, LIMB (knee) },
  [SOLEUS_FIGURE_JOINT_ANKLE] = { { N_ ("near ankle"), N_ ("far ankle") }, LIMB (ankle) },
  [SOLEUS_FIGURE_JOINT_TOES] = { { N_ ("near toes"), N_ ("far toes") }, LIMB (toes) },
  [SOLEUS_FIGURE_JOINT_SHOULDER] = { { N_ ("near shoulder"), N_ ("far shoulder") }, LIMB (shoulder) },
  [SOLEUS_FIGURE_JOINT_ELBOW] = { { N_ ("near elbow"), N_ ("far elbow") }, LIMB (elbow) },
  [SOLEUS_FIGURE_JOINT_WRIST] = { { N_ ("near wrist"), N_ ("far wrist") }, LIMB (wrist) },
};

static const char *
get_name (SoleusFigureJoint joint,
          guint             side)
{
  return g_dgettext (GETTEXT_PACKAGE, joints[joint].names[side]);
}

static gboolean
check_joint (const SoleusFigurePlace *place,
             double                   angle,
             const double            *limits,
             SoleusFigureJoint        joint,
             guint                    side,
             GError                 **error)
{
  g_autofree char *is = NULL;
  g_autofree char *limit = NULL;

  if (angle >= limits[0] - SOLEUS_FIGURE_SLACK && angle <= limits[1] + SOLEUS_FIGURE_SLACK)
    return TRUE;

  is = soleus_figure_format_number (round (angle * 10) / 10);
  limit = soleus_figure_format_number (angle < limits[0] ? limits[0] : limits[1]);
  if (angle < limits[0])
    return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_LIMIT, _ ("%s is %s, the least is %s."), get_name (joint, side), is, limit);
  return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_LIMIT, _ ("%s is %s, the most is %s."), get_name (joint, side), is, limit);
}

static gboolean
check_straight_leg (const SoleusFigurePlace *place,
                    const SoleusFigureLimb  *limb,
                    guint                    side,
                    GError                 **error)
{
  const struct
  {
    SoleusFigureJoint joint;
    double angle, most;
  } coupled[] = {
    { SOLEUS_FIGURE_JOINT_HIP, limb->hip, MOST_HIP },
    { SOLEUS_FIGURE_JOINT_ANKLE, limb->ankle, MOST_ANKLE },
  };

  if (limb->knee >= STRAIGHT_KNEE)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (coupled); i++)
    if (coupled[i].angle > coupled[i].most + SOLEUS_FIGURE_SLACK)
      {
        g_autofree char *is = soleus_figure_format_number (round (coupled[i].angle * 10) / 10);
        g_autofree char *most = soleus_figure_format_number (coupled[i].most);

        return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_LIMIT, _ ("%s is %s with a straight knee, the most is then %s."),
                                   get_name (coupled[i].joint, side), is, most);
      }
  return TRUE;
}

static gboolean
check_pose (const SoleusFigurePlace *place,
            const SoleusFigures     *figures,
            SoleusFigureView         view,
            const SoleusFigurePose  *pose,
            GError                 **error)
{
  gboolean from_front = view == SOLEUS_FIGURE_VIEW_FRONT;
  const double(*limits)[2] = from_front ? figures->limits_front : figures->limits;

  for (guint i = 0; i < SOLEUS_N_FIGURE_JOINTS; i++)
    {
      if (i < SOLEUS_FIGURE_JOINT_HIP)
        {
          if (!check_joint (place, G_STRUCT_MEMBER (double, pose, joints[i].offset), limits[i], i, 0, error))
            return FALSE;
          continue;
        }
      for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
        if (!check_joint (place, G_STRUCT_MEMBER (double, &pose->limbs[side], joints[i].offset), limits[i], i, side, error))
          return FALSE;
    }
  for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES && !from_front; side++)
    if (!check_straight_leg (place, &pose->limbs[side], side, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_reach (const SoleusFigurePlace    *place,
             const SoleusFigureFrame    *frame,
             const SoleusFigureSkeleton *skeleton,
             GError                    **error)
{
  /* Translators: as the subject of "... cannot reach its place". */
  static const char *const names[][SOLEUS_N_FIGURE_SIDES] = {
    { N_ ("the near foot"), N_ ("the far foot") },
    { N_ ("the near hand"), N_ ("the far hand") },
  };

  for (guint i = 0; i < frame->n_pins; i++)
    {
      const SoleusFigurePin *pin = &frame->pins[i];
      double miss = soleus_figure_get_miss (skeleton, pin);

      if (!(miss <= SOLEUS_FIGURE_MISS))
        {
          g_autofree char *by = soleus_figure_format_number (miss);

          return soleus_figure_fail (place, error, SOLEUS_FIGURE_ERROR_REACH, _ ("%s cannot reach its place, it is %s away."),
                                     g_dgettext (GETTEXT_PACKAGE, names[pin->point >= SOLEUS_FIGURE_PIN_WRIST][pin->side]), by);
        }
    }
  return TRUE;
}

/* Sets the skeleton of each key frame; @name is that of the figure in messages. */
gboolean
soleus_figure_check (const SoleusFigures *figures,
                     SoleusFigure        *self,
                     const char          *name,
                     GError             **error)
{
  guint n = self->frames->len;

  for (guint i = 0; i < n; i++)
    {
      SoleusFigureFrame *frame = &g_array_index (self->frames, SoleusFigureFrame, i);
      const SoleusFigurePlace place = { .figure = name, .frame = frame->id };
      const SoleusFigureMoment moment = { .from = i, .to = i };
      SoleusFigurePose pose;

      if (!check_pose (&place, figures, self->view, &frame->pose, error))
        return FALSE;
      soleus_figure_solve (figures, self, &moment, &pose, &frame->skeleton);
      if (!check_reach (&place, frame, &frame->skeleton, error) || !check_pose (&place, figures, self->view, &pose, error))
        return FALSE;
    }

  for (guint i = 0; i + (self->loop ? 0 : 1) < n; i++)
    {
      double start = soleus_figure_get_frame_seconds (self, i);
      double end = i + 1 < n ? soleus_figure_get_frame_seconds (self, i + 1) : soleus_figure_get_seconds (self);

      for (guint step = 1; step < STEPS; step++)
        {
          g_autofree char *seconds = soleus_figure_format_number (start + (end - start) * step / STEPS);
          SoleusFigurePlace place = { .figure = name };
          SoleusFigureMoment moment;
          SoleusFigurePose pose;
          SoleusFigureSkeleton skeleton;
          g_autofree char *way = NULL;

          /* Translators: a moment between two positions of a figure. */
          way = g_strdup_printf (_ ("on the way, at %s seconds"), seconds);
          place.thing = way;
          soleus_figure_moment_at (self, start + (end - start) * step / STEPS, &moment);
          if (!(soleus_figure_solve (figures, self, &moment, &pose, &skeleton) <= SOLEUS_FIGURE_MISS))
            return soleus_figure_fail (&place, error, SOLEUS_FIGURE_ERROR_REACH, _ ("a hand or a foot cannot reach its place."));
          if (!check_pose (&place, figures, self->view, &pose, error))
            return FALSE;
        }
    }
  return TRUE;
}
