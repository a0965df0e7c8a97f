/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes when a reminder comes, and when all of them are quiet. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "reminders/soleus-reminder-rules.h"

G_BEGIN_DECLS

void soleus_reminder_dialog_show (GtkWindow *parent, SoleusContext *context, SoleusReminderKind kind);
void soleus_quiet_dialog_show    (GtkWindow *parent, SoleusContext *context);

G_END_DECLS
