/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program with the window. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "ui/shell/soleus-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (SoleusApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SOLEUS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = soleus_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
