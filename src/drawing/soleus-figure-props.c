/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The things around a figure: furniture, cushions, a towel, and outlines of anything else. */
#include "drawing/soleus-figure-pen.h"

#include <math.h>

#define FLOOR_LINE 2.5
#define CORNER 0.012
#define WALL_WIDTH 0.05
#define MAT_HEIGHT 0.016

#define SEAT_DEPTH 0.25
#define SEAT_HEIGHT 0.03

#define BED_LEG 0.10
#define BED_FRAME 0.08
#define BED_BASE 0.14
#define BED_BOARD 0.20

#define TOWEL_GATHERED 0.017
#define TOWEL_WIDTH 0.034
#define TOWEL_END 0.095

/* A box with round corners. */
void
soleus_figure_pen_draw_box (const SoleusFigurePen *pen,
                            double                 x,
                            double                 y,
                            double                 width,
                            double                 height,
                            double                 radius,
                            SoleusFigureColorId    fill)
{
  double r = MAX (MIN (radius, MIN (width, height) / 2), 0);

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (pen->cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (pen->cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_arc (pen->cr, x + width - r, y + r, r, 1.5 * G_PI, 2 * G_PI);
  cairo_close_path (pen->cr);
  soleus_figure_pen_fill_and_stroke (pen, fill, SOLEUS_FIGURE_COLOR_PROP_LINE, SOLEUS_FIGURE_MID_LINE);
}

static void
draw_floor (const SoleusFigurePen  *pen,
            const SoleusFigureProp *prop)
{
  cairo_move_to (pen->cr, prop->x[0], 0);
  cairo_line_to (pen->cr, prop->x[1], 0);
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_FLOOR, FLOOR_LINE);
}

/* From @one to @two behind the front of a seat that looks to @face. */
static void
draw_chair_box (const SoleusFigurePen  *pen,
                const SoleusFigureProp *prop,
                double                  one,
                double                  two,
                double                  y,
                double                  height,
                SoleusFigureColorId     fill)
{
  double a = prop->left + prop->face * one;
  double b = prop->left + prop->face * two;

  soleus_figure_pen_draw_box (pen, MIN (a, b), y, fabs (b - a), height, 0.008, fill);
}

static void
draw_chair (const SoleusFigurePen  *pen,
            const SoleusFigureProp *prop)
{
  draw_chair_box (pen, prop, -SEAT_DEPTH, -SEAT_DEPTH + 0.028, 0, prop->back - 0.02, SOLEUS_FIGURE_COLOR_PROP2);
  draw_chair_box (pen, prop, -0.034, -0.006, 0, prop->seat - 0.02, SOLEUS_FIGURE_COLOR_PROP2);
  draw_chair_box (pen, prop, -SEAT_DEPTH - 0.004, 0, prop->seat - SEAT_HEIGHT, SEAT_HEIGHT, SOLEUS_FIGURE_COLOR_PROP);
  draw_chair_box (pen, prop, -SEAT_DEPTH - 0.008, -SEAT_DEPTH + 0.034, prop->back - 0.16, 0.16, SOLEUS_FIGURE_COLOR_PROP);
}

static void
draw_stool (const SoleusFigurePen  *pen,
            const SoleusFigureProp *prop)
{
  double x = prop->left;
  double width = prop->width;

  soleus_figure_pen_draw_box (pen, x + 0.015, 0, 0.022, prop->height - 0.02, 0.006, SOLEUS_FIGURE_COLOR_PROP2);
  soleus_figure_pen_draw_box (pen, x + width - 0.037, 0, 0.022, prop->height - 0.02, 0.006, SOLEUS_FIGURE_COLOR_PROP2);
  soleus_figure_pen_draw_box (pen, x, prop->height - 0.04, width, 0.04, CORNER, SOLEUS_FIGURE_COLOR_PROP);
}

static void
draw_bed (const SoleusFigurePen  *pen,
          const SoleusFigureProp *prop)
{
  double left = prop->x[0];
  double right = prop->x[1];
  double top = prop->height;

  soleus_figure_pen_draw_box (pen, left + 0.03, 0, 0.03, BED_LEG, 0.004, SOLEUS_FIGURE_COLOR_PROP2);
  soleus_figure_pen_draw_box (pen, right - 0.06, 0, 0.03, BED_LEG, 0.004, SOLEUS_FIGURE_COLOR_PROP2);
  soleus_figure_pen_draw_box (pen, left, BED_FRAME, right - left, BED_BASE - BED_FRAME, 0.006, SOLEUS_FIGURE_COLOR_PROP2);
  soleus_figure_pen_draw_box (pen, left + 0.008, BED_BASE, right - left - 0.016, top - BED_BASE, 0.03, SOLEUS_FIGURE_COLOR_SOFT);
  if (prop->head)
    soleus_figure_pen_draw_box (pen, left - 0.03, 0, 0.035, top + BED_BOARD, 0.01, SOLEUS_FIGURE_COLOR_PROP2);
  if (prop->foot > 0)
    soleus_figure_pen_draw_box (pen, right - 0.005, 0, 0.035, top + prop->foot, 0.01, SOLEUS_FIGURE_COLOR_PROP2);
}

static void
draw_bed_above (const SoleusFigurePen  *pen,
                const SoleusFigureProp *prop)
{
  double width = prop->x[1] - prop->x[0];
  double height = prop->y[1] - prop->y[0];

  soleus_figure_pen_draw_box (pen, prop->x[0], prop->y[0], width, height, 0.04, SOLEUS_FIGURE_COLOR_SOFT);
  soleus_figure_pen_draw_box (pen, prop->x[0] - 0.03, prop->y[0], 0.03, height, 0.01, SOLEUS_FIGURE_COLOR_PROP2);
}

static void
draw_pillow (const SoleusFigurePen  *pen,
             const SoleusFigureProp *prop)
{
  static const double shape[][2] = { { 0, 0.5 }, { 0.05, 0.9 }, { 0.5, 1 }, { 0.95, 0.9 }, { 1, 0.5 }, { 0.95, 0.08 }, { 0.5, 0 }, { 0.05, 0.08 } };
  SoleusFigurePoint points[G_N_ELEMENTS (shape)];

  for (gsize i = 0; i < G_N_ELEMENTS (shape); i++)
    points[i] = (SoleusFigurePoint) { prop->box[0] + shape[i][0] * prop->box[2], prop->box[1] + shape[i][1] * prop->box[3] };
  soleus_figure_pen_add_curve (pen, points, G_N_ELEMENTS (points), TRUE, FALSE);
  soleus_figure_pen_fill_and_stroke (pen, SOLEUS_FIGURE_COLOR_PROP, SOLEUS_FIGURE_COLOR_PROP_LINE, SOLEUS_FIGURE_MID_LINE);
}

/* A strip of cloth that is as wide as @from_width and @to_width at its ends, with two folds along it. */
static void
draw_strip (const SoleusFigurePen *pen,
            SoleusFigurePoint      from,
            SoleusFigurePoint      to,
            double                 from_width,
            double                 to_width,
            double                 round)
{
  SoleusFigurePoint way = { to.x - from.x, to.y - from.y };
  double length = MAX (hypot (way.x, way.y), 0.001);
  SoleusFigurePoint ahead = { way.x / length, way.y / length };
  SoleusFigurePoint aside = { -ahead.y, ahead.x };
  SoleusFigurePoint one = soleus_figure_point_add (to, aside, to_width / 2);
  SoleusFigurePoint two = soleus_figure_point_add (to, aside, -to_width / 2);
  SoleusFigurePoint start = soleus_figure_point_add (from, aside, from_width / 2);
  SoleusFigurePoint end = soleus_figure_point_add (from, aside, -from_width / 2);
  SoleusFigurePoint one_out = soleus_figure_point_add (one, ahead, round);
  SoleusFigurePoint two_out = soleus_figure_point_add (two, ahead, round);

  cairo_move_to (pen->cr, start.x, start.y);
  cairo_line_to (pen->cr, one.x, one.y);
  cairo_curve_to (pen->cr, one_out.x, one_out.y, two_out.x, two_out.y, two.x, two.y);
  cairo_line_to (pen->cr, end.x, end.y);
  cairo_close_path (pen->cr);
  soleus_figure_pen_fill_and_stroke (pen, SOLEUS_FIGURE_COLOR_TOWEL, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_MID_LINE);
  if (pen->plain)
    return;
  for (int side = -1; side <= 1; side += 2)
    {
      SoleusFigurePoint fold_from = soleus_figure_point_add (from, aside, side * from_width / 6);
      SoleusFigurePoint fold_to = soleus_figure_point_add (to, aside, side * to_width / 6);

      cairo_move_to (pen->cr, fold_from.x, fold_from.y);
      cairo_line_to (pen->cr, fold_to.x, fold_to.y);
    }
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_PROP_LINE, SOLEUS_FIGURE_FINE_LINE);
}

