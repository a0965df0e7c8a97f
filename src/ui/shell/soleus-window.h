/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: places, pages, and what belongs to all of them. */
#pragma once

#include <adwaita.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_WINDOW (soleus_window_get_type ())

G_DECLARE_FINAL_TYPE (SoleusWindow, soleus_window, SOLEUS, WINDOW, AdwApplicationWindow)

SoleusWindow  *soleus_window_new          (AdwApplication *application, SoleusContext *context);
SoleusContext *soleus_window_get_context  (SoleusWindow *self);
void           soleus_window_show_place   (SoleusWindow *self, const char *place);
void           soleus_window_show_page    (SoleusWindow *self, const char *page);
void           soleus_window_push         (SoleusWindow *self, GtkWidget *page, const char *title, const char *subtitle);
void           soleus_window_go_back      (SoleusWindow *self);
void           soleus_window_toast        (SoleusWindow *self, const char *text);
void           soleus_window_open_diary   (SoleusWindow *self);
void           soleus_window_reopen       (SoleusWindow *self);
void           soleus_window_open_over    (SoleusWindow *self, GtkWidget *view);
void           soleus_window_close_over   (SoleusWindow *self);
GtkWidget     *soleus_window_get_over     (SoleusWindow *self);

G_END_DECLS
