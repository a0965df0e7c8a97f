/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Medicines with schedules, for tests of the window. */
#pragma once

#include "soleus-ui-test.h"

G_BEGIN_DECLS

char         *soleus_medicine_test_add      (SoleusUiTest *test, const char *name, const char *strength);
void          soleus_medicine_test_schedule (SoleusUiTest *test, const char *medicine, const char *times);
void          soleus_medicine_test_as_needed (SoleusUiTest *test, const char *medicine, int gap_min, int most_a_day);
GPtrArray    *soleus_medicine_test_list     (SoleusUiTest *test, SoleusKind kind);
const SoleusRow *soleus_medicine_test_only  (GPtrArray *records);

G_END_DECLS
