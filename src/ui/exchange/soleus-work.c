/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the thread sees and what the window sees are kept apart: the thread may be the last to let go of its own things,
 * so none of them is a widget. */
#include "config.h"

#include "ui/exchange/soleus-work.h"

/* A window that comes and goes at once is worse than none. */
#define SHOW_AFTER_MS 500

typedef struct
{
  SoleusWork work;
  SoleusTally *tally;
} Job;

typedef struct
{
  GtkWidget *window; /* NULL where its parent took it along */
  guint source;
  GAsyncReadyCallback callback;
  gpointer data;
} Wait;

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->work.free_data != NULL)
    self->work.free_data (self->work.data);
  soleus_tally_unref (self->tally);
  g_free (self);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gpointer result = job->work.func (job->work.data, job->tally, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->work.free_result);
}

static gboolean
show_cb (gpointer data)
{
  Wait *wait = data;

  wait->source = 0;
  if (wait->window != NULL)
    gtk_window_present (GTK_WINDOW (wait->window));
  return G_SOURCE_REMOVE;
}

static void
work_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Wait *wait = data;

  g_clear_handle_id (&wait->source, g_source_remove);
  if (wait->window != NULL)
    {
      GtkWidget *window = wait->window;

      g_clear_weak_pointer (&wait->window);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  wait->callback (source, result, wait->data);
  g_free (wait);
}

/**
 * soleus_work_run:
 * @parent: the window that waits
 * @work: what to do; its data goes along
 * @callback: called when it is done, has failed or was stopped
 * @data: for @callback
 */
void
soleus_work_run (GtkWindow          *parent,
                 const SoleusWork   *work,
                 GAsyncReadyCallback callback,
                 gpointer            data)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);
  Wait *wait = g_new0 (Wait, 1);

  job->work = *work;
  job->tally = soleus_tally_new ();

  wait->callback = callback;
  wait->data = data;
  g_set_weak_pointer (&wait->window, soleus_progress_window_new (parent, work->title, work->unit, work->can_cancel, job->tally));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (wait->window), TRUE);
  wait->source = g_timeout_add (SHOW_AFTER_MS, show_cb, wait);

  task = g_task_new (NULL, NULL, work_done_cb, wait);
  g_task_set_source_tag (task, soleus_work_run);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * soleus_work_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the work returned
 */
gpointer
soleus_work_finish (GAsyncResult *result,
                    GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
