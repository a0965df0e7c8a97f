/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arms and legs, from the side and from the front. */
#include "drawing/soleus-figure-pen.h"

/* Where an edge begins that stays inside the trunk. */
#define INSIDE_ARM 0.36
#define INSIDE_THIGH 0.24

/* Where skin begins below sleeve and shorts. */
#define BARE_ARM 0.5
#define BARE_THIGH 0.4

#define HEM_BELOW_HIP 0.006
#define KNEECAP 0.62
#define N_EXIT_STEPS 20

/* From the side, the limbs beyond the trunk are in darker colours. */
static gboolean
is_far (const SoleusFigurePen *pen,
        SoleusFigureSide       side)
{
  return side == SOLEUS_FIGURE_FAR && pen->figure->view != SOLEUS_FIGURE_VIEW_FRONT;
}

SoleusFigureFlesh
soleus_figure_get_thigh (const SoleusFigurePen *pen,
                         SoleusFigureSide       side)
{
  const SoleusFigureBones *bones = &pen->skeleton->limbs[side];

  return (SoleusFigureFlesh) { bones->hip, bones->thigh, bones->thigh_length, &pen->shapes->thigh, 0, bones->out };
}

SoleusFigureFlesh
soleus_figure_get_arm (const SoleusFigurePen *pen,
                       SoleusFigureSide       side)
{
  const SoleusFigureBones *bones = &pen->skeleton->limbs[side];

  return (SoleusFigureFlesh) { bones->shoulder, bones->arm, bones->arm_length, &pen->shapes->upper_arm, 0, bones->out };
}

/* Draws the edges of sleeve or shorts from where they leave the trunk, and the hem. Like those of a union, the lines lie
 * outside the cloth. */
static void
draw_edges (const SoleusFigurePen   *pen,
            const SoleusFigureShape *trunk,
            const SoleusFigureFlesh *flesh,
            double                   inside,
            double                   to)
{
  SoleusFigureFlesh line = *flesh;
  SoleusFigurePoint hem;

  line.wider += SOLEUS_FIGURE_LINE * pen->unit / 2;
  for (guint edge = 0; edge < 2; edge++)
    {
      double from = SOLEUS_FIGURE_ROOT - 0.02;

      for (guint i = 0; i < N_EXIT_STEPS && from < inside; i++)
        {
          if (!soleus_figure_shape_holds (trunk, soleus_figure_flesh_point (&line, from, edge == 0, 0)))
            break;
          from += (inside - SOLEUS_FIGURE_ROOT) / N_EXIT_STEPS;
        }
      soleus_figure_pen_add_edge (pen, &line, MIN (from, inside), to, edge == 0);
    }
  hem = soleus_figure_flesh_point (&line, to, TRUE, 0);
  cairo_line_to (pen->cr, hem.x, hem.y);
  soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_LINE);
}

static void
add_foot (const SoleusFigurePen   *pen,
          const SoleusFigureBones *bones,
          gboolean                 shoe)
{
  const SoleusFigureOutline *sole = shoe ? &pen->shapes->shoe : &pen->shapes->foot;
  const SoleusFigureOutline *toes = shoe ? &pen->shapes->shoe_toes : &pen->shapes->foot_toes;
  const SoleusFigureOutline *top = shoe ? &pen->shapes->shoe_top : &pen->shapes->foot_top;
  SoleusFigurePoint along = soleus_figure_limb_direction (bones->toes);
  SoleusFigurePoint up = { -along.y, along.x };
  gboolean from_front = pen->figure->view == SOLEUS_FIGURE_VIEW_FRONT;
  SoleusFigurePoint points[3 * SOLEUS_FIGURE_MAX_OUTLINE];
  guint n = 0;

  for (guint i = 0; i < sole->n; i++)
    points[n++] = soleus_figure_foot_point (pen->figures, bones, sole->points[i].x, sole->points[i].y);
  for (guint i = 0; i < toes->n && !from_front; i++)
    points[n++] = soleus_figure_point_add (soleus_figure_point_add (bones->ball, along, toes->points[i].x), up, toes->points[i].y);
  for (guint i = 0; i < top->n && !from_front; i++)
    points[n++] = soleus_figure_foot_point (pen->figures, bones, top->points[i].x, top->points[i].y);
  soleus_figure_pen_add_curve (pen, points, n, TRUE, FALSE);
}

