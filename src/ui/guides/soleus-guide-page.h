/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One guide: what to do, what to take care of, what is known and who says so. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-library.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_GUIDE_PAGE (soleus_guide_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusGuidePage, soleus_guide_page, SOLEUS, GUIDE_PAGE, GtkWidget)

GtkWidget  *soleus_guide_page_new   (SoleusContext *context, const SoleusGuide *guide);
const char *soleus_guide_page_get_id (SoleusGuidePage *self);
void        soleus_guide_page_print (SoleusGuidePage *self);

G_END_DECLS
