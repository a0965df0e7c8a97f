/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preferences: what a person sets, and what Soleus may know about them. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_preferences_show (GtkWindow *parent, SoleusContext *context, const char *page);

G_END_DECLS
