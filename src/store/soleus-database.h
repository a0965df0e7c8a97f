/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection to one SQLite file, opened in one way, with its statements and transactions. */
#pragma once

#include <glib.h>

#include "store/soleus-store-error.h"

G_BEGIN_DECLS

typedef struct _SoleusDatabase SoleusDatabase;
typedef struct _SoleusStatement SoleusStatement;

/* "Sole" in ASCII, in the header of every diary. */
#define SOLEUS_APPLICATION_ID 0x536f6c65

/**
 * SoleusOpen:
 * @SOLEUS_OPEN_READ: for reading; the file must exist
 * @SOLEUS_OPEN_WRITE: for reading and writing; the file must exist
 * @SOLEUS_OPEN_CREATE: for reading and writing; the file is made where there is none
 */
typedef enum
{
  SOLEUS_OPEN_READ,
  SOLEUS_OPEN_WRITE,
  SOLEUS_OPEN_CREATE,
} SoleusOpen;

typedef gboolean (*SoleusTransaction) (SoleusDatabase *db, gpointer data, GError **error);
typedef gboolean (*SoleusProgress) (gint64 done, gint64 total, gpointer data);

SoleusDatabase  *soleus_database_open         (const char *path, SoleusOpen mode, int busy_ms, GError **error);
SoleusDatabase  *soleus_database_open_memory  (GError **error);
void             soleus_database_close        (SoleusDatabase *self);
const char      *soleus_database_get_path     (SoleusDatabase *self);
gboolean         soleus_database_execute      (SoleusDatabase *self, const char *sql, GError **error);
gboolean         soleus_database_get_number   (SoleusDatabase *self, const char *sql, gint64 *number, GError **error);
gboolean         soleus_database_transact     (SoleusDatabase *self, SoleusTransaction func, gpointer data, GError **error);
gboolean         soleus_database_copy_to      (SoleusDatabase *self, SoleusDatabase *target, SoleusProgress progress, gpointer data, GError **error);
gboolean         soleus_database_check        (SoleusDatabase *self, GError **error);
gint64           soleus_database_last_id      (SoleusDatabase *self);

SoleusStatement *soleus_database_prepare      (SoleusDatabase *self, const char *sql, GError **error);
void             soleus_statement_done        (SoleusStatement *self);
void             soleus_statement_bind        (SoleusStatement *self, int index, gint64 value);
void             soleus_statement_bind_text   (SoleusStatement *self, int index, const char *value);
void             soleus_statement_bind_null   (SoleusStatement *self, int index);
int              soleus_statement_find        (SoleusStatement *self, const char *name);
gboolean         soleus_statement_step        (SoleusStatement *self, gboolean *has_row, GError **error);
gboolean         soleus_statement_run         (SoleusStatement *self, GError **error);
gboolean         soleus_statement_is_null     (SoleusStatement *self, int column);
gint64           soleus_statement_get         (SoleusStatement *self, int column);
const char      *soleus_statement_get_text    (SoleusStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusDatabase, soleus_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusStatement, soleus_statement_done)

G_END_DECLS
