/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks once which number to call in an emergency. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_emergency_dialog_show (GtkWindow *parent, SoleusContext *context);

G_END_DECLS
