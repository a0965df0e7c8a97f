/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the engine sees of the facts: what was recorded, in lists in a fixed order, whatever the order it came in. */
#pragma once

#include "triage/soleus-facts.h"
#include "triage/soleus-rules-private.h"

G_BEGIN_DECLS

  /* One answer of one check. */
  typedef struct
  {
    const char *fact; /* static */
    const SoleusRow *row;
    SoleusRecord *check;
    SoleusTime at;
    gint64 age;      /* seconds */
    gboolean voided; /* marked by mistake */
  } SoleusAnswerGiven;

  typedef struct
  {
    SoleusRecord *record;
    const SoleusRow *row;
    char **classes;
    gboolean current;
  } SoleusMedicineTaken;

  struct _SoleusFacts
  {
    SoleusTime now;
    SoleusDate today; /* the date of the calendar */
    SoleusDate night; /* the present night date */
    GPtrArray *records[SOLEUS_KIND_LAST + 1];
    GArray *nights;      /* SoleusNight, by date */
    GHashTable *classes; /* uuid -> GStrv */
  };

  SoleusRecord *soleus_facts_get_profile (const SoleusFacts *self);
  GPtrArray *soleus_facts_get_records (const SoleusFacts *self, SoleusKind kind);
  int soleus_facts_count_cramps (const SoleusFacts *self, SoleusDate until, int days, int *n_recorded, int *n_with_cramps);
  SoleusDate soleus_facts_get_first_cramp (const SoleusFacts *self);
  gboolean soleus_facts_is_taken (const SoleusFacts *self, SoleusRecord *medicine);
  const char *const *soleus_facts_get_classes (const SoleusFacts *self, SoleusRecord *medicine);
  gboolean soleus_facts_check_follows_cramps (const SoleusFacts *self, SoleusRecord *check);
  GArray *soleus_facts_list_answers (const SoleusFacts *self, GHashTable *emergency_facts, gint64 current_seconds);

G_END_DECLS
