/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How medicines and their doses are said. A missed dose is stated, never scolded, and never to be made up for. */
#pragma once

#include "app/soleus-stock.h"
#include "guidance/soleus-medicines.h"

G_BEGIN_DECLS

char *soleus_medicine_words_title  (SoleusRecord *medicine);
char *soleus_medicine_words_span   (SoleusRecord *medicine);
char *soleus_medicine_words_change (SoleusRecord *change);
char *soleus_medicine_words_kinds  (const SoleusMedicines *medicines, const SoleusMedicineMatch *match, gboolean *linked);
char *soleus_medicine_words_stock  (const SoleusStock *stock);
char *soleus_medicine_words_limits (const SoleusAsNeeded *state, SoleusTime now);

char *soleus_dose_words_what       (const SoleusDose *dose);
char *soleus_dose_words_state      (const SoleusDose *dose);
char *soleus_dose_words_when       (SoleusDate date, int minute, SoleusDate today);

G_END_DECLS
