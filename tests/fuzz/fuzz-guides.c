/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file of guides, of steps, of foods, of figures, and as a person's own exercise. They are refused with words, or
 * taken, and then the guides can be searched, the player runs to its end, and the figures are drawn. */
#include <string.h>

#include "app/soleus-player.h"
#include "base/soleus-json.h"
#include "drawing/soleus-figure.h"
#include "guidance/soleus-foods.h"
#include "guidance/soleus-guide-search.h"
#include "guidance/soleus-relief.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

static SoleusContent *content;
static SoleusFigures *figures;

static void
ensure (void)
{
  if (content == NULL)
    {
      content = soleus_content_load (NULL);
      figures = soleus_figures_load (NULL);
      g_assert_nonnull (content);
      g_assert_nonnull (figures);
    }
}

static void
check_words (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (*error->message != '\0');
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
play (const SoleusGuide *guide)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_play_step_free);
  g_autoptr (SoleusPlayer) player = NULL;

  if (!soleus_guide_is_played (guide))
    return;
  g_ptr_array_add (steps, soleus_play_step_for_guide (guide));
  player = soleus_player_new (steps);
  soleus_player_advance (player, 1e9);
  g_assert_cmpint (soleus_player_get_phase (player), ==, SOLEUS_PLAY_DONE);
}

static void
use_guides (SoleusGuides *guides)
{
  GPtrArray *all;
  g_autoptr (SoleusGuideSearch) search = NULL;
  g_autoptr (SoleusHits) hits = NULL;

  soleus_guides_check (guides);
  all = soleus_guides_get_all (guides);
  search = soleus_guide_search_new (guides);
  hits = soleus_guide_search_find (search, "calf stretc", FALSE);
  g_assert_cmpuint (hits->hits->len, <=, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      const SoleusGuide *guide = g_ptr_array_index (all, i);

      g_assert_true (soleus_guides_get (guides, guide->id) == guide);
      for (guint k = 0; guide->see != NULL && guide->see[k] != NULL; k++)
        g_assert_nonnull (soleus_guides_get (guides, guide->see[k]));
      play (guide);
    }
}

static void
draw (const SoleusFigures *body,
      const SoleusFigure  *figure)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 40);
  cairo_t *cr = cairo_create (surface);

  soleus_figure_draw (body, figure, cr, 60, 40, 0.3, SOLEUS_FIGURE_LOOK_LIGHT, FALSE);
  soleus_figure_draw (body, figure, cr, 60, 40, -1, SOLEUS_FIGURE_LOOK_NIGHT, TRUE);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
try_figures (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusFigures) own = soleus_figures_new (bytes, &error);

  if (own == NULL)
    {
      check_words (error);
      return;
    }
  for (guint i = 0; soleus_figures_list (own)[i] != NULL; i++)
    draw (own, soleus_figures_get (own, soleus_figures_list (own)[i]));
}

static void
try_own (SoleusGuides *guides,
         GBytes       *bytes)
{
  g_autoptr (JsonNode) node = soleus_json_parse (bytes, NULL, NULL);
  JsonObject *root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GError) error = NULL, figure_error = NULL;

  if (root == NULL)
    return;
  if (json_object_has_member (root, "exercise") && soleus_guides_add_own (guides, json_object_get_member (root, "exercise"), &error) == NULL)
    check_words (error);
  if (json_object_has_member (root, "figure"))
    {
      g_autoptr (SoleusFigure) figure = soleus_figure_new_from_json (figures, json_object_get_member (root, "figure"), &figure_error);

      if (figure == NULL)
        check_words (figure_error);
      else
        draw (figures, figure);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (SoleusGuides) guides = NULL;
  g_autoptr (GError) relief_error = NULL, foods_error = NULL;
  g_autoptr (SoleusRelief) relief = NULL;
  g_autoptr (GPtrArray) foods = NULL;

  ensure ();
  guides = soleus_guides_new (content);
  soleus_guides_add (guides, bytes, "file");
  try_own (guides, bytes);
  use_guides (guides);
  relief = soleus_relief_new (bytes, &relief_error);
  if (relief == NULL)
    check_words (relief_error);
  else
    g_assert_cmpuint (soleus_relief_get_steps (relief, "calf")->len, >, 0);
  foods = soleus_foods_new (bytes, &foods_error);
  if (foods == NULL)
    check_words (foods_error);
  try_figures (bytes);
  return 0;
}
