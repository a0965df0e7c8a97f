/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left out for the person on the screen is left out on paper too. */
#include "config.h"

#include "ui/guides/soleus-guide-print.h"

#include <glib/gi18n.h>

#include "ui/guides/soleus-guide-words.h"
#include "ui/widgets/soleus-paper.h"

static void
add_lines (SoleusPaper *paper,
           GPtrArray   *lines,
           SoleusLimits limits,
           gboolean     numbered)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const SoleusLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = NULL;

      if (!soleus_line_is_shown (line, limits))
        continue;
      n++;
      text = numbered ? g_strdup_printf ("%u.  %s", n, line->text) : g_strdup_printf ("•  %s", line->text);
      soleus_paper_add_line (paper, text);
    }
}

static void
add_foods (SoleusPaper *paper,
           GPtrArray   *foods,
           gboolean     with_potassium)
{
  soleus_paper_add_gap (paper);
  for (guint i = 0; foods != NULL && i < foods->len; i++)
    {
      const SoleusFood *food = g_ptr_array_index (foods, i);
      g_autofree char *line = with_potassium ? g_strdup_printf (_("%s, %s: potassium %u mg, calcium %u mg, magnesium %u mg"), food->name, food->serving, food->potassium_mg, food->calcium_mg, food->magnesium_mg)
                                             : g_strdup_printf (_("%s, %s: calcium %u mg, magnesium %u mg"), food->name, food->serving, food->calcium_mg, food->magnesium_mg);

      soleus_paper_add_line (paper, line);
    }
}

static void
collect (GPtrArray *ids,
         char     **sources)
{
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (ids, sources[i], g_str_equal, NULL))
      g_ptr_array_add (ids, sources[i]);
}

static void
add_sections (SoleusPaper       *paper,
              const SoleusGuide *guide,
              SoleusLimits       limits,
              GPtrArray         *ids)
{
  for (guint i = 0; i < guide->sections->len; i++)
    {
      const SoleusSection *section = g_ptr_array_index (guide->sections, i);

      soleus_paper_add_gap (paper);
      soleus_paper_add_head (paper, section->title);
      for (guint k = 0; k < section->claims->len; k++)
        {
          const SoleusClaim *claim = g_ptr_array_index (section->claims, k);
          g_autofree char *text = NULL;

          if (!soleus_line_is_shown (&claim->line, limits))
            continue;
          text = g_strdup_printf ("•  %s (%s)", claim->line.text, soleus_guide_words_known (claim->known));
          soleus_paper_add_line (paper, text);
          collect (ids, claim->sources);
        }
    }
}

/**
 * soleus_guide_print_prepare:
 * @library: the guides, which must live until it is printed
 * @content: the sources
 * @guide: a guide
 * @limits: what holds for the person
 *
 * Returns: (transfer full): what prints it
 */
GtkPrintOperation *
soleus_guide_print_prepare (SoleusLibrary       *library,
                            const SoleusContent *content,
                            const SoleusGuide   *guide,
                            SoleusLimits         limits)
{
  SoleusPaper *paper = soleus_paper_new (guide->title);
  const SoleusFigure *figure = soleus_library_get_guide_figure (library, guide, limits);
  gboolean left_out = (guide->left_out_when & limits) != 0;
  g_autofree char *hold = soleus_guide_words_hold (&guide->hold);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = NULL;

  soleus_paper_add_title (paper, guide->title);
  soleus_paper_add_line (paper, guide->summary);
  collect (ids, guide->sources);
  if (figure != NULL && !left_out)
    soleus_paper_set_figure (paper, soleus_library_get_figures (library), figure);
  if (guide->steps->len > 0 && !left_out)
    {
      soleus_paper_add_gap (paper);
      soleus_paper_add_head (paper, _("Steps"));
      add_lines (paper, guide->steps, limits, TRUE);
      if (hold != NULL)
        soleus_paper_add_line (paper, hold);
    }
  if (guide->care->len > 0)
    {
      soleus_paper_add_gap (paper);
      soleus_paper_add_head (paper, _("Take care"));
      add_lines (paper, guide->care, limits, FALSE);
    }
  add_sections (paper, guide, limits, ids);
  if (guide->shows_foods)
    add_foods (paper, soleus_library_get_foods (library), (limits & SOLEUS_LIMIT_POTASSIUM_CARE) == 0);
  g_ptr_array_add (ids, NULL);
  sources = soleus_guide_words_sources (content, (char **) ids->pdata);
  soleus_paper_add_gap (paper);
  soleus_paper_add_head (paper, _("Who says so"));
  for (guint i = 0; i < sources->len; i++)
    soleus_paper_add_line (paper, g_ptr_array_index (sources, i));
  soleus_paper_add_line (paper, _("Based on general information; not reviewed for you personally."));
  return soleus_paper_prepare (paper);
}
