/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a figure at a moment: things behind, the body part by part, the muscle that is meant, things in front, and the
 * arrow. */
#include "drawing/soleus-figure-pen.h"

#include <math.h>

/* Lines grow with the square root of the size, from that of a body 300 pixels high, and stay between these. */
#define REFERENCE 300.0
#define LEAST_LINES 0.64
#define MOST_LINES 2.6

/* Below this height of a body, in pixels, hatching and faces are left out. */
#define PLAIN_BELOW 170.0

/* Pixels for a body height that can be drawn at all. */
#define LEAST_SCALE 1.0
#define MOST_SCALE 100000.0

#define HATCH_STEP 0.014
#define MUSCLE_DEPTH 1.28
#define MUSCLE_STEPS 10
#define MUSCLE_OPACITY 0.92
#define HATCH_OPACITY 0.55

#define ARROW_LINE 6.0
#define ARROW_HALO 2.5
#define ARROW_HEAD 0.042
#define ARROW_HALF 0.027
#define SAME_PLACE 0.005

/* Of a move, when the arrow of its start has gone and that of its end is there. */
#define ARROW_GONE 0.15
#define ARROW_THERE 0.35

static void
draw_props (const SoleusFigurePen    *pen,
            const SoleusFigureMoment *moment,
            SoleusFigureLayer         layer)
{
  const GArray *props = pen->figure->props;

  for (guint i = 0; i < props->len; i++)
    {
      const SoleusFigureProp *prop = &g_array_index (props, SoleusFigureProp, i);
      double before = (prop->frames >> moment->from) & 1;
      double after = (prop->frames >> moment->to) & 1;
      double shown = before + (after - before) * moment->share;

      if (shown <= 0)
        continue;
      if (shown < 1)
        cairo_push_group (pen->cr);
      cairo_new_path (pen->cr);
      soleus_figure_draw_prop (pen, prop, layer);
      if (shown < 1)
        {
          cairo_pop_group_to_source (pen->cr);
          cairo_paint_with_alpha (pen->cr, shown);
        }
    }
}

/* A band of the sole, or a spindle along one side of a bone. */
static guint
get_muscle (const SoleusFigurePen    *pen,
            const SoleusFigureMuscle *muscle,
            SoleusFigurePoint        *points)
{
  static const double sole[][2] = { { -0.03, 0.008 }, { 0, 0.004 }, { 0.04, 0.005 }, { 0.066, 0.004 },
                                    { 0.062, 0.014 }, { 0.02, 0.018 }, { -0.02, 0.020 } };
  const SoleusFigureBones *bones = &pen->skeleton->limbs[pen->figure->target_side];
  gboolean from_front = pen->figure->view == SOLEUS_FIGURE_VIEW_FRONT;
  SoleusFigureFlesh flesh;
  SoleusFigurePoint along;
  guint n = 0;

  if (muscle->on_foot)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (sole); i++)
        points[n++] = soleus_figure_foot_point (pen->figures, bones, sole[i][0], sole[i][1]);
      return n;
    }

  flesh = (SoleusFigureFlesh) {
    .base = muscle->on_thigh ? bones->hip : bones->knee,
    .angle = muscle->on_thigh ? bones->thigh : bones->shank,
    .length = muscle->on_thigh ? bones->thigh_length : bones->shank_length,
    .profile = muscle->on_thigh ? &pen->shapes->thigh : &pen->shapes->shank,
    .wider = muscle->on_thigh ? 0.003 : -0.002,
    .out = bones->out,
  };
  along = soleus_figure_limb_direction (flesh.angle);
  for (guint i = 0; i <= 2 * MUSCLE_STEPS; i++)
    {
      guint step = i <= MUSCLE_STEPS ? i : 2 * MUSCLE_STEPS - i;
      gboolean inner = i > MUSCLE_STEPS;
      double at = muscle->from + (muscle->to - muscle->from) * step / MUSCLE_STEPS;
      double thick = pow (sin (G_PI * step / MUSCLE_STEPS), 0.6);
      SoleusFigurePoint bone = soleus_figure_point_add (flesh.base, along, at * flesh.length);

      if (step == 0 && inner)
        continue;
      if (from_front)
        points[n++] = soleus_figure_point_blend (bone, soleus_figure_flesh_point (&flesh, at, inner, 0), 0.62 * thick);
      else
        {
          SoleusFigurePoint edge = soleus_figure_flesh_point (&flesh, at, muscle->at_front, 0);

          points[n++] = inner ? soleus_figure_point_blend (edge, bone, MUSCLE_DEPTH * thick) : edge;
        }
    }
  return n;
}

