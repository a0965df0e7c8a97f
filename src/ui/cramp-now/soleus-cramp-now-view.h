/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cramp now: one thing at a time, in the dark, with shaking hands. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"
#include "app/soleus-cramp-now.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CRAMP_NOW_VIEW (soleus_cramp_now_view_get_type ())

G_DECLARE_FINAL_TYPE (SoleusCrampNowView, soleus_cramp_now_view, SOLEUS, CRAMP_NOW_VIEW, GtkWidget)

GtkWidget      *soleus_cramp_now_view_new       (SoleusContext *context);
SoleusCrampNow *soleus_cramp_now_view_get_cramp (SoleusCrampNowView *self);
void            soleus_cramp_now_view_go_back   (SoleusCrampNowView *self);

G_END_DECLS
