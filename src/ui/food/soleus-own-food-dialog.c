/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only the name is needed. A number that could be meant in two ways is asked for again rather than guessed. */
#include "config.h"

#include "ui/food/soleus-own-food-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-meals.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/episode/soleus-question.h"
#include "ui/exchange/soleus-modal.h"

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

typedef struct
{
  GtkWidget *dialog;
  SoleusContext *context;
  SoleusRecord *original; /* NULL for a new one */
  SoleusRecord *record;
  GtkWidget *fields[N_ENTRIES];
  char *shown[N_ENTRIES]; /* what stood there at first */
  GtkWidget *note;
  gboolean done;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  for (guint i = 0; i < N_ENTRIES; i++)
    g_free (self->shown[i]);
  g_clear_object (&self->original);
  g_object_unref (self->record);
  g_object_unref (self->context);
  g_free (self);
}

static char *
dup_text (Dialog *self,
          guint   entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[entry]))));
}

static gboolean
complain (Dialog     *self,
          guint       entry,
          const char *words)
{
  soleus_question_set_line (self->note, words);
  gtk_widget_add_css_class (self->fields[entry], "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fields[entry]), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (self->fields[entry]);
  return FALSE;
}

static gboolean
take_text (Dialog *self,
           guint   entry)
{
  SoleusRow *row = soleus_record_get_values (self->record);
  g_autofree char *text = dup_text (self, entry);
  gint64 most = row->fields[soleus_fields_find (row->fields, entries[entry].field)].max;

  if (g_utf8_strlen (text, -1) > most)
    {
      g_autofree char *words = g_strdup_printf (_("This is too long. There is room for %d letters."), (int) most);

      return complain (self, entry, words);
    }
  soleus_row_set_text (row, entries[entry].field, text);
  return TRUE;
}

static gboolean
take_number (Dialog *self,
             guint   entry)
{
  SoleusRow *row = soleus_record_get_values (self->record);
  g_autofree char *text = dup_text (self, entry);
  gint64 value;

  /* What stands there as before is not read again: it may have more decimals than are typed. */
  if (g_str_equal (text, self->shown[entry]))
    return TRUE;
  soleus_row_clear (row, entries[entry].field);
  if (*text == '\0')
    return TRUE;
  if (!soleus_meals_read_mg (text, &value))
    return complain (self, entry, _("Type a number from 0 to 100000, like 260 or 0.5. Leave out marks for thousands."));
  soleus_row_set_number (row, entries[entry].field, value);
  return TRUE;
}

/* Fills the record with what is typed; FALSE where something cannot be kept. */
static gboolean
take (Dialog *self)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      gtk_widget_remove_css_class (self->fields[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->fields[i]), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
  for (guint i = 0; i < N_ENTRIES; i++)
    if (i < ENTRY_POTASSIUM ? !take_text (self, i) : !take_number (self, i))
      return FALSE;
  if (!soleus_row_has (soleus_record_get_values (self->record), "name"))
    return complain (self, ENTRY_NAME, _("Enter the name of the food."));
  return TRUE;
}

static void
close_now (Dialog *self)
{
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWidget) dialog = data;
  Dialog *self = g_object_get_data (G_OBJECT (dialog), "own-food-dialog");

  if (soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL))
    close_now (self);
  else
    soleus_question_set_line (self->note, _("Could not save. What you typed is still here. Try again in a moment."));
}

static void
save (Dialog *self)
{
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  g_autofree char *said = NULL;

  if (!take (self))
    return;
  if (self->original != NULL && soleus_record_says_same (self->original, self->record))
    {
      close_now (self);
      return;
    }
  /* Translators: %s is a food */
  said = g_strdup_printf (_("Saved: %s."), soleus_row_get_text (soleus_record_get_values (self->record), "name"));
  soleus_edits_save (edits, self->record);
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, saved_cb, g_object_ref (self->dialog));
}

static void
delete_clicked_cb (Dialog *self)
{
  soleus_keeper_delete (soleus_context_get_keeper (self->context), soleus_record_get_uuid (self->record), _("Food deleted. Meals keep its name only."));
  close_now (self);
}

/* Leaving */

