/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of reminders as records, how they are said, what quiet hours take in, and the lines of the ledger. */
#include <stdio.h>

#include "app/soleus-reminder-ledger.h"
#include "app/soleus-reminder-rule-words.h"
#include "app/soleus-reminder-settings.h"
#include "lib/soleus-test.h"

#define NOW "2026-03-03T20:00:00+01:00"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock (NOW);
  self->diary = soleus_test_open (self->path, self->clock);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  soleus_test_folder_free (self->folder);
}

static SoleusReminderRules *
read_rules (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SoleusReminderRules *rules = soleus_reminder_settings_read (self->diary, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rules);
  return rules;
}

static void
turn (Fixture           *self,
      SoleusReminderKind kind,
      gboolean           on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_turn (self->diary, kind, on, &error);

  g_assert_no_error (error);
  soleus_test_save (self->diary, record);
}

/* A new record says its whole rule; turning it again changes nothing else. */
static void
test_turn (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (SoleusRecord) first = soleus_reminder_settings_turn (self->diary, SOLEUS_REMINDER_STRETCH, TRUE, NULL), drinks = NULL, again = NULL;
  g_autoptr (GPtrArray) all = NULL;
  SoleusRow *values = soleus_record_get_values (first);

  g_assert_cmpstr (soleus_row_get_text (values, "reminder"), ==, "stretch");
  g_assert_cmpint (soleus_row_get_answer (values, "on"), ==, SOLEUS_YES);
  g_assert_cmpint (soleus_row_get_answer (values, "tone"), ==, SOLEUS_YES);
  g_assert_cmpuint (soleus_row_get_n_rows (values, "times"), ==, 1);
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (values, "times", 0), "minute", -1), ==, 21 * 60 + 30);
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (values, "times", 0), "weekdays", -1), ==, 127);
  g_assert_false (soleus_row_has (values, "every_min"));
  soleus_row_set_number (soleus_row_get_row (values, "times", 0), "minute", 22 * 60);
  soleus_test_save (self->diary, first);

  turn (self, SOLEUS_REMINDER_STRETCH, FALSE);
  all = soleus_diary_list (self->diary, SOLEUS_KIND_REMINDER, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  values = soleus_record_get_values (g_ptr_array_index (all, 0));
  g_assert_cmpint (soleus_row_get_answer (values, "on"), ==, SOLEUS_NO);
  g_assert_cmpuint (soleus_row_get_n_rows (values, "times"), ==, 1);
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (values, "times", 0), "minute", -1), ==, 22 * 60);

  drinks = soleus_reminder_settings_turn (self->diary, SOLEUS_REMINDER_DRINK, TRUE, NULL);
  values = soleus_record_get_values (drinks);
  g_assert_cmpint (soleus_row_get_number (values, "every_min", -1), ==, 120);
  g_assert_cmpint (soleus_row_get_number (values, "from_minute", -1), ==, 9 * 60);
  g_assert_cmpint (soleus_row_get_number (values, "until_minute", -1), ==, 18 * 60);
  g_assert_cmpuint (soleus_row_get_n_rows (values, "times"), ==, 0);

  /* One that was thrown away begins anew. */
  soleus_diary_delete (self->diary, soleus_record_get_uuid (g_ptr_array_index (all, 0)), NULL);
  again = soleus_reminder_settings_turn (self->diary, SOLEUS_REMINDER_STRETCH, TRUE, NULL);
  soleus_test_save (self->diary, again);
  g_assert_cmpint (soleus_row_get_number (soleus_row_get_row (soleus_record_get_values (again), "times", 0), "minute", -1), ==, 21 * 60 + 30);
}

static void
test_offer (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) edits = soleus_reminder_settings_offer (self->diary, TRUE, NULL), inverse = NULL, declined = NULL;
  g_autoptr (SoleusReminderRules) rules = NULL, undone = NULL, after = NULL;

  g_assert_true (soleus_diary_write (self->diary, edits, &inverse, NULL));
  rules = read_rules (self);
  g_assert_true (rules->rules[SOLEUS_REMINDER_CHECK_IN].on && rules->rules[SOLEUS_REMINDER_STRETCH].on);
  g_assert_false (rules->rules[SOLEUS_REMINDER_DRINK].on || rules->rules[SOLEUS_REMINDER_DOSE].on || rules->rules[SOLEUS_REMINDER_TRIAL].on);
  g_assert_true (rules->quiet && rules->offered);
  g_assert_cmpint (rules->quiet_from, ==, 22 * 60 + 30);
  g_assert_cmpint (rules->quiet_until, ==, 7 * 60);

  /* One Undo takes all of it back. */
  g_assert_true (soleus_diary_write (self->diary, inverse, NULL, NULL));
  undone = read_rules (self);
  g_assert_false (soleus_reminder_rules_any_on (undone) || undone->quiet || undone->offered);

  declined = soleus_reminder_settings_offer (self->diary, FALSE, NULL);
  g_assert_true (soleus_diary_write (self->diary, declined, NULL, NULL));
  after = read_rules (self);
  g_assert_true (after->offered);
  g_assert_false (soleus_reminder_rules_any_on (after) || after->quiet);
}

