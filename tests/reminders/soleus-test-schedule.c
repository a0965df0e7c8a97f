/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A schedule reads "daily 2026-03-01; times 8:00=1000 20:00; pauses 2026-03-05..2026-03-07", and several are parted by " + ". */
#include "reminders/soleus-test-schedule.h"

#include "lib/soleus-test.h"

#include <stdio.h>
#include <string.h>

static int
read_minute (const char *text)
{
  int hours, minutes = 0;

  g_assert_cmpint (sscanf (text, "%d:%d", &hours, &minutes), ==, 2);
  return hours * 60 + minutes;
}

static void
add_times (SoleusRow  *row,
           const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      SoleusRow *time = soleus_row_add_row (row, "times");
      const char *amount = strchr (words[i], '=');

      soleus_row_set_number (time, "minute", read_minute (words[i]));
      if (amount != NULL)
        soleus_row_set_number (time, "amount", g_ascii_strtoll (amount + 1, NULL, 10));
    }
}

static void
add_pauses (SoleusRow  *row,
            const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      SoleusRow *pause = soleus_row_add_row (row, "pauses");
      char *until = strstr (words[i], "..");

      g_assert_nonnull (until);
      *until = '\0';
      soleus_row_set_date (pause, "from", soleus_test_date (words[i]));
      if (until[2] != '\0')
        soleus_row_set_date (pause, "until", soleus_test_date (until + 2));
    }
}

static void
set_field (SoleusRow  *row,
           const char *field,
           const char *text)
{
  if (g_str_equal (field, "times"))
    add_times (row, text);
  else if (g_str_equal (field, "pauses"))
    add_pauses (row, text);
  else if (g_str_equal (field, "short_month"))
    soleus_row_set_text (row, field, text);
  else if (g_str_equal (field, "valid_until") || g_str_equal (field, "cycle_start"))
    soleus_row_set_date (row, field, soleus_test_date (text));
  else if (strchr (text, ':') != NULL)
    soleus_row_set_number (row, field, read_minute (text));
  else
    soleus_row_set_number (row, field, g_ascii_strtoll (text, NULL, 10));
}

/**
 * soleus_test_version_new:
 * @text: "PATTERN FIRST-DAY; FIELD VALUE; ...", with "deleted" as a field for one in the trash
 *
 * Returns: (transfer full): the schedule
 */
SoleusRecord *
soleus_test_version_new (const char *text)
{
  static guint count;
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", ++count);
  SoleusRecord *record = soleus_record_new_full (SOLEUS_KIND_SCHEDULE, uuid, (SoleusLife) { .created = 1, .modified = 1, .revision = 1 });
  SoleusRow *row = soleus_record_get_values (record);

  soleus_row_set_text (row, "medicine", "00000000-0000-4000-8000-00000000000a");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], ' ');

      if (g_str_equal (parts[i], "deleted"))
        {
          soleus_record_set_life (record, (SoleusLife) { .created = 1, .modified = 2, .revision = 2, .deleted = 2 });
          continue;
        }
      g_assert_nonnull (value);
      *value++ = '\0';
      if (i > 0)
        set_field (row, parts[i], value);
      else
        {
          soleus_row_set_text (row, "pattern", parts[i]);
          soleus_row_set_date (row, "valid_from", soleus_test_date (value));
        }
    }
  return record;
}

/**
 * soleus_test_versions_new:
 * @texts: schedules, parted by " + "
 *
 * Returns: (transfer full) (element-type SoleusRecord): them, each with a larger UUID than the one before
 */
GPtrArray *
soleus_test_versions_new (const char *texts)
{
  g_auto (GStrv) parts = g_strsplit (texts, " + ", -1);
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (versions, soleus_test_version_new (parts[i]));
  return versions;
}

/**
 * soleus_test_doses_new:
 * @texts: (nullable): "taken 2026-03-03T08:00:00+01:00", "skipped TIME" or "skipped TIME DUE-DATE HH:MM", parted by ", "; with
 *   "deleted" before it, the dose is in the trash
 *
 * Returns: (transfer full) (element-type SoleusRecord): them
 */
