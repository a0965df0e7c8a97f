/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that says a date and opens a calendar, with an entry for those who would rather type. */
#pragma once

#include <gtk/gtk.h>

#include "base/soleus-clock.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DATE_BUTTON (soleus_date_button_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDateButton, soleus_date_button, SOLEUS, DATE_BUTTON, GtkWidget)

GtkWidget *soleus_date_button_new      (SoleusClock *clock);
SoleusDate soleus_date_button_get_date (SoleusDateButton *self);
void       soleus_date_button_set_date (SoleusDateButton *self, SoleusDate date);

G_END_DECLS
