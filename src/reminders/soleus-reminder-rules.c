/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the settings of reminders out of their records. A diary that says nothing has nothing on; where a rule is on and leaves
 * something open, our own defaults fill it. */
#include "reminders/soleus-reminder-rules.h"

#define ALL_WEEKDAYS 127
#define CHECK_IN_MINUTE (8 * 60)
#define STRETCH_MINUTE (21 * 60 + 30)
#define TRIAL_MINUTE (20 * 60)
#define DRINK_EVERY_MIN 120
#define DRINK_FROM_MINUTE (9 * 60)
#define DRINK_UNTIL_MINUTE (18 * 60)
#define QUIET_FROM_MINUTE (22 * 60 + 30)
#define QUIET_UNTIL_MINUTE (7 * 60)

static void
add_time (GArray *times,
          int     minute,
          int     weekdays)
{
  const SoleusReminderTime time = { minute, weekdays };

  /* Two rows of one time are one reminder. */
  for (guint i = 0; i < times->len; i++)
    {
      SoleusReminderTime *other = &g_array_index (times, SoleusReminderTime, i);

      if (other->minute == minute)
        {
          other->weekdays |= weekdays;
          return;
        }
    }
  g_array_append_val (times, time);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return ((const SoleusReminderTime *) a)->minute - ((const SoleusReminderTime *) b)->minute;
}

static void
add_default_time (SoleusReminderRule *rule,
                  SoleusReminderKind  kind)
{
  if (kind == SOLEUS_REMINDER_CHECK_IN)
    add_time (rule->times, CHECK_IN_MINUTE, ALL_WEEKDAYS);
  else if (kind == SOLEUS_REMINDER_STRETCH)
    add_time (rule->times, STRETCH_MINUTE, ALL_WEEKDAYS);
  else if (kind == SOLEUS_REMINDER_TRIAL)
    add_time (rule->times, TRIAL_MINUTE, ALL_WEEKDAYS);
}

static void
read_rule (SoleusReminderRule *rule,
           SoleusRecord       *record)
{
  const SoleusRow *values = soleus_record_get_values (record);

  rule->on = soleus_row_get_answer (values, "on") == SOLEUS_YES;
  for (guint i = 0; i < soleus_row_get_n_rows (values, "times"); i++)
    {
      const SoleusRow *time = soleus_row_get_row (values, "times", i);

      add_time (rule->times, (int) soleus_row_get_number (time, "minute", 0), (int) soleus_row_get_number (time, "weekdays", ALL_WEEKDAYS));
    }
  g_array_sort (rule->times, compare_times);
  rule->every_min = (int) soleus_row_get_number (values, "every_min", DRINK_EVERY_MIN);
  rule->from_minute = (int) soleus_row_get_number (values, "from_minute", DRINK_FROM_MINUTE);
  rule->until_minute = (int) soleus_row_get_number (values, "until_minute", DRINK_UNTIL_MINUTE);
  rule->tone = soleus_row_get_answer (values, "tone") != SOLEUS_NO;
  rule->since = soleus_record_get_life (record)->modified;
}

/**
 * soleus_reminder_rules_new:
 * @reminders: (nullable) (element-type SoleusRecord): the rules of the diary, in any order
 * @reminding: (nullable): what holds for all of them
 *
 * Takes out of the records what it needs and does not keep them. Those in the trash do not count.
 *
 * Returns: (transfer full): the settings, with a default for all that was not said: reminders and quiet hours off, the check-in at
 *   8:00, a drink every two hours from 9:00 to 18:00, stretches at 21:30, what is tried at 20:00, quiet hours from 22:30 to 7:00,
 *   sound on, discreet words. All of them are our own choice
 */
SoleusReminderRules *
soleus_reminder_rules_new (GPtrArray    *reminders,
                           SoleusRecord *reminding)
{
  SoleusReminderRules *self = g_new0 (SoleusReminderRules, 1);
  const SoleusRow *values = reminding != NULL && soleus_record_get_life (reminding)->deleted == 0 ? soleus_record_get_values (reminding) : NULL;
  SoleusTime paused = { 0, 0 };

  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    self->rules[kind] = (SoleusReminderRule) {
      .times = g_array_new (FALSE, FALSE, sizeof (SoleusReminderTime)),
      .every_min = DRINK_EVERY_MIN,
      .from_minute = DRINK_FROM_MINUTE,
      .until_minute = DRINK_UNTIL_MINUTE,
      .tone = TRUE,
    };
  for (guint i = 0; reminders != NULL && i < reminders->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (reminders, i);
      SoleusReminderKind kind;

      if (soleus_record_get_life (record)->deleted == 0 && soleus_reminder_kind_find (soleus_row_get_text (soleus_record_get_values (record), "reminder"), &kind))
        read_rule (&self->rules[kind], record);
    }
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    if (self->rules[kind].times->len == 0)
      add_default_time (&self->rules[kind], (SoleusReminderKind) kind);

  self->quiet_from = QUIET_FROM_MINUTE;
  self->quiet_until = QUIET_UNTIL_MINUTE;
  if (values == NULL)
    return self;

  self->quiet = soleus_row_get_answer (values, "quiet") == SOLEUS_YES;
  self->quiet_from = (int) soleus_row_get_number (values, "quiet_from", QUIET_FROM_MINUTE);
  self->quiet_until = (int) soleus_row_get_number (values, "quiet_until", QUIET_UNTIL_MINUTE);
  self->full = g_strcmp0 (soleus_row_get_text (values, "wording"), "full") == 0;
  self->offered = soleus_row_get_answer (values, "offered") == SOLEUS_YES;
  if (soleus_row_get_time (values, "paused_until", &paused))
    self->paused_until = paused.utc;
  return self;
}

/**
 * soleus_reminder_rules_free:
 * @self: (transfer full): settings
 */
void
soleus_reminder_rules_free (SoleusReminderRules *self)
{
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    g_clear_pointer (&self->rules[kind].times, g_array_unref);
  g_free (self);
}

/**
 * soleus_reminder_rules_any_on:
 * @self: settings
 *
 * Returns: whether there is any kind to remind of
 */
gboolean
soleus_reminder_rules_any_on (const SoleusReminderRules *self)
{
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    if (self->rules[kind].on)
      return TRUE;
  return FALSE;
}

/**
 * soleus_reminder_kind_get_word:
 * @kind: a kind
 *
 * Returns: (transfer none): its word in the diary, such as "check-in"
 */
const char *
soleus_reminder_kind_get_word (SoleusReminderKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && kind < SOLEUS_N_NOTICE_KINDS, NULL);

  return soleus_notice_kinds.words[kind];
}

/**
 * soleus_reminder_kind_find:
 * @word: (nullable): such as "check-in"
 * @kind: (out): the kind
 *
 * Returns: %FALSE where there is no such kind with a rule
 */
gboolean
soleus_reminder_kind_find (const char         *word,
                           SoleusReminderKind *kind)
{
  int index = soleus_vocabulary_index (&soleus_reminder_kinds, word);

  if (index < 0)
    return FALSE;
  *kind = (SoleusReminderKind) index;
  return TRUE;
}

/**
 * soleus_notice_kind_find:
 * @word: (nullable): such as "check-in", or "advice"
 * @kind: (out): the kind
 *
 * Returns: %FALSE where the ledger knows no such kind
 */
gboolean
soleus_notice_kind_find (const char         *word,
                         SoleusReminderKind *kind)
{
  int index = soleus_vocabulary_index (&soleus_notice_kinds, word);

  if (index < 0)
    return FALSE;
  *kind = (SoleusReminderKind) index;
  return TRUE;
}
