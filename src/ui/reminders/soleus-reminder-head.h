/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the reminders' page: what comes next, pause and test. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-reminder-facts.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDER_HEAD (soleus_reminder_head_get_type ())

G_DECLARE_FINAL_TYPE (SoleusReminderHead, soleus_reminder_head, SOLEUS, REMINDER_HEAD, GtkWidget)

GtkWidget *soleus_reminder_head_new    (SoleusContext *context);
gint64     soleus_reminder_head_update (SoleusReminderHead *self, const SoleusReminderRules *settings, const SoleusReminderBook *book);

G_END_DECLS
