/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows where the desktop cannot, and who keeps the ledger then. */
#include "app/soleus-reminder-bar.h"
#include "app/soleus-reminder-settings.h"
#include "lib/soleus-test.h"

#define EVENING "2026-03-03T21:00:00+01:00"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  SoleusKeeper *keeper;
  SoleusReminderBar *bar;
  guint changes;
  char *said;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->changes++;
}

static void
written_cb (Fixture    *self,
            const char *said)
{
  if (said == NULL)
    return;
  g_free (self->said);
  self->said = g_strdup (said);
}

static void
turn_on (Fixture           *self,
         SoleusReminderKind kind)
{
  g_autoptr (SoleusRecord) record = soleus_reminder_settings_turn (self->diary, kind, TRUE, NULL);

  soleus_test_save (self->diary, record);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock (EVENING);
  self->diary = soleus_test_open (self->path, self->clock);
  self->keeper = soleus_keeper_new (self->diary);
  self->bar = soleus_reminder_bar_new (self->diary, self->keeper, NULL);
  g_signal_connect_swapped (self->bar, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->keeper, "written", G_CALLBACK (written_cb), self);
  turn_on (self, SOLEUS_REMINDER_STRETCH);
  soleus_clock_advance (self->clock, 30 * 60);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  settle ();
  g_assert_finalize_object (self->bar);
  g_assert_finalize_object (self->keeper);
  g_assert_finalize_object (self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self->said);
  soleus_test_folder_free (self->folder);
}

static GPtrArray *
list_ledger (Fixture *self)
{
  return soleus_diary_list (self->diary, SOLEUS_KIND_NOTICE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, NULL);
}

static void
check_ledger (Fixture    *self,
              const char *state,
              const char *answer)
{
  g_autoptr (GPtrArray) ledger = list_ledger (self);
  const SoleusRow *values;

  g_assert_cmpuint (ledger->len, ==, 1);
  values = soleus_record_get_values (g_ptr_array_index (ledger, 0));
  g_assert_cmpstr (soleus_row_get_text (values, "state"), ==, state);
  g_assert_cmpstr (soleus_row_get_text (values, "answer"), ==, answer);
  g_assert_true (soleus_row_has (values, "shown") == !g_str_equal (state, "due"));
}

static void
add_due (Fixture *self)
{
  g_autoptr (SoleusRecord) notice = soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *values = soleus_record_get_values (notice);

  soleus_row_set_time (values, "at", soleus_clock_get_now (self->clock));
  soleus_row_set_text (values, "reminder", "stretch");
  soleus_row_set_date (values, "due_date", soleus_test_date ("2026-03-03"));
  soleus_row_set_number (values, "due_minute", 21 * 60 + 30);
  soleus_row_set_text (values, "state", "due");
  soleus_test_save (self->diary, notice);
}

/* Where notifications are shown, or nobody knows yet, the window shows and writes nothing. */
static void
test_silent (Fixture      *self,
             gconstpointer data)
{
  static const SoleusReminderState states[] = { SOLEUS_REMINDER_STATE_UNKNOWN, SOLEUS_REMINDER_STATE_WORKS, SOLEUS_REMINDER_STATE_NO_AUTOSTART };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GPtrArray) ledger = NULL;

      soleus_reminder_bar_set_state (self->bar, states[i]);
      soleus_reminder_bar_look (self->bar);
      settle ();
      ledger = list_ledger (self);
      g_assert_null (soleus_reminder_bar_get_text (self->bar));
      g_assert_cmpuint (ledger->len, ==, 0);
    }
  g_assert_cmpuint (self->changes, ==, 0);
}

/* Without the program the window keeps the ledger; what is shown says so, and is shown once. */
static void
test_no_program (Fixture      *self,
                 gconstpointer data)
{
  const SoleusReminderText *text;

  soleus_reminder_bar_set_state (self->bar, SOLEUS_REMINDER_STATE_NO_PROGRAM);
  settle ();
  text = soleus_reminder_bar_get_text (self->bar);
  g_assert_nonnull (text);
  g_assert_cmpstr (text->title, ==, "Time for your bedtime stretches");
  g_assert_cmpuint (self->changes, ==, 1);
  check_ledger (self, "due", NULL);

  soleus_reminder_bar_mark_shown (self->bar);
  settle ();
  check_ledger (self, "shown", NULL);
  g_assert_nonnull (soleus_reminder_bar_get_text (self->bar));
  g_assert_cmpuint (self->changes, ==, 1);
  g_assert_false (soleus_keeper_can_undo (self->keeper));

  /* Two hours later it makes no more sense. */
  soleus_clock_advance (self->clock, 2 * 3600 + 60);
  soleus_reminder_bar_look (self->bar);
  settle ();
  g_assert_null (soleus_reminder_bar_get_text (self->bar));
  check_ledger (self, "shown", NULL);
}

