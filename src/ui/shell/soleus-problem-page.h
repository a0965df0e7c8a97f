/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown in the place of everything where the diary cannot be opened. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

GtkWidget *soleus_problem_page_new (SoleusContext *context, const GError *error);

G_END_DECLS
