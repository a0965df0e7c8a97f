/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place "Diary": the month's nights, and everything that was recorded, newest first. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DIARY_PAGE (soleus_diary_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDiaryPage, soleus_diary_page, SOLEUS, DIARY_PAGE, GtkWidget)

GtkWidget *soleus_diary_page_new           (SoleusContext *context);
void       soleus_diary_page_show_timeline (SoleusDiaryPage *self);
void       soleus_diary_page_search        (SoleusDiaryPage *self);

G_END_DECLS
