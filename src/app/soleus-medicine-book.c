/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read once, used, and thrown away: a page makes a new one when the diary changes. A dose is known by its medicine and by the day
 * and minute that its schedule names, so that a set clock or a journey never makes two of one. */
#include "config.h"

#include "app/soleus-medicine-book.h"

#include "app/soleus-medicine-plan.h"

#define SECONDS_A_DAY 86400
#define NIGHTS_BACK 3

/* A dose can be taken days after it was due, and still be the answer to it. */
#define ANSWERED_WITHIN_NIGHTS 9

/* A gap between doses as needed is at most a week, and hours after the last dose are at most a thousand. */
#define NIGHTS_BACK_AS_NEEDED 9
#define NIGHTS_BACK_AFTER_DOSE 45

struct _SoleusMedicineBook
{
  SoleusDiary *diary;
  SoleusTime now;
  GTimeZone *zone;
  GPtrArray *medicines; /* of SoleusMedicine, those first that were begun first */
  GHashTable *by_uuid;
};

static void
medicine_free (gpointer data)
{
  SoleusMedicine *self = data;

  g_clear_object (&self->record);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->schedule, soleus_schedule_free);
  g_free (self);
}

static void
dose_free (gpointer data)
{
  SoleusDose *self = data;

  g_clear_object (&self->record);
  g_free (self);
}

static const char *
get_medicine_id (SoleusRecord *record)
{
  return soleus_row_get_text (soleus_record_get_values (record), "medicine");
}

/* Reading */

/* How far back doses must be known for what the schedules ask of them. */
static int
find_nights_back (GPtrArray *schedules)
{
  int nights = NIGHTS_BACK;

  for (guint i = 0; i < schedules->len; i++)
    {
      const char *pattern = soleus_row_get_text (soleus_record_get_values (g_ptr_array_index (schedules, i)), "pattern");

      if (g_str_equal (pattern, "as-needed"))
        nights = MAX (nights, NIGHTS_BACK_AS_NEEDED);
      else if (g_str_equal (pattern, "after-last-dose"))
        nights = NIGHTS_BACK_AFTER_DOSE;
    }
  return nights;
}

static void
add_medicine (SoleusMedicineBook *self,
              SoleusRecord       *record,
              GHashTable         *schedules,
              GHashTable         *doses)
{
  const SoleusRow *values = soleus_record_get_values (record);
  const char *uuid = soleus_record_get_uuid (record);
  GPtrArray *versions = g_hash_table_lookup (schedules, uuid);
  SoleusMedicine *medicine = g_new0 (SoleusMedicine, 1);

  medicine->record = g_object_ref (record);
  medicine->versions = versions != NULL ? g_ptr_array_ref (versions) : g_ptr_array_new_with_free_func (g_object_unref);
  medicine->schedule = soleus_schedule_new (medicine->versions, g_hash_table_lookup (doses, uuid), soleus_row_get_date (values, "started"), soleus_row_get_date (values, "stopped"), self->zone);
  g_ptr_array_add (self->medicines, medicine);
  g_hash_table_insert (self->by_uuid, (gpointer) soleus_record_get_uuid (medicine->record), medicine);
}

/**
 * soleus_medicine_book_new:
 * @diary: a diary
 * @error: return location
 *
 * Reads all medicines with their schedules, and looks at them as of now.
 *
 * Returns: (transfer full) (nullable): the book, or %NULL on failure
 */
SoleusMedicineBook *
soleus_medicine_book_new (SoleusDiary *diary,
                          GError     **error)
{
  SoleusClock *clock = soleus_diary_get_clock (diary);
  g_autoptr (SoleusMedicineBook) self = g_new0 (SoleusMedicineBook, 1);
  g_autoptr (GPtrArray) medicines = soleus_diary_list (diary, SOLEUS_KIND_MEDICINE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);
  g_autoptr (GPtrArray) schedules = NULL, doses = NULL;
  g_autoptr (GHashTable) schedules_of = NULL, doses_of = NULL;
  SoleusDate night;

  self->diary = g_object_ref (diary);
  self->now = soleus_clock_get_now (clock);
  self->zone = soleus_clock_dup_zone (clock);
  self->medicines = g_ptr_array_new_with_free_func (medicine_free);
  self->by_uuid = g_hash_table_new (g_str_hash, g_str_equal);
  if (medicines == NULL)
    return NULL;
  if (medicines->len == 0)
    return g_steal_pointer (&self);

  night = soleus_time_get_night (self->now);
  schedules = soleus_diary_list (diary, SOLEUS_KIND_SCHEDULE, SOLEUS_DATE_NONE, SOLEUS_DATE_NONE, error);
  if (schedules == NULL)
    return NULL;
  doses = soleus_diary_list (diary, SOLEUS_KIND_DOSE, night - find_nights_back (schedules), night + 1, error);
  if (doses == NULL)
    return NULL;
  schedules_of = soleus_medicine_plan_sort (schedules);
  doses_of = soleus_medicine_plan_sort (doses);
  for (guint i = 0; i < medicines->len; i++)
    add_medicine (self, g_ptr_array_index (medicines, i), schedules_of, doses_of);
  return g_steal_pointer (&self);
}

