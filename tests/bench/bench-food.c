/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each keystroke of the search for a food, by itself and with the lines that it fills (goal 5 ms each), with many own foods and meals; and
 * opening the page with its sums. */
#include <adwaita.h>
#include <stdlib.h>
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
#define N_KEYS_MAX 100

static const char *const queries[] = { "banana", "beans boiled", "salmon canned with bones", "own food 2", "b", "xqzzzw", "milk 1%", "lentil soup" };

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* What each keystroke took in each round. */
typedef struct
{
  double times[N_KEYS_MAX][ROUNDS];
  const char *queries[N_KEYS_MAX];
  guint n;
} Keys;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y ? 1 : 0;
}

/* The worst keystroke is the one with the largest median: a single time tells more of the machine than of the search. */
static void
tell (const char *what,
      Keys       *keys)
{
  double sum = 0, worst = 0, largest = 0;
  const char *slowest = "";

  for (guint i = 0; i < keys->n; i++)
    {
      double median;

      qsort (keys->times[i], ROUNDS, sizeof (double), compare_times);
      median = keys->times[i][ROUNDS / 2];
      largest = MAX (largest, keys->times[i][ROUNDS - 1]);
      if (median > worst)
        slowest = keys->queries[i];
      worst = MAX (worst, median);
      sum += median;
    }
  g_print ("%s: median %.3f ms on average, %.3f ms for the slowest, in “%s” (goal %.0f, %s); largest single time %.3f ms\n", what, sum / keys->n, worst, slowest, KEY_MS,
           worst <= KEY_MS ? "met" : "MISSED", largest);
}

typedef void (*PressKey) (gpointer data, const char *typed);

static void
bench_keys (const char *what,
            PressKey    press,
            gpointer    data)
{
  g_autofree Keys *keys = g_new0 (Keys, 1);

  for (guint round = 0; round < ROUNDS; round++)
    {
      keys->n = 0;
      for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
        for (gsize length = 1; length <= strlen (queries[i]) && keys->n < N_KEYS_MAX; length++, keys->n++)
          {
            g_autofree char *typed = g_strndup (queries[i], length);
            gint64 start = g_get_monotonic_time ();

            press (data, typed);
            keys->times[keys->n][round] = since (start);
            keys->queries[keys->n] = queries[i];
          }
    }
  tell (what, keys);
}

static void
find (gpointer    data,
      const char *typed)
{
  g_autoptr (GPtrArray) found = soleus_food_table_find (data, typed);

  g_assert_nonnull (found);
}

static void
type (gpointer    data,
      const char *typed)
{
  soleus_food_picker_set_typed (data, typed);
}

static void
bench_picker (SoleusContext *context)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GtkWidget) picker = g_object_ref_sink (soleus_food_picker_new (context));

  g_print ("opening the search with what was eaten lately: %.1f ms\n", since (start));
  start = g_get_monotonic_time ();
  soleus_food_picker_set_typed (SOLEUS_FOOD_PICKER (picker), "a");
  g_print ("the first letter, which makes the lines: %.1f ms\n", since (start));
  bench_keys ("a keystroke with its lines", type, picker);
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
  bench_keys ("a keystroke of the search for a food", find, table);
  bench_picker (context);
  bench_page (context);
  return 0;
}
