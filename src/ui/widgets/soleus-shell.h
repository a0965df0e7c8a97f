/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's two parts: a rail that shows when there is room for it, and the content. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_SHELL (soleus_shell_get_type ())
G_DECLARE_FINAL_TYPE (SoleusShell, soleus_shell, SOLEUS, SHELL, GtkWidget)

#define SOLEUS_SHELL_MIN_WIDTH 360

/* What the content must keep for the rail to be shown. */
#define SOLEUS_SHELL_MIN_CONTENT 560

GtkWidget *soleus_shell_new (void);

GtkWidget *soleus_shell_get_rail (SoleusShell *self);
void soleus_shell_set_rail (SoleusShell *self,
                            GtkWidget   *rail);
GtkWidget *soleus_shell_get_content (SoleusShell *self);
void soleus_shell_set_content (SoleusShell *self,
                               GtkWidget   *content);

gboolean soleus_shell_get_narrow (SoleusShell *self);

G_END_DECLS
