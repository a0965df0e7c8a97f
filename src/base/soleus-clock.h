/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What time it is, and where. The one place that asks the system; tests hand out a clock that stands still. */
#pragma once

#include <glib-object.h>

#include "base/soleus-time.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CLOCK (soleus_clock_get_type ())

G_DECLARE_FINAL_TYPE (SoleusClock, soleus_clock, SOLEUS, CLOCK, GObject)

SoleusClock *soleus_clock_new_system (void);
SoleusClock *soleus_clock_new_fixed  (SoleusTime now);
SoleusClock *soleus_clock_new_fixed_zone (gint64 utc, GTimeZone *zone);
gboolean     soleus_clock_is_fixed   (SoleusClock *self);
void         soleus_clock_advance    (SoleusClock *self, gint64 seconds);
SoleusTime   soleus_clock_get_now    (SoleusClock *self);
GTimeZone   *soleus_clock_dup_zone   (SoleusClock *self);
SoleusDate   soleus_clock_get_today  (SoleusClock *self);
SoleusDate   soleus_clock_get_night  (SoleusClock *self);

G_END_DECLS