/* From the hand straight to the sole under the ball of the foot, where it goes round; the other half comes back on the far
 * side. The loose end hangs from the hand and has a hem. */
static void
draw_towel (const SoleusFigurePen  *pen,
            const SoleusFigureProp *prop)
{
  SoleusFigurePoint hand = soleus_figure_skeleton_get (pen->skeleton, prop->hand);
  const SoleusFigureBones *bones = &pen->skeleton->limbs[prop->side];
  SoleusFigurePoint ball = soleus_figure_foot_point (pen->figures, bones, 0.068, -0.001);
  SoleusFigurePoint end = { hand.x - 0.012, hand.y - TOWEL_END };
  SoleusFigurePoint hem = soleus_figure_point_blend (hand, end, 0.84);

  draw_strip (pen, hand, end, TOWEL_GATHERED, TOWEL_WIDTH, 0);
  cairo_move_to (pen->cr, hem.x - TOWEL_WIDTH * 0.44, hem.y);
  cairo_line_to (pen->cr, hem.x + TOWEL_WIDTH * 0.44, hem.y);
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_PROP_LINE, SOLEUS_FIGURE_MID_LINE);
  draw_strip (pen, hand, ball, TOWEL_GATHERED, TOWEL_WIDTH, 0.009);
}

/* The frame of a part: as on a body that stands upright, with the origin in the joint above it. */
static void
enter_part (const SoleusFigurePen  *pen,
            const SoleusFigureProp *prop)
{
  const SoleusFigureSkeleton *skeleton = pen->skeleton;
  const SoleusFigureBones *bones = &skeleton->limbs[prop->side];
  SoleusFigurePoint origin = { 0, 0 };
  SoleusFigurePoint x, y;
  double angle = 0;
  gboolean limb = TRUE;
  cairo_matrix_t matrix;

  switch (prop->on)
    {
    case SOLEUS_FIGURE_PART_TRUNK:
      origin = skeleton->pelvis;
      angle = skeleton->trunk;
      limb = FALSE;
      break;
    case SOLEUS_FIGURE_PART_CHEST:
      origin = skeleton->chest;
      angle = skeleton->back;
      limb = FALSE;
      break;
    case SOLEUS_FIGURE_PART_HEAD:
      origin = skeleton->atlas;
      angle = skeleton->head;
      limb = FALSE;
      break;
    case SOLEUS_FIGURE_PART_THIGH:
      origin = bones->hip;
      angle = bones->thigh;
      break;
    case SOLEUS_FIGURE_PART_SHANK:
      origin = bones->knee;
      angle = bones->shank;
      break;
    case SOLEUS_FIGURE_PART_FOOT:
      origin = soleus_figure_foot_point (pen->figures, bones, 0, 0);
      angle = bones->foot - 90;
      break;
    case SOLEUS_FIGURE_PART_ARM:
      origin = bones->shoulder;
      angle = bones->arm;
      break;
    case SOLEUS_FIGURE_PART_FOREARM:
      origin = bones->elbow;
      angle = bones->forearm;
      break;
    case SOLEUS_FIGURE_PART_HAND:
      origin = bones->wrist;
      angle = bones->hand;
      break;
    case SOLEUS_FIGURE_PART_NONE:
    default:
      return;
    }

  if (limb)
    {
      SoleusFigurePoint down = soleus_figure_limb_direction (angle);
      SoleusFigurePoint front = soleus_figure_limb_front (angle);

      x = (SoleusFigurePoint) { front.x * bones->out, front.y * bones->out };
      y = (SoleusFigurePoint) { -down.x, -down.y };
    }
  else
    {
      x = soleus_figure_trunk_front (angle);
      y = soleus_figure_trunk_direction (angle);
    }
  cairo_matrix_init (&matrix, x.x, x.y, y.x, y.y, origin.x, origin.y);
  cairo_transform (pen->cr, &matrix);
}

