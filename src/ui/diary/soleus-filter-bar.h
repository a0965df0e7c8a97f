/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the timeline is narrowed down to: a button with all choices, and a chip for each choice that was made. */
#pragma once

#include <gtk/gtk.h>

#include "store/soleus-timeline.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FILTER_BAR (soleus_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (SoleusFilterBar, soleus_filter_bar, SOLEUS, FILTER_BAR, GtkWidget)

GtkWidget *soleus_filter_bar_new       (SoleusClock *clock);
void       soleus_filter_bar_fill      (SoleusFilterBar *self, SoleusTimelineFilter *filter);
gboolean   soleus_filter_bar_is_active (SoleusFilterBar *self);
void       soleus_filter_bar_clear     (SoleusFilterBar *self);

G_END_DECLS
