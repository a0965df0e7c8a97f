/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the diary lies, and its backups. */
#pragma once

#include <adwaita.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

AdwPreferencesPage *soleus_backups_page_new     (SoleusContext *context);

/* For tests, which cannot use a file chooser. */
void                soleus_backups_page_save_to (AdwPreferencesPage *page, const char *path);

G_END_DECLS
