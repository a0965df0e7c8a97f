/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of each dose: due, late, put off, missed, taken, skipped; and how long what is left will last. */
#include "app/soleus-medicine-words.h"
#include "lib/soleus-test.h"

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
  soleus_test_folder_free (self->folder);
}

static char *
add_medicine (Fixture    *self,
              const char *name,
              const char *stopped)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (SOLEUS_KIND_MEDICINE);

  soleus_row_set_text (soleus_record_get_values (record), "name", name);
  if (stopped != NULL)
    soleus_row_set_date (soleus_record_get_values (record), "stopped", soleus_test_date (stopped));
  soleus_test_save (self->diary, record);
  return g_strdup (soleus_record_get_uuid (record));
}

static SoleusRecord *
new_schedule (const char *medicine,
              const char *pattern)
{
  SoleusRecord *record = soleus_record_new (SOLEUS_KIND_SCHEDULE);
  SoleusRow *values = soleus_record_get_values (record);

  soleus_row_set_text (values, "medicine", medicine);
  soleus_row_set_text (values, "pattern", pattern);
  soleus_row_set_date (values, "valid_from", soleus_test_date ("2026-02-01"));
  return record;
}

static void
add_times (Fixture    *self,
           const char *medicine,
           int         first,
           int         second)
{
  g_autoptr (SoleusRecord) record = new_schedule (medicine, "daily");

  soleus_row_set_number (soleus_row_add_row (soleus_record_get_values (record), "times"), "minute", first);
  if (second >= 0)
    soleus_row_set_number (soleus_row_add_row (soleus_record_get_values (record), "times"), "minute", second);
  soleus_test_save (self->diary, record);
}

static char *
say (GPtrArray *doses)
{
  GString *text = g_string_new (NULL);

  g_assert_nonnull (doses);
  for (guint i = 0; i < doses->len; i++)
    {
      const SoleusDose *dose = g_ptr_array_index (doses, i);
      g_autofree char *when = soleus_dose_words_when (dose->due.date, dose->due.minute, soleus_test_date ("2026-03-03"));
      g_autofree char *what = soleus_dose_words_what (dose), *state = soleus_dose_words_state (dose);

      g_string_append_printf (text, "%s%s %s: %s", i > 0 ? "; " : "", when, what, state);
    }
  return g_string_free (text, FALSE);
}

static char *
say_today (Fixture *self)
{
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (self->diary, NULL);
  g_autoptr (GPtrArray) doses = soleus_medicine_book_list_open (book, NULL);

  return say (doses);
}

static char *
say_day (Fixture    *self,
         const char *day)
{
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (self->diary, NULL);
  g_autoptr (GPtrArray) doses = soleus_medicine_book_list_day (book, soleus_test_date (day), NULL);

  return say (doses);
}

#define assert_says(expression, expected) G_STMT_START { g_autofree char *said_ = (expression); g_assert_cmpstr (said_, ==, expected); } G_STMT_END

/* Answers the dose of that place in the list of today. */
static void
answer (Fixture    *self,
        guint       i,
        const char *status)
{
  g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (self->diary, NULL);
  g_autoptr (GPtrArray) doses = soleus_medicine_book_list_open (book, NULL);
  g_autoptr (SoleusRecord) record = soleus_dose_answer (g_ptr_array_index (doses, i), status, soleus_clock_get_now (self->clock));

  soleus_test_save (self->diary, record);
}

static void
test_states (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *amlodipine = add_medicine (self, "Amlodipine", NULL);
  g_autofree char *zinc = add_medicine (self, "Zinc", NULL);
  g_autofree char *old = add_medicine (self, "Old", "2026-03-03");

  add_times (self, amlodipine, 8 * 60, 21 * 60);
  add_times (self, zinc, 8 * 60, -1);
  add_times (self, old, 8 * 60, -1);

  /* Yesterday evening is missed: the morning's came. Zinc of yesterday morning too; the stopped one has its place in the past alone. */
  assert_says (say_today (self), "Yesterday, 8:00 Amlodipine: Not recorded; Yesterday, 8:00 Old: Not recorded; Yesterday, 8:00 Zinc: Not recorded; "
                                 "Yesterday, 21:00 Amlodipine: Not recorded; 8:00 Amlodipine: Due now; 8:00 Zinc: Due now; 21:00 Amlodipine: Due later");
  assert_says (say_day (self, "2026-03-04"), "Wednesday 4 March, 8:00 Amlodipine: Due later; Wednesday 4 March, 8:00 Zinc: Due later; Wednesday 4 March, 21:00 Amlodipine: Due later");

  answer (self, 4, "skipped");
  answer (self, 4, "taken"); /* another word on the same dose, not another dose */
  assert_says (say_day (self, "2026-03-03"), "8:00 Amlodipine: Taken at 9:00; 8:00 Zinc: Due now; 21:00 Amlodipine: Due later");
  answer (self, 5, "skipped");
  assert_says (say_day (self, "2026-03-03"), "8:00 Amlodipine: Taken at 9:00; 8:00 Zinc: Skipped; 21:00 Amlodipine: Due later");
}

