/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of reminders as series. Quiet hours and a pause do not matter here: a calendar knows neither, and whoever asked for a
 * time gets that time. What the diary would keep silent, as a night that is recorded already, a calendar cannot know. */
#include "reminders/soleus-series-private.h"

#define EVERY_DAY 127

/* What every day is counted from. */
#define ANY_DAY SOLEUS_DATE_MIN

static gboolean
falls_on (const SoleusSeries *self,
          SoleusDate          anchor,
          SoleusDate          date)
{
  int year, month, day, n_days;

  if (self->repeat == SOLEUS_REPEAT_DAYS)
    return (date - anchor) % self->number == 0;
  if (self->repeat == SOLEUS_REPEAT_WEEKDAYS)
    return (self->number >> (soleus_date_get_weekday (date) - 1) & 1) != 0;

  soleus_date_to_ymd (date, &year, &month, &day);
  n_days = soleus_date_days_in_month (year, month);
  if (self->repeat == SOLEUS_REPEAT_FEBRUARY)
    return month == 2 && day == n_days;
  return day == (self->number < 0 ? n_days : self->number) && (self->repeat == SOLEUS_REPEAT_MONTH_DAY || month != 2);
}

/**
 * soleus_series_add:
 * @list: (element-type SoleusSeries): what to add to
 * @repeat: how it goes on; not %SOLEUS_REPEAT_NEVER, which follows from the days
 * @number: as in #SoleusSeries; with 0 there is no such day
 * @minute: minute of the day
 * @anchor: with %SOLEUS_REPEAT_DAYS: the day that they are counted from, and none before it; otherwise %SOLEUS_DATE_NONE
 * @from: no day before that
 * @until: no day after that; %SOLEUS_DATE_MAX or later where there is no end
 *
 * Adds a series, unless no day is in it.
 */
void
soleus_series_add (GArray      *list,
                   SoleusRepeat repeat,
                   int          number,
                   int          minute,
                   SoleusDate   anchor,
                   SoleusDate   from,
                   SoleusDate   until)
{
  SoleusSeries series = { repeat, number, minute, MAX (from, anchor), SOLEUS_DATE_NONE };

  if (number == 0)
    return;
  while (series.first <= MIN (until, SOLEUS_DATE_MAX) && !falls_on (&series, anchor, series.first))
    series.first++;
  if (series.first > MIN (until, SOLEUS_DATE_MAX))
    return;
  if (until < SOLEUS_DATE_MAX)
    {
      series.last = until;
      while (!falls_on (&series, anchor, series.last))
        series.last--;
      if (series.last == series.first)
        series.repeat = SOLEUS_REPEAT_NEVER;
    }
  g_array_append_val (list, series);
}

static void
add_weekdays (GArray    *list,
              int        weekdays,
              int        minute,
              SoleusDate from,
              SoleusDate until)
{
  if (weekdays == EVERY_DAY)
    soleus_series_add (list, SOLEUS_REPEAT_DAYS, 1, minute, ANY_DAY, from, until);
  else
    soleus_series_add (list, SOLEUS_REPEAT_WEEKDAYS, weekdays, minute, SOLEUS_DATE_NONE, from, until);
}

/* A time that is named twice is one. */
static void
add_times (GArray                   *list,
           const SoleusReminderRule *rule,
           SoleusDate                from,
           SoleusDate                until)
{
  for (guint i = 0; i < rule->times->len; i++)
    {
      const SoleusReminderTime *time = &g_array_index (rule->times, SoleusReminderTime, i);
      int weekdays = time->weekdays & EVERY_DAY;

      for (guint k = 0; k < i; k++)
        if (g_array_index (rule->times, SoleusReminderTime, k).minute == time->minute)
          weekdays &= ~g_array_index (rule->times, SoleusReminderTime, k).weekdays;
      add_weekdays (list, weekdays, time->minute, from, until);
    }
}

/* A series for each time of the day. Hours that end before they begin go on after midnight. */
static void
add_drinks (GArray                   *list,
            const SoleusReminderRule *rule,
            SoleusDate                from)
{
  int until = rule->until_minute < rule->from_minute ? rule->until_minute + SOLEUS_CIVIL_DAY : rule->until_minute;
  gboolean named[SOLEUS_CIVIL_DAY] = { FALSE };

  for (int minute = rule->from_minute; minute <= until; minute += MAX (rule->every_min, 1))
    named[minute % SOLEUS_CIVIL_DAY] = TRUE;
  for (int minute = 0; minute < SOLEUS_CIVIL_DAY; minute++)
    if (named[minute])
      add_weekdays (list, EVERY_DAY, minute, from, SOLEUS_DATE_MAX);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const SoleusReminderSpan *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* On days on which anything is tried, however many things it is. */
static void
add_trials (GArray                   *list,
            const SoleusReminderRule *rule,
            GArray                   *trials,
            SoleusDate                today)
{
  g_autoptr (GArray) spans = g_array_copy (trials);
  guint i = 0;

  g_array_sort (spans, compare_spans);
  while (i < spans->len && g_array_index (spans, SoleusReminderSpan, i).start == SOLEUS_DATE_NONE)
    i++;
  while (i < spans->len)
    {
      SoleusDate start = g_array_index (spans, SoleusReminderSpan, i).start, stop = SOLEUS_DATE_MIN;

      for (; i < spans->len && g_array_index (spans, SoleusReminderSpan, i).start <= MAX (start, stop); i++)
        {
          SoleusDate end = g_array_index (spans, SoleusReminderSpan, i).stop;

          stop = end == SOLEUS_DATE_NONE ? SOLEUS_DATE_MAX + 1 : MAX (stop, end);
        }
      add_times (list, rule, MAX (today, start), stop - 1);
    }
}

/**
 * soleus_series_list_rule:
 * @facts: what reminders follow from
 * @kind: a kind; medicines have schedules, see soleus_series_list_medicine()
 *
 * Returns: (transfer full) (element-type SoleusSeries): when to remind, from the first minute of today on; nothing where that is off
 */
GArray *
soleus_series_list_rule (const SoleusReminderFacts *facts,
                         SoleusReminderKind         kind)
{
  const SoleusReminderRule *rule = &facts->rules->rules[kind];
  SoleusDate today = soleus_time_get_date (facts->now);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SoleusSeries));

  if (!rule->on)
    return list;
  switch (kind)
    {
    case SOLEUS_REMINDER_CHECK_IN:
    case SOLEUS_REMINDER_STRETCH:
      add_times (list, rule, today, SOLEUS_DATE_MAX);
      break;
    case SOLEUS_REMINDER_DRINK:
      /* Where more fluid may harm, nothing asks for a drink. */
      if (!facts->drinks_limited)
        add_drinks (list, rule, today);
      break;
    case SOLEUS_REMINDER_TRIAL:
      add_trials (list, rule, facts->trials, today);
      break;
    case SOLEUS_REMINDER_DOSE:
    case SOLEUS_REMINDER_ADVICE:
    default:
      break;
    }
  return list;
}
