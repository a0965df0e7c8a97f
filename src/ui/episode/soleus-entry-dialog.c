/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaving asks only where something would be lost, and a failed save keeps what was typed. The dialog owns all of it and goes with it. */
#include "config.h"

#include "ui/episode/soleus-entry-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-typed-number.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/episode/soleus-note-field.h"
#include "ui/episode/soleus-question.h"
#include "ui/exchange/soleus-modal.h"

#define KEY "soleus-entry-dialog"

struct _SoleusEntryDialog
{
  SoleusContext *context;
  SoleusRecord *record; /* as it is in the diary, or with the defaults of a new one */
  SoleusRecord *begun;  /* as it was shown first */
  char *begun_wrong;    /* what was wrong with it then: an empty form is not complete */
  const SoleusEntryWork *work;
  gpointer data;
  GDestroyNotify destroy;

  /* Borrowed */
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *complaint;
  GtkWidget *marked; /* the entry that is complained about */
  gboolean saving;
  gboolean done;
};

static void
dialog_free (gpointer data)
{
  SoleusEntryDialog *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->begun);
  g_free (self->begun_wrong);
  g_object_unref (self->record);
  g_object_unref (self->context);
  g_free (self);
}

static void
close_now (SoleusEntryDialog *self)
{
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
unmark (SoleusEntryDialog *self)
{
  if (self->marked == NULL)
    return;
  gtk_widget_remove_css_class (self->marked, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->marked), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_signal_handlers_disconnect_by_func (self->marked, unmark, self);
  self->marked = NULL;
}

static void
complain (SoleusEntryDialog *self,
          const char        *words,
          GtkWidget         *where)
{
  soleus_question_set_line (self->complaint, words);
  if (where != NULL && !gtk_widget_grab_focus (where))
    gtk_widget_child_focus (where, GTK_DIR_TAB_FORWARD);
  if (!GTK_IS_ENTRY (where))
    return;
  self->marked = where;
  gtk_widget_add_css_class (where, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (where), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  g_signal_connect_swapped (where, "changed", G_CALLBACK (unmark), self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWidget) window = data;
  SoleusEntryDialog *self = g_object_get_data (G_OBJECT (window), KEY);

  self->saving = FALSE;
  if (!soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL))
    {
      complain (self, _("Could not save. What you typed is still here. Try again in a moment."), NULL);
      return;
    }
  close_now (self);
  if (self->work->saved != NULL)
    self->work->saved (self->record, self->data);
}

/* The record as it is shown now. */
static SoleusRecord *
take (SoleusEntryDialog *self,
      const char       **wrong,
      GtkWidget        **where)
{
  SoleusRecord *shown = soleus_record_copy (self->record);

  *wrong = self->work->take (soleus_record_get_values (shown), where, self->data);
  return shown;
}

/**
 * soleus_entry_dialog_save:
 * @self: a dialog
 *
 * Saves what is shown and closes, or says what is wrong with it.
 */
void
soleus_entry_dialog_save (SoleusEntryDialog *self)
{
  g_autoptr (SoleusRecord) shown = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *said = NULL;
  GtkWidget *where = NULL;
  const char *wrong;

  if (self->saving || self->done)
    return;
  unmark (self);
  shown = take (self, &wrong, &where);
  soleus_question_set_line (self->complaint, NULL);
  if (wrong != NULL)
    {
      complain (self, wrong, where);
      return;
    }
  if (!soleus_entry_dialog_is_new (self) && soleus_record_says_same (self->begun, shown))
    {
      close_now (self);
      return;
    }
  edits = soleus_edits_new ();
  soleus_edits_save (edits, shown);
  if (self->work->add_edits != NULL)
    self->work->add_edits (edits, shown, self->data);
  said = self->work->say (shown, self->data);
  self->saving = TRUE;
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, saved_cb, g_object_ref (self->window));
}

static void
delete_clicked_cb (SoleusEntryDialog *self)
{
  SoleusKeeper *keeper = soleus_context_get_keeper (self->context);
  g_autofree char *uuid = g_strdup (soleus_record_get_uuid (self->record));
  g_autofree char *said = self->work->deleted != NULL ? g_strdup (_(self->work->deleted)) : soleus_words_deleted (soleus_record_get_kind (self->record));

  close_now (self);
  soleus_keeper_delete (keeper, uuid, said);
}

