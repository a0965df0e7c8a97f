/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verdict as the diary keeps it, with the version of the rules that gave it, and back again as it was. */
#pragma once

#include "model/soleus-record.h"
#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

void           soleus_verdict_write     (const SoleusVerdict *self, SoleusRecord *record, const char *check);
SoleusVerdict *soleus_verdict_read      (SoleusRecord *record, const SoleusRules *rules);

G_END_DECLS
