/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leg map as a list: a row for each muscle, with a button for each side, and places that the map does not show. */
#pragma once

#include "drawing/soleus-leg-map.h"
#include "ui/widgets/soleus-sites.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_SITE_LIST (soleus_site_list_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSiteList, soleus_site_list, SOLEUS, SITE_LIST, GtkWidget)

GtkWidget *soleus_site_list_new (SoleusLegMap *map,
                                 SoleusSites  *sites);

GtkWidget *soleus_site_list_get_button (SoleusSiteList *self,
                                        const char     *muscle,
                                        const char     *side);

G_END_DECLS
