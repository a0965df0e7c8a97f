/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The diary from a terminal. All of it is in app/ctl. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/ctl/soleus-ctl.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SOLEUS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return soleus_ctl_run (argc - 1, argv + 1, stdout, stderr);
}
