/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before any stretch or remedy is shown, and what is left out: section 4.0 of the clinical notes. */
#pragma once

#include "app/soleus-guidance.h"
#include "store/soleus-diary.h"
#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

/**
 * SoleusGate:
 * @SOLEUS_GATE_OPEN: stretches and remedies may be shown, without what is left out
 * @SOLEUS_GATE_ASK: the eight emergency questions, the signs of one calf and an injury come first
 * @SOLEUS_GATE_WARN: a card for emergency or today is shown, and nothing else
 * @SOLEUS_GATE_REST: hurt today: rest, and have it looked at; no stretching
 *
 * Whether stretches and remedies may be shown.
 */
typedef enum
{
  SOLEUS_GATE_OPEN,
  SOLEUS_GATE_ASK,
  SOLEUS_GATE_WARN,
  SOLEUS_GATE_REST,
} SoleusGate;

/**
 * SoleusGateSign:
 * @id: the fact that a yes is kept as
 * @text: the id of its text
 *
 * One sign that is asked for.
 */
typedef struct
{
  const char *id;
  const char *text;
} SoleusGateSign;

#define SOLEUS_N_GATE_SIGNS 10

SoleusGate            soleus_safety_gate_judge      (SoleusDiary *diary, const SoleusVerdict *verdict, SoleusTime now);
gboolean              soleus_safety_gate_was_denied (SoleusDiary *diary, SoleusTime now);
gboolean              soleus_safety_gate_was_hurt   (SoleusDiary *diary, SoleusTime now);
const SoleusGateSign *soleus_safety_gate_get_signs  (void);
SoleusRecord         *soleus_safety_gate_make_check (SoleusTime now, const char *const *signs);

G_END_DECLS
