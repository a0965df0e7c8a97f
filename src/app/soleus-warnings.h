/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warnings of the window: the verdict as of now, the emergency that nobody has answered yet, what is shown unasked, and
 * when a warning check is offered. */
#pragma once

#include "app/soleus-cards.h"
#include "app/soleus-check-draft.h"
#include "app/soleus-keeper.h"
#include "app/soleus-prompts.h"

G_BEGIN_DECLS

/**
 * SoleusOffer:
 * @SOLEUS_OFFER_NONE: no check is offered
 * @SOLEUS_OFFER_CRAMP: after a cramp, or in the morning after a night with cramps
 * @SOLEUS_OFFER_SORE: a calf was sore for longer than a day
 *
 * Why a warning check is offered.
 */
typedef enum
{
  SOLEUS_OFFER_NONE,
  SOLEUS_OFFER_CRAMP,
  SOLEUS_OFFER_SORE,
} SoleusOffer;

#define SOLEUS_TYPE_WARNINGS (soleus_warnings_get_type ())

G_DECLARE_FINAL_TYPE (SoleusWarnings, soleus_warnings, SOLEUS, WARNINGS, GObject)

SoleusWarnings       *soleus_warnings_new               (SoleusDiary *diary, SoleusKeeper *keeper);
const SoleusGuidance *soleus_warnings_get_guidance      (SoleusWarnings *self);
void                  soleus_warnings_update            (SoleusWarnings *self);
const SoleusVerdict  *soleus_warnings_get_verdict       (SoleusWarnings *self);

SoleusRecord         *soleus_warnings_get_emergency     (SoleusWarnings *self);
SoleusRecord         *soleus_warnings_get_answered      (SoleusWarnings *self);
void                  soleus_warnings_acknowledge       (SoleusWarnings *self, SoleusRecord *verdict, const char *word);
void                  soleus_warnings_acknowledge_today (SoleusWarnings *self);
gboolean              soleus_warnings_today_is_answered (SoleusWarnings *self);
char                 *soleus_warnings_say_answer        (SoleusRecord *verdict);

SoleusPrompt          soleus_warnings_get_prompt        (SoleusWarnings *self, SoleusLevel level);
void                  soleus_warnings_answer_prompt     (SoleusWarnings *self, SoleusLevel level, const char *answer);
SoleusOffer           soleus_warnings_get_offer         (SoleusWarnings *self);
void                  soleus_warnings_decline_offer     (SoleusWarnings *self);

SoleusVerdict        *soleus_warnings_judge             (SoleusWarnings *self, SoleusRecord *draft);
void                  soleus_warnings_keep_check        (SoleusWarnings *self, SoleusRecord *check, const SoleusVerdict *verdict, SoleusRecord **record, gboolean finished);
GPtrArray            *soleus_warnings_list_cards        (SoleusWarnings *self, const SoleusVerdict *verdict);
SoleusVerdict        *soleus_warnings_read              (SoleusWarnings *self, SoleusRecord *record);
SoleusRecord         *soleus_warnings_find_verdict      (SoleusWarnings *self, const char *check);

G_END_DECLS
