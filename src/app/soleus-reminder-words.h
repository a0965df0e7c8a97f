/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How reminders are said: in notifications, in the window, in the list of what comes next, and in the ledger. */
#pragma once

#include "app/soleus-reminder-facts.h"
#include "app/soleus-reminder-press.h"

G_BEGIN_DECLS

/**
 * SoleusReminderText:
 * @title: what it is, in a few words
 * @body: more of it, or ""
 * @press: what pressing it means, for soleus_reminder_press_parse()
 * @labels: (element-type utf8): the words on its buttons
 * @presses: (element-type utf8): what they mean
 * @tone: whether any of it may make a sound
 *
 * What a notification of one reminder, or of several that come together, says.
 */
typedef struct
{
  char *title;
  char *body;
  char *press;
  GPtrArray *labels;
  GPtrArray *presses;
  gboolean tone;
} SoleusReminderText;

SoleusReminderText *soleus_reminder_words_compose (const SoleusReminderBook *book, SoleusDiary *diary, GPtrArray *notices);
void                soleus_reminder_text_free     (SoleusReminderText *self);

const char         *soleus_reminder_words_kind    (SoleusReminderKind kind);
char               *soleus_reminder_words_next    (const SoleusReminderMoment *moment, SoleusTime now);
char               *soleus_reminder_words_notice  (SoleusRecord *notice);
char               *soleus_reminder_words_calendar (SoleusReminderKind kind, int minute, gboolean full, const char *medicine);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReminderText, soleus_reminder_text_free)

G_END_DECLS