/* Late is late until the next one, or for twelve hours. */
static void
test_missed (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *twice = add_medicine (self, "Twice", NULL);
  g_autofree char *once = add_medicine (self, "Once", NULL);

  add_times (self, twice, 8 * 60, 14 * 60);
  add_times (self, once, 8 * 60, -1);
  soleus_clock_advance (self->clock, 5 * 3600 - 1); /* 13:59:59 */
  assert_says (say_day (self, "2026-03-03"), "8:00 Once: Due now; 8:00 Twice: Due now; 14:00 Twice: Due later");
  soleus_clock_advance (self->clock, 1);
  assert_says (say_day (self, "2026-03-03"), "8:00 Once: Due now; 8:00 Twice: Not recorded; 14:00 Twice: Due now");
  soleus_clock_advance (self->clock, 6 * 3600 - 1); /* 19:59:59 */
  assert_says (say_day (self, "2026-03-03"), "8:00 Once: Due now; 8:00 Twice: Not recorded; 14:00 Twice: Due now");
  soleus_clock_advance (self->clock, 1);
  assert_says (say_day (self, "2026-03-03"), "8:00 Once: Not recorded; 8:00 Twice: Not recorded; 14:00 Twice: Due now");
}

static void
test_later (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *zinc = add_medicine (self, "Zinc", NULL);
  g_autoptr (SoleusMedicineBook) book = NULL;
  g_autoptr (GPtrArray) doses = NULL;
  g_autoptr (SoleusRecord) notice = NULL;

  add_times (self, zinc, 8 * 60, -1);
  book = soleus_medicine_book_new (self->diary, NULL);
  doses = soleus_medicine_book_list_day (book, soleus_test_date ("2026-03-03"), NULL);
  notice = soleus_dose_put_off (doses, soleus_clock_get_now (self->clock));
  soleus_test_save (self->diary, notice);
  assert_says (say_day (self, "2026-03-03"), "8:00 Zinc: Later, at 9:30");
  soleus_clock_advance (self->clock, 30 * 60);
  assert_says (say_day (self, "2026-03-03"), "8:00 Zinc: Due now");
  answer (self, 1, "taken");
  assert_says (say_day (self, "2026-03-03"), "8:00 Zinc: Taken at 9:30");

  /* Nothing is open any more. */
  g_clear_pointer (&doses, g_ptr_array_unref);
  g_clear_pointer (&book, soleus_medicine_book_free);
  book = soleus_medicine_book_new (self->diary, NULL);
  doses = soleus_medicine_book_list_day (book, soleus_test_date ("2026-03-03"), NULL);
  g_assert_null (soleus_dose_put_off (doses, soleus_clock_get_now (self->clock)));
}

/* A dose due before midnight and taken after it belongs to the day it was due on; in another zone it stays the same dose. */
static void
test_identity (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *zinc = add_medicine (self, "Zinc", NULL);
  g_autoptr (SoleusRecord) late = soleus_record_new (SOLEUS_KIND_DOSE), away = soleus_record_new (SOLEUS_KIND_DOSE), extra = soleus_record_new (SOLEUS_KIND_DOSE);
  SoleusRow *values = soleus_record_get_values (late);

  add_times (self, zinc, 23 * 60 + 30, -1);
  soleus_row_set_time (values, "at", soleus_test_time ("2026-03-03T00:20:00+01:00"));
  soleus_row_set_text (values, "medicine", zinc);
  soleus_row_set_text (values, "status", "taken");
  soleus_row_set_date (values, "due_date", soleus_test_date ("2026-03-02"));
  soleus_row_set_number (values, "due_minute", 23 * 60 + 30);
  soleus_test_save (self->diary, late);
  assert_says (say_day (self, "2026-03-02"), "Yesterday, 23:30 Zinc: Taken at 0:20");
  assert_says (say_day (self, "2026-03-03"), "23:30 Zinc: Due later");

  /* Days late is late, and still the answer. */
  soleus_row_set_time (values, "at", soleus_test_time ("2026-03-02T08:00:00+01:00"));
  soleus_row_set_date (values, "due_date", soleus_test_date ("2026-02-24"));
  soleus_test_save (self->diary, late);
  assert_says (say_day (self, "2026-02-24"), "Tuesday 24 February, 23:30 Zinc: Taken at 8:00");

  values = soleus_record_get_values (away);
  soleus_row_set_time (values, "at", soleus_test_time ("2026-03-01T23:35:00-05:00"));
  soleus_row_set_text (values, "medicine", zinc);
  soleus_row_set_text (values, "status", "taken");
  soleus_row_set_date (values, "due_date", soleus_test_date ("2026-03-01"));
  soleus_row_set_number (values, "due_minute", 23 * 60 + 30);
  soleus_test_save (self->diary, away);
  assert_says (say_day (self, "2026-03-01"), "Sunday 1 March, 23:30 Zinc: Taken at 23:35");

  /* Taken without being due: it has its own place, and none of the others changes. */
  values = soleus_record_get_values (extra);
  soleus_row_set_time (values, "at", soleus_test_time ("2026-03-03T07:00:00+01:00"));
  soleus_row_set_text (values, "medicine", zinc);
  soleus_row_set_text (values, "status", "taken");
  soleus_test_save (self->diary, extra);
  assert_says (say_day (self, "2026-03-03"), "7:00 Zinc: Taken at 7:00; 23:30 Zinc: Due later");
}

