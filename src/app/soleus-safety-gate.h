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
 * @SOLEUS_GATE_ASK: the eight emergency questions come first
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
 * SoleusGateLimits:
 * @SOLEUS_GATE_SITTING_FIRST: sitting and lying versions come first
 * @SOLEUS_GATE_NO_HEAT_OR_COLD: no heat and no ice
 * @SOLEUS_GATE_WARM_NOT_HOT: warm, not hot
 * @SOLEUS_GATE_SIDE_LYING: on the side, not flat on the back
 * @SOLEUS_GATE_NO_LEGS_UP: no legs up the wall
 * @SOLEUS_GATE_NO_RAISING: no raised legs at all
 * @SOLEUS_GATE_NO_COMPRESSION: no compression
 * @SOLEUS_GATE_NO_STRONG_MASSAGE: no strong massage
 *
 * What is left out for this person.
 */
typedef enum
{
  SOLEUS_GATE_NO_LIMITS = 0,
  SOLEUS_GATE_SITTING_FIRST = 1 << 0,
  SOLEUS_GATE_NO_HEAT_OR_COLD = 1 << 1,
  SOLEUS_GATE_WARM_NOT_HOT = 1 << 2,
  SOLEUS_GATE_SIDE_LYING = 1 << 3,
  SOLEUS_GATE_NO_LEGS_UP = 1 << 4,
  SOLEUS_GATE_NO_RAISING = 1 << 5,
  SOLEUS_GATE_NO_COMPRESSION = 1 << 6,
  SOLEUS_GATE_NO_STRONG_MASSAGE = 1 << 7,
} SoleusGateLimits;

SoleusGate       soleus_safety_gate_judge       (SoleusDiary *diary, const SoleusVerdict *verdict, SoleusTime now);
SoleusGateLimits soleus_safety_gate_find_limits (SoleusDiary *diary, const SoleusGuidance *guidance, const SoleusVerdict *verdict, SoleusTime now);

G_END_DECLS
