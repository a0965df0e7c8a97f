/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays one stretch or a routine: look, hold, change side. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-library.h"
#include "app/soleus-player.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PLAYER_VIEW (soleus_player_view_get_type ())

G_DECLARE_FINAL_TYPE (SoleusPlayerView, soleus_player_view, SOLEUS, PLAYER_VIEW, GtkWidget)

GtkWidget    *soleus_player_view_new        (SoleusContext *context, GPtrArray *steps, SoleusRecord *plan);
SoleusPlayer *soleus_player_view_get_player (SoleusPlayerView *self);
void          soleus_player_view_advance    (SoleusPlayerView *self, double seconds);
void          soleus_player_view_go_back    (SoleusPlayerView *self);

G_END_DECLS
