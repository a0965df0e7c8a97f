/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions and not classes: a question has no state of its own. */
#include "config.h"

#include "ui/episode/soleus-question.h"

#include "ui/compat/soleus-accessible.h"

/* A line wraps rather than asking for its whole length. */
#define LINE_CHARS 20

static GtkWidget *
new_label (const char       *text,
           GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "accessible-role", role,
                       "label", text,
                       "xalign", 0.0,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "width-chars", 1,
                       "max-width-chars", LINE_CHARS,
                       "hexpand", TRUE,
                       NULL);
}

/**
 * soleus_question_new:
 * @title: the question
 * @answers: (transfer floating): what answers it
 *
 * Returns: (transfer floating): both, the question as a heading
 */
GtkWidget *
soleus_question_new (const char *title,
                     GtkWidget  *answers)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);

  gtk_box_append (GTK_BOX (box), soleus_question_new_heading (title));
  gtk_box_append (GTK_BOX (box), answers);
  return box;
}

/**
 * soleus_question_new_heading:
 * @text: what it says
 *
 * Returns: (transfer floating): a heading that wraps
 */
GtkWidget *
soleus_question_new_heading (const char *text)
{
  GtkWidget *heading = new_label (text, GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

/**
 * soleus_question_new_line:
 * @text: what it says
 *
 * Returns: (transfer floating): a line of text that wraps
 */
GtkWidget *
soleus_question_new_line (const char *text)
{
  return new_label (text, GTK_ACCESSIBLE_ROLE_LABEL);
}

/**
 * soleus_question_new_status:
 *
 * Returns: (transfer floating): a line that is read out when it changes; hidden while it says nothing
 */
GtkWidget *
soleus_question_new_status (void)
{
  GtkWidget *line = new_label ("", GTK_ACCESSIBLE_ROLE_STATUS);

  gtk_widget_set_visible (line, FALSE);
  return line;
}

/**
 * soleus_question_set_line:
 * @line: a line
 * @text: (nullable): what it says from now on; nothing hides it
 */
void
soleus_question_set_line (GtkWidget  *line,
                          const char *text)
{
  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_label_get_label (GTK_LABEL (line)), text))
    gtk_label_set_label (GTK_LABEL (line), text);
  gtk_widget_set_visible (line, *text != '\0');
}

/**
 * soleus_question_new_tick:
 * @label: what is true when it is on
 *
 * Returns: (transfer floating): a toggle button with a check mark when it is on
 */
GtkWidget *
soleus_question_new_tick (const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "option");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), label);
  g_object_bind_property (button, "active", mark, "visible", G_BINDING_SYNC_CREATE);
  return button;
}
