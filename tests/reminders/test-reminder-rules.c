/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of reminders as their records have them, and what holds where nothing was said. */
#include "reminders/soleus-reminder-rules.h"

#include "lib/soleus-test.h"

static SoleusRecord *
make_rule (const char *kind)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_REMINDER);

  soleus_row_set_text (soleus_record_get_values (record), "reminder", kind);
  return record;
}

static void
add_time (SoleusRecord *record,
          int           minute,
          int           weekdays)
{
  SoleusRow *time = soleus_row_add_row (soleus_record_get_values (record), "times");

  soleus_row_set_number (time, "minute", minute);
  if (weekdays > 0)
    soleus_row_set_number (time, "weekdays", weekdays);
}

static void
check_times (const SoleusReminderRules *rules,
             SoleusReminderKind         kind,
             const char                *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rules->rules[kind].times->len; i++)
    {
      const SoleusReminderTime *time = &g_array_index (rules->rules[kind].times, SoleusReminderTime, i);

      g_string_append_printf (text, "%s%d/%d", i > 0 ? " " : "", time->minute, time->weekdays);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
check_defaults (const SoleusReminderRules *rules)
{
  g_assert_false (soleus_reminder_rules_any_on (rules));
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    {
      g_assert_false (rules->rules[kind].on);
      g_assert_true (rules->rules[kind].tone);
      g_assert_cmpint (rules->rules[kind].since, ==, 0);
      g_assert_cmpint (rules->rules[kind].every_min, ==, 120);
      g_assert_cmpint (rules->rules[kind].from_minute, ==, 540);
      g_assert_cmpint (rules->rules[kind].until_minute, ==, 1080);
    }
  check_times (rules, SOLEUS_REMINDER_CHECK_IN, "480/127");
  check_times (rules, SOLEUS_REMINDER_DRINK, "");
  check_times (rules, SOLEUS_REMINDER_STRETCH, "1290/127");
  check_times (rules, SOLEUS_REMINDER_DOSE, "");
  check_times (rules, SOLEUS_REMINDER_TRIAL, "1200/127");
  g_assert_false (rules->quiet);
  g_assert_cmpint (rules->quiet_from, ==, 1350);
  g_assert_cmpint (rules->quiet_until, ==, 420);
  g_assert_cmpint (rules->paused_until, ==, 0);
  g_assert_false (rules->full);
  g_assert_false (rules->offered);
}

static void
test_defaults (void)
{
  g_autoptr (SoleusReminderRules) nothing = soleus_reminder_rules_new (NULL, NULL);
  g_autoptr (SoleusReminderRules) silent = NULL, trashed = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusRecord) reminding = soleus_record_new (SOLEUS_KIND_REMINDING);

  check_defaults (nothing);

  g_ptr_array_add (records, make_rule ("stretch"));
  silent = soleus_reminder_rules_new (records, reminding);
  check_defaults (silent);

  soleus_row_set_answer (soleus_record_get_values (g_ptr_array_index (records, 0)), "on", SOLEUS_YES);
  soleus_record_set_life (g_ptr_array_index (records, 0), (SoleusLife) { .modified = 7, .deleted = 8 });
  soleus_row_set_answer (soleus_record_get_values (reminding), "quiet", SOLEUS_YES);
  soleus_record_set_life (reminding, (SoleusLife) { .modified = 7, .deleted = 8 });
  trashed = soleus_reminder_rules_new (records, reminding);
  check_defaults (trashed);
}

static void
test_said (void)
{
  g_autoptr (SoleusReminderRules) rules = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusRecord) reminding = soleus_record_new (SOLEUS_KIND_REMINDING);
  SoleusRecord *drink = make_rule ("drink"), *stretch = make_rule ("stretch");
  SoleusRow *row = soleus_record_get_values (drink);

  soleus_row_set_answer (row, "on", SOLEUS_YES);
  soleus_row_set_answer (row, "tone", SOLEUS_NO);
  soleus_row_set_number (row, "every_min", 90);
  soleus_row_set_number (row, "from_minute", 0);
  soleus_row_set_number (row, "until_minute", 1440);
  soleus_record_set_life (drink, (SoleusLife) { .modified = 12345 });
  soleus_row_set_answer (soleus_record_get_values (stretch), "on", SOLEUS_NO);
  add_time (stretch, 1300, 3);
  add_time (stretch, 600, 0);
  add_time (stretch, 1300, 64);
  g_ptr_array_add (records, drink);
  g_ptr_array_add (records, stretch);

  row = soleus_record_get_values (reminding);
  soleus_row_set_answer (row, "quiet", SOLEUS_YES);
  soleus_row_set_number (row, "quiet_from", 0);
  soleus_row_set_number (row, "quiet_until", 300);
  soleus_row_set_text (row, "wording", "full");
  soleus_row_set_time (row, "paused_until", soleus_test_time ("2026-03-04T04:00:00+01:00"));
  soleus_row_set_answer (row, "offered", SOLEUS_YES);

  rules = soleus_reminder_rules_new (records, reminding);
  g_assert_true (soleus_reminder_rules_any_on (rules));
  g_assert_true (rules->rules[SOLEUS_REMINDER_DRINK].on);
  g_assert_false (rules->rules[SOLEUS_REMINDER_DRINK].tone);
  g_assert_cmpint (rules->rules[SOLEUS_REMINDER_DRINK].every_min, ==, 90);
  g_assert_cmpint (rules->rules[SOLEUS_REMINDER_DRINK].from_minute, ==, 0);
  g_assert_cmpint (rules->rules[SOLEUS_REMINDER_DRINK].until_minute, ==, 1440);
  g_assert_cmpint (rules->rules[SOLEUS_REMINDER_DRINK].since, ==, 12345);
  g_assert_false (rules->rules[SOLEUS_REMINDER_STRETCH].on);
  check_times (rules, SOLEUS_REMINDER_STRETCH, "600/127 1300/67");
  g_assert_true (rules->quiet);
  g_assert_cmpint (rules->quiet_from, ==, 0);
  g_assert_cmpint (rules->quiet_until, ==, 300);
  g_assert_true (rules->full);
  g_assert_true (rules->offered);
  g_assert_cmpint (rules->paused_until, ==, soleus_test_time ("2026-03-04T04:00:00+01:00").utc);
}

static void
test_words (void)
{
  SoleusReminderKind kind;

  for (int i = 0; i < SOLEUS_N_REMINDERS; i++)
    {
      g_assert_true (soleus_reminder_kind_find (soleus_reminder_kind_get_word ((SoleusReminderKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_cmpstr (soleus_reminder_kind_get_word (SOLEUS_REMINDER_CHECK_IN), ==, "check-in");
  g_assert_cmpstr (soleus_reminder_kind_get_word (SOLEUS_REMINDER_DOSE), ==, "dose");
  g_assert_false (soleus_reminder_kind_find ("lunch", &kind));
  g_assert_false (soleus_reminder_kind_find (NULL, &kind));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-rules/defaults", test_defaults);
  g_test_add_func ("/reminder-rules/said", test_said);
  g_test_add_func ("/reminder-rules/words", test_words);
  return g_test_run ();
}
