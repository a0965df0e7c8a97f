/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the tally ten times a second while it is shown. Escape, the close button and Cancel all mean the same: stop.
 * The window goes when the work has really stopped, which is its owner's business. */
#include "config.h"

#include "ui/exchange/soleus-progress-window.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"

#define LOOK_MS 100
#define WIDTH 420

struct _SoleusProgressWindow
{
  AdwWindow parent_instance;

  SoleusTally *tally;
  SoleusProgressUnit unit;
  GtkWidget *bar;
  GtkWidget *count;  /* the bar's own text is too small and too faint */
  GtkWidget *cancel; /* NULL where it cannot be stopped */
  guint source;
};

G_DEFINE_FINAL_TYPE (SoleusProgressWindow, soleus_progress_window, ADW_TYPE_WINDOW)

static char *
describe (SoleusProgressWindow *self,
          gint64                done,
          gint64                total)
{
  g_autofree char *some = NULL, *all = NULL;

  switch (self->unit)
    {
    case SOLEUS_PROGRESS_ENTRIES:
      /* Translators: "43,000 of 150,000 entries"; the ' makes printf group the digits as the locale does */
      return g_strdup_printf (ngettext ("%'d of %'d entry", "%'d of %'d entries", (gulong) total), (int) done, (int) total);
    case SOLEUS_PROGRESS_BYTES:
      some = g_format_size ((guint64) done);
      all = g_format_size ((guint64) total);
      /* Translators: sizes: "3.1 MB of 12 MB" */
      return g_strdup_printf (_("%s of %s"), some, all);
    case SOLEUS_PROGRESS_NONE:
    default:
      return NULL;
    }
}

static gboolean
look_cb (gpointer data)
{
  SoleusProgressWindow *self = data;
  gint64 done, total;

  if (soleus_tally_read (self->tally, &done, &total))
    {
      g_autofree char *text = describe (self, done, total);

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), CLAMP ((double) done / (double) total, 0, 1));
      gtk_label_set_text (GTK_LABEL (self->count), text != NULL ? text : "");
    }
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  return G_SOURCE_CONTINUE;
}

static gboolean
soleus_progress_window_close_request (GtkWindow *window)
{
  SoleusProgressWindow *self = SOLEUS_PROGRESS_WINDOW (window);

  if (self->cancel != NULL)
    {
      soleus_tally_stop (self->tally);
      gtk_button_set_label (GTK_BUTTON (self->cancel), _("Stopping…"));
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->cancel), _("Stopping…"));
      gtk_widget_set_sensitive (self->cancel, FALSE);
    }
  return TRUE;
}

static void
soleus_progress_window_map (GtkWidget *widget)
{
  SoleusProgressWindow *self = SOLEUS_PROGRESS_WINDOW (widget);

  look_cb (self);
  if (self->source == 0)
    self->source = g_timeout_add (LOOK_MS, look_cb, self);

  GTK_WIDGET_CLASS (soleus_progress_window_parent_class)->map (widget);
}

static void
soleus_progress_window_dispose (GObject *object)
{
  SoleusProgressWindow *self = SOLEUS_PROGRESS_WINDOW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->tally, soleus_tally_unref);
  g_clear_object (&self->count);

  G_OBJECT_CLASS (soleus_progress_window_parent_class)->dispose (object);
}

static void
soleus_progress_window_class_init (SoleusProgressWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_progress_window_dispose;
  widget_class->map = soleus_progress_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = soleus_progress_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
soleus_progress_window_init (SoleusProgressWindow *self)
{
}

static GtkWidget *
make_title (const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", title,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, "title-2");
  return label;
}

/**
 * soleus_progress_window_new:
 * @parent: the window that waits
 * @title: what is being done: "Exporting…"
 * @unit: what the tally counts
 * @can_cancel: whether it can be stopped
 * @tally: what to follow
 *
 * Returns: (transfer none): the window, not shown yet; destroy it when the work is over
 */
GtkWidget *
soleus_progress_window_new (GtkWindow         *parent,
                            const char        *title,
                            SoleusProgressUnit unit,
                            gboolean           can_cancel,
                            SoleusTally       *tally)
{
  SoleusProgressWindow *self = g_object_new (SOLEUS_TYPE_PROGRESS_WINDOW,
                                             "title", title,
                                             "modal", TRUE,
                                             "transient-for", parent,
                                             "resizable", FALSE,
                                             "default-width", MIN (WIDTH, MAX (gtk_widget_get_width (GTK_WIDGET (parent)) - 24, 240)),
                                             NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *handle = gtk_window_handle_new ();

  self->tally = soleus_tally_ref (tally);
  self->unit = unit;

  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_box_append (GTK_BOX (box), make_title (title));

  self->bar = gtk_progress_bar_new ();
  self->count = g_object_ref_sink (gtk_label_new (_("Starting…")));
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_widget_add_css_class (self->count, "numeric");
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->bar), title);
  gtk_box_append (GTK_BOX (box), self->bar);
  if (unit != SOLEUS_PROGRESS_NONE)
    gtk_box_append (GTK_BOX (box), self->count);

  if (can_cancel)
    {
      self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->cancel), _("Cancel"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "window.close");
      gtk_box_append (GTK_BOX (box), self->cancel);
    }
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), box);
  adw_window_set_content (ADW_WINDOW (self), handle);
  return GTK_WIDGET (self);
}
