/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knows medicines by the name that a person types, and the classes that they belong to. It never guesses: a near miss is a
 * question, and an unknown name stays as it was typed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SoleusMedicines SoleusMedicines;

/**
 * SoleusMedicineMatch:
 * @names: (array zero-terminated=1): the known medicines in the typed name, by their first names in the data; empty if
 *   none is known
 * @classes: (array zero-terminated=1): ids of the classes of all of them, without doubles, in the order of the data
 * @suggestion: (nullable): what may have been meant, where nothing was known; only ever asked, never acted on
 */
typedef struct
{
  char **names;
  char **classes;
  char *suggestion;
} SoleusMedicineMatch;

SoleusMedicines     *soleus_medicines_new         (GBytes *json, GError **error);
SoleusMedicines     *soleus_medicines_load        (GError **error);
void                 soleus_medicines_free        (SoleusMedicines *self);
SoleusMedicineMatch *soleus_medicines_recognise   (const SoleusMedicines *self, const char *typed);
gboolean             soleus_medicines_is_linked   (const SoleusMedicines *self, const char *class_id);
const char          *soleus_medicines_get_title   (const SoleusMedicines *self, const char *class_id);
const char          *soleus_medicines_get_basis   (const SoleusMedicines *self, const char *class_id);
void                 soleus_medicine_match_free   (SoleusMedicineMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusMedicines, soleus_medicines_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusMedicineMatch, soleus_medicine_match_free)

G_END_DECLS
