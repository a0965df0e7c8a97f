/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the settings of reminders are said, and which of their times the quiet hours take in. */
#pragma once

#include "app/soleus-medicine-book.h"
#include "reminders/soleus-reminder-rules.h"

G_BEGIN_DECLS

char      *soleus_reminder_rule_say          (const SoleusReminderRules *rules, SoleusReminderKind kind);
char      *soleus_reminder_rule_say_weekdays (int weekdays);
char      *soleus_reminder_rule_say_every    (int minutes);
char      *soleus_reminder_rule_say_quiet    (const SoleusReminderRules *rules);
char      *soleus_reminder_rule_say_drinks   (const SoleusReminderRule *rule);
gboolean   soleus_reminder_rule_is_quiet     (const SoleusReminderRules *rules, int minute);
char      *soleus_reminder_rule_say_quieted  (const SoleusReminderRules *rules, SoleusReminderKind kind, const SoleusMedicineBook *medicines);

G_END_DECLS
