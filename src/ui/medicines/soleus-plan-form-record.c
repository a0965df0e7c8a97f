/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a schedule to the form, and back. */
#include "config.h"

#include "ui/episode/soleus-date-button.h"
#include "ui/medicines/soleus-plan-form-private.h"
#include "ui/medicines/soleus-plan-times.h"
#include "ui/widgets/soleus-choice.h"

#define MINUTES_AN_HOUR 60
#define MINUTES_A_DAY 1440

static void
reset (SoleusPlanForm *self,
       SoleusPlanField           field,
       gint64          value)
{
  soleus_typed_entry_reset (soleus_plan_form_get_entry (self, field), value);
}

static gint64
read_number (const SoleusRow *row,
             const char      *field)
{
  return soleus_row_get_number (row, field, SOLEUS_TYPED_NONE);
}

/* The last time of the day that the hours reach, for a window that ends at midnight; else its end. */
static gint64
find_last_time (const SoleusRow *row)
{
  gint64 from = soleus_row_get_number (row, "window_from", 0), until = soleus_row_get_number (row, "window_until", MINUTES_A_DAY);
  gint64 step = MAX (soleus_row_get_number (row, "every", 1), 1) * MINUTES_AN_HOUR;

  return until < MINUTES_A_DAY ? until : from + (until - 1 - from) / step * step;
}

static void
fill_hours (SoleusPlanForm  *self,
            const SoleusRow *row)
{
  const SoleusRow *time = soleus_row_get_n_rows (row, "times") > 0 ? soleus_row_get_row (row, "times", 0) : NULL;
  gboolean has_window = soleus_plan_form_is_pattern (self, "every-n-hours");

  reset (self, SOLEUS_PLAN_FIELD_EVERY_HOURS, read_number (row, "every"));
  reset (self, SOLEUS_PLAN_FIELD_FROM, has_window ? soleus_row_get_number (row, "window_from", 0) : SOLEUS_TYPED_NONE);
  reset (self, SOLEUS_PLAN_FIELD_UNTIL, has_window ? find_last_time (row) : SOLEUS_TYPED_NONE);
  reset (self, SOLEUS_PLAN_FIELD_FIRST, time != NULL && !has_window ? read_number (time, "minute") : SOLEUS_TYPED_NONE);
  reset (self, SOLEUS_PLAN_FIELD_AMOUNT, time != NULL ? read_number (time, "amount") : SOLEUS_TYPED_NONE);
}

static void
fill_weekdays (SoleusPlanForm  *self,
               const SoleusRow *row)
{
  gint64 mask = soleus_row_get_number (row, "weekdays", 0);

  for (int i = 0; i < 7; i++)
    {
      char id[] = { (char) ('1' + i), '\0' };

      soleus_choice_select (SOLEUS_CHOICE (self->weekdays), id, (mask & (1 << i)) != 0);
    }
}

static void
fill (SoleusPlanForm  *self,
      const SoleusRow *row)
{
  const char *pattern = soleus_row_get_text (row, "pattern");
  gboolean is_hours = g_strcmp0 (pattern, "every-n-hours") == 0 || g_strcmp0 (pattern, "after-last-dose") == 0;
  gint64 gap = read_number (row, "gap_min");
  SoleusDate first = soleus_row_has (row, "cycle_start") ? soleus_row_get_date (row, "cycle_start") : soleus_row_get_date (row, "valid_from");

  soleus_choice_set_selected (SOLEUS_CHOICE (self->kind), is_hours ? "hours" : pattern);
  soleus_choice_set_selected (SOLEUS_CHOICE (self->hours), is_hours ? pattern : NULL);
  fill_weekdays (self, row);
  if (is_hours)
    fill_hours (self, row);
  else if (soleus_plan_form_is_pattern (self, "every-n-days"))
    reset (self, SOLEUS_PLAN_FIELD_EVERY_DAYS, soleus_row_get_number (row, "every", 1));
  reset (self, SOLEUS_PLAN_FIELD_MONTH_DAY, read_number (row, "month_day"));
  reset (self, SOLEUS_PLAN_FIELD_DAYS_ON, read_number (row, "days_on"));
  reset (self, SOLEUS_PLAN_FIELD_DAYS_OFF, read_number (row, "days_off"));
  reset (self, SOLEUS_PLAN_FIELD_GAP, gap != SOLEUS_TYPED_NONE ? (gap * 1000 + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR : SOLEUS_TYPED_NONE);
  reset (self, SOLEUS_PLAN_FIELD_MOST, read_number (row, "most_a_day"));
  soleus_choice_set_selected (SOLEUS_CHOICE (self->short_month), g_strcmp0 (soleus_row_get_text (row, "short_month"), "skip") == 0 ? "skip" : "last-day");
  if (soleus_plan_form_has_first_day (self) && first != SOLEUS_DATE_NONE)
    soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->first_day), first);
  if (soleus_plan_form_has_times (self))
    soleus_plan_times_set (SOLEUS_PLAN_TIMES (self->times), row);
}

/**
 * soleus_plan_form_set_record:
 * @self: a form
 * @schedule: (nullable): a schedule to show, or %NULL for none
 * @first_day: what days are counted from unless the schedule says it, or %SOLEUS_DATE_NONE for today
 */
