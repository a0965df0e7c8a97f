/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil dates are counted with the proleptic Gregorian algorithm of days from a March-based year, so that no library
 * call and no time zone is between a date and its number. Zones are asked only to place a clock time. */
#include "base/soleus-time.h"

#include <string.h>

#define SECONDS_A_DAY 86400
#define FAR_AWAY G_GINT64_CONSTANT (100000000000)

static gint64
divide_down (gint64 a, gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

/* What the clock of the place showed, in seconds. A damaged diary may hold any number; a sum of it must not overflow. */
static gint64
get_local (SoleusTime time)
{
  return CLAMP (time.utc, -FAR_AWAY, FAR_AWAY) + (gint64) time.offset * 60;
}

/**
 * soleus_date_from_ymd:
 * @year: 1900 to 2199
 * @month: 1 to 12
 * @day: day of the month
 *
 * Returns: the date, or %SOLEUS_DATE_NONE where there is no such day
 */
SoleusDate
soleus_date_from_ymd (int year,
                      int month,
                      int day)
{
  int y, era, year_of_era, day_of_year, day_of_era;

  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > soleus_date_days_in_month (year, month))
    return SOLEUS_DATE_NONE;

  y = year - (month <= 2);
  era = y / 400;
  year_of_era = y - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

/**
 * soleus_date_to_ymd:
 * @date: a date
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day of the month
 */
void
soleus_date_to_ymd (SoleusDate date,
                    int       *year,
                    int       *month,
                    int       *day)
{
  gint64 z = (gint64) date + 719468;
  gint64 era = divide_down (z, 146097);
  int day_of_era = (int) (z - era * 146097);
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int march_month = (5 * day_of_year + 2) / 153;
  int m = march_month < 10 ? march_month + 3 : march_month - 9;

  if (year)
    *year = (int) (year_of_era + era * 400) + (m <= 2);
  if (month)
    *month = m;
  if (day)
    *day = day_of_year - (153 * march_month + 2) / 5 + 1;
}

/**
 * soleus_date_days_in_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
soleus_date_days_in_month (int year,
                           int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return days[month - 1] + (month == 2 && leap);
}

/**
 * soleus_date_get_weekday:
 * @date: a date
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
soleus_date_get_weekday (SoleusDate date)
{
  return (int) (((gint64) date + 3) % 7 + 7) % 7 + 1;
}

/* Reads exactly @n digits, so that "2026-3-3" or " 3" are no dates. */
static gboolean
read_digits (const char **text,
             int          n,
             int         *value)
{
  int v = 0;

  for (int i = 0; i < n; i++)
    {
      char c = (*text)[i];

      if (c < '0' || c > '9')
        return FALSE;
      v = v * 10 + (c - '0');
    }
  *text += n;
  *value = v;
  return TRUE;
}

static gboolean
read_char (const char **text,
           char         c)
{
  if (**text != c)
    return FALSE;
  (*text)++;
  return TRUE;
}

static gboolean
read_date (const char **text,
           SoleusDate  *date)
{
  int year, month, day;

  if (!read_digits (text, 4, &year) || !read_char (text, '-') || !read_digits (text, 2, &month) || !read_char (text, '-') || !read_digits (text, 2, &day))
    return FALSE;

  *date = soleus_date_from_ymd (year, month, day);
  return *date != SOLEUS_DATE_NONE;
}

/**
 * soleus_date_parse:
 * @text: "2026-03-03"
 * @date: (out): the date
 *
 * Returns: %FALSE where @text is anything but one existing day from 1900 to 2199
 */
gboolean
soleus_date_parse (const char *text,
                   SoleusDate *date)
{
  return read_date (&text, date) && *text == '\0';
}

static char *
write_digits (char *out,
              int   n,
              int   value)
{
  for (int i = n - 1; i >= 0; i--)
    {
      out[i] = (char) ('0' + value % 10);
      value /= 10;
    }
  return out + n;
}

/**
 * soleus_date_write_iso:
 * @date: a date
 * @buffer: (array fixed-size=32): room for it
 *
 * Writes "2026-03-03" without any allocation.
 *
 * Returns: the length written
 */
gsize
soleus_date_write_iso (SoleusDate date,
                       char      *buffer)
{
  char *out = buffer;
  int year, month, day;

  soleus_date_to_ymd (date, &year, &month, &day);
  out = write_digits (out, 4, year);
  *out++ = '-';
  out = write_digits (out, 2, month);
  *out++ = '-';
  out = write_digits (out, 2, day);
  *out = '\0';
  return (gsize) (out - buffer);
}

/**
 * soleus_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full): "2026-03-03"
 */
char *
soleus_date_to_iso (SoleusDate date)
{
  char buffer[SOLEUS_ISO_SIZE];

  soleus_date_write_iso (date, buffer);
  return g_strdup (buffer);
}

/**
 * soleus_time_parse:
 * @text: "2026-03-03T02:40:00+01:00"; the seconds may be left out, and "Z" is +00:00
 * @time: (out): the instant with its offset
 *
 * Returns: %FALSE where @text is no such time, has no offset, or lies outside %SOLEUS_TIME_MIN to %SOLEUS_TIME_MAX
 */
gboolean
soleus_time_parse (const char *text,
                   SoleusTime *time)
{
  SoleusDate date;
  int hour, minute, second = 0, offset = 0;
  gint64 utc;

  if (!read_date (&text, &date) || !read_char (&text, 'T') || !read_digits (&text, 2, &hour) || !read_char (&text, ':') || !read_digits (&text, 2, &minute))
    return FALSE;
  if (*text == ':' && (!read_char (&text, ':') || !read_digits (&text, 2, &second)))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;

  if (*text == '+' || *text == '-')
    {
      int sign = *text++ == '-' ? -1 : 1;
      int hours, minutes;

      if (!read_digits (&text, 2, &hours) || !read_char (&text, ':') || !read_digits (&text, 2, &minutes) || minutes > 59)
        return FALSE;
      offset = sign * (hours * 60 + minutes);
    }
  else if (!read_char (&text, 'Z'))
    return FALSE;

  utc = (gint64) date * SECONDS_A_DAY + hour * 3600 + minute * 60 + second - (gint64) offset * 60;
  if (*text != '\0' || ABS (offset) > SOLEUS_OFFSET_LIMIT || utc < SOLEUS_TIME_MIN || utc > SOLEUS_TIME_MAX)
    return FALSE;

  time->utc = utc;
  time->offset = offset;
  return TRUE;
}

/**
 * soleus_time_write_iso:
 * @time: an instant
 * @buffer: (array fixed-size=32): room for it
 *
 * Writes "2026-03-03T02:40:00+01:00" without any allocation.
 *
 * Returns: the length written
 */
gsize
soleus_time_write_iso (SoleusTime time,
                       char      *buffer)
{
  gint64 local = get_local (time);
  SoleusDate date = (SoleusDate) divide_down (local, SECONDS_A_DAY);
  int second = (int) (local - (gint64) date * SECONDS_A_DAY);
  char *out = buffer + soleus_date_write_iso (date, buffer);
  int offset = ABS (CLAMP (time.offset, -SOLEUS_OFFSET_LIMIT, SOLEUS_OFFSET_LIMIT));

  *out++ = 'T';
  out = write_digits (out, 2, second / 3600);
  *out++ = ':';
  out = write_digits (out, 2, second / 60 % 60);
  *out++ = ':';
  out = write_digits (out, 2, second % 60);
  *out++ = time.offset < 0 ? '-' : '+';
  out = write_digits (out, 2, offset / 60);
  *out++ = ':';
  out = write_digits (out, 2, offset % 60);
  *out = '\0';
  return (gsize) (out - buffer);
}

/**
 * soleus_time_to_iso:
 * @time: an instant
 *
 * Returns: (transfer full): "2026-03-03T02:40:00+01:00"
 */
char *
soleus_time_to_iso (SoleusTime time)
{
  char buffer[SOLEUS_ISO_SIZE];

  soleus_time_write_iso (time, buffer);
  return g_strdup (buffer);
}

/**
 * soleus_time_get_date:
 * @time: an instant
 *
 * Returns: the civil date on the clock of that place
 */
SoleusDate
soleus_time_get_date (SoleusTime time)
{
  return (SoleusDate) divide_down (get_local (time), SECONDS_A_DAY);
}

/**
 * soleus_time_get_minute:
 * @time: an instant
 *
 * Returns: the minute of its civil day, 0 to 1439
 */
int
soleus_time_get_minute (SoleusTime time)
{
  gint64 local = get_local (time);

  return (int) ((local - divide_down (local, SECONDS_A_DAY) * SECONDS_A_DAY) / 60);
}

/**
 * soleus_time_get_night:
 * @time: an instant
 *
 * A night runs from noon to noon and bears the date of its morning: the date of local time at the event's own
 * offset plus twelve hours. 12:00:00 opens the next one.
 *
 * Returns: the date of the night
 */
SoleusDate
soleus_time_get_night (SoleusTime time)
{
  return (SoleusDate) divide_down (get_local (time) + SECONDS_A_DAY / 2, SECONDS_A_DAY);
}

/**
 * soleus_time_at_offset:
 * @utc: seconds since 1970-01-01T00:00:00Z
 * @zone: a time zone
 *
 * Returns: the instant with the offset that @zone has then
 */
SoleusTime
soleus_time_at_offset (gint64     utc,
                       GTimeZone *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc);
  SoleusTime time = { utc, interval < 0 ? 0 : g_time_zone_get_offset (zone, interval) / 60 };

  return time;
}

