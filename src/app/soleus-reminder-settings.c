/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record that is saved for the first time says all of its rule, so that a later Soleus with other defaults changes nothing for
 * the person who set it. */
#include "app/soleus-reminder-settings.h"

/* A new day begins in the small hours, when nearly everybody sleeps: a pause "until tomorrow" at half past midnight would else be over
 * at once, or last a whole day more. Our own choice. */
#define TOMORROW_MINUTE (4 * 60)

/* A pause ends on the next morning. One that ends later was set while the clock was ahead, and would hold back doses for as long. */
#define LONGEST_PAUSE_S (2 * 86400)

/* The live record of a kind, or NULL. */
static SoleusRecord *
find_record (GPtrArray  *reminders,
             const char *word)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (reminders, i);

      if (g_strcmp0 (soleus_row_get_text (soleus_record_get_values (record), "reminder"), word) == 0)
        return record;
    }
  return NULL;
}

static GPtrArray *
list_reminders (SoleusDiary *diary,
                GError     **error)
{
  return soleus_diary_list (diary, SOLEUS_KIND_REMINDER, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);
}

/* The record of a kind to change: a copy of what is stored, or a new one that says nothing but what it is of. */
static SoleusRecord *
dup_record (GPtrArray         *reminders,
            SoleusReminderKind kind)
{
  const char *word = soleus_reminder_kind_get_word (kind);
  SoleusRecord *stored = find_record (reminders, word), *record;

  if (stored != NULL)
    return soleus_record_copy (stored);
  record = soleus_record_new (SOLEUS_KIND_REMINDER);
  soleus_row_set_text (soleus_record_get_values (record), "reminder", word);
  return record;
}

static void
write_times (SoleusRow    *row,
             const GArray *times)
{
  soleus_row_clear (row, "times");
  for (guint i = 0; times != NULL && i < times->len; i++)
    {
      const SoleusReminderTime *time = &g_array_index (times, SoleusReminderTime, i);
      SoleusRow *item = soleus_row_add_row (row, "times");

      soleus_row_set_number (item, "minute", time->minute);
      soleus_row_set_number (item, "weekdays", time->weekdays);
    }
}

/* Only drinks have an interval, and doses have neither that nor times. */
static void
write_rule (SoleusRow                *row,
            SoleusReminderKind        kind,
            const SoleusReminderRule *rule)
{
  soleus_row_set_answer (row, "on", rule->on ? SOLEUS_YES : SOLEUS_NO);
  soleus_row_set_answer (row, "tone", rule->tone ? SOLEUS_YES : SOLEUS_NO);
  if (kind == SOLEUS_REMINDER_DRINK)
    {
      soleus_row_set_number (row, "every_min", rule->every_min);
      soleus_row_set_number (row, "from_minute", rule->from_minute);
      soleus_row_set_number (row, "until_minute", rule->until_minute);
    }
  else if (kind != SOLEUS_REMINDER_DOSE)
    write_times (row, rule->times);
}

/**
 * soleus_reminder_settings_read:
 * @diary: a diary
 * @error: return location
 *
 * Returns: (transfer full): all settings, %NULL where they cannot be read
 */
SoleusReminderRules *
soleus_reminder_settings_read (SoleusDiary *diary,
                               GError     **error)
{
  g_autoptr (GPtrArray) reminders = list_reminders (diary, error);
  g_autoptr (SoleusRecord) reminding = reminders != NULL ? soleus_diary_get_single (diary, SOLEUS_KIND_REMINDING, error) : NULL;

  SoleusReminderRules *rules = reminding != NULL ? soleus_reminder_rules_new (reminders, reminding) : NULL;

  if (rules != NULL && rules->paused_until > soleus_clock_get_now (soleus_diary_get_clock (diary)).utc + LONGEST_PAUSE_S)
    rules->paused_until = 0;
  return rules;
}

/**
 * soleus_reminder_settings_set_rule:
 * @diary: a diary
 * @kind: a kind of reminder
 * @rule: what its rule is to be; @since plays no part
 * @error: return location
 *
 * Returns: (transfer full): the record to save, %NULL where the diary cannot be read
 */
