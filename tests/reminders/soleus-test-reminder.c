/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes are read into records, so that the settings are read as the diary has them. Each plan is carried out and made again: then
 * there must be nothing to write. */
#include "reminders/soleus-test-reminder.h"

#include "lib/soleus-test.h"
#include "reminders/soleus-test-schedule.h"

#include <stdio.h>
#include <string.h>

struct _SoleusTestFacts
{
  SoleusReminderFacts facts;
  SoleusReminderRules *rules;
  GTimeZone *zone;
  GPtrArray *schedules;
  GPtrArray *uuids;
};

static int
read_minute (const char *text)
{
  int hours, minutes;

  g_assert_cmpint (sscanf (text, "%d:%d", &hours, &minutes), ==, 2);
  return hours * 60 + minutes;
}

static SoleusDate
read_date (const char *text)
{
  g_autofree char *full = strlen (text) == 5 ? g_strconcat ("2026-", text, NULL) : g_strdup (text);

  return soleus_test_date (full);
}

static SoleusTime
read_time (const SoleusTestFacts *self,
           const char            *date,
           const char            *time)
{
  SoleusTime found;

  soleus_time_from_local (read_date (date), read_minute (time), self->zone, strchr (time, '\'') != NULL, &found);
  return found;
}

/* Settings */

static SoleusRecord *
read_rule (char **words)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_REMINDER);
  SoleusRow *row = soleus_record_get_values (record);

  soleus_row_set_text (row, "reminder", words[0]);
  soleus_row_set_answer (row, "on", SOLEUS_YES);
  if (g_str_equal (words[0], "drink") && words[1] != NULL)
    {
      soleus_row_set_number (row, "every_min", g_ascii_strtoll (words[1], NULL, 10));
      soleus_row_set_number (row, "from_minute", read_minute (words[2]));
      soleus_row_set_number (row, "until_minute", read_minute (words[3]));
      return record;
    }
  for (guint i = 1; words[i] != NULL; i++)
    {
      SoleusRow *time = soleus_row_add_row (row, "times");
      const char *weekdays = strchr (words[i], '/');

      soleus_row_set_number (time, "minute", read_minute (words[i]));
      if (weekdays != NULL)
        soleus_row_set_number (time, "weekdays", g_ascii_strtoll (weekdays + 1, NULL, 10));
    }
  return record;
}

static void
read_rules (SoleusTestFacts *self,
            const char      *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "; ", -1);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusRecord) reminding = soleus_record_new (SOLEUS_KIND_REMINDING);
  SoleusRow *row = soleus_record_get_values (reminding);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);

      if (g_str_equal (words[0], "quiet"))
        {
          soleus_row_set_answer (row, "quiet", SOLEUS_YES);
          if (words[1] != NULL)
            {
              soleus_row_set_number (row, "quiet_from", read_minute (words[1]));
              soleus_row_set_number (row, "quiet_until", read_minute (words[2]));
            }
        }
      else if (g_str_equal (words[0], "paused"))
        soleus_row_set_time (row, "paused_until", read_time (self, words[1], words[2]));
      else if (g_str_equal (words[0], "since"))
        for (guint k = 0; k < records->len; k++)
          soleus_record_set_life (g_ptr_array_index (records, k), (SoleusLife) { .modified = read_time (self, words[1], words[2]).utc });
      else
        g_ptr_array_add (records, read_rule (words));
    }
  self->rules = soleus_reminder_rules_new (records, reminding);
  self->facts.rules = self->rules;
}

/* What is known */

static SoleusReminderMedicine *
get_medicine (const SoleusTestFacts *self,
              char                   name)
{
  g_assert_cmpint (name, >=, 'A');
  g_assert_cmpint (name - 'A', <, self->facts.medicines->len);
  return g_ptr_array_index (self->facts.medicines, name - 'A');
}

static void
read_fact (SoleusTestFacts *self,
           char           **words)
{
  if (g_str_equal (words[0], "night"))
    g_array_append_vals (self->facts.nights, (SoleusDate[]) { read_date (words[1]) }, 1);
  else if (g_str_equal (words[0], "stretch"))
    g_array_append_vals (self->facts.stretches, (SoleusTime[]) { read_time (self, words[1], words[2]) }, 1);
  else if (g_str_equal (words[0], "limited"))
    self->facts.drinks_limited = TRUE;
  else if (g_str_equal (words[0], "goal"))
    self->facts.goal_met_on = read_date (words[1]);
  else if (g_str_equal (words[0], "trial"))
    g_array_append_vals (self->facts.trials, (SoleusReminderSpan[]) { { read_date (words[1]), words[2] != NULL ? read_date (words[2]) : SOLEUS_DATE_NONE } }, 1);
  else if (g_str_equal (words[0], "from"))
    self->facts.from = read_time (self, words[1], words[2]).utc;
  else if (g_str_equal (words[0], "said"))
    g_array_append_vals (get_medicine (self, *words[1])->answered, (gint64[]) { (gint64) read_date (words[2]) * 1440 + read_minute (words[3]) }, 1);
  else
    g_assert_cmpstr (words[0], ==, "taken");
}

