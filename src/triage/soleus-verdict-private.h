/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes a verdict, whether judged or read. Part of the engine. */
#pragma once

#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

SoleusVerdict *soleus_verdict_new_empty (void);

G_END_DECLS
