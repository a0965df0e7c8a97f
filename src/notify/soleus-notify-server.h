/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop's notification service, as far as it is there and answers. Nothing here waits for it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_NOTIFY_SERVER (soleus_notify_server_get_type ())

G_DECLARE_FINAL_TYPE (SoleusNotifyServer, soleus_notify_server, SOLEUS, NOTIFY_SERVER, GObject)

/* Signals:
 * "ready"   (): it answered
 * "silent"  (): it was asked anew, and has not answered yet
 * "lost"    (): it is gone, and all that was up on it
 * "invoked" (guint id, char *key, char *token): an action of a notification was pressed, of any program
 * "closed"  (guint id): a notification is gone, of any program */

SoleusNotifyServer *soleus_notify_server_new              (void);
void                soleus_notify_server_wake             (SoleusNotifyServer *self);
void                soleus_notify_server_ask              (SoleusNotifyServer *self);
gboolean            soleus_notify_server_is_ready         (SoleusNotifyServer *self);
const char         *soleus_notify_server_get_owner        (SoleusNotifyServer *self);
const char *const  *soleus_notify_server_get_capabilities (SoleusNotifyServer *self);

G_END_DECLS
