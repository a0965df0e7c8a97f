/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of libadwaita 1.2; newer ones deprecate it for one that the floor does not have. The first answer is the
 * default and the one that Escape gives, so it must be the one that loses nothing. */
#include "config.h"

#include "ui/compat/soleus-ask.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More than any one letter needs. */
#define HEADING_WIDTH 120

typedef struct
{
  SoleusAskFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Ask;

static void
ask_free (gpointer data,
          GClosure *closure)
{
  Ask *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

static void
dialog_response_cb (GtkWidget  *dialog,
                    const char *id,
                    Ask        *self)
{
  if (self->func != NULL)
    self->func (id, self->data);
}

/* The dialog of libadwaita 1.7 asks both its headings, a large one and a small one that wraps, how high they are in a
 * width that may be enough for only one of them. So that it is enough for either, both wrap and need the same width.
 * The large one is still shown only where all of it fits in one line. */
static void
let_headings_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && (gtk_widget_has_css_class (widget, "title-2") || gtk_widget_has_css_class (widget, "title-4")))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_size_request (widget, HEADING_WIDTH, -1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_headings_wrap (child);
}

/**
 * soleus_ask:
 * @parent: a widget in the window that asks
 * @question: the question
 * @explanation: what follows from the answers
 * @answers: (array length=n_answers): the answers, the one that loses nothing first
 * @n_answers: how many there are
 * @func: (nullable): gets the answer
 * @data: for @func
 * @destroy: (nullable): frees @data
 */
void
soleus_ask (GtkWidget             *parent,
            const char            *question,
            const char            *explanation,
            const SoleusAskAnswer *answers,
            guint                  n_answers,
            SoleusAskFunc          func,
            gpointer               data,
            GDestroyNotify         destroy)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Ask *self = g_new0 (Ask, 1);
  GtkWidget *dialog;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, question, explanation);
  for (guint i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), answers[i].id, answers[i].label);
      if (answers[i].destructive)
        adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), answers[i].id, ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), answers[0].id);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), answers[0].id);
  G_GNUC_END_IGNORE_DEPRECATIONS
  let_headings_wrap (dialog);

  self->func = func;
  self->data = data;
  self->destroy = destroy;
  g_signal_connect_data (dialog, "response", G_CALLBACK (dialog_response_cb), self, ask_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * soleus_ask_to_keep:
 * @parent: a widget in the window that is about to be left
 * @explanation: what was changed and not saved
 * @func: gets "keep", "discard" or "save"
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Asks before what was entered is lost.
 */
void
soleus_ask_to_keep (GtkWidget     *parent,
                    const char    *explanation,
                    SoleusAskFunc  func,
                    gpointer       data,
                    GDestroyNotify destroy)
{
  const SoleusAskAnswer answers[] = {
    { "keep", _("_Keep Editing"), FALSE },
    { "discard", _("_Discard"), TRUE },
    { "save", _("_Save"), FALSE },
  };

  soleus_ask (parent, _("Keep what you entered?"), explanation, answers, G_N_ELEMENTS (answers), func, data, destroy);
}
