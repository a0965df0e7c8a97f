/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Smooth curves through points, limbs around bones, and the union of several outlines: all are stroked with twice the
 * width, then all are filled, so that only the line around the whole stays. */
#include "drawing/soleus-figure-pen.h"

#include <math.h>

void
soleus_figure_pen_set_color (const SoleusFigurePen *pen,
                             SoleusFigureColorId    color,
                             double                 opacity)
{
  const SoleusColor *of = &pen->palette[MIN (color, SOLEUS_N_FIGURE_COLORS - 1)];

  cairo_set_source_rgba (pen->cr, of->red, of->green, of->blue, opacity);
}

/* Strokes the current path. */
void
soleus_figure_pen_stroke (const SoleusFigurePen *pen,
                          SoleusFigureColorId    color,
                          double                 width)
{
  soleus_figure_pen_set_color (pen, color, 1);
  cairo_set_line_width (pen->cr, width * pen->unit);
  cairo_stroke (pen->cr);
}

void
soleus_figure_pen_fill (const SoleusFigurePen *pen,
                        SoleusFigureColorId    color)
{
  soleus_figure_pen_set_color (pen, color, 1);
  cairo_fill (pen->cr);
}

void
soleus_figure_pen_fill_and_stroke (const SoleusFigurePen *pen,
                                   SoleusFigureColorId    fill,
                                   SoleusFigureColorId    stroke,
                                   double                 width)
{
  soleus_figure_pen_set_color (pen, fill, 1);
  cairo_fill_preserve (pen->cr);
  soleus_figure_pen_stroke (pen, stroke, width);
}

/* A Catmull-Rom curve through the points, as a path of its own or as what comes next of the current one. */
void
soleus_figure_pen_add_curve (const SoleusFigurePen   *pen,
                             const SoleusFigurePoint *points,
                             guint                    n_points,
                             gboolean                 closed,
                             gboolean                 go_on)
{
  guint n = n_points;

  if (n == 0)
    return;
  if (go_on)
    cairo_line_to (pen->cr, points[0].x, points[0].y);
  else
    cairo_move_to (pen->cr, points[0].x, points[0].y);

  for (guint i = 0; i + (closed ? 0 : 1) < n; i++)
    {
      const SoleusFigurePoint *before = &points[closed ? (i + n - 1) % n : i > 0 ? i - 1 : 0];
      const SoleusFigurePoint *start = &points[i];
      const SoleusFigurePoint *end = &points[(i + 1) % n];
      const SoleusFigurePoint *after = &points[closed ? (i + 2) % n : MIN (i + 2, n - 1)];

      cairo_curve_to (pen->cr, start->x + (end->x - before->x) / 6, start->y + (end->y - before->y) / 6,
                      end->x - (after->x - start->x) / 6, end->y - (after->y - start->y) / 6, end->x, end->y);
    }
  if (closed)
    cairo_close_path (pen->cr);
}

void
soleus_figure_pen_add_disc (const SoleusFigurePen *pen,
                            SoleusFigurePoint      center,
                            double                 radius)
{
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, center.x, center.y, radius, 0, 2 * G_PI);
  cairo_close_path (pen->cr);
}

/* Half widths at @at, straight between the rows of the profile. */
static void
get_row (const SoleusFigureProfile *profile,
         double                     at,
         double                    *row)
{
  guint i = 0;
  const double *one;
  const double *two;
  double share;

  while (i + 2 < profile->n && profile->rows[i + 1][0] < at)
    i++;
  one = profile->rows[i];
  two = profile->rows[i + 1];
  share = CLAMP ((at - one[0]) / (two[0] - one[0]), 0, 1);
  row[0] = at;
  row[1] = one[1] + (two[1] - one[1]) * share;
  row[2] = one[2] + (two[2] - one[2]) * share;
}

/* A point on the edge, or @deeper inside. */
SoleusFigurePoint
soleus_figure_flesh_point (const SoleusFigureFlesh *flesh,
                           double                   at,
                           gboolean                 front,
                           double                   deeper)
{
  double row[3];
  SoleusFigurePoint middle = soleus_figure_point_add (flesh->base, soleus_figure_limb_direction (flesh->angle), at * flesh->length);
  double half;

  get_row (flesh->profile, at, row);
  half = (front ? row[1] : row[2]) + flesh->wider - deeper;
  return soleus_figure_point_add (middle, soleus_figure_limb_front (flesh->angle), (front ? half : -half) * flesh->out);
}

