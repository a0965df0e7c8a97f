/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentence, what is known about it, both sides where there are two, and who says so. */
#include "config.h"

#include "ui/guides/soleus-claim-dialog.h"

#include <glib/gi18n.h>

#include "ui/exchange/soleus-modal.h"
#include "ui/guides/soleus-guide-words.h"
#include "ui/widgets/soleus-build.h"

static void
add_sources (GtkWidget           *page,
             const SoleusContent *content,
             char               **sources)
{
  g_autoptr (GPtrArray) lines = soleus_guide_words_sources (content, sources);

  soleus_build_text (page, _("Who says so"), "heading");
  for (guint i = 0; i < lines->len; i++)
    gtk_label_set_selectable (GTK_LABEL (soleus_build_text (page, g_ptr_array_index (lines, i), NULL)), TRUE);
  if (sources != NULL && g_strv_contains ((const char *const *) sources, "own"))
    soleus_build_text (page, _("Our own choice"), NULL);
}

static void
present (GtkWidget *parent,
         GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog = soleus_modal_new (GTK_WINDOW (root), _("Who says so"));
  GtkWidget *close = soleus_modal_page_add_button (page, _("_Close"), G_CALLBACK (gtk_window_close), dialog);

  soleus_modal_set_page (SOLEUS_MODAL (dialog), page);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (close);
}

/**
 * soleus_claim_dialog_show:
 * @parent: what was pressed
 * @content: the sources
 * @claim: a claim
 *
 * Shows what is known about it and who says it.
 */
void
soleus_claim_dialog_show (GtkWidget           *parent,
                          const SoleusContent *content,
                          const SoleusClaim   *claim)
{
  GtkWidget *page = soleus_modal_page_new (claim->line.text);

  soleus_build_text (page, _("What is known"), "heading");
  soleus_build_text (page, soleus_guide_words_known (claim->known), "tag");
  gtk_widget_set_halign (gtk_widget_get_last_child (page), GTK_ALIGN_START);
  soleus_build_text (page, soleus_guide_words_explain (claim->known), NULL);
  if (claim->detail != NULL)
    soleus_build_text (page, claim->detail, NULL);
  if (claim->differs != NULL)
    {
      soleus_build_text (page, _("Where they differ"), "heading");
      soleus_build_text (page, claim->differs, NULL);
    }
  add_sources (page, content, claim->sources);
  present (parent, page);
}

/**
 * soleus_claim_dialog_show_steps:
 * @parent: what was pressed
 * @content: the sources
 * @guide: a guide with steps
 *
 * Shows who says the steps.
 */
void
soleus_claim_dialog_show_steps (GtkWidget           *parent,
                                const SoleusContent *content,
                                const SoleusGuide   *guide)
{
  GtkWidget *page = soleus_modal_page_new (guide->title);

  soleus_build_text (page, _("The steps are in our own words."), NULL);
  add_sources (page, content, guide->sources);
  present (parent, page);
}
