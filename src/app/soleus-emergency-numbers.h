/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which emergency number to propose, until the person has said which one is right. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *soleus_emergency_numbers_get_country     (guint index);
const char *soleus_emergency_numbers_get_name        (const char *country);
const char *soleus_emergency_numbers_get_number      (const char *country);
char       *soleus_emergency_numbers_parse_locale    (const char *locale);
char       *soleus_emergency_numbers_dup_here        (void);

G_END_DECLS