/* "taken A 03-03 8:00" is a dose that the schedule of A counts from. */
static char *
find_doses (const SoleusTestFacts *self,
            const char            *known,
            char                   name)
{
  g_auto (GStrv) parts = g_strsplit (known != NULL ? known : "", "; ", -1);
  GString *doses = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);

      if (g_strcmp0 (words[0], "taken") == 0 && *words[1] == name)
        {
          g_autofree char *time = soleus_time_to_iso (read_time (self, words[2], words[3]));

          g_string_append_printf (doses, "%staken %s", doses->len > 0 ? ", " : "", time);
        }
    }
  return g_string_free (doses, FALSE);
}

static void
read_medicines (SoleusTestFacts       *self,
                const SoleusTestScene *scene)
{
  g_auto (GStrv) parts = g_strsplit (scene->medicines != NULL ? scene->medicines : "", " | ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      SoleusReminderMedicine *medicine = g_new0 (SoleusReminderMedicine, 1);
      g_autofree char *doses = find_doses (self, scene->known, (char) ('A' + i));

      g_ptr_array_add (self->uuids, g_strdup_printf ("00000000-0000-4000-8000-00000000000%c", 'a' + (char) i));
      g_ptr_array_add (self->schedules, soleus_test_schedule_new (parts[i], doses[0] != '\0' ? doses : NULL, NULL, NULL, scene->zone));
      medicine->uuid = g_ptr_array_index (self->uuids, i);
      medicine->schedule = g_ptr_array_index (self->schedules, i);
      medicine->answered = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (self->facts.medicines, medicine);
    }
}

/* The ledger */

static SoleusRecord *
read_notice (const SoleusTestFacts *self,
             const char            *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *row = soleus_record_get_values (record);
  SoleusTime due = read_time (self, words[1], words[2]);

  soleus_row_set_text (row, "reminder", words[0]);
  soleus_row_set_date (row, "due_date", read_date (words[1]));
  soleus_row_set_number (row, "due_minute", read_minute (words[2]));
  soleus_row_set_text (row, "state", words[3]);
  soleus_row_set_time (row, "at", due);
  if (g_str_equal (words[3], "shown"))
    soleus_row_set_time (row, "shown", due);
  for (guint i = 4; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "said"))
        soleus_row_set_text (row, "answer", words[++i]);
      else if (g_ascii_isupper (*words[i]))
        for (const char *name = words[i]; *name != '\0'; name++)
          soleus_row_set_text (soleus_row_add_row (row, "doses"), "medicine", get_medicine (self, *name)->uuid);
      else
        {
          const char *field = g_str_equal (words[i], "at") ? "at" : g_str_equal (words[i], "up") ? "shown" : "snoozed_until";

          soleus_row_set_time (row, field, read_time (self, words[i + 1], words[i + 2]));
          i += 2;
        }
    }
  return record;
}

/**
 * soleus_test_facts_new:
 * @scene: a moment
 *
 * Returns: (transfer full) (nullable): what is known then; %NULL where this machine has no such zone, and the test is marked as skipped
 */
