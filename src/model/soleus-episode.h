/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the values of an episode mean together: when it was, how long it took, whether it belongs to the night. */
#pragma once

#include "model/soleus-row.h"

G_BEGIN_DECLS

/* A start from 20:00 to 08:59 counts as night-time where nothing else was said. */
#define SOLEUS_NIGHT_STARTS_AT (20 * 60)
#define SOLEUS_NIGHT_ENDS_AT (9 * 60)

gboolean soleus_episode_is_night_time (const SoleusRow *episode);
gint64   soleus_episode_get_seconds   (const SoleusRow *episode);
gboolean soleus_episode_has_site      (const SoleusRow *episode, const char *muscle, const char *side);
gboolean soleus_episode_validate      (const SoleusRow *episode, GError **error);

G_END_DECLS
