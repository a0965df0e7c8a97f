/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointing at the muscle: the leg map with what is needed around it. */
#pragma once

#include "drawing/soleus-leg-map.h"
#include "ui/widgets/soleus-sites.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_LEG_MAP_VIEW (soleus_leg_map_view_get_type ())
G_DECLARE_FINAL_TYPE (SoleusLegMapView, soleus_leg_map_view, SOLEUS, LEG_MAP_VIEW, GtkWidget)

GtkWidget *soleus_leg_map_view_new (SoleusLegMap *map,
                                    SoleusSites  *sites);

const char *soleus_leg_map_view_get_status (SoleusLegMapView *self);

G_END_DECLS
