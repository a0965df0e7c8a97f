/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program that reminds while no window is open. All of it is in app/reminderd. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/reminderd/soleus-reminderd.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (SoleusReminderd) reminderd = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SOLEUS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Soleus");

  reminderd = soleus_reminderd_new ();
  return g_application_run (G_APPLICATION (reminderd), argc, argv);
}
