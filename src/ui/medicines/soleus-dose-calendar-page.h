/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Months with the number of doses on each day, and the doses of the chosen day. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DOSE_CALENDAR_PAGE (soleus_dose_calendar_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDoseCalendarPage, soleus_dose_calendar_page, SOLEUS, DOSE_CALENDAR_PAGE, GtkWidget)

GtkWidget *soleus_dose_calendar_page_new (SoleusContext *context, const char *medicine_uuid);

G_END_DECLS
