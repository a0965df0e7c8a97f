/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contrast of two colors as the Web Content Accessibility Guidelines measure it. */
#pragma once

#include <glib.h>
#include <math.h>

#include "drawing/soleus-color.h"

static inline double
soleus_contrast_get_luminance (const SoleusColor *color)
{
  const double parts[] = { color->red, color->green, color->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (parts[i] <= 0.03928 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static inline void
soleus_contrast_assert (const SoleusColor *one,
                        const SoleusColor *other,
                        double             least)
{
  double a = soleus_contrast_get_luminance (one) + 0.05;
  double b = soleus_contrast_get_luminance (other) + 0.05;

  g_assert_cmpfloat (MAX (a, b) / MIN (a, b), >=, least);
}
