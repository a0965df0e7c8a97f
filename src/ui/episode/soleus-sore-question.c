/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diary keeps hours. "Up to a day" is a day; more than that is asked for, for nothing is made up. */
#include "config.h"

#include "ui/episode/soleus-sore-question.h"

#include <glib/gi18n.h>

#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define HOURS_A_DAY 24

struct _SoleusSoreQuestion
{
  GtkWidget parent_instance;

  GSignalGroup *draft_signals;
  SoleusEpisodeDraft *draft;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *choice;
  GtkWidget *more;
  GtkWidget *hours;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (SoleusSoreQuestion, soleus_sore_question, GTK_TYPE_WIDGET)

static gint64
get_hours (SoleusSoreQuestion *self)
{
  return soleus_row_get_number (soleus_episode_draft_get_values (self->draft), "sore_hours", SOLEUS_DRAFT_NONE);
}

static const char *
find_selection (SoleusSoreQuestion *self)
{
  gint64 hours = get_hours (self);

  /* "Longer" stays pressed until the hours are typed. */
  if (hours < 0)
    return soleus_choice_is_selected (SOLEUS_CHOICE (self->choice), "longer") ? "longer" : NULL;
  if (hours == 0)
    return "no";
  return hours <= HOURS_A_DAY ? "day" : "longer";
}

static void
show_draft (SoleusSoreQuestion *self)
{
  if (self->draft == NULL)
    return;

  self->updating = TRUE;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->choice), find_selection (self));
  soleus_typed_entry_set_value (SOLEUS_TYPED_ENTRY (self->hours), get_hours (self) > HOURS_A_DAY ? get_hours (self) : SOLEUS_TYPED_NONE);
  self->updating = FALSE;
  gtk_widget_set_visible (self->more, soleus_choice_is_selected (SOLEUS_CHOICE (self->choice), "longer"));
  soleus_question_set_line (self->problem, soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (self->hours)));
}

static void
choice_changed_cb (SoleusSoreQuestion *self)
{
  const char *id = soleus_choice_get_selected (SOLEUS_CHOICE (self->choice));
  gint64 hours = SOLEUS_DRAFT_NONE;

  if (self->draft == NULL || self->updating)
    return;
  if (g_strcmp0 (id, "no") == 0)
    hours = 0;
  else if (g_strcmp0 (id, "day") == 0)
    hours = HOURS_A_DAY;
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->hours), SOLEUS_TYPED_NONE);
  soleus_episode_draft_set_number (self->draft, "sore_hours", hours);
  soleus_episode_draft_changed (self->draft);
  if (g_strcmp0 (id, "longer") == 0)
    gtk_widget_grab_focus (self->hours);
}

static void
hours_changed_cb (SoleusSoreQuestion *self)
{
  if (self->draft == NULL || self->updating)
    return;
  soleus_episode_draft_set_number (self->draft, "sore_hours", soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->hours)));
  soleus_episode_draft_changed (self->draft);
}

static gboolean
soleus_sore_question_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_SORE_QUESTION (widget)->choice);
}

static void
soleus_sore_question_dispose (GObject *object)
{
  SoleusSoreQuestion *self = SOLEUS_SORE_QUESTION (object);

  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_sore_question_parent_class)->dispose (object);
}

static void
soleus_sore_question_class_init (SoleusSoreQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_sore_question_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = soleus_sore_question_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_sore_question_init (SoleusSoreQuestion *self)
{
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);
  GtkWidget *phrase = soleus_flow_new (8);

  self->draft_signals = g_signal_group_new (SOLEUS_TYPE_EPISODE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (show_draft), self);

  self->choice = soleus_choice_new (_("Sore afterward?"));
  soleus_choice_add (SOLEUS_CHOICE (self->choice), "no", _("No"), NULL);
  soleus_choice_add (SOLEUS_CHOICE (self->choice), "day", _("Up to a day"), NULL);
  soleus_choice_add (SOLEUS_CHOICE (self->choice), "longer", _("Longer"), NULL);
  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (choice_changed_cb), self);

  self->hours = soleus_typed_entry_new (SOLEUS_TYPED_HOURS, _("Hours that it was sore"));
  g_signal_connect_swapped (self->hours, "changed", G_CALLBACK (hours_changed_cb), self);
  soleus_flow_set_wrap (SOLEUS_FLOW (phrase), TRUE);
  soleus_flow_append (SOLEUS_FLOW (phrase), gtk_label_new (_("How many hours?")));
  soleus_flow_append (SOLEUS_FLOW (phrase), self->hours);
  self->problem = soleus_question_new_status ();
  gtk_widget_add_css_class (self->problem, "error");
  self->more = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);
  gtk_box_append (GTK_BOX (self->more), phrase);
  gtk_box_append (GTK_BOX (self->more), self->problem);
  gtk_widget_set_visible (self->more, FALSE);

  gtk_box_append (GTK_BOX (answers), self->choice);
  gtk_box_append (GTK_BOX (answers), self->more);
  self->box = soleus_question_new (_("Sore afterward?"), answers);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_sore_question_new:
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
soleus_sore_question_new (void)
{
  return g_object_new (SOLEUS_TYPE_SORE_QUESTION, NULL);
}

/**
 * soleus_sore_question_set_draft:
 * @self: the question
 * @draft: the cramp that it is about
 */
void
soleus_sore_question_set_draft (SoleusSoreQuestion *self,
                                SoleusEpisodeDraft *draft)
{
  g_return_if_fail (SOLEUS_IS_SORE_QUESTION (self));

  g_set_object (&self->draft, draft);
  g_signal_group_set_target (self->draft_signals, draft);
  self->updating = TRUE;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->choice), NULL);
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->hours), SOLEUS_TYPED_NONE);
  self->updating = FALSE;
  show_draft (self);
}

/**
 * soleus_sore_question_is_readable:
 * @self: the question
 *
 * Returns: whether everything that was typed could be read
 */
gboolean
soleus_sore_question_is_readable (SoleusSoreQuestion *self)
{
  g_return_val_if_fail (SOLEUS_IS_SORE_QUESTION (self), TRUE);

  return soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (self->hours));
}
