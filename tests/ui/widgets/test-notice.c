/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusNotice: text, buttons, and showing. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-notice.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_notice (void)
{
  GtkWidget *notice = g_object_ref_sink (soleus_notice_new ("Cramp running, 6 minutes."));
  GtkWidget *open = soleus_notice_add_button (SOLEUS_NOTICE (notice), "Open", "Open the running cramp");
  guint n_notified = 0;
  guint n_clicked = 0;

  g_signal_connect_swapped (notice, "notify", G_CALLBACK (count_cb), &n_notified);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (count_cb), &n_clicked);

  g_assert_false (soleus_notice_get_revealed (SOLEUS_NOTICE (notice)));
  soleus_notice_set_revealed (SOLEUS_NOTICE (notice), TRUE);
  soleus_notice_set_revealed (SOLEUS_NOTICE (notice), TRUE);
  g_assert_true (soleus_notice_get_revealed (SOLEUS_NOTICE (notice)));
  g_assert_cmpuint (n_notified, ==, 1);

  soleus_notice_set_text (SOLEUS_NOTICE (notice), "Cramp running, 7 minutes.");
  soleus_notice_set_text (SOLEUS_NOTICE (notice), "Cramp running, 7 minutes.");
  g_assert_cmpuint (n_notified, ==, 2);
  gtk_test_accessible_assert_role (soleus_widget_test_find_label (notice, "Cramp running, 7 minutes."), GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_test_accessible_assert_property (open, GTK_ACCESSIBLE_PROPERTY_LABEL, "Open the running cramp");

  g_signal_emit_by_name (open, "clicked");
  g_assert_cmpuint (n_clicked, ==, 1);

  g_assert_finalize_object (notice);
}

static void
test_fits (void)
{
  GtkWidget *notice = g_object_ref_sink (soleus_notice_new ("Soleus cannot write to its folder. New entries cannot be kept."));
  GtkWidget *window;
  int minimum = 0;

  soleus_notice_add_button (SOLEUS_NOTICE (notice), "Open", NULL);
  soleus_notice_add_button (SOLEUS_NOTICE (notice), "It stopped", NULL);
  soleus_notice_set_revealed (SOLEUS_NOTICE (notice), TRUE);
  window = soleus_widget_test_show (notice, 360, 200);
  gtk_widget_measure (notice, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (notice);
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/notice/notice", test_notice);
  g_test_add_func ("/notice/fits", test_fits);

  return g_test_run ();
}