/* Whoever has switched quiet hours off does not get them from the offer. */
static void
test_offer_keeps_quiet (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_get_record (self->diary, NULL);
  g_autoptr (SoleusReminderRules) rules = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  soleus_row_set_answer (soleus_record_get_values (record), "quiet", SOLEUS_NO);
  soleus_test_save (self->diary, record);
  edits = soleus_reminder_settings_offer (self->diary, TRUE, NULL);
  g_assert_true (soleus_diary_write (self->diary, edits, NULL, NULL));
  rules = read_rules (self);
  g_assert_false (rules->quiet);
}

static void
check_tomorrow (const char *now,
                const char *zone,
                const char *expected)
{
  g_autoptr (GTimeZone) place = g_time_zone_new_identifier (zone);
  SoleusTime time = soleus_reminder_settings_tomorrow (soleus_test_time (now), place);
  g_autofree char *iso = soleus_time_to_iso (time);

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_tomorrow (void)
{
  check_tomorrow ("2026-03-03T20:00:00+01:00", "Europe/Berlin", "2026-03-04T04:00:00+01:00");
  check_tomorrow ("2026-03-03T03:59:59+01:00", "Europe/Berlin", "2026-03-03T04:00:00+01:00");
  check_tomorrow ("2026-03-03T04:00:00+01:00", "Europe/Berlin", "2026-03-04T04:00:00+01:00");
  check_tomorrow ("2026-03-28T20:00:00+01:00", "Europe/Berlin", "2026-03-29T04:00:00+02:00");
  check_tomorrow ("2026-03-03T20:00:00+01:00", "Australia/Lord_Howe", "2026-03-05T04:00:00+11:00");
}

/* Words */

static void
set_times (SoleusReminderRules *rules,
           SoleusReminderKind   kind,
           const char          *times)
{
  g_auto (GStrv) parts = g_strsplit (times, " ", -1);

  rules->rules[kind].on = TRUE;
  g_array_set_size (rules->rules[kind].times, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      int hour, minute, weekdays;
      SoleusReminderTime time;

      g_assert_cmpint (sscanf (parts[i], "%d:%d/%d", &hour, &minute, &weekdays), ==, 3);
      time = (SoleusReminderTime) { hour * 60 + minute, weekdays };
      g_array_append_val (rules->rules[kind].times, time);
    }
}

static void
check_times (Fixture    *self,
             const char *times,
             const char *expected)
{
  g_autoptr (SoleusReminderRules) rules = read_rules (self);
  g_autofree char *words = NULL;

  set_times (rules, SOLEUS_REMINDER_STRETCH, times);
  words = soleus_reminder_rule_say (rules, SOLEUS_REMINDER_STRETCH);
  g_assert_cmpstr (words, ==, expected);
}

static void
check_drinks (int         every,
              int         from,
              int         until,
              const char *expected)
{
  SoleusReminderRule rule = { .every_min = every, .from_minute = from, .until_minute = until };
  g_autofree char *words = soleus_reminder_rule_say_drinks (&rule);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (SoleusReminderRules) rules = read_rules (self);
  g_autofree char *drinks = soleus_reminder_rule_say (rules, SOLEUS_REMINDER_DRINK), *doses = soleus_reminder_rule_say (rules, SOLEUS_REMINDER_DOSE);
  g_autofree char *quiet = soleus_reminder_rule_say_quiet (rules), *hour = soleus_reminder_rule_say_every (60), *odd = soleus_reminder_rule_say_every (45);

  check_times (self, "21:30/127", "21:30 every day");
  check_times (self, "7:00/31 9:00/96", "7:00 Monday to Friday · 9:00 Saturday and Sunday");
  check_times (self, "7:00/127 9:00/9 21:00/127", "7:00 and 21:00 every day · 9:00 Monday and Thursday");
  g_assert_cmpstr (drinks, ==, "Every 2 hours, 9:00 to 18:00");
  g_assert_cmpstr (doses, ==, "From their schedules");
  g_assert_cmpstr (quiet, ==, "22:30 to 7:00");
  g_assert_cmpstr (hour, ==, "Every hour");
  g_assert_cmpstr (odd, ==, "Every 45 minutes");
  check_drinks (120, 540, 1080, "5 reminders a day: 9:00, 11:00, 13:00, 15:00 and 17:00.");
  check_drinks (180, 1320, 240, "3 reminders a day: 22:00, 1:00 and 4:00.");
  check_drinks (60, 540, 540, "1 reminder a day: 9:00.");
}

static void
check_quieted (SoleusReminderRules *rules,
               SoleusReminderKind   kind,
               int                  from,
               int                  until,
               const char          *expected)
{
  g_autofree char *words = NULL;

  rules->quiet = TRUE;
  rules->quiet_from = from;
  rules->quiet_until = until;
  words = soleus_reminder_rule_say_quieted (rules, kind, NULL);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_quieted (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (SoleusReminderRules) rules = read_rules (self);

  check_quieted (rules, SOLEUS_REMINDER_STRETCH, 1350, 420, NULL);
  check_quieted (rules, SOLEUS_REMINDER_STRETCH, 1290, 420, "21:30 falls into your quiet hours. No reminder comes then.");
  check_quieted (rules, SOLEUS_REMINDER_STRETCH, 1200, 1290, NULL); /* just over */
  check_quieted (rules, SOLEUS_REMINDER_STRETCH, 1290, 1290, NULL); /* none */
  check_quieted (rules, SOLEUS_REMINDER_CHECK_IN, 1350, 540, "8:00 falls into your quiet hours. Its reminder waits until 9:00.");
  /* By seven in the evening the question of the morning is over. */
  check_quieted (rules, SOLEUS_REMINDER_CHECK_IN, 420, 1140, "8:00 falls into your quiet hours. No reminder comes then.");
  check_quieted (rules, SOLEUS_REMINDER_DRINK, 960, 420, "17:00 falls into your quiet hours. No reminder comes then.");
  check_quieted (rules, SOLEUS_REMINDER_DRINK, 840, 420, "15:00 and 17:00 fall into your quiet hours. No reminders come then.");
  rules->quiet = FALSE;
  g_assert_false (soleus_reminder_rule_is_quiet (rules, 0));
}

static void
add_medicine (Fixture    *self,
              const char *name,
              const int  *minutes)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE), schedule = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  SoleusRow *values = soleus_record_get_values (schedule);

  soleus_row_set_text (soleus_record_get_values (medicine), "name", name);
  soleus_test_save (self->diary, medicine);
  soleus_row_set_text (values, "medicine", soleus_record_get_uuid (medicine));
  soleus_row_set_text (values, "pattern", "daily");
  soleus_row_set_date (values, "valid_from", soleus_test_date ("2026-02-01"));
  for (guint i = 0; minutes[i] >= 0; i++)
    soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", minutes[i]);
  soleus_test_save (self->diary, schedule);
}

