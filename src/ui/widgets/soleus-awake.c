/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session is asked while the widget is mapped; in a sandbox GTK asks the portal. */
#include "ui/widgets/soleus-awake.h"

#define COOKIE "soleus-awake"

static void
let_go (GtkWidget *widget)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  guint cookie = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), COOKIE));

  if (application != NULL && cookie != 0)
    gtk_application_uninhibit (application, cookie);
  g_object_set_data (G_OBJECT (widget), COOKIE, NULL);
}

static void
mapped_cb (GtkWidget *widget,
           char      *reason)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkRoot *root = gtk_widget_get_root (widget);

  let_go (widget);
  if (application != NULL && GTK_IS_WINDOW (root))
    g_object_set_data (G_OBJECT (widget), COOKIE, GUINT_TO_POINTER (gtk_application_inhibit (application, GTK_WINDOW (root), GTK_APPLICATION_INHIBIT_IDLE, reason)));
}

/**
 * soleus_awake_keep:
 * @widget: a widget that is not mapped yet
 * @reason: what the desktop may tell the person
 *
 * Keeps the screen on while @widget is mapped.
 */
void
soleus_awake_keep (GtkWidget  *widget,
                   const char *reason)
{
  g_signal_connect_data (widget, "map", G_CALLBACK (mapped_cb), g_strdup (reason), (GClosureNotify) (void (*) (void)) g_free, 0);
  g_signal_connect (widget, "unmap", G_CALLBACK (let_go), NULL);
}

/**
 * soleus_awake_is_kept:
 * @widget: a widget
 *
 * Returns: whether the screen is kept on for it at present
 */
gboolean
soleus_awake_is_kept (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), COOKIE) != NULL;
}
