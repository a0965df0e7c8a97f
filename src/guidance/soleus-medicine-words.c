/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names are compared without case, accents and invisible characters. A word ends where letters or digits end, and
 * between a letter and a digit, so that "40mg" is a number and a unit. Other scripts are kept as they are and match
 * nothing: a Cyrillic letter that looks Latin stays Cyrillic. */
#include "guidance/soleus-medicine-words.h"

#include <string.h>

typedef enum
{
  NOTHING,
  LETTERS,
  DIGITS,
} Run;

static void
clear_word (gpointer data)
{
  g_free (((SoleusMedicineWord *) data)->text);
}

/**
 * soleus_medicine_words_alloc:
 *
 * Returns: (transfer full) (element-type SoleusMedicineWord): an empty list, which owns its words
 */
GArray *
soleus_medicine_words_alloc (void)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SoleusMedicineWord));

  g_array_set_clear_func (words, clear_word);
  return words;
}

static void
end_word (GArray  *words,
          GString *word,
          Run      run)
{
  SoleusMedicineWord end = { NULL, run == DIGITS };

  if (word->len == 0)
    return;
  end.text = g_strdup (word->str);
  g_array_append_val (words, end);
  g_string_truncate (word, 0);
}

static void
end_part (GArray *words)
{
  SoleusMedicineWord end = { NULL, FALSE };

  if (words->len > 0 && g_array_index (words, SoleusMedicineWord, words->len - 1).text != NULL)
    g_array_append_val (words, end);
}

/* What stands between the medicines of a combination, or between its two names. */
static gboolean
ends_part (gunichar c)
{
  return c == 0x2044 || (c < 0x80 && strchr ("/+,&;:|()[]\n\r", (int) c) != NULL);
}

/* Latin letters that have no accent to take off. */
static const char *
plain_letters (gunichar c)
{
  switch (c)
    {
    case 0x00e6:
      return "ae";
    case 0x00f8:
      return "o";
    case 0x0131:
      return "i";
    case 0x0142:
      return "l";
    case 0x0153:
      return "oe";
    default:
      return NULL;
    }
}

/**
 * soleus_medicine_words_new:
 * @text: a name as typed
 *
 * Takes a name apart. Neither the first nor the last word is the end of a part, and no two stand together.
 *
 * Returns: (transfer full) (element-type SoleusMedicineWord): the words; none if @text is too long or not UTF-8
 */
GArray *
soleus_medicine_words_new (const char *text)
{
  g_autoptr (GArray) words = soleus_medicine_words_alloc ();
  g_autoptr (GString) word = g_string_new (NULL);
  g_autofree char *plain = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *apart = NULL;
  gsize length = strnlen (text, SOLEUS_MEDICINE_MAX_BYTES + 1);
  Run run = NOTHING;

  if (length > SOLEUS_MEDICINE_MAX_BYTES || !g_utf8_validate (text, (gssize) length, NULL))
    return g_steal_pointer (&words);

  plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_utf8_casefold (plain, -1);
  apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *letters = plain_letters (c);
      Run next = g_unichar_isdigit (c) ? DIGITS : g_unichar_isalnum (c) ? LETTERS : NOTHING;

      if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (next != run)
        end_word (words, word, run);
      run = next;
      if (next == NOTHING)
        {
          if (ends_part (c))
            end_part (words);
        }
      else if (letters != NULL)
        g_string_append (word, letters);
      else
        g_string_append_unichar (word, c);
    }
  end_word (words, word, run);

  if (words->len > 0 && g_array_index (words, SoleusMedicineWord, words->len - 1).text == NULL)
    g_array_set_size (words, words->len - 1);
  return g_steal_pointer (&words);
}

/**
 * soleus_medicine_words_join:
 * @words: (element-type SoleusMedicineWord): words
 * @first: the first one to take
 * @n: how many
 *
 * Returns: (transfer full) (nullable): the words with a space between them; %NULL where a part or the whole ends before
 */
char *
soleus_medicine_words_join (GArray *words,
                            guint   first,
                            guint   n)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  if (n == 0 || first >= words->len || n > words->len - first)
    return NULL;
  for (guint i = first; i < first + n; i++)
    {
      const char *text = g_array_index (words, SoleusMedicineWord, i).text;

      if (text == NULL)
        return NULL;
      if (i > first)
        g_string_append_c (joined, ' ');
      g_string_append (joined, text);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * soleus_medicine_words_allow:
 * @length: letters of a spelling
 * @other_length: letters of another one
 *
 * Returns: how many slips of the pen the two may be apart to be taken for each other: 1 from five letters on, 2 from eight
 */
guint
soleus_medicine_words_allow (guint length,
                             guint other_length)
{
  guint shorter = MIN (length, other_length);

  return shorter < 5 ? 0 : shorter < 8 ? 1 : 2;
}

/**
 * soleus_medicine_words_letters:
 * @word: ASCII
 *
 * One slip changes at most two letters of this set, so that most spellings need no further look.
 *
 * Returns: the set of the letters in @word, a bit each
 */
guint32
soleus_medicine_words_letters (const char *word)
{
  guint32 letters = 0;

  for (; *word != '\0'; word++)
    if (g_ascii_islower (*word))
      letters |= (guint32) 1 << (*word - 'a');
  return letters;
}

/**
 * soleus_medicine_words_distance:
 * @word: ASCII, at most %SOLEUS_MEDICINE_MAX_LETTERS
 * @other: another one
 * @limit: the distance beyond which it does not matter
 *
 * Counts letters too many, missing, wrong, or changed with their neighbour.
 *
 * Returns: the distance, or @limit + 1
 */
guint
soleus_medicine_words_distance (const char *word,
                                const char *other,
                                guint       limit)
{
  guint rows[3][SOLEUS_MEDICINE_MAX_LETTERS + 1];
  gsize length = strlen (word);
  gsize other_length = strlen (other);

  if (length > SOLEUS_MEDICINE_MAX_LETTERS || other_length > SOLEUS_MEDICINE_MAX_LETTERS)
    return limit + 1;
  if (MAX (length, other_length) - MIN (length, other_length) > limit)
    return limit + 1;

  for (gsize j = 0; j <= other_length; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= length; i++)
    {
      guint *row = rows[i % 3];
      const guint *above = rows[(i + 2) % 3];
      const guint *two_above = rows[(i + 1) % 3];
      guint least = row[0] = (guint) i;

      for (gsize j = 1; j <= other_length; j++)
        {
          row[j] = above[j - 1] + (word[i - 1] != other[j - 1]);
          row[j] = MIN (row[j], MIN (above[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1])
            row[j] = MIN (row[j], two_above[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > limit + 1) /* a change with the neighbour looks back two rows */
        return limit + 1;
    }
  return MIN (rows[length % 3][other_length], limit + 1);
}
