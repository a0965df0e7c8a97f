/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Helpers of tests. They end the test at once where they cannot do what they are for. */
#include "lib/soleus-test.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "exchange/soleus-archive.h"

struct _SoleusTestFolder
{
  char *path;
};

static SoleusTestFolder *
make_folder (const char *parent)
{
  SoleusTestFolder *self = g_new0 (SoleusTestFolder, 1);

  self->path = g_build_filename (parent, "soleus-test-XXXXXX", NULL);
  if (g_mkdtemp (self->path) == NULL)
    g_error ("No folder can be made in %s", parent);
  return self;
}

/**
 * soleus_test_folder_new:
 *
 * A folder in memory, where there is such a place: what is to be on the disk is there at once.
 *
 * Returns: (transfer full): a new folder for one test
 */
SoleusTestFolder *
soleus_test_folder_new (void)
{
  gboolean memory = g_getenv ("TMPDIR") == NULL && g_access ("/dev/shm", W_OK | X_OK) == 0;

  return make_folder (memory ? "/dev/shm" : g_get_tmp_dir ());
}

/**
 * soleus_test_folder_new_on_disk:
 *
 * Returns: (transfer full): a new folder for measuring, where people have theirs
 */
SoleusTestFolder *
soleus_test_folder_new_on_disk (void)
{
  return make_folder (g_get_tmp_dir ());
}

/**
 * soleus_test_folder_build:
 * @self: a folder
 * @name: a file in it, "" for the folder itself
 *
 * Returns: (transfer full): its path
 */
char *
soleus_test_folder_build (SoleusTestFolder *self,
                          const char       *name)
{
  return *name == '\0' ? g_strdup (self->path) : g_build_filename (self->path, name, NULL);
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_remove (path);
}

/**
 * soleus_test_folder_free:
 * @self: (nullable) (transfer full): a folder, removed with all that is in it
 */
void
soleus_test_folder_free (SoleusTestFolder *self)
{
  if (self == NULL)
    return;
  remove_all (self->path);
  g_free (self->path);
  g_free (self);
}

/**
 * soleus_test_time:
 * @iso: an instant
 *
 * Returns: it
 */
SoleusTime
soleus_test_time (const char *iso)
{
  SoleusTime time = { 0, 0 };

  g_assert_true (soleus_time_parse (iso, &time));
  return time;
}

/**
 * soleus_test_date:
 * @iso: a date
 *
 * Returns: it
 */
SoleusDate
soleus_test_date (const char *iso)
{
  SoleusDate date = SOLEUS_DATE_NONE;

  g_assert_true (soleus_date_parse (iso, &date));
  return date;
}

/**
 * soleus_test_clock:
 * @iso: an instant
 *
 * Returns: (transfer full): a clock that stands there
 */
SoleusClock *
soleus_test_clock (const char *iso)
{
  return soleus_clock_new_fixed (soleus_test_time (iso));
}

/**
 * soleus_test_open:
 * @path: where a diary is, or is to be
 * @clock: a clock
 *
 * Returns: (transfer full): the diary
 */
SoleusDiary *
soleus_test_open (const char  *path,
                  SoleusClock *clock)
{
  g_autoptr (GError) error = NULL;
  SoleusDiary *diary = soleus_diary_open (path, SOLEUS_OPEN_CREATE, 100, clock, &error);

  g_assert_no_error (error);
  g_assert_nonnull (diary);
  return diary;
}

/**
 * soleus_test_save:
 * @diary: a diary
 * @record: what it is to keep
 */
void
soleus_test_save (SoleusDiary  *diary,
                  SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_diary_save (diary, record, &error);
  g_assert_no_error (error);
}

/**
 * soleus_test_read:
 * @path: a file
 *
 * Returns: (transfer full): what it holds
 */
GBytes *
soleus_test_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/**
 * soleus_test_write:
 * @path: a file
 * @data: (array length=length): what it is to hold
 * @length: how many bytes
 */
void
soleus_test_write (const char *path,
                   const char *data,
                   gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}

/**
 * soleus_test_export:
 * @diary_path: a diary
 *
 * Returns: (transfer full): its archive
 */
char *
soleus_test_export (const char *diary_path)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  soleus_archive_export (diary_path, stream, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/**
 * soleus_test_n_files:
 * @folder: a folder, which need not exist
 * @suffix: how their names end
 *
 * Returns: how many such files there are
 */
guint
soleus_test_n_files (const char *folder,
                     const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}