/**
 * soleus_medicine_book_free:
 * @self: (transfer full): a book
 */
void
soleus_medicine_book_free (SoleusMedicineBook *self)
{
  g_clear_pointer (&self->by_uuid, g_hash_table_unref);
  g_clear_pointer (&self->medicines, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->diary);
  g_free (self);
}

/**
 * soleus_medicine_book_get_medicines:
 * @self: a book
 *
 * Returns: (transfer none) (element-type SoleusMedicine): all medicines, the stopped ones too
 */
GPtrArray *
soleus_medicine_book_get_medicines (const SoleusMedicineBook *self)
{
  return self->medicines;
}

/**
 * soleus_medicine_book_find:
 * @self: a book
 * @uuid: (nullable): the identity of a medicine
 *
 * Returns: (transfer none) (nullable): the medicine
 */
const SoleusMedicine *
soleus_medicine_book_find (const SoleusMedicineBook *self,
                           const char               *uuid)
{
  return uuid != NULL ? g_hash_table_lookup (self->by_uuid, uuid) : NULL;
}

/**
 * soleus_medicine_book_get_now:
 * @self: a book
 *
 * Returns: the moment that it was made for
 */
SoleusTime
soleus_medicine_book_get_now (const SoleusMedicineBook *self)
{
  return self->now;
}

/**
 * soleus_medicine_book_get_diary:
 * @self: a book
 *
 * Returns: (transfer none): the diary that it was read from
 */
SoleusDiary *
soleus_medicine_book_get_diary (const SoleusMedicineBook *self)
{
  return self->diary;
}

/* Doses of a day */

static char *
make_key (const char *medicine,
          SoleusDate  date,
          int         minute)
{
  return g_strdup_printf ("%s %d %d", medicine, date, minute);
}

static char *
make_record_key (SoleusRecord *dose)
{
  const SoleusRow *values = soleus_record_get_values (dose);

  if (!soleus_row_has (values, "due_date") || !soleus_row_has (values, "due_minute"))
    return NULL;
  return make_key (get_medicine_id (dose), soleus_row_get_date (values, "due_date"), (int) soleus_row_get_number (values, "due_minute", 0));
}

/* What was said, by what it was said of. If two programs answered the same dose, the later word counts. */
static GHashTable *
index_answers (GPtrArray *doses)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < doses->len; i++)
    {
      SoleusRecord *dose = g_ptr_array_index (doses, i), *other;
      char *key = make_record_key (dose);

      if (key == NULL)
        continue;
      other = g_hash_table_lookup (answers, key);
      if (other == NULL || soleus_record_get_life (other)->modified <= soleus_record_get_life (dose)->modified)
        g_hash_table_replace (answers, key, dose);
      else
        g_free (key);
    }
  return answers;
}

static SoleusDoseState
get_open_state (SoleusDueState state)
{
  return state == SOLEUS_DUE_AHEAD ? SOLEUS_DOSE_AHEAD : state == SOLEUS_DUE_NOW ? SOLEUS_DOSE_DUE : SOLEUS_DOSE_MISSED;
}

static SoleusDose *
add_dose (GPtrArray            *doses,
          const SoleusMedicine *medicine,
          SoleusRecord         *record)
{
  SoleusDose *dose = g_new0 (SoleusDose, 1);

  dose->medicine = medicine;
  if (record != NULL)
    {
      gboolean taken = g_strcmp0 (soleus_row_get_text (soleus_record_get_values (record), "status"), "taken") == 0;

      dose->record = g_object_ref (record);
      dose->state = taken ? SOLEUS_DOSE_TAKEN : SOLEUS_DOSE_SKIPPED;
    }
  g_ptr_array_add (doses, dose);
  return dose;
}

/* The bounds of a civil day as instants. */
static void
get_day_span (const SoleusMedicineBook *self,
              SoleusDate                day,
              gint64                   *from,
              gint64                   *until)
{
  SoleusTime start, end;

  soleus_time_from_local (day, 0, self->zone, FALSE, &start);
  soleus_time_from_local (day + 1, 0, self->zone, FALSE, &end);
  *from = start.utc;
  *until = end.utc;
}

