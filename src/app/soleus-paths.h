/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things lie when nobody says otherwise. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *soleus_paths_dup_diary     (void);
char *soleus_paths_dup_exercises (const char *diary_path);

G_END_DECLS
