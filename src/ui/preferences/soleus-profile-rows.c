/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is filled from the profile and writes into it; what it shows never depends on what it showed before. A text that
 * is being typed is left alone while something else in the profile changes. */
#include "config.h"

#include "ui/preferences/soleus-profile-rows.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-volume-words.h"
#include "app/soleus-words.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/preferences/soleus-date-fields.h"

/* Entries may shrink to this where there is no room. */
#define LEAST_CHARS 7

typedef struct
{
  SoleusProfileForm *form;
  SoleusQuestionRow *row; /* borrowed: it owns this */
  GtkWidget *control;     /* borrowed */
  GtkWidget *unit;        /* borrowed: says the unit of an amount */
  void (*fill) (gpointer self);
  char *field;
  char *detail;
  char *only_if;
  const SoleusProfileEntry *kind;
  char *shown; /* what an entry was last filled with */
} Binding;

static void
binding_free (gpointer data)
{
  Binding *self = data;

  g_object_unref (self->form);
  g_free (self->field);
  g_free (self->detail);
  g_free (self->only_if);
  g_free (self->shown);
  g_free (self);
}

static Binding *
get_binding (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "profile-binding");
}

static void
refresh (GtkWidget *row)
{
  Binding *self = get_binding (row);

  if (self->only_if != NULL)
    gtk_widget_set_visible (row, soleus_row_get_answer (soleus_profile_form_get_values (self->form), self->only_if) == SOLEUS_YES);
  self->fill (self);
}

static Binding *
bind (SoleusProfileForm *form,
      const char        *field,
      GtkWidget         *row,
      GtkWidget         *control,
      void             (*fill) (gpointer self))
{
  Binding *self = g_new0 (Binding, 1);

  self->form = g_object_ref (form);
  self->row = SOLEUS_QUESTION_ROW (row);
  self->control = control;
  self->field = g_strdup (field);
  self->fill = fill;
  g_object_set_data_full (G_OBJECT (row), "profile-binding", self, binding_free);
  soleus_question_row_add (SOLEUS_QUESTION_ROW (row), control);
  g_signal_connect_object (form, "changed", G_CALLBACK (refresh), row, G_CONNECT_SWAPPED);
  return self;
}

/* Yes and no */

static void
fill_answer (gpointer data)
{
  Binding *self = data;
  SoleusAnswer answer = soleus_row_get_answer (soleus_profile_form_get_values (self->form), self->field);

  soleus_choice_set_selected (SOLEUS_CHOICE (self->control), answer == SOLEUS_YES ? "yes" : answer == SOLEUS_NO ? "no" : NULL);
}

static void
answer_changed_cb (Binding *self)
{
  const char *selected = soleus_choice_get_selected (SOLEUS_CHOICE (self->control));

  soleus_profile_form_set_answer (self->form, self->field,
                                  selected == NULL ? SOLEUS_NOT_ANSWERED : g_str_equal (selected, "yes") ? SOLEUS_YES : SOLEUS_NO, self->detail);
}

/**
 * soleus_profile_rows_new_answer:
 * @form: the profile
 * @field: a yes or no field
 * @detail: (nullable): a field that says more about a yes
 * @question: the question
 * @why: why it is asked
 *
 * Returns: (transfer floating): a row with Yes and No, either of which can be switched off again
 */
GtkWidget *
soleus_profile_rows_new_answer (SoleusProfileForm *form,
                                const char        *field,
                                const char        *detail,
                                const char        *question,
                                const char        *why)
{
  static const SoleusChoiceOption options[] = { { "yes", N_("Yes"), NULL }, { "no", N_("No"), NULL } };
  GtkWidget *row = soleus_question_row_new (question, why);
  GtkWidget *choice = soleus_choice_new (question);
  Binding *self = bind (form, field, row, choice, fill_answer);

  self->detail = g_strdup (detail);
  soleus_choice_add_options (SOLEUS_CHOICE (choice), options, G_N_ELEMENTS (options));
  refresh (row);
  g_signal_connect_swapped (choice, "changed", G_CALLBACK (answer_changed_cb), self);
  return row;
}

/* One of some words; a number is its word too, as the first weekday is */

static const char *
get_word (Binding *self,
          char    *buffer,
          gsize    size)
{
  const SoleusRow *values = soleus_profile_form_get_values (self->form);
  const SoleusField *field = &values->fields[soleus_fields_find (values->fields, self->field)];

  if (!soleus_row_has (values, self->field))
    return NULL;
  if (field->type != SOLEUS_FIELD_INTEGER)
    return soleus_row_get_text (values, self->field);
  g_snprintf (buffer, (gulong) size, "%d", (int) soleus_row_get_number (values, self->field, 0));
  return buffer;
}

