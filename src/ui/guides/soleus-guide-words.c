/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of the content become sentences here, so that they can be translated with their plurals. */
#include "config.h"

#include "ui/guides/soleus-guide-words.h"

#include <glib/gi18n.h>

static void
add (GString    *text,
     const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static char *
say_seconds (const SoleusHold *hold)
{
  g_autofree char *seconds = g_strdup_printf (ngettext ("%u second", "%u seconds", hold->seconds), hold->seconds);

  if (hold->repeats > 1 && hold->sides)
    /* Translators: how long and how often a stretch is held: "10 seconds, 3 times, each leg." */
    return g_strdup_printf (ngettext ("%s, %u time, each leg.", "%s, %u times, each leg.", hold->repeats), seconds, hold->repeats);
  if (hold->repeats > 1)
    return g_strdup_printf (ngettext ("%s, %u time.", "%s, %u times.", hold->repeats), seconds, hold->repeats);
  return g_strdup_printf (hold->sides ? _("%s, each leg.") : _("%s."), seconds);
}

static char *
say_minutes (const SoleusHold *hold)
{
  if (hold->minutes[0] == hold->minutes[1])
    return g_strdup_printf (ngettext ("%u minute.", "%u minutes.", hold->minutes[0]), hold->minutes[0]);
  return g_strdup_printf (_("%u to %u minutes."), hold->minutes[0], hold->minutes[1]);
}

/**
 * soleus_guide_words_hold:
 * @hold: how long and how often
 *
 * Returns: (transfer full) (nullable): the same in sentences, or %NULL where nothing is said
 */
char *
soleus_guide_words_hold (const SoleusHold *hold)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (hold->until_eased)
    add (text, _("In a cramp: until it lets go."));
  if (hold->seconds > 0)
    {
      g_autofree char *seconds = say_seconds (hold);

      if (hold->until_eased)
        add (text, _("To prevent cramps:"));
      add (text, seconds);
    }
  if (hold->rest > 0)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("Rest %u second between.", "Rest %u seconds between.", hold->rest), hold->rest);

      add (text, rest);
    }
  if (hold->moves > 0)
    {
      g_autofree char *moves = g_strdup_printf (ngettext ("About %u slow move.", "About %u slow moves.", hold->moves), hold->moves);

      add (text, moves);
    }
  if (hold->minutes[0] > 0)
    {
      g_autofree char *minutes = say_minutes (hold);

      add (text, minutes);
    }
  if (hold->text != NULL)
    add (text, hold->text);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * soleus_guide_words_line:
 * @guide: a guide
 *
 * Returns: (transfer full): the line below its title on a card: how long, or what it is
 */
char *
soleus_guide_words_line (const SoleusGuide *guide)
{
  SoleusHold hold = guide->hold;
  char *line;

  hold.rest = 0;
  if (hold.seconds > 0)
    hold.until_eased = FALSE;
  line = soleus_guide_words_hold (&hold);
  return line != NULL ? line : g_strdup (guide->summary);
}

/**
 * soleus_guide_words_known:
 * @known: what is known
 *
 * Returns: (transfer none): the same as a short tag
 */
const char *
soleus_guide_words_known (SoleusKnown known)
{
  static const char *const words[] = {
    N_("Several sources agree"), N_("One source"), N_("Sources disagree"), N_("Studies disagree"), N_("Not proven"), N_("Our own choice")
  };

  return _(words[known]);
}

/**
 * soleus_guide_words_explain:
 * @known: what is known
 *
 * Returns: (transfer none): what the tag means
 */
const char *
soleus_guide_words_explain (SoleusKnown known)
{
  static const char *const words[] = {
    N_("More than one source says this, and none of ours says otherwise."),
    N_("One source says this. We found no other one."),
    N_("Our sources do not agree about this."),
    N_("Studies came to different results."),
    N_("It is often said, but not well studied."),
    N_("No source gives this. We chose it, and say why."),
  };

  return _(words[known]);
}

/**
 * soleus_guide_words_sources:
 * @content: the sources
 * @sources: (nullable) (array zero-terminated=1): ids
 *
 * Returns: (transfer full) (element-type utf8): a line for each: its title, who published it, when
 */
GPtrArray *
soleus_guide_words_sources (const SoleusContent *content,
                            char               **sources)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    {
      const SoleusSource *source = soleus_content_get_source (content, sources[i]);

      if (source == NULL)
        continue;
      if (source->kind == SOLEUS_SOURCE_ARTICLE)
        /* Translators: an article, its title, its publisher */
        g_ptr_array_add (lines, g_strdup_printf (_("Article: %s. %s"), source->title, source->publisher));
      else
        /* Translators: public guidance or a study, its title, its publisher */
        g_ptr_array_add (lines, g_strdup_printf (_("Guidance: %s. %s"), source->title, source->publisher));
    }
  return lines;
}
