/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reminders: what comes when, what is on, and what happened. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REMINDERS_PAGE (soleus_reminders_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusRemindersPage, soleus_reminders_page, SOLEUS, REMINDERS_PAGE, GtkWidget)

GtkWidget *soleus_reminders_page_new (SoleusContext *context);

G_END_DECLS
