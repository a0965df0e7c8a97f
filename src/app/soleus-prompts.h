/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often the same advice is shown unasked: section 8.5 of the clinical notes. */
#pragma once

#include "model/soleus-record.h"
#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

/**
 * SoleusPrompt:
 * @SOLEUS_PROMPT_MUTED: it is not shown unasked
 * @SOLEUS_PROMPT_SHOWN: it is shown until it is answered
 * @SOLEUS_PROMPT_SEEN_SOMEONE: it was shown four weeks ago and still holds: "Have you been able to see someone?"
 *
 * What becomes of the advice of one level.
 */
typedef enum
{
  SOLEUS_PROMPT_MUTED,
  SOLEUS_PROMPT_SHOWN,
  SOLEUS_PROMPT_SEEN_SOMEONE,
} SoleusPrompt;

SoleusPrompt soleus_prompts_judge  (const SoleusVerdict *verdict, SoleusLevel level, GPtrArray *prompts);
GPtrArray   *soleus_prompts_answer (const SoleusVerdict *verdict, SoleusLevel level, const char *answer);

G_END_DECLS
