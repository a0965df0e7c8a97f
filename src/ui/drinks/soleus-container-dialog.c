/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change here says nothing about what was drunk before: a drink keeps its own amount. */
#include "config.h"

#include "ui/drinks/soleus-container-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "ui/drinks/soleus-amount-entry.h"
#include "ui/drinks/soleus-drink-kinds.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/widgets/soleus-choice.h"

/* All borrowed from the dialog */
typedef struct
{
  GtkWidget *name;
  GtkWidget *amount;
  GtkWidget *kind;
} Fields;

static const char *
take (SoleusRow  *values,
      GtkWidget **where,
      gpointer    data)
{
  const Fields *self = data;
  SoleusAmountEntry *amount = SOLEUS_AMOUNT_ENTRY (self->amount);
  const char *problem = soleus_amount_entry_get_problem (amount);

  soleus_entry_dialog_take_text (values, "name", self->name);
  if (problem == NULL)
    soleus_row_set_number (values, "amount_ml", soleus_amount_entry_get_amount (amount));
  soleus_row_set_text (values, "drink", soleus_choice_get_selected (SOLEUS_CHOICE (self->kind)));
  *where = soleus_amount_entry_get_entry (amount);
  if (problem != NULL)
    return problem;
  *where = self->name;
  return soleus_row_has (values, "name") ? NULL : _("Type a name, like My mug.");
}

static char *
say (SoleusRecord *record,
     gpointer      data)
{
  /* Translators: %s is the name of a glass or bottle */
  return g_strdup_printf (_("Saved: %s."), soleus_row_get_text (soleus_record_get_values (record), "name"));
}

/**
 * soleus_container_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: (nullable): a container to change, or %NULL for a new one
 */
void
soleus_container_dialog_show (GtkWindow     *parent,
                              SoleusContext *context,
                              const char    *uuid)
{
  static const SoleusEntryWork work = { .take = take, .say = say };
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_CONTAINER);
  SoleusEntryDialog *dialog;
  const SoleusRow *values;
  Fields *self;

  if (record == NULL)
    return;
  values = soleus_record_get_values (record);
  dialog = soleus_entry_dialog_new (parent, context, record, uuid != NULL ? _("Change a glass or bottle") : _("Add a glass or bottle"));
  self = g_new0 (Fields, 1);
  self->name = soleus_entry_dialog_add_text (dialog, _("Name"), "name");
  self->amount = soleus_amount_entry_new (soleus_drinks_get_unit (soleus_context_get_diary (context)), values->fields[soleus_fields_find (values->fields, "amount_ml")].max);
  soleus_amount_entry_set_amount (SOLEUS_AMOUNT_ENTRY (self->amount), soleus_row_get_number (values, "amount_ml", 0));
  g_signal_connect_swapped (self->amount, "activate", G_CALLBACK (soleus_entry_dialog_save), dialog);
  soleus_entry_dialog_add (dialog, _("How much goes in"), self->amount);
  self->kind = soleus_drink_kinds_new (FALSE);
  soleus_choice_set_selected (SOLEUS_CHOICE (self->kind), soleus_row_get_text (values, "drink"));
  soleus_entry_dialog_add (dialog, _("Always the same drink? Then choose it."), self->kind);
  soleus_entry_dialog_show (dialog, &work, self, g_free, self->name);
}