GPtrArray *
soleus_test_doses_new (const char *texts)
{
  g_auto (GStrv) parts = g_strsplit (texts != NULL ? texts : "", ", ", -1);
  GPtrArray *doses = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);
      guint first = g_strcmp0 (words[0], "deleted") == 0;
      SoleusRecord *record = soleus_record_new (SOLEUS_KIND_DOSE);
      SoleusRow *row = soleus_record_get_values (record);

      soleus_row_set_text (row, "medicine", "00000000-0000-4000-8000-00000000000a");
      soleus_row_set_text (row, "status", words[first]);
      soleus_row_set_time (row, "at", soleus_test_time (words[first + 1]));
      if (words[first + 2] != NULL)
        {
          soleus_row_set_date (row, "due_date", soleus_test_date (words[first + 2]));
          soleus_row_set_number (row, "due_minute", read_minute (words[first + 3]));
        }
      if (first)
        soleus_record_set_life (record, (SoleusLife) { .created = 1, .modified = 2, .revision = 2, .deleted = 2 });
      g_ptr_array_add (doses, record);
    }
  return doses;
}

/**
 * soleus_test_zone_new:
 * @name: such as "Europe/Berlin"
 *
 * Returns: (transfer full) (nullable): the zone, or %NULL where this machine has no such one; the test is then marked as skipped
 */
GTimeZone *
soleus_test_zone_new (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  if (zone == NULL)
    {
      g_autofree char *message = g_strdup_printf ("this machine has no zone %s", name);

      g_test_skip (message);
    }
  return zone;
}

/**
 * soleus_test_schedule_new:
 * @versions: as above
 * @doses: (nullable): as above
 * @started: (nullable): a date
 * @stopped: (nullable): a date
 * @zone: (nullable): the name of a zone that this machine has; %NULL for UTC
 *
 * Returns: (transfer full): the schedule
 */
SoleusSchedule *
soleus_test_schedule_new (const char *versions,
                          const char *doses,
                          const char *started,
                          const char *stopped,
                          const char *zone)
{
  g_autoptr (GPtrArray) version_records = soleus_test_versions_new (versions);
  g_autoptr (GPtrArray) dose_records = doses != NULL ? soleus_test_doses_new (doses) : NULL;
  g_autoptr (GTimeZone) tz = zone != NULL ? g_time_zone_new_identifier (zone) : g_time_zone_new_utc ();

  g_assert_nonnull (tz);
  return soleus_schedule_new (version_records, dose_records, started != NULL ? soleus_test_date (started) : SOLEUS_DATE_NONE,
                              stopped != NULL ? soleus_test_date (stopped) : SOLEUS_DATE_NONE, tz);
}

/**
 * soleus_test_due_to_text:
 * @due: what is due
 *
 * Returns: (transfer full): "2026-03-03 8:00", then "=1000" for an amount, and " at TIME" where the clock did not show it just once
 */
char *
soleus_test_due_to_text (const SoleusDue *due)
{
  g_autofree char *date = soleus_date_to_iso (due->date);
  g_autofree char *time = soleus_time_to_iso (due->time);
  g_autofree char *amount = due->amount >= 0 ? g_strdup_printf ("=%" G_GINT64_FORMAT, due->amount) : g_strdup ("");

  if (due->fit != SOLEUS_LOCAL_SKIPPED)
    {
      g_assert_cmpint (soleus_time_get_date (due->time), ==, due->date);
      g_assert_cmpint (soleus_time_get_minute (due->time), ==, due->minute);
      g_assert_cmpint ((due->time.utc % 60 + 60) % 60, ==, 0);
    }
  return g_strdup_printf ("%s %d:%02d%s%s%s", date, due->minute / 60, due->minute % 60, amount,
                          due->fit == SOLEUS_LOCAL_ONCE ? "" : due->fit == SOLEUS_LOCAL_TWICE ? " first or second at " : " skipped, at ",
                          due->fit == SOLEUS_LOCAL_ONCE ? "" : time);
}

/**
 * soleus_test_list:
 * @schedule: a schedule
 * @from: an instant
 * @until: an instant
 *
 * Returns: (transfer full): what is due, parted by ", "
 */
char *
soleus_test_list (SoleusSchedule *schedule,
                  const char     *from,
                  const char     *until)
{
  g_autoptr (GArray) list = soleus_schedule_list (schedule, soleus_test_time (from).utc, soleus_test_time (until).utc);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *due = soleus_test_due_to_text (&g_array_index (list, SoleusDue, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", due);
    }
  return g_string_free (text, FALSE);
}

/**
 * soleus_test_next:
 * @schedule: a schedule
 * @from: an instant
 *
 * Returns: (transfer full): the next one that is due, or "never"
 */
char *
soleus_test_next (SoleusSchedule *schedule,
                  const char     *from)
{
  SoleusDue due;

  return soleus_schedule_find_next (schedule, soleus_test_time (from).utc, &due) ? soleus_test_due_to_text (&due) : g_strdup ("never");
}
