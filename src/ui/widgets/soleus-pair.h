/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture and its words: side by side where there is room, else one above the other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_PAIR (soleus_pair_get_type ())

G_DECLARE_FINAL_TYPE (SoleusPair, soleus_pair, SOLEUS, PAIR, GtkWidget)

GtkWidget *soleus_pair_new (GtkWidget *picture, GtkWidget *words);

G_END_DECLS
