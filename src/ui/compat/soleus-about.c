/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The about window of libadwaita 1.2; newer ones deprecate it for a dialog that the floor does not have. */
#include "config.h"

#include "ui/compat/soleus-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * soleus_about_show:
 * @parent: the window
 */
void
soleus_about_show (GtkWindow *parent)
{
  const char *const developers[] = { _("The Soleus developers"), NULL };

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  adw_show_about_window (parent,
                         "application-name", "Soleus",
                         "application-icon", SOLEUS_APP_ID,
                         "version", SOLEUS_VERSION,
                         /* Below the name, where it is read first */
                         "developer-name", _("No medical device. No clinician has reviewed it."),
                         "developers", developers,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("A diary for leg cramps. It stays on this computer.\n\n"
                                       "Soleus is no medical device. No clinician has reviewed it. It keeps notes and does not diagnose."),
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
  G_GNUC_END_IGNORE_DEPRECATIONS
}
