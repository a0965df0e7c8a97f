/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of the first start. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

gboolean   soleus_welcome_card_is_wanted (SoleusContext *context);
GtkWidget *soleus_welcome_card_new       (SoleusContext *context);

G_END_DECLS
