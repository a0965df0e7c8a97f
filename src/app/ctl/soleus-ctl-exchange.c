/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive out and in. A file that turns out bad, or is only looked at, makes no diary where there was none. */
#include "config.h"

#include "app/ctl/soleus-ctl-private.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "exchange/soleus-archive.h"

/**
 * soleus_ctl_export:
 * @self: a call
 *
 * Writes the whole diary.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_export (SoleusCtl *self)
{
  const char *format = self->options[SOLEUS_CTL_FORMAT];
  g_autoptr (SoleusDiary) diary = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->n_words != 2)
    return soleus_ctl_refuse (self, _("export needs one file, or - for the terminal."));
  if (format != NULL && !g_str_equal (format, "json"))
    return soleus_ctl_refuse (self, _("There is no such format. It is: --format json."));
  if (soleus_ctl_is_diary (self, self->words[1]))
    return soleus_ctl_fail_with (self, _("This file is the diary itself. Choose another one."));

  /* Opening says what is wrong with a diary, and brings an older one up to date. */
  diary = soleus_ctl_open (self, SOLEUS_OPEN_WRITE, &error);
  if (diary == NULL)
    return soleus_ctl_fail (self, error);
  g_clear_object (&diary);

  if (g_str_equal (self->words[1], "-"))
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (fileno (self->out), FALSE);

      done = soleus_archive_export (self->path, stream, NULL, NULL, &error);
    }
  else
    done = soleus_archive_export_file (self->path, self->words[1], NULL, NULL, &error);
  return done ? SOLEUS_CTL_DONE : soleus_ctl_fail (self, error);
}

/* What would happen in an empty diary. */
static SoleusImportResult *
try_in_empty (SoleusCtl *self,
              GError   **error)
{
  g_autofree char *folder = g_dir_make_tmp ("soleus-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "diary.sqlite3", NULL) : NULL;
  g_autoptr (SoleusDiary) diary = path != NULL ? soleus_diary_open (path, SOLEUS_OPEN_CREATE, 0, self->clock, error) : NULL;
  SoleusImportResult *result = NULL;

  if (diary != NULL)
    result = soleus_import_run (diary, self->words[1], SOLEUS_IMPORT_LATER, TRUE, NULL, NULL, error);
  g_clear_object (&diary);
  if (path != NULL)
    g_unlink (path);
  if (folder != NULL)
    g_rmdir (folder);
  return result;
}

static SoleusImportResult *
run_import (SoleusCtl *self,
            gboolean   dry_run,
            GError   **error)
{
  SoleusImportPolicy policy = self->options[SOLEUS_CTL_KEEP] != NULL ? SOLEUS_IMPORT_KEEP : self->options[SOLEUS_CTL_TAKE] != NULL ? SOLEUS_IMPORT_TAKE : SOLEUS_IMPORT_LATER;
  g_autoptr (SoleusDiary) diary = NULL;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (SoleusImportResult) result = try_in_empty (self, error);

      if (result == NULL || dry_run)
        return g_steal_pointer (&result);
    }
  diary = soleus_ctl_open (self, dry_run ? SOLEUS_OPEN_WRITE : SOLEUS_OPEN_CREATE, error);
  return diary != NULL ? soleus_import_run (diary, self->words[1], policy, dry_run, NULL, NULL, error) : NULL;
}

static void
tell_words (SoleusCtl                *self,
            const SoleusImportResult *result,
            gboolean                  dry_run)
{
  fprintf (self->out, _("In the file: %u. New: %u. Already here: %u. Replaced: %u. Kept as here: %u.\n"), result->all.in_file, result->all.added, result->all.same,
           result->all.replaced, result->all.kept);
  if (dry_run)
    fprintf (self->out, "%s\n", _("Nothing was changed."));
  if (result->backup != NULL)
    fprintf (self->out, _("The diary as it was before: %s\n"), result->backup);
}

static void
write_count (SoleusJsonWriter        *writer,
             const SoleusImportCount *count)
{
  soleus_json_writer_key (writer, "in_file");
  soleus_json_writer_int (writer, count->in_file);
  soleus_json_writer_key (writer, "added");
  soleus_json_writer_int (writer, count->added);
  soleus_json_writer_key (writer, "same");
  soleus_json_writer_int (writer, count->same);
  soleus_json_writer_key (writer, "replaced");
  soleus_json_writer_int (writer, count->replaced);
  soleus_json_writer_key (writer, "kept");
  soleus_json_writer_int (writer, count->kept);
}

static SoleusCtlExit
tell_json (SoleusCtl                *self,
           const SoleusImportResult *result,
           gboolean                  dry_run)
{
  g_autoptr (SoleusJsonWriter) writer = soleus_ctl_json_new (self);

  soleus_json_writer_begin_object (writer);
  soleus_json_writer_key (writer, "dry_run");
  soleus_json_writer_bool (writer, dry_run);
  write_count (writer, &result->all);
  soleus_json_writer_key (writer, "kinds");
  soleus_json_writer_begin_object (writer);
  for (int kind = SOLEUS_KIND_FIRST; kind <= SOLEUS_KIND_LAST; kind++)
    if (result->kinds[kind].in_file > 0)
      {
        soleus_json_writer_key (writer, soleus_kind_get_info ((SoleusKind) kind)->plural);
        soleus_json_writer_begin_object (writer);
        write_count (writer, &result->kinds[kind]);
        soleus_json_writer_end_object (writer);
      }
  soleus_json_writer_end_object (writer);
  if (result->backup != NULL)
    {
      g_autofree char *shown = g_filename_display_name (result->backup);

      soleus_json_writer_key (writer, "backup");
      soleus_json_writer_string (writer, shown);
    }
  soleus_json_writer_end_object (writer);
  return soleus_ctl_tell_json (self, writer);
}

/**
 * soleus_ctl_import:
 * @self: a call
 *
 * Reads an archive into the diary.
 *
 * Returns: how it ended
 */
SoleusCtlExit
soleus_ctl_import (SoleusCtl *self)
{
  gboolean dry_run = self->options[SOLEUS_CTL_DRY_RUN] != NULL;
  g_autoptr (SoleusImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (self->n_words != 2)
    return soleus_ctl_refuse (self, _("import needs one file."));
  if (self->options[SOLEUS_CTL_KEEP] != NULL && self->options[SOLEUS_CTL_TAKE] != NULL)
    return soleus_ctl_refuse (self, _("Choose either --keep or --take."));

  result = run_import (self, dry_run, &error);
  if (result == NULL)
    return soleus_ctl_fail (self, error);
  if (!dry_run && result->all.added + result->all.replaced > 0)
    soleus_ctl_copy_daily (self);
  if (self->options[SOLEUS_CTL_JSON] != NULL)
    return tell_json (self, result, dry_run);
  tell_words (self, result, dry_run);
  return SOLEUS_CTL_DONE;
}
