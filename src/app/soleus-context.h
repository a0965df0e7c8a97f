/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window is composed of: the clock, the diary with its keeper, the watch over its folder, the daily copy. */
#pragma once

#include "app/soleus-keeper.h"
#include "app/soleus-reminder-link.h"
#include "app/soleus-warnings.h"
#include "base/soleus-clock.h"

G_BEGIN_DECLS

typedef struct _SoleusLibrary SoleusLibrary;

#define SOLEUS_TYPE_CONTEXT (soleus_context_get_type ())

G_DECLARE_FINAL_TYPE (SoleusContext, soleus_context, SOLEUS, CONTEXT, GObject)

SoleusContext *soleus_context_new        (SoleusClock *clock, const char *diary_path);
gboolean       soleus_context_open       (SoleusContext *self, GError **error);
gboolean       soleus_context_is_open    (SoleusContext *self);
void           soleus_context_start_care (SoleusContext *self);
const char    *soleus_context_get_path   (SoleusContext *self);
void           soleus_context_set_path   (SoleusContext *self, const char *diary_path);
SoleusClock   *soleus_context_get_clock  (SoleusContext *self);
SoleusDiary   *soleus_context_get_diary  (SoleusContext *self);
SoleusKeeper  *soleus_context_get_keeper (SoleusContext *self);
SoleusWarnings *soleus_context_get_warnings (SoleusContext *self);
SoleusLibrary *soleus_context_get_library (SoleusContext *self);
SoleusReminderLink *soleus_context_get_reminders (SoleusContext *self);

G_END_DECLS
