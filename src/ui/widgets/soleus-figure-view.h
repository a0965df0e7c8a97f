/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure that moves, in the colours of the window. */
#pragma once

#include <gtk/gtk.h>

#include "drawing/soleus-figure.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FIGURE_VIEW (soleus_figure_view_get_type ())

G_DECLARE_FINAL_TYPE (SoleusFigureView, soleus_figure_view, SOLEUS, FIGURE_VIEW, GtkWidget)

GtkWidget *soleus_figure_view_new         (void);
void       soleus_figure_view_set_figure  (SoleusFigureView *self, const SoleusFigures *figures, const SoleusFigure *figure);
void       soleus_figure_view_set_mirror  (SoleusFigureView *self, gboolean mirror);
void       soleus_figure_view_set_moving  (SoleusFigureView *self, gboolean moving);
void       soleus_figure_view_restart     (SoleusFigureView *self);
void       soleus_figure_view_set_night   (SoleusFigureView *self, gboolean night);
void       soleus_figure_view_set_heights (SoleusFigureView *self, int least, int natural);
gboolean   soleus_figure_view_is_moving   (SoleusFigureView *self);

G_END_DECLS