static void
fill_word (gpointer data)
{
  Binding *self = data;
  char buffer[16];

  soleus_choice_set_selected (SOLEUS_CHOICE (self->control), get_word (self, buffer, sizeof buffer));
}

static void
word_changed_cb (Binding *self)
{
  g_autoptr (SoleusRecord) profile = soleus_profile_form_copy (self->form);
  SoleusRow *values = soleus_record_get_values (profile);
  const char *selected = soleus_choice_get_selected (SOLEUS_CHOICE (self->control));

  soleus_row_clear (values, self->field);
  if (selected == NULL || soleus_row_parse (values, (guint) soleus_fields_find (values->fields, self->field), selected, NULL))
    soleus_profile_form_keep (self->form, profile, NULL);
}

/**
 * soleus_profile_rows_new_word:
 * @form: the profile
 * @field: a field that is a word, or a whole number
 * @options: (array length=n_options): what may be chosen; the ids are the values
 * @n_options: how many
 * @question: the question
 * @why: why it is asked
 *
 * Returns: (transfer floating): a row with the options, each of which can be switched off again
 */
GtkWidget *
soleus_profile_rows_new_word (SoleusProfileForm        *form,
                              const char               *field,
                              const SoleusChoiceOption *options,
                              guint                     n_options,
                              const char               *question,
                              const char               *why)
{
  GtkWidget *row = soleus_question_row_new (question, why);
  GtkWidget *choice = soleus_choice_new (question);
  Binding *self = bind (form, field, row, choice, fill_word);

  soleus_choice_add_options (SOLEUS_CHOICE (choice), options, n_options);
  refresh (row);
  g_signal_connect_swapped (choice, "changed", G_CALLBACK (word_changed_cb), self);
  return row;
}

/* Present, or nothing said */

static void
fill_condition (gpointer data)
{
  Binding *self = data;

  gtk_switch_set_active (GTK_SWITCH (self->control), soleus_profile_form_has_condition (self->form, self->field));
}

static void
switch_active_cb (Binding *self)
{
  soleus_profile_form_set_condition (self->form, self->field, gtk_switch_get_active (GTK_SWITCH (self->control)));
}

/**
 * soleus_profile_rows_new_condition:
 * @form: the profile
 * @condition: a word of the conditions
 * @why: why it is asked
 *
 * Returns: (transfer floating): a row with a switch
 */
GtkWidget *
soleus_profile_rows_new_condition (SoleusProfileForm *form,
                                   const char        *condition,
                                   const char        *why)
{
  const char *name = soleus_words_word (&soleus_conditions, condition);
  GtkWidget *row = soleus_question_row_new (name, why);
  GtkWidget *control = gtk_switch_new ();
  Binding *self = bind (form, condition, row, control, fill_condition);

  gtk_widget_set_halign (control, GTK_ALIGN_START);
  soleus_accessible_set_name (GTK_ACCESSIBLE (control), name);
  refresh (row);
  g_signal_connect_swapped (control, "notify::active", G_CALLBACK (switch_active_cb), self);
  return row;
}

/* What is typed */

static void
show_text (Binding *self,
           char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->control), text);
  soleus_question_row_set_complaint (self->row, NULL);
  g_free (self->shown);
  self->shown = text;
}

static void
fill_entry (gpointer data)
{
  Binding *self = data;
  char *text = self->kind->dup_text (soleus_profile_form_get_values (self->form), self->field, soleus_profile_form_get_today (self->form));

  if (g_strcmp0 (text, self->shown) != 0)
    show_text (self, text);
  else
    g_free (text);
}

static void
commit_entry (Binding *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control))));
  g_autofree char *complaint = NULL;
  g_autoptr (SoleusRecord) profile = NULL;

  if (g_strcmp0 (text, self->shown) == 0)
    {
      soleus_question_row_set_complaint (self->row, NULL);
      return;
    }
  profile = soleus_profile_form_copy (self->form);
  complaint = self->kind->take (soleus_record_get_values (profile), self->field, text, soleus_profile_form_get_today (self->form));
  soleus_question_row_set_complaint (self->row, complaint);
  if (complaint != NULL)
    return;
  g_clear_pointer (&self->shown, g_free);
  soleus_profile_form_keep (self->form, profile, NULL);
  fill_entry (self);
}

static void
set_up_entry (Binding                  *self,
              GtkWidget                *entry,
              const SoleusProfileEntry *kind)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->control = entry;
  self->kind = kind;
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), kind->purpose);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), MIN (kind->width_chars, LEAST_CHARS));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), kind->width_chars);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (commit_entry), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit_entry), self);
  gtk_widget_add_controller (entry, focus);
}

/**
 * soleus_profile_rows_new_entry:
 * @form: the profile
 * @field: a field
 * @kind: how it is typed
 * @question: the question
 * @why: why it is asked
 *
 * Returns: (transfer floating): a row with an entry, kept at Enter and when the focus goes elsewhere
 */
