/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The painted leg map: chosen, hovered and focused regions look different, and contrasts hold.
 *
 * SOLEUS_TEST_PICTURES names a folder for pictures to look at. */
#include "drawing/soleus-leg-map-paint.h"

#include <math.h>
#include <string.h>

#include "soleus-contrast.h"

#define SCALE 2.0

static SoleusLegMap *
load_map (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "legmap", "legmap.json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;
  SoleusLegMap *map;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  map = soleus_leg_map_new (bytes, &error);
  g_assert_no_error (error);
  return map;
}

static cairo_surface_t *
paint (SoleusLegMap              *map,
       const SoleusLegMapPalette *palette,
       const SoleusLegRegionFlags *flags)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (2 * 200 * SCALE), (int) (430 * SCALE));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 16");

  pango_layout_set_font_description (layout, font);
  soleus_color_set_source (&palette->ground, cr);
  cairo_paint (cr);
  cairo_translate (cr, 0, 26 * SCALE);
  for (guint i = 0; i < SOLEUS_N_LEG_VIEWS; i++)
    {
      soleus_leg_map_draw (map, cr, i, SCALE, palette, flags);
      soleus_leg_map_draw_labels (map, cr, i, SCALE, palette, layout);
      cairo_translate (cr, 200 * SCALE, 0);
    }

  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           SoleusLegMap    *map,
           int              region,
           double           dx,
           double           dy)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double x = 0;
  double y = 0;
  int column, row;

  soleus_leg_map_get_badge (map, region, &x, &y);
  if (soleus_leg_map_get_view (map, region) == SOLEUS_LEG_VIEW_BACK)
    x += 200;
  column = (int) ((x + dx) * SCALE);
  row = (int) ((y + dy + 26) * SCALE);
  return *(const guint32 *) (gconstpointer) (data + row * stride + column * 4) & 0xffffff;
}

static guint32
pack (const SoleusColor *color)
{
  return ((guint32) lround (color->red * 255) << 16) | ((guint32) lround (color->green * 255) << 8) |
         (guint32) lround (color->blue * 255);
}

static void
test_selected (void)
{
  g_autoptr (SoleusLegMap) map = load_map ();
  int calf = soleus_leg_map_find (map, "calf", "left");
  int n = soleus_leg_map_get_n_regions (map);

  for (guint i = 0; i < 4; i++)
    {
      const SoleusLegMapPalette *palette = soleus_leg_map_palette_get ((i & 1) != 0, (i & 2) != 0);
      g_autofree SoleusLegRegionFlags *flags = g_new0 (SoleusLegRegionFlags, n);
      cairo_surface_t *surface = paint (map, palette, NULL);

      g_assert_cmphex (get_pixel (surface, map, calf, 0, -15), ==, pack (&palette->region));
      cairo_surface_destroy (surface);

      flags[calf] = SOLEUS_LEG_REGION_SELECTED;
      surface = paint (map, palette, flags);
      g_assert_cmphex (get_pixel (surface, map, calf, 0, -15), ==, pack (&palette->selected));
      g_assert_cmphex (get_pixel (surface, map, calf, 0, -6), ==, pack (&palette->tick));
      g_assert_cmphex (get_pixel (surface, map, soleus_leg_map_find (map, "calf", "right"), 0, -15), ==, pack (&palette->region));
      g_assert_cmphex (get_pixel (surface, map, soleus_leg_map_find (map, "shin", "left"), 0, -15), ==, pack (&palette->region));
      cairo_surface_destroy (surface);
    }
}

static gboolean
looks_alike (cairo_surface_t *one,
             cairo_surface_t *other)
{
  gsize size = (gsize) cairo_image_surface_get_stride (one) * (gsize) cairo_image_surface_get_height (one);

  return memcmp (cairo_image_surface_get_data (one), cairo_image_surface_get_data (other), size) == 0;
}

static void
test_states_differ (void)
{
  g_autoptr (SoleusLegMap) map = load_map ();
  const SoleusLegMapPalette *palette = soleus_leg_map_palette_get (FALSE, FALSE);
  int n = soleus_leg_map_get_n_regions (map);
  cairo_surface_t *surfaces[8];

  for (guint i = 0; i < 8; i++)
    {
      g_autofree SoleusLegRegionFlags *flags = g_new0 (SoleusLegRegionFlags, n);

      flags[soleus_leg_map_find (map, "toes", "right")] = i;
      surfaces[i] = paint (map, palette, flags);
      for (guint j = 0; j < i; j++)
        g_assert_false (looks_alike (surfaces[i], surfaces[j]));
    }

  for (guint i = 0; i < 8; i++)
    cairo_surface_destroy (surfaces[i]);
}

static void
test_contrast (void)
{
  for (guint i = 0; i < 4; i++)
    {
      const SoleusLegMapPalette *palette = soleus_leg_map_palette_get ((i & 1) != 0, (i & 2) != 0);

      soleus_contrast_assert (&palette->text, &palette->ground, 7);
      soleus_contrast_assert (&palette->outline, &palette->ground, 7);
      soleus_contrast_assert (&palette->outline, &palette->body, 4.5);
      soleus_contrast_assert (&palette->edge, &palette->body, 3);
      soleus_contrast_assert (&palette->edge, &palette->region, 4.5);
      soleus_contrast_assert (&palette->selected, &palette->region, 4.5);
      soleus_contrast_assert (&palette->tick, &palette->selected, 4.5);
      soleus_contrast_assert (&palette->focus, &palette->ground, 4.5);
    }
}

static void
test_pictures (void)
{
  const char *folder = g_getenv ("SOLEUS_TEST_PICTURES");
  g_autoptr (SoleusLegMap) map = load_map ();
  g_autofree SoleusLegRegionFlags *flags = NULL;

  if (folder == NULL)
    {
      g_test_skip ("SOLEUS_TEST_PICTURES is not set");
      return;
    }

  flags = g_new0 (SoleusLegRegionFlags, soleus_leg_map_get_n_regions (map));
  flags[soleus_leg_map_find (map, "calf", "left")] = SOLEUS_LEG_REGION_SELECTED;
  flags[soleus_leg_map_find (map, "sole", "right")] = SOLEUS_LEG_REGION_SELECTED | SOLEUS_LEG_REGION_FOCUSED;
  flags[soleus_leg_map_find (map, "toes", "left")] = SOLEUS_LEG_REGION_SELECTED;
  flags[soleus_leg_map_find (map, "thigh_inner", "right")] = SOLEUS_LEG_REGION_SELECTED;
  flags[soleus_leg_map_find (map, "thigh_front", "left")] = SOLEUS_LEG_REGION_HOVERED;
  flags[soleus_leg_map_find (map, "shin", "right")] = SOLEUS_LEG_REGION_FOCUSED;

  for (guint i = 0; i < 4; i++)
    {
      cairo_surface_t *surface = paint (map, soleus_leg_map_palette_get ((i & 1) != 0, (i & 2) != 0), flags);
      g_autofree char *name = g_strdup_printf ("leg-map-%u.png", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/leg-map-paint/selected", test_selected);
  g_test_add_func ("/leg-map-paint/states-differ", test_states_differ);
  g_test_add_func ("/leg-map-paint/contrast", test_contrast);
  g_test_add_func ("/leg-map-paint/pictures", test_pictures);

  return g_test_run ();
}
