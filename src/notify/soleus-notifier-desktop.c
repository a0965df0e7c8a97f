/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings what is up to what is wanted. The service may say that a notification was pressed before the thread that sent it knows its
 * number: that is kept until then. What a service had is gone with it, and is put up on the next one. */
#include "config.h"

#include "notify/soleus-notifier-private.h"

#include <glib/gi18n.h>

#include "notify/soleus-notify-entries.h"
#include "notify/soleus-notify-message.h"
#include "notify/soleus-notify-queue.h"
#include "notify/soleus-notify-server.h"

/* After a press most services close the notification themselves. */
#define LEAVE_MS 500

#define MOST_EARLY 64

/* Something that the service told of a number which is not known. */
typedef struct
{
  guint32 id;
  char *key; /* NULL: it was closed */
  char *token;
} Early;

struct _SoleusNotifierDesktop
{
  SoleusNotifier parent_instance;

  char *app_id;
  SoleusNotifyServer *server;
  guint age;
  gboolean was_set;
  gboolean has_read;
  GPtrArray *entries;
  SoleusNotifyQueue *queue;
  GPtrArray *early;
  GArray *leaving; /* numbers */
  guint leave;
};

G_DEFINE_FINAL_TYPE (SoleusNotifierDesktop, soleus_notifier_desktop, SOLEUS_TYPE_NOTIFIER)

static void
early_free (Early *early)
{
  g_free (early->key);
  g_free (early->token);
  g_free (early);
}

static void
write_kept (SoleusNotifierDesktop *self)
{
  const char *owner = soleus_notify_server_get_owner (self->server);

  if (owner != NULL && self->has_read)
    soleus_notify_entries_write_kept (self->entries, owner);
}

static gboolean
needs_close (SoleusNotifierDesktop   *self,
             const SoleusNotifyEntry *entry)
{
  return entry->wanted == NULL && entry->id != 0 && self->was_set;
}

/* Lines up what is to be done, in the order of the list, and drops what is over. */
static void
work (SoleusNotifierDesktop *self)
{
  gboolean is_ready = soleus_notify_server_is_ready (self->server);

  for (guint i = 0; i < self->entries->len;)
    {
      SoleusNotifyEntry *entry = self->entries->pdata[i];

      if (!entry->is_busy && entry->wanted == NULL && self->was_set && entry->id == 0)
        {
          g_ptr_array_remove_index (self->entries, i);
          continue;
        }
      i++;
      if (entry->is_busy || !is_ready || !(soleus_notify_entry_needs_show (entry) || needs_close (self, entry)))
        continue;
      entry->is_busy = TRUE;
      soleus_notify_queue_add (self->queue, entry->key, 0, self->age);
    }
  soleus_notify_queue_pump (self->queue);
}

static void
end_leaving (SoleusNotifierDesktop *self,
             guint32                id)
{
  for (guint i = 0; i < self->leaving->len; i++)
    if (g_array_index (self->leaving, guint32, i) == id)
      {
        g_array_remove_index (self->leaving, i);
        return;
      }
}

static gboolean
leave_cb (gpointer data)
{
  SoleusNotifierDesktop *self = data;

  self->leave = 0;
  for (guint i = 0; i < self->leaving->len; i++)
    if (soleus_notify_server_is_ready (self->server))
      soleus_notify_queue_add (self->queue, NULL, g_array_index (self->leaving, guint32, i), self->age);
  g_array_set_size (self->leaving, 0);
  soleus_notify_queue_pump (self->queue);
  return G_SOURCE_REMOVE;
}

static void
leave_number (SoleusNotifierDesktop *self,
              guint32                id)
{
  if (id == 0)
    return;
  end_leaving (self, id);
  g_array_append_val (self->leaving, id);
  g_clear_handle_id (&self->leave, g_source_remove);
  self->leave = g_timeout_add (LEAVE_MS, leave_cb, self);
}

