/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No, Yes, Not sure: one press records the night. Afterwards there is one line with the result and a way to change it.
 * On Today the question itself takes the focus at first, so that a stray Enter records nothing. */
#include "config.h"

#include "ui/today/soleus-check-in.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/diary/soleus-night-answer-ask.h"
#include "ui/widgets/soleus-action-row.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"
#include "ui/widgets/soleus-night-mark.h"

struct _SoleusCheckIn
{
  GtkBox parent_instance;

  SoleusContext *context;
  SoleusDate night;
  SoleusCheckInStyle style;
  gboolean changing; /* the person asked for the question again */
  gboolean built;
  gboolean sleep_offered;
};

G_DEFINE_FINAL_TYPE (SoleusCheckIn, soleus_check_in, GTK_TYPE_BOX)

static void rebuild (SoleusCheckIn *self);

static void
answer (SoleusCheckIn *self,
        const char    *said)
{
  self->changing = FALSE;
  self->sleep_offered = TRUE;
  soleus_night_answer (GTK_WIDGET (self), self->context, self->night, said);
  /* Where the answer is as before, nothing is written and nothing tells us. */
  rebuild (self);
}

static void
no_clicked_cb (SoleusCheckIn *self)
{
  answer (self, "none");
}

static void
yes_clicked_cb (SoleusCheckIn *self)
{
  SoleusDate night = self->night;

  g_object_ref (self);
  answer (self, "cramps");
  if (self->style == SOLEUS_CHECK_IN_LAST_NIGHT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.record-night", "i", night);
  g_object_unref (self);
}

static void
unsure_clicked_cb (SoleusCheckIn *self)
{
  answer (self, "unsure");
}

static void
details_clicked_cb (SoleusCheckIn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.record-night", "i", self->night);
}

static void
change_clicked_cb (SoleusCheckIn *self)
{
  self->changing = TRUE;
  rebuild (self);
}

static GtkWidget *
add_answer (SoleusCheckIn *self,
            GtkWidget     *answers,
            const char    *label,
            const char    *name,
            GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "answer");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  soleus_flow_append (SOLEUS_FLOW (answers), button);
  return button;
}

