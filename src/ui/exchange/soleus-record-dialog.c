/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was entered is lost only where the person says so: a write that fails leaves the dialog as it is, and Escape asks first. */
#include "config.h"

#include "ui/exchange/soleus-record-dialog.h"

#include <glib/gi18n.h>

#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/episode/soleus-question.h"
#include "ui/exchange/soleus-modal.h"

#define NOTE_HEIGHT 72
#define NOTE_MARGIN 12

struct _SoleusRecordDialog
{
  SoleusContext *context;
  SoleusRecord *original; /* NULL for a new one */
  SoleusRecord *record;
  const SoleusRecordForm *type;
  gpointer form;
  char *state; /* what was entered when it was shown */
  gboolean done;

  /* Borrowed */
  GtkWidget *dialog;
  GtkWidget *page;
  GtkWidget *complaint;
};

static void
dialog_free (gpointer data)
{
  SoleusRecordDialog *self = data;

  self->type->free (self->form);
  g_clear_object (&self->original);
  g_object_unref (self->record);
  g_object_unref (self->context);
  g_free (self->state);
  g_free (self);
}

static void
close_now (SoleusRecordDialog *self)
{
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static void
complain (SoleusRecordDialog *self,
          const char         *words,
          GtkWidget          *where)
{
  soleus_question_set_line (self->complaint, words);
  if (where != NULL && !gtk_widget_grab_focus (where))
    gtk_widget_child_focus (where, GTK_DIR_TAB_FORWARD);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWidget) dialog = data;
  SoleusRecordDialog *self = g_object_get_data (G_OBJECT (dialog), "record-dialog");

  if (soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL))
    close_now (self);
  else
    complain (self, _("Could not save. What you typed is still here. Try again in a moment."), NULL);
}

/**
 * soleus_record_dialog_save:
 * @self: a dialog
 *
 * Saves what was entered and closes, or says what cannot be kept.
 */
void
soleus_record_dialog_save (SoleusRecordDialog *self)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *words = NULL, *said = NULL;
  GtkWidget *where = NULL;

  if (self->done)
    return;
  soleus_question_set_line (self->complaint, NULL);
  if (!self->type->take (self->form, soleus_record_get_values (self->record), &words, &where))
    {
      complain (self, words, where);
      return;
    }
  if (self->original != NULL && soleus_record_says_same (self->original, self->record))
    {
      close_now (self);
      return;
    }
  edits = soleus_edits_new ();
  said = self->type->say (self->form, self->record);
  soleus_edits_save (edits, self->record);
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, saved_cb, g_object_ref (self->dialog));
}

static void
delete_clicked_cb (SoleusRecordDialog *self)
{
  SoleusKeeper *keeper = soleus_context_get_keeper (self->context);
  g_autofree char *uuid = g_strdup (soleus_record_get_uuid (self->record));
  const char *said = _(self->type->deleted);

  close_now (self);
  soleus_keeper_delete (keeper, uuid, said);
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  SoleusRecordDialog *self = g_object_get_data (data, "record-dialog");

  if (self->done)
    return;
  if (g_str_equal (id, "discard"))
    close_now (self);
  else if (g_str_equal (id, "save"))
    soleus_record_dialog_save (self);
}

static gboolean
close_request_cb (GtkWindow          *dialog,
                  SoleusRecordDialog *self)
{
  const SoleusAskAnswer answers[] = {
    { "keep", _("_Keep Editing"), FALSE },
    { "discard", _("_Discard"), TRUE },
    { "save", _("_Save"), FALSE },
  };
  g_autofree char *state = NULL;

  if (self->done)
    return FALSE;
  state = self->type->dup_state (self->form);
  if (g_strcmp0 (state, self->state) == 0)
    return FALSE;
  soleus_ask (self->dialog, _("Keep what you entered?"), _(self->type->unsaved), answers, G_N_ELEMENTS (answers), asked_cb, g_object_ref (dialog), g_object_unref);
  return TRUE;
}

static gboolean
save_pressed_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  soleus_record_dialog_save (data);
  return GDK_EVENT_STOP;
}

/**
 * soleus_record_dialog_new:
 * @parent: the window that asks
 * @context: an open diary
 * @title: what the dialog is for
 * @kind: what kind of record it is
 * @original: (nullable): the record to change, or %NULL for a new one
 * @type: what the dialog is about; static
 * @form: (transfer full): the form, freed with the dialog
 *
 * Returns: (transfer none): a dialog without fields, which frees itself when it is closed
 */
SoleusRecordDialog *
soleus_record_dialog_new (GtkWindow              *parent,
                          SoleusContext          *context,
                          const char             *title,
                          SoleusKind              kind,
                          SoleusRecord           *original,
                          const SoleusRecordForm *type,
                          gpointer                form)
{
  SoleusRecordDialog *self = g_new0 (SoleusRecordDialog, 1);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->context = g_object_ref (context);
  self->original = original != NULL ? g_object_ref (original) : NULL;
  self->record = original != NULL ? soleus_record_copy (original) : soleus_record_new (kind);
  self->type = type;
  self->form = form;
  self->dialog = soleus_modal_new (parent, title);
  self->page = soleus_modal_page_new (title);
  g_object_set_data_full (G_OBJECT (self->dialog), "record-dialog", self, dialog_free);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK), gtk_callback_action_new (save_pressed_cb, self, NULL)));
  gtk_widget_add_controller (self->dialog, keys);
  g_signal_connect (self->dialog, "close-request", G_CALLBACK (close_request_cb), self);
  return self;
}

