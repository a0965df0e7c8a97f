/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the diary to the facts, and from there to a verdict. */
#pragma once

#include "guidance/soleus-medicines.h"
#include "store/soleus-diary.h"
#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

SoleusFacts   *soleus_triage_gather  (SoleusDiary *diary, const SoleusMedicines *medicines, SoleusTime now, SoleusRecord *draft, GError **error);
SoleusVerdict *soleus_triage_verdict (SoleusDiary *diary, const SoleusRules *rules, const SoleusMedicines *medicines, SoleusTime now, SoleusRecord *draft, GError **error);

G_END_DECLS
