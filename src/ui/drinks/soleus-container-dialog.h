/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A glass, mug or bottle of one's own: how much goes in, and what it mostly holds. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_container_dialog_show (GtkWindow *parent, SoleusContext *context, const char *uuid);

G_END_DECLS
