/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Medicines that chance makes up: mostly ordinary, with versions that follow each other and now and then something odd. */
#include "reminders/soleus-test-medicine.h"

#include <string.h>

#define DAY 1440

/* Whether nothing can be due from a day on. */
gboolean
soleus_test_medicine_ends (const SoleusTestMedicine *self,
                           SoleusDate                before)
{
  for (guint i = 0; i < self->n_plans; i++)
    {
      const SoleusTestPlan *plan = &self->plans[i];
      gboolean ends = plan->deleted || g_str_equal (plan->pattern, "as-needed") || (self->stopped != SOLEUS_DATE_NONE && self->stopped < before) ||
                      (plan->until != SOLEUS_DATE_NONE && plan->until < before);

      for (guint j = 0; j < plan->n_pauses; j++)
        ends |= plan->pauses[j][1] == SOLEUS_DATE_NONE && plan->pauses[j][0] < before - 1 && !g_str_equal (plan->pattern, "after-last-dose");
      if (!ends)
        return FALSE;
    }
  return TRUE;
}

static gboolean
toss (GRand *rand,
      int    one_in)
{
  return g_rand_int_range (rand, 0, one_in) == 0;
}

/* Clocks change at night, so that every other time is in the early hours. */
static int
random_minute (GRand *rand)
{
  return toss (rand, 2) ? g_rand_int_range (rand, 0, 16) * 15 : g_rand_int_range (rand, 0, DAY);
}

static int
random_amount (GRand *rand)
{
  return toss (rand, 2) ? -1 : g_rand_int_range (rand, 0, 5) * 500;
}

static void
fill_plan (SoleusTestPlan *self,
           GRand          *rand,
           SoleusDate      first)
{
  static const char *const patterns[] = { "daily", "weekdays", "every-n-days", "day-of-month", "every-n-hours", "cycle", "after-last-dose", "as-needed" };

  self->pattern = patterns[g_rand_int_range (rand, 0, G_N_ELEMENTS (patterns))];
  self->identity = g_rand_int (rand);
  self->deleted = toss (rand, 20);
  self->from = first + (toss (rand, 3) ? g_rand_int_range (rand, -1000, 3) : g_rand_int_range (rand, 3, 1500));
  self->until = toss (rand, 2) ? SOLEUS_DATE_NONE : self->from + (toss (rand, 5) ? g_rand_int_range (rand, 0, 3) : g_rand_int_range (rand, 0, 1500));
  self->from_minute = toss (rand, 2) ? -1 : random_minute (rand);
  self->until_minute = toss (rand, 2) ? -1 : random_minute (rand);
  self->n_times = (guint) g_rand_int_range (rand, 0, 5);
  for (guint i = 0; i < self->n_times; i++)
    {
      self->minutes[i] = random_minute (rand);
      self->amounts[i] = random_amount (rand);
    }
  self->weekdays = toss (rand, 10) ? -1 : g_rand_int_range (rand, 1, 128);
  self->every = toss (rand, 10) ? -1 : toss (rand, 10) ? g_rand_int_range (rand, 1, 1001) : g_rand_int_range (rand, 1, 30);
  self->month_day = g_rand_int_range (rand, toss (rand, 2) ? 28 : 1, 32);
  self->short_month = toss (rand, 2) ? "skip" : toss (rand, 2) ? "last-day" : NULL;
  self->window_from = toss (rand, 5) ? -1 : random_minute (rand);
  self->window_until = toss (rand, 5) ? -1 : toss (rand, 8) ? DAY : toss (rand, 8) ? MAX (self->window_from, 0) : random_minute (rand);
  self->days_on = toss (rand, 10) ? -1 : toss (rand, 10) ? g_rand_int_range (rand, 1, 1001) : g_rand_int_range (rand, 1, 30);
  self->days_off = toss (rand, 10) ? -1 : toss (rand, 10) ? g_rand_int_range (rand, 0, 1001) : g_rand_int_range (rand, 0, 30);
  self->cycle_start = toss (rand, 2) ? SOLEUS_DATE_NONE : self->from + g_rand_int_range (rand, -400, 400);
  self->n_pauses = toss (rand, 2) ? 0 : (guint) g_rand_int_range (rand, 0, 4);
  for (guint i = 0; i < self->n_pauses; i++)
    {
      self->pauses[i][0] = self->from + g_rand_int_range (rand, -20, 800);
      self->pauses[i][1] = toss (rand, 8) ? SOLEUS_DATE_NONE : self->pauses[i][0] + (toss (rand, 2) ? g_rand_int_range (rand, -2, 4) : g_rand_int_range (rand, 0, 400));
    }
}

/* Versions that follow each other within a day, as they do when a schedule is changed. */
static void
hand_over (SoleusTestPlan *before,
           SoleusTestPlan *after,
           GRand          *rand)
{
  after->from = before->from + g_rand_int_range (rand, 0, 500);
  before->until = after->from;
  before->until_minute = after->from_minute = random_minute (rand);
}

