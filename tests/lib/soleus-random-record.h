/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by chance, made from the table of kinds, so that a new field is tested on the day it is added. */
#pragma once

#include "model/soleus-record.h"

G_BEGIN_DECLS

SoleusRecord *soleus_random_record      (GRand *rand, SoleusKind kind);
SoleusRecord *soleus_random_record_full (GRand *rand, SoleusKind kind);
void          soleus_random_change      (GRand *rand, SoleusRecord *record);
char         *soleus_random_uuid        (GRand *rand);
char         *soleus_random_text        (GRand *rand, guint n_characters);

G_END_DECLS
