/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From GTK 4.10 on a button is named by the label in it, and that wins over a name of its own unless the relation is
 * taken away first. Earlier releases have no such relation and do not mind. */
#include "ui/compat/soleus-accessible.h"

/**
 * soleus_accessible_set_name:
 * @accessible: a widget
 * @name: what a screen reader says for it, whatever it shows
 */
void
soleus_accessible_set_name (GtkAccessible *accessible,
                            const char    *name)
{
  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * soleus_accessible_present_only:
 * @stack: a stack of any kind
 * @shown: the child that it shows
 *
 * Takes the other children out of the tree that a screen reader walks. They are not drawn, but a stack leaves them in it.
 */
void
soleus_accessible_present_only (GtkWidget *stack,
                                GtkWidget *shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (stack); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, child != shown, -1);
}
