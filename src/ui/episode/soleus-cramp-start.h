/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "When did it start?" for any moment of the past: a date, a time, and whether that is exact. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-episode-draft.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CRAMP_START (soleus_cramp_start_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCrampStart, soleus_cramp_start, SOLEUS, CRAMP_START, GtkWidget)

GtkWidget *soleus_cramp_start_new         (SoleusClock *clock);
void       soleus_cramp_start_set_draft   (SoleusCrampStart *self, SoleusEpisodeDraft *draft);
gboolean   soleus_cramp_start_is_readable (SoleusCrampStart *self);

G_END_DECLS
