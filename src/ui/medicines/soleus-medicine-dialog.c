/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name is kept as it is typed. Where it is known, the line below says as what; where it is nearly one, it asks, and nothing
 * is changed before the person says yes. A new medicine opens its page, where it gets its times. */
#include "config.h"

#include "ui/medicines/soleus-medicine-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-medicine-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/episode/soleus-question.h"
#include "ui/episode/soleus-entry-dialog.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/preferences/soleus-date-fields.h"
#include "ui/widgets/soleus-flow.h"

/* The entries, by the fields that they fill. */
typedef enum
{
  ENTRY_NAME,
  ENTRY_STRENGTH,
  ENTRY_FORM,
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
  { "form", N_("Form, such as tablet, drops or patch") },
  { "reason", N_("What it is for") },
  { "instructions", N_("How to take it") },
};

typedef struct
{
  SoleusContext *context;
  char *uuid;
  char *kept_as_typed; /* a name whose suggestion was declined */
  GtkWindow *parent;   /* for a new one; this and the rest are borrowed */

  GtkWidget *fields[N_ENTRIES];
  GtkWidget *note;
  GtkWidget *known;
  GtkWidget *suggestion;
  GtkWidget *yes;
  GtkWidget *started;
  GtkWidget *unsure;
  GtkWidget *stopped;
} Fields;

static void
fields_free (gpointer data)
{
  Fields *self = data;

  if (self->parent != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->parent), (gpointer *) &self->parent);
  g_object_unref (self->context);
  g_free (self->uuid);
  g_free (self->kept_as_typed);
  g_free (self);
}

/* The name as it is recognised */

static const SoleusMedicines *
get_medicines (Fields *self)
{
  return soleus_warnings_get_guidance (soleus_context_get_warnings (self->context))->medicines;
}

static char *
say_known (Fields                    *self,
           const SoleusMedicineMatch *match)
{
  gboolean linked;
  g_autofree char *names = g_strjoinv (", ", match->names), *kinds = soleus_medicine_words_kinds (get_medicines (self), match, &linked);

  if (kinds == NULL)
    return g_strdup_printf (_("Known: %s."), names);
  /* Translators: a medicine, then what kind it is: "Known: furosemide, water pill (loop diuretic)." */
  return g_strdup_printf (_("Known: %s, %s."), names, kinds);
}

static gboolean
has_one_like_it (Fields     *self,
                 const char *name)
{
  g_autoptr (GPtrArray) medicines = soleus_diary_list (soleus_context_get_diary (self->context), SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    {
      SoleusRecord *other = g_ptr_array_index (medicines, i);
      g_autofree char *there = g_utf8_casefold (soleus_row_get_text (soleus_record_get_values (other), "name"), -1);

      if (g_str_equal (there, wanted) && !g_str_equal (soleus_record_get_uuid (other), self->uuid))
        return TRUE;
    }
  return FALSE;
}

static void
name_changed_cb (Fields *self)
{
  g_autofree char *name = soleus_entry_dialog_dup_text (self->fields[ENTRY_NAME]);
  g_autoptr (SoleusMedicineMatch) match = soleus_medicines_recognise (get_medicines (self), name);
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
yes_clicked_cb (Fields *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (self->yes), "soleus-name"));

  gtk_editable_set_text (GTK_EDITABLE (self->fields[ENTRY_NAME]), name);
  gtk_widget_grab_focus (self->fields[ENTRY_NAME]);
}

static void
no_clicked_cb (Fields *self)
{
  g_free (self->kept_as_typed);
  self->kept_as_typed = soleus_entry_dialog_dup_text (self->fields[ENTRY_NAME]);
  name_changed_cb (self);
  gtk_widget_grab_focus (self->fields[ENTRY_NAME]);
}

/* Saving */

