/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what changes something on a screen stands here. */
#include "config.h"

#include "ui/preferences/soleus-general-page.h"

#include <glib/gi18n.h>

#include "app/soleus-words.h"
#include "platform/soleus-sound.h"
#include "ui/preferences/soleus-drinks-group.h"
#include "ui/preferences/soleus-profile-rows.h"

/* The days on which weeks begin somewhere: Monday, Saturday, Sunday. */
static const int first_weekdays[] = { 1, 6, 7 };

/**
 * soleus_general_page_new:
 * @form: the profile
 *
 * Returns: (transfer floating): the page
 */
AdwPreferencesPage *
soleus_general_page_new (SoleusProfileForm *form)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  SoleusChoiceOption options[G_N_ELEMENTS (first_weekdays)];
  char ids[G_N_ELEMENTS (first_weekdays)][4];
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (first_weekdays); i++)
    {
      g_ptr_array_add (names, soleus_words_weekday (first_weekdays[i], FALSE));
      g_snprintf (ids[i], sizeof ids[i], "%d", first_weekdays[i]);
      options[i] = (SoleusChoiceOption) { ids[i], g_ptr_array_index (names, i), NULL };
    }

  adw_preferences_page_set_name (page, "general");
  adw_preferences_page_set_title (page, _("General"));
  adw_preferences_page_set_icon_name (page, "emblem-system-symbolic");
  adw_preferences_group_set_title (group, _("Calendar"));
  adw_preferences_group_add (group, soleus_profile_rows_new_word (form, "first_weekday", options, G_N_ELEMENTS (options),
                                                                  _("First day of the week"),
                                                                  _("Where the month begins its weeks. With no choice, as your desktop does it.")));
  adw_preferences_page_add (page, group);
  adw_preferences_page_add (page, soleus_drinks_group_new (form));

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, _("Cramp now and stretches"));
  adw_preferences_group_add (group, soleus_profile_rows_new_answer (form, "letter_keys", NULL, _("Letter keys in Cramp now"),
                                                                    _("S it stopped, H it helped, N next, B back. Without an answer they are on.")));
  if (soleus_sound_is_there ())
    adw_preferences_group_add (group, soleus_profile_rows_new_answer (form, "sounds", NULL, _("Soft sounds while a stretch is played"),
                                                                      _("At each change. Without an answer they are off.")));
  adw_preferences_page_add (page, group);
  return page;
}
