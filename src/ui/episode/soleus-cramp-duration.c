/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diary keeps a duration as it was said, so the quick answers are numbers too and not "1 to 5". Duration and end
 * follow each other. */
#include "config.h"

#include "ui/episode/soleus-cramp-duration.h"

#include <glib/gi18n.h>

#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define SECONDS_A_MINUTE 60

static const int quick_minutes[] = { 1, 2, 5, 10 };

struct _SoleusCrampDuration
{
  GtkWidget parent_instance;

  GSignalGroup *draft_signals;
  SoleusEpisodeDraft *draft;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *over;   /* NULL where it is not asked */
  GtkWidget *fields; /* what makes sense for a cramp that is over */
  GtkWidget *choice;
  GtkWidget *minutes;
  GtkWidget *end;    /* NULL where it is not asked */
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (SoleusCrampDuration, soleus_cramp_duration, GTK_TYPE_WIDGET)

/* @id: room for the answer that stands for these seconds. */
static const char *
find_quick (gint64 seconds,
            char   id[8])
{
  for (guint i = 0; i < G_N_ELEMENTS (quick_minutes); i++)
    if (seconds == quick_minutes[i] * SECONDS_A_MINUTE)
      {
        g_snprintf (id, 8, "%d", quick_minutes[i]);
        return id;
      }
  return NULL;
}

static void
show_problem (SoleusCrampDuration *self)
{
  const char *advice = soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (self->minutes));

  if (advice == NULL && self->end != NULL)
    advice = soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (self->end));
  soleus_question_set_line (self->problem, advice);
}

static void
show_draft (SoleusCrampDuration *self)
{
  gint64 seconds;
  const char *selected;
  char id[8];

  if (self->draft == NULL)
    return;

  seconds = soleus_episode_draft_get_seconds (self->draft);
  selected = find_quick (seconds, id);
  if (selected == NULL && seconds < 0 && soleus_choice_is_selected (SOLEUS_CHOICE (self->choice), "unsure"))
    selected = "unsure";

  self->updating = TRUE;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->choice), selected);
  soleus_typed_entry_set_value (SOLEUS_TYPED_ENTRY (self->minutes), seconds);
  if (self->end != NULL)
    {
      gboolean over = soleus_episode_draft_get_over (self->draft);

      soleus_typed_entry_set_value (SOLEUS_TYPED_ENTRY (self->end), soleus_episode_draft_get_end_minute (self->draft));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->over), over);
      gtk_widget_set_visible (self->fields, over);
    }
  self->updating = FALSE;
  show_problem (self);
}

/* Both entries say what the draft says, whatever stood in them. */
static void
reset_entries (SoleusCrampDuration *self)
{
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->minutes), soleus_episode_draft_get_seconds (self->draft));
  if (self->end != NULL)
    soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->end), soleus_episode_draft_get_end_minute (self->draft));
}

static void
choice_changed_cb (SoleusCrampDuration *self)
{
  const char *id = soleus_choice_get_selected (SOLEUS_CHOICE (self->choice));
  gint64 minutes = SOLEUS_DRAFT_NONE;

  if (self->draft == NULL || self->updating)
    return;
  if (id != NULL && g_ascii_string_to_signed (id, 10, 1, 60, &minutes, NULL))
    soleus_episode_draft_set_seconds (self->draft, minutes * SECONDS_A_MINUTE);
  else
    {
      soleus_episode_draft_set_seconds (self->draft, SOLEUS_DRAFT_NONE);
      soleus_episode_draft_set_end_minute (self->draft, SOLEUS_DRAFT_NONE);
    }
  reset_entries (self);
  soleus_episode_draft_changed (self->draft);
}

static void
minutes_changed_cb (SoleusCrampDuration *self)
{
  if (self->draft == NULL || self->updating)
    return;
  soleus_episode_draft_set_seconds (self->draft, soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->minutes)));
  soleus_episode_draft_changed (self->draft);
}

static void
end_changed_cb (SoleusCrampDuration *self)
{
  if (self->draft == NULL || self->updating)
    return;
  soleus_episode_draft_set_end_minute (self->draft, (int) soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->end)));
  soleus_episode_draft_changed (self->draft);
}

static void
over_toggled_cb (SoleusCrampDuration *self)
{
  if (self->draft == NULL || self->updating)
    return;
  soleus_episode_draft_set_over (self->draft, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->over)));
  reset_entries (self);
  soleus_episode_draft_changed (self->draft);
}

static gboolean
soleus_cramp_duration_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_CRAMP_DURATION (widget)->choice);
}

static void
soleus_cramp_duration_dispose (GObject *object)
{
  SoleusCrampDuration *self = SOLEUS_CRAMP_DURATION (object);

  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_cramp_duration_parent_class)->dispose (object);
}

