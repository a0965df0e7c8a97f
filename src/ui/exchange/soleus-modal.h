/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog of one column: as wide as its window where that is narrow, closed by Escape, with a page that can change. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_MODAL (soleus_modal_get_type ())

G_DECLARE_FINAL_TYPE (SoleusModal, soleus_modal, SOLEUS, MODAL, AdwWindow)

GtkWidget *soleus_modal_new             (GtkWindow *parent, const char *title);
void       soleus_modal_set_page        (SoleusModal *self, GtkWidget *page);
void       soleus_modal_set_busy        (SoleusModal *self, gboolean busy);

GtkWidget *soleus_modal_page_new        (const char *heading);
GtkWidget *soleus_modal_page_add_text   (GtkWidget *page, const char *text);
GtkWidget *soleus_modal_page_add_note   (GtkWidget *page);
GtkWidget *soleus_modal_page_add_complaint (GtkWidget *page);
GtkWidget *soleus_modal_page_add_detail (GtkWidget *page, const char *text);
GtkWidget *soleus_modal_page_add_button (GtkWidget *page, const char *mnemonic, GCallback clicked, gpointer data);

G_END_DECLS
