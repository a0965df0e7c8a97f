/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures as shipped: what they say, where their joints are, and that people could move like that. */
#include "drawing/soleus-figure-private.h"

#include <math.h>
#include <string.h>

/* The stored angles alone put every joint this near to its pin. */
#define STORED_MISS 0.0007

static SoleusFigures *
load_figures (void)
{
  g_autoptr (GError) error = NULL;
  SoleusFigures *figures = soleus_figures_load (&error);

  g_assert_no_error (error);
  return figures;
}

static void
test_load (void)
{
  static const char *const wanted[] = { "A1", "A2", "A3", "A4", "A5", "A5-bed", "A6", "A6-side", "A7", "A8", "A13", "A14", "A18",
                                        "A2-frame", "A3-pregnant", "A9", "A10", "A11", "A12", "A14-side", "A15", "A16", "A17",
                                        "A18-wheelchair", "A19", "A20", "A21", "A22" };
  g_autoptr (SoleusFigures) figures = load_figures ();
  const char *const *ids = soleus_figures_list (figures);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (soleus_figures_get (figures, wanted[i]));
  g_assert_null (soleus_figures_get (figures, "A0"));
  g_assert_null (soleus_figures_get (figures, NULL));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const SoleusFigure *figure = soleus_figures_get (figures, ids[i]);

      g_test_message ("%s", ids[i]);
      g_assert_cmpstr (soleus_figure_get_id (figure), ==, ids[i]);
      g_assert_cmpuint (strlen (soleus_figure_get_title (figure)), >, 3);
      g_assert_cmpuint (strlen (soleus_figure_get_alt (figure)), >, 20);
      g_assert_true (g_str_has_suffix (soleus_figure_get_alt (figure), "."));
      g_assert_nonnull (soleus_figure_get_cards (figure)[0]);
      g_assert_cmpfloat (soleus_figure_get_aspect (figure), >, 0.2);
      g_assert_cmpfloat (soleus_figure_get_aspect (figure), <, 4);
      g_assert_cmpint (soleus_figure_is_moving (figure), ==, soleus_figure_get_n_frames (figure) > 1);
      g_assert_cmpint (soleus_figure_get_seconds (figure) > 0, ==, soleus_figure_is_moving (figure));
      g_assert_cmpfloat (soleus_figure_get_frame_seconds (figure, 0), ==, 0);
    }
}

static void
test_facts (void)
{
  g_autoptr (SoleusFigures) figures = load_figures ();
  const SoleusFigure *towel = soleus_figures_get (figures, "A3");
  const SoleusFigure *walk = soleus_figures_get (figures, "A7");

  g_assert_cmpstr (soleus_figure_get_title (towel), ==, "Calf: sitting, with a towel");
  g_assert_cmpstr (soleus_figure_get_cards (towel)[0], ==, "A3");
  g_assert_cmpuint (soleus_figure_get_n_frames (towel), ==, 2);
  g_assert_cmpstr (soleus_figure_get_frame_id (towel, 1), ==, "hold");
  g_assert_false (soleus_figure_is_loop (towel));
  g_assert_cmpfloat (soleus_figure_get_seconds (towel), ==, 2);
  g_assert_cmpfloat_with_epsilon (soleus_figure_get_aspect (towel), 1.16 / 0.98, 1e-9);

  g_assert_true (soleus_figure_is_loop (walk));
  g_assert_cmpfloat_with_epsilon (soleus_figure_get_seconds (walk), 2.2, 1e-9);
}

/* The chain of bones without pins, from the angles as they are stored. */
static void
test_stored_angles (void)
{
  g_autoptr (SoleusFigures) figures = load_figures ();
  guint n_pins = 0;

  for (guint i = 0; i < figures->list->len; i++)
    {
      SoleusFigure *figure = g_ptr_array_index (figures->list, i);

      for (guint j = 0; j < figure->frames->len; j++)
        {
          SoleusFigureFrame *frame = &g_array_index (figure->frames, SoleusFigureFrame, j);
          const SoleusFigureMoment moment = { .from = j, .to = j };
          guint n = frame->n_pins;
          SoleusFigurePose pose;
          SoleusFigureSkeleton skeleton;

          frame->n_pins = 0;
          soleus_figure_solve (figures, figure, &moment, &pose, &skeleton);
          frame->n_pins = n;
          for (guint k = 0; k < n; k++)
            {
              g_test_message ("%s %s, pin %u: %g", figure->id, frame->id, k + 1, soleus_figure_get_miss (&skeleton, &frame->pins[k]));
              g_assert_cmpfloat (soleus_figure_get_miss (&skeleton, &frame->pins[k]), <, STORED_MISS);
              n_pins++;
            }
        }
    }
  g_assert_cmpuint (n_pins, >, 60);
}

