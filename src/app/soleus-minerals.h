/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minerals in what was logged: an honest estimate of a day and a week, and never a target. */
#pragma once

#include "app/soleus-food-table.h"
#include "app/soleus-guidance.h"

G_BEGIN_DECLS

/* Decimals of an amount: millionths of a milligram, so that sums of decimals times decimals are exact. */
#define SOLEUS_MINERALS_DECIMALS 6

/**
 * SoleusMinerals:
 * @amounts: of each mineral, in millionths of a milligram
 * @n_known: of how many things the figure of each mineral is known
 * @n_items: how many things were logged
 * @n_without: of how many of them none of these minerals is known
 * @n_partly: of how many of them some are known and some are not
 *
 * What some meals add up to.
 */
typedef struct
{
  gint64 amounts[SOLEUS_N_MINERALS];
  guint n_known[SOLEUS_N_MINERALS];
  guint n_items;
  guint n_without;
  guint n_partly;
} SoleusMinerals;

/**
 * SoleusMineralDay:
 * @day: a civil day
 * @minerals: what was logged on it
 */
typedef struct
{
  SoleusDate day;
  SoleusMinerals minerals;
} SoleusMineralDay;

/* Days in a week that ends with a day. */
#define SOLEUS_MINERALS_WEEK 7

gboolean    soleus_minerals_hide_potassium (SoleusDiary *diary, const SoleusGuidance *guidance);
const char *soleus_minerals_say_ask        (void);

void        soleus_minerals_add_meal       (SoleusMinerals *self, const SoleusRow *meal, SoleusFoodTable *table, gboolean with_potassium);
void        soleus_minerals_add            (SoleusMinerals *self, const SoleusMinerals *other);
GArray     *soleus_minerals_list_days      (SoleusDiary *diary, SoleusFoodTable *table, SoleusDate from, SoleusDate until, gboolean with_potassium, GError **error);
gint64      soleus_minerals_to_mg          (gint64 amount, guint n_days);

G_END_DECLS
