/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How amounts of fluid are said and typed. Amounts are thousandths of a milliliter. */
#pragma once

#include "base/soleus-volume.h"

G_BEGIN_DECLS

SoleusVolumeUnit soleus_volume_words_get_unit_here (const char *country);
char            *soleus_volume_words_say_number    (gint64 amount, SoleusVolumeUnit unit);
char            *soleus_volume_words_say           (gint64 amount, SoleusVolumeUnit unit);
char            *soleus_volume_words_read          (gint64 amount, SoleusVolumeUnit unit);
const char      *soleus_volume_words_say_unit      (SoleusVolumeUnit unit);
const char      *soleus_volume_words_read_unit     (SoleusVolumeUnit unit);
gboolean         soleus_volume_words_parse         (const char *text, SoleusVolumeUnit unit, gint64 most, gint64 *amount);
char            *soleus_volume_words_write         (gint64 amount, SoleusVolumeUnit unit);

G_END_DECLS
