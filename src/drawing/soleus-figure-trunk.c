/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trunk, from the side and from the front. The line around it already goes round shoulders and hips; limbs that are
 * drawn later only add the edges that leave it. */
#include "drawing/soleus-figure-pen.h"

#include <math.h>

/* The trunk is bent between these two, measured from the hip. */
#define BEND_FROM 0.06
#define BEND_TO 0.18

/* The breast and the belly rise with the breath, here most. */
#define BREATH_AT 0.15
#define BREATH_SPREAD 0.09
#define BREATH_DEPTH 0.014

/* Below a large belly the waistband lies lower in front. */
#define BELLY_WAIST 0.046
#define BELLY_HIP 0.052

/* How many straight pieces a curve is taken for when it is asked what lies inside. */
#define PIECES 4

static double
get_breath (const SoleusFigurePen *pen,
            double                 at)
{
  double away = (at - BREATH_AT) / BREATH_SPREAD;

  return pen->skeleton->breath * BREATH_DEPTH * exp (-away * away);
}

/* The edges of the trunk, from the bottom up. */
static void
get_edges (const SoleusFigurePen     *pen,
           const SoleusFigureProfile *profile,
           SoleusFigurePoint         *front,
           SoleusFigurePoint         *back)
{
  const SoleusFigureSkeleton *skeleton = pen->skeleton;
  double lower = pen->figures->segments.lower_trunk;
  SoleusFigurePoint below = soleus_figure_trunk_direction (skeleton->trunk);
  SoleusFigurePoint above = soleus_figure_trunk_direction (skeleton->back);
  gboolean from_front = pen->figure->view == SOLEUS_FIGURE_VIEW_FRONT;

  for (guint i = 0; i < profile->n; i++)
    {
      double at = profile->rows[i][0];
      double share = CLAMP ((at - BEND_FROM) / (BEND_TO - BEND_FROM), 0, 1);
      double breath = get_breath (pen, at);
      SoleusFigurePoint middle, across;

      if (share <= 0)
        middle = soleus_figure_point_add (skeleton->pelvis, below, at);
      else if (share >= 1)
        middle = soleus_figure_point_add (skeleton->waist, above, at - lower);
      else
        {
          SoleusFigurePoint start = soleus_figure_point_add (skeleton->pelvis, below, BEND_FROM);
          SoleusFigurePoint end = soleus_figure_point_add (skeleton->waist, above, BEND_TO - lower);

          middle = soleus_figure_point_blend (soleus_figure_point_blend (start, skeleton->waist, share),
                                              soleus_figure_point_blend (skeleton->waist, end, share), share);
        }
      across = soleus_figure_trunk_front (skeleton->trunk + (skeleton->back - skeleton->trunk) * share * share * (3 - 2 * share));
      front[i] = soleus_figure_point_add (middle, across, profile->rows[i][1] + breath);
      back[i] = soleus_figure_point_add (middle, across, -profile->rows[i][2] - (from_front ? breath : 0));
    }
}

static const SoleusFigureProfile *
get_profile (const SoleusFigurePen *pen)
{
  return pen->figure->belly ? &pen->shapes->belly : &pen->shapes->trunk;
}

/* All round. */
static guint
get_outline (const SoleusFigurePen *pen,
                  SoleusFigurePoint     *points)
{
  SoleusFigurePoint back[SOLEUS_FIGURE_MAX_OUTLINE];
  const SoleusFigureProfile *profile = get_profile (pen);
  guint n = profile->n;

  get_edges (pen, profile, points, back);
  for (guint i = 0; i < n; i++)
    points[n + i] = back[n - 1 - i];
  return 2 * n;
}

/* The trunk as straight pieces. */
void
soleus_figure_get_trunk_shape (const SoleusFigurePen *pen,
                               SoleusFigureShape     *shape)
{
  SoleusFigurePoint points[2 * SOLEUS_FIGURE_MAX_OUTLINE];
  guint n = get_outline (pen, points);

  shape->n = 0;
  for (guint i = 0; i < n; i++)
    for (guint piece = 0; piece < PIECES; piece++)
      {
        const SoleusFigurePoint *a = &points[(i + n - 1) % n];
        const SoleusFigurePoint *b = &points[i];
        const SoleusFigurePoint *c = &points[(i + 1) % n];
        const SoleusFigurePoint *d = &points[(i + 2) % n];
        double u = (double) piece / PIECES;
        double weights[] = { ((2 - u) * u - 1) * u / 2, ((3 * u - 5) * u * u + 2) / 2, ((4 - 3 * u) * u + 1) * u / 2, (u - 1) * u * u / 2 };

        shape->points[shape->n++] = (SoleusFigurePoint) {
          a->x * weights[0] + b->x * weights[1] + c->x * weights[2] + d->x * weights[3],
          a->y * weights[0] + b->y * weights[1] + c->y * weights[2] + d->y * weights[3],
        };
      }
}

gboolean
soleus_figure_shape_holds (const SoleusFigureShape *shape,
                           SoleusFigurePoint        point)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = shape->n - 1; i < shape->n; j = i++)
    {
      const SoleusFigurePoint *a = &shape->points[i];
      const SoleusFigurePoint *b = &shape->points[j];

      if ((a->y > point.y) != (b->y > point.y) && point.x < a->x + (point.y - a->y) * (b->x - a->x) / (b->y - a->y))
        inside = !inside;
    }
  return inside;
}

