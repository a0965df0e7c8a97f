/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was drunk on a day: how much in whose unit, and beside which goal or limit. Amounts are thousandths of a milliliter. */
#pragma once

#include "app/soleus-keeper.h"
#include "base/soleus-volume.h"
#include "guidance/soleus-limit.h"

G_BEGIN_DECLS

#define SOLEUS_N_QUICK_AMOUNTS 4

/**
 * SoleusDrinks:
 * @unit: in what the person counts
 * @drinks: (element-type SoleusRecord): what was drunk from midnight to midnight, in the order of time
 * @sum: how much that is
 * @limited: whether more fluid may harm: there is no goal then, and nothing asks for a drink
 * @goal: the person's own goal for a day, or 0 for none; always 0 where @limited
 * @limit: the most that the person may drink in a day, or 0 where no amount is known
 * @is_today: whether the day is not over yet
 *
 * A day's drinks.
 */
typedef struct
{
  SoleusVolumeUnit unit;
  GPtrArray *drinks;
  gint64 sum;
  gboolean limited;
  gint64 goal;
  gint64 limit;
  gboolean is_today;
} SoleusDrinks;

SoleusDrinks    *soleus_drinks_new          (SoleusDiary *diary, SoleusLimits limits, SoleusDate day, GError **error);
void             soleus_drinks_free         (SoleusDrinks *self);
gboolean         soleus_drinks_are_over     (const SoleusDrinks *self);
char            *soleus_drinks_say_sum      (const SoleusDrinks *self);
char            *soleus_drinks_read_sum     (const SoleusDrinks *self);
char            *soleus_drinks_say_evening  (const SoleusDrinks *self);

SoleusVolumeUnit soleus_drinks_get_unit     (SoleusDiary *diary);
SoleusVolumeUnit soleus_drinks_get_unit_for (const SoleusRow *profile);
gboolean         soleus_drinks_are_limited  (const SoleusRow *profile, SoleusLimits limits);
gint64           soleus_drinks_get_usual    (SoleusDiary *diary, const char **kind);
gint64           soleus_drinks_get_default  (SoleusVolumeUnit unit);
gint64           soleus_drinks_get_quick    (SoleusVolumeUnit unit, guint index);

char            *soleus_drinks_say_quick    (SoleusVolumeUnit unit, guint index);
const char      *soleus_drinks_say_kind     (const char *kind);
char            *soleus_drinks_say_drink    (SoleusRecord *drink, SoleusVolumeUnit unit);

SoleusRecord    *soleus_drinks_make         (SoleusDiary *diary, const char *kind, gint64 amount, const char *container);
void             soleus_drinks_add          (SoleusKeeper *keeper, SoleusDiary *diary, const char *kind, gint64 amount, const char *container);
void             soleus_drinks_add_usual    (SoleusKeeper *keeper, SoleusDiary *diary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusDrinks, soleus_drinks_free)

G_END_DECLS
