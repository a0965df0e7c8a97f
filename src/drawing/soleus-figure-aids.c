/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A walking frame and a wheelchair from the side. A person is inside them: their far side is drawn in the layer behind
 * the person, their near side in the layer between leg and arm. */
#include "drawing/soleus-figure-pen.h"

#define TUBE 0.014

#define FRAME_LEAN 0.03
#define FRAME_ROUND 0.05
#define FRAME_BAR 0.42
#define FRAME_WHEEL 0.036
#define FAR_SIDE 0.014

#define WHEEL 0.175
#define WHEEL_BEHIND 0.21
#define RIM 0.155
#define CASTER 0.05
#define N_SPOKES 8

static void
stroke_tube (const SoleusFigurePen *pen,
             double                 width,
             SoleusFigureColorId    fill)
{
  cairo_set_line_width (pen->cr, width + 2 * SOLEUS_FIGURE_MID_LINE * pen->unit);
  soleus_figure_pen_set_color (pen, SOLEUS_FIGURE_COLOR_PROP_LINE, 1);
  cairo_stroke_preserve (pen->cr);
  cairo_set_line_width (pen->cr, width);
  soleus_figure_pen_set_color (pen, fill, 1);
  cairo_stroke (pen->cr);
}

/* One side of the frame: a tube up from behind, along the grip, and down in front. */
static void
draw_frame_side (const SoleusFigurePen  *pen,
                 const SoleusFigureProp *prop,
                 double                  shift,
                 SoleusFigureColorId     fill)
{
  double back = prop->x[0] + shift;
  double front = prop->x[1] + shift;
  double foot = prop->wheels ? FRAME_WHEEL : 0.012;
  double top = prop->height;

  cairo_move_to (pen->cr, back + FRAME_LEAN * (1 - FRAME_BAR), top * FRAME_BAR);
  cairo_line_to (pen->cr, front - FRAME_LEAN * (1 - FRAME_BAR), top * FRAME_BAR);
  stroke_tube (pen, TUBE * 0.8, fill);

  cairo_move_to (pen->cr, back, 0.012);
  cairo_line_to (pen->cr, back + FRAME_LEAN, top - FRAME_ROUND);
  cairo_curve_to (pen->cr, back + FRAME_LEAN, top, back + FRAME_LEAN, top, back + FRAME_LEAN + FRAME_ROUND, top);
  cairo_line_to (pen->cr, front - FRAME_LEAN - FRAME_ROUND, top);
  cairo_curve_to (pen->cr, front - FRAME_LEAN, top, front - FRAME_LEAN, top, front - FRAME_LEAN, top - FRAME_ROUND);
  cairo_line_to (pen->cr, front, foot);
  stroke_tube (pen, TUBE, fill);

  /* The grip, and what stands on the floor. */
  cairo_move_to (pen->cr, back + FRAME_LEAN + FRAME_ROUND, top);
  cairo_line_to (pen->cr, front - FRAME_LEAN - FRAME_ROUND, top);
  cairo_set_line_width (pen->cr, TUBE * 1.7);
  soleus_figure_pen_set_color (pen, SOLEUS_FIGURE_COLOR_PROP_LINE, 1);
  cairo_stroke (pen->cr);
  cairo_move_to (pen->cr, back, TUBE);
  cairo_line_to (pen->cr, back, TUBE);
  if (!prop->wheels)
    {
      cairo_move_to (pen->cr, front, TUBE);
      cairo_line_to (pen->cr, front, TUBE);
    }
  cairo_set_line_width (pen->cr, TUBE * 2);
  cairo_stroke (pen->cr);
  if (prop->wheels)
    {
      soleus_figure_pen_add_disc (pen, (SoleusFigurePoint) { front, FRAME_WHEEL }, FRAME_WHEEL);
      soleus_figure_pen_fill_and_stroke (pen, fill, SOLEUS_FIGURE_COLOR_PROP_LINE, 2 * SOLEUS_FIGURE_LINE);
    }
}

static void
draw_walking_frame (const SoleusFigurePen  *pen,
                    const SoleusFigureProp *prop,
                    SoleusFigureLayer       layer)
{
  if (layer == SOLEUS_FIGURE_LAYER_BACK)
    draw_frame_side (pen, prop, FAR_SIDE, SOLEUS_FIGURE_COLOR_PROP2);
  else if (layer == SOLEUS_FIGURE_LAYER_MID)
    draw_frame_side (pen, prop, 0, SOLEUS_FIGURE_COLOR_PROP);
}

static SoleusFigurePoint
at (const SoleusFigureProp *prop,
    double                  ahead,
    double                  y)
{
  return (SoleusFigurePoint) { prop->left + prop->face * ahead, y };
}

