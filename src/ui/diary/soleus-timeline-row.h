/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the timeline: the heading of a night, or an entry. */
#pragma once

#include <gtk/gtk.h>

#include "store/soleus-timeline.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TIMELINE_ROW (soleus_timeline_row_get_type ())

G_DECLARE_FINAL_TYPE (SoleusTimelineRow, soleus_timeline_row, SOLEUS, TIMELINE_ROW, GtkWidget)

GtkWidget          *soleus_timeline_row_new      (SoleusDiary *diary);
SoleusTimelineItem *soleus_timeline_row_get_item (SoleusTimelineRow *self);
void                soleus_timeline_row_set_item (SoleusTimelineRow *self, SoleusTimelineItem *item);

G_END_DECLS