static gboolean
is_changed (SoleusEntryDialog *self)
{
  GtkWidget *where = NULL;
  const char *wrong;
  g_autoptr (SoleusRecord) shown = take (self, &wrong, &where);

  return g_strcmp0 (wrong, self->begun_wrong) != 0 || !soleus_record_says_same (self->begun, shown);
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  SoleusEntryDialog *self = g_object_get_data (data, KEY);

  if (self->done)
    return;
  if (g_str_equal (id, "discard"))
    close_now (self);
  else if (g_str_equal (id, "save"))
    soleus_entry_dialog_save (self);
}

static gboolean
close_request_cb (GtkWindow         *window,
                  SoleusEntryDialog *self)
{
  if (self->done || !is_changed (self))
    return FALSE;
  soleus_ask_to_keep (self->window, _("You changed something here but did not save it."), asked_cb, g_object_ref (window), g_object_unref);
  return TRUE;
}

static gboolean
save_pressed_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  soleus_entry_dialog_save (data);
  return GDK_EVENT_STOP;
}

/**
 * soleus_entry_dialog_new:
 * @parent: the window that asks
 * @context: an open diary
 * @record: what is to be changed; one that was never saved is a new one
 * @title: what the dialog is for
 *
 * Returns: (transfer none): a dialog with an empty page, not shown yet; it frees itself when it is closed
 */
SoleusEntryDialog *
soleus_entry_dialog_new (GtkWindow     *parent,
                         SoleusContext *context,
                         SoleusRecord  *record,
                         const char    *title)
{
  SoleusEntryDialog *self = g_new0 (SoleusEntryDialog, 1);

  self->context = g_object_ref (context);
  self->record = soleus_record_copy (record);
  self->window = soleus_modal_new (parent, title);
  self->page = soleus_modal_page_new (title);
  g_object_set_data_full (G_OBJECT (self->window), KEY, self, dialog_free);
  return self;
}

/**
 * soleus_entry_dialog_get_page:
 * @self: a dialog
 *
 * Returns: (transfer none): the vertical box that its fields stand in
 */
GtkWidget *
soleus_entry_dialog_get_page (SoleusEntryDialog *self)
{
  return self->page;
}

/**
 * soleus_entry_dialog_is_new:
 * @self: a dialog
 *
 * Returns: whether the record was never saved
 */
gboolean
soleus_entry_dialog_is_new (SoleusEntryDialog *self)
{
  return soleus_record_get_life (self->record)->revision == 0;
}

/**
 * soleus_entry_dialog_add:
 * @self: a dialog
 * @question: what it asks for
 * @answers: (transfer floating): what answers it
 *
 * Adds a question to the page.
 */
void
soleus_entry_dialog_add (SoleusEntryDialog *self,
                         const char        *question,
                         GtkWidget         *answers)
{
  gtk_box_append (GTK_BOX (self->page), soleus_question_new (question, answers));
}

/**
 * soleus_entry_dialog_add_entry:
 * @self: a dialog
 * @label: what it asks for
 * @text: (nullable): what it says at first
 * @most: the most letters
 *
 * Returns: (transfer none): an entry below its label; Enter in it saves
 */
GtkWidget *
soleus_entry_dialog_add_entry (SoleusEntryDialog *self,
                               const char        *label,
                               const char        *text,
                               int                most)
{
  GtkWidget *entry = gtk_entry_new ();

  soleus_accessible_set_name (GTK_ACCESSIBLE (entry), label);
  gtk_entry_set_max_length (GTK_ENTRY (entry), most);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (soleus_entry_dialog_save), self);
  soleus_entry_dialog_add (self, label, entry);
  return entry;
}

/**
 * soleus_entry_dialog_add_text:
 * @self: a dialog
 * @label: what it asks for
 * @field: a field of the record for text
 *
 * Returns: (transfer none): an entry for it; Enter in it saves
 */
GtkWidget *
soleus_entry_dialog_add_text (SoleusEntryDialog *self,
                              const char        *label,
                              const char        *field)
{
  const SoleusRow *values = soleus_record_get_values (self->record);

  return soleus_entry_dialog_add_entry (self, label, soleus_row_get_text (values, field), (int) values->fields[soleus_fields_find (values->fields, field)].max);
}

/**
 * soleus_entry_dialog_add_note:
 * @self: a dialog
 *
 * Returns: (transfer none): a field for the note of the record
 */
GtkWidget *
soleus_entry_dialog_add_note (SoleusEntryDialog *self)
{
  GtkWidget *note = soleus_note_field_new ();

  soleus_note_field_set_text (SOLEUS_NOTE_FIELD (note), soleus_record_get_note (self->record));
  gtk_box_append (GTK_BOX (self->page), note);
  return note;
}

/**
 * soleus_entry_dialog_show:
 * @self: a dialog whose page is complete
 * @work: what it does of its own
 * @data: for @work
 * @destroy: (nullable): for @data, when the dialog is gone
 * @focus: (nullable): what has the focus first
 */
