/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every unit is an exact fraction of a milliliter, so that all is done in whole numbers and rounds once. A thousandth of any unit
 * is more than a thousandth of a milliliter: what is typed with up to three decimals comes back as it was. */
#include "base/soleus-volume.h"

#include <locale.h>
#include <string.h>

#define MOST_DIGITS 7 /* before the decimals */

/* One unit is numerator / denominator milliliters; it is shown with so many decimals. */
static const struct
{
  const char *word;
  gint64 numerator;
  gint64 denominator;
  int decimals;
} units[SOLEUS_N_VOLUME_UNITS] = {
  [SOLEUS_VOLUME_ML] = { "ml", 1, 1, 0 },
  [SOLEUS_VOLUME_US_FL_OZ] = { "us-fl-oz", 473176473, 16000000, 1 },
  [SOLEUS_VOLUME_UK_FL_OZ] = { "uk-fl-oz", 454609, 16000, 1 },
  [SOLEUS_VOLUME_US_CUP] = { "us-cup", 473176473, 2000000, 2 },
};

/**
 * soleus_numerals_get_locale:
 *
 * Returns: how the present locale writes numbers; valid until the locale changes
 */
SoleusNumerals
soleus_numerals_get_locale (void)
{
  const struct lconv *locale = localeconv ();

  return (SoleusNumerals) { locale->decimal_point, locale->thousands_sep, locale->grouping };
}

/**
 * soleus_volume_unit_get_word:
 * @unit: a unit
 *
 * Returns: (transfer none): the word that diaries and archives have for it
 */
const char *
soleus_volume_unit_get_word (SoleusVolumeUnit unit)
{
  return units[unit].word;
}

/**
 * soleus_volume_unit_find:
 * @word: (nullable): a word of a diary
 * @unit: (out): the unit; left alone where there is none
 *
 * Returns: whether it is a unit
 */
gboolean
soleus_volume_unit_find (const char       *word,
                         SoleusVolumeUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (units[i].word, word) == 0)
      {
        *unit = (SoleusVolumeUnit) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * soleus_volume_unit_for_country:
 * @country: (nullable): two letters of ISO 3166, in any case
 *
 * Ounces are what is usual in the United States with their territories, Liberia and Myanmar: the countries that did not go over
 * to the metric system.
 *
 * Returns: in what people there count drinks
 */
SoleusVolumeUnit
soleus_volume_unit_for_country (const char *country)
{
  static const char *const ounces[] = { "US", "LR", "MM", "AS", "GU", "MP", "PR", "UM", "VI" };

  for (guint i = 0; country != NULL && i < G_N_ELEMENTS (ounces); i++)
    if (g_ascii_strcasecmp (ounces[i], country) == 0)
      return SOLEUS_VOLUME_US_FL_OZ;
  return SOLEUS_VOLUME_ML;
}

static gint64
divide (gint64 dividend,
        gint64 divisor)
{
  return (dividend + divisor / 2) / divisor;
}

/**
 * soleus_volume_from_unit:
 * @thousandths: so many thousandths of @unit, from 0 to 100 million
 * @unit: a unit
 *
 * Returns: the amount in thousandths of a milliliter, to the nearest, at most %SOLEUS_VOLUME_MOST
 */
gint64
soleus_volume_from_unit (gint64           thousandths,
                         SoleusVolumeUnit unit)
{
  gint64 most = SOLEUS_VOLUME_MOST / (units[unit].numerator / units[unit].denominator + 1);

  return divide (CLAMP (thousandths, 0, most) * units[unit].numerator, units[unit].denominator);
}

/**
 * soleus_volume_to_unit:
 * @amount: thousandths of a milliliter, from 0 to %SOLEUS_VOLUME_MOST
 * @unit: a unit
 *
 * Returns: so many thousandths of @unit, to the nearest
 */
gint64
soleus_volume_to_unit (gint64           amount,
                       SoleusVolumeUnit unit)
{
  return divide (CLAMP (amount, 0, SOLEUS_VOLUME_MOST) * units[unit].denominator, units[unit].numerator);
}

/* Plain digits, spaces, "/" and the two signs that may mean decimals or groups; %NULL where there is anything else. */
static char *
simplify (const char           *text,
          const SoleusNumerals *numerals)
{
  static const struct
  {
    gunichar c;
    const char *plain;
  } signs[] = {
    { '.', "." }, { ',', "," }, { '/', "/" }, { 0x2044, "/" }, { '\'', "'" }, { 0x2019, "'" },
    { 0xbc, " 1/4" }, { 0xbd, " 1/2" }, { 0xbe, " 3/4" }, { 0x2153, " 1/3" }, { 0x2154, " 2/3" },
  };
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);
      guint i = 0;

      while (i < G_N_ELEMENTS (signs) && signs[i].c != c)
        i++;
      if (digit >= 0)
        g_string_append_c (plain, (char) ('0' + digit));
      else if (i < G_N_ELEMENTS (signs))
        g_string_append (plain, signs[i].plain);
      else if (g_unichar_isspace (c))
        g_string_append_c (plain, ' ');
      else if (c == g_utf8_get_char (numerals->point)) /* signs of their own, as Arabic has them */
        g_string_append_c (plain, '.');
      else if (c == g_utf8_get_char (numerals->group))
        g_string_append_c (plain, '\'');
      else
        return NULL;
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

static GMatchInfo *
match (GRegex    **regex,
       const char *pattern,
       const char *text)
{
  GMatchInfo *info = NULL;

  if (g_once_init_enter (regex))
    g_once_init_leave (regex, g_regex_new (pattern, G_REGEX_OPTIMIZE, (GRegexMatchFlags) 0, NULL));
  if (g_regex_match (*regex, text, (GRegexMatchFlags) 0, &info))
    return info;
  g_match_info_unref (info);
  return NULL;
}

static gint64
fetch_number (GMatchInfo *info,
              int         group)
{
  g_autofree char *text = g_match_info_fetch (info, group);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static gboolean
parse_fraction (const char *text,
                gint64     *thousandths)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) info = match (&regex, "^(?:(\\d{1,7}) +)?(\\d{1,3}) ?/ ?(\\d{1,3})$", text);
  gint64 whole, above, below;

  if (info == NULL)
    return FALSE;
  whole = fetch_number (info, 1);
  above = fetch_number (info, 2);
  below = fetch_number (info, 3);
  if (below == 0 || (whole > 0 && above >= below))
    return FALSE;
  *thousandths = whole * 1000 + divide (above * 1000, below);
  return TRUE;
}

