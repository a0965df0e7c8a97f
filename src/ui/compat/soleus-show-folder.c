/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gtk_show_uri() goes through the portal in a sandbox; newer releases deprecate it for a class that the floor does not
 * have. Where there is no file manager, the person is told the folder's name instead. */
#include "ui/compat/soleus-show-folder.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-ask.h"

typedef struct
{
  GtkWidget *parent;
  char *folder;
} Show;

static void
show_free (Show *self)
{
  g_object_unref (self->parent);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Show, show_free)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  const SoleusAskAnswer answers[] = { { "close", _("_Close"), FALSE } };
  g_autoptr (Show) self = data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) && gtk_widget_get_root (self->parent) != NULL)
    soleus_ask (self->parent, _("The folder could not be opened"), self->folder, answers, G_N_ELEMENTS (answers), NULL, NULL, NULL);
}

/**
 * soleus_show_folder:
 * @parent: a widget in the window that asks
 * @folder: the path of a folder
 */
void
soleus_show_folder (GtkWidget  *parent,
                    const char *folder)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autofree char *uri = g_file_get_uri (file);
  Show *self;

  if (!GTK_IS_WINDOW (root))
    return;
  self = g_new0 (Show, 1);
  self->parent = g_object_ref (parent);
  self->folder = g_strdup (folder);
  gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, shown_cb, self);
}

G_GNUC_END_IGNORE_DEPRECATIONS

/**
 * soleus_show_folder_of:
 * @parent: a widget in the window that asks
 * @file: the path of a file whose folder is to be opened
 */
void
soleus_show_folder_of (GtkWidget  *parent,
                       const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);

  soleus_show_folder (parent, folder);
}
