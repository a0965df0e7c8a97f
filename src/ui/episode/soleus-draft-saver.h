/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps an unsaved form in the diary while it is being filled in, so that nothing typed is lost. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DRAFT_SAVER (soleus_draft_saver_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDraftSaver, soleus_draft_saver, SOLEUS, DRAFT_SAVER, GObject)

/**
 * SoleusDraftFunc:
 * @data: what was given
 *
 * Returns: (transfer full) (nullable): what the form holds, or %NULL where it holds nothing unsaved
 */
typedef char *(*SoleusDraftFunc) (gpointer data);

SoleusDraftSaver *soleus_draft_saver_new       (SoleusDiary *diary, const char *form, SoleusDraftFunc func, gpointer data);
void              soleus_draft_saver_touch     (SoleusDraftSaver *self);
const char       *soleus_draft_saver_get_older (SoleusDraftSaver *self);
void              soleus_draft_saver_take_over (SoleusDraftSaver *self);
void              soleus_draft_saver_forget    (SoleusDraftSaver *self);
void              soleus_draft_saver_stop      (SoleusDraftSaver *self);

char             *soleus_draft_saver_describe_time (SoleusDiary *diary, gint64 saved);

G_END_DECLS
