/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that is tried over weeks: what it is, since when, until when. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void soleus_trying_dialog_show (GtkWindow *parent, SoleusContext *context, const char *uuid);

G_END_DECLS
