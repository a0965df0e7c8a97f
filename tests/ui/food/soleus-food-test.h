/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meals for tests of the window. */
#pragma once

#include "soleus-ui-test.h"

G_BEGIN_DECLS

SoleusRecord *soleus_food_test_log_meal (SoleusUiTest *test, const char *at, const char *word, const char *food, const char *name, gint64 servings);

G_END_DECLS
