/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A proposed number may save somebody, and a wrong one may not: the table is compared with what is published, and a
 * country without a certain number gets none. */
#include "app/soleus-emergency-numbers.h"

#include <string.h>

static const char *const variables[] = { "LC_ALL", "LC_ADDRESS", "LC_MONETARY", "LANG", "LC_MESSAGES" };

static void
test_numbers (void)
{
  static const char *const with_112[] = {
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL",
    "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO", "CH",
  };

  for (guint i = 0; i < G_N_ELEMENTS (with_112); i++)
    g_assert_cmpstr (soleus_emergency_numbers_get_number (with_112[i]), ==, "112");
  g_assert_cmpstr (soleus_emergency_numbers_get_number ("US"), ==, "911");
  g_assert_cmpstr (soleus_emergency_numbers_get_number ("CA"), ==, "911");
  g_assert_cmpstr (soleus_emergency_numbers_get_number ("GB"), ==, "999");
  g_assert_cmpstr (soleus_emergency_numbers_get_number ("AU"), ==, "000");
  g_assert_cmpstr (soleus_emergency_numbers_get_number ("NZ"), ==, "111");
  g_assert_cmpstr (soleus_emergency_numbers_get_number ("JP"), ==, "119");
  g_assert_cmpstr (soleus_emergency_numbers_get_number ("de"), ==, "112");
}

static void
test_unknown (void)
{
  static const char *const unknown[] = { NULL, "", "D", "ZZ", "DEU", "11" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_assert_null (soleus_emergency_numbers_get_number (unknown[i]));
      g_assert_null (soleus_emergency_numbers_get_name (unknown[i]));
    }
}

static void
test_table (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *country;
  guint n = 0;

  while ((country = soleus_emergency_numbers_get_country (n++)) != NULL)
    {
      const char *number = soleus_emergency_numbers_get_number (country);

      g_assert_cmpuint (strlen (country), ==, 2);
      g_assert_true (g_ascii_isupper (country[0]) && g_ascii_isupper (country[1]));
      g_assert_true (g_hash_table_add (seen, (gpointer) country));
      g_assert_cmpuint (strlen (soleus_emergency_numbers_get_name (country)), >, 3);
      g_assert_cmpuint (strlen (number), ==, 3);
      g_assert_cmpuint (strspn (number, "0123456789"), ==, 3);
    }
  g_assert_cmpuint (n, >, 40);
  g_assert_null (soleus_emergency_numbers_get_country (n + 1000));
}

static void
test_locale (void)
{
  static const struct
  {
    const char *locale;
    const char *country;
  } cases[] = {
    { "de_AT.UTF-8", "AT" }, { "en_GB", "GB" }, { "ca_ES@valencia", "ES" }, { "pt_br.utf8", "BR" }, { "C", NULL }, { "C.UTF-8", NULL },
    { "POSIX", NULL }, { "de", NULL }, { "", NULL }, { NULL, NULL }, { "de_", NULL }, { "de_A", NULL }, { "es_419", NULL }, { "de_DEU", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *country = soleus_emergency_numbers_parse_locale (cases[i].locale);

      g_assert_cmpstr (country, ==, cases[i].country);
    }
}

static void
assert_here (const char *expected)
{
  g_autofree char *country = soleus_emergency_numbers_dup_here ();

  g_assert_cmpstr (country, ==, expected);
}

static void
test_here (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    g_unsetenv (variables[i]);
  assert_here (NULL);

  g_setenv ("LC_MESSAGES", "fr_FR.UTF-8", TRUE);
  assert_here ("FR");
  g_setenv ("LANG", "en_US.UTF-8", TRUE);
  assert_here ("US");
  g_setenv ("LC_MONETARY", "de_DE.UTF-8", TRUE);
  assert_here ("DE");
  g_setenv ("LC_ADDRESS", "de_CH.UTF-8", TRUE);
  assert_here ("CH");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  assert_here ("CH");
  g_setenv ("LC_ALL", "en_NZ.UTF-8", TRUE);
  assert_here ("NZ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/emergency-numbers/numbers", test_numbers);
  g_test_add_func ("/emergency-numbers/unknown", test_unknown);
  g_test_add_func ("/emergency-numbers/table", test_table);
  g_test_add_func ("/emergency-numbers/locale", test_locale);
  g_test_add_func ("/emergency-numbers/here", test_here);
  return g_test_run ();
}
