/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A diary tells of the past, so a date without its year is the latest one, and a weekday the last one. A few days ahead
 * count as this year, so that a slip of the finger is seen as a day to come and not as one a year ago. */
#include "config.h"

#include "app/soleus-typed-time.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#define DAYS_AHEAD 7
#define FIRST_YEAR 1971
#define LAST_YEAR 2199
#define MOST_MINUTES (7 * 1440)

/* What a typed date is made of. */
typedef struct
{
  int numbers[3];
  guint digits[3];
  guint n_numbers;
  int month;   /* 0 where none was named */
  int weekday; /* 0 where none was named */
} Parts;

/* Lower case, one kind of digits, no space around. */
static char *
simplify (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  GString *simple = g_string_new (NULL);

  for (const char *p = folded != NULL ? folded : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (simple, (char) ('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isspace (c))
        g_string_append_c (simple, ' ');
      else
        g_string_append_unichar (simple, c);
    }
  return g_strstrip (g_string_free (simple, FALSE));
}

static gboolean
says (const char *simple,
      const char *phrase,
      const char *translated)
{
  g_autofree char *other = simplify (translated);

  return g_str_equal (simple, phrase) || g_str_equal (simple, other);
}

/* Whether a word is a name or its beginning; three letters are enough to tell months and weekdays apart. */
static gboolean
begins_name (const char *word,
             const char *name)
{
  g_autofree char *simple = simplify (name);
  gsize length = strlen (simple);

  if (length > 0 && simple[length - 1] == '.')
    simple[--length] = '\0';
  return length > 0 && (g_str_equal (word, simple) || (g_utf8_strlen (word, -1) >= 3 && g_str_has_prefix (simple, word)));
}

static gboolean
names (const char *word,
       GDateTime  *time,
       const char *const *formats,
       const char *english)
{
  if (begins_name (word, english))
    return TRUE;
  for (; *formats != NULL; formats++)
    {
      g_autofree char *name = g_date_time_format (time, *formats);

      if (name != NULL && begins_name (word, name))
        return TRUE;
    }
  return FALSE;
}

static int
find_month (const char *word)
{
  static const char *const english[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" };
  static const char *const formats[] = { "%B", "%OB", "%b", "%Ob", NULL };

  for (int i = 0; i < 12; i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2024, i + 1, 1, 0, 0, 0);

      if (names (word, time, formats, english[i]))
        return i + 1;
    }
  return 0;
}

static int
find_weekday (const char *word)
{
  static const char *const english[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
  static const char *const formats[] = { "%A", "%a", NULL };

  for (int i = 0; i < 7; i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2024, 1, i + 1, 0, 0, 0);

      if (names (word, time, formats, english[i]))
        return i + 1;
    }
  return 0;
}

static gboolean
take_word (Parts      *parts,
           const char *word,
           gboolean    after_digit)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th", NULL };
  int found;

  if (after_digit && g_strv_contains (ordinals, word))
    return TRUE;
  if ((found = find_month (word)) != 0)
    {
      if (parts->month != 0)
        return FALSE;
      parts->month = found;
      return TRUE;
    }
  if ((found = find_weekday (word)) != 0)
    {
      if (parts->weekday != 0)
        return FALSE;
      parts->weekday = found;
      return TRUE;
    }
  return g_utf8_strlen (word, -1) <= 2; /* "de", "of" and the like */
}

static gboolean
take_number (Parts      *parts,
             const char *digits,
             gsize       length)
{
  if (parts->n_numbers == G_N_ELEMENTS (parts->numbers) || length > 4)
    return FALSE;
  parts->digits[parts->n_numbers] = (guint) length;
  parts->numbers[parts->n_numbers++] = (int) g_ascii_strtoll (digits, NULL, 10);
  return TRUE;
}

static gboolean
split (const char *simple,
       Parts      *parts)
{
  gboolean after_digit = FALSE;

  while (*simple != '\0')
    {
      gunichar c = g_utf8_get_char (simple);
      const char *end = simple;

      if (g_ascii_isdigit (*simple))
        {
          while (g_ascii_isdigit (*end))
            end++;
          if (!take_number (parts, simple, (gsize) (end - simple)))
            return FALSE;
          after_digit = TRUE;
        }
      else if (g_unichar_isalpha (c))
        {
          g_autofree char *word = NULL;

          while (*end != '\0' && (g_unichar_isalpha (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end))))
            end = g_utf8_next_char (end);
          word = g_strndup (simple, (gsize) (end - simple));
          if (!take_word (parts, word, after_digit))
            return FALSE;
          after_digit = FALSE;
        }
      else
        {
          if (c >= 0x80 || strchr (" .,/-'", (int) c) == NULL)
            return FALSE;
          end = g_utf8_next_char (simple);
          after_digit = FALSE;
        }
      simple = end;
    }
  return TRUE;
}

