/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What helps while it cramps, one short step after the other, and the stretches of the bedtime routine. */
#pragma once

#include "guidance/soleus-guide.h"

G_BEGIN_DECLS

typedef struct _SoleusRelief SoleusRelief;

/**
 * SoleusReliefStep:
 * @card: the stretch or remedy, in the words of the diary
 * @figure: the id of its picture
 * @line: what to do, in a few words, and for whom
 * @more: how to do it
 * @standing: whether one stands up for it
 *
 * One step.
 */
typedef struct
{
  char *card;
  char *figure;
  SoleusLine line;
  char *more;
  gboolean standing;
} SoleusReliefStep;

SoleusRelief      *soleus_relief_new         (GBytes *bytes, GError **error);
SoleusRelief      *soleus_relief_load        (GError **error);
void               soleus_relief_free        (SoleusRelief *self);
GPtrArray         *soleus_relief_get_steps   (const SoleusRelief *self, const char *muscle);
const char *const *soleus_relief_get_bedtime (const SoleusRelief *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRelief, soleus_relief_free)

G_END_DECLS
