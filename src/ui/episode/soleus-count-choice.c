/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "More" shows a number that can be raised, beginning with the first one that has no button. */
#include "config.h"

#include "ui/episode/soleus-count-choice.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-choice.h"

struct _SoleusCountChoice
{
  GtkWidget parent_instance;

  int first;
  int last;
  int value;
  gboolean updating;

  GtkWidget *box;
  GtkWidget *choice;
  GtkWidget *spin;
};

G_DEFINE_FINAL_TYPE (SoleusCountChoice, soleus_count_choice, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
take_value (SoleusCountChoice *self,
            int                value)
{
  if (self->value == value)
    return;
  self->value = value;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
choice_changed_cb (SoleusCountChoice *self)
{
  const char *id = soleus_choice_get_selected (SOLEUS_CHOICE (self->choice));
  gboolean more = g_strcmp0 (id, "more") == 0;
  gint64 number = SOLEUS_COUNT_NONE;

  if (self->updating)
    return;
  gtk_widget_set_visible (self->spin, more);
  if (more)
    {
      gtk_widget_grab_focus (self->spin);
      number = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin));
    }
  else if (id == NULL || !g_ascii_string_to_signed (id, 10, 0, G_MAXINT, &number, NULL))
    number = SOLEUS_COUNT_NONE;
  take_value (self, (int) number);
}

static void
spin_changed_cb (SoleusCountChoice *self)
{
  if (!self->updating)
    take_value (self, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spin)));
}

static gboolean
soleus_count_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_COUNT_CHOICE (widget)->choice);
}

static void
soleus_count_choice_dispose (GObject *object)
{
  SoleusCountChoice *self = SOLEUS_COUNT_CHOICE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_count_choice_parent_class)->dispose (object);
}

static void
soleus_count_choice_class_init (SoleusCountChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_count_choice_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = soleus_count_choice_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * SoleusCountChoice::changed:
   * @self: the choice
   *
   * The person chose another number, or none.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_count_choice_init (SoleusCountChoice *self)
{
  self->value = SOLEUS_COUNT_NONE;
}

/**
 * soleus_count_choice_new:
 * @label: the question
 * @first: the first number that has a button
 * @last: the last number that has a button
 * @most: the largest number
 * @unsure: (nullable): what "Not sure" is called by a screen reader, or %NULL to leave it out
 *
 * Returns: (transfer floating): a choice without an answer
 */
GtkWidget *
soleus_count_choice_new (const char *label,
                         int         first,
                         int         last,
                         int         most,
                         const char *unsure)
{
  SoleusCountChoice *self = g_object_new (SOLEUS_TYPE_COUNT_CHOICE, NULL);

  self->first = first;
  self->last = last;
  self->choice = soleus_choice_new (label);
  for (int i = first; i <= last; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      soleus_choice_add (SOLEUS_CHOICE (self->choice), number, number, NULL);
    }
  soleus_choice_add (SOLEUS_CHOICE (self->choice), "more", _("More"), NULL);
  if (unsure != NULL)
    soleus_choice_add (SOLEUS_CHOICE (self->choice), "unsure", _("Not sure"), unsure);

  self->spin = gtk_spin_button_new_with_range (last + 1, most, 1);
  gtk_widget_set_halign (self->spin, GTK_ALIGN_START);
  gtk_widget_set_visible (self->spin, FALSE);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->spin), label);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SOLEUS_QUESTION_SPACING);
  gtk_box_append (GTK_BOX (self->box), self->choice);
  gtk_box_append (GTK_BOX (self->box), self->spin);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->choice, "changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (spin_changed_cb), self);
  return GTK_WIDGET (self);
}

/**
 * soleus_count_choice_get_value:
 * @self: a choice
 *
 * Returns: the number, or %SOLEUS_COUNT_NONE
 */
int
soleus_count_choice_get_value (SoleusCountChoice *self)
{
  g_return_val_if_fail (SOLEUS_IS_COUNT_CHOICE (self), SOLEUS_COUNT_NONE);

  return self->value;
}

/**
 * soleus_count_choice_set_value:
 * @self: a choice
 * @value: a number, or %SOLEUS_COUNT_NONE
 *
 * Shows a number without a signal. A "Not sure" that was pressed stays pressed while there is none.
 */
void
soleus_count_choice_set_value (SoleusCountChoice *self,
                               int                value)
{
  g_autofree char *id = NULL;

  g_return_if_fail (SOLEUS_IS_COUNT_CHOICE (self));

  if (value > self->last)
    id = g_strdup ("more");
  else if (value >= self->first)
    id = g_strdup_printf ("%d", value);
  else if (soleus_choice_is_selected (SOLEUS_CHOICE (self->choice), "unsure"))
    id = g_strdup ("unsure");

  self->updating = TRUE;
  self->value = value;
  soleus_choice_set_selected (SOLEUS_CHOICE (self->choice), id);
  if (value > self->last)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), value);
  gtk_widget_set_visible (self->spin, value > self->last);
  self->updating = FALSE;
}

/**
 * soleus_count_choice_set_least:
 * @self: a choice
 * @least: the least number that can be chosen; smaller ones are there but cannot be pressed
 */
void
soleus_count_choice_set_least (SoleusCountChoice *self,
                               int                least)
{
  g_return_if_fail (SOLEUS_IS_COUNT_CHOICE (self));

  for (int i = self->first; i <= self->last; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);

      gtk_widget_set_sensitive (soleus_choice_get_button (SOLEUS_CHOICE (self->choice), id), i >= least);
    }
  if (least > self->last)
    {
      double most;

      gtk_spin_button_get_range (GTK_SPIN_BUTTON (self->spin), NULL, &most);
      gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->spin), MIN (least, most), most);
    }
}
