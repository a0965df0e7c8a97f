/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place Guides: to look through, and to search. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-library.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_GUIDES_PAGE (soleus_guides_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusGuidesPage, soleus_guides_page, SOLEUS, GUIDES_PAGE, GtkWidget)

GtkWidget *soleus_guides_page_new         (SoleusContext *context);
void       soleus_guides_page_search      (SoleusGuidesPage *self, const char *text);
void       soleus_guides_page_show_muscle (SoleusGuidesPage *self, const char *muscle);

G_END_DECLS
