/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The doses of today by their times, with one press for all of one time. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DOSES_LIST (soleus_doses_list_get_type ())

G_DECLARE_FINAL_TYPE (SoleusDosesList, soleus_doses_list, SOLEUS, DOSES_LIST, GtkWidget)

GtkWidget *soleus_doses_list_new (SoleusContext *context, const char *heading);

G_END_DECLS
