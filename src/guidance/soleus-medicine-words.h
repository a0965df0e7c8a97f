/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A typed name as plain words, and how far two spellings are apart. Part of SoleusMedicines. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest name that is looked at, in bytes; a diary's own limit is far below. */
#define SOLEUS_MEDICINE_MAX_BYTES 1000

/* The longest spelling that is compared letter by letter, in letters. */
#define SOLEUS_MEDICINE_MAX_LETTERS 40

/**
 * SoleusMedicineWord:
 * @text: (nullable): letters or digits, folded; %NULL between the parts of a combination
 * @is_number: whether @text is digits
 */
typedef struct
{
  char *text;
  gboolean is_number;
} SoleusMedicineWord;

GArray *soleus_medicine_words_alloc    (void);
GArray *soleus_medicine_words_new      (const char *text);
char   *soleus_medicine_words_join     (GArray *words, guint first, guint n);
guint   soleus_medicine_words_allow    (guint length, guint other_length);
guint   soleus_medicine_words_distance (const char *word, const char *other, guint limit);
guint32 soleus_medicine_words_letters  (const char *word);

G_END_DECLS
