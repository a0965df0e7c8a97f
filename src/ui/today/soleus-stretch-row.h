/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bedtime stretches on Today: start, or when they were done. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

GtkWidget *soleus_stretch_row_new (SoleusContext *context);

G_END_DECLS
