/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drinks of a day, one below the other, and the person's own glasses and bottles. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DRINKS_PAGE (soleus_drinks_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDrinksPage, soleus_drinks_page, SOLEUS, DRINKS_PAGE, GtkWidget)

GtkWidget *soleus_drinks_page_new (SoleusContext *context, SoleusDate day);

G_END_DECLS