/* Told by a hatch and a line as well as by its colour. */
static void
draw_muscle (const SoleusFigurePen *pen)
{
  SoleusFigurePoint points[2 * MUSCLE_STEPS + 2];
  guint n = get_muscle (pen, &pen->figures->muscles[pen->figure->target], points);
  double x1, y1, x2, y2;

  soleus_figure_pen_add_curve (pen, points, n, TRUE, FALSE);
  soleus_figure_pen_set_color (pen, SOLEUS_FIGURE_COLOR_TARGET, MUSCLE_OPACITY);
  cairo_fill_preserve (pen->cr);
  if (!pen->plain)
    {
      cairo_save (pen->cr);
      cairo_path_extents (pen->cr, &x1, &y1, &x2, &y2);
      cairo_clip (pen->cr);
      for (double x = x1 - (y2 - y1) + HATCH_STEP / 2; x < x2; x += HATCH_STEP)
        {
          cairo_move_to (pen->cr, x, y1);
          cairo_line_to (pen->cr, x + y2 - y1, y2);
        }
      soleus_figure_pen_set_color (pen, SOLEUS_FIGURE_COLOR_BG, HATCH_OPACITY);
      cairo_set_line_width (pen->cr, SOLEUS_FIGURE_THIN_LINE * pen->unit);
      cairo_stroke (pen->cr);
      cairo_restore (pen->cr);
      soleus_figure_pen_add_curve (pen, points, n, TRUE, FALSE);
    }
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_THIN_LINE);
}

static void
add_arrow_head (const SoleusFigurePen *pen,
                SoleusFigurePoint      tip,
                SoleusFigurePoint      ahead)
{
  SoleusFigurePoint aside = { -ahead.y, ahead.x };
  SoleusFigurePoint base = soleus_figure_point_add (tip, ahead, -ARROW_HEAD);
  SoleusFigurePoint one = soleus_figure_point_add (base, aside, ARROW_HALF);
  SoleusFigurePoint two = soleus_figure_point_add (base, aside, -ARROW_HALF);

  cairo_move_to (pen->cr, tip.x, tip.y);
  cairo_line_to (pen->cr, one.x, one.y);
  cairo_line_to (pen->cr, two.x, two.y);
  cairo_close_path (pen->cr);
}

static SoleusFigurePoint
get_start (const SoleusFigureArrow    *arrow,
           const SoleusFigureSkeleton *skeleton)
{
  return soleus_figure_point_add (soleus_figure_skeleton_get (skeleton, arrow->from), arrow->from_by, 1);
}

static SoleusFigurePoint
get_end (const SoleusFigureArrow    *arrow,
         const SoleusFigureSkeleton *skeleton)
{
  return soleus_figure_point_add (soleus_figure_skeleton_get (skeleton, arrow->to), arrow->to_by, 1);
}

/* An arrow with a halo in the colour of the ground. The places are those of @skeleton, so that it stays while the figure
 * moves. */
