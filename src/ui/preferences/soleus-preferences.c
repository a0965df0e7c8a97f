/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every change applies at once and can be undone here as in the main window. What stands behind each page is in a file
 * of its own. */
#include "config.h"

#include "ui/preferences/soleus-preferences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/preferences/soleus-backups-page.h"
#include "ui/preferences/soleus-emergency-page.h"
#include "ui/preferences/soleus-general-page.h"
#include "ui/preferences/soleus-health-page.h"

#define WIDTH 640
#define HEIGHT 640

/* A text that is still being typed is kept when the window closes: its entry loses the focus first. */
static gboolean
close_requested_cb (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);
  return FALSE;
}

static gboolean
undo_cb (GtkWidget *window,
         GVariant  *arguments,
         gpointer   data)
{
  SoleusProfileForm *form = data;

  soleus_keeper_undo (soleus_context_get_keeper (soleus_profile_form_get_context (form)));
  return TRUE;
}

static void
form_failed_cb (SoleusProfileForm    *form,
                const GError         *error,
                AdwPreferencesWindow *window)
{
  g_autofree char *text = g_strdup_printf (_("This change was not saved. %s"), error->message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_window_add_toast (window, adw_toast_new (escaped));
}

static void
add_undo (GtkWidget         *window,
          SoleusProfileForm *form)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_z, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (undo_cb, g_object_ref (form), g_object_unref)));
  gtk_widget_add_controller (window, controller);
}

static gboolean
has_title (GtkWidget *group)
{
  return group != NULL && *adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) != '\0';
}

/* The window of libadwaita 1.2 leaves its search without names; a tooltip is none. */
static void
name_parts (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    soleus_accessible_set_name (GTK_ACCESSIBLE (widget), _("Search preferences"));
  else if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_tooltip_text (widget) != NULL)
    soleus_accessible_set_name (GTK_ACCESSIBLE (widget), gtk_widget_get_tooltip_text (widget));
  else if (GTK_IS_LIST_BOX (widget) && !has_title (gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP)))
    soleus_accessible_set_name (GTK_ACCESSIBLE (widget), _("Preferences found"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_parts (child);
}

/**
 * soleus_preferences_show:
 * @parent: the window that asks
 * @context: an open diary
 * @page: (nullable): which page to open: "general", "health", "emergency" or "diary"
 */
void
soleus_preferences_show (GtkWindow     *parent,
                         SoleusContext *context,
                         const char    *page)
{
  g_autoptr (SoleusProfileForm) form = soleus_profile_form_new (context);
  int width = gtk_widget_get_width (GTK_WIDGET (parent)), height = gtk_widget_get_height (GTK_WIDGET (parent));
  AdwPreferencesWindow *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW,
                                               "title", _("Preferences"),
                                               "transient-for", parent,
                                               "modal", TRUE,
                                               "destroy-with-parent", TRUE,
                                               "search-enabled", TRUE,
                                               "default-width", width > 0 ? MIN (WIDTH, width) : WIDTH,
                                               "default-height", height > 0 && width < WIDTH ? height : HEIGHT,
                                               NULL);

  adw_preferences_window_add (window, soleus_general_page_new (form));
  adw_preferences_window_add (window, soleus_health_page_new (form));
  adw_preferences_window_add (window, soleus_emergency_page_new (form));
  adw_preferences_window_add (window, soleus_backups_page_new (context));
  if (page != NULL)
    adw_preferences_window_set_visible_page_name (window, page);

  name_parts (GTK_WIDGET (window));
  add_undo (GTK_WIDGET (window), form);
  g_signal_connect_object (form, "failed", G_CALLBACK (form_failed_cb), window, 0);
  g_signal_connect (window, "close-request", G_CALLBACK (close_requested_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_focus (GTK_WINDOW (window), NULL); /* it may be in the page already, and would go on from there */
  gtk_widget_child_focus (GTK_WIDGET (adw_preferences_window_get_visible_page (window)), GTK_DIR_TAB_FORWARD);
}
