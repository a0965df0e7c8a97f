/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A diary with the foods of the program, for tests of meals and minerals. */
#pragma once

#include "app/soleus-food-table.h"
#include "guidance/soleus-foods.h"
#include "lib/soleus-test.h"

typedef struct
{
  SoleusTestFolder *folder;
  char *path;
  SoleusClock *clock;
  SoleusDiary *diary;
  GPtrArray *foods;
} Fixture;

static inline void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = soleus_test_folder_new ();
  self->path = soleus_test_folder_build (self->folder, "diary.sqlite3");
  self->clock = soleus_test_clock (SOLEUS_TEST_NOW);
  self->diary = soleus_test_open (self->path, self->clock);
  self->foods = soleus_foods_load (&error);
  g_assert_no_error (error);
}

static inline void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_ptr_array_unref (self->foods);
  g_assert_finalize_object (self->diary);
  g_object_unref (self->clock);
  g_free (self->path);
  soleus_test_folder_free (self->folder);
}

static inline SoleusFoodTable *
read_table (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SoleusFoodTable *table = soleus_food_table_read (self->diary, self->foods, &error);

  g_assert_no_error (error);
  return table;
}
