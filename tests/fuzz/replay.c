/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs what the fuzzer started from, and what it ever found, through the same checks with any compiler. */
#include <glib.h>

#include "lib/soleus-test.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

static void
test_seed (gconstpointer data)
{
  g_autoptr (GBytes) bytes = soleus_test_read (data);

  LLVMFuzzerTestOneInput (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "tests", "fuzz", SEEDS, NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/fuzz-seeds/", name, NULL);

      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
      g_test_add_data_func (test, g_ptr_array_index (paths, paths->len - 1), test_seed);
    }
  g_assert_cmpuint (paths->len, >=, 20);
  return g_test_run ();
}
