/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One night and the day before it. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DAY_PAGE (soleus_day_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDayPage, soleus_day_page, SOLEUS, DAY_PAGE, GtkWidget)

GtkWidget *soleus_day_page_new       (SoleusContext *context, SoleusDate night);
SoleusDate soleus_day_page_get_night (SoleusDayPage *self);

G_END_DECLS
