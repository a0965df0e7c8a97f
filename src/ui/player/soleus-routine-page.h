/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts stretches in order. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-library.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ROUTINE_PAGE (soleus_routine_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusRoutinePage, soleus_routine_page, SOLEUS, ROUTINE_PAGE, GtkWidget)

GtkWidget *soleus_routine_page_new (SoleusContext *context, SoleusRecord *plan);

G_END_DECLS
