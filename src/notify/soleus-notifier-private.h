/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the notifiers share. */
#pragma once

#include "notify/soleus-notifier.h"

G_BEGIN_DECLS

SoleusNotification *soleus_notification_copy    (const SoleusNotification *self);
char               *soleus_notification_digest  (const SoleusNotification *self);
gboolean            soleus_notification_is_like (const SoleusNotification *self, const SoleusNotification *other);

#define SOLEUS_TYPE_NOTIFIER_DESKTOP (soleus_notifier_desktop_get_type ())
#define SOLEUS_TYPE_NOTIFIER_PORTAL (soleus_notifier_portal_get_type ())

G_DECLARE_FINAL_TYPE (SoleusNotifierDesktop, soleus_notifier_desktop, SOLEUS, NOTIFIER_DESKTOP, SoleusNotifier)
G_DECLARE_FINAL_TYPE (SoleusNotifierPortal, soleus_notifier_portal, SOLEUS, NOTIFIER_PORTAL, SoleusNotifier)

SoleusNotifier *soleus_notifier_desktop_new  (const char *app_id);
SoleusNotifier *soleus_notifier_portal_new   (const char *app_id);

void            soleus_notifier_emit_shown   (SoleusNotifier *self, const char *key);
void            soleus_notifier_emit_failed  (SoleusNotifier *self, const char *key);
void            soleus_notifier_emit_pressed (SoleusNotifier *self, const char *press, const char *token);
void            soleus_notifier_emit_closed  (SoleusNotifier *self, const char *key);
void            soleus_notifier_emit_changed (SoleusNotifier *self);

G_END_DECLS
