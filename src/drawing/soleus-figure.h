/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures: the drawings of a person who stretches, rests or sits, read from figures.json and drawn for any moment of
 * their move. docs/figures.md has the format. */
#pragma once

#include "drawing/soleus-color.h"

#include <cairo.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SOLEUS_FIGURE_ERROR (soleus_figure_error_quark ())

/**
 * SoleusFigureError:
 * @SOLEUS_FIGURE_ERROR_FORMAT: the document is of a format that this program does not know
 * @SOLEUS_FIGURE_ERROR_MISSING: something is missing
 * @SOLEUS_FIGURE_ERROR_UNKNOWN: a key or a word is not known
 * @SOLEUS_FIGURE_ERROR_TYPE: a value is of another type than expected
 * @SOLEUS_FIGURE_ERROR_VALUE: a value makes no sense, or names something that is not there
 * @SOLEUS_FIGURE_ERROR_TOO_MANY: there is more of something than can be drawn
 * @SOLEUS_FIGURE_ERROR_LIMIT: a joint is bent further than people bend it
 * @SOLEUS_FIGURE_ERROR_REACH: a hand or a foot cannot reach its place
 *
 * What can be wrong with figures. The message says where, in words for whoever made the figure.
 */
typedef enum
{
  SOLEUS_FIGURE_ERROR_FORMAT,
  SOLEUS_FIGURE_ERROR_MISSING,
  SOLEUS_FIGURE_ERROR_UNKNOWN,
  SOLEUS_FIGURE_ERROR_TYPE,
  SOLEUS_FIGURE_ERROR_VALUE,
  SOLEUS_FIGURE_ERROR_TOO_MANY,
  SOLEUS_FIGURE_ERROR_LIMIT,
  SOLEUS_FIGURE_ERROR_REACH,
} SoleusFigureError;

GQuark soleus_figure_error_quark (void);

/**
 * SoleusFigureLook:
 * @SOLEUS_FIGURE_LOOK_LIGHT: on a light ground, and on paper
 * @SOLEUS_FIGURE_LOOK_DARK: on a dark ground
 * @SOLEUS_FIGURE_LOOK_NIGHT: warm and dim, for eyes that are used to the dark
 * @SOLEUS_FIGURE_LOOK_CONTRAST: high contrast on a light ground
 * @SOLEUS_FIGURE_LOOK_CONTRAST_DARK: high contrast on a dark ground
 * @SOLEUS_N_FIGURE_LOOKS: how many there are
 */
typedef enum
{
  SOLEUS_FIGURE_LOOK_LIGHT,
  SOLEUS_FIGURE_LOOK_DARK,
  SOLEUS_FIGURE_LOOK_NIGHT,
  SOLEUS_FIGURE_LOOK_CONTRAST,
  SOLEUS_FIGURE_LOOK_CONTRAST_DARK,
  SOLEUS_N_FIGURE_LOOKS,
} SoleusFigureLook;

typedef struct _SoleusFigures SoleusFigures;
typedef struct _SoleusFigure SoleusFigure;

SoleusFigures *soleus_figures_new (GBytes  *bytes,
                                   GError **error);
SoleusFigures *soleus_figures_load (GError **error);
void soleus_figures_free (SoleusFigures *self);

const SoleusFigure *soleus_figures_get (const SoleusFigures *self,
                                        const char          *id);
const char *const *soleus_figures_list (const SoleusFigures *self);
const SoleusColor *soleus_figures_get_ground (const SoleusFigures *self,
                                              SoleusFigureLook     look);

SoleusFigure *soleus_figure_new_from_json (const SoleusFigures *figures,
                                           JsonNode            *node,
                                           GError             **error);
void soleus_figure_free (SoleusFigure *self);

const char *soleus_figure_get_id (const SoleusFigure *self);
const char *soleus_figure_get_title (const SoleusFigure *self);
const char *soleus_figure_get_alt (const SoleusFigure *self);
const char *const *soleus_figure_get_cards (const SoleusFigure *self);
gboolean soleus_figure_is_moving (const SoleusFigure *self);
gboolean soleus_figure_is_loop (const SoleusFigure *self);
double soleus_figure_get_seconds (const SoleusFigure *self);
double soleus_figure_get_aspect (const SoleusFigure *self);

guint soleus_figure_get_n_frames (const SoleusFigure *self);
const char *soleus_figure_get_frame_id (const SoleusFigure *self,
                                        guint               frame);
double soleus_figure_get_frame_seconds (const SoleusFigure *self,
                                        guint               frame);

void soleus_figure_draw (const SoleusFigures *figures,
                         const SoleusFigure  *figure,
                         cairo_t             *cr,
                         double               width,
                         double               height,
                         double               seconds,
                         SoleusFigureLook     look,
                         gboolean             mirror);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusFigures, soleus_figures_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusFigure, soleus_figure_free)

G_END_DECLS
