/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be eaten: the foods that the program brings and those that the person added, with their names and minerals. */
#pragma once

#include "model/soleus-record.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

/**
 * SoleusMineral:
 *
 * The minerals that foods are looked at for.
 */
typedef enum
{
  SOLEUS_MINERAL_POTASSIUM,
  SOLEUS_MINERAL_CALCIUM,
  SOLEUS_MINERAL_MAGNESIUM,
} SoleusMineral;

#define SOLEUS_N_MINERALS 3

/* No figure is known. */
#define SOLEUS_NO_FIGURE (-1)

/**
 * SoleusFoodChoice:
 * @key: two choices are the same food when their keys are
 * @food: (nullable): the id of a food that the program brings
 * @own_food: (nullable): the UUID of an own food
 * @name: what it is called
 * @serving: (nullable): what a serving is, in words
 *
 * Something that can be added to a meal. What has neither @food nor @own_food was typed freely.
 */
typedef struct
{
  char *key;
  char *food;
  char *own_food;
  char *name;
  char *serving;
} SoleusFoodChoice;

SoleusFoodChoice *soleus_food_choice_new_typed  (const char *name);
SoleusFoodChoice *soleus_food_choice_copy       (const SoleusFoodChoice *self);
void              soleus_food_choice_free       (SoleusFoodChoice *self);
const char       *soleus_food_choice_get_target (const SoleusFoodChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusFoodChoice, soleus_food_choice_free)

typedef struct _SoleusFoodTable SoleusFoodTable;

SoleusFoodTable        *soleus_food_table_new         (GPtrArray *foods, GPtrArray *own_foods);
SoleusFoodTable        *soleus_food_table_read        (SoleusDiary *diary, GPtrArray *foods, GError **error);
void                    soleus_food_table_free        (SoleusFoodTable *self);
GPtrArray              *soleus_food_table_find        (SoleusFoodTable *self, const char *text);
const SoleusFoodChoice *soleus_food_table_get         (SoleusFoodTable *self, const char *target);
SoleusFoodChoice       *soleus_food_table_identify    (SoleusFoodTable *self, const SoleusRow *item);
void                    soleus_food_table_get_figures (SoleusFoodTable *self, const SoleusRow *item, gint64 figures[SOLEUS_N_MINERALS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusFoodTable, soleus_food_table_free)

G_END_DECLS