/* It was pressed, so it is no longer up, whatever the service does with it. */
static void
take_press (SoleusNotifierDesktop *self,
            SoleusNotifyEntry     *entry,
            guint32                id,
            const char            *press,
            const char            *token)
{
  g_autofree char *words = g_strdup (press);

  soleus_notify_entry_start_anew (entry);
  entry->is_answered = entry->is_sending;
  leave_number (self, entry->id);
  leave_number (self, id);
  soleus_notify_entry_forget_up (entry);
  write_kept (self);
  soleus_notifier_emit_pressed (SOLEUS_NOTIFIER (self), words, token);
}

static void
keep_early (SoleusNotifierDesktop *self,
            guint32                id,
            const char            *key,
            const char            *token)
{
  Early *early;

  if (!soleus_notify_queue_is_busy (self->queue) || self->early->len >= MOST_EARLY)
    return;
  early = g_new0 (Early, 1);
  early->id = id;
  early->key = g_strdup (key);
  early->token = g_strdup (token);
  g_ptr_array_add (self->early, early);
}

static void
invoked_cb (SoleusNotifierDesktop *self,
            guint                  id,
            const char            *key,
            const char            *token)
{
  g_autoptr (SoleusNotifierDesktop) alive = g_object_ref (self);
  SoleusNotifyEntry *entry = soleus_notify_entries_find_number (self->entries, id);

  if (g_str_equal (key, "default"))
    {
      if (entry == NULL)
        keep_early (self, id, key, token);
      else if (entry->press != NULL && entry->press[0] != '\0')
        take_press (self, entry, id, entry->press, token);
    }
  /* The number is ours from another life of this program: so is the key, though it is not known here. */
  else if (entry != NULL && soleus_notify_entry_has_press (entry, key))
    take_press (self, entry, id, key, token);
  /* The key says all, so it does not need the number. */
  else if ((entry = soleus_notify_entries_find_press (self->entries, key)) != NULL)
    take_press (self, entry, id, key, token);
  work (self);
}

static void
closed_cb (SoleusNotifierDesktop *self,
           guint                  id)
{
  g_autoptr (SoleusNotifierDesktop) alive = g_object_ref (self);
  g_autofree char *key = NULL;
  SoleusNotifyEntry *entry = soleus_notify_entries_find_number (self->entries, id);

  end_leaving (self, id);
  /* One that is being replaced at this moment may come back under another number. */
  if (entry == NULL || entry->is_sending)
    {
      keep_early (self, id, NULL, NULL);
      return;
    }
  /* Taken down by us, and wanted again since: nobody dismissed it. */
  if (entry->is_closing)
    {
      soleus_notify_entry_forget_up (entry);
      write_kept (self);
      return;
    }
  if (entry->wanted != NULL)
    key = g_strdup (entry->key);
  soleus_notify_entry_start_anew (entry);
  soleus_notify_entry_forget_up (entry);
  write_kept (self);
  if (key != NULL)
    soleus_notifier_emit_closed (SOLEUS_NOTIFIER (self), key);
  work (self);
}

/* What the service told of it while its number was not known. */
static void
hear_early (SoleusNotifierDesktop *self,
            guint32                id)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->early);

  self->early = g_ptr_array_new_with_free_func ((GDestroyNotify) early_free);
  for (guint i = 0; i < all->len; i++)
    {
      const Early *early = all->pdata[i];

      if (early->id != id)
        keep_early (self, early->id, early->key, early->token);
      else if (early->key != NULL)
        invoked_cb (self, id, early->key, early->token);
      else
        closed_cb (self, id);
    }
}

static void
tell_shown (SoleusNotifierDesktop *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      SoleusNotifyEntry *entry = self->entries->pdata[i];
      g_autofree char *key = NULL;

      if (entry->is_busy || !entry->is_up || entry->is_unsure || entry->wanted == NULL || entry->was_told)
        continue;
      entry->was_told = TRUE;
      key = g_strdup (entry->key);
      soleus_notifier_emit_shown (SOLEUS_NOTIFIER (self), key);
      i = (guint) -1; /* whoever heard that may have set others */
    }
}

