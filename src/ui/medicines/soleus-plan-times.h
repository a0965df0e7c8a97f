/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day, each with how many are taken then: buttons that remove one, and an entry that adds one. */
#pragma once

#include <gtk/gtk.h>

#include "model/soleus-row.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PLAN_TIMES (soleus_plan_times_get_type ())

G_DECLARE_FINAL_TYPE (SoleusPlanTimes, soleus_plan_times, SOLEUS, PLAN_TIMES, GtkWidget)

GtkWidget *soleus_plan_times_new         (void);
void       soleus_plan_times_set         (SoleusPlanTimes *self, const SoleusRow *schedule);
void       soleus_plan_times_fill        (SoleusPlanTimes *self, SoleusRow *schedule);
gboolean   soleus_plan_times_is_complete (SoleusPlanTimes *self);
gboolean   soleus_plan_times_complain    (SoleusPlanTimes *self);

G_END_DECLS
