/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside a sandbox. The portal knows notifications by our keys, replaces those of the same key, and keeps them when the program ends. It does
 * not tell when one is dismissed. Presses go to the window's name, which the desktop starts for it. libportal waits for nothing. */
#include "config.h"

#include "notify/soleus-notifier-private.h"

#include <libportal/portal.h>

#include "notify/soleus-notify-kept.h"

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define INTERFACE "org.freedesktop.portal.Notification"

#define ACTION "app.reminder-press"

#define FOR_EVER G_MAXINT

typedef struct
{
  char *key;
  SoleusNotification *wanted; /* NULL: it is to go */
  char *digest;               /* of what the portal has, or is being given; NULL: nothing */
  gboolean is_busy;
  gboolean is_unsure;         /* the portal has it, but did not answer */
  gboolean is_listed;
  gboolean was_told;
  gboolean was_refused;
} Entry;

struct _SoleusNotifierPortal
{
  SoleusNotifier parent_instance;

  char *app_id;
  GCancellable *life;
  GDBusConnection *bus;
  guint watch;
  GCancellable *asking;
  XdpPortal *portal;
  gboolean is_ready;
  gboolean was_set;
  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (SoleusNotifierPortal, soleus_notifier_portal, SOLEUS_TYPE_NOTIFIER)

/* An answer that comes when the notifier may be gone. */
typedef struct
{
  GWeakRef notifier;
  char *key;
} Adding;

static void work (SoleusNotifierPortal *self);
static void ask  (SoleusNotifierPortal *self);

static void
entry_free (Entry *entry)
{
  g_free (entry->key);
  g_clear_pointer (&entry->wanted, soleus_notification_free);
  g_free (entry->digest);
  g_free (entry);
}

static Entry *
find_entry (SoleusNotifierPortal *self,
            const char           *key)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (((Entry *) self->entries->pdata[i])->key, key))
      return self->entries->pdata[i];
  return NULL;
}

static Entry *
add_entry (SoleusNotifierPortal *self,
           const char           *key)
{
  Entry *entry = find_entry (self, key);

  if (entry != NULL)
    return entry;
  entry = g_new0 (Entry, 1);
  entry->key = g_strdup (key);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/* The name of one that is being put up is kept before it is sent, with nothing of what it says: after a kill it is taken down, or sent
 * again under that name, and so never there twice. */
static void
write_kept (SoleusNotifierPortal *self)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_notify_kept_free);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (entry->digest != NULL)
        g_ptr_array_add (kept, soleus_notify_kept_new (entry->key, 0, NULL, entry->is_busy ? NULL : entry->digest));
    }
  soleus_notify_kept_write (NAME, kept);
}

static void
read_kept (SoleusNotifierPortal *self)
{
  g_autoptr (GPtrArray) kept = soleus_notify_kept_read (NAME);

  for (guint i = 0; i < kept->len; i++)
    {
      const SoleusNotifyKept *one = kept->pdata[i];

      add_entry (self, one->key)->digest = g_strdup (one->digest);
    }
}

static void
add_target (GVariantBuilder *builder,
            const char      *action_key,
            const char      *target_key,
            const char      *press)
{
  g_variant_builder_add (builder, "{sv}", action_key, g_variant_new_string (ACTION));
  g_variant_builder_add (builder, "{sv}", target_key, g_variant_new_string (press));
}

static GVariant *
write_buttons (const SoleusNotification *notification)
{
  GVariantBuilder buttons;

  g_variant_builder_init (&buttons, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; notification->labels[i] != NULL && notification->presses[i] != NULL; i++)
    {
      GVariantBuilder button;

      g_variant_builder_init (&button, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&button, "{sv}", "label", g_variant_new_string (notification->labels[i]));
      add_target (&button, "action", "target", notification->presses[i]);
      g_variant_builder_add_value (&buttons, g_variant_builder_end (&button));
    }
  return g_variant_builder_end (&buttons);
}

static GVariant *
write_notification (SoleusNotifierPortal     *self,
                    const SoleusNotification *notification)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (self->app_id);
  g_autoptr (GVariant) icon_value = g_icon_serialize (icon);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "title", g_variant_new_string (notification->title));
  g_variant_builder_add (&builder, "{sv}", "body", g_variant_new_string (notification->body));
  g_variant_builder_add (&builder, "{sv}", "icon", icon_value);
  g_variant_builder_add (&builder, "{sv}", "priority", g_variant_new_string (notification->stays ? "high" : "normal"));
  if (notification->press[0] != '\0')
    add_target (&builder, "default-action", "default-action-target", notification->press);
  g_variant_builder_add (&builder, "{sv}", "buttons", write_buttons (notification));
  return g_variant_builder_end (&builder);
}

