/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page for the clinic on paper. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

void               soleus_clinic_print         (GtkWindow *parent, SoleusContext *context);
GtkPrintOperation *soleus_clinic_print_prepare (SoleusContext *context);

G_END_DECLS
