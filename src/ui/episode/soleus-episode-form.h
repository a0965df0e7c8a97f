/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All questions about one cramp. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-episode-draft.h"
#include "drawing/soleus-leg-map.h"
#include "ui/widgets/soleus-sites.h"

G_BEGIN_DECLS

/**
 * SoleusFormKind:
 * @SOLEUS_FORM_MOMENT: a cramp of any moment: asks for its date and time first, and for its end
 * @SOLEUS_FORM_NIGHT: a cramp of a night that is known: asks for the part of the night
 */
typedef enum
{
  SOLEUS_FORM_MOMENT,
  SOLEUS_FORM_NIGHT,
} SoleusFormKind;

#define SOLEUS_TYPE_EPISODE_FORM (soleus_episode_form_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEpisodeForm, soleus_episode_form, SOLEUS, EPISODE_FORM, GtkWidget)

GtkWidget    *soleus_episode_form_new             (SoleusFormKind kind, SoleusClock *clock);
void          soleus_episode_form_set_draft       (SoleusEpisodeForm *self, SoleusEpisodeDraft *draft);
gboolean      soleus_episode_form_is_readable     (SoleusEpisodeForm *self);
void          soleus_episode_form_focus_first     (SoleusEpisodeForm *self);
void          soleus_episode_form_focus_unanswered (SoleusEpisodeForm *self);
SoleusSites  *soleus_episode_form_get_sites       (SoleusEpisodeForm *self);
void          soleus_episode_form_set_map_visible (SoleusEpisodeForm *self, gboolean visible);

SoleusLegMap *soleus_episode_form_get_map         (void);

G_END_DECLS
