/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry for an amount of fluid in the person's unit, which says what it understood. */
#pragma once

#include <gtk/gtk.h>

#include "base/soleus-volume.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_AMOUNT_ENTRY (soleus_amount_entry_get_type ())

G_DECLARE_FINAL_TYPE (SoleusAmountEntry, soleus_amount_entry, SOLEUS, AMOUNT_ENTRY, GtkWidget)

GtkWidget  *soleus_amount_entry_new         (SoleusVolumeUnit unit, gint64 most);
void        soleus_amount_entry_set_amount  (SoleusAmountEntry *self, gint64 amount);
gint64      soleus_amount_entry_get_amount  (SoleusAmountEntry *self);
const char *soleus_amount_entry_get_problem (SoleusAmountEntry *self);
GtkWidget  *soleus_amount_entry_get_entry   (SoleusAmountEntry *self);

G_END_DECLS
