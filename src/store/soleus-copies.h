/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the diary: made without asking, verified, a few kept; and the way back. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_DAILY_COPIES 7
#define SOLEUS_UPGRADE_COPIES 2

/**
 * SoleusCopy:
 * @path: the file
 * @name: its name without the folder
 * @made: when, UTC seconds
 */
typedef struct
{
  char *path;
  char *name;
  gint64 made;
} SoleusCopy;

void        soleus_copy_free           (SoleusCopy *self);
GPtrArray  *soleus_copies_list         (const char *diary_path);
char       *soleus_copies_dup_folder   (const char *diary_path);
gboolean    soleus_copies_daily_is_due (const char *diary_path, SoleusDate today);
gboolean    soleus_copies_make_daily   (const char *diary_path, SoleusDate today, GError **error);
gboolean    soleus_copies_make_upgrade (const char *diary_path, SoleusDate today, int version, GError **error);
char       *soleus_copies_make_before  (SoleusDiary *diary, const char *what, GError **error);
gboolean    soleus_copies_save         (const char *diary_path, const char *target, SoleusProgress progress, gpointer data, GError **error);
gboolean    soleus_copies_verify       (const char *path, gint64 *n_records, GError **error);
gboolean    soleus_copies_restore      (SoleusDiary *diary, const char *copy, GError **error);
gboolean    soleus_copies_replace_damaged (const char *diary_path, const char *copy, SoleusClock *clock, char **kept, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusCopy, soleus_copy_free)

G_END_DECLS
