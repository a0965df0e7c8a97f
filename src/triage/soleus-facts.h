/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known at one moment, gathered from records: the one thing that the rules look at. It is handed everything and
 * asks nobody. */
#pragma once

#include "model/soleus-night.h"
#include "model/soleus-record.h"

G_BEGIN_DECLS

  typedef struct _SoleusFacts SoleusFacts;

  SoleusFacts *soleus_facts_new (SoleusTime now);
  void soleus_facts_free (SoleusFacts * self);
  void soleus_facts_add_record (SoleusFacts * self, SoleusRecord * record);
  void soleus_facts_add_night (SoleusFacts * self, const SoleusNight *night);
  void soleus_facts_set_medicine_classes (SoleusFacts * self, const char *medicine, const char *const *classes);

  G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusFacts, soleus_facts_free)

G_END_DECLS
