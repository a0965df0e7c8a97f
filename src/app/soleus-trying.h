/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person keeps up over weeks to see whether it helps: a stretch, a diet, a supplement. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

gboolean    soleus_trying_is_now    (SoleusRecord *routine, SoleusDate today);
GPtrArray  *soleus_trying_list      (SoleusDiary *diary, gboolean now, GError **error);
const char *soleus_trying_say_name  (SoleusRecord *routine);
char       *soleus_trying_say_dates (SoleusRecord *routine);

G_END_DECLS
