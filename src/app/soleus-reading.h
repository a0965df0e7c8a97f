/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which guides a person marked, and which they read lately. */
#pragma once

#include "app/soleus-keeper.h"

G_BEGIN_DECLS

GPtrArray *soleus_reading_list_favourites (SoleusDiary *diary);
GPtrArray *soleus_reading_list_recent     (SoleusDiary *diary, guint most);
gboolean   soleus_reading_is_favourite    (SoleusDiary *diary, const char *guide);
void       soleus_reading_set_favourite   (SoleusDiary *diary, SoleusKeeper *keeper, const char *guide, gboolean marked);
void       soleus_reading_note_opened     (SoleusDiary *diary, SoleusKeeper *keeper, const char *guide);

G_END_DECLS
