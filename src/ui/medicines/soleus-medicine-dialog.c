/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name is kept as it is typed. Where it is known, the line below says as what; where it is nearly one, it asks, and nothing
 * is changed before the person says yes. */
#include "config.h"

#include "ui/medicines/soleus-medicine-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/compat/soleus-ask.h"
#include "ui/episode/soleus-question.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/preferences/soleus-date-fields.h"
#include "ui/widgets/soleus-flow.h"

/* The entries, by the fields that they fill. */
typedef enum
{
  ENTRY_NAME,
  ENTRY_STRENGTH,
  ENTRY_REASON,
  ENTRY_INSTRUCTIONS,
  N_ENTRIES,
} Entry;

static const struct
{
  const char *field;
  const char *label;
} entries[N_ENTRIES] = {
  { "name", N_("Name") },
  { "strength", N_("Strength, such as 40 mg") },
  { "reason", N_("What it is for") },
  { "instructions", N_("How to take it") },
};

typedef struct
{
  SoleusContext *context;
  SoleusRecord *original; /* NULL for a new one */
  SoleusRecord *record;
  char *kept_as_typed; /* a name whose suggestion was declined */

  /* Borrowed */
  GtkWidget *dialog;
  GtkWidget *fields[N_ENTRIES];
  GtkWidget *known;
  GtkWidget *suggestion;
  GtkWidget *yes;
  GtkWidget *started;
  GtkWidget *unsure;
  GtkWidget *stopped;
  GtkWidget *note;
  gboolean done;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_object (&self->original);
  g_object_unref (self->record);
  g_object_unref (self->context);
  g_free (self->kept_as_typed);
  g_free (self);
}

static char *
dup_text (Dialog *self,
          Entry   entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[entry]))));
}

/* The name as it is recognised */

static char *
say_known (Dialog                    *self,
           const SoleusMedicineMatch *match)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  g_autofree char *names = g_strjoinv (", ", match->names);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; match->classes[i] != NULL; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", soleus_medicines_get_title (guidance->medicines, match->classes[i]));
  if (titles->len == 0)
    return g_strdup_printf (_("Known: %s."), names);
  /* Translators: a medicine, then what kind it is: "Known: furosemide, water pill (loop diuretic)." */
  return g_strdup_printf (_("Known: %s, %s."), names, titles->str);
}

static gboolean
has_one_like_it (Dialog     *self,
                 const char *name)
{
  g_autoptr (GPtrArray) medicines = soleus_diary_list (soleus_context_get_diary (self->context), SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    {
      SoleusRecord *other = g_ptr_array_index (medicines, i);
      g_autofree char *there = g_utf8_casefold (soleus_row_get_text (soleus_record_get_values (other), "name"), -1);

      if (g_str_equal (there, wanted) && !g_str_equal (soleus_record_get_uuid (other), soleus_record_get_uuid (self->record)))
        return TRUE;
    }
  return FALSE;
}

static void
name_changed_cb (Dialog *self)
{
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (self->context));
  g_autofree char *name = dup_text (self, ENTRY_NAME);
  g_autoptr (SoleusMedicineMatch) match = soleus_medicines_recognise (guidance->medicines, name);
  gboolean asks = match->suggestion != NULL && g_strcmp0 (name, self->kept_as_typed) != 0;
  g_autofree char *line = NULL;

  if (match->names[0] != NULL)
    line = say_known (self, match);
  else if (asks)
    line = g_strdup_printf (_("Did you mean %s?"), match->suggestion);
  if (*name != '\0' && has_one_like_it (self, name))
    {
      char *both = g_strconcat (line != NULL ? line : "", line != NULL ? " " : "", _("You already have one with this name. This will be a second one."), NULL);

      g_free (line);
      line = both;
    }
  soleus_question_set_line (self->known, line);
  gtk_widget_set_visible (self->suggestion, asks);
  if (asks)
    {
      g_autofree char *label = g_strdup_printf (_("Yes, %s"), match->suggestion);

      g_object_set_data_full (G_OBJECT (self->yes), "soleus-name", g_strdup (match->suggestion), g_free);
      gtk_button_set_label (GTK_BUTTON (self->yes), label);
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->yes), label);
    }
}

static void
yes_clicked_cb (Dialog *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (self->yes), "soleus-name"));

  gtk_editable_set_text (GTK_EDITABLE (self->fields[ENTRY_NAME]), name);
  gtk_widget_grab_focus (self->fields[ENTRY_NAME]);
}

static void
no_clicked_cb (Dialog *self)
{
  g_free (self->kept_as_typed);
  self->kept_as_typed = dup_text (self, ENTRY_NAME);
  name_changed_cb (self);
  gtk_widget_grab_focus (self->fields[ENTRY_NAME]);
}

/* Saving */