static void
end_show (SoleusNotifierDesktop *self,
          SoleusNotifyEntry     *entry,
          SoleusNotifyOutcome    outcome,
          guint32                id)
{
  g_autofree char *key = g_strdup (entry->key);
  gboolean is_wanted = entry->wanted != NULL;

  if (outcome == SOLEUS_NOTIFY_REFUSED)
    {
      entry->was_refused = TRUE;
      soleus_notify_entry_forget_up (entry);
      write_kept (self);
      if (is_wanted)
        soleus_notifier_emit_failed (SOLEUS_NOTIFIER (self), key);
      return;
    }
  entry->is_up = TRUE;
  entry->is_unsure = outcome == SOLEUS_NOTIFY_UNANSWERED;
  if (outcome == SOLEUS_NOTIFY_DONE)
    entry->id = id;
  g_free (entry->press);
  entry->press = g_strdup (entry->sent->press);
  write_kept (self);
  tell_shown (self);
  if (id != 0)
    hear_early (self, id);
}

static void
end_entry (SoleusNotifierDesktop *self,
           const SoleusNotifyJob *job,
           SoleusNotifyOutcome    outcome,
           guint32                id)
{
  SoleusNotifyEntry *entry = soleus_notify_entries_find (self->entries, job->key);
  gboolean is_answered = entry->is_answered;

  entry->is_busy = entry->is_sending = entry->is_closing = entry->is_answered = FALSE;
  if (job->age != self->age)
    return;
  if (is_answered)
    {
      leave_number (self, id);
      hear_early (self, id);
    }
  else if (job->verb == SOLEUS_NOTIFY_SHOW)
    end_show (self, entry, outcome, id);
  else
    {
      soleus_notify_entry_forget_up (entry);
      write_kept (self);
    }
}

static void
job_ended_cb (const SoleusNotifyJob *job,
              SoleusNotifyOutcome    outcome,
              guint32                id,
              gpointer               data)
{
  g_autoptr (SoleusNotifierDesktop) self = g_object_ref (data);
  guint age = job->age;

  if (job->key != NULL)
    end_entry (self, job, outcome, id);
  if (!soleus_notify_queue_is_busy (self->queue))
    g_ptr_array_set_size (self->early, 0);
  if (outcome == SOLEUS_NOTIFY_UNANSWERED && age == self->age)
    soleus_notify_server_ask (self->server);
  work (self);
}

static NotifyNotification *
make_message (SoleusNotifyJob *job,
              gpointer         data)
{
  SoleusNotifierDesktop *self = data;
  gboolean is_ready = job->age == self->age && soleus_notify_server_is_ready (self->server);
  SoleusNotifyEntry *entry = job->key != NULL ? soleus_notify_entries_find (self->entries, job->key) : NULL;

  job->verb = SOLEUS_NOTIFY_CLOSE;
  if (entry == NULL)
    return is_ready ? soleus_notify_message_new_bare (job->id) : NULL;
  if (is_ready && needs_close (self, entry))
    {
      entry->is_closing = TRUE;
      return soleus_notify_message_new_bare (entry->id);
    }
  if (!is_ready || !soleus_notify_entry_needs_show (entry))
    {
      entry->is_busy = FALSE;
      return NULL;
    }
  job->verb = SOLEUS_NOTIFY_SHOW;
  entry->is_sending = TRUE;
  g_clear_pointer (&entry->sent, soleus_notification_free);
  entry->sent = soleus_notification_copy (entry->wanted);
  return soleus_notify_message_new (entry->sent, self->app_id, soleus_notify_server_get_capabilities (self->server), entry->id, entry->was_up || entry->is_up);
}

