/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doses of one time, one by one. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DOSES_PAGE (soleus_doses_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDosesPage, soleus_doses_page, SOLEUS, DOSES_PAGE, GtkWidget)

GtkWidget *soleus_doses_page_new (SoleusContext *context, SoleusDate date, int minute);

G_END_DECLS
