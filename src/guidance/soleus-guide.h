/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One guide: what to do, what to take care of, and what is known about it, each claim with who says it. Texts are in the
 * language of the person. Read once, never changed. */
#pragma once

#include <json-glib/json-glib.h>

#include "guidance/soleus-guidance-error.h"
#include "guidance/soleus-limit.h"

G_BEGIN_DECLS

/**
 * SoleusKnown:
 * @SOLEUS_KNOWN_SEVERAL: several sources agree
 * @SOLEUS_KNOWN_ONE: one source says it
 * @SOLEUS_KNOWN_SOURCES_DISAGREE: sources contradict each other
 * @SOLEUS_KNOWN_STUDIES_DISAGREE: studies came to different results
 * @SOLEUS_KNOWN_UNPROVEN: said, without good evidence
 * @SOLEUS_KNOWN_OWN_CHOICE: our own choice
 *
 * What is known about a claim.
 */
typedef enum
{
  SOLEUS_KNOWN_SEVERAL,
  SOLEUS_KNOWN_ONE,
  SOLEUS_KNOWN_SOURCES_DISAGREE,
  SOLEUS_KNOWN_STUDIES_DISAGREE,
  SOLEUS_KNOWN_UNPROVEN,
  SOLEUS_KNOWN_OWN_CHOICE,
} SoleusKnown;

/**
 * SoleusLine:
 * @text: a sentence or two
 * @left_out_when: for whom it is left out
 * @left_out: (nullable): what is left out, as a short noun phrase
 * @only_when: for whom alone it is shown; none for everybody
 *
 * One line of a guide.
 */
typedef struct
{
  char *text;
  SoleusLimits left_out_when;
  char *left_out;
  SoleusLimits only_when;
} SoleusLine;

/**
 * SoleusClaim:
 * @line: what is said
 * @known: what is known about it
 * @sources: who says it: ids of sources, "own" for our own choice
 * @facts: (nullable): ids of the register of what the articles say
 * @detail: (nullable): what is known, in a few sentences
 * @differs: (nullable): both sides, where sources disagree
 *
 * One claim.
 */
typedef struct
{
  SoleusLine line;
  SoleusKnown known;
  char **sources;
  char **facts;
  char *detail;
  char *differs;
} SoleusClaim;

/**
 * SoleusSection:
 * @title: what stands above it
 * @claims: (element-type SoleusClaim): what is said
 */
typedef struct
{
  char *title;
  GPtrArray *claims;
} SoleusSection;

/**
 * SoleusHold:
 * @until_eased: in a cramp: until it lets go
 * @seconds: how long it is held to prevent cramps, or 0
 * @repeats: how often, or 0
 * @rest: seconds between two holds, or 0
 * @sides: whether both legs take their turn
 * @moves: how many slow moves, or 0
 * @minutes: least and most minutes, or 0
 * @text: (nullable): other words
 *
 * How long and how often.
 */
typedef struct
{
  gboolean until_eased;
  guint seconds;
  guint repeats;
  guint rest;
  gboolean sides;
  guint moves;
  guint minutes[2];
  char *text;
} SoleusHold;

/**
 * SoleusGuide:
 * @id: its id; that of a stretch or remedy is the one that the diary keeps, such as "A5-bed"
 * @group: the id of its group
 * @title: its title
 * @summary: what it is, in one sentence
 * @figure: (nullable): the id of its picture
 * @muscles: (nullable): the muscles that it is for, in the words of the diary
 * @words: (nullable): other words that people look for
 * @left_out_when: for whom the whole guide is left out
 * @instead: (nullable): the id of the guide to use instead
 * @steps: (element-type SoleusLine): what to do; empty where there is nothing to do
 * @hold: how long
 * @sources: (nullable): who says the steps
 * @care: (element-type SoleusLine): what to take care of
 * @sections: (element-type SoleusSection): what is said
 * @shows_foods: whether the table of foods stands in it
 * @see: (nullable): ids of guides to read on
 * @is_own: whether the person added it from a file
 */
typedef struct
{
  char *id;
  char *group;
  char *title;
  char *summary;
  char *figure;
  char **muscles;
  char **words;
  SoleusLimits left_out_when;
  char *instead;
  GPtrArray *steps;
  SoleusHold hold;
  char **sources;
  char **facts;
  GPtrArray *care;
  GPtrArray *sections;
  gboolean shows_foods;
  char **see;
  gboolean is_own;
} SoleusGuide;

void         soleus_guide_free        (SoleusGuide *self);
gboolean     soleus_guide_is_played   (const SoleusGuide *self);
gboolean     soleus_guide_is_for      (const SoleusGuide *self, const char *muscle);
gboolean     soleus_line_is_shown     (const SoleusLine *self, SoleusLimits limits);
gboolean     soleus_line_is_left_out  (const SoleusLine *self, SoleusLimits limits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusGuide, soleus_guide_free)

G_END_DECLS
