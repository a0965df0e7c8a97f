/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Soft sounds of the desktop's sound theme, where the program was built with them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SoleusSound:
 * @SOLEUS_SOUND_CHANGE: something else is to be done
 * @SOLEUS_SOUND_DONE: it is over
 */
typedef enum
{
  SOLEUS_SOUND_CHANGE,
  SOLEUS_SOUND_DONE,
} SoleusSound;

gboolean soleus_sound_is_there (void);
void     soleus_sound_play     (SoleusSound sound);

G_END_DECLS
