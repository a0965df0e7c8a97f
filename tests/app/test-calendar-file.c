/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar file of a diary: what is on is in it, in the wording that the person chose; and the file is whole or as it was. */
#include "app/soleus-calendar-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/soleus-reminder-settings.h"
#include "lib/soleus-test.h"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  char *file;
  SoleusClock *clock;
  SoleusDiary *diary;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->file = soleus_test_folder_build (self->folder, "soleus.ics");
  self->clock = soleus_test_clock ("2026-03-03T09:00:00+01:00");
  self->diary = soleus_test_open (self->path, self->clock);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self->file);
  soleus_test_folder_free (self->folder);
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

static void
say_in_full (Fixture *self)
{
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_get_record (self->diary, NULL);

  soleus_row_set_text (soleus_record_get_values (record), "wording", "full");
  soleus_test_save (self->diary, record);
}

static char *
add_medicine (Fixture    *self,
              const char *name,
              const char *stopped,
              int         minute)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE), schedule = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  SoleusRow *values = soleus_record_get_values (schedule);

  soleus_row_set_text (soleus_record_get_values (medicine), "name", name);
  soleus_row_set_text (soleus_record_get_values (medicine), "strength", "40 mg");
  if (stopped != NULL)
    soleus_row_set_date (soleus_record_get_values (medicine), "stopped", soleus_test_date (stopped));
  soleus_test_save (self->diary, medicine);
  soleus_row_set_text (values, "medicine", soleus_record_get_uuid (medicine));
  soleus_row_set_text (values, "pattern", "daily");
  soleus_row_set_date (values, "valid_from", soleus_test_date ("2026-02-01"));
  soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", minute);
  soleus_test_save (self->diary, schedule);
  return g_strdup (soleus_record_get_uuid (schedule));
}

static char *
write_text (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *text = soleus_calendar_file_dup_text (self->diary, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("no %s in\n%s", part, text);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static char *
read_uids (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  GString *uids = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "UID:"))
      g_string_append_printf (uids, "%s\n", lines[i]);
  return g_string_free (uids, FALSE);
}

static void
turn_all_on (Fixture *self)
{
  g_autoptr (SoleusRecord) routine = soleus_record_new (SOLEUS_KIND_ROUTINE);

  soleus_row_set_text (soleus_record_get_values (routine), "routine", "diet");
  soleus_row_set_date (soleus_record_get_values (routine), "start", soleus_test_date ("2026-02-20"));
  soleus_row_set_date (soleus_record_get_values (routine), "stop", soleus_test_date ("2026-03-20"));
  soleus_test_save (self->diary, routine);
  for (int kind = 0; kind < SOLEUS_N_REMINDERS; kind++)
    turn (self, (SoleusReminderKind) kind, TRUE);
}

static void
test_discreet (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *first = add_medicine (self, "Furosemide", NULL, 480), *second = add_medicine (self, "Zinc", NULL, 480);
  g_autofree char *third = add_medicine (self, "Stopped", "2026-03-01", 480), *text = NULL, *lower = NULL;
  static const char *const secrets[] = { "cramp", "furosemide", "zinc", "mg", "medicine", "dose", "stopped" };

  turn_all_on (self);
  text = write_text (self);
  lower = g_ascii_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (strstr (lower, secrets[i]) != NULL)
      g_error ("%s in\n%s", secrets[i], text);

  /* A check-in, drinks at 9, 11, 13, 15 and 17, the stretches, what is tried, and one for two medicines at 8. */
  g_assert_cmpuint (count (text, "BEGIN:VEVENT\r\n"), ==, 9);
  g_assert_cmpuint (count (text, "BEGIN:VALARM\r\n"), ==, 9);
  assert_has (text, "DTSTART:20260303T080000\r\nDURATION:PT5M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Soleus: time for your morning check-in\r\n");
  assert_has (text, "DTSTART:20260303T080000\r\nDURATION:PT5M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Soleus: planned for 8:00\r\n");
  assert_has (text, "DTSTART:20260303T170000\r\nDURATION:PT5M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Soleus: time for a drink\r\n");
  assert_has (text, "DTSTART:20260303T213000\r\nDURATION:PT5M\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Soleus: time for your evening routine\r\n");
  assert_has (text, "DTSTART:20260303T200000\r\nDURATION:PT5M\r\nRRULE:FREQ=DAILY;UNTIL=20260319T200000\r\nSUMMARY:Soleus: time for what you are trying\r\n");
  g_assert_null (strstr (text, "TZID"));
  g_assert_null (strstr (text, "METHOD"));
}

