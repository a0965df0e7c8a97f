/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changing and pausing a schedule share: the span of a version in minutes of civil time, and the copying of its parts. */
#pragma once

#include "store/soleus-edit.h"

G_BEGIN_DECLS

/* The end of a version that has none. */
#define SOLEUS_PLAN_FOREVER G_MAXINT64

gint64     soleus_plan_moment            (SoleusDate date, int minute);
gint64     soleus_plan_moment_of         (SoleusTime time);
gint64     soleus_plan_get_begin         (const SoleusRow *version);
gint64     soleus_plan_get_end           (const SoleusRow *version);
gboolean   soleus_plan_is_in_charge      (const SoleusRow *version, gint64 moment);
gboolean   soleus_plan_counts_days       (const SoleusRow *version);
SoleusDate soleus_plan_get_first_counted (const SoleusRow *version);
SoleusDate soleus_plan_get_last_paused   (const SoleusRow *pause);
void       soleus_plan_add_pause         (SoleusRow *version, SoleusDate from, SoleusDate until);
void       soleus_plan_copy_pauses       (const SoleusRow *from, SoleusRow *to, SoleusDate earliest, SoleusDate first);
void       soleus_plan_copy_doses        (const SoleusRow *from, SoleusRow *to);
void       soleus_plan_set_span          (SoleusRow *version, const SoleusRow *wanted, gint64 begin);
void       soleus_plan_end               (GPtrArray *edits, SoleusRecord *version, gint64 moment);

G_END_DECLS
