/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was deleted in the last 30 days, to bring back or to delete for good. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TRASH_PAGE (soleus_trash_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusTrashPage, soleus_trash_page, SOLEUS, TRASH_PAGE, GtkWidget)

GtkWidget *soleus_trash_page_new (SoleusContext *context);

G_END_DECLS