static void
test_full (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *first = add_medicine (self, "Furosemide, oral; \"x\"", NULL, 480), *second = add_medicine (self, "Zinc", NULL, 480);
  g_autofree char *text = NULL;

  turn (self, SOLEUS_REMINDER_DOSE, TRUE);
  turn (self, SOLEUS_REMINDER_CHECK_IN, TRUE);
  say_in_full (self);
  text = write_text (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT\r\n"), ==, 3);
  assert_has (text, "SUMMARY:Soleus: Furosemide\\, oral\\; \"x\" 40 mg\r\n");
  assert_has (text, "DESCRIPTION:Soleus: Zinc 40 mg\r\n");
  assert_has (text, "SUMMARY:Soleus: morning check-in\r\n");
  g_clear_pointer (&text, g_free);

  turn (self, SOLEUS_REMINDER_DOSE, FALSE);
  text = write_text (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT\r\n"), ==, 1);
  g_assert_null (strstr (text, "Zinc"));
}

/* Two medicines of one name stay two. */
static void
test_same_name (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *first = add_medicine (self, "Zinc", NULL, 480), *second = add_medicine (self, "Zinc", NULL, 540), *text = NULL, *uids = NULL;
  g_auto (GStrv) lines = NULL;

  turn (self, SOLEUS_REMINDER_DOSE, TRUE);
  say_in_full (self);
  text = write_text (self);
  uids = read_uids (text);
  lines = g_strsplit (uids, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], !=, lines[1]);
}

/* What is off, what is limited and what is over is left out; with nothing left there is no file. */
static void
test_left_out (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (SoleusRecord) stored = NULL, profile = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *schedule = add_medicine (self, "Zinc", "2026-03-03", 480), *text = NULL;

  soleus_test_write (self->file, "as it was", 9);
  g_assert_false (soleus_calendar_file_write (self->diary, self->file, &error));
  g_assert_error (error, SOLEUS_CALENDAR_FILE_ERROR, SOLEUS_CALENDAR_FILE_ERROR_EMPTY);
  g_clear_error (&error);

  turn (self, SOLEUS_REMINDER_DRINK, TRUE);
  text = write_text (self);
  g_assert_cmpuint (count (text, "BEGIN:VEVENT\r\n"), ==, 5);
  g_clear_pointer (&text, g_free);

  stored = soleus_diary_get_single (self->diary, SOLEUS_KIND_PROFILE, &error);
  profile = soleus_record_copy (stored);
  soleus_row_set_answer (soleus_record_get_values (profile), "fluid_limit", SOLEUS_YES);
  soleus_test_save (self->diary, profile);
  turn (self, SOLEUS_REMINDER_DOSE, TRUE);
  turn (self, SOLEUS_REMINDER_TRIAL, TRUE);
  g_assert_null (soleus_calendar_file_dup_text (self->diary, &error));
  g_assert_error (error, SOLEUS_CALENDAR_FILE_ERROR, SOLEUS_CALENDAR_FILE_ERROR_EMPTY);
  g_clear_error (&error);

  {
    g_autoptr (GBytes) bytes = soleus_test_read (self->file);

    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "as it was", 9);
  }
}

