/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Soleus can and cannot do. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

GtkWidget *soleus_limits_page_new (SoleusContext *context);

G_END_DECLS