static gboolean
complain (Dialog     *self,
          GtkWidget  *where,
          const char *words)
{
  soleus_question_set_line (self->note, words);
  gtk_widget_add_css_class (self->note, "error");
  if (GTK_IS_ENTRY (where))
    gtk_widget_grab_focus (where);
  else
    gtk_widget_child_focus (where, GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static gboolean
take_date (Dialog     *self,
           GtkWidget  *fields,
           const char *field)
{
  SoleusDate today = soleus_clock_get_today (soleus_context_get_clock (self->context));
  SoleusRow *row = soleus_record_get_values (self->record);
  SoleusDate date = SOLEUS_DATE_NONE;

  soleus_row_clear (row, field);
  switch (soleus_date_fields_get_date (SOLEUS_DATE_FIELDS (fields), &date))
    {
    case SOLEUS_DATE_FIELDS_EMPTY:
      return TRUE;
    case SOLEUS_DATE_FIELDS_DATE:
      if (date > today)
        return complain (self, fields, _("This date is in the future."));
      soleus_row_set_date (row, field, date);
      return TRUE;
    case SOLEUS_DATE_FIELDS_BEGUN:
    case SOLEUS_DATE_FIELDS_WRONG:
    default:
      return complain (self, fields, _("Enter day, month and year, or leave all three empty."));
    }
}

/* Fills the record with what is typed; FALSE where something cannot be kept. */
static gboolean
take (Dialog *self)
{
  SoleusRow *row = soleus_record_get_values (self->record);
  SoleusDate started, stopped;

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *text = dup_text (self, (Entry) i);
      const SoleusField *info = &row->fields[soleus_fields_find (row->fields, entries[i].field)];

      if (g_utf8_strlen (text, -1) > info->max)
        {
          g_autofree char *words = g_strdup_printf (_("This is too long. There is room for %d letters."), (int) info->max);

          return complain (self, self->fields[i], words);
        }
      soleus_row_clear (row, entries[i].field);
      if (*text != '\0')
        soleus_row_set_text (row, entries[i].field, text);
    }
  if (!soleus_row_has (row, "name"))
    return complain (self, self->fields[ENTRY_NAME], _("Enter the name of the medicine."));
  if (!take_date (self, self->started, "started") || !take_date (self, self->stopped, "stopped"))
    return FALSE;
  started = soleus_row_get_date (row, "started");
  stopped = soleus_row_get_date (row, "stopped");
  if (started != SOLEUS_DATE_NONE && stopped != SOLEUS_DATE_NONE && stopped < started)
    return complain (self, self->stopped, _("It stopped before it started. Check the two dates."));
  soleus_row_set_answer (row, "started_unsure", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unsure)) ? SOLEUS_YES : SOLEUS_NOT_ANSWERED);
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
  Dialog *self = g_object_get_data (G_OBJECT (dialog), "medicine-dialog");

  if (soleus_keeper_write_finish (SOLEUS_KEEPER (source), result, NULL))
    close_now (self);
  else
    complain (self, self->fields[ENTRY_NAME], _("Could not save. What you typed is still here. Try again in a moment."));
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
  /* Translators: %s is a medicine */
  said = g_strdup_printf (_("Saved: %s."), soleus_row_get_text (soleus_record_get_values (self->record), "name"));
  soleus_edits_save (edits, self->record);
  soleus_keeper_write (soleus_context_get_keeper (self->context), edits, said, saved_cb, g_object_ref (self->dialog));
}

static void
delete_clicked_cb (Dialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->dialog));
  g_autofree char *uuid = g_strdup (soleus_record_get_uuid (self->record));

  close_now (self);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.delete-record", "s", uuid);
}

/* Leaving */

static gboolean
is_changed (Dialog *self)
{
  const SoleusRow *row = self->original != NULL ? soleus_record_get_values (self->original) : NULL;
  SoleusDate date;

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *text = dup_text (self, (Entry) i);
      const char *there = row != NULL ? soleus_row_get_text (row, entries[i].field) : NULL;

      if (g_strcmp0 (text, there != NULL ? there : "") != 0)
        return TRUE;
    }
  if (soleus_date_fields_get_date (SOLEUS_DATE_FIELDS (self->started), &date) != SOLEUS_DATE_FIELDS_DATE)
    date = SOLEUS_DATE_NONE;
  if (date != (row != NULL ? soleus_row_get_date (row, "started") : SOLEUS_DATE_NONE))
    return TRUE;
  if (soleus_date_fields_get_date (SOLEUS_DATE_FIELDS (self->stopped), &date) != SOLEUS_DATE_FIELDS_DATE)
    date = SOLEUS_DATE_NONE;
  return date != (row != NULL ? soleus_row_get_date (row, "stopped") : SOLEUS_DATE_NONE);
}

static void
asked_cb (const char *id,
          gpointer    data)
{
  Dialog *self = g_object_get_data (data, "medicine-dialog");

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
  soleus_ask (self->dialog, _("Keep what you entered?"), _("You described this medicine but did not save it."), answers, G_N_ELEMENTS (answers), asked_cb, g_object_ref (dialog), g_object_unref);
  return TRUE;
}