SoleusRecord *
soleus_reminder_settings_set_rule (SoleusDiary              *diary,
                                   SoleusReminderKind        kind,
                                   const SoleusReminderRule *rule,
                                   GError                  **error)
{
  g_autoptr (GPtrArray) reminders = list_reminders (diary, error);
  SoleusRecord *record;

  if (reminders == NULL)
    return NULL;
  record = dup_record (reminders, kind);
  write_rule (soleus_record_get_values (record), kind, rule);
  return record;
}

/**
 * soleus_reminder_settings_turn:
 * @diary: a diary
 * @kind: a kind of reminder
 * @on: whether to remind
 * @error: return location
 *
 * Returns: (transfer full): the record to save, with its defaults written out; %NULL where the diary cannot be read
 */
SoleusRecord *
soleus_reminder_settings_turn (SoleusDiary       *diary,
                               SoleusReminderKind kind,
                               gboolean           on,
                               GError           **error)
{
  g_autoptr (SoleusReminderRules) rules = soleus_reminder_settings_read (diary, error);

  if (rules == NULL)
    return NULL;
  rules->rules[kind].on = on;
  return soleus_reminder_settings_set_rule (diary, kind, &rules->rules[kind], error);
}

/**
 * soleus_reminder_settings_get_record:
 * @diary: a diary
 * @error: return location
 *
 * Returns: (transfer full): a copy to change of the settings that belong to no kind: quiet hours, wording, pause, offer; %NULL
 *   where the diary cannot be read
 */
SoleusRecord *
soleus_reminder_settings_get_record (SoleusDiary *diary,
                                     GError     **error)
{
  g_autoptr (SoleusRecord) stored = soleus_diary_get_single (diary, SOLEUS_KIND_REMINDING, error);

  return stored != NULL ? soleus_record_copy (stored) : NULL;
}

/**
 * soleus_reminder_settings_offer:
 * @diary: a diary
 * @accepted: whether the person wants what is offered
 * @error: return location
 *
 * What the first start offers: the check-in and the bedtime stretch at their usual times, with quiet hours over the night where
 * nothing was ever said about them. Either way it is not offered again.
 *
 * Returns: (transfer full) (element-type SoleusEdit): what to write, %NULL where the diary cannot be read
 */
GPtrArray *
soleus_reminder_settings_offer (SoleusDiary *diary,
                                gboolean     accepted,
                                GError     **error)
{
  static const SoleusReminderKind offered[] = { SOLEUS_REMINDER_CHECK_IN, SOLEUS_REMINDER_STRETCH };
  g_autoptr (SoleusReminderRules) rules = soleus_reminder_settings_read (diary, error);
  g_autoptr (SoleusRecord) reminding = rules != NULL ? soleus_reminder_settings_get_record (diary, error) : NULL;
  g_autoptr (GPtrArray) edits = soleus_edits_new ();
  SoleusRow *row;

  if (reminding == NULL)
    return NULL;
  row = soleus_record_get_values (reminding);
  soleus_row_set_answer (row, "offered", SOLEUS_YES);
  for (guint i = 0; accepted && i < G_N_ELEMENTS (offered); i++)
    {
      g_autoptr (SoleusRecord) record = soleus_reminder_settings_turn (diary, offered[i], TRUE, error);

      if (record == NULL)
        return NULL;
      soleus_edits_save (edits, record);
    }
  if (accepted && !soleus_row_has (row, "quiet"))
    {
      soleus_row_set_answer (row, "quiet", SOLEUS_YES);
      soleus_row_set_number (row, "quiet_from", rules->quiet_from);
      soleus_row_set_number (row, "quiet_until", rules->quiet_until);
    }
  soleus_edits_save (edits, reminding);
  return g_steal_pointer (&edits);
}

/**
 * soleus_reminder_settings_tomorrow:
 * @now: the moment
 * @zone: the zone
 *
 * Until when a pause lasts that is asked for now: the next 4:00 of the clock; the next minute that exists where the clock skips it.
 *
 * Returns: the instant
 */
SoleusTime
soleus_reminder_settings_tomorrow (SoleusTime now,
                                   GTimeZone *zone)
{
  SoleusDate day = soleus_time_get_date (soleus_time_at_offset (now.utc, zone));
  SoleusTime time;

  do
    soleus_time_from_local (day++, TOMORROW_MINUTE, zone, FALSE, &time);
  while (time.utc <= now.utc);
  return time;
}
