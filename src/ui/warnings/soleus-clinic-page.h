/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page to hold up to a clinician. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

GtkWidget *soleus_clinic_page_new (SoleusContext *context);

G_END_DECLS
