/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A night with cramps while it is being described: how many there were, how often they woke the person, and each of
 * them, as far as the person wants to tell. */
#pragma once

#include "app/soleus-episode-draft.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

/* The most cramps of a night. */
#define SOLEUS_NIGHT_DRAFT_MOST 99

#define SOLEUS_TYPE_NIGHT_DRAFT (soleus_night_draft_get_type ())

G_DECLARE_FINAL_TYPE (SoleusNightDraft, soleus_night_draft, SOLEUS, NIGHT_DRAFT, GObject)

SoleusNightDraft   *soleus_night_draft_new           (SoleusDiary *diary, SoleusDate night, GError **error);
SoleusNightDraft   *soleus_night_draft_new_from_content (SoleusDiary *diary, const char *content, GError **error);
char               *soleus_night_draft_to_content    (SoleusNightDraft *self);

SoleusDate          soleus_night_draft_get_night     (SoleusNightDraft *self);
int                 soleus_night_draft_get_count     (SoleusNightDraft *self);
void                soleus_night_draft_set_count     (SoleusNightDraft *self, int count);
int                 soleus_night_draft_get_wakings   (SoleusNightDraft *self);
void                soleus_night_draft_set_wakings   (SoleusNightDraft *self, int wakings);
guint               soleus_night_draft_get_n_kept    (SoleusNightDraft *self);
gboolean            soleus_night_draft_get_each      (SoleusNightDraft *self);
void                soleus_night_draft_set_each      (SoleusNightDraft *self, gboolean each);
guint               soleus_night_draft_get_n_described (SoleusNightDraft *self);
SoleusEpisodeDraft *soleus_night_draft_get_episode   (SoleusNightDraft *self, guint which);

gboolean            soleus_night_draft_is_changed    (SoleusNightDraft *self);
char               *soleus_night_draft_dup_problem   (SoleusNightDraft *self);
GPtrArray          *soleus_night_draft_make_edits    (SoleusNightDraft *self);
char               *soleus_night_draft_dup_words     (SoleusNightDraft *self);

G_END_DECLS
