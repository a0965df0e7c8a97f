/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts in one line, for tables of cases. */
#pragma once

#include "triage/soleus-facts.h"

G_BEGIN_DECLS

  SoleusFacts *soleus_test_facts_new (const char *text);
  SoleusFacts *soleus_test_facts_new_at (const char *text, const char *now);

G_END_DECLS
