/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One dated schedule in civil minutes, without any zone. A pattern is a rule for days and a list of times; the next day is
 * found by arithmetic, so that a pause of years or a cycle of a thousand days costs no more than tomorrow. */
#include "reminders/soleus-schedule-private.h"

#include <string.h>

/**
 * soleus_civil_from_time:
 * @time: an instant
 *
 * Returns: what the clock showed then, in civil minutes
 */
gint64
soleus_civil_from_time (SoleusTime time)
{
  return (gint64) soleus_time_get_date (time) * SOLEUS_CIVIL_DAY + soleus_time_get_minute (time);
}

/**
 * soleus_civil_get_date:
 * @civil: civil minutes
 *
 * Returns: their date
 */
SoleusDate
soleus_civil_get_date (gint64 civil)
{
  return (SoleusDate) (civil / SOLEUS_CIVIL_DAY - (civil % SOLEUS_CIVIL_DAY < 0));
}

/**
 * soleus_civil_get_minute:
 * @civil: civil minutes
 *
 * Returns: their minute of the day, 0 to 1439
 */
int
soleus_civil_get_minute (gint64 civil)
{
  return (int) (civil - (gint64) soleus_civil_get_date (civil) * SOLEUS_CIVIL_DAY);
}

static SoleusDate
find_any_day (const SoleusVersion *self,
              SoleusDate           date)
{
  return date;
}

static SoleusDate
find_weekday (const SoleusVersion *self,
              SoleusDate           date)
{
  for (int i = 0; i < 7; i++)
    if ((self->weekdays >> (soleus_date_get_weekday (date + i) - 1) & 1) != 0)
      return date + i;
  return SOLEUS_DATE_NONE;
}

/* The first day from @date on that is one of the first @on days of a period. */
static SoleusDate
find_in_period (SoleusDate start,
                SoleusDate date,
                int        on,
                int        period)
{
  int place;

  if (date <= start)
    return start;
  place = (date - start) % period;
  return place < on ? date : date + period - place;
}

static SoleusDate
find_nth_day (const SoleusVersion *self,
              SoleusDate           date)
{
  return find_in_period (self->start, date, 1, self->every);
}

static SoleusDate
find_day_of_cycle (const SoleusVersion *self,
                   SoleusDate           date)
{
  return find_in_period (self->start, date, self->days_on, self->days_on + self->days_off);
}

/* Of any three months one after the other, two have 30 days or more and one has 31; only February has less. */
static SoleusDate
find_day_of_month (const SoleusVersion *self,
                   SoleusDate           date)
{
  int year, month;

  if (self->month_day == 0)
    return SOLEUS_DATE_NONE;

  soleus_date_to_ymd (date, &year, &month, NULL);
  for (;;)
    {
      int days = soleus_date_days_in_month (year, month);

      if (self->month_day <= days || !self->skips_short_months)
        {
          SoleusDate found = soleus_date_from_ymd (year, month, MIN (self->month_day, days));

          if (found == SOLEUS_DATE_NONE || found >= date)
            return found;
        }
      month = month % 12 + 1;
      year += month == 1;
    }
}

static const struct
{
  const char *word;
  SoleusVersionType type;
  SoleusDate (*find_day) (const SoleusVersion *self, SoleusDate date);
  gboolean has_window;
} patterns[] = {
  { "daily", SOLEUS_VERSION_BY_CLOCK, find_any_day, FALSE },
  { "weekdays", SOLEUS_VERSION_BY_CLOCK, find_weekday, FALSE },
  { "every-n-days", SOLEUS_VERSION_BY_CLOCK, find_nth_day, FALSE },
  { "day-of-month", SOLEUS_VERSION_BY_CLOCK, find_day_of_month, FALSE },
  { "every-n-hours", SOLEUS_VERSION_BY_CLOCK, find_any_day, TRUE },
  { "cycle", SOLEUS_VERSION_BY_CLOCK, find_day_of_cycle, FALSE },
  { "after-last-dose", SOLEUS_VERSION_AFTER_LAST_DOSE, NULL, FALSE },
  { "as-needed", SOLEUS_VERSION_AS_NEEDED, NULL, FALSE },
};

