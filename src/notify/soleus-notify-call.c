/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps libnotify whole, which knows no threads: its line to the service is made once, by one thread at a time, and stays. After that,
 * notifications are made and freed on the main thread alone, and the threads only read what is global. The results come back to the
 * main thread, whose loop also hears the service's signals. A thread of its own rather than one of a pool: those that are idle wake up. */
#include "notify/soleus-notify-call.h"

struct _SoleusNotifyCall
{
  SoleusNotifyVerb verb;
  NotifyNotification *notification;
  SoleusNotifyDone done; /* NULL: nobody wants to know any more */
  gpointer data;
  SoleusNotifyOutcome outcome;
  guint32 id;
};

static GMutex meeting;
static int has_met;

static gboolean
end_cb (gpointer data)
{
  SoleusNotifyCall *self = data;

  if (self->done != NULL)
    self->done (self->outcome, self->id, self->data);
  g_clear_object (&self->notification);
  g_free (self);
  return G_SOURCE_REMOVE;
}

/* The first call makes the line and asks the service who it is, and lets go of the line again where there is no answer. */
static SoleusNotifyOutcome
meet (void)
{
  SoleusNotifyOutcome outcome = SOLEUS_NOTIFY_DONE;
  gint64 start = g_get_monotonic_time ();

  g_mutex_lock (&meeting);
  if (!g_atomic_int_get (&has_met))
    {
      if (notify_get_server_info (NULL, NULL, NULL, NULL))
        g_atomic_int_set (&has_met, 1);
      else
        outcome = g_get_monotonic_time () - start > 20 * G_USEC_PER_SEC ? SOLEUS_NOTIFY_UNANSWERED : SOLEUS_NOTIFY_REFUSED;
    }
  g_mutex_unlock (&meeting);
  return outcome;
}

static SoleusNotifyOutcome
get_outcome (gboolean      done,
             const GError *error)
{
  if (done)
    return SOLEUS_NOTIFY_DONE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT))
    return SOLEUS_NOTIFY_UNANSWERED;
  return SOLEUS_NOTIFY_REFUSED;
}

static gpointer
run (gpointer data)
{
  SoleusNotifyCall *self = data;
  g_autoptr (GError) error = NULL;
  gboolean done;
  int id = 0;

  switch (self->verb)
    {
    case SOLEUS_NOTIFY_MEET:
      self->outcome = meet ();
      break;
    case SOLEUS_NOTIFY_SHOW:
      done = notify_notification_show (self->notification, &error);
      self->outcome = get_outcome (done, error);
      if (self->outcome == SOLEUS_NOTIFY_DONE)
        g_object_get (self->notification, "id", &id, NULL);
      self->id = (guint32) id;
      break;
    case SOLEUS_NOTIFY_CLOSE:
      done = notify_notification_close (self->notification, &error);
      self->outcome = get_outcome (done, error);
      break;
    default:
      g_assert_not_reached ();
    }
  g_idle_add_full (G_PRIORITY_DEFAULT, end_cb, self, NULL);
  return NULL;
}

/**
 * soleus_notify_call_has_met:
 *
 * Returns: whether libnotify has its line to the service, without which nothing but %SOLEUS_NOTIFY_MEET may be called
 */
gboolean
soleus_notify_call_has_met (void)
{
  return g_atomic_int_get (&has_met) != 0;
}

/**
 * soleus_notify_call_start:
 * @verb: what is called
 * @notification: (nullable) (transfer full): on which notification
 * @done: called on the main thread when it ended
 * @data: for @done
 *
 * Returns: (transfer none): the call, which frees itself after @done
 */
SoleusNotifyCall *
soleus_notify_call_start (SoleusNotifyVerb    verb,
                          NotifyNotification *notification,
                          SoleusNotifyDone    done,
                          gpointer            data)
{
  SoleusNotifyCall *self = g_new0 (SoleusNotifyCall, 1);
  GThread *thread;

  self->verb = verb;
  self->notification = notification;
  self->done = done;
  self->data = data;
  self->outcome = SOLEUS_NOTIFY_REFUSED;
  thread = g_thread_try_new ("soleus-notify", run, self, NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT, end_cb, self, NULL);
  return self;
}

/**
 * soleus_notify_call_forget:
 * @self: a call that has not ended
 *
 * Lets it end by itself, and not tell.
 */
void
soleus_notify_call_forget (SoleusNotifyCall *self)
{
  self->done = NULL;
}
