/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Today shows on top: an open emergency alone, else the warnings that are due and the offer of a check. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_WARNINGS_BOX (soleus_warnings_box_get_type ())

G_DECLARE_FINAL_TYPE (SoleusWarningsBox, soleus_warnings_box, SOLEUS, WARNINGS_BOX, GtkBox)

GtkWidget *soleus_warnings_box_new           (SoleusContext *context);
gboolean   soleus_warnings_box_has_emergency (SoleusWarningsBox *self);

G_END_DECLS