static void
test_after_last_dose (Fixture      *self,
                      gconstpointer data)
{
  g_autofree char *zinc = add_medicine (self, "Zinc", NULL);
  g_autoptr (SoleusRecord) schedule = new_schedule (zinc, "after-last-dose"), dose = soleus_record_new (SOLEUS_KIND_DOSE);
  SoleusRow *values = soleus_record_get_values (dose);

  soleus_row_set_number (soleus_record_get_values (schedule), "every", 30);
  soleus_test_save (self->diary, schedule);
  soleus_row_set_time (values, "at", soleus_test_time ("2026-02-28T07:10:00+01:00"));
  soleus_row_set_text (values, "medicine", zinc);
  soleus_row_set_text (values, "status", "taken");
  soleus_test_save (self->diary, dose);
  /* Due since Sunday 13:10, and never missed: the next one waits for it. */
  assert_says (say_today (self), "Sunday 1 March, 13:10 Zinc: Due now");
  answer (self, 0, "taken");
  assert_says (say_today (self), "");
  soleus_clock_advance (self->clock, 6 * 3600);
  assert_says (say_day (self, "2026-03-04"), "Wednesday 4 March, 15:00 Zinc: Due later");
}

/* What was due every day before does not wait for ever, as what follows the doses does. */
static void
test_after_daily (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *zinc = add_medicine (self, "Zinc", NULL);
  g_autoptr (SoleusRecord) daily = new_schedule (zinc, "daily"), follows = new_schedule (zinc, "after-last-dose");
  SoleusRow *values = soleus_record_get_values (daily);

  soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", 480);
  soleus_row_set_date (values, "valid_until", soleus_test_date ("2026-02-20"));
  soleus_test_save (self->diary, daily);
  values = soleus_record_get_values (follows);
  soleus_row_set_date (values, "valid_from", soleus_test_date ("2026-02-21"));
  soleus_row_set_number (values, "every", 12);
  soleus_row_set_number (soleus_row_add_row (values, "times"), "minute", 600);
  soleus_test_save (self->diary, follows);
  assert_says (say_today (self), "Saturday 21 February, 10:00 Zinc: Due now");
}

/* The plan was changed while a dose was late: one is asked for, not two. */
static void
test_after_last_dose_changed (Fixture      *self,
                              gconstpointer data)
{
  g_autofree char *zinc = add_medicine (self, "Zinc", NULL);
  g_autoptr (SoleusRecord) old = new_schedule (zinc, "after-last-dose"), present = new_schedule (zinc, "after-last-dose"), dose = soleus_record_new (SOLEUS_KIND_DOSE);
  SoleusRow *values = soleus_record_get_values (old);

  soleus_row_set_number (values, "every", 6);
  soleus_row_set_date (values, "valid_until", soleus_test_date ("2026-03-03"));
  soleus_row_set_number (values, "until_minute", 8 * 60);
  soleus_test_save (self->diary, old);
  values = soleus_record_get_values (present);
  soleus_row_set_number (values, "every", 8);
  soleus_row_set_date (values, "valid_from", soleus_test_date ("2026-03-03"));
  soleus_row_set_number (values, "from_minute", 8 * 60);
  soleus_test_save (self->diary, present);
  values = soleus_record_get_values (dose);
  soleus_row_set_time (values, "at", soleus_test_time ("2026-03-02T23:00:00+01:00"));
  soleus_row_set_text (values, "medicine", zinc);
  soleus_row_set_text (values, "status", "taken");
  soleus_test_save (self->diary, dose);
  /* 5:00 by the old plan, 8:00 by the new one, which began then. */
  assert_says (say_day (self, "2026-03-03"), "8:00 Zinc: Due now");
}

