/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file chooser lets a person pick the diary itself as the place to save to; nothing else would stop it from being
 * replaced by its own export. */
#include "config.h"

#include "ui/exchange/soleus-target.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ui/compat/soleus-ask.h"
#include "ui/compat/soleus-show-folder.h"

#define TOAST_SECONDS 10

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/**
 * soleus_target_check:
 * @parent: a widget in the window that asks
 * @context: the diary
 * @path: where something is to be written
 *
 * Tells the person where @path cannot be taken.
 *
 * Returns: whether it may be written
 */
gboolean
soleus_target_check (GtkWidget     *parent,
                     SoleusContext *context,
                     const char    *path)
{
  const SoleusAskAnswer answers[] = { { "close", _("_Close"), FALSE } };
  const char *diary = soleus_context_get_path (context);
  g_autofree char *journal = g_strconcat (diary, "-journal", NULL);

  if (!is_same_file (path, diary) && !g_str_equal (path, diary) && !g_str_equal (path, journal))
    return TRUE;
  soleus_ask (parent, _("This is the diary itself"), _("Choose another name or folder. Nothing was written."), answers, G_N_ELEMENTS (answers), NULL, NULL, NULL);
  return FALSE;
}

/* The toasts of a window lie in its overlay, whatever else it is made of. */
static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  if (ADW_IS_TOAST_OVERLAY (widget))
    return ADW_TOAST_OVERLAY (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwToastOverlay *overlay = find_overlay (child);

      if (overlay != NULL)
        return overlay;
    }
  return NULL;
}

static void
toast_button_clicked_cb (AdwToast  *toast,
                         GtkWindow *window)
{
  soleus_show_folder_of (GTK_WIDGET (window), g_object_get_data (G_OBJECT (toast), "path"));
}

/**
 * soleus_target_toast:
 * @window: a window with a toast overlay
 * @text: what was done
 * @path: (nullable): the file that was written, whose folder can be opened
 */
void
soleus_target_toast (GtkWindow  *window,
                     const char *text,
                     const char *path)
{
  AdwToastOverlay *overlay = find_overlay (GTK_WIDGET (window));
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  if (path != NULL)
    {
      adw_toast_set_button_label (toast, _("Open _folder"));
      g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (path), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (toast_button_clicked_cb), window, 0);
    }
  adw_toast_overlay_add_toast (overlay, toast);
}
