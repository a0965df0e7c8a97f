/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guides in a terminal: a list, one guide with who says what, a search. Nothing is left out for anybody here. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <glib/gi18n.h>

#include "app/soleus-guidance.h"
#include "guidance/soleus-guide-search.h"

static const char *const known_words[] = { "several", "one", "sources-disagree", "studies-disagree", "unproven", "own-choice" };

static void
write_words (SoleusJsonWriter *writer,
             const char       *key,
             char            **words)
{
  if (words == NULL)
    return;
  soleus_json_writer_key (writer, key);
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; words[i] != NULL; i++)
    soleus_json_writer_string (writer, words[i]);
  soleus_json_writer_end_array (writer);
}

static void
write_lines (SoleusJsonWriter *writer,
             const char       *key,
             GPtrArray        *lines)
{
  soleus_json_writer_key (writer, key);
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < lines->len; i++)
    soleus_json_writer_string (writer, ((SoleusLine *) g_ptr_array_index (lines, i))->text);
  soleus_json_writer_end_array (writer);
}

static void
write_head (SoleusJsonWriter  *writer,
            const SoleusGuide *guide)
{
  soleus_ctl_json_word (writer, "id", guide->id);
  soleus_ctl_json_word (writer, "group", guide->group);
  soleus_ctl_json_word (writer, "title", guide->title);
  soleus_ctl_json_word (writer, "summary", guide->summary);
}

static void
write_claim (SoleusJsonWriter  *writer,
             const SoleusClaim *claim)
{
  soleus_json_writer_begin_object (writer);
  soleus_ctl_json_word (writer, "text", claim->line.text);
  soleus_ctl_json_word (writer, "known", known_words[claim->known]);
  write_words (writer, "sources", claim->sources);
  write_words (writer, "facts", claim->facts);
  soleus_ctl_json_word (writer, "detail", claim->detail);
  soleus_ctl_json_word (writer, "differs", claim->differs);
  soleus_json_writer_end_object (writer);
}

static SoleusCtlExit
list_guides (SoleusCtl          *self,
             const SoleusGuides *guides)
{
  GPtrArray *all = soleus_guides_get_all (guides);
  g_autoptr (SoleusJsonWriter) writer = NULL;

  if (self->options[SOLEUS_CTL_JSON] == NULL)
    {
      for (guint i = 0; i < all->len; i++)
        {
          const SoleusGuide *guide = g_ptr_array_index (all, i);

          fprintf (self->out, "%-22s %s\n", guide->id, guide->title);
        }
      return SOLEUS_CTL_DONE;
    }
  writer = soleus_ctl_json_new (self);
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < all->len; i++)
    {
      soleus_json_writer_begin_object (writer);
      write_head (writer, g_ptr_array_index (all, i));
      soleus_json_writer_end_object (writer);
    }
  soleus_json_writer_end_array (writer);
  return soleus_ctl_tell_json (self, writer);
}

static SoleusCtlExit
show_json (SoleusCtl         *self,
           const SoleusGuide *guide)
{
  g_autoptr (SoleusJsonWriter) writer = soleus_ctl_json_new (self);

  soleus_json_writer_begin_object (writer);
  write_head (writer, guide);
  write_lines (writer, "steps", guide->steps);
  write_words (writer, "sources", guide->sources);
  write_lines (writer, "care", guide->care);
  soleus_json_writer_key (writer, "sections");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < guide->sections->len; i++)
    {
      const SoleusSection *section = g_ptr_array_index (guide->sections, i);

      soleus_json_writer_begin_object (writer);
      soleus_ctl_json_word (writer, "title", section->title);
      soleus_json_writer_key (writer, "claims");
      soleus_json_writer_begin_array (writer);
      for (guint k = 0; k < section->claims->len; k++)
        write_claim (writer, g_ptr_array_index (section->claims, k));
      soleus_json_writer_end_array (writer);
      soleus_json_writer_end_object (writer);
    }
  soleus_json_writer_end_array (writer);
  write_words (writer, "see", guide->see);
  soleus_json_writer_end_object (writer);
  return soleus_ctl_tell_json (self, writer);
}

static void
print_lines (SoleusCtl  *self,
             const char *title,
             GPtrArray  *lines,
             gboolean    numbered)
{
  if (lines->len == 0)
    return;
  fprintf (self->out, "\n%s\n", title);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *text = ((SoleusLine *) g_ptr_array_index (lines, i))->text;

      if (numbered)
        fprintf (self->out, "  %u. %s\n", i + 1, text);
      else
        fprintf (self->out, "  - %s\n", text);
    }
}

