/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries out the plan: keeps the ledger, has notifications put up and taken down, sets the alarm, and takes the answers. It follows
 * the diary, and its own program is little more than this. */
#pragma once

#include "notify/soleus-notifier.h"
#include "platform/soleus-alarm.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDER_ENGINE (soleus_reminder_engine_get_type ())

G_DECLARE_FINAL_TYPE (SoleusReminderEngine, soleus_reminder_engine, SOLEUS, REMINDER_ENGINE, GObject)

SoleusReminderEngine *soleus_reminder_engine_new      (SoleusDiary *diary, SoleusNotifier *notifier, SoleusAlarm *alarm);
void                  soleus_reminder_engine_look     (SoleusReminderEngine *self);
void                  soleus_reminder_engine_press    (SoleusReminderEngine *self, const char *press, const char *token);
void                  soleus_reminder_engine_try      (SoleusReminderEngine *self);
gboolean              soleus_reminder_engine_is_on     (SoleusReminderEngine *self);
gboolean              soleus_reminder_engine_is_needed (SoleusReminderEngine *self);

G_END_DECLS