/* No reach is too long and no joint too far at any time, not only at the quarters that the reader looks at. */
static void
test_on_the_way (void)
{
  g_autoptr (SoleusFigures) figures = load_figures ();

  for (guint i = 0; i < figures->list->len; i++)
    {
      const SoleusFigure *figure = g_ptr_array_index (figures->list, i);
      double end = soleus_figure_get_seconds (figure);

      if (!figure->body)
        continue;
      for (guint step = 0; step <= 64; step++)
        {
          double seconds = end * 1.5 * step / 64;
          const double (*limits)[2] = figure->view == SOLEUS_FIGURE_VIEW_FRONT ? figures->limits_front : figures->limits;
          SoleusFigureMoment moment;
          SoleusFigurePose pose;
          SoleusFigureSkeleton skeleton;

          g_test_message ("%s at %g", figure->id, seconds);
          soleus_figure_moment_at (figure, seconds, &moment);
          g_assert_cmpfloat (soleus_figure_solve (figures, figure, &moment, &pose, &skeleton), <, SOLEUS_FIGURE_MISS);
          for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES; side++)
            {
              const SoleusFigureLimb *limb = &pose.limbs[side];
              const double angles[] = { limb->hip, limb->knee, limb->ankle, limb->toes, limb->shoulder, limb->elbow, limb->wrist };

              for (guint joint = 0; joint < G_N_ELEMENTS (angles); joint++)
                {
                  g_assert_cmpfloat (angles[joint], >, limits[SOLEUS_FIGURE_JOINT_HIP + joint][0] - 1);
                  g_assert_cmpfloat (angles[joint], <, limits[SOLEUS_FIGURE_JOINT_HIP + joint][1] + 1);
                }
            }
        }
    }
}

/* Hands and feet that are pinned in both frames do not slide. */
static void
test_no_sliding (void)
{
  g_autoptr (SoleusFigures) figures = load_figures ();
  const SoleusFigure *figure = soleus_figures_get (figures, "A2");

  for (double seconds = 0; seconds < 8; seconds += 0.05)
    {
      SoleusFigureMoment moment;
      SoleusFigurePose pose;
      SoleusFigureSkeleton skeleton;

      soleus_figure_moment_at (figure, seconds, &moment);
      soleus_figure_solve (figures, figure, &moment, &pose, &skeleton);
      g_assert_cmpfloat_with_epsilon (skeleton.limbs[SOLEUS_FIGURE_NEAR].ankle.x, -0.213, 0.003);
      g_assert_cmpfloat_with_epsilon (skeleton.limbs[SOLEUS_FIGURE_NEAR].palm.x, 0.327, 0.003);
      g_assert_cmpfloat_with_epsilon (skeleton.limbs[SOLEUS_FIGURE_NEAR].heel.y, 0, 0.003);
    }
}

/* A move begins and ends gently, without a jump at a key frame, and goes on breathing. */
static void
test_smooth (void)
{
  g_autoptr (SoleusFigures) figures = load_figures ();
  const double step = 1.0 / 60;

  for (guint i = 0; i < figures->list->len; i++)
    {
      const SoleusFigure *figure = g_ptr_array_index (figures->list, i);
      SoleusFigureSkeleton last = { 0 };
      double farthest = 0;

      if (!figure->body)
        continue;
      for (double seconds = 0; seconds < 2 * soleus_figure_get_seconds (figure) + 5; seconds += step)
        {
          SoleusFigureMoment moment;
          SoleusFigurePose pose;
          SoleusFigureSkeleton skeleton;

          soleus_figure_moment_at (figure, seconds, &moment);
          soleus_figure_solve (figures, figure, &moment, &pose, &skeleton);
          for (guint side = 0; side < SOLEUS_N_FIGURE_SIDES && seconds > 0; side++)
            {
              const SoleusFigureBones *now = &skeleton.limbs[side];
              const SoleusFigureBones *before = &last.limbs[side];

              farthest = MAX (farthest, hypot (now->knee.x - before->knee.x, now->knee.y - before->knee.y));
              farthest = MAX (farthest, hypot (now->elbow.x - before->elbow.x, now->elbow.y - before->elbow.y));
              farthest = MAX (farthest, hypot (now->toe.x - before->toe.x, now->toe.y - before->toe.y));
              farthest = MAX (farthest, hypot (now->tips.x - before->tips.x, now->tips.y - before->tips.y));
            }
          last = skeleton;
        }
      g_test_message ("%s: %g a frame", figure->id, farthest);
      g_assert_cmpfloat (farthest, <, 0.02);
      if (figure->frames->len > 1)
        g_assert_cmpfloat (farthest, >, 0);
    }
}

