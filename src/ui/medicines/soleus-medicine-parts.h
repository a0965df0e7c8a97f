/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small dialogs for what belongs to a medicine: a change of its dose, what is left of it, and a pause. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_dose_change_dialog_show (GtkWindow *parent, SoleusContext *context, SoleusRecord *medicine, const char *uuid);
void soleus_stock_dialog_show       (GtkWindow *parent, SoleusContext *context, SoleusRecord *medicine, const char *uuid);
void soleus_pause_dialog_show       (GtkWindow *parent, SoleusContext *context, SoleusRecord *medicine);

G_END_DECLS
