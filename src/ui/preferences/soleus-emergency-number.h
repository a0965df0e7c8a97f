/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an emergency number is typed, for the dialog and for the preferences. */
#pragma once

#include "ui/preferences/soleus-profile-entry.h"

G_BEGIN_DECLS

extern const SoleusProfileEntry soleus_emergency_number_entry;

char *soleus_emergency_number_complain (const char *number);
char *soleus_emergency_number_propose  (const char *country);

G_END_DECLS
