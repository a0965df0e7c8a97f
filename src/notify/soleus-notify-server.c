/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before anything is handed to libnotify, which waits for answers, the service is asked what it can do, and that call may take for ever.
 * A service that hangs is so never waited for: neither at the start, nor after it once let libnotify wait in vain. */
#include "notify/soleus-notify-server.h"

#include "notify/soleus-notify-call.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

#define FOR_EVER G_MAXINT

struct _SoleusNotifyServer
{
  GObject parent_instance;

  GCancellable *life;
  GDBusConnection *bus;
  guint watch;
  guint subscription;
  gboolean is_waking;

  char *owner; /* NULL: it is not there */
  GCancellable *asking;
  SoleusNotifyCall *meeting;
  gboolean is_ready;
  char **capabilities;

  guint token_id;
  char *token;
};

G_DEFINE_FINAL_TYPE (SoleusNotifyServer, soleus_notify_server, G_TYPE_OBJECT)

enum
{
  SIGNAL_READY,
  SIGNAL_SILENT,
  SIGNAL_LOST,
  SIGNAL_INVOKED,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
become_ready (SoleusNotifyServer *self)
{
  self->is_ready = TRUE;
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
met_cb (SoleusNotifyOutcome outcome,
        guint32             id,
        gpointer            data)
{
  SoleusNotifyServer *self = data;

  self->meeting = NULL;
  if (outcome == SOLEUS_NOTIFY_DONE)
    become_ready (self);
  else if (outcome == SOLEUS_NOTIFY_UNANSWERED)
    soleus_notify_server_ask (self);
  /* A service that does not say who it is cannot be used with libnotify. */
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  SoleusNotifyServer *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (answer == NULL)
    return;
  g_clear_pointer (&self->capabilities, g_strfreev);
  g_variant_get (answer, "(^as)", &self->capabilities);
  if (soleus_notify_call_has_met ())
    become_ready (self);
  else
    self->meeting = soleus_notify_call_start (SOLEUS_NOTIFY_MEET, NULL, met_cb, self);
}

static void
stop_asking (SoleusNotifyServer *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->meeting, soleus_notify_call_forget);
  self->is_ready = FALSE;
}

/* The bus is asked to start the service, which is an error where it cannot, and nothing where it runs. */
static void
woken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  SoleusNotifyServer *self = data;

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->is_waking = FALSE;
}

static void
set_owner (SoleusNotifyServer *self,
           const char         *owner)
{
  gboolean was_there = self->owner != NULL;

  if (g_strcmp0 (self->owner, owner) == 0)
    return;
  stop_asking (self);
  g_free (self->owner);
  self->owner = g_strdup (owner);
  g_clear_pointer (&self->token, g_free);
  if (was_there)
    g_signal_emit (self, signals[SIGNAL_LOST], 0);
  if (self->owner != NULL)
    soleus_notify_server_ask (self);
}

static void
appeared_cb (GDBusConnection *bus,
             const char      *name,
             const char      *owner,
             gpointer         data)
{
  set_owner (data, owner);
}

static void
vanished_cb (GDBusConnection *bus,
             const char      *name,
             gpointer         data)
{
  SoleusNotifyServer *self = data;

  /* The first time this says that it does not run yet. One that ended is not started anew for its own sake: perhaps the session ends. */
  if (self->owner == NULL)
    soleus_notify_server_wake (self);
  set_owner (self, NULL);
}

static void
hear_press (SoleusNotifyServer *self,
            GVariant           *parameters)
{
  g_autofree char *token = NULL;
  const char *key;
  guint id;

  g_variant_get (parameters, "(u&s)", &id, &key);
  if (self->token != NULL && self->token_id == id)
    token = g_steal_pointer (&self->token);
  g_signal_emit (self, signals[SIGNAL_INVOKED], 0, id, key, token != NULL ? token : "");
}