static void
draw_path (const SoleusFigurePen  *pen,
           const SoleusFigureProp *prop)
{
  cairo_save (pen->cr);
  enter_part (pen, prop);
  soleus_path_append (prop->path, pen->cr);
  if (prop->fill != SOLEUS_FIGURE_COLOR_NONE)
    {
      soleus_figure_pen_set_color (pen, prop->fill, prop->opacity);
      cairo_fill_preserve (pen->cr);
    }
  if (prop->stroke != SOLEUS_FIGURE_COLOR_NONE)
    {
      soleus_figure_pen_set_color (pen, prop->stroke, prop->opacity);
      cairo_set_line_width (pen->cr, prop->line * pen->unit);
      cairo_stroke_preserve (pen->cr);
    }
  cairo_restore (pen->cr);
  cairo_new_path (pen->cr);
}

static void
draw_rod (const SoleusFigurePen  *pen,
          const SoleusFigureProp *prop)
{
  SoleusFigurePoint from = soleus_figure_point_add (soleus_figure_skeleton_get (pen->skeleton, prop->rod.from), prop->rod.from_by, 1);
  SoleusFigurePoint to = soleus_figure_point_add (soleus_figure_skeleton_get (pen->skeleton, prop->rod.to), prop->rod.to_by, 1);

  cairo_move_to (pen->cr, from.x, from.y);
  cairo_line_to (pen->cr, to.x, to.y);
  soleus_figure_pen_stroke (pen, prop->stroke, prop->line);
}

