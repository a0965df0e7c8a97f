/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call at a time keeps the order in which notifications come up, and the program small. A timer runs only while one waits for
 * another. */
#include "notify/soleus-notify-queue.h"

#define PATIENCE_MS 1000

struct _SoleusNotifyQueue
{
  SoleusNotifyMake make;
  SoleusNotifyEnded ended;
  gpointer data;
  GQueue waiting;  /* SoleusNotifyJob */
  GQueue running;
  guint patience;
};

static void
job_free (SoleusNotifyJob *job)
{
  g_clear_pointer (&job->call, soleus_notify_call_forget);
  g_free (job->key);
  g_free (job);
}

static void
call_ended_cb (SoleusNotifyOutcome outcome,
               guint32             id,
               gpointer            data)
{
  SoleusNotifyJob *job = data;
  SoleusNotifyQueue *self = job->queue;

  job->call = NULL;
  g_queue_remove (&self->running, job);
  self->ended (job, outcome, id, self->data);
  job_free (job);
}

static gboolean
patience_cb (gpointer data)
{
  SoleusNotifyQueue *self = data;

  self->patience = 0;
  soleus_notify_queue_pump (self);
  return G_SOURCE_REMOVE;
}

/* How long the next must wait for those that run: milliseconds, 0 for not at all. */
static int
get_wait (SoleusNotifyQueue *self)
{
  const SoleusNotifyJob *last = g_queue_peek_tail (&self->running);
  gint64 spent = last != NULL ? (g_get_monotonic_time () - last->start) / 1000 : PATIENCE_MS;

  return spent < PATIENCE_MS ? (int) (PATIENCE_MS - spent) : 0;
}

static void
start (SoleusNotifyQueue *self,
       SoleusNotifyJob   *job)
{
  NotifyNotification *message = self->make (job, self->data);

  if (message == NULL)
    {
      job_free (job);
      return;
    }
  job->start = g_get_monotonic_time ();
  g_queue_push_tail (&self->running, job);
  job->call = soleus_notify_call_start (job->verb, message, call_ended_cb, job);
}

/**
 * soleus_notify_queue_new:
 * @make: says what a job is, when its turn comes
 * @ended: called when it ended
 * @data: for both
 *
 * Returns: (transfer full): an empty queue
 */
SoleusNotifyQueue *
soleus_notify_queue_new (SoleusNotifyMake  make,
                         SoleusNotifyEnded ended,
                         gpointer          data)
{
  SoleusNotifyQueue *self = g_new0 (SoleusNotifyQueue, 1);

  self->make = make;
  self->ended = ended;
  self->data = data;
  return self;
}

/**
 * soleus_notify_queue_free:
 * @self: (transfer full): a queue
 *
 * Frees it. Calls under way end by themselves, and nobody waits for them.
 */
void
soleus_notify_queue_free (SoleusNotifyQueue *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) job_free);
  g_queue_clear_full (&self->running, (GDestroyNotify) job_free);
  g_free (self);
}

/**
 * soleus_notify_queue_add:
 * @self: a queue
 * @key: (nullable): of which notification
 * @id: a number, or 0
 * @age: of which service
 *
 * Lines up a job; soleus_notify_queue_pump() starts it.
 */
void
soleus_notify_queue_add (SoleusNotifyQueue *self,
                         const char        *key,
                         guint32            id,
                         guint              age)
{
  SoleusNotifyJob *job = g_new0 (SoleusNotifyJob, 1);

  job->queue = self;
  job->key = g_strdup (key);
  job->id = id;
  job->age = age;
  g_queue_push_tail (&self->waiting, job);
}

/**
 * soleus_notify_queue_pump:
 * @self: a queue
 *
 * Starts what can be started.
 */
void
soleus_notify_queue_pump (SoleusNotifyQueue *self)
{
  int wait = 0;

  while (!g_queue_is_empty (&self->waiting) && (wait = get_wait (self)) == 0)
    start (self, g_queue_pop_head (&self->waiting));
  g_clear_handle_id (&self->patience, g_source_remove);
  if (!g_queue_is_empty (&self->waiting))
    self->patience = g_timeout_add (wait, patience_cb, self);
}

/**
 * soleus_notify_queue_is_busy:
 * @self: a queue
 *
 * Returns: whether a call is under way
 */
gboolean
soleus_notify_queue_is_busy (SoleusNotifyQueue *self)
{
  return !g_queue_is_empty (&self->running);
}
