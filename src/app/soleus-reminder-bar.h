/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reminders that the window itself has to show, because the desktop shows no notifications or the reminders' own program is
 * not there. */
#pragma once

#include "app/soleus-keeper.h"
#include "app/soleus-reminder-link.h"
#include "app/soleus-reminder-words.h"
#include "platform/soleus-alarm.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDER_BAR (soleus_reminder_bar_get_type ())

G_DECLARE_FINAL_TYPE (SoleusReminderBar, soleus_reminder_bar, SOLEUS, REMINDER_BAR, GObject)

/* Signal "changed" (): what is to be shown became another. */

SoleusReminderBar        *soleus_reminder_bar_new        (SoleusDiary *diary, SoleusKeeper *keeper, SoleusAlarm *alarm);
void                      soleus_reminder_bar_set_state  (SoleusReminderBar *self, SoleusReminderState state);
void                      soleus_reminder_bar_look       (SoleusReminderBar *self);
const SoleusReminderText *soleus_reminder_bar_get_text   (SoleusReminderBar *self);
void                      soleus_reminder_bar_mark_shown (SoleusReminderBar *self);
char                     *soleus_reminder_bar_press      (SoleusReminderBar *self, const char *press);
void                      soleus_reminder_bar_close      (SoleusReminderBar *self);

G_END_DECLS
