/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs something long in a thread, and shows how far it is if it takes long. */
#pragma once

#include <gtk/gtk.h>

#include "ui/exchange/soleus-progress-window.h"
#include "ui/exchange/soleus-tally.h"

G_BEGIN_DECLS

/* Runs in a thread: no widget, and a connection of its own to the diary. */
typedef gpointer (*SoleusWorkFunc) (gpointer data, SoleusTally *tally, GError **error);

/**
 * SoleusWork:
 * @title: what is being done: "Exporting…"
 * @unit: what its tally counts
 * @can_cancel: whether it stops when its tally says so
 * @func: what to do
 * @data: for @func, of which it is the only owner
 * @free_data: frees @data, in any thread
 * @free_result: (nullable): frees what @func returned, where nobody takes it
 */
typedef struct
{
  const char *title;
  SoleusProgressUnit unit;
  gboolean can_cancel;
  SoleusWorkFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} SoleusWork;

void     soleus_work_run    (GtkWindow *parent, const SoleusWork *work, GAsyncReadyCallback callback, gpointer data);
gpointer soleus_work_finish (GAsyncResult *result, GError **error);

G_END_DECLS
