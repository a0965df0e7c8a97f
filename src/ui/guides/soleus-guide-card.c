/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture stands still; what is left out for the person is told so, never silently gone. */
#include "config.h"

#include "ui/guides/soleus-guide-card.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/guides/soleus-guide-words.h"
#include "ui/widgets/soleus-build.h"
#include "ui/widgets/soleus-figure-view.h"

#define PICTURE_HEIGHT 110
#define WORDS_WIDTH 18

/* Wraps early, so that cards stand side by side. */
static void
add_words (GtkWidget  *box,
           const char *text,
           const char *style)
{
  GtkWidget *label = soleus_build_text (box, text, style);

  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_WIDTH);
}

/**
 * soleus_guide_card_new:
 * @library: the guides, which must outlive the card
 * @guide: a guide
 * @left_out: whether it is left out for the person
 *
 * Returns: (transfer floating): a button that opens the guide
 */
GtkWidget *
soleus_guide_card_new (SoleusLibrary     *library,
                       const SoleusGuide *guide,
                       gboolean           left_out)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const SoleusFigure *figure = soleus_library_get_guide_figure (library, guide, SOLEUS_LIMIT_NONE);
  g_autofree char *line = left_out ? g_strdup (_("Left out for you. Open it to see why.")) : soleus_guide_words_line (guide);
  g_autofree char *name = g_strdup_printf ("%s. %s", guide->title, line);

  if (figure != NULL)
    {
      GtkWidget *picture = g_object_new (SOLEUS_TYPE_FIGURE_VIEW, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      soleus_figure_view_set_figure (SOLEUS_FIGURE_VIEW (picture), soleus_library_get_figures (library), figure);
      soleus_figure_view_set_heights (SOLEUS_FIGURE_VIEW (picture), PICTURE_HEIGHT, PICTURE_HEIGHT);
      if (left_out)
        gtk_widget_set_opacity (picture, 0.5);
      gtk_box_append (GTK_BOX (box), picture);
    }
  add_words (box, guide->title, "row-title");
  add_words (box, line, "subtitle");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "guide-card");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", guide->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.guide");
  return button;
}
