/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One timer on the real-time clock. It rings at an instant, after a suspend too, and whenever the clock was set or the zone became
 * another. Nothing wakes up in between. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_ALARM (soleus_alarm_get_type ())

G_DECLARE_FINAL_TYPE (SoleusAlarm, soleus_alarm, SOLEUS, ALARM, GObject)

/* Signal "rang" (): the instant came, or the clock or the zone changed. The alarm is off then, until it is set again. */

SoleusAlarm *soleus_alarm_new (const char *zone_file);
void         soleus_alarm_set (SoleusAlarm *self, gint64 utc);

G_END_DECLS
