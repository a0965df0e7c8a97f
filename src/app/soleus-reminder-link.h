/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's and the terminal's line to the reminders' own program: it is woken, asked to try a notification, and says whether
 * it can show any. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program's name on the bus, which is that of its interface too, and its object. */
#define SOLEUS_REMINDERS_INTERFACE SOLEUS_APP_ID ".Reminders"
#define SOLEUS_REMINDERS_PATH SOLEUS_APP_PATH "/Reminders"

/**
 * SoleusReminderState:
 * @SOLEUS_REMINDER_STATE_UNKNOWN: it was not asked yet
 * @SOLEUS_REMINDER_STATE_WORKS: it runs, or could, and notifications can be shown
 * @SOLEUS_REMINDER_STATE_NO_NOTIFICATIONS: it runs, but the desktop shows no notifications
 * @SOLEUS_REMINDER_STATE_NO_AUTOSTART: it runs, but the desktop did not let it start at login
 * @SOLEUS_REMINDER_STATE_NO_PROGRAM: it cannot be started here
 *
 * How reminders are.
 */
typedef enum
{
  SOLEUS_REMINDER_STATE_UNKNOWN,
  SOLEUS_REMINDER_STATE_WORKS,
  SOLEUS_REMINDER_STATE_NO_NOTIFICATIONS,
  SOLEUS_REMINDER_STATE_NO_AUTOSTART,
  SOLEUS_REMINDER_STATE_NO_PROGRAM,
} SoleusReminderState;

#define SOLEUS_TYPE_REMINDER_LINK (soleus_reminder_link_get_type ())

G_DECLARE_FINAL_TYPE (SoleusReminderLink, soleus_reminder_link, SOLEUS, REMINDER_LINK, GObject)

/* Signal "changed" (): the state became another. */

SoleusReminderLink *soleus_reminder_link_new       (void);
SoleusReminderState soleus_reminder_link_get_state (SoleusReminderLink *self);
void                soleus_reminder_link_wake      (SoleusReminderLink *self);
void                soleus_reminder_link_try       (SoleusReminderLink *self, GAsyncReadyCallback callback, gpointer data);
gboolean            soleus_reminder_link_try_finish (SoleusReminderLink *self, GAsyncResult *result, GError **error);
gboolean            soleus_reminder_link_wake_now  (GError **error);

G_END_DECLS
