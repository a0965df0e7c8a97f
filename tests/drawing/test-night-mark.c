/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four marks of a night differ without colour, and say in words what they show.
 *
 * SOLEUS_TEST_PICTURES names a folder for a picture to look at. */
#include "drawing/soleus-night-mark.h"

#include <stdlib.h>
#include <string.h>

#define SIZE 22
#define N_STATES 4

static cairo_surface_t *
paint (SoleusNightState          state,
       guint                     count,
       int                       size,
       const SoleusNightPalette *palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 11");

  pango_context_set_font_description (context, font);
  soleus_night_mark_draw (cr, context, state, count, size, palette);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static int
get_alpha (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3];
}

/* How many pixels are covered in the one and bare in the other, whatever their colour. */
static int
count_differences (cairo_surface_t *one,
                   cairo_surface_t *other,
                   int              size)
{
  int n = 0;

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      if (abs (get_alpha (one, x, y) - get_alpha (other, x, y)) > 128)
        n++;
  return n;
}

static void
test_shapes_differ (void)
{
  const SoleusNightPalette *palette = soleus_night_palette_get (FALSE, FALSE);
  cairo_surface_t *surfaces[N_STATES];

  for (guint i = 0; i < N_STATES; i++)
    {
      surfaces[i] = paint (i, 2, SIZE, palette);
      for (guint j = 0; j < i; j++)
        g_assert_cmpint (count_differences (surfaces[i], surfaces[j], SIZE), >, 30);
    }

  for (guint i = 0; i < N_STATES; i++)
    cairo_surface_destroy (surfaces[i]);
}

static void
test_stays_inside (void)
{
  const SoleusNightPalette *palette = soleus_night_palette_get (FALSE, FALSE);

  /* The ring's and the dash's corners are bare at every size; nothing is cut at the edges. */
  for (int size = SIZE; size <= 4 * SIZE; size += SIZE)
    for (guint i = 0; i < N_STATES; i++)
      {
        cairo_surface_t *surface = paint (i, 12, size, palette);

        g_assert_cmpint (get_alpha (surface, 0, 0), <, 128);
        g_assert_cmpint (get_alpha (surface, size - 1, size - 1), <, 128);
        if (i != SOLEUS_NIGHT_CRAMPS)
          g_assert_cmpint (get_alpha (surface, size / 2, 0), <, 200);
        cairo_surface_destroy (surface);
      }
}

static void
test_count_is_drawn (void)
{
  const SoleusNightPalette *palette = soleus_night_palette_get (FALSE, FALSE);
  cairo_surface_t *none = paint (SOLEUS_NIGHT_CRAMPS, 0, SIZE, palette);
  cairo_surface_t *two = paint (SOLEUS_NIGHT_CRAMPS, 2, SIZE, palette);
  cairo_surface_t *ten = paint (SOLEUS_NIGHT_CRAMPS, 10, SIZE, palette);
  cairo_surface_t *many = paint (SOLEUS_NIGHT_CRAMPS, 4000000000u, SIZE, palette);
  gsize bytes = (gsize) cairo_image_surface_get_stride (none) * SIZE;

  g_assert_true (memcmp (cairo_image_surface_get_data (none), cairo_image_surface_get_data (two), bytes) != 0);
  g_assert_true (memcmp (cairo_image_surface_get_data (two), cairo_image_surface_get_data (ten), bytes) != 0);
  g_assert_true (memcmp (cairo_image_surface_get_data (ten), cairo_image_surface_get_data (many), bytes) == 0);

  cairo_surface_destroy (none);
  cairo_surface_destroy (two);
  cairo_surface_destroy (ten);
  cairo_surface_destroy (many);
}

static void
test_words (void)
{
  static const struct
  {
    SoleusNightState state;
    guint count;
    const char *words;
  } cases[] = {
    { SOLEUS_NIGHT_NO_CRAMP, 0, "No cramp" },
    { SOLEUS_NIGHT_CRAMPS, 2, "Cramps, 2" },
    { SOLEUS_NIGHT_CRAMPS, 12, "Cramps, 12" },
    { SOLEUS_NIGHT_CRAMPS, 0, "Cramps" },
    { SOLEUS_NIGHT_UNSURE, 0, "Not sure" },
    { SOLEUS_NIGHT_NOT_RECORDED, 3, "Not recorded" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = soleus_night_mark_dup_description (cases[i].state, cases[i].count);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_picture (void)
{
  static const guint counts[] = { 1, 2, 9, 10 };
  const char *folder = g_getenv ("SOLEUS_TEST_PICTURES");
  g_autofree char *path = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (folder == NULL)
    {
      g_test_skip ("SOLEUS_TEST_PICTURES is not set");
      return;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8 * 100, 4 * 100);
  cr = cairo_create (surface);
  for (int row = 0; row < 4; row++)
    for (int i = 0; i < 8; i++)
      {
        cairo_surface_t *mark = paint (i < 4 ? SOLEUS_NIGHT_CRAMPS : (SoleusNightState) (i - 4), i < 4 ? counts[i] : 7, 3 * SIZE,
                                       soleus_night_palette_get ((row & 1) != 0, (row & 2) != 0));

        cairo_set_source_rgb (cr, (row & 1) != 0 ? 0.14 : 0.98, (row & 1) != 0 ? 0.14 : 0.98, (row & 1) != 0 ? 0.14 : 0.98);
        cairo_rectangle (cr, i * 100, row * 100, 100, 100);
        cairo_fill (cr);
        cairo_set_source_surface (cr, mark, i * 100 + 17, row * 100 + 17);
        cairo_paint (cr);
        cairo_surface_destroy (mark);
      }

  path = g_build_filename (folder, "night-marks.png", NULL);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/night-mark/shapes-differ", test_shapes_differ);
  g_test_add_func ("/night-mark/stays-inside", test_stays_inside);
  g_test_add_func ("/night-mark/count-is-drawn", test_count_is_drawn);
  g_test_add_func ("/night-mark/words", test_words);
  g_test_add_func ("/night-mark/picture", test_picture);

  return g_test_run ();
}
