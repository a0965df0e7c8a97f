/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the guidance is left out for this person, and why. */
#pragma once

#include "app/soleus-risks.h"
#include "app/soleus-warnings.h"
#include "guidance/soleus-limit.h"
#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

SoleusLimits soleus_left_out_find       (const SoleusRisks *risks, const SoleusGuidance *guidance, const SoleusVerdict *verdict, SoleusDate today);
SoleusLimits soleus_left_out_find_now   (SoleusDiary *diary, SoleusWarnings *warnings);
char        *soleus_left_out_say_why    (const SoleusRisks *risks, const SoleusGuidance *guidance, SoleusLimits limits);
gboolean     soleus_left_out_sits_first (const SoleusRisks *risks, SoleusTime now);

G_END_DECLS
