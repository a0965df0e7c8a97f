/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an archive holds, kind by kind: a table where there is room for one, else a list of sentences. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/soleus-archive.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_IMPORT_TABLE (soleus_import_table_get_type ())

G_DECLARE_FINAL_TYPE (SoleusImportTable, soleus_import_table, SOLEUS, IMPORT_TABLE, GtkWidget)

GtkWidget *soleus_import_table_new (const SoleusImportResult *result);

G_END_DECLS
