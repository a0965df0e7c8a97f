/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meal with one item. */
#include "soleus-food-test.h"

#include "app/soleus-meals.h"

SoleusRecord *
soleus_food_test_log_meal (SoleusUiTest *test,
                           const char   *at,
                           const char   *word,
                           const char   *food,
                           const char   *name,
                           gint64        servings)
{
  SoleusRecord *meal = soleus_record_new (SOLEUS_KIND_MEAL);
  SoleusRow *row = soleus_record_get_values (meal), *item = soleus_row_add_row (row, "items");
  g_autoptr (GError) error = NULL;
  SoleusTime time;

  g_assert_true (soleus_time_parse (at, &time));
  soleus_row_set_time (row, "at", time);
  soleus_row_set_text (row, "meal", word);
  soleus_row_set_text (item, "food", food);
  soleus_row_set_text (item, "name", name);
  soleus_meals_set_servings (item, servings);
  soleus_diary_save (test->diary, meal, &error);
  g_assert_no_error (error);
  return meal;
}
