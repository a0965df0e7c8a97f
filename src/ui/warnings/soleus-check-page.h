/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The warning check: eight questions on one calm screen, more only as they matter. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHECK_PAGE (soleus_check_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusCheckPage, soleus_check_page, SOLEUS, CHECK_PAGE, GtkWidget)

GtkWidget *soleus_check_page_new            (SoleusContext *context);
gboolean   soleus_check_page_has_emergency  (SoleusCheckPage *self);

G_END_DECLS