static gboolean
is_changed (Dialog *self)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *text = dup_text (self, i);

      if (!g_str_equal (text, self->shown[i]))
        return TRUE;
    }
  return FALSE;
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  Dialog *self = g_object_get_data (data, "own-food-dialog");

  if (self->done)
    return;
  if (g_str_equal (id, "discard"))
    close_now (self);
  else if (g_str_equal (id, "save"))
    save (self);
}

static gboolean
close_request_cb (GtkWindow *dialog,
                  Dialog    *self)
{
  const SoleusAskAnswer answers[] = {
    { "keep", _("_Keep Editing"), FALSE },
    { "discard", _("_Discard"), TRUE },
    { "save", _("_Save"), FALSE },
  };

  if (self->done || !is_changed (self))
    return FALSE;
  soleus_ask (self->dialog, _("Keep what you entered?"), _("You described this food but did not save it."), answers, G_N_ELEMENTS (answers), asked_cb, g_object_ref (dialog), g_object_unref);
  return TRUE;
}

/* Building */

static char *
dup_value (const SoleusRow *row,
           guint            entry)
{
  if (entry >= ENTRY_POTASSIUM)
    return soleus_row_has (row, entries[entry].field) ? soleus_meals_say_number (soleus_row_get_number (row, entries[entry].field, 0)) : g_strdup ("");
  return soleus_row_has (row, entries[entry].field) ? g_strdup (soleus_row_get_text (row, entries[entry].field)) : g_strdup ("");
}

static void
add_entries (Dialog     *self,
             GtkWidget  *page,
             const char *name)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      self->shown[i] = dup_value (soleus_record_get_values (self->record), i);
      soleus_modal_page_add_text (page, _(entries[i].label));
      self->fields[i] = gtk_entry_new ();
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->fields[i]), _(entries[i].label));
      if (i >= ENTRY_POTASSIUM)
        gtk_entry_set_input_purpose (GTK_ENTRY (self->fields[i]), GTK_INPUT_PURPOSE_NUMBER);
      gtk_editable_set_text (GTK_EDITABLE (self->fields[i]), i == ENTRY_NAME && name != NULL && self->original == NULL ? name : self->shown[i]);
      g_signal_connect_swapped (self->fields[i], "activate", G_CALLBACK (save), self);
      gtk_box_append (GTK_BOX (page), self->fields[i]);
      if (i == ENTRY_SERVING)
        soleus_modal_page_add_text (page, _("The label on the pack may say the minerals. Leave empty what you do not know."));
    }
}

static gboolean
save_pressed_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  save (data);
  return GDK_EVENT_STOP;
}

static void
add_save_key (Dialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK), gtk_callback_action_new (save_pressed_cb, self, NULL)));
  gtk_widget_add_controller (self->dialog, keys);
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
  g_autoptr (SoleusRecord) original = uuid != NULL ? soleus_diary_get (soleus_context_get_diary (context), uuid, NULL) : NULL;
  const char *title = uuid != NULL ? _("Change a food") : _("New food");
  GtkWidget *page;
  Dialog *self;

  if (uuid != NULL && (original == NULL || soleus_record_get_kind (original) != SOLEUS_KIND_FOOD || soleus_record_get_life (original)->deleted != 0))
    return;
  self = g_new0 (Dialog, 1);
  self->context = g_object_ref (context);
  self->original = g_steal_pointer (&original);
  self->record = self->original != NULL ? soleus_record_copy (self->original) : soleus_record_new (SOLEUS_KIND_FOOD);
  self->dialog = soleus_modal_new (parent, title);
  g_object_set_data_full (G_OBJECT (self->dialog), "own-food-dialog", self, dialog_free);

  page = soleus_modal_page_new (title);
  add_entries (self, page, name);
  if (self->original != NULL)
    soleus_modal_page_add_text (page, _("What you change counts for earlier meals too."));
  self->note = soleus_modal_page_add_note (page);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_add_css_class (self->note, "error");
  gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Save"), G_CALLBACK (save), self), "suggested-action");
  soleus_modal_page_add_button (page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->dialog);
  if (self->original != NULL)
    gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Delete"), G_CALLBACK (delete_clicked_cb), self), "destructive-action");
  add_save_key (self);
  g_signal_connect (self->dialog, "close-request", G_CALLBACK (close_request_cb), self);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
  gtk_window_set_focus (GTK_WINDOW (self->dialog), self->fields[ENTRY_NAME]);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
