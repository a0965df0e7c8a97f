/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each keystroke of the search for a food, by itself and with the lines that it fills (goal 5 ms each), with many own foods and meals; and
 * opening the page with its sums. */
#include <adwaita.h>
#include <string.h>

#include "app/soleus-context.h"
#include "app/soleus-library.h"
#include "app/soleus-meals.h"
#include "exchange/soleus-sample.h"
#include "lib/soleus-test.h"
#include "soleus-ui-resources.h"
#include "ui/food/soleus-food-page.h"
#include "ui/food/soleus-food-picker.h"

#define KEY_MS 5.0
#define ROUNDS 20
#define OWN_FOODS 300

static const char *const queries[] = { "banana", "beans boiled", "salmon canned with bones", "own food 2", "b", "xqzzzw", "milk 1%", "lentil soup" };

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
tell (const char *what,
      double      sum,
      double      worst,
      const char *slowest,
      guint       n)
{
  g_print ("%s: %.3f ms on average, %.3f ms at worst, in “%s” (goal %.0f, %s)\n", what, sum / n, worst, slowest, KEY_MS, worst <= KEY_MS ? "met" : "MISSED");
}

static void
bench_search (SoleusFoodTable *table)
{
  double worst = 0, sum = 0;
  const char *slowest = "";
  guint n = 0;

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
      for (gsize length = 1; length <= strlen (queries[i]); length++, n++)
        {
          g_autofree char *typed = g_strndup (queries[i], length);
          gint64 start = g_get_monotonic_time ();
          g_autoptr (GPtrArray) found = soleus_food_table_find (table, typed);
          double took = since (start);

          g_assert_nonnull (found);
          if (took > worst)
            slowest = queries[i];
          worst = MAX (worst, took);
          sum += took;
        }
  tell ("a keystroke of the search for a food", sum, worst, slowest, n);
}

static void
bench_picker (SoleusContext *context)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GtkWidget) picker = g_object_ref_sink (soleus_food_picker_new (context));
  double worst = 0, sum = 0;
  const char *slowest = "";
  guint n = 0;

  g_print ("opening the search with what was eaten lately: %.1f ms\n", since (start));
  start = g_get_monotonic_time ();
  soleus_food_picker_set_typed (SOLEUS_FOOD_PICKER (picker), "a");
  g_print ("the first letter, which makes the lines: %.1f ms\n", since (start));
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
      for (gsize length = 1; length <= strlen (queries[i]); length++, n++)
        {
          g_autofree char *typed = g_strndup (queries[i], length);
          double took;

          start = g_get_monotonic_time ();
          soleus_food_picker_set_typed (SOLEUS_FOOD_PICKER (picker), typed);
          took = since (start);
          if (took > worst)
            slowest = queries[i];
          worst = MAX (worst, took);
          sum += took;
        }
  tell ("a keystroke with its lines", sum, worst, slowest, n);
}

static void
bench_page (SoleusContext *context)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (soleus_food_page_new (context));

  g_assert_nonnull (page);
  g_print ("opening the page of a day with the sums of its week: %.1f ms\n", since (start));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (SoleusTestFolder) folder = soleus_test_folder_new ();
  g_autofree char *path = soleus_test_folder_build (folder, "diary.sqlite3");
  g_autoptr (SoleusClock) clock = soleus_test_clock (SOLEUS_TEST_NOW);
  g_autoptr (SoleusContext) context = soleus_context_new (clock, path);
  g_autoptr (SoleusFoodTable) table = NULL;

  adw_init ();
  g_resources_register (soleus_ui_get_resource ());
  g_assert_true (soleus_context_open (context, NULL));
  g_assert_true (soleus_sample_fill (soleus_context_get_diary (context), 2, 7, NULL));
  for (guint i = 0; i < OWN_FOODS; i++)
    {
      g_autoptr (SoleusRecord) food = soleus_record_new (SOLEUS_KIND_FOOD);
      g_autofree char *name = g_strdup_printf ("Own food number %u with beans", i);

      soleus_row_set_text (soleus_record_get_values (food), "name", name);
      g_assert_true (soleus_diary_save (soleus_context_get_diary (context), food, NULL));
    }
  table = soleus_food_table_read (soleus_context_get_diary (context), soleus_library_get_foods (soleus_context_get_library (context)), NULL);
  g_assert_nonnull (table);
  bench_search (table);
  bench_picker (context);
  bench_page (context);
  return 0;
}
