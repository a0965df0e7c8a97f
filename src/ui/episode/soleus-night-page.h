/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that asks about a night with cramps. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_NIGHT_PAGE (soleus_night_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNightPage, soleus_night_page, SOLEUS, NIGHT_PAGE, GtkWidget)

GtkWidget *soleus_night_page_new (SoleusContext *context, SoleusDate night);

G_END_DECLS
