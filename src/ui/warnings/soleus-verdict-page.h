/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of a verdict, whether of now or as it was. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_VERDICT_PAGE (soleus_verdict_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusVerdictPage, soleus_verdict_page, SOLEUS, VERDICT_PAGE, GtkWidget)

GtkWidget *soleus_verdict_page_new            (SoleusContext *context, SoleusRecord *verdict);
gboolean   soleus_verdict_page_has_emergency  (SoleusVerdictPage *self);

G_END_DECLS
