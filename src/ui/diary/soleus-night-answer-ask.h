/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what a person said of a night, and asks first where that contradicts what is recorded. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_night_answer (GtkWidget *parent, SoleusContext *context, SoleusDate night, const char *said);

G_END_DECLS
