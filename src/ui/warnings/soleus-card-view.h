/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One card of a verdict: level, what to do, why, buttons, and who says so. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-cards.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CARD_VIEW (soleus_card_view_get_type ())

G_DECLARE_FINAL_TYPE (SoleusCardView, soleus_card_view, SOLEUS, CARD_VIEW, GtkBox)

GtkWidget *soleus_card_view_new           (const SoleusCard *card);
GtkWidget *soleus_card_view_add_button    (SoleusCardView *self, const char *label, const char *name);
void       soleus_card_view_add_status    (SoleusCardView *self, const char *text);
void       soleus_card_view_focus_heading (SoleusCardView *self);

const char *soleus_level_get_icon         (SoleusLevel level);

G_END_DECLS
