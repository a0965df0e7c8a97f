/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar that slides in to say something, with up to two buttons. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_NOTICE (soleus_notice_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNotice, soleus_notice, SOLEUS, NOTICE, GtkWidget)

GtkWidget *soleus_notice_new (const char *text);

const char *soleus_notice_get_text (SoleusNotice *self);
void soleus_notice_set_text (SoleusNotice *self,
                             const char   *text);
gboolean soleus_notice_get_revealed (SoleusNotice *self);
void soleus_notice_set_revealed (SoleusNotice *self,
                                 gboolean      revealed);

void soleus_notice_add_style (SoleusNotice *self,
                              const char   *style);

GtkWidget *soleus_notice_add_button (SoleusNotice *self,
                                     const char   *label,
                                     const char   *name);

G_END_DECLS
