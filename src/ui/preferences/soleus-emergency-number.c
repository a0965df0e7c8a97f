/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number is kept as it is typed, with its blanks: it is read by a person, never dialled by Soleus. */
#include "config.h"

#include "ui/preferences/soleus-emergency-number.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-emergency-numbers.h"

#define LEAST_DIGITS 2
#define LONGEST 40

/**
 * soleus_emergency_number_complain:
 * @number: what was typed
 *
 * Returns: (transfer full) (nullable): what is wrong with it, or %NULL for nothing
 */
char *
soleus_emergency_number_complain (const char *number)
{
  guint n_digits = 0;

  for (const char *c = number; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      n_digits++;
  if (n_digits >= LEAST_DIGITS && strlen (number) <= LONGEST && strspn (number, "0123456789+*#-/() ") == strlen (number))
    return NULL;
  return g_strdup (_("Enter a phone number, such as 911, 999 or 112."));
}

/**
 * soleus_emergency_number_propose:
 * @country: (nullable): two letters
 *
 * Returns: (transfer full) (nullable): a sentence that proposes a number, or %NULL where none is certain
 */
char *
soleus_emergency_number_propose (const char *country)
{
  const char *number = soleus_emergency_numbers_get_number (country);

  if (number == NULL)
    return NULL;
  /* Translators: a country, then a phone number */
  return g_strdup_printf (_("For %s, Soleus knows %s. Please check it."), soleus_emergency_numbers_get_name (country), number);
}

static char *
dup_number (const SoleusRow *values,
            const char      *field,
            SoleusDate       today)
{
  const char *number = soleus_row_get_text (values, field);

  return g_strdup (number != NULL ? number : "");
}

static char *
take_number (SoleusRow  *values,
             const char *field,
             const char *text,
             SoleusDate  today)
{
  char *complaint = *text != '\0' ? soleus_emergency_number_complain (text) : NULL;

  if (complaint == NULL)
    soleus_row_set_text (values, field, text);
  return complaint;
}

const SoleusProfileEntry soleus_emergency_number_entry = { dup_number, take_number, GTK_INPUT_PURPOSE_PHONE, 12 };
