/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "When, about?" in the morning: a part of the night, an exact time, or not sure. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-episode-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_NIGHT_START (soleus_night_start_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNightStart, soleus_night_start, SOLEUS, NIGHT_START, GtkWidget)

GtkWidget *soleus_night_start_new         (void);
void       soleus_night_start_set_draft   (SoleusNightStart *self, SoleusEpisodeDraft *draft);
gboolean   soleus_night_start_is_readable (SoleusNightStart *self);

G_END_DECLS
