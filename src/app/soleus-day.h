/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recorded of one civil day, and how its entries are said where they stand in a list. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

GPtrArray *soleus_day_list            (SoleusDiary *diary, SoleusKind kind, SoleusDate day, GError **error);
GPtrArray *soleus_day_list_medicines  (SoleusDiary *diary, SoleusDate day, GError **error);

char      *soleus_day_words_when      (SoleusRecord *record);
char      *soleus_day_words_entry     (SoleusDiary *diary, SoleusRecord *record);
char      *soleus_day_words_drinks    (SoleusDiary *diary, GPtrArray *drinks);
char      *soleus_day_words_deleted   (SoleusDiary *diary, SoleusRecord *record);
char      *soleus_day_words_gone_since (gint64 deleted, SoleusClock *clock);

G_END_DECLS
