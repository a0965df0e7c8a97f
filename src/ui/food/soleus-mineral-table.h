/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The estimate of a day and of the week that ends with it. */
#pragma once

#include <gtk/gtk.h>

#include "app/soleus-minerals.h"

G_BEGIN_DECLS

void soleus_mineral_table_fill (GtkWidget *box, const SoleusMinerals *day, const SoleusMinerals *week, guint n_days, gboolean with_potassium);

G_END_DECLS
