/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlines: what is read, what is refused, and where points lie. */
#include "drawing/soleus-path.h"

static void
test_square (void)
{
  g_autoptr (SoleusPath) path = soleus_path_new ("M10 10 L30 10 L30 30 L10 30 Z");
  cairo_rectangle_t extents;

  g_assert_nonnull (path);
  soleus_path_get_extents (path, &extents);
  g_assert_cmpfloat (extents.x, ==, 10);
  g_assert_cmpfloat (extents.y, ==, 10);
  g_assert_cmpfloat (extents.width, ==, 20);
  g_assert_cmpfloat (extents.height, ==, 20);

  g_assert_true (soleus_path_contains (path, 20, 20));
  g_assert_true (soleus_path_contains (path, 10.5, 29.5));
  g_assert_false (soleus_path_contains (path, 9, 20));
  g_assert_false (soleus_path_contains (path, 31, 20));
  g_assert_false (soleus_path_contains (path, 20, 9));
  g_assert_false (soleus_path_contains (path, 20, 31));

  g_assert_cmpfloat_with_epsilon (soleus_path_get_distance (path, 20, 5), 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (soleus_path_get_distance (path, 20, 12), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (soleus_path_get_distance (path, 33, 34), 5, 1e-9);
}

static void
test_open (void)
{
  g_autoptr (SoleusPath) path = soleus_path_new ("M0 0 10 0 10 10 0 10");

  g_assert_nonnull (path);
  g_assert_true (soleus_path_contains (path, 5, 5));
  g_assert_cmpfloat_with_epsilon (soleus_path_get_distance (path, -3, 5), 3, 1e-9);
}

static void
test_curve (void)
{
  /* A circle of radius 10 in four curves. */
  g_autoptr (SoleusPath) path =
    soleus_path_new ("M10 0 C10 5.52 5.52 10 0 10 -5.52 10 -10 5.52 -10 0 -10 -5.52 -5.52 -10 0 -10 5.52 -10 10 -5.52 10 0 Z");

  g_assert_nonnull (path);
  for (int i = 0; i < 36; i++)
    {
      double x = 0.1 * (i - 18);

      g_assert_true (soleus_path_contains (path, x, 9.5));
      g_assert_false (soleus_path_contains (path, x, 10.3));
    }
  g_assert_cmpfloat_with_epsilon (soleus_path_get_distance (path, 0, 0), 10, 0.2);
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "", " ", "L10 10", "M10", "M10 x", "M1 2 A3 4", "M1 2 Q1 2 3 4", "m1 2", "M1e3 2", "M0x10 2", "Mnan 2", "Minf 2", "M1 2 Z 3 4",
    "M1 2 C1 2 3 4 5", "M10001 0", "M1.2.3 4", "M--1 2", "M1 2 L", "M0000000000000000000000001 2", "M1,2",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SoleusPath) path = soleus_path_new (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_null (path);
    }
}

static void
test_endless (void)
{
  g_autoptr (GString) text = g_string_new ("M0 0");

  for (int i = 0; i < 100000; i++)
    g_string_append (text, " L1 1");

  g_assert_null (soleus_path_new (text->str));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/path/square", test_square);
  g_test_add_func ("/path/open", test_open);
  g_test_add_func ("/path/curve", test_curve);
  g_test_add_func ("/path/refused", test_refused);
  g_test_add_func ("/path/endless", test_endless);

  return g_test_run ();
}
