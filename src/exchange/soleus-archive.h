/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Soleus archive: the whole diary as one JSON file, described in docs/archive-format.md. */
#pragma once

#include <gio/gio.h>

#include "base/soleus-json-reader.h"
#include "base/soleus-json-writer.h"
#include "model/soleus-record.h"
#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_ARCHIVE_FORMAT "soleus-archive"
#define SOLEUS_ARCHIVE_VERSION 1

/* Lists, records and nothing deeper stand on lines of their own. */
#define SOLEUS_ARCHIVE_INDENT 2

void          soleus_archive_write_record (SoleusJsonWriter *writer, SoleusRecord *record);
SoleusRecord *soleus_archive_read_record  (SoleusJsonReader *reader, SoleusKind kind, GError **error);

gboolean      soleus_archive_export       (const char *diary_path, GOutputStream *stream, SoleusProgress progress, gpointer data, GError **error);
gboolean      soleus_archive_export_file  (const char *diary_path, const char *target, SoleusProgress progress, gpointer data, GError **error);

/**
 * SoleusImportPolicy:
 * @SOLEUS_IMPORT_LATER: of two different versions of a record the later change wins; a tie keeps what is there
 * @SOLEUS_IMPORT_KEEP: what is there stays
 * @SOLEUS_IMPORT_TAKE: the file wins
 *
 * What happens with a record that both have, changed at different times.
 */
typedef enum
{
  SOLEUS_IMPORT_LATER,
  SOLEUS_IMPORT_KEEP,
  SOLEUS_IMPORT_TAKE,
} SoleusImportPolicy;

/**
 * SoleusImportCount:
 * @in_file: records in the file
 * @added: those that the diary did not have
 * @same: those that it had already
 * @replaced: those that replaced an other version in the diary
 * @kept: those of which the diary kept its own version
 */
typedef struct
{
  guint in_file;
  guint added;
  guint same;
  guint replaced;
  guint kept;
} SoleusImportCount;

/**
 * SoleusImportResult:
 * @kinds: the counts of each kind, by its number
 * @all: their sum
 * @program: (nullable): the version of Soleus that made the file
 * @newest: the latest change in the file, UTC seconds, or 0
 * @backup: (nullable): the copy of the diary that was made before
 */
typedef struct
{
  SoleusImportCount kinds[SOLEUS_KIND_LAST + 1];
  SoleusImportCount all;
  char *program;
  gint64 newest;
  char *backup;
} SoleusImportResult;

SoleusImportResult *soleus_import_run         (SoleusDiary *diary, const char *file, SoleusImportPolicy policy, gboolean dry_run, SoleusProgress progress, gpointer data, GError **error);
SoleusImportResult *soleus_import_bytes       (SoleusDiary *diary, GBytes *bytes, SoleusImportPolicy policy, gboolean dry_run, SoleusProgress progress, gpointer data, GError **error);
void                soleus_import_result_free (SoleusImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusImportResult, soleus_import_result_free)

G_END_DECLS
