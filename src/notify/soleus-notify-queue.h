/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls of libnotify in their order: one at a time, and one that hangs does not hold up the next for long. */
#pragma once

#include "notify/soleus-notify-call.h"

G_BEGIN_DECLS

typedef struct _SoleusNotifyQueue SoleusNotifyQueue;

/**
 * SoleusNotifyJob:
 * @key: (nullable): of which notification
 * @id: a number, or 0
 * @age: of which service
 * @verb: what is called, said when its turn comes
 *
 * A call that is to be made.
 */
typedef struct
{
  char *key;
  guint32 id;
  guint age;
  SoleusNotifyVerb verb;

  /*< private >*/
  SoleusNotifyQueue *queue;
  SoleusNotifyCall *call;
  gint64 start;
} SoleusNotifyJob;

/**
 * SoleusNotifyMake:
 * @job: a job whose turn has come
 * @data: of the queue
 *
 * Says what is called.
 *
 * Returns: (transfer full) (nullable): on which message; %NULL where there is nothing to do any more
 */
typedef NotifyNotification *(*SoleusNotifyMake) (SoleusNotifyJob *job, gpointer data);

typedef void (*SoleusNotifyEnded) (const SoleusNotifyJob *job, SoleusNotifyOutcome outcome, guint32 id, gpointer data);

SoleusNotifyQueue *soleus_notify_queue_new     (SoleusNotifyMake make, SoleusNotifyEnded ended, gpointer data);
void               soleus_notify_queue_free    (SoleusNotifyQueue *self);
void               soleus_notify_queue_add     (SoleusNotifyQueue *self, const char *key, guint32 id, guint age);
void               soleus_notify_queue_pump    (SoleusNotifyQueue *self);
gboolean           soleus_notify_queue_is_busy (SoleusNotifyQueue *self);

G_END_DECLS
