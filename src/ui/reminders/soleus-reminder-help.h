/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with reminders on this desktop, and what a person can do about it. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-reminder-link.h"

G_BEGIN_DECLS

SoleusReminderState soleus_reminder_help_get_state (SoleusContext *context);
const char         *soleus_reminder_help_say_state (SoleusReminderState state);
void                soleus_reminder_help_show      (GtkWindow *parent, SoleusContext *context);

G_END_DECLS
