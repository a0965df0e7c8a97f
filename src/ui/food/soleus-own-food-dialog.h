/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds and changes a food of the person's own. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_own_food_dialog_show (GtkWindow *parent, SoleusContext *context, const char *uuid, const char *name);

G_END_DECLS
