/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft is named "TARGET.xxxxxxxx.new". A program that is killed leaves it behind; in the folder of copies the next
 * copy sweeps it away. */
#include "config.h"

#include "store/soleus-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define DRAFT_SUFFIX ".new"

/**
 * soleus_new_file_dup_draft:
 * @target: the file to be
 *
 * Returns: (transfer full): a name beside it that nothing has
 */
char *
soleus_new_file_dup_draft (const char *target)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strdup_printf ("%s.%.8s" DRAFT_SUFFIX, target, uuid);
}

static gboolean
sync_path (const char *path,
           int         flags,
           GError    **error)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  return done || soleus_store_set_errno (error, saved_errno, "sync");
}

/**
 * soleus_new_file_place:
 * @draft: a finished file, closed by everyone
 * @target: its name from now on; a file of that name is replaced
 * @error: return location
 *
 * Returns: whether the file is on the disk under its name
 */
gboolean
soleus_new_file_place (const char *draft,
                       const char *target,
                       GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (target);

  if (!sync_path (draft, O_RDONLY, error))
    return FALSE;
  if (g_rename (draft, target) != 0)
    return soleus_store_set_errno (error, errno, "rename");
  return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

/**
 * soleus_new_file_may_be:
 * @target: a file to be written
 * @diary_path: a diary
 * @error: return location
 *
 * Returns: %FALSE where @target is the diary itself, whatever name it was given
 */
gboolean
soleus_new_file_may_be (const char *target,
                        const char *diary_path,
                        GError    **error)
{
  GStatBuf there, diary;

  if (g_stat (target, &there) != 0 || g_stat (diary_path, &diary) != 0 || there.st_dev != diary.st_dev || there.st_ino != diary.st_ino)
    return TRUE;
  g_set_error_literal (error, SOLEUS_STORE_ERROR, SOLEUS_STORE_ERROR_NOT_EMPTY, _("This file is the diary itself. Choose another name."));
  return FALSE;
}

/**
 * soleus_new_file_sweep:
 * @folder: a folder of ours
 * @prefix: how the names begin
 * @made_before: UTC seconds
 *
 * Removes drafts that nobody works on any more, with their journals.
 */
void
soleus_new_file_sweep (const char *folder,
                       const char *prefix,
                       gint64      made_before)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_prefix (name, prefix) && (g_str_has_suffix (name, DRAFT_SUFFIX) || g_str_has_suffix (name, DRAFT_SUFFIX "-journal")) &&
          g_stat (path, &info) == 0 && info.st_mtime < made_before)
        g_unlink (path);
    }
}
