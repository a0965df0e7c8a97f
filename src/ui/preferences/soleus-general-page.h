/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How things are shown. */
#pragma once

#include "ui/preferences/soleus-profile-form.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwPreferencesPage *soleus_general_page_new (SoleusProfileForm *form);

G_END_DECLS
