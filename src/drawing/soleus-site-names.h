/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people read for a place on the body: "Calf", "Left calf". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *soleus_site_get_name (const char *muscle,
                                  const char *side);
const char *soleus_side_get_name (const char *side);

G_END_DECLS
