/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diary, the ledger and the screen go together, whatever the desktop does. The desktop here is a table of what is up. */
#include "app/soleus-reminder-answer.h"
#include "app/soleus-reminder-engine.h"
#include "app/soleus-reminder-press.h"
#include "app/soleus-reminder-settings.h"
#include "lib/soleus-test.h"

/* A desktop that does what the test says */

#define TYPE_DESKTOP (desktop_get_type ())

G_DECLARE_FINAL_TYPE (Desktop, desktop, TEST, DESKTOP, SoleusNotifier)

struct _Desktop
{
  SoleusNotifier parent_instance;

  GPtrArray *list; /* of SoleusNotification: what is up */
  gboolean can_show;
  gboolean is_slow; /* says nothing of what it was given */
  guint n_shown;    /* how often something came up that was not up before */
  guint n_sounds;
};

G_DEFINE_FINAL_TYPE (Desktop, desktop, SOLEUS_TYPE_NOTIFIER)

static SoleusNotification *
find (GPtrArray  *list,
      const char *key)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_str_equal (((SoleusNotification *) g_ptr_array_index (list, i))->key, key))
      return g_ptr_array_index (list, i);
  return NULL;
}

static void
desktop_set (SoleusNotifier *notifier,
             GPtrArray      *list)
{
  Desktop *self = TEST_DESKTOP (notifier);
  g_autoptr (GPtrArray) before = self->list;

  self->list = g_ptr_array_ref (list);
  for (guint i = 0; i < list->len; i++)
    {
      SoleusNotification *one = g_ptr_array_index (list, i);

      if (find (before, one->key) != NULL)
        continue;
      self->n_shown++;
      self->n_sounds += one->sound;
      if (!self->is_slow)
        g_signal_emit_by_name (self, "shown", one->key);
    }
}

static gboolean
desktop_can_show (SoleusNotifier *notifier)
{
  return TEST_DESKTOP (notifier)->can_show;
}

static void
desktop_finalize (GObject *object)
{
  g_clear_pointer (&TEST_DESKTOP (object)->list, g_ptr_array_unref);
  G_OBJECT_CLASS (desktop_parent_class)->finalize (object);
}

static void
desktop_class_init (DesktopClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desktop_finalize;
  SOLEUS_NOTIFIER_CLASS (klass)->set = desktop_set;
  SOLEUS_NOTIFIER_CLASS (klass)->can_show = desktop_can_show;
}

static void
desktop_init (Desktop *self)
{
  self->can_show = TRUE;
}

/* The rest. The days lie ahead of the clock of this machine, so that the alarm does not ring by itself. */

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  Desktop *desktop;
  SoleusAlarm *alarm;
  SoleusReminderEngine *engine;
  char *page;
} Fixture;

static void
page_cb (Fixture    *self,
         const char *page)
{
  g_free (self->page);
  self->page = g_strdup (page);
}

static void
settle (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
start (Fixture *self)
{
  self->engine = soleus_reminder_engine_new (self->diary, SOLEUS_NOTIFIER (self->desktop), self->alarm);
  g_signal_connect_swapped (self->engine, "pressed", G_CALLBACK (page_cb), self);
  settle (self);
}

static void
stop (Fixture *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  settle (self);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock ("2036-03-03T07:00:00+01:00");
  self->diary = soleus_test_open (self->path, self->clock);
  self->desktop = g_object_new (TYPE_DESKTOP, NULL);
  self->alarm = soleus_alarm_new (self->path);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->engine != NULL)
    stop (self);
  g_assert_finalize_object (self->alarm);
  g_assert_finalize_object (self->desktop);
  g_assert_finalize_object (self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self->page);
  soleus_test_folder_free (self->folder);
}

static void
turn_on (Fixture           *self,
         SoleusReminderKind kind)
{
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_turn (self->diary, kind, TRUE, NULL);

  soleus_test_save (self->diary, record);
  settle (self);
}

