/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head. From the front it has a second ear and a second eye. */
#include "drawing/soleus-figure-pen.h"

static void
draw_ear (const SoleusFigurePen *pen,
          SoleusFigurePoint      front,
          SoleusFigurePoint      up)
{
  soleus_figure_add_local_curve (pen, &pen->shapes->ear, pen->skeleton->atlas, front, up, TRUE);
  soleus_figure_pen_fill_and_stroke (pen, SOLEUS_FIGURE_COLOR_BODY, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_THIN_LINE);
}

static void
draw_eye (const SoleusFigurePen *pen,
          SoleusFigurePoint      front,
          SoleusFigurePoint      up)
{
  const SoleusFigureShapes *shapes = pen->shapes;
  SoleusFigurePoint eye = soleus_figure_point_add (soleus_figure_point_add (pen->skeleton->atlas, front, shapes->eye.x), up, shapes->eye.y);

  soleus_figure_pen_add_disc (pen, eye, shapes->eye_radius);
  soleus_figure_pen_fill (pen, SOLEUS_FIGURE_COLOR_LINE);
}

void
soleus_figure_draw_head (SoleusFigurePen *pen)
{
  const SoleusFigureShapes *shapes = pen->shapes;
  SoleusFigurePoint origin = pen->skeleton->atlas;
  SoleusFigurePoint up = soleus_figure_trunk_direction (pen->skeleton->head);
  SoleusFigurePoint front = soleus_figure_trunk_front (pen->skeleton->head);
  SoleusFigurePoint other = { -front.x, -front.y };
  gboolean from_front = pen->figure->view == SOLEUS_FIGURE_VIEW_FRONT;

  if (pen->figure->bun)
    {
      SoleusFigurePoint bun = soleus_figure_point_add (soleus_figure_point_add (origin, front, shapes->bun.x), up, shapes->bun.y);

      soleus_figure_pen_add_disc (pen, bun, shapes->bun_radius);
      soleus_figure_pen_fill_and_stroke (pen, SOLEUS_FIGURE_COLOR_HAIR, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_MID_LINE);
    }
  if (from_front)
    {
      draw_ear (pen, front, up);
      draw_ear (pen, other, up);
    }
  soleus_figure_add_local_curve (pen, &shapes->face, origin, front, up, TRUE);
  soleus_figure_pen_take_piece (pen, SOLEUS_FIGURE_COLOR_BODY);
  soleus_figure_pen_unite (pen, SOLEUS_FIGURE_LINE);
  soleus_figure_add_local_curve (pen, &shapes->hair, origin, front, up, TRUE);
  soleus_figure_pen_fill_and_stroke (pen, SOLEUS_FIGURE_COLOR_HAIR, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_THIN_LINE);
  if (!from_front)
    draw_ear (pen, front, up);
  draw_eye (pen, front, up);
  if (from_front)
    draw_eye (pen, other, up);
  soleus_figure_draw_local_lines (pen, &shapes->face_lines, origin, front, up);
}
