/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GSound plays in a thread of its own; where there is no sound card, nothing happens. */
#include "config.h"

#include "platform/soleus-sound.h"

#if HAVE_GSOUND

#include <gsound.h>

static GSoundContext *
get_context (void)
{
  static GSoundContext *context;
  static gboolean tried;

  if (!tried)
    context = gsound_context_new (NULL, NULL);
  tried = TRUE;
  return context;
}

#endif

/**
 * soleus_sound_is_there:
 *
 * Returns: whether the program was built with sounds
 */
gboolean
soleus_sound_is_there (void)
{
  return HAVE_GSOUND;
}

/**
 * soleus_sound_play:
 * @sound: a sound
 *
 * Plays it, if that can be done.
 */
void
soleus_sound_play (SoleusSound sound)
{
#if HAVE_GSOUND
  GSoundContext *context = get_context ();

  if (context != NULL)
    gsound_context_play_simple (context, NULL, NULL, GSOUND_ATTR_EVENT_ID, sound == SOLEUS_SOUND_DONE ? "complete" : "message", GSOUND_ATTR_CANBERRA_CACHE_CONTROL, "permanent", NULL);
#endif
}
