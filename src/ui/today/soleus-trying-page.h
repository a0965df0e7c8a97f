/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Things you are trying: what is kept up now, and what was before. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TRYING_PAGE (soleus_trying_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusTryingPage, soleus_trying_page, SOLEUS, TRYING_PAGE, GtkWidget)

GtkWidget *soleus_trying_page_new (SoleusContext *context);

G_END_DECLS
