/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusNightMark: what it says to screen readers, and its size. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-night-mark.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_words (void)
{
  GtkWidget *mark = g_object_ref_sink (soleus_night_mark_new (SOLEUS_NIGHT_CRAMPS, 2));
  guint n_notified = 0;

  g_signal_connect_swapped (mark, "notify", G_CALLBACK (count_cb), &n_notified);
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "Cramps, 2");

  soleus_night_mark_set (SOLEUS_NIGHT_MARK (mark), SOLEUS_NIGHT_CRAMPS, 2);
  g_assert_cmpuint (n_notified, ==, 0);
  soleus_night_mark_set (SOLEUS_NIGHT_MARK (mark), SOLEUS_NIGHT_UNSURE, 0);
  g_assert_cmpuint (n_notified, ==, 2);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "Not sure");

  g_assert_finalize_object (mark);
}

static void
test_decorative (void)
{
  GtkWidget *mark = g_object_ref_sink (soleus_night_mark_new_decorative (SOLEUS_NIGHT_NO_CRAMP, 0));

  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_assert_finalize_object (mark);
}

static void
test_size (void)
{
  GtkWidget *mark = g_object_ref_sink (soleus_night_mark_new (SOLEUS_NIGHT_CRAMPS, 12));
  GtkWidget *window = soleus_widget_test_show (mark, 100, 100);
  int minimum = 0;

  gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, >=, (int) SOLEUS_NIGHT_MARK_SIZE);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (mark);
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/night-mark/words", test_words);
  g_test_add_func ("/night-mark/decorative", test_decorative);
  g_test_add_func ("/night-mark/size", test_size);

  return g_test_run ();
}
