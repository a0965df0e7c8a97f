/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How figures are drawn: lines that keep their weight at every size, and several outlines that become one. Part of the
 * painter of figures. */
#pragma once

#include "drawing/soleus-figure-private.h"

G_BEGIN_DECLS

#define SOLEUS_FIGURE_MAX_PIECES 12

/* Widths of lines, in pixels where a body is 300 pixels high. */
#define SOLEUS_FIGURE_LINE 2.2
#define SOLEUS_FIGURE_MID_LINE 1.8
#define SOLEUS_FIGURE_THIN_LINE 1.4
#define SOLEUS_FIGURE_FINE_LINE 1.1

typedef struct
{
  cairo_t *cr;
  const SoleusFigures *figures;
  const SoleusFigure *figure;
  const SoleusFigureSkeleton *skeleton;
  const SoleusFigureShapes *shapes;
  const SoleusColor *palette;
  double unit; /* the length of one pixel of a line's width */
  gboolean plain; /* too small for hatching */

  guint n_pieces;
  cairo_path_t *pieces[SOLEUS_FIGURE_MAX_PIECES];
  SoleusFigureColorId colors[SOLEUS_FIGURE_MAX_PIECES];
} SoleusFigurePen;

/* Of the upper arm and the thigh, what counts as trunk. */
#define SOLEUS_FIGURE_ROOT 0.2

/* An outline as straight pieces, which can be asked what lies inside. */
typedef struct
{
  guint n;
  SoleusFigurePoint points[8 * SOLEUS_FIGURE_MAX_OUTLINE];
} SoleusFigureShape;

/* A bone with the outline around it. */
typedef struct
{
  SoleusFigurePoint base;
  double angle;
  double length;
  const SoleusFigureProfile *profile;
  double wider;
  double out;
} SoleusFigureFlesh;

void soleus_figure_pen_set_color (const SoleusFigurePen *pen,
                                  SoleusFigureColorId    color,
                                  double                 opacity);
void soleus_figure_pen_stroke (const SoleusFigurePen *pen,
                               SoleusFigureColorId    color,
                               double                 width);
void soleus_figure_pen_fill (const SoleusFigurePen *pen,
                             SoleusFigureColorId    color);
void soleus_figure_pen_fill_and_stroke (const SoleusFigurePen *pen,
                                        SoleusFigureColorId    fill,
                                        SoleusFigureColorId    stroke,
                                        double                 width);

void soleus_figure_pen_add_curve (const SoleusFigurePen   *pen,
                                  const SoleusFigurePoint *points,
                                  guint                    n_points,
                                  gboolean                 closed,
                                  gboolean                 go_on);
void soleus_figure_pen_add_disc (const SoleusFigurePen *pen,
                                 SoleusFigurePoint      center,
                                 double                 radius);
void soleus_figure_pen_add_flesh (const SoleusFigurePen   *pen,
                                  const SoleusFigureFlesh *flesh,
                                  double                   from,
                                  double                   to);
void soleus_figure_pen_add_edge (const SoleusFigurePen   *pen,
                                 const SoleusFigureFlesh *flesh,
                                 double                   from,
                                 double                   to,
                                 gboolean                 front);
SoleusFigurePoint soleus_figure_flesh_point (const SoleusFigureFlesh *flesh,
                                             double                   at,
                                             gboolean                 front,
                                             double                   deeper);

void soleus_figure_pen_take_piece (SoleusFigurePen    *pen,
                                   SoleusFigureColorId color);
void soleus_figure_pen_unite (SoleusFigurePen *pen,
                              double           width);

/* The parts of a body. */
void soleus_figure_draw_trunk (SoleusFigurePen *pen);
void soleus_figure_draw_head (SoleusFigurePen *pen);
void soleus_figure_draw_leg (SoleusFigurePen *pen,
                             SoleusFigureSide side);
void soleus_figure_draw_arm (SoleusFigurePen *pen,
                             SoleusFigureSide side,
                             SoleusFigureGrip grip);

/* What they need of each other. */
SoleusFigureFlesh soleus_figure_get_thigh (const SoleusFigurePen *pen,
                                           SoleusFigureSide       side);
SoleusFigureFlesh soleus_figure_get_arm (const SoleusFigurePen *pen,
                                         SoleusFigureSide       side);
double soleus_figure_get_hip_disc (const SoleusFigurePen *pen);
void soleus_figure_get_trunk_shape (const SoleusFigurePen *pen,
                                    SoleusFigureShape     *shape);
gboolean soleus_figure_shape_holds (const SoleusFigureShape *shape,
                                    SoleusFigurePoint        point);

void soleus_figure_add_local_curve (const SoleusFigurePen     *pen,
                                    const SoleusFigureOutline *outline,
                                    SoleusFigurePoint          origin,
                                    SoleusFigurePoint          x_axis,
                                    SoleusFigurePoint          y_axis,
                                    gboolean                   closed);
void soleus_figure_draw_local_lines (const SoleusFigurePen   *pen,
                                     const SoleusFigureLines *lines,
                                     SoleusFigurePoint        origin,
                                     SoleusFigurePoint        x_axis,
                                     SoleusFigurePoint        y_axis);

/* The things. */
void soleus_figure_draw_prop (const SoleusFigurePen  *pen,
                              const SoleusFigureProp *prop,
                              SoleusFigureLayer       layer);
void soleus_figure_draw_aid (const SoleusFigurePen  *pen,
                             const SoleusFigureProp *prop,
                             SoleusFigureLayer       layer);
void soleus_figure_pen_draw_box (const SoleusFigurePen *pen,
                                 double                 x,
                                 double                 y,
                                 double                 width,
                                 double                 height,
                                 double                 radius,
                                 SoleusFigureColorId    fill);

G_END_DECLS
