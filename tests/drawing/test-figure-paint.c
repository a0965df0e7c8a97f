/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Painted figures: where there is ink, what is marked, and that mirror, still frame, time and look do what they say.
 *
 * SOLEUS_TEST_PICTURES names a folder for pictures to look at. */
#include "drawing/soleus-figure-private.h"

#include <math.h>
#include <string.h>

#include "soleus-contrast.h"

#define WIDTH 300
#define HEIGHT 240

static SoleusFigures *figures;

static cairo_surface_t *
paint_at (const SoleusFigure *figure,
          double              seconds,
          SoleusFigureLook    look,
          gboolean            mirror)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  soleus_figure_draw (figures, figure, cr, WIDTH, HEIGHT, seconds, look, mirror);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);

  return *(const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface) + x * 4);
}

/* The number of pixels that differ clearly. */
static guint
count_differences (cairo_surface_t *one,
                   cairo_surface_t *other,
                   gboolean         mirrored)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 a = get_pixel (one, x, y);
        guint32 b = get_pixel (other, mirrored ? WIDTH - 1 - x : x, y);
        gboolean differ = FALSE;

        for (guint shift = 0; shift < 32; shift += 8)
          differ |= abs ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)) > 40;
        n += differ;
      }
  return n;
}

static guint
count_color (cairo_surface_t   *surface,
             const SoleusColor *color)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        n += (pixel >> 24) == 0xff && fabs (((pixel >> 16) & 0xff) / 255.0 - color->red) < 0.1 &&
             fabs (((pixel >> 8) & 0xff) / 255.0 - color->green) < 0.1 && fabs ((pixel & 0xff) / 255.0 - color->blue) < 0.1;
      }
  return n;
}

/* The pixels that are as warm as the target and its hatch, and nothing else but the arrow is. */
static guint
count_warm (cairo_surface_t *surface)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        n += (pixel >> 24) == 0xff && (int) ((pixel >> 16) & 0xff) - (int) (pixel & 0xff) > 90;
      }
  return n;
}

static gboolean
is_empty_outside_box (cairo_surface_t    *surface,
                      const SoleusFigure *figure)
{
  double scale = MIN (WIDTH / (figure->box[2] - figure->box[0]), HEIGHT / (figure->box[3] - figure->box[1]));
  int margin = (int) floor ((HEIGHT - scale * (figure->box[3] - figure->box[1])) / 2) - 3;

  for (int y = 0; y < margin; y++)
    for (int x = 0; x < WIDTH; x++)
      if (get_pixel (surface, x, y) >> 24 != 0)
        return FALSE;
  return TRUE;
}

/* Every figure in every look leaves ink, none above its box, and no ground. */
static void
test_ink (void)
{
  for (guint i = 0; i < figures->list->len; i++)
    for (guint look = 0; look < SOLEUS_N_FIGURE_LOOKS; look++)
      {
        const SoleusFigure *figure = g_ptr_array_index (figures->list, i);
        cairo_surface_t *surface = paint_at (figure, -1, look, FALSE);
        guint n_clear = 0;

        for (int y = 0; y < HEIGHT; y++)
          for (int x = 0; x < WIDTH; x++)
            n_clear += get_pixel (surface, x, y) >> 24 == 0;
        g_test_message ("%s, look %u: %u of %u pixels are clear", figure->id, look, n_clear, WIDTH * HEIGHT);
        g_assert_cmpuint (n_clear, >, WIDTH * HEIGHT / 12);
        g_assert_cmpuint (n_clear, <, WIDTH * HEIGHT * 96 / 100);
        g_assert_true (is_empty_outside_box (surface, figure));
        g_assert_cmpuint (count_color (surface, &figures->palettes[look][SOLEUS_FIGURE_COLOR_LINE]) +
                              count_color (surface, &figures->palettes[look][SOLEUS_FIGURE_COLOR_PROP_LINE]),
                          >, 100);
        cairo_surface_destroy (surface);
      }
}

