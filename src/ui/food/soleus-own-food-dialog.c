/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only the name is needed. A number that could be meant in two ways is asked for again rather than guessed. */
#include "config.h"

#include "ui/food/soleus-own-food-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/exchange/soleus-modal.h"

#define NUMBER_LENGTH 20

typedef enum
{
  ENTRY_NAME,
  ENTRY_SERVING,
  ENTRY_POTASSIUM,
  ENTRY_CALCIUM,
  ENTRY_MAGNESIUM,
  N_ENTRIES,
} Entry;

static const struct
{
  const char *field;
  const char *label;
} entries[N_ENTRIES] = {
  { "name", N_("Name") },
  { "serving", N_("One serving, such as 1 bowl (optional)") },
  { "potassium_mg", N_("Potassium in one serving, in mg (optional)") },
  { "calcium_mg", N_("Calcium in one serving, in mg (optional)") },
  { "magnesium_mg", N_("Magnesium in one serving, in mg (optional)") },
};

/* All borrowed from the dialog */
typedef struct
{
  GtkWidget *fields[N_ENTRIES];
} Fields;

static const char *
take (SoleusRow  *values,
      GtkWidget **where,
      gpointer    data)
{
  const Fields *self = data;
  gboolean is_read = TRUE;

  for (guint i = N_ENTRIES; i-- > ENTRY_POTASSIUM;)
    if (!soleus_entry_dialog_take_number (values, entries[i].field, self->fields[i]))
      {
        *where = self->fields[i];
        is_read = FALSE;
      }
  for (guint i = 0; i < ENTRY_POTASSIUM; i++)
    soleus_entry_dialog_take_text (values, entries[i].field, self->fields[i]);
  if (!is_read)
    return _("Type a number from 0 to 100000, like 260 or 0.5. Leave out marks for thousands.");
  *where = self->fields[ENTRY_NAME];
  return soleus_row_has (values, "name") ? NULL : _("Enter the name of the food.");
}

static char *
say (SoleusRecord *record,
     gpointer      data)
{
  /* Translators: %s is a food */
  return g_strdup_printf (_("Saved: %s."), soleus_row_get_text (soleus_record_get_values (record), "name"));
}

static GtkWidget *
add_number (SoleusEntryDialog *dialog,
            const SoleusRow   *values,
            guint              entry)
{
  g_autofree char *text = soleus_row_has (values, entries[entry].field) ? soleus_words_number (soleus_row_get_number (values, entries[entry].field, 0)) : NULL;
  GtkWidget *field = soleus_entry_dialog_add_entry (dialog, _(entries[entry].label), text, NUMBER_LENGTH);

  gtk_entry_set_input_purpose (GTK_ENTRY (field), GTK_INPUT_PURPOSE_NUMBER);
  return field;
}

/**
 * soleus_own_food_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: (nullable): an own food to change, or %NULL for a new one
 * @name: (nullable): what a new one is to be called at first
 */
void
soleus_own_food_dialog_show (GtkWindow     *parent,
                             SoleusContext *context,
                             const char    *uuid,
                             const char    *name)
{
  static const SoleusEntryWork work = { .take = take, .say = say, .deleted = N_("Food deleted. Meals keep its name only.") };
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_FOOD);
  SoleusEntryDialog *dialog;
  Fields *self;

  if (record == NULL)
    return;
  dialog = soleus_entry_dialog_new (parent, context, record, uuid != NULL ? _("Change a food") : _("New food"));
  self = g_new0 (Fields, 1);
  for (guint i = 0; i < ENTRY_POTASSIUM; i++)
    self->fields[i] = soleus_entry_dialog_add_text (dialog, _(entries[i].label), entries[i].field);
  if (uuid == NULL && name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->fields[ENTRY_NAME]), name);
  soleus_modal_page_add_text (soleus_entry_dialog_get_page (dialog), _("The label on the pack may say the minerals. Leave empty what you do not know."));
  for (guint i = ENTRY_POTASSIUM; i < N_ENTRIES; i++)
    self->fields[i] = add_number (dialog, soleus_record_get_values (record), i);
  if (uuid != NULL)
    soleus_modal_page_add_text (soleus_entry_dialog_get_page (dialog), _("What you change counts for earlier meals too."));
  soleus_entry_dialog_show (dialog, &work, self, g_free, self->fields[ENTRY_NAME]);
}
