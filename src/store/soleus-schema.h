/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which file is a diary, and how an older one becomes a present one. */
#pragma once

#include "store/soleus-database.h"

G_BEGIN_DECLS

/**
 * SoleusMigration:
 * @sql: the script that leads to this version from the one before
 */
typedef struct
{
  const char *sql;
} SoleusMigration;

int      soleus_schema_get_version (void);
gboolean soleus_schema_look        (const char *path, int newest, GError **error);
gboolean soleus_schema_get_current (SoleusDatabase *db, int *version, GError **error);
gboolean soleus_schema_upgrade     (SoleusDatabase *db, GError **error);
gboolean soleus_schema_upgrade_with (SoleusDatabase *db, const SoleusMigration *migrations, int n_migrations, GError **error);

G_END_DECLS