/* A damaged diary may hold any number. */
static int
read_number (const SoleusRow *row,
             const char      *field,
             int              fallback,
             int              least,
             int              most)
{
  return (int) CLAMP (soleus_row_get_number (row, field, fallback), least, most);
}

static SoleusDate
read_date (const SoleusRow *row,
           const char      *field,
           SoleusDate       fallback)
{
  SoleusDate date = soleus_row_get_date (row, field);

  return date >= SOLEUS_DATE_MIN && date <= SOLEUS_DATE_MAX ? date : fallback;
}

/* Keeps the list in order. Of a minute that is named twice, the first stays in front, and only that one will be found. */
static void
add_slot (GArray *slots,
          gint64  minute,
          gint64  amount)
{
  SoleusSlot slot = { minute, amount };
  guint i = slots->len;

  while (i > 0 && g_array_index (slots, SoleusSlot, i - 1).minute > minute)
    i--;
  g_array_insert_val (slots, i, slot);
}

static void
read_times (SoleusVersion   *self,
            const SoleusRow *row,
            gboolean         has_window)
{
  for (guint i = 0; i < soleus_row_get_n_rows (row, "times"); i++)
    {
      const SoleusRow *time = soleus_row_get_row (row, "times", i);
      gint64 minute = soleus_row_get_number (time, "minute", -1);
      gint64 amount = MAX (soleus_row_get_number (time, "amount", -1), -1);

      if (i == 0)
        self->opening = (SoleusSlot) { minute >= 0 && minute < SOLEUS_CIVIL_DAY ? minute : SOLEUS_CIVIL_NEVER, amount };
      if (self->find_day != NULL && !has_window && minute >= 0 && minute < SOLEUS_CIVIL_DAY)
        add_slot (self->slots, minute, amount);
    }
}

/* A window that ends before it begins goes on after midnight. The end of the day is no time of its own: it is 0:00 of the next. */
static void
read_window (SoleusVersion   *self,
             const SoleusRow *row)
{
  int from = read_number (row, "window_from", 0, 0, SOLEUS_CIVIL_DAY - 1);
  int until = read_number (row, "window_until", SOLEUS_CIVIL_DAY, 0, SOLEUS_CIVIL_DAY);
  int last = until < from ? until + SOLEUS_CIVIL_DAY : MIN (until, SOLEUS_CIVIL_DAY - 1);

  for (int minute = from; minute <= last; minute += self->every * 60)
    add_slot (self->slots, minute, self->opening.amount);
}

static int
compare_pauses (gconstpointer a,
                gconstpointer b)
{
  const SoleusPause *x = a, *y = b;

  return x->from < y->from ? -1 : x->from > y->from;
}

static void
read_pauses (SoleusVersion   *self,
             const SoleusRow *row)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (SoleusPause));

  for (guint i = 0; i < soleus_row_get_n_rows (row, "pauses"); i++)
    {
      const SoleusRow *entry = soleus_row_get_row (row, "pauses", i);
      SoleusPause pause = { read_date (entry, "from", SOLEUS_DATE_NONE), read_date (entry, "until", SOLEUS_DATE_MAX) };

      if (pause.from != SOLEUS_DATE_NONE && pause.from <= pause.until)
        g_array_append_val (given, pause);
    }
  g_array_sort (given, compare_pauses);

  for (guint i = 0; i < given->len; i++)
    {
      const SoleusPause *pause = &g_array_index (given, SoleusPause, i);
      SoleusPause *before = self->pauses->len > 0 ? &g_array_index (self->pauses, SoleusPause, self->pauses->len - 1) : NULL;

      if (before != NULL && pause->from <= before->until + 1)
        before->until = MAX (before->until, pause->until);
      else
        g_array_append_val (self->pauses, *pause);
    }
}

