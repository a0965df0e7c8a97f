/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One dose that was taken or skipped: when, how much, and a note. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_dose_dialog_add  (GtkWindow *parent, SoleusContext *context, SoleusRecord *dose);
void soleus_dose_dialog_edit (GtkWindow *parent, SoleusContext *context, const char *uuid);

G_END_DECLS
