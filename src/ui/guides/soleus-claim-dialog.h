/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who says so: the detail of one claim. */
#pragma once

#include <gtk/gtk.h>

#include "guidance/soleus-content.h"
#include "guidance/soleus-guide.h"

G_BEGIN_DECLS

void soleus_claim_dialog_show       (GtkWidget *parent, const SoleusContent *content, const SoleusClaim *claim);
void soleus_claim_dialog_show_steps (GtkWidget *parent, const SoleusContent *content, const SoleusGuide *guide);

G_END_DECLS
