/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over all guides as someone types: titles, other words, steps, claims. */
#pragma once

#include "guidance/soleus-guides.h"

G_BEGIN_DECLS

typedef struct _SoleusGuideSearch SoleusGuideSearch;

/**
 * SoleusHit:
 * @guide: (transfer none): the guide
 * @line: (transfer none): the line that holds most of what was looked for, or the summary
 * @marks: (element-type guint): byte offsets into @line, from and to, one pair a word that was found
 * @title_marks: (element-type guint): the same for the title
 *
 * One guide that was found.
 */
typedef struct
{
  const SoleusGuide *guide;
  const char *line;
  GArray *marks;
  GArray *title_marks;
} SoleusHit;

/**
 * SoleusHits:
 * @hits: (element-type SoleusHit): the best first
 * @corrected: (nullable): what was looked for in place of the query, where words of it stand nowhere
 *
 * What was found.
 */
typedef struct
{
  GPtrArray *hits;
  char *corrected;
} SoleusHits;

SoleusGuideSearch *soleus_guide_search_new  (const SoleusGuides *guides);
void               soleus_guide_search_free (SoleusGuideSearch *self);
SoleusHits        *soleus_guide_search_find (SoleusGuideSearch *self, const char *query, gboolean as_typed);
void               soleus_hits_free         (SoleusHits *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusGuideSearch, soleus_guide_search_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusHits, soleus_hits_free)

G_END_DECLS
