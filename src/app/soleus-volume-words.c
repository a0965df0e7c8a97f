/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "250 ml" to read, "250 milliliters" to hear, and back from what was typed. */
#include "config.h"

#include "app/soleus-volume-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/soleus-emergency-numbers.h"

/**
 * soleus_volume_words_get_unit_here:
 * @country: (nullable): the country that the person chose, two letters
 *
 * Returns: in what drinks are counted in @country, or where the settings of this computer place the person
 */
SoleusVolumeUnit
soleus_volume_words_get_unit_here (const char *country)
{
  static const char *const variables[] = { "LC_ALL", "LC_MEASUREMENT", "LANG" };

  for (guint i = 0; country == NULL && i < G_N_ELEMENTS (variables); i++)
    {
      const char *locale = g_getenv (variables[i]);
      g_autofree char *here = soleus_emergency_numbers_parse_locale (locale);

      if (here != NULL)
        return soleus_volume_unit_for_country (here);
      if (locale != NULL && *locale != '\0')
        break; /* it wins over the others, and names no country */
    }
  return soleus_volume_unit_for_country (country);
}

/**
 * soleus_volume_words_say_number:
 * @amount: thousandths of a milliliter
 * @unit: the person's unit
 *
 * Returns: (transfer full): the number alone, as the locale writes it: "250"
 */
char *
soleus_volume_words_say_number (gint64           amount,
                                SoleusVolumeUnit unit)
{
  SoleusNumerals numerals = soleus_numerals_get_locale ();

  return soleus_volume_format (amount, unit, &numerals);
}

/* "1 cup", "0.5 cup", but "1.5 cups". */
static gulong
get_plural (gint64           amount,
            SoleusVolumeUnit unit)
{
  gint64 thousandths = soleus_volume_to_unit (amount, unit);

  return thousandths > 0 && thousandths < 1005 ? 1 : 2;
}

/**
 * soleus_volume_words_say:
 * @amount: thousandths of a milliliter
 * @unit: the person's unit
 *
 * Returns: (transfer full): "250 ml", "8 fl oz", "1.5 cups"
 */
char *
soleus_volume_words_say (gint64           amount,
                         SoleusVolumeUnit unit)
{
  g_autofree char *number = soleus_volume_words_say_number (amount, unit);

  switch (unit)
    {
    case SOLEUS_VOLUME_US_FL_OZ:
    case SOLEUS_VOLUME_UK_FL_OZ:
      /* Translators: fluid ounces */
      return g_strdup_printf (_("%s fl oz"), number);
    case SOLEUS_VOLUME_US_CUP:
      return g_strdup_printf (ngettext ("%s cup", "%s cups", get_plural (amount, unit)), number);
    case SOLEUS_VOLUME_ML:
    default:
      return g_strdup_printf (_("%s ml"), number);
    }
}

/**
 * soleus_volume_words_read:
 * @amount: thousandths of a milliliter
 * @unit: the person's unit
 *
 * Returns: (transfer full): the same for a screen reader, in full words: "250 milliliters", "8 fluid ounces", "1.5 cups"
 */
char *
soleus_volume_words_read (gint64           amount,
                          SoleusVolumeUnit unit)
{
  g_autofree char *number = soleus_volume_words_say_number (amount, unit);

  switch (unit)
    {
    case SOLEUS_VOLUME_US_FL_OZ:
    case SOLEUS_VOLUME_UK_FL_OZ:
      return g_strdup_printf (ngettext ("%s fluid ounce", "%s fluid ounces", get_plural (amount, unit)), number);
    case SOLEUS_VOLUME_US_CUP:
      return soleus_volume_words_say (amount, unit);
    case SOLEUS_VOLUME_ML:
    default:
      return g_strdup_printf (ngettext ("%s milliliter", "%s milliliters", get_plural (amount, unit)), number);
    }
}

/**
 * soleus_volume_words_say_unit:
 * @unit: a unit
 *
 * Returns: (transfer none): what stands beside an entry: "ml", "fl oz", "cups"
 */
