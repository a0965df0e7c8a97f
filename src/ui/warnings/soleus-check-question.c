/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Neither button pressed means not answered. A yes counts as now at once; when, which leg and how hot only make it more
 * exact. */
#include "config.h"

#include "ui/warnings/soleus-check-question.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-choice.h"
#include "ui/widgets/soleus-flow.h"

#define TEXT_CHARS 24

struct _SoleusCheckQuestion
{
  GtkBox parent_instance;

  SoleusCheckDraft *draft;
  const char *id;
  gboolean syncing;

  GtkWidget *answer;  /* Yes and No; NULL for a number */
  GtkWidget *more;    /* what a yes asks for */
  GtkWidget *when;
  GtkWidget *side;
  GtkWidget *redness;
  GtkWidget *entry;   /* of a temperature or a number */
  GtkWidget *unit;
  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (SoleusCheckQuestion, soleus_check_question, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
report (SoleusCheckQuestion *self)
{
  soleus_check_question_refresh (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
answer_changed_cb (SoleusCheckQuestion *self)
{
  const char *id = soleus_choice_get_selected (SOLEUS_CHOICE (self->answer));

  if (self->syncing)
    return;
  if (g_str_equal (self->id, "fever") && self->entry != NULL && g_strcmp0 (id, "yes") != 0)
    {
      /* A measured fever says more than a press of No. */
      self->syncing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      self->syncing = FALSE;
      soleus_question_set_line (self->status, NULL);
    }
  soleus_check_draft_set_reply (self->draft, self->id, id == NULL ? SOLEUS_REPLY_OPEN : g_str_equal (id, "yes") ? SOLEUS_REPLY_YES : SOLEUS_REPLY_NO);
  report (self);
}

static void
when_changed_cb (SoleusCheckQuestion *self)
{
  const char *id = soleus_choice_get_selected (SOLEUS_CHOICE (self->when));

  if (self->syncing)
    return;
  soleus_check_draft_set_past (self->draft, self->id, g_strcmp0 (id, "past") == 0);
  report (self);
}

static void
side_changed_cb (SoleusCheckQuestion *self)
{
  if (self->syncing)
    return;
  soleus_check_draft_set_side (self->draft, soleus_choice_get_selected (SOLEUS_CHOICE (self->side)));
  report (self);
}

static void
redness_changed_cb (SoleusCheckQuestion *self)
{
  if (self->syncing)
    return;
  soleus_check_draft_set_redness (self->draft, soleus_choice_is_selected (SOLEUS_CHOICE (self->redness), "redness"), soleus_choice_is_selected (SOLEUS_CHOICE (self->redness), "rash"));
  report (self);
}

static void
temperature_changed_cb (SoleusCheckQuestion *self)
{
  const char *unit = soleus_choice_get_selected (SOLEUS_CHOICE (self->unit));
  g_autofree char *line = NULL;

  if (self->syncing)
    return;
  line = soleus_check_draft_set_temperature (self->draft, gtk_editable_get_text (GTK_EDITABLE (self->entry)), unit != NULL ? unit : "C");
  soleus_question_set_line (self->status, line);
  report (self);
}

static void
number_changed_cb (SoleusCheckQuestion *self)
{
  g_autofree char *line = NULL;

  if (self->syncing)
    return;
  line = soleus_check_draft_set_number (self->draft, self->id, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  soleus_question_set_line (self->status, line);
  report (self);
}

static void
soleus_check_question_dispose (GObject *object)
{
  g_clear_object (&SOLEUS_CHECK_QUESTION (object)->draft);

  G_OBJECT_CLASS (soleus_check_question_parent_class)->dispose (object);
}

static void
soleus_check_question_class_init (SoleusCheckQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_check_question_dispose;

  /**
   * SoleusCheckQuestion::changed:
   * @self: the question
   *
   * The person changed its answer.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_check_question_init (SoleusCheckQuestion *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
}

static GtkWidget *
new_text (const char *question,
          const char *help)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *const lines[] = { question, help };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      {
        GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", lines[i], "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", TEXT_CHARS, "hexpand", TRUE, NULL);

        gtk_widget_add_css_class (label, i == 0 ? "title" : "subtitle");
        gtk_box_append (GTK_BOX (box), label);
      }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* A name that says the question with the answer: "Chest pain, yes". */
static void
add_option (GtkWidget  *choice,
            const char *question,
            const char *id,
            const char *label)
{
  g_autofree char *lower = g_utf8_strdown (label, -1);
  g_autofree char *name = g_strdup_printf ("%s, %s", question, lower);

  soleus_choice_add (SOLEUS_CHOICE (choice), id, label, name);
}

static GtkWidget *
add_choice (SoleusCheckQuestion *self,
            const char          *line,
            gboolean             multiple,
            GCallback            changed)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *choice = g_object_new (SOLEUS_TYPE_CHOICE, "label", line, "multiple", multiple, NULL);

  gtk_box_append (GTK_BOX (box), soleus_question_new_line (line));
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (self->more), box);
  g_signal_connect_swapped (choice, "changed", changed, self);
  return choice;
}

static GtkWidget *
new_entry (SoleusCheckQuestion *self,
           const char          *name,
           int                  chars,
           GCallback            changed)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), chars);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  soleus_accessible_set_name (GTK_ACCESSIBLE (entry), name);
  g_signal_connect_swapped (entry, "changed", changed, self);
  return entry;
}

static void
add_temperature (SoleusCheckQuestion  *self,
                 const SoleusGuidance *guidance)
{
  GtkWidget *flow = soleus_flow_new (8);
  GtkWidget *label = soleus_question_new_line (soleus_guidance_get_text (guidance, "help-fever"));

  self->entry = new_entry (self, _("Temperature"), 6, G_CALLBACK (temperature_changed_cb));
  self->unit = g_object_new (SOLEUS_TYPE_CHOICE, "label", _("Unit"), "keeps-one", TRUE, NULL);
  soleus_choice_add (SOLEUS_CHOICE (self->unit), "C", "°C", _("Degrees Celsius"));
  soleus_choice_add (SOLEUS_CHOICE (self->unit), "F", "°F", _("Degrees Fahrenheit"));
  soleus_choice_set_selected (SOLEUS_CHOICE (self->unit), soleus_check_draft_get_unit (self->draft));
  g_signal_connect_swapped (self->unit, "changed", G_CALLBACK (temperature_changed_cb), self);
  g_object_set (label, "hexpand", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  soleus_flow_append (SOLEUS_FLOW (flow), label);
  soleus_flow_append (SOLEUS_FLOW (flow), self->entry);
  soleus_flow_append (SOLEUS_FLOW (flow), self->unit);
  gtk_widget_set_halign (flow, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), flow);
}

static void
add_yes_and_no (SoleusCheckQuestion *self,
                GtkWidget           *row,
                const char          *text)
{
  self->answer = g_object_new (SOLEUS_TYPE_CHOICE, "label", text, "answer", TRUE, NULL);
  gtk_widget_add_css_class (self->answer, "yes-no");
  add_option (self->answer, text, "yes", _("Yes"));
  add_option (self->answer, text, "no", _("No"));
  gtk_widget_set_valign (self->answer, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->answer, "changed", G_CALLBACK (answer_changed_cb), self);
  soleus_flow_append (SOLEUS_FLOW (row), self->answer);
}

static void
add_more (SoleusCheckQuestion  *self,
          const SoleusQuestion *question,
          const char           *text)
{
  self->more = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_margin_start (self->more, 12);
  if (g_str_equal (self->id, "swelling_side"))
    {
      self->side = add_choice (self, _("Which leg?"), FALSE, G_CALLBACK (side_changed_cb));
      add_option (self->side, text, "left", _("Left"));
      add_option (self->side, text, "right", _("Right"));
      add_option (self->side, text, "both-unequal", _("Both, one more"));
      add_option (self->side, text, "both-equal", _("Both, the same"));
    }
  if (g_str_equal (self->id, "leg_redness"))
    {
      self->redness = add_choice (self, _("Which of them?"), TRUE, G_CALLBACK (redness_changed_cb));
      add_option (self->redness, text, "redness", _("Red patch"));
      add_option (self->redness, text, "rash", _("Rash"));
    }
  if (question->asks_when)
    {
      self->when = add_choice (self, _("When?"), FALSE, G_CALLBACK (when_changed_cb));
      add_option (self->when, text, "now", _("Now or last 24 hours"));
      add_option (self->when, text, "past", _("1 to 14 days ago, gone now"));
    }
  gtk_box_append (GTK_BOX (self), self->more);
}

/**
 * soleus_check_question_new:
 * @draft: the check
 * @guidance: the guidance
 * @question: what is asked
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
soleus_check_question_new (SoleusCheckDraft     *draft,
                           const SoleusGuidance *guidance,
                           const SoleusQuestion *question)
{
  SoleusCheckQuestion *self = g_object_new (SOLEUS_TYPE_CHECK_QUESTION, NULL);
  const char *text = soleus_guidance_get_text (guidance, question->text);
  GtkWidget *row = soleus_flow_new (12);

  self->draft = g_object_ref (draft);
  self->id = question->id;
  soleus_flow_append (SOLEUS_FLOW (row), new_text (text, question->help != NULL ? soleus_guidance_get_text (guidance, question->help) : NULL));
  gtk_box_append (GTK_BOX (self), row);
  if (question->is_number)
    {
      self->entry = new_entry (self, text, 6, G_CALLBACK (number_changed_cb));
      gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
      soleus_flow_append (SOLEUS_FLOW (row), self->entry);
    }
  else
    add_yes_and_no (self, row, text);
  if (g_str_equal (self->id, "fever"))
    add_temperature (self, guidance);
  self->status = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (self), self->status);
  add_more (self, question, text);
  soleus_check_question_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * soleus_check_question_refresh:
 * @self: a question
 *
 * Shows what the check says, after something else changed it.
 */
void
soleus_check_question_refresh (SoleusCheckQuestion *self)
{
  SoleusReply reply;
  const char *side;

  g_return_if_fail (SOLEUS_IS_CHECK_QUESTION (self));

  reply = soleus_check_draft_get_reply (self->draft, self->id);
  self->syncing = TRUE;
  if (self->answer != NULL)
    soleus_choice_set_selected (SOLEUS_CHOICE (self->answer), reply == SOLEUS_REPLY_YES ? "yes" : reply == SOLEUS_REPLY_NO ? "no"
                                                                                                                          : NULL);
  else if (reply == SOLEUS_REPLY_OPEN && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0' && !gtk_widget_get_visible (self->status))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  side = self->side != NULL ? soleus_check_draft_get_side (self->draft) : NULL;
  if (self->side != NULL && reply != SOLEUS_REPLY_YES)
    soleus_choice_set_selected (SOLEUS_CHOICE (self->side), NULL);
  else if (self->side != NULL && !g_str_equal (side, "both-unequal"))
    soleus_choice_set_selected (SOLEUS_CHOICE (self->side), side);
  if (reply != SOLEUS_REPLY_YES && self->redness != NULL)
    soleus_choice_set_selected (SOLEUS_CHOICE (self->redness), NULL);
  if (reply != SOLEUS_REPLY_YES && self->when != NULL)
    soleus_choice_set_selected (SOLEUS_CHOICE (self->when), NULL);
  gtk_widget_set_visible (self->more, reply == SOLEUS_REPLY_YES && gtk_widget_get_first_child (self->more) != NULL);
  self->syncing = FALSE;
}

/**
 * soleus_check_question_says_now:
 * @self: a question
 *
 * Returns: whether the person said that it is so now; a yes counts as now even before that
 */
gboolean
soleus_check_question_says_now (SoleusCheckQuestion *self)
{
  g_return_val_if_fail (SOLEUS_IS_CHECK_QUESTION (self), FALSE);

  return self->when != NULL && soleus_choice_is_selected (SOLEUS_CHOICE (self->when), "now");
}
