/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leg map as shipped: what is under a point, where the arrows lead, and which files are refused. */
#include "base/soleus-json-reader.h"
#include "drawing/soleus-leg-map.h"
#include "drawing/soleus-site-names.h"

#include <string.h>

#define SCALE 1.3

static GBytes *
load_bytes (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "legmap", "legmap.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static SoleusLegMap *
load_map (void)
{
  g_autoptr (GBytes) bytes = load_bytes ();
  g_autoptr (GError) error = NULL;
  SoleusLegMap *map = soleus_leg_map_new (bytes, &error);

  g_assert_no_error (error);
  return map;
}

static void
assert_region (SoleusLegMap *map,
               int           region,
               const char   *muscle,
               const char   *side)
{
  g_assert_cmpint (region, !=, SOLEUS_LEG_MAP_NONE);
  g_assert_cmpstr (soleus_leg_map_get_muscle (map, region), ==, muscle);
  g_assert_cmpstr (soleus_leg_map_get_side (map, region), ==, side);
}

static void
test_load (void)
{
  SoleusLegMap *map = load_map ();
  const char *const *order = soleus_leg_map_get_list_order (map);

  g_assert_cmpfloat (soleus_leg_map_get_width (map), ==, 200);
  g_assert_cmpfloat (soleus_leg_map_get_height (map), ==, 400);
  g_assert_cmpfloat (soleus_leg_map_get_min_scale (map), ==, 1.2);
  g_assert_cmpint (soleus_leg_map_get_n_regions (map), ==, 20);
  g_assert_cmpuint (g_strv_length ((GStrv) order), ==, 10);
  g_assert_cmpstr (order[0], ==, "calf");
  g_assert_cmpint (soleus_leg_map_find (map, "calf", "left"), !=, SOLEUS_LEG_MAP_NONE);
  g_assert_cmpint (soleus_leg_map_find (map, "calf", NULL), ==, SOLEUS_LEG_MAP_NONE);
  g_assert_cmpint (soleus_leg_map_find (map, "belly", "left"), ==, SOLEUS_LEG_MAP_NONE);

  g_assert_finalize_object (map);
}

/* A person who faces you has their left leg on your right. */
static void
test_sides (void)
{
  g_autoptr (SoleusLegMap) map = load_map ();

  for (int i = 0; i < soleus_leg_map_get_n_regions (map); i++)
    {
      gboolean front = soleus_leg_map_get_view (map, i) == SOLEUS_LEG_VIEW_FRONT;
      gboolean left = g_str_equal (soleus_leg_map_get_side (map, i), "left");
      double x = 0;
      double y = 0;

      soleus_leg_map_get_badge (map, i, &x, &y);
      g_assert_cmpint (x > 100, ==, front == left);
      g_assert_cmpint (soleus_leg_map_hit (map, soleus_leg_map_get_view (map, i), x, y, SCALE), ==, i);
    }
}

static void
test_hit (void)
{
  static const struct
  {
    SoleusLegView view;
    double x, y;
    const char *muscle;
    const char *side;
  } cases[] = {
    { SOLEUS_LEG_VIEW_FRONT, 125, 250, "shin", "left" },
    { SOLEUS_LEG_VIEW_FRONT, 75, 250, "shin", "right" },
    { SOLEUS_LEG_VIEW_BACK, 75, 220, "calf", "left" },
    { SOLEUS_LEG_VIEW_BACK, 125, 220, "calf", "right" },
    { SOLEUS_LEG_VIEW_FRONT, 113, 120, "thigh_inner", "left" },
    { SOLEUS_LEG_VIEW_FRONT, 135, 385, "toes", "left" },
    { SOLEUS_LEG_VIEW_BACK, 74, 380, "sole", "left" },
    { SOLEUS_LEG_VIEW_BACK, 127, 50, "buttock", "right" },
    /* Beside a region: the nearest of the same leg. */
    { SOLEUS_LEG_VIEW_FRONT, 156, 222, "shin", "left" },
    { SOLEUS_LEG_VIEW_FRONT, 101, 222, "shin", "left" },
    { SOLEUS_LEG_VIEW_FRONT, 99, 222, "shin", "right" },
    { SOLEUS_LEG_VIEW_BACK, 125, 175, "thigh_back", "right" },
    { SOLEUS_LEG_VIEW_BACK, 125, 184, "calf", "right" },
    /* Too far from any. */
    { SOLEUS_LEG_VIEW_FRONT, 190, 222, NULL, NULL },
    { SOLEUS_LEG_VIEW_FRONT, 128, 20, NULL, NULL },
    { SOLEUS_LEG_VIEW_BACK, 4, 4, NULL, NULL },
  };
  g_autoptr (SoleusLegMap) map = load_map ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int region = soleus_leg_map_hit (map, cases[i].view, cases[i].x, cases[i].y, SCALE);

      g_test_message ("%g, %g", cases[i].x, cases[i].y);
      if (cases[i].muscle == NULL)
        g_assert_cmpint (region, ==, SOLEUS_LEG_MAP_NONE);
      else
        assert_region (map, region, cases[i].muscle, cases[i].side);
    }
}