/* To a time of the day of the test. */
static void
go_to (Fixture    *self,
       const char *iso)
{
  soleus_clock_advance (self->clock, soleus_test_time (iso).utc - soleus_clock_get_now (self->clock).utc);
  if (self->engine != NULL)
    soleus_reminder_engine_look (self->engine);
  settle (self);
}

static guint
count_up (Fixture *self)
{
  return self->desktop->list != NULL ? self->desktop->list->len : 0;
}

static SoleusNotification *
get_up (Fixture *self,
        guint    i)
{
  g_assert_cmpuint (count_up (self), >, i);
  return g_ptr_array_index (self->desktop->list, i);
}

/* The ledger in words: "check-in shown", "drink answered drank". */
static char *
say_ledger (Fixture *self)
{
  g_autoptr (GPtrArray) notices = soleus_diary_list (self->diary, SOLEUS_KIND_NOTICE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notices->len; i++)
    {
      const SoleusRow *values = soleus_record_get_values (g_ptr_array_index (notices, i));

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", soleus_row_get_text (values, "reminder"), soleus_row_get_text (values, "state"));
      if (soleus_row_has (values, "answer"))
        g_string_append_printf (text, " %s", soleus_row_get_text (values, "answer"));
    }
  return g_string_free (text, FALSE);
}

static void
assert_ledger (Fixture    *self,
               const char *expected)
{
  g_autofree char *said = say_ledger (self);

  g_assert_cmpstr (said, ==, expected);
}

/* What a person does: the notification goes, as desktops do it, and the press is told. */
static void
press (Fixture    *self,
       guint       i,
       const char *label)
{
  SoleusNotification *one = get_up (self, i);
  g_autofree char *text = label == NULL ? g_strdup (one->press) : NULL;

  for (guint k = 0; label != NULL && one->labels[k] != NULL; k++)
    if (g_str_equal (one->labels[k], label))
      text = g_strdup (one->presses[k]);
  g_assert_nonnull (text);
  g_ptr_array_remove_index (self->desktop->list, i);
  g_signal_emit_by_name (self->desktop, "pressed", text, "");
  settle (self);
}

static guint
count (Fixture   *self,
       SoleusKind kind)
{
  g_autoptr (GPtrArray) records = soleus_diary_list (self->diary, kind, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);

  return records->len;
}

/* Tests */

static void
test_nothing_on (Fixture      *self,
                 gconstpointer data)
{
  start (self);
  g_assert_false (soleus_reminder_engine_is_on (self->engine));
  g_assert_false (soleus_reminder_engine_is_needed (self->engine));
  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  g_assert_true (soleus_reminder_engine_is_on (self->engine));
  g_assert_true (soleus_reminder_engine_is_needed (self->engine));
  g_assert_cmpuint (count_up (self), ==, 0);
}

static void
test_no_cramps (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GArray) nights = NULL;
  SoleusDate night = soleus_test_date ("2036-03-03");

  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  start (self);
  go_to (self, "2036-03-03T07:59:59+01:00");
  g_assert_cmpuint (count_up (self), ==, 0);
  go_to (self, "2036-03-03T08:00:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
  g_assert_cmpstr (get_up (self, 0)->title, ==, "Soleus: time for your morning check-in");
  g_assert_cmpuint (self->desktop->n_sounds, ==, 1);
  assert_ledger (self, "check-in shown");
  press (self, 0, "No cramps");
  g_assert_cmpuint (count_up (self), ==, 0);
  assert_ledger (self, "check-in answered no-cramps");
  nights = soleus_diary_get_nights (self->diary, night, night, NULL);
  g_assert_cmpint (soleus_night_get_state (&g_array_index (nights, SoleusNight, 0)), ==, SOLEUS_NIGHT_NO_CRAMP);
  g_assert_null (self->page);
}

static void
test_answered_elsewhere (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (SoleusRecord) night = soleus_diary_get_night_record (self->diary, soleus_test_date ("2036-03-03"), NULL);

  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
  soleus_row_set_text (soleus_record_get_values (night), "said", "cramps");
  soleus_test_save (self->diary, night);
  settle (self);
  g_assert_cmpuint (count_up (self), ==, 0);
  assert_ledger (self, "check-in answered done");
}

