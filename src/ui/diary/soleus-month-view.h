/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar: a month of nights with its name, what the marks mean, and how many nights are recorded. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MONTH_VIEW (soleus_month_view_get_type ())

G_DECLARE_FINAL_TYPE (SoleusMonthView, soleus_month_view, SOLEUS, MONTH_VIEW, GtkWidget)

GtkWidget *soleus_month_view_new         (SoleusContext *context);
SoleusDate soleus_month_view_get_night   (SoleusMonthView *self);
void       soleus_month_view_set_night   (SoleusMonthView *self, SoleusDate night);
void       soleus_month_view_focus_night (SoleusMonthView *self);

G_END_DECLS