/* The reach is in pixels of the screen, so it holds fewer of the map's units in a large map. */
static void
test_reach_follows_scale (void)
{
  g_autoptr (SoleusLegMap) map = load_map ();

  g_assert_cmpint (soleus_leg_map_hit (map, SOLEUS_LEG_VIEW_FRONT, 158, 222, 1.4), !=, SOLEUS_LEG_MAP_NONE);
  g_assert_cmpint (soleus_leg_map_hit (map, SOLEUS_LEG_VIEW_FRONT, 158, 222, 4.0), ==, SOLEUS_LEG_MAP_NONE);
}

static void
test_neighbours (void)
{
  static const struct
  {
    const char *muscle, *side;
    SoleusLegDirection direction;
    gboolean both_views;
    const char *next_muscle, *next_side;
  } cases[] = {
    { "calf", "left", SOLEUS_LEG_DIRECTION_RIGHT, FALSE, "calf", "right" },
    { "calf", "right", SOLEUS_LEG_DIRECTION_LEFT, FALSE, "calf", "left" },
    { "calf", "left", SOLEUS_LEG_DIRECTION_UP, FALSE, "thigh_back", "left" },
    { "calf", "left", SOLEUS_LEG_DIRECTION_DOWN, FALSE, "lower_calf", "left" },
    { "sole", "left", SOLEUS_LEG_DIRECTION_DOWN, FALSE, NULL, NULL },
    { "buttock", "right", SOLEUS_LEG_DIRECTION_UP, FALSE, NULL, NULL },
    { "thigh_front", "left", SOLEUS_LEG_DIRECTION_LEFT, FALSE, "thigh_inner", "left" },
    { "thigh_inner", "left", SOLEUS_LEG_DIRECTION_LEFT, FALSE, "thigh_inner", "right" },
    { "shin", "right", SOLEUS_LEG_DIRECTION_RIGHT, FALSE, "shin", "left" },
    { "toes", "left", SOLEUS_LEG_DIRECTION_UP, FALSE, "foot_top", "left" },
    { "calf", "left", SOLEUS_LEG_DIRECTION_LEFT, FALSE, NULL, NULL },
    { "calf", "left", SOLEUS_LEG_DIRECTION_LEFT, TRUE, "shin", "left" },
    { "shin", "left", SOLEUS_LEG_DIRECTION_RIGHT, FALSE, NULL, NULL },
    { "shin", "left", SOLEUS_LEG_DIRECTION_RIGHT, TRUE, "calf", "left" },
  };
  g_autoptr (SoleusLegMap) map = load_map ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int from = soleus_leg_map_find (map, cases[i].muscle, cases[i].side);
      int to = soleus_leg_map_get_neighbour (map, from, cases[i].direction, cases[i].both_views);

      g_test_message ("%s, %s", cases[i].muscle, cases[i].side);
      if (cases[i].next_muscle == NULL)
        g_assert_cmpint (to, ==, SOLEUS_LEG_MAP_NONE);
      else
        assert_region (map, to, cases[i].next_muscle, cases[i].next_side);
    }
}

static void
visit (SoleusLegMap *map,
       int           region,
       gboolean      both_views,
       gboolean     *visited)
{
  if (region == SOLEUS_LEG_MAP_NONE || visited[region])
    return;

  visited[region] = TRUE;
  for (SoleusLegDirection i = SOLEUS_LEG_DIRECTION_UP; i <= SOLEUS_LEG_DIRECTION_RIGHT; i++)
    visit (map, soleus_leg_map_get_neighbour (map, region, i, both_views), both_views, visited);
}