/* "1", "200" and "5": 1200.5. */
static gboolean
put_together (const char *whole,
              const char *groups,
              const char *decimals,
              gint64     *thousandths)
{
  g_autoptr (GString) digits = g_string_new (whole);
  gint64 place = 1000, part = 0;

  for (const char *p = groups; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (digits->len > MOST_DIGITS)
    return FALSE;
  for (gsize i = 0; i < 3 && decimals[i] != '\0'; i++)
    part += (decimals[i] - '0') * (place /= 10);
  if (strlen (decimals) > 3 && decimals[3] >= '5')
    part++;
  *thousandths = g_ascii_strtoll (digits->str, NULL, 10) * 1000 + part;
  return TRUE;
}

/* One sign, which may be that of the decimals or of a group. */
static gboolean
parse_one_sign (GMatchInfo           *info,
                const SoleusNumerals *numerals,
                gint64               *thousandths)
{
  g_autofree char *before = g_match_info_fetch (info, 1), *sign = g_match_info_fetch (info, 2), *after = g_match_info_fetch (info, 3);
  gboolean is_point = (*sign == ',') == g_str_equal (numerals->point, ",");
  gboolean like_group = strlen (after) == 3 && strlen (before) <= 3 && *before != '0' && *before != '\0';

  if (is_point || !like_group)
    return put_together (before, "", after, thousandths);
  return g_str_equal (sign, numerals->group) && put_together (before, after, "", thousandths);
}

static gboolean
parse_decimal (const char           *text,
               const SoleusNumerals *numerals,
               gint64               *thousandths)
{
  static GRegex *one_sign, *grouped;
  g_autoptr (GMatchInfo) info = match (&one_sign, "^(\\d{0,7})([.,])(\\d+)$", text);
  g_autofree char *whole = NULL, *groups = NULL, *sign = NULL, *point = NULL, *decimals = NULL;

  if (info != NULL)
    return parse_one_sign (info, numerals, thousandths);
  info = match (&grouped, "^(\\d{1,3})((?:([., '])\\d{3})(?:\\3\\d{3})*)(?:([.,])(\\d+))?$", text);
  if (info == NULL)
    return *text != '\0' && strspn (text, "0123456789") == strlen (text) && put_together (text, "", "", thousandths);
  whole = g_match_info_fetch (info, 1);
  groups = g_match_info_fetch (info, 2);
  sign = g_match_info_fetch (info, 3);
  point = g_match_info_fetch (info, 4);
  decimals = g_match_info_fetch (info, 5);
  return g_strcmp0 (sign, point) != 0 && put_together (whole, groups, decimals != NULL ? decimals : "", thousandths);
}

/**
 * soleus_volume_parse:
 * @text: "250", "8.5", "8,5", "1,200.5", "1/2", "1 1/2", "1½"; spaces around it do not matter
 * @numerals: how numbers are written
 * @thousandths: (out): the number in thousandths, to the nearest
 *
 * Both '.' and ',' are read as the decimal sign. A sign that is not the decimal one of @numerals, before exactly three digits, is
 * a sign between groups where @numerals has it as such ("1,200"); else it could mean either, and the text is refused rather than
 * read a thousand times too large or too small.
 *
 * Returns: whether @text is one number, from 0 to below 10 million
 */
gboolean
soleus_volume_parse (const char           *text,
                     const SoleusNumerals *numerals,
                     gint64               *thousandths)
{
  g_autofree char *simple = g_utf8_validate (text, -1, NULL) ? simplify (text, numerals) : NULL;

  if (simple == NULL)
    return FALSE;
  return strchr (simple, '/') != NULL ? parse_fraction (simple, thousandths) : parse_decimal (simple, numerals, thousandths);
}

static void
append_grouped (GString              *text,
                gint64                number,
                const SoleusNumerals *numerals)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  const char *size = numerals->grouping;
  gsize start = text->len, left = strlen (digits);

  g_string_append (text, digits);
  while (*numerals->group != '\0' && *size > 0 && *size < G_MAXINT8 && left > (gsize) *size)
    {
      left -= (gsize) *size;
      g_string_insert (text, (gssize) (start + left), numerals->group);
      if (size[1] != '\0')
        size++;
    }
}

