/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change here says nothing about what was drunk before: a drink keeps its own amount. */
#include "config.h"

#include "ui/drinks/soleus-container-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "ui/drinks/soleus-amount-entry.h"
#include "ui/drinks/soleus-drink-kinds.h"
#include "ui/episode/soleus-question.h"
#include "ui/exchange/soleus-record-dialog.h"
#include "ui/widgets/soleus-choice.h"

typedef struct
{
  /* Borrowed */
  GtkWidget *name;
  GtkWidget *amount;
  GtkWidget *kind;
} Form;

static char *
form_dup_state (gpointer data)
{
  Form *self = data;
  g_autofree char *name = soleus_record_dialog_dup_text (self->name);
  const char *kind = soleus_choice_get_selected (SOLEUS_CHOICE (self->kind));

  return g_strdup_printf ("%s\n%s\n%s", name, soleus_amount_entry_get_text (SOLEUS_AMOUNT_ENTRY (self->amount)), kind != NULL ? kind : "");
}

static gboolean
form_take (gpointer    data,
           SoleusRow  *values,
           char      **complaint,
           GtkWidget **where)
{
  Form *self = data;
  gint64 amount = soleus_amount_entry_get_amount (SOLEUS_AMOUNT_ENTRY (self->amount));

  if (!soleus_record_dialog_take_text (self->name, values, "name", complaint, where))
    return FALSE;
  if (!soleus_row_has (values, "name"))
    {
      *complaint = g_strdup (_("Type a name, like My mug."));
      *where = self->name;
      return FALSE;
    }
  if (amount == 0)
    {
      *complaint = soleus_amount_entry_dup_advice (SOLEUS_AMOUNT_ENTRY (self->amount));
      *where = self->amount;
      return FALSE;
    }
  soleus_row_set_number (values, "amount_ml", amount);
  soleus_row_set_text (values, "drink", soleus_choice_get_selected (SOLEUS_CHOICE (self->kind)));
  return TRUE;
}

static char *
form_say (gpointer      data,
          SoleusRecord *record)
{
  /* Translators: %s is the name of a glass or bottle */
  return g_strdup_printf (_("Saved: %s."), soleus_row_get_text (soleus_record_get_values (record), "name"));
}

static const SoleusRecordForm form_type = {
  N_("You changed this glass or bottle but did not save it."), N_("Glass or bottle deleted."), form_take, form_say, form_dup_state, g_free
};

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
  SoleusDiary *diary = soleus_context_get_diary (context);
  g_autoptr (SoleusRecord) original = uuid != NULL ? soleus_diary_get (diary, uuid, NULL) : NULL;
  SoleusRecordDialog *dialog;
  const SoleusRow *values;
  GtkWidget *page;
  Form *self;

  if (uuid != NULL && (original == NULL || soleus_record_get_kind (original) != SOLEUS_KIND_CONTAINER))
    return;
  self = g_new0 (Form, 1);
  dialog = soleus_record_dialog_new (parent, context, original != NULL ? _("Change a glass or bottle") : _("Add a glass or bottle"), SOLEUS_KIND_CONTAINER, original, &form_type, self);
  values = soleus_record_get_values (soleus_record_dialog_get_record (dialog));
  page = soleus_record_dialog_get_page (dialog);
  self->name = soleus_record_dialog_add_entry (dialog, _("Name"), soleus_row_get_text (values, "name"));
  self->amount = soleus_amount_entry_new (soleus_drinks_get_unit (diary), values->fields[soleus_fields_find (values->fields, "amount_ml")].max);
  soleus_amount_entry_set_amount (SOLEUS_AMOUNT_ENTRY (self->amount), soleus_row_get_number (values, "amount_ml", 0));
  g_signal_connect_swapped (self->amount, "activate", G_CALLBACK (soleus_record_dialog_save), dialog);
  gtk_box_append (GTK_BOX (page), soleus_question_new (_("How much goes in"), self->amount));
  self->kind = soleus_drink_kinds_new (FALSE);
  soleus_choice_set_selected (SOLEUS_CHOICE (self->kind), soleus_row_get_text (values, "drink"));
  gtk_box_append (GTK_BOX (page), soleus_question_new (_("Always the same drink? Then choose it."), self->kind));
  soleus_record_dialog_show (dialog, self->name);
}
