/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place Today: answer last night, see what is open, do the next small thing. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TODAY_PAGE (soleus_today_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusTodayPage, soleus_today_page, SOLEUS, TODAY_PAGE, GtkWidget)

GtkWidget *soleus_today_page_new         (SoleusContext *context);
void       soleus_today_page_focus_first (SoleusTodayPage *self);

G_END_DECLS
