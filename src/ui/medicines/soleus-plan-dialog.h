/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets, changes or ends the schedule of a medicine. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_plan_dialog_show (GtkWindow *parent, SoleusContext *context, const char *medicine_uuid);

G_END_DECLS
