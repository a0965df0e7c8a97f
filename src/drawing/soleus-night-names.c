/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Apart from the painter of the marks, so that a program without a screen can say them. */
#include "config.h"

#include "drawing/soleus-night-names.h"

#include <glib/gi18n.h>

/**
 * soleus_night_state_get_name:
 * @state: a state
 *
 * Returns: (transfer none): its name, as in a legend
 */
const char *
soleus_night_state_get_name (SoleusNightState state)
{
  switch (state)
    {
    case SOLEUS_NIGHT_NO_CRAMP:
      return _("No cramp");
    case SOLEUS_NIGHT_CRAMPS:
      return _("Cramps");
    case SOLEUS_NIGHT_UNSURE:
      return _("Not sure");
    case SOLEUS_NIGHT_NOT_RECORDED:
    default:
      return _("Not recorded");
    }
}
