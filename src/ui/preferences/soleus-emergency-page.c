/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The country is not kept before the person chose it, and a number is proposed, never filled in. */
#include "config.h"

#include "ui/preferences/soleus-emergency-page.h"

#include <glib/gi18n.h>

#include "app/soleus-emergency-numbers.h"
#include "ui/compat/soleus-accessible.h"
#include "ui/preferences/soleus-country-button.h"
#include "ui/preferences/soleus-emergency-number.h"
#include "ui/preferences/soleus-profile-rows.h"

typedef struct
{
  SoleusProfileForm *form;
  SoleusCountryButton *country; /* borrowed, as is the rest: the page owns this */
  SoleusQuestionRow *proposal;
  GtkWidget *use;
} Page;

static void
page_free (gpointer data)
{
  Page *self = data;

  g_object_unref (self->form);
  g_free (self);
}

/* The country that was chosen, else the one that this computer is set to. */
static char *
dup_country (Page *self)
{
  const char *chosen = soleus_row_get_text (soleus_profile_form_get_values (self->form), "country");

  return chosen != NULL ? g_strdup (chosen) : soleus_emergency_numbers_dup_here ();
}

static void
refresh (Page *self)
{
  const SoleusRow *values = soleus_profile_form_get_values (self->form);
  g_autofree char *country = dup_country (self);
  g_autofree char *words = soleus_emergency_number_propose (country);
  const char *number = soleus_emergency_numbers_get_number (country);
  gboolean is_new = number != NULL && g_strcmp0 (number, soleus_row_get_text (values, "emergency_number")) != 0;

  soleus_country_button_set_country (self->country, soleus_row_get_text (values, "country"));
  soleus_question_row_set_why (self->proposal, words);
  gtk_widget_set_visible (GTK_WIDGET (self->proposal), is_new);
  if (is_new)
    {
      /* Translators: a phone number */
      g_autofree char *label = g_strdup_printf (_("Use %s"), number);

      gtk_button_set_label (GTK_BUTTON (self->use), label);
      soleus_accessible_set_name (GTK_ACCESSIBLE (self->use), label);
    }
}

static void
form_changed_cb (GtkWidget *page)
{
  refresh (g_object_get_data (G_OBJECT (page), "emergency-page"));
}

static void
keep_text (Page       *self,
           const char *field,
           const char *text)
{
  g_autoptr (SoleusRecord) profile = soleus_profile_form_copy (self->form);

  soleus_row_set_text (soleus_record_get_values (profile), field, text);
  soleus_profile_form_keep (self->form, profile, NULL);
}

static void
country_changed_cb (Page *self)
{
  keep_text (self, "country", soleus_country_button_get_country (self->country));
}

static void
use_clicked_cb (Page *self)
{
  g_autofree char *country = dup_country (self);

  keep_text (self, "emergency_number", soleus_emergency_numbers_get_number (country));
}

/**
 * soleus_emergency_page_new:
 * @form: the profile
 *
 * Returns: (transfer floating): the page
 */
AdwPreferencesPage *
soleus_emergency_page_new (SoleusProfileForm *form)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *number = soleus_profile_rows_new_entry (form, "emergency_number", &soleus_emergency_number_entry,
                                                     _("Which number do you call in an emergency?"), _("Soleus shows it when signs are urgent. Please check it."));
  GtkWidget *country_row = soleus_question_row_new (_("Your country"), _("Soleus proposes its emergency number."));
  Page *self = g_new0 (Page, 1);

  self->form = g_object_ref (form);
  self->country = SOLEUS_COUNTRY_BUTTON (soleus_country_button_new (_("Your country")));
  self->proposal = SOLEUS_QUESTION_ROW (soleus_question_row_new (_("Proposed number"), NULL));
  self->use = soleus_question_row_add_button (self->proposal, "", "");
  g_object_set_data_full (G_OBJECT (page), "emergency-page", self, page_free);

  adw_preferences_page_set_name (page, "emergency");
  adw_preferences_page_set_title (page, _("Emergency"));
  adw_preferences_page_set_icon_name (page, "soleus-level-emergency-symbolic");
  adw_preferences_group_set_title (group, _("Emergency number"));
  adw_preferences_group_set_description (group, _("Soleus never calls by itself."));
  gtk_widget_set_halign (GTK_WIDGET (self->country), GTK_ALIGN_START);
  soleus_question_row_add (SOLEUS_QUESTION_ROW (country_row), GTK_WIDGET (self->country));
  adw_preferences_group_add (group, number);
  adw_preferences_group_add (group, GTK_WIDGET (self->proposal));
  adw_preferences_group_add (group, country_row);
  adw_preferences_page_add (page, group);

  refresh (self);
  g_signal_connect_swapped (self->country, "changed", G_CALLBACK (country_changed_cb), self);
  g_signal_connect_swapped (self->use, "clicked", G_CALLBACK (use_clicked_cb), self);
  g_signal_connect_object (form, "changed", G_CALLBACK (form_changed_cb), page, G_CONNECT_SWAPPED);
  return page;
}