static void
check_doses (Fixture    *self,
             int         from,
             int         until,
             const char *expected)
{
  g_autoptr (SoleusReminderRules) rules = read_rules (self);
  g_autoptr (SoleusMedicineBook) medicines = soleus_medicine_book_new (self->diary, NULL);
  g_autofree char *words = NULL;

  rules->quiet = TRUE;
  rules->quiet_from = from;
  rules->quiet_until = until;
  words = soleus_reminder_rule_say_quieted (rules, SOLEUS_REMINDER_DOSE, medicines);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_quieted_doses (Fixture      *self,
                    gconstpointer data)
{
  add_medicine (self, "Amlodipine", (const int[]) { 8 * 60, 23 * 60, -1 });
  check_doses (self, 1350, 420, "23:00 falls into your quiet hours. Its reminder waits until 7:00.");
  check_doses (self, 1380, 60, "23:00 falls into your quiet hours. Its reminder waits until 1:00.");
  check_doses (self, 0, 360, NULL);
  /* The next one of the same medicine is due when the quiet hours end. */
  check_doses (self, 1350, 480, "23:00 falls into your quiet hours. No reminder comes then.");
  check_doses (self, 1350, 540, "8:00 falls into your quiet hours. Its reminder waits until 9:00. 23:00 falls into your quiet hours. No reminder comes then.");
  /* More than twelve hours. */
  check_doses (self, 420, 1260, "8:00 falls into your quiet hours. No reminder comes then.");
}

/* The ledger */

static void
add_notice (GPtrArray  *notices,
            const char *reminder,
            const char *date,
            int         minute,
            const char *state,
            const char *at)
{
  SoleusRecord *notice = soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *values = soleus_record_get_values (notice);

  soleus_row_set_time (values, "at", soleus_test_time (at));
  soleus_row_set_text (values, "reminder", reminder);
  soleus_row_set_date (values, "due_date", soleus_test_date (date));
  soleus_row_set_number (values, "due_minute", minute);
  soleus_row_set_text (values, "state", state);
  g_ptr_array_add (notices, notice);
}

static void
check_line (GPtrArray  *lines,
            guint       i,
            const char *title,
            const char *text)
{
  const SoleusLedgerLine *line = g_ptr_array_index (lines, i);

  g_assert_cmpstr (line->title, ==, title);
  g_assert_cmpstr (line->text, ==, text);
}

static void
test_ledger (void)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) lines = NULL;
  SoleusTime now = soleus_test_time (NOW);

  lines = soleus_reminder_ledger_say (notices, now);
  g_assert_cmpuint (lines->len, ==, 0);
  g_clear_pointer (&lines, g_ptr_array_unref);

  add_notice (notices, "drink", "2026-03-01", 540, "missed", "2026-03-03T08:00:00+01:00");
  add_notice (notices, "drink", "2026-03-01", 660, "missed", "2026-03-03T08:00:00+01:00");
  add_notice (notices, "drink", "2026-03-02", 540, "missed", "2026-03-03T08:00:00+01:00");
  add_notice (notices, "check-in", "2026-03-03", 480, "shown", "2026-03-03T08:00:00+01:00");
  add_notice (notices, "stretch", "2026-02-28", 1290, "shown", "2026-02-28T21:30:00+01:00");
  /* The clock was wrong once. */
  add_notice (notices, "stretch", "2031-01-01", 1290, "missed", "2031-01-01T21:30:00+01:00");
  lines = soleus_reminder_ledger_say (notices, now);
  g_assert_cmpuint (lines->len, ==, 5);
  check_line (lines, 0, "8:00 · Morning check-in", "");
  check_line (lines, 1, "Yesterday, 9:00 · Drinks", "Missed: the computer was off");
  g_clear_pointer (&lines, g_ptr_array_unref);

  /* A fourth in a row, and they are one line. */
  add_notice (notices, "check-in", "2026-03-02", 480, "missed", "2026-03-03T08:00:00+01:00");
  lines = soleus_reminder_ledger_say (notices, now);
  g_assert_cmpuint (lines->len, ==, 3);
  check_line (lines, 1, "Sunday 1 March to Monday 2 March", "4 reminders did not come: the computer was off.");
  g_clear_pointer (&lines, g_ptr_array_unref);

  /* One that was missed for another reason stands by itself, and parts the run. */
  soleus_row_set_text (soleus_record_get_values (g_ptr_array_index (notices, 2)), "answer", "quiet");
  lines = soleus_reminder_ledger_say (notices, now);
  g_assert_cmpuint (lines->len, ==, 6);
  check_line (lines, 1, "Yesterday, 9:00 · Drinks", "Missed: quiet hours");
}