/**
 * soleus_record_dialog_get_page:
 * @self: a dialog
 *
 * Returns: (transfer none): the vertical box for its fields
 */
GtkWidget *
soleus_record_dialog_get_page (SoleusRecordDialog *self)
{
  return self->page;
}

/**
 * soleus_record_dialog_get_record:
 * @self: a dialog
 *
 * Returns: (transfer none): the record as it is in the diary; with its defaults, where it is new
 */
SoleusRecord *
soleus_record_dialog_get_record (SoleusRecordDialog *self)
{
  return self->record;
}

/**
 * soleus_record_dialog_add_entry:
 * @self: a dialog
 * @label: what is asked
 * @text: (nullable): what it begins with
 *
 * Returns: (transfer none): an entry; Enter in it saves
 */
GtkWidget *
soleus_record_dialog_add_entry (SoleusRecordDialog *self,
                                const char         *label,
                                const char         *text)
{
  GtkWidget *entry = gtk_entry_new ();

  soleus_accessible_set_name (GTK_ACCESSIBLE (entry), label);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (soleus_record_dialog_save), self);
  gtk_box_append (GTK_BOX (self->page), soleus_question_new (label, entry));
  return entry;
}

/**
 * soleus_record_dialog_add_note:
 * @self: a dialog
 *
 * Returns: (transfer none): a field for the note of the record, which Tab leaves
 */
GtkWidget *
soleus_record_dialog_add_note (SoleusRecordDialog *self)
{
  GtkWidget *frame = gtk_frame_new (NULL);
  const char *note = soleus_record_get_note (self->record);
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW,
                                  "accepts-tab", FALSE,
                                  "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  "top-margin", NOTE_MARGIN,
                                  "bottom-margin", NOTE_MARGIN,
                                  "left-margin", NOTE_MARGIN,
                                  "right-margin", NOTE_MARGIN,
                                  "height-request", NOTE_HEIGHT,
                                  NULL);

  soleus_accessible_set_name (GTK_ACCESSIBLE (view), _("Note"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), note != NULL ? note : "", -1);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  gtk_box_append (GTK_BOX (self->page), soleus_question_new (_("Note"), frame));
  return view;
}

/**
 * soleus_record_dialog_dup_text:
 * @entry_or_note: what one of the functions above returned
 *
 * Returns: (transfer full): what stands in it, without spaces around
 */
char *
soleus_record_dialog_dup_text (GtkWidget *entry_or_note)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_EDITABLE (entry_or_note))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry_or_note))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry_or_note));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

/**
 * soleus_record_dialog_take_text:
 * @entry_or_note: what one of the functions above returned
 * @values: the values to fill
 * @field: a field for text
 * @complaint: (out): what is wrong
 * @where: (out): where
 *
 * An empty text is no value. A note that says the same as before but for the spaces around it stays as it was.
 *
 * Returns: whether there is room for it
 */
gboolean
soleus_record_dialog_take_text (GtkWidget  *entry_or_note,
                                SoleusRow  *values,
                                const char *field,
                                char      **complaint,
                                GtkWidget **where)
{
  g_autofree char *text = soleus_record_dialog_dup_text (entry_or_note);
  const char *there = soleus_row_get_text (values, field);
  g_autofree char *before = g_strstrip (g_strdup (there != NULL ? there : ""));
  gint64 most = values->fields[soleus_fields_find (values->fields, field)].max;

  if (g_utf8_strlen (text, -1) > most)
    {
      *complaint = g_strdup_printf (_("This is too long. There is room for %d letters."), (int) most);
      *where = entry_or_note;
      return FALSE;
    }
  if (!g_str_equal (text, before))
    soleus_row_set_text (values, field, *text != '\0' ? text : NULL);
  return TRUE;
}

/**
 * soleus_record_dialog_show:
 * @self: a dialog with all its fields
 * @focus: what has the focus at first
 */
void
soleus_record_dialog_show (SoleusRecordDialog *self,
                           GtkWidget          *focus)
{
  self->complaint = soleus_question_new_status ();
  gtk_widget_add_css_class (self->complaint, "error");
  gtk_box_append (GTK_BOX (self->page), self->complaint);
  gtk_widget_add_css_class (soleus_modal_page_add_button (self->page, _("_Save"), G_CALLBACK (soleus_record_dialog_save), self), "suggested-action");
  soleus_modal_page_add_button (self->page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->dialog);
  if (self->original != NULL)
    gtk_widget_add_css_class (soleus_modal_page_add_button (self->page, _("_Delete"), G_CALLBACK (delete_clicked_cb), self), "destructive-action");
  self->state = self->type->dup_state (self->form);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), self->page);
  gtk_window_set_focus (GTK_WINDOW (self->dialog), focus);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