static void
draw_foot_lines (const SoleusFigurePen   *pen,
                 const SoleusFigureBones *bones,
                 gboolean                 shoe)
{
  SoleusFigurePoint origin = soleus_figure_foot_point (pen->figures, bones, 0, 0);
  SoleusFigurePoint along = soleus_figure_limb_direction (bones->foot);
  SoleusFigurePoint up = { -along.y, along.x };

  along = (SoleusFigurePoint) { along.x * bones->out, along.y * bones->out };
  soleus_figure_draw_local_lines (pen, shoe ? &pen->shapes->shoe_lines : &pen->shapes->foot_lines, origin, along, up);
}

void
soleus_figure_draw_leg (SoleusFigurePen *pen,
                        SoleusFigureSide side)
{
  const SoleusFigures *figures = pen->figures;
  const SoleusFigureBones *bones = &pen->skeleton->limbs[side];
  gboolean far = is_far (pen, side);
  SoleusFigureWear wear = pen->figure->wear[side];
  SoleusFigureColorId skin = far ? SOLEUS_FIGURE_COLOR_FAR : SOLEUS_FIGURE_COLOR_BODY;
  SoleusFigureColorId cloth = far ? SOLEUS_FIGURE_COLOR_SHORT_FAR : SOLEUS_FIGURE_COLOR_SHORT;
  SoleusFigureColorId lower = wear == SOLEUS_FIGURE_WEAR_STOCKING ? SOLEUS_FIGURE_COLOR_STOCKING : skin;
  SoleusFigureColorId foot = wear == SOLEUS_FIGURE_WEAR_SHOE ? SOLEUS_FIGURE_COLOR_SHOE : lower;
  SoleusFigureFlesh thigh = soleus_figure_get_thigh (pen, side);
  SoleusFigureFlesh shank = { bones->knee, bones->shank, bones->shank_length, &pen->shapes->shank, 0, bones->out };
  SoleusFigureFlesh shorts = thigh;
  double hem = figures->shorts_until;

  /* When the thigh comes toward the onlooker, its shorts still go round the hip. */
  hem = CLAMP ((soleus_figure_get_hip_disc (pen) + HEM_BELOW_HIP) / MAX (thigh.length, 0.001), hem, 0.95);
  shorts.wider = figures->shorts_wider;
  soleus_figure_pen_add_flesh (pen, &thigh, MIN (hem - 0.1, BARE_THIGH), 1);
  soleus_figure_pen_take_piece (pen, skin);
  soleus_figure_pen_add_flesh (pen, &shank, 0, 1);
  soleus_figure_pen_take_piece (pen, lower);
  soleus_figure_pen_add_disc (pen, bones->knee, pen->shapes->discs.knee);
  soleus_figure_pen_take_piece (pen, skin);
  soleus_figure_pen_add_disc (pen, bones->ankle, pen->shapes->discs.ankle);
  soleus_figure_pen_take_piece (pen, lower);
  add_foot (pen, bones, wear == SOLEUS_FIGURE_WEAR_SHOE);
  soleus_figure_pen_take_piece (pen, foot);
  soleus_figure_pen_unite (pen, SOLEUS_FIGURE_LINE);
  draw_foot_lines (pen, bones, wear == SOLEUS_FIGURE_WEAR_SHOE);
  if (pen->figure->view == SOLEUS_FIGURE_VIEW_FRONT && !pen->plain)
    {
      cairo_arc (pen->cr, bones->knee.x, bones->knee.y, pen->shapes->discs.knee * KNEECAP, G_PI * 1.2, G_PI * 1.8);
      soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_FINE_LINE);
    }
  if (wear == SOLEUS_FIGURE_WEAR_STOCKING)
    {
      SoleusFigurePoint front = soleus_figure_flesh_point (&shank, 0.13, TRUE, 0);
      SoleusFigurePoint back = soleus_figure_flesh_point (&shank, 0.13, FALSE, 0);

      cairo_move_to (pen->cr, front.x, front.y);
      cairo_line_to (pen->cr, back.x, back.y);
      soleus_figure_pen_stroke (pen, SOLEUS_FIGURE_COLOR_LINE, SOLEUS_FIGURE_MID_LINE);
    }

  soleus_figure_pen_add_flesh (pen, &shorts, -1, hem);
  soleus_figure_pen_take_piece (pen, cloth);
  soleus_figure_pen_add_disc (pen, bones->hip, soleus_figure_get_hip_disc (pen));
  soleus_figure_pen_take_piece (pen, cloth);
  if (far)
    soleus_figure_pen_unite (pen, SOLEUS_FIGURE_LINE);
  else
    {
      SoleusFigureShape trunk;

      soleus_figure_get_trunk_shape (pen, &trunk);
      soleus_figure_pen_unite (pen, 0);
      draw_edges (pen, &trunk, &shorts, INSIDE_THIGH, hem);
    }
}