void
soleus_entry_dialog_show (SoleusEntryDialog     *self,
                          const SoleusEntryWork *work,
                          gpointer               data,
                          GDestroyNotify         destroy,
                          GtkWidget             *focus)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *where = NULL;
  const char *wrong;

  self->work = work;
  self->data = data;
  self->destroy = destroy;
  self->begun = take (self, &wrong, &where);
  self->begun_wrong = g_strdup (wrong);

  self->complaint = soleus_modal_page_add_complaint (self->page);
  gtk_widget_add_css_class (soleus_modal_page_add_button (self->page, _("_Save"), G_CALLBACK (soleus_entry_dialog_save), self), "suggested-action");
  soleus_modal_page_add_button (self->page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->window);
  if (!soleus_entry_dialog_is_new (self) && !work->is_setting)
    gtk_widget_add_css_class (soleus_modal_page_add_button (self->page, _("_Delete"), G_CALLBACK (delete_clicked_cb), self), "destructive-action");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* before the note, which would take Enter for itself */
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK), gtk_callback_action_new (save_pressed_cb, self, NULL)));
  gtk_widget_add_controller (self->window, keys);
  g_signal_connect (self->window, "close-request", G_CALLBACK (close_request_cb), self);
  soleus_modal_set_page (SOLEUS_MODAL (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
  /* Only now: a window that has a focus before it is shown is not found by a screen reader with GTK 4.8. */
  if (focus != NULL && !gtk_widget_grab_focus (focus))
    gtk_widget_child_focus (focus, GTK_DIR_TAB_FORWARD);
}

/**
 * soleus_entry_dialog_find:
 * @context: an open diary
 * @uuid: (nullable): a record, or %NULL for a new one
 * @kind: what it must be
 *
 * Returns: (transfer full) (nullable): the record that a dialog is to change, or %NULL where there is none such
 */
SoleusRecord *
soleus_entry_dialog_find (SoleusContext *context,
                          const char    *uuid,
                          SoleusKind     kind)
{
  g_autoptr (SoleusRecord) record = uuid != NULL ? soleus_diary_get (soleus_context_get_diary (context), uuid, NULL) : soleus_record_new (kind);

  return record != NULL && soleus_record_get_kind (record) == kind && soleus_record_get_life (record)->deleted == 0 ? g_steal_pointer (&record) : NULL;
}

/**
 * soleus_entry_dialog_dup_text:
 * @entry: an entry or a note
 *
 * Returns: (transfer full): its text without blanks around it
 */
char *
soleus_entry_dialog_dup_text (GtkWidget *entry)
{
  return g_strstrip (SOLEUS_IS_NOTE_FIELD (entry) ? soleus_note_field_dup_text (SOLEUS_NOTE_FIELD (entry)) : g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/**
 * soleus_entry_dialog_take_text:
 * @values: the values of a record
 * @field: one of its texts
 * @entry: where it was typed; an empty one makes the value absent
 *
 * A text that is the same but for the blanks around it stays as it was.
 */
void
soleus_entry_dialog_take_text (SoleusRow  *values,
                               const char *field,
                               GtkWidget  *entry)
{
  const char *there = soleus_row_get_text (values, field);
  g_autofree char *text = soleus_entry_dialog_dup_text (entry), *before = g_strstrip (g_strdup (there != NULL ? there : ""));

  if (!g_str_equal (text, before))
    soleus_row_set_text (values, field, *text != '\0' ? text : NULL);
}

/**
 * soleus_entry_dialog_take_number:
 * @values: the values of a record
 * @field: one of its decimal numbers, not below 0
 * @entry: where it was typed; an empty one makes the value absent
 *
 * What stands there as before is not read again: it may have more decimals than can be typed.
 *
 * Returns: %FALSE where it cannot be read, or is more than there may be
 */
gboolean
soleus_entry_dialog_take_number (SoleusRow  *values,
                                 const char *field,
                                 GtkWidget  *entry)
{
  g_autofree char *text = soleus_entry_dialog_dup_text (entry), *before = NULL;
  gint64 number;

  if (soleus_row_has (values, field))
    before = soleus_words_number (soleus_row_get_number (values, field, 0));
  if (g_strcmp0 (text, before) == 0)
    return TRUE;
  soleus_row_clear (values, field);
  if (*text == '\0')
    return TRUE;
  if (!soleus_typed_number_read (text, values->fields[soleus_fields_find (values->fields, field)].max, &number))
    return FALSE;
  soleus_row_set_number (values, field, number);
  return TRUE;
}
