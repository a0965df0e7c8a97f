/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A colour as painters use it. Palettes are constants; what follows the theme is chosen by whoever calls the painter. */
#pragma once

#include <cairo.h>

/**
 * SoleusColor:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 */
typedef struct
{
  double red;
  double green;
  double blue;
} SoleusColor;

/* A constant from the usual six hexadecimal digits: SOLEUS_COLOR (0x1b6a72). */
#define SOLEUS_COLOR(hex) \
  { \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0 \
  }

static inline void
soleus_color_set_source (const SoleusColor *color,
                         cairo_t           *cr)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}