static void
append_decimals (GString              *text,
                 gint64                part,
                 int                   decimals,
                 const SoleusNumerals *numerals)
{
  if (part == 0)
    return;
  g_string_append_printf (text, "%s%0*" G_GINT64_FORMAT, numerals->point, decimals, part);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
}

/**
 * soleus_volume_format:
 * @amount: thousandths of a milliliter
 * @unit: the unit to show
 * @numerals: how numbers are written
 *
 * Whole milliliters, ounces with at most one decimal, cups with at most two, each to the nearest.
 *
 * Returns: (transfer full): the number as a person reads it, without its unit: "1,250", "8.5"
 */
char *
soleus_volume_format (gint64                amount,
                      SoleusVolumeUnit      unit,
                      const SoleusNumerals *numerals)
{
  GString *text = g_string_new (NULL);
  gint64 scale = 1, number;

  for (int i = 0; i < units[unit].decimals; i++)
    scale *= 10;
  amount = CLAMP (amount, 0, SOLEUS_VOLUME_MOST);
  number = divide (amount * units[unit].denominator, units[unit].numerator * (1000 / scale));
  append_grouped (text, number / scale, numerals);
  append_decimals (text, number % scale, units[unit].decimals, numerals);
  return g_string_free (text, FALSE);
}

/**
 * soleus_volume_format_typed:
 * @amount: thousandths of a milliliter
 * @unit: the unit to show
 * @numerals: how numbers are written
 *
 * Returns: (transfer full): the number to begin an entry with, to a thousandth of the unit and without groups; what was typed in
 *   @unit with up to three decimals comes back as it was
 */
char *
soleus_volume_format_typed (gint64                amount,
                            SoleusVolumeUnit      unit,
                            const SoleusNumerals *numerals)
{
  GString *text = g_string_new (NULL);
  gint64 thousandths = soleus_volume_to_unit (amount, unit);

  g_string_append_printf (text, "%" G_GINT64_FORMAT, thousandths / 1000);
  append_decimals (text, thousandths % 1000, 3, numerals);
  return g_string_free (text, FALSE);
}
