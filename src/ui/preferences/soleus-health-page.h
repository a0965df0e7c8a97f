/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Your health: all of it optional, each question with the reason why it is asked. */
#pragma once

#include "ui/preferences/soleus-profile-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwPreferencesPage *soleus_health_page_new (SoleusProfileForm *form);

G_END_DECLS