static GtkWidget *
make_answers (SoleusCheckIn *self)
{
  GtkWidget *answers = soleus_flow_new (8);
  g_autofree char *night = soleus_words_date (self->night);
  gboolean last = self->style == SOLEUS_CHECK_IN_LAST_NIGHT;
  g_autofree char *no = last ? g_strdup (_("No cramps last night")) : g_strdup_printf (_("No cramps in the night to %s"), night);
  g_autofree char *yes = last ? g_strdup (_("Yes, cramps last night")) : g_strdup_printf (_("Cramps in the night to %s"), night);
  g_autofree char *unsure = last ? g_strdup (_("Not sure about last night")) : g_strdup_printf (_("Not sure about the night to %s"), night);

  soleus_flow_set_homogeneous (SOLEUS_FLOW (answers), TRUE);
  add_answer (self, answers, _("No"), no, G_CALLBACK (no_clicked_cb));
  add_answer (self, answers, _("Yes"), yes, G_CALLBACK (yes_clicked_cb));
  add_answer (self, answers, _("Not sure"), unsure, G_CALLBACK (unsure_clicked_cb));
  return answers;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
build_question (SoleusCheckIn *self)
{
  gboolean last = self->style == SOLEUS_CHECK_IN_LAST_NIGHT;
  g_autofree char *span = soleus_words_night_span (self->night);
  g_autofree char *night = soleus_words_night (self->night);
  GtkWidget *question = make_label (last ? _("Any cramps last night?") : night, last ? "question" : "heading");

  if (last)
    gtk_widget_set_focusable (question, TRUE);
  gtk_box_append (GTK_BOX (self), question);
  if (last)
    gtk_box_append (GTK_BOX (self), make_label (span, "dim-label"));
  gtk_box_append (GTK_BOX (self), make_answers (self));
}

static void
save_night (SoleusCheckIn *self,
            SoleusRecord  *record)
{
  g_autofree char *night = soleus_words_date (self->night);
  /* Translators: %s is a date */
  g_autofree char *said = g_strdup_printf (_("Saved: sleep, night to %s."), night);

  soleus_keeper_save (soleus_context_get_keeper (self->context), record, said);
}

static void
sleep_chosen_cb (SoleusChoice  *choice,
                 GParamSpec    *pspec,
                 SoleusCheckIn *self)
{
  g_autoptr (SoleusRecord) record = soleus_diary_get_night_record (soleus_context_get_diary (self->context), self->night, NULL);
  const char *id = soleus_choice_get_selected (choice);
  SoleusRow *values;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  soleus_row_set_answer (values, "enough_sleep", id == NULL ? SOLEUS_NOT_ANSWERED : g_str_equal (id, "yes") ? SOLEUS_YES : SOLEUS_NO);
  if (soleus_row_get_answer (values, "enough_sleep") != SOLEUS_NO)
    {
      soleus_row_clear (values, "sleep_lost_to_cramps");
      soleus_row_clear (values, "sleep_worry");
    }
  save_night (self, record);
}

static void
cause_chosen_cb (SoleusChoice  *choice,
                 GParamSpec    *pspec,
                 SoleusCheckIn *self)
{
  g_autoptr (SoleusRecord) record = soleus_diary_get_night_record (soleus_context_get_diary (self->context), self->night, NULL);
  const char *id = soleus_choice_get_selected (choice);
  SoleusRow *values;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  soleus_row_clear (values, "sleep_lost_to_cramps");
  soleus_row_clear (values, "sleep_worry");
  if (id != NULL)
    {
      soleus_row_set_answer (values, "sleep_lost_to_cramps", g_str_equal (id, "cramps") ? SOLEUS_YES : SOLEUS_NO);
      soleus_row_set_answer (values, "sleep_worry", g_str_equal (id, "worry") ? SOLEUS_YES : SOLEUS_NO);
    }
  save_night (self, record);
}

/* Offered after an answer, until the page is left; never needed. */
static void
build_sleep (SoleusCheckIn *self)
{
  g_autoptr (SoleusRecord) record = soleus_diary_get_night_record (soleus_context_get_diary (self->context), self->night, NULL);
  SoleusRow *values;
  SoleusAnswer enough;
  GtkWidget *choice;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  enough = soleus_row_get_answer (values, "enough_sleep");
  gtk_box_append (GTK_BOX (self), make_label (_("Did you get enough sleep?"), "heading"));
  choice = soleus_choice_new (_("Did you get enough sleep?"));
  soleus_choice_add (SOLEUS_CHOICE (choice), "yes", _("Yes"), NULL);
  soleus_choice_add (SOLEUS_CHOICE (choice), "no", _("No"), NULL);
  if (enough != SOLEUS_NOT_ANSWERED)
    soleus_choice_set_selected (SOLEUS_CHOICE (choice), enough == SOLEUS_YES ? "yes" : "no");
  g_signal_connect (choice, "notify::selected", G_CALLBACK (sleep_chosen_cb), self);
  gtk_box_append (GTK_BOX (self), choice);
  if (enough != SOLEUS_NO)
    return;

  gtk_box_append (GTK_BOX (self), make_label (_("Because of"), "heading"));
  choice = soleus_choice_new (_("Because of"));
  soleus_choice_add (SOLEUS_CHOICE (choice), "cramps", _("Cramps"), NULL);
  soleus_choice_add (SOLEUS_CHOICE (choice), "worry", _("Worry about cramps"), NULL);
  soleus_choice_add (SOLEUS_CHOICE (choice), "other", _("Something else"), NULL);
  if (soleus_row_get_answer (values, "sleep_lost_to_cramps") == SOLEUS_YES)
    soleus_choice_set_selected (SOLEUS_CHOICE (choice), "cramps");
  else if (soleus_row_get_answer (values, "sleep_worry") == SOLEUS_YES)
    soleus_choice_set_selected (SOLEUS_CHOICE (choice), "worry");
  else if (soleus_row_get_answer (values, "sleep_worry") == SOLEUS_NO)
    soleus_choice_set_selected (SOLEUS_CHOICE (choice), "other");
  g_signal_connect (choice, "notify::selected", G_CALLBACK (cause_chosen_cb), self);
  gtk_box_append (GTK_BOX (self), choice);
}

static void
build_result (SoleusCheckIn     *self,
              const SoleusNight *night)
{
  g_autofree char *title = soleus_words_night (self->night);
  g_autofree char *result = soleus_words_night_result (night);
  SoleusNightState state = soleus_night_get_state (night);
  GtkWidget *row = soleus_action_row_new (title, result);
  GtkWidget *button;

  soleus_action_row_set_prefix (SOLEUS_ACTION_ROW (row), soleus_night_mark_new_decorative (state, (guint) soleus_night_get_n_cramps (night)));
  if (state == SOLEUS_NIGHT_CRAMPS)
    {
      g_autofree char *name = g_strdup_printf (_("Add details to the %s"), title);

      button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Details"), name);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (details_clicked_cb), self);
    }
  {
    g_autofree char *name = g_strdup_printf (_("Change the %s"), title);

    button = soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Change"), name);
    g_signal_connect_swapped (button, "clicked", G_CALLBACK (change_clicked_cb), self);
  }
  gtk_box_append (GTK_BOX (self), row);
  if (self->sleep_offered && self->style == SOLEUS_CHECK_IN_LAST_NIGHT)
    build_sleep (self);
}

static gboolean
has_focus_inside (SoleusCheckIn *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

static void
rebuild (SoleusCheckIn *self)
{
  g_autoptr (GArray) nights = soleus_diary_get_nights (soleus_context_get_diary (self->context), self->night, self->night, NULL);
  gboolean had_focus = has_focus_inside (self);
  gboolean open;
  GtkWidget *child;

  if (nights == NULL)
    return;
  open = self->changing || soleus_night_get_state (&g_array_index (nights, SoleusNight, 0)) == SOLEUS_NIGHT_NOT_RECORDED;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  if (open)
    build_question (self);
  else
    build_result (self, &g_array_index (nights, SoleusNight, 0));
  if (had_focus && self->built)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  self->built = TRUE;
}

static void
diary_changed_cb (SoleusCheckIn *self,
                  guint          kinds)
{
  if ((kinds & (SOLEUS_KIND_MASK (SOLEUS_KIND_NIGHT) | SOLEUS_KIND_MASK (SOLEUS_KIND_EPISODE))) != 0)
    rebuild (self);
}

/* Leaving the page ends the offer to say more. */
static void
unmapped_cb (SoleusCheckIn *self)
{
  self->sleep_offered = FALSE;
  self->changing = FALSE;
}

static void
soleus_check_in_dispose (GObject *object)
{
  SoleusCheckIn *self = SOLEUS_CHECK_IN (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (soleus_check_in_parent_class)->dispose (object);
}

static void
soleus_check_in_class_init (SoleusCheckInClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_check_in_dispose;
}

static void
soleus_check_in_init (SoleusCheckIn *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  g_signal_connect (self, "unmap", G_CALLBACK (unmapped_cb), NULL);
}

/**
 * soleus_check_in_new:
 * @context: what the window shows
 * @night: which night
 * @style: where it stands
 *
 * Returns: (transfer floating): the check-in
 */
GtkWidget *
soleus_check_in_new (SoleusContext     *context,
                     SoleusDate         night,
                     SoleusCheckInStyle style)
{
  SoleusCheckIn *self = g_object_new (SOLEUS_TYPE_CHECK_IN, NULL);

  self->context = g_object_ref (context);
  self->night = night;
  self->style = style;
  g_signal_connect_object (soleus_context_get_diary (context), "changed", G_CALLBACK (diary_changed_cb), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_check_in_focus_question:
 * @self: a check-in
 *
 * Puts the focus on the question while it is open, so that a stray Enter records nothing.
 *
 * Returns: whether the question is open
 */
gboolean
soleus_check_in_focus_question (SoleusCheckIn *self)
{
  GtkWidget *first;
  GtkRoot *root;

  g_return_val_if_fail (SOLEUS_IS_CHECK_IN (self), FALSE);

  first = gtk_widget_get_first_child (GTK_WIDGET (self));
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!GTK_IS_LABEL (first) || !gtk_widget_get_focusable (first) || root == NULL)
    return FALSE;
  /* A label that cannot be selected refuses to take the focus by itself. */
  gtk_root_set_focus (root, first);
  return TRUE;
}
