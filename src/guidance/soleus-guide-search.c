/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each word of the guides is kept once, with the lines that it stands in. A word of the query stands for those that are it,
 * begin with it, or differ by an ending; if there are none, for those that a slip of the pen makes of it. A guide is found when it
 * holds every word of the query, and ranks by where they stand: in the title, among other words, in the summary, in the text. */
#include "guidance/soleus-guide-search.h"

#include <string.h>

#include "guidance/soleus-medicine-words.h"

#define MOST_QUERY_BYTES 200
#define MOST_QUERY_WORDS 8

/* Lines of a guide, and how much a word in each of them counts. */
typedef enum
{
  LINE_TITLE,
  LINE_WORDS,
  LINE_SUMMARY,
  LINE_TEXT,
  N_LINE_KINDS,
} LineKind;

static const double line_weights[N_LINE_KINDS] = { 10, 9, 3, 1 };

/* Of two guides that say the same, the one that says what to do comes first. */
#define HAS_STEPS 1

/* How much a word counts that is what was typed, begins with it, or is near it. */
#define EXACT 1.0
#define SAME_STEM 0.9
#define BEGINS 0.7
#define NEAR 0.5

typedef struct
{
  guint guide;
  LineKind kind;
  const char *text; /* borrowed from the guide */
} Line;

typedef struct
{
  char *text;
  char *stem;
  guint32 letters;
  GArray *lines; /* of guint, each once, ascending */
} Word;

struct _SoleusGuideSearch
{
  GPtrArray *guides; /* of the guides, borrowed */
  GArray *lines;
  GPtrArray *words; /* in alphabetical order once all are there */
  GHashTable *by_text;
};

/* Words too small to be looked for. */
static const char *const small_words[] = { "a", "an", "and", "at", "for", "i", "in", "is", "my", "of", "on", "or", "the", "to", "with", NULL };

/* A word in a text. */
typedef struct
{
  gsize from;
  gsize to;
  char *folded;
} Token;

static void
token_clear (gpointer data)
{
  g_free (((Token *) data)->folded);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Without case and accents. */
static char *
fold (const char *text,
      gsize       length)
{
  g_autofree char *word = g_strndup (text, length);
  g_autofree char *folded = NULL;
  g_autoptr (GString) plain = NULL;

  if (g_str_is_ascii (word))
    return g_ascii_strdown (word, -1);
  folded = g_utf8_casefold (word, -1);
  plain = g_string_new (NULL);
  g_free (word);
  word = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static GArray *
split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *p = text;

  g_array_set_clear_func (tokens, token_clear);
  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && is_letter (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          Token token = { (gsize) (start - text), (gsize) (p - text), fold (start, (gsize) (p - start)) };

          g_array_append_val (tokens, token);
        }
      else
        p = g_utf8_next_char (p);
    }
  return tokens;
}

/* A word without an English ending: "cramps" and "cramp", "stretching" and "stretch". */
static char *
dup_stem (const char *word)
{
  static const char *const endings[] = { "ing", "ies", "ves", "es", "ed", "s", NULL };
  static const char *const instead[] = { "", "y", "f", "", "", "", NULL };

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (word, endings[i]) && strlen (word) >= strlen (endings[i]) + 3 && !g_str_has_suffix (word, "ss"))
      {
        g_autofree char *start = g_strndup (word, strlen (word) - strlen (endings[i]));
        char *stem = g_strconcat (start, instead[i], NULL);

        return stem;
      }
  return g_strdup (word);
}

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word->stem);
  g_array_unref (word->lines);
  g_free (word);
}

