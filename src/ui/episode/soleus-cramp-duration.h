/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "How long did it last?" and, where that is asked, whether it is over and when it ended. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-episode-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CRAMP_DURATION (soleus_cramp_duration_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCrampDuration, soleus_cramp_duration, SOLEUS, CRAMP_DURATION, GtkWidget)

GtkWidget *soleus_cramp_duration_new         (gboolean asks_for_end);
void       soleus_cramp_duration_set_draft   (SoleusCrampDuration *self, SoleusEpisodeDraft *draft);
gboolean   soleus_cramp_duration_is_readable (SoleusCrampDuration *self);

G_END_DECLS
