/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minerals of foods, a serving each. */
#pragma once

#include "guidance/soleus-guidance-error.h"

G_BEGIN_DECLS

/**
 * SoleusFood:
 * @id: its id
 * @name: its name
 * @serving: a serving in words, such as "1 medium"
 * @grams: the same in grams
 * @potassium_mg: milligrams of potassium in it
 * @calcium_mg: milligrams of calcium in it
 * @magnesium_mg: milligrams of magnesium in it
 *
 * One food, after the Standard Reference of the US Department of Agriculture (section 6.3 of the clinical notes).
 */
typedef struct
{
  char *id;
  char *name;
  char *serving;
  guint grams;
  guint potassium_mg;
  guint calcium_mg;
  guint magnesium_mg;
} SoleusFood;

GPtrArray *soleus_foods_new  (GBytes *bytes, GError **error);
GPtrArray *soleus_foods_load (GError **error);

G_END_DECLS