static void
signal_cb (GDBusConnection *bus,
           const char      *sender,
           const char      *path,
           const char      *interface,
           const char      *name,
           GVariant        *parameters,
           gpointer         data)
{
  g_autoptr (SoleusNotifyServer) self = g_object_ref (data);

  if (g_strcmp0 (sender, self->owner) != 0)
    return;
  if (g_str_equal (name, "ActionInvoked") && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)")))
    hear_press (self, parameters);
  else if (g_str_equal (name, "ActivationToken") && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)")))
    {
      g_free (self->token);
      g_variant_get (parameters, "(us)", &self->token_id, &self->token);
    }
  else if (g_str_equal (name, "NotificationClosed") && g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(uu)")))
    {
      guint id;

      g_variant_get (parameters, "(uu)", &id, NULL);
      g_signal_emit (self, signals[SIGNAL_CLOSED], 0, id);
    }
}

static void
bus_ready_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_bus_get_finish (result, &error);
  SoleusNotifyServer *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || bus == NULL)
    return;
  self->bus = bus;
  self->subscription = g_dbus_connection_signal_subscribe (bus, NAME, NAME, NULL, PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, self, NULL);
  self->watch = g_bus_watch_name_on_connection (bus, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb, vanished_cb, self, NULL);
}

static void
soleus_notify_server_dispose (GObject *object)
{
  SoleusNotifyServer *self = SOLEUS_NOTIFY_SERVER (object);

  stop_asking (self);
  g_cancellable_cancel (self->life);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (soleus_notify_server_parent_class)->dispose (object);
}

static void
soleus_notify_server_finalize (GObject *object)
{
  SoleusNotifyServer *self = SOLEUS_NOTIFY_SERVER (object);

  g_object_unref (self->life);
  g_free (self->owner);
  g_strfreev (self->capabilities);
  g_free (self->token);

  G_OBJECT_CLASS (soleus_notify_server_parent_class)->finalize (object);
}

static void
soleus_notify_server_class_init (SoleusNotifyServerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_notify_server_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_notify_server_finalize;

  signals[SIGNAL_READY] = g_signal_new ("ready", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SILENT] = g_signal_new ("silent", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LOST] = g_signal_new ("lost", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_INVOKED] = g_signal_new ("invoked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
soleus_notify_server_init (SoleusNotifyServer *self)
{
  self->life = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->life, bus_ready_cb, self);
}

/**
 * soleus_notify_server_new:
 *
 * Returns: (transfer full): the service, which is not ready yet
 */
SoleusNotifyServer *
soleus_notify_server_new (void)
{
  return g_object_new (SOLEUS_TYPE_NOTIFY_SERVER, NULL);
}

/**
 * soleus_notify_server_wake:
 * @self: the service
 *
 * Has the bus start it where it does not run, if it can. This is asked for once at the start, and by who has something to show; never again by
 * itself, for one that ends at once would be started again and again.
 */
void
soleus_notify_server_wake (SoleusNotifyServer *self)
{
  if (self->bus == NULL || self->owner != NULL || self->is_waking)
    return;
  self->is_waking = TRUE;
  g_dbus_connection_call (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "StartServiceByName",
                          g_variant_new ("(su)", NAME, 0), NULL, G_DBUS_CALL_FLAGS_NONE, FOR_EVER, self->life, woken_cb, self);
}

/**
 * soleus_notify_server_ask:
 * @self: the service
 *
 * Asks it anew what it can do, after it let a call wait in vain. It is not ready until it has answered, and then it has seen all that was
 * sent before.
 */
void
soleus_notify_server_ask (SoleusNotifyServer *self)
{
  gboolean was_ready = self->is_ready;

  if (self->owner == NULL || self->asking != NULL)
    return;
  stop_asking (self);
  self->asking = g_cancellable_new ();
  g_dbus_connection_call (self->bus, self->owner, PATH, NAME, "GetCapabilities", NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, FOR_EVER, self->asking, answered_cb, self);
  if (was_ready)
    g_signal_emit (self, signals[SIGNAL_SILENT], 0);
}

/**
 * soleus_notify_server_is_ready:
 * @self: the service
 *
 * Returns: whether it is there and answers
 */
gboolean
soleus_notify_server_is_ready (SoleusNotifyServer *self)
{
  return self->is_ready;
}

/**
 * soleus_notify_server_get_owner:
 * @self: the service
 *
 * Returns: (transfer none) (nullable): its unique name on the bus
 */
const char *
soleus_notify_server_get_owner (SoleusNotifyServer *self)
{
  return self->owner;
}

/**
 * soleus_notify_server_get_capabilities:
 * @self: the service
 *
 * Returns: (transfer none) (nullable): what it said that it can do
 */
const char *const *
soleus_notify_server_get_capabilities (SoleusNotifyServer *self)
{
  return (const char *const *) self->capabilities;
}