void
soleus_plan_form_set_record (SoleusPlanForm *self,
                             SoleusRecord   *schedule,
                             SoleusDate      first_day)
{
  g_return_if_fail (SOLEUS_IS_PLAN_FORM (self));

  g_clear_object (&self->record);
  self->record = schedule != NULL ? soleus_record_copy (schedule) : soleus_record_new (SOLEUS_KIND_SCHEDULE);
  self->updating = TRUE;
  soleus_date_button_set_date (SOLEUS_DATE_BUTTON (self->first_day), first_day != SOLEUS_DATE_NONE ? first_day : soleus_clock_get_today (soleus_context_get_clock (self->context)));
  fill (self, soleus_record_get_values (self->record));
  self->updating = FALSE;
  self->is_touched = FALSE;
  soleus_plan_form_show_parts (self);
}

static void
write_number (SoleusRow  *row,
              const char *field,
              gint64      value)
{
  if (value != SOLEUS_TYPED_NONE)
    soleus_row_set_number (row, field, value);
}

static gint64
collect_weekdays (SoleusPlanForm *self)
{
  g_auto (GStrv) chosen = soleus_choice_dup_selection (SOLEUS_CHOICE (self->weekdays));
  gint64 mask = 0;

  for (guint i = 0; chosen[i] != NULL; i++)
    mask |= 1 << (chosen[i][0] - '1');
  return mask;
}

static void
write_hours (SoleusPlanForm *self,
             SoleusRow      *row)
{
  gboolean has_window = soleus_plan_form_is_pattern (self, "every-n-hours");
  gint64 amount = soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_AMOUNT);
  SoleusRow *time;

  write_number (row, "every", soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_EVERY_HOURS));
  if (has_window)
    {
      write_number (row, "window_from", soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_FROM));
      write_number (row, "window_until", soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_UNTIL));
      if (amount == SOLEUS_TYPED_NONE)
        return;
    }
  time = soleus_row_add_row (row, "times");
  soleus_row_set_number (time, "minute", soleus_plan_form_get_value (self, has_window ? SOLEUS_PLAN_FIELD_FROM : SOLEUS_PLAN_FIELD_FIRST));
  write_number (time, "amount", amount);
}

static void
write_pattern (SoleusPlanForm *self,
               SoleusRow      *row)
{
  gint64 gap = soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_GAP);

  soleus_row_set_text (row, "pattern", soleus_plan_form_get_pattern (self));
  if (soleus_plan_form_is_pattern (self, "weekdays"))
    soleus_row_set_number (row, "weekdays", collect_weekdays (self));
  if (soleus_plan_form_is_pattern (self, "every-n-days"))
    write_number (row, "every", soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_EVERY_DAYS));
  if (soleus_plan_form_is_pattern (self, "day-of-month"))
    {
      write_number (row, "month_day", soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_MONTH_DAY));
      soleus_row_set_text (row, "short_month", soleus_choice_get_selected (SOLEUS_CHOICE (self->short_month)));
    }
  if (soleus_plan_form_is_pattern (self, "cycle"))
    {
      write_number (row, "days_on", soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_DAYS_ON));
      write_number (row, "days_off", soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_DAYS_OFF));
    }
  if (soleus_plan_form_is_pattern (self, "as-needed"))
    {
      write_number (row, "gap_min", gap != SOLEUS_TYPED_NONE ? (gap * MINUTES_AN_HOUR + 500) / 1000 : SOLEUS_TYPED_NONE);
      write_number (row, "most_a_day", soleus_plan_form_get_value (self, SOLEUS_PLAN_FIELD_MOST));
    }
  if (soleus_plan_form_is_shown (self, SOLEUS_PLAN_FIELD_EVERY_HOURS))
    write_hours (self, row);
  if (soleus_plan_form_has_first_day (self))
    soleus_row_set_date (row, "cycle_start", soleus_date_button_get_date (SOLEUS_DATE_BUTTON (self->first_day)));
  if (soleus_plan_form_has_times (self))
    soleus_plan_times_fill (SOLEUS_PLAN_TIMES (self->times), row);
}

/**
 * soleus_plan_form_dup_record:
 * @self: a form
 *
 * Returns: (transfer full) (nullable): what it says, as a copy of the schedule that it was filled with; %NULL where something is
 *   missing or cannot be read
 */
SoleusRecord *
soleus_plan_form_dup_record (SoleusPlanForm *self)
{
  static const char *const of_doses[] = {
    "pattern", "times", "weekdays", "every", "month_day", "short_month", "window_from", "window_until", "days_on", "days_off", "cycle_start", "gap_min", "most_a_day",
  };
  SoleusRecord *record;

  g_return_val_if_fail (SOLEUS_IS_PLAN_FORM (self), NULL);

  if (!soleus_plan_form_is_complete (self))
    return NULL;
  record = soleus_record_copy (self->record);
  for (guint i = 0; i < G_N_ELEMENTS (of_doses); i++)
    soleus_row_clear (soleus_record_get_values (record), of_doses[i]);
  write_pattern (self, soleus_record_get_values (record));
  return record;
}
