/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three medicines of the sample: one from the beginning, one that came, one that came and went. When, follows from the
 * length of the diary, so that a short one has them all too. */
#include "exchange/soleus-sample-private.h"

#define MORNING (8 * 60)
#define EVENING (21 * 60)
#define WORKDAYS 0x1f /* Monday to Friday */

/* Started, changed and stopped in hundredths of the diary's length; below 0 before it, above 100 not at all. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *reason;
  const char *note;
  int started;
  int changed;
  int stopped;
  int minute;
  gboolean fewer_days; /* after the change */
} Medicine;

static const Medicine medicines[SOLEUS_SAMPLE_MEDICINES] = {
  { "Amlodipine", "5 mg", "10 mg", "Blood pressure", NULL, -20, 62, 999, MORNING, FALSE },
  { "Atorvastatin", "20 mg", "40 mg", "Cholesterol", NULL, 15, 55, 999, EVENING, FALSE },
  { "Furosemide", "40 mg", "20 mg", "Swollen ankles", "Stopped by Dr. Müller after the blood test.", 35, 52, 80, MORNING, TRUE },
};

static SoleusDate
at_hundredth (SoleusSample *self,
              int           hundredths)
{
  return self->first + (self->last - self->first) * hundredths / 100;
}

static gboolean
is_changed (SoleusSample   *self,
            const Medicine *medicine,
            SoleusDate      date)
{
  return date >= at_hundredth (self, medicine->changed);
}

static gboolean
is_due (SoleusSample   *self,
        const Medicine *medicine,
        SoleusDate      date)
{
  if (date < at_hundredth (self, medicine->started) || date > at_hundredth (self, medicine->stopped))
    return FALSE;
  return !medicine->fewer_days || !is_changed (self, medicine, date) || (WORKDAYS >> (soleus_date_get_weekday (date) - 1) & 1) != 0;
}

/* The day on which it was written down: not before the diary began. */
static SoleusTime
entered_on (SoleusSample *self,
            SoleusDate    date)
{
  return soleus_sample_time (self, MAX (date, self->first), 450);
}

static char *
add_medicine (SoleusSample   *self,
              const Medicine *medicine)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_MEDICINE);
  SoleusRow *values = soleus_record_get_values (record);
  SoleusDate started = at_hundredth (self, medicine->started), stopped = at_hundredth (self, medicine->stopped);
  char *uuid = g_strdup (soleus_record_get_uuid (record));

  soleus_row_set_text (values, "name", medicine->name);
  soleus_row_set_text (values, "strength", medicine->after);
  soleus_row_set_text (values, "form", "tablet");
  soleus_row_set_text (values, "instructions", medicine->minute == MORNING ? "With breakfast" : "In the evening");
  soleus_row_set_text (values, "reason", medicine->reason);
  soleus_row_set_date (values, "started", started);
  if (started < self->first)
    soleus_row_set_answer (values, "started_unsure", SOLEUS_YES);
  if (stopped <= self->last)
    soleus_row_set_date (values, "stopped", stopped);
  soleus_row_set_text (values, "note", medicine->note);
  soleus_sample_keep (self, record, entered_on (self, started));
  return uuid;
}

static void
add_schedule (SoleusSample   *self,
              const Medicine *medicine,
              const char     *uuid,
              SoleusDate      from,
              SoleusDate      until)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_SCHEDULE);
  SoleusRow *schedule = soleus_record_get_values (record);
  gboolean fewer = medicine->fewer_days && is_changed (self, medicine, from);
  SoleusRow *time;

  soleus_row_set_text (schedule, "medicine", uuid);
  soleus_row_set_date (schedule, "valid_from", from);
  if (until <= self->last)
    soleus_row_set_date (schedule, "valid_until", until);
  soleus_row_set_text (schedule, "pattern", fewer ? "weekdays" : "daily");
  if (fewer)
    soleus_row_set_number (schedule, "weekdays", WORKDAYS);
  time = soleus_row_add_row (schedule, "times");
  soleus_row_set_number (time, "minute", medicine->minute);
  soleus_row_set_number (time, "amount", 1000);
  soleus_sample_keep (self, record, entered_on (self, from));
}

static void
add_dose_change (SoleusSample   *self,
                 const Medicine *medicine,
                 const char     *uuid)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_DOSE_CHANGE);
  SoleusRow *change = soleus_record_get_values (record);
  SoleusDate date = at_hundredth (self, medicine->changed);

  soleus_row_set_text (change, "medicine", uuid);
  soleus_row_set_date (change, "changed", date);
  soleus_row_set_text (change, "strength_before", medicine->before);
  soleus_row_set_text (change, "strength_after", medicine->after);
  soleus_sample_keep (self, record, entered_on (self, date));
}