/* A pause that was set while the clock was a year ahead holds nothing back. */
static void
test_long_pause (Fixture      *self,
                 gconstpointer data)
{
  SoleusTime now = soleus_clock_get_now (soleus_diary_get_clock (self->diary));

  for (int days = 1; days <= 365; days += 364)
    {
      g_autoptr (SoleusRecord) record = soleus_reminder_settings_get_record (self->diary, NULL);
      g_autoptr (SoleusReminderRules) rules = NULL;

      soleus_row_set_time (soleus_record_get_values (record), "paused_until", (SoleusTime) { now.utc + (gint64) days * 86400, now.offset });
      soleus_test_save (self->diary, record);
      rules = soleus_reminder_settings_read (self->diary, NULL);
      g_assert_cmpint (rules->paused_until, ==, days == 1 ? now.utc + 86400 : 0);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/reminder-settings/turn", test_turn);
  ADD ("/reminder-settings/offer", test_offer);
  ADD ("/reminder-settings/offer-keeps-quiet", test_offer_keeps_quiet);
  g_test_add_func ("/reminder-settings/tomorrow", test_tomorrow);
  ADD ("/reminder-settings/long-pause", test_long_pause);
  ADD ("/reminder-settings/words", test_words);
  ADD ("/reminder-settings/quieted", test_quieted);
  ADD ("/reminder-settings/quieted-doses", test_quieted_doses);
  g_test_add_func ("/reminder-settings/ledger", test_ledger);

  return g_test_run ();
}