/* Another time, another schedule: what the earlier file brought is replaced. */
static void
test_replaces (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *schedule = add_medicine (self, "Zinc", NULL, 480), *first = NULL, *second = NULL, *before = NULL, *after = NULL;
  g_autoptr (SoleusRecord) old = NULL, ended = NULL, next = soleus_record_new (SOLEUS_KIND_SCHEDULE), rule = NULL;
  SoleusRow *values;

  turn (self, SOLEUS_REMINDER_DOSE, TRUE);
  turn (self, SOLEUS_REMINDER_CHECK_IN, TRUE);
  first = write_text (self);

  old = soleus_diary_get (self->diary, schedule, NULL);
  ended = soleus_record_copy (old);
  values = soleus_record_get_values (ended);
  soleus_row_set_date (values, "valid_until", soleus_test_date ("2026-03-02"));
  soleus_test_save (self->diary, ended);
  values = soleus_record_get_values (next);
  soleus_row_set_text (values, "medicine", soleus_row_get_text (soleus_record_get_values (old), "medicine"));
  soleus_row_set_text (values, "pattern", "every-n-days");
  soleus_row_set_number (values, "every", 2);
  soleus_row_set_date (values, "valid_from", soleus_test_date ("2026-03-03"));
  soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", 600);
  soleus_test_save (self->diary, next);
  rule = soleus_reminder_settings_turn (self->diary, SOLEUS_REMINDER_CHECK_IN, TRUE, NULL);
  soleus_row_set_number (soleus_row_get_row (soleus_record_get_values (rule), "times", 0), "minute", 540);
  soleus_test_save (self->diary, rule);

  second = write_text (self);
  before = read_uids (first);
  after = read_uids (second);
  g_assert_cmpstr (before, ==, after);
  assert_has (second, "DTSTART:20260303T100000\r\nDURATION:PT5M\r\nRRULE:FREQ=DAILY;INTERVAL=2\r\n");
  assert_has (second, "DTSTART:20260303T090000\r\nDURATION:PT5M\r\nRRULE:FREQ=DAILY\r\n");
  g_assert_null (strstr (second, "DTSTART:20260303T08"));
}

static void
assert_fails (Fixture                *self,
              const char             *path,
              SoleusCalendarFileError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (soleus_calendar_file_write (self->diary, path, &error));
  g_assert_error (error, SOLEUS_CALENDAR_FILE_ERROR, (int) code);
  g_assert_null (strstr (error->message, path));
  g_assert_null (strchr (error->message, '/'));
}

static void
test_file (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *text = NULL, *nowhere = soleus_test_folder_build (self->folder, "nowhere/soleus.ics"), *closed = soleus_test_folder_build (self->folder, "closed");
  g_autofree char *inside = g_build_filename (closed, "soleus.ics", NULL), *below = g_build_filename (self->file, "soleus.ics", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  turn (self, SOLEUS_REMINDER_CHECK_IN, TRUE);
  text = write_text (self);
  soleus_test_write (self->file, "as it was", 9);
  g_chmod (self->file, 0644);
  g_assert_true (soleus_calendar_file_write (self->diary, self->file, &error));
  g_assert_no_error (error);
  bytes = soleus_test_read (self->file);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
  g_assert_cmpint (g_stat (self->file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  assert_fails (self, nowhere, SOLEUS_CALENDAR_FILE_ERROR_FOLDER);
  assert_fails (self, below, SOLEUS_CALENDAR_FILE_ERROR_FOLDER);
  g_assert_cmpint (g_mkdir (closed, 0700), ==, 0);
  assert_fails (self, closed, SOLEUS_CALENDAR_FILE_ERROR_IO);
  if (geteuid () != 0)
    {
      g_chmod (closed, 0500);
      assert_fails (self, inside, SOLEUS_CALENDAR_FILE_ERROR_FOLDER);
    }
  g_rmdir (closed);

  g_assert_false (soleus_calendar_file_write (self->diary, self->path, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (soleus_diary_check (self->diary, &error));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/calendar-file/discreet", Fixture, NULL, set_up, test_discreet, tear_down);
  g_test_add ("/calendar-file/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/calendar-file/same-name", Fixture, NULL, set_up, test_same_name, tear_down);
  g_test_add ("/calendar-file/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  g_test_add ("/calendar-file/replaces", Fixture, NULL, set_up, test_replaces, tear_down);
  g_test_add ("/calendar-file/file", Fixture, NULL, set_up, test_file, tear_down);
  return g_test_run ();
}
