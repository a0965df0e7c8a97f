/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that was recorded, newest first, with search and filters. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TIMELINE_VIEW (soleus_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (SoleusTimelineView, soleus_timeline_view, SOLEUS, TIMELINE_VIEW, GtkWidget)

GtkWidget *soleus_timeline_view_new        (SoleusContext *context);
void       soleus_timeline_view_search     (SoleusTimelineView *self);
void       soleus_timeline_view_show_night (SoleusTimelineView *self, SoleusDate night);

G_END_DECLS
