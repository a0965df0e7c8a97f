/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a medicine as needed, within the limits that the person set. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_take_one (GtkWidget *parent, SoleusContext *context, const char *medicine);

G_END_DECLS
