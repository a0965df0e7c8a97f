/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one guide, of ours or from a person's own file, and checks everything that can be seen without the other guides. */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "guidance/soleus-guide-private.h"

/* More than anybody reads; a file beyond it is refused. */
#define MOST_LINES 100

static const char *const known_words[] = { "several", "one", "sources-disagree", "studies-disagree", "unproven", "own-choice" };

/* A text of the guide, translated if it is one of ours. */
typedef struct
{
  const char *context; /* NULL for a person's own */
} Reader;

static char *
translate (const Reader *reader,
           const char   *text)
{
  return g_strdup (reader->context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, reader->context, text) : text);
}

/* Leaves @found as it is where there is no such member. */
static gboolean
find_text (const SoleusPlace *parent,
           const char        *key,
           SoleusPlace       *place,
           const char       **found,
           GError           **error)
{
  *place = soleus_place_get_member (parent, key);
  return place->node == NULL || soleus_place_read_text (place, found, error);
}

static gboolean
read_text (const Reader      *reader,
           const SoleusPlace *parent,
           const char        *key,
           char             **text,
           GError           **error)
{
  SoleusPlace place;
  const char *found = NULL;

  if (!find_text (parent, key, &place, &found, error))
    return FALSE;
  if (found != NULL)
    *text = translate (reader, found);
  return TRUE;
}

