/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys are given to a widget's own key controller: what the display server does with them is not ours to test. */
#include "soleus-widget-test.h"

#include "soleus-ui-resources.h"

#define RESOURCES "/io/github/soleus_diary/Soleus"

void
soleus_widget_test_init (int    *argc,
                         char ***argv)
{
  g_autoptr (GtkCssProvider) style = NULL;

  g_test_init (argc, argv, NULL);
  adw_init ();

  g_resources_register (soleus_ui_get_resource ());
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
sleep_over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
soleus_widget_test_sleep (guint msec)
{
  gboolean over = FALSE;

  g_timeout_add (msec, sleep_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* A window of that size with the widget in it, mapped and placed. gtk_window_destroy() ends it. */
GtkWidget *
soleus_widget_test_show (GtkWidget *child,
                         int        width,
                         int        height)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_widget_set_size_request (window, width, height); /* newer releases of libadwaita ask for more by themselves */
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  soleus_widget_test_wait (gtk_widget_get_mapped (child) && gtk_widget_get_width (child) > 0 && gtk_window_is_active (GTK_WINDOW (window)));
  return window;
}

/* Places a widget that is in no window, at a width and at the height that it asks for there. Returns that height. */
int
soleus_widget_test_allocate (GtkWidget *widget,
                             int        width)
{
  int min_width = 0;
  int height = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  g_assert_cmpint (min_width, <=, width);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (widget, width, height, -1, NULL);
  return height;
}

static graphene_rect_t
get_bounds (GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));
  return bounds;
}

/* With its padding, as a finger meets it; gtk_widget_get_width() is without. */
int
soleus_widget_test_get_width (GtkWidget *widget)
{
  return (int) get_bounds (widget).size.width;
}

int
soleus_widget_test_get_height (GtkWidget *widget)
{
  return (int) get_bounds (widget).size.height;
}

void
soleus_widget_test_press (GtkWidget *widget,
                          guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}

GtkWidget *
soleus_widget_test_find_label (GtkWidget  *widget,
                               const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = soleus_widget_test_find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

SoleusLegMap *
soleus_widget_test_load_map (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SoleusLegMap *map;

  g_resources_register (soleus_ui_get_resource ());
  bytes = g_resources_lookup_data (RESOURCES "/legmap.json", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  map = soleus_leg_map_new (bytes, &error);
  g_assert_no_error (error);
  return map;
}
