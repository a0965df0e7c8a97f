/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person asked to be reminded of, and when: the settings of the diary as plain values. */
#pragma once

#include "model/soleus-record.h"

G_BEGIN_DECLS

/**
 * SoleusReminderKind:
 * @SOLEUS_REMINDER_CHECK_IN: the question of the morning, as long as last night is not recorded
 * @SOLEUS_REMINDER_DRINK: a drink, every so often within waking hours
 * @SOLEUS_REMINDER_STRETCH: the bedtime stretches
 * @SOLEUS_REMINDER_DOSE: medicines, by their schedules
 * @SOLEUS_REMINDER_TRIAL: what the person is trying
 * @SOLEUS_REMINDER_ADVICE: to get medical advice, as the person asked for on a card; it has no rule, comes once, and stands after the others
 *
 * What a reminder is about, in the order of #soleus_notice_kinds; those with a rule come first.
 */
typedef enum
{
  SOLEUS_REMINDER_CHECK_IN,
  SOLEUS_REMINDER_DRINK,
  SOLEUS_REMINDER_STRETCH,
  SOLEUS_REMINDER_DOSE,
  SOLEUS_REMINDER_TRIAL,
  SOLEUS_REMINDER_ADVICE,
} SoleusReminderKind;

/* Kinds with a rule, and all. */
#define SOLEUS_N_REMINDERS   5
#define SOLEUS_N_NOTICE_KINDS 6

/**
 * SoleusReminderTime:
 * @minute: minute of the civil day
 * @weekdays: on which days of the week, bit 0 is Monday; 127 for all
 *
 * A clock time at which to remind.
 */
typedef struct
{
  int minute;
  int weekdays;
} SoleusReminderTime;

/**
 * SoleusReminderRule:
 * @on: whether to remind at all
 * @times: (element-type SoleusReminderTime): when, in order; not for drinks and doses
 * @every_min: for drinks: the minutes between two
 * @from_minute: for drinks: the first one of a day
 * @until_minute: for drinks: none after that; before @from_minute it lies on the next day, as for somebody who works at night
 * @tone: whether it may make a sound
 * @since: when the rule became what it is, UTC seconds; nothing is due from before. 0 where it was always so
 *
 * The setting of one kind.
 */
typedef struct
{
  gboolean on;
  GArray *times;
  int every_min;
  int from_minute;
  int until_minute;
  gboolean tone;
  gint64 since;
} SoleusReminderRule;

/**
 * SoleusReminderRules:
 * @rules: by #SoleusReminderKind, each filled with its defaults where nothing was set
 * @quiet: whether there are quiet hours
 * @quiet_from: minute of the day at which they begin
 * @quiet_until: minute of the day at which they are over; before @quiet_from it lies on the next day, equal to it there are none
 * @paused_until: no reminder before that, UTC seconds; 0 where there is no pause
 * @full: whether a reminder may name what it is about; otherwise its words are discreet
 * @offered: whether reminders were offered once
 *
 * All settings of reminders.
 */
typedef struct
{
  SoleusReminderRule rules[SOLEUS_N_REMINDERS];
  gboolean quiet;
  int quiet_from;
  int quiet_until;
  gint64 paused_until;
  gboolean full;
  gboolean offered;
} SoleusReminderRules;

SoleusReminderRules *soleus_reminder_rules_new     (GPtrArray *reminders, SoleusRecord *reminding);
void                 soleus_reminder_rules_free    (SoleusReminderRules *self);
gboolean             soleus_reminder_rules_any_on  (const SoleusReminderRules *self);
const char          *soleus_reminder_kind_get_word (SoleusReminderKind kind);
gboolean             soleus_reminder_kind_find     (const char *word, SoleusReminderKind *kind);
gboolean             soleus_notice_kind_find       (const char *word, SoleusReminderKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReminderRules, soleus_reminder_rules_free)

G_END_DECLS