/* A minute that the clock skips before midnight lies on the next day already, so that more than the day is asked for. */
static void
add_due (const SoleusMedicineBook *self,
         const SoleusMedicine     *medicine,
         SoleusDate                day,
         GHashTable               *answers,
         GHashTable               *shown,
         GPtrArray                *doses)
{
  g_autoptr (GArray) dues = NULL;
  gint64 from, until;

  get_day_span (self, day, &from, &until);
  dues = soleus_schedule_list (medicine->schedule, from - SECONDS_A_DAY, until + SECONDS_A_DAY);
  for (guint i = 0; i < dues->len; i++)
    {
      const SoleusDue *due = &g_array_index (dues, SoleusDue, i);
      g_autofree char *key = make_key (soleus_record_get_uuid (medicine->record), due->date, due->minute);
      SoleusRecord *answer = g_hash_table_lookup (answers, key);
      SoleusDueState state = SOLEUS_DUE_AHEAD;
      SoleusDose *dose;

      if (due->date != day)
        continue;
      if (answer == NULL)
        state = soleus_schedule_judge (medicine->schedule, due, self->now, NULL);
      if (state == SOLEUS_DUE_SUPERSEDED)
        continue;
      dose = add_dose (doses, medicine, answer);
      dose->is_due = TRUE;
      dose->due = *due;
      if (answer == NULL)
        dose->state = get_open_state (state);
      else
        g_hash_table_add (shown, answer);
    }
}

/* What was taken without being due, and what was due by a schedule that is another now. */
static void
add_recorded (const SoleusMedicineBook *self,
              SoleusDate                day,
              GPtrArray                *records,
              GHashTable               *answers,
              GHashTable               *shown,
              GPtrArray                *doses)
{
  for (guint i = 0; i < records->len; i++)
    {
      SoleusRecord *record = g_ptr_array_index (records, i);
      const SoleusRow *values = soleus_record_get_values (record);
      const SoleusMedicine *medicine = soleus_medicine_book_find (self, get_medicine_id (record));
      g_autofree char *key = make_record_key (record);
      SoleusTime at = { 0, 0 };
      SoleusDose *dose;

      soleus_record_get_when (record, &at);
      if (medicine == NULL || g_hash_table_contains (shown, record) || (key != NULL && g_hash_table_lookup (answers, key) != record))
        continue;
      if ((key != NULL ? soleus_row_get_date (values, "due_date") : soleus_time_get_date (at)) != day)
        continue;
      dose = add_dose (doses, medicine, record);
      dose->due.date = day;
      dose->due.minute = key != NULL ? (int) soleus_row_get_number (values, "due_minute", 0) : soleus_time_get_minute (at);
      dose->due.time = at;
      dose->due.amount = soleus_row_get_number (values, "amount", -1);
    }
}

/* Doses that were put off: the newest word on each counts. */
static void
apply_put_off (const SoleusMedicineBook *self,
               GPtrArray                *notices,
               SoleusDose               *dose)
{
  gint64 newest = 0;

  for (guint i = 0; i < notices->len; i++)
    {
      const SoleusRow *values = soleus_record_get_values (g_ptr_array_index (notices, i));
      SoleusTime at = { 0, 0 }, until = { 0, 0 };

      if (g_strcmp0 (soleus_row_get_text (values, "reminder"), "dose") != 0 || !soleus_row_get_time (values, "snoozed_until", &until) ||
          soleus_row_get_date (values, "due_date") != dose->due.date || soleus_row_get_number (values, "due_minute", -1) != dose->due.minute)
        continue;
      soleus_row_get_time (values, "at", &at);
      for (guint k = 0; k < soleus_row_get_n_rows (values, "doses"); k++)
        if (g_strcmp0 (soleus_row_get_text (soleus_row_get_row (values, "doses", k), "medicine"), soleus_record_get_uuid (dose->medicine->record)) == 0 && at.utc >= newest)
          {
            newest = at.utc;
            dose->later = until;
          }
    }
  if (newest > 0 && dose->later.utc > self->now.utc)
    dose->state = SOLEUS_DOSE_LATER;
}

static int
compare_doses (gconstpointer a,
               gconstpointer b)
{
  const SoleusDose *x = *(SoleusDose *const *) a, *y = *(SoleusDose *const *) b;

  if (x->due.date != y->due.date)
    return x->due.date < y->due.date ? -1 : 1;
  if (x->due.minute != y->due.minute)
    return x->due.minute < y->due.minute ? -1 : 1;
  return g_utf8_collate (soleus_row_get_text (soleus_record_get_values (x->medicine->record), "name"), soleus_row_get_text (soleus_record_get_values (y->medicine->record), "name"));
}

