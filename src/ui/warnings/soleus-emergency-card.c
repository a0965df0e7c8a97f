/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It goes only when it is answered in one of three ways. A mistake asks once, and is kept. */
#include "config.h"

#include "ui/warnings/soleus-emergency-card.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-ask.h"

typedef struct
{
  SoleusContext *context;
  SoleusRecord *verdict;
} Emergency;

static void
emergency_free (gpointer data)
{
  Emergency *self = data;

  g_object_unref (self->context);
  g_object_unref (self->verdict);
  g_free (self);
}

static void
acknowledge (const Emergency *self,
             const char      *word)
{
  if (soleus_context_is_open (self->context))
    soleus_warnings_acknowledge (soleus_context_get_warnings (self->context), self->verdict, word);
}

static void
called_clicked_cb (GtkButton *button,
                   Emergency *self)
{
  acknowledge (self, "called");
}

static void
getting_help_clicked_cb (GtkButton *button,
                         Emergency *self)
{
  acknowledge (self, "getting-help");
}

static void
mistake_asked_cb (const char *id,
                  gpointer    data)
{
  if (g_str_equal (id, "change"))
    acknowledge (data, "mistake");
}

static void
mistake_clicked_cb (GtkWidget *button,
                    Emergency *self)
{
  static const SoleusAskAnswer answers[] = {
    { "back", N_("_Back"), FALSE },
    { "change", N_("_Change the Answer"), TRUE },
  };
  SoleusAskAnswer translated[G_N_ELEMENTS (answers)];
  Emergency *copy = g_new0 (Emergency, 1);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    translated[i] = (SoleusAskAnswer) { answers[i].id, _(answers[i].label), answers[i].destructive };
  copy->context = g_object_ref (self->context);
  copy->verdict = g_object_ref (self->verdict);
  soleus_ask (button, _("Change the answer?"), _("The card is kept in the diary as marked by mistake."), translated, G_N_ELEMENTS (translated), mistake_asked_cb, copy, emergency_free);
}

/**
 * soleus_emergency_card_new:
 * @context: what the window shows
 * @card: the card
 * @verdict: the verdict that it comes from; what was answered to it is said instead of the buttons
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
soleus_emergency_card_new (SoleusContext    *context,
                           const SoleusCard *card,
                           SoleusRecord     *verdict)
{
  GtkWidget *view = soleus_card_view_new (card);
  g_autofree char *answered = soleus_warnings_say_answer (verdict);
  Emergency *self = g_new0 (Emergency, 1);
  GtkWidget *button;

  self->context = g_object_ref (context);
  self->verdict = g_object_ref (verdict);
  g_object_set_data_full (G_OBJECT (view), "soleus-emergency", self, emergency_free);
  if (answered != NULL)
    soleus_card_view_add_status (SOLEUS_CARD_VIEW (view), answered);
  else
    {
      button = soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("I have called"), NULL);
      g_signal_connect (button, "clicked", G_CALLBACK (called_clicked_cb), self);
      button = soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("I am getting help"), NULL);
      g_signal_connect (button, "clicked", G_CALLBACK (getting_help_clicked_cb), self);
      button = soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("Marked by mistake"), NULL);
      g_signal_connect (button, "clicked", G_CALLBACK (mistake_clicked_cb), self);
    }
  button = soleus_card_view_add_button (SOLEUS_CARD_VIEW (view), _("Show this to a clinician"), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clinic");
  return view;
}
