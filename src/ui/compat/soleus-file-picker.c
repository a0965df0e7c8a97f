/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native chooser of GTK 4.8, which goes through the portal in a sandbox; newer releases deprecate it. */
#include "ui/compat/soleus-file-picker.h"

#include <glib/gi18n.h>

typedef struct
{
  SoleusFilePicked picked;
  gpointer data;
  GDestroyNotify destroy;
} Picker;

static void
picker_free (gpointer  data,
             GClosure *closure)
{
  Picker *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     Picker          *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  self->picked (path, self->data);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
make_chooser (GtkWidget           *parent,
              const char          *title,
              GtkFileChooserAction action,
              const char          *accept,
              SoleusFilePicked     picked,
              gpointer             data,
              GDestroyNotify       destroy)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, NULL);
  Picker *self = g_new0 (Picker, 1);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  self->picked = picked;
  self->data = data;
  self->destroy = destroy;
  g_signal_connect_data (chooser, "response", G_CALLBACK (chooser_response_cb), self, picker_free, 0);
  return chooser;
}

/**
 * soleus_file_picker_open:
 * @parent: a widget in the window that asks
 * @title: what for
 * @filter_name: (nullable): what such files are called
 * @filter_pattern: (nullable): how their names look: "*.json"
 * @picked: gets the path
 * @data: for @picked
 * @destroy: (nullable): frees @data
 */
void
soleus_file_picker_open (GtkWidget       *parent,
                         const char      *title,
                         const char      *filter_name,
                         const char      *filter_pattern,
                         SoleusFilePicked picked,
                         gpointer         data,
                         GDestroyNotify   destroy)
{
  GtkFileChooserNative *chooser = make_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), picked, data, destroy);

  if (filter_pattern != NULL)
    {
      g_autoptr (GtkFileFilter) some = gtk_file_filter_new (), all = gtk_file_filter_new ();

      gtk_file_filter_set_name (some, filter_name);
      gtk_file_filter_add_pattern (some, filter_pattern);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), some);
      gtk_file_filter_set_name (all, _("All files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
    }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * soleus_file_picker_save:
 * @parent: a widget in the window that asks
 * @title: what for
 * @name: the name proposed
 * @picked: gets the path
 * @data: for @picked
 * @destroy: (nullable): frees @data
 */
void
soleus_file_picker_save (GtkWidget       *parent,
                         const char      *title,
                         const char      *name,
                         SoleusFilePicked picked,
                         gpointer         data,
                         GDestroyNotify   destroy)
{
  GtkFileChooserNative *chooser = make_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), picked, data, destroy);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

G_GNUC_END_IGNORE_DEPRECATIONS
