/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar above every page with the reminders that the desktop cannot show. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDER_NOTICE (soleus_reminder_notice_get_type ())

G_DECLARE_FINAL_TYPE (SoleusReminderNotice, soleus_reminder_notice, SOLEUS, REMINDER_NOTICE, GtkWidget)

GtkWidget *soleus_reminder_notice_new (SoleusContext *context);

G_END_DECLS
