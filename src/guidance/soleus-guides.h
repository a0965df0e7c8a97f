/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All guides, in their groups. A guide that cannot be read is left out and named; the rest stays. */
#pragma once

#include "guidance/soleus-content.h"
#include "guidance/soleus-guide.h"

G_BEGIN_DECLS

/**
 * SoleusGuideGroup:
 * @id: its id
 * @title: its title
 * @guides: (element-type SoleusGuide): its guides
 *
 * Guides that stand together.
 */
typedef struct
{
  char *id;
  char *title;
  GPtrArray *guides;
} SoleusGuideGroup;

typedef struct _SoleusGuides SoleusGuides;

SoleusGuides      *soleus_guides_new             (const SoleusContent *content);
SoleusGuides      *soleus_guides_load            (const SoleusContent *content);
void               soleus_guides_free            (SoleusGuides *self);
void               soleus_guides_add             (SoleusGuides *self, GBytes *bytes, const char *name);
const SoleusGuide *soleus_guides_add_own         (SoleusGuides *self, JsonNode *node, GError **error);
void               soleus_guides_check           (SoleusGuides *self);
GPtrArray         *soleus_guides_get_groups      (const SoleusGuides *self);
GPtrArray         *soleus_guides_get_all         (const SoleusGuides *self);
GPtrArray         *soleus_guides_get_problems    (const SoleusGuides *self);
const SoleusGuide *soleus_guides_get             (const SoleusGuides *self, const char *id);
GPtrArray         *soleus_guides_list_for_muscle (const SoleusGuides *self, const char *muscle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusGuides, soleus_guides_free)

G_END_DECLS
