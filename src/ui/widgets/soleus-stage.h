/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fills the window: a head and a foot that stay, and between them what scrolls where it must. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_STAGE (soleus_stage_get_type ())
G_DECLARE_FINAL_TYPE (SoleusStage, soleus_stage, SOLEUS, STAGE, GtkWidget)

GtkWidget *soleus_stage_new         (GtkWidget *head);
GtkWidget *soleus_stage_get_body    (SoleusStage *self);
GtkWidget *soleus_stage_get_buttons (SoleusStage *self);
GtkWidget *soleus_stage_get_foot    (SoleusStage *self);
void       soleus_stage_clear       (SoleusStage *self);

G_END_DECLS
