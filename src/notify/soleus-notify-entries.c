/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that was asked for and the numbers of the service meet here. Few are up at a time, so they are looked for one by one. */
#include "notify/soleus-notify-entries.h"

#include "notify/soleus-notifier-private.h"
#include "notify/soleus-notify-kept.h"

static void
entry_free (SoleusNotifyEntry *self)
{
  g_free (self->key);
  g_clear_pointer (&self->wanted, soleus_notification_free);
  g_clear_pointer (&self->sent, soleus_notification_free);
  g_free (self->press);
  g_free (self);
}

static gboolean
says (const SoleusNotification *notification,
      const char               *press)
{
  return notification != NULL && g_strv_contains ((const char *const *) notification->presses, press);
}

/**
 * soleus_notify_entries_new:
 *
 * Returns: (transfer full) (element-type SoleusNotifyEntry): no entries
 */
GPtrArray *
soleus_notify_entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
}

/**
 * soleus_notify_entries_find:
 * @entries: (element-type SoleusNotifyEntry): entries
 * @key: what it is known by
 *
 * Returns: (transfer none) (nullable): that one
 */
SoleusNotifyEntry *
soleus_notify_entries_find (GPtrArray  *entries,
                            const char *key)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((SoleusNotifyEntry *) entries->pdata[i])->key, key))
      return entries->pdata[i];
  return NULL;
}

/**
 * soleus_notify_entries_find_number:
 * @entries: (element-type SoleusNotifyEntry): entries
 * @id: a number of the service
 *
 * Returns: (transfer none) (nullable): the one that has it
 */
SoleusNotifyEntry *
soleus_notify_entries_find_number (GPtrArray *entries,
                                   guint32    id)
{
  for (guint i = 0; i < entries->len && id != 0; i++)
    if (((SoleusNotifyEntry *) entries->pdata[i])->id == id)
      return entries->pdata[i];
  return NULL;
}

/**
 * soleus_notify_entries_find_press:
 * @entries: (element-type SoleusNotifyEntry): entries
 * @press: what a button tells
 *
 * Returns: (transfer none) (nullable): one that has such a button, or is to have it
 */
SoleusNotifyEntry *
soleus_notify_entries_find_press (GPtrArray  *entries,
                                  const char *press)
{
  for (guint i = 0; i < entries->len; i++)
    {
      SoleusNotifyEntry *entry = entries->pdata[i];

      if (says (entry->sent, press) || says (entry->wanted, press))
        return entry;
    }
  return NULL;
}

/**
 * soleus_notify_entries_add:
 * @entries: (element-type SoleusNotifyEntry): entries
 * @key: what it is known by
 *
 * Returns: (transfer none): that one, new or not
 */
SoleusNotifyEntry *
soleus_notify_entries_add (GPtrArray  *entries,
                           const char *key)
{
  SoleusNotifyEntry *entry = soleus_notify_entries_find (entries, key);

  if (entry != NULL)
    return entry;
  entry = g_new0 (SoleusNotifyEntry, 1);
  entry->key = g_strdup (key);
  g_ptr_array_add (entries, entry);
  return entry;
}

/**
 * soleus_notify_entries_take_list:
 * @entries: (element-type SoleusNotifyEntry): entries
 * @notifications: (element-type SoleusNotification): all that are to be up
 *
 * Wants these, and no others.
 */
void
soleus_notify_entries_take_list (GPtrArray *entries,
                                 GPtrArray *notifications)
{
  for (guint i = 0; i < entries->len; i++)
    ((SoleusNotifyEntry *) entries->pdata[i])->is_listed = FALSE;
  for (guint i = 0; i < notifications->len; i++)
    {
      const SoleusNotification *notification = notifications->pdata[i];
      SoleusNotifyEntry *entry = soleus_notify_entries_add (entries, notification->key);

      if (!soleus_notification_is_like (notification, entry->wanted))
        entry->was_refused = FALSE;
      g_clear_pointer (&entry->wanted, soleus_notification_free);
      entry->wanted = soleus_notification_copy (notification);
      entry->is_listed = TRUE;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      SoleusNotifyEntry *entry = entries->pdata[i];

      if (!entry->is_listed)
        soleus_notify_entry_start_anew (entry);
    }
}

/**
 * soleus_notify_entries_read_kept:
 * @entries: (element-type SoleusNotifyEntry): entries
 * @server: the unique name of the service
 *
 * Adds what another life of this program has put up there. It is sent once more, under its number, for it may have gone since; but not
 * where the number is not known.
 */
void
soleus_notify_entries_read_kept (GPtrArray  *entries,
                                 const char *server)
{
  g_autoptr (GPtrArray) kept = soleus_notify_kept_read (server);

  for (guint i = 0; i < kept->len; i++)
    {
      const SoleusNotifyKept *one = kept->pdata[i];
      SoleusNotifyEntry *entry = soleus_notify_entries_add (entries, one->key);

      g_free (entry->press);
      entry->press = g_strdup (one->press);
      entry->id = one->id;
      entry->is_up = one->id == 0;
      entry->was_up = TRUE;
    }
}

/**
 * soleus_notify_entries_write_kept:
 * @entries: (element-type SoleusNotifyEntry): entries
 * @server: the unique name of the service
 *
 * Writes down what is up there.
 */
void
soleus_notify_entries_write_kept (GPtrArray  *entries,
                                  const char *server)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_notify_kept_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const SoleusNotifyEntry *entry = entries->pdata[i];

      if (entry->is_up || entry->id != 0)
        g_ptr_array_add (kept, soleus_notify_kept_new (entry->key, entry->id, entry->press, NULL));
    }
  soleus_notify_kept_write (server, kept);
}

/**
 * soleus_notify_entry_has_press:
 * @self: an entry
 * @press: what a button tells
 *
 * Returns: whether the one that the service has may have such a button; of another life of this program it is not known
 */
gboolean
soleus_notify_entry_has_press (const SoleusNotifyEntry *self,
                               const char              *press)
{
  return self->sent == NULL || says (self->sent, press);
}

/**
 * soleus_notify_entry_needs_show:
 * @self: an entry
 *
 * Returns: whether it is to be put up, or replaced
 */
gboolean
soleus_notify_entry_needs_show (const SoleusNotifyEntry *self)
{
  if (self->wanted == NULL || self->was_refused)
    return FALSE;
  /* One that is up without a number cannot be replaced, and twice is worse than old. */
  return !self->is_up || (self->id != 0 && !soleus_notification_is_like (self->wanted, self->sent));
}

/**
 * soleus_notify_entry_forget_up:
 * @self: an entry
 *
 * The service no longer has it.
 */
void
soleus_notify_entry_forget_up (SoleusNotifyEntry *self)
{
  self->id = 0;
  self->is_up = self->is_unsure = FALSE;
  g_clear_pointer (&self->press, g_free);
  g_clear_pointer (&self->sent, soleus_notification_free);
}

/**
 * soleus_notify_entry_start_anew:
 * @self: an entry
 *
 * It is over; should it be wanted again, it is a new one.
 */
void
soleus_notify_entry_start_anew (SoleusNotifyEntry *self)
{
  g_clear_pointer (&self->wanted, soleus_notification_free);
  self->was_told = self->was_up = self->was_refused = FALSE;
}
