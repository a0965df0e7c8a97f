/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusLegMapView: one or two views, pointing, keys, and the words for it all. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-leg-map-canvas.h"
#include "ui/widgets/soleus-leg-map-view.h"

typedef struct
{
  SoleusLegMap *map;
  SoleusSites *sites;
  GtkWidget *view;
  GtkWidget *window;
  SoleusLegMapCanvas *canvas;
  GtkWidget *choice;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer width)
{
  fixture->map = soleus_widget_test_load_map ();
  fixture->sites = soleus_sites_new ();
  fixture->view = g_object_ref_sink (soleus_leg_map_view_new (fixture->map, fixture->sites));
  fixture->window = soleus_widget_test_show (fixture->view, GPOINTER_TO_INT (width), 700);

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (SOLEUS_IS_LEG_MAP_CANVAS (child))
      fixture->canvas = SOLEUS_LEG_MAP_CANVAS (child);
    else if (SOLEUS_IS_CHOICE (child))
      fixture->choice = child;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer width)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->sites);
  g_assert_finalize_object (fixture->map);
}

static int
pick (Fixture    *fixture,
      const char *muscle,
      const char *side)
{
  double x = 0;
  double y = 0;

  soleus_leg_map_canvas_get_badge (fixture->canvas, soleus_leg_map_find (fixture->map, muscle, side), &x, &y);
  return soleus_leg_map_canvas_pick (fixture->canvas, x, y);
}

static void
assert_focused (Fixture    *fixture,
                const char *muscle,
                const char *side)
{
  int focused = soleus_leg_map_canvas_get_focused (fixture->canvas);

  g_assert_cmpint (focused, !=, SOLEUS_LEG_MAP_NONE);
  g_assert_cmpstr (soleus_leg_map_get_muscle (fixture->map, focused), ==, muscle);
  g_assert_cmpstr (soleus_leg_map_get_side (fixture->map, focused), ==, side);
}

static void
press (Fixture *fixture,
       guint    key)
{
  soleus_widget_test_press (GTK_WIDGET (fixture->canvas), key);
}

static void
test_wide (Fixture      *fixture,
           gconstpointer width)
{
  g_assert_true (soleus_leg_map_canvas_shows_both (fixture->canvas, gtk_widget_get_width (GTK_WIDGET (fixture->canvas))));
  g_assert_false (gtk_widget_get_child_visible (fixture->choice));

  for (int i = 0; i < soleus_leg_map_get_n_regions (fixture->map); i++)
    g_assert_cmpint (pick (fixture, soleus_leg_map_get_muscle (fixture->map, i), soleus_leg_map_get_side (fixture->map, i)), ==, i);
  g_assert_cmpint (soleus_leg_map_canvas_pick (fixture->canvas, 2, 2), ==, SOLEUS_LEG_MAP_NONE);
}

static void
test_narrow (Fixture      *fixture,
             gconstpointer width)
{
  int calf = soleus_leg_map_find (fixture->map, "calf", "left");
  int shin = soleus_leg_map_find (fixture->map, "shin", "left");
  int minimum = 0;

  gtk_widget_measure (fixture->view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  g_assert_true (gtk_widget_get_child_visible (fixture->choice));

  g_assert_cmpstr (soleus_choice_get_selected (SOLEUS_CHOICE (fixture->choice)), ==, "back");
  g_assert_cmpint (pick (fixture, "calf", "left"), ==, calf);
  g_assert_cmpint (pick (fixture, "shin", "left"), !=, shin);

  soleus_choice_set_selected (SOLEUS_CHOICE (fixture->choice), "front");
  g_assert_cmpint (pick (fixture, "shin", "left"), ==, shin);
  g_assert_cmpint (pick (fixture, "calf", "left"), !=, calf);

  /* The keyboard follows the view, and stays in it. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  assert_focused (fixture, "toes", "left");
  press (fixture, GDK_KEY_Right);
  assert_focused (fixture, "toes", "left");
  press (fixture, GDK_KEY_Left);
  assert_focused (fixture, "toes", "right");
  soleus_choice_set_selected (SOLEUS_CHOICE (fixture->choice), "back");
  assert_focused (fixture, "calf", "left");
}

static void
test_keys (Fixture      *fixture,
           gconstpointer width)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  assert_focused (fixture, "calf", "left");
  g_assert_cmpstr (soleus_leg_map_view_get_status (SOLEUS_LEG_MAP_VIEW (fixture->view)), ==, "Left calf");

  press (fixture, GDK_KEY_space);
  g_assert_true (soleus_sites_contains (fixture->sites, "calf", "left"));
  g_assert_cmpstr (soleus_leg_map_view_get_status (SOLEUS_LEG_MAP_VIEW (fixture->view)), ==, "Left calf, selected");
  g_assert_nonnull (soleus_widget_test_find_label (fixture->view, "Left calf, selected"));

  press (fixture, GDK_KEY_Right);
  assert_focused (fixture, "calf", "right");
  press (fixture, GDK_KEY_Down);
  assert_focused (fixture, "lower_calf", "right");
  press (fixture, GDK_KEY_Left);
  press (fixture, GDK_KEY_Up);
  assert_focused (fixture, "calf", "left");
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (soleus_sites_get_size (fixture->sites), ==, 0);

  press (fixture, GDK_KEY_Left);
  assert_focused (fixture, "shin", "left");
}

static void
test_status (Fixture      *fixture,
             gconstpointer width)
{
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  soleus_sites_add (fixture->sites, "belly", NULL);
  g_assert_cmpstr (soleus_leg_map_view_get_status (SOLEUS_LEG_MAP_VIEW (fixture->view)), ==, "Press where it hurt.");
  soleus_sites_add (fixture->sites, "calf", "left");
  g_assert_cmpstr (soleus_leg_map_view_get_status (SOLEUS_LEG_MAP_VIEW (fixture->view)), ==, "1 place selected");
  soleus_sites_add (fixture->sites, "toes", "right");
  g_assert_cmpstr (soleus_leg_map_view_get_status (SOLEUS_LEG_MAP_VIEW (fixture->view)), ==, "2 places selected");
}

static void
test_accessible (Fixture      *fixture,
                 gconstpointer width)
{
  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Leg map");
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Leg map. The same choices are in the list after it.");
  gtk_test_accessible_assert_role (soleus_widget_test_find_label (fixture->view, "Left calf"), GTK_ACCESSIBLE_ROLE_STATUS);
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add ("/leg-map-view/wide", Fixture, GINT_TO_POINTER (560), set_up, test_wide, tear_down);
  g_test_add ("/leg-map-view/narrow", Fixture, GINT_TO_POINTER (320), set_up, test_narrow, tear_down);
  g_test_add ("/leg-map-view/keys", Fixture, GINT_TO_POINTER (560), set_up, test_keys, tear_down);
  g_test_add ("/leg-map-view/status", Fixture, GINT_TO_POINTER (560), set_up, test_status, tear_down);
  g_test_add ("/leg-map-view/accessible", Fixture, GINT_TO_POINTER (560), set_up, test_accessible, tear_down);

  return g_test_run ();
}