static void
tell_shown (SoleusNotifierPortal *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];
      g_autofree char *key = NULL;

      if (entry->is_busy || entry->is_unsure || entry->digest == NULL || entry->wanted == NULL || entry->was_told)
        continue;
      entry->was_told = TRUE;
      key = g_strdup (entry->key);
      soleus_notifier_emit_shown (SOLEUS_NOTIFIER (self), key);
      i = (guint) -1; /* whoever heard that may have set others */
    }
}

static void
end_adding (SoleusNotifierPortal *self,
            const char           *key,
            const GError         *error)
{
  Entry *entry = find_entry (self, key);

  entry->is_busy = FALSE;
  entry->is_unsure = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  if (entry->is_unsure)
    ask (self);
  else if (error != NULL)
    {
      g_clear_pointer (&entry->digest, g_free);
      entry->was_refused = TRUE;
    }
  write_kept (self);
  if (error != NULL && !entry->is_unsure && entry->wanted != NULL)
    soleus_notifier_emit_failed (SOLEUS_NOTIFIER (self), key);
  tell_shown (self);
  work (self);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Adding *adding = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusNotifierPortal) self = g_weak_ref_get (&adding->notifier);

  xdp_portal_add_notification_finish (XDP_PORTAL (source), result, &error);
  if (self != NULL)
    end_adding (self, adding->key, error);
  g_weak_ref_clear (&adding->notifier);
  g_free (adding->key);
  g_free (adding);
}

static void
add (SoleusNotifierPortal *self,
     Entry                *entry)
{
  Adding *adding = g_new0 (Adding, 1);

  g_weak_ref_init (&adding->notifier, self);
  adding->key = g_strdup (entry->key);
  entry->is_busy = TRUE;
  g_free (entry->digest);
  entry->digest = soleus_notification_digest (entry->wanted);
  write_kept (self);
  xdp_portal_add_notification (self->portal, entry->key, write_notification (self, entry->wanted), XDP_NOTIFICATION_FLAG_NONE, NULL, added_cb, adding);
}

static gboolean
needs_adding (const Entry *entry)
{
  g_autofree char *digest = entry->wanted != NULL && !entry->was_refused ? soleus_notification_digest (entry->wanted) : NULL;

  return digest != NULL && g_strcmp0 (digest, entry->digest) != 0;
}

static void
work (SoleusNotifierPortal *self)
{
  gboolean is_other = FALSE;

  if (!self->is_ready || !self->was_set)
    return;
  for (guint i = 0; i < self->entries->len;)
    {
      Entry *entry = self->entries->pdata[i];

      i++;
      if (entry->is_busy)
        continue;
      if (needs_adding (entry))
        add (self, entry);
      else if (entry->wanted == NULL)
        {
          if (entry->digest != NULL)
            xdp_portal_remove_notification (self->portal, entry->key);
          g_ptr_array_remove_index (self->entries, --i);
          is_other = TRUE;
        }
    }
  if (is_other)
    write_kept (self);
}

static void
set_ready (SoleusNotifierPortal *self,
           gboolean              is_ready)
{
  g_autoptr (SoleusNotifierPortal) alive = g_object_ref (self);

  if (self->is_ready == is_ready)
    return;
  self->is_ready = is_ready;
  for (guint i = 0; i < self->entries->len && is_ready; i++)
    {
      Entry *entry = self->entries->pdata[i];

      /* It answers in order: so it has seen what it did not answer for. */
      entry->is_unsure = entry->was_refused = FALSE;
    }
  tell_shown (self);
  soleus_notifier_emit_changed (SOLEUS_NOTIFIER (self));
  work (self);
}

/* Only what is not exported by a program comes this way; a desktop that takes our action for such a one loses no press. */
static void
invoked_cb (SoleusNotifierPortal *self,
            const char           *key,
            const char           *action,
            GVariant             *parameter)
{
  g_autoptr (GVariant) target = NULL;

  if (!g_str_equal (action, ACTION) || parameter == NULL || !g_variant_is_of_type (parameter, G_VARIANT_TYPE ("av")) || g_variant_n_children (parameter) == 0)
    return;
  g_variant_get_child (parameter, 0, "v", &target);
  if (g_variant_is_of_type (target, G_VARIANT_TYPE_STRING))
    soleus_notifier_emit_pressed (SOLEUS_NOTIFIER (self), g_variant_get_string (target, NULL), "");
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  SoleusNotifierPortal *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  if (answer == NULL)
    return;
  if (self->portal == NULL)
    {
      self->portal = xdp_portal_new ();
      g_signal_connect_object (self->portal, "notification-action-invoked", G_CALLBACK (invoked_cb), self, G_CONNECT_SWAPPED);
    }
  set_ready (self, TRUE);
}