static gboolean
add_day (const SoleusMedicineBook *self,
         SoleusDate                day,
         GPtrArray                *doses,
         GError                  **error)
{
  g_autoptr (GPtrArray) records = NULL, notices = NULL;
  g_autoptr (GHashTable) answers = NULL, shown = g_hash_table_new (NULL, NULL);

  if (self->medicines->len == 0)
    return TRUE;
  records = soleus_diary_list (self->diary, SOLEUS_KIND_DOSE, day - 1, day + ANSWERED_WITHIN_NIGHTS, error);
  notices = records != NULL ? soleus_diary_list (self->diary, SOLEUS_KIND_NOTICE, day, day + 2, error) : NULL;
  if (notices == NULL)
    return FALSE;
  answers = index_answers (records);
  for (guint i = 0; i < self->medicines->len; i++)
    add_due (self, g_ptr_array_index (self->medicines, i), day, answers, shown, doses);
  add_recorded (self, day, records, answers, shown, doses);
  for (guint i = 0; i < doses->len; i++)
    if (((SoleusDose *) g_ptr_array_index (doses, i))->state == SOLEUS_DOSE_DUE)
      apply_put_off (self, notices, g_ptr_array_index (doses, i));
  return TRUE;
}

/**
 * soleus_medicine_book_list_day:
 * @self: a book, which must outlive the list
 * @day: a civil day, past or ahead
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SoleusDose): what is due on that day with what became of it, and what was taken
 *   besides, in the order of time
 */
GPtrArray *
soleus_medicine_book_list_day (const SoleusMedicineBook *self,
                               SoleusDate                day,
                               GError                  **error)
{
  g_autoptr (GPtrArray) doses = g_ptr_array_new_with_free_func (dose_free);

  if (!add_day (self, day, doses, error))
    return NULL;
  g_ptr_array_sort (doses, compare_doses);
  return g_steal_pointer (&doses);
}

/* One that follows the last dose waits for as long as it takes. */
static void
add_waiting (const SoleusMedicineBook *self,
             SoleusDate                before,
             GPtrArray                *doses)
{
  for (guint i = 0; i < self->medicines->len; i++)
    {
      const SoleusMedicine *medicine = g_ptr_array_index (self->medicines, i);
      g_autoptr (GArray) dues = NULL;

      if (!soleus_schedule_follows_doses (medicine->schedule, self->now))
        continue;
      dues = soleus_schedule_list (medicine->schedule, SOLEUS_TIME_MIN, self->now.utc + 1);
      for (guint k = 0; k < dues->len; k++)
        {
          const SoleusDue *due = &g_array_index (dues, SoleusDue, k);

          if (due->date < before && soleus_schedule_follows_doses (medicine->schedule, due->time) &&
              soleus_schedule_judge (medicine->schedule, due, self->now, NULL) != SOLEUS_DUE_SUPERSEDED)
            {
              SoleusDose *dose = add_dose (doses, medicine, NULL);

              dose->is_due = TRUE;
              dose->due = *due;
              dose->state = SOLEUS_DOSE_DUE;
            }
        }
    }
}

/**
 * soleus_medicine_book_list_open:
 * @self: a book, which must outlive the list
 * @error: return location
 *
 * What *Today* shows: all of the present day, and of the day before what nothing was said of.
 *
 * Returns: (transfer full) (nullable) (element-type SoleusDose): the doses in the order of time
 */
GPtrArray *
soleus_medicine_book_list_open (const SoleusMedicineBook *self,
                                GError                  **error)
{
  SoleusDate today = soleus_time_get_date (self->now);
  g_autoptr (GPtrArray) doses = g_ptr_array_new_with_free_func (dose_free);

  if (!add_day (self, today - 1, doses, error))
    return NULL;
  for (guint i = doses->len; i-- > 0;)
    if (!soleus_dose_is_open (g_ptr_array_index (doses, i)))
      g_ptr_array_remove_index (doses, i);
  add_waiting (self, today - 1, doses);
  if (!add_day (self, today, doses, error))
    return NULL;
  g_ptr_array_sort (doses, compare_doses);
  return g_steal_pointer (&doses);
}

/**
 * soleus_dose_is_open:
 * @self: a dose
 *
 * Returns: whether its time has come and nothing was said of it
 */
gboolean
soleus_dose_is_open (const SoleusDose *self)
{
  return self->state == SOLEUS_DOSE_DUE || self->state == SOLEUS_DOSE_LATER || self->state == SOLEUS_DOSE_MISSED;
}