/* A press on an old notification does not overwrite what was said since. */
static void
test_late_press (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (SoleusRecord) night = soleus_diary_get_night_record (self->diary, soleus_test_date ("2036-03-03"), NULL);
  g_autoptr (SoleusRecord) kept = NULL;

  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  soleus_row_set_text (soleus_record_get_values (night), "said", "cramps");
  soleus_test_save (self->diary, night);
  press (self, 0, "No cramps");
  kept = soleus_diary_get_night_record (self->diary, soleus_test_date ("2036-03-03"), NULL);
  g_assert_cmpstr (soleus_row_get_text (soleus_record_get_values (kept), "said"), ==, "cramps");
}

static void
test_drank_once (Fixture      *self,
                 gconstpointer data)
{
  g_autofree char *text = NULL;

  turn_on (self, SOLEUS_REMINDER_DRINK);
  start (self);
  go_to (self, "2036-03-03T09:00:00+01:00");
  g_assert_false (get_up (self, 0)->stays);
  text = g_strdup (get_up (self, 0)->presses[0]);
  press (self, 0, "Drank a glass");
  g_assert_cmpuint (count (self, SOLEUS_KIND_DRINK), ==, 1);
  soleus_reminder_engine_press (self->engine, text, "");
  settle (self);
  g_assert_cmpuint (count (self, SOLEUS_KIND_DRINK), ==, 1);
  assert_ledger (self, "drink answered drank");
}

