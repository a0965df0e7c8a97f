/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where it hurt: a set of muscles with their sides. The leg map and the list beside it are two views of one set. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_SITES (soleus_sites_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSites, soleus_sites, SOLEUS, SITES, GObject)

/**
 * SoleusSitesFunc:
 * @muscle: a muscle's word
 * @side: (nullable): "left", "right" or %NULL
 * @data: what was given
 */
typedef void (*SoleusSitesFunc) (const char *muscle,
                                 const char *side,
                                 gpointer    data);

SoleusSites *soleus_sites_new (void);

gboolean soleus_sites_add (SoleusSites *self,
                           const char  *muscle,
                           const char  *side);
gboolean soleus_sites_remove (SoleusSites *self,
                              const char  *muscle,
                              const char  *side);
gboolean soleus_sites_toggle (SoleusSites *self,
                              const char  *muscle,
                              const char  *side);
void soleus_sites_clear (SoleusSites *self);

gboolean soleus_sites_contains (SoleusSites *self,
                                const char  *muscle,
                                const char  *side);
guint soleus_sites_get_size (SoleusSites *self);
void soleus_sites_foreach (SoleusSites    *self,
                           SoleusSitesFunc func,
                           gpointer        data);

G_END_DECLS
