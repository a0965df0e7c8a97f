/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is either kept as it is meant or answered with words that say what would be taken. */
#include "config.h"

#include "ui/preferences/soleus-profile-entry.h"

#include <glib/gi18n.h>

#include "app/soleus-drinks.h"
#include "app/soleus-volume-words.h"

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

/* Amounts of fluid are typed in the person's unit. Some fields hold whole milliliters, others thousandths of them. */

static gint64
get_scale (const SoleusField *info)
{
  return info->type == SOLEUS_FIELD_INTEGER ? 1000 : 1;
}

static gint64
to_number (gint64             amount,
           const SoleusField *info)
{
  return (amount + get_scale (info) / 2) / get_scale (info);
}

/* As short as it can be: "40" for a limit of 1,183 ml that was typed as 40 fl oz. */
static char *
dup_volume (const SoleusRow *values,
            const char      *field,
            SoleusDate       today)
{
  const SoleusField *info = &values->fields[soleus_fields_find (values->fields, field)];
  SoleusVolumeUnit unit = soleus_drinks_get_unit_for (values);
  gint64 number = soleus_row_get_number (values, field, 0), amount = number * get_scale (info), again;
  g_autofree char *text = NULL;

  if (!soleus_row_has (values, field))
    return g_strdup ("");
  text = soleus_volume_words_say_number (amount, unit);
  if (soleus_volume_words_parse (text, unit, SOLEUS_VOLUME_MOST, &again) && to_number (again, info) == number)
    return g_steal_pointer (&text);
  return soleus_volume_words_write (amount, unit);
}

static char *
take_volume (SoleusRow  *values,
             const char *field,
             const char *text,
             SoleusDate  today)
{
  const SoleusField *info = &values->fields[soleus_fields_find (values->fields, field)];
  SoleusVolumeUnit unit = soleus_drinks_get_unit_for (values);
  g_autofree char *least = NULL, *most = NULL;
  gint64 amount;

  if (*text == '\0')
    {
      soleus_row_clear (values, field);
      return NULL;
    }
  if (soleus_volume_words_parse (text, unit, info->max * get_scale (info), &amount) && to_number (amount, info) >= info->min)
    {
      soleus_row_set_number (values, field, to_number (amount, info));
      return NULL;
    }
  least = soleus_volume_words_say (MAX (info->min, 1) * get_scale (info), unit);
  most = soleus_volume_words_say (info->max * get_scale (info), unit);
  if (info->min == 0)
    return g_strdup_printf (_("Enter an amount up to %s, or leave it empty."), most);
  return g_strdup_printf (_("Enter an amount from %s to %s, or leave it empty."), least, most);
}

const SoleusProfileEntry soleus_profile_year = { dup_number, take_year, GTK_INPUT_PURPOSE_DIGITS, 7 };
const SoleusProfileEntry soleus_profile_weeks = { dup_weeks, take_weeks, GTK_INPUT_PURPOSE_DIGITS, 7 };
const SoleusProfileEntry soleus_profile_text = { dup_text, take_text, GTK_INPUT_PURPOSE_FREE_FORM, 20 };
const SoleusProfileEntry soleus_profile_volume = { dup_volume, take_volume, GTK_INPUT_PURPOSE_FREE_FORM, 8 };
