/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service says what it can: without buttons there are none, without a body the title has all, and where the body may have markup it is
 * escaped. The title never has any. */
#include "config.h"

#include "notify/soleus-notify-message.h"

#include <glib/gi18n.h>

/* The press is heard from the service itself; libnotify only wants to have somebody to call. */
static void
pressed_cb (NotifyNotification *message,
            char               *action,
            gpointer            data)
{
}

static gboolean
can (const char *const *capabilities,
     const char        *what)
{
  return capabilities != NULL && g_strv_contains (capabilities, what);
}

static void
add_action (NotifyNotification *message,
            const char         *key,
            const char         *label)
{
  if (key[0] != '\0' && label[0] != '\0')
    notify_notification_add_action (message, key, label, pressed_cb, NULL, NULL);
}

/**
 * soleus_notify_message_new:
 * @notification: what it says
 * @app_id: the id of the application
 * @capabilities: (nullable): what the service can do
 * @replaces: the number of the one that it replaces, or 0
 * @silent: whether it makes no sound even where it may
 *
 * Returns: (transfer full): a message that was not sent yet
 */
NotifyNotification *
soleus_notify_message_new (const SoleusNotification *notification,
                           const char               *app_id,
                           const char *const        *capabilities,
                           guint32                   replaces,
                           gboolean                  silent)
{
  gboolean apart = can (capabilities, "body"), has_body = notification->body[0] != '\0';
  g_autofree char *title = has_body && !apart ? g_strdup_printf ("%s – %s", notification->title, notification->body) : g_strdup (notification->title);
  g_autofree char *body = NULL;
  NotifyNotification *message = soleus_notify_message_new_bare (replaces);

  if (has_body && apart)
    body = can (capabilities, "body-markup") ? g_markup_escape_text (notification->body, -1) : g_strdup (notification->body);
  g_object_set (message, "app-name", _("Soleus"), "summary", title, "body", body, "icon-name", app_id, NULL);
  notify_notification_set_hint (message, "desktop-entry", g_variant_new_string (app_id));
  notify_notification_set_category (message, "x-soleus.reminder");
  if (notification->sound && !silent)
    notify_notification_set_hint (message, "sound-name", g_variant_new_string ("message-new-instant"));
  else
    notify_notification_set_hint (message, "suppress-sound", g_variant_new_boolean (TRUE));
  notify_notification_set_timeout (message, notification->stays ? NOTIFY_EXPIRES_NEVER : NOTIFY_EXPIRES_DEFAULT);
  if (can (capabilities, "actions"))
    {
      if (notification->press[0] != '\0')
        add_action (message, "default", _("Open"));
      for (guint i = 0; notification->labels[i] != NULL && notification->presses[i] != NULL; i++)
        add_action (message, notification->presses[i], notification->labels[i]);
    }
  return message;
}

/**
 * soleus_notify_message_new_bare:
 * @id: the number that the service gave, or 0
 *
 * Returns: (transfer full): a message without text, good for closing
 */
NotifyNotification *
soleus_notify_message_new_bare (guint32 id)
{
  /* libnotify keeps the number as a signed one; no service is known to count that far. */
  return g_object_new (NOTIFY_TYPE_NOTIFICATION, "id", id <= G_MAXINT32 ? (int) id : 0, "summary", "", NULL);
}
