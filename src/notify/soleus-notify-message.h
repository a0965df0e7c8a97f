/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A notification as libnotify wants it, in what the service can show. */
#pragma once

#include <libnotify/notify.h>

#include "notify/soleus-notifier.h"

G_BEGIN_DECLS

NotifyNotification *soleus_notify_message_new      (const SoleusNotification *notification, const char *app_id, const char *const *capabilities, guint32 replaces, gboolean silent);
NotifyNotification *soleus_notify_message_new_bare (guint32 id);

G_END_DECLS
