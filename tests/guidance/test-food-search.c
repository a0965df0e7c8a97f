/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for a food as it is typed: what is found, in which order, and that no text brings it down. */
#include "guidance/soleus-food-search.h"
#include "guidance/soleus-foods.h"

static GPtrArray *foods;

static SoleusFoodSearch *
make_search (void)
{
  SoleusFoodSearch *search = soleus_food_search_new ();

  for (guint i = 0; i < foods->len; i++)
    g_assert_cmpuint (soleus_food_search_add (search, ((SoleusFood *) g_ptr_array_index (foods, i))->name), ==, i);
  return search;
}

/* The names that are found, one a line. */
static char *
find (SoleusFoodSearch *search,
      const char       *text)
{
  g_autoptr (GArray) found = soleus_food_search_find (search, text);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", ((SoleusFood *) g_ptr_array_index (foods, g_array_index (found, guint, i)))->name);
  return g_string_free (names, FALSE);
}

static void
test_found (void)
{
  static const struct
  {
    const char *typed;
    const char *names;
  } cases[] = {
    { "ban", "Banana, raw" },
    { "BANANA", "Banana, raw" },
    { "  banana ,", "Banana, raw" },
    { "raw ban", "Banana, raw" },
    { "bánáná", "Banana, raw" },
    { "anana", "" },
    { "banana bread", "" },
    { "milk", "Milk, whole\nMilk, 1% fat" },
    { "milk 1%", "Milk, 1% fat" },
    { "pak", "Bok choy (pak choi), boiled" },
    { "potato", "Potato, baked with skin\nSweet potato, baked in skin" },
    { "orange j", "Orange juice, chilled\nOrange juice, calcium fortified" },
    { "bean", "Black beans, boiled\nWhite beans, canned\nKidney beans, boiled\nLima beans, large, boiled" },
    { "sal", "Salmon, Atlantic farmed, cooked\nSalmon, pink, canned, with bones\nTomato juice (salted)" },
    { "", "" },
    { " ,;% ", "" },
  };
  g_autoptr (SoleusFoodSearch) search = make_search ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = find (search, cases[i].typed);

      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

/* Whatever is typed, a name that was typed in full is found, and first among those that begin with it. */
static void
test_own_names (void)
{
  g_autoptr (SoleusFoodSearch) search = make_search ();
  guint own = soleus_food_search_add (search, "Müsli à la Großmutter");
  g_autoptr (GArray) plain = soleus_food_search_find (search, "musli a la gross");
  g_autoptr (GArray) accents = soleus_food_search_find (search, "MÜSLI À");
  g_autoptr (GArray) none = soleus_food_search_find (search, "mutter");

  g_assert_cmpuint (plain->len, ==, 1);
  g_assert_cmpuint (g_array_index (plain, guint, 0), ==, own);
  g_assert_cmpuint (accents->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < foods->len; i++)
    {
      g_autoptr (GArray) found = soleus_food_search_find (search, ((SoleusFood *) g_ptr_array_index (foods, i))->name);

      g_assert_cmpuint (found->len, >=, 1);
      g_assert_cmpuint (g_array_index (found, guint, 0), ==, i);
    }
}

static void
test_odd (void)
{
  g_autoptr (SoleusFoodSearch) search = make_search (), empty = soleus_food_search_new ();
  g_autofree char *longest = g_strnfill (200000, 'b'), *many = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  static const char *const odd[] = { "\xff\xfe ban", "ban\xc3", "\xf0\x9f\x8d\x8c", "\xcc\x81\xcc\x81", "\xe2\x80\xae" "ban", "\xc7\x85 \xef\xac\x81 \xc3\x9f", "%s%n", "\001\002" };

  for (guint i = 0; i < 5000; i++)
    g_string_append (words, "b ");
  many = find (search, words->str);
  g_assert_cmpuint (*many, !=, '\0');
  g_free (many);
  many = find (search, longest);
  g_assert_cmpstr (many, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *names = find (search, odd[i]);
      g_autoptr (GArray) nothing = soleus_food_search_find (empty, odd[i]);

      g_assert_cmpuint (nothing->len, ==, 0);
      g_assert_nonnull (names);
    }
  for (guint round = 0; round < 20000; round++)
    {
      char text[12] = { 0 };
      g_autofree char *names = NULL;

      for (guint i = 0; i + 1 < sizeof text; i++)
        text[i] = (char) g_test_rand_int_range (0, 256);
      names = find (search, text);
      g_assert_nonnull (names);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  foods = soleus_foods_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/food-search/found", test_found);
  g_test_add_func ("/food-search/own-names", test_own_names);
  g_test_add_func ("/food-search/odd", test_odd);
  result = g_test_run ();
  g_ptr_array_unref (foods);
  return result;
}