static void
read_span (SoleusVersion   *self,
           const SoleusRow *row,
           SoleusDate       started,
           SoleusDate       stopped)
{
  self->valid_until = read_date (row, "valid_until", SOLEUS_DATE_MAX);
  self->from_minute = read_number (row, "from_minute", 0, 0, SOLEUS_CIVIL_DAY - 1);
  self->first = (gint64) self->valid_from * SOLEUS_CIVIL_DAY + self->from_minute;
  self->end = ((gint64) self->valid_until + 1) * SOLEUS_CIVIL_DAY;
  if (soleus_row_has (row, "valid_until") && soleus_row_has (row, "until_minute"))
    self->end += read_number (row, "until_minute", 0, 0, SOLEUS_CIVIL_DAY - 1) - SOLEUS_CIVIL_DAY;
  if (started != SOLEUS_DATE_NONE)
    self->first = MAX (self->first, (gint64) started * SOLEUS_CIVIL_DAY);
  if (stopped != SOLEUS_DATE_NONE)
    self->end = MIN (self->end, (gint64) stopped * SOLEUS_CIVIL_DAY);
}

/**
 * soleus_version_new:
 * @record: a schedule
 * @started: the first day of the medicine, or %SOLEUS_DATE_NONE
 * @stopped: the first day without the medicine, or %SOLEUS_DATE_NONE
 *
 * Returns: (transfer full) (nullable): the version, or %NULL where @record is deleted or says too little
 */
SoleusVersion *
soleus_version_new (SoleusRecord *record,
                    SoleusDate    started,
                    SoleusDate    stopped)
{
  const SoleusRow *row = soleus_record_get_values (record);
  const char *word = soleus_record_get_kind (record) == SOLEUS_KIND_SCHEDULE ? soleus_row_get_text (row, "pattern") : NULL;
  SoleusDate valid_from = word != NULL ? read_date (row, "valid_from", SOLEUS_DATE_NONE) : SOLEUS_DATE_NONE;
  SoleusVersion *self;
  guint i = 0;

  if (word == NULL || valid_from == SOLEUS_DATE_NONE || soleus_record_get_life (record)->deleted != 0)
    return NULL;
  while (i < G_N_ELEMENTS (patterns) && strcmp (patterns[i].word, word) != 0)
    i++;
  if (i == G_N_ELEMENTS (patterns))
    return NULL;

  self = g_new0 (SoleusVersion, 1);
  self->uuid = g_strdup (soleus_record_get_uuid (record));
  self->type = patterns[i].type;
  self->find_day = patterns[i].find_day;
  self->valid_from = valid_from;
  self->start = read_date (row, "cycle_start", valid_from);
  self->weekdays = read_number (row, "weekdays", 0, 0, 127);
  self->every = read_number (row, "every", 1, 1, 1000);
  self->month_day = read_number (row, "month_day", 0, 0, 31);
  self->skips_short_months = g_strcmp0 (soleus_row_get_text (row, "short_month"), "skip") == 0;
  self->days_on = read_number (row, "days_on", 1, 1, 1000);
  self->days_off = read_number (row, "days_off", 0, 0, 1000);
  self->gap_min = read_number (row, "gap_min", 0, 0, 10080);
  self->most_a_day = read_number (row, "most_a_day", 0, 0, 100);
  self->slots = g_array_new (FALSE, FALSE, sizeof (SoleusSlot));
  self->pauses = g_array_new (FALSE, FALSE, sizeof (SoleusPause));
  self->opening = self->pending = (SoleusSlot) { SOLEUS_CIVIL_NEVER, -1 };
  read_span (self, row, started, stopped);
  read_pauses (self, row);
  read_times (self, row, patterns[i].has_window);
  if (patterns[i].has_window)
    read_window (self, row);
  return self;
}

