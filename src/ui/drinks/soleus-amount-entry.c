/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As long as the text is the one that it began with, the amount stays exactly what it was, whatever the unit rounds. */
#include "config.h"

#include "ui/drinks/soleus-amount-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-volume-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/widgets/soleus-flow.h"

#define WIDTH_CHARS 8
#define MOST_CHARS 30

struct _SoleusAmountEntry
{
  GtkWidget parent_instance;

  SoleusVolumeUnit unit;
  gint64 most;
  gint64 amount; /* what it began with, or 0 */
  char *began;   /* the text for it */
  char *problem; /* what was wrong when it was asked for */
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *unit_label;
  GtkWidget *understood;
};

G_DEFINE_FINAL_TYPE (SoleusAmountEntry, soleus_amount_entry, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_text (SoleusAmountEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/* Needed where the unit is not milliliters, and where a whole number of them was not what was typed. */
static void
show_understood (SoleusAmountEntry *self)
{
  gint64 amount = soleus_amount_entry_get_amount (self);
  g_autofree char *own = NULL, *ml = NULL, *line = NULL, *bare = NULL;

  if (amount > 0)
    {
      ml = soleus_volume_words_say (amount, SOLEUS_VOLUME_ML);
      own = soleus_volume_words_say (amount, self->unit);
      bare = g_strstrip (g_strdup (get_text (self)));
      if (self->unit != SOLEUS_VOLUME_ML)
        /* Translators: an amount in the person's unit, then in milliliters: "8.5 fl oz is 251 ml." */
        line = g_strdup_printf (_("%s is %s."), own, ml);
      else if (strspn (bare, "0123456789") != strlen (bare))
        /* Translators: what was typed, as it was understood: "This is 251 ml." */
        line = g_strdup_printf (_("This is %s."), ml);
    }
  soleus_question_set_line (self->understood, line);
}

static void
entry_activate_cb (SoleusAmountEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static gboolean
soleus_amount_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_AMOUNT_ENTRY (widget)->entry);
}

static void
soleus_amount_entry_dispose (GObject *object)
{
  SoleusAmountEntry *self = SOLEUS_AMOUNT_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->began, g_free);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (soleus_amount_entry_parent_class)->dispose (object);
}

static void
soleus_amount_entry_class_init (SoleusAmountEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_amount_entry_dispose;
  widget_class->grab_focus = soleus_amount_entry_grab_focus;

  /**
   * SoleusAmountEntry::activate:
   * @self: the entry
   *
   * Enter was pressed in it.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
soleus_amount_entry_init (SoleusAmountEntry *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MOST_CHARS);
  self->unit_label = gtk_label_new (NULL);
  self->understood = soleus_question_new_status ();
  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->unit_label);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), self->understood);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (show_understood), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
}

/**
 * soleus_amount_entry_new:
 * @unit: the person's unit
 * @most: the most that can be kept, in thousandths of a milliliter
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
soleus_amount_entry_new (SoleusVolumeUnit unit,
                         gint64           most)
{
  SoleusAmountEntry *self = g_object_new (SOLEUS_TYPE_AMOUNT_ENTRY, NULL);
  /* Translators: %s is a unit, such as milliliters */
  g_autofree char *name = g_strdup_printf (_("How much, in %s"), soleus_volume_words_read_unit (unit));

  self->unit = unit;
  self->most = most;
  gtk_label_set_label (GTK_LABEL (self->unit_label), soleus_volume_words_say_unit (unit));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->entry), name);
  return GTK_WIDGET (self);
}

/**
 * soleus_amount_entry_set_amount:
 * @self: an entry
 * @amount: what it begins with, in thousandths of a milliliter; 0 for nothing
 */
void
soleus_amount_entry_set_amount (SoleusAmountEntry *self,
                                gint64             amount)
{
  g_return_if_fail (SOLEUS_IS_AMOUNT_ENTRY (self));

  g_free (self->began);
  self->amount = amount;
  self->began = amount > 0 ? soleus_volume_words_write (amount, self->unit) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->began);
}

/**
 * soleus_amount_entry_get_amount:
 * @self: an entry
 *
 * Returns: the amount in thousandths of a milliliter, or 0 where the text is none
 */
gint64
soleus_amount_entry_get_amount (SoleusAmountEntry *self)
{
  const char *text;
  gint64 amount;

  g_return_val_if_fail (SOLEUS_IS_AMOUNT_ENTRY (self), 0);

  text = get_text (self);
  if (g_strcmp0 (text, self->began) == 0)
    return self->amount;
  return soleus_volume_words_parse (text, self->unit, self->most, &amount) ? amount : 0;
}

/**
 * soleus_amount_entry_get_problem:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): what is wrong with it, for the person, or %NULL; valid until it is asked for again
 */
const char *
soleus_amount_entry_get_problem (SoleusAmountEntry *self)
{
  g_autofree char *example = NULL, *most = NULL, *missing = NULL;

  g_return_val_if_fail (SOLEUS_IS_AMOUNT_ENTRY (self), NULL);

  g_clear_pointer (&self->problem, g_free);
  if (soleus_amount_entry_get_amount (self) > 0)
    return NULL;
  example = soleus_volume_words_write (soleus_volume_from_unit (self->unit == SOLEUS_VOLUME_ML ? 250000 : self->unit == SOLEUS_VOLUME_US_CUP ? 1500 : 8500, self->unit), self->unit);
  most = soleus_volume_words_say (self->most, self->unit);
  /* Translators: a number such as 250 */
  missing = g_strdup_printf (_("Type how much it was, like %s."), example);
  if (*get_text (self) == '\0')
    self->problem = g_steal_pointer (&missing);
  else
    /* Translators: "Type how much it was, like 250.", then the most that can be entered, such as 20,000 ml */
    self->problem = g_strdup_printf (_("%s The most is %s."), missing, most);
  return self->problem;
}

/**
 * soleus_amount_entry_get_entry:
 * @self: an entry
 *
 * Returns: (transfer none): the #GtkEntry in it
 */
GtkWidget *
soleus_amount_entry_get_entry (SoleusAmountEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_AMOUNT_ENTRY (self), NULL);

  return self->entry;
}