static void
test_as_needed (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *id = add_medicine (self, "Paracetamol", NULL);
  g_autoptr (SoleusRecord) schedule = new_schedule (id, "as-needed");
  const char *const texts[] = { "2 left in 24 hours", "The next is from 13:00.", "1 left in 24 hours", "The next is from Wednesday 4 March, 9:00." };
  SoleusAsNeeded state;

  soleus_row_set_number (soleus_record_get_values (schedule), "gap_min", 240);
  soleus_row_set_number (soleus_record_get_values (schedule), "most_a_day", 2);
  soleus_test_save (self->diary, schedule);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (self->diary, NULL);
      const SoleusMedicine *medicine = soleus_medicine_book_find (book, id);
      g_autoptr (SoleusRecord) dose = soleus_dose_take_as_needed (medicine, soleus_clock_get_now (self->clock));

      g_assert_true (soleus_medicine_is_as_needed (medicine, soleus_clock_get_now (self->clock), &state));
      assert_says (soleus_medicine_words_limits (&state, soleus_clock_get_now (self->clock)), texts[i]);
      if (i == 0 || i == 2)
        soleus_test_save (self->diary, dose);
      else
        soleus_clock_advance (self->clock, 4 * 3600);
    }
}

static void
test_stock (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *id = add_medicine (self, "Zinc", NULL);
  g_autoptr (SoleusRecord) stock = soleus_record_new (SOLEUS_KIND_STOCK), before = soleus_record_new (SOLEUS_KIND_DOSE);
  SoleusStock found;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (self->diary, NULL);

      g_assert_false (soleus_stock_find (book, soleus_medicine_book_find (book, id), &found));
      g_assert_cmpint (found.days, ==, -1);
      if (i == 0)
        add_times (self, id, 8 * 60, 20 * 60);
    }
  /* What was taken before the count is not in it. */
  soleus_row_set_time (soleus_record_get_values (before), "at", soleus_test_time ("2026-03-03T08:29:59+01:00"));
  soleus_row_set_text (soleus_record_get_values (before), "medicine", id);
  soleus_row_set_text (soleus_record_get_values (before), "status", "taken");
  soleus_test_save (self->diary, before);
  soleus_row_set_time (soleus_record_get_values (stock), "at", soleus_test_time ("2026-03-03T08:30:00+01:00"));
  soleus_row_set_text (soleus_record_get_values (stock), "medicine", id);
  soleus_row_set_number (soleus_record_get_values (stock), "amount", 10000);
  soleus_row_set_number (soleus_record_get_values (stock), "warn_days", 4);
  soleus_test_save (self->diary, stock);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SoleusMedicineBook) book = soleus_medicine_book_new (self->diary, NULL);

      g_assert_true (soleus_stock_find (book, soleus_medicine_book_find (book, id), &found));
      /* 10: this evening, two a day up to the 7th, and one more on the 8th. One is taken: nine last up to the evening of the 7th. */
      assert_says (soleus_medicine_words_stock (&found), i == 0 ? "10 left. About 5 days, up to 8 March." : "9 left. About 4 days, up to 7 March.");
      g_assert_cmpint (found.is_low, ==, i == 1);
      soleus_stock_clear (&found);
      if (i == 0)
        answer (self, 2, "taken");
    }
}

/* A new name is the same medicine, and two of one name are two. */
static void
test_names (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *first = add_medicine (self, "Furosemide", NULL);
  g_autofree char *second = add_medicine (self, "Furosemide", NULL);
  g_autoptr (SoleusRecord) record = NULL;

  add_times (self, first, 8 * 60, -1);
  add_times (self, second, 20 * 60, -1);
  answer (self, 2, "taken");
  record = soleus_diary_get (self->diary, first, NULL);
  soleus_row_set_text (soleus_record_get_values (record), "name", "Frusemide");
  soleus_test_save (self->diary, record);
  assert_says (say_day (self, "2026-03-03"), "8:00 Frusemide: Taken at 9:00; 20:00 Furosemide: Due later");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/medicine-book/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/medicine-book/missed", Fixture, NULL, set_up, test_missed, tear_down);
  g_test_add ("/medicine-book/later", Fixture, NULL, set_up, test_later, tear_down);
  g_test_add ("/medicine-book/identity", Fixture, NULL, set_up, test_identity, tear_down);
  g_test_add ("/medicine-book/after-last-dose", Fixture, NULL, set_up, test_after_last_dose, tear_down);
  g_test_add ("/medicine-book/after-last-dose-changed", Fixture, NULL, set_up, test_after_last_dose_changed, tear_down);
  g_test_add ("/medicine-book/after-daily", Fixture, NULL, set_up, test_after_daily, tear_down);
  g_test_add ("/medicine-book/as-needed", Fixture, NULL, set_up, test_as_needed, tear_down);
  g_test_add ("/medicine-book/stock", Fixture, NULL, set_up, test_stock, tear_down);
  g_test_add ("/medicine-book/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run ();
}
