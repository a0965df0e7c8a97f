/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guides with their search, pictures and foods, and the exercises that a person added. */
#pragma once

#include "app/soleus-guidance.h"
#include "drawing/soleus-figure.h"
#include "guidance/soleus-foods.h"
#include "guidance/soleus-guide-search.h"
#include "guidance/soleus-relief.h"

G_BEGIN_DECLS

typedef struct _SoleusLibrary SoleusLibrary;

SoleusLibrary       *soleus_library_new                (const SoleusGuidance *guidance, const char *own_folder);
void                 soleus_library_free               (SoleusLibrary *self);
const SoleusGuides  *soleus_library_get_guides         (SoleusLibrary *self);
SoleusGuideSearch   *soleus_library_get_search         (SoleusLibrary *self);
const SoleusRelief  *soleus_library_get_relief         (SoleusLibrary *self);
GPtrArray           *soleus_library_get_foods          (SoleusLibrary *self);
const SoleusFigures *soleus_library_get_figures        (SoleusLibrary *self);
const SoleusFigure  *soleus_library_get_figure         (SoleusLibrary *self, const char *id);
const SoleusFigure  *soleus_library_get_fitting_figure (SoleusLibrary *self, const char *id, SoleusLimits limits);
const SoleusFigure  *soleus_library_get_guide_figure   (SoleusLibrary *self, const SoleusGuide *guide, SoleusLimits limits);
GPtrArray           *soleus_library_get_problems       (SoleusLibrary *self);
const SoleusGuide   *soleus_library_add_own            (SoleusLibrary *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusLibrary, soleus_library_free)

G_END_DECLS
