/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that became of reminders, the newest first. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-context.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_LEDGER_PAGE (soleus_ledger_page_get_type ())

G_DECLARE_FINAL_TYPE (SoleusLedgerPage, soleus_ledger_page, SOLEUS, LEDGER_PAGE, GtkWidget)

GtkWidget *soleus_ledger_page_new      (SoleusContext *context);
guint      soleus_ledger_page_add_rows (GtkWidget *rows, GPtrArray *lines, guint first, guint most);

G_END_DECLS
