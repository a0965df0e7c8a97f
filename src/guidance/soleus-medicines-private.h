/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the data of medicines becomes in memory. Nothing of it changes once it is read. */
#pragma once

#include "guidance/soleus-medicine-words.h"
#include "guidance/soleus-medicines.h"

G_BEGIN_DECLS

/* Classes and groups of look-alikes are sets of bits. */
#define SOLEUS_MEDICINE_MAX_SETS 64

/* What a word is beside the name of a medicine. */
typedef enum
{
  SOLEUS_MEDICINE_WORD_FORM = 1 << 0,  /* or the way it is taken */
  SOLEUS_MEDICINE_WORD_OTHER = 1 << 1, /* a unit, or when it is taken */
  SOLEUS_MEDICINE_WORD_JOINER = 1 << 2,
  SOLEUS_MEDICINE_WORD_NOT_BEFORE = 1 << 3, /* stands before what is not meant */
  SOLEUS_MEDICINE_WORD_NOT_AFTER = 1 << 4,
} SoleusMedicineWordKind;

typedef struct
{
  char *id;
  char *title;
  char *basis;
  char **sources;
  gboolean linked;
} SoleusMedicineClass;

typedef struct
{
  char *name;
  guint64 classes;
  guint64 look_alikes;
} SoleusMedicine;

/* A way to write the name of a medicine. */
typedef struct
{
  SoleusMedicine *medicine; /* borrowed */
  char *written;
  char *folded;
  guint length;
  guint32 letters;
} SoleusMedicineSpelling;

/* Medicines that have other classes together, or in some forms. */
typedef struct
{
  GPtrArray *medicines; /* borrowed */
  GHashTable *forms;    /* empty for any */
  guint64 classes;
} SoleusMedicineCombination;

struct _SoleusMedicines
{
  GPtrArray *classes;
  GPtrArray *medicines;
  GPtrArray *spellings;
  GPtrArray *combinations;
  GHashTable *by_name;      /* folded name -> spelling, borrowed */
  GHashTable *first_words;  /* of all names */
  GHashTable *salts;        /* folded */
  GHashTable *words;        /* folded -> kinds */
  guint most_words;         /* of a name or a salt */
};

G_END_DECLS
