/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages within a place: a home, and the pages that were opened from it one after the other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_PAGER (soleus_pager_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPager, soleus_pager, SOLEUS, PAGER, GtkWidget)

GtkWidget *soleus_pager_new (void);

void soleus_pager_set_home (SoleusPager *self,
                            GtkWidget   *home,
                            const char  *title);
void soleus_pager_push (SoleusPager *self,
                        GtkWidget   *page,
                        const char  *title);
gboolean soleus_pager_pop (SoleusPager *self);
gboolean soleus_pager_pop_to_home (SoleusPager *self);
void soleus_pager_pop_now (SoleusPager *self);

void soleus_pager_set_page_title (SoleusPager *self,
                                  GtkWidget   *page,
                                  const char  *title,
                                  const char  *subtitle);

GtkWidget *soleus_pager_get_visible_page (SoleusPager *self);
gboolean soleus_pager_get_can_go_back (SoleusPager *self);
const char *soleus_pager_get_title (SoleusPager *self);
const char *soleus_pager_get_subtitle (SoleusPager *self);
const char *soleus_pager_get_back_title (SoleusPager *self);

G_END_DECLS