const char *
soleus_volume_words_say_unit (SoleusVolumeUnit unit)
{
  switch (unit)
    {
    case SOLEUS_VOLUME_US_FL_OZ:
    case SOLEUS_VOLUME_UK_FL_OZ:
      return _("fl oz");
    case SOLEUS_VOLUME_US_CUP:
      return _("cups");
    case SOLEUS_VOLUME_ML:
    default:
      return _("ml");
    }
}

/**
 * soleus_volume_words_read_unit:
 * @unit: a unit
 *
 * Returns: (transfer none): the same for a screen reader: "milliliters", "US fluid ounces"
 */
const char *
soleus_volume_words_read_unit (SoleusVolumeUnit unit)
{
  switch (unit)
    {
    case SOLEUS_VOLUME_US_FL_OZ:
      return _("US fluid ounces");
    case SOLEUS_VOLUME_UK_FL_OZ:
      return _("UK fluid ounces");
    case SOLEUS_VOLUME_US_CUP:
      return _("cups");
    case SOLEUS_VOLUME_ML:
    default:
      return _("milliliters");
    }
}

/* What is typed */

static gboolean
ends_with_word (const char *text,
                const char *word,
                gsize      *length)
{
  g_autofree char *folded = g_utf8_casefold (text, -1), *wanted = g_utf8_casefold (word, -1);

  if (*wanted == '\0' || !g_str_has_suffix (folded, wanted) || strlen (folded) != strlen (text))
    return FALSE;
  *length = strlen (text) - strlen (wanted);
  return TRUE;
}

/**
 * soleus_volume_words_parse:
 * @text: what was typed: a number, perhaps with the unit after it: "250", "8.5 fl oz", "250 ml"
 * @unit: the person's unit
 * @most: the most that can be kept, in thousandths of a milliliter
 * @amount: (out): thousandths of a milliliter
 *
 * Milliliters may be named whatever the person's unit is; any other unit must be that one.
 *
 * Returns: whether it is an amount above nothing and up to @most
 */
gboolean
soleus_volume_words_parse (const char      *text,
                           SoleusVolumeUnit unit,
                           gint64           most,
                           gint64          *amount)
{
  const struct
  {
    const char *word;
    gboolean fits;
    SoleusVolumeUnit unit;
  } words[] = {
    { _("ml"), TRUE, SOLEUS_VOLUME_ML },
    { "ml", TRUE, SOLEUS_VOLUME_ML },
    { _("fl oz"), unit == SOLEUS_VOLUME_US_FL_OZ || unit == SOLEUS_VOLUME_UK_FL_OZ, unit },
    { "fl oz", unit == SOLEUS_VOLUME_US_FL_OZ || unit == SOLEUS_VOLUME_UK_FL_OZ, unit },
    { "oz", unit == SOLEUS_VOLUME_US_FL_OZ || unit == SOLEUS_VOLUME_UK_FL_OZ, unit },
    { _("cups"), unit == SOLEUS_VOLUME_US_CUP, unit },
    { "cups", unit == SOLEUS_VOLUME_US_CUP, unit },
    { "cup", unit == SOLEUS_VOLUME_US_CUP, unit },
  };
  SoleusNumerals numerals = soleus_numerals_get_locale ();
  g_autofree char *number = g_strstrip (g_strdup (text));
  gint64 thousandths;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].fits && ends_with_word (number, words[i].word, &length))
      {
        number[length] = '\0';
        unit = words[i].unit;
        break;
      }
  if (!soleus_volume_parse (number, &numerals, &thousandths))
    return FALSE;
  thousandths = soleus_volume_from_unit (thousandths, unit);
  if (thousandths <= 0 || thousandths > most)
    return FALSE;
  *amount = thousandths;
  return TRUE;
}

/**
 * soleus_volume_words_write:
 * @amount: thousandths of a milliliter
 * @unit: the person's unit
 *
 * Returns: (transfer full): what an entry begins with, without the unit
 */
char *
soleus_volume_words_write (gint64           amount,
                           SoleusVolumeUnit unit)
{
  SoleusNumerals numerals = soleus_numerals_get_locale ();

  return soleus_volume_format_typed (amount, unit, &numerals);
}
