/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day and a time of day, for what happened at a moment. */
#pragma once

#include <gtk/gtk.h>

#include "base/soleus-clock.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MOMENT_FIELD (soleus_moment_field_get_type ())

G_DECLARE_FINAL_TYPE (SoleusMomentField, soleus_moment_field, SOLEUS, MOMENT_FIELD, GtkWidget)

GtkWidget  *soleus_moment_field_new      (SoleusClock *clock);
void        soleus_moment_field_set_time (SoleusMomentField *self, SoleusTime time);
void        soleus_moment_field_set_day  (SoleusMomentField *self, SoleusDate date);
const char *soleus_moment_field_get_time (SoleusMomentField *self, SoleusTime *time);

G_END_DECLS
