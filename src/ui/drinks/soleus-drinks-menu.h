/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be added besides the usual glass: other amounts, kinds, containers, times. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

GtkWidget *soleus_drinks_menu_new (SoleusContext *context);

G_END_DECLS
