/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock times of a reminder, each with the days of the week on which it holds. */
#pragma once

#include <gtk/gtk.h>

#include "model/soleus-row.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDER_TIMES (soleus_reminder_times_get_type ())

G_DECLARE_FINAL_TYPE (SoleusReminderTimes, soleus_reminder_times, SOLEUS, REMINDER_TIMES, GtkWidget)

GtkWidget  *soleus_reminder_times_new  (int first_weekday, const SoleusRow *reminder);
const char *soleus_reminder_times_take (SoleusReminderTimes *self, SoleusRow *reminder, GtkWidget **where);

G_END_DECLS
