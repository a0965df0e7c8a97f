/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a guide is made. */
#pragma once

#include "guidance/soleus-guide.h"
#include "guidance/soleus-place.h"

G_BEGIN_DECLS

SoleusGuide *soleus_guide_new    (void);
SoleusGuide *soleus_guide_read   (const SoleusPlace *place, gboolean is_own, GError **error);
gboolean     soleus_line_read    (const SoleusPlace *place, const char *context, SoleusLine *line, GError **error);
void         soleus_line_free    (SoleusLine *self);
void         soleus_claim_free   (SoleusClaim *self);
void         soleus_section_free (SoleusSection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusLine, soleus_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusClaim, soleus_claim_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusSection, soleus_section_free)

G_END_DECLS
