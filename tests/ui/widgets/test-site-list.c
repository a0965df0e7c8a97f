/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusSiteList: the same selection as the leg map, in both directions. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-leg-map-canvas.h"
#include "ui/widgets/soleus-site-list.h"

static void
assert_active (GtkWidget  *list,
               const char *muscle,
               const char *side,
               gboolean    active)
{
  GtkWidget *button = soleus_site_list_get_button (SOLEUS_SITE_LIST (list), muscle, side);

  g_assert_nonnull (button);
  g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)), ==, active);
}

static void
press (GtkWidget  *list,
       const char *muscle,
       const char *side)
{
  g_signal_emit_by_name (soleus_site_list_get_button (SOLEUS_SITE_LIST (list), muscle, side), "clicked");
}

static void
test_both_ways (void)
{
  SoleusLegMap *map = soleus_widget_test_load_map ();
  SoleusSites *sites = soleus_sites_new ();
  GtkWidget *list = g_object_ref_sink (soleus_site_list_new (map, sites));

  press (list, "calf", "left");
  press (list, "calf", "right");
  press (list, "toes", "right");
  g_assert_true (soleus_sites_contains (sites, "calf", "left"));
  g_assert_true (soleus_sites_contains (sites, "calf", "right"));
  g_assert_true (soleus_sites_contains (sites, "toes", "right"));
  g_assert_cmpuint (soleus_sites_get_size (sites), ==, 3);

  press (list, "calf", "left");
  g_assert_false (soleus_sites_contains (sites, "calf", "left"));
  g_assert_true (soleus_sites_contains (sites, "calf", "right"));

  soleus_sites_add (sites, "buttock", "left");
  soleus_sites_remove (sites, "toes", "right");
  assert_active (list, "buttock", "left", TRUE);
  assert_active (list, "toes", "right", FALSE);
  soleus_sites_clear (sites);
  assert_active (list, "buttock", "left", FALSE);
  assert_active (list, "calf", "right", FALSE);

  g_assert_finalize_object (list);
  g_assert_finalize_object (sites);
  g_assert_finalize_object (map);
}

static void
test_with_map (void)
{
  g_autoptr (SoleusLegMap) map = soleus_widget_test_load_map ();
  SoleusSites *sites = soleus_sites_new ();
  GtkWidget *list = g_object_ref_sink (soleus_site_list_new (map, sites));
  GtkWidget *canvas = g_object_ref_sink (soleus_leg_map_canvas_new (map, sites));

  /* Before anything else, the keyboard is at the left calf. */
  soleus_leg_map_canvas_toggle_focused (SOLEUS_LEG_MAP_CANVAS (canvas));
  assert_active (list, "calf", "left", TRUE);

  press (list, "calf", "left");
  press (list, "sole", "right");
  g_assert_cmpstr (soleus_leg_map_canvas_get_status (SOLEUS_LEG_MAP_CANVAS (canvas)), ==, "1 place selected");

  g_assert_finalize_object (canvas);
  g_assert_finalize_object (list);
  g_assert_finalize_object (sites);
}

static void
test_all_places (void)
{
  static const char *const elsewhere[] = { "belly", "back", "chest", "arm", "hand", "neck_face" };
  g_autoptr (SoleusLegMap) map = soleus_widget_test_load_map ();
  g_autoptr (SoleusSites) sites = soleus_sites_new ();
  GtkWidget *list = g_object_ref_sink (soleus_site_list_new (map, sites));
  const char *const *order = soleus_leg_map_get_list_order (map);

  for (guint i = 0; order[i] != NULL; i++)
    {
      press (list, order[i], "left");
      press (list, order[i], "right");
    }
  press (list, "other_leg", "left");
  press (list, "other_leg", "right");
  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    press (list, elsewhere[i], NULL);
  g_assert_cmpuint (soleus_sites_get_size (sites), ==, 28);

  g_assert_finalize_object (list);
}

/* A place outside the leg may come with a side from elsewhere; it is shown, and goes away with one press. */
static void
test_side_outside_leg (void)
{
  g_autoptr (SoleusLegMap) map = soleus_widget_test_load_map ();
  g_autoptr (SoleusSites) sites = soleus_sites_new ();
  GtkWidget *list;

  soleus_sites_add (sites, "arm", "left");
  soleus_sites_add (sites, "arm", "right");
  list = g_object_ref_sink (soleus_site_list_new (map, sites));
  assert_active (list, "arm", NULL, TRUE);

  press (list, "hand", NULL);
  g_assert_true (soleus_sites_contains (sites, "arm", "left"));
  g_assert_false (soleus_sites_contains (sites, "arm", NULL));
  press (list, "arm", NULL);
  g_assert_cmpuint (soleus_sites_get_size (sites), ==, 1);

  g_assert_finalize_object (list);
}

static void
test_accessible (void)
{
  g_autoptr (SoleusLegMap) map = soleus_widget_test_load_map ();
  g_autoptr (SoleusSites) sites = soleus_sites_new ();
  GtkWidget *list = g_object_ref_sink (soleus_site_list_new (map, sites));

  gtk_test_accessible_assert_property (soleus_site_list_get_button (SOLEUS_SITE_LIST (list), "calf", "left"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Left calf");
  gtk_test_accessible_assert_property (soleus_site_list_get_button (SOLEUS_SITE_LIST (list), "thigh_back", "right"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Right back of thigh");

  g_assert_finalize_object (list);
}

static void
test_fits (void)
{
  g_autoptr (SoleusLegMap) map = soleus_widget_test_load_map ();
  g_autoptr (SoleusSites) sites = soleus_sites_new ();
  GtkWidget *list = g_object_ref_sink (soleus_site_list_new (map, sites));
  GtkWidget *window = soleus_widget_test_show (list, 320, 700);
  GtkWidget *button = soleus_site_list_get_button (SOLEUS_SITE_LIST (list), "toes", "right");
  int minimum = 0;

  gtk_widget_measure (list, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  g_assert_cmpint (soleus_widget_test_get_width (button), >=, 44);
  g_assert_cmpint (soleus_widget_test_get_height (button), >=, 44);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/site-list/both-ways", test_both_ways);
  g_test_add_func ("/site-list/with-map", test_with_map);
  g_test_add_func ("/site-list/all-places", test_all_places);
  g_test_add_func ("/site-list/side-outside-leg", test_side_outside_leg);
  g_test_add_func ("/site-list/accessible", test_accessible);
  g_test_add_func ("/site-list/fits", test_fits);

  return g_test_run ();
}