/* 0 where it is no year that a diary can hold. */
static int
read_year (int   number,
           guint digits)
{
  if (digits == 2)
    number += 2000;
  else if (digits != 4)
    return 0;
  return number >= FIRST_YEAR && number <= LAST_YEAR ? number : 0;
}

static gboolean
make_date (int         year,
           int         month,
           int         day,
           SoleusDate *date)
{
  if (year == 0 || month < 1 || month > 12 || day < 1 || day > soleus_date_days_in_month (year, month))
    return FALSE;
  *date = soleus_date_from_ymd (year, month, day);
  return *date != SOLEUS_DATE_NONE;
}

/* The latest such day; the 29th of February is up to eight years back. */
static gboolean
make_latest (SoleusDate  today,
             int         month,
             int         day,
             SoleusDate *date)
{
  int year;

  soleus_date_to_ymd (today + DAYS_AHEAD, &year, NULL, NULL);
  for (int back = 0; back <= 8; back++)
    if (make_date (year - back, month, day, date) && *date <= today + DAYS_AHEAD)
      return TRUE;
  return FALSE;
}

static gboolean
make_named_month (const Parts *parts,
                  SoleusDate   today,
                  SoleusDate  *date)
{
  guint day = 0, year = 1;

  switch (parts->n_numbers)
    {
    case 1:
      return parts->digits[0] <= 2 && make_latest (today, parts->month, parts->numbers[0], date);
    case 2:
      if (parts->digits[0] == 4)
        day = 1, year = 0;
      return parts->digits[day] <= 2 && make_date (read_year (parts->numbers[year], parts->digits[year]), parts->month, parts->numbers[day], date);
    default:
      return FALSE;
    }
}

static gboolean
make_short (const Parts    *parts,
            SoleusDate      today,
            SoleusDateOrder order,
            SoleusDate     *date)
{
  guint day = order == SOLEUS_DATE_ORDER_DAY_FIRST ? 0 : 1;

  if (parts->digits[0] > 2 || parts->digits[1] > 2)
    return FALSE;
  return make_latest (today, parts->numbers[1 - day], parts->numbers[day], date) ||
         make_latest (today, parts->numbers[day], parts->numbers[1 - day], date);
}

static gboolean
make_full (const Parts    *parts,
           SoleusDateOrder order,
           SoleusDate     *date)
{
  gboolean year_first = parts->digits[0] == 4 || (order == SOLEUS_DATE_ORDER_YEAR_FIRST && parts->digits[2] != 4);
  guint year = year_first ? 0 : 2;
  guint month = year_first || order != SOLEUS_DATE_ORDER_MONTH_FIRST ? 1 : 0;
  guint day = 3 - year - month;
  int y = read_year (parts->numbers[year], parts->digits[year]);

  if (parts->digits[month] > 2 || parts->digits[day] > 2)
    return FALSE;
  if (make_date (y, parts->numbers[month], parts->numbers[day], date))
    return TRUE;
  return !year_first && make_date (y, parts->numbers[day], parts->numbers[month], date);
}

/**
 * soleus_typed_date_order:
 *
 * Returns: the order of the locale
 */
SoleusDateOrder
soleus_typed_date_order (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);
  const char *day, *month;

  if (locale == NULL || g_str_has_prefix (locale, "C") || g_str_has_prefix (locale, "POSIX"))
    return SOLEUS_DATE_ORDER_DAY_FIRST;
  if (strstr (format, "%D") != NULL)
    return SOLEUS_DATE_ORDER_MONTH_FIRST;
  if (g_str_has_prefix (format, "%Y") || g_str_has_prefix (format, "%y") || g_str_has_prefix (format, "%F"))
    return SOLEUS_DATE_ORDER_YEAR_FIRST;

  day = strstr (format, "%d") != NULL ? strstr (format, "%d") : strstr (format, "%e");
  month = strstr (format, "%m");
  return day != NULL && month != NULL && month < day ? SOLEUS_DATE_ORDER_MONTH_FIRST : SOLEUS_DATE_ORDER_DAY_FIRST;
}