SoleusTestFacts *
soleus_test_facts_new (const SoleusTestScene *scene)
{
  SoleusTestFacts *self;
  g_auto (GStrv) known = g_strsplit (scene->known != NULL ? scene->known : "", "; ", -1);
  g_auto (GStrv) notices = g_strsplit (scene->ledger != NULL ? scene->ledger : "", ", ", -1);
  g_auto (GStrv) now = g_strsplit (scene->now, " ", 2);
  GTimeZone *zone = scene->zone != NULL ? soleus_test_zone_new (scene->zone) : g_time_zone_new_utc ();

  if (zone == NULL)
    return NULL;
  self = g_new0 (SoleusTestFacts, 1);
  self->zone = zone;
  self->schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_schedule_free);
  self->uuids = g_ptr_array_new_with_free_func (g_free);
  self->facts = (SoleusReminderFacts) {
    .now = read_time (self, now[0], now[1]),
    .zone = zone,
    .ledger = g_ptr_array_new_with_free_func (g_object_unref),
    .from = SOLEUS_TIME_MIN,
    .nights = g_array_new (FALSE, FALSE, sizeof (SoleusDate)),
    .stretches = g_array_new (FALSE, FALSE, sizeof (SoleusTime)),
    .goal_met_on = SOLEUS_DATE_NONE,
    .trials = g_array_new (FALSE, FALSE, sizeof (SoleusReminderSpan)),
    .medicines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_reminder_medicine_free),
  };
  /* Scenes are of a few days. */
  self->facts.from = self->facts.now.utc - 86400;
  read_rules (self, scene->rules);
  read_medicines (self, scene);
  for (guint i = 0; known[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (known[i], " ", -1);

      read_fact (self, words);
    }
  for (guint i = 0; notices[i] != NULL; i++)
    g_ptr_array_add (self->facts.ledger, read_notice (self, notices[i]));
  return self;
}

/**
 * soleus_test_facts_free:
 * @self: (transfer full): facts
 */
void
soleus_test_facts_free (SoleusTestFacts *self)
{
  g_ptr_array_unref (self->facts.ledger);
  g_ptr_array_unref (self->facts.medicines);
  g_array_unref (self->facts.nights);
  g_array_unref (self->facts.stretches);
  g_array_unref (self->facts.trials);
  g_ptr_array_unref (self->schedules);
  g_ptr_array_unref (self->uuids);
  soleus_reminder_rules_free (self->rules);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/**
 * soleus_test_facts_get:
 * @self: facts
 *
 * Returns: (transfer none): them
 */
const SoleusReminderFacts *
soleus_test_facts_get (const SoleusTestFacts *self)
{
  return &self->facts;
}

/* Text */

static void
add_moment (GString   *text,
            SoleusDate date,
            int        minute)
{
  g_autofree char *iso = soleus_date_to_iso (date);

  g_string_append_printf (text, " %s %d:%02d", g_str_has_prefix (iso, "2026-") ? iso + 5 : iso, minute / 60, minute % 60);
}

/* A "'" marks the second of two. */
static void
add_time (GString               *text,
          const SoleusTestFacts *self,
          SoleusTime             time)
{
  SoleusTime first;

  soleus_time_from_local (soleus_time_get_date (time), soleus_time_get_minute (time), self->zone, FALSE, &first);
  add_moment (text, soleus_time_get_date (time), soleus_time_get_minute (time));
  if (time.utc % 60 != 0)
    g_string_append_printf (text, ":%02d", (int) (time.utc % 60));
  if (time.utc - time.utc % 60 != first.utc)
    g_string_append_c (text, '\'');
}

static void
add_identity (GString         *text,
              const SoleusRow *row)
{
  g_string_append_printf (text, " %s", soleus_row_get_text (row, "reminder"));
  add_moment (text, soleus_row_get_date (row, "due_date"), (int) soleus_row_get_number (row, "due_minute", 0));
}

static void
add_doses (GString               *text,
           const SoleusTestFacts *self,
           const SoleusRow       *row)
{
  for (guint i = 0; i < soleus_row_get_n_rows (row, "doses"); i++)
    for (guint k = 0; k < self->uuids->len; k++)
      if (g_str_equal (soleus_row_get_text (soleus_row_get_row (row, "doses", i), "medicine"), g_ptr_array_index (self->uuids, k)))
        g_string_append_printf (text, "%s%c", i == 0 ? " " : "", 'A' + (char) k);
}

static void
add_write (GString               *text,
           const SoleusTestFacts *self,
           SoleusRecord          *record)
{
  const SoleusRow *row = soleus_record_get_values (record);
  SoleusTime at = { 0, 0 }, until, answered;

  add_identity (text, row);
  g_string_append_printf (text, " %s", soleus_row_get_text (row, "state"));
  g_assert_true (soleus_row_get_time (row, "at", &at));
  if (at.utc != self->facts.now.utc)
    {
      g_string_append (text, " at");
      add_time (text, self, at);
    }
  if (soleus_row_get_time (row, "snoozed_until", &until))
    {
      g_string_append (text, " until");
      add_time (text, self, until);
    }
  if (soleus_row_has (row, "answer"))
    g_string_append_printf (text, " said %s", soleus_row_get_text (row, "answer"));
  if (soleus_row_get_time (row, "answered", &answered))
    g_assert_cmpint (answered.utc, ==, self->facts.now.utc);
  g_assert_cmpint (soleus_row_has (row, "answered"), ==, g_str_equal (soleus_row_get_text (row, "state"), "answered"));
  add_doses (text, self, row);
}

/**
 * soleus_test_plan_to_text:
 * @self: facts
 * @plan: what follows from them
 *
 * Returns: (transfer full): the plan in the grammar of #SoleusTestScene
 */
char *
soleus_test_plan_to_text (const SoleusTestFacts    *self,
                          const SoleusReminderPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->writes->len; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      add_write (text, self, g_ptr_array_index (plan->writes, i));
    }
  for (guint i = 0; i < plan->fresh->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (plan->fresh, i));

      g_assert_cmpstr (soleus_row_get_text (row, "state"), ==, "due");
      g_string_append (text, i > 0 ? "," : " | up");
      add_identity (text, row);
      add_doses (text, self, row);
    }
  for (guint i = 0; i < plan->open->len; i++)
    {
      const SoleusRow *row = soleus_record_get_values (g_ptr_array_index (plan->open, i));

      g_assert_cmpstr (soleus_row_get_text (row, "state"), ==, "shown");
      g_string_append (text, i > 0 ? "," : " | open");
      add_identity (text, row);
      add_doses (text, self, row);
    }
  if (plan->next != 0)
    {
      g_string_append (text, " | next");
      add_time (text, self, soleus_time_at_offset (plan->next, self->zone));
    }
  return g_strdup (g_str_has_prefix (text->str, " | ") ? text->str + 3 : text->len > 0 ? text->str + 1 : "");
}

