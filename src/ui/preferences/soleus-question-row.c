/* SPDX-License-Identifier: GPL-3.0-or-later */
/* AdwActionRow puts its control beside the text whatever the width, and its title is markup. Here the control drops
 * below the text where there is no room. The row itself takes no focus: its control does, also when the row is found by
 * the search of the preferences. */
#include "config.h"

#include "ui/preferences/soleus-question-row.h"

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-flow.h"

/* Text longer than this wraps before it pushes the control down. */
#define TEXT_CHARS 30

struct _SoleusQuestionRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *box;
  GtkWidget *flow;
  GtkWidget *why;
  GtkWidget *complaint;
};

G_DEFINE_FINAL_TYPE (SoleusQuestionRow, soleus_question_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
soleus_question_row_focus (GtkWidget       *widget,
                           GtkDirectionType direction)
{
  return gtk_widget_child_focus (SOLEUS_QUESTION_ROW (widget)->box, direction);
}

static gboolean
soleus_question_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (SOLEUS_QUESTION_ROW (widget)->box, GTK_DIR_TAB_FORWARD);
}

static void
soleus_question_row_class_init (SoleusQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = soleus_question_row_focus;
  widget_class->grab_focus = soleus_question_row_grab_focus;
}

static GtkWidget *
make_label (const char       *css_class,
            GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", TEXT_CHARS,
                                   "hexpand", TRUE,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
soleus_question_row_init (SoleusQuestionRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  self->flow = soleus_flow_new (12);
  self->complaint = make_label ("error", GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_set_visible (self->complaint, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->flow);
  gtk_box_append (GTK_BOX (self->box), self->complaint);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/**
 * soleus_question_row_new:
 * @question: what is asked; plain text
 * @why: (nullable): why it is asked; plain text
 *
 * Returns: (transfer floating): a row without a control
 */
GtkWidget *
soleus_question_row_new (const char *question,
                         const char *why)
{
  SoleusQuestionRow *self = g_object_new (SOLEUS_TYPE_QUESTION_ROW, "title", question, NULL);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = make_label ("title", GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_label_set_text (GTK_LABEL (title), question);
  self->why = make_label ("subtitle", GTK_ACCESSIBLE_ROLE_LABEL);
  soleus_question_row_set_why (self, why);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (text), title);
  gtk_box_append (GTK_BOX (text), self->why);
  soleus_flow_append (SOLEUS_FLOW (self->flow), text);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self), question);
  return GTK_WIDGET (self);
}

/**
 * soleus_question_row_set_why:
 * @self: a row
 * @why: (nullable): why it is asked, or what is known; plain text
 */
void
soleus_question_row_set_why (SoleusQuestionRow *self,
                             const char        *why)
{
  g_return_if_fail (SOLEUS_IS_QUESTION_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->why), why != NULL ? why : "");
  gtk_widget_set_visible (self->why, why != NULL);
}

/**
 * soleus_question_row_add:
 * @self: a row
 * @control: (transfer floating): what answers the question; it is named after the question where it has no words itself
 */
void
soleus_question_row_add (SoleusQuestionRow *self,
                         GtkWidget         *control)
{
  g_return_if_fail (SOLEUS_IS_QUESTION_ROW (self));

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  soleus_flow_append (SOLEUS_FLOW (self->flow), control);
}

/**
 * soleus_question_row_add_button:
 * @self: a row
 * @mnemonic: what stands on the button, with its mnemonic
 * @name: what a screen reader says
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
soleus_question_row_add_button (SoleusQuestionRow *self,
                                const char        *mnemonic,
                                const char        *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (mnemonic);

  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  soleus_question_row_add (self, button);
  return button;
}

/**
 * soleus_question_row_set_complaint:
 * @self: a row
 * @complaint: (nullable): what is wrong with the answer, or %NULL for nothing
 */
void
soleus_question_row_set_complaint (SoleusQuestionRow *self,
                                   const char        *complaint)
{
  g_return_if_fail (SOLEUS_IS_QUESTION_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->complaint), complaint != NULL ? complaint : "");
  gtk_widget_set_visible (self->complaint, complaint != NULL);
}
