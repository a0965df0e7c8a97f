/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts its children in one row if they fit, and below each other if they do not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_FLOW (soleus_flow_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFlow, soleus_flow, SOLEUS, FLOW, GtkWidget)

GtkWidget *soleus_flow_new (int spacing);

void soleus_flow_append (SoleusFlow *self,
                         GtkWidget  *child);

int soleus_flow_get_spacing (SoleusFlow *self);
void soleus_flow_set_spacing (SoleusFlow *self,
                              int         spacing);
gboolean soleus_flow_get_homogeneous (SoleusFlow *self);
void soleus_flow_set_homogeneous (SoleusFlow *self,
                                  gboolean    homogeneous);
gboolean soleus_flow_get_wrap (SoleusFlow *self);
void soleus_flow_set_wrap (SoleusFlow *self,
                           gboolean    wrap);

gboolean soleus_flow_get_is_row (SoleusFlow *self);

G_END_DECLS
