/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where more fluid may harm there is no goal to enter, and a row says why. What was entered before is kept, and not used. */
#include "config.h"

#include "ui/preferences/soleus-drinks-group.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-left-out.h"
#include "app/soleus-words.h"
#include "ui/preferences/soleus-profile-rows.h"

typedef struct
{
  SoleusProfileForm *form;
  GtkWidget *goal;    /* borrowed */
  GtkWidget *no_goal; /* borrowed */
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_object_unref (self->form);
  g_free (self);
}

static void
update (GtkWidget *group)
{
  Group *self = g_object_get_data (G_OBJECT (group), "drinks-group");
  SoleusContext *context = soleus_profile_form_get_context (self->form);
  SoleusDiary *diary = soleus_context_get_diary (context);
  SoleusLimits limits = soleus_left_out_find_now (diary, soleus_context_get_warnings (context));
  gboolean limited = soleus_drinks_are_limited (soleus_profile_form_get_values (self->form), limits);

  gtk_widget_set_visible (self->goal, !limited);
  gtk_widget_set_visible (self->no_goal, limited);
  if (limited)
    {
      g_autoptr (SoleusRisks) risks = soleus_risks_new (diary, soleus_clock_get_now (soleus_context_get_clock (context)));
      g_autofree char *reasons = soleus_left_out_say_why (risks, soleus_warnings_get_guidance (soleus_context_get_warnings (context)), SOLEUS_LIMIT_FLUID_CARE);
      /* Translators: what the person told, such as "a fluid limit, heart failure" */
      g_autofree char *why = g_strdup_printf (_("There is no goal because of what you told Soleus: %s. Ask your care team how much to drink."), *reasons != '\0' ? reasons : _("a fluid limit"));

      soleus_question_row_set_why (SOLEUS_QUESTION_ROW (self->no_goal), why);
    }
}

static GtkWidget *
make_kinds (SoleusProfileForm *form)
{
  SoleusChoiceOption options[16];
  guint n = 0;

  for (; soleus_drink_kinds.words[n] != NULL && n < G_N_ELEMENTS (options); n++)
    options[n] = (SoleusChoiceOption) { soleus_drink_kinds.words[n], soleus_words_word (&soleus_drink_kinds, soleus_drink_kinds.words[n]), NULL };
  return soleus_profile_rows_new_word (form, "usual_drink", options, n, _("Usual drink"), _("What one press on Today adds. With no choice, water."));
}

/**
 * soleus_drinks_group_new:
 * @form: the profile
 *
 * Returns: (transfer floating): the group
 */
AdwPreferencesGroup *
soleus_drinks_group_new (SoleusProfileForm *form)
{
  static const SoleusChoiceOption units[] = {
    { "ml", N_("Milliliters"), NULL }, { "us-fl-oz", N_("US fluid ounces"), NULL }, { "uk-fl-oz", N_("UK fluid ounces"), NULL }, { "us-cup", N_("US cups"), NULL },
  };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  Group *self = g_new0 (Group, 1);

  self->form = g_object_ref (form);
  self->goal = soleus_profile_rows_new_volume (form, "drink_goal_ml", _("Your own goal for a day"),
                                               _("Optional. It stands beside what you drank. More than you are thirsty for during long exercise can be dangerous."));
  self->no_goal = soleus_question_row_new (_("Your own goal for a day"), NULL);
  adw_preferences_group_set_title (group, _("Drinks"));
  adw_preferences_group_add (group, soleus_profile_rows_new_word (form, "volume_unit", units, G_N_ELEMENTS (units), _("Units for drinks"), _("With no choice, as your country has it.")));
  adw_preferences_group_add (group, make_kinds (form));
  adw_preferences_group_add (group, soleus_profile_rows_new_volume (form, "usual_drink_ml", _("Usual amount"), _("With nothing entered, a usual glass.")));
  adw_preferences_group_add (group, self->goal);
  adw_preferences_group_add (group, self->no_goal);
  g_object_set_data_full (G_OBJECT (group), "drinks-group", self, group_free);
  g_signal_connect_object (form, "changed", G_CALLBACK (update), group, G_CONNECT_SWAPPED);
  update (GTK_WIDGET (group));
  return group;
}
