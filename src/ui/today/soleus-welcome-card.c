/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Soleus is and is not, and three things that are worth setting. Nothing must be filled in; the card goes for good
 * when it is hidden, and all of it stays reachable in Preferences. */
#include "config.h"

#include "ui/today/soleus-welcome-card.h"

#include <glib/gi18n.h>

#include "app/soleus-reminder-settings.h"
#include "ui/widgets/soleus-action-row.h"

/**
 * soleus_welcome_card_is_wanted:
 * @context: what the window shows
 *
 * Returns: whether the card was not hidden yet
 */
gboolean
soleus_welcome_card_is_wanted (SoleusContext *context)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (soleus_context_get_diary (context), SOLEUS_KIND_PROFILE, NULL);

  return profile != NULL && soleus_row_get_answer (soleus_record_get_values (profile), "welcome_done") != SOLEUS_YES;
}

static void
add_text (GtkWidget  *box,
          const char *text,
          const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_row (GtkWidget  *box,
         const char *title,
         const char *subtitle,
         const char *button_name,
         const char *action)
{
  GtkWidget *row = soleus_action_row_new (title, subtitle);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (soleus_action_row_add_button (SOLEUS_ACTION_ROW (row), _("Set"), button_name)), action);
  gtk_box_append (GTK_BOX (box), row);
}

static const char *
say_reminders (SoleusContext *context)
{
  g_autoptr (SoleusReminderRules) settings = soleus_reminder_settings_read (soleus_context_get_diary (context), NULL);

  return settings != NULL && soleus_reminder_rules_any_on (settings) ? _("On") : _("Off");
}

static void
hide_clicked_cb (SoleusContext *context)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (soleus_context_get_diary (context), SOLEUS_KIND_PROFILE, NULL);

  if (profile == NULL)
    return;
  soleus_row_set_answer (soleus_record_get_values (profile), "welcome_done", SOLEUS_YES);
  soleus_keeper_save (soleus_context_get_keeper (context), profile, _("Card hidden. You find all of it in the main menu."));
}

/**
 * soleus_welcome_card_new:
 * @context: what the window shows
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
soleus_welcome_card_new (SoleusContext *context)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (soleus_context_get_diary (context), SOLEUS_KIND_PROFILE, NULL);
  const char *number = profile != NULL ? soleus_row_get_text (soleus_record_get_values (profile), "emergency_number") : NULL;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *hide = gtk_button_new_with_label (_("Hide this card"));

  gtk_widget_add_css_class (card, "card");
  add_text (card, _("Welcome to Soleus"), "title-2");
  add_text (card, _("A diary for leg cramps. It stays on this computer."), NULL);
  add_text (card, _("It keeps notes. It does not diagnose, and it is no medical device."), NULL);
  add_text (card, _("It is for adults. For a child, speak with a doctor."), NULL);
  add_row (card, _("Emergency number"), number != NULL ? number : _("Not set"), _("Set the emergency number"), "win.emergency-number");
  add_row (card, _("Your health"), _("Helps Soleus leave out what may not suit you"), _("Set your health"), "win.about-me");
  add_row (card, _("Reminders"), say_reminders (context), _("Set reminders"), "win.reminders");
  gtk_widget_set_halign (hide, GTK_ALIGN_END);
  g_signal_connect_object (hide, "clicked", G_CALLBACK (hide_clicked_cb), context, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), hide);
  return card;
}