static void
add_line (SoleusGuideSearch *self,
          guint              guide,
          LineKind           kind,
          const char        *text)
{
  Line line = { guide, kind, text };
  g_autoptr (GArray) tokens = NULL;
  guint number = self->lines->len;

  if (text == NULL)
    return;
  tokens = split (text);
  g_array_append_val (self->lines, line);
  for (guint i = 0; i < tokens->len; i++)
    {
      Token *token = &g_array_index (tokens, Token, i);
      Word *word = g_hash_table_lookup (self->by_text, token->folded);

      if (word == NULL)
        {
          word = g_new0 (Word, 1);
          word->text = g_steal_pointer (&token->folded);
          word->stem = dup_stem (word->text);
          word->letters = soleus_medicine_words_letters (word->text);
          word->lines = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (self->words, word);
          g_hash_table_insert (self->by_text, word->text, word);
        }
      if (word->lines->len == 0 || g_array_index (word->lines, guint, word->lines->len - 1) != number)
        g_array_append_val (word->lines, number);
    }
}

static void
add_lines (SoleusGuideSearch *self,
           guint              guide,
           GPtrArray         *lines)
{
  for (guint i = 0; i < lines->len; i++)
    add_line (self, guide, LINE_TEXT, ((SoleusLine *) g_ptr_array_index (lines, i))->text);
}

static void
add_guide (SoleusGuideSearch *self,
           guint              number,
           const SoleusGuide *guide)
{
  add_line (self, number, LINE_TITLE, guide->title);
  for (guint i = 0; guide->words != NULL && guide->words[i] != NULL; i++)
    add_line (self, number, LINE_WORDS, guide->words[i]);
  add_line (self, number, LINE_SUMMARY, guide->summary);
  add_lines (self, number, guide->steps);
  add_lines (self, number, guide->care);
  for (guint i = 0; i < guide->sections->len; i++)
    {
      const SoleusSection *section = g_ptr_array_index (guide->sections, i);

      for (guint k = 0; k < section->claims->len; k++)
        {
          const SoleusClaim *claim = g_ptr_array_index (section->claims, k);

          add_line (self, number, LINE_TEXT, claim->line.text);
          add_line (self, number, LINE_TEXT, claim->detail);
          add_line (self, number, LINE_TEXT, claim->differs);
        }
    }
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(Word *const *) a)->text, (*(Word *const *) b)->text);
}

/**
 * soleus_guide_search_new:
 * @guides: guides, which must live longer
 *
 * Returns: (transfer full): a search over them
 */
SoleusGuideSearch *
soleus_guide_search_new (const SoleusGuides *guides)
{
  SoleusGuideSearch *self = g_new0 (SoleusGuideSearch, 1);

  self->guides = soleus_guides_get_all (guides);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->words = g_ptr_array_new_with_free_func (word_free);
  self->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->guides->len; i++)
    add_guide (self, i, g_ptr_array_index (self->guides, i));
  g_ptr_array_sort (self->words, compare_words);
  return self;
}

/**
 * soleus_guide_search_free:
 * @self: (nullable) (transfer full): a search
 */
void
soleus_guide_search_free (SoleusGuideSearch *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_text);
  g_ptr_array_unref (self->words);
  g_array_unref (self->lines);
  g_free (self);
}

/* What one word of the query stands for: for each line how well it is met, and the words that meet it. */
typedef struct
{
  double *lines;
  GHashTable *words; /* the texts, borrowed */
  const char *near;  /* the nearest, where a slip was made */
} Match;

static void
match_word (SoleusGuideSearch *self,
            Match             *match,
            Word              *word,
            double             quality)
{
  g_hash_table_add (match->words, word->text);
  for (guint i = 0; i < word->lines->len; i++)
    {
      double *line = &match->lines[g_array_index (word->lines, guint, i)];

      *line = MAX (*line, quality);
    }
}

