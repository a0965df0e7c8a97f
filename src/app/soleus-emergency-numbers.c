/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number is only ever proposed, and the person is asked to check it. Countries with several numbers for several
 * services, or whose number is changing, are left out: no proposal is better than a wrong one. */
#include "config.h"

#include "app/soleus-emergency-numbers.h"

#include <glib/gi18n.h>
#include <string.h>

/* ISO 3166-1 code, name, the number that brings an ambulance. In the order of their English names. */
static const struct
{
  const char *code;
  const char *name;
  const char *number;
} countries[] = {
  { "AD", N_("Andorra"), "112" },
  { "AU", N_("Australia"), "000" },
  { "AT", N_("Austria"), "112" },
  { "BE", N_("Belgium"), "112" },
  { "BR", N_("Brazil"), "192" },
  { "BG", N_("Bulgaria"), "112" },
  { "CA", N_("Canada"), "911" },
  { "CN", N_("China"), "120" },
  { "CR", N_("Costa Rica"), "911" },
  { "HR", N_("Croatia"), "112" },
  { "CY", N_("Cyprus"), "112" },
  { "CZ", N_("Czechia"), "112" },
  { "DK", N_("Denmark"), "112" },
  { "EC", N_("Ecuador"), "911" },
  { "EE", N_("Estonia"), "112" },
  { "FO", N_("Faroe Islands"), "112" },
  { "FI", N_("Finland"), "112" },
  { "FR", N_("France"), "112" },
  { "DE", N_("Germany"), "112" },
  { "GR", N_("Greece"), "112" },
  { "GL", N_("Greenland"), "112" },
  { "GG", N_("Guernsey"), "999" },
  { "HK", N_("Hong Kong"), "999" },
  { "HU", N_("Hungary"), "112" },
  { "IS", N_("Iceland"), "112" },
  { "IN", N_("India"), "112" },
  { "IE", N_("Ireland"), "112" },
  { "IM", N_("Isle of Man"), "999" },
  { "IL", N_("Israel"), "101" },
  { "IT", N_("Italy"), "112" },
  { "JP", N_("Japan"), "119" },
  { "JE", N_("Jersey"), "999" },
  { "LV", N_("Latvia"), "112" },
  { "LI", N_("Liechtenstein"), "112" },
  { "LT", N_("Lithuania"), "112" },
  { "LU", N_("Luxembourg"), "112" },
  { "MY", N_("Malaysia"), "999" },
  { "MT", N_("Malta"), "112" },
  { "MX", N_("Mexico"), "911" },
  { "MC", N_("Monaco"), "112" },
  { "NL", N_("Netherlands"), "112" },
  { "NZ", N_("New Zealand"), "111" },
  { "NO", N_("Norway"), "112" },
  { "PH", N_("Philippines"), "911" },
  { "PL", N_("Poland"), "112" },
  { "PT", N_("Portugal"), "112" },
  { "PR", N_("Puerto Rico"), "911" },
  { "RO", N_("Romania"), "112" },
  { "SG", N_("Singapore"), "995" },
  { "SK", N_("Slovakia"), "112" },
  { "SI", N_("Slovenia"), "112" },
  { "KR", N_("South Korea"), "119" },
  { "ES", N_("Spain"), "112" },
  { "SE", N_("Sweden"), "112" },
  { "CH", N_("Switzerland"), "112" },
  { "TW", N_("Taiwan"), "119" },
  { "TR", N_("Türkiye"), "112" },
  { "GB", N_("United Kingdom"), "999" },
  { "US", N_("United States"), "911" },
  { "UY", N_("Uruguay"), "911" },
};

/* Where a person lives shows in the address and the money before it shows in the language. */
static const char *const variables[] = { "LC_ALL", "LC_ADDRESS", "LC_MONETARY", "LANG", "LC_MESSAGES" };

static int
find_country (const char *country)
{
  for (guint i = 0; country != NULL && i < G_N_ELEMENTS (countries); i++)
    if (g_ascii_strcasecmp (countries[i].code, country) == 0)
      return (int) i;
  return -1;
}

/**
 * soleus_emergency_numbers_get_country:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the two letters of a country of which the number is known; %NULL after the last
 */
const char *
soleus_emergency_numbers_get_country (guint index)
{
  return index < G_N_ELEMENTS (countries) ? countries[index].code : NULL;
}

/**
 * soleus_emergency_numbers_get_name:
 * @country: (nullable): two letters
 *
 * Returns: (transfer none) (nullable): what the country is called, or %NULL for one that is not in the list
 */
const char *
soleus_emergency_numbers_get_name (const char *country)
{
  int i = find_country (country);

  return i >= 0 ? _(countries[i].name) : NULL;
}

/**
 * soleus_emergency_numbers_get_number:
 * @country: (nullable): two letters
 *
 * Returns: (transfer none) (nullable): the number to propose, or %NULL where none is certain
 */
const char *
soleus_emergency_numbers_get_number (const char *country)
{
  int i = find_country (country);

  return i >= 0 ? countries[i].number : NULL;
}

/**
 * soleus_emergency_numbers_parse_locale:
 * @locale: (nullable): such as "de_AT.UTF-8"
 *
 * Returns: (transfer full) (nullable): its country, two capital letters; %NULL where it names none
 */
char *
soleus_emergency_numbers_parse_locale (const char *locale)
{
  const char *country = locale != NULL ? strchr (locale, '_') : NULL;

  if (country == NULL || !g_ascii_isalpha (country[1]) || !g_ascii_isalpha (country[2]) || g_ascii_isalnum (country[3]))
    return NULL;
  return g_ascii_strup (country + 1, 2);
}

/**
 * soleus_emergency_numbers_dup_here:
 *
 * Returns: (transfer full) (nullable): the country that the settings of this computer name
 */
char *
soleus_emergency_numbers_dup_here (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      char *country = soleus_emergency_numbers_parse_locale (g_getenv (variables[i]));

      if (country != NULL)
        return country;
    }
  return NULL;
}