/* Building */

static void
add_entries (Dialog    *self,
             GtkWidget *page)
{
  const SoleusRow *row = soleus_record_get_values (self->record);

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      const char *text = soleus_row_get_text (row, entries[i].field);

      soleus_modal_page_add_text (page, _(entries[i].label));
      self->fields[i] = gtk_entry_new ();
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->fields[i]), _(entries[i].label));
      if (text != NULL)
        gtk_editable_set_text (GTK_EDITABLE (self->fields[i]), text);
      g_signal_connect_swapped (self->fields[i], "activate", G_CALLBACK (save), self);
      gtk_box_append (GTK_BOX (page), self->fields[i]);
      if (i == ENTRY_NAME)
        {
          GtkWidget *no = gtk_button_new_with_label (_("No, keep as typed"));

          self->known = soleus_question_new_status ();
          gtk_box_append (GTK_BOX (page), self->known);
          self->suggestion = soleus_flow_new (8);
          self->yes = gtk_button_new_with_label (_("Yes"));
          soleus_flow_append (SOLEUS_FLOW (self->suggestion), self->yes);
          soleus_flow_append (SOLEUS_FLOW (self->suggestion), no);
          gtk_widget_set_halign (self->suggestion, GTK_ALIGN_START);
          g_signal_connect_swapped (self->yes, "clicked", G_CALLBACK (yes_clicked_cb), self);
          g_signal_connect_swapped (no, "clicked", G_CALLBACK (no_clicked_cb), self);
          gtk_box_append (GTK_BOX (page), self->suggestion);
        }
    }
  g_signal_connect_swapped (self->fields[ENTRY_NAME], "changed", G_CALLBACK (name_changed_cb), self);
}

static void
add_dates (Dialog    *self,
           GtkWidget *page)
{
  const SoleusRow *row = soleus_record_get_values (self->record);

  soleus_modal_page_add_text (page, _("When did you start it?"));
  self->started = soleus_date_fields_new (_("When did you start it?"));
  soleus_date_fields_set_date (SOLEUS_DATE_FIELDS (self->started), soleus_row_get_date (row, "started"));
  gtk_box_append (GTK_BOX (page), self->started);
  self->unsure = soleus_question_new_tick (_("Longer ago, not sure"));
  gtk_widget_set_halign (self->unsure, GTK_ALIGN_START);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unsure), soleus_row_get_answer (row, "started_unsure") == SOLEUS_YES);
  gtk_box_append (GTK_BOX (page), self->unsure);
  soleus_modal_page_add_text (page, _("When did you stop it? Leave it empty if you take it now."));
  self->stopped = soleus_date_fields_new (_("When did you stop it?"));
  soleus_date_fields_set_date (SOLEUS_DATE_FIELDS (self->stopped), soleus_row_get_date (row, "stopped"));
  gtk_box_append (GTK_BOX (page), self->stopped);
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
 * soleus_medicine_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 * @uuid: (nullable): a medicine to change, or %NULL for a new one
 */
void
soleus_medicine_dialog_show (GtkWindow     *parent,
                             SoleusContext *context,
                             const char    *uuid)
{
  g_autoptr (SoleusRecord) original = uuid != NULL ? soleus_diary_get (soleus_context_get_diary (context), uuid, NULL) : NULL;
  const char *title = original != NULL ? _("Change a medicine") : _("Add a medicine");
  GtkWidget *page;
  Dialog *self;

  if ((uuid != NULL && original == NULL) || soleus_warnings_get_guidance (soleus_context_get_warnings (context)) == NULL)
    return;
  self = g_new0 (Dialog, 1);
  self->context = g_object_ref (context);
  self->original = g_steal_pointer (&original);
  self->record = self->original != NULL ? soleus_record_copy (self->original) : soleus_record_new (SOLEUS_KIND_MEDICINE);
  self->dialog = soleus_modal_new (parent, title);
  g_object_set_data_full (G_OBJECT (self->dialog), "medicine-dialog", self, dialog_free);

  page = soleus_modal_page_new (title);
  add_entries (self, page);
  add_dates (self, page);
  soleus_modal_page_add_text (page, soleus_guidance_get_text (soleus_warnings_get_guidance (soleus_context_get_warnings (context)), "card-medicine-keep"));
  self->note = soleus_modal_page_add_note (page);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Save"), G_CALLBACK (save), self), "suggested-action");
  soleus_modal_page_add_button (page, _("_Cancel"), G_CALLBACK (gtk_window_close), self->dialog);
  if (self->original != NULL)
    gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Delete"), G_CALLBACK (delete_clicked_cb), self), "destructive-action");
  add_save_key (self);
  g_signal_connect (self->dialog, "close-request", G_CALLBACK (close_request_cb), self);
  name_changed_cb (self);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
  gtk_window_set_focus (GTK_WINDOW (self->dialog), self->fields[ENTRY_NAME]);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