static void
server_ready_cb (SoleusNotifierDesktop *self)
{
  g_autoptr (SoleusNotifierDesktop) alive = g_object_ref (self);

  if (!self->has_read)
    soleus_notify_entries_read_kept (self->entries, soleus_notify_server_get_owner (self->server));
  self->has_read = TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      SoleusNotifyEntry *entry = self->entries->pdata[i];

      /* It answers in order: so it has seen what it did not answer for. */
      entry->is_unsure = entry->was_refused = FALSE;
    }
  tell_shown (self);
  soleus_notifier_emit_changed (SOLEUS_NOTIFIER (self));
  work (self);
}

static void
server_lost_cb (SoleusNotifierDesktop *self)
{
  self->age++;
  self->has_read = TRUE;
  g_ptr_array_set_size (self->early, 0);
  g_array_set_size (self->leaving, 0);
  g_clear_handle_id (&self->leave, g_source_remove);
  for (guint i = 0; i < self->entries->len; i++)
    {
      SoleusNotifyEntry *entry = self->entries->pdata[i];

      entry->was_up = entry->was_up || entry->is_up;
      soleus_notify_entry_forget_up (entry);
    }
  soleus_notifier_emit_changed (SOLEUS_NOTIFIER (self));
}

static void
soleus_notifier_desktop_set (SoleusNotifier *notifier,
                             GPtrArray      *notifications)
{
  SoleusNotifierDesktop *self = SOLEUS_NOTIFIER_DESKTOP (notifier);

  self->was_set = TRUE;
  soleus_notify_entries_take_list (self->entries, notifications);
  if (notifications->len > 0)
    soleus_notify_server_wake (self->server);
  tell_shown (self);
  work (self);
}

static gboolean
soleus_notifier_desktop_can_show (SoleusNotifier *notifier)
{
  return soleus_notify_server_is_ready (SOLEUS_NOTIFIER_DESKTOP (notifier)->server);
}

static void
soleus_notifier_desktop_finalize (GObject *object)
{
  SoleusNotifierDesktop *self = SOLEUS_NOTIFIER_DESKTOP (object);

  g_clear_handle_id (&self->leave, g_source_remove);
  soleus_notify_queue_free (self->queue);
  g_object_run_dispose (G_OBJECT (self->server));
  g_object_unref (self->server);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->early);
  g_array_unref (self->leaving);
  g_free (self->app_id);

  G_OBJECT_CLASS (soleus_notifier_desktop_parent_class)->finalize (object);
}

static void
soleus_notifier_desktop_class_init (SoleusNotifierDesktopClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_notifier_desktop_finalize;

  SOLEUS_NOTIFIER_CLASS (klass)->set = soleus_notifier_desktop_set;
  SOLEUS_NOTIFIER_CLASS (klass)->can_show = soleus_notifier_desktop_can_show;
}

static void
soleus_notifier_desktop_init (SoleusNotifierDesktop *self)
{
  self->entries = soleus_notify_entries_new ();
  self->early = g_ptr_array_new_with_free_func ((GDestroyNotify) early_free);
  self->leaving = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->queue = soleus_notify_queue_new (make_message, job_ended_cb, self);
}

/**
 * soleus_notifier_desktop_new:
 * @app_id: the id of the application
 *
 * Returns: (transfer full): a notifier for the desktop's own service
 */
SoleusNotifier *
soleus_notifier_desktop_new (const char *app_id)
{
  SoleusNotifierDesktop *self;

  /* libnotify would use the portal by itself in what it takes for a sandbox, such as a terminal that was started by a snap. */
  g_setenv ("NOTIFY_IGNORE_PORTAL", "1", TRUE);
  if (!notify_is_initted ())
    notify_init (_("Soleus"));
  self = g_object_new (SOLEUS_TYPE_NOTIFIER_DESKTOP, NULL);
  self->app_id = g_strdup (app_id);
  self->server = soleus_notify_server_new ();
  g_signal_connect_object (self->server, "ready", G_CALLBACK (server_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->server, "silent", G_CALLBACK (soleus_notifier_emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->server, "lost", G_CALLBACK (server_lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->server, "invoked", G_CALLBACK (invoked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->server, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  return SOLEUS_NOTIFIER (self);
}