static void
test_moments (void)
{
  g_autoptr (SoleusFigures) figures = load_figures ();
  const SoleusFigure *towel = soleus_figures_get (figures, "A3");
  const SoleusFigure *walk = soleus_figures_get (figures, "A7");
  SoleusFigureMoment moment;

  soleus_figure_moment_at (towel, -1, &moment);
  g_assert_cmpuint (moment.from, ==, 1);
  g_assert_cmpuint (moment.to, ==, 1);
  g_assert_cmpfloat (moment.breath, ==, 0);
  soleus_figure_moment_at (towel, NAN, &moment);
  g_assert_cmpuint (moment.from, ==, 1);
  soleus_figure_moment_at (towel, INFINITY, &moment);
  g_assert_cmpuint (moment.from, ==, 1);

  soleus_figure_moment_at (towel, 0, &moment);
  g_assert_cmpuint (moment.from, ==, 0);
  g_assert_cmpfloat (moment.share, ==, 0);
  soleus_figure_moment_at (towel, 0.5, &moment);
  g_assert_cmpfloat_with_epsilon (moment.linear, 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (moment.share, 0.15625, 1e-9);
  soleus_figure_moment_at (towel, 3, &moment);
  g_assert_cmpuint (moment.from, ==, 1);
  g_assert_cmpfloat_with_epsilon (moment.breath, 0.5, 1e-9);
  soleus_figure_moment_at (towel, 1e12, &moment);
  g_assert_cmpfloat (fabs (moment.breath), <=, 0.5);

  soleus_figure_moment_at (walk, 2.2 * 3 + 0.55, &moment);
  g_assert_cmpfloat_with_epsilon (moment.from + moment.linear, 1, 1e-6);
  soleus_figure_moment_at (walk, 2.1, &moment);
  g_assert_cmpuint (moment.from, ==, 3);
  g_assert_cmpuint (moment.to, ==, 0);
}

/* A person who faces you has their right side, the near one, on your left; their elbows bend inward. */
static void
test_front (void)
{
  g_autoptr (SoleusFigures) figures = load_figures ();
  const SoleusFigure *figure = soleus_figures_get (figures, "A20");
  const SoleusFigureSkeleton *skeleton = &soleus_figure_get_frame (figure, 0)->skeleton;
  const SoleusFigureBones *near = &skeleton->limbs[SOLEUS_FIGURE_NEAR];
  const SoleusFigureBones *far = &skeleton->limbs[SOLEUS_FIGURE_FAR];

  g_assert_cmpint (figure->view, ==, SOLEUS_FIGURE_VIEW_FRONT);
  g_assert_cmpfloat (near->hip.x, <, far->hip.x - 0.08);
  g_assert_cmpfloat (near->shoulder.x, <, far->shoulder.x - 0.15);
  g_assert_cmpfloat (near->elbow.x, <, near->shoulder.x);
  g_assert_cmpfloat (near->wrist.x, >, near->elbow.x);
  g_assert_cmpfloat (far->wrist.x, <, far->elbow.x);
  g_assert_cmpfloat_with_epsilon (near->hip.x, -far->hip.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (near->ankle.x, -far->ankle.x, 1e-6);
  g_assert_cmpfloat (near->thigh_length, <, 0.5 * figures->segments.thigh);
}

/* In every frame that stretches a calf the knee is no more than a little bent and the toes come toward the shin. */
static void
test_calf_stretches (void)
{
  static const char *const ids[] = { "A1", "A2", "A2-frame", "A3", "A3-pregnant" };
  g_autoptr (SoleusFigures) figures = load_figures ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const SoleusFigure *figure = soleus_figures_get (figures, ids[i]);
      const SoleusFigureLimb *limb = &soleus_figure_get_frame (figure, figure->still)->pose.limbs[figure->target_side];

      g_test_message ("%s", ids[i]);
      g_assert_cmpint (figure->target, ==, SOLEUS_FIGURE_MUSCLE_CALF);
      g_assert_cmpfloat (limb->ankle, >, 10);
      g_assert_cmpfloat (limb->knee, <, 40);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/load", test_load);
  g_test_add_func ("/figure/facts", test_facts);
  g_test_add_func ("/figure/stored-angles", test_stored_angles);
  g_test_add_func ("/figure/on-the-way", test_on_the_way);
  g_test_add_func ("/figure/no-sliding", test_no_sliding);
  g_test_add_func ("/figure/smooth", test_smooth);
  g_test_add_func ("/figure/moments", test_moments);
  g_test_add_func ("/figure/front", test_front);
  g_test_add_func ("/figure/calf-stretches", test_calf_stretches);

  return g_test_run ();
}