void
soleus_figure_draw_arm (SoleusFigurePen *pen,
                        SoleusFigureSide side,
                        SoleusFigureGrip grip)
{
  const SoleusFigures *figures = pen->figures;
  const SoleusFigureShapes *shapes = pen->shapes;
  const SoleusFigureBones *bones = &pen->skeleton->limbs[side];
  gboolean far = is_far (pen, side);
  SoleusFigureColorId skin = far ? SOLEUS_FIGURE_COLOR_FAR : SOLEUS_FIGURE_COLOR_BODY;
  SoleusFigureColorId cloth = far ? SOLEUS_FIGURE_COLOR_SHIRT_FAR : SOLEUS_FIGURE_COLOR_SHIRT;
  SoleusFigureFlesh arm = soleus_figure_get_arm (pen, side);
  SoleusFigureFlesh forearm = { bones->elbow, bones->forearm, bones->forearm_length, &shapes->forearm, 0, bones->out };
  SoleusFigureFlesh sleeve = arm;
  SoleusFigurePoint along = soleus_figure_limb_direction (bones->hand);
  SoleusFigurePoint front = soleus_figure_limb_front (bones->hand);

  /* From the front, thumbs point inward and, on the belly, up. */
  if (pen->figure->view == SOLEUS_FIGURE_VIEW_FRONT)
    front = (SoleusFigurePoint) { -bones->out * front.x, -bones->out * front.y };
  sleeve.wider = figures->sleeve_wider;
  soleus_figure_pen_add_flesh (pen, &arm, BARE_ARM, 1);
  soleus_figure_pen_take_piece (pen, skin);
  soleus_figure_pen_add_disc (pen, bones->elbow, shapes->discs.elbow);
  soleus_figure_pen_take_piece (pen, skin);
  soleus_figure_pen_add_flesh (pen, &forearm, 0, 1);
  soleus_figure_pen_take_piece (pen, skin);
  soleus_figure_add_local_curve (pen, grip == SOLEUS_FIGURE_GRIP_FIST ? &shapes->fist : &shapes->flat, bones->wrist, along, front, TRUE);
  soleus_figure_pen_take_piece (pen, skin);
  soleus_figure_pen_unite (pen, far ? SOLEUS_FIGURE_MID_LINE : SOLEUS_FIGURE_LINE);
  soleus_figure_draw_local_lines (pen, grip == SOLEUS_FIGURE_GRIP_FIST ? &shapes->fist_lines : &shapes->flat_lines, bones->wrist, along, front);

  if (!pen->figure->sleeves)
    {
      /* A bare shoulder has a line all round. */
      soleus_figure_pen_add_flesh (pen, &arm, -1, BARE_ARM + 0.1);
      soleus_figure_pen_take_piece (pen, skin);
      soleus_figure_pen_add_disc (pen, bones->shoulder, shapes->discs.shoulder);
      soleus_figure_pen_take_piece (pen, skin);
      soleus_figure_pen_unite (pen, SOLEUS_FIGURE_MID_LINE);
      soleus_figure_pen_add_flesh (pen, &arm, BARE_ARM, BARE_ARM + 0.2);
      soleus_figure_pen_fill (pen, skin);
      return;
    }

  soleus_figure_pen_add_flesh (pen, &sleeve, -1, figures->sleeve_until);
  soleus_figure_pen_take_piece (pen, cloth);
  soleus_figure_pen_add_disc (pen, bones->shoulder, shapes->discs.shoulder_sleeve);
  soleus_figure_pen_take_piece (pen, cloth);
  if (far)
    soleus_figure_pen_unite (pen, SOLEUS_FIGURE_MID_LINE);
  else
    {
      SoleusFigureShape trunk;

      soleus_figure_get_trunk_shape (pen, &trunk);
      soleus_figure_pen_unite (pen, 0);
      draw_edges (pen, &trunk, &sleeve, INSIDE_ARM, figures->sleeve_until);
    }
}
