/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the window share. */
#pragma once

#include "ui/shell/soleus-window.h"
#include "ui/widgets/soleus-pager.h"

G_BEGIN_DECLS

void         soleus_window_install_actions   (GtkWidgetClass *widget_class);
void         soleus_window_install_book_actions (GtkWidgetClass *widget_class);
void         soleus_window_update_actions    (SoleusWindow *self);
SoleusPager *soleus_window_get_pager         (SoleusWindow *self);
GtkWidget   *soleus_window_get_place_page    (SoleusWindow *self, const char *place);
void         soleus_window_update_warnings   (SoleusWindow *self);
void         soleus_window_popup_menu        (SoleusWindow *self);
const char  *soleus_window_get_place         (SoleusWindow *self);

G_END_DECLS