static void
add_line (const SoleusFigurePen *pen,
          SoleusFigurePoint      from,
          SoleusFigurePoint      to)
{
  cairo_move_to (pen->cr, from.x, from.y);
  cairo_line_to (pen->cr, to.x, to.y);
}

static void
draw_wheel (const SoleusFigurePen  *pen,
            const SoleusFigureProp *prop,
            double                  shift,
            SoleusFigureColorId     fill)
{
  SoleusFigurePoint hub = at (prop, shift - WHEEL_BEHIND, WHEEL);

  for (guint i = 0; i < N_SPOKES; i++)
    {
      SoleusFigurePoint spoke = soleus_figure_limb_direction (360.0 * i / N_SPOKES + 11);

      add_line (pen, hub, soleus_figure_point_add (hub, spoke, WHEEL));
    }
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_PROP_LINE, SOLEUS_FIGURE_FINE_LINE);
  soleus_figure_pen_add_disc (pen, hub, WHEEL - TUBE / 2);
  stroke_tube (pen, TUBE, fill);
  soleus_figure_pen_add_disc (pen, hub, RIM - TUBE);
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_PROP_LINE, SOLEUS_FIGURE_FINE_LINE);
  soleus_figure_pen_add_disc (pen, hub, TUBE);
  soleus_figure_pen_fill_and_stroke (pen, fill, SOLEUS_FIGURE_COLOR_PROP_LINE, SOLEUS_FIGURE_MID_LINE);
}

static void
draw_wheelchair (const SoleusFigurePen  *pen,
                 const SoleusFigureProp *prop,
                 SoleusFigureLayer       layer)
{
  double seat = prop->seat;
  double rest = seat + 0.115;
  SoleusFigurePoint caster = at (prop, 0.005, CASTER);

  if (layer == SOLEUS_FIGURE_LAYER_MID)
    {
      draw_wheel (pen, prop, 0, SOLEUS_FIGURE_COLOR_PROP);
      add_line (pen, at (prop, -0.05, seat), at (prop, -0.05, rest));
      stroke_tube (pen, TUBE * 0.8, SOLEUS_FIGURE_COLOR_PROP);
      add_line (pen, at (prop, -0.24, rest), at (prop, -0.03, rest));
      stroke_tube (pen, TUBE * 1.6, SOLEUS_FIGURE_COLOR_PROP2);
      return;
    }
  if (layer != SOLEUS_FIGURE_LAYER_BACK)
    return;

  draw_wheel (pen, prop, FAR_SIDE, SOLEUS_FIGURE_COLOR_PROP2);
  add_line (pen, at (prop, -0.245, WHEEL), at (prop, -0.262, prop->back));
  cairo_line_to (pen->cr, at (prop, -0.33, prop->back).x, prop->back + 0.004);
  stroke_tube (pen, TUBE, SOLEUS_FIGURE_COLOR_PROP2);
  add_line (pen, at (prop, -0.25, seat), at (prop, -0.262, prop->back - 0.03));
  stroke_tube (pen, TUBE * 2, SOLEUS_FIGURE_COLOR_PROP);
  add_line (pen, at (prop, -0.20, 0.12), at (prop, 0.0, 0.12));
  stroke_tube (pen, TUBE, SOLEUS_FIGURE_COLOR_PROP2);
  add_line (pen, at (prop, 0.005, CASTER), at (prop, 0.005, seat - 0.02));
  stroke_tube (pen, TUBE, SOLEUS_FIGURE_COLOR_PROP2);
  if (prop->footrest)
    {
      add_line (pen, at (prop, 0.005, seat - 0.02), at (prop, 0.085, 0.045));
      cairo_line_to (pen->cr, at (prop, 0.175, 0).x, 0.03);
      stroke_tube (pen, TUBE, SOLEUS_FIGURE_COLOR_PROP2);
    }
  add_line (pen, at (prop, -0.245, seat - 0.014), at (prop, -0.005, seat - 0.014));
  stroke_tube (pen, 0.026, SOLEUS_FIGURE_COLOR_PROP);
  soleus_figure_pen_add_disc (pen, caster, CASTER - 0.006);
  stroke_tube (pen, TUBE * 0.8, SOLEUS_FIGURE_COLOR_PROP);
}

/* Draws the part of a walking frame or a wheelchair that lies in @layer. */
void
soleus_figure_draw_aid (const SoleusFigurePen  *pen,
                        const SoleusFigureProp *prop,
                        SoleusFigureLayer       layer)
{
  if (prop->type == SOLEUS_FIGURE_PROP_WALKING_FRAME)
    draw_walking_frame (pen, prop, layer);
  else
    draw_wheelchair (pen, prop, layer);
}
