/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call of libnotify, which may wait for half a minute, in a thread that ends with it. */
#pragma once

#include <libnotify/notify.h>

G_BEGIN_DECLS

/**
 * SoleusNotifyVerb:
 * @SOLEUS_NOTIFY_MEET: make libnotify's line to the service; once, before all others
 * @SOLEUS_NOTIFY_SHOW: put a notification up, or replace it
 * @SOLEUS_NOTIFY_CLOSE: take it down
 *
 * What is called.
 */
typedef enum
{
  SOLEUS_NOTIFY_MEET,
  SOLEUS_NOTIFY_SHOW,
  SOLEUS_NOTIFY_CLOSE,
} SoleusNotifyVerb;

/**
 * SoleusNotifyOutcome:
 * @SOLEUS_NOTIFY_DONE: the service said so
 * @SOLEUS_NOTIFY_REFUSED: it did not happen
 * @SOLEUS_NOTIFY_UNANSWERED: the service has the message, and may still act on it
 *
 * How it ended.
 */
typedef enum
{
  SOLEUS_NOTIFY_DONE,
  SOLEUS_NOTIFY_REFUSED,
  SOLEUS_NOTIFY_UNANSWERED,
} SoleusNotifyOutcome;

typedef struct _SoleusNotifyCall SoleusNotifyCall;

typedef void (*SoleusNotifyDone) (SoleusNotifyOutcome outcome, guint32 id, gpointer data);

gboolean          soleus_notify_call_has_met (void);
SoleusNotifyCall *soleus_notify_call_start   (SoleusNotifyVerb verb, NotifyNotification *notification, SoleusNotifyDone done, gpointer data);
void              soleus_notify_call_forget  (SoleusNotifyCall *self);

G_END_DECLS