static void
print_claim (SoleusCtl           *self,
             const SoleusContent *content,
             const SoleusClaim   *claim)
{
  fprintf (self->out, "  - %s [%s:", claim->line.text, known_words[claim->known]);
  for (guint i = 0; claim->sources[i] != NULL; i++)
    {
      const SoleusSource *source = soleus_content_get_source (content, claim->sources[i]);

      fprintf (self->out, "%s %s", i > 0 ? ";" : "", source != NULL ? source->publisher : _("our own choice"));
    }
  fprintf (self->out, "]\n");
}

static SoleusCtlExit
show_guide (SoleusCtl           *self,
            const SoleusContent *content,
            const SoleusGuide   *guide)
{
  if (self->options[SOLEUS_CTL_JSON] != NULL)
    return show_json (self, guide);
  fprintf (self->out, "%s\n%s\n", guide->title, guide->summary);
  print_lines (self, _("Steps"), guide->steps, TRUE);
  print_lines (self, _("Take care"), guide->care, FALSE);
  for (guint i = 0; i < guide->sections->len; i++)
    {
      const SoleusSection *section = g_ptr_array_index (guide->sections, i);

      fprintf (self->out, "\n%s\n", section->title);
      for (guint k = 0; k < section->claims->len; k++)
        print_claim (self, content, g_ptr_array_index (section->claims, k));
    }
  return SOLEUS_CTL_DONE;
}

static SoleusCtlExit
search_guides (SoleusCtl          *self,
               const SoleusGuides *guides)
{
  g_autoptr (SoleusGuideSearch) search = soleus_guide_search_new (guides);
  g_autoptr (GString) query = g_string_new (NULL);
  g_autoptr (SoleusHits) hits = NULL;
  g_autoptr (SoleusJsonWriter) writer = NULL;

  for (guint i = 2; i < self->n_words; i++)
    g_string_append_printf (query, "%s%s", i > 2 ? " " : "", self->words[i]);
  hits = soleus_guide_search_find (search, query->str, FALSE);
  if (self->options[SOLEUS_CTL_JSON] == NULL)
    {
      for (guint i = 0; i < hits->hits->len; i++)
        {
          const SoleusHit *hit = g_ptr_array_index (hits->hits, i);

          fprintf (self->out, "%-22s %s: %s\n", hit->guide->id, hit->guide->title, hit->line);
        }
      return SOLEUS_CTL_DONE;
    }
  writer = soleus_ctl_json_new (self);
  soleus_json_writer_begin_object (writer);
  soleus_ctl_json_word (writer, "corrected", hits->corrected);
  soleus_json_writer_key (writer, "hits");
  soleus_json_writer_begin_array (writer);
  for (guint i = 0; i < hits->hits->len; i++)
    {
      const SoleusHit *hit = g_ptr_array_index (hits->hits, i);

      soleus_json_writer_begin_object (writer);
      soleus_ctl_json_word (writer, "id", hit->guide->id);
      soleus_ctl_json_word (writer, "title", hit->guide->title);
      soleus_ctl_json_word (writer, "line", hit->line);
      soleus_json_writer_end_object (writer);
    }
  soleus_json_writer_end_array (writer);
  soleus_json_writer_end_object (writer);
  return soleus_ctl_tell_json (self, writer);
}

/**
 * soleus_ctl_guide:
 * @self: a call
 *
 * Carries out `guide list`, `guide show ID` and `guide search WORDS`.
 *
 * Returns: the exit code
 */
SoleusCtlExit
soleus_ctl_guide (SoleusCtl *self)
{
  const char *what = self->n_words > 1 ? self->words[1] : "";
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) content = soleus_content_load (&error);
  g_autoptr (SoleusGuides) guides = NULL;
  const SoleusGuide *guide;

  if (content == NULL)
    return soleus_ctl_fail_with (self, error->message);
  guides = soleus_guides_load (content);
  soleus_guides_check (guides);
  if (g_str_equal (what, "list") && self->n_words == 2)
    return list_guides (self, guides);
  if (g_str_equal (what, "search") && self->n_words > 2)
    return search_guides (self, guides);
  if (!g_str_equal (what, "show") || self->n_words != 3)
    return soleus_ctl_refuse (self, _("guide takes list, show ID, or search WORDS."));
  guide = soleus_guides_get (guides, self->words[2]);
  if (guide == NULL)
    return soleus_ctl_fail_with (self, _("There is no such guide. “soleusctl guide list” names them all."));
  return show_guide (self, content, guide);
}
