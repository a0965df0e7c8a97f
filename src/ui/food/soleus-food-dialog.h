/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds what was eaten in a few letters, and changes a meal. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_food_dialog_show (GtkWindow *parent, SoleusContext *context, const char *uuid, SoleusDate day);

G_END_DECLS