/**
 * soleus_version_free:
 * @self: (transfer full): a version
 */
void
soleus_version_free (SoleusVersion *self)
{
  g_free (self->uuid);
  g_array_unref (self->slots);
  g_array_unref (self->pauses);
  g_free (self);
}

/**
 * soleus_version_compare:
 * @a: a version
 * @b: another one
 *
 * The one that began later goes before the other, so that the order does not hang on how they were listed.
 *
 * Returns: less than 0 where @a goes before @b
 */
int
soleus_version_compare (const SoleusVersion *a,
                        const SoleusVersion *b)
{
  if (a->valid_from != b->valid_from)
    return a->valid_from > b->valid_from ? -1 : 1;
  if (a->from_minute != b->from_minute)
    return a->from_minute > b->from_minute ? -1 : 1;
  return g_strcmp0 (b->uuid, a->uuid);
}

/**
 * soleus_version_skip_pause:
 * @self: a version
 * @date: a day
 *
 * Returns: @date, or the first day after the pause that it lies in; %SOLEUS_DATE_NONE where that one has no end
 */
SoleusDate
soleus_version_skip_pause (const SoleusVersion *self,
                           SoleusDate           date)
{
  for (guint i = 0; i < self->pauses->len; i++)
    {
      const SoleusPause *pause = &g_array_index (self->pauses, SoleusPause, i);

      if (pause->from > date)
        break;
      if (pause->until >= date)
        return pause->until < SOLEUS_DATE_MAX ? pause->until + 1 : SOLEUS_DATE_NONE;
    }
  return date;
}

/**
 * soleus_version_is_in_charge:
 * @self: a version
 * @civil: civil minutes
 *
 * Returns: whether the version counts then; a pause does not change that
 */
gboolean
soleus_version_is_in_charge (const SoleusVersion *self,
                             gint64               civil)
{
  return civil >= self->first && civil < self->end;
}

/* The first day from @date on that the pattern names and that no pause takes away. */
static SoleusDate
find_day (const SoleusVersion *self,
          SoleusDate           date)
{
  SoleusDate day = MAX (date, self->valid_from);

  for (;;)
    {
      SoleusDate found = day <= self->valid_until ? self->find_day (self, day) : SOLEUS_DATE_NONE;

      if (found == SOLEUS_DATE_NONE || found > self->valid_until)
        return SOLEUS_DATE_NONE;
      day = soleus_version_skip_pause (self, found);
      if (day == found || day == SOLEUS_DATE_NONE)
        return day;
    }
}

/**
 * soleus_version_find_next:
 * @self: a version
 * @civil: civil minutes
 *
 * Returns: the first time from @civil on; its minute is %SOLEUS_CIVIL_NEVER where there will be none
 */
SoleusSlot
soleus_version_find_next (const SoleusVersion *self,
                          gint64               civil)
{
  const SoleusSlot never = { SOLEUS_CIVIL_NEVER, -1 };
  gint64 least = MAX (civil, self->first);
  SoleusDate day;

  if (self->find_day == NULL)
    return self->pending.minute >= civil ? self->pending : never;
  if (least >= self->end || self->slots->len == 0)
    return never;

  /* A window that crosses midnight may have opened the day before. */
  day = soleus_civil_get_date (least);
  if (g_array_index (self->slots, SoleusSlot, self->slots->len - 1).minute >= SOLEUS_CIVIL_DAY)
    day--;
  while ((day = find_day (self, day)) != SOLEUS_DATE_NONE)
    {
      for (guint i = 0; i < self->slots->len; i++)
        {
          SoleusSlot slot = g_array_index (self->slots, SoleusSlot, i);

          slot.minute += (gint64) day * SOLEUS_CIVIL_DAY;
          if (slot.minute >= least)
            return slot.minute < self->end ? slot : never;
        }
      day++;
    }
  return never;
}
