/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A name is found when each typed word begins one of its words. Names are taken apart once, so that a keystroke only compares. Names
 * that begin with what was typed come first, then shorter ones. */
#include "guidance/soleus-food-search.h"

#include <string.h>

/* Beyond these nothing more is looked at: they are no name of a food. */
#define MOST_QUERY_BYTES 200
#define MOST_QUERY_WORDS 8

typedef struct
{
  char **words; /* without case and accents */
  glong length; /* in characters */
} Name;

struct _SoleusFoodSearch
{
  GArray *names; /* of Name */
};

typedef struct
{
  guint index;
  gboolean later; /* what was typed stands in a later word */
  glong length;
} Hit;

static void
name_clear (gpointer data)
{
  g_strfreev (((Name *) data)->words);
}

/* Without case and accents; bytes that are no text do not end anything. */
static char *
dup_folded (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

static char **
split (const char *text,
       guint       most)
{
  g_autofree char *folded = dup_folded (text);
  GPtrArray *words = g_ptr_array_new ();
  const char *p = folded;

  while (*p != '\0' && words->len < most)
    {
      const char *start = p;

      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
      else
        p = g_utf8_next_char (p);
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/**
 * soleus_food_search_new:
 *
 * Returns: (transfer full): a search without names
 */
SoleusFoodSearch *
soleus_food_search_new (void)
{
  SoleusFoodSearch *self = g_new0 (SoleusFoodSearch, 1);

  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  return self;
}

/**
 * soleus_food_search_free:
 * @self: (nullable) (transfer full): a search
 */
void
soleus_food_search_free (SoleusFoodSearch *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->names);
  g_free (self);
}

/**
 * soleus_food_search_add:
 * @self: a search
 * @name: the name of a food
 *
 * Returns: its number: how many names were added before it
 */
guint
soleus_food_search_add (SoleusFoodSearch *self,
                        const char       *name)
{
  Name entry = { split (name, G_MAXUINT), (glong) g_utf8_strlen (name, -1) };

  g_array_append_val (self->names, entry);
  return self->names->len - 1;
}

/* Where in the name @word begins a word, or -1. */
static int
find_word (const Name *name,
           const char *word)
{
  for (int i = 0; name->words[i] != NULL; i++)
    if (g_str_has_prefix (name->words[i], word))
      return i;
  return -1;
}

static gboolean
match (const Name *name,
       char      **words,
       Hit        *hit)
{
  hit->later = TRUE;
  hit->length = name->length;
  for (guint i = 0; words[i] != NULL; i++)
    {
      int at = find_word (name, words[i]);

      if (at < 0)
        return FALSE;
      if (at == 0)
        hit->later = FALSE;
    }
  return TRUE;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *x = a, *y = b;

  if (x->later != y->later)
    return x->later ? 1 : -1;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

/**
 * soleus_food_search_find:
 * @self: a search
 * @text: what was typed so far; any text at all
 *
 * Returns: (transfer full) (element-type guint): the numbers of the names in which every typed word begins a word, best first; none for
 *   a text without a letter or digit
 */
GArray *
soleus_food_search_find (SoleusFoodSearch *self,
                         const char       *text)
{
  g_autofree char *start = g_strndup (text, MOST_QUERY_BYTES);
  g_auto (GStrv) words = split (start, MOST_QUERY_WORDS);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; words[0] != NULL && i < self->names->len; i++)
    {
      Hit hit = { .index = i };

      if (match (&g_array_index (self->names, Name, i), words, &hit))
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (found, g_array_index (hits, Hit, i).index);
  return found;
}
