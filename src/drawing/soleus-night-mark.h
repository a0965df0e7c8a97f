/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints the mark of a night: a ring, a square with a count, a dashed ring with a question mark, or a dash. The four
 * shapes differ without colour. */
#pragma once

#include "drawing/soleus-color.h"
#include "drawing/soleus-night-names.h"
#include "model/soleus-night.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The size that the shapes are drawn for, in logical pixels. */
#define SOLEUS_NIGHT_MARK_SIZE 22.0

/* From this many cramps on, the mark says "9+". */
#define SOLEUS_NIGHT_MARK_MANY 10

/**
 * SoleusNightPalette:
 * @no_cramp: the ring
 * @cramps: the square
 * @count: the number in it
 * @unsure: the dashed ring
 * @not_recorded: the dash
 */
typedef struct
{
  SoleusColor no_cramp;
  SoleusColor cramps;
  SoleusColor count;
  SoleusColor unsure;
  SoleusColor not_recorded;
} SoleusNightPalette;

const SoleusNightPalette *soleus_night_palette_get (gboolean dark,
                                                    gboolean high_contrast);

void soleus_night_mark_draw (cairo_t                  *cr,
                             PangoContext             *context,
                             SoleusNightState          state,
                             guint                     count,
                             double                    size,
                             const SoleusNightPalette *palette);

char *soleus_night_mark_dup_description (SoleusNightState state,
                                         guint            count);

G_END_DECLS
