/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way in which the window writes: it waits for other programs without blocking, and remembers how to undo. */
#pragma once

#include <gio/gio.h>

#include "store/soleus-diary.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_KEEPER (soleus_keeper_get_type ())

G_DECLARE_FINAL_TYPE (SoleusKeeper, soleus_keeper, SOLEUS, KEEPER, GObject)

SoleusKeeper *soleus_keeper_new          (SoleusDiary *diary);
void          soleus_keeper_write        (SoleusKeeper *self, GPtrArray *edits, const char *said, GAsyncReadyCallback callback, gpointer data);
gboolean      soleus_keeper_write_finish (SoleusKeeper *self, GAsyncResult *result, GError **error);
void          soleus_keeper_save         (SoleusKeeper *self, SoleusRecord *record, const char *said);
void          soleus_keeper_delete       (SoleusKeeper *self, const char *uuid, const char *said);
void          soleus_keeper_keep         (SoleusKeeper *self, GPtrArray *edits, GAsyncReadyCallback callback, gpointer data);
gboolean      soleus_keeper_can_undo     (SoleusKeeper *self);
void          soleus_keeper_undo         (SoleusKeeper *self);
void          soleus_keeper_forget_undo  (SoleusKeeper *self);
gboolean      soleus_keeper_is_waiting   (SoleusKeeper *self);

G_END_DECLS
