/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule of a style costs time when the first frame is made, whether anything there uses it or not. */
#include "ui/widgets/soleus-late-style.h"

#define STYLE "/io/github/soleus_diary/Soleus/late.css"

/**
 * soleus_late_style_load:
 *
 * Loads the styles of guides, calendar of doses, player and Cramp now. Called by whatever needs them; only the first call does something.
 */
void
soleus_late_style_load (void)
{
  static gboolean loaded;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (loaded)
    return;
  loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
