/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusPainScale: typed digits, ten, switching off, and the two shapes. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-pain-scale.h"

static GtkWidget *
new_scale (void)
{
  return g_object_ref_sink (soleus_pain_scale_new ("How bad was it?"));
}

static int
get_value (GtkWidget *scale)
{
  return soleus_pain_scale_get_value (SOLEUS_PAIN_SCALE (scale));
}

static GtkWidget *
get_step (GtkWidget *scale,
          int        step)
{
  g_autofree char *text = g_strdup_printf ("%d", step);

  return gtk_widget_get_ancestor (soleus_widget_test_find_label (scale, text), GTK_TYPE_TOGGLE_BUTTON);
}

static void
test_value (void)
{
  GtkWidget *scale = new_scale ();
  int value = 0;

  g_assert_cmpint (get_value (scale), ==, SOLEUS_PAIN_UNKNOWN);
  g_object_set (scale, "value", 7, NULL);
  g_object_get (scale, "value", &value, NULL);
  g_assert_cmpint (value, ==, 7);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_step (scale, 7))));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_step (scale, 6))));

  soleus_pain_scale_set_value (SOLEUS_PAIN_SCALE (scale), 99);
  g_assert_cmpint (get_value (scale), ==, SOLEUS_PAIN_UNKNOWN);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_step (scale, 7))));

  g_assert_finalize_object (scale);
}

static void
test_press (void)
{
  GtkWidget *scale = new_scale ();

  g_signal_emit_by_name (get_step (scale, 0), "clicked");
  g_assert_cmpint (get_value (scale), ==, 0);
  g_signal_emit_by_name (get_step (scale, 10), "clicked");
  g_assert_cmpint (get_value (scale), ==, 10);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_step (scale, 0))));
  g_signal_emit_by_name (get_step (scale, 10), "clicked");
  g_assert_cmpint (get_value (scale), ==, SOLEUS_PAIN_UNKNOWN);

  g_assert_finalize_object (scale);
}

static void
test_typing (void)
{
  GtkWidget *scale = new_scale ();
  GtkWidget *window = soleus_widget_test_show (scale, 600, 200);

  soleus_widget_test_press (scale, GDK_KEY_7);
  g_assert_cmpint (get_value (scale), ==, 7);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == get_step (scale, 7));

  soleus_widget_test_press (scale, GDK_KEY_1);
  g_assert_cmpint (get_value (scale), ==, 1);
  soleus_widget_test_press (scale, GDK_KEY_0);
  g_assert_cmpint (get_value (scale), ==, 10);
  soleus_widget_test_press (scale, GDK_KEY_0);
  g_assert_cmpint (get_value (scale), ==, 0);

  soleus_widget_test_press (scale, GDK_KEY_KP_1);
  soleus_widget_test_press (scale, GDK_KEY_KP_0);
  g_assert_cmpint (get_value (scale), ==, 10);

  /* Another key between the two, or a long wait, and the 0 is a 0. */
  soleus_widget_test_press (scale, GDK_KEY_1);
  soleus_widget_test_press (scale, GDK_KEY_a);
  soleus_widget_test_press (scale, GDK_KEY_0);
  g_assert_cmpint (get_value (scale), ==, 0);
  soleus_widget_test_press (scale, GDK_KEY_1);
  soleus_widget_test_sleep (700);
  soleus_widget_test_press (scale, GDK_KEY_0);
  g_assert_cmpint (get_value (scale), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (scale);
}

static void
assert_targets (GtkWidget *scale)
{
  for (int i = 0; i <= SOLEUS_PAIN_WORST; i++)
    {
      g_assert_cmpint (soleus_widget_test_get_width (get_step (scale, i)), >=, 44);
      g_assert_cmpint (soleus_widget_test_get_height (get_step (scale, i)), >=, 48);
    }
}

static void
test_shapes (void)
{
  GtkWidget *scale = new_scale ();
  GtkWidget *window = soleus_widget_test_show (scale, 524, 300);
  graphene_rect_t least, worst, first, last;
  int minimum = 0;

  gtk_widget_measure (scale, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);

  assert_targets (scale);
  g_assert_true (gtk_widget_compute_bounds (get_step (scale, 0), scale, &first));
  g_assert_true (gtk_widget_compute_bounds (get_step (scale, 10), scale, &last));
  g_assert_cmpfloat (first.origin.y, ==, last.origin.y);
  g_assert_cmpfloat (last.origin.x + last.size.width, <=, gtk_widget_get_width (scale));

  soleus_widget_test_allocate (scale, 300);
  assert_targets (scale);
  g_assert_true (gtk_widget_compute_bounds (get_step (scale, 0), scale, &first));
  g_assert_true (gtk_widget_compute_bounds (get_step (scale, 10), scale, &last));
  g_assert_true (gtk_widget_compute_bounds (soleus_widget_test_find_label (scale, "No pain"), scale, &least));
  g_assert_true (gtk_widget_compute_bounds (soleus_widget_test_find_label (scale, "Worst pain you can think of"), scale, &worst));
  g_assert_cmpfloat (last.origin.y, >=, first.origin.y + first.size.height);
  g_assert_cmpfloat (least.origin.y, <, first.origin.y);
  g_assert_cmpfloat (worst.origin.y, >, last.origin.y);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (scale);
}

static void
test_arrows (void)
{
  GtkWidget *scale = new_scale ();
  GtkWidget *window = soleus_widget_test_show (scale, 320, 300);
  GtkRoot *root = GTK_ROOT (window);

  gtk_widget_grab_focus (scale);
  g_assert_true (gtk_root_get_focus (root) == get_step (scale, 0));
  gtk_widget_child_focus (window, GTK_DIR_RIGHT);
  g_assert_true (gtk_root_get_focus (root) == get_step (scale, 1));
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_true (gtk_root_get_focus (root) == get_step (scale, 7));
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  g_assert_true (gtk_root_get_focus (root) == get_step (scale, 5));
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_true (gtk_root_get_focus (root) == get_step (scale, 10));
  g_assert_cmpint (get_value (scale), ==, SOLEUS_PAIN_UNKNOWN);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (scale);
}

static void
test_accessible (void)
{
  GtkWidget *scale = new_scale ();

  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "How bad was it?");
  gtk_test_accessible_assert_property (get_step (scale, 7), GTK_ACCESSIBLE_PROPERTY_LABEL, "Pain 7 of 10");

  g_assert_finalize_object (scale);
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/pain-scale/value", test_value);
  g_test_add_func ("/pain-scale/press", test_press);
  g_test_add_func ("/pain-scale/typing", test_typing);
  g_test_add_func ("/pain-scale/shapes", test_shapes);
  g_test_add_func ("/pain-scale/arrows", test_arrows);
  g_test_add_func ("/pain-scale/accessible", test_accessible);

  return g_test_run ();
}
