/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routines: the one for bedtime, and those that a person put together. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-library.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ROUTINES_PAGE (soleus_routines_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusRoutinesPage, soleus_routines_page, SOLEUS, ROUTINES_PAGE, GtkWidget)

GtkWidget *soleus_routines_page_new (SoleusContext *context);

G_END_DECLS