/* Draws what @prop has in @layer. Things that stand on both sides of a person have something in two layers. */
void
soleus_figure_draw_prop (const SoleusFigurePen  *pen,
                         const SoleusFigureProp *prop,
                         SoleusFigureLayer       layer)
{
  if (prop->type == SOLEUS_FIGURE_PROP_WALKING_FRAME || prop->type == SOLEUS_FIGURE_PROP_WHEELCHAIR)
    {
      soleus_figure_draw_aid (pen, prop, layer);
      return;
    }
  if (prop->layer != layer)
    return;

  switch (prop->type)
    {
    case SOLEUS_FIGURE_PROP_FLOOR:
      draw_floor (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_WALL:
      soleus_figure_pen_draw_box (pen, prop->left, 0, WALL_WIDTH, prop->top, 0, SOLEUS_FIGURE_COLOR_PROP2);
      break;
    case SOLEUS_FIGURE_PROP_CHAIR:
      draw_chair (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_BED:
      draw_bed (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_BED_ABOVE:
      draw_bed_above (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_STOOL:
      draw_stool (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_MAT:
      soleus_figure_pen_draw_box (pen, prop->x[0], 0, prop->x[1] - prop->x[0], MAT_HEIGHT, 0.008, SOLEUS_FIGURE_COLOR_PROP2);
      break;
    case SOLEUS_FIGURE_PROP_PILLOW:
      draw_pillow (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_TOWEL:
      draw_towel (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_PATH:
      draw_path (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_ROD:
      draw_rod (pen, prop);
      break;
    case SOLEUS_FIGURE_PROP_WALKING_FRAME:
    case SOLEUS_FIGURE_PROP_WHEELCHAIR:
    case SOLEUS_N_FIGURE_PROPS:
    default:
      break;
    }
}
