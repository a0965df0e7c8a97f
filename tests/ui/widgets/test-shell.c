/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusShell: the rail goes where there is no room for it and comes back, and "narrow" follows. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-shell.h"

#define RAIL 216

static GtkWidget *
new_shell (GtkWidget **rail,
           GtkWidget **content)
{
  GtkWidget *shell = g_object_ref_sink (soleus_shell_new ());

  *content = gtk_label_new ("content");
  *rail = gtk_button_new_with_label ("rail");
  gtk_widget_set_size_request (*rail, RAIL, -1);
  soleus_shell_set_content (SOLEUS_SHELL (shell), *content);
  soleus_shell_set_rail (SOLEUS_SHELL (shell), *rail);
  return shell;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_flip (void)
{
  GtkWidget *rail, *content;
  GtkWidget *shell = new_shell (&rail, &content);
  guint n_notified = 0;
  int minimum = 0;

  g_signal_connect_swapped (shell, "notify::narrow", G_CALLBACK (count_cb), &n_notified);
  gtk_widget_measure (shell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, SOLEUS_SHELL_MIN_WIDTH);

  soleus_widget_test_allocate (shell, RAIL + SOLEUS_SHELL_MIN_CONTENT);
  soleus_widget_test_sleep (20);
  g_assert_false (soleus_shell_get_narrow (SOLEUS_SHELL (shell)));
  g_assert_cmpuint (n_notified, ==, 0);
  g_assert_true (gtk_widget_get_child_visible (rail));
  g_assert_cmpint (gtk_widget_get_width (content), ==, SOLEUS_SHELL_MIN_CONTENT);

  soleus_widget_test_allocate (shell, RAIL + SOLEUS_SHELL_MIN_CONTENT - 1);
  g_assert_false (gtk_widget_get_child_visible (rail));
  g_assert_cmpint (gtk_widget_get_width (content), ==, RAIL + SOLEUS_SHELL_MIN_CONTENT - 1);
  g_assert_cmpuint (n_notified, ==, 0);
  soleus_widget_test_wait (soleus_shell_get_narrow (SOLEUS_SHELL (shell)));
  g_assert_cmpuint (n_notified, ==, 1);

  /* There and back before the idle call: nothing to say. */
  soleus_widget_test_allocate (shell, 1200);
  soleus_widget_test_allocate (shell, 360);
  soleus_widget_test_sleep (20);
  g_assert_cmpuint (n_notified, ==, 1);

  soleus_widget_test_allocate (shell, 1200);
  soleus_widget_test_wait (!soleus_shell_get_narrow (SOLEUS_SHELL (shell)));
  g_assert_cmpint (gtk_widget_get_width (content), ==, 1200 - RAIL);

  g_assert_finalize_object (shell);
}

/* The threshold grows with the rail, and the rail with the text. */
static void
test_threshold_follows_rail (void)
{
  GtkWidget *rail, *content;
  GtkWidget *shell = new_shell (&rail, &content);

  soleus_widget_test_allocate (shell, 800);
  g_assert_true (gtk_widget_get_child_visible (rail));
  gtk_widget_set_size_request (rail, 300, -1);
  soleus_widget_test_allocate (shell, 800);
  g_assert_false (gtk_widget_get_child_visible (rail));

  g_assert_finalize_object (shell);
}

static void
test_focus_order (void)
{
  GtkWidget *rail, *content;
  GtkWidget *shell = new_shell (&rail, &content);

  g_assert_true (gtk_widget_get_first_child (shell) == rail);
  g_assert_true (gtk_widget_get_last_child (shell) == content);

  g_assert_finalize_object (shell);
}

static void
test_right_to_left (void)
{
  GtkWidget *rail, *content;
  GtkWidget *shell = new_shell (&rail, &content);
  graphene_rect_t bounds;

  gtk_widget_set_direction (shell, GTK_TEXT_DIR_RTL);
  soleus_widget_test_allocate (shell, 1000);
  g_assert_true (gtk_widget_compute_bounds (rail, shell, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 1000 - RAIL);

  g_assert_finalize_object (shell);
}

static void
test_gone_before_idle (void)
{
  GtkWidget *rail, *content;
  GtkWidget *shell = new_shell (&rail, &content);

  soleus_widget_test_allocate (shell, 400);
  g_assert_finalize_object (shell);
  soleus_widget_test_sleep (20);
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/shell/flip", test_flip);
  g_test_add_func ("/shell/threshold-follows-rail", test_threshold_follows_rail);
  g_test_add_func ("/shell/focus-order", test_focus_order);
  g_test_add_func ("/shell/right-to-left", test_right_to_left);
  g_test_add_func ("/shell/gone-before-idle", test_gone_before_idle);

  return g_test_run ();
}
