/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line below the fields always says to which night the cramp will belong, for the date alone does not tell. */
#include "config.h"

#include "ui/episode/soleus-cramp-start.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/episode/soleus-clock-change.h"
#include "ui/episode/soleus-date-button.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-typed-entry.h"
#include "ui/widgets/soleus-flow.h"

struct _SoleusCrampStart
{
  GtkWidget parent_instance;

  GSignalGroup *draft_signals;
  SoleusEpisodeDraft *draft;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *date;
  GtkWidget *time;
  GtkWidget *about;
  GtkWidget *problem;
  GtkWidget *clock_change;
  GtkWidget *span;
  GtkWidget *night;
};

G_DEFINE_FINAL_TYPE (SoleusCrampStart, soleus_cramp_start, GTK_TYPE_WIDGET)

static void
show_problem (SoleusCrampStart *self)
{
  g_autofree char *problem = soleus_episode_draft_dup_problem (self->draft);
  const char *advice = soleus_typed_entry_get_advice (SOLEUS_TYPED_ENTRY (self->time));

  soleus_question_set_line (self->problem, advice != NULL ? advice : problem);
}

/* A part of the night that was told in the morning has no minute to show in the entry. */
static void
show_span (SoleusCrampStart *self)
{
  g_autofree char *words = NULL;

  if (soleus_row_has (soleus_episode_draft_get_values (self->draft), "start_span_min"))
    words = soleus_words_episode_when (soleus_episode_draft_get_record (self->draft));
  soleus_question_set_line (self->span, words);
}

static void
show_night (SoleusCrampStart *self)
{
  g_autofree char *date = soleus_words_date (soleus_episode_draft_get_night (self->draft));
  g_autofree char *text = g_strdup_printf (_("This belongs to the night to %s."), date);

  soleus_question_set_line (self->night, text);
}

static void
show_draft (SoleusCrampStart *self)
{
  if (self->draft == NULL)
    return;

  self->updating = TRUE;
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->date), soleus_episode_draft_get_date (self->draft));
  /* A time that the clock skipped stays as it was typed; the line below says what becomes of it. */
  if (soleus_episode_draft_get_fit (self->draft) != SOLEUS_LOCAL_SKIPPED)
    soleus_typed_entry_set_value (SOLEUS_TYPED_ENTRY (self->time), soleus_episode_draft_get_minute (self->draft));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->about), soleus_episode_draft_get_about (self->draft));
  self->updating = FALSE;

  soleus_clock_change_show (SOLEUS_CLOCK_CHANGE (self->clock_change), self->draft);
  show_problem (self);
  show_span (self);
  show_night (self);
}

static void
date_changed_cb (SoleusCrampStart *self)
{
  if (self->draft != NULL && !self->updating)
    soleus_episode_draft_set_date (self->draft, soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->date)));
}

static void
time_changed_cb (SoleusCrampStart *self)
{
  gint64 minute = soleus_typed_entry_get_value (SOLEUS_TYPED_ENTRY (self->time));

  if (self->draft == NULL || self->updating)
    return;
  /* An empty entry beside a part of the night takes nothing back. */
  if (minute >= 0 || soleus_episode_draft_get_minute (self->draft) >= 0)
    soleus_episode_draft_set_minute (self->draft, (int) minute);
  soleus_episode_draft_changed (self->draft);
}

static void
now_clicked_cb (SoleusCrampStart *self)
{
  if (self->draft == NULL)
    return;
  soleus_episode_draft_set_now (self->draft);
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->time), soleus_episode_draft_get_minute (self->draft));
  show_problem (self);
}

static void
about_toggled_cb (SoleusCrampStart *self)
{
  if (self->draft != NULL && !self->updating)
    soleus_episode_draft_set_about (self->draft, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->about)));
}

static gboolean
soleus_cramp_start_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_CRAMP_START (widget)->time);
}

static void
soleus_cramp_start_dispose (GObject *object)
{
  SoleusCrampStart *self = SOLEUS_CRAMP_START (object);

  g_clear_object (&self->draft_signals);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_cramp_start_parent_class)->dispose (object);
}

static void
soleus_cramp_start_class_init (SoleusCrampStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_cramp_start_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = soleus_cramp_start_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_cramp_start_init (SoleusCrampStart *self)
{
  self->draft_signals = g_signal_group_new (SOLEUS_TYPE_EPISODE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "changed", G_CALLBACK (show_draft), self);
}

static void
build (SoleusCrampStart *self,
       SoleusClock      *clock)
{
  GtkWidget *fields = soleus_flow_new (8);
  GtkWidget *now = gtk_button_new_with_label (_("Now"));
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);

  soleus_flow_set_wrap (SOLEUS_FLOW (fields), TRUE);
  self->date = soleus_date_button_new (clock);
  self->time = soleus_typed_entry_new (SOLEUS_TYPED_TIME, _("Time when it started"));
  self->about = soleus_question_new_tick (_("About, not exact"));
  gtk_widget_add_css_class (now, "option");
  soleus_flow_append (SOLEUS_FLOW (fields), self->date);
  soleus_flow_append (SOLEUS_FLOW (fields), self->time);
  soleus_flow_append (SOLEUS_FLOW (fields), now);
  soleus_flow_append (SOLEUS_FLOW (fields), self->about);

  self->problem = soleus_question_new_status ();
  gtk_widget_add_css_class (self->problem, "error");
  self->clock_change = soleus_clock_change_new ();
  self->span = soleus_question_new_status ();
  self->night = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (answers), fields);
  gtk_box_append (GTK_BOX (answers), self->problem);
  gtk_box_append (GTK_BOX (answers), self->clock_change);
  gtk_box_append (GTK_BOX (answers), self->span);
  gtk_box_append (GTK_BOX (answers), self->night);

  self->box = soleus_question_new (_("When did it start?"), answers);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (date_changed_cb), self);
  g_signal_connect_swapped (self->time, "changed", G_CALLBACK (time_changed_cb), self);
  g_signal_connect_swapped (now, "clicked", G_CALLBACK (now_clicked_cb), self);
  g_signal_connect_swapped (self->about, "toggled", G_CALLBACK (about_toggled_cb), self);
}

/**
 * soleus_cramp_start_new:
 * @clock: says what "today" and "now" are
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
soleus_cramp_start_new (SoleusClock *clock)
{
  SoleusCrampStart *self = g_object_new (SOLEUS_TYPE_CRAMP_START, NULL);

  build (self, clock);
  return GTK_WIDGET (self);
}

/**
 * soleus_cramp_start_set_draft:
 * @self: the question
 * @draft: the cramp that it is about
 */
void
soleus_cramp_start_set_draft (SoleusCrampStart   *self,
                              SoleusEpisodeDraft *draft)
{
  g_return_if_fail (SOLEUS_IS_CRAMP_START (self));

  g_set_object (&self->draft, draft);
  g_signal_group_set_target (self->draft_signals, draft);
  soleus_typed_entry_reset (SOLEUS_TYPED_ENTRY (self->time), soleus_episode_draft_get_minute (draft));
  show_draft (self);
}

/**
 * soleus_cramp_start_is_readable:
 * @self: the question
 *
 * Returns: whether everything that was typed could be read
 */
gboolean
soleus_cramp_start_is_readable (SoleusCrampStart *self)
{
  g_return_val_if_fail (SOLEUS_IS_CRAMP_START (self), TRUE);

  return soleus_typed_entry_is_readable (SOLEUS_TYPED_ENTRY (self->time));
}
