/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a figure says about itself. Title and alternative text are translated when they are asked for: the message is the
 * English text, its context the id. */
#include "config.h"

#include "drawing/soleus-figure-private.h"

#include <glib/gi18n.h>

/**
 * soleus_figures_free:
 * @self: (nullable) (transfer full): figures
 */
void
soleus_figures_free (SoleusFigures *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->list);
  g_free (self);
}

/**
 * soleus_figures_get:
 * @self: figures
 * @id: (nullable): id of a figure, such as "A3"
 *
 * Returns: (transfer none) (nullable): the figure, as long as @self lives
 */
const SoleusFigure *
soleus_figures_get (const SoleusFigures *self,
                    const char          *id)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const SoleusFigure *figure = g_ptr_array_index (self->list, i);

      if (g_strcmp0 (figure->id, id) == 0)
        return figure;
    }
  return NULL;
}

/**
 * soleus_figures_list:
 * @self: figures
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of all figures, in the order of the document
 */
const char *const *
soleus_figures_list (const SoleusFigures *self)
{
  return (const char *const *) self->ids->pdata;
}

/**
 * soleus_figures_get_ground:
 * @self: figures
 * @look: a look
 *
 * Returns: (transfer none): the ground for which the look is made; the painter itself draws none
 */
const SoleusColor *
soleus_figures_get_ground (const SoleusFigures *self,
                           SoleusFigureLook     look)
{
  return &self->palettes[MIN ((guint) look, SOLEUS_N_FIGURE_LOOKS - 1)][SOLEUS_FIGURE_COLOR_BG];
}

/**
 * soleus_figure_new_from_json:
 * @figures: whose body the figure has
 * @node: one figure in the format of those in figures.json
 * @error: return location
 *
 * Reads somebody's own figure. Fails with an error of %SOLEUS_FIGURE_ERROR, whose message names the figure and the
 * frame and can be shown. Texts of such a figure are not translated.
 *
 * Returns: (transfer full) (nullable): the figure, to be freed with soleus_figure_free()
 */
SoleusFigure *
soleus_figure_new_from_json (const SoleusFigures *figures,
                             JsonNode            *node,
                             GError             **error)
{
  SoleusFigure *self = soleus_figure_read (figures, node, 0, error);

  if (self != NULL)
    self->own = TRUE;
  return self;
}

/**
 * soleus_figure_free:
 * @self: (nullable) (transfer full): a figure
 */
void
soleus_figure_free (SoleusFigure *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->frames);
  g_array_unref (self->props);
  g_strfreev (self->cards);
  g_free (self->id);
  g_free (self->title);
  g_free (self->alt);
  g_free (self);
}

static const char *
translate (const SoleusFigure *self,
           const char         *text)
{
  g_autofree char *context = NULL;

  if (self->own)
    return text;
  context = g_strconcat ("figure-", self->id, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

/**
 * soleus_figure_get_id:
 * @self: a figure
 *
 * Returns: (transfer none): its id
 */
const char *
soleus_figure_get_id (const SoleusFigure *self)
{
  return self->id;
}

/**
 * soleus_figure_get_title:
 * @self: a figure
 *
 * Returns: (transfer none): its name, in the language of the person
 */
const char *
soleus_figure_get_title (const SoleusFigure *self)
{
  return translate (self, self->title);
}

/**
 * soleus_figure_get_alt:
 * @self: a figure
 *
 * Returns: (transfer none): what it shows, in words, in the language of the person
 */
const char *
soleus_figure_get_alt (const SoleusFigure *self)
{
  return translate (self, self->alt);
}

/**
 * soleus_figure_get_cards:
 * @self: a figure
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the cards that it belongs to
 */
const char *const *
soleus_figure_get_cards (const SoleusFigure *self)
{
  return (const char *const *) self->cards;
}

/**
 * soleus_figure_is_moving:
 * @self: a figure
 *
 * Returns: whether it looks different at different times; if not, draw it once
 */
gboolean
soleus_figure_is_moving (const SoleusFigure *self)
{
  return self->frames->len > 1;
}

/**
 * soleus_figure_is_loop:
 * @self: a figure
 *
 * Returns: whether its move goes round. If not, it moves once and then breathes in its last position.
 */
gboolean
soleus_figure_is_loop (const SoleusFigure *self)
{
  return self->loop;
}

/**
 * soleus_figure_get_seconds:
 * @self: a figure
 *
 * Returns: how many seconds the move takes up to the last frame; in a loop, once round; 0 if it does not move
 */
double
soleus_figure_get_seconds (const SoleusFigure *self)
{
  guint n = self->frames->len;
  double last = soleus_figure_get_frame_seconds (self, n - 1);

  /* A loop goes back to its first frame as fast as it came to the last. */
  return self->loop ? 2 * last - soleus_figure_get_frame_seconds (self, n - 2) : last;
}

/**
 * soleus_figure_get_aspect:
 * @self: a figure
 *
 * Returns: the width of its box divided by the height
 */
double
soleus_figure_get_aspect (const SoleusFigure *self)
{
  return (self->box[2] - self->box[0]) / (self->box[3] - self->box[1]);
}

/**
 * soleus_figure_get_n_frames:
 * @self: a figure
 *
 * Returns: how many key frames it has, at least one
 */
guint
soleus_figure_get_n_frames (const SoleusFigure *self)
{
  return self->frames->len;
}

const SoleusFigureFrame *
soleus_figure_get_frame (const SoleusFigure *self,
                         guint               frame)
{
  return &g_array_index (self->frames, SoleusFigureFrame, frame);
}

/**
 * soleus_figure_get_frame_id:
 * @self: a figure
 * @frame: number of a key frame
 *
 * Returns: (transfer none): its id, which is for people who make figures
 */
const char *
soleus_figure_get_frame_id (const SoleusFigure *self,
                            guint               frame)
{
  return soleus_figure_get_frame (self, frame)->id;
}

/**
 * soleus_figure_get_frame_seconds:
 * @self: a figure
 * @frame: number of a key frame
 *
 * Returns: when the move comes to it, in seconds
 */
double
soleus_figure_get_frame_seconds (const SoleusFigure *self,
                                 guint               frame)
{
  return soleus_figure_get_frame (self, frame)->seconds;
}
