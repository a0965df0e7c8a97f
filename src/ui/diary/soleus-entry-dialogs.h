/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing the small entries of a day: stretches that were done, and habits. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_stretch_dialog_show (GtkWindow *parent, SoleusContext *context, const char *uuid, SoleusDate day);
void soleus_habit_dialog_show   (GtkWindow *parent, SoleusContext *context, const char *uuid);

G_END_DECLS
