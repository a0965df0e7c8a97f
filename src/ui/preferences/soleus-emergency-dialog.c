/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number of the country of this computer is filled in and marked to be checked; nothing is kept before Save. */
#include "config.h"

#include "ui/preferences/soleus-emergency-dialog.h"

#include <glib/gi18n.h>

#include "app/soleus-emergency-numbers.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/exchange/soleus-modal.h"
#include "ui/preferences/soleus-country-button.h"
#include "ui/preferences/soleus-emergency-number.h"

typedef struct
{
  SoleusContext *context;
  /* Borrowed */
  GtkWidget *dialog;
  GtkWidget *number;
  GtkWidget *note;
  SoleusCountryButton *country;
  const char *proposed; /* what was filled in for the person; static */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->context);
  g_free (self);
}

static char *
dup_number (Dialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number))));
}

static void
update_note (Dialog *self)
{
  g_autofree char *number = dup_number (self);

  gtk_widget_remove_css_class (self->note, "error");
  if (self->proposed != NULL && g_str_equal (number, self->proposed))
    gtk_label_set_text (GTK_LABEL (self->note), _("Please check it. Soleus took it from your country."));
  else if (*number == '\0')
    gtk_label_set_text (GTK_LABEL (self->note), _("Your local emergency number, for example 911, 999 or 112."));
  else
    gtk_label_set_text (GTK_LABEL (self->note), _("Please check it."));
}

/* A number that the person typed stays, whatever country is chosen. */
static void
country_changed_cb (Dialog *self)
{
  g_autofree char *number = dup_number (self);
  gboolean is_own = *number != '\0' && g_strcmp0 (number, self->proposed) != 0;
  const char *proposed = soleus_emergency_numbers_get_number (soleus_country_button_get_country (self->country));

  self->proposed = proposed;
  if (!is_own)
    gtk_editable_set_text (GTK_EDITABLE (self->number), proposed != NULL ? proposed : "");
  update_note (self);
}

static void
save (Dialog *self)
{
  g_autofree char *number = dup_number (self);
  g_autofree char *complaint = soleus_emergency_number_complain (number);
  g_autoptr (SoleusRecord) profile = NULL;

  if (complaint != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->note), complaint);
      gtk_widget_add_css_class (self->note, "error");
      gtk_widget_grab_focus (self->number);
      return;
    }
  profile = soleus_diary_get_single (soleus_context_get_diary (self->context), SOLEUS_KIND_PROFILE, NULL);
  if (profile == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->note), _("The diary cannot be read right now. Try again in a moment."));
      return;
    }
  soleus_row_set_text (soleus_record_get_values (profile), "emergency_number", number);
  soleus_row_set_text (soleus_record_get_values (profile), "country", soleus_country_button_get_country (self->country));
  soleus_keeper_save (soleus_context_get_keeper (self->context), profile, _("Emergency number saved."));
  gtk_window_close (GTK_WINDOW (self->dialog));
}

static void
fill (Dialog *self)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (soleus_context_get_diary (self->context), SOLEUS_KIND_PROFILE, NULL);
  const char *number = profile != NULL ? soleus_row_get_text (soleus_record_get_values (profile), "emergency_number") : NULL;
  const char *chosen = profile != NULL ? soleus_row_get_text (soleus_record_get_values (profile), "country") : NULL;
  g_autofree char *here = soleus_emergency_numbers_dup_here ();

  soleus_country_button_set_country (self->country, chosen != NULL ? chosen : here);
  if (number != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->number), number);
  else
    country_changed_cb (self);
  update_note (self);
}

/**
 * soleus_emergency_dialog_show:
 * @parent: the window that asks
 * @context: an open diary
 */
void
soleus_emergency_dialog_show (GtkWindow     *parent,
                              SoleusContext *context)
{
  const char *question = _("Which number do you call in an emergency?");
  GtkWidget *page = soleus_modal_page_new (question);
  Dialog *self = g_new0 (Dialog, 1);

  self->context = g_object_ref (context);
  self->dialog = soleus_modal_new (parent, _("Emergency"));
  g_object_set_data_full (G_OBJECT (self->dialog), "emergency-dialog", self, dialog_free);

  self->number = gtk_entry_new ();
  gtk_entry_set_input_purpose (GTK_ENTRY (self->number), GTK_INPUT_PURPOSE_PHONE);
  soleus_accessible_set_name (GTK_ACCESSIBLE (self->number), question);
  gtk_box_append (GTK_BOX (page), self->number);
  self->note = soleus_modal_page_add_note (page);
  soleus_modal_page_add_text (page, _("Your country"));
  self->country = SOLEUS_COUNTRY_BUTTON (soleus_country_button_new (_("Your country")));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->country));
  soleus_modal_page_add_text (page, _("Soleus never calls by itself."));
  gtk_widget_add_css_class (soleus_modal_page_add_button (page, _("_Save"), G_CALLBACK (save), self), "suggested-action");
  soleus_modal_page_add_button (page, _("_Not now"), G_CALLBACK (gtk_window_close), self->dialog);

  fill (self);
  g_signal_connect_swapped (self->number, "activate", G_CALLBACK (save), self);
  g_signal_connect_swapped (self->number, "changed", G_CALLBACK (update_note), self);
  g_signal_connect_swapped (self->country, "changed", G_CALLBACK (country_changed_cb), self);
  soleus_modal_set_page (SOLEUS_MODAL (self->dialog), page);
  gtk_window_set_focus (GTK_WINDOW (self->dialog), self->number);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
