/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark of a night as a widget. */
#pragma once

#include "drawing/soleus-night-mark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_NIGHT_MARK (soleus_night_mark_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNightMark, soleus_night_mark, SOLEUS, NIGHT_MARK, GtkWidget)

GtkWidget *soleus_night_mark_new (SoleusNightState state,
                                  guint            count);
GtkWidget *soleus_night_mark_new_decorative (SoleusNightState state,
                                             guint            count);

void soleus_night_mark_set (SoleusNightMark *self,
                            SoleusNightState state,
                            guint            count);

G_END_DECLS
