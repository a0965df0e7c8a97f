/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number that is a thousand in one country and one in another is not read at all: asking again is better than a wrong dose.
 * Amounts of fluid are read by soleus_volume_parse() instead, which knows fractions, and whose entry says what it understood. */
#include "config.h"

#include "app/soleus-typed-number.h"

#include <string.h>

#include "model/soleus-row.h"

#define MOST_DIGITS 9
#define GROUP 3

/**
 * soleus_typed_number_read:
 * @text: "260", "0.5" or "0,5"; blanks around it do not matter
 * @most: the most that is read, in thousandths
 * @thousandths: (out): the number, in thousandths
 *
 * "1,200" and "1.200" are not read, nor any sign between groups, nor more than three decimals.
 *
 * Returns: whether @text is a number from 0 to @most that can be meant in one way only
 */
gboolean
soleus_typed_number_read (const char *text,
                          gint64      most,
                          gint64     *thousandths)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  gsize whole = strspn (bare, "0123456789"), decimals;
  gint64 value;

  if (whole == 0 || whole > MOST_DIGITS)
    return FALSE;
  if (bare[whole] == '.' || bare[whole] == ',')
    {
      decimals = strspn (bare + whole + 1, "0123456789");
      if (decimals == GROUP && whole <= GROUP && bare[0] != '0')
        return FALSE;
      bare[whole] = '.';
    }
  if (!soleus_decimal_parse (bare, &value) || value > most)
    return FALSE;
  *thousandths = value;
  return TRUE;
}