/* With the program the ledger is its own: the window shows what waits there and marks nothing. */
static void
test_no_notifications (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autofree char *page = NULL;

  soleus_reminder_bar_set_state (self->bar, SOLEUS_REMINDER_STATE_NO_NOTIFICATIONS);
  settle ();
  before = list_ledger (self);
  g_assert_cmpuint (before->len, ==, 0);
  add_due (self);
  settle ();
  g_assert_nonnull (soleus_reminder_bar_get_text (self->bar));
  soleus_reminder_bar_mark_shown (self->bar);
  settle ();
  check_ledger (self, "due", NULL);

  page = soleus_reminder_bar_press (self->bar, soleus_reminder_bar_get_text (self->bar)->press);
  settle ();
  g_assert_cmpstr (page, ==, "today");
  check_ledger (self, "shown", "opened");
  g_assert_null (soleus_reminder_bar_get_text (self->bar));
}

static char *
dup_press (Fixture    *self,
           const char *label)
{
  const SoleusReminderText *text = soleus_reminder_bar_get_text (self->bar);

  for (guint i = 0; i < text->labels->len; i++)
    if (g_str_equal (g_ptr_array_index (text->labels, i), label))
      return g_strdup (g_ptr_array_index (text->presses, i));
  g_assert_not_reached ();
}

static void
test_press (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *soon = NULL, *start = NULL, *none = NULL, *page = NULL;

  soleus_reminder_bar_set_state (self->bar, SOLEUS_REMINDER_STATE_NO_PROGRAM);
  settle ();
  soleus_reminder_bar_mark_shown (self->bar);
  settle ();
  soon = dup_press (self, "In 15 minutes");
  none = soleus_reminder_bar_press (self->bar, soon);
  settle ();
  g_assert_null (none);
  g_assert_null (soleus_reminder_bar_get_text (self->bar));
  g_assert_cmpstr (self->said, ==, "The reminder comes again at 21:45.");
  check_ledger (self, "snoozed", NULL);

  /* Undo brings it back at once. */
  soleus_keeper_undo (self->keeper);
  settle ();
  g_assert_nonnull (soleus_reminder_bar_get_text (self->bar));
  check_ledger (self, "shown", NULL);

  start = dup_press (self, "Start");
  page = soleus_reminder_bar_press (self->bar, start);
  settle ();
  g_assert_cmpstr (page, ==, "stretch");
  g_assert_null (soleus_reminder_bar_get_text (self->bar));
  check_ledger (self, "answered", "started");
}

static void
test_close (Fixture      *self,
            gconstpointer data)
{
  soleus_reminder_bar_set_state (self->bar, SOLEUS_REMINDER_STATE_NO_NOTIFICATIONS);
  add_due (self);
  settle ();
  soleus_reminder_bar_close (self->bar);
  settle ();
  g_assert_null (soleus_reminder_bar_get_text (self->bar));
  check_ledger (self, "shown", "closed");
  soleus_reminder_bar_look (self->bar);
  g_assert_null (soleus_reminder_bar_get_text (self->bar));
}

/* What was done elsewhere is no longer asked for. */
static void
test_done (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (SoleusRecord) stretch = soleus_record_new (SOLEUS_KIND_STRETCH);

  soleus_reminder_bar_set_state (self->bar, SOLEUS_REMINDER_STATE_NO_PROGRAM);
  settle ();
  soleus_reminder_bar_mark_shown (self->bar);
  settle ();
  g_assert_nonnull (soleus_reminder_bar_get_text (self->bar));
  soleus_row_set_time (soleus_record_get_values (stretch), "at", soleus_clock_get_now (self->clock));
  soleus_test_save (self->diary, stretch);
  settle ();
  g_assert_null (soleus_reminder_bar_get_text (self->bar));
  check_ledger (self, "answered", "done");
}

static void
test_works_again (Fixture      *self,
                  gconstpointer data)
{
  soleus_reminder_bar_set_state (self->bar, SOLEUS_REMINDER_STATE_NO_PROGRAM);
  settle ();
  g_assert_nonnull (soleus_reminder_bar_get_text (self->bar));
  soleus_reminder_bar_set_state (self->bar, SOLEUS_REMINDER_STATE_WORKS);
  g_assert_null (soleus_reminder_bar_get_text (self->bar));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/reminder-bar/silent", test_silent);
  ADD ("/reminder-bar/no-program", test_no_program);
  ADD ("/reminder-bar/no-notifications", test_no_notifications);
  ADD ("/reminder-bar/press", test_press);
  ADD ("/reminder-bar/close", test_close);
  ADD ("/reminder-bar/done", test_done);
  ADD ("/reminder-bar/works-again", test_works_again);

  return g_test_run ();
}