/**
 * soleus_typed_date_read:
 * @text: "yesterday", "Tuesday", "3/3", "3 March", "March 3rd", "Tue 3 March 2026", "2026-03-03"
 * @today: the present date
 * @order: which number is the day where that is not clear
 * @date: (out): the date
 *
 * Names are known in the person's language and in English. A weekday beside a full date is not compared with it.
 *
 * Returns: whether @text is one existing day that a diary can hold
 */
gboolean
soleus_typed_date_read (const char     *text,
                        SoleusDate      today,
                        SoleusDateOrder order,
                        SoleusDate     *date)
{
  g_autofree char *simple = simplify (text);
  Parts parts = { 0 };

  if (says (simple, "today", _("today")))
    *date = today;
  else if (says (simple, "yesterday", _("yesterday")))
    *date = today - 1;
  else if (!split (simple, &parts))
    return FALSE;
  else if (parts.month != 0)
    return make_named_month (&parts, today, date);
  else if (parts.n_numbers == 3)
    return make_full (&parts, order, date);
  else if (parts.n_numbers == 2)
    return make_short (&parts, today, order, date);
  else if (parts.n_numbers == 0 && parts.weekday != 0)
    *date = today - (soleus_date_get_weekday (today) - parts.weekday + 7) % 7;
  else
    return FALSE;
  return TRUE;
}

/* "am" is 0, "pm" is 12; -1 for anything else. */
static int
read_half (const char *word)
{
  const char *const am[] = { "am", "a", nl_langinfo (AM_STR) };
  const char *const pm[] = { "pm", "p", nl_langinfo (PM_STR) };
  g_auto (GStrv) dots = g_strsplit_set (word, ". ", -1);
  g_autofree char *bare = g_strjoinv ("", dots);

  for (guint i = 0; i < G_N_ELEMENTS (am); i++)
    {
      g_autofree char *before = simplify (am[i]);
      g_autofree char *after = simplify (pm[i]);

      if (*before != '\0' && g_str_equal (bare, before))
        return 0;
      if (*after != '\0' && g_str_equal (bare, after))
        return 12;
    }
  return -1;
}

/**
 * soleus_typed_time_read:
 * @text: "2:40", "240", "2.40 pm", "14h05", "2 am", "2"
 * @minute: (out): minute of the day, 0 to 1439
 *
 * Returns: whether @text is one time of day
 */
gboolean
soleus_typed_time_read (const char *text,
                        int        *minute)
{
  g_autofree char *simple = simplify (text);
  const char *p = simple;
  gsize first, second = 0;
  int hours, minutes = 0, half = -1;

  first = strspn (p, "0123456789");
  if (first == 0 || first > 4)
    return FALSE;
  hours = (int) g_ascii_strtoll (p, NULL, 10);
  p += first;
  if (first > 2)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (*p != '\0' && strchr (":.,h ", *p) != NULL && (second = strspn (p + 1, "0123456789")) != 0)
    {
      if (second != 2)
        return FALSE;
      minutes = (int) g_ascii_strtoll (p + 1, NULL, 10);
      p += 1 + second;
    }
  else if (*p == 'h')
    p++;

  while (*p == ' ')
    p++;
  if (*p != '\0')
    {
      half = read_half (p);
      if (half < 0)
        return FALSE;
    }

  if (minutes > 59 || hours > 23)
    return FALSE;
  if (half >= 0 && hours <= 12)
    {
      if (hours == 0)
        return FALSE;
      hours = hours % 12 + half;
    }
  else if (half == 0)
    return FALSE;
  *minute = hours * 60 + minutes;
  return TRUE;
}

/**
 * soleus_typed_minutes_read:
 * @text: "6", "1.5" or "1,5"
 * @seconds: (out): that many minutes in seconds
 *
 * Returns: whether @text is a number of minutes, from none to a week
 */
gboolean
soleus_typed_minutes_read (const char *text,
                           gint64     *seconds)
{
  g_autofree char *simple = simplify (text);
  gsize whole = strspn (simple, "0123456789");
  gint64 hundredths = 0;
  const char *p;

  if (whole == 0 || whole > 5)
    return FALSE;
  hundredths = g_ascii_strtoll (simple, NULL, 10) * 100;
  p = simple + whole;
  if (*p == '.' || *p == ',')
    {
      gsize digits = strspn (++p, "0123456789");

      if (digits == 0 || digits > 2)
        return FALSE;
      hundredths += g_ascii_strtoll (p, NULL, 10) * (digits == 1 ? 10 : 1);
      p += digits;
    }
  if (*p != '\0' || hundredths > MOST_MINUTES * 100)
    return FALSE;
  *seconds = (hundredths * 60 + 50) / 100;
  return TRUE;
}
