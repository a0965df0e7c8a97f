/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nights that were not recorded, to fill in or to leave. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

/* How far back the page goes. Older nights are opened in the Diary. */
#define SOLEUS_FILL_IN_NIGHTS 14

GtkWidget *soleus_fill_in_page_new   (SoleusContext *context);
guint      soleus_fill_in_count_open (SoleusContext *context, SoleusDate until);

G_END_DECLS
