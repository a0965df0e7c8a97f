/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was eaten today, in one row. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

GtkWidget *soleus_food_row_new (SoleusContext *context);

G_END_DECLS