static void
add_neck (const SoleusFigurePen *pen)
{
  const SoleusFigureSkeleton *skeleton = pen->skeleton;
  SoleusFigurePoint up = soleus_figure_trunk_direction (skeleton->neck);
  SoleusFigurePoint front = soleus_figure_trunk_front (skeleton->neck);
  double length = pen->figures->segments.neck;
  const double side[][2] = { { -0.01, 0.032 }, { 0.03, 0.026 }, { length + 0.012, 0.030 }, { length + 0.02, -0.02 },
                             { length - 0.01, -0.027 }, { 0.025, -0.030 }, { -0.01, -0.040 } };
  const double face[G_N_ELEMENTS (side)][2] = { { -0.01, 0.036 }, { 0.03, 0.028 }, { length, 0.027 }, { length + 0.01, 0 },
                                                { length, -0.027 }, { 0.03, -0.028 }, { -0.01, -0.036 } };
  const double (*at)[2] = pen->figure->view == SOLEUS_FIGURE_VIEW_FRONT ? face : side;
  SoleusFigurePoint points[G_N_ELEMENTS (side)];

  for (gsize i = 0; i < G_N_ELEMENTS (side); i++)
    points[i] = soleus_figure_point_add (soleus_figure_point_add (skeleton->chest, up, at[i][0]), front, at[i][1]);
  soleus_figure_pen_add_curve (pen, points, G_N_ELEMENTS (side), TRUE, FALSE);
}

/* The part of the trunk below the waistband. */
static void
draw_waist (const SoleusFigurePen *pen)
{
  const SoleusFigureProfile *profile = get_profile (pen);
  SoleusFigurePoint front[SOLEUS_FIGURE_MAX_OUTLINE], back[SOLEUS_FIGURE_MAX_OUTLINE];
  SoleusFigurePoint points[2 * SOLEUS_FIGURE_MAX_OUTLINE + 2];
  double waists[] = { pen->figure->belly ? BELLY_WAIST : pen->figures->waist, pen->figures->waist };
  SoleusFigurePoint ends[2];
  guint n = 0;

  get_edges (pen, profile, front, back);
  for (guint edge = 0; edge < 2; edge++)
    {
      const SoleusFigurePoint *points_of = edge == 0 ? front : back;
      guint i = 0;

      while (i + 2 < profile->n && profile->rows[i + 1][0] < waists[edge])
        i++;
      ends[edge] = soleus_figure_point_blend (points_of[i], points_of[i + 1],
                                              CLAMP ((waists[edge] - profile->rows[i][0]) / (profile->rows[i + 1][0] - profile->rows[i][0]), 0, 1));
    }
  points[n++] = ends[0];
  for (guint i = profile->n; i-- > 0;)
    if (profile->rows[i][0] < waists[0] - 0.002)
      points[n++] = front[i];
  for (guint i = 0; i < profile->n && profile->rows[i][0] < waists[1] - 0.002; i++)
    points[n++] = back[i];
  points[n++] = ends[1];
  soleus_figure_pen_add_curve (pen, points, n, FALSE, FALSE);
  cairo_close_path (pen->cr);
  soleus_figure_pen_fill (pen, SOLEUS_FIGURE_COLOR_SHORT);

  cairo_move_to (pen->cr, ends[0].x, ends[0].y);
  cairo_line_to (pen->cr, ends[1].x, ends[1].y);
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_THIN_LINE);
}

/* The radius of the shorts around the hip, which stay below the waistband. */
double
soleus_figure_get_hip_disc (const SoleusFigurePen *pen)
{
  double radius = pen->shapes->discs.hip_shorts;

  return pen->figure->belly ? MIN (radius, BELLY_HIP) : radius;
}

/* What counts as trunk of an arm and a leg. */
static void
take_roots (SoleusFigurePen *pen,
            SoleusFigureSide side)
{
  const SoleusFigureShapes *shapes = pen->shapes;
  const SoleusFigureBones *bones = &pen->skeleton->limbs[side];
  SoleusFigureFlesh sleeve = soleus_figure_get_arm (pen, side);
  SoleusFigureFlesh shorts = soleus_figure_get_thigh (pen, side);

  if (pen->figure->sleeves)
    sleeve.wider = pen->figures->sleeve_wider;
  shorts.wider = pen->figures->shorts_wider;
  soleus_figure_pen_add_flesh (pen, &sleeve, -1, SOLEUS_FIGURE_ROOT);
  soleus_figure_pen_add_disc (pen, bones->shoulder, shapes->discs.shoulder_sleeve);
  soleus_figure_pen_take_piece (pen, pen->figure->sleeves ? SOLEUS_FIGURE_COLOR_SHIRT : SOLEUS_FIGURE_COLOR_BODY);
  soleus_figure_pen_add_flesh (pen, &shorts, -1, SOLEUS_FIGURE_ROOT);
  soleus_figure_pen_add_disc (pen, bones->hip, soleus_figure_get_hip_disc (pen));
  soleus_figure_pen_take_piece (pen, SOLEUS_FIGURE_COLOR_SHORT);
}

void
soleus_figure_draw_trunk (SoleusFigurePen *pen)
{
  SoleusFigurePoint points[2 * SOLEUS_FIGURE_MAX_OUTLINE];
  guint n = get_outline (pen, points);

  add_neck (pen);
  soleus_figure_pen_take_piece (pen, SOLEUS_FIGURE_COLOR_BODY);
  soleus_figure_pen_unite (pen, SOLEUS_FIGURE_LINE);

  take_roots (pen, SOLEUS_FIGURE_NEAR);
  if (pen->figure->view == SOLEUS_FIGURE_VIEW_FRONT)
    take_roots (pen, SOLEUS_FIGURE_FAR);
  soleus_figure_pen_add_curve (pen, points, n, TRUE, FALSE);
  soleus_figure_pen_take_piece (pen, SOLEUS_FIGURE_COLOR_SHIRT);
  soleus_figure_pen_unite (pen, SOLEUS_FIGURE_LINE);
  draw_waist (pen);
}