/* A new box of 98 every 90 days. */
static void
add_stock (SoleusSample   *self,
           const Medicine *medicine,
           const char     *uuid)
{
  SoleusDate date = MAX (at_hundredth (self, medicine->started), self->first);
  SoleusDate until = MIN (at_hundredth (self, medicine->stopped), self->last);

  for (; date <= until; date += 90)
    {
      SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_STOCK);
      SoleusRow *stock = soleus_record_get_values (record);
      SoleusTime time = soleus_sample_time (self, date, soleus_sample_between (self, 620, 1080));

      soleus_row_set_time (stock, "at", time);
      soleus_row_set_text (stock, "medicine", uuid);
      soleus_row_set_number (stock, "amount", soleus_sample_between (self, 98, 109) * 1000);
      soleus_row_set_number (stock, "warn_days", 14);
      soleus_sample_keep (self, record, time);
    }
}

/**
 * soleus_sample_medicines:
 * @self: a sample
 *
 * Writes the medicines with their schedules, changes and stock.
 */
void
soleus_sample_medicines (SoleusSample *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (medicines); i++)
    {
      const Medicine *medicine = &medicines[i];
      SoleusDate started = at_hundredth (self, medicine->started), changed = at_hundredth (self, medicine->changed);
      char *uuid = add_medicine (self, medicine);

      self->medicines[i] = uuid;
      add_schedule (self, medicine, uuid, MAX (started, self->first), changed - 1);
      add_schedule (self, medicine, uuid, changed, at_hundredth (self, medicine->stopped));
      add_dose_change (self, medicine, uuid);
      add_stock (self, medicine, uuid);
    }
}

static void
add_notice (SoleusSample *self,
            SoleusDate    date,
            int           minute,
            GPtrArray    *due,
            gboolean      answered)
{
  SoleusRecord *record = soleus_sample_begin (self, SOLEUS_KIND_NOTICE);
  SoleusRow *notice = soleus_record_get_values (record);
  SoleusTime time = soleus_sample_time (self, date, minute);
  SoleusTime later = time;

  later.utc += soleus_sample_between (self, 20, 2400);
  soleus_row_set_time (notice, "at", time);
  soleus_row_set_text (notice, "reminder", "dose");
  soleus_row_set_date (notice, "due_date", date);
  soleus_row_set_number (notice, "due_minute", minute);
  for (guint i = 0; i < due->len; i++)
    soleus_row_set_text (soleus_row_add_row (notice, "doses"), "medicine", g_ptr_array_index (due, i));
  answered = answered && later.utc <= self->now.utc;
  soleus_row_set_text (notice, "state", answered ? "answered" : "shown");
  soleus_row_set_time (notice, "shown", time);
  if (answered)
    {
      soleus_row_set_time (notice, "answered", later);
      soleus_row_set_text (notice, "answer", "taken");
    }
  soleus_sample_keep (self, record, answered ? later : time);
}

static gboolean
add_dose (SoleusSample *self,
          SoleusDate    date,
          int           minute,
          const char   *uuid)
{
  int luck = soleus_sample_between (self, 1, 100);
  SoleusTime time = soleus_sample_time (self, date, minute + soleus_sample_between (self, 0, 50));
  SoleusRecord *record;
  SoleusRow *dose;

  if (luck > 96)
    return FALSE;
  record = soleus_sample_begin (self, SOLEUS_KIND_DOSE);
  dose = soleus_record_get_values (record);
  soleus_row_set_time (dose, "at", time);
  soleus_row_set_text (dose, "medicine", uuid);
  soleus_row_set_text (dose, "status", luck > 93 ? "skipped" : "taken");
  soleus_row_set_date (dose, "due_date", date);
  soleus_row_set_number (dose, "due_minute", minute);
  soleus_row_set_number (dose, "amount", 1000);
  soleus_sample_keep (self, record, time);
  return TRUE;
}

/**
 * soleus_sample_doses:
 * @self: a sample
 * @date: a day
 *
 * Writes the doses of a day, and the reminders of them.
 */
void
soleus_sample_doses (SoleusSample *self,
                     SoleusDate    date)
{
  static const int minutes[] = { MORNING, EVENING };

  for (guint m = 0; m < G_N_ELEMENTS (minutes); m++)
    {
      g_autoptr (GPtrArray) due = g_ptr_array_new ();
      gboolean taken = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (medicines); i++)
        if (medicines[i].minute == minutes[m] && is_due (self, &medicines[i], date))
          {
            g_ptr_array_add (due, self->medicines[i]);
            taken = add_dose (self, date, minutes[m], self->medicines[i]) || taken;
          }
      if (due->len > 0)
        add_notice (self, date, minutes[m], due, taken);
    }
}
