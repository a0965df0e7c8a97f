/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How records become rows of tables, and back. */
#pragma once

#include "model/soleus-record.h"
#include "store/soleus-database.h"

G_BEGIN_DECLS

typedef struct _SoleusCursor SoleusCursor;

/**
 * SoleusHere:
 * @id: the number of its row, 0 where there is none
 *
 * What the diary holds of an identity.
 */
typedef struct
{
  gint64 id;
  SoleusKind kind;
  SoleusLife life;
} SoleusHere;

gboolean      soleus_record_table_find   (SoleusDatabase *db, const char *uuid, SoleusHere *here, GError **error);
SoleusRecord *soleus_record_table_load   (SoleusDatabase *db, gint64 id, GError **error);
gboolean      soleus_record_table_insert (SoleusDatabase *db, SoleusRecord *record, GError **error);
gboolean      soleus_record_table_update (SoleusDatabase *db, gint64 id, SoleusRecord *record, GError **error);
gboolean      soleus_record_table_set_life (SoleusDatabase *db, gint64 id, SoleusLife life, GError **error);
gboolean      soleus_record_table_purge  (SoleusDatabase *db, gint64 id, GError **error);

/**
 * SoleusSpan:
 * @from: first night, or %SOLEUS_DATE_NONE
 * @until: last night, or %SOLEUS_DATE_NONE
 * @everything: with what was deleted and purged
 */
typedef struct
{
  SoleusDate from;
  SoleusDate until;
  gboolean everything;
} SoleusSpan;

SoleusCursor *soleus_cursor_open  (SoleusDatabase *db, SoleusKind kind, const SoleusSpan *span, GError **error);
gboolean      soleus_cursor_next  (SoleusCursor *self, SoleusRecord **record, GError **error);
void          soleus_cursor_close (SoleusCursor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusCursor, soleus_cursor_close)

char         *soleus_record_table_dup_sql (SoleusKind kind, guint which);

G_END_DECLS
