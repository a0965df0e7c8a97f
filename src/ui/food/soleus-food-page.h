/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meals of a day, what they add up to, and the person's own foods. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FOOD_PAGE (soleus_food_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusFoodPage, soleus_food_page, SOLEUS, FOOD_PAGE, GtkWidget)

GtkWidget *soleus_food_page_new (SoleusContext *context);

G_END_DECLS
