/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of reminders in a diary: read as rules, and changed by records to save. */
#pragma once

#include "reminders/soleus-reminder-rules.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

SoleusReminderRules *soleus_reminder_settings_read      (SoleusDiary *diary, GError **error);
SoleusRecord        *soleus_reminder_settings_turn      (SoleusDiary *diary, SoleusReminderKind kind, gboolean on, GError **error);
SoleusRecord        *soleus_reminder_settings_set_rule  (SoleusDiary *diary, SoleusReminderKind kind, const SoleusReminderRule *rule, GError **error);
SoleusRecord        *soleus_reminder_settings_get_record (SoleusDiary *diary, GError **error);
GPtrArray           *soleus_reminder_settings_offer     (SoleusDiary *diary, gboolean accepted, GError **error);
SoleusTime           soleus_reminder_settings_tomorrow  (SoleusTime now, GTimeZone *zone);

G_END_DECLS
