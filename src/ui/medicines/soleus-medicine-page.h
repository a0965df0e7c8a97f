/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One medicine: what it is, when it is taken, what changed, what is left, what was taken lately. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MEDICINE_PAGE (soleus_medicine_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusMedicinePage, soleus_medicine_page, SOLEUS, MEDICINE_PAGE, GtkWidget)

GtkWidget *soleus_medicine_page_new (SoleusContext *context, const char *uuid);

G_END_DECLS
