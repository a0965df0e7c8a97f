/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group of buttons that is one stop for Tab and has its arrow keys inside. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean soleus_roving_focus (GtkWidget       *group,
                              GPtrArray       *buttons,
                              GtkDirectionType direction,
                              GtkWidget       *entry);

G_END_DECLS