/* With a target there is more of its colour than the arrow has. */
static void
test_target (void)
{
  guint n_targets = 0;

  for (guint i = 0; i < figures->list->len; i++)
    {
      SoleusFigure *figure = g_ptr_array_index (figures->list, i);
      cairo_surface_t *with, *without;

      if (!figure->has_target)
        continue;
      with = paint_at (figure, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
      figure->has_target = FALSE;
      without = paint_at (figure, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
      figure->has_target = TRUE;
      g_test_message ("%s: %u, %u", figure->id, count_warm (with), count_warm (without));
      g_assert_cmpuint (count_warm (with), >, count_warm (without) + 15);
      cairo_surface_destroy (with);
      cairo_surface_destroy (without);
      n_targets++;
    }
  g_assert_cmpuint (n_targets, >, 6);
}

static void
test_mirror (void)
{
  for (guint i = 0; i < figures->list->len; i++)
    {
      const SoleusFigure *figure = g_ptr_array_index (figures->list, i);
      cairo_surface_t *plain = paint_at (figure, -1, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
      cairo_surface_t *mirrored = paint_at (figure, -1, SOLEUS_FIGURE_LOOK_LIGHT, TRUE);
      guint n = count_differences (plain, mirrored, TRUE);

      g_test_message ("%s: %u", figure->id, n);
      g_assert_cmpuint (n, <, 60);
      g_assert_cmpuint (count_differences (plain, mirrored, FALSE), >, 300);
      cairo_surface_destroy (plain);
      cairo_surface_destroy (mirrored);
    }
}

static void
test_time (void)
{
  const SoleusFigure *figure = soleus_figures_get (figures, "A3");
  cairo_surface_t *still = paint_at (figure, -1, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  cairo_surface_t *start = paint_at (figure, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  cairo_surface_t *again = paint_at (figure, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  cairo_surface_t *middle = paint_at (figure, 1, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  cairo_surface_t *end = paint_at (figure, 2, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  cairo_surface_t *never = paint_at (figure, NAN, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);

  g_assert_cmpuint (count_differences (start, again, FALSE), ==, 0);
  g_assert_cmpuint (count_differences (still, end, FALSE), ==, 0);
  g_assert_cmpuint (count_differences (still, never, FALSE), ==, 0);
  g_assert_cmpuint (count_differences (start, end, FALSE), >, 500);
  g_assert_cmpuint (count_differences (start, middle, FALSE), >, 200);
  g_assert_cmpuint (count_differences (middle, end, FALSE), >, 200);

  cairo_surface_destroy (still);
  cairo_surface_destroy (start);
  cairo_surface_destroy (again);
  cairo_surface_destroy (middle);
  cairo_surface_destroy (end);
  cairo_surface_destroy (never);
}

/* A cushion that is there in one frame only comes in slowly. */
static void
test_in_frames (void)
{
  const SoleusFigure *figure = soleus_figures_get (figures, "A13");
  const SoleusColor *cushion = &figures->palettes[SOLEUS_FIGURE_LOOK_LIGHT][SOLEUS_FIGURE_COLOR_PROP];
  cairo_surface_t *start = paint_at (figure, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  cairo_surface_t *end = paint_at (figure, 2.5, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);

  g_assert_cmpuint (count_color (end, cushion), >, count_color (start, cushion) + 300);
  cairo_surface_destroy (start);
  cairo_surface_destroy (end);
}

/* What a figure has or wears changes its picture; what is fixed to a leg goes with it. */
static void
test_features (void)
{
  SoleusFigure *towel = (SoleusFigure *) soleus_figures_get (figures, "A3");
  SoleusFigure *breath = (SoleusFigure *) soleus_figures_get (figures, "A20");
  SoleusFigure *pack = (SoleusFigure *) soleus_figures_get (figures, "A10");
  cairo_surface_t *surfaces[6];
  cairo_surface_t *out, *in;
  const SoleusColor *cold = &figures->palettes[SOLEUS_FIGURE_LOOK_LIGHT][SOLEUS_FIGURE_COLOR_COLD];

  surfaces[0] = paint_at (towel, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  towel->belly = TRUE;
  surfaces[1] = paint_at (towel, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  towel->belly = FALSE;
  towel->bun = TRUE;
  surfaces[2] = paint_at (towel, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  towel->bun = FALSE;
  towel->sleeves = FALSE;
  surfaces[3] = paint_at (towel, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  towel->sleeves = TRUE;
  towel->wear[SOLEUS_FIGURE_NEAR] = SOLEUS_FIGURE_WEAR_SHOE;
  surfaces[4] = paint_at (towel, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  towel->wear[SOLEUS_FIGURE_NEAR] = SOLEUS_FIGURE_WEAR_STOCKING;
  surfaces[5] = paint_at (towel, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  towel->wear[SOLEUS_FIGURE_NEAR] = SOLEUS_FIGURE_WEAR_NOTHING;
  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (count_differences (surfaces[i], surfaces[j], FALSE), >, 60);
  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    cairo_surface_destroy (surfaces[i]);

  out = paint_at (breath, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  in = paint_at (breath, 4, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  g_assert_cmpuint (count_differences (out, in, FALSE), >, 100);
  cairo_surface_destroy (out);
  cairo_surface_destroy (in);

  out = paint_at (pack, 0, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  in = paint_at (pack, 2, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  g_assert_cmpuint (count_color (out, cold), >, 10);
  g_assert_cmpuint (count_color (in, cold), >, 10);
  cairo_surface_destroy (out);
  cairo_surface_destroy (in);
}

/* No room, much room, or a room that is no number: nothing happens. */
static void
test_rooms (void)
{
  const double sizes[] = { 0, -5, NAN, INFINITY, 1e-300, 0.5, 1, 3 };
  const SoleusFigure *figure = soleus_figures_get (figures, "A3");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 4, 4);
      cairo_t *cr = cairo_create (surface);

      soleus_figure_draw (figures, figure, cr, sizes[i], sizes[i], 0.5, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_contrast (void)
{
  for (guint look = 0; look < SOLEUS_N_FIGURE_LOOKS; look++)
    {
      const SoleusColor *palette = figures->palettes[look];

      g_test_message ("look %u", look);
      soleus_contrast_assert (&palette[SOLEUS_FIGURE_COLOR_LINE], &palette[SOLEUS_FIGURE_COLOR_BG], 7);
      soleus_contrast_assert (&palette[SOLEUS_FIGURE_COLOR_LINE], &palette[SOLEUS_FIGURE_COLOR_BODY], 3);
      soleus_contrast_assert (&palette[SOLEUS_FIGURE_COLOR_TARGET], &palette[SOLEUS_FIGURE_COLOR_BG], 3);
      soleus_contrast_assert (&palette[SOLEUS_FIGURE_COLOR_ARROW], &palette[SOLEUS_FIGURE_COLOR_BG], 3);
      soleus_contrast_assert (&palette[SOLEUS_FIGURE_COLOR_PROP_LINE], &palette[SOLEUS_FIGURE_COLOR_BG], 3);
    }
}

static void
test_pictures (void)
{
  const char *folder = g_getenv ("SOLEUS_TEST_PICTURES");

  if (folder == NULL)
    {
      g_test_skip ("SOLEUS_TEST_PICTURES is not set");
      return;
    }
  for (guint i = 0; i < figures->list->len; i++)
    {
      const SoleusFigure *figure = g_ptr_array_index (figures->list, i);
      cairo_surface_t *surface = paint_at (figure, -1, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
      g_autofree char *name = g_strdup_printf ("figure-%s.png", figure->id);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  figures = soleus_figures_load (&error);
  g_assert_no_error (error);

  g_test_add_func ("/figure-paint/ink", test_ink);
  g_test_add_func ("/figure-paint/target", test_target);
  g_test_add_func ("/figure-paint/mirror", test_mirror);
  g_test_add_func ("/figure-paint/time", test_time);
  g_test_add_func ("/figure-paint/in-frames", test_in_frames);
  g_test_add_func ("/figure-paint/features", test_features);
  g_test_add_func ("/figure-paint/rooms", test_rooms);
  g_test_add_func ("/figure-paint/contrast", test_contrast);
  g_test_add_func ("/figure-paint/pictures", test_pictures);

  result = g_test_run ();
  soleus_figures_free (figures);
  return result;
}
