/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A press on a reminder, carried out through the keeper with words for the person. */
#pragma once

#include "app/soleus-keeper.h"

G_BEGIN_DECLS

gboolean soleus_reminder_answer (SoleusDiary *diary, SoleusKeeper *keeper, const char *press, char **page, GAsyncReadyCallback callback, gpointer data);

/* A card says it in these words. */
#define SOLEUS_ADVICE_HOURS 2

gboolean soleus_reminder_find_asked (SoleusDiary *diary, SoleusTime *until);
void     soleus_reminder_ask (SoleusDiary *diary, SoleusKeeper *keeper);

G_END_DECLS
