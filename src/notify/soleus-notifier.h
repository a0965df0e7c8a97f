/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notifications on the desktop: told which ones are to be up, it makes it so, and tells what the person did with them. No call
 * here waits for the desktop. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SoleusNotification:
 * @key: what it is known by, over restarts too
 * @title: plain text
 * @body: plain text; may be empty
 * @press: what is told when the notification itself is pressed
 * @labels: (array zero-terminated=1): the words on its buttons
 * @presses: (array zero-terminated=1): what is told when they are pressed, as many
 * @sound: whether it may make a sound when it comes up
 * @stays: whether it stays on the screen until it is answered
 *
 * One notification.
 */
typedef struct
{
  char *key;
  char *title;
  char *body;
  char *press;
  char **labels;
  char **presses;
  gboolean sound;
  gboolean stays;
} SoleusNotification;

SoleusNotification *soleus_notification_new  (const char *key, const char *title, const char *body, const char *press);
void                soleus_notification_add_button (SoleusNotification *self, const char *label, const char *press);
void                soleus_notification_free (SoleusNotification *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusNotification, soleus_notification_free)

#define SOLEUS_TYPE_NOTIFIER (soleus_notifier_get_type ())

G_DECLARE_DERIVABLE_TYPE (SoleusNotifier, soleus_notifier, SOLEUS, NOTIFIER, GObject)

/**
 * SoleusNotifierClass:
 * @set: the work of soleus_notifier_set()
 * @can_show: the work of soleus_notifier_can_show()
 *
 * The desktop's own service and the portal are two of these.
 */
struct _SoleusNotifierClass
{
  GObjectClass parent_class;

  void     (*set)      (SoleusNotifier *self, GPtrArray *notifications);
  gboolean (*can_show) (SoleusNotifier *self);
};

/* Signals:
 * "shown"   (char *key): it is up now; said once for each that was not up before, and by a program that was started anew once more
 * "failed"  (char *key): it could not be put up; it is tried again when the service comes back
 * "pressed" (char *press, char *token): a button, or the notification itself; the token lets a window come to the front, or is "".
 *           What was pressed is no longer up. Through the portal, presses go to the window's name instead, as the action
 *           "app.reminder-press"
 * "closed"  (char *key): it is gone, without an answer: the person dismissed it, or it left the screen. The portal does not tell
 * "changed" (): whether notifications can be shown became another */

SoleusNotifier *soleus_notifier_new      (const char *app_id, gboolean use_portal);
void            soleus_notifier_set      (SoleusNotifier *self, GPtrArray *notifications);
gboolean        soleus_notifier_can_show (SoleusNotifier *self);

G_END_DECLS
