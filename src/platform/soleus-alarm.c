/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timerfd on the real-time clock: the kernel counts it through a suspend, and cancels it where the clock is set. The zone is the
 * one file that says so; its folder is watched. */
#include "platform/soleus-alarm.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

/* Where there is no instant: the year 2255, for a timer that is off is not told of the clock. */
#define FAR_FUTURE G_GINT64_CONSTANT (9000000000)

#define ZONE_FILE "/etc/localtime"

struct _SoleusAlarm
{
  GObject parent_instance;

  int fd;
  guint source;
  guint idle;
  gboolean is_set;
  GFileMonitor *monitor;
  char *zone_name;
};

G_DEFINE_FINAL_TYPE (SoleusAlarm, soleus_alarm, G_TYPE_OBJECT)

enum
{
  SIGNAL_RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop (SoleusAlarm *self)
{
  struct itimerspec never = { 0 };

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->fd >= 0)
    timerfd_settime (self->fd, 0, &never, NULL);
}

static void
ring (SoleusAlarm *self)
{
  g_autoptr (SoleusAlarm) alive = NULL;

  if (!self->is_set)
    return;
  alive = g_object_ref (self);
  self->is_set = FALSE;
  stop (self);
  g_signal_emit (self, signals[SIGNAL_RANG], 0);
}

static gboolean
ring_cb (gpointer data)
{
  SoleusAlarm *self = data;

  self->idle = 0;
  ring (self);
  return G_SOURCE_REMOVE;
}

static gboolean
timer_ready_cb (int          fd,
                GIOCondition condition,
                gpointer     data)
{
  SoleusAlarm *self = data;
  guint64 n;

  /* ECANCELED: the clock was set, or the computer comes back from a suspend. EAGAIN: the alarm was set anew in the meantime. */
  if (read (fd, &n, sizeof n) < 0 && errno != ECANCELED)
    return G_SOURCE_CONTINUE;
  ring (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_zone (SoleusAlarm *self,
         GFile       *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return g_strcmp0 (name, self->zone_name) == 0;
}

static void
folder_changed_cb (SoleusAlarm      *self,
                   GFile            *file,
                   GFile            *other_file,
                   GFileMonitorEvent event)
{
  /* What is still being written is told once more when that is done. */
  if (event == G_FILE_MONITOR_EVENT_CHANGED || event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  if (is_zone (self, file) || is_zone (self, other_file))
    ring (self);
}

static char *
find_zone_file (void)
{
  const char *zone = g_getenv ("TZ");

  if (zone != NULL && zone[0] == ':')
    zone++;
  return g_strdup (zone != NULL && g_path_is_absolute (zone) ? zone : ZONE_FILE);
}

static void
watch_zone (SoleusAlarm *self,
            const char  *file)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (GFile) place = g_file_new_for_path (folder);

  self->zone_name = g_path_get_basename (file);
  /* GLib would look for a folder that is missing every few seconds. */
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  self->monitor = g_file_monitor_directory (place, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
soleus_alarm_dispose (GObject *object)
{
  SoleusAlarm *self = SOLEUS_ALARM (object);

  self->is_set = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->zone_name, g_free);

  G_OBJECT_CLASS (soleus_alarm_parent_class)->dispose (object);
}

static void
soleus_alarm_class_init (SoleusAlarmClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_alarm_dispose;

  /**
   * SoleusAlarm::rang:
   * @self: the alarm
   *
   * The instant came, or the clock or the zone changed. The alarm is off now, until it is set again.
   */
  signals[SIGNAL_RANG] = g_signal_new ("rang", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_alarm_init (SoleusAlarm *self)
{
  self->fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->fd < 0)
    g_warning ("There is no timer: %s", g_strerror (errno));
  else
    self->source = g_unix_fd_add (self->fd, G_IO_IN, timer_ready_cb, self);
}

/**
 * soleus_alarm_new:
 * @zone_file: (nullable): the file that says what zone it is; %NULL for the system's
 *
 * Returns: (transfer full): an alarm that is off
 */
SoleusAlarm *
soleus_alarm_new (const char *zone_file)
{
  SoleusAlarm *self = g_object_new (SOLEUS_TYPE_ALARM, NULL);
  g_autofree char *file = zone_file != NULL ? g_strdup (zone_file) : find_zone_file ();

  watch_zone (self, file);
  return self;
}

/**
 * soleus_alarm_set:
 * @self: an alarm
 * @utc: seconds since 1970-01-01T00:00:00Z; one that has passed rings at once; 0 or less: no instant
 *
 * Sets it, also where it was set before. Without an instant it still rings where the clock or the zone changes.
 */
void
soleus_alarm_set (SoleusAlarm *self,
                  gint64       utc)
{
  struct itimerspec when = { .it_value.tv_sec = utc > 0 ? MIN (utc, FAR_FUTURE) : FAR_FUTURE };

  g_return_if_fail (SOLEUS_IS_ALARM (self));

  self->is_set = TRUE;
  if (self->fd < 0 || timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) == 0)
    return;
  /* The clock was set before, and that was not read yet; now it never will be. The instant may come from the old clock. */
  if (errno == ECANCELED && self->idle == 0)
    self->idle = g_idle_add (ring_cb, self);
  else if (errno != ECANCELED)
    g_warning ("The alarm cannot be set: %s", g_strerror (errno));
}