static void
test_stretch (Fixture      *self,
              gconstpointer data)
{
  turn_on (self, SOLEUS_REMINDER_STRETCH);
  start (self);
  go_to (self, "2036-03-03T21:30:00+01:00");
  press (self, 0, "In 15 minutes");
  g_assert_cmpuint (count_up (self), ==, 0);
  assert_ledger (self, "stretch snoozed");
  stop (self); /* what was put off survives a restart */
  start (self);
  go_to (self, "2036-03-03T21:44:59+01:00");
  g_assert_cmpuint (count_up (self), ==, 0);
  go_to (self, "2036-03-03T21:45:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
  press (self, 0, "Start");
  g_assert_cmpstr (self->page, ==, "stretch");
  assert_ledger (self, "stretch answered started");
}

static void
add_medicine (Fixture    *self,
              const char *name,
              int         minute)
{
  g_autoptr (SoleusRecord) medicine = soleus_record_new (SOLEUS_KIND_MEDICINE), schedule = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  SoleusRow *values = soleus_record_get_values (schedule);

  soleus_row_set_text (soleus_record_get_values (medicine), "name", name);
  soleus_test_save (self->diary, medicine);
  soleus_row_set_text (values, "medicine", soleus_record_get_uuid (medicine));
  soleus_row_set_text (values, "pattern", "daily");
  soleus_row_set_date (values, "valid_from", soleus_test_date ("2036-02-01"));
  soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", minute);
  soleus_test_save (self->diary, schedule);
}

static void
test_doses (Fixture      *self,
            gconstpointer data)
{
  add_medicine (self, "Amlodipine", 480);
  add_medicine (self, "Furosemide", 480);
  add_medicine (self, "Atorvastatin", 1260);
  turn_on (self, SOLEUS_REMINDER_DOSE);
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
  g_assert_null (strstr (get_up (self, 0)->title, "Amlodipine"));
  press (self, 0, "Taken");
  g_assert_cmpuint (count (self, SOLEUS_KIND_DOSE), ==, 2);
  go_to (self, "2036-03-03T21:00:00+01:00");
  press (self, 0, "Later");
  g_assert_cmpuint (count_up (self), ==, 0);
  go_to (self, "2036-03-03T21:30:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
  press (self, 0, NULL);
  g_assert_cmpstr (self->page, ==, "doses/2036-03-03/1260");
  assert_ledger (self, "dose answered taken; dose shown opened");
  g_assert_cmpuint (count (self, SOLEUS_KIND_DOSE), ==, 2);
}

static void
test_full_wording (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (SoleusRecord) reminding = soleus_reminder_settings_get_record (self->diary, NULL);

  soleus_row_set_text (soleus_record_get_values (reminding), "wording", "full");
  soleus_test_save (self->diary, reminding);
  add_medicine (self, "Amlodipine", 480);
  turn_on (self, SOLEUS_REMINDER_DOSE);
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  g_assert_cmpstr (get_up (self, 0)->title, ==, "Medicines: 8:00");
  g_assert_cmpstr (get_up (self, 0)->body, ==, "Amlodipine");
}

/* What falls together is one notification, whose buttons answer one thing each. */
static void
test_together (Fixture      *self,
               gconstpointer data)
{
  add_medicine (self, "Amlodipine", 480);
  turn_on (self, SOLEUS_REMINDER_DOSE);
  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
  g_assert_cmpuint (g_strv_length (get_up (self, 0)->labels), ==, 2);
  g_assert_cmpuint (self->desktop->n_sounds, ==, 1);
  press (self, 0, "Taken");
  g_assert_cmpuint (count_up (self), ==, 1); /* the other one stays, silently */
  g_assert_cmpstr (get_up (self, 0)->title, ==, "Soleus: time for your morning check-in");
  g_assert_cmpuint (self->desktop->n_sounds, ==, 1);
  press (self, 0, "No cramps");
  g_assert_cmpuint (count_up (self), ==, 0);
}

static void
test_closed (Fixture      *self,
             gconstpointer data)
{
  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  g_signal_emit_by_name (self->desktop, "closed", get_up (self, 0)->key);
  settle (self);
  g_assert_cmpuint (count_up (self), ==, 0);
  assert_ledger (self, "check-in shown closed");
  stop (self);
  start (self);
  g_assert_cmpuint (count_up (self), ==, 0);
}

/* Killed after it was in the ledger and before the desktop had it: it comes again. Killed later: it is taken up, not doubled. */
static void
test_killed (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *key = NULL;

  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  self->desktop->is_slow = TRUE;
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  assert_ledger (self, "check-in due");
  stop (self);
  g_clear_pointer (&self->desktop->list, g_ptr_array_unref);
  self->desktop->is_slow = FALSE;
  soleus_clock_advance (self->clock, 60);
  start (self);
  g_assert_cmpuint (count_up (self), ==, 1);
  assert_ledger (self, "check-in shown");
  key = g_strdup (get_up (self, 0)->key);
  stop (self);
  g_clear_pointer (&self->desktop->list, g_ptr_array_unref);
  soleus_clock_advance (self->clock, 60);
  start (self);
  g_assert_cmpuint (count_up (self), ==, 1);
  g_assert_cmpstr (get_up (self, 0)->key, ==, key);
  g_assert_false (get_up (self, 0)->sound);
  assert_ledger (self, "check-in shown");
}

static void
test_no_desktop (Fixture      *self,
                 gconstpointer data)
{
  self->desktop->can_show = FALSE;
  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 0);
  assert_ledger (self, "check-in due");
  soleus_clock_advance (self->clock, 600);
  self->desktop->can_show = TRUE;
  g_signal_emit_by_name (self->desktop, "changed");
  settle (self);
  g_assert_cmpuint (count_up (self), ==, 1);
  assert_ledger (self, "check-in shown");
}

/* Another program holds the diary: the answer waits, and is not lost. */
static void
test_busy (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (SoleusDatabase) other = NULL;
  gint64 until;

  turn_on (self, SOLEUS_REMINDER_DRINK);
  start (self);
  go_to (self, "2036-03-03T09:00:00+01:00");
  other = soleus_database_open (self->path, SOLEUS_OPEN_WRITE, 0, NULL);
  g_assert_true (soleus_database_execute (other, "BEGIN IMMEDIATE", NULL));
  press (self, 0, "Drank a glass");
  g_assert_cmpuint (count (self, SOLEUS_KIND_DRINK), ==, 0);
  g_assert_cmpuint (count_up (self), ==, 0);
  g_assert_true (soleus_reminder_engine_is_needed (self->engine));
  g_assert_true (soleus_database_execute (other, "ROLLBACK", NULL));
  until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  while (count (self, SOLEUS_KIND_DRINK) == 0 && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, TRUE);
  settle (self);
  g_assert_cmpuint (count (self, SOLEUS_KIND_DRINK), ==, 1);
  assert_ledger (self, "drink answered drank");
}

static void
test_turned_off (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr (SoleusRecord) off = NULL;

  turn_on (self, SOLEUS_REMINDER_CHECK_IN);
  start (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
  off = soleus_reminder_settings_turn (self->diary, SOLEUS_REMINDER_CHECK_IN, FALSE, NULL);
  soleus_test_save (self->diary, off);
  settle (self);
  g_assert_cmpuint (count_up (self), ==, 0);
  g_assert_false (soleus_reminder_engine_is_needed (self->engine));
}

static void
test_trial (Fixture      *self,
            gconstpointer data)
{
  start (self);
  soleus_reminder_engine_try (self->engine);
  g_assert_cmpuint (count_up (self), ==, 1);
  g_assert_true (soleus_reminder_engine_is_needed (self->engine));
  g_signal_emit_by_name (self->desktop, "closed", get_up (self, 0)->key);
  settle (self);
  g_assert_false (soleus_reminder_engine_is_needed (self->engine));
  assert_ledger (self, "");
}

/* While a warning of today holds, nothing asks for a stretch. */
static void
test_warning (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (SoleusRecord) verdict = soleus_record_new (SOLEUS_KIND_VERDICT);
  SoleusRow *values = soleus_record_get_values (verdict);

  turn_on (self, SOLEUS_REMINDER_STRETCH);
  soleus_row_set_time (values, "at", soleus_clock_get_now (self->clock));
  soleus_row_set_text (values, "level", "today");
  soleus_row_set_number (values, "rules_version", 1);
  soleus_test_save (self->diary, verdict);
  start (self);
  go_to (self, "2036-03-03T21:30:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 0);
  go_to (self, "2036-03-04T21:30:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
}

static void
ask (Fixture *self)
{
  g_autoptr (SoleusKeeper) keeper = soleus_keeper_new (self->diary);

  soleus_reminder_ask (self->diary, keeper);
  settle (self);
}

/* What a card of warning was asked for comes with everything else switched off, in quiet hours, and once. */
static void
test_advice (Fixture      *self,
             gconstpointer data)
{
  SoleusTime until;

  start (self);
  g_assert_false (soleus_reminder_find_asked (self->diary, &until));
  ask (self);
  g_assert_true (soleus_reminder_find_asked (self->diary, &until));
  g_assert_true (soleus_reminder_engine_is_needed (self->engine));
  go_to (self, "2036-03-03T08:59:59+01:00");
  g_assert_cmpuint (count_up (self), ==, 0);
  go_to (self, "2036-03-03T09:00:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 1);
  g_assert_cmpstr (get_up (self, 0)->title, ==, "Soleus: you asked to be reminded");
  press (self, 0, "Later");
  go_to (self, "2036-03-03T09:30:00+01:00");
  press (self, 0, "Open");
  g_assert_cmpstr (self->page, ==, "today");
  assert_ledger (self, "advice shown opened");
  g_assert_false (soleus_reminder_engine_is_needed (self->engine));
}

static void
test_advice_taken (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (SoleusRecord) verdict = soleus_record_new (SOLEUS_KIND_VERDICT);
  SoleusRow *values = soleus_record_get_values (verdict);

  start (self);
  ask (self);
  go_to (self, "2036-03-03T08:00:00+01:00");
  soleus_row_set_time (values, "at", soleus_clock_get_now (self->clock));
  soleus_row_set_text (values, "level", "today");
  soleus_row_set_number (values, "rules_version", 1);
  soleus_row_set_text (values, "acknowledgement", "called");
  soleus_row_set_time (values, "acknowledged", soleus_clock_get_now (self->clock));
  soleus_test_save (self->diary, verdict);
  settle (self);
  assert_ledger (self, "advice answered done");
  go_to (self, "2036-03-03T09:00:00+01:00");
  g_assert_cmpuint (count_up (self), ==, 0);
}

static void
test_advice_late (Fixture      *self,
                  gconstpointer data)
{
  ask (self);
  go_to (self, "2036-03-03T20:59:59+01:00");
  start (self);
  g_assert_cmpuint (count_up (self), ==, 1);
  stop (self);
  ask (self);
  go_to (self, "2036-03-04T10:59:59+01:00");
  start (self);
  g_assert_cmpuint (count_up (self), ==, 0);
  assert_ledger (self, "advice shown; advice missed");
}

/* Anything may come over the bus. */
static void
test_strange_presses (void)
{
  static const char *const strange[] = {
    "", "taken", "taken ", "taken dose", "taken dose/2036-03-03", "taken dose/2036-03-03/1440", "taken dose/2036-02-30/480", "taken dose/2036-03-03/-1",
    "take dose/2036-03-03/480", "taken pill/2036-03-03/480", "taken dose/2036-03-03/480,", "taken dose/2036-03-03/480 more", "taken dose/2036-03-03/480/1",
    "taken dose/2036-03-03/480/", "no-cramps check-in/2036-03-03/480/7d444840-9dc0-41d1-b245-5ffdce74fad2", "taken dose/2036-03-03/480/7d444840-9dc0-41d1-b245-5ffdce74fad2/1",
    "taken  dose/2036-03-03/480", "\xff\xfe", "taken dose/2036-03-03/0x10",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    g_assert_null (soleus_reminder_press_parse (strange[i]));
}

static void
test_presses (void)
{
  g_autoptr (SoleusReminderPress) press = soleus_reminder_press_parse ("open dose/2036-03-03/480/7d444840-9dc0-41d1-b245-5ffdce74fad2,check-in/2036-03-03/0");
  g_autofree char *page = NULL;

  g_assert_nonnull (press);
  g_assert_cmpuint (press->items->len, ==, 2);
  g_assert_cmpint (g_array_index (press->items, SoleusReminderItem, 0).minute, ==, 480);
  g_assert_cmpstr (g_array_index (press->items, SoleusReminderItem, 0).notice, ==, "7d444840-9dc0-41d1-b245-5ffdce74fad2");
  g_assert_cmpint (g_array_index (press->items, SoleusReminderItem, 1).kind, ==, SOLEUS_REMINDER_CHECK_IN);
  page = soleus_reminder_press_dup_page (press);
  g_assert_cmpstr (page, ==, "today");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/app/reminder-engine/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing-on", test_nothing_on);
  ADD ("no-cramps", test_no_cramps);
  ADD ("answered-elsewhere", test_answered_elsewhere);
  ADD ("late-press", test_late_press);
  ADD ("drank-once", test_drank_once);
  ADD ("stretch", test_stretch);
  ADD ("doses", test_doses);
  ADD ("full-wording", test_full_wording);
  ADD ("together", test_together);
  ADD ("closed", test_closed);
  ADD ("killed", test_killed);
  ADD ("no-desktop", test_no_desktop);
  ADD ("busy", test_busy);
  ADD ("turned-off", test_turned_off);
  ADD ("trial", test_trial);
  ADD ("warning", test_warning);
  ADD ("advice", test_advice);
  ADD ("advice-taken", test_advice_taken);
  ADD ("advice-late", test_advice_late);
#undef ADD
  g_test_add_func ("/app/reminder-press/strange", test_strange_presses);
  g_test_add_func ("/app/reminder-press/read", test_presses);

  return g_test_run ();
}
