/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of fluid: kept as whole thousandths of a milliliter, typed and shown in the unit of a person. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoleusVolumeUnit:
 * @SOLEUS_VOLUME_ML: the milliliter
 * @SOLEUS_VOLUME_US_FL_OZ: the US fluid ounce, 29.5735295625 ml
 * @SOLEUS_VOLUME_UK_FL_OZ: the UK fluid ounce, 28.4130625 ml
 * @SOLEUS_VOLUME_US_CUP: the US cup, 236.5882365 ml
 *
 * In what a person counts drinks. The numbers are the legal ones: a US gallon of 231 cubic inches, a UK gallon of 4.54609 l.
 */
typedef enum
{
  SOLEUS_VOLUME_ML,
  SOLEUS_VOLUME_US_FL_OZ,
  SOLEUS_VOLUME_UK_FL_OZ,
  SOLEUS_VOLUME_US_CUP,
} SoleusVolumeUnit;

#define SOLEUS_N_VOLUME_UNITS 4

/* The most that is converted, in thousandths of a milliliter: 40,000 liters, far beyond what a diary holds. */
#define SOLEUS_VOLUME_MOST G_GINT64_CONSTANT (40000000000)

/**
 * SoleusNumerals:
 * @point: what stands between the whole part and the decimals
 * @group: what stands between groups of digits, or ""
 * @grouping: the sizes of the groups from the right, as in the lconv of C: "\3" for thousands
 *
 * How a locale writes numbers.
 */
typedef struct
{
  const char *point;
  const char *group;
  const char *grouping;
} SoleusNumerals;

SoleusNumerals   soleus_numerals_get_locale     (void);

const char      *soleus_volume_unit_get_word    (SoleusVolumeUnit unit);
gboolean         soleus_volume_unit_find        (const char *word, SoleusVolumeUnit *unit);
SoleusVolumeUnit soleus_volume_unit_for_country (const char *country);

gint64           soleus_volume_from_unit        (gint64 thousandths, SoleusVolumeUnit unit);
gint64           soleus_volume_to_unit          (gint64 amount, SoleusVolumeUnit unit);

gboolean         soleus_volume_parse            (const char *text, const SoleusNumerals *numerals, gint64 *thousandths);
char            *soleus_volume_format           (gint64 amount, SoleusVolumeUnit unit, const SoleusNumerals *numerals);
char            *soleus_volume_format_typed     (gint64 amount, SoleusVolumeUnit unit, const SoleusNumerals *numerals);

G_END_DECLS
