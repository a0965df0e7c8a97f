/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guidance that comes with the program: rules, medicines, texts and sources. */
#pragma once

#include "guidance/soleus-content.h"
#include "guidance/soleus-medicines.h"
#include "triage/soleus-rules.h"

G_BEGIN_DECLS

/**
 * SoleusGuidance:
 * @rules: the warning rules
 * @medicines: the medicines that are known
 * @content: texts and sources
 *
 * All of it, read together.
 */
typedef struct
{
  SoleusRules *rules;
  SoleusMedicines *medicines;
  SoleusContent *content;
} SoleusGuidance;

SoleusGuidance *soleus_guidance_load     (GError **error);
void            soleus_guidance_free     (SoleusGuidance *self);
const char     *soleus_guidance_get_text (const SoleusGuidance *self, const char *id);
char           *soleus_guidance_fill     (const SoleusGuidance *self, const char *id, const char *place, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusGuidance, soleus_guidance_free)

G_END_DECLS