/**
 * soleus_dose_guess_time:
 * @self: a dose
 * @now: the present moment
 *
 * When a dose was taken that is said to be taken without a time: now, but one that was not recorded in its time at the time of its plan.
 *
 * Returns: the time to record; the person can change it
 */
SoleusTime
soleus_dose_guess_time (const SoleusDose *self,
                        SoleusTime        now)
{
  return self->state == SOLEUS_DOSE_MISSED && self->due.time.utc <= now.utc ? self->due.time : now;
}

/* What is written */

/**
 * soleus_dose_answer:
 * @self: a dose
 * @status: "taken" or "skipped"
 * @at: when it was taken, or when it was said
 *
 * Returns: (transfer full): what is to be saved: a new record, or the one that there is with another word
 */
SoleusRecord *
soleus_dose_answer (const SoleusDose *self,
                    const char       *status,
                    SoleusTime        at)
{
  SoleusRecord *record = self->record != NULL ? soleus_record_copy (self->record) : soleus_record_new (SOLEUS_KIND_DOSE);
  SoleusRow *values = soleus_record_get_values (record);

  soleus_row_set_time (values, "at", at);
  soleus_row_set_text (values, "medicine", soleus_record_get_uuid (self->medicine->record));
  soleus_row_set_text (values, "status", status);
  if (self->is_due)
    {
      soleus_row_set_date (values, "due_date", self->due.date);
      soleus_row_set_number (values, "due_minute", self->due.minute);
      if (self->due.amount >= 0 && !soleus_row_has (values, "amount"))
        soleus_row_set_number (values, "amount", self->due.amount);
    }
  return record;
}

/**
 * soleus_dose_take_as_needed:
 * @medicine: a medicine
 * @at: when it was taken
 *
 * Returns: (transfer full): a dose that no schedule asked for
 */
SoleusRecord *
soleus_dose_take_as_needed (const SoleusMedicine *medicine,
                            SoleusTime            at)
{
  const SoleusDose dose = { .medicine = medicine };

  return soleus_dose_answer (&dose, "taken", at);
}

/**
 * soleus_dose_put_off:
 * @doses: (element-type SoleusDose): doses of one time
 * @now: the present moment
 *
 * Returns: (transfer full) (nullable): a note in the ledger of reminders that they are to come again after
 *   %SOLEUS_DOSE_LATER_MINUTES; %NULL if none of them is open
 */
SoleusRecord *
soleus_dose_put_off (GPtrArray  *doses,
                     SoleusTime  now)
{
  g_autoptr (SoleusRecord) notice = soleus_record_new (SOLEUS_KIND_NOTICE);
  SoleusRow *values = soleus_record_get_values (notice);
  const SoleusTime until = { now.utc + SOLEUS_DOSE_LATER_MINUTES * 60, now.offset };

  for (guint i = 0; i < doses->len; i++)
    {
      const SoleusDose *dose = g_ptr_array_index (doses, i);

      if (!dose->is_due || !soleus_dose_is_open (dose))
        continue;
      soleus_row_set_date (values, "due_date", dose->due.date);
      soleus_row_set_number (values, "due_minute", dose->due.minute);
      soleus_row_set_text (soleus_row_add_row (values, "doses"), "medicine", soleus_record_get_uuid (dose->medicine->record));
    }
  if (soleus_row_get_n_rows (values, "doses") == 0)
    return NULL;
  soleus_row_set_time (values, "at", now);
  soleus_row_set_text (values, "reminder", "dose");
  soleus_row_set_text (values, "state", "snoozed");
  soleus_row_set_time (values, "snoozed_until", until);
  return g_steal_pointer (&notice);
}

/* Medicines */

/**
 * soleus_medicine_is_over:
 * @self: a medicine
 * @day: a civil day
 *
 * Returns: whether it was stopped by then
 */
gboolean
soleus_medicine_is_over (const SoleusMedicine *self,
                         SoleusDate            day)
{
  SoleusDate stopped = soleus_row_get_date (soleus_record_get_values (self->record), "stopped");

  return stopped != SOLEUS_DATE_NONE && stopped <= day;
}

/**
 * soleus_medicine_is_as_needed:
 * @self: a medicine
 * @now: a moment
 * @state: (out): what the person's own limits say of it
 *
 * Returns: whether it is taken as needed
 */
gboolean
soleus_medicine_is_as_needed (const SoleusMedicine *self,
                              SoleusTime            now,
                              SoleusAsNeeded       *state)
{
  return !soleus_medicine_is_over (self, soleus_time_get_date (now)) && soleus_schedule_find_as_needed (self->schedule, now, state);
}
