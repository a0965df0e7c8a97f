/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One glass of the picture of what was drunk. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_GLASS (soleus_glass_get_type ())

G_DECLARE_FINAL_TYPE (SoleusGlass, soleus_glass, SOLEUS, GLASS, GtkWidget)

GtkWidget *soleus_glass_new       (double level);
double     soleus_glass_get_level (SoleusGlass *self);

G_END_DECLS
