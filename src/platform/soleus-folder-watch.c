/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folder is watched, not the file: SQLite ends a commit by deleting the journal beside it. A burst of events is told
 * once, shortly after its last one, and at the latest after half a second. Between events nothing wakes up. */
#include "platform/soleus-folder-watch.h"

#define QUIET_MS 80
#define LATEST_US (500 * 1000)

struct _SoleusFolderWatch
{
  GObject parent_instance;

  GFileMonitor *monitor;
  char *name;
  guint source;
  gint64 first; /* monotonic time of the first event that was not told yet */
};

G_DEFINE_FINAL_TYPE (SoleusFolderWatch, soleus_folder_watch, G_TYPE_OBJECT)

enum
{
  SIGNAL_STIRRED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
tell_cb (gpointer data)
{
  SoleusFolderWatch *self = data;

  self->source = 0;
  self->first = 0;
  g_signal_emit (self, signals[SIGNAL_STIRRED], 0);
  return G_SOURCE_REMOVE;
}

static void
monitor_changed_cb (SoleusFolderWatch *self,
                    GFile             *file,
                    GFile             *other_file,
                    GFileMonitorEvent  event)
{
  g_autofree char *name = g_file_get_basename (file);
  gint64 now = g_get_monotonic_time ();

  if (!g_str_has_prefix (name, self->name))
    return;
  if (self->first == 0)
    self->first = now;
  if (self->source != 0 && now - self->first > LATEST_US)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (QUIET_MS, tell_cb, self);
}

static void
soleus_folder_watch_dispose (GObject *object)
{
  SoleusFolderWatch *self = SOLEUS_FOLDER_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (soleus_folder_watch_parent_class)->dispose (object);
}

static void
soleus_folder_watch_class_init (SoleusFolderWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_folder_watch_dispose;

  /**
   * SoleusFolderWatch::stirred:
   * @self: the watch
   *
   * The file, or one whose name begins with its name, was written.
   */
  signals[SIGNAL_STIRRED] = g_signal_new ("stirred", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_folder_watch_init (SoleusFolderWatch *self)
{
}

/**
 * soleus_folder_watch_new:
 * @file: the path of a file
 *
 * Returns: (transfer full): a watch over its folder; a silent one where the system cannot watch it
 */
SoleusFolderWatch *
soleus_folder_watch_new (const char *file)
{
  SoleusFolderWatch *self = g_object_new (SOLEUS_TYPE_FOLDER_WATCH, NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (GFile) place = g_file_new_for_path (folder);

  self->name = g_path_get_basename (file);
  self->monitor = g_file_monitor_directory (place, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    {
      g_file_monitor_set_rate_limit (self->monitor, 100);
      g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}
