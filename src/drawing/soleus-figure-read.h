/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads values of a figure's JSON and says in words where one is wrong. Part of the reader of figures. */
#pragma once

#include "drawing/soleus-figure-private.h"

G_BEGIN_DECLS

/* Where in the document a value stands. What is not known is NULL or 0. */
typedef struct
{
  const char *figure;
  guint figure_number;
  const char *frame;
  guint frame_number;
  const char *thing; /* as people call it, in their language */
  guint thing_number;
} SoleusFigurePlace;

/* A word of the format, and what it stands for. */
typedef struct
{
  const char *word;
  int value;
} SoleusFigureWord;


gboolean soleus_figure_fail (const SoleusFigurePlace *place,
                             GError                 **error,
                             SoleusFigureError        code,
                             const char              *format,
                             ...) G_GNUC_PRINTF (4, 5);
char *soleus_figure_format_number (double number);

JsonObject *soleus_figure_read_object (const SoleusFigurePlace *place,
                                       JsonNode                *node,
                                       const char              *what,
                                       GError                 **error);
JsonArray *soleus_figure_read_array (const SoleusFigurePlace *place,
                                     JsonNode                *node,
                                     const char              *what,
                                     guint                    least,
                                     guint                    most,
                                     GError                 **error);
gboolean soleus_figure_read_number (const SoleusFigurePlace *place,
                                    JsonNode                *node,
                                    const char              *what,
                                    double                   least,
                                    double                   most,
                                    double                  *number,
                                    GError                 **error);
gboolean soleus_figure_read_numbers (const SoleusFigurePlace *place,
                                     JsonNode                *node,
                                     const char              *what,
                                     double                   least,
                                     double                   most,
                                     guint                    n,
                                     double                  *numbers,
                                     GError                 **error);
gboolean soleus_figure_read_bool (const SoleusFigurePlace *place,
                                  JsonNode                *node,
                                  const char              *what,
                                  gboolean                *value,
                                  GError                 **error);
const char *soleus_figure_read_text (const SoleusFigurePlace *place,
                                     JsonNode                *node,
                                     const char              *what,
                                     gsize                    most,
                                     GError                 **error);
gboolean soleus_figure_read_word (const SoleusFigurePlace *place,
                                  JsonNode                *node,
                                  const char              *what,
                                  const SoleusFigureWord  *words,
                                  gsize                    n_words,
                                  int                     *value,
                                  GError                 **error);
gboolean soleus_figure_read_point_id (const SoleusFigurePlace *place,
                                      JsonNode                *node,
                                      const char              *what,
                                      SoleusFigurePointId     *point,
                                      GError                 **error);
gboolean soleus_figure_check_keys (const SoleusFigurePlace *place,
                                   JsonObject              *object,
                                   const char *const       *keys,
                                   GError                 **error);

gboolean soleus_figure_read_sides (const SoleusFigurePlace *place,
                                   JsonNode                *node,
                                   const char              *what,
                                   const SoleusFigureWord  *words,
                                   gsize                    n_words,
                                   int                     *values,
                                   GError                 **error);
gboolean soleus_figure_read_arrows (const SoleusFigurePlace *of_place,
                                    JsonNode                *node,
                                    guint                   *n_arrows,
                                    SoleusFigureArrow       *arrows,
                                    GError                 **error);
gboolean soleus_figure_read_end (const SoleusFigurePlace *place,
                                 JsonNode                *node,
                                 const char              *what,
                                 SoleusFigurePointId     *point,
                                 SoleusFigurePoint       *by,
                                 GError                 **error);
gboolean soleus_figure_read_frames (const SoleusFigurePlace *place,
                                    JsonNode                *node,
                                    SoleusFigure            *self,
                                    const int               *grips,
                                    GError                 **error);
gboolean soleus_figure_read_props (const SoleusFigurePlace *place,
                                   JsonNode                *node,
                                   SoleusFigure            *figure,
                                   GError                 **error);

extern const SoleusFigureWord soleus_figure_side_words[SOLEUS_N_FIGURE_SIDES];
extern const SoleusFigureWord soleus_figure_grip_words[SOLEUS_N_FIGURE_GRIPS];
extern const SoleusFigureWord soleus_figure_muscle_words[SOLEUS_N_FIGURE_MUSCLES];
extern const SoleusFigureWord soleus_figure_color_words[SOLEUS_N_FIGURE_COLORS];

G_END_DECLS
