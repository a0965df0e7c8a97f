/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outline read from text: drawn with cairo, and asked whether it holds a point and how far a point is from it. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _SoleusPath SoleusPath;

SoleusPath *soleus_path_new (const char *text);
void soleus_path_free (SoleusPath *self);

void soleus_path_append (const SoleusPath *self,
                         cairo_t          *cr);
void soleus_path_get_extents (const SoleusPath  *self,
                              cairo_rectangle_t *extents);
gboolean soleus_path_contains (const SoleusPath *self,
                               double            x,
                               double            y);
double soleus_path_get_distance (const SoleusPath *self,
                                 double            x,
                                 double            y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusPath, soleus_path_free)

G_END_DECLS
