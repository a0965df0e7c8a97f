/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an answer to "Any cramps last night?" does to the diary. Today, the nights to fill in and the day page share it. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

guint      soleus_night_answer_conflicts (SoleusDiary *diary, SoleusDate night, const char *said);
GPtrArray *soleus_night_answer_edits     (SoleusDiary *diary, SoleusDate night, const char *said, gboolean trash_episodes, GError **error);
char      *soleus_night_answer_words     (SoleusDate night, const char *said);

G_END_DECLS