/* The bus starts the portal for this call, if it can. The portal may take as long as it likes. */
static void
ask (SoleusNotifierPortal *self)
{
  if (self->asking != NULL)
    return;
  self->asking = g_cancellable_new ();
  g_dbus_connection_call (self->bus, NAME, PATH, "org.freedesktop.DBus.Properties", "Get", g_variant_new ("(ss)", INTERFACE, "version"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, FOR_EVER, self->asking, answered_cb, self);
  set_ready (self, FALSE);
}

static void
appeared_cb (GDBusConnection *bus,
             const char      *name,
             const char      *owner,
             gpointer         data)
{
  ask (data);
}

static void
vanished_cb (GDBusConnection *bus,
             const char      *name,
             gpointer         data)
{
  SoleusNotifierPortal *self = data;
  gboolean was_ready = self->is_ready;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  set_ready (self, FALSE);
  /* The first time this says that it does not run yet. */
  if (!was_ready && self->portal == NULL && bus != NULL)
    ask (self);
}

static void
bus_ready_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  GDBusConnection *bus = g_bus_get_finish (result, NULL);
  SoleusNotifierPortal *self = data;

  if (bus == NULL)
    return;
  self->bus = bus;
  self->watch = g_bus_watch_name_on_connection (bus, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, appeared_cb, vanished_cb, self, NULL);
}

static void
soleus_notifier_portal_set (SoleusNotifier *notifier,
                            GPtrArray      *notifications)
{
  SoleusNotifierPortal *self = SOLEUS_NOTIFIER_PORTAL (notifier);

  self->was_set = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    ((Entry *) self->entries->pdata[i])->is_listed = FALSE;
  for (guint i = 0; i < notifications->len; i++)
    {
      const SoleusNotification *notification = notifications->pdata[i];
      Entry *entry = add_entry (self, notification->key);

      if (!soleus_notification_is_like (notification, entry->wanted))
        entry->was_refused = FALSE;
      g_clear_pointer (&entry->wanted, soleus_notification_free);
      entry->wanted = soleus_notification_copy (notification);
      entry->is_listed = TRUE;
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (entry->is_listed)
        continue;
      g_clear_pointer (&entry->wanted, soleus_notification_free);
      entry->was_told = FALSE;
    }
  tell_shown (self);
  work (self);
}

static gboolean
soleus_notifier_portal_can_show (SoleusNotifier *notifier)
{
  return SOLEUS_NOTIFIER_PORTAL (notifier)->is_ready;
}

static void
soleus_notifier_portal_finalize (GObject *object)
{
  SoleusNotifierPortal *self = SOLEUS_NOTIFIER_PORTAL (object);

  g_cancellable_cancel (self->life);
  g_cancellable_cancel (self->asking);
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_object (&self->asking);
  g_clear_object (&self->life);
  g_clear_object (&self->portal);
  g_clear_object (&self->bus);
  g_ptr_array_unref (self->entries);
  g_free (self->app_id);

  G_OBJECT_CLASS (soleus_notifier_portal_parent_class)->finalize (object);
}

static void
soleus_notifier_portal_class_init (SoleusNotifierPortalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_notifier_portal_finalize;

  SOLEUS_NOTIFIER_CLASS (klass)->set = soleus_notifier_portal_set;
  SOLEUS_NOTIFIER_CLASS (klass)->can_show = soleus_notifier_portal_can_show;
}

static void
soleus_notifier_portal_init (SoleusNotifierPortal *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->life = g_cancellable_new ();
}

/**
 * soleus_notifier_portal_new:
 * @app_id: the id of the application
 *
 * Returns: (transfer full): a notifier for the desktop's portal
 */
SoleusNotifier *
soleus_notifier_portal_new (const char *app_id)
{
  SoleusNotifierPortal *self = g_object_new (SOLEUS_TYPE_NOTIFIER_PORTAL, NULL);

  self->app_id = g_strdup (app_id);
  read_kept (self);
  g_bus_get (G_BUS_TYPE_SESSION, self->life, bus_ready_cb, self);
  return SOLEUS_NOTIFIER (self);
}