/* The points of one edge between @from and @to. */
static guint
get_edge (const SoleusFigureFlesh *flesh,
          double                   from,
          double                   to,
          gboolean                 front,
          SoleusFigurePoint       *points)
{
  const SoleusFigureProfile *profile = flesh->profile;
  guint n = 0;

  from = MAX (from, profile->rows[0][0]);
  to = MIN (to, profile->rows[profile->n - 1][0]);
  points[n++] = soleus_figure_flesh_point (flesh, from, front, 0);
  for (guint i = 0; i < profile->n; i++)
    if (profile->rows[i][0] > from + 0.01 && profile->rows[i][0] < to - 0.01)
      points[n++] = soleus_figure_flesh_point (flesh, profile->rows[i][0], front, 0);
  if (to > from)
    points[n++] = soleus_figure_flesh_point (flesh, to, front, 0);
  return n;
}

void
soleus_figure_pen_add_edge (const SoleusFigurePen   *pen,
                            const SoleusFigureFlesh *flesh,
                            double                   from,
                            double                   to,
                            gboolean                 front)
{
  SoleusFigurePoint points[SOLEUS_FIGURE_MAX_OUTLINE + 2];
  guint n = get_edge (flesh, from, to, front, points);

  soleus_figure_pen_add_curve (pen, points, n, FALSE, FALSE);
}

/* Both edges, joined by straight ends. */
void
soleus_figure_pen_add_flesh (const SoleusFigurePen   *pen,
                             const SoleusFigureFlesh *flesh,
                             double                   from,
                             double                   to)
{
  SoleusFigurePoint points[SOLEUS_FIGURE_MAX_OUTLINE + 2];
  SoleusFigurePoint back[SOLEUS_FIGURE_MAX_OUTLINE + 2];
  guint n = get_edge (flesh, from, to, TRUE, points);

  soleus_figure_pen_add_curve (pen, points, n, FALSE, FALSE);
  n = get_edge (flesh, from, to, FALSE, points);
  for (guint i = 0; i < n; i++)
    back[i] = points[n - 1 - i];
  soleus_figure_pen_add_curve (pen, back, n, FALSE, TRUE);
  cairo_close_path (pen->cr);
}

/* Takes the current path as a piece of a union. */
void
soleus_figure_pen_take_piece (SoleusFigurePen    *pen,
                              SoleusFigureColorId color)
{
  g_return_if_fail (pen->n_pieces < SOLEUS_FIGURE_MAX_PIECES);

  pen->pieces[pen->n_pieces] = cairo_copy_path (pen->cr);
  pen->colors[pen->n_pieces] = color;
  pen->n_pieces++;
  cairo_new_path (pen->cr);
}

/* Draws the pieces that were taken as one body with one line around it, or with none. */
void
soleus_figure_pen_unite (SoleusFigurePen *pen,
                         double           width)
{
  cairo_new_path (pen->cr);
  if (width > 0)
    {
      for (guint i = 0; i < pen->n_pieces; i++)
        cairo_append_path (pen->cr, pen->pieces[i]);
      soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_LINE, 2 * width);
    }

  for (guint i = 0; i < pen->n_pieces; i++)
    {
      cairo_append_path (pen->cr, pen->pieces[i]);
      soleus_figure_pen_fill (pen, pen->colors[i]);
      cairo_path_destroy (pen->pieces[i]);
    }
  pen->n_pieces = 0;
}

/* An outline in a frame of its own, such as that of a head. */
void
soleus_figure_add_local_curve (const SoleusFigurePen     *pen,
                               const SoleusFigureOutline *outline,
                               SoleusFigurePoint          origin,
                               SoleusFigurePoint          x_axis,
                               SoleusFigurePoint          y_axis,
                               gboolean                   closed)
{
  SoleusFigurePoint points[SOLEUS_FIGURE_MAX_OUTLINE];

  for (guint i = 0; i < outline->n; i++)
    points[i] = soleus_figure_point_add (soleus_figure_point_add (origin, x_axis, outline->points[i].x), y_axis, outline->points[i].y);
  soleus_figure_pen_add_curve (pen, points, outline->n, closed, FALSE);
}

void
soleus_figure_draw_local_lines (const SoleusFigurePen   *pen,
                                const SoleusFigureLines *lines,
                                SoleusFigurePoint        origin,
                                SoleusFigurePoint        x_axis,
                                SoleusFigurePoint        y_axis)
{
  if (pen->plain || lines->n == 0)
    return;
  for (guint i = 0; i < lines->n; i++)
    soleus_figure_add_local_curve (pen, &lines->lines[i], origin, x_axis, y_axis, FALSE);
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_FINE_LINE);
}
