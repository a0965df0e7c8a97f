/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is either kept as it is meant or answered with words that say what would be taken. */
#include "config.h"

#include "ui/preferences/soleus-profile-entry.h"

#include <glib/gi18n.h>

#define PREGNANCY_WEEKS 40
#define MOST_WEEKS 42

static char *
dup_number (const SoleusRow *values,
            const char      *field,
            SoleusDate       today)
{
  return soleus_row_has (values, field) ? g_strdup_printf ("%d", (int) soleus_row_get_number (values, field, 0)) : g_strdup ("");
}

static gboolean
take_within (SoleusRow  *values,
             const char *field,
             const char *text,
             gint64      min,
             gint64      max)
{
  gint64 number;

  if (*text == '\0')
    {
      soleus_row_clear (values, field);
      return TRUE;
    }
  if (!g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    return FALSE;
  soleus_row_set_number (values, field, number);
  return TRUE;
}

static char *
take_number (SoleusRow  *values,
             const char *field,
             const char *text,
             SoleusDate  today)
{
  const SoleusField *info = &values->fields[soleus_fields_find (values->fields, field)];

  if (take_within (values, field, text, info->min, info->max))
    return NULL;
  return g_strdup_printf (_("Enter a whole number from %d to %d."), (int) info->min, (int) info->max);
}

static char *
take_year (SoleusRow  *values,
           const char *field,
           const char *text,
           SoleusDate  today)
{
  const SoleusField *info = &values->fields[soleus_fields_find (values->fields, field)];
  int year, month, day;

  soleus_date_to_ymd (today, &year, &month, &day);
  if (take_within (values, field, text, info->min, year))
    return NULL;
  return g_strdup_printf (_("Enter a year from %d to %d."), (int) info->min, year);
}

static char *
dup_weeks (const SoleusRow *values,
           const char      *field,
           SoleusDate       today)
{
  SoleusDate due = soleus_row_get_date (values, field);
  int days = due != SOLEUS_DATE_NONE ? PREGNANCY_WEEKS * 7 - (due - today) : -1;

  return days >= 7 && days / 7 <= MOST_WEEKS ? g_strdup_printf ("%d", days / 7) : g_strdup ("");
}

static char *
take_weeks (SoleusRow  *values,
            const char *field,
            const char *text,
            SoleusDate  today)
{
  gint64 weeks;

  if (*text == '\0')
    soleus_row_clear (values, field);
  else if (g_ascii_string_to_signed (text, 10, 1, MOST_WEEKS, &weeks, NULL))
    soleus_row_set_date (values, field, today + (PREGNANCY_WEEKS - (int) weeks) * 7);
  else
    return g_strdup_printf (_("Enter a whole number from %d to %d."), 1, MOST_WEEKS);
  return NULL;
}

static char *
dup_text (const SoleusRow *values,
          const char      *field,
          SoleusDate       today)
{
  const char *text = soleus_row_get_text (values, field);

  return g_strdup (text != NULL ? text : "");
}

static char *
take_text (SoleusRow  *values,
           const char *field,
           const char *text,
           SoleusDate  today)
{
  const SoleusField *info = &values->fields[soleus_fields_find (values->fields, field)];

  if (g_utf8_strlen (text, -1) > info->max)
    return g_strdup_printf (_("This is too long. There is room for %d letters."), (int) info->max);
  soleus_row_set_text (values, field, text);
  return NULL;
}

const SoleusProfileEntry soleus_profile_number = { dup_number, take_number, GTK_INPUT_PURPOSE_DIGITS, 7 };
const SoleusProfileEntry soleus_profile_year = { dup_number, take_year, GTK_INPUT_PURPOSE_DIGITS, 7 };
const SoleusProfileEntry soleus_profile_weeks = { dup_weeks, take_weeks, GTK_INPUT_PURPOSE_DIGITS, 7 };
const SoleusProfileEntry soleus_profile_text = { dup_text, take_text, GTK_INPUT_PURPOSE_FREE_FORM, 20 };
