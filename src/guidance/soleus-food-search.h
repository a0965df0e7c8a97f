/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds foods by the first letters of their words, as they are typed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SoleusFoodSearch SoleusFoodSearch;

SoleusFoodSearch *soleus_food_search_new  (void);
void              soleus_food_search_free (SoleusFoodSearch *self);
guint             soleus_food_search_add  (SoleusFoodSearch *self, const char *name);
GArray           *soleus_food_search_find (SoleusFoodSearch *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusFoodSearch, soleus_food_search_free)

G_END_DECLS