GtkWidget *
soleus_profile_rows_new_entry (SoleusProfileForm        *form,
                               const char               *field,
                               const SoleusProfileEntry *kind,
                               const char               *question,
                               const char               *why)
{
  GtkWidget *row = soleus_question_row_new (question, why);
  GtkWidget *entry = gtk_entry_new ();
  Binding *self = bind (form, field, row, entry, fill_entry);

  set_up_entry (self, entry, kind);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  soleus_accessible_set_name (GTK_ACCESSIBLE (entry), question);
  refresh (row);
  return row;
}

/* An amount of fluid, in the unit of the person, which may change meanwhile */

static void
fill_volume (gpointer data)
{
  Binding *self = data;
  SoleusVolumeUnit unit = soleus_drinks_get_unit_for (soleus_profile_form_get_values (self->form));
  /* Translators: a question, then a unit: "Your limit a day, in milliliters" */
  g_autofree char *name = g_strdup_printf (_("%s, in %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->row)), soleus_volume_words_read_unit (unit));

  gtk_label_set_label (GTK_LABEL (self->unit), soleus_volume_words_say_unit (unit));
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->control), name);
  fill_entry (self);
}

/**
 * soleus_profile_rows_new_volume:
 * @form: the profile
 * @field: an amount of fluid, in ml
 * @question: the question, without a unit
 * @why: why it is asked
 *
 * Returns: (transfer floating): a row with an entry in the person's unit
 */
GtkWidget *
soleus_profile_rows_new_volume (SoleusProfileForm *form,
                                const char        *field,
                                const char        *question,
                                const char        *why)
{
  GtkWidget *row = soleus_question_row_new (question, why);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *entry = gtk_entry_new ();
  Binding *self = bind (form, field, row, box, fill_volume);

  self->unit = gtk_label_new (NULL);
  set_up_entry (self, entry, &soleus_profile_volume);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), self->unit);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  refresh (row);
  return row;
}

/* Dates */

static void
fill_date (gpointer data)
{
  Binding *self = data;
  SoleusDate date = soleus_row_get_date (soleus_profile_form_get_values (self->form), self->field);
  char *text = date != SOLEUS_DATE_NONE ? soleus_date_to_iso (date) : g_strdup ("");

  if (g_strcmp0 (text, self->shown) != 0)
    {
      soleus_date_fields_set_date (SOLEUS_DATE_FIELDS (self->control), date);
      soleus_question_row_set_complaint (self->row, NULL);
    }
  g_free (self->shown);
  self->shown = text;
}

static void
commit_date (Binding *self)
{
  g_autoptr (SoleusRecord) profile = NULL;
  SoleusDate date;

  switch (soleus_date_fields_get_date (SOLEUS_DATE_FIELDS (self->control), &date))
    {
    case SOLEUS_DATE_FIELDS_BEGUN:
      soleus_question_row_set_complaint (self->row, _("Fill in day, month and year."));
      return;
    case SOLEUS_DATE_FIELDS_WRONG:
      soleus_question_row_set_complaint (self->row, _("There is no such date. Enter it in numbers, such as 3, 11 and 2026."));
      return;
    case SOLEUS_DATE_FIELDS_EMPTY:
    case SOLEUS_DATE_FIELDS_DATE:
    default:
      break;
    }
  soleus_question_row_set_complaint (self->row, NULL);
  profile = soleus_profile_form_copy (self->form);
  if (date != SOLEUS_DATE_NONE)
    soleus_row_set_date (soleus_record_get_values (profile), self->field, date);
  else
    soleus_row_clear (soleus_record_get_values (profile), self->field);
  soleus_profile_form_keep (self->form, profile, NULL);
}

/**
 * soleus_profile_rows_new_date:
 * @form: the profile
 * @field: a date
 * @question: the question
 * @why: why it is asked
 *
 * Returns: (transfer floating): a row with day, month and year
 */
GtkWidget *
soleus_profile_rows_new_date (SoleusProfileForm *form,
                              const char        *field,
                              const char        *question,
                              const char        *why)
{
  GtkWidget *row = soleus_question_row_new (question, why);
  GtkWidget *fields = soleus_date_fields_new (question);
  Binding *self = bind (form, field, row, fields, fill_date);

  gtk_widget_set_halign (fields, GTK_ALIGN_START);
  refresh (row);
  g_signal_connect_swapped (fields, "committed", G_CALLBACK (commit_date), self);
  return row;
}

/**
 * soleus_profile_rows_show_only_if:
 * @row: a row of the profile
 * @field: a yes or no field
 *
 * Shows the row only where @field is answered with yes.
 */
void
soleus_profile_rows_show_only_if (GtkWidget  *row,
                                  const char *field)
{
  get_binding (row)->only_if = g_strdup (field);
  refresh (row);
}
