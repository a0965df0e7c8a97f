/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GSound plays in a thread of its own; where there is no sound card, nothing happens. */
#include "config.h"

#include "platform/soleus-sound.h"

#if HAVE_GSOUND

#include <gmodule.h>
#include <gsound.h>

static GSoundContext *context;
static typeof (&gsound_context_play_simple) play_simple;

/* The library brings seven others with it, which the first frame should not wait for: it is loaded with the first sound. */
static void
load (void)
{
  static gboolean tried;
  typeof (&gsound_context_new) new_context = NULL;
  GModule *module;

  if (tried)
    return;
  tried = TRUE;
  module = g_module_open ("libgsound.so.0", G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (module == NULL)
    return;
  g_module_make_resident (module);
  if (g_module_symbol (module, "gsound_context_new", (gpointer *) &new_context) && g_module_symbol (module, "gsound_context_play_simple", (gpointer *) &play_simple))
    context = new_context (NULL, NULL);
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
  load ();
  if (context != NULL)
    play_simple (context, NULL, NULL, GSOUND_ATTR_EVENT_ID, sound == SOLEUS_SOUND_DONE ? "complete" : "message", GSOUND_ATTR_CANBERRA_CACHE_CONTROL, "permanent", NULL);
#endif
}
