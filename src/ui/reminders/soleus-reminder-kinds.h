/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the reminders' page: what there is to be reminded of, and the quiet hours, each with its switch. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-reminder-facts.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDER_KINDS (soleus_reminder_kinds_get_type ())

G_DECLARE_FINAL_TYPE (SoleusReminderKinds, soleus_reminder_kinds, SOLEUS, REMINDER_KINDS, GtkWidget)

GtkWidget *soleus_reminder_kinds_new    (SoleusContext *context);
void       soleus_reminder_kinds_update (SoleusReminderKinds *self, const SoleusReminderRules *settings, const SoleusReminderBook *book);

G_END_DECLS
