/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two parts of a page: where there is room, one stays at the side of the other; elsewhere it is not there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_SIDE_BY_SIDE (soleus_side_by_side_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSideBySide, soleus_side_by_side, SOLEUS, SIDE_BY_SIDE, GtkWidget)

/* From which width on there is room for both. */
#define SOLEUS_SIDE_BY_SIDE_WIDTH 900

GtkWidget *soleus_side_by_side_new     (GtkWidget *side, GtkWidget *body);
gboolean   soleus_side_by_side_is_wide (SoleusSideBySide *self);

G_END_DECLS
