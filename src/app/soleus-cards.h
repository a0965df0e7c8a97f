/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A verdict as it is said to a person: one card a level, what to do first, then why, then who says so. */
#pragma once

#include "app/soleus-risks.h"
#include "model/soleus-record.h"
#include "triage/soleus-verdict.h"

G_BEGIN_DECLS

/**
 * SoleusLineStyle:
 * @SOLEUS_LINE_PLAIN: a paragraph
 * @SOLEUS_LINE_STRONG: what to do
 * @SOLEUS_LINE_ITEM: an item of a list
 *
 * How a line of a card looks.
 */
typedef enum
{
  SOLEUS_LINE_PLAIN,
  SOLEUS_LINE_STRONG,
  SOLEUS_LINE_ITEM,
} SoleusLineStyle;

typedef struct
{
  SoleusLineStyle style;
  char *text;
} SoleusCardLine;

/**
 * SoleusReason:
 * @rule: the rule that fired
 * @text: what it is about: "Chest pain"
 * @tag: whose word it is: "An article says", "Public guidance" or "Our own choice"
 * @sources: (nullable): their titles
 * @used: (nullable): what was used: "9 cramps in the last 28 days"
 *
 * Why a card is shown, and who says so.
 */
typedef struct
{
  const char *rule;
  char *text;
  const char *tag;
  char *sources;
  char *used;
} SoleusReason;

/**
 * SoleusCard:
 * @level: how soon help is needed
 * @word: its name: "Emergency"; "" for none
 * @head: (nullable): what to do, in one sentence
 * @lines: (element-type SoleusCardLine): the rest, in order
 * @reasons: (element-type SoleusReason): why
 *
 * All that fired at one level.
 */
typedef struct
{
  SoleusLevel level;
  const char *word;
  char *head;
  GPtrArray *lines;
  GPtrArray *reasons;
} SoleusCard;

GPtrArray  *soleus_cards_new         (const SoleusVerdict *verdict, const SoleusGuidance *guidance, const SoleusRisks *risks);
SoleusCard *soleus_cards_find        (GPtrArray *cards, SoleusLevel level);
char       *soleus_cards_describe    (const SoleusCard *card);
const char *soleus_level_get_name    (SoleusLevel level);
char       *soleus_used_facts_say    (GPtrArray *facts, const SoleusGuidance *guidance);
char       *soleus_words_sentence    (const char *text);

G_END_DECLS
