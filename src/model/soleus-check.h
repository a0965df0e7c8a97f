/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers of one warning check. */
#pragma once

#include "model/soleus-row.h"

G_BEGIN_DECLS

gboolean soleus_check_answer (SoleusRow *check, const char *fact, const char *value, GError **error);
void     soleus_check_answer_none_of_eight (SoleusRow *check);
gboolean soleus_check_denies_all_eight (const SoleusRow *check);
gboolean soleus_check_validate (const SoleusRow *check, GError **error);

G_END_DECLS
