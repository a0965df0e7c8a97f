/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said about guides: how long, what is known, who says so. */
#pragma once

#include "guidance/soleus-content.h"
#include "guidance/soleus-guide.h"

G_BEGIN_DECLS

char       *soleus_guide_words_hold    (const SoleusHold *hold);
char       *soleus_guide_words_line    (const SoleusGuide *guide);
const char *soleus_guide_words_known   (SoleusKnown known);
const char *soleus_guide_words_explain (SoleusKnown known);
GPtrArray  *soleus_guide_words_sources (const SoleusContent *content, char **sources);

G_END_DECLS
