/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to say, and to ask, about a start on a night when the clock changed. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-episode-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CLOCK_CHANGE (soleus_clock_change_get_type ())
G_DECLARE_FINAL_TYPE (SoleusClockChange, soleus_clock_change, SOLEUS, CLOCK_CHANGE, GtkWidget)

GtkWidget *soleus_clock_change_new  (void);
void       soleus_clock_change_show (SoleusClockChange *self, SoleusEpisodeDraft *draft);

G_END_DECLS
