/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of an emergency with its three answers, wherever it stands. */
#pragma once

#include "app/soleus-context.h"
#include "ui/warnings/soleus-card-view.h"

G_BEGIN_DECLS

GtkWidget *soleus_emergency_card_new (SoleusContext *context, const SoleusCard *card, SoleusRecord *verdict);

G_END_DECLS