static void
draw_arrow (const SoleusFigurePen      *pen,
            const SoleusFigureArrow    *arrow,
            const SoleusFigureSkeleton *skeleton,
            double                      opacity)
{
  SoleusFigurePoint from = get_start (arrow, skeleton);
  SoleusFigurePoint to = get_end (arrow, skeleton);
  SoleusFigurePoint way = { to.x - from.x, to.y - from.y };
  SoleusFigurePoint middle = { (from.x + to.x) / 2 - way.y * arrow->bend, (from.y + to.y) / 2 + way.x * arrow->bend };
  SoleusFigurePoint ahead = { to.x - middle.x, to.y - middle.y };
  double length = hypot (ahead.x, ahead.y);
  SoleusFigurePoint end;

  if (opacity <= 0 || length < 0.001)
    return;
  ahead = (SoleusFigurePoint) { ahead.x / length, ahead.y / length };
  end = soleus_figure_point_add (to, ahead, -0.8 * ARROW_HEAD);

  if (opacity < 1)
    cairo_push_group (pen->cr);
  for (guint i = 0; i < 2; i++)
    {
      SoleusFigureColorId color = i == 0 ? SOLEUS_FIGURE_COLOR_BG : SOLEUS_FIGURE_COLOR_ARROW;
      double halo = i == 0 ? 2 * ARROW_HALO : 0;
      SoleusFigurePoint one = soleus_figure_point_blend (from, middle, 2.0 / 3);
      SoleusFigurePoint two = soleus_figure_point_blend (end, middle, 2.0 / 3);

      cairo_move_to (pen->cr, from.x, from.y);
      cairo_curve_to (pen->cr, one.x, one.y, two.x, two.y, end.x, end.y);
      soleus_figure_pen_stroke (pen, color, ARROW_LINE + halo);
      add_arrow_head (pen, to, ahead);
      soleus_figure_pen_fill_and_stroke (pen, color, color, 1 + halo);
    }
  if (opacity < 1)
    {
      cairo_pop_group_to_source (pen->cr);
      cairo_paint_with_alpha (pen->cr, opacity);
    }
}

static gboolean
is_near (SoleusFigurePoint one,
         SoleusFigurePoint other)
{
  return hypot (one.x - other.x, one.y - other.y) < SAME_PLACE;
}

/* Whether both frames have the arrow at the same place. */
static gboolean
stays (const SoleusFigureFrame *frame,
       const SoleusFigureFrame *other,
       guint                    arrow)
{
  return arrow < other->n_arrows && frame->arrows[arrow].bend == other->arrows[arrow].bend &&
         is_near (get_start (&frame->arrows[arrow], &frame->skeleton), get_start (&other->arrows[arrow], &other->skeleton)) &&
         is_near (get_end (&frame->arrows[arrow], &frame->skeleton), get_end (&other->arrows[arrow], &other->skeleton));
}

static void
draw_arrows (const SoleusFigurePen    *pen,
             const SoleusFigureMoment *moment)
{
  const SoleusFigureFrame *from = soleus_figure_get_frame (pen->figure, moment->from);
  const SoleusFigureFrame *to = soleus_figure_get_frame (pen->figure, moment->to);
  const SoleusFigureFrame *still = soleus_figure_get_frame (pen->figure, pen->figure->still);
  double before = CLAMP (1 - moment->linear / ARROW_GONE, 0, 1);
  double after = CLAMP ((moment->linear - ARROW_GONE) / (ARROW_THERE - ARROW_GONE), 0, 1);

  for (guint i = 0; i < pen->figure->n_arrows; i++)
    draw_arrow (pen, &pen->figure->arrows[i], &still->skeleton, 1);
  for (guint i = 0; i < from->n_arrows; i++)
    draw_arrow (pen, &from->arrows[i], &from->skeleton, stays (from, to, i) ? 1 : before);
  for (guint i = 0; i < to->n_arrows; i++)
    if (!stays (to, from, i))
      draw_arrow (pen, &to->arrows[i], &to->skeleton, after);
}

