/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A warning check while it is answered: which questions are asked, what was answered, and the record that comes of it. */
#pragma once

#include <glib-object.h>

#include "app/soleus-guidance.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

/**
 * SoleusReply:
 * @SOLEUS_REPLY_OPEN: not answered, which is never no
 * @SOLEUS_REPLY_YES: yes
 * @SOLEUS_REPLY_NO: no
 *
 * The answer to one question.
 */
typedef enum
{
  SOLEUS_REPLY_OPEN,
  SOLEUS_REPLY_YES,
  SOLEUS_REPLY_NO,
} SoleusReply;

/**
 * SoleusQuestion:
 * @id: the fact that it asks for; for redness and rash, which are one question, "leg_redness"
 * @text: the id of its text
 * @help: (nullable): the id of a line below it
 * @is_number: whether a whole number answers it
 * @asks_when: whether a yes may be over
 *
 * One question.
 */
typedef struct
{
  const char *id;
  const char *text;
  const char *help;
  gboolean is_number;
  gboolean asks_when;
} SoleusQuestion;

/**
 * SoleusQuestionGroup:
 * @id: its name
 * @title: (nullable): what stands above it
 * @questions: (element-type SoleusQuestion): six at most, but for the eight
 *
 * Questions that are answered together.
 */
typedef struct
{
  const char *id;
  const char *title;
  GPtrArray *questions;
} SoleusQuestionGroup;

#define SOLEUS_TYPE_CHECK_DRAFT (soleus_check_draft_get_type ())

G_DECLARE_FINAL_TYPE (SoleusCheckDraft, soleus_check_draft, SOLEUS, CHECK_DRAFT, GObject)

SoleusCheckDraft *soleus_check_draft_new             (SoleusDiary *diary, const SoleusGuidance *guidance, SoleusTime now);
SoleusRecord     *soleus_check_draft_get_record      (SoleusCheckDraft *self);
gboolean          soleus_check_draft_is_empty        (SoleusCheckDraft *self);
GPtrArray        *soleus_check_draft_list_groups     (SoleusCheckDraft *self);
guint             soleus_check_draft_count_eight     (SoleusCheckDraft *self);

SoleusReply       soleus_check_draft_get_reply       (SoleusCheckDraft *self, const char *question);
void              soleus_check_draft_set_reply       (SoleusCheckDraft *self, const char *question, SoleusReply reply);
gboolean          soleus_check_draft_is_past         (SoleusCheckDraft *self, const char *question);
void              soleus_check_draft_set_past        (SoleusCheckDraft *self, const char *question, gboolean past);
const char       *soleus_check_draft_get_side        (SoleusCheckDraft *self);
void              soleus_check_draft_set_side        (SoleusCheckDraft *self, const char *side);
void              soleus_check_draft_set_redness     (SoleusCheckDraft *self, gboolean redness, gboolean rash);
char             *soleus_check_draft_set_temperature (SoleusCheckDraft *self, const char *typed, const char *unit);
char             *soleus_check_draft_set_number      (SoleusCheckDraft *self, const char *question, const char *typed);
void              soleus_check_draft_none_of         (SoleusCheckDraft *self, const char *group);
const char       *soleus_check_draft_get_unit        (SoleusCheckDraft *self);
void              soleus_check_draft_renew           (SoleusCheckDraft *self);
void              soleus_check_draft_finish          (SoleusCheckDraft *self);

G_END_DECLS
