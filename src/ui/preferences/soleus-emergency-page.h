/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which number to call in an emergency, and where. */
#pragma once

#include "ui/preferences/soleus-profile-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwPreferencesPage *soleus_emergency_page_new (SoleusProfileForm *form);

G_END_DECLS