/* The first word that does not come before TEXT. */
static guint
find_first (SoleusGuideSearch *self,
            const char        *text)
{
  guint from = 0, to = self->words->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (strcmp (((Word *) g_ptr_array_index (self->words, middle))->text, text) < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static void
match_near (SoleusGuideSearch *self,
            Match             *match,
            const char        *text)
{
  guint length = (guint) strlen (text);
  guint32 letters = soleus_medicine_words_letters (text);
  guint best = G_MAXUINT;
  Word *nearest = NULL;

  if (!g_str_is_ascii (text))
    return;
  for (guint i = 0; i < self->words->len; i++)
    {
      Word *word = g_ptr_array_index (self->words, i);
      guint allowed = MIN (soleus_medicine_words_allow (length, (guint) strlen (word->text)), best);
      guint distance;

      if (allowed == 0 || !g_str_is_ascii (word->text) || (guint) __builtin_popcount (letters ^ word->letters) > 2 * allowed)
        continue;
      distance = soleus_medicine_words_distance (text, word->text, allowed);
      if (distance <= allowed && (nearest == NULL || distance < best || word->lines->len > nearest->lines->len))
        {
          best = distance;
          nearest = word;
        }
    }
  if (nearest == NULL)
    return;
  match->near = nearest->text;
  for (guint i = 0; i < self->words->len; i++)
    if (g_str_equal (((Word *) g_ptr_array_index (self->words, i))->stem, nearest->stem))
      match_word (self, match, g_ptr_array_index (self->words, i), NEAR);
}

static void
match_query_word (SoleusGuideSearch *self,
                  Match             *match,
                  const char        *text,
                  gboolean           as_typed)
{
  g_autofree char *stem = dup_stem (text);
  Word *exact = g_hash_table_lookup (self->by_text, text);

  match->lines = g_new0 (double, self->lines->len);
  match->words = g_hash_table_new (g_str_hash, g_str_equal);
  match->near = NULL;
  for (guint i = find_first (self, text); i < self->words->len && g_str_has_prefix (((Word *) g_ptr_array_index (self->words, i))->text, text); i++)
    match_word (self, match, g_ptr_array_index (self->words, i), BEGINS);
  for (guint i = find_first (self, stem); i < self->words->len && g_str_has_prefix (((Word *) g_ptr_array_index (self->words, i))->text, stem); i++)
    if (g_str_equal (((Word *) g_ptr_array_index (self->words, i))->stem, stem))
      match_word (self, match, g_ptr_array_index (self->words, i), SAME_STEM);
  if (exact != NULL)
    match_word (self, match, exact, EXACT);
  if (g_hash_table_size (match->words) == 0 && !as_typed)
    match_near (self, match, text);
}

static void
match_clear (gpointer data)
{
  Match *match = data;

  g_free (match->lines);
  g_hash_table_unref (match->words);
}

/* Where in TEXT words stand that were found. */
static GArray *
find_marks (const char *text,
            GArray     *matches)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) tokens = split (text);

  for (guint i = 0; i < tokens->len; i++)
    for (guint k = 0; k < matches->len; k++)
      {
        const Token *token = &g_array_index (tokens, Token, i);

        if (g_hash_table_contains (g_array_index (matches, Match, k).words, token->folded))
          {
            guint mark[2] = { (guint) token->from, (guint) token->to };

            g_array_append_vals (marks, mark, 2);
            break;
          }
      }
  return marks;
}

typedef struct
{
  guint guide;
  double score;
  guint line;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *x = a, *y = b;

  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;
  return x->guide < y->guide ? -1 : 1;
}

/* Weighs one guide, whose lines go from @from to before @to. */
static gboolean
weigh (SoleusGuideSearch *self,
       GArray            *matches,
       guint              from,
       guint              to,
       Found             *found)
{
  double best_line = 0;

  for (guint k = 0; k < matches->len; k++)
    {
      const double *lines = g_array_index (matches, Match, k).lines;
      double best = 0, rest = 0;

      for (guint i = from; i < to; i++)
        {
          double value = lines[i] * line_weights[g_array_index (self->lines, Line, i).kind];

          best = MAX (best, value);
          rest += value > 0 ? 0.05 : 0;
        }
      if (best == 0)
        return FALSE;
      found->score += best + MIN (rest, 0.5);
    }
  if (((const SoleusGuide *) g_ptr_array_index (self->guides, found->guide))->steps->len > 0)
    found->score += HAS_STEPS;
  /* All words in one line count more than here and there. */
  for (guint i = from; i < to; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double value = 0;
      gboolean all = TRUE;

      for (guint k = 0; k < matches->len; k++)
        {
          value += g_array_index (matches, Match, k).lines[i];
          all = all && g_array_index (matches, Match, k).lines[i] > 0;
        }
      if (all && matches->len > 1)
        found->score += line_weights[line->kind] / 2;
      if (line->kind != LINE_TITLE && line->kind != LINE_WORDS && value > best_line)
        {
          best_line = value;
          found->line = i;
        }
    }
  return TRUE;
}

