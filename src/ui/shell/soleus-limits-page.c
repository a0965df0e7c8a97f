/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page to read, reached by F1: the limits of the app in plain words, and where the diary is kept. */
#include "config.h"

#include "ui/shell/soleus-limits-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/soleus-words.h"
#include "store/soleus-copies.h"

static void
add_paragraph (GtkWidget  *box,
               const char *text,
               const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), style == NULL);
  gtk_widget_set_can_focus (label, FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
folder_clicked_cb (GtkButton     *button,
                   SoleusContext *context)
{
  g_autofree char *folder = g_path_get_dirname (soleus_context_get_path (context));
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    g_app_info_launch_default_for_uri (uri, NULL, NULL);
}

static void
add_place (GtkWidget     *box,
           SoleusContext *context)
{
  const char *path = soleus_context_get_path (context);
  g_autoptr (GPtrArray) copies = soleus_copies_list (path);
  g_autofree char *size = NULL, *line = NULL, *copy = NULL;
  GtkWidget *button = gtk_button_new_with_label (_("Open folder"));
  GStatBuf info;

  add_paragraph (box, _("Where the diary is kept"), "heading");
  add_paragraph (box, path, NULL);
  if (g_stat (path, &info) == 0)
    {
      size = g_format_size ((guint64) info.st_size);
      /* Translators: "Size: 1.2 MB" */
      line = g_strdup_printf (_("Size: %s"), size);
      add_paragraph (box, line, NULL);
    }
  if (copies->len > 0)
    {
      const SoleusCopy *newest = g_ptr_array_index (copies, 0);
      g_autoptr (GTimeZone) zone = soleus_clock_dup_zone (soleus_context_get_clock (context));
      SoleusTime made = soleus_time_at_offset (newest->made, zone);
      g_autofree char *date = soleus_words_date (soleus_time_get_date (made));
      g_autofree char *time = soleus_words_time (made);

      /* Translators: a date and a time: "Last backup: Monday 2 March, 7:40" */
      copy = g_strdup_printf (_("Last backup: %s, %s"), date, time);
    }
  add_paragraph (box, copy != NULL ? copy : _("No backup yet. Soleus makes one after the first entry of a day."), NULL);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (folder_clicked_cb), context, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * soleus_limits_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
soleus_limits_page_new (SoleusContext *context)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  add_paragraph (box, _("This diary helps you keep notes. It does not diagnose. It cannot see what you have not recorded."), "reading");
  add_paragraph (box, _("It never says that you are well."), "reading");
  add_paragraph (box, _("Soleus is no medical device. No doctor has checked it for you."), "reading");
  add_paragraph (box, _("Its warnings come from five published articles and public guidance. They cannot know all about you."), "reading");
  add_paragraph (box, _("It is for adults. For a child, speak with a doctor."), "reading");
  add_paragraph (box, _("Nothing leaves this computer. Soleus has no network."), "reading");
  add_place (box, context);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 620);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}