/**
 * soleus_time_from_local:
 * @date: a civil date
 * @minute: minute of the day, 0 to 1439
 * @zone: a time zone
 * @second_time: which one to take where the clock shows this time twice
 * @time: (out): the instant
 *
 * Places a clock time in a zone. Where the clock jumps over it, the next existing minute is taken.
 *
 * Returns: how the time fits
 */
SoleusLocalFit
soleus_time_from_local (SoleusDate  date,
                        int         minute,
                        GTimeZone  *zone,
                        gboolean    second_time,
                        SoleusTime *time)
{
  gint64 local = (gint64) date * SECONDS_A_DAY + (gint64) minute * 60;
  SoleusTime found[2];
  int n = 0;
  SoleusTime before, after;
  gint64 low, high;

  /* Every offset in force within a day of that time may be the one; a time is real if its offset holds then. */
  before = soleus_time_at_offset (local - SECONDS_A_DAY, zone);
  after = soleus_time_at_offset (local + SECONDS_A_DAY, zone);
  for (int i = 0; i < 2; i++)
    {
      int offset = i == 0 ? before.offset : after.offset;
      SoleusTime t = soleus_time_at_offset (local - (gint64) offset * 60, zone);

      if (t.offset == offset && (n == 0 || found[0].utc != t.utc))
        found[n++] = t;
    }

  if (n == 2)
    {
      gboolean swapped = found[0].utc > found[1].utc;

      *time = found[second_time ? !swapped : swapped];
      return SOLEUS_LOCAL_TWICE;
    }
  if (n == 1)
    {
      *time = found[0];
      return SOLEUS_LOCAL_ONCE;
    }

  /* Skipped: the change itself lies between the two readings; find its second. */
  low = local - (gint64) MAX (before.offset, after.offset) * 60;
  high = local - (gint64) MIN (before.offset, after.offset) * 60;
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (soleus_time_at_offset (middle, zone).offset == before.offset)
        low = middle;
      else
        high = middle;
    }
  *time = soleus_time_at_offset (high, zone);
  return SOLEUS_LOCAL_SKIPPED;
}
