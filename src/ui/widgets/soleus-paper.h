/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints text on as many pages as it takes. */
#pragma once

#include <gtk/gtk.h>

#include "drawing/soleus-figure.h"

G_BEGIN_DECLS

typedef struct _SoleusPaper SoleusPaper;

SoleusPaper       *soleus_paper_new        (const char *title);
void               soleus_paper_add_title  (SoleusPaper *self, const char *text);
void               soleus_paper_add_gap    (SoleusPaper *self);
void               soleus_paper_add_head   (SoleusPaper *self, const char *text);
void               soleus_paper_add_line   (SoleusPaper *self, const char *text);
void               soleus_paper_set_figure (SoleusPaper *self, const SoleusFigures *figures, const SoleusFigure *figure);
GtkPrintOperation *soleus_paper_prepare    (SoleusPaper *self);
void               soleus_paper_print      (GtkPrintOperation *operation, GtkWindow *parent);

G_END_DECLS
