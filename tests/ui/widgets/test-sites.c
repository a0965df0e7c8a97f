/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SoleusSites: a set, with one signal for each change. */
#include "soleus-widget-test.h"
#include "ui/widgets/soleus-sites.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_set (void)
{
  SoleusSites *sites = soleus_sites_new ();
  guint n_changed = 0;

  g_signal_connect_swapped (sites, "changed", G_CALLBACK (count_cb), &n_changed);

  g_assert_true (soleus_sites_add (sites, "calf", "left"));
  g_assert_false (soleus_sites_add (sites, "calf", "left"));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (soleus_sites_contains (sites, "calf", "left"));
  g_assert_false (soleus_sites_contains (sites, "calf", "right"));
  g_assert_false (soleus_sites_contains (sites, "calf", NULL));

  g_assert_true (soleus_sites_toggle (sites, "belly", NULL));
  g_assert_cmpuint (soleus_sites_get_size (sites), ==, 2);
  g_assert_false (soleus_sites_toggle (sites, "belly", NULL));
  g_assert_false (soleus_sites_remove (sites, "belly", NULL));
  g_assert_cmpuint (n_changed, ==, 3);

  soleus_sites_clear (sites);
  soleus_sites_clear (sites);
  g_assert_cmpuint (n_changed, ==, 4);
  g_assert_cmpuint (soleus_sites_get_size (sites), ==, 0);

  g_assert_finalize_object (sites);
}

static void
append_cb (const char *muscle,
           const char *side,
           gpointer    text)
{
  g_string_append_printf (text, "%s/%s ", muscle, side != NULL ? side : "-");
}

static void
test_order (void)
{
  g_autoptr (SoleusSites) sites = soleus_sites_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  soleus_sites_add (sites, "toes", "right");
  soleus_sites_add (sites, "belly", NULL);
  soleus_sites_add (sites, "calf", "left");
  soleus_sites_remove (sites, "belly", NULL);
  soleus_sites_foreach (sites, append_cb, text);
  g_assert_cmpstr (text->str, ==, "toes/right calf/left ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sites/set", test_set);
  g_test_add_func ("/sites/order", test_order);

  return g_test_run ();
}
