/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Not sure" and no answer are the same to the diary, only the night is known; on the screen they differ, so that a
 * press on "Not sure" is seen. */
#include "config.h"

#include "ui/episode/soleus-night-start.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/episode/soleus-clock-change.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-choice.h"

static const SoleusChoiceOption options[] = {
  { "before-midnight", N_("Before midnight"), NULL },
  { "12-2", N_("12 to 2"), N_("Between 12 and 2 at night") },
  { "2-4", N_("2 to 4"), N_("Between 2 and 4 at night") },
  { "4-6", N_("4 to 6"), N_("Between 4 and 6 in the morning") },
  { "after-6", N_("After 6"), N_("After 6 in the morning") },
  { "unsure", N_("Not sure"), N_("Not sure when") },
  { "exact", N_("Exact time"), NULL },
};

struct _SoleusNightStart
{
  GtkWidget parent_instance;

  GSignalGroup *draft_signals;
  SoleusEpisodeDraft *draft;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *choice;
  GtkWidget *time;
  GtkWidget *problem;
  GtkWidget *clock_change;
  GtkWidget *told;
};

G_DEFINE_FINAL_TYPE (SoleusNightStart, soleus_night_start, GTK_TYPE_WIDGET)

static gboolean
is_selected (SoleusNightStart *self,
             const char       *id)
{
  return soleus_choice_is_selected (SOLEUS_CHOICE (self->choice), id);
}

static const char *
find_selection (SoleusNightStart *self)
{
  SoleusNightSpan span = soleus_episode_draft_get_span (self->draft);

  if (soleus_episode_draft_get_minute (self->draft) >= 0)
    return "exact";
  if (span != SOLEUS_NIGHT_SPAN_NONE)
    return options[span].id;
  /* What was pressed stays pressed while the diary has nothing more exact. */
  if (is_selected (self, "exact"))
    return "exact";
  if (soleus_row_has (soleus_episode_draft_get_values (self->draft), "start"))
    return NULL;
  return is_selected (self, "unsure") ? "unsure" : NULL;
}

/* A time that fits none of the answers, from elsewhere. */
static void
show_told (SoleusNightStart *self)
{
  gboolean fits = soleus_choice_get_selected (SOLEUS_CHOICE (self->choice)) != NULL;
  g_autofree char *words = NULL;

  if (!fits && soleus_row_has (soleus_episode_draft_get_values (self->draft), "start"))
    words = soleus_words_episode_when (soleus_episode_draft_get_record (self->draft));
  soleus_question_set_line (self->told, words);
}

static void
show_draft (SoleusNightStart *self)
{
  g_autofree char *problem = NULL;
  const char *advice;

  if (self->draft == NULL)
    return;

  self->updating = TRUE;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->choice), find_selection (self));
  if (soleus_episode_draft_get_fit (self->draft) != SOLEUS_LOCAL_SKIPPED)
    soleus_typed_entry_set_value (SOLEUS_TYPED_ENTRY (self->time), soleus_episode_draft_get_minute (self->draft));
  self->updating = FALSE;

  gtk_widget_set_visible (self->time, is_selected (self, "exact"));
  problem = soleus_episode_draft_dup_problem (self->draft);
  advice = soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (self->time));
  soleus_question_set_line (self->problem, advice != NULL ? advice : problem);
  soleus_clock_change_show (SOLEUS_CLOCK_CHANGE (self->clock_change), self->draft);
  show_told (self);
}

static SoleusNightSpan
find_span (const char *id)
{
  for (int i = 0; i < SOLEUS_N_NIGHT_SPANS; i++)
    if (g_strcmp0 (options[i].id, id) == 0)
      return (SoleusNightSpan) i;
  return SOLEUS_NIGHT_SPAN_NONE;
}

static void
choice_changed_cb (SoleusNightStart *self)
{
  if (self->draft == NULL || self->updating)
    return;

  if (is_selected (self, "exact"))
    {
      gtk_widget_set_visible (self->time, TRUE);
      gtk_widget_grab_focus (self->time);
    }
  else
    soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->time), SOLEUS_TYPED_NONE);
  soleus_episode_draft_set_span (self->draft, find_span (soleus_choice_get_selected (SOLEUS_CHOICE (self->choice))));
}

static void
time_changed_cb (SoleusNightStart *self)
{
  if (self->draft == NULL || self->updating)
    return;
  soleus_episode_draft_set_minute (self->draft, (int) soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->time)));
  soleus_episode_draft_changed (self->draft);
}

static gboolean
soleus_night_start_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_NIGHT_START (widget)->choice);
}

static void
soleus_night_start_dispose (GObject *object)
{
  SoleusNightStart *self = SOLEUS_NIGHT_START (object);

  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_night_start_parent_class)->dispose (object);
}

static void
soleus_night_start_class_init (SoleusNightStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_night_start_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = soleus_night_start_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_night_start_init (SoleusNightStart *self)
{
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);

  self->draft_signals = g_signal_group_new (SOLEUS_TYPE_EPISODE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (show_draft), self);

  self->choice = soleus_choice_new (_("When, about?"));
  soleus_choice_add_options (SOLEUS_CHOICE (self->choice), options, G_N_ELEMENTS (options));
  self->time = soleus_typed_entry_new (SOLEUS_TYPED_TIME, _("Time when it started"));
  gtk_widget_set_halign (self->time, GTK_ALIGN_START);
  self->problem = soleus_question_new_status ();
  gtk_widget_add_css_class (self->problem, "error");
  self->clock_change = soleus_clock_change_new ();
  self->told = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (answers), self->choice);
  gtk_box_append (GTK_BOX (answers), self->time);
  gtk_box_append (GTK_BOX (answers), self->problem);
  gtk_box_append (GTK_BOX (answers), self->clock_change);
  gtk_box_append (GTK_BOX (answers), self->told);
  self->box = soleus_question_new (_("When, about?"), answers);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_connect_swapped (self->time, "changed", G_CALLBACK (time_changed_cb), self);
}

/**
 * soleus_night_start_new:
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
soleus_night_start_new (void)
{
  return g_object_new (SOLEUS_TYPE_NIGHT_START, NULL);
}

/**
 * soleus_night_start_set_draft:
 * @self: the question
 * @draft: the cramp that it is about
 */
void
soleus_night_start_set_draft (SoleusNightStart   *self,
                              SoleusEpisodeDraft *draft)
{
  gboolean only_night;

  g_return_if_fail (SOLEUS_IS_NIGHT_START (self));

  g_set_object (&self->draft, draft);
  g_signal_group_set_target (self->draft_signals, draft);

  only_night = !soleus_episode_draft_is_new (draft) && !soleus_row_has (soleus_episode_draft_get_values (draft), "start");
  self->updating = TRUE;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->choice), only_night ? "unsure" : NULL);
  self->updating = FALSE;
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->time), soleus_episode_draft_get_minute (draft));
  show_draft (self);
}

/**
 * soleus_night_start_is_readable:
 * @self: the question
 *
 * Returns: whether everything that was typed could be read
 */
gboolean
soleus_night_start_is_readable (SoleusNightStart *self)
{
  g_return_val_if_fail (SOLEUS_IS_NIGHT_START (self), TRUE);

  return soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (self->time));
}
