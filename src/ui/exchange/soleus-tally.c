/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread only writes numbers here; the window looks when it draws. So a report costs next to nothing, however often
 * it comes, and no widget is touched from a thread. */
#include "ui/exchange/soleus-tally.h"

struct _SoleusTally
{
  GMutex lock;
  gint64 done;
  gint64 total;
  gboolean stopped;
};

/**
 * soleus_tally_new:
 *
 * Returns: (transfer full): a tally of nothing yet
 */
SoleusTally *
soleus_tally_new (void)
{
  SoleusTally *self = g_atomic_rc_box_new0 (SoleusTally);

  g_mutex_init (&self->lock);
  return self;
}

/**
 * soleus_tally_ref:
 * @self: a tally
 *
 * Returns: (transfer full): the same one
 */
SoleusTally *
soleus_tally_ref (SoleusTally *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SoleusTally *self = data;

  g_mutex_clear (&self->lock);
}

/**
 * soleus_tally_unref:
 * @self: (transfer full): a tally
 */
void
soleus_tally_unref (SoleusTally *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * soleus_tally_report:
 * @done: how much is done
 * @total: how much there is
 * @tally: a tally
 *
 * A #SoleusProgress; may be called in any thread.
 *
 * Returns: %FALSE where the work is to stop
 */
gboolean
soleus_tally_report (gint64   done,
                     gint64   total,
                     gpointer tally)
{
  SoleusTally *self = tally;
  gboolean goes_on;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  goes_on = !self->stopped;
  g_mutex_unlock (&self->lock);
  return goes_on;
}

/**
 * soleus_tally_read:
 * @self: a tally
 * @done: (out): how much is done
 * @total: (out): how much there is
 *
 * Returns: whether anything was reported yet
 */
gboolean
soleus_tally_read (SoleusTally *self,
                   gint64      *done,
                   gint64      *total)
{
  g_mutex_lock (&self->lock);
  *done = self->done;
  *total = self->total;
  g_mutex_unlock (&self->lock);
  return *total > 0;
}

/**
 * soleus_tally_stop:
 * @self: a tally
 *
 * Asks the work to stop at its next report.
 */
void
soleus_tally_stop (SoleusTally *self)
{
  g_mutex_lock (&self->lock);
  self->stopped = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * soleus_tally_is_stopped:
 * @self: a tally
 *
 * Returns: whether it was asked to stop
 */
gboolean
soleus_tally_is_stopped (SoleusTally *self)
{
  gboolean stopped;

  g_mutex_lock (&self->lock);
  stopped = self->stopped;
  g_mutex_unlock (&self->lock);
  return stopped;
}