/* Makes up a medicine around the five years from @first on. */
void
soleus_test_medicine_fill (SoleusTestMedicine *self,
                           GRand              *rand,
                           SoleusDate          first,
                           GTimeZone          *zone)
{
  memset (self, 0, sizeof *self);
  self->started = toss (rand, 3) ? first + g_rand_int_range (rand, -400, 400) : SOLEUS_DATE_NONE;
  self->stopped = toss (rand, 3) ? first + g_rand_int_range (rand, 100, 1900) : SOLEUS_DATE_NONE;
  self->n_plans = (guint) g_rand_int_range (rand, 1, 5);
  for (guint i = 0; i < self->n_plans; i++)
    {
      fill_plan (&self->plans[i], rand, first);
      if (i > 0 && toss (rand, 2))
        hand_over (&self->plans[i - 1], &self->plans[i], rand);
      else if (i > 0 && toss (rand, 2))
        {
          self->plans[i].from = self->plans[i - 1].from;
          self->plans[i].from_minute = self->plans[i - 1].from_minute;
          memcpy (self->plans[i].minutes, self->plans[i - 1].minutes, sizeof self->plans[i].minutes);
          self->plans[i].n_times = MIN (self->plans[i].n_times, self->plans[i - 1].n_times);
        }
    }
  self->n_doses = toss (rand, 3) ? 0 : (guint) g_rand_int_range (rand, 0, 6);
  for (guint i = 0; i < self->n_doses; i++)
    {
      SoleusTestDose *dose = &self->doses[i];

      dose->at = soleus_time_at_offset ((gint64) first * 86400 + g_rand_int_range (rand, 10 * 86400, 1500 * 86400), zone);
      dose->taken = toss (rand, 2);
      dose->due_date = toss (rand, 3) ? SOLEUS_DATE_NONE : soleus_time_get_date (dose->at) - g_rand_int_range (rand, 0, 2);
      dose->due_minute = random_minute (rand);
    }
}

static void
set_number (SoleusRow  *row,
            const char *field,
            int         number)
{
  if (number >= 0)
    soleus_row_set_number (row, field, number);
}

static void
set_date (SoleusRow  *row,
          const char *field,
          SoleusDate  date)
{
  if (date != SOLEUS_DATE_NONE)
    soleus_row_set_date (row, field, date);
}

static SoleusRecord *
make_version (const SoleusTestPlan *plan)
{
  g_autofree char *uuid = g_strdup_printf ("%08x-0000-4000-8000-000000000000", plan->identity);
  SoleusRecord *record = soleus_record_new_full (SOLEUS_KIND_SCHEDULE, uuid, (SoleusLife) { .created = 1, .modified = 1, .revision = 1, .deleted = plan->deleted });
  SoleusRow *row = soleus_record_get_values (record);

  soleus_row_set_text (row, "pattern", plan->pattern);
  set_date (row, "valid_from", plan->from);
  set_date (row, "valid_until", plan->until);
  set_number (row, "from_minute", plan->from_minute);
  set_number (row, "until_minute", plan->until_minute);
  for (guint i = 0; i < plan->n_times; i++)
    {
      SoleusRow *time = soleus_row_add_row (row, "times");

      set_number (time, "minute", plan->minutes[i]);
      set_number (time, "amount", plan->amounts[i]);
    }
  set_number (row, "weekdays", plan->weekdays);
  set_number (row, "every", plan->every);
  set_number (row, "month_day", plan->month_day);
  if (plan->short_month != NULL)
    soleus_row_set_text (row, "short_month", plan->short_month);
  set_number (row, "window_from", plan->window_from);
  set_number (row, "window_until", plan->window_until);
  set_number (row, "days_on", plan->days_on);
  set_number (row, "days_off", plan->days_off);
  set_date (row, "cycle_start", plan->cycle_start);
  for (guint i = 0; i < plan->n_pauses; i++)
    {
      SoleusRow *pause = soleus_row_add_row (row, "pauses");

      set_date (pause, "from", plan->pauses[i][0]);
      set_date (pause, "until", plan->pauses[i][1]);
    }
  return record;
}

GPtrArray *
soleus_test_medicine_get_versions (const SoleusTestMedicine *self)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_plans; i++)
    g_ptr_array_add (versions, make_version (&self->plans[i]));
  return versions;
}

GPtrArray *
soleus_test_medicine_get_doses (const SoleusTestMedicine *self)
{
  GPtrArray *doses = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_doses; i++)
    {
      SoleusRecord *record = soleus_record_new (SOLEUS_KIND_DOSE);
      SoleusRow *row = soleus_record_get_values (record);

      soleus_row_set_text (row, "status", self->doses[i].taken ? "taken" : "skipped");
      soleus_row_set_time (row, "at", self->doses[i].at);
      set_date (row, "due_date", self->doses[i].due_date);
      if (self->doses[i].due_date != SOLEUS_DATE_NONE)
        set_number (row, "due_minute", self->doses[i].due_minute);
      g_ptr_array_add (doses, record);
    }
  return doses;
}
