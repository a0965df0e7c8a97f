/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known around the signs: it adds a sentence to a card, and never fires by itself. */
#pragma once

#include "app/soleus-guidance.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

typedef struct _SoleusRisks SoleusRisks;

SoleusRisks *soleus_risks_new                  (SoleusDiary *diary, SoleusTime now);
void         soleus_risks_free                 (SoleusRisks *self);
gboolean     soleus_risks_has_condition        (const SoleusRisks *self, const char *word);
gboolean     soleus_risks_has_flag             (const SoleusRisks *self, const char *field);
gboolean     soleus_risks_is_pregnant          (const SoleusRisks *self);
gboolean     soleus_risks_is_older_than        (const SoleusRisks *self, int years);
gboolean     soleus_risks_knows_age            (const SoleusRisks *self);
SoleusDate   soleus_risks_get_due_date         (const SoleusRisks *self);
gboolean     soleus_risks_takes                (const SoleusRisks *self, const SoleusGuidance *guidance, const char *class_id);
const char  *soleus_risks_get_emergency_number (const SoleusRisks *self);
char        *soleus_risks_say_clot             (const SoleusRisks *self, const SoleusGuidance *guidance);
char        *soleus_risks_say_arteries         (const SoleusRisks *self, const SoleusGuidance *guidance);
gboolean     soleus_risks_forbid_supplements   (const SoleusRisks *self, const SoleusGuidance *guidance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRisks, soleus_risks_free)

G_END_DECLS