static void
soleus_cramp_duration_class_init (SoleusCrampDurationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_cramp_duration_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = soleus_cramp_duration_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_cramp_duration_init (SoleusCrampDuration *self)
{
  self->draft_signals = g_signal_group_new (SOLEUS_TYPE_EPISODE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (show_draft), self);
}

static GtkWidget *
make_choice (SoleusCrampDuration *self)
{
  self->choice = soleus_choice_new (_("How many minutes did it last?"));
  for (guint i = 0; i < G_N_ELEMENTS (quick_minutes); i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", quick_minutes[i]);
      g_autofree char *name = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) quick_minutes[i]), quick_minutes[i]);

      soleus_choice_add (SOLEUS_CHOICE (self->choice), label, label, name);
    }
  soleus_choice_add (SOLEUS_CHOICE (self->choice), "unsure", _("Not sure"), _("Not sure how long"));
  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (choice_changed_cb), self);
  return self->choice;
}

/* Words and an entry that stay together when the line breaks. */
static GtkWidget *
make_phrase (const char *before,
             GtkWidget  *entry,
             const char *after)
{
  GtkWidget *phrase = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (phrase), gtk_label_new (before));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (phrase), entry);
  if (after != NULL)
    gtk_box_append (GTK_BOX (phrase), gtk_label_new (after));
  return phrase;
}

static void
build (SoleusCrampDuration *self,
       gboolean             asks_for_end)
{
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SOLEUS_QUESTION_SPACING);
  GtkWidget *typed = soleus_flow_new (16);

  soleus_flow_set_wrap (SOLEUS_FLOW (typed), TRUE);
  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);
  self->minutes = soleus_typed_entry_new (SOLEUS_TYPED_MINUTES, _("Minutes that it lasted"));
  g_signal_connect_swapped (self->minutes, "changed", G_CALLBACK (minutes_changed_cb), self);
  /* Translators: an entry for a number stands between the two: "or 6 minutes" */
  soleus_flow_append (SOLEUS_FLOW (typed), make_phrase (C_("before minutes", "or"), self->minutes, C_("after a number", "minutes")));
  if (asks_for_end)
    {
      self->over = soleus_question_new_tick (_("It is over"));
      gtk_widget_set_halign (self->over, GTK_ALIGN_START);
      g_signal_connect_swapped (self->over, "toggled", G_CALLBACK (over_toggled_cb), self);
      gtk_box_append (GTK_BOX (answers), self->over);
      self->end = soleus_typed_entry_new (SOLEUS_TYPED_TIME, _("Time when it ended"));
      g_signal_connect_swapped (self->end, "changed", G_CALLBACK (end_changed_cb), self);
      /* Translators: an entry for a time follows: "or ended at 2:46" */
      soleus_flow_append (SOLEUS_FLOW (typed), make_phrase (_("or ended at"), self->end, NULL));
    }
  self->problem = soleus_question_new_status ();
  gtk_widget_add_css_class (self->problem, "error");
  gtk_box_append (GTK_BOX (self->fields), soleus_question_new (_("How many minutes did it last?"), make_choice (self)));
  gtk_box_append (GTK_BOX (self->fields), typed);
  gtk_box_append (GTK_BOX (self->fields), self->problem);
  gtk_box_append (GTK_BOX (answers), self->fields);
  self->box = answers;
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * soleus_cramp_duration_new:
 * @asks_for_end: whether to ask if it is over and when it ended
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
soleus_cramp_duration_new (gboolean asks_for_end)
{
  SoleusCrampDuration *self = g_object_new (SOLEUS_TYPE_CRAMP_DURATION, NULL);

  build (self, asks_for_end);
  return GTK_WIDGET (self);
}

/**
 * soleus_cramp_duration_set_draft:
 * @self: the question
 * @draft: the cramp that it is about
 */
void
soleus_cramp_duration_set_draft (SoleusCrampDuration *self,
                                 SoleusEpisodeDraft  *draft)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_DURATION (self));

  g_set_object (&self->draft, draft);
  g_signal_group_set_target (self->draft_signals, draft);
  self->updating = TRUE;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->choice), NULL);
  self->updating = FALSE;
  reset_entries (self);
  show_draft (self);
}

/**
 * soleus_cramp_duration_is_readable:
 * @self: the question
 *
 * Returns: whether everything that was typed could be read
 */
gboolean
soleus_cramp_duration_is_readable (SoleusCrampDuration *self)
{
  g_return_val_if_fail (SOLEUS_IS_CRAMP_DURATION (self), TRUE);

  return soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (self->minutes)) &&
         (self->end == NULL || soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (self->end)));
}
