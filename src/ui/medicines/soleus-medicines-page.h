/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place Medicines: what is taken, and what was. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MEDICINES_PAGE (soleus_medicines_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusMedicinesPage, soleus_medicines_page, SOLEUS, MEDICINES_PAGE, GtkWidget)

GtkWidget *soleus_medicines_page_new    (SoleusContext *context);
void       soleus_medicines_page_search (SoleusMedicinesPage *self);

G_END_DECLS
