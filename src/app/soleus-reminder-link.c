/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing here waits, but for the terminal's own call, which waits a few seconds at most. Without a bus, or without the program, it says so. */
#include "config.h"

#include "app/soleus-reminder-link.h"

#include <glib/gi18n.h>

#define PATIENCE_MS 5000

static const char name[] = SOLEUS_REMINDERS_INTERFACE;
static const char path[] = SOLEUS_REMINDERS_PATH;

struct _SoleusReminderLink
{
  GObject parent_instance;

  GDBusProxy *proxy;
  GCancellable *cancellable;
  SoleusReminderState state;
  GTask *trying;   /* waits for the program that was started for it */
  guint patience;
};

G_DEFINE_FINAL_TYPE (SoleusReminderLink, soleus_reminder_link, G_TYPE_OBJECT)

static void try_again (SoleusReminderLink *self);

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_state (SoleusReminderLink *self,
           SoleusReminderState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
read_flag (SoleusReminderLink *self,
           const char         *property,
           gboolean            fallback)
{
  g_autoptr (GVariant) value = g_dbus_proxy_get_cached_property (self->proxy, property);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) ? g_variant_get_boolean (value) : fallback;
}

/* A program that ended since nothing is on says nothing about what it could do. */
static void
read_state (SoleusReminderLink *self)
{
  g_autofree char *owner = g_dbus_proxy_get_name_owner (self->proxy);

  if (owner == NULL)
    return;
  if (!read_flag (self, "CanShow", TRUE))
    set_state (self, SOLEUS_REMINDER_STATE_NO_NOTIFICATIONS);
  else
    set_state (self, read_flag (self, "Autostart", TRUE) ? SOLEUS_REMINDER_STATE_WORKS : SOLEUS_REMINDER_STATE_NO_AUTOSTART);
}

/* A bus that was not told of this installation cannot start the program; then it is started from where it lies. One that runs and does not
 * answer is left alone. */
static gboolean
start_program (const GError *error)
{
  const char *arguments[] = { SOLEUS_REMINDERD_PROGRAM, NULL };

  if (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return FALSE;
  return g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL);
}

static void
woken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  SoleusReminderLink *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL)
    read_state (self);
  else if (!start_program (error))
    set_state (self, SOLEUS_REMINDER_STATE_NO_PROGRAM);
}

static void
owner_changed_cb (SoleusReminderLink *self)
{
  read_state (self);
  try_again (self);
}

static void
proxy_made_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GError) error = NULL;
  GDBusProxy *proxy = g_dbus_proxy_new_for_bus_finish (result, &error);
  SoleusReminderLink *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (proxy == NULL)
    {
      set_state (self, SOLEUS_REMINDER_STATE_NO_PROGRAM);
      return;
    }
  self->proxy = proxy;
  g_signal_connect_object (proxy, "g-properties-changed", G_CALLBACK (read_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (proxy, "notify::g-name-owner", G_CALLBACK (owner_changed_cb), self, G_CONNECT_SWAPPED);
  soleus_reminder_link_wake (self);
}

static void
soleus_reminder_link_dispose (GObject *object)
{
  SoleusReminderLink *self = SOLEUS_REMINDER_LINK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_object (&self->proxy);

  G_OBJECT_CLASS (soleus_reminder_link_parent_class)->dispose (object);
}

static void
soleus_reminder_link_finalize (GObject *object)
{
  SoleusReminderLink *self = SOLEUS_REMINDER_LINK (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (soleus_reminder_link_parent_class)->finalize (object);
}

static void
soleus_reminder_link_class_init (SoleusReminderLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = soleus_reminder_link_dispose;
  object_class->finalize = soleus_reminder_link_finalize;

  /**
   * SoleusReminderLink::changed:
   * @self: the link
   *
   * The state became another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_reminder_link_init (SoleusReminderLink *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * soleus_reminder_link_new:
 *
 * Starts to reach the program, and wakes it: it looks at the diary, and ends if nothing is on.
 *
 * Returns: (transfer full): a link, in an unknown state until the program answered
 */
SoleusReminderLink *
soleus_reminder_link_new (void)
{
  SoleusReminderLink *self = g_object_new (SOLEUS_TYPE_REMINDER_LINK, NULL);

  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START_AT_CONSTRUCTION, NULL, name, path, name, self->cancellable, proxy_made_cb, self);
  return self;
}

/**
 * soleus_reminder_link_get_state:
 * @self: a link
 *
 * Returns: how reminders are, as far as the program said
 */
SoleusReminderState
soleus_reminder_link_get_state (SoleusReminderLink *self)
{
  g_return_val_if_fail (SOLEUS_IS_REMINDER_LINK (self), SOLEUS_REMINDER_STATE_UNKNOWN);

  return self->state;
}

/**
 * soleus_reminder_link_wake:
 * @self: a link
 *
 * Has the program look at the diary; starts it where it does not run.
 */
void
soleus_reminder_link_wake (SoleusReminderLink *self)
{
  g_return_if_fail (SOLEUS_IS_REMINDER_LINK (self));

  if (self->proxy != NULL)
    g_dbus_proxy_call (self->proxy, "Update", NULL, G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, self->cancellable, woken_cb, self);
}

static void
end_trial (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _("The program for reminders did not answer."));
}

static gboolean
patience_cb (gpointer data)
{
  SoleusReminderLink *self = data;
  g_autoptr (GTask) task = g_steal_pointer (&self->trying);

  self->patience = 0;
  end_trial (task);
  return G_SOURCE_REMOVE;
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  SoleusReminderLink *self = g_task_get_source_object (task);

  if (answer != NULL)
    {
      read_state (self);
      g_task_return_boolean (task, TRUE);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->trying == NULL && start_program (error))
    {
      self->trying = g_steal_pointer (&task);
      self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
    }
  else
    end_trial (task);
}

/* The program that was started for it is there. */
static void
try_again (SoleusReminderLink *self)
{
  g_autofree char *owner = g_dbus_proxy_get_name_owner (self->proxy);

  if (self->trying == NULL || owner == NULL)
    return;
  g_clear_handle_id (&self->patience, g_source_remove);
  g_dbus_proxy_call (self->proxy, "Try", NULL, G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, self->cancellable, tried_cb, g_steal_pointer (&self->trying));
}

/**
 * soleus_reminder_link_try:
 * @self: a link
 * @callback: (scope async): called when it was asked for
 * @data: for @callback
 *
 * Asks for a notification that is only there to be seen.
 */
void
soleus_reminder_link_try (SoleusReminderLink *self,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SOLEUS_IS_REMINDER_LINK (self));

  task = g_task_new (self, self->cancellable, callback, data);
  g_task_set_source_tag (task, soleus_reminder_link_try);
  if (self->proxy == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _("The program for reminders cannot be reached here."));
  else
    g_dbus_proxy_call (self->proxy, "Try", NULL, G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, self->cancellable, tried_cb, g_steal_pointer (&task));
}

/**
 * soleus_reminder_link_try_finish:
 * @self: a link
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether the program was reached
 */
gboolean
soleus_reminder_link_try_finish (SoleusReminderLink *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * soleus_reminder_link_wake_now:
 * @error: return location
 *
 * Has the program look at the diary, and waits until it does, for a few seconds at most.
 *
 * Returns: whether the program was reached
 */
gboolean
soleus_reminder_link_wake_now (GError **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) why = NULL;

  if (bus == NULL)
    return FALSE;
  answer = g_dbus_connection_call_sync (bus, name, path, name, "Update", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, &why);
  if (answer != NULL || start_program (why))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}
