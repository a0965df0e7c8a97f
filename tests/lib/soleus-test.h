/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What most tests need: a folder that goes away again, a clock that stands still, a diary. */
#pragma once

#include "store/soleus-diary.h"

G_BEGIN_DECLS

/* The clock of most tests: a Tuesday night. */
#define SOLEUS_TEST_NOW "2026-03-03T02:40:00+01:00"

typedef struct _SoleusTestFolder SoleusTestFolder;

SoleusTestFolder *soleus_test_folder_new   (void);
SoleusTestFolder *soleus_test_folder_new_on_disk (void);
char             *soleus_test_folder_build (SoleusTestFolder *self, const char *name);
void              soleus_test_folder_free  (SoleusTestFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusTestFolder, soleus_test_folder_free)

SoleusTime   soleus_test_time      (const char *iso);
SoleusDate   soleus_test_date      (const char *iso);
SoleusClock *soleus_test_clock     (const char *iso);
SoleusDiary *soleus_test_open      (const char *path, SoleusClock *clock);
void         soleus_test_save      (SoleusDiary *diary, SoleusRecord *record);
GBytes      *soleus_test_read      (const char *path);
void         soleus_test_write     (const char *path, const char *data, gsize length);
char        *soleus_test_export    (const char *diary_path);
guint        soleus_test_n_files   (const char *folder, const char *suffix);

G_END_DECLS
