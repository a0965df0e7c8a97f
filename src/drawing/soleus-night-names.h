/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people read for the state of a night. */
#pragma once

#include "model/soleus-night.h"

G_BEGIN_DECLS

const char *soleus_night_state_get_name (SoleusNightState state);

G_END_DECLS
