/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How drinks are counted, what one press adds, and a goal of one's own. */
#pragma once

#include <adwaita.h>

#include "ui/preferences/soleus-profile-form.h"

G_BEGIN_DECLS

AdwPreferencesGroup *soleus_drinks_group_new (SoleusProfileForm *form);

G_END_DECLS