/**
 * soleus_test_moments_to_text:
 * @self: facts
 * @moments: (element-type SoleusReminderMoment): what comes
 *
 * Returns: (transfer full): "KIND DATE TIME" parted by ", "; with "on DATE TIME" where the clock shows another time then
 */
char *
soleus_test_moments_to_text (const SoleusTestFacts *self,
                             GArray                *moments)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < moments->len; i++)
    {
      const SoleusReminderMoment *moment = &g_array_index (moments, SoleusReminderMoment, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", soleus_reminder_kind_get_word (moment->kind));
      add_moment (text, moment->date, moment->minute);
      if (soleus_time_get_date (moment->time) == moment->date && soleus_time_get_minute (moment->time) == moment->minute)
        continue;
      g_string_append (text, " on");
      add_time (text, self, moment->time);
    }
  return g_strdup (text->str);
}

/* As the diary does it: a record that is there is replaced. */
static void
carry_out (const SoleusTestFacts    *self,
           const SoleusReminderPlan *plan)
{
  GPtrArray *ledger = self->facts.ledger;

  for (guint i = 0; i < plan->writes->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (plan->writes, i);
      g_autoptr (GError) error = NULL;
      guint k = 0;

      soleus_record_validate (record, &error);
      g_assert_no_error (error);
      while (k < ledger->len && !g_str_equal (soleus_record_get_uuid (g_ptr_array_index (ledger, k)), soleus_record_get_uuid (record)))
        k++;
      if (k < ledger->len)
        g_ptr_array_remove_index (ledger, k);
      g_ptr_array_add (ledger, soleus_record_copy (record));
    }
}

static void
check_scene (const SoleusTestScene *scene)
{
  g_autoptr (SoleusTestFacts) facts = soleus_test_facts_new (scene);
  g_autoptr (SoleusReminderPlan) plan = NULL, again = NULL;
  g_autofree char *text = NULL;

  if (facts == NULL)
    return;
  plan = soleus_reminder_plan_new (&facts->facts);
  text = soleus_test_plan_to_text (facts, plan);
  if (!g_str_equal (text, scene->expected))
    g_error ("%s; %s; %s; %s; at %s in %s\n  expected: %s\n  found:    %s", scene->rules, scene->medicines, scene->known, scene->ledger, scene->now, scene->zone,
             scene->expected, text);
  carry_out (facts, plan);
  again = soleus_reminder_plan_new (&facts->facts);
  g_assert_cmpuint (again->writes->len, ==, 0);
  g_assert_cmpuint (again->fresh->len, ==, plan->fresh->len);
  g_assert_cmpuint (again->open->len, ==, plan->open->len);
  g_assert_cmpint (again->next, ==, plan->next);
}

/**
 * soleus_test_check_scenes:
 * @scenes: moments
 * @n_scenes: how many
 *
 * Fails where a plan is not as expected, or does something else when it is made again.
 */
void
soleus_test_check_scenes (const SoleusTestScene *scenes,
                          gsize                  n_scenes)
{
  for (gsize i = 0; i < n_scenes; i++)
    check_scene (&scenes[i]);
}
