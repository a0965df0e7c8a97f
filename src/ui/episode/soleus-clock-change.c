/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hidden on all nights but two a year. */
#include "config.h"

#include "ui/episode/soleus-clock-change.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-choice.h"

struct _SoleusClockChange
{
  GtkWidget parent_instance;

  SoleusEpisodeDraft *draft;
  GtkWidget *box;
  GtkWidget *line;
  GtkWidget *choice;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SoleusClockChange, soleus_clock_change, GTK_TYPE_WIDGET)

static void
choice_changed_cb (SoleusClockChange *self)
{
  const char *which = soleus_choice_get_selected (SOLEUS_CHOICE (self->choice));

  if (!self->updating && self->draft != NULL && which != NULL)
    soleus_episode_draft_set_second_time (self->draft, g_str_equal (which, "second"));
}

static void
soleus_clock_change_dispose (GObject *object)
{
  SoleusClockChange *self = SOLEUS_CLOCK_CHANGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (soleus_clock_change_parent_class)->dispose (object);
}

static void
soleus_clock_change_class_init (SoleusClockChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_clock_change_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_clock_change_init (SoleusClockChange *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);
  self->line = soleus_question_new_status ();
  self->choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("Which of the two?"), "keeps-one", TRUE, NULL);
  soleus_choice_add (SOLEUS_CHOICE (self->choice), "first", C_("time", "First"), _("The first time"));
  soleus_choice_add (SOLEUS_CHOICE (self->choice), "second", C_("time", "Second"), _("The second time"));
  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (choice_changed_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_box_append (GTK_BOX (self->box), self->choice);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * soleus_clock_change_new:
 *
 * Returns: (transfer floating): a widget that is hidden until there is something to say
 */
GtkWidget *
soleus_clock_change_new (void)
{
  return g_object_new (SOLEUS_TYPE_CLOCK_CHANGE, NULL);
}

/**
 * soleus_clock_change_show:
 * @self: the widget
 * @draft: (nullable): the cramp
 *
 * Says what there is to say about the start of @draft as it is now.
 */
void
soleus_clock_change_show (SoleusClockChange  *self,
                          SoleusEpisodeDraft *draft)
{
  SoleusLocalFit fit = draft != NULL ? soleus_episode_draft_get_fit (draft) : SOLEUS_LOCAL_ONCE;

  g_return_if_fail (SOLEUS_IS_CLOCK_CHANGE (self));

  g_set_object (&self->draft, draft);
  self->updating = TRUE;
  if (fit == SOLEUS_LOCAL_SKIPPED)
    {
      g_autofree char *time = soleus_words_minute (soleus_episode_draft_get_minute (draft));
      /* Translators: the time is one that the clock jumped over in spring; what follows is the next one that exists */
      g_autofree char *text = g_strdup_printf (_("The clock skipped this time. Saved as %s."), time);

      soleus_question_set_line (self->line, text);
    }
  else
    {
      soleus_question_set_line (self->line, fit == SOLEUS_LOCAL_TWICE ? _("The clock showed this time twice. Which one was it?") : NULL);
      if (fit == SOLEUS_LOCAL_TWICE)
        soleus_choice_set_selected (SOLEUS_CHOICE (self->choice), soleus_episode_draft_get_second_time (draft) ? "second" : "first");
    }
  gtk_widget_set_visible (self->choice, fit == SOLEUS_LOCAL_TWICE);
  gtk_widget_set_visible (GTK_WIDGET (self), fit != SOLEUS_LOCAL_ONCE);
  self->updating = FALSE;
}
