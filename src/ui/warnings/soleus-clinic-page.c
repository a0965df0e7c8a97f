/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Larger text, nothing to press but Print, and nothing that was not recorded. */
#include "config.h"

#include "ui/warnings/soleus-clinic-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/soleus-clinic.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/warnings/soleus-clinic-print.h"

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_block (GtkWidget               *box,
           const SoleusClinicBlock *block)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", block->title, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (group), title);
  for (guint i = 0; i < block->lines->len; i++)
    gtk_box_append (GTK_BOX (group), new_label (g_ptr_array_index (block->lines, i), NULL));
  gtk_box_append (GTK_BOX (box), group);
}

static void
print_clicked_cb (GtkWidget     *button,
                  SoleusContext *context)
{
  GtkRoot *root = gtk_widget_get_root (button);

  if (soleus_context_is_open (context))
    soleus_clinic_print (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, context);
}

/**
 * soleus_clinic_page_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the page, as of now
 */
GtkWidget *
soleus_clinic_page_new (SoleusContext *context)
{
  SoleusWarnings *warnings = soleus_context_get_warnings (context);
  SoleusTime now = soleus_clock_get_now (soleus_context_get_clock (context));
  g_autoptr (SoleusVerdict) verdict = soleus_warnings_judge (warnings, NULL);
  g_autoptr (GPtrArray) blocks = soleus_clinic_list_blocks (soleus_context_get_diary (context), soleus_warnings_get_guidance (warnings), verdict, now);
  g_autofree char *made = soleus_clinic_say_made (now);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…"));

  gtk_box_append (GTK_BOX (box), new_label (_("Leg cramps: what was recorded"), "title-2"));
  gtk_box_append (GTK_BOX (box), new_label (made, NULL));
  for (guint i = 0; i < blocks->len; i++)
    add_block (box, g_ptr_array_index (blocks, i));
  soleus_accessible_set_name (GTK_ACCESSIBLE (print), _("Print"));
  gtk_widget_set_halign (print, GTK_ALIGN_START);
  g_signal_connect_object (print, "clicked", G_CALLBACK (print_clicked_cb), context, 0);
  gtk_box_append (GTK_BOX (box), print);

  gtk_widget_add_css_class (box, "clinic");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_add_css_class (clamp, "page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}