static void
hit_free (gpointer data)
{
  SoleusHit *hit = data;

  g_array_unref (hit->marks);
  g_array_unref (hit->title_marks);
  g_free (hit);
}

static SoleusHit *
make_hit (SoleusGuideSearch *self,
          GArray            *matches,
          const Found       *found)
{
  SoleusHit *hit = g_new0 (SoleusHit, 1);

  hit->guide = g_ptr_array_index (self->guides, found->guide);
  hit->line = found->line != G_MAXUINT ? g_array_index (self->lines, Line, found->line).text : hit->guide->summary;
  hit->marks = find_marks (hit->line, matches);
  hit->title_marks = find_marks (hit->guide->title, matches);
  return hit;
}

/* The words of the query that are looked for, each with what it stands for. */
static GArray *
match_query (SoleusGuideSearch *self,
             const char        *query,
             gboolean           as_typed,
             char             **corrected)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));
  g_autoptr (GArray) tokens = split (query);
  g_autoptr (GString) better = g_string_new (NULL);
  gboolean any_near = FALSE;

  g_array_set_clear_func (matches, match_clear);
  for (guint i = 0; i < tokens->len && matches->len < MOST_QUERY_WORDS; i++)
    {
      const char *text = g_array_index (tokens, Token, i).folded;
      gboolean is_last = i + 1 == tokens->len;
      Match match;

      if (!is_last && g_strv_contains (small_words, text))
        {
          g_string_append_printf (better, "%s%s", better->len > 0 ? " " : "", text);
          continue;
        }
      match_query_word (self, &match, text, as_typed);
      any_near = any_near || match.near != NULL;
      g_string_append_printf (better, "%s%s", better->len > 0 ? " " : "", match.near != NULL ? match.near : text);
      g_array_append_val (matches, match);
    }
  if (any_near)
    *corrected = g_string_free (g_steal_pointer (&better), FALSE);
  return matches;
}

/**
 * soleus_guide_search_find:
 * @self: a search
 * @query: what was typed
 * @as_typed: whether it is taken as it is, without looking for slips of the pen
 *
 * Returns: (transfer full): what was found
 */
SoleusHits *
soleus_guide_search_find (SoleusGuideSearch *self,
                          const char        *query,
                          gboolean           as_typed)
{
  SoleusHits *hits = g_new0 (SoleusHits, 1);
  g_autoptr (GArray) matches = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint from = 0;

  hits->hits = g_ptr_array_new_with_free_func (hit_free);
  if (strlen (query) > MOST_QUERY_BYTES || !g_utf8_validate (query, -1, NULL))
    return hits;
  matches = match_query (self, query, as_typed, &hits->corrected);
  while (matches->len > 0 && from < self->lines->len)
    {
      guint guide = g_array_index (self->lines, Line, from).guide, to = from;
      Found one = { guide, 0, G_MAXUINT };

      while (to < self->lines->len && g_array_index (self->lines, Line, to).guide == guide)
        to++;
      if (weigh (self, matches, from, to, &one))
        g_array_append_val (found, one);
      from = to;
    }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (hits->hits, make_hit (self, matches, &g_array_index (found, Found, i)));
  return hits;
}

/**
 * soleus_hits_free:
 * @self: (nullable) (transfer full): what was found
 */
void
soleus_hits_free (SoleusHits *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->hits);
  g_free (self->corrected);
  g_free (self);
}
