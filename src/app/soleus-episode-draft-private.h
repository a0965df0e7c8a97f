/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the draft share. */
#pragma once

#include "app/soleus-episode-draft.h"

G_BEGIN_DECLS

/**
 * SoleusDraftDating:
 * @SOLEUS_DRAFT_DATING_LATEST: nothing is known: a time typed is the latest one that is past
 * @SOLEUS_DRAFT_DATING_NIGHT: the night is known: a time typed lies in it
 * @SOLEUS_DRAFT_DATING_FIXED: the date was chosen, or stands in the diary
 *
 * Which day a typed time belongs to.
 */
typedef enum
{
  SOLEUS_DRAFT_DATING_LATEST,
  SOLEUS_DRAFT_DATING_NIGHT,
  SOLEUS_DRAFT_DATING_FIXED,
} SoleusDraftDating;

struct _SoleusEpisodeDraft
{
  GObject parent_instance;

  SoleusClock *clock;
  SoleusRecord *original; /* NULL for a cramp that the diary does not have */
  SoleusRecord *blank;    /* what a new one says before anybody answers */
  SoleusRecord *current;

  SoleusDraftDating dating;
  SoleusDate date;
  SoleusLocalFit fit;
  gboolean second_time;
  gboolean about; /* asked for before there was a time */
};

void soleus_episode_draft_start_blank (SoleusEpisodeDraft *self, SoleusDate night);
void soleus_episode_draft_read_when   (SoleusEpisodeDraft *self);

G_END_DECLS