static void
test_arrows_reach_all (void)
{
  g_autoptr (SoleusLegMap) map = load_map ();
  int n = soleus_leg_map_get_n_regions (map);

  for (int start = 0; start < n; start++)
    {
      g_autofree gboolean *with_both = g_new0 (gboolean, n);
      g_autofree gboolean *with_one = g_new0 (gboolean, n);

      visit (map, start, TRUE, with_both);
      visit (map, start, FALSE, with_one);
      for (int i = 0; i < n; i++)
        {
          g_assert_true (with_both[i]);
          g_assert_cmpint (with_one[i], ==, soleus_leg_map_get_view (map, i) == soleus_leg_map_get_view (map, start));
        }
    }
}

static void
test_names (void)
{
  g_autoptr (SoleusLegMap) map = load_map ();
  const char *const *order = soleus_leg_map_get_list_order (map);

  g_assert_cmpstr (soleus_site_get_name ("calf", "left"), ==, "Left calf");
  g_assert_cmpstr (soleus_site_get_name ("calf", NULL), ==, "Calf");
  g_assert_cmpstr (soleus_site_get_name ("back", NULL), ==, "Back");
  g_assert_cmpstr (soleus_site_get_name ("something_new", "left"), ==, "something_new");

  for (guint i = 0; order[i] != NULL; i++)
    {
      g_assert_cmpstr (soleus_site_get_name (order[i], NULL), !=, order[i]);
      g_assert_true (g_str_has_prefix (soleus_site_get_name (order[i], "left"), "Left "));
      g_assert_true (g_str_has_prefix (soleus_site_get_name (order[i], "right"), "Right "));
    }
}

/* Every one of these changes makes the file useless in some way; none may be taken, none may crash. */
static void
test_refused (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } changes[] = {
    { "\"format\": 1", "\"format\": 2" },
    { "\"format\": 1,", "" },
    { "\"box\"", "\"bax\"" },
    { "\"min_scale\": 1.2", "\"min_scale\": \"1.2\"" },
    { "\"hit\": {", "\"hit\": [" },
    { "\"calf\",", "\"calf\", \"calf\"," },
    { "\"calf\",", "" },
    { "\"calf\",", "\"belly\"," },
    { "\"back\": {", "\"side\": {" },
    { "\"front\": {", "\"front\": null, \"x\": {" },
    { "\"outline\": \"M", "\"outline\": \"X" },
    { "\"path\": \"M", "\"path\": \"" },
    { "\"side\": \"left\"", "\"side\": \"middle\"" },
    { "\"badge\"", "\"bodge\"" },
    { "\"muscle\": \"shin\"", "\"muscle\": \"toes\"" },
    { "\"muscle\": \"shin\"", "\"muscle\": 7" },
    { "\"labels\": [", "\"labels\": [ 4," },
    { "\"regions\": [", "\"regions\": {}, \"other\": [" },
  };
  g_autoptr (GBytes) bytes = load_bytes ();
  const char *text = g_bytes_get_data (bytes, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GString) changed = g_string_new_len (text, (gssize) g_bytes_get_size (bytes));
      g_autoptr (SoleusLegMap) map = NULL;
      g_autoptr (GBytes) changed_bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s -> %s", changes[i].from, changes[i].to);
      g_assert_cmpuint (g_string_replace (changed, changes[i].from, changes[i].to, 1), ==, 1);
      changed_bytes = g_bytes_new (changed->str, changed->len);

      map = soleus_leg_map_new (changed_bytes, &error);
      g_assert_null (map);
      g_assert_nonnull (error);
      g_assert_true (error->domain == SOLEUS_JSON_ERROR);
    }
}

static void
test_cut_short (void)
{
  g_autoptr (GBytes) bytes = load_bytes ();
  gsize size = g_bytes_get_size (bytes);

  /* Without its last character but one the document has no end; what comes after may be white space. */
  for (gsize length = 0; length < size - 2; length += 97)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (soleus_leg_map_new (cut, &error));
      g_assert_nonnull (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/leg-map/load", test_load);
  g_test_add_func ("/leg-map/sides", test_sides);
  g_test_add_func ("/leg-map/hit", test_hit);
  g_test_add_func ("/leg-map/reach-follows-scale", test_reach_follows_scale);
  g_test_add_func ("/leg-map/neighbours", test_neighbours);
  g_test_add_func ("/leg-map/arrows-reach-all", test_arrows_reach_all);
  g_test_add_func ("/leg-map/names", test_names);
  g_test_add_func ("/leg-map/refused", test_refused);
  g_test_add_func ("/leg-map/cut-short", test_cut_short);

  return g_test_run ();
}
