/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a piece of work in a thread is, and whether it is to stop: written by the thread, read by the window. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SoleusTally SoleusTally;

SoleusTally *soleus_tally_new        (void);
SoleusTally *soleus_tally_ref        (SoleusTally *self);
void         soleus_tally_unref      (SoleusTally *self);
gboolean     soleus_tally_report     (gint64 done, gint64 total, gpointer tally);
gboolean     soleus_tally_read       (SoleusTally *self, gint64 *done, gint64 *total);
void         soleus_tally_stop       (SoleusTally *self);
gboolean     soleus_tally_is_stopped (SoleusTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusTally, soleus_tally_unref)

G_END_DECLS
