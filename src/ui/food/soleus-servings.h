/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many servings, in halves: a number between two buttons. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_SERVINGS (soleus_servings_get_type ())
G_DECLARE_FINAL_TYPE (SoleusServings, soleus_servings, SOLEUS, SERVINGS, GtkWidget)

GtkWidget *soleus_servings_new       (void);
void       soleus_servings_set_food  (SoleusServings *self, const char *name);
gint64     soleus_servings_get_value (SoleusServings *self);
void       soleus_servings_set_value (SoleusServings *self, gint64 servings);

G_END_DECLS
