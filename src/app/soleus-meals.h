/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was eaten: which meal it is by the clock, what was eaten lately, favorites, yesterday's breakfast, and how it is said. */
#pragma once

#include "app/soleus-food-table.h"

G_BEGIN_DECLS

/* Servings are in thousandths. */
#define SOLEUS_SERVING 1000
#define SOLEUS_SERVINGS_STEP 500
#define SOLEUS_SERVINGS_MOST (1000 * SOLEUS_SERVING)

#define SOLEUS_MEALS_RECENT_DAYS 60
#define SOLEUS_MEALS_RECENT_MOST 12

const char   *soleus_meals_get_word       (int minute);
int           soleus_meals_get_minute     (const char *word);

char         *soleus_meals_say_servings   (gint64 servings);
char         *soleus_meals_say_item       (SoleusDiary *diary, const SoleusRow *item);
char         *soleus_meals_say_items      (SoleusDiary *diary, const SoleusRow *meal);
char         *soleus_meals_say            (SoleusDiary *diary, const SoleusRow *meal);

gint64        soleus_meals_step_servings  (gint64 servings, int steps);
gint64        soleus_meals_get_servings   (const SoleusRow *item);
void          soleus_meals_set_servings   (SoleusRow *item, gint64 servings);
gboolean      soleus_meals_add_choice     (SoleusRow *meal, SoleusFoodTable *table, const SoleusFoodChoice *choice, gint64 servings);

GPtrArray    *soleus_meals_list_recent    (SoleusDiary *diary, SoleusFoodTable *table);
GPtrArray    *soleus_meals_list_favourites (SoleusDiary *diary);
GPtrArray    *soleus_meals_mark           (SoleusDiary *diary, const char *target, gboolean marked);
GPtrArray    *soleus_meals_list_breakfast (SoleusDiary *diary, SoleusDate day);
void          soleus_meals_copy_items     (SoleusRow *meal, GPtrArray *from);


G_END_DECLS
