/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is the same for the desktop's own service and for the portal: what is asked, and what is told. */
#include "notify/soleus-notifier-private.h"

G_DEFINE_ABSTRACT_TYPE (SoleusNotifier, soleus_notifier, G_TYPE_OBJECT)

enum
{
  SIGNAL_SHOWN,
  SIGNAL_FAILED,
  SIGNAL_PRESSED,
  SIGNAL_CLOSED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
soleus_notifier_class_init (SoleusNotifierClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  /**
   * SoleusNotifier::shown:
   * @self: the notifier
   * @key: which notification
   *
   * It is up now. Said once for each that was not up before; a program that was started anew says it once more.
   */
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SoleusNotifier::failed:
   * @self: the notifier
   * @key: which notification
   *
   * It could not be put up. It is tried again when the service comes back.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SoleusNotifier::pressed:
   * @self: the notifier
   * @press: what the button, or the notification itself, was given to tell
   * @token: what lets a window come to the front, or ""
   *
   * It was pressed, and is no longer up.
   */
  signals[SIGNAL_PRESSED] = g_signal_new ("pressed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * SoleusNotifier::closed:
   * @self: the notifier
   * @key: which notification
   *
   * It is gone without an answer, and not because it was asked to go.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SoleusNotifier::changed:
   * @self: the notifier
   *
   * Whether notifications can be shown became another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_notifier_init (SoleusNotifier *self)
{
}

void
soleus_notifier_emit_shown (SoleusNotifier *self,
                            const char     *key)
{
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0, key);
}

void
soleus_notifier_emit_failed (SoleusNotifier *self,
                             const char     *key)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, key);
}

void
soleus_notifier_emit_pressed (SoleusNotifier *self,
                              const char     *press,
                              const char     *token)
{
  g_signal_emit (self, signals[SIGNAL_PRESSED], 0, press, token);
}

void
soleus_notifier_emit_closed (SoleusNotifier *self,
                             const char     *key)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0, key);
}

void
soleus_notifier_emit_changed (SoleusNotifier *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * soleus_notifier_new:
 * @app_id: the id of the application
 * @use_portal: whether notifications go through the desktop's portal, as a sandbox needs it
 *
 * Returns: (transfer full): a notifier with nothing up. It cannot show anything until the desktop has answered, which it says by
 *   "changed".
 */
SoleusNotifier *
soleus_notifier_new (const char *app_id,
                     gboolean    use_portal)
{
  return use_portal ? soleus_notifier_portal_new (app_id) : soleus_notifier_desktop_new (app_id);
}

/**
 * soleus_notifier_set:
 * @self: a notifier
 * @notifications: (element-type SoleusNotification): all that are to be up, in the order in which they come up; it is not kept
 *
 * Makes it so, now or when the desktop lets it. What is up already and says the same is left alone; what says something else is
 * replaced without a sound; what is not listed is closed. What was up when the program was ended is taken over.
 */
void
soleus_notifier_set (SoleusNotifier *self,
                     GPtrArray      *notifications)
{
  g_return_if_fail (SOLEUS_IS_NOTIFIER (self));
  g_return_if_fail (notifications != NULL);

  SOLEUS_NOTIFIER_GET_CLASS (self)->set (self, notifications);
}

/**
 * soleus_notifier_can_show:
 * @self: a notifier
 *
 * Returns: whether there is something that shows notifications, and it answers
 */
gboolean
soleus_notifier_can_show (SoleusNotifier *self)
{
  g_return_val_if_fail (SOLEUS_IS_NOTIFIER (self), FALSE);

  return SOLEUS_NOTIFIER_GET_CLASS (self)->can_show (self);
}