static gboolean
read_id (const SoleusPlace *parent,
         const char        *key,
         char             **id,
         GError           **error)
{
  SoleusPlace place;
  const char *found = NULL;

  if (!find_text (parent, key, &place, &found, error))
    return FALSE;
  if (found == NULL)
    return TRUE;
  if (strlen (found) > 80 || !g_ascii_isalnum (*found) || strspn (found, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != strlen (found))
    return soleus_place_fail (&place, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is made of letters, digits and hyphens"));
  *id = g_strdup (found);
  return TRUE;
}

static gboolean
read_ids (const SoleusPlace *parent,
          const char        *key,
          char            ***ids,
          GError           **error)
{
  SoleusPlace place = soleus_place_get_member (parent, key);

  if (place.node == NULL)
    return TRUE;
  *ids = soleus_place_read_ids (&place, error);
  return *ids != NULL;
}

static gboolean
read_limits (const SoleusPlace *parent,
             const char        *key,
             SoleusLimits      *limits,
             GError           **error)
{
  SoleusPlace place = soleus_place_get_member (parent, key);
  guint length = 0;

  if (place.node == NULL)
    return TRUE;
  if (!soleus_place_read_list (&place, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace element = soleus_place_get_element (&place, i);
      const char *word = NULL;

      if (!soleus_place_read_text (&element, &word, error))
        return FALSE;
      if (soleus_limit_find (word) == SOLEUS_LIMIT_NONE)
        return soleus_place_fail (&element, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is not known"));
      *limits |= soleus_limit_find (word);
    }
  return TRUE;
}

/* The parts of a line, which a claim has too. */
static gboolean
read_line_parts (const Reader      *reader,
                 const SoleusPlace *place,
                 SoleusLine        *line,
                 GError           **error)
{
  if (!read_text (reader, place, "text", &line->text, error) || !read_text (reader, place, "left_out", &line->left_out, error) ||
      !read_limits (place, "left_out_when", &line->left_out_when, error) || !read_limits (place, "only_when", &line->only_when, error))
    return FALSE;
  if ((line->left_out != NULL) != (line->left_out_when != SOLEUS_LIMIT_NONE))
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_MISSING, _("needs left_out and left_out_when together"));
  return TRUE;
}

/**
 * soleus_line_read:
 * @place: an object with the parts of a line, among others
 * @context: (nullable): the context of its translation, or %NULL if it is not translated
 * @line: the line to fill
 * @error: return location
 *
 * Returns: whether the parts are as they should be
 */
gboolean
soleus_line_read (const SoleusPlace *place,
                  const char        *context,
                  SoleusLine        *line,
                  GError           **error)
{
  const Reader reader = { context };

  return read_line_parts (&reader, place, line, error);
}

static gboolean
read_line (const Reader      *reader,
           const SoleusPlace *place,
           SoleusLine        *line,
           GError           **error)
{
  static const char *const needed[] = { "text", NULL };
  static const char *const optional[] = { "left_out_when", "left_out", "only_when", NULL };
  const char *text = NULL;

  if (place->node != NULL && JSON_NODE_HOLDS_OBJECT (place->node))
    return soleus_place_check_object (place, needed, optional, error) && read_line_parts (reader, place, line, error);
  if (!soleus_place_read_text (place, &text, error))
    return FALSE;
  line->text = translate (reader, text);
  return TRUE;
}

static gboolean
read_lines (const Reader      *reader,
            const SoleusPlace *parent,
            const char        *key,
            GPtrArray         *lines,
            GError           **error)
{
  SoleusPlace place = soleus_place_get_member (parent, key);
  guint length = 0;

  if (place.node == NULL)
    return TRUE;
  if (!soleus_place_read_list (&place, &length, error))
    return FALSE;
  if (length == 0 || length > MOST_LINES)
    return soleus_place_fail (&place, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is empty or too long"));
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace element = soleus_place_get_element (&place, i);
      g_autoptr (SoleusLine) line = g_new0 (SoleusLine, 1);

      if (!read_line (reader, &element, line, error))
        return FALSE;
      g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  return TRUE;
}

/* What each word asks of the rest: two sides for a disagreement, a word about what is known where it is not plain. */
static gboolean
check_claim (const SoleusPlace *place,
             const SoleusClaim *claim,
             GError           **error)
{
  guint n = g_strv_length (claim->sources);
  gboolean own = g_strv_contains ((const char *const *) claim->sources, "own");
  gboolean needs_detail = claim->known >= SOLEUS_KNOWN_STUDIES_DISAGREE;
  gboolean right = TRUE;

  if (claim->known == SOLEUS_KNOWN_SEVERAL || claim->known == SOLEUS_KNOWN_SOURCES_DISAGREE)
    right = n >= 2;
  else if (claim->known == SOLEUS_KNOWN_ONE)
    right = n == 1 && !own;
  else if (claim->known == SOLEUS_KNOWN_OWN_CHOICE)
    right = own;
  if (n == 0 || !right)
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("has sources that do not fit what is known"));
  if ((needs_detail && claim->detail == NULL) || (claim->known == SOLEUS_KNOWN_SOURCES_DISAGREE && claim->differs == NULL))
    return soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_MISSING, _("does not say what is known"));
  return TRUE;
}

static gboolean
read_claim (const Reader      *reader,
            const SoleusPlace *place,
            SoleusClaim       *claim,
            GError           **error)
{
  static const char *const needed[] = { "text", "known", "sources", NULL };
  static const char *const optional[] = { "facts", "detail", "differs", "left_out_when", "left_out", "only_when", NULL };
  SoleusPlace known;
  const char *word = NULL;
  guint i = 0;

  if (!soleus_place_check_object (place, needed, optional, error) || !read_line_parts (reader, place, &claim->line, error) ||
      !read_text (reader, place, "detail", &claim->detail, error) || !read_text (reader, place, "differs", &claim->differs, error) ||
      !read_ids (place, "sources", &claim->sources, error) || !read_ids (place, "facts", &claim->facts, error))
    return FALSE;
  known = soleus_place_get_member (place, "known");
  if (!soleus_place_read_text (&known, &word, error))
    return FALSE;
  while (i < G_N_ELEMENTS (known_words) && !g_str_equal (known_words[i], word))
    i++;
  if (i == G_N_ELEMENTS (known_words))
    return soleus_place_fail (&known, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is not known"));
  claim->known = (SoleusKnown) i;
  return check_claim (place, claim, error);
}

static gboolean
read_section (const Reader      *reader,
              const SoleusPlace *place,
              SoleusSection     *section,
              GError           **error)
{
  static const char *const needed[] = { "title", "claims", NULL };
  SoleusPlace claims;
  guint length = 0;

  section->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_claim_free);
  if (!soleus_place_check_object (place, needed, NULL, error) || !read_text (reader, place, "title", &section->title, error))
    return FALSE;
  claims = soleus_place_get_member (place, "claims");
  if (!soleus_place_read_list (&claims, &length, error))
    return FALSE;
  if (length == 0 || length > MOST_LINES)
    return soleus_place_fail (&claims, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is empty or too long"));
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace element = soleus_place_get_element (&claims, i);
      g_autoptr (SoleusClaim) claim = g_new0 (SoleusClaim, 1);

      if (!read_claim (reader, &element, claim, error))
        return FALSE;
      g_ptr_array_add (section->claims, g_steal_pointer (&claim));
    }
  return TRUE;
}

static gboolean
read_sections (const Reader      *reader,
               const SoleusPlace *parent,
               GPtrArray         *sections,
               GError           **error)
{
  SoleusPlace place = soleus_place_get_member (parent, "sections");
  guint length = 0;

  if (place.node == NULL)
    return TRUE;
  if (!soleus_place_read_list (&place, &length, error))
    return FALSE;
  if (length == 0 || length > MOST_LINES)
    return soleus_place_fail (&place, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is empty or too long"));
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace element = soleus_place_get_element (&place, i);
      SoleusSection *section = g_new0 (SoleusSection, 1);

      g_ptr_array_add (sections, section);
      if (!read_section (reader, &element, section, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_number (const SoleusPlace *parent,
             const char        *key,
             gint64             most,
             guint             *value,
             GError           **error)
{
  SoleusPlace place = soleus_place_get_member (parent, key);

  return place.node == NULL || soleus_place_read_integer (&place, 1, most, value, error);
}

static gboolean
read_flag (const SoleusPlace *parent,
           const char        *key,
           gboolean          *value,
           GError           **error)
{
  SoleusPlace place = soleus_place_get_member (parent, key);

  return place.node == NULL || soleus_place_read_boolean (&place, value, error);
}

static gboolean
read_minutes (const SoleusPlace *parent,
              guint              minutes[2],
              GError           **error)
{
  SoleusPlace place = soleus_place_get_member (parent, "minutes");
  guint length = 0;

  if (place.node == NULL)
    return TRUE;
  if (!soleus_place_read_list (&place, &length, error))
    return FALSE;
  if (length != 1 && length != 2)
    return soleus_place_fail (&place, error, SOLEUS_GUIDANCE_ERROR_VALUE, _("is one number or two"));
  for (guint i = 0; i < length; i++)
    {
      SoleusPlace element = soleus_place_get_element (&place, i);

      if (!soleus_place_read_integer (&element, i == 0 ? 1 : minutes[0], 600, &minutes[i], error))
        return FALSE;
    }
  if (length == 1)
    minutes[1] = minutes[0];
  return TRUE;
}

static gboolean
read_hold (const Reader      *reader,
           const SoleusPlace *parent,
           SoleusHold        *hold,
           GError           **error)
{
  static const char *const none[] = { NULL };
  static const char *const optional[] = { "until_eased", "seconds", "repeats", "rest", "sides", "moves", "minutes", "text", NULL };
  SoleusPlace place = soleus_place_get_member (parent, "hold");

  if (place.node == NULL)
    return TRUE;
  return soleus_place_check_object (&place, none, optional, error) && read_flag (&place, "until_eased", &hold->until_eased, error) &&
         read_number (&place, "seconds", 3600, &hold->seconds, error) && read_number (&place, "repeats", 100, &hold->repeats, error) &&
         read_number (&place, "rest", 600, &hold->rest, error) && read_flag (&place, "sides", &hold->sides, error) &&
         read_number (&place, "moves", 100, &hold->moves, error) && read_minutes (&place, hold->minutes, error) &&
         read_text (reader, &place, "text", &hold->text, error);
}

/**
 * soleus_guide_read:
 * @place: a guide in a document
 * @is_own: whether a person added it: then claims may be missing, and nothing is translated
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the guide, or %NULL with an error of %SOLEUS_GUIDANCE_ERROR that names the place
 */
SoleusGuide *
soleus_guide_read (const SoleusPlace *place,
                   gboolean           is_own,
                   GError           **error)
{
  static const char *const needed[] = { "id", "title", "summary", "sections", NULL };
  static const char *const needed_of_own[] = { "id", "title", "summary", "steps", NULL };
  static const char *const optional[] = {
    "card", "figure", "muscles", "words", "left_out_when", "instead", "steps", "hold", "sources", "facts", "care", "sections", "table", "see", NULL
  };
  g_autoptr (SoleusGuide) self = soleus_guide_new ();
  g_autofree char *context = NULL, *table = NULL, *card = NULL;
  Reader reader = { NULL };

  self->is_own = is_own;
  if (!soleus_place_check_object (place, is_own ? needed_of_own : needed, optional, error) || !read_id (place, "id", &self->id, error))
    return NULL;
  if (!is_own)
    reader.context = context = g_strconcat ("guide-", self->id, NULL);
  if (!read_text (&reader, place, "title", &self->title, error) || !read_text (&reader, place, "summary", &self->summary, error) ||
      !read_id (place, "card", &card, error) || !read_id (place, "figure", &self->figure, error) || !read_ids (place, "muscles", &self->muscles, error) ||
      !read_ids (place, "words", &self->words, error) || !read_limits (place, "left_out_when", &self->left_out_when, error) ||
      !read_id (place, "instead", &self->instead, error) || !read_lines (&reader, place, "steps", self->steps, error) ||
      !read_hold (&reader, place, &self->hold, error) || !read_ids (place, "sources", &self->sources, error) || !read_ids (place, "facts", &self->facts, error) ||
      !read_lines (&reader, place, "care", self->care, error) || !read_sections (&reader, place, self->sections, error) ||
      !read_id (place, "table", &table, error) || !read_ids (place, "see", &self->see, error))
    return NULL;
  self->shows_foods = g_strcmp0 (table, "foods") == 0;
  if (!is_own && self->steps->len > 0 && self->sources == NULL)
    {
      soleus_place_fail (place, error, SOLEUS_GUIDANCE_ERROR_MISSING, _("does not say who says the steps"));
      return NULL;
    }
  return g_steal_pointer (&self);
}
