/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that names the folder of the diary. */
#include "app/soleus-paths.h"

/**
 * soleus_paths_dup_diary:
 *
 * Returns: (transfer full): the file of the person's diary; whether it exists is not looked at
 */
char *
soleus_paths_dup_diary (void)
{
  return g_build_filename (g_get_user_data_dir (), "soleus", "diary.sqlite3", NULL);
}

/**
 * soleus_paths_dup_exercises:
 * @diary_path: the file of a diary
 *
 * Returns: (transfer full): the folder of a person's own exercises, beside the diary
 */
char *
soleus_paths_dup_exercises (const char *diary_path)
{
  g_autofree char *folder = g_path_get_dirname (diary_path);

  return g_build_filename (folder, "exercises", NULL);
}
