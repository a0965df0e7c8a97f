/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusPager: the history, its titles, a page that asks to stay, and pages that go away. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-pager.h"

static GtkWidget *
new_page (void)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (page), gtk_button_new_with_label ("First"));
  gtk_box_append (GTK_BOX (page), gtk_button_new_with_label ("Second"));
  return page;
}

static GtkWidget *
new_pager (void)
{
  GtkWidget *pager = g_object_ref_sink (soleus_pager_new ());

  soleus_pager_set_home (SOLEUS_PAGER (pager), new_page (), "Guides");
  return pager;
}

static GtkWidget *
push (GtkWidget  *pager,
      const char *title)
{
  GtkWidget *page = new_page ();

  soleus_pager_push (SOLEUS_PAGER (pager), page, title);
  return page;
}

static void
assert_titles (GtkWidget  *pager,
               const char *title,
               const char *back_title)
{
  g_assert_cmpstr (soleus_pager_get_title (SOLEUS_PAGER (pager)), ==, title);
  g_assert_cmpstr (soleus_pager_get_back_title (SOLEUS_PAGER (pager)), ==, back_title);
  g_assert_cmpint (soleus_pager_get_can_go_back (SOLEUS_PAGER (pager)), ==, back_title != NULL);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_history (void)
{
  GtkWidget *pager = new_pager ();
  GtkWidget *page, *second;
  guint n_notified = 0;

  g_signal_connect_swapped (pager, "notify::can-go-back", G_CALLBACK (count_cb), &n_notified);
  assert_titles (pager, "Guides", NULL);
  g_assert_false (soleus_pager_pop (SOLEUS_PAGER (pager)));

  page = push (pager, "Calf stretch");
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  assert_titles (pager, "Calf stretch", "Guides");
  second = push (pager, "Safety");
  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &second);
  assert_titles (pager, "Safety", "Calf stretch");
  g_assert_true (soleus_pager_get_visible_page (SOLEUS_PAGER (pager)) == second);

  g_assert_true (soleus_pager_pop (SOLEUS_PAGER (pager)));
  g_assert_null (second);
  assert_titles (pager, "Calf stretch", "Guides");
  g_assert_true (soleus_pager_pop (SOLEUS_PAGER (pager)));
  g_assert_null (page);
  assert_titles (pager, "Guides", NULL);
  g_assert_cmpuint (n_notified, >=, 4);

  g_assert_finalize_object (pager);
}

static void
test_titles (void)
{
  GtkWidget *pager = new_pager ();
  GtkWidget *page = push (pager, "Night");
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  soleus_pager_set_page_title (SOLEUS_PAGER (pager), page, "Last night", "Monday evening to Tuesday morning");
  g_object_get (pager, "title", &title, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (title, ==, "Last night");
  g_assert_cmpstr (subtitle, ==, "Monday evening to Tuesday morning");
  soleus_pager_pop (SOLEUS_PAGER (pager));
  g_assert_null (soleus_pager_get_subtitle (SOLEUS_PAGER (pager)));

  g_assert_finalize_object (pager);
}

static gboolean
leave_cb (SoleusPager *pager,
          GtkWidget   *page,
          GtkWidget  **asked)
{
  *asked = page;
  return TRUE;
}

static void
test_leave (void)
{
  GtkWidget *pager = new_pager ();
  GtkWidget *asked = NULL;
  GtkWidget *page;
  gulong handler;

  push (pager, "Form");
  page = push (pager, "Details");
  handler = g_signal_connect (pager, "leave", G_CALLBACK (leave_cb), &asked);

  g_assert_false (soleus_pager_pop (SOLEUS_PAGER (pager)));
  g_assert_true (asked == page);
  assert_titles (pager, "Details", "Form");
  g_assert_false (soleus_pager_pop_to_home (SOLEUS_PAGER (pager)));
  assert_titles (pager, "Details", "Form");

  soleus_pager_pop_now (SOLEUS_PAGER (pager));
  assert_titles (pager, "Form", "Guides");

  g_signal_handler_disconnect (pager, handler);
  push (pager, "Details");
  g_assert_true (soleus_pager_pop_to_home (SOLEUS_PAGER (pager)));
  assert_titles (pager, "Guides", NULL);
  g_assert_true (soleus_pager_pop_to_home (SOLEUS_PAGER (pager)));

  g_assert_finalize_object (pager);
}

/* In a window the pages slide; one that slides out lives until it is out. The focus goes along, and back to where it
 * was. */
static void
test_sliding (void)
{
  GtkWidget *pager = new_pager ();
  GtkWidget *window = soleus_widget_test_show (pager, 400, 300);
  GtkWidget *home = soleus_pager_get_visible_page (SOLEUS_PAGER (pager));
  GtkWidget *page;

  gtk_widget_grab_focus (gtk_widget_get_last_child (home));
  page = push (pager, "Details");
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == gtk_widget_get_first_child (page));

  soleus_pager_pop (SOLEUS_PAGER (pager));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == gtk_widget_get_last_child (home));
  push (pager, "Other");
  soleus_pager_pop (SOLEUS_PAGER (pager));
  soleus_widget_test_wait (page == NULL);
  g_assert_true (soleus_pager_get_visible_page (SOLEUS_PAGER (pager)) == home);

  /* Closed in the middle of it. */
  push (pager, "Last");
  soleus_pager_pop (SOLEUS_PAGER (pager));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (pager);
}

int
main (int   argc,
      char *argv[])
{
  soleus_widget_test_init (&argc, &argv);

  g_test_add_func ("/pager/history", test_history);
  g_test_add_func ("/pager/titles", test_titles);
  g_test_add_func ("/pager/leave", test_leave);
  g_test_add_func ("/pager/sliding", test_sliding);

  return g_test_run ();
}
