/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps in the words of the desktop's own settings, the likeliest first. */
#include "config.h"

#include "ui/reminders/soleus-reminder-help.h"

#include <glib/gi18n.h>

#include "ui/exchange/soleus-modal.h"

/**
 * soleus_reminder_help_get_state:
 * @context: an open diary
 *
 * Returns: how reminders are. A diary that is not the person's usual one has no program of its own: its reminders come in the window
 */
SoleusReminderState
soleus_reminder_help_get_state (SoleusContext *context)
{
  SoleusReminderLink *link = soleus_context_get_reminders (context);

  return link != NULL ? soleus_reminder_link_get_state (link) : SOLEUS_REMINDER_STATE_NO_PROGRAM;
}

/**
 * soleus_reminder_help_say_state:
 * @state: how reminders are
 *
 * Returns: (transfer none) (nullable): what a person should know of it; %NULL where all is well
 */
const char *
soleus_reminder_help_say_state (SoleusReminderState state)
{
  switch (state)
    {
    case SOLEUS_REMINDER_STATE_NO_NOTIFICATIONS:
      return _("This desktop cannot show notifications right now. Soleus shows them in its window.");
    case SOLEUS_REMINDER_STATE_NO_AUTOSTART:
      return _("Soleus may not start by itself when you log in. Reminders come once you open Soleus.");
    case SOLEUS_REMINDER_STATE_NO_PROGRAM:
      return _("Reminders come only while this window is open.");
    case SOLEUS_REMINDER_STATE_UNKNOWN:
    case SOLEUS_REMINDER_STATE_WORKS:
    default:
      return NULL;
    }
}

static void
add_steps (GtkWidget          *page,
           SoleusReminderState state,
           gboolean            is_own)
{
  if (!is_own)
    {
      soleus_modal_page_add_text (page, _("This is not your usual diary. Open your usual diary to be reminded while the window is closed."));
      return;
    }
  if (state == SOLEUS_REMINDER_STATE_NO_PROGRAM)
    {
      soleus_modal_page_add_text (page, _("The part of Soleus that reminds you does not run. Close Soleus and open it again."));
      soleus_modal_page_add_text (page, _("If that does not help, install Soleus again."));
      return;
    }
  if (state == SOLEUS_REMINDER_STATE_NO_AUTOSTART)
    {
      soleus_modal_page_add_text (page, _("Open Settings, then Apps, then Soleus. Allow it to run in the background."));
      soleus_modal_page_add_text (page, _("Or open Soleus once after you log in."));
      return;
    }
  soleus_modal_page_add_text (page, _("Open Settings, then Notifications. Switch off Do Not Disturb."));
  soleus_modal_page_add_text (page, _("Look for Soleus in the list there. Switch its notifications on."));
}

/**
 * soleus_reminder_help_show:
 * @parent: the window that asks
 * @context: an open diary
 *
 * Tells what to do where a reminder was not seen.
 */
void
soleus_reminder_help_show (GtkWindow     *parent,
                           SoleusContext *context)
{
  GtkWidget *dialog = soleus_modal_new (parent, _("What to do"));
  GtkWidget *page = soleus_modal_page_new (_("If you do not see reminders"));
  SoleusReminderState state = soleus_reminder_help_get_state (context);

  if (soleus_reminder_help_say_state (state) != NULL)
    soleus_modal_page_add_text (page, soleus_reminder_help_say_state (state));
  add_steps (page, state, soleus_context_get_reminders (context) != NULL);
  soleus_modal_page_add_text (page, _("The computer must be on. A phone can remind you too: save the reminders as a calendar file and open it there."));
  soleus_modal_page_add_button (page, _("_Close"), G_CALLBACK (gtk_window_close), dialog);
  soleus_modal_set_page (SOLEUS_MODAL (dialog), page);
  gtk_window_present (GTK_WINDOW (dialog));
}
