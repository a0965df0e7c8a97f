/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of series share. */
#pragma once

#include "reminders/soleus-schedule-private.h"
#include "reminders/soleus-series.h"

G_BEGIN_DECLS

void soleus_series_add (GArray *list, SoleusRepeat repeat, int number, int minute, SoleusDate anchor, SoleusDate from, SoleusDate until);

G_END_DECLS