static const char *
take (SoleusRow  *values,
      GtkWidget **where,
      gpointer    data)
{
  Fields *self = data;
  gboolean reads_started = soleus_date_fields_take (SOLEUS_DATE_FIELDS (self->started), values, "started");
  gboolean reads_stopped = soleus_date_fields_take (SOLEUS_DATE_FIELDS (self->stopped), values, "stopped");
  SoleusDate stopped = soleus_row_get_date (values, "stopped");

  for (guint i = 0; i < N_ENTRIES; i++)
    soleus_entry_dialog_take_text (values, entries[i].field, self->fields[i]);
  soleus_entry_dialog_take_text (values, "note", self->note);
  soleus_row_set_answer (values, "started_unsure", gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unsure)) ? SOLEUS_YES : SOLEUS_NOT_ANSWERED);
  *where = reads_started ? self->stopped : self->started;
  if (!reads_started || !reads_stopped)
    return _("Enter day, month and year, or leave all three empty.");
  *where = self->fields[ENTRY_NAME];
  if (!soleus_row_has (values, "name"))
    return _("Enter the name of the medicine.");
  *where = self->stopped;
  if (stopped != SOLEUS_DATE_NONE && stopped > soleus_clock_get_today (soleus_context_get_clock (self->context)))
    return _("This date is in the future.");
  if (stopped != SOLEUS_DATE_NONE && soleus_row_has (values, "started") && stopped < soleus_row_get_date (values, "started"))
    return _("It stopped before it started. Check the two dates.");
  return NULL;
}

static char *
say (SoleusRecord *record,
     gpointer      data)
{
  /* Translators: %s is a medicine */
  return g_strdup_printf (_("Saved: %s."), soleus_row_get_text (soleus_record_get_values (record), "name"));
}

static void
open_page (SoleusRecord *record,
           gpointer      data)
{
  Fields *self = data;

  if (self->parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.medicine", "s", soleus_record_get_uuid (record));
}

/* Building */

static void
add_suggestion (Fields    *self,
                GtkWidget *page)
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

static void
add_dates (Fields            *self,
           SoleusEntryDialog *dialog,
           const SoleusRow   *values)
{
  self->started = soleus_date_fields_new (_("When did you start it?"));
  soleus_date_fields_set_date (SOLEUS_DATE_FIELDS (self->started), soleus_row_get_date (values, "started"));
  soleus_entry_dialog_add (dialog, _("When did you start it?"), self->started);
  self->unsure = soleus_question_new_tick (_("Longer ago, not sure"));
  gtk_widget_set_halign (self->unsure, GTK_ALIGN_START);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unsure), soleus_row_get_answer (values, "started_unsure") == SOLEUS_YES);
  gtk_box_append (GTK_BOX (soleus_entry_dialog_get_page (dialog)), self->unsure);
  self->stopped = soleus_date_fields_new (_("When did you stop it?"));
  soleus_date_fields_set_date (SOLEUS_DATE_FIELDS (self->stopped), soleus_row_get_date (values, "stopped"));
  soleus_entry_dialog_add (dialog, _("When did you stop it? Leave it empty if you take it now."), self->stopped);
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
  static const SoleusEntryWork change = { .take = take, .say = say };
  static const SoleusEntryWork add = { .take = take, .say = say, .saved = open_page };
  g_autoptr (SoleusRecord) record = soleus_entry_dialog_find (context, uuid, SOLEUS_KIND_MEDICINE);
  const SoleusGuidance *guidance = soleus_warnings_get_guidance (soleus_context_get_warnings (context));
  SoleusEntryDialog *dialog;
  GtkWidget *page;
  Fields *self;

  if (record == NULL || guidance == NULL)
    return;
  dialog = soleus_entry_dialog_new (parent, context, record, uuid != NULL ? _("Change a medicine") : _("Add a medicine"));
  page = soleus_entry_dialog_get_page (dialog);
  self = g_new0 (Fields, 1);
  self->context = g_object_ref (context);
  self->uuid = g_strdup (soleus_record_get_uuid (record));
  g_set_weak_pointer (&self->parent, parent);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      self->fields[i] = soleus_entry_dialog_add_text (dialog, _(entries[i].label), entries[i].field);
      if (i == ENTRY_NAME)
        add_suggestion (self, page);
    }
  g_signal_connect_swapped (self->fields[ENTRY_NAME], "changed", G_CALLBACK (name_changed_cb), self);
  self->note = soleus_entry_dialog_add_note (dialog);
  add_dates (self, dialog, soleus_record_get_values (record));
  soleus_modal_page_add_text (page, soleus_guidance_get_text (guidance, "card-medicine-keep"));
  name_changed_cb (self);
  soleus_entry_dialog_show (dialog, uuid != NULL ? &change : &add, self, fields_free, self->fields[ENTRY_NAME]);
}