static void
draw_body (SoleusFigurePen          *pen,
           const SoleusFigureMoment *moment)
{
  const SoleusFigure *figure = pen->figure;
  const SoleusFigureFrame *frame = soleus_figure_get_frame (figure, moment->share < 0.5 ? moment->from : moment->to);

  for (guint i = 0; i < figure->n_order; i++)
    {
      SoleusFigureStep step = figure->order[i];

      switch (step)
        {
        case SOLEUS_FIGURE_STEP_FAR_ARM:
          soleus_figure_draw_arm (pen, SOLEUS_FIGURE_FAR, frame->grips[SOLEUS_FIGURE_FAR]);
          break;
        case SOLEUS_FIGURE_STEP_FAR_LEG:
          soleus_figure_draw_leg (pen, SOLEUS_FIGURE_FAR);
          break;
        case SOLEUS_FIGURE_STEP_TRUNK:
          soleus_figure_draw_trunk (pen);
          break;
        case SOLEUS_FIGURE_STEP_HEAD:
          soleus_figure_draw_head (pen);
          break;
        case SOLEUS_FIGURE_STEP_NEAR_LEG:
          soleus_figure_draw_leg (pen, SOLEUS_FIGURE_NEAR);
          break;
        case SOLEUS_FIGURE_STEP_NEAR_ARM:
          soleus_figure_draw_arm (pen, SOLEUS_FIGURE_NEAR, frame->grips[SOLEUS_FIGURE_NEAR]);
          break;
        case SOLEUS_FIGURE_STEP_MID:
        default:
          draw_props (pen, moment, SOLEUS_FIGURE_LAYER_MID);
          break;
        }

      if (figure->has_target &&
          step == (figure->target_side == SOLEUS_FIGURE_NEAR ? SOLEUS_FIGURE_STEP_NEAR_LEG : SOLEUS_FIGURE_STEP_FAR_LEG))
        draw_muscle (pen);
    }
}

/**
 * soleus_figure_draw:
 * @figures: whose body and colours the figure has
 * @figure: a figure of @figures, or one that was made with them
 * @cr: where to draw; the upper left corner of the room is at its origin
 * @width: the room, in logical pixels
 * @height: the room, in logical pixels
 * @seconds: the time since the move began; negative for the still frame
 * @look: the colours; the ground itself is not drawn
 * @mirror: whether the other side is shown: as stored, the near leg is the right one
 *
 * Draws the figure as large as its box fits into the room, in its middle. Things that go beyond the box, such as a floor,
 * fill the room.
 */
void
soleus_figure_draw (const SoleusFigures *figures,
                    const SoleusFigure  *figure,
                    cairo_t             *cr,
                    double               width,
                    double               height,
                    double               seconds,
                    SoleusFigureLook     look,
                    gboolean             mirror)
{
  const double *box = figure->box;
  double scale = MIN (width / (box[2] - box[0]), height / (box[3] - box[1]));
  SoleusFigureSkeleton skeleton = { 0 };
  SoleusFigureMoment moment;
  SoleusFigurePose pose;
  SoleusFigurePen pen = {
    .cr = cr,
    .figures = figures,
    .figure = figure,
    .skeleton = &skeleton,
    .shapes = figure->view == SOLEUS_FIGURE_VIEW_FRONT ? &figures->front : &figures->side,
    .palette = figures->palettes[MIN ((guint) look, SOLEUS_N_FIGURE_LOOKS - 1)],
  };

  if (!(scale >= LEAST_SCALE && scale <= MOST_SCALE))
    return;
  pen.unit = CLAMP (sqrt (scale / REFERENCE), LEAST_LINES, MOST_LINES) / scale;
  pen.plain = scale < PLAIN_BELOW;
  soleus_figure_moment_at (figure, seconds, &moment);
  if (figure->body)
    soleus_figure_solve (figures, figure, &moment, &pose, &skeleton);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, mirror ? -scale : scale, -scale);
  cairo_translate (cr, -(box[0] + box[2]) / 2, -(box[1] + box[3]) / 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_new_path (cr);

  draw_props (&pen, &moment, SOLEUS_FIGURE_LAYER_BACK);
  if (figure->body)
    draw_body (&pen, &moment);
  else
    draw_props (&pen, &moment, SOLEUS_FIGURE_LAYER_MID);
  draw_props (&pen, &moment, SOLEUS_FIGURE_LAYER_FRONT);
  draw_arrows (&pen, &moment);
  cairo_restore (cr);
}
