/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a list: a title, a subtitle, and buttons that drop below the text where the window is narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_ACTION_ROW (soleus_action_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusActionRow, soleus_action_row, SOLEUS, ACTION_ROW, GtkWidget)

GtkWidget *soleus_action_row_new (const char *title,
                                  const char *subtitle);

const char *soleus_action_row_get_title (SoleusActionRow *self);
void soleus_action_row_set_title (SoleusActionRow *self,
                                  const char      *title);
const char *soleus_action_row_get_subtitle (SoleusActionRow *self);
void soleus_action_row_set_subtitle (SoleusActionRow *self,
                                     const char      *subtitle);

void soleus_action_row_set_prefix (SoleusActionRow *self,
                                   GtkWidget       *prefix);
void soleus_action_row_add_suffix (SoleusActionRow *self,
                                   GtkWidget       *suffix);
GtkWidget *soleus_action_row_add_button (SoleusActionRow *self,
                                         const char      *label,
                                         const char      *name);

G_END_DECLS
