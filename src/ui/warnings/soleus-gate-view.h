/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One screen of warning signs before any stretch: none of them, or which. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-safety-gate.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_GATE_VIEW (soleus_gate_view_get_type ())

G_DECLARE_FINAL_TYPE (SoleusGateView, soleus_gate_view, SOLEUS, GATE_VIEW, GtkBox)

GtkWidget *soleus_gate_view_new           (const SoleusGuidance *guidance, const char *question, const char *none);
void       soleus_gate_view_choose        (SoleusGateView *self);
gboolean   soleus_gate_view_is_choosing   (SoleusGateView *self);
void       soleus_gate_view_focus_heading (SoleusGateView *self);

G_END_DECLS
