/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds a medicine, or changes one. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_medicine_dialog_show (GtkWindow *parent, SoleusContext *context, const char *uuid);

G_END_DECLS
