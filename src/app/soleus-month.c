/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only nights up to now are counted: a month that is not over has no nights missing at its end. */
#include "config.h"

#include "app/soleus-month.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#include "app/soleus-words.h"

/* What glibc's locales give as the day that their weeks are counted from. */
#define WEEK_FROM_SUNDAY 19971130
#define WEEK_FROM_MONDAY 19971201

/**
 * soleus_month_of:
 * @date: a day of the month
 * @first_weekday: which day its weeks begin with, 1 for Monday to 7 for Sunday
 *
 * Returns: the month
 */
SoleusMonth
soleus_month_of (SoleusDate date,
                 int        first_weekday)
{
  SoleusMonth self;
  int day;

  soleus_date_to_ymd (date, &self.year, &self.month, &day);
  self.first = date - day + 1;
  self.last = self.first + soleus_date_days_in_month (self.year, self.month) - 1;
  self.start = self.first - (soleus_date_get_weekday (self.first) - first_weekday + 7) % 7;
  return self;
}

/**
 * soleus_month_find_cell:
 * @self: a month
 * @date: a date
 *
 * Returns: the cell of that day, 0 to 41, or -1 if it lies in another month
 */
int
soleus_month_find_cell (const SoleusMonth *self,
                        SoleusDate         date)
{
  return date >= self->first && date <= self->last ? date - self->start : -1;
}

/**
 * soleus_month_move:
 * @date: a date
 * @months: how many months later; negative for earlier
 *
 * Returns: the same day of that month, or its last day where it is shorter
 */
SoleusDate
soleus_month_move (SoleusDate date,
                   int        months)
{
  int year, month, day;

  soleus_date_to_ymd (date, &year, &month, &day);
  month += months - 1;
  year += month >= 0 ? month / 12 : -((11 - month) / 12);
  month = (month % 12 + 12) % 12 + 1;
  return soleus_date_from_ymd (year, month, MIN (day, soleus_date_days_in_month (year, month)));
}

/**
 * soleus_month_locale_weekday:
 *
 * Returns: which day weeks begin with in this locale, 1 for Monday to 7 for Sunday
 */
int
soleus_month_locale_weekday (void)
{
  union
  {
    const char *text;
    guint32 number;
  } origin = { nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);

  /* The first number counts from the day that the second one names. */
  if (first < 1 || first > 7 || (origin.number != WEEK_FROM_SUNDAY && origin.number != WEEK_FROM_MONDAY))
    return 1;
  return origin.number == WEEK_FROM_MONDAY ? first : (first + 5) % 7 + 1;
}

/**
 * soleus_month_diary_weekday:
 * @diary: a diary
 *
 * Returns: which day weeks begin with: what the person chose, or else what the locale says
 */
int
soleus_month_diary_weekday (SoleusDiary *diary)
{
  g_autoptr (SoleusRecord) profile = soleus_diary_get_single (diary, SOLEUS_KIND_PROFILE, NULL);
  gint64 chosen = profile != NULL ? soleus_row_get_number (soleus_record_get_values (profile), "first_weekday", 0) : 0;

  return chosen >= 1 && chosen <= 7 ? (int) chosen : soleus_month_locale_weekday ();
}

/**
 * soleus_month_count:
 * @nights: (element-type SoleusNight): nights
 * @today: the date of the latest morning; a later night counts only once something is recorded of it
 * @n_nights: (out): how many nights there were
 * @n_recorded: (out): how many of them are recorded
 * @n_cramps: (out): how many of those had cramps
 */
void
soleus_month_count (GArray    *nights,
                    SoleusDate today,
                    guint     *n_nights,
                    guint     *n_recorded,
                    guint     *n_cramps)
{
  *n_nights = *n_recorded = *n_cramps = 0;
  for (guint i = 0; i < nights->len; i++)
    {
      const SoleusNight *night = &g_array_index (nights, SoleusNight, i);
      gboolean is_recorded = soleus_night_is_recorded (night);

      if (night->date > today && !is_recorded)
        continue;
      (*n_nights)++;
      if (is_recorded)
        (*n_recorded)++;
      if (soleus_night_get_state (night) == SOLEUS_NIGHT_CRAMPS)
        (*n_cramps)++;
    }
}

/**
 * soleus_month_words_recorded:
 * @n_nights: how many nights there were
 * @n_recorded: how many of them are recorded
 *
 * Returns: (transfer full): "24 of 31 nights recorded."
 */
char *
soleus_month_words_recorded (guint n_nights,
                             guint n_recorded)
{
  return g_strdup_printf (ngettext ("%u of %u night recorded.", "%u of %u nights recorded.", n_nights), n_recorded, n_nights);
}

/**
 * soleus_month_words_cramps:
 * @n_recorded: how many nights are recorded
 * @n_cramps: how many of them had cramps
 *
 * Returns: (transfer full) (nullable): "Cramps on 9 of 24 recorded nights."; %NULL where no night is recorded
 */
char *
soleus_month_words_cramps (guint n_recorded,
                           guint n_cramps)
{
  if (n_recorded == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Cramps on %u of %u recorded night.", "Cramps on %u of %u recorded nights.", n_recorded), n_cramps, n_recorded);
}

/**
 * soleus_month_mark_count:
 * @night: a night
 *
 * Returns: the number in its mark; 0 where the person said only that there were cramps
 */
guint
soleus_month_mark_count (const SoleusNight *night)
{
  if (soleus_night_get_state (night) != SOLEUS_NIGHT_CRAMPS || (night->count <= 0 && night->night_time == 0))
    return 0;
  return (guint) soleus_night_get_n_cramps (night);
}

/**
 * soleus_month_words_night:
 * @night: a night
 *
 * Returns: (transfer full): how its cell is read out: "Tuesday 3 March: cramps, 2"
 */
char *
soleus_month_words_night (const SoleusNight *night)
{
  g_autofree char *date = soleus_words_date (night->date);
  guint n = soleus_month_mark_count (night);

  switch (soleus_night_get_state (night))
    {
    case SOLEUS_NIGHT_NO_CRAMP:
      return g_strdup_printf (_("%s: no cramp"), date);
    case SOLEUS_NIGHT_CRAMPS:
      if (n == 0)
        return g_strdup_printf (_("%s: cramps"), date);
      /* Translators: a date, and how many cramps there were in the night to it */
      return g_strdup_printf (_("%s: cramps, %u"), date, n);
    case SOLEUS_NIGHT_UNSURE:
      return g_strdup_printf (_("%s: not sure"), date);
    case SOLEUS_NIGHT_NOT_RECORDED:
    default:
      return g_strdup_printf (_("%s: not recorded"), date);
    }
}
