/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts wrap and begin at the start, buttons have names, and nothing here knows what it is for. */
#include "ui/widgets/soleus-build.h"

#include <adwaita.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/widgets/soleus-flow.h"

#define GAP 18

/**
 * soleus_build_page:
 * @width: the most that the column is wide, in logical pixels
 * @column: (out): a vertical box for what stands on the page
 *
 * Returns: (transfer floating): a page that scrolls
 */
GtkWidget *
soleus_build_page (int         width,
                   GtkWidget **column)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), *column);
  gtk_widget_add_css_class (clamp, "page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/**
 * soleus_build_text:
 * @box: (nullable): where it is put at the end
 * @text: what it says
 * @style: (nullable): its style class
 *
 * Returns: (transfer none): a label
 */
GtkWidget *
soleus_build_text (GtkWidget  *box,
                   const char *text,
                   const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (box != NULL)
    gtk_box_append (GTK_BOX (box), label);
  return label;
}

/**
 * soleus_build_heading:
 * @box: (nullable): where it is put at the end
 * @text: what it says
 * @style: its style class
 *
 * Returns: (transfer none): a label that a screen reader takes for a heading, and that can have the focus
 */
GtkWidget *
soleus_build_heading (GtkWidget  *box,
                      const char *text,
                      const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "focusable", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  soleus_accessible_set_name (GTK_ACCESSIBLE (label), text);
  if (box != NULL)
    gtk_box_append (GTK_BOX (box), label);
  return label;
}

/**
 * soleus_build_button:
 * @label: what stands on it, which may wrap
 * @name: (nullable): what a screen reader says, or %NULL for @label
 * @style: (nullable): its style class
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
soleus_build_button (const char *label,
                     const char *name,
                     const char *style)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label", label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);

  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "text-button");
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name != NULL ? name : label);
  return button;
}

/**
 * soleus_build_icon_button:
 * @icon: the name of an icon
 * @name: what it does, for its tooltip and for a screen reader
 *
 * Returns: (transfer floating): a button that shows an icon alone
 */
GtkWidget *
soleus_build_icon_button (const char *icon,
                          const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  return button;
}

/**
 * soleus_build_turn:
 * @previous: (transfer floating): a button that goes back
 * @next: (transfer floating): a button that goes on
 * @style: the style class of the heading
 * @heading: (out): the heading between them, empty
 *
 * Returns: (transfer floating): a row that says which day or month is shown
 */
GtkWidget *
soleus_build_turn (GtkWidget  *previous,
                   GtkWidget  *next,
                   const char *style,
                   GtkWidget **heading)
{
  GtkWidget *turn = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (*heading, style);
  gtk_box_append (GTK_BOX (turn), previous);
  gtk_box_append (GTK_BOX (turn), *heading);
  gtk_box_append (GTK_BOX (turn), next);
  return turn;
}

/**
 * soleus_build_text_scale:
 * @widget: a widget
 *
 * Returns: how large text is, 1.0 at its usual size
 */
double
soleus_build_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024) : 1.0;
}

/**
 * soleus_build_answers:
 * @box: where they are put at the end
 *
 * Returns: (transfer none): a row for large buttons of one width, one below the other where there is no room
 */
GtkWidget *
soleus_build_answers (GtkWidget *box)
{
  GtkWidget *answers = soleus_flow_new (8);

  soleus_flow_set_homogeneous (SOLEUS_FLOW (answers), TRUE);
  gtk_box_append (GTK_BOX (box), answers);
  return answers;
}

/**
 * soleus_build_button_in:
 * @flow: a flow
 * @label: what stands on it, which may wrap
 * @name: (nullable): what a screen reader says, or %NULL for @label
 * @clicked: a handler that gets @data first
 * @data: for @clicked
 *
 * Returns: (transfer none): a button at the end of the flow
 */
GtkWidget *
soleus_build_button_in (GtkWidget  *flow,
                        const char *label,
                        const char *name,
                        GCallback   clicked,
                        gpointer    data)
{
  GtkWidget *button = soleus_build_button (label, name, NULL);

  g_signal_connect_swapped (button, "clicked", clicked, data);
  soleus_flow_append (SOLEUS_FLOW (flow), button);
  return button;
}

/**
 * soleus_build_answer:
 * @answers: a row from soleus_build_answers()
 * @label: what stands on it
 * @style: (nullable): its style class
 * @clicked: a handler that gets @data first
 * @data: for @clicked
 *
 * Returns: (transfer none): a large button
 */
GtkWidget *
soleus_build_answer (GtkWidget  *answers,
                     const char *label,
                     const char *style,
                     GCallback   clicked,
                     gpointer    data)
{
  GtkWidget *button = soleus_build_button_in (answers, label, NULL, clicked, data);

  gtk_widget_add_css_class (button, "large");
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  return button;
}

/**
 * soleus_build_row:
 * @title: what it is
 * @subtitle: (nullable): a line below it
 * @action: what pressing it does
 * @target: (nullable): with what
 *
 * Returns: (transfer floating): a button that is a whole row
 */
GtkWidget *
soleus_build_row (const char *title,
                  const char *subtitle,
                  const char *action,
                  const char *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = subtitle != NULL ? g_strdup_printf ("%s. %s", title, subtitle) : g_strdup (title);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (soleus_build_text (words, title, NULL), "row-title");
  if (subtitle != NULL)
    soleus_build_text (words, subtitle, "subtitle");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-button");
  soleus_accessible_set_name (GTK_ACCESSIBLE (button), name);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/**
 * soleus_build_rows:
 * @box: where it is put at the end
 *
 * Returns: (transfer none): a card for rows
 */
GtkWidget *
soleus_build_rows (GtkWidget *box)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (rows, "card");
  gtk_widget_add_css_class (rows, "rows");
  gtk_box_append (GTK_BOX (box), rows);
  return rows;
}

/**
 * soleus_build_clear:
 * @box: a box
 *
 * Takes everything out of it.
 */
void
soleus_build_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/**
 * soleus_build_focus:
 * @label: a label that can have the focus
 *
 * Puts the focus on it, so that it is read out; a label that cannot be selected refuses to take it by itself.
 */
void
soleus_build_focus (GtkWidget *label)
{
  GtkRoot *root = gtk_widget_get_root (label);

  if (root != NULL)
    gtk_root_set_focus (root, label);
}
