/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan once more, from the sentences of what reminders do and in plain values, to compare the engine with. */
#pragma once

#include "reminders/soleus-reminder-world.h"

G_BEGIN_DECLS

guint    soleus_ref_world_add_row      (SoleusRefWorld *self, int kind, gint64 civil);
gboolean soleus_ref_world_is_in_ledger (const SoleusRefWorld *self, const SoleusRefRow *row);
gboolean soleus_ref_world_look         (SoleusRefWorld *self, gint64 now, gboolean glance);

G_END_DECLS
